"""Decides what becomes of newly read entries: which claims, which stories, which alerts.

Pure (reader's `Decider` is the model): what is stored and what came go in, a plan comes out, and `bot.watch.intake`
writes it in one transaction. Knows no SQL, no cards, no Discord.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.delivery.route import route
from bot.model.claim import FATEFUL, Claim
from bot.model.delivery import Alert
from bot.model.entry import Entry
from bot.model.reading import Reading, StoryKey
from bot.model.server import ChannelId, Track
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, Scope
from bot.model.story import Story, StoryId
from bot.news.stories import headline, same_story

FRESH = timedelta(hours=48)
"""An entry published longer ago is stored for `/status` but not posted: nobody wants Monday's news on Friday."""
LATE = timedelta(hours=3)
"""News older than this when they are read come late: the bot was away, or the source was."""
BRAKE = 10
"""Alerts a channel may have got within `BRAKE_WINDOW` for late news still to be posted there: of what piled up in days
offline the newest are posted and the rest only stored. What comes in time is not held back by it."""
CEILING = 100
"""Alerts a channel gets within `BRAKE_WINDOW` at the most, whatever a feed does."""
BRAKE_WINDOW = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry never seen before, as it was read for each scope in which its source is heard."""

    entry: Entry
    readings: Mapping[Scope, Reading]


@dataclass(frozen=True, slots=True)
class Stored:
    """What is stored that bears on the decision."""

    stories: Sequence[Story] = ()
    """Recent stories of the shows concerned, in the scopes concerned and in every private scope."""
    tracks: Sequence[Track] = ()
    delivered: Mapping[StoryId, frozenset[ChannelId]] = field(default_factory=dict)
    """Channels that a stored story goes or went to."""
    lately: Mapping[ChannelId, int] = field(default_factory=dict)
    """Alerts each channel got within `BRAKE_WINDOW`."""
    shows: Mapping[ShowId, Show] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPlan:
    """A story to be made (its id is 0) or one that is there and gains reports."""

    story: Story
    reports: tuple[tuple[int, Scope], ...]
    """Index of the arrival, and the scope in which that report is seen."""
    alerts: tuple[Alert, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be written, all of it or nothing."""

    entries: tuple[Entry, ...]
    claims: tuple[tuple[Scope, int, Claim], ...]
    """Scope, index of the entry, claim."""
    stories: tuple[StoryPlan, ...]


@dataclass(slots=True)
class _Draft:
    """A story while it is put together."""

    story: Story
    reports: list[tuple[int, Scope]] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return self.story.id <= 0


def decide(arrivals: Sequence[Arrival], stored: Stored, *, now: datetime, due: datetime, silent: bool) -> Decision:
    """Plan what is to be stored and posted.

    `now` is the time of the news (the demo has its own), `due` the real moment from which alerts may be posted.
    `silent` (a source's first fetch, a show newly tracked): everything is stored, nothing is posted.
    """
    ordered = tuple(sorted(arrivals, key=_order))
    drafts = [_Draft(story) for story in stored.stories]
    for index, arrival in enumerate(ordered):
        for scope, reading in arrival.readings.items():
            for key in reading.stories:
                _place(drafts, stored.shows, index, arrival.entry, scope, reading, key)
    touched = [draft for draft in drafts if draft.reports]
    alerts = {} if silent else _alerts(touched, stored, now, due)
    return Decision(
        entries=tuple(arrival.entry for arrival in ordered),
        claims=tuple(
            (scope, index, claim)
            for index, arrival in enumerate(ordered)
            for scope, reading in arrival.readings.items()
            for claim in reading.claims
        ),
        stories=tuple(
            StoryPlan(
                story=replace(draft.story, id=StoryId(max(draft.story.id, 0))),
                reports=tuple(draft.reports),
                alerts=alerts.get(draft.story.id, ()),
            )
            for draft in touched
        ),
    )


