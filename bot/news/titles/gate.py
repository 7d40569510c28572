"""Decides which names in a text mean the show: a name that is a plain word too needs more proof than one that is not.

The proof is points, each with its name: quotes, a season beside it, a tag, the network, people, how it is capitalised.
Of shows of one name the network, year, people and country decide. Knows nothing of what the text says of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from bot.model.entry import Entry
from bot.model.show import Show, ShowId
from bot.news.lexicon.common_words import COMMON
from bot.news.lexicon.networks import families_in, family
from bot.news.lexicon.tv_words import (
    CONTEXT,
    DECIDED_AFTER,
    FICTION_BEFORE,
    FOLLOWS_A_TITLE,
    HOME,
    LABELLED,
    SEASON_AFTER,
    SEASON_BEFORE,
    SEASON_NAMED,
    SMALL_WORDS,
    UK_FAMILIES,
    WEEKDAYS,
)
from bot.news.sentences import Place, Sentence
from bot.news.titles.index import Hit, NameIndex, fold


class Tier(StrEnum):
    """How much a name says by itself."""

    DISTINCT = "distinct"
    COMMONPLACE = "commonplace"
    """Several plain words, or one short one."""
    WORD = "word"
    """A dictionary word or a number."""


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
_OPENING, _CLOSING = "“‘\"'«„", "”’\"'»“"
_QUOTED = re.compile(r"[“‘\"'«]([^“”‘\"«»\n]{1,80}?)[,.!?]?[”’\"'»](?![\w])")
_LETTERS = re.compile(r"[^\W\d_]+")
_LIFE_AT_START = re.compile(r"^[^\w]{0,2}$")


@lru_cache(maxsize=200_000)
def tier_of(name: str) -> Tier:
    """How much a name says by itself."""
    words = fold(name).split()
    if len(words) > 1 and words[-1] in {"us", "uk"}:
        return Tier.DISTINCT
    plain = [word for word in words if word in COMMON or word.isdigit() or len(word) <= 2 or word in SMALL_WORDS]
    if len(words) == 1:
        if plain or len(name) <= 3:
            return Tier.WORD
        return Tier.DISTINCT if len(words[0]) >= 6 or any(c.isdigit() for c in name) else Tier.COMMONPLACE
    if len(plain) < len(words) or len(words) >= 5:
        return Tier.DISTINCT
    meant = [word for word in words if word not in SMALL_WORDS]
    if all(word.isdigit() for word in meant):
        return Tier.WORD if len(words) < 3 else Tier.COMMONPLACE
    if all(len(word) == 1 for word in words):
        return Tier.DISTINCT
    return Tier.COMMONPLACE


class _Context:
    """What the whole entry says about which shows it may mean; each looked up when first asked for."""

    def __init__(self, entry: Entry, sentences: Sequence[Sentence]) -> None:
        self.text = "\n".join(sentence.text for sentence in sentences if sentence.place is not Place.LINKS)
        self.text += "\n" + " | ".join(entry.tags)
        self.entry = entry
        self.is_tv = bool(CONTEXT.search(self.text))
        self._families: frozenset[str] | None = None

    @property
    def families(self) -> frozenset[str]:
        if self._families is None:
            self._families = families_in(self.text)
        return self._families

    def has_network(self, show: Show) -> bool:
        return bool(show.network) and family(show.network or "") in self.families

    def has_person(self, show: Show) -> bool:
        return any(_names(self.text, person) for person in show.people)


def _names(text: str, person: str) -> bool:
    place = text.find(person)
    return place >= 0 and not text[place + len(person) : place + len(person) + 1].isalpha()


def find_shows(entry: Entry, sentences: Sequence[Sentence], index: NameIndex) -> Named:
    """The shows an entry names, and where."""
    named = Named()
    hits = [(number, hit) for number, sentence in enumerate(sentences) for hit in index.find(sentence.text)]
    tags = [(tag, shows) for tag in entry.tags[:40] if (shows := index.exact(tag))]
    if not hits and not tags:
        return named
    context = _Context(entry, sentences)
    for tag, shows in tags:
        best = _choose(tuple(shows), tag, index, context, {})
        if best is not None:
            named.tagged[best] = tag
    settled: dict[ShowId, int] = {}
    undecided: list[tuple[int, Hit]] = []
    for number, hit in hits:
        if not _weigh(number, hit, sentences, index, context, named, settled):
            undecided.append((number, hit))
    # A name that was proven once lends proof to the places where it stands bare.
    for number, hit in undecided:
        if not settled or not _weigh(number, hit, sentences, index, context, named, settled):
            named.refused.append((hit.name, number, "not enough says that the show is meant"))
    _short_forms(named, sentences, index)
    named.mentions.sort(key=lambda mention: (mention.sentence, mention.start))
    return named


def _weigh(
    number: int,
    hit: Hit,
    sentences: Sequence[Sentence],
    index: NameIndex,
    context: _Context,
    named: Named,
    settled: dict[ShowId, int],
) -> bool:
    text = sentences[number].text
    show_id = _choose(hit.shows, text, index, context, settled, hit)
    if show_id is None:
        return False
    show = index.get(show_id)
    surface = text[hit.start : hit.end]
    if not _capitalised(surface, hit.name, text):
        return False
    quoted, inside = _quotes(text, hit)
    points = _points(text, hit, show, context, quoted=quoted, tagged=show_id in named.tagged, known=show_id in settled)
    tier = tier_of(hit.name)
    total = sum(points.values())
    if inside and tier is not Tier.DISTINCT:
        if text[hit.end : hit.end + 1] != ":":
            return False
        points["names a franchise"] = 2.0
        total += 2.0
    if total < _NEEDED[tier] or (tier is Tier.WORD and not points.keys() & _STRUCTURE):
        return False
    if tier is Tier.DISTINCT and _other_name(text, hit) and not points:
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
        for match in _QUOTED.finditer(sentence.text):
            start, part = match.start(1), match[1].strip(" ,.!?")
            if any(start < end and begin < match.end(1) for begin, end in taken) or not is_title_case(part):
                continue
            fitting = [show for show, name in full.items() if f" {fold(part)} " in name and fold(part)]
            if len(fitting) == 1 and tier_of(part) is not Tier.WORD:
                named.mentions.append(Mention(fitting[0], number, start, start + len(part), "a part of the full name"))


_STRUCTURE = frozenset(
    {"quoted", "season beside it", "year or country beside it", "network before it", "title words after it", "a name mid-sentence",
     "what it is before it", "in capitals", "opens a heading", "names a franchise"}
)  # fmt: skip


def _points(
    text: str, hit: Hit, show: Show, context: _Context, *, quoted: bool, tagged: bool, known: bool
) -> dict[str, float]:
    """What speaks for the show being meant here."""
    before, after = text[max(0, hit.start - 60) : hit.start], text[hit.end : hit.end + 60]
    points: dict[str, float] = {}
    if quoted:
        points["quoted"] = 2.0
    if (SEASON_AFTER.match(after) and not _from_to(hit, after)) or SEASON_BEFORE.search(before):
        points["season beside it"] = 3.0
    if LABELLED.match(after):
        points["year or country beside it"] = 3.0
    if _network_before(before, show):
        points["network before it"] = 2.0
    elif FICTION_BEFORE.search(before):
        points["what it is before it"] = 2.0
    if FOLLOWS_A_TITLE.match(after) and not _is_weekday_use(hit, before):
        plain = _starts_sentence_as_word(hit, before, after) and not DECIDED_AFTER.match(after)
        points["title words after it"] = 1.0 if plain else 2.0
        if SEASON_NAMED.search(text):
            points["a season in the sentence"] = 1.0
    if _mid_sentence_name(text, hit, before) or _capital_inside(text, hit):
        points["a name mid-sentence"] = 2.5
    if text[hit.start : hit.end].isupper() and len(hit.name) > 2 and not _shouts(text, hit):
        points["in capitals"] = 2.0
    if not before.strip(" “‘\"'") and re.match(r"[”’\"']?:\s", after):
        points["opens a heading"] = 1.0
    if tagged:
        points["tag"] = 3.0
    if known:
        points["named elsewhere"] = 1.5
    if context.has_person(show):
        points["people"] = 2.0
    if context.has_network(show):
        points["network"] = 1.5
    if context.is_tv:
        points["television"] = 1.0 if CONTEXT.search(text) else 0.6
    return points


def _from_to(hit: Hit, after: str) -> bool:
    return hit.name.lower() == "from" and re.search(r"\bto\b|[-–]", after[:40]) is not None


def _is_weekday_use(hit: Hit, before: str) -> bool:
    return hit.name.lower() in WEEKDAYS and bool(re.search(r"\b(?:on|this|next|last|every|by|until|from)\s$", before, re.I))


def _starts_sentence_as_word(hit: Hit, before: str, after: str) -> bool:
    """ "Friends set to reunite": at the start of a sentence any word is capitalised."""
    return not before.strip(" “‘\"'") and tier_of(hit.name) is Tier.WORD and after[:1] == " " and after[1:2].islower()


def _mid_sentence_name(text: str, hit: Hit, before: str) -> bool:
    """Capitalised where a plain word would not be."""
    if hit.name.lower() in WEEKDAYS or not text[hit.start].isupper() or not is_sentence_case(text):
        return False
    lead = before.rstrip(" “‘\"'(")
    return bool(lead) and lead[-1] not in ".!?:;–—•|…" and text[hit.end : hit.end + 2] not in {" &"}


def _capital_inside(text: str, hit: Hit) -> bool:
    """A second word with a capital, in a text that capitalises names only: "Slow Horses is back"."""
    words = [word for word in _LETTERS.findall(text[hit.start : hit.end]) if word.lower() not in SMALL_WORDS]
    return len(words) > 1 and all(word[0].isupper() for word in words) and is_sentence_case(text)


def is_sentence_case(text: str) -> bool:
    """Whether a text capitalises names only, as sentences do and headlines in title case do not."""
    return _share_capitalised(text) < 0.55


@lru_cache(maxsize=256)
def _share_capitalised(text: str) -> float:
    words = [word for word in _LETTERS.findall(text) if word.lower() not in SMALL_WORDS and len(word) > 2][1:]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _shouts(text: str, hit: Hit) -> bool:
    """Whether the words around are capitals as well."""
    around = _LETTERS.findall(text[max(0, hit.start - 20) : hit.start] + " " + text[hit.end : hit.end + 20])
    return any(len(word) > 3 and word.isupper() for word in around)


def _network_before(before: str, show: Show) -> bool:
    near = re.search(r"([\w+ .]{2,24}?)(?:['’]s?)\s(?:[\w-]+\s){0,3}[“‘\"']?$", before)
    if near is None:
        near = re.search(r"([\w+ .]{2,24}?)\s(?:drama|comedy|sitcom|thriller|series|show|hit|soap|original)\s[“‘\"']?$", before)
    if near is None or not show.network:
        return False
    return family(show.network) in families_in(near[1])


def _other_name(text: str, hit: Hit) -> bool:
    """Whether the words go on to be another name: "Manifest Destiny", in a text that capitalises names only."""
    after = re.match(r"\s([A-Z][a-z]+)", text[hit.end : hit.end + 30])
    return after is not None and is_sentence_case(text) and not FOLLOWS_A_TITLE.match(text[hit.end : hit.end + 40])


def _quotes(text: str, hit: Hit) -> tuple[bool, bool]:
    """Whether the name stands in quotes by itself, and whether it is a part of a longer title in quotes."""
    for match in _QUOTED.finditer(text, max(0, hit.start - 90)):
        if match.start(1) > hit.start:
            break
        if match.start(1) <= hit.start and hit.end <= match.end(1):
            inner = match[1].strip(" ,.!?")
            if match.start(1) == hit.start and hit.start + len(inner) <= hit.end:
                return True, False
            rest = text[hit.end : match.end(1)].strip(" ,.!?")
            if re.fullmatch(r"(?:season|series|S)?\s?\d{1,2}|\([^)]*\)", rest, re.IGNORECASE) and match.start(1) == hit.start:
                return True, False
            return False, is_title_case(inner)
    return False, False


def is_title_case(text: str) -> bool:
    """Whether a quoted phrase is the title of something and not what someone said."""
    words = _LETTERS.findall(text)
    big = [word for word in words if word.lower() not in SMALL_WORDS]
    return bool(big) and len(words) <= 9 and words[0][0].isupper() and all(word[0].isupper() for word in big)


def _capitalised(surface: str, name: str, text: str) -> bool:
    """Whether the words are capitalised as a name's are; a distinctive single word may be small."""
    if surface[:1].isdigit():
        return True
    ours, theirs = _LETTERS.findall(name), _LETTERS.findall(surface)
    if len(ours) != len(theirs):
        return bool(theirs) and theirs[0][0].isupper()
    for own, seen in zip(ours, theirs, strict=True):
        if own[0].isupper() and seen[0].islower() and seen.lower() not in SMALL_WORDS:
            return tier_of(name) is Tier.DISTINCT and (len(ours) == 1 or text.islower())
    first = theirs[0] if theirs else ""
    # "the bear" is no title, "The Bear" may be one.
    return not first or first[0].isupper() or tier_of(name) is Tier.DISTINCT


def _choose(
    shows: tuple[ShowId, ...],
    text: str,
    index: NameIndex,
    context: _Context,
    settled: dict[ShowId, int],
    hit: Hit | None = None,
) -> ShowId | None:
    """Of shows of one name the one that is meant."""
    if len(shows) == 1:
        return shows[0]
    scored = []
    for show_id in shows:
        show = index.get(show_id)
        scored.append((_likeness(show, text, context, hit) + (1.5 if show_id in settled else 0), _begun(show, context), show_id))
    return max(scored)[2] if scored else None


def _begun(show: Show, context: _Context) -> tuple[bool, int]:
    year = show.year or 0
    return year <= context.entry.published.year + 1, year


def _likeness(show: Show, text: str, context: _Context, hit: Hit | None) -> float:
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
