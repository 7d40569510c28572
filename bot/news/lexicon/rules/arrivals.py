"""How the news tells in other words that something is out, when it is due, that its day moves, and how filming goes.

Knows no shows.
"""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.rules.rule import Rule, rule

_NO_DAY = r"(?!.{0,80}{D})"
_ENDS_HERE = r"(?=\s?(?:$|[.,:;!–—]))"
_COMES_OUT = r"(?:kicks\soff|premieres|debuts|launches|opens|starts|begins|bows|rolls\sout|goes\slive|takes\soff)"
_MOVEMENT = (
    r"(?:sails|swims|swoops|rides|struts|gallops|crashes|bursts|explodes|storms|slides|sneaks|creeps|crawls|flies|dashes|rolls|marches|"
    r"strolls|waltzes|slashes|punches|bites|claws|blasts|beams|descends|comes|steps|charges|slinks|skates|roars|lands|touches\sdown|"
    r"washes\sup|makes\slandfall|drops\sanchor)"
)

ARRIVALS: tuple[Rule, ...] = (
    rule(
        "makes its way", Kind.RELEASED, "its way|their way|onto|down on|up on|landfall|anchor",
        rf"(?:{{S}}|{{N}})\s[\w’'-]+s\s(?:its|their|his|her)\sway\s(?:on\s?to|to|into|back\sto|back\sonto)\s(?:the\s)?{{NET}}(?:\stoday)?{_ENDS_HERE}{_NO_DAY}",
        rf"(?:{{S}}|{{N}})\s[\w’'-]+s\s(?:back\s)?onto\s{{NET}}{_ENDS_HERE}{_NO_DAY}",
        rf"(?:{{S}}|{{N}})\s{_MOVEMENT}\s(?:back\s)?(?:onto|down\son|up\son|on)\s{{NET}}{_ENDS_HERE}{_NO_DAY}",
    ),
    rule(
        "finally out", Kind.RELEASED,
        "kicks off|premieres|debuts|launches|opens|starts|begins|bows|rolls out|goes live|takes off|finally|"
        "now|officially| out|"
        "drops all|releases all|unleash|every|is back on|episodes|just|wait is|part|streaming|airing|returns| here",
        rf"{{N}}\s(?:finally\s|officially\s|now\s)?{_COMES_OUT}\b(?:\swith\b[^.;!?]{{0,40}}?)?\s(?:on|at|to)\s{{NET}}{_ENDS_HERE}{_NO_DAY}",
        rf"{{N}}\s(?:is\s)?(?:finally|now|officially)\s(?:streams|here|out|arrives|lands|drops|premieres|begins|hits|airs|available)\b{_NO_DAY}",
        rf"(?:{{S}}\s{{N}}|{{N}}\sof\s{{S}})\s(?:is\s)?out(?=\s?(?:$|[:!–—]|\bon\s{{NET}}))(?<!not\sout){_NO_DAY}",
        rf"\b(?:drops|releases|unleashes|uploads)\s(?:all|every|the\s(?:final|last|remaining))\s(?:of\s)?(?:[\w-]+\s){{0,3}}?(?:episodes?|chapters){_NO_DAY}",
        rf"{{S}}\s(?:kicks\soff|begins|opens|launches)\s(?:its\s)?{{N}}\s(?:on|at)\s{{NET}}{_ENDS_HERE}{_NO_DAY}",
        rf"\bpart\s(?:\d|two|three|four)\s(?:is\s)?(?:now\s|finally\s)?(?:out|here|streaming)(?=\s?(?:$|[.,:;!–—]|\bon\s{{NET}})){_NO_DAY}",
        rf"(?:{{S}}|{{N}})\sfinally\s(?:lands|arrives|drops|streams|airs|debuts)\b{_NO_DAY}",
        rf"^[“‘\"']?(?:{{S}}(?:['’]s)?\s)?{{N}}\sis\s(?:finally\s|now\s)?here\b{_NO_DAY}",
        rf"{{N}}\s(?:begins|starts|has\sbegun|has\sstarted)\s(?:streaming|airing)\b{_NO_DAY}",
        rf"{{S}}\sreturns\swith\s[^.;!?]{{0,30}}?\son\s{{NET}}{_ENDS_HERE}{_NO_DAY}",
        rf"{{N}}\s(?:has\s)?just\s(?:dropped|landed|arrived|premiered|launched)\b{_NO_DAY}",
        r"\bwait\sis\s(?:finally\s)?over\b<gap>(?:{S}|{N})\s(?:is|has)\s(?:finally\s)?(?:back|here|returned|arrived|landed)(?!<near>\b(?:in|on)\s{D})",
        rf"{{S}}(?:\s{{N}})?\sis\s(?:finally\s|officially\s)?back\son\s{{NET}}{_ENDS_HERE}{_NO_DAY}",
    ),
    rule(
        "now due", Kind.DATE_MOVED,
        "bumped|pulled|shunted|midseason|mid-season|holds|saves|benches|pushes|shifts|moves|bumps|longer|"
        "now due|now expected|now slated|now scheduled|now pencilled|now arriv|now premier|now from|"
        "now return|now out|prepone|preempt|"
        "pre-empt|-week break|-week gap|-week delay|date chang|date shift|date gets|takes a week off|week off",
        r"\bnow\s(?:due|expected|slated|scheduled|pencilled\sin|arriving|premiering|returning|out)\b"
        r"(?!.{0,30}\b(?:film|shoot|production|cameras))<gap>{D}",
        r"\bnow\sfrom\s{D}",
        r"\bprepone[sd]?\b",
        r"(?:{S}|{N}|<NOUN>|\bepisodes?)<gap>\bpre-?empted\b<far>\b(?:until|returns?|back|now|airs?)\b<near>{D}",
        r"(?:{S}|{N})<gap>\b(?:takes?|goes\son|drops\sto|faces|set\sfor|in\sfor|hit\s(?:with|by))\s(?:an?\s)?(?:\w+)-week\s(?:break|gap|delay)\b",
        r"(?:{S}|{N})<gap>\b(?:takes?|has)\s(?:a|the|another)\sweek\soff\b",
        r"(?:{S}|{N}|<NOUN>)<IS>\s(?:(?:bumped|shunted)\s(?:for|to\smake\sway\sfor)|pulled\s(?:to\smake\sway\sfor|from\s(?:tonight|{D})))",
        r"(?:{S}|{N})<near>\b(?:slides|slips|shifts|moves|moved|pushed|bumped|delayed|held|shunted)\s(?:back\s)?(?:to|until|for)\s(?:midseason|mid-season)\b",
        r"<NET>\s(?:holds|saves|benches|pushes|shifts|moves|bumps)\s{S}\s(?:back\s)?(?:for|to|until)\s(?:midseason|mid-season|{D})",
        r"\bwait\s(?:for\s(?:{S}\s?{N}|{N}|{S})\s)?(?:just\s)?(?:got|gets)\s(?:even\s|much\s|a\slot\s)?longer\b",
        r"\b(?:premiere|release|launch|start|air|return)\sdate\s(?:chang(?:es|ed)|shifts|shifted|gets\s(?:changed|moved|pushed|bumped)|bumped|slips)\b",
    ),
    rule(
        "at work on it", Kind.FILMING_START,
        "filming|shooting|at work on|to work on|under way|underway|rolling on|floor|shoot from|film from|"
        "filming from|shooting from",
        r"(?:{S}|\bcast|\bcrew)<gap>\bback\s(?:at|to)\swork\son\b<near>{N}",
        r"{N}\s(?:gets?|is|now)\s(?:officially\s)?under\s?way\s(?:in|at|on\slocation)\b(?!\s?(?:{D}|{NET}))",
        r"(?:{S}|{N})<near>\b(?:goes?|went|going|gone)\s(?:on|to)\s(?:the\s)?floors?\b",
        r"{S}<gap>\b(?:starts?|begins?|gets?|is)\srolling\s(?:on|for)\b<near>{N}",
        r"\b(?:to|will)\s(?:film|shoot|be\s(?:filmed|shot|filming|shooting))\sfrom\s(?:early\s|late\s|mid-?)?{D}",
        r"(?:{S}|{N})\s(?:filming|shooting)\s(?:from|next)\s(?:early\s|late\s)?{D}",
        possible=True,
    ),
    rule(
        "wrap called", Kind.FILMING_WRAP, "wrap|in the bag|in the can",
        r"\bcall(?:s|ed)\s(?:a\s|it\sa\s)?wrap\s(?:on|for)\b<near>(?:{S}|{N}|<NOUN>|\bfilming|\bproduction)",
        r"{S}<near>\bcalls\s(?:a\s)?wrap(?=\s?(?:$|[.,:;!]))|{N}\s(?:is\s)?(?:now\s)?in\sthe\s(?:bag|can)\b",
        r"\b(?:filming|production|shooting|principal\sphotography)\s(?:officially\s|finally\s|has\s)?wrap(?:s|ped)\b",
    ),
    rule(
        "brought to a stop", Kind.HALT,
        "strike|fire|storm|illness|injury|row|dispute|accident|picket|stops camera|stop camera|standstill|"
        "to a halt|to a stop|stall|freez|froze|walkout",
        r"\b(?:pickets?|picket\slines?|picketers|picketing|teamsters|strikers|protesters|walkouts?)\b<gap>\b(?:stop|halt|shut(?:\sdown)?|clos|disrupt|delay|idle|"
        r"paus|still)\w*\b<gap>(?:{S}|{N}|\b(?:production|filming|cameras)\b)",
        r"\b(?:strikes?|fires?|storms?|illness|injury|row|dispute|accident)\b<near>\b(?:stops?|halts?|pauses?|delays?|stalls?|disrupts?)\s"
        r"(?:(?:{S}|{N}|the)(?:['’]s?)?\s){0,2}(?:shoot|filming|production)\b",
        r"\bstops?\scameras\s(?:on|rolling)\b",
        r"\b(?:brings?|brought|forces|grinds?|screeches|comes)\s(?:(?:{S}|{N}|the|all)(?:['’]s?)?\s){0,2}(?:production\s|filming\s|shoot\s|work\s)?(?:on\s{S}\s)?"
        r"to\sa\s(?:halt|standstill|stop)\b",
        r"{S}<near>(?:<SHOOT>)\s(?:stalls|stalled|is\sstalled|freezes|frozen)\b",
    ),
)  # fmt: skip
