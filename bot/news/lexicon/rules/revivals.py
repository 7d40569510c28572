"""How the news says that a show comes back: saved, moved to another network, revived. Knows no shows."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.rules.rule import Rule, rule

REVIVALS: tuple[Rule, ...] = (
    rule(
        "saved", Kind.REVIVED,
        "save|rescue|cancel|axed|picks up|picked up|new home|new life|second life|lifeline|reprieve|new network|"
        "reviv|resurrect|back|"
        "revers|moves|moving|revival|"
        "return|acquire",
        r"{S}<gap>\b(?:has\sbeen\s|been\s|is\s|gets\s)?(?:saved|rescued|un-?cancell?ed|un-?axed|revived|resurrected|"
        r"brought\sback)\b(?!\sfrom\sthe\sarchive)",
        r"<NET><near>\b(?:saves|rescues|revives|resurrects|uncancels|un-cancels|"
        r"has\s(?:saved|rescued|"
        r"revived))\b<gap>(?:{S}|<NOUN>|{N})",
        r"{S}<gap>\b(?:finds?|found|gets?|lands?)\s(?:a\s|its\s)?(?:new\s(?:home|life|network)|second\slife|"
        r"lifeline|reprieve)\b",
        r"<NET>\s(?:[\w-]+\s){0,2}?brings?\sback\s{S}(?=.{0,60}\b(?:years|decade|cancel|axed?|after|revival))",
        r"<NET>\s(?:orders?|green-?lights?|commissions?|announces|confirms|sets|lands|plans)\s(?:an?\s|the\s)?(?:[\w-]+\s)?revival\b"
        r"(?:\sof\s{S}|\sof\s(?:[\w-]+\s){0,2}?<NOUN>)",
        r"(?:{S}|<NOUN>)<IS>\s(?:to\sreturn|returning|returns|back|to\scome\sback|coming\sback)\b<gap>\b(?:for\s(?:the\s)?first\stime\sin\s"
        r"(?:over\s|almost\s|nearly\s|more\sthan\s)?(?:\d\d|ten|twelve|fifteen|twenty|thirty|a\sdecade|decades|\w+\sdecades)|(?:\d\d|ten|"
        r"fifteen|twenty|thirty)\syears\son)\b",
        r"<NET>\s(?:to|will|set\sto|is\sto)\s(?:revive|resurrect|rescue|save|un-?cancel)\s{S}",
        r"{S}<near>\bpicked\sup\sby\s{NET}",
        r"{NET}\spicks\sup\s(?:the\s)?(?:dropped|cancell?ed|axed|scrapped|former|ex-?)",
        r"\brevival\b<gap>\b(?:ordered|green-?lit|announced|confirmed|set\b|in\sthe\sworks|officially|picked\sup|"
        r"coming|is\shappening)\b",
        r"<NET><near>\b(?:orders?|green-?lights?|commissions?|announces|confirms|"
        r"sets)\b<near>{S}(?:['’]s?)?\s(?:[\w-]+\s){0,2}?(?:revival|comeback)\b",
        r"{S}<near>\b(?:returning|returns|to\sreturn|back|comes\sback)\b<gap>\b(?:after|"
        r"following)\s(?:[\w-]+\s){0,2}?(?:\d+|twenty|ten|fifteen|a\sdecade|decades?|years?)\b",
        r"{S}<near>\bmov(?:es|ing)\s(?:from\s{NET}\s)?(?:over\s)?to\s(?:{NET}|streaming\b)(?!\sin\b)",
        r"<NET>\s(?:[\w-]+\s)?reverses\scourse\b(?!.{0,50}\b(?:cancels?|cancell?ed|axes|axed|scraps|drops|pulls|un-?renew\w*)\b)|"
        r"\breverses\s(?:its\sdecision|(?:the\s)?cancell?ation)\b",
        r"\bback\sfrom\sthe\sdead\b",
        r"\bacquired\b<gap>{N}",
    ),
    rule(
        "comes back", Kind.REVIVED, "back|return|rise|lives on|not over|more",
        r"{S}<near>\b(?:(?:is|are)\s(?:officially\s)?(?:coming\sback|returning|back)|will\s(?:be\sback|return|rise|"
        r"live)|to\sreturn|returns|to\slive\son|lives\son|lives)\b",
        r"<NOUN>\s(?:will|is\sto)\s(?:be\sback|return|rise\sagain|live\son|come\sback)\b",
    ),
    rule(
        "saved at last", Kind.REVIVED, "cancel|reprieve|second chance",
        r"\b(?:cancell?ation|axing)\b<near>\b(?:reversed|overturned|undone)\b",
        r"\bwin(?:s)?\s(?:a\s)?(?:reprieve|second\schance)\b",
    ),
    rule(
        "moves network", Kind.REVIVED,
        "lands|heads|jump|hop|beam|shift|switch|transfer|migrat|relocat|cross|move|moving|leap|defect|decamp|goes",
        r"{S}<IS>\s(?:moves|moving|jumps|jumping|hops|beams|shifts|switches|transfers|migrates|relocates|leaps|"
        r"defects|decamps)\s(?:over\s|across\s)?(?:from\s{NET}\s)?(?:to|onto|over\sto)\s{NET}(?!\s(?:(?:on|in|from|this|next)\s)?{D}|\sin\b)",
        r"{S}<IS>\s(?:lands|goes|moves|jumps|heads|finds\sa\shome|sets\sup\sshop|touches\sdown|docks)\s(?:at|on|to|"
        r"with|over\sto)\s{NET}"
        r"<near>(?:\bfor\b<near>{N}|\b(?:after|following|post|months\safter|weeks\safter)\b<gap>\b(?:cancell?\w*|"
        r"ax(?:ed|e|ing)|"
        r"dropped|scrapped|run\b|exit|one\sseason|(?:two|three|four|\d)\sseasons))",
    ),
    rule(
        "lifeline", Kind.REVIVED, "lifeline|reprieve|second chance|second life|new life|stay of|new lease|save|"
        "rescue|reviv",
        r"<NET>\s(?:throws?|hands?|gives?|offers?|tosses)\s{S}\s(?:an?\s)?(?:[\w-]+\s)?(?:lifeline|reprieve|"
        r"second\s(?:chance|life)|"
        r"new\s(?:life|lease)|stay\sof\sexecution)",
        r"{S}<gap>\b(?:gets?|wins?|granted|given|earns?|handed|thrown|lands?|offered|"
        r"finds?)\s(?:an?\s)?(?:[\w-]+\s)?(?:lifeline|reprieve|"
        r"second\s(?:chance|life)|new\s(?:life|lease)|stay\sof\sexecution)",
        r"<NET>\s(?:steps?|swoops?|rides?|comes?|jumps?)\s(?:in\s)?(?:to\sthe\srescue\sof|to\s(?:save|rescue|revive|"
        r"resurrect))\s{S}",
        r"{S}<gap>\b(?:to|will)\sbe\s(?:saved|rescued|revived|resurrected)\b",
    ),
    rule(
        "back from the dead", Kind.REVIVED, "dead|grave|ashes|brink|beyond|scrapheap",
        r"{S}<gap>\b(?:returns?|returning|rises?|rising|back|comes\sback|brought\sback|risen)\sfrom\s(?:the|"
        r"beyond\sthe)\s(?:dead|grave|"
        r"ashes|brink|scrapheap)",
        r"\b(?:back|risen|raised)\sfrom\sthe\s(?:dead|grave)\b<near>{S}<gap>\b(?:return|back|revived|renewed|saved|"
        r"picked\sup|ordered|"
        r"season|series)",
    ),
    rule(
        "decided after the end", Kind.REVIVED,
        "years on|decades on|after|despite|following|lives|later|cancel|axed|dropped|scrapped|ditched",
        r"{S}<gap>\b(?:renewed|picked\sup|ordered|to\sreturn|will\sreturn|returning|lands|gets|scores|handed|given|"
        r"back)\b<gap>"
        r"(?:{N}|{NET}|\bseason)<far>\b(?:after|following|despite|post)\s(?:[\w'’-]+\s|"
        r"{NET}['’]?s?\s){0,3}?(?:cancell?ation|axing|"
        r"(?:being\s|was\s|it\swas\s)(?:cancell?ed|axed|dropped|scrapped)|the\s(?:axe|chop))",
        r"<NET>\s(?:picks|snaps|scoops)\sup\s(?:the\s)?{S}\s(?:after|following|from)\b<gap>(?:{NET}|\bcancell?\w*|"
        r"\bax(?:ed|ing))",
        r"<NET>\s(?:has\s|have\s)?(?:picks?|picked|snaps?|snapped|scoops?)\sup\b<gap>\b(?:cancell?ed|axed|dropped|"
        r"scrapped|ditched)\b",
        r"{S}\slives\s?[:!–—][^.;!?]{0,40}?\b(?:picks\sup|picked\sup|orders|saves|renews|revives)\b",
        r"{S}<IS>\s(?:coming\sback|returning|back|to\sreturn|returns|will\sreturn)\b<gap>\b(?:years?|"
        r"decades?)\s(?:after|on\s?$|later)\b(?!\s(?:the\s|its\s)?(?:{N}|last\s(?:series|season|outing)|(?:first|second|third|"
        r"fourth|fifth|sixth|seventh|eighth|most\srecent)\b))",
    ),
    rule(
        "change of mind", Kind.REVIVED, "cancel|axe|change|chang|revers",
        r"\b(?:reverses?|overturns?|undoes|rescinds|walks\sback)\s(?:its\s|the\s)?(?:decision\sto\scancel|"
        r"(?:{S}['’]?s?\s)?cancell?ation)",
        r"<NET>\s(?:changes|has\schanged)\s(?:its|their)\sminds?\b<gap>\b(?:saves?|rescues?|brings?|un-?cancels?|"
        r"un-?axes|revives?)\b",
    ),
    rule(
        "back to life", Kind.REVIVED, "life|alive|comeback|revival|switch|stream on|fight another|see another",
        r"{S}<gap>\b(?:comes?\s(?:roaring\s)?back|brought\sback|springs?\sback|roars?\sback)\sto\slife\b|"
        r"{S}<gap>\blives\sto\s(?:fight|see)\s"
        r"another\sday\b|{S}\sis\salive\s?[!:–—]",
        r"{S}<IS>\s(?:makes|making|to\smake|stages?|staging)\s(?:an?\s)?(?:[\w-]+\s)?comeback\b(?!\s(?:as|role))",
        r"{S}(?:['’]s?)?\s(?:[\w-]+\s)?(?:revival|comeback)(?:\s(?:is|has|been|gets?|lands?|scores?|officially|"
        r"a)){0,3}\s(?:series\sorder|ordered|"
        r"green-?lit|confirmed|announced|go\b|happening|pick-?up|set\b|coming)",
        r"{S}<gap>\b(?:returning|returns?|back)\s(?:with|in|for)\s(?:an?\s)?(?:[\w-]+\s)?revival\b",
        r"{S}<gap>\b(?:switch(?:es|ing)?|chang(?:es|ing))\s(?:homes?|networks?|channels?|streamers?)\b(?!\sin\b)",
        r"{S}<gap>\b(?:to|will)\s(?:stream|air|continue|return)\s(?:on|at|to)\s{NET}<near>\b(?:after|"
        r"following)\b<far>\b(?:cancel\w*|ax(?:ed|es|ing)|"
        r"pull(?:s|ed)|drop(?:s|ped)|scrap(?:s|ped))\b",
        r"<NET>\s(?:orders|renews|commissions|green-?lights|picks\sup)\s(?:more\s|"
        r"{N}\sof\s)?(?:the\s)?{S}\s(?:[\w-]+\s){0,3}?(?:after|following|despite)\s"
        r"(?:[\w'’-]+\s|{NET}['’]?s?\s){0,3}?(?:cancell?ation|axing|axe|cancell?ed)\b",
    ),
    rule(
        "axed show comes back", Kind.REVIVED, "axed|cancelled|canceled|scrapped|dropped",
        r"\b(?:axed|cancell?ed|scrapped|dropped|ditched)\s(?:{NET}\s)?(?:[\w-]+\s){0,2}?(?:<NOUN>\s{S}|<NOUN>|"
        r"{S})<IS>\s(?:set\sto\s|will\s|to\s)?"
        r"(?:moving|move|moves|heading|heads|return|returns|returning|back|come\sback|comes\sback|coming\sback|"
        r"live\son|lives\son|saved|revived|"
        r"rescued|resurrected|picked\sup|find|finds|land|lands|jumps|jumping|reborn|rises)\b(?!\s(?:role|deal|job|"
        r"gig|star|lead)\b)",
    ),
)  # fmt: skip
