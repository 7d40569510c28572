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
from bot.news.lexicon.speech import CONFIRMED, HEARSAY, HINTED, NETWORK_SPEAKS, OFFICIAL, REPORTED, RUMOUR
from bot.news.sentences import Place

_SELF_EVIDENT = frozenset({Kind.TRAILER, Kind.RELEASED})
"""There to be seen by anyone."""
_NEED_A_VOICE = frozenset(
    {
        Kind.ORDERED, Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.CANCELLED, Kind.REVIVED, Kind.SPIN_OFF,
        Kind.DATE_SET, Kind.DATE_MOVED,
    }
)  # fmt: skip
"""A decision or a date with nobody behind it is an outlet's word."""
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
        if m.networks or OFFICIAL.search(m.text):
            return Voice(Certainty.OFFICIAL, m.networks[0] if m.networks else "someone involved")
    if any(kind in _SELF_EVIDENT for kind in title_kinds):
        return Voice(Certainty.OFFICIAL, "there to be seen")
    return Voice(Certainty.REPORTED, NOBODY)


def _unnamed_voice(entry: Entry, near: Sequence[Marked]) -> Voice | None:
    """A rumour, where nobody confirms it first; what the outlet has learned; and what is heard from sources."""
    for m in near:
        if m.sentence.place is not Place.LEAD and (found := RUMOUR.search(m.text)) is not None:
            return Voice(Certainty.RUMOUR, found.group())
        if CONFIRMED.search(m.text):
            break
    for m in near:
        if (found := REPORTED.search(m.text)) is not None:
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
    if (found := RUMOUR.search(text)) is not None:
        return Certainty.RUMOUR, found.group()
    learned = voice.certainty is Certainty.REPORTED and voice.why != NOBODY
    if kind is Kind.TALK and frame.rule.name == "talks" and learned:
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
    if kind not in _SELF_EVIDENT and (found := REPORTED.search(text)) is not None:
        return Certainty.REPORTED, found.group()
    return None


def _by_the_speaker(frame: Frame, kind: Kind, voice: Voice) -> tuple[Certainty, str] | None:
    if frame.rule.certainty is not None:
        return frame.rule.certainty, frame.rule.name
    if kind is Kind.TALK:
        if NETWORK_SPEAKS.search(frame.marked.text) and not frame.marked.people_in(0, frame.end):
            return Certainty.OFFICIAL, "the network speaks"
        return Certainty.HINTED, "someone involved speaks"
    if kind in _SELF_EVIDENT and voice.certainty is not Certainty.RUMOUR:
        return Certainty.OFFICIAL, "there to be seen"
    if voice.why == NOBODY and frame.marked.networks:
        return Certainty.OFFICIAL, frame.marked.networks[0]
    if voice.why == NOBODY and kind not in _NEED_A_VOICE:
        return Certainty.OFFICIAL, "a plain fact"
    return None
