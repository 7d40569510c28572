"""Which releases are planned: dates set, moved, cleared and met, by trusted claims in their order.

Dates are kept a season; a date without a number is that of the film or of the only season there is. Knows nothing of
how a date is found in a text, of storage or the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from bot.model.claim import Claim, Kind
from bot.model.status import Fate, Release
from bot.model.when import When, WhenError
from bot.news.fates import Fates

SETTLING = timedelta(days=21)
"""While a date is this fresh, a less certain one does not replace it."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A date that holds until it is moved, met or cleared."""

    when: When
    claim: Claim


@dataclass(slots=True)
class Releases:
    """The dates that hold while claims are replayed, by season; None for a film or a show of one season."""

    dates: dict[int | None, Planned] = field(default_factory=dict)
    fate: Fate = Fate.UNKNOWN


def replay_releases(trusted: Sequence[Claim], fates: Fates) -> Releases:
    """The dates that hold after these claims, which must be trusted and in order."""
    releases = Releases(fate=fates.fate)
    for claim in trusted:
        if (rule := _RULES.get(claim.kind)) is not None:
            rule(releases, claim)
    _drop_what_is_over(releases, fates)
    return releases


def next_and_lapsed(releases: Releases, as_of: datetime) -> tuple[Release | None, Release | None]:
    """The next release, and the newest plan whose window passed with no word that it came.

    A window counts until its end.
    """
    today = as_of.date()
    coming = [(season, plan) for season, plan in releases.dates.items() if plan.when.end >= today]
    gone = [(season, plan) for season, plan in releases.dates.items() if plan.when.end < today]
    following = min(coming, key=lambda pair: (pair[1].when, pair[0] or 0), default=None)
    lapsed = max(gone, key=lambda pair: (pair[1].when.end, pair[0] or 0), default=None)
    return _release(releases, following), _release(releases, lapsed)


def _release(releases: Releases, found: tuple[int | None, Planned] | None) -> Release | None:
    if found is None:
        return None
    season, plan = found
    film = season is None and releases.fate is Fate.ENDING_WITH_FILM
    return Release(when=plan.when.text, season=season, film=film, claim=plan.claim)


def _date_set(releases: Releases, claim: Claim) -> None:
    when = _parse(claim.when)
    if when is None or when.end < claim.happened.date():
        return
    dates = releases.dates
    season = claim.season
    if season is None:
        # A date without a number is that of the season it fits, where one is planned then.
        fitting = [number for number, plan in dates.items() if number is not None and _overlap(plan.when, when)]
        season = fitting[0] if len(fitting) == 1 else None
    elif (unnumbered := dates.get(None)) is not None and _overlap(unnumbered.when, when):
        dates.setdefault(season, dates.pop(None))
    held = dates.get(season)
    if held is None or _replaces(held, when, claim):
        dates[season] = Planned(when, claim)


def _replaces(held: Planned, when: When, claim: Claim) -> bool:
    if when != held.when and when.start <= held.when.start and held.when.end <= when.end:
        # "In November" after "on 26 November" takes nothing back.
        return False
    is_weaker = claim.certainty.rank > held.claim.certainty.rank
    return not (is_weaker and claim.happened - held.claim.happened <= SETTLING and not _overlap(held.when, when))


def _date_moved(releases: Releases, claim: Claim) -> None:
    dates = releases.dates
    when = _parse(claim.when)
    if claim.season is None:
        numbered = [number for number in dates if number is not None]
        season = numbered[0] if len(numbered) == 1 and None not in dates else None
        if when is None:
            dates.clear()
    else:
        season = claim.season
        dates.pop(None, None)
    dates.pop(season, None)
    if when is not None:
        dates[season] = Planned(when, claim)


def _released(releases: Releases, claim: Claim) -> None:
    """What is out is planned no more; a part whose day is still to come stays."""
    when = _parse(claim.when)
    day = when.start if when is not None else claim.happened.date()
    for season, plan in list(releases.dates.items()):
        earlier = season is not None and claim.season is not None and season < claim.season
        concerned = season is None or claim.season is None or season == claim.season
        if earlier or (concerned and plan.when.start <= day):
            del releases.dates[season]


def _ended(releases: Releases, _: Claim) -> None:
    releases.dates.clear()


_RULES: Mapping[Kind, Callable[[Releases, Claim], None]] = MappingProxyType(
    {
        Kind.DATE_SET: _date_set,
        Kind.DATE_MOVED: _date_moved,
        Kind.RELEASED: _released,
        Kind.ENDED: _ended,
    }
)


def _drop_what_is_over(releases: Releases, fates: Fates) -> None:
    """Of a show that ends with a film no season is still to come; of a cancelled one not the season that was named.

    A day that had passed when something was decided lapsed no more: the decision would have told.
    """
    cause = fates.cause
    if cause is None or fates.since is None:
        return
    for season, plan in list(releases.dates.items()):
        passed = plan.when.end < fates.since.date()
        if passed or (plan.claim.happened <= fates.since and _will_not_come(season, fates.fate, cause)):
            del releases.dates[season]


def _will_not_come(season: int | None, fate: Fate, cause: Claim) -> bool:
    if season is None:
        return False
    by_film = fate is Fate.ENDING_WITH_FILM
    return by_film or (fate is Fate.CANCELLED and cause.season is not None and season >= cause.season)


def _overlap(a: When, b: When) -> bool:
    return a.start <= b.end and b.start <= a.end


def _parse(text: str | None) -> When | None:
    try:
        return When.parse(text) if text else None
    except WhenError:
        return None
