"""In which order claims count, whoever told them first, and which of them may decide anything.

Knows nothing of what follows from them.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.model.claim import Claim, Kind
from bot.model.source import Tier

_ORDER = (
    Kind.ORDERED, Kind.CANCELLED, Kind.REVIVED, Kind.RENEWED, Kind.FINAL_SEASON, Kind.FILM, Kind.RELEASED, Kind.ENDED,
)  # fmt: skip
"""Of one instant, so mostly of one entry: "saved" after "cancelled", "final" after "renewed", the end after all."""


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Oldest happening first; of one instant the least certain first, so that the best word is the last."""
    return sorted(claims, key=_place)


def is_trusted(claim: Claim) -> bool:
    """Whether a claim may move anything: hopes and rumours never do, nor does a speculative source by itself."""
    return claim.certainty.moves_fate and claim.tier is not Tier.SPECULATIVE


def _place(claim: Claim) -> tuple[object, ...]:
    # What follows the tier decides nothing: it makes the order total, so that no arrival order shows through.
    return (
        claim.happened,
        _ORDER.index(claim.kind) if claim.kind in _ORDER else len(_ORDER),
        -claim.certainty.rank,
        -claim.tier.rank,
        claim.season or 0,
        claim.kind.value,
        claim.when or "",
        claim.slot,
        claim.background,
        claim.outlet,
        claim.url,
        claim.by or "",
        claim.sentence,
        claim.rule,
        claim.entry,
    )
