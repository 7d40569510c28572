"""The status card: the answer in words, then the evidence for it. Knows nothing of how the status was found out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.cards.card import Card, CardField
from bot.cards.limits import fit, lines, quotation
from bot.cards.markdown import escape, link, moment
from bot.cards.status_words import answer, step_day
from bot.cards.story_card import headline_link, show_name
from bot.cards.words import CERTAINTIES, COLOURS, day_words, fate_words, listed, parsed_when, subject_words, when_words
from bot.model.claim import Claim, Kind
from bot.model.show import Show
from bot.model.status import Fate, FateChange, Release, Status
from bot.model.story import Story

_MOST_STORIES = 3
_MOST_CHANGES = 6
_MOST_HOPES = 3
_MOST_OUTLETS = 8
_OVER = frozenset({Fate.CANCELLED, Fate.ENDED})
_CREDIT = "Headlines and reports belong to the outlets named."
_FOLLOW = "/track add posts this show's news in a channel."


def status_card(
    show: Show,
    status: Status,
    *,
    label: str,
    stories: Sequence[Story],
    outlets: Sequence[str],
    checked: datetime | None,
    tracked: bool,
    instead_of: int | None = None,
) -> Card:
    """What becomes of a show, with the evidence.

    `stories` are the latest ones, newest first; `outlets` those whose reports were read, most heard first; `checked` is
    when the sources were last asked; `tracked` whether the server follows the show already; `instead_of` the season
    that will not come, where the evidence names one ("a film instead of a fourth season").
    """
    fields = (
        ("Next", _next(status)),
        ("Certainty", _certainty(status)),
        ("Latest", lines(_story_line(story) for story in stories[:_MOST_STORIES])),
        ("Timeline", _timeline(status.changes)),
        ("Hopes and rumours, nothing decided", lines(_hope(claim) for claim in status.hopes[:_MOST_HOPES])),
        ("Sources", _sources(outlets, checked)),
    )
    return fit(
        Card(
            title=show_name(show, label),
            description=answer(status, instead_of),
            fields=tuple(CardField(name, value) for name, value in fields if value),
            footer=_CREDIT if tracked else f"{_CREDIT} {_FOLLOW}",
            colour=COLOURS[status.fate],
        )
    )


def _next(status: Status) -> str:
    told: list[str] = []
    if status.next is not None:
        comes = f"{_release_name(status.next, status.fate)} {when_words(status.next.when)}".strip()
        told += [comes, _evidence(status.next.claim)]
    elif status.lapsed is not None:
        told += [_lapsed(status.lapsed), _evidence(status.lapsed.claim)]
    elif status.fate not in _OVER:
        told.append("No date is known.")
    if status.production is not None:
        told += [_production(status.production, status.as_of), _evidence(status.production)]
    return lines(told)


def _release_name(release: Release, fate: Fate) -> str:
    """What comes, to be followed by when."""
    if release.film:
        return "The film comes"
    if release.season is not None:
        return f"Season {release.season} comes"
    return "It begins" if fate is Fate.IN_DEVELOPMENT else "New episodes come"


def _lapsed(release: Release) -> str:
    planned = parsed_when(release.when)
    what = "The film was planned" if release.film else "Planned"
    if release.season is not None:
        what = f"Season {release.season} was planned"
    return f"{what} for {planned.words() if planned else 'an earlier date'}; no confirmation since."


def _production(claim: Claim, as_of: datetime) -> str:
    what = "" if claim.season is None else f" of season {claim.season}"
    when = when_words(claim.when)
    if claim.kind is Kind.HALT:
        return f"Production{what} is on hold"
    if claim.kind is Kind.FILMING_WRAP:
        return " ".join(filter(None, [f"Filming{what} is over", when and f"(it ended {when})"]))
    return f"Filming{what} {_begin(claim, as_of)} {when}" if when else f"Filming{what} has begun"


def _begin(claim: Claim, as_of: datetime) -> str:
    """A start of filming as it was told: ahead, done, or only planned."""
    start = parsed_when(claim.when)
    if start is None or start.start > as_of.date():
        return "is to begin"
    told = claim.happened.date()
    was_done = told > start.end or (start.is_day and told == start.start)
    return "began" if was_done else "was set to begin"


def _evidence(claim: Claim) -> str:
    """The label of a claim, its outlet with a link and its day."""
    return f"{CERTAINTIES[claim.certainty]} · {_report(claim)}"


def _report(claim: Claim) -> str:
    return " · ".join(filter(None, [link(claim.outlet, claim.url), day_words(claim.happened)]))


def _certainty(status: Status) -> str:
    if status.cause is None:
        return ""
    told = [_stands_behind(status.cause)]
    if sentence := escape(quotation(status.cause.sentence)):
        told.append(f"“{sentence}”")
    if status.disputed and status.against is not None:
        told.append(f"Against it: {_stands_behind(status.against)}")
    return lines(told)


def _stands_behind(claim: Claim) -> str:
    return " · ".join(filter(None, [f"**{CERTAINTIES[claim.certainty]}**", escape(claim.by or ""), _report(claim)]))


def _story_line(story: Story) -> str:
    outlets = list(dict.fromkeys(escape(report.outlet) for report in story.reports))
    told = filter(None, [CERTAINTIES[story.certainty], listed(outlets, 1), moment(story.opened)])
    return f"{headline_link(story)}\n{' · '.join(told)}"


def _timeline(changes: Sequence[FateChange]) -> str:
    """How the fate changed, oldest first; empty where the answer itself says it all."""
    steps = [
        change
        for before, change in zip([None, *changes], changes, strict=False)
        if before is None or (before.fate, before.season) != (change.fate, change.season)
    ]
    if len(steps) < 2:
        return ""
    shown = [f"{step_day(step).removeprefix('on ')}: {_step(step)}" for step in steps[-_MOST_CHANGES:]]
    return lines(["…", *shown] if len(steps) > len(shown) else shown)


def _step(change: FateChange) -> str:
    released = change.claim.kind is Kind.RELEASED and change.claim.season is not None
    if change.fate is Fate.AWAITING_DECISION and released:
        return f"Season {change.claim.season} out, no decision about more"
    if change.claim.kind is Kind.REVIVED:
        return "Revived" if change.season is None else f"Revived for season {change.season}"
    return fate_words(change.fate, change.season)


def _hope(claim: Claim) -> str:
    by = escape(claim.by or "")
    about = [f"{CERTAINTIES[claim.certainty]}:", f"{by} on" if by else "", subject_words(claim), when_words(claim.when)]
    return f"{' '.join(filter(None, about))}\n{_report(claim)}"


def _sources(outlets: Sequence[str], checked: datetime | None) -> str:
    heard = listed([name for outlet in outlets if (name := escape(outlet))], _MOST_OUTLETS)
    asked = f"Checked {moment(checked, 'R')}." if checked is not None else "No source was checked yet."
    return lines(filter(None, [heard, asked]))
