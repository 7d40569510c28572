"""Marks a sentence: titles, other works, seasons, dates, networks and people each become one character, so that rules
see the sentence's build and no title can trigger one (The Final Season, Dead to Me). Knows no rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.model.show import Show, ShowId
from bot.news.lexicon.common_words import COMMON
from bot.news.lexicon.dates import Found, find_dates
from bot.news.lexicon.first_names import FIRST_NAMES
from bot.news.lexicon.marks import DATE, FINAL, MORE, NETWORK, OTHER, PERSON, PRIVATE, SEASON, SPAN, TITLE
from bot.news.lexicon.networks import NETWORKS
from bot.news.lexicon.tv_words import SMALL_WORDS
from bot.news.seasons import ORDINALS, Season, find_seasons
from bot.news.sentences import Sentence
from bot.news.titles.gate import Mention
from bot.news.titles.tiers import QUOTED, is_sentence_case, is_title_case

_OPENING = ("“", "‘", '"', "'", "«")
_CLOSED = re.compile(r",?[”’\"'»](?!\w)")
_NAME = re.compile(
    r"\b([A-ZÀ-Ž][\w’'-]+)((?:\s(?:[A-Z]\.|de|van|von|del|la|O['’]))?(?:\s(?:Mc|O['’]|D['’])?[A-ZÀ-Ž][\w’-]+)"
    r"((?:-[A-ZÀ-Ž][a-zà-ž]+)?(?:\s[A-ZÀ-Ž][a-zà-ž]+(?:-[A-Z][a-z]+)?)?))"
)
_NOT_SURNAMES = frozenset(
    """
    Joins Join Exits Exit Leaves Leaving Quits Returns Returning Cast Casts To Set Says Said Teases Teased
    Talks On In As And For Hopes Hints Confirms Reveals Addresses Breaks Boards Replaces Steps Star Stars Will
    Would Is Are Was Has Have Could May Won Drama Comedy Series Season Movie Film Show Trailer Added Adds Gets
    Lands Denies Wants Wraps Dies Discusses Explains Responds Reacts Promises Departs Directs Directing
    Starring Tapped Named Shares Posts Opens Plays Reprises Back From With
    """.split()  # noqa: SIM905 - words, not a list of strings
)
_QUOTES = re.compile(r"[“”«»\"]|(?<![\w\ue000-\uf8ff])[‘']|[’'](?![\w])")
_TWO_WORDS = r"[A-ZÀ-Ž][\w’'-]+(?:\s(?:[A-Z]\.|de|van|von|del|la))?\s(?:Mc|O['’]|D['’])?[A-ZÀ-Ž][a-zà-ž][\w-]*"
_ACTS = (
    re.compile(
        rf"(?:^|[:,;–—]\s|\b(?:[Ss]tar|[Aa]ctor|[Aa]ctress|[Cc]reator|[Ss]howrunner|[Dd]irector|[Ww]riter|[Bb]oss|"
        rf"[Pp]roducer)\s)({_TWO_WORDS})"
        r"(?=\s(?:[Jj]oin|[Bb]oard|[Ee]xit|[Qq]uits|[Ll]eav|[Tt]o\s(?:[Ss]tar|[Pp]lay|[Dd]irect|[Ll]ead|[Jj]oin|"
        r"[Gg]uest|[Rr]eturn)|[Cc]ast\s(?:[Ii]n|[Aa]s)|[Rr]eturn"
        r"|[Ss]teps|[Tt]apped|[Ss]et\s(?:[Tt]o|[Aa]s)|[Rr]eplaces|[Rr]eprise|[Ww]ill\s(?:[Pp]lay|[Ss]tar|[Jj]oin|"
        r"[Rr]eturn)|[Ss]ays|[Hh]opes|[Tt]eases|[Ww]ould))"
    ),
    re.compile(rf"\b(?:[Aa]dds?|[Cc]asts|[Rr]ecasts|[Ee]nlists|[Tt]aps|[Ww]elcomes|[Ss]igns)\s({_TWO_WORDS})"),
)
"""Two capitalised words that do what people in the news do."""
_NUMBER_AFTER = re.compile(
    r"\s(\d{1,2})(?=[\s,.:;!?)’”'\"-]|$)(?!\s(?:years|million|more|new|of|times|stars)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
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

    def show_at(self, place: int) -> ShowId | None:
        """The show of the mark at a place of `text`, if one stands there."""
        which = ord(self.text[place]) - TITLE
        return self.titles[which].show if 0 <= which < len(self.titles) else None

    def shows_in(self, start: int, end: int) -> list[tuple[int, ShowId]]:
        """The shows marked between two places, with the places."""
        return [
            (place, show) for place in range(max(0, start), min(end, len(self.text))) if (show := self.show_at(place))
        ]

    def seasons_in(self, start: int, end: int) -> list[tuple[int, Season]]:
        """The seasons marked between two places, with the places."""
        found = [
            (place, seasons[which])
            for base, seasons in ((SEASON, self.seasons), (MORE, self.more), (FINAL, self.last))
            for place, which in _marked(self.text, base, len(seasons), start, end)
        ]
        return sorted(found, key=lambda one: one[0])

    def dates_in(self, start: int, end: int) -> list[tuple[int, Found]]:
        """The dates marked between two places, with the places."""
        return [(place, self.dates[which]) for place, which in _marked(self.text, DATE, len(self.dates), start, end)]

    def networks_in(self, start: int, end: int) -> list[tuple[int, str]]:
        """The networks marked between two places, with the places."""
        return [
            (place, self.networks[which])
            for place, which in _marked(self.text, NETWORK, len(self.networks), start, end)
        ]

    def people_in(self, start: int, end: int) -> list[tuple[int, str]]:
        """The people marked between two places, with the places."""
        return [
            (place, self.people[which]) for place, which in _marked(self.text, PERSON, len(self.people), start, end)
        ]


def _marked(text: str, base: int, count: int, start: int, end: int) -> list[tuple[int, int]]:
    if not count:
        return []
    return [
        (place, ord(text[place]) - base)
        for place in range(max(0, start), min(end, len(text)))
        if base <= ord(text[place]) < base + count
    ]


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
    sentence: Sentence, number: int, mentions: Sequence[Mention], shows: Sequence[Show], published: datetime
) -> Marked:
    """A sentence with its marks. `mentions` stand in it, in order; `shows` are those that the entry names."""
    text = PRIVATE.sub(" ", sentence.text)
    writer = _Writer(text)
    writer.put(TITLE, [_title_span(text, mention) for mention in mentions])
    writer.put(OTHER, _other_works(writer.text))
    for base, season in ((SEASON, _is_numbered), (MORE, _is_more), (FINAL, _is_last)):
        writer.put(base, [(s.start, s.end, s) for s in find_seasons(writer.text) if season(s)])
    _bare_numbers(writer)
    _bare_ordinals(writer)
    writer.put(DATE, [(found.start, found.end, found) for found in find_dates(writer.text, published)])
    writer.put(PERSON, _people(writer.text, shows))
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
    )


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


def _other_works(text: str) -> list[tuple[int, int, object]]:
    """Quoted phrases in title case: the titles of other works."""
    return [
        (match.start(1), match.start(1) + len(match[1].rstrip(" ,.!?")), match[1])
        for match in QUOTED.finditer(text)
        if is_title_case(match[1]) and not PRIVATE.search(match[1])
    ]


def _bare_numbers(writer: _Writer) -> None:
    """As in "Stranger Things 5": a small number right after a title is its season."""
    spans: list[tuple[int, int, object]] = []
    for place, letter in enumerate(writer.text):
        if TITLE <= ord(letter) < TITLE + SPAN and (number := _NUMBER_AFTER.match(writer.text, place + 1)):
            season = Season(number.start(1), number.end(1), (int(number[1]),), final=False)
            if 1 < season.numbers[0] <= 30:
                spans.append((*number.span(1), season))
    writer.put(SEASON, spans)


def _are_words(name: str) -> bool:
    """As in "Sci-Fi Saga", "Off After": capitalised words, and no one's name."""
    first, *rest = (word.lower().strip(".’'") for word in name.split())
    plain = bool({first, *first.split("-")} & COMMON) or first in SMALL_WORDS
    return bool({first, *rest} & _TV_NOUNS) or (plain and any(word in COMMON or word in SMALL_WORDS for word in rest))


