"""The words of dates and the patterns that find them, one named pattern a form. Knows no arithmetic of dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), 1)}
"""By the first three letters."""
DAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
THIRDS = {
    "early": (1, 4), "the start of": (1, 4), "the beginning of": (1, 4), "the first months of": (1, 4),
    "the opening months of": (1, 4), "the early part of": (1, 4),
    "mid": (5, 8), "the middle of": (5, 8), "early to mid": (1, 8), "mid to late": (5, 12),
    "late": (9, 12), "the end of": (9, 12), "the back end of": (9, 12), "the final months of": (9, 12),
    "the tail end of": (9, 12), "the latter part of": (9, 12), "the last months of": (9, 12),
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "first": 1, "1": 1, "1st": 1, "two": 2, "second": 2, "2": 2, "2nd": 2, "three": 3,
    "third": 3, "3": 3, "3rd": 3, "four": 4, "fourth": 4, "4": 4, "4th": 4, "final": 4, "last": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2,
}  # fmt: skip
HOLIDAYS = {
    "christmas day": (12, 25), "boxing day": (12, 26), "new years eve": (12, 31), "new years day": (1, 1),
    "christmas eve": (12, 24), "halloween": (10, 31), "valentines day": (2, 14), "st patricks day": (3, 17),
    "independence day": (7, 4),
}  # fmt: skip
FOREIGN_MONTHS = {
    name: number
    for names in (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
    )
    for number, name in enumerate(names.split(), 1)
}
FOREIGN_SEASONS = {
    "primavera": 21, "printemps": 21, "frühling": 21, "frühjahr": 21, "verano": 22, "verão": 22, "été": 22,
    "sommer": 22, "otoño": 23, "outono": 23, "automne": 23, "herbst": 23, "invierno": 24, "inverno": 24, "hiver": 24,
}  # fmt: skip

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|Mon\.|Tues?\.|Wed\.|Thur?s?\.|Fri\.|Sat\.|Sun\.)"
)
_YEAR = r"(?:19|20)\d\d"
_COUNT = r"a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}"
_SOME_YEAR = rf"(?:{_YEAR}|(?:this|next|last|the)\s+(?:new\s+)?year)"
_SEASON_WORD = r"(?:spring|summer|autumn|fall|winter)"
_ORDINAL_END = r"(?:st|nd|rd|th)"
_WEEKDAY_BEFORE = rf"(?:\b(?i:{_DAY}),?\s+)?"
_FOREIGN_MONTH = "|".join(sorted(FOREIGN_MONTHS, key=len, reverse=True))
_FOREIGN_SEASON = "|".join(FOREIGN_SEASONS)

# A month or season word is a date only as a name: "may march on" is neither.
_RULES = {
    "iso": rf"\b(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)\b",
    "day-month": (
        rf"{_WEEKDAY_BEFORE}(?i:the\s+)?\b(?P<day>\d{{1,2}}){_ORDINAL_END}?\s+(?:of\s+)?(?P<month>{_MONTH})(?!\w)"
        rf"(?:,?\s+(?P<year>{_YEAR})\b)?"
    ),
    "month-day": (
        rf"{_WEEKDAY_BEFORE}\b(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL_END}?"
        rf"(?!\d|:\d|\s?(?:episodes|million|[ap]\.?m\b))(?:,?\s+(?P<year>{_YEAR})\b)?"
    ),
    "numeric": (
        r"(?<![\d/.-])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?![\d/cC%])(?!\s?(?:stars|c\b))"
    ),
    "month-range": (
        rf"\b(?P<first>{_MONTH})(?:\s(?P<first_year>{_YEAR}))?\s?(?:to|and|or|through|–|-|/)\s?(?P<last>{_MONTH})(?!\w)"
        rf"(?:\s+(?:of\s+)?(?P<year>{_YEAR}))?\b"
    ),
    "month": (
        r"\b(?:(?P<which>(?i:last|this|next|that|the past))\s+)?(?P<part>(?i:early|mid|late)[\s-])?"
        rf"(?P<month>{_MONTH})(?!\w)(?!\s?\d{{1,2}}\b)(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})\b)?"
    ),
    "season": (
        r"\b(?:(?i:(?P<which>last|this|next|that|the|in|early|late|mid)[\s-]+(?:the\s+)?))?"
        rf"(?P<season>(?i:{_SEASON_WORD}))\b"
        rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})(?:[-–/]\d\d)?\b)?"
        r"(?!\s+(?:apart|in love|from|into|for|break|house|camp|fling)\b)"
    ),
    "season-range": (
        rf"(?i:\b(?P<first>{_SEASON_WORD})\s?(?:/|–|-|or|to|and)\s?(?P<last>{_SEASON_WORD})"
        rf"\s+(?:of\s+)?(?P<year>{_YEAR})\b)"
    ),
    "third": (
        r"(?i:\b(?P<part>early[\s-]to[\s-]mid|mid[\s-]to[\s-]late|early|mid|late"
        r"|the (?:start|beginning|middle|(?:back |tail )?end) of"
        r"|the (?:first|opening|final|last) months of|the (?:early|latter) part of)"
        rf"[\s-]+(?:in\s+)?(?P<year>{_SOME_YEAR}))\b"
    ),
    "by-the-end": rf"(?i:\b(?:by|before) the end of (?P<year>{_SOME_YEAR}))\b",
    "quarter": (
        r"(?i:\b(?:Q(?P<number>[1-4])|the\s+(?P<ordinal>first|second|third|fourth|final|last)\s+quarter)"
        rf"(?:\s+(?:of\s+)?(?P<year>{_SOME_YEAR}))?)\b"
    ),
    "half": (
        rf"(?i:\b(?:the\s+)?(?P<which>first|second|1st|2nd|back|latter|front)\s+half\s+of\s+(?P<year>{_SOME_YEAR}))\b"
    ),
    "year-phrase": (
        r"(?i:\b(?:later (?:this|in the) year|earlier this year|this year|next year|last year"
        r"|the (?:previous|following|coming) year|in the new year|the new year"
        r"|before the (?:end of the )?year is out|by year['’]s end|a year ago"
        r"|(?P<end>(?:at|towards?) the end of the year|the end of the year|the year end))\b)(?!['’]s (?:day|eve))"
    ),
    "before-holiday": (
        r"(?i:\b(?:before|by|ahead of|in time for)\s+(?:Christmas|the holidays)(?! day| eve)"
        rf"(?:\s+(?P<year>{_YEAR}))?)\b"
    ),
    "christmas": (
        r"(?i:\b(?:(?:at|over|this|for|next)\s+(?P<name>Christmas))\b"
        rf"(?!\s+(?:day|eve|special|episode|film|movie|number)|['’])(?:\s+(?P<year>{_YEAR})\b)?)"
    ),
    "holiday": (
        r"(?i:\b(?P<name>Christmas Day|Christmas Eve|Boxing Day|New Year['’]?s Eve|New Year['’]?s Day"
        r"|Valentine['’]?s Day|St\.? Patrick['’]?s Day"
        r"|(?<=\b(?:on|by|at) )Halloween|(?<=\bthis )Halloween|(?<=\bon )Independence Day)"
        rf"(?:,?\s+(?P<year>{_YEAR}))?)\b"
    ),
    "relative-month": r"(?i:\b(?P<which>later this|earlier this|next|last|this|the following)\s+month)\b(?!['’]s)",
    "relative-week": (
        r"(?i:\b(?P<which>later this|earlier this|next|last|the following)\s+(?P<unit>weekend|week))\b(?!['’]s)"
    ),
    "weekday": (
        rf"(?<!Black )(?<!Good )(?<!Cyber )(?<!Super )(?<!Bloody )(?<!Mail on )(?<!Mail )\b"
        rf"(?i:(?P<which>next|last|this|on|this coming)\s+)?(?P<day>{_DAY})(?!\w)"
        rf"(?!,?\s+(?:(?:the\s+)?\d{{1,2}}{_ORDINAL_END}?\s+(?:of\s+)?{_MONTH}\b|{_MONTH}\s+(?:the\s+)?\d))"
        r"(?!['’]s\s+(?:child|people)|\s+(?:Times|Mirror|Express|Telegraph|Post|Brunch|Night (?:Live|Football|Lights)))"
    ),
    "today": (
        r"(?<!USA )(?<!Entertainment )(?i:\b(?:later today|today|tonight|this (?:morning|afternoon|evening)"
        r"|tomorrow(?: night)?|yesterday|last night)\b)(?!['’]s|\s+(?i:show|programme?)\b|\.com)"
    ),
    "ago": rf"(?i:\b(?P<number>{_COUNT})\s+(?P<unit>days?|weeks?|months?|years?)\s+ago)\b",
    "ahead": (
        rf"(?i:(?<!time )\bin\s+(?P<number>{_COUNT})\s+(?P<unit>days?|weeks?|months?)(?:['’]\s+time)?)\b"
        r"(?!\s+(?:of|since))"
    ),
    "years": rf"\b(?P<first>{_YEAR})\s+(?:or|and|to)\s+(?P<last>{_YEAR})\b",
    "bare-year": (
        rf"(?<![\d$£€#/–-])\b(?P<year>{_YEAR})\b(?![-–/]\d|['’]?s\b"
        r"|\s?(?:episodes|votes|views|people|signatures|titles|shows|miles|complaints)\b)"
    ),
    "foreign-day": (
        rf"(?i:\b(?P<day>\d{{1,2}})(?:\.|º|°|er)?\s+(?:de\s+)?(?P<month>{_FOREIGN_MONTH})"
        rf"(?:\s+(?:de(?:l)?\s+)?(?P<year>{_YEAR}))?)\b"
    ),
    "foreign-month": rf"(?i:\b(?P<month>{_FOREIGN_MONTH})\s+(?:de(?:l)?\s+)?(?P<year>{_YEAR}))\b",
    "foreign-season": rf"(?i:\b(?P<season>{_FOREIGN_SEASON})\s+(?:de(?:l)?\s+)?(?P<year>{_YEAR}))\b",
}
RULES = {name: re.compile(pattern) for name, pattern in _RULES.items()}
"""By name; `date_forms` tells what each means."""

_MONTH_CUES = tuple(MONTHS)
_YEAR_CUES = ("year", "19", "20")
_DAY_CUES = ("day", "mon.", "tue", "wed.", "thu", "fri.", "sat.", "sun.")
CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "day-month": _MONTH_CUES,
        "month-day": _MONTH_CUES,
        "month-range": _MONTH_CUES,
        "month": _MONTH_CUES,
        "numeric": ("/",),
        "iso": ("-",),
        "season": tuple(SEASONS),
        "season-range": tuple(SEASONS),
        "third": _YEAR_CUES,
        "by-the-end": ("the end of",),
        "quarter": ("quarter", "q1", "q2", "q3", "q4"),
        "half": ("half",),
        "year-phrase": ("year",),
        "before-holiday": ("christmas", "holidays"),
        "christmas": ("christmas",),
        "holiday": (" day", "eve", "halloween"),
        "relative-month": ("month",),
        "relative-week": ("week",),
        "weekday": _DAY_CUES,
        "today": ("today", "tonight", "this ", "tomorrow", "yesterday", "last night"),
        "ago": ("ago",),
        "ahead": ("day", "week", "month"),
        "years": ("19", "20"),
        "bare-year": ("19", "20"),
        "foreign-day": tuple(FOREIGN_MONTHS),
        "foreign-month": tuple(FOREIGN_MONTHS),
        "foreign-season": tuple(FOREIGN_SEASONS),
    }
)
"""Letters of which a text in small letters must have some for a rule to match: a search is dear, a look is cheap."""
NUMBERED = frozenset(
    {
        "iso", "day-month", "month-day", "numeric", "season-range", "years", "bare-year",
        "foreign-day", "foreign-month", "foreign-season",
    }
)  # fmt: skip
"""The rules that need a digit."""

BEFORE_MONTH = re.compile(
    r"[:–—]\s*$|\b(?:in|until|till|to|by|since|before|after|from|for|of|early|mid|late|this|next|during)[\s-]+$",
    re.IGNORECASE,
)
NAMES_TOO = frozenset({"march", "may", "april", "june", "august", "jan", "mar", "jun", "dec"})
"""These are words or people's names too (June, Ant and Dec): alone they are months only after one of those."""
AFTER_MONTH = re.compile(
    r"\s(?:(?:premiere|release|return|launch|start|air)\s?date|premiere|release|launch|debut|date|slot)\b",
    re.IGNORECASE,
)
"""Or before one of these: "gets April premiere date"."""
BEFORE_SEASON = re.compile(
    r"[:–—]\s*$|\b(?:by|until|till|for|since|during|of|before|after|through|come|(?:bumped|pushed|moved|moves|"
    r"shifted|delayed|slips)\s(?:back\s|up\s|"
    r"forward\s)?to)\s+$",
    re.IGNORECASE,
)
AFTER_SEASON = re.compile(
    r"\s+(?:TV|premieres?|launch|release|return|debut|slate|schedule|line-?up|season|start|bow|date)\b", re.IGNORECASE
)
BEFORE_NUMBERS = re.compile(
    r"\b(?:on|out|date|from|until|by|premier\w+|arriv\w+|return\w*|launch\w*|start\w*|begin\w*|air\w*|drop\w*|debut\w*"
    r"|stream\w*|releas\w+|Netflix|Starz|Hulu|Max|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
    r"\b[^\w]{0,3}(?:(?:on|at|is|for)\s)?(?:\w+:\s)?$",
    re.IGNORECASE,
)
"""Two numbers and a stroke are a date only after such a word; "24/7", "10/10" and "9/11" are none."""
