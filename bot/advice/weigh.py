"""What a checked second opinion does to a reading: it may lower how certain a claim is, and add claims that move no
fate, about shows of which the rules claim nothing.

It removes nothing and raises nothing; what the entry is mainly about and the stories stay. Only where a claim falls
from certain to hoped for, its story is marked as unconfirmed, as for any hint or rumour: else the announcement that
follows would join that story, and nobody would be told. Pure; knows no network.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.advice.check import Opinion
from bot.model.claim import Certainty, Claim
from bot.model.entry import Entry
from bot.model.reading import Reading, StoryKey, Trace
from bot.model.show import Show, ShowId
from bot.model.source import Tier
from bot.news.opening import retold
from bot.news.stories import key_of
from bot.news.summary import cut

RULE = "second opinion"
"""The rule of every claim that was added, and what is written behind that of one that was lowered."""


def weigh(
    reading: Reading, opinions: Sequence[Opinion], entry: Entry, find: Callable[[ShowId], Show | None]
) -> Reading:
    """A reading with second opinions of it. `find` gives a show by its id."""
    lowered = tuple(_lowered(claim, opinions) for claim in reading.claims)
    added = _added(reading, opinions, entry)
    if not added and lowered == reading.claims:
        return reading
    changed = [(before, after) for before, after in zip(reading.claims, lowered, strict=True) if before != after]
    return replace(
        reading,
        claims=(*lowered, *added),
        stories=tuple(_marked(key, changed) for key in reading.stories),
        summary=_retold(reading, lowered, find),
        trace=(
            *reading.trace,
            *(Trace(RULE, "lowered", claim.sentence, _outcome(claim)) for _, claim in changed),
            *(Trace(RULE, "added", claim.sentence, _outcome(claim)) for claim in added),
        ),
    )


def _lowered(claim: Claim, opinions: Sequence[Opinion]) -> Claim:
    """A claim as certain as the least certain opinion of the same thing; one that names no season means any."""
    ranks = [
        opinion.certainty.rank
        for opinion in opinions
        if (opinion.show, opinion.kind) == (claim.show, claim.kind) and opinion.season in (None, claim.season)
    ]
    lowest = max(ranks, default=0)
    if lowest <= claim.certainty.rank:
        return claim
    return replace(claim, certainty=list(Certainty)[lowest], rule=f"{claim.rule}, {RULE}")


def _added(reading: Reading, opinions: Sequence[Opinion], entry: Entry) -> tuple[Claim, ...]:
    """Claims about the entry's shows on which the rules are silent, one a (show, kind, season), the least certain."""
    told = {claim.show for claim in reading.claims if not claim.background}
    silent = [show for show in reading.subjects if show not in told]
    made: dict[tuple[object, ...], Claim] = {}
    for opinion in sorted(opinions, key=lambda one: one.certainty.rank, reverse=True):
        if opinion.show not in silent:
            continue
        claim = Claim(
            show=opinion.show,
            kind=opinion.kind,
            certainty=max(opinion.certainty, Certainty.REPORTED, key=lambda certainty: certainty.rank),
            happened=entry.published,
            season=opinion.season,
            when=opinion.when,
            sentence=opinion.sentence,
            rule=RULE,
            entry=entry.id,
            outlet=entry.outlet,
            tier=Tier.SPECULATIVE,
            url=entry.url,
        )
        made.setdefault((claim.show, claim.kind, claim.season), claim)
    return tuple(made.values())


def _marked(key: StoryKey, changed: Sequence[tuple[Claim, Claim]]) -> StoryKey:
    """A story's key; of a claim that was certain and no longer is, marked as that of a hope or rumour."""
    for before, after in changed:
        if key == key_of(before):
            return key_of(after)
    return key


def _retold(reading: Reading, lowered: Sequence[Claim], find: Callable[[ShowId], Show | None]) -> str:
    """The summary, with what it says in our own words said as carefully as the claims now are."""
    show = find(reading.claims[0].show) if reading.main is not None else None
    if show is None:
        return reading.summary
    before = [claim for claim in reading.claims if claim.show == show.id and not claim.background]
    after = [claim for claim in lowered if claim.show == show.id and not claim.background]
    return cut(retold(reading.summary, show, before, after))


def _outcome(claim: Claim) -> str:
    season = f", season {claim.season}" if claim.season is not None else ""
    return f"{claim.show}: {claim.kind.value}{season}, {claim.certainty.value}"
