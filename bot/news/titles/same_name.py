"""Of shows of one name, tells which is meant: by network, year, people and country. Knows nothing else."""

from __future__ import annotations

from bot.model.show import Show, ShowId
from bot.news.lexicon.networks import families_in, family
from bot.news.lexicon.tv_words import HOME, LABELLED, UK_FAMILIES
from bot.news.titles.context import Context
from bot.news.titles.index import Hit, NameIndex


def choose(
    shows: tuple[ShowId, ...],
    text: str,
    index: NameIndex,
    context: Context,
    settled: dict[ShowId, int],
    hit: Hit | None = None,
) -> ShowId | None:
    """Of shows of one name the one that is meant."""
    if len(shows) == 1:
        return shows[0]
    scored = []
    for show_id in shows:
        show = index.get(show_id)
        scored.append(
            (_likeness(show, text, context, hit) + (1.5 if show_id in settled else 0), _begun(show, context), show_id)
        )
    return max(scored)[2] if scored else None


def _begun(show: Show, context: Context) -> tuple[bool, int]:
    year = show.year or 0
    return year <= context.entry.published.year + 1, year


def _likeness(show: Show, text: str, context: Context, hit: Hit | None) -> float:
    score = 0.0
    home = home_of(show)
    if hit is not None:
        label = LABELLED.match(text[hit.end : hit.end + 20])
        if label is not None:
            if label["year"]:
                score += 6 if show.year == int(label["year"]) else -3
            else:
                score += 6 if home == {"us": "US", "uk": "UK", "au": "AU"}[label.lastgroup or ""] else -6
        near = text[max(0, hit.start - 40) : hit.end + 40]
        if show.network and family(show.network) in families_in(near):
            score += 4
    if show.network and family(show.network) in families_in(text):
        score += 2
    if context.has_network(show):
        score += 1.5
    if context.has_person(show):
        score += 3
    if home in HOME and HOME[home].search(context.text):
        score += 0.5
    return score


def home_of(show: Show) -> str:
    """The country a show comes from, in two letters; told by its network where it is not known."""
    if show.country:
        return {"GB": "UK"}.get(show.country, show.country)
    return "UK" if show.network and family(show.network) in UK_FAMILIES else "US"
