"""The answer to "what becomes of this show?" in words: the first line of a status card, said no surer than it is known.

Pure; knows no card. Whatever came from a feed is escaped here.
"""

from __future__ import annotations

from bot.cards.limits import cut
from bot.cards.markdown import escape
from bot.cards.words import day_words, fate_words, statement_words, when_words
from bot.model.claim import Certainty, Claim, Kind
from bot.model.status import Fate, FateChange, Status
from bot.model.when import MONTHS

_OVER = frozenset({Fate.CANCELLED, Fate.ENDED})
_LONGEST_NAME = 80
_NOBODY = "None of the sources watched has told of a renewal, an ending or a cancellation so far."


def answer(status: Status, instead_of: int | None = None) -> str:
    """The answer in bold, then who said it and when, then what a reader must know to take it right.

    `instead_of` is the season that will not come, where the evidence names one ("a film instead of a fourth season").
    """
    after = [_attribution(status), _before(status), _objection(status)]
    return " ".join(filter(None, [f"**{_verdict(status, instead_of)}.**", *after]))


def _verdict(status: Status, instead_of: int | None) -> str:
    words = _settled(status, instead_of)
    return f"{words}, but that is disputed" if status.disputed else words


def _settled(status: Status, instead_of: int | None) -> str:
    fate, season, cause = status.fate, status.season, status.cause
    if fate is Fate.ENDING_WITH_FILM and instead_of is not None:
        return f"Ending with a film, not a season {instead_of}"
    if fate is Fate.CANCELLED and instead_of is not None:
        return f"Cancelled: no season {instead_of}"
    if fate is Fate.AWAITING_DECISION:
        return _awaiting(cause)
    if _is_revival(status):
        return "Revived for another season" if season is None else f"Revived for season {season}"
    if fate is Fate.IN_DEVELOPMENT:
        return "In development, not yet on air"
    if fate is Fate.ENDED:
        return _ended(status)
    return fate_words(fate, season)


def _awaiting(cause: Claim | None) -> str:
    if cause is None or cause.kind is not Kind.RELEASED:
        return "Nothing is decided about more"
    out = "A season" if cause.season is None else f"Season {cause.season}"
    return f"{out} is out; nothing is decided about more"


def _ended(status: Status) -> str:
    planned = _change_before(status)
    if planned is not None and planned.fate is Fate.ENDING_WITH_FILM:
        return "Ended with a film"
    if planned is not None and planned.fate is Fate.FINAL_SEASON and planned.season is not None:
        return f"Ended with season {planned.season}"
    return "Ended"


def _attribution(status: Status) -> str:
    """Who said it, and when."""
    cause = status.cause
    if status.fate is Fate.UNKNOWN:
        return _NOBODY
    if cause is None:
        return ""
    over = {Kind.RELEASED: "the release", Kind.ENDED: "the end"}.get(cause.kind)
    if over is None and cause.background:
        # Its date is the middle of a month or a year, so none is given.
        return f"{_outlet(cause)} told of it later, in passing."
    if over is None:
        return f"{_who_said(cause)} it on {day_words(cause.happened)}."
    if when := when_words(cause.when):
        return f"{_what_came(status, cause)} {when}."
    return f"{_outlet(cause)} reported {over} on {day_words(cause.happened)}."


def _what_came(status: Status, cause: Claim) -> str:
    if cause.kind is Kind.ENDED:
        return "The end came"
    if cause.season is not None:
        return f"Season {cause.season} came out"
    planned = _change_before(status)
    film = planned is not None and planned.fate is Fate.ENDING_WITH_FILM
    return "The film came out" if film and status.fate is Fate.ENDED else "It came out"


def _who_said(claim: Claim) -> str:
    """Such as "Netflix announced" or "Deadline reported", to be followed by what."""
    by = cut(escape(claim.by or ""), _LONGEST_NAME)
    return f"{by} announced" if by and claim.certainty is Certainty.OFFICIAL else f"{_outlet(claim)} reported"


def _outlet(claim: Claim) -> str:
    return cut(escape(claim.outlet), _LONGEST_NAME) or "An outlet"


def step_day(change: FateChange) -> str:
    """When a step was taken: "on 22 April 2025"; "about April 2025" where old news told in passing is all there is."""
    if change.claim.background and change.at == change.claim.happened:
        return f"about {MONTHS[change.at.month - 1]} {change.at.year}"
    return f"on {day_words(change.at)}"


def _before(status: Status) -> str:
    """What was true before, where the answer surprises without it."""
    previous = _change_before(status)
    if previous is None:
        return ""
    day = step_day(previous)
    undone = status.fate in (Fate.RENEWED, Fate.FINAL_SEASON, Fate.ENDING_WITH_FILM, Fate.IN_DEVELOPMENT)
    if previous.fate is Fate.CANCELLED and undone:
        return f"It had been cancelled {day}."
    if previous.fate is Fate.ENDED and undone:
        return f"It had ended {day}."
    if previous.fate is Fate.RENEWED and status.fate is Fate.CANCELLED:
        renewal = "renewed" if previous.season is None else f"renewed for season {previous.season}"
        return f"It had been {renewal} {day}."
    return ""


def _objection(status: Status) -> str:
    """The other side of a dispute."""
    against = status.against
    if not status.disputed or against is None:
        return ""
    return f"But {_who_said(against)} on {day_words(against.happened)} that {statement_words(against)}."


def _is_revival(status: Status) -> bool:
    if status.fate is not Fate.RENEWED:
        return False
    revived = status.cause is not None and status.cause.kind is Kind.REVIVED
    previous = _change_before(status)
    return revived or (previous is not None and previous.fate in _OVER)


def _change_before(status: Status) -> FateChange | None:
    """The last step of the timeline before the one that holds now."""
    earlier = [change for change in status.changes if (change.fate, change.season) != (status.fate, status.season)]
    return earlier[-1] if earlier else None
