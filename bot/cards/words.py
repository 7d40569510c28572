"""The bot's nouns in words for people: fates, certainties, kinds, tiers, days. Knows no card and no markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.model.claim import Certainty, Claim, Kind
from bot.model.source import Tier
from bot.model.status import Fate
from bot.model.when import MONTHS, When, WhenError

CERTAINTIES: Mapping[Certainty, str] = {
    Certainty.OFFICIAL: "Official",
    Certainty.REPORTED: "Reported",
    Certainty.HINTED: "Hinted",
    Certainty.RUMOUR: "Rumour",
}
"""The label of a story."""

TIERS: Mapping[Tier, str] = {
    Tier.PRESS_RELEASE: "press releases",
    Tier.TRADE: "trade press",
    Tier.OUTLET: "outlets",
    Tier.SPECULATIVE: "speculative",
}

COLOURS: Mapping[Fate, int] = {
    Fate.UNKNOWN: 0x80848E,
    Fate.IN_DEVELOPMENT: 0x3498DB,
    Fate.AWAITING_DECISION: 0xF1C40F,
    Fate.RENEWED: 0x2ECC71,
    Fate.FINAL_SEASON: 0xE67E22,
    Fate.ENDING_WITH_FILM: 0x9B59B6,
    Fate.CANCELLED: 0xE74C3C,
    Fate.ENDED: 0x34495E,
}
"""Of a status card; grey where nothing is known, from green for more to red for no more."""

STORY_COLOURS: Mapping[Certainty, int] = {
    Certainty.OFFICIAL: 0x2ECC71,
    Certainty.REPORTED: 0x3498DB,
    Certainty.HINTED: 0xF1C40F,
    Certainty.RUMOUR: 0x95A5A6,
}

_FATES: Mapping[Fate, tuple[str, str]] = {
    Fate.UNKNOWN: ("Nothing decided is known", "Nothing decided is known"),
    Fate.IN_DEVELOPMENT: ("In development", "In development"),
    Fate.AWAITING_DECISION: ("No decision about more", "No decision about more"),
    Fate.RENEWED: ("Renewed for another season", "Renewed for season {}"),
    Fate.FINAL_SEASON: ("Ending with a final season", "Ending with season {}"),
    Fate.ENDING_WITH_FILM: ("Ending with a film", "Ending with a film"),
    Fate.CANCELLED: ("Cancelled", "Cancelled"),
    Fate.ENDED: ("Ended", "Ended"),
}

_KINDS: Mapping[Kind, tuple[str, str]] = {
    Kind.ORDERED: ("a series order", "an order for season {}"),
    Kind.RENEWED: ("a renewal", "a renewal for season {}"),
    Kind.FINAL_SEASON: ("a final season", "season {} as the last one"),
    Kind.FILM: ("a film", "a film"),
    Kind.CANCELLED: ("a cancellation", "a cancellation"),
    Kind.ENDED: ("the end of the show", "the end of the show"),
    Kind.REVIVED: ("a revival", "a revival with season {}"),
    Kind.SPIN_OFF: ("a spin-off", "a spin-off"),
    Kind.FILMING_START: ("the start of filming", "the start of filming of season {}"),
    Kind.FILMING_WRAP: ("the end of filming", "the end of filming of season {}"),
    Kind.HALT: ("a halt", "a halt of season {}"),
    Kind.DATE_SET: ("a date", "a date for season {}"),
    Kind.DATE_MOVED: ("a new date", "a new date for season {}"),
    Kind.TRAILER: ("a trailer", "a trailer of season {}"),
    Kind.RELEASED: ("a release", "the release of season {}"),
    Kind.CAST: ("the cast", "the cast of season {}"),
    Kind.CREW: ("the crew", "the crew of season {}"),
    Kind.TALK: ("the future of the show", "season {}"),
}

_STATEMENTS: Mapping[Kind, tuple[str, str]] = {
    Kind.ORDERED: ("it is ordered", "season {} is ordered"),
    Kind.RENEWED: ("it is renewed", "it is renewed for season {}"),
    Kind.FINAL_SEASON: ("it ends with a final season", "season {} is the last"),
    Kind.FILM: ("it ends with a film", "it ends with a film"),
    Kind.CANCELLED: ("it is cancelled", "it is cancelled"),
    Kind.ENDED: ("it has ended", "it has ended"),
    Kind.REVIVED: ("it comes back", "it comes back for season {}"),
    Kind.RELEASED: ("it is out", "season {} is out"),
}


def fate_words(fate: Fate, season: int | None = None) -> str:
    """A fate as a heading: "Renewed for season 3"."""
    return _numbered(_FATES[fate], season)


def subject_words(claim: Claim) -> str:
    """What a claim is about, as a noun: "a renewal for season 4", "season 4"."""
    return _numbered(_KINDS[claim.kind], claim.season)


def statement_words(claim: Claim) -> str:
    """What a claim says, to follow "that": "it is cancelled"."""
    forms = _STATEMENTS.get(claim.kind)
    return _numbered(forms, claim.season) if forms else f"there is {subject_words(claim)}"


def day_words(at: datetime) -> str:
    """The day of an instant, in UTC: "22 April 2025"."""
    utc = at.astimezone(UTC)
    return f"{utc.day} {MONTHS[utc.month - 1]} {utc.year}"


def when_words(when: str | None) -> str:
    """An EDTF date with its preposition, as precise as it is: "on 17 July 2026", "in summer 2025"; empty for none."""
    parsed = parsed_when(when)
    return f"{parsed.preposition()} {parsed.words()}" if parsed else ""


def parsed_when(when: str | None) -> When | None:
    """A stored date; None where there is none, or one that this version cannot read: no reason to show no card."""
    try:
        return When.parse(when) if when else None
    except WhenError:
        return None


def listed(items: Sequence[str], most: int = 25) -> str:
    """Joined for a sentence: "A, B and C"; after `most` of them "and 3 more"."""
    shown, rest = list(items[:most]), len(items) - most
    if rest > 0:
        shown.append(f"{rest} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def _numbered(forms: tuple[str, str], season: int | None) -> str:
    return forms[0] if season is None else forms[1].format(season)
