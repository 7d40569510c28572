"""Words that tell that a text speaks of television, and of whom or what in it. Knows no shows."""

from __future__ import annotations

import re

CONTEXT = re.compile(
    r"\b(?:axed|cancell?ed|seasons?|episodes?|series|sitcom|showrunners?|streamer|streaming|spin-?offs?|prequel|"
    r"finale|premieres?|premiered"
    r"|drama|dramedy|soap|trailer|teaser|renew(?:s|ed|al)|tv|television|telly|broadcaster|viewers|cast|showbiz|"
    r"recap|reboot"
    r"|revival|sequel|thriller|comedy|anime|docuseries|miniseries|box ?set|superfans?|quiz|actor|actress|co-star|"
    r"characters?"
    r"|Netflix|HBO|Hulu|BBC|ITV|Disney\+|Apple TV|Prime Video|Paramount\+|Peacock|filming|shoot)\b",
    re.IGNORECASE,
)
"""A text with none of these is hardly about a show."""

ROLE = (
    r"(?:co-?)?(?:stars?|actors?|actress|creators?|showrunners?|writers?|directors?|producers?|"
    r"executive\sproducers?|EPs?|boss(?:es)?"
    r"|alums?|alumn[aiu]s?|veterans?|leads?|authors?|makers?|breakout|favou?rites?|lead\s(?:actor|actress)|composers?)"
)
"""What people are to a show."""

FOLLOWS_A_TITLE = re.compile(
    rf"(?:['’]s?)?[”’\"']?,?\s(?:{ROLE}|cast|fans|season|series|finale|premiere|trailer|teaser|reboot|revival|"
    rf"spin-?offs?|prequel|sequel|movie"
    r"|film|remake|episodes?|renewed|cancel(?:l?ed|s)|axed|returns?|returning|recap|review|ending|ends|to\s(?:end|"
    r"return|conclude|wrap)"
    r"|set\s(?:to|for)|gets?|lands?|scores?|picked\sup|saved|revived|scrapped|ordered|adds|casts|moves\sto|wraps|"
    r"premieres|sets|signs\soff"
    r"|bows\sout|dropped|delayed|postponed|pushed|halts|pauses|is\s(?:back|over|ending|coming\sback|returning|"
    r"being)|will\s(?:end|return)"
    r"|(?:is|has|was)\s(?:officially|finally|reportedly|now|almost|nearly|just)|has\s(?:not\s)?(?:been|\w+ed)|tops|"
    r"draws|was\s(?:cancell?ed|renewed|axed)|comes\sback|announces|won['’]t|isn['’]t|is\snot|not|coming|production|"
    r"poster|pulled|put|bumped|resumes|un-?cancell?ed|rescued|finds|lands|rounds\sout|names|bosses|bumped|likely|"
    r"will|moves|reboot|likely|filming|arrives|debuts|launches|drops|starts|begins|finishes|quiz|universe|"
    r"franchise|soundtrack)\b",
    re.IGNORECASE,
)
"""What follows a name that is a title."""

DECIDED_AFTER = re.compile(
    r"(?:['’]s?)?[”’\"']?,?\s(?:(?:un-?)?cancel(?:l?ed)|renewed|axed|season|spin-?off|prequel|sequel|revival|"
    r"reboot|finale|trailer|teaser|showrunner"
    r"|star|creator|ordered\sto\sseries|picked\sup\s(?:for|by)|revived|movie|episodes?|un-?cancell?ed|cast|"
    r"series\sfinale)\b",
    re.IGNORECASE,
)
"""What follows a name that is a title, and no plain word at the head of a sentence."""
SEASON_NAMED = re.compile(
    r"\b(?:(?:season|series|temporada|saison|staffel)\s(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|(?:second|third|fourth|fifth|sixth|seventh|eighth|final|last|another|new)(?:\sand\sfinal)?\s(?:season|"
    r"series)|S\d{1,2})\b",
    re.IGNORECASE,
)

SEASON_AFTER = re.compile(
    r"(?:['’]s?)?[”’\"']?,?\s(?:[|:–—-]\s)?(?:\(?(?:the\s)?(?:(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|"
    r"fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|final|last|next|new)(?:\sand\sfinal)?\s(?:season|"
    r"series)\b"
    r"|(?:season|series|temporada|saison|staffel)\s(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|finale|"
    r"premiere)|S\d{1,2}\b))",
    re.IGNORECASE,
)
SEASON_BEFORE = re.compile(
    r"\b(?:(?:season|series)\s(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)|seasons?|series|episodes?"
    r"|S\d{1,2}|finale|premiere|trailer|cast|revival|reboot|remake|spin-?off|prequel|sequel|adaptation|version|"
    r"future|fate|cancellation|renewal|showrunner|creator|star)\s(?:of|for)\s(?:the\s)?[“‘\"']?$",
    re.IGNORECASE,
)
"""What stands before a name that is a title."""

SHOW_NOUN = (
    r"(?:show|series|drama|comedy|sitcom|thriller|soap|dramedy|programme|program|mystery|saga|hit|anthology|"
    r"drama\sseries"
    r"|comedy\sseries|crime\sdrama|reality\sshow|anime|serial|procedural)"
)
"""What a text calls a show by."""

FICTION_BEFORE = re.compile(rf"\b{SHOW_NOUN},?\s[“‘\"']?$", re.IGNORECASE)
"""ABC drama Lost."""

LABELLED = re.compile(
    r"^[”’\"']?\s\(?(?:(?P<us>US|U\.S\.|USA|American)|(?P<uk>UK|U\.K\.|British)|(?P<au>AU|Australian)|"
    r"(?P<year>(?:19|20)\d\d))\)?(?![\w])"
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
    """
    a an the and or but nor of in on at to for by from with as vs v is it its into over after than up via de la le
    """.split()  # noqa: SIM905 - words are read more easily than strings
)
"""Words that a headline in title case may leave small."""
