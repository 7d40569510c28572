"""Which entries report the same happening: a key by structure, compared within a window that depends on the kind.

Different news that looks alike must not merge ("X joins", "Y joins"), and what a story does not say yet is a story of
its own: an exact day after "in 2026", a decision after its rumour. Knows nothing of texts, storage or posts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType

from bot.model.claim import Claim, Kind
from bot.model.reading import StoryKey
from bot.model.story import Story
from bot.model.when import When, WhenError
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


def same_story(key: StoryKey, published: datetime, among: Sequence[Story]) -> Story | None:
    """The story (the very object) that an entry with this key belongs to; the closest one where several would do."""
    fits = [(closeness, story) for story in among if (closeness := _fits(key, published, story)) is not None]
    if not fits:
        return None
    return min(fits, key=lambda fit: fit[0])[1]


def _fits(key: StoryKey, published: datetime, story: Story) -> tuple[int, timedelta] | None:
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
    looseness, window = _slots_agree(key.kind, slot, other_slot)
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


def _slots_agree(kind: Kind, slot: str, other: str) -> tuple[int, timedelta]:
    """How loosely two slots of one kind agree, and how long a report joins on that ground."""
    never = (9, timedelta(days=-1))
    if slot == other:
        return 1, WINDOWS[kind] if slot or kind not in _PEOPLE else NEAR
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
