"""Makes evidence of what an entry tells of the past: "was renewed in March 2024" is a claim at March 2024.

Only where a sentence gives the day, month or year itself, more than two weeks before the entry, and states a decision
or a release as a plain fact. Never the entry's own news. Knows nothing of stories, storage or status.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from bot.model.claim import FATEFUL, Certainty, Claim, Kind
from bot.model.entry import Entry
from bot.model.show import ShowId
from bot.model.source import Tier
from bot.model.when import When
from bot.news.frames.certainty import Voice
from bot.news.frames.claims import claim_of
from bot.news.frames.dated import OLD, day_of, governed
from bot.news.frames.frame import Frame
from bot.news.frames.gather import Held, gather
from bot.news.frames.marks import Marked
from bot.news.frames.said import ASIDE, SEASONED, Said
from bot.news.lexicon.speech import BACKGROUND_OPENERS, ENDING_FILM, RELATIVE, RELATIVE_HEAD


@dataclass(frozen=True, slots=True)
class Old:
    """What a sentence says of the past, and when that was."""

    said: Said
    held: Held
    """The frame as it was held back."""
    when: When


def old_news(
    entry: Entry,
    held: Sequence[Held],
    voice: Voice,
    topic: Callable[[Marked], Collection[ShowId]],
    subjects: Collection[ShowId],
) -> list[Old]:
    """What the frames held back as old say of the entry's subjects, each with its own date; the rest is dropped."""
    found: list[Old] = []
    for one in held:
        frame = one.frame
        if not frame.background or frame.kind not in FATEFUL or frame.rule.name in ASIDE or not _is_plain(frame):
            continue
        when = _when(frame, entry.published)
        if when is None:
            continue
        sayings = gather(entry, [replace(frame, background="")], voice, topic)
        found += [Old(_numbered(said), one, when) for said in sayings.said if _is_evidence(said, frame, subjects)]
    return found


def to_evidence(entry: Entry, old: Sequence[Old], told: Sequence[Claim]) -> tuple[Claim, ...]:
    """One background claim a (show, kind, season), and none of what the entry tells as its own news too."""
    claims: dict[tuple[ShowId, Kind, int | None], Claim] = {}
    for one in old:
        claim = claim_of(entry, one.said)
        season = claim.season if claim.kind in SEASONED else None
        if any(_is_same(claim, other) for other in told):
            continue
        claims.setdefault(
            (claim.show, claim.kind, season),
            replace(
                claim,
                season=season,
                # When a decision was made is no date to come; when a season came out is.
                when=one.when.text if claim.kind in (Kind.RELEASED, Kind.ENDED) else None,
                certainty=_at_most(claim.certainty, entry.tier),
                happened=_middle(one.when),
                background=True,
            ),
        )
    return tuple(claims.values())


def is_of_the_past(marked: Marked, published: datetime) -> bool:
    """Whether a sentence opens as one that tells of the past, or dates what it tells long ago and nothing to come."""
    dates = [(dated.governor, day_of(dated.found.past)) for dated in governed(marked, published.date())]
    coming = any(governor in ("out", "film") for governor, _ in dates)
    if coming:
        return False
    opener = BACKGROUND_OPENERS.match(marked.text)
    if opener is not None and not opener.group().lower().startswith("the "):
        return True
    return any(
        governor in ("past", "told") and when is not None and when.end < published.date() - OLD
        for governor, when in dates
    )


def _is_same(claim: Claim, other: Claim) -> bool:
    if (claim.show, claim.kind) != (other.show, other.kind):
        return False
    return claim.kind not in SEASONED or claim.season == other.season or None in (claim.season, other.season)


def _at_most(certainty: Certainty, tier: Tier) -> Certainty:
    """What others decided long ago is at best reported, but where those who decided tell it themselves."""
    return certainty if tier is Tier.PRESS_RELEASE else max(certainty, Certainty.REPORTED, key=lambda c: c.rank)


def _middle(when: When) -> datetime:
    return datetime.combine(when.start + (when.end - when.start) / 2, time(12), UTC)


def _is_evidence(said: Said, frame: Frame, subjects: Collection[ShowId]) -> bool:
    return (
        said.show in subjects
        and said.kind is frame.kind
        and said.certainty.moves_fate
        and (said.explicit or (len(subjects) == 1 and _GOES_ON_ABOUT.search(frame.words) is not None))
        and (said.kind is not Kind.FILM or ENDING_FILM.search(frame.words) is not None)
    )


