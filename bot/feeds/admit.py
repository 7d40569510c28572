"""Whether what someone wants to add is a feed: it is fetched and read once, and every way in which it may not be one
has an answer that a person can act on. Knows no SQL, no shows, no Discord.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from yarl import URL

from bot.feeds.addresses import feed_address, feed_in_page
from bot.feeds.answers import Failed, FailureKind, Fetched
from bot.feeds.discover import Finds, Offer, look_for_feeds, same_site
from bot.feeds.fetch import Fetch
from bot.feeds.guard import check_url
from bot.feeds.parsed import Flaw, NotAFeed, ParsedFeed
from bot.feeds.parser_pool import Parser
from bot.model.errors import UserError

_MOST_NAMED = 5
_NOT_HERE = frozenset({FailureKind.MISSING, FailureKind.GONE, FailureKind.DENIED, FailureKind.REDIRECT})
"""Failures of one address; after any other the website is left alone."""


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


@dataclass(frozen=True, slots=True)
class Probe:
    """How something is tried: one fetch of it, and one more for the feed that a page names.

    With `guess` a page that names none is worth up to `MOST_GUESSES` further fetches, one after the other, at the usual
    addresses of its website.
    """

    fetcher: Fetch
    parser: Parser
    now: datetime
    guess: bool = True

    async def admit(self, text: str) -> Admitted:
        """Try what a person typed: a feed's URL, a page's, or a name such as r/television. Raises
        `SourceRefusedError`.
        """
        url = feed_address(text)
        answer = await self.fetcher.fetch(url)
        if isinstance(answer, Failed):
            raise SourceRefusedError(answer.message)
        if not isinstance(answer, Fetched):
            raise SourceRefusedError("The website gave an answer without a feed.")
        parsed = await self._parse(answer)
        if isinstance(parsed, ParsedFeed):
            return _admitted(url, answer, parsed)
        if parsed.flaw is not Flaw.WEB_PAGE:
            raise SourceRefusedError(parsed.message)
        return await self._from_page(answer, parsed)

    async def _from_page(self, page: Fetched, why_not: NotAFeed) -> Admitted:
        # In a thread: a stranger's page may take some tenths of a second, which everybody else would wait for.
        finds = await asyncio.to_thread(_finds, page)
        wanted = _wanted(finds.offers, page.url)
        if wanted is not None:
            return await self._offered(wanted)
        if finds.offers:
            raise SourceRefusedError(_choice(finds.offers))
        for url in finds.guesses if self.guess else ():
            answer = await self.fetcher.fetch(url)
            if isinstance(answer, Fetched):
                parsed = await self._parse(answer)
                if isinstance(parsed, ParsedFeed):
                    return _admitted(url, answer, parsed)
            elif not isinstance(answer, Failed) or answer.kind not in _NOT_HERE:
                break
        raise SourceRefusedError(why_not.message)

    async def _offered(self, url: str) -> Admitted:
        answer = await self.fetcher.fetch(url)
        parsed = await self._parse(answer) if isinstance(answer, Fetched) else answer
        if isinstance(answer, Fetched) and isinstance(parsed, ParsedFeed):
            return _admitted(url, answer, parsed)
        reason = parsed.message if isinstance(parsed, (Failed, NotAFeed)) else ""
        raise SourceRefusedError(f"This is a web page, and the feed it offers cannot be read. {reason}".rstrip())

    async def _parse(self, answer: Fetched) -> ParsedFeed | NotAFeed:
        return await self.parser.parse(answer.body, answer.content_type, answer.url, now=self.now)


async def probe(text: str, *, fetcher: Fetch, parser: Parser, now: datetime, guess: bool = True) -> Admitted:
    """Try what a person typed, as `Probe` does. Raises `SourceRefusedError`."""
    return await Probe(fetcher, parser, now, guess).admit(text)


def _finds(page: Fetched) -> Finds:
    known = feed_in_page(page.body, page.url)
    return Finds((Offer(known),)) if known is not None else look_for_feeds(page.body, page.url)


def _wanted(offers: Sequence[Offer], page_url: str) -> str | None:
    """The one feed of the page's website, or the one below the page itself: a category's page offers both."""
    own = [offer.url for offer in offers if same_site(offer.url, page_url) and not offer.comments]
    path = URL(page_url).path.rstrip("/")
    below = [url for url in own if path and URL(url).path.startswith(f"{path}/")]
    return next((found[0] for found in (own, below) if len(found) == 1), None)


def _choice(offers: Sequence[Offer]) -> str:
    named = ", ".join(offer.url for offer in offers[:_MOST_NAMED])
    more = f", and {len(offers) - _MOST_NAMED} more" if len(offers) > _MOST_NAMED else ""
    if len(offers) == 1:
        return f"This is a web page, not a feed. It offers this one; add it if it is what you want: {named}"
    return f"This is a web page with several feeds. Add the one you want: {named}{more}"


def _admitted(url: str, answer: Fetched, feed: ParsedFeed) -> Admitted:
    return Admitted(url=answer.moved_to or str(check_url(url)), title=feed.title, entries=len(feed.entries))
