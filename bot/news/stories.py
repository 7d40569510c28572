"""Which entries report the same happening: a key by structure, compared within a window that depends on the kind.

Different news that looks alike must not merge ("X joins", "Y joins"), and what a story does not say yet is a story of
its own: an exact day after "in 2026", a decision after its rumour. News whose key names nothing (talk, a cast without
names) is told apart by its text. Knows nothing of storage or posts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from bot.model.claim import Claim, Kind
from bot.model.reading import StoryKey
from bot.model.story import Story
from bot.model.when import When, WhenError
from bot.news.frames.names import people_of
from bot.news.likeness import Counts, counts_of, likeness
from bot.news.wording import headline

__all__ = ["WINDOWS", "headline", "key_of", "same_story"]

_FATE, _DATES, _PROMOTION = timedelta(days=21), timedelta(days=10), timedelta(days=4)
WINDOWS: Mapping[Kind, timedelta] = MappingProxyType(
    {
        Kind.ORDERED: _FATE,
        Kind.RENEWED: _FATE,
        Kind.FINAL_SEASON: _FATE,
        Kind.FILM: _FATE,
        Kind.CANCELLED: _FATE,
        Kind.ENDED: _FATE,
        Kind.REVIVED: _FATE,
        Kind.SPIN_OFF: _FATE,
        Kind.FILMING_START: _DATES,
        Kind.FILMING_WRAP: _DATES,
        Kind.HALT: _DATES,
        Kind.DATE_SET: _DATES,
        Kind.DATE_MOVED: _DATES,
        Kind.RELEASED: _DATES,
        Kind.CAST: _DATES,
        Kind.CREW: _DATES,
        Kind.TRAILER: _PROMOTION,
        Kind.TALK: _PROMOTION,
    }
)
"""How long after a story opened a further report of the same happening still joins it."""

NEAR = timedelta(hours=48)
"""How far apart reports may be that agree in part only: the first wave of a piece of news."""

_DATED = frozenset({Kind.DATE_SET, Kind.DATE_MOVED})
_PEOPLE = frozenset({Kind.CAST, Kind.CREW})
"""Of these something happens every week: where nobody is named, only the first wave is taken as one story."""
_BY_TEXT = _PEOPLE | {Kind.TALK}
"""Kinds of which a key without a slot says too little: where both texts are known, these decide."""
ALIKE, MUCH_ALIKE = 0.1, 0.3
"""Cosines of two texts: enough within the first wave, and enough for the whole window."""
_MOST_TEXTS = 50
"""Stories that a text is compared with, the newest."""
_NAMED = frozenset({Kind.CAST, Kind.CREW, Kind.TRAILER, Kind.SPIN_OFF, Kind.RELEASED})
"""Kinds of which several happen at a time, told apart by a person, a title, a number or a part."""

_JOINS: Mapping[Kind, frozenset[Kind]] = MappingProxyType(
    {
        Kind.RENEWED: frozenset({Kind.FINAL_SEASON, Kind.REVIVED}),
        Kind.REVIVED: frozenset({Kind.FINAL_SEASON, Kind.RENEWED}),
        Kind.FINAL_SEASON: frozenset({Kind.RENEWED, Kind.REVIVED, Kind.FILM}),
        # Not the other way round: that a film will finish a cancelled show is news to whoever heard only the first.
        Kind.CANCELLED: frozenset({Kind.FILM}),
        Kind.ENDED: frozenset({Kind.RELEASED}),
        Kind.RELEASED: frozenset({Kind.ENDED}),
        Kind.DATE_SET: frozenset({Kind.DATE_MOVED}),
        Kind.DATE_MOVED: frozenset({Kind.DATE_SET}),
    }
)
"""Which stories a report of another kind joins in the first wave: outlets lead with different halves of one thing."""

_LONG_RENEWAL = frozenset({Kind.RENEWED, Kind.FINAL_SEASON})

_UNCONFIRMED = "unconfirmed"
"""Begins the slot of a hint or rumour: whoever confirms it later makes another story."""
_SEPARATOR = "; "
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;&|/+]|\band\b)\s*")


def key_of(claim: Claim) -> StoryKey:
    """What tells the happening of this claim from others."""
    slot = ""
    if claim.kind in _DATED:
        slot = claim.when or ""
    elif claim.kind in _NAMED:
        slot = _fold(claim.slot)
    if not claim.certainty.moves_fate:
        slot = _SEPARATOR.join(filter(None, (_UNCONFIRMED, slot)))
    return StoryKey(claim.show, claim.kind, claim.season, slot)


def same_story(key: StoryKey, published: datetime, among: Sequence[Story], text: str = "") -> Story | None:
    """The story (the very object) that an entry with this key belongs to; the closest one where several would do.

    `text` is what the entry says, headline first; without it the key alone decides.
    """
    by_text = bool(text) and key.kind in _BY_TEXT
    fits = [
        (closeness, story)
        for story in among
        if (closeness := _fits(key, published, story, by_text=by_text and bool(story.summary))) is not None
    ]
    if by_text:
        fits = _fits_by_text(key, published, fits, text)
    if not fits:
        return None
    return min(fits, key=lambda fit: fit[0])[1]


_Fit = tuple[tuple[float, timedelta], Story]


def _fits_by_text(key: StoryKey, published: datetime, fits: Sequence[_Fit], text: str) -> list[_Fit]:
    """Of the stories that a key fits those that the text fits as well; those whose keys name the same need none."""
    bare = [fit for fit in fits if not (_parts(key.slot)[1] and _parts(fit[1].key.slot)[1]) and _text(fit[1])]
    if not bare:
        return list(fits)
    bare.sort(key=lambda fit: (fit[1].latest, fit[1].opened, fit[1].headline, fit[1].summary), reverse=True)
    kept = [fit for fit in fits if not any(fit is other for other in bare)]
    bare = bare[:_MOST_TEXTS]
    cosines = likeness(_counts(text), [_counts(_text(story)) for _, story in bare], key.show.split("-"))
    for ((looseness, apart), story), cosine in zip(bare, cosines, strict=True):
        if _of_others(text, story) or not _is_alike(key, published, story, cosine):
            continue
        kept.append(((looseness + 1 - cosine, apart), story))
    return kept


def _is_alike(key: StoryKey, published: datetime, story: Story, cosine: float) -> bool:
    same_season = key.season is not None and key.season == story.key.season
    if _parts(key.slot)[1] or _parts(story.key.slot)[1] or same_season:
        # Who it is, or which season is talked of, is known of one or both: the first wave needs no more than that.
        return True
    return cosine >= (ALIKE if abs(published - story.opened) <= NEAR else MUCH_ALIKE)


def _of_others(text: str, story: Story) -> bool:
    """Whether both texts name people, and none of them is the same: one hopes, and then another."""
    ours, theirs = _people(text), _people(_text(story))
    return bool(ours and theirs) and not any(_is_one(a, b) for a in ours for b in theirs)


def _is_one(name: str, other: str) -> bool:
    return name.rpartition(" ")[2] == other.rpartition(" ")[2]


def _text(story: Story) -> str:
    """What is known of a story's text: our headline says the same of much that differs, so its summary counts."""
    return f"{story.headline}. {story.summary}" if story.summary else ""


