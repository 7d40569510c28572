"""One poll of one source: fetch, parse, and what its row becomes. Everything it needs is handed in, and nothing is
written. Knows no SQL, no shows, no Discord.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from w3lib.html import remove_tags, replace_entities

from bot.feeds.answers import Failed, FailureKind, Fetched, Unchanged
from bot.feeds.fetch import Fetch
from bot.feeds.parsed import NotAFeed, ParsedEntry
from bot.feeds.parser_pool import Parser
from bot.feeds.schedule import Reason, next_poll
from bot.model.entry import Entry
from bot.model.source import Source

_TITLE_FROM_TEXT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """How a poll ended. A failed one has `source.error`."""

    source: Source
    """What the source becomes; its `first_polled` is left to whoever stores it."""
    changed: bool
    """Whether the feed brought other bytes than the last time; only then are there entries to look at."""
    entries: tuple[ParsedEntry, ...] = ()
    reason: Reason
    """Why the next poll is when it is."""
    moved_to: str | None = None
    """Where permanent redirects led; the source keeps its URL."""


async def poll(
    source: Source,
    *,
    fetcher: Fetch,
    parser: Parser,
    now: datetime,
    poll_seconds: int,
    news_now: datetime | None = None,
) -> Polled:
    """Poll a source at `now`. `poll_seconds` is the shortest pause until its next poll.

    `news_now` is the time of the news, where it is another (the demo's): no entry is dated later.

    Raises nothing for what the feed does: a failure is counted and put into words in `Polled.source`.
    """
    answer = await fetcher.fetch(source.url, source.validators)
    if isinstance(answer, Failed):
        return _failed(source, answer, now, poll_seconds)
    if isinstance(answer, Unchanged) or answer.body_hash == source.body_hash:
        return _went_well(source, answer, now, poll_seconds, fresh_for=answer.caching.fresh_for)
    parsed = await parser.parse(answer.body, answer.content_type, answer.url, now=news_now or now)
    if isinstance(parsed, NotAFeed):
        # Validators and hash stay those of the last good body: a 304 for this one would hide that it is broken.
        return _failed(source, Failed(kind=FailureKind.NOT_A_FEED, message=parsed.message), now, poll_seconds)
    fresh_for = max(answer.caching.fresh_for or timedelta(), parsed.ttl or timedelta())
    polled = _went_well(source, answer, now, poll_seconds, fresh_for=fresh_for)
    after = replace(polled.source, body_hash=answer.body_hash, last_changed=now)
    return replace(polled, source=after, changed=True, entries=parsed.entries)


def to_entry(parsed: ParsedEntry, source: Source, now: datetime) -> Entry:
    """An entry of a source, first seen at `now`, which is its date where the feed gives none."""
    return Entry(
        source=source.id,
        outlet=source.name,
        tier=source.tier,
        url=parsed.link,
        title=parsed.title or _title_from(parsed.summary or parsed.content),
        published=min(parsed.published or parsed.updated or now, now),
        summary=parsed.summary,
        content=parsed.content,
        tags=parsed.tags,
    )


def _went_well(
    source: Source, answer: Fetched | Unchanged, now: datetime, poll_seconds: int, *, fresh_for: timedelta | None
) -> Polled:
    plan = next_poll(source.url, now, poll_seconds, fresh_for=fresh_for)
    after = replace(
        source,
        next_at=plan.at,
        validators=answer.caching.validators,
        last_polled=now,
        failures=0,
        error=None,
        stopped=False,
    )
    return Polled(source=after, changed=False, reason=plan.reason, moved_to=answer.moved_to)


def _failed(source: Source, failed: Failed, now: datetime, poll_seconds: int) -> Polled:
    failures = source.failures + 1
    plan = next_poll(source.url, now, poll_seconds, failures=failures, retry_after=failed.retry_after, gone=failed.gone)
    after = replace(
        source, next_at=plan.at, last_polled=now, failures=failures, error=failed.message, stopped=plan.stopped
    )
    return Polled(source=after, changed=False, reason=plan.reason)


def _title_from(text: str) -> str:
    """Posts of microblogs have no title; they begin with what they say."""
    plain = " ".join(replace_entities(remove_tags(text)).split())
    return plain if len(plain) <= _TITLE_FROM_TEXT else plain[: _TITLE_FROM_TEXT - 1].rstrip() + "…"
