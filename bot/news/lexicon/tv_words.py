"""Words that tell that a text speaks of television, and of whom or what in it. Knows no shows."""

from __future__ import annotations

import re

CONTEXT = re.compile(
    r"\b(?:seasons?|episodes?|series|sitcom|showrunners?|streamer|streaming|spin-?offs?|prequel|finale|premieres?|premiered"
    r"|drama|dramedy|soap|trailer|teaser|renew(?:s|ed|al)|tv|television|telly|broadcaster|viewers|cast|showbiz|recap|reboot"
    r"|revival|sequel|thriller|comedy|anime|docuseries|miniseries|box ?set|superfans?|quiz|actor|actress|co-star|characters?"
    r"|Netflix|HBO|Hulu|BBC|ITV|Disney\+|Apple TV|Prime Video|Paramount\+|Peacock|filming|shoot)\b",
    re.IGNORECASE,
)
"""A text with none of these is hardly about a show."""

ROLE = (
    r"(?:co-?)?(?:stars?|actors?|actress|creators?|showrunners?|writers?|directors?|producers?|executive\sproducers?|EPs?|boss(?:es)?"
    r"|alums?|alumn[aiu]s?|veterans?|cast|fans?|leads?|authors?|makers?|breakout|favou?rites?|lead\s(?:actor|actress)|composers?)"
)
"""What people are to a show."""

FOLLOWS_A_TITLE = re.compile(
    rf"(?:['’]s?)?[”’\"']?,?\s(?:{ROLE}|season|series|finale|premiere|trailer|teaser|reboot|revival|spin-?offs?|prequel|sequel|movie"
    r"|film|remake|episodes?|renewed|cancel(?:l?ed|s)|axed|returns?|returning|recap|review|ending|ends|to\s(?:end|return|conclude|wrap)"
    r"|set\s(?:to|for)|gets?|lands?|scores?|picked\sup|saved|revived|scrapped|ordered|adds|casts|moves\sto|wraps|premieres|sets|signs\soff"
    r"|bows\sout|dropped|delayed|postponed|pushed|halts|pauses|is\s(?:back|over|ending|coming\sback|returning|being)|will\s(?:end|return)"
    r"|has\sbeen|comes\sback|announces|won['’]t|isn['’]t|is\snot|not|coming|production|poster|pulled|put|bumped|resumes|un-?cancell?ed|rescued|finds|lands|rounds\sout|names|bosses|bumped|likely|will|moves|reboot|likely|filming|arrives|debuts|launches|drops|starts|begins|finishes|quiz|universe|franchise|soundtrack)\b",
    re.IGNORECASE,
)
"""What follows a name that is a title."""

DECIDED_AFTER = re.compile(
    r"(?:['’]s?)?[”’\"']?,?\s(?:(?:un-?)?cancel(?:l?ed)|renewed|axed|season|spin-?off|prequel|sequel|revival|reboot|finale|trailer|teaser|showrunner"
    r"|star|creator|ordered\sto\sseries|picked\sup\s(?:for|by)|revived|un-?cancell?ed|cast|series\sfinale)\b",
    re.IGNORECASE,
)
"""What follows a name that is a title, and no plain word at the head of a sentence."""
SEASON_NAMED = re.compile(
    r"\b(?:(?:season|series|temporada|saison|staffel)\s(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|(?:second|third|fourth|fifth|sixth|seventh|eighth|final|last|another|new)(?:\sand\sfinal)?\s(?:season|series)|S\d{1,2})\b",
    re.IGNORECASE,
)

SEASON_AFTER = re.compile(
    r"(?:['’]s?)?[”’\"']?,?\s(?:\(?(?:the\s)?(?:(?:fourth|fifth|sixth|third|second|final|last|next|new)\s(?:season|series)\b"
    r"|(?:season|series|temporada|saison|staffel)\s(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|finale|premiere)|S\d{1,2}\b))",
    re.IGNORECASE,
)
SEASON_BEFORE = re.compile(
    r"\b(?:(?:season|series)\s(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)|seasons?|series|episodes?"
    r"|S\d{1,2}|finale|premiere|trailer|cast|revival|reboot|cancellation|renewal|showrunner|creator|star)\s(?:of|for)\s(?:the\s)?[“‘\"']?$",
    re.IGNORECASE,
)
"""What stands before a name that is a title."""

SHOW_NOUN = (
    r"(?:show|series|drama|comedy|sitcom|thriller|soap|dramedy|programme|program|mystery|saga|hit|anthology|drama\sseries"
    r"|comedy\sseries|crime\sdrama|reality\sshow|anime|serial|procedural)"
)
"""What a text calls a show by."""

FICTION_BEFORE = re.compile(rf"\b{SHOW_NOUN},?\s[“‘\"']?$", re.IGNORECASE)
"""ABC drama Lost."""

LABELLED = re.compile(
    r"^[”’\"']?\s\(?(?:(?P<us>US|U\.S\.|USA|American)|(?P<uk>UK|U\.K\.|British)|(?P<au>AU|Australian)|(?P<year>(?:19|20)\d\d))\)?(?![\w])"
)
"""A country or year right after a name."""

UK_FAMILIES = frozenset({"bbc", "itv", "channel4", "channel5", "sky", "uktv", "britbox"})
HOME = {
    "UK": re.compile(r"\b(?:British|UK|U\.K\.|BBC|ITV|Channel 4|Britain|England|series (?:one|two|three|four|five))\b"),
    "US": re.compile(r"\b(?:American|US|U\.S\.|CBS|NBC|ABC|Fox|Showtime|HBO)\b"),
    "AU": re.compile(r"\b(?:Australian|Australia|Stan|Foxtel)\b"),
    "CA": re.compile(r"\b(?:Canadian|Canada|CBC|CTV)\b"),
}
"""What hints at a show's home country."""

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
SMALL_WORDS = frozenset(
    "a an the and or but nor of in on at to for by from with as vs v is it its into over after than up via de la le".split()
)
"""Words that a headline in title case may leave small."""
