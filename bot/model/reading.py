"""A reading: what the reader made of one entry, with its reasons. Knows nothing of what is stored."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.claim import Claim, Kind
from bot.model.show import ShowId


@dataclass(frozen=True, slots=True)
class StoryKey:
    """What makes two entries report the same happening, within the window of their kind."""

    show: ShowId
    kind: Kind
    season: int | None = None
    slot: str = ""
    """A person, a date, a trailer's number, or empty where the kind and season are enough."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Why the reader decided something, for `cliffhanger explain` and for whoever wonders."""

    step: str
    """The part of the reader that decided: "titles", "sentences", "certainty", …"""
    rule: str
    text: str
    """The words it was decided on."""
    outcome: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What an entry says."""

    subjects: tuple[ShowId, ...] = ()
    """The shows it is about: a reader who follows one of them would want it."""
    mentions: tuple[ShowId, ...] = ()
    """The shows it names in passing; they get no alert."""
    main: Kind | None = None
    """What the headline is about; None where nothing happened."""
    claims: tuple[Claim, ...] = ()
    stories: tuple[StoryKey, ...] = ()
    """The story it belongs to for each subject something happened to; the main one first, at most one a show."""
    summary: str = ""
    """Two or three sentences, at most 400 characters; empty where the headline tells no news or it is about no show."""
    trace: tuple[Trace, ...] = ()
