"""Whether a URL that someone wants to add is a feed: it is fetched and read once, and every way in which it may not be
one has an answer that a person can act on. Knows no SQL, no shows, no Discord.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from yarl import URL

from bot.feeds.answers import Failed, Fetched
from bot.feeds.fetch import Fetch
from bot.feeds.guard import check_url
from bot.feeds.parsed import NotAFeed, ParsedFeed
from bot.feeds.parser_pool import Parser
from bot.model.errors import UserError


class SourceRefusedError(UserError):
    """This URL cannot be added as a source; the text says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A feed that can be added."""

    url: str
    """The feed's own URL: what a web page pointed to and permanent redirects led to; temporary ones are not kept."""
    title: str
    """The feed's name for itself; may be empty."""
    entries: int


async def probe(url: str, *, fetcher: Fetch, parser: Parser, now: datetime) -> Admitted:
    """Try a URL. A web page that offers a single feed of the same website stands for that feed.

    Raises `SourceRefusedError`.
    """
    fetched, parsed = await _read(url, fetcher, parser, now)
    if isinstance(parsed, NotAFeed):
        offers = [offer for offer in parsed.offers if _same_site(offer, fetched.url)]
        if len(offers) != 1:
            raise SourceRefusedError(parsed.message)
        url = offers[0]
        fetched, parsed = await _read(url, fetcher, parser, now)
        if isinstance(parsed, NotAFeed):
            raise SourceRefusedError(f"This is a web page, and the feed it offers cannot be read. {parsed.message}")
    return Admitted(url=fetched.moved_to or str(check_url(url)), title=parsed.title, entries=len(parsed.entries))


async def _read(url: str, fetcher: Fetch, parser: Parser, now: datetime) -> tuple[Fetched, ParsedFeed | NotAFeed]:
    answer = await fetcher.fetch(url)
    if isinstance(answer, Failed):
        raise SourceRefusedError(answer.message)
    if not isinstance(answer, Fetched):
        raise SourceRefusedError("The website gave an answer without a feed.")
    return answer, await parser.parse(answer.body, answer.content_type, answer.url, now=now)


def _same_site(one: str, other: str) -> bool:
    """Whether one host is the other's, or a part of it (`feeds.example.com`)."""
    first, second = (str(URL(url).host or "").removeprefix("www.") for url in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")
