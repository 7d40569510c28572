"""Marks a sentence: titles, other works, seasons, dates, networks and people each become one character, so that rules
see the sentence's build and no title can trigger one (The Final Season, Dead to Me). Knows no rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.model.show import Show, ShowId
from bot.news.frames.names import people_of
from bot.news.languages import find_dates_in, find_seasons_in
from bot.news.lexicon.any_case import any_case, small
from bot.news.lexicon.dates import Found, find_dates
from bot.news.lexicon.languages.language import Language
from bot.news.lexicon.marks import DATE, FINAL, MORE, NETWORK, OTHER, PERSON, PRIVATE, SEASON, SPAN, TITLE
from bot.news.lexicon.networks import NETWORKS
from bot.news.seasons import CARDINALS, ORDINALS, Season, find_seasons
from bot.news.sentences import Sentence
from bot.news.titles.gate import Mention
from bot.news.titles.tiers import QUOTED, is_title_case

_OPENING = ("“", "‘", '"', "'", "«")
_CLOSED = re.compile(r",?[”’\"'»](?!\w)")
_QUOTES = re.compile(r"[“”«»\"]|(?<![\w\ue000-\uf8ff])[‘']|[’'](?![\w])")
_A_TITLE = re.compile(f"[{chr(TITLE)}-{chr(TITLE + SPAN - 1)}]")
_NUMBER_AFTER = re.compile(
    r"\s(\d{1,2})(?=[\s,.:;!?)’”'\"-]|$)(?!\s(?:years|million|more|new|of|times|stars)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """A sentence with its marks; the marks of a class are numbered in order of the lists."""

    sentence: Sentence
    number: int
    text: str
    """With marks, and nothing else changed."""
    titles: tuple[Mention, ...]
    others: tuple[str, ...]
    seasons: tuple[Season, ...]
    more: tuple[Season, ...]
    """"Another season", "two more seasons"."""
    last: tuple[Season, ...]
    """Those called the last, with or without a number."""
    dates: tuple[Found, ...]
    networks: tuple[str, ...]
    people: tuple[str, ...]

    places: Mapping[int, Sequence[int]]
    """By class, where its marks stand, in order."""
    small: str
    """The text in small letters, for patterns of `any_case`."""

    def shows_in(self, start: int, end: int) -> list[tuple[int, ShowId]]:
        """The shows marked between two places, with the places."""
        return [(place, self.titles[which].show) for place, which in self._marked(TITLE, start, end)]

    def others_in(self, start: int, end: int) -> list[tuple[int, str]]:
        """The other works marked between two places, with the places."""
        return [(place, self.others[which]) for place, which in self._marked(OTHER, start, end)]

    def seasons_in(self, start: int, end: int) -> list[tuple[int, Season]]:
        """The seasons marked between two places, with the places."""
        found = [
            (place, seasons[which])
            for base, seasons in ((SEASON, self.seasons), (MORE, self.more), (FINAL, self.last))
            for place, which in self._marked(base, start, end)
        ]
        return sorted(found, key=lambda one: one[0])

    def dates_in(self, start: int, end: int) -> list[tuple[int, Found]]:
        """The dates marked between two places, with the places."""
        return [(place, self.dates[which]) for place, which in self._marked(DATE, start, end)]

    def networks_in(self, start: int, end: int) -> list[tuple[int, str]]:
        """The networks marked between two places, with the places."""
        return [(place, self.networks[which]) for place, which in self._marked(NETWORK, start, end)]

    def people_in(self, start: int, end: int) -> list[tuple[int, str]]:
        """The people marked between two places, with the places."""
        return [(place, self.people[which]) for place, which in self._marked(PERSON, start, end)]

    def _marked(self, base: int, start: int, end: int) -> list[tuple[int, int]]:
        """Where the marks of a class stand between two places, and which each is."""
        return [(place, ord(self.text[place]) - base) for place in self.places.get(base, ()) if start <= place < end]


def _places(text: str) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for match in PRIVATE.finditer(text):
        places.setdefault(ord(match.group()) // SPAN * SPAN, []).append(match.start())
    return places


@dataclass(slots=True)
class _Writer:
    """A text in which spans are replaced by marks, one class after the other."""

    text: str
    found: dict[int, list[object]] = field(default_factory=dict)

    def put(self, base: int, spans: Iterable[tuple[int, int, object]]) -> None:
        """Replace spans (start, end, what) of the present text by marks of a class."""
        pieces: list[str] = []
        done = 0
        held = self.found.setdefault(base, [])
        for start, end, what in spans:
            if start < done or len(held) >= SPAN - 1:
                continue
            pieces += [self.text[done:start], chr(base + len(held))]
            held.append(what)
            done = end
        if pieces:
            self.text = "".join([*pieces, self.text[done:]])


def mark(
    sentence: Sentence,
    number: int,
    mentions: Sequence[Mention],
    shows: Sequence[Show],
    published: datetime,
    table: Language | None = None,
) -> Marked:
    """A sentence with its marks. `mentions` stand in it, in order; `shows` are those that the entry names.

    `table` is that of its language, where it is not English.
    """
    text = _calm(PRIVATE.sub(" ", sentence.text))
    writer = _Writer(text)
    writer.put(TITLE, [_title_span(text, mention) for mention in mentions])
    writer.put(OTHER, _other_works(writer.text))
    seasons = _seasons(writer.text, table)
    for base, season in ((SEASON, _is_numbered), (MORE, _is_more), (FINAL, _is_last)):
        spans = [(s.start, s.end, s) for s in seasons if season(s)]
        writer.put(base, spans)
        if 0 < len(spans) < len(seasons):
            # What is put moves the places of the others.
            seasons = _seasons(writer.text, table)
    _bare_numbers(writer)
    _bare_ordinals(writer)
    dates = find_dates(writer.text, published) if table is None else find_dates_in(table, writer.text, published)
    writer.put(DATE, [(found.start, found.end, found) for found in dates])
    writer.put(PERSON, people_of(writer.text, shows))
    writer.put(NETWORK, [(m.start(), m.end(), m.group()) for m in NETWORKS.finditer(writer.text)])
    # What is quoted is masked by now; the quotes themselves would only part words: ‘axed’, ‘won’t return’.
    writer.text = _QUOTES.sub("", writer.text)
    found = writer.found
    return Marked(
        sentence,
        number,
        writer.text,
        tuple(mentions),
        tuple(str(other) for other in found[OTHER]),
        tuple(season for season in found[SEASON] if isinstance(season, Season)),
        tuple(season for season in found[MORE] if isinstance(season, Season)),
        tuple(season for season in found[FINAL] if isinstance(season, Season)),
        tuple(date for date in found[DATE] if isinstance(date, Found)),
        tuple(str(network) for network in found[NETWORK]),
        tuple(str(person) for person in found[PERSON]),
        _places(writer.text),
        small(writer.text),
    )


_SHOUTED = re.compile(r"\b[A-ZÀ-Ž]{4,}\b")


def _calm(text: str) -> str:
    """A headline that shouts, with capitals as others have them, letter by letter in place."""
    shouted = _SHOUTED.findall(text)
    if not shouted or sum(map(len, shouted)) * 2 < sum(map(str.isalpha, text)):
        return text
    calm = _SHOUTED.sub(lambda m: m.group().capitalize(), text)
    return calm if len(calm) == len(text) else text


def _seasons(text: str, table: Language | None) -> list[Season]:
    return find_seasons(text) if table is None else find_seasons_in(table, text)


def _is_numbered(season: Season) -> bool:
    return bool(season.numbers) and not season.final


def _is_more(season: Season) -> bool:
    return not season.numbers and not season.final


def _is_last(season: Season) -> bool:
    return season.final


def _title_span(text: str, mention: Mention) -> tuple[int, int, object]:
    """The name with the quotes right around it, which say no more."""
    start, end = mention.start, mention.end
    if text[start - 1 : start] in _OPENING and (closed := _CLOSED.match(text, end)):
        return start - 1, closed.end(), mention
    return start, end, mention


_SAYING = re.compile(
    r"\b(?:Seasons?|Episodes?|Not|Never|Always|Over|Done|Probably|Definitely|I|We|I['’]\w+|We['’]\w+)\b"
)
"""In a quoted phrase in title case: somebody's words, and no title."""


