"""`cliffhanger explain`: how a feed or an entry is read, and why, for a person. Knows no rule of reading.

Nothing is stored. A URL is fetched as the bot would fetch it, guarded and bounded; a file may be a feed, an item of a
labelled set (JSON lines), or a plain text whose first line is the headline.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import click
from yarl import URL

from bot.catalogue.load import load_catalogue
from bot.cli.explain_text import explain as explain_entries
from bot.cli.labelled import read_items, read_shows
from bot.clock import system_clock
from bot.feeds.answers import Failed, Fetched
from bot.feeds.fetch import Fetcher
from bot.feeds.guard import AddressGuard
from bot.feeds.parsed import NotAFeed, ParsedEntry
from bot.feeds.parser_pool import ParserPool
from bot.model.entry import Entry
from bot.model.errors import ConfigurationError
from bot.model.source import Tier
from bot.news.reader import Reader
from bot.settings import load
from bot.version import user_agent

_MOST_BYTES = 5_000_000


@click.command()
@click.argument("source", metavar="URL-OR-FILE")
@click.option("--shows", metavar="FILE", help="The shows to look for (JSON); the whole catalogue if you leave it out.")
@click.option(
    "--first",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many entries of a feed to explain, from its beginning.",
)
def explain(source: str, shows: str | None, first: int) -> None:
    """Show how a feed or an entry is read, and why: which words, which rule.

    URL-OR-FILE is the address of a feed; or a file with a feed, with items of a labelled set, or with a plain text
    whose first line is the headline. "-" reads a file from standard input.
    """
    reader = Reader(read_shows(shows) if shows else load_catalogue(load(Path(".env")).catalogue))
    entries = asyncio.run(_fetched(source)) if source.startswith(("http://", "https://")) else _from_file(source)
    found = list(itertools.islice(entries, first))
    if not found:
        raise ConfigurationError(f"{source}: there is no entry in it.")
    click.echo(explain_entries(found, reader))


async def _fetched(url: str) -> Iterator[Entry]:
    """The entries of a feed on the web. Raises `ConfigurationError` with what an admin would be told."""
    settings = load(Path(".env"))
    guard = AddressGuard(allow=settings.fetch_allow)
    async with Fetcher(guard, user_agent(settings.contact)) as fetcher:
        answer = await fetcher.fetch(url)
    if not isinstance(answer, Fetched):
        told = answer.message if isinstance(answer, Failed) else "The website gave an answer without a feed."
        raise ConfigurationError(f"{url}: {told}")
    return await _parsed(answer.body, answer.content_type, answer.url)


async def _parsed(body: bytes, content_type: str, url: str) -> Iterator[Entry]:
    """The entries of a feed. Raises `ConfigurationError` for what is none."""
    now = system_clock()
    async with ParserPool(workers=1) as parser:
        parsed = await parser.parse(body, content_type, url, now=now)
    if isinstance(parsed, NotAFeed):
        raise ConfigurationError(f"{url}: {parsed.message}")
    outlet = parsed.title or URL(url).host or "a file"
    return _entries(parsed.entries, outlet, now)


def _entries(parsed: Iterable[ParsedEntry], outlet: str, now: datetime) -> Iterator[Entry]:
    for one in parsed:
        yield Entry(
            outlet=outlet,
            tier=Tier.OUTLET,
            url=one.link,
            title=one.title,
            published=one.published or one.updated or now,
            summary=one.summary,
            content=one.content,
            tags=one.tags,
        )


def _from_file(source: str) -> Iterator[Entry]:
    """The entries of a file. Raises `ConfigurationError` when it cannot be read."""
    body = _read(source)
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<") or (start.startswith(b"{") and b"jsonfeed.org" in body[:1024]):
        return asyncio.run(_parsed(body, "", "file:///"))
    if start.startswith(b"{"):
        return (entry for _, entry in read_items(source, body.decode("utf-8-sig", "replace").splitlines()))
    title, _, rest = body.decode("utf-8-sig", "replace").strip().partition("\n")
    texts = [Entry(outlet="", tier=Tier.OUTLET, url="", title=title.strip(), published=system_clock(), content=rest)]
    return iter(texts if title.strip() else [])


def _read(source: str) -> bytes:
    try:
        with click.open_file(source, "rb") as file:
            body = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ConfigurationError(f"{source} cannot be read: {error.strerror or error}.") from None
    if len(body) > _MOST_BYTES:
        raise ConfigurationError(f"{source} is larger than {_MOST_BYTES // 1_000_000} MB.")
    return bytes(body)