def shows_in(arrivals: Sequence[Arrival]) -> frozenset[ShowId]:
    """The shows that something happened to."""
    return frozenset(
        key.show for arrival in arrivals for reading in arrival.readings.values() for key in reading.stories
    )


def _order(arrival: Arrival) -> tuple[object, ...]:
    """By date; and always the same way where that is the same, so that the order in a feed decides nothing."""
    entry = arrival.entry
    return entry.published, entry.url, entry.title, entry.outlet, entry.id


def _place(
    drafts: list[_Draft],
    shows: Mapping[ShowId, Show],
    index: int,
    entry: Entry,
    scope: Scope,
    reading: Reading,
    key: StoryKey,
) -> None:
    """Join the entry to a story it belongs to, or begin one."""
    claim = _leading(reading, key)
    show = shows.get(key.show)
    if claim is None or show is None:
        return
    audible = [draft.story for draft in drafts if draft.story.scope in (EVERYONE, scope)]
    found = same_story(key, entry.published, audible, f"{entry.title}. {reading.summary}")
    if found is None:
        # Ids below zero stand for stories that have no row yet, so that the next entry of this tick can join them.
        fresh = StoryId(-sum(draft.is_new for draft in drafts) - 1)
        story = Story(
            id=fresh,
            scope=scope,
            key=key,
            certainty=claim.certainty,
            when=claim.when,
            by=claim.by,
            headline=headline(claim, show, [c for c in reading.claims if c.show == key.show and c is not claim]),
            summary=reading.summary,
            opened=entry.published,
            latest=entry.published,
        )
        drafts.append(_Draft(story, [(index, scope)]))
        return
    draft = next(draft for draft in drafts if draft.story is found)
    draft.reports.append((index, scope))
    if scope == found.scope:
        draft.story = replace(
            found,
            certainty=min(found.certainty, claim.certainty, key=lambda c: c.rank),
            latest=max(found.latest, entry.published),
        )


def _leading(reading: Reading, key: StoryKey) -> Claim | None:
    """The claim a story is about."""
    of_show = [claim for claim in reading.claims if claim.show == key.show and not claim.background]
    exact = [claim for claim in of_show if claim.kind == key.kind and claim.season == key.season]
    of_kind = [claim for claim in of_show if claim.kind == key.kind]
    return next(iter([*exact, *of_kind]), None)


def _alerts(
    touched: Sequence[_Draft], stored: Stored, now: datetime, due: datetime
) -> dict[StoryId, tuple[Alert, ...]]:
    """Who gets which of the new stories: newest first while a channel's brake has room, nothing stale."""
    made = dict(stored.lately)
    fresh = [draft.story for draft in touched if draft.is_new and draft.story.opened >= now - FRESH]
    alerts: dict[StoryId, tuple[Alert, ...]] = {}
    for story in sorted(fresh, key=lambda story: (_weight(story), story.opened), reverse=True):
        planned = route(story, stored.tracks, _had_it_already(story, stored), due)
        most = BRAKE if story.opened < now - LATE else CEILING
        kept = tuple(alert for alert in planned if made.get(alert.channel, 0) < most)
        for alert in kept:
            made[alert.channel] = made.get(alert.channel, 0) + 1
        if kept:
            alerts[story.id] = kept
    return alerts


def _weight(story: Story) -> tuple[bool, bool]:
    """Under the brake a decision goes before a casting, and what is certain before a rumour."""
    return story.certainty.moves_fate, story.key.kind in FATEFUL


def _had_it_already(story: Story, stored: Stored) -> frozenset[ChannelId]:
    """Channels that got this happening as a story of their server's own source."""
    rivals = [other for other in stored.stories if other.scope not in (EVERYONE, story.scope)]
    had: frozenset[ChannelId] = frozenset()
    for rival in rivals:
        if same_story(story.key, story.opened, [rival], f"{story.headline}. {story.summary}") is not None:
            had |= stored.delivered.get(rival.id, frozenset())
    return had
