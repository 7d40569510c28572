"""Which word governs a date: it tells whether the date is of a release, of filming, of news or of the past."""

from __future__ import annotations

import re

from bot.news.lexicon.marks import expand

_SHOWN = r"(?:shown|seen|broadcast|released|available|unleashed|back|out|here|with\sus|on\sscreens?|streaming|live)"
_GOVERNORS = {
    "film": (
        r"\b(?:film(?:ing|ed|s)?(?!\s(?:is|will|to|premieres|arrives|lands))|shoot(?:ing|s)?|shot|cameras?|"
        r"production|principal\sphotography|wrap(?:s|ped|ping)?|on\sset)\b"
    ),
    "moved": (
        r"\b(?:(?<!now\s)from\s(?:its\s(?:original\s)?|an?\s|the\s)?(?:original\s|earlier\s)?|instead\sof|rather\sthan|"
        r"originally|(?:been|was|were)\s(?:then\s)?(?:planned|pencilled\sin|slated|scheduled|due|set|expected|billed))"
    ),
    "past": (
        r"\b(?:(?:was|were)\s(?:held|pushed|put)\sback\sin|wrapped\sup|(?:was|were)\sback|premiered|debuted|launched|arrived|aired|landed|dropped|returned|bowed|"
        r"(?:came|went|"
        r"got)\sout|came|"
        r"began|started|ended|concluded|finished|was|were|had|went|hit|"
        r"released\sin|released\son|won|ran|followed|cancell?ed|renewed|ordered|first|last|since|ago|set\sin|died|set\son\sthe|"
        r"born|married|left|joined)\b"
    ),
    "told": (
        r"\b(?:said|says|announced|confirmed(?!\s(?:as|for)\b)|told|wrote|posted|revealed|unveiled|statement|news|"
        r"letter|"
        r"reported|shared|tweeted|thanked|broke|spoke|published|event|ceremony|upfront|panel|interview)\b"
    ),
    "span": (
        r"\b(?:will|could|may|might)\s(?!not\b|return|be\b|now|premiere|air|launch|arrive|debut|land|drop|wait)[a-z]+\s"
        r"[^.;!?]{0,24}\buntil\s$|\b(?:through|since|over|throughout|during)\s$|\b(?:extended|extends|runs?|running|deal|contract|signed|"
        r"lasts?|stays?|available)\b[^.;!?]{0,24}\b(?:until|to)\s$"
    ),
    "out": (
        r"\b(?:confirmed\s(?:as|for)|premier(?:e|es|ing)|debut(?:s|ing)?|launch(?:es|ing)?|arriv(?:e|es|ing|al)|"
        r"air(?:s|ing|date)?|"
        r"now\sfrom|stick(?:s|ing)?\sto|keep(?:s|ing)?\sto|land(?:s|ing)?|drop(?:s|ping)?|return(?:s|ing)?|releas(?:e|es|ing)|be\sreleased|"
        r"stream(?:s)?|bow(?:s|ing)?|hit(?:s|ting)|to\shit|will\shit|com(?:e|es|ing)|start(?:s|ing)?|begin(?:s|"
        r"ning)?|kick(?:s|ing)?\soff|follow(?:s|ing)?|due|slated|scheduled|expected|set|sets|dates|dated|planned|"
        r"pencilled\sin|eyed|eyeing|targeting|aiming|tipped|roll(?:s|ing)?\sout|continues|picks\sup|resumes|"
        r"on\s(?:course|track)\sfor|lined\sup|(?:can|['’]ll|will)\s(?:watch|see)(?:\sit)?|see\sit|"
        r"will\s(?:now\s)?(?:open|say\s(?:farewell|goodbye)|conclude|bow\sout|end|wrap\sup)|chooses|picks|confirms|"
        r"reveals|announces|gives?|gave|gets|books|will\s(?:now\s)?be|to\sbe(?!\s(?:[a-z]+ing|decided|made|taken|determined|discussed|known|told|seen)\b)|"
        rf"is\s(?:back|out|here)|(?:be|back|finally)\s{_SHOWN}|out|back|opens?|date|dates|plays|held|moved|moves|"
        rf"moving|push(?:ed|es)|delay(?:ed|s)|postponed|bumped|shift(?:ed|s)|until|"
        rf"reports?\s(?:back\s)?for\sduty|clocks?\s(?:back\s)?in|suits?\sup|sails?|swims?|swoops?|checks?\s(?:back\s)?in|touches\sdown|sets?\ssail|takes?\soff|"
        rf"opens?\sits\sdoors|descends?|crash(?:es)?|storms?|bursts?|goes\slive|comes?\sashore|makes?\slandfall|slithers?|gallops?|marks?\sits\sreturn|makes?\sits\sway|rides\sagain|"
        rf"(?<!wrapped\s)(?<!wraps\s)(?<!wrap\s)up|forward|expects?|"
        rf"expecting)\b"
    ),
}
GOVERNOR = re.compile(expand("|".join(f"(?P<{name}>{pattern})" for name, pattern in _GOVERNORS.items())), re.IGNORECASE)
AFTER = re.compile(
    expand(
        r"^\s?[”’\"')]?\s?(?:(?:premiere|launch|debut|release|start|return|bow|drop|airdate|air\sdate|opening|slot|"
        r"rollout|berth|bow|dates?\sfor)\b"
        r"|for\s{S}|on\s{NET}|at\s\d|as\sthe\s(?:start|premiere|launch|release)\b|premiere\sdate|"
        r"you\scan\s(?:now\s)?(?:watch|stream|see))"
    ),
    re.IGNORECASE,
)
"""What follows a date of a release."""
BESIDE = re.compile(
    expand(
        r"(?:{S}|{N})(?:['’]s?)?[”’\"']?(?:,\s(?:part|volume)\s\w+)?(?:\s\([^)]{1,24}\)|,\s(?:series|"
        r"season)\spremiere)?(?:,|:|\s[–—-]|\s\()?\s(?:on\s|in\s|for\s|this\s|by\s|{NET}[,:]?\s|at\s){0,2}$|"
        r"\b(?:to|onto)\s{NET}\s(?:on|in|from|this)\s$|"
        r"\b(?:out|release\w*|premier\w*|return\w*|date|start\w*|begin\w*|back|come|coming|air\w*|stream\w*|drop\w*|debut\w*|arriv\w*)\b[^.;!?]{0,20}\?\s(?:on\s|in\s|it['’]s\s)?$|"
        r"\b(?:special|film|movie)\s(?:in|on|for|this)\s$|^[^\w\ue000-\uf8ff]{0,8}$"
    ),
    re.IGNORECASE,
)
"""A season or a title right before a date, with no word between that tells of anything else."""
LIST_LINE = re.compile(expand(r"^[^.;!?]{0,12}:\s[^.;!?]{0,24}?{S}"), re.IGNORECASE)
"""After a date at the head of a line: what comes then."""