def _other_works(text: str) -> list[tuple[int, int, object]]:
    """Quoted phrases in title case: the titles of other works."""
    return [
        (match.start(1), match.start(1) + len(match[1].rstrip(" ,.!?")), match[1])
        for match in QUOTED.finditer(text)
        if is_title_case(match[1])
        and not PRIVATE.search(match[1])
        and not _SAYING.search(match[1])
        and not _is_said_at_the_end(text, match)
    ]


def _is_said_at_the_end(text: str, quote: re.Match[str]) -> bool:
    """As in "Kingfisher Boss Says It Could Run: ‘No Way to Do This in Three’": what somebody said, and no title."""
    return quote[1].count(" ") >= 3 and text[: quote.start()].endswith(": ") and not text[quote.end() :].strip(" .")


_PART_AFTER = re.compile(rf"(?<=[\ue000-\ue0ff])\s(part\s(?:\d{{1,2}}|{'|'.join(CARDINALS)}))\b", re.IGNORECASE)


_OUT = re.compile(
    r"\b(?:landed|lands|arriv\w+|out|streaming|drop(?:s|ped)|now|released|here|premiered)\b", re.IGNORECASE
)
"""What comes out may be a part of a season."""


def _small_number(part: str) -> int:
    word = part.split()[1].lower()
    return CARDINALS.get(word) or int(word)


