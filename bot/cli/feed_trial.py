"""Tries feeds once each, unconditionally, and tells whether each is a feed and what is odd about it.

Knows nothing of where the feeds come from and of how the outcome is shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.catalogue.sources import DefaultSource
from bot.cli.feed_words import count, pause
from bot.feeds.answers import FailureKind, Fetched, Postponed, Unchanged
from bot.feeds.fetch import Fetch
from bot.feeds.guard import check_url
from bot.feeds.parsed import NotAFeed, ParsedFeed
from bot.feeds.parser_pool import Parser

OLD = timedelta(days=60)
"""A feed without a newer entry may have been given up."""
AHEAD = timedelta(days=1)
"""So far into the future dates are read here, as they tell of a clock that is slow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How a feed answered."""

    feed: DefaultSource
    seconds: float
    """With the wait for its turn at its website, and the reading."""
    size: int = 0
    """Bytes, decompressed."""
    entries: int = 0
    newest: datetime | None = None
    """The date of its newest entry; up to `AHEAD` in the future."""
    warnings: tuple[str, ...] = ()
    error: str | None = None
    """Why it is none that can be used."""
    unreachable: bool = False
    """It failed as all do where there is no network."""


async def try_feeds(
    feeds: Sequence[DefaultSource], *, fetcher: Fetch, parser: Parser, now: datetime
) -> AsyncGenerator[Trial, None]:
    """Try all at once, as far as the fetcher lets them; each comes when it is done."""
    tasks = [asyncio.create_task(_try(feed, fetcher, parser, now)) for feed in feeds]
    try:
        for done in asyncio.as_completed(tasks):
            yield await done
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _try(feed: DefaultSource, fetcher: Fetch, parser: Parser, now: datetime) -> Trial:
    clock = asyncio.get_running_loop().time
    begun = clock()
    answer = await fetcher.fetch(feed.url)
    if isinstance(answer, Unchanged):
        # Never for a request without validators, but a server may say anything.
        return Trial(feed=feed, seconds=clock() - begun, error="The website gave an answer without a feed.")
    if not isinstance(answer, Fetched):
        offline = not isinstance(answer, Postponed) and answer.kind is FailureKind.UNREACHABLE
        return Trial(feed=feed, seconds=clock() - begun, error=answer.message, unreachable=offline)
    parsed = await parser.parse(answer.body, answer.content_type, answer.url, now=now + AHEAD)
    seconds = clock() - begun
    if isinstance(parsed, NotAFeed):
        warnings = tuple(_of_the_way(feed, answer))
        return Trial(feed=feed, seconds=seconds, size=len(answer.body), warnings=warnings, error=parsed.message)
    dates = [moment for entry in parsed.entries if (moment := entry.published or entry.updated) is not None]
    newest = max(dates, default=None)
    return Trial(
        feed=feed,
        seconds=seconds,
        size=len(answer.body),
        entries=len(parsed.entries),
        newest=newest,
        warnings=(*_of_the_way(feed, answer), *_of_the_feed(parsed, len(dates), newest, now)),
    )


def _of_the_way(feed: DefaultSource, answer: Fetched) -> list[str]:
    """What is odd about how it was served."""
    warnings = []
    asked = str(check_url(feed.url))
    if answer.url != asked:
        if answer.moved_to is not None:
            warnings.append(f"permanent redirect to {answer.url}: name that address instead")
        else:
            warnings.append(f"temporary redirect to {answer.url}")
    if answer.url.startswith("http:"):
        warnings.append("http only: whoever carries it could change it")
    validators = answer.caching.validators
    if validators.etag is None and validators.last_modified is None:
        warnings.append("no validators (ETag, Last-Modified): it is sent in full at every poll")
    return warnings


def _of_the_feed(parsed: ParsedFeed, dated: int, newest: datetime | None, now: datetime) -> list[str]:
    """What is odd about what it shows."""
    if not parsed.entries:
        return ["no entries"]
    warnings = []
    if newest is None:
        warnings.append("no dates: its entries count as new when they are first seen")
    elif now - newest > OLD:
        warnings.append(f"newest entry {pause(now - newest)} old: is it still written?")
    if 0 < dated < len(parsed.entries):
        without = len(parsed.entries) - dated
        warnings.append(f"{count(without, 'entry', 'entries')} without a date")
    # Only a feed that is not well-formed cannot be taken apart into its entries.
    if all(entry.fingerprint is None for entry in parsed.entries):
        warnings.append("not well-formed XML: what can be read is read")
    if any("\ufffd" in entry.title for entry in parsed.entries):
        warnings.append("broken characters: its charset is not what it says")
    untitled = sum(not entry.title for entry in parsed.entries)
    if untitled == len(parsed.entries):
        warnings.append("no titles: the beginnings of its texts are taken")
    if all(not entry.link for entry in parsed.entries):
        warnings.append("no links: its news cannot be followed up")
    return warnings
