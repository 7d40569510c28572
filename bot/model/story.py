"""A story: one happening to one show, however many outlets report it. Knows nothing of where it is posted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from bot.model.claim import Certainty
from bot.model.entry import EntryId
from bot.model.reading import StoryKey
from bot.model.source import Scope, Tier

StoryId = NewType("StoryId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One outlet's entry about a story."""

    entry: EntryId
    outlet: str
    tier: Tier
    title: str
    url: str
    published: datetime
    image: str = ""
    """Absolute, http or https; empty when its feed gave none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One happening to one show, in one scope."""

    id: StoryId = StoryId(0)
    scope: Scope
    key: StoryKey
    certainty: Certainty
    """The most certain of its reports."""
    when: str | None = None
    """The release or filming date it speaks of, EDTF."""
    by: str | None = None
    headline: str
    """What happened, in our own words, made from the claim alone: "Ending with a film, not a season 4"."""
    summary: str
    opened: datetime
    """When its first report was published."""
    latest: datetime
    """When its newest report was published."""
    reports: tuple[Report, ...] = ()
    """Oldest first; those a server may see."""
