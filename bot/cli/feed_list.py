"""The feeds of a file that an operator names: JSON like the shipped list, OPML, or a text with one URL a line.

One URL that cannot be a feed's does not spoil the others: it is told with its reason. Knows nothing of polling.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from bot.catalogue.datafile import Row
from bot.catalogue.sources import DefaultSource
from bot.feeds.guard import UnfitUrlError, check_url
from bot.feeds.opml import UnreadableListError, read_opml
from bot.model.errors import ConfigurationError
from bot.model.source import Tier

MOST_BYTES = 2_000_000
MOST_FEEDS = 5_000
_LONGEST_NAME = 100
_LONGEST_TEXT = 2_000
_HOW = 'Give a text with one URL a line, an OPML file, or JSON like [{"url": …, "name": …}].'
_STDIN = "standard input"


@dataclass(frozen=True, slots=True)
class RefusedUrl:
    """A URL of the list that cannot be the URL of a feed."""

    url: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class FeedList:
    """What a file names, each URL once, in its order."""

    feeds: tuple[DefaultSource, ...]
    refused: tuple[RefusedUrl, ...] = ()
    repeated: int = 0
    """How often a URL came that had come before."""


@dataclass(frozen=True, slots=True)
class _Named:
    url: str
    name: str = ""
    tier: Tier = Tier.OUTLET


def read_list(source: str) -> FeedList:
    """The feeds of a file, or of standard input for `-`.

    Raises `ConfigurationError` with one line for what cannot be read, is no such list, is empty or far too long.
    """
    shown = _STDIN if source == "-" else source
    text_or_xml = _read(source, shown)
    start = text_or_xml[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        named: Iterable[_Named] = _from_opml(text_or_xml, shown)
    else:
        text = _decoded(text_or_xml, shown)
        named = _from_json(text, shown) if text.lstrip().startswith(("[", "{")) else _from_lines(text, shown)
    return _checked(named, shown)


def _read(source: str, shown: str) -> bytes:
    try:
        with click.open_file(source, "rb") as file:
            body = bytes(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise ConfigurationError(f"{shown} cannot be read: {error.strerror or error}.") from None
    except ValueError:
        raise ConfigurationError(f"{shown!r} is no name of a file.") from None  # a NUL in it
    if len(body) > MOST_BYTES:
        raise ConfigurationError(f"{shown} is larger than {MOST_BYTES // 1_000_000} MB; split it into smaller files.")
    if not body.strip():
        raise ConfigurationError(f"{shown} is empty. {_HOW}")
    return body


def _decoded(body: bytes, shown: str) -> str:
    # PowerShell's ">" writes UTF-16.
    charset = "utf-16" if body.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return body.decode(charset)
    except UnicodeDecodeError:
        raise ConfigurationError(f"{shown} is not UTF-8 text. {_HOW}") from None


def _from_opml(body: bytes, shown: str) -> list[_Named]:
    try:
        return [_Named(outline.url, outline.title) for outline in read_opml(body)]
    except UnreadableListError as error:
        raise ConfigurationError(f"{shown}: {error}") from None


def _from_json(text: str, shown: str) -> Iterator[_Named]:
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigurationError(f"{shown}: line {error.lineno}: this is not JSON ({error.msg}).") from None
    except (ValueError, RecursionError):
        # A number of thousands of digits, or brackets thousands deep.
        raise ConfigurationError(f"{shown}: this is not JSON that can be read.") from None
    if not isinstance(rows, list):
        raise ConfigurationError(f"{shown}: must be a list of feeds in square brackets. {_HOW}")
    for number, values in enumerate(rows, start=1):
        if isinstance(values, str):
            yield _Named(values.strip())
            continue
        if not isinstance(values, dict):
            raise ConfigurationError(f'{shown}: entry {number}: must be an object such as {{"url": …, "name": …}}.')
        row = Row(Path(shown), number, values, "name")
        tier = row.text_or_none("tier", most=_LONGEST_NAME) or Tier.OUTLET
        if tier not in set(Tier):
            raise row.wrong(f"tier must be one of {', '.join(Tier)}")
        name = row.text_or_none("name", most=_LONGEST_NAME) or ""
        yield _Named(row.text("url", most=_LONGEST_TEXT), name, Tier(tier))


def _from_lines(text: str, shown: str) -> list[_Named]:
    """One URL a line; blank lines and those that begin with # are passed over."""
    lines = [line.strip() for line in text.splitlines()]
    urls = [line for line in lines if line and not line.startswith("#")]
    if urls and not any("://" in url for url in urls):
        raise ConfigurationError(f"{shown}: there is no URL in it. {_HOW}")
    return [_Named(url) for url in urls]


def _checked(named: Iterable[_Named], shown: str) -> FeedList:
    feeds: dict[str, DefaultSource] = {}
    refused: dict[str, RefusedUrl] = {}
    repeated = 0
    for one in named:
        try:
            url = str(check_url(one.url))
        except UnfitUrlError as error:
            repeated += one.url in refused
            refused[one.url] = RefusedUrl(one.url, one.name or one.url, str(error))
        else:
            repeated += url in feeds
            feeds.setdefault(url, DefaultSource(url=url, name=one.name[:_LONGEST_NAME] or _named(url), tier=one.tier))
        if len(feeds) + len(refused) > MOST_FEEDS:
            raise ConfigurationError(f"{shown} names more than {MOST_FEEDS} feeds; split it into smaller files.")
    if not feeds and not refused:
        raise ConfigurationError(f"{shown} names no feeds. {_HOW}")
    return FeedList(tuple(feeds.values()), tuple(refused.values()), repeated)


def _named(url: str) -> str:
    """A feed without a name is called by its address, as people say it."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")[:_LONGEST_NAME]
