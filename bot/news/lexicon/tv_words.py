"""Words that tell that a text speaks of television, and of whom or what in it. Knows no shows."""

from __future__ import annotations

import re

CONTEXT = re.compile(
    r"\b(?:axed|episodes?|series|sitcom|showrunners?|streamer|streaming|spin-?offs?|prequel|"
    r"finale|premieres?|premiered"
    r"|dramas?|comedies|dramedy|soap|trailer|teaser|renew(?:s|ed|al)|tv|television|telly|broadcaster|viewers|cast|showbiz|"
    r"recap|reboot"
    r"|revival|sequel|thriller|comedy|anime|docuseries|miniseries|box ?set|superfans?|quiz|actor|actress|co-star|"
    r"(?:sci-fi|teen|hit|cult|comedy|drama|reality|crime|fantasy|horror|supernatural|animated|tv)\sshow|emmys?|characters?"
    r"|Netflix|HBO|Hulu|BBC|ITV|Disney\+|Apple TV|Prime Video|Paramount\+|Peacock|filming|shoot"
    r"|temporadas?|staffeln?|saisons?|series?|série|seriado|folgen|episodios?|episódios?|épisodes?|dreharbeiten|rodaje|"
    r"tournage|tráiler|bande-annonce)\b",
    re.IGNORECASE,
)
"""A text with none of these is hardly about a show."""
CONTEXT_TOO = re.compile(
    r"\b(?:seasons?|cancell?ed|premieres?|premiered|cast|shoot|characters?|comedy)\b", re.IGNORECASE
)
"""Sport, music and theatre have these as well."""

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
    r"|(?:is|has|was)\s(?:officially|finally|reportedly|now|almost|nearly|just)|has\s(?:not\s)?(?:been|\w+ed)|tops|\d+\syears\s(?:on|later)|at\s\d\d|"
    r"draws|was\s(?:cancell?ed|renewed|axed)|comes\sback|announces|won['’]t|isn['’]t|is\snot|not|coming|is\sgetting|production|"
    r"poster|pulled|put|bumped|resumes|un-?cancell?ed|rescued|finds|lands|rounds\sout|names|bosses|bumped|likely|"
    r"will|moves|reboot|likely|filming|arrives|debuts|launches|drops|starts|begins|finishes|quiz|universe|"
    r"says\s(?:goodbye|farewell)|bids\s(?:goodbye|farewell|adieu)|waves\sgoodbye|bags|nabs|nets|snags|earns|secures|"
    r"(?:christmas|festive|holiday|anniversary|reunion)\sspecial|franchise|soundtrack|timeline|viewers|episode\sguide|reunion|on\sthe\sbubble|future|fate|cancell?ation|renewal|"
    r"adaptation|removed\sfrom|now\sstreaming|nears|nearing|close\sto|eyes|eyeing|"
    r"to\s(?:debut|launch|premiere|air|stream|land|bow|arrive)(?=\s(?:on|in|at|this|next)\b))\b",
    re.IGNORECASE,
)
"""What follows a name that is a title."""

DECIDED_AFTER = re.compile(
    r"(?:['’]s?)?[”’\"']?,?\s(?:(?:un-?)?cancel(?:l?ed)|renewed|axed|season|spin-?off|prequel|sequel|revival|"
    r"reboot|finale|trailer|teaser|showrunner"
    r"|star|creator|ordered\sto\sseries|picked\sup\s(?:for|by)|revived|movie|episodes?|un-?cancell?ed|cast|"
    r"series\sfinale|timeline|recap|viewers|episode\sguide|universe|reunion)\b",
    re.IGNORECASE,
)
"""What follows a name that is a title, and no plain word at the head of a sentence."""
HEADS_A_CLAUSE = re.compile(
    r"[”’\"']?\s(?:(?:says|bids|waves|takes|gets|ends|returns|crosses|heads|surfaces|hits|makes|wraps)\b|[a-z]{3,}(?:[^s\W]s|es)\s(?:its|the|a|an|his|her|their|to|for|from|with|in|on|at|up|out|back|off|"
    r"down|into|another|more|new|final|all|first|goodbye|again)\b|is\scoming\b|comes?\sto\san\send\b)"
)
"""A verb of one who acts, after a word at the head of a headline: "Succession crowns its winner"."""
SEASON_TOLD_AFTER = re.compile(
    r"(?:[”’\"']?\s(?:is|was|has|will|to|[a-z]+s)\s(?:(?!after\b|of\b|for\b|in\b)[a-z]+\s){0,3}?"
    r"(?:a\s|an\s|its\s|the\s|another\s|one\s)?|['’]s\s)"
    r"(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|final|last|new|(?:two|three)\smore|more)\s){1,3}"
    r"(?:two\s|three\s)?(?:seasons?|series)\b",
    re.IGNORECASE,
)
"""A season a few words after a name: "Kingfisher is getting a third season"."""
DATE_AFTER = re.compile(
    r"[”’\"']?\s(?:will\s)?(?:returns?|premieres?|debuts?|arrives?|launches|drops|is\sback|begins|starts)\s"
    r"(?:on\s|in\s|this\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|\d{1,2}\b)",
    re.IGNORECASE,
)
"""A day of release right after a name."""
SHOW_WORDS_NEXT = re.compile(
    r"[”’\"']?:\s(?:(?:first|final|last|new|all|the|\d+|[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten)\s){0,3}"
    r"(?:episodes?|seasons?|series|finale|trailer|teaser|premiere|showrunner|creator|star|cast|boss|spin-?off|reboot|"
    r"revival|renewed|cancelled|canceled|release\sdate|everything\swe\sknow)\b",
    re.IGNORECASE,
)
"""Words of a show right after a name and a colon."""
SEASON_NAMED = re.compile(
    r"\b(?:(?:season|series|temporada|saison|staffel)\s(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|(?:second|third|fourth|fifth|sixth|seventh|eighth|final|last|another|new)(?:\sand\sfinal)?\s(?:season|"
    r"series)|S\d{1,2}|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s(?:seasons|series|episodes)"
    r"|(?:segunda|tercera|terceira|cuarta|quarta|quinta|sexta|última|nueva|nova|deuxième|troisième|quatrième|dernière|"
    r"nouvelle|zweite[nr]?|dritte[nr]?|vierte[nr]?|fünfte[nr]?|letzte[nr]?|neue[nr]?)\s(?:temporada|saison|staffel))\b",
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
    r"|comedy\sseries|crime\sdrama|reality\sshow|anime|serial|procedural|rom-?com|k-?drama|docuseries|miniseries|telenovela|"
    r"whodunn?it|period\sdrama)"
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

PLACES = frozenset(
    """
    alaska atlanta babylon berlin boston brooklyn chicago dallas fargo hawaii london miami nashville paris rome salem
    sherwood texas troy tulsa vegas venice vienna yellowstone
    """.split()  # noqa: SIM905 - words are read more easily than strings
)
"""Titles that are places: after "in" or "to" nothing but a season or quotes makes a show of one."""
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
SMALL_WORDS = frozenset(
    """
    a an the and or but nor of in on at to for by from with as vs v is it its into over after than up via de la le
    """.split()  # noqa: SIM905 - words are read more easily than strings
)
"""Words that a headline in title case may leave small."""
