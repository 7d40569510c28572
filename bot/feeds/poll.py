"""One poll of one source: fetch, parse, and what its row becomes. Everything it needs is handed in, and nothing is
written. Knows no SQL, no shows, no Discord.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from w3lib.html import remove_tags, replace_entities

from bot.feeds.answers import Failed, FailureKind, Fetched, Postponed, Unchanged
from bot.feeds.fetch import Fetch
from bot.feeds.freshness import NO_VALIDATORS
from bot.feeds.moves import after_failure, after_success
from bot.feeds.parsed import NotAFeed, ParsedEntry, ParsedFeed
from bot.feeds.parser_pool import Parser
from bot.feeds.schedule import after_wait, gap_between, is_unconditional, next_poll
from bot.model.entry import Entry
from bot.model.source import Pace, Source
from bot.model.window import Shown

_TITLE_FROM_TEXT = 120
_MISSING = frozenset({FailureKind.MISSING, FailureKind.GONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """How a poll ended. A failed one has `source.error`."""

    source: Source
    """What the source becomes; its `first_polled` is left to whoever stores it."""
    feed: ParsedFeed | None = None
    """What the feed shows, where it brought other bytes than the last time."""
    window: Sequence[Shown] = ()
    """What it showed the last time; asked for only where there is a `feed`."""
    postponed: str | None = None
    """Why it was not asked at all."""


async def poll(
    source: Source,
    *,
    fetcher: Fetch,
    parser: Parser,
    now: datetime,
    poll_seconds: int,
    window: Callable[[], Awaitable[Sequence[Shown]]],
    news_now: datetime | None = None,
) -> Polled:
    """Poll a source at `now`. `poll_seconds` is the shortest pause until its next poll.

    `window` gives what the feed showed last time. `news_now` is the time of the news, where it is another (the
    demo's): no entry is dated later.

    Raises nothing for what the feed does: a failure is counted and put into words in `Polled.source`.
    """
    conditional = not is_unconditional(source.url, source.polls)
    answer = await fetcher.fetch(source.address, source.validators if conditional else NO_VALIDATORS)
    if isinstance(answer, Postponed):
        plan = after_wait(source.url, now, answer.wait, poll_seconds)
        return Polled(source=replace(source, next_at=plan.at, reason=plan.reason), postponed=answer.message)
    if isinstance(answer, Failed):
        return _failed(source, answer, now, poll_seconds)
    if isinstance(answer, Unchanged) or answer.body_hash == source.body_hash:
        return Polled(source=_went_well(source, answer, source.pace, now, poll_seconds))
    shown = await window()
    known = frozenset(one.fingerprint for one in shown if one.fingerprint is not None)
    feed = await parser.parse(answer.body, answer.content_type, answer.url, now=news_now or now, known=known)
    if isinstance(feed, NotAFeed):
        # Validators and hash stay those of the last good body: a 304 for this one would hide that it is broken.
        return _failed(source, Failed(kind=FailureKind.NOT_A_FEED, message=feed.message), now, poll_seconds)
    after = _went_well(source, answer, _pace(feed, shown, news_now or now), now, poll_seconds)
    after = replace(after, body_hash=answer.body_hash, last_changed=now, hub=feed.hub)
    return Polled(source=after, feed=feed, window=shown)


def to_entry(parsed: ParsedEntry, source: Source, now: datetime, *, primary: int | None = None) -> Entry:
    """An entry of a source, first seen at `now`, which is its date where the feed gives none.

    `primary` is the hash by which its source knows it again.
    """
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
        image=parsed.image,
        primary=primary,
    )


def _pace(feed: ParsedFeed, shown: Sequence[Shown], now: datetime) -> Pace:
    stripped = frozenset(feed.stripped)
    moments = [one.moment for one in shown if one.fingerprint in stripped]
    moments += [one.published or one.updated for one in feed.entries]
    return Pace(
        ttl=feed.ttl,
        gap=gap_between((moment for moment in moments if moment is not None), now),
        skip_hours=feed.skip_hours,
        skip_days=feed.skip_days,
    )


def _went_well(source: Source, answer: Fetched | Unchanged, pace: Pace, now: datetime, poll_seconds: int) -> Source:
    plan = next_poll(source.url, now, poll_seconds, fresh_for=answer.caching.fresh_for, pace=pace)
    return replace(
        source,
        next_at=plan.at,
        reason=plan.reason,
        validators=answer.caching.validators,
        last_polled=now,
        failures=0,
        error=None,
        stopped=False,
        polls=source.polls + 1,
        pace=pace,
        move=after_success(source.url, source.move, answer.moved_to, now),
    )


def _failed(source: Source, failed: Failed, now: datetime, poll_seconds: int) -> Polled:
    failures = source.failures + 1
    # What is missing at the end of a redirect says nothing of the address that was asked.
    move = after_failure(source.move, missing=failed.kind in _MISSING and not failed.redirected)
    # Where another address is left to ask, the feed is not gone.
    gone = failed.gone and not failed.redirected and move.settled is None and source.move.settled is None
    plan = next_poll(
        source.url, now, poll_seconds, pace=source.pace, failures=failures, retry_after=failed.retry_after, gone=gone
    )
    after = replace(
        source,
        next_at=plan.at,
        reason=plan.reason,
        last_polled=now,
        failures=failures,
        error=failed.message,
        stopped=plan.stopped,
        move=move,
    )
    return Polled(source=after)


def _title_from(text: str) -> str:
    """Posts of microblogs have no title; they begin with what they say."""
    plain = " ".join(replace_entities(remove_tags(text)).split())
    return plain if len(plain) <= _TITLE_FROM_TEXT else plain[: _TITLE_FROM_TEXT - 1].rstrip() + "…"