def _bare_numbers(writer: _Writer) -> None:
    """As in "Stranger Things 5": a small number right after a title is its season."""
    spans: list[tuple[int, int, object]] = []
    for title in _A_TITLE.finditer(writer.text):
        if (
            not writer.found[SEASON]
            and (part := _PART_AFTER.match(writer.text, title.end()))
            and not _OUT.search(writer.text, part.end())
        ):
            number = _small_number(part[1])
            if number > 2:
                # The second may be half of a season; a fourth is a season by another name.
                spans.append((*part.span(1), Season(*part.span(1), (number,), final=False)))
        elif bare := _NUMBER_AFTER.match(writer.text, title.end()):
            season = Season(bare.start(1), bare.end(1), (int(bare[1]),), final=False)
            if 1 < season.numbers[0] <= 30:
                spans.append((*bare.span(1), season))
    writer.put(SEASON, spans)


_AROUND_A_TITLE = any_case(
    rf"\b({'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
    r"(?=\s[“‘\"']?[\ue000-\ue0ff][”’\"']?\s(?:season|series)\b)"
)
"""A season with the title in its midst: "Third Kingfisher season ordered"."""
_BARE_ORDINAL = any_case(
    r"\b(?:the|a|an)\s(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"(?=[,.;]|$|\s(?:and|to)\s(?:a\s|an\s)?[\ue200-\ue4ff]|\s(?:in|on|for|will|follows?|comes|arrives|is|due|has|"
    r"to|this|next|at)\b)"
)


def _bare_ordinals(writer: _Writer) -> None:
    """As in "The third season comes in summer, the fourth in 2028": the noun is said once."""
    pattern = _BARE_ORDINAL if writer.found[SEASON] else _AROUND_A_TITLE
    spans = [
        (m.start(1), m.end(1), Season(m.start(1), m.end(1), (ORDINALS[m[1]],), final=False))
        for m in pattern.finditer(small(writer.text))
    ]
    writer.put(SEASON, spans)
