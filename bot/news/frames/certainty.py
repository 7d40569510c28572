"""Who stands behind a statement, and how certain that makes it. An attribution is one source, however many repeat it.

Knows nothing of shows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.model.claim import Certainty, Kind
from bot.model.entry import Entry
from bot.model.source import Tier
from bot.news.frames.frame import Frame, clause_around
from bot.news.frames.marks import Marked
from bot.news.lexicon.speech import (
    ADJECTIVE_NETWORK,
    CONFIRMED,
    DECLARED_OFFICIAL,
    EXECUTIVE,
    HEARSAY,
    HINTED,
    INVOLVED,
    NETWORK_SPEAKS,
    OFFICIAL,
    OUTLET_CONFIRMED,
    REPORTED,
    RUMOUR,
    UNSURE,
)
from bot.news.sentences import Place

_SELF_EVIDENT = frozenset({Kind.TRAILER, Kind.RELEASED})
"""There to be seen by anyone."""
NOBODY = "nobody is named"
_NEAR = (Place.TITLE, Place.SUMMARY, Place.LEAD)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind an entry as a whole."""

    certainty: Certainty
    why: str


def voice_of(entry: Entry, marked: Sequence[Marked], title_kinds: Collection[Kind]) -> Voice:
    """Who stands behind what an entry says, unless a sentence tells otherwise."""
    near = [m for m in marked if m.sentence.place in _NEAR][:6]
    unnamed = _unnamed_voice(entry, near)
    if unnamed is not None:
        return unnamed
    if entry.tier is Tier.PRESS_RELEASE:
        return Voice(Certainty.OFFICIAL, "the network's own words")
    for m in near:
        networks = _acting_networks(m)
        if networks or OFFICIAL.search(m.text):
            return Voice(Certainty.OFFICIAL, networks[0] if networks else "someone involved")
        if m.sentence.place is Place.TITLE and (found := DECLARED_OFFICIAL.search(m.text)) is not None:
            return Voice(Certainty.OFFICIAL, found.group())
    if any(kind in _SELF_EVIDENT for kind in title_kinds):
        return Voice(Certainty.OFFICIAL, "there to be seen")
    return Voice(Certainty.REPORTED, NOBODY)


def _acting_networks(m: Marked) -> list[str]:
    """The networks of a sentence that are more than a word for which show is meant."""
    described = [range(*found.span()) for found in ADJECTIVE_NETWORK.finditer(m.text)]
    return [name for place, name in m.networks_in(0, len(m.text)) if not any(place in span for span in described)]


def _unnamed_voice(entry: Entry, near: Sequence[Marked]) -> Voice | None:
    """A rumour, where nobody confirms it first; what the outlet has learned; and what is heard from sources."""
    for m in near:
        if m.sentence.place is not Place.LEAD and (found := RUMOUR.search(m.text)) is not None:
            return Voice(Certainty.RUMOUR, found.group())
        if CONFIRMED.search(m.text):
            break
    for m in near:
        if (found := REPORTED.search(m.text) or OUTLET_CONFIRMED.search(m.text)) is not None:
            return Voice(Certainty.REPORTED, found.group())
    for m in near:
        if (found := HEARSAY.search(m.text)) is not None:
            trusted = entry.tier in (Tier.PRESS_RELEASE, Tier.TRADE)
            return Voice(Certainty.REPORTED if trusted else Certainty.RUMOUR, found.group())
    return None


def certainty_of(frame: Frame, kind: Kind, voice: Voice) -> tuple[Certainty, str]:
    """How certain a frame is, and the words that tell: its own first, then who speaks, then the entry's voice."""
    return _by_its_words(frame, kind, voice) or _by_the_speaker(frame, kind, voice) or (voice.certainty, voice.why)


def _by_its_words(frame: Frame, kind: Kind, voice: Voice) -> tuple[Certainty, str] | None:
    text = frame.marked.text
    if (found := RUMOUR.search(text)) is not None and not _answered(frame, found.group()):
        return Certainty.RUMOUR, found.group()
    learned = voice.certainty is Certainty.REPORTED and voice.why != NOBODY
    if kind is Kind.TALK and frame.rule.name in _BUSINESS and learned:
        return Certainty.REPORTED, voice.why
    if voice.certainty is Certainty.RUMOUR and (found := CONFIRMED.search(text)) is not None:
        return Certainty.OFFICIAL, found.group()
    if voice.certainty is not Certainty.REPORTED and (found := HEARSAY.search(text)) is not None:
        return Certainty.RUMOUR, found.group()
    start, end = clause_around(text, frame.trigger)
    low = max(0, start - 20)
    found = HINTED.search(text[low:end])
    if found is not None and low + found.start() <= frame.end:
        # A hope further on is of something beside it.
        return Certainty.HINTED, found.group()
    if kind not in _SELF_EVIDENT and (found := REPORTED.search(text) or OUTLET_CONFIRMED.search(text)) is not None:
        return Certainty.REPORTED, found.group()
    return None


_BUSINESS = frozenset({"talks", "looks for a new home"})
"""Talk of what goes on between companies, which an outlet may have learned."""
_ANSWERS = frozenset({"denied", "answers the question", "spin-off called off", "no decision"})
"""Talk that says no, or answers."""


def _answered(frame: Frame, word: str) -> bool:
    """Whether a rumour is only named for someone to answer it: "DC denies rumours"."""
    return frame.rule.name in _ANSWERS and word.lower().startswith(("rumo", "fear", "leak", "whisper", "speculat"))


def _by_the_speaker(frame: Frame, kind: Kind, voice: Voice) -> tuple[Certainty, str] | None:
    if frame.rule.certainty is not None:
        return frame.rule.certainty, frame.rule.name
    if kind is Kind.TALK:
        return _of_talk(frame)
    if kind in _SELF_EVIDENT | {Kind.ENDED} and voice.certainty is not Certainty.RUMOUR:
        return Certainty.OFFICIAL, "there to be seen"
    if voice.why == NOBODY and (networks := _acting_networks(frame.marked)):
        return Certainty.OFFICIAL, networks[0]
    return None


def _of_talk(frame: Frame) -> tuple[Certainty, str]:
    """A network may speak too, and whoever says no to an offshoot decides that."""
    text, people = frame.marked.text, frame.marked.people_in(0, frame.end)
    if NETWORK_SPEAKS.search(text) and not people:
        return Certainty.OFFICIAL, "the network speaks"
    if frame.rule.name == "spin-off called off":
        if frame.marked.people or _acting_networks(frame.marked):
            return Certainty.OFFICIAL, "it is called off"
        return Certainty.REPORTED, "it is called off"
    if frame.rule.name in _ANSWERS and EXECUTIVE.search(text) and not UNSURE.search(text):
        return Certainty.OFFICIAL, "the network answers"
    if frame.rule.name == "denied" and not frame.marked.people and not INVOLVED.search(text):
        return Certainty.OFFICIAL, "it is denied"
    return Certainty.HINTED, "someone involved speaks"