@lru_cache(maxsize=256)
def _counts(text: str) -> Counts:
    return counts_of(text)


@lru_cache(maxsize=256)
def _people(text: str) -> frozenset[str]:
    told = _SENTENCE_ENDS.split(text[:_PEOPLE_WITHIN])
    return frozenset(_fold(str(name)) for sentence in told for _, _, name in people_of(sentence, ()))


_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s")
_PEOPLE_WITHIN = 600
"""Characters of a text in which people are looked for: who is named further on is told of by the way."""


def _fits(key: StoryKey, published: datetime, story: Story, *, by_text: bool) -> tuple[float, timedelta] | None:
    """How loosely the two agree and how far apart they are; None when they are different stories."""
    other = story.key
    since_opened = abs(published - story.opened)
    if key.show != other.show or not _seasons_agree(key, other, first_wave=since_opened <= NEAR):
        return None
    apart = max(story.opened - published, published - story.latest, timedelta())
    certain, slot = _parts(key.slot)
    other_certain, other_slot = _parts(other.slot)
    if certain != other_certain:
        return None
    if key.kind != other.kind:
        if other.kind not in _JOINS.get(key.kind, ()) or since_opened > NEAR:
            return None
        return (3, apart) if key.kind not in _DATED or _dates_overlap(slot, other_slot) else None
    looseness, window = _slots_agree(key.kind, slot, other_slot, by_text=by_text)
    return (looseness if key != other else 0, apart) if since_opened <= window else None


def _parts(slot: str) -> tuple[bool, str]:
    """Whether a slot is that of a certain claim, and what it names."""
    head, _, rest = slot.partition(_SEPARATOR)
    return (False, rest) if head == _UNCONFIRMED else (True, slot)


def _seasons_agree(key: StoryKey, other: StoryKey, *, first_wave: bool) -> bool:
    """An outlet that gives no number joins one that does; of a renewal for two seasons each may name either."""
    if key.season is None or other.season is None or key.season == other.season:
        return True
    return first_wave and {key.kind, other.kind} <= _LONG_RENEWAL and abs(key.season - other.season) == 1


def _slots_agree(kind: Kind, slot: str, other: str, *, by_text: bool) -> tuple[int, timedelta]:
    """How loosely two slots of one kind agree, and how long a report joins on that ground."""
    never = (9, timedelta(days=-1))
    if slot == other:
        return 1, WINDOWS[kind] if slot or by_text or kind not in _PEOPLE else NEAR
    if not slot or not other:
        # It names nobody and no date: the same happening if it is of the first wave.
        return 2, NEAR
    if kind in _DATED:
        return _dates_agree(kind, slot, other)
    return (1, WINDOWS[kind]) if _names_shared(slot, other) else never


def _dates_agree(kind: Kind, slot: str, other: str) -> tuple[int, timedelta]:
    if not _dates_overlap(slot, other):
        return 9, timedelta(days=-1)
    # "In November" after "on 26 November" says nothing new; the day after the month does, but for the first wave.
    ours, theirs = _when(slot), _when(other)
    vaguer = ours is not None and theirs is not None and ours.start <= theirs.start and theirs.end <= ours.end
    return 2, WINDOWS[kind] if vaguer else NEAR


def _dates_overlap(slot: str, other: str) -> bool:
    ours, theirs = _when(slot), _when(other)
    if ours is None or theirs is None:
        return slot == other
    return ours.start <= theirs.end and theirs.start <= ours.end


def _when(text: str) -> When | None:
    try:
        return When.parse(text)
    except WhenError:
        return None


def _names_shared(slot: str, other: str) -> bool:
    """Whether two lists of names have one in common; a surname or a first name alone stands for the full name."""
    ours, theirs = _names(slot), _names(other)
    if ours & theirs:
        return True
    return any(
        (len(a.split()) == 1 and a in b.split()) or (len(b.split()) == 1 and b in a.split())
        for a in ours
        for b in theirs
    )


def _names(slot: str) -> frozenset[str]:
    return frozenset(filter(None, _BETWEEN_NAMES.split(slot)))


def _fold(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())
