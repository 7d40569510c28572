"""The feeds that everybody is served from, from their file, checked. Knows nothing of how a feed is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bot.catalogue.datafile import Row, read_rows
from bot.model.source import Tier

SHIPPED = Path(__file__).with_name("sources.json")

_FIELDS = ("name", "url", "tier")
_LONGEST_NAME = 100
_LONGEST_URL = 2_000


@dataclass(frozen=True, slots=True)
class DefaultSource:
    """A feed that is watched for all servers."""

    url: str
    """Absolute, http or https."""
    name: str
    """The outlet as a card names it."""
    tier: Tier


def load_sources(path: Path | None = None) -> tuple[DefaultSource, ...]:
    """The feeds of a file, as they are sorted there; without one, those that are shipped.

    Raises `ConfigurationError` with one line that names the file, the entry and what is wrong with it.
    """
    sources: dict[str, DefaultSource] = {}
    for row in read_rows(path or SHIPPED, fields=_FIELDS, title="name"):
        source = _source(row)
        if source.url in sources:
            raise row.wrong("url is there twice")
        sources[source.url] = source
    return tuple(sources.values())


def _source(row: Row) -> DefaultSource:
    name, url = row.text("name", most=_LONGEST_NAME), row.text("url", most=_LONGEST_URL)
    if not _is_address(url):
        raise row.wrong('url must be a web address without a login, such as "https://example.org/feed"')
    tier = row.text("tier", most=_LONGEST_NAME)
    if tier not in set(Tier):
        raise row.wrong(f"tier must be one of {', '.join(Tier)}")
    return DefaultSource(url=url, name=name, tier=Tier(tier))


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    fit = parts.scheme in {"http", "https"} and bool(parts.hostname) and port != 0
    return fit and "@" not in parts.netloc and " " not in url
