"""Who stands behind a statement, and how certain that makes it. An attribution is one source, however many repeat it.

Knows nothing of shows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.model.claim import Certainty, Kind
from bot.model.entry import Entry
from bot.model.source import Tier
from bot.news.frames.frame import Frame, clause_around
from bot.news.frames.marks import Marked
from bot.news.lexicon.any_case import any_case
from bot.news.lexicon.marks import NETWORK, SPAN
from bot.news.lexicon.speech import (
    ADJECTIVE_NETWORK,
    CONFIRMED,
    DECLARED_OFFICIAL,
    DESCRIBED_NETWORK,
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
_SEEN = "there to be seen"
_FATEFUL = frozenset(
    {Kind.ORDERED, Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.CANCELLED, Kind.REVIVED, Kind.SPIN_OFF}
)
_NEAR = (Place.TITLE, Place.SUMMARY, Place.LEAD)


_RUMOUR, _CONFIRMED, _REPORTED, _HEARSAY, _HINTED = (
    any_case(words.pattern) for words in (RUMOUR, CONFIRMED, REPORTED, HEARSAY, HINTED)
)


@lru_cache(maxsize=256)
def _heard(words: re.Pattern[str], marked: Marked) -> str:
    """Words of a sentence that tell where it comes from, or nothing; every frame of it asks for the same."""
    # An outlet is told by its capitals: "Stage Daily has confirmed", "the streamer has confirmed".
    found = words.search(marked.text if words is OUTLET_CONFIRMED else marked.small)
    return marked.text[found.start() : found.end()] if found is not None else ""


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
        # "The Amazon show will stay off" names a network that says nothing.
        if networks or OFFICIAL.search(DESCRIBED_NETWORK.sub("it", m.text)):
            return Voice(Certainty.OFFICIAL, networks[0] if networks else "someone involved")
        if m.sentence.place is Place.TITLE and (found := DECLARED_OFFICIAL.search(m.text)) is not None:
            return Voice(Certainty.OFFICIAL, found.group())
    if any(kind in _SELF_EVIDENT for kind in title_kinds):
        return Voice(Certainty.OFFICIAL, _SEEN)
    return Voice(Certainty.REPORTED, NOBODY)


def _acting_networks(m: Marked) -> list[str]:
    """The networks of a sentence that are more than a word for which show is meant."""
    described = [range(*found.span()) for found in ADJECTIVE_NETWORK.finditer(m.text)]
    return [name for place, name in m.networks_in(0, len(m.text)) if not any(place in span for span in described)]


def _unnamed_voice(entry: Entry, near: Sequence[Marked]) -> Voice | None:
    """A rumour, where nobody confirms it first; what the outlet has learned; and what is heard from sources."""
    for m in near:
        if m.sentence.place is not Place.LEAD and (found := _heard(_RUMOUR, m)):
            return Voice(Certainty.RUMOUR, found)
        if _heard(_CONFIRMED, m):
            break
    for m in near:
        if found := _heard(_REPORTED, m) or _heard(OUTLET_CONFIRMED, m):
            return Voice(Certainty.REPORTED, found)
    for m in near:
        if found := _heard(_HEARSAY, m):
            trusted = entry.tier in (Tier.PRESS_RELEASE, Tier.TRADE)
            return Voice(Certainty.REPORTED if trusted else Certainty.RUMOUR, found)
    return None


def certainty_of(frame: Frame, kind: Kind, voice: Voice) -> tuple[Certainty, str]:
    """How certain a frame is, and the words that tell: its own first, then who speaks, then the entry's voice."""
    return _by_its_words(frame, kind, voice) or _by_the_speaker(frame, kind, voice) or (voice.certainty, voice.why)


def _by_its_words(frame: Frame, kind: Kind, voice: Voice) -> tuple[Certainty, str] | None:
    text, marked = frame.marked.text, frame.marked
    if (found := _heard(_RUMOUR, marked)) and not _answered(frame, found):
        return Certainty.RUMOUR, found
    learned = voice.certainty is Certainty.REPORTED and voice.why != NOBODY
    if kind is Kind.TALK and frame.rule.name in _BUSINESS and learned:
        return Certainty.REPORTED, voice.why
    if voice.certainty is Certainty.RUMOUR and (found := _heard(_CONFIRMED, marked)):
        return Certainty.OFFICIAL, found
    if voice.certainty is not Certainty.REPORTED and (found := _heard(_HEARSAY, marked)):
        return Certainty.RUMOUR, found
    start, end = clause_around(text, frame.trigger)
    low = max(0, start - 20)
    hint = _HINTED.search(marked.small[low:end])
    if hint is not None and low + hint.start() <= frame.end:
        # A hope further on is of something beside it.
        return Certainty.HINTED, text[low + hint.start() : low + hint.end()]
    if kind not in _SELF_EVIDENT and (found := _heard(_REPORTED, marked) or _heard(OUTLET_CONFIRMED, marked)):
        return Certainty.REPORTED, found
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
        return Certainty.OFFICIAL, _SEEN
    if kind in _FATEFUL and voice.why in {NOBODY, _SEEN}:
        if NETWORK <= ord(frame.marked.text[frame.start]) < NETWORK + SPAN:
            return Certainty.OFFICIAL, "a network acts"
        if voice.why == _SEEN and not _acting_networks(frame.marked):
            # What is there to be seen is the trailer, and no decision beside it.
            return Certainty.REPORTED, NOBODY
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