_TV_NOUNS = frozenset(
    """
    saga drama series season show hit comedy thriller sitcom soap film movie finale trailer cast star stars
    fans boss bosses network streamer sequel prequel spin-off spinoff revival reboot animated reality new
    final
    """.split()  # noqa: SIM905 - words, not a list of strings
)
_BARE_ORDINAL = re.compile(
    r"\b(?:the|a|an)\s(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"(?=[,.;]|$|\s(?:and|to)\s(?:a\s|an\s)?[\ue200-\ue4ff]|\s(?:in|on|for|will|follows?|comes|arrives|is|due|has|"
    r"to|this|next|at)\b)",
    re.IGNORECASE,
)


def _bare_ordinals(writer: _Writer) -> None:
    """As in "The third season comes in summer, the fourth in 2028": the noun is said once."""
    if not writer.found[SEASON]:
        return
    spans = [
        (m.start(1), m.end(1), Season(m.start(1), m.end(1), (ORDINALS[m[1].lower()],), final=False))
        for m in _BARE_ORDINAL.finditer(writer.text)
    ]
    writer.put(SEASON, spans)


def _people(text: str, shows: Sequence[Show]) -> list[tuple[int, int, object]]:
    """People: the makers and leads of the shows, and capitalised words after a first name."""
    spans: list[tuple[int, int, object]] = []
    third = is_sentence_case(text)
    people = {person for show in shows for person in show.people}
    for show in shows:
        for person in show.people:
            place = text.find(person)
            while place >= 0:
                spans.append((place, place + len(person), person))
                place = text.find(person, place + 1)
    for match in _NAME.finditer(text):
        # In a headline in title case a third word is as likely the verb: "Quinta Brunson Exits".
        words = (match.group() if third else match.group()[: match.start(3) - match.start()]).split()
        if words[0].rstrip("’'s") not in FIRST_NAMES and "-".join(words[0].split("-")[:1]) not in FIRST_NAMES:
            continue
        while len(words) > 1 and words[-1] in _NOT_SURNAMES:
            words.pop()
        if len(words) > 1:
            name = " ".join(words)
            for tail in ("’s", "'s"):
                name = name.removesuffix(tail)
            spans.append((match.start(), match.start() + len(name), name))
    acting = (match for pattern in _ACTS for match in pattern.finditer(text))
    spans += [(*match.span(1), match[1]) for match in acting if not _are_words(match[1])]
    # Makers and leads of the shows go before what only looks like a name.
    spans.sort(key=lambda span: (span[0], span[2] not in people, -span[1]))
    return spans
