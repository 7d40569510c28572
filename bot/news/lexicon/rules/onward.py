"""How the news says in figures of speech that a show goes on: it keeps going, books a stay, keeps the lights on.

The figure alone is no news; a coming season beside it makes it one. Knows no shows.
"""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.rules.rule import Rule, rule

_NTH = r"(?:an?\s|its\s|at\sleast\s){0,2}(?!{F}){N}"
_NO_DATE = r"(?!<near>(?:{D}|\b(?:date|premiere|trailer|cast|filming|shoot|finale|review|recap)\b))"
_GOES_ON = (
    r"(?:keeps?\s(?:going|on|rolling|sailing|running|riding|flying)|(?:rolls?|sails?|marches|soldiers|carries|lives|motors|presses|pushes|"
    r"charges|powers|ploughs|plows|battles|fights|drives|flies|rides|runs|plays|goes|cruises|moves|forges|strides|steams|trucks|chugs)\s"
    r"(?:on|ahead|along|onward)|rides?\sagain|stays?\s(?:put|alive|afloat|on|in\sbusiness|open|on\sthe\s(?:air|case|beat|road))|"
    r"sticks?\saround|hangs?\s(?:around|on|in\sthere)|checks?\s(?:back\s)?in|clocks?\s(?:back\s)?in|signs?\son|re-?enlists|re-?ups|"
    r"books?\s(?:an?(?:other)?\s|its\s)?(?:(?:longer|return|second|third|extended)\s)?(?:stay|trip|passage|visit|table|room)|"
    r"extends?\s(?:its|their|the)\s(?:stay|run|lease|tour|mission|shift)|renews?\s(?:its|the)\s(?:lease|licen[cs]e|vows|contract)|"
    r"(?:opens?|reopens?)\s(?:its|the)\sdoors\s?(?:again)?|reports?\s(?:back\s)?(?:for\sduty|to\swork)|suits?\sup|saddles?\sup|reloads|"
    r"returns?\sto\s(?:the\s[\w-]+|duty|work|court|school|class|base|action)|heads?\sback(?:\sto\s(?:the\s)?[\w-]+)?|"
    r"sets?\s(?:sail|course|off)|(?:is\s)?cleared(?:\sfor\s[\w-]+)?|(?:is\s)?(?:safe|spared|alive\sand\swell)|survives|"
    r"gets?\s(?:to\s(?:stay|live)\s?(?:on)?|a\sreturn\sticket)|stays?\s(?:the\scourse|in\sthe\s[\w-]+))"
)
_ROUND = (
    r"(?:round|go-?around|go|spin|ride|trip|tour(?:\sof\sduty)?|turn|lap|stint|helping|outing|act|term|semester|shift|course|verse|dance|"
    r"voyage|visit|serving|go-round|bite|case|chapter|adventure|swing|shot|crack|dose|innings)"
)
_NUMBERED = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"

