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
from bot.news.lexicon.speech import HINTED, NETWORK_SPEAKS, OFFICIAL, REPORTED, RUMOUR
from bot.news.sentences import Place

_SELF_EVIDENT = frozenset({Kind.TRAILER, Kind.RELEASED})
"""There to be seen by anyone."""
_NEAR = (Place.TITLE, Place.SUMMARY, Place.LEAD)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind an entry as a whole."""

    certainty: Certainty
    why: str


def voice_of(entry: Entry, marked: Sequence[Marked], title_kinds: Collection[Kind]) -> Voice:
    """Who stands behind what an entry says, unless a sentence tells otherwise."""
    near = [m for m in marked if m.sentence.place in _NEAR][:6]
    for m in near:
        if (found := RUMOUR.search(m.text)) is not None and m.sentence.place is not Place.LEAD:
            return Voice(Certainty.RUMOUR, found.group())
    for m in near:
        if (found := REPORTED.search(m.text)) is not None:
            return Voice(Certainty.REPORTED, found.group())
    if entry.tier is Tier.PRESS_RELEASE:
        return Voice(Certainty.OFFICIAL, "the network's own words")
    for m in near:
        if m.networks or OFFICIAL.search(m.text):
            return Voice(Certainty.OFFICIAL, m.networks[0] if m.networks else "someone involved")
    if any(kind in _SELF_EVIDENT for kind in title_kinds):
        return Voice(Certainty.OFFICIAL, "there to be seen")
    return Voice(Certainty.REPORTED, "nobody is named")


def certainty_of(frame: Frame, voice: Voice) -> tuple[Certainty, str]:
    """How certain a frame is, and the words that tell."""
    text = frame.marked.text
    start, end = clause_around(text, frame.trigger)
    if (found := RUMOUR.search(text)) is not None:
        return Certainty.RUMOUR, found.group()
    if (found := HINTED.search(text[max(0, start - 20) : end])) is not None and _is_hint(frame, found.start() + max(0, start - 20)):
        return Certainty.HINTED, found.group()
    if (found := REPORTED.search(text)) is not None and frame.kind not in _SELF_EVIDENT:
        return Certainty.REPORTED, found.group()
    if frame.rule.certainty is not None:
        return frame.rule.certainty, frame.rule.name
    if frame.kind is Kind.TALK:
        if NETWORK_SPEAKS.search(text):
            return Certainty.OFFICIAL, "the network speaks"
        return (Certainty.REPORTED if frame.rule.name == "talks" else Certainty.HINTED), "someone involved speaks"
    if frame.kind in _SELF_EVIDENT and voice.certainty is not Certainty.RUMOUR:
        return Certainty.OFFICIAL, "there to be seen"
    return voice.certainty, voice.why


def _is_hint(frame: Frame, place: int) -> bool:
    """Whether the hope is of what the frame says, and not of something beside it."""
    return place <= frame.end
