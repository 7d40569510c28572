"""Finds which season a text speaks of: "S4", "season four", "fourth and final run", "series four", "two more seasons".

Knows nothing of shows; a season is a number, or an unnumbered one ("another season").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.news.lexicon.any_case import any_case, small

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth"
)
_FOREIGN_ORDINALS = (
    "primera segunda tercera cuarta quinta sexta séptima octava",
    "primeira segunda terceira quarta quinta sexta sétima oitava",
    "première deuxième troisième quatrième cinquième sixième",
    "erste zweite dritte vierte fünfte sechste",
    "ersten zweiten dritten vierten fünften sechsten",
)
CARDINALS = {word: number for number, word in enumerate(_ONES.split(), 1)}
ORDINALS = {word: number for words in (_ORDINALS, *_FOREIGN_ORDINALS) for number, word in enumerate(words.split(), 1)}
MOST = 60
"""No show has more seasons than that; a higher number is a year or a count."""

_CARDINAL = "|".join(sorted(CARDINALS, key=len, reverse=True))
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_OPENS_CARDINAL = rf"(?=[\d{''.join(sorted({word[0] for word in CARDINALS}))}])"
_OPENS_ORDINAL = rf"(?=[\d{''.join(sorted({word[0] for word in ORDINALS}))}])"
"""One look at a letter spares trying every number at every word."""
_NUMBER = rf"(?:\d{{1,2}}|{_CARDINAL})"
_NTH = rf"(?:{_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th|ª|e|ème|\.))"
_NOUN = r"(?:seasons?|series|runs?|instal?lments?|outings?|cycles?|rounds?|temporadas?|saisons?|staffeln?)"
_LAST = r"(?:final|last|concluding|farewell|closing|última|ultima|dernière|letzten?)"

_FORMS = {
    # "Seasons 5, 6 and 7", "season 1-3", "seasons five through season eight"
    "range": (
        rf"\b(?:seasons?|series)\s(?P<range_from>{_NUMBER}(?:,\s{_NUMBER})*)\s?(?P<range_by>and|&|through|to|-|"
        rf"–)\s?(?:season\s)?"
        rf"(?P<range_to>{_NUMBER})\b(?!\s?(?:episodes|parts|years|points|million))"
    ),
    # "the final season 4"
    "last number": rf"\b(?:the\s)?{_LAST}\s(?:season|series|run)[,:]?\s(?P<numbered_last>\d{{1,2}})\b",
    # "season 4", "series four", "season 3B", "temporada 4"
    "number": (
        rf"\b(?:seasons?|series|temporada|saison|staffel)\s?(?P<number>{_NUMBER})[AB]?\b"
        r"(?!(?:[-/:]|\.(?=\d))?\d|\s?(?:million|%|percent|years\b|seasons\b))"
    ),
    # "S4", "S04E02"
    "short": r"\bS0?(?P<short>\d{1,2})(?:E\d{1,3})?\b(?!\.\d)(?=[\s,.:;!?'’\")—–-]|$)",
    # "fourth season", "11th and final season", "second-season shoot", "fourth Heartstopper season"
    "ordinal": (
        rf"\b{_OPENS_ORDINAL}(?:(?P<nth_before>{_NTH})\s(?:and|&)\s)?(?P<nth>{_NTH})(?:,?\s\(?(?:and|&|y|e|et|und|but),?)?"
        rf"(?P<nth_last>,?\s\(?(?:very\s|likely\s|apparently\s)?{_LAST},?\)?)?[\s-]"
        rf"(?:(?!season|series|run\b|of\b|in\b|on\b|at\b|from\b|for\b|to\b|is\b|the\b|a\b|and\b|look\b|(?:{_CARDINAL}|\d+)\s)[\w'’-]+\s){{0,2}}?"
        rf"{_NOUN}\b(?!\s(?:of\s(?:shows|games)|regular))"
    ),
    # "the final season", "one last run"
    "last": (
        rf"\b{_LAST}\s(?:(?:ever|[\w-]+-episode)\s)?(?P<last>season|series\sof\s(?!films|talks)"
        r"|series(?!\s(?:of|finale|regular))|run\b|temporada|saison|staffel"
        r"|(?:chapter|round|instal?lment)(?=\s(?:of|in|for)\b|[.!?,;]|$))"
    ),
    # "another season", "two more seasons"
    "more": (
        rf"\b(?:another|one\smore|a\snew|further|more|additional|{_OPENS_CARDINAL}(?:{_CARDINAL}|\d)\s(?:more|further|additional|"
        rf"extra|new))"
        r"\s(?:seasons?|series|runs?)\b"
    ),
    # "sophomore run"; a "sophomore series" is a show
    "second": r"\b(?P<second>sophomore)\s(?:season|run|outing|year|launch|premiere|return|bow|debut)\b",
    # "locks in years 5 and 6", "picked up for year three"
    "years": (
        rf"\byears\s(?P<years_from>{_NUMBER})\s(?:and|&)\s(?P<years_to>{_NUMBER})\b|(?<=\bfor\s)(?:its\s)?year\s(?P<year>{_NUMBER})\b"
    ),
    # "two-season renewal"
    "pick-up": rf"\b{_OPENS_CARDINAL}(?:{_CARDINAL}|\d)-season(?=\s(?:renewal|pick-?up|order|deal|extension))",
}
"""The ways in which a text names a season; the earlier form wins where two begin at the same letter."""
_PATTERN = any_case(rf"\b(?=\w)(?:{'|'.join(_FORMS.values())})")
_INSTEAD = re.compile(
    r"\b(?:instead of|in lieu of|in place of|rather than|replac\w+|no|not|won['’]t (?:get|have|be))\b[^.;!?]{0,25}$",
    re.IGNORECASE,
)
_NOUN_CUES = (
    "season", "series", "run", "instal", "outing", "cycle", "round", "chapter", "temporada", "saison", "staffel",
    "sophomore", "years ", "for year", "for its year",
)  # fmt: skip
_PART_NOUN = r"(?:parts?|volumes?|vol\.|cours?)"
_DECIDED = (
    r"(?:renewed|ordered|commissioned|green-?lit|green-?lighted|confirmed|a\sgo|happening|announced|in\sthe\sworks|"
    r"picked\sup)"
)
_PARTS = re.compile(
    # "Renewed for part four", "orders a third part", "films volume 2"
    rf"\b(?:(?:renewed|picked\sup|return(?:s|ing)?|back|re-?commissioned|ordered|commissioned|confirmed)\sfor|"
    rf"orders?|green-?lights?|commissions?|announces|confirms|films|filming|shooting|production\son|work\son)\s"
    rf"(?:an?\s|its\s|the\s)?(?P<after>{_PART_NOUN}\s(?P<number>{_NUMBER})|(?P<nth>{_NTH})\s{_PART_NOUN})\b"
    # "Part four is a go"
    rf"|\b(?P<before>{_PART_NOUN}\s(?P<led>{_NUMBER})|(?P<led_nth>{_NTH})\s{_PART_NOUN})\s(?:(?:is|has|been|officially|"
    rf"now|also|finally)\s){{0,3}}{_DECIDED}\b(?!\sfor\b)",
    re.IGNORECASE,
)
"""Shows whose seasons are called parts: only where a part is decided or made, as a season is released in parts too."""
_PART_CUES = ("part", "volume", "vol.", "cour")
_SHORT_CUE = re.compile(r"\bs\d")


@dataclass(frozen=True, slots=True)
class Season:
    """A season as a text names it, with where."""

    start: int
    end: int
    numbers: tuple[int, ...]
    """Empty for "another season", "the final season"."""
    final: bool


def find_seasons(text: str) -> list[Season]:
    """Every season a text names, in order."""
    text = small(text)
    if not any(cue in text for cue in _NOUN_CUES) and not _SHORT_CUE.search(text):
        # The search is dear, a look is cheap, and most sentences name none.
        return _parts(text) if any(cue in text for cue in _PART_CUES) else []
    found = []
    for match in _PATTERN.finditer(text):
        named = (
            match["range_to"]
            or match["numbered_last"]
            or match["number"]
            or match["short"]
            or match["nth"]
            or match["second"]
            or match["year"]
            or match["years_to"]
        )
        numbers = _range(match) if match["range_to"] else _numbers(match["nth_before"] or match["years_from"], named)
        if (named and not numbers) or _mixes_languages(match):
            continue
        final = bool(match["numbered_last"] or match["nth_last"] or match["last"])
        found.append(Season(match.start(), match.end(), numbers, final))
    return found


def _parts(text: str) -> list[Season]:
    """The parts that a text speaks of as of seasons."""
    found = []
    for match in _PARTS.finditer(text):
        group = "after" if match["after"] else "before"
        number = _number(match["number"] or match["nth"] or match["led"] or match["led_nth"])
        if number is not None:
            found.append(Season(match.start(group), match.end(group), (number,), final=False))
    return found


_FOREIGN = frozenset(word for words in _FOREIGN_ORDINALS for word in words.split())


def _mixes_languages(match: re.Match[str]) -> bool:
    """Quinta Brunson's season is not her fifth."""
    if match["nth"] not in _FOREIGN:
        return False
    words = match.group().split()
    return len(words) > 2 and words[-1].startswith(("season", "series", "run"))


def season_given_up(text: str) -> int | None:
    """The season that a text says will not be: "in lieu of a fourth season", "no series four"."""
    for season in find_seasons(text):
        if season.numbers and _INSTEAD.search(text[max(0, season.start - 60) : season.start]):
            return season.numbers[0]
    return None


def _range(match: re.Match[str]) -> tuple[int, ...]:
    """The seasons of a range: "1-3" are three, "1 and 3" are two."""
    listed = _numbers(*match["range_from"].split(", "), match["range_to"])
    if match["range_by"] in {"and", "&"} or len(listed) != 2:
        return listed
    first, last = listed
    return tuple(range(first, last + 1)) if 0 < last - first < 6 else ()


def _numbers(*words: str | None) -> tuple[int, ...]:
    numbers = [_number(word) for word in words if word]
    return tuple(number for number in numbers if number is not None)


_DIGITS = re.compile(r"\d+")


def _number(text: str) -> int | None:
    word = text.lower()
    if word in CARDINALS:
        return CARDINALS[word]
    if word in ORDINALS:
        return ORDINALS[word]
    if word == "sophomore":
        return 2
    digits = _DIGITS.match(word)
    number = int(digits.group()) if digits else 0
    return number if 1 <= number <= MOST else None