ONWARD: tuple[Rule, ...] = (
    rule(
        "goes on figuratively", Kind.RENEWED,
        "keep|on |ahead|along|again|stay|stick|hang|check|clock|sign|enlist|re-up|reup|book|extend|lease|"
        "vows|doors|report|suit|saddle|reload|return|"
        "back|sets |cleared|safe|spared|survive|gets |renew",
        rf"{{S}}\s(?:is\s|to\s|will\s|set\sto\s|officially\s){{0,2}}{_GOES_ON}\s(?:(?:for|with|to|into|through|on|in)\s){{1,2}}{_NTH}{_NO_DATE}",
        rf"{{S}}<near>{_GOES_ON}\b[^.;!?]{{0,20}}?[:,–—]\s{{NET}}\s(?:orders|renews|commissions|confirms|picks\sup|green-?lights)\b",
    ),
    rule(
        "kept alight", Kind.RENEWED, "keep",
        r"\bkeep(?:s|ing)?\s(?:(?:the|its|those|all)\s(?:[\w-]+\s){1,3}?|{S}\s)(?:on|burning|open|running|rolling|going|alive|afloat|flying|ticking|"
        r"beating|lit|humming|spinning|flowing|pumping|warm|in\sbusiness|in\ssession|on\s(?:the\s)?(?:air|beat|case|road|menu))\b"
        rf"[^.;!?]{{0,25}}?\b(?:with|for|through)\s{_NTH}{_NO_DATE}",
    ),
    rule(
        "kept for a year", Kind.RENEWED, "keep|bring|going|around|alive|back|hang|hold",
        r"<NET>\s(?:will\s|to\s)?keep(?:s|ing)?\s[^.;:!?]{0,60}?{S},?\s(?:all\s)?(?:going|around|alive|on(?:\sthe\sair)?|running)\s"
        r"(?:for|in|through|into)\s(?:the\s)?(?:20\d\d[-–/]\d\d|{D}|next\s(?:season|year)|another\s(?:season|year))",
        r"<NET>\s(?:will\s|to\s)?(?:bring(?:s|ing)?\sback|hang(?:s|ing)?\son\sto|hold(?:s|ing)?\son\sto)\s[^.;:!?]{0,60}?{S},?\s"
        r"(?:for|in|through|into)\s(?:the\s)?(?:20\d\d[-–/]\d\d|next\s(?:season|year)|another\s(?:season|year))",
    ),
    rule(
        "another go", Kind.RENEWED,
        "it's a|it’s a|another|one more|second |third |fourth |fifth |sixth |seventh |eighth |extend|"
        "for season|for series|for a |ninth |tenth |1th |one more| fresh",
        rf"(?:{{NET}}|<NET>)<near>\b(?:in|up|down|back|signs\sup|ready|goes|going)\sfor\s(?:another|one\smore)\s{_ROUND}\s(?:of|with|in|on|to|at)\s(?:the\s)?{{S}}",
        rf"{{S}}\s(?:gets?|books|lands|earns|scores|bags|nabs|secures|wins|to\sget|will\sget)\s(?:an?other|one\smore|(?:an?\s|its\s)?(?:second|third|fourth|fifth|sixth|"
        rf"seventh|eighth|ninth|tenth))\s{_ROUND}\b(?=\s?(?:$|[.,:;!–—]|\b(?:at|on|from|with|by)\s{{NET}}))",
        rf"{{S}}\s(?:to|will|set\sto|is\sto)\s(?:return|be\sback|come\sback)\sfor\s(?:an?\s|its\s)?(?:another|one\smore|second|third|fourth|fifth|sixth|seventh|eighth)\s{_ROUND}\b"
        rf"(?!<near>{{D}})",
        rf"<NET>\s(?:books|orders|sets|plans|signs\sup\sfor|checks\sin\sfor)\s(?:another|one\smore|an?\sfresh|(?:an?\s)?{_NUMBERED})\s(?:{_ROUND}|stay|residency|date)\s"
        rf"(?:in|with|on|at|to|for)\s(?:the\s)?{{S}}",
        rf"<NET>\s(?:gives|hands|grants|awards|offers|books|sends)\s[^.;:!?]{{3,45}}?\s(?:another|one\smore|an?\s{_NUMBERED})\s{_ROUND}(?=\s?(?:$|[.,:;!–—]))",
        rf"<NET>\s(?:serves\sup|dishes\s(?:up|out)|cooks\sup|orders(?:\sup)?|signs\sup\sfor|books|commissions)\s(?:another|one\smore|an?\s(?:second|third|fourth|fifth))\s"
        rf"(?:{_ROUND}|course)\sof\s{{S}}",
        r"\bit['’]s\sa\s(?:yes|go)\sfor\s(?:{S}(?:['’]s?)?\s)?(?!{F}){N}",
        r"<NET>\sextend(?:s|ing)\s(?:its|the|their)\s(?:stay|run|time|trip|tour|residence)\s(?:in|at|on|with|of)\s(?:the\s)?{S}",
        rf"<NET>\s[\w-]+s\s(?:back\s)?(?:in)?to\s{{S}}\sfor\s{_NTH}{_NO_DATE}",
    ),
    rule(
        "renewal is official", Kind.RENEWED,
        "renewal|announced for|re-up|reup|coming back|returning|will return|be back",
        r"{S}(?:['’]s?)?\s(?:{N}\s)?renewal\s(?:is\s|now\s|has\sbeen\s)*(?:official|confirmed|a\sdone\sdeal|announced|comes\sthrough|lands|in\b)"
        r"(?!\s(?:doubt|jeopardy|question|danger|limbo|the\sbalance))",
        r"{S}(?:['’]s?)?\s(?!{F}){N}<IS>\sannounced\sfor\s{D}",
        r"(?:^|[,;:–—]\s|\band\s)re-?ups\s(?:on\s)?{S}",
        r"<NET>\s(?:confirms|announces|reveals|says)\s(?:that\s)?{S}\s(?:is|will\sbe|will)\s(?:officially\s)?(?:coming\sback|returning|back|return)"
        r"(?=\s?(?:$|[.!,:;–—]|for\smore\b))(?!.{0,80}{D})",
    ),
)  # fmt: skip
