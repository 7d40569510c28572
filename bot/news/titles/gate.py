"""Decides which names in a text mean the show: a name that is a plain word too needs more proof than one that is not.

The proof is points, each with its name: quotes, a season beside it, a tag, the network, people, how it is capitalised.
Knows nothing of what the text says of the shows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.model.entry import Entry
from bot.model.show import ShowId
from bot.news.sentences import Sentence
from bot.news.titles.context import Context
from bot.news.titles.index import Hit, NameIndex, fold
from bot.news.titles.proof import BEYOND_CAPITALS, GOES_ON, STRUCTURE, Known, ends_a_name, is_other_name, points_for
from bot.news.titles.same_name import choose
from bot.news.titles.tiers import QUOTED, Tier, is_capitalised, is_title_case, tier_of


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence that means a show."""

    show: ShowId
    sentence: int
    start: int
    end: int
    proof: str
    """The points that let it pass, in words."""
    inside: bool = False
    """Part of a longer title of something else: "The Witcher: Blood Origin"."""


@dataclass(slots=True)
class Named:
    """The shows an entry names."""

    mentions: list[Mention] = field(default_factory=list)
    tagged: dict[ShowId, str] = field(default_factory=dict)
    """Shows that a tag names, with the tag."""
    refused: list[tuple[str, int, str]] = field(default_factory=list)
    """Names that did not pass: the words, the sentence, the points they had."""

    def shows(self) -> set[ShowId]:
        """Every show named."""
        return {mention.show for mention in self.mentions} | set(self.tagged)


_NEEDED = {Tier.DISTINCT: 0.0, Tier.COMMONPLACE: 1.5, Tier.WORD: 3.0}
"""The points that a name needs."""
_BETWEEN_LISTED = re.compile(r"(?=.*(?:[,;&]|\band\b))[’”\"',;]{0,3}\s?(?:and|&|,)?\s?[‘“\"']?")


def find_shows(entry: Entry, sentences: Sequence[Sentence], index: NameIndex) -> Named:
    """The shows an entry names, and where."""
    named = Named()
    hits = [(number, hit) for number, sentence in enumerate(sentences) for hit in index.find(sentence.text)]
    tags = [(tag, shows) for tag in entry.tags[:40] if (shows := index.exact(tag))]
    if not hits and not tags:
        return named
    context = Context(entry, sentences)
    for tag, shows in tags:
        best = choose(tuple(shows), tag, index, context, {})
        if best is not None:
            named.tagged[best] = tag
    settled: dict[ShowId, int] = {}
    undecided: list[tuple[int, Hit]] = []
    for number, hit in hits:
        if not _weigh(number, hit, sentences, index, context, named, settled):
            undecided.append((number, hit))
    # A name that was proven once lends proof to the places where it stands bare.
    while undecided and settled:
        still = [one for one in undecided if not _weigh(*one, sentences, index, context, named, settled)]
        if len(still) == len(undecided):
            break
        # So does one that is listed beside it: "Severance, Silo and Slow Horses".
        undecided = still
    named.refused += [(hit.name, number, "not enough says that the show is meant") for number, hit in undecided]
    _short_forms(named, sentences, index)
    named.mentions.sort(key=lambda mention: (mention.sentence, mention.start))
    return named


def _weigh(
    number: int,
    hit: Hit,
    sentences: Sequence[Sentence],
    index: NameIndex,
    context: Context,
    named: Named,
    settled: dict[ShowId, int],
) -> bool:
    text = sentences[number].text
    show_id = choose(hit.shows, text, index, context, settled, hit)
    if show_id is None:
        return False
    show = index.get(show_id)
    surface = text[hit.start : hit.end]
    if not is_capitalised(surface, hit.name, text):
        return False
    quoted, inside = _quotes(text, hit)
    points = points_for(
        text,
        hit,
        show,
        context,
        Known(
            quoted=quoted,
            tagged=show_id in named.tagged,
            elsewhere=show_id in settled,
            listed=_is_listed(text, hit, number, named),
        ),
    )
    tier = tier_of(hit.name)
    total = sum(points.values())
    if inside and tier is not Tier.DISTINCT:
        if text[hit.end : hit.end + 1] != ":":
            return False
        points["names a franchise"] = 2.0
        total += 2.0
    if total < _NEEDED[tier] or (tier is Tier.WORD and not points.keys() & STRUCTURE):
        return False
    if (
        is_other_name(text, hit)
        and not quoted
        and (not points.keys() & BEYOND_CAPITALS or GOES_ON.match(text[hit.end : hit.end + 30]))
    ):
        return False
    if not quoted and ends_a_name(text, hit):
        return False
    settled[show_id] = settled.get(show_id, 0) + 1
    proof = ", ".join(points) or f"{tier.value} name"
    named.mentions.append(Mention(show_id, number, hit.start, hit.end, proof, inside))
    return True


def _short_forms(named: Named, sentences: Sequence[Sentence], index: NameIndex) -> None:
    """A quoted part of the name of a show that is named in full elsewhere: ‘Seven Kingdoms’."""
    full = {show: f" {fold(index.get(show).name)} " for show in {mention.show for mention in named.mentions}}
    full = {show: name for show, name in full.items() if name.count(" ") > 3}
    if not full:
        return
    for number, sentence in enumerate(sentences):
        taken = [(m.start, m.end) for m in named.mentions if m.sentence == number]
        for match in QUOTED.finditer(sentence.text):
            start, part = match.start(1), match[1].strip(" ,.!?")
            if any(start < end and begin < match.end(1) for begin, end in taken) or not is_title_case(part):
                continue
            fitting = [show for show, name in full.items() if f" {fold(part)} " in name and fold(part)]
            if len(fitting) == 1 and tier_of(part) is not Tier.WORD:
                named.mentions.append(Mention(fitting[0], number, start, start + len(part), "a part of the full name"))


def _is_listed(text: str, hit: Hit, number: int, named: Named) -> bool:
    """Whether nothing but a comma or an "and" parts a name from a show that is named beside it."""
    for mention in named.mentions:
        if mention.sentence == number and not (mention.start < hit.end and hit.start < mention.end):
            between = text[min(mention.end, hit.end) : max(mention.start, hit.start)]
            if _BETWEEN_LISTED.fullmatch(between):
                return True
    return False


def _quotes(text: str, hit: Hit) -> tuple[bool, bool]:
    """Whether the name stands in quotes by itself, and whether it is a part of a longer title in quotes."""
    for match in QUOTED.finditer(text, max(0, hit.start - 90)):
        if match.start(1) > hit.start:
            break
        if match.start(1) <= hit.start and hit.end <= match.end(1):
            inner = match[1].strip(" ,.!?")
            if match.start(1) == hit.start and hit.start + len(inner) <= hit.end:
                return True, False
            rest = text[hit.end : match.end(1)].strip(" ,.!?")
            if (
                re.fullmatch(r"(?:season|series|S)?\s?\d{1,2}|\([^)]*\)", rest, re.IGNORECASE)
                and match.start(1) == hit.start
            ):
                return True, False
            return False, is_title_case(inner)
    return False, False
