"""What has been decided about a show: its fate, moved step by step by trusted claims in their order.

One function a kind, each a rule of how a careful fan keeps count. A jump that contradicts what was decided is marked
as disputed, with both sides kept. Knows nothing of dates of release (that is the calendar), storage or the clock.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from bot.model.claim import Claim, Kind
from bot.model.entry import EntryId
from bot.model.status import Fate, FateChange
from bot.model.when import When, WhenError

FINISHING_FILM = timedelta(days=14)
"""A cancellation this close to the news of a finishing film is one decision: an ending with a film."""
SETTLING = timedelta(days=21)
"""While a decision is this fresh, a less certain claim that contradicts it does not undo it."""
ONE_DECISION = timedelta(days=3)
"""Renewals this close together are one decision for several seasons."""
CONFLICT = timedelta(days=3)
"""A renewal and a cancellation this close together contradict each other; later it is a change of mind."""
MAKING = timedelta(days=150)
"""The least time from a renewal to the release of what was renewed, where no number tells which season is out."""
FILM_MAKING = timedelta(days=30)
"""The least time from the decision for a film to its release."""
FILM_ECHO = timedelta(days=60)
"""So long after the finale film came out it is still written about as if it were news."""

_ILLEGAL = frozenset(
    {
        (Fate.CANCELLED, Kind.RENEWED),
        (Fate.ENDED, Kind.RENEWED),
        (Fate.ENDING_WITH_FILM, Kind.RENEWED),
        (Fate.ENDING_WITH_FILM, Kind.CANCELLED),
    }
)
"""Jumps that nobody announces: a cancelled show is revived, not renewed."""

_SPECIAL = re.compile(r"\b(?:special|one-off|christmas|holiday|anniversary|reunion)\b", re.IGNORECASE)
_ENDING = re.compile(
    r"\b(?:conclud\w+|conclusion|(?:will|to|would) (?:end|finish|wrap)|(?:ends?|ending) (?:with|in|as|its)|finale"
    r"|farewell|final (?:film|movie|special|chapter|outing)|one last|last[- ]ever|goodbye|wrap(?:s|ping)? up"
    r"|bow(?:s|ing)? out|swan ?song|instead of|in lieu of|in place of|rather than)\b",
    re.IGNORECASE,
)
"""What tells that a film is the end. Words that a title may have ("last", "final") count only in company."""

_SEASON_TO_COME = frozenset({Kind.RENEWED, Kind.DATE_SET, Kind.FILMING_START})
"""With a number, these tell of a season that is still to come."""

Breath = tuple[datetime, EntryId, str]
"""What was told at once: the moment, the entry and its outlet."""


def _breath(claim: Claim) -> Breath:
    return claim.happened, claim.entry, claim.outlet


@dataclass(slots=True)
class Fates:
    """The fate as it stands while claims are replayed, and how it came to be."""

    fate: Fate = Fate.UNKNOWN
    season: int | None = None
    cause: Claim | None = None
    against: Claim | None = None
    """The other side, while trusted claims contradict each other."""
    changes: list[FateChange] = field(default_factory=list)
    out: int = 0
    """The highest season that is known to be out."""
    decided: dict[int, Claim] = field(default_factory=dict)
    """Seasons that are decided and not known to be out."""
    with_seasons: frozenset[Breath] = frozenset()
    """In which breaths a numbered season to come was told of."""

    @property
    def is_decided(self) -> bool:
        """Whether somebody decided it; that a season is out decides nothing."""
        return self.fate not in (Fate.UNKNOWN, Fate.AWAITING_DECISION)

    @property
    def since(self) -> datetime | None:
        """When it last changed."""
        return self.changes[-1].at if self.changes else None

    def age(self, claim: Claim) -> timedelta:
        """How long the fate had stood when a claim came."""
        return claim.happened - self.since if self.since is not None else timedelta.max

    def move(self, fate: Fate, season: int | None, claim: Claim, at: datetime | None = None) -> bool:
        """Set the fate, or confirm it where it is the same; False when a better claim stands against it.

        `at` is when it came to hold, where that is later than the claim.
        """
        if (fate, season) == (self.fate, self.season):
            self.confirm(claim)
            return True
        if self._contradicts(claim):
            if claim.background:
                # Old news told again in passing proves nothing against what was decided.
                return False
            if self._is_weaker(claim):
                self.against = claim
                return False
            self.against = self.cause
        elif fate is not self.fate:
            self.against = None
        if not self._is_number_only(fate, claim):
            self.cause = claim
        self.fate, self.season = fate, season
        change = FateChange(fate=fate, season=season, at=at or claim.happened, claim=claim)
        if self.changes and self._is_same_step(claim):
            self.changes[-1] = change
        else:
            self.changes.append(change)
        return True

    def confirm(self, claim: Claim) -> None:
        """A further claim says the same: a more certain one takes its place as the cause."""
        if self.cause is None or not self.is_decided:
            return
        if claim.certainty.rank < self.cause.certainty.rank:
            self.cause = claim
        if self.against is not None and claim.certainty.rank <= self.against.certainty.rank:
            self.against = None

    def _contradicts(self, claim: Claim) -> bool:
        if (self.fate, claim.kind) in _ILLEGAL:
            return True
        if claim.kind is Kind.CANCELLED and self.fate in (Fate.RENEWED, Fate.FINAL_SEASON):
            return self.age(claim) <= CONFLICT
        # What was renewed takes time to make: it cannot have ended before.
        return claim.kind is Kind.ENDED and self.fate is Fate.RENEWED and self.age(claim) < MAKING

    def _is_weaker(self, claim: Claim) -> bool:
        if self.cause is None or self.age(claim) > SETTLING:
            return False
        return (claim.certainty.rank, claim.tier.rank) > (self.cause.certainty.rank, self.cause.tier.rank)

    def _is_number_only(self, fate: Fate, claim: Claim) -> bool:
        """Whether a less certain claim only adds the number to what is decided."""
        if self.cause is None or fate is not self.fate or self.season is not None:
            return False
        return claim.certainty.rank > self.cause.certainty.rank

    def _is_same_step(self, claim: Claim) -> bool:
        """Whether the last change was told in the same breath ("renewed for a fourth and final season")."""
        last = self.changes[-1]
        return last.at == claim.happened and _breath(last.claim) == _breath(claim)


def replay_fates(trusted: Sequence[Claim], as_of: datetime) -> Fates:
    """The fate after these claims, which must be trusted and in order (`bot.news.evidence`)."""
    to_come = (claim for claim in trusted if claim.kind in _SEASON_TO_COME and claim.season is not None)
    fates = Fates(with_seasons=frozenset(_breath(claim) for claim in to_come))
    for claim in trusted:
        if (rule := _RULES.get(claim.kind)) is not None and not _is_still_to_come(claim, as_of):
            rule(fates, claim)
    return fates


def _is_still_to_come(claim: Claim, as_of: datetime) -> bool:
    """Whether an end or a release is dated after the moment that is asked for."""
    if claim.kind not in (Kind.ENDED, Kind.RELEASED) or not claim.when:
        return False
    try:
        return When.parse(claim.when).start > as_of.date()
    except WhenError:
        return False


def _ordered(fates: Fates, claim: Claim) -> None:
    # Extra episodes of a running season are an order too, and change nothing.
    if fates.fate in (Fate.UNKNOWN, Fate.IN_DEVELOPMENT):
        fates.move(Fate.IN_DEVELOPMENT, None, claim)


def _renewed(fates: Fates, claim: Claim) -> None:
    season = claim.season
    if season is not None and season <= fates.out:
        return
    if fates.fate is Fate.FINAL_SEASON and (season is None or fates.season is None or season <= fates.season):
        return
    moved = True
    if fates.fate is Fate.RENEWED:
        _renewed_again(fates, claim)
    else:
        if season is None and fates.fate is Fate.AWAITING_DECISION and fates.out:
            # "Another season" of a show whose seasons are counted is the next one.
            season = fates.out + 1
        moved = fates.move(Fate.RENEWED, season, claim)
    if moved and season is not None:
        fates.decided.setdefault(season, claim)


def _renewed_again(fates: Fates, claim: Claim) -> None:
    """Of one decision for several seasons the nearest is the coming one; a later decision speaks of its own."""
    if claim.season is None or claim.season == fates.season:
        fates.confirm(claim)
    elif fates.season is None or (claim.season > fates.season) != (fates.age(claim) <= ONE_DECISION):
        fates.move(Fate.RENEWED, claim.season, claim)


def _final_season(fates: Fates, claim: Claim) -> None:
    # What is left of a cancelled show is called its final season too; a rescue says so ("revived").
    if fates.fate in (Fate.CANCELLED, Fate.ENDED, Fate.ENDING_WITH_FILM):
        return
    if claim.season is not None and claim.season < fates.out:
        return
    known = fates.season if fates.fate in (Fate.RENEWED, Fate.FINAL_SEASON) else None
    fates.move(Fate.FINAL_SEASON, claim.season or known, claim)


def _film(fates: Fates, claim: Claim) -> None:
    is_ending = bool(_ENDING.search(claim.sentence))
    if _SPECIAL.search(claim.sentence) and not is_ending:
        return
    if not is_ending and _goes_on(fates, claim):
        return
    if fates.fate is Fate.ENDED and _came_by_film(fates) and fates.age(claim) <= FILM_ECHO:
        return
    if fates.move(Fate.ENDING_WITH_FILM, None, claim):
        fates.decided.clear()


def _goes_on(fates: Fates, claim: Claim) -> bool:
    """Whether a film is one of a show with a season to come, decided before or told of with it."""
    if fates.fate is Fate.RENEWED:
        return fates.season is not None
    return fates.fate in (Fate.UNKNOWN, Fate.AWAITING_DECISION) and _breath(claim) in fates.with_seasons


def _came_by_film(fates: Fates) -> bool:
    return len(fates.changes) > 1 and fates.changes[-2].fate is Fate.ENDING_WITH_FILM


def _cancelled(fates: Fates, claim: Claim) -> None:
    if fates.fate is Fate.ENDED or (fates.fate is Fate.ENDING_WITH_FILM and fates.age(claim) <= FINISHING_FILM):
        return
    if fates.move(Fate.CANCELLED, None, claim):
        fates.decided.clear()


def _revived(fates: Fates, claim: Claim) -> None:
    season = claim.season
    if fates.fate is Fate.FINAL_SEASON and (season is None or season == fates.season):
        return
    if fates.fate is Fate.ENDING_WITH_FILM and season is None and fates.age(claim) <= SETTLING:
        return
    if fates.fate is Fate.RENEWED and season is None:
        fates.confirm(claim)
        return
    if fates.move(Fate.RENEWED, season, claim) and season is not None:
        fates.decided[season] = claim


def _released(fates: Fates, claim: Claim) -> None:
    season = claim.season
    if season is not None:
        fates.out = max(fates.out, season)
        fates.decided = {number: renewal for number, renewal in fates.decided.items() if number > season}
    if fates.fate is Fate.ENDING_WITH_FILM:
        if season is None and _may_be_the_film(fates, claim):
            fates.move(Fate.ENDED, None, claim)
    elif fates.fate in (Fate.UNKNOWN, Fate.IN_DEVELOPMENT, Fate.AWAITING_DECISION):
        fates.move(Fate.AWAITING_DECISION, None, claim)
    elif fates.fate is Fate.RENEWED and _is_what_was_renewed(fates, claim):
        _next_decided(fates, claim)


def _may_be_the_film(fates: Fates, claim: Claim) -> bool:
    """The film is out when it was decided long enough ago, or was announced and released in one breath."""
    return fates.age(claim) >= FILM_MAKING or fates.age(claim) == timedelta()


def _is_what_was_renewed(fates: Fates, claim: Claim) -> bool:
    if claim.season is None or fates.season is None:
        return fates.age(claim) >= MAKING
    return claim.season >= fates.season


def _next_decided(fates: Fates, claim: Claim) -> None:
    """A season is out: the next one that is decided, or nothing."""
    if claim.season is None and fates.season is not None:
        fates.decided.pop(fates.season, None)
    if fates.decided:
        season = min(fates.decided)
        fates.move(Fate.RENEWED, season, fates.decided[season], at=claim.happened)
    else:
        fates.move(Fate.AWAITING_DECISION, None, claim)


def _ended(fates: Fates, claim: Claim) -> None:
    if fates.move(Fate.ENDED, None, claim):
        fates.decided.clear()


_RULES: Mapping[Kind, Callable[[Fates, Claim], None]] = MappingProxyType(
    {
        Kind.ORDERED: _ordered,
        Kind.RENEWED: _renewed,
        Kind.FINAL_SEASON: _final_season,
        Kind.FILM: _film,
        Kind.CANCELLED: _cancelled,
        Kind.REVIVED: _revived,
        Kind.RELEASED: _released,
        Kind.ENDED: _ended,
    }
)