_GOES_ON_ABOUT = re.compile(
    r"\b(?:it|the\s(?:[\w-]+\s){0,2}?(?:show|series|drama|comedy|sitcom|thriller|soap|season|run|programme)|"
    r"(?:season|series)\s\w+|(?:\w+)\s(?:season|series|run))\b",
    re.IGNORECASE,
)
"""What a sentence calls the show that it does not name."""
_NO_FACT = re.compile(
    r"\b(?:would|could|might|should|hop(?:e[sd]?|ing)|love[ds]?|plan\w*|want\w*|den(?:y|ies|ied)|jok\w+|expect\w*|once|"
    r"billed|rumou?r\w*|reports?|reportedly|due|supposed|said|says|told|almost|nearly|not|never|if|whether|only\sto|"
    r"chang\w+|revers\w+|initially|briefly|rival|fellow|previous|former|sister|siblings?|companion|parent|others?|another|spin-?offs?|prequels?|"
    r"sequels?|remakes?|predecessors?|versions?)\b|n['’]t\b",
    re.IGNORECASE,
)
"""In a sentence that tells of the past: what was said, planned or feared, taken back, or of another show."""
_SAVED = re.compile(r"\b(?:reviv\w+|sav(?:ed|ing)|rescu\w+|return\w*|back|renew\w*|pick\w*\sup)\b", re.IGNORECASE)
"""Beside an end: it was not for good."""
_BEFORE_SOMETHING = "what came before"
_HANGS_ON = "a clause that hangs on"


def _is_plain(frame: Frame) -> bool:
    """Whether a sentence of the past states a fact of the show that it names or goes on about."""
    text = frame.marked.text
    if frame.negated or frame.possible or frame.asked or _NO_FACT.search(text):
        return False
    if frame.background.startswith(_BEFORE_SOMETHING):
        return False
    if frame.kind in (Kind.CANCELLED, Kind.ENDED) and _SAVED.search(text):
        return False
    relative = RELATIVE.search(text[: frame.trigger])
    return relative is None or (
        not frame.background.startswith(_HANGS_ON) and RELATIVE_HEAD.search(text[: relative.start()]) is not None
    )


_BESIDE_IT = re.compile(r"\b(?:before|after|since|until|ahead|when|while)\b", re.IGNORECASE)
"""Between a decision and a season: that season is of something else."""


def _numbered(said: Said) -> Said:
    """Without the season where it is not the one that was decided: "renewed it, ahead of season four"."""
    marked, trigger = said.frame.marked, said.frame.trigger
    places = [at for at, season in marked.seasons_in(0, len(marked.text)) if said.season in season.numbers]
    near = any(at < trigger or not _BESIDE_IT.search(marked.text[trigger:at]) for at in places)
    return said if near or said.season is None else replace(said, season=None)


_NEAR = 70
"""Characters between what happened and its date."""
_AT_THE_HEAD = 16
"""Within so many characters of its beginning a sentence names the date of all it tells: "Back in early March, …"."""
_SOMETHING_ELSE = re.compile(
    r"[;:]|\b(?:premier\w*|debut\w*|releas\w*|air(?:s|ed|ing)?|launch\w*|before|after|since|until|ahead|when|while|"
    r"finale|following|because|which|who|and|but|from|over)\b",
    re.IGNORECASE,
)
"""Between the two: the date is of another event."""


def _when(frame: Frame, published: datetime) -> When | None:
    """The date at which a frame's sentence says that it happened: the nearest that can be of nothing else."""
    text = frame.marked.text
    found: list[tuple[int, When]] = []
    for dated in governed(frame.marked, published.date()):
        when = day_of(dated.found.past)
        if when is None or when.end >= published.date() - OLD:
            continue
        low, high = sorted((frame.trigger, dated.place))
        if dated.place < frame.trigger and dated.place > _AT_THE_HEAD:
            continue
        if high - low <= _NEAR and not _SOMETHING_ELSE.search(text[low + 1 : high]):
            found.append((high - low, when))
    return min(found, key=lambda pair: pair[0])[1] if found else None
