"""News by hand: entries that were read already, for the pure decision; and a newsroom over a real store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.model.claim import Certainty, Claim, Kind
from bot.model.entry import Entry, EntryId
from bot.model.reading import Reading
from bot.model.server import ChannelId, Track
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, GuildId, Scope, Tier
from bot.news.stories import key_of
from bot.watch.decide import Arrival, Stored

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SHOW = Show(ShowId("heartstopper"), "Heartstopper")
OTHER = Show(ShowId("wednesday"), "Wednesday")


def make_reading(*claims: Claim) -> Reading:
    told = [claim for claim in claims if not claim.background]
    return Reading(
        subjects=tuple(dict.fromkeys(claim.show for claim in claims)),
        main=told[0].kind if told else None,
        claims=claims,
        stories=tuple({claim.show: key_of(claim) for claim in reversed(told)}.values()),
        summary="What the entry says.",
    )


def make_claim(kind: Kind = Kind.RENEWED, show: str = SHOW.id, **facts: Any) -> Claim:
    certainty = facts.pop("certainty", Certainty.OFFICIAL)
    return Claim(show=ShowId(show), kind=kind, certainty=certainty, happened=facts.pop("happened", NOW), **facts)


def make_arrival(*claims: Claim, scope: int = EVERYONE, age: timedelta = timedelta(), **facts: Any) -> Arrival:
    entry = Entry(
        id=EntryId(facts.pop("id", 0)),
        outlet=facts.pop("outlet", "Deadline"),
        tier=Tier.TRADE,
        url=facts.pop("url", "https://example.com/news"),
        title=facts.pop("title", "News"),
        published=NOW - age,
    )
    return Arrival(entry, {Scope(scope): make_reading(*claims)})


def make_stored(*tracks: tuple[int, int], show: str = SHOW.id, **facts: Any) -> Stored:
    """What is stored, with tracks given as pairs of server and channel."""
    wanted = [Track(guild=GuildId(g), channel=ChannelId(c), show=ShowId(show), added=NOW) for g, c in tracks]
    return Stored(tracks=wanted, shows={SHOW.id: SHOW, OTHER.id: OTHER}, **facts)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    return make_claim


@pytest.fixture(scope="session")
def arrival() -> Callable[..., Arrival]:
    return make_arrival


@pytest.fixture(scope="session")
def stored() -> Callable[..., Stored]:
    return make_stored
