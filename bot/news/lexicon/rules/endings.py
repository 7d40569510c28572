"""How the news says that a show ends by plan: a last season, a film that ends it, the last episode. Knows no shows."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.rules.rule import Rule, rule

_END = (
    r"(?:end|conclude|finish|wrap(?:\sup)?|bow\sout|close|sign\soff|say\s(?:goodbye|farewell)|come\sto\s(?:an\send|"
    r"a\sclose)"
    r"|draw\sto\s(?:a\sclose|an\send)|take\s(?:its|a|one)\s(?:final|last)\s(?:bow|curtain\scall)|shutter|wind\sdown|"
    r"call\s"
    r"(?:it|time)\s(?:quits|a\sday)|hang\sup\s(?:its|the)|be\s(?:over|done|finished)\s(?:after|with|in|by|following)|"
    r"(?:go|ride)\s(?:out|off)\s(?:with|after|into|on\sa|the\sair)|(?:say|bid)\s(?:au\srevoir|adieu|adios|so\slong)|"
    r"burn\sout|take\s(?:final|last)\sbow|reach\sthe\send|"
    r"come\sto\sits\s(?:end|conclusion)|be\sput\sto\srest|reach\sits\send)"
)
_ENDING = (
    r"(?:ending|concluding|finishing|wrapping\sup|coming\sto\s(?:an\send|a\sclose)|drawing\sto\sa\sclose|"
    r"bowing\sout|signing\soff|shuttering|winding\sdown|calling\sit\s(?:quits|a\sday)|going\soff\sthe\sair|"
    r"saying\s(?:goodbye|farewell)\safter|taking\s(?:its|a)\s(?:final|last)\sbow)"
)
_MOVIE_NOT = r"(?!\s(?:role|star|career|festival|news|night|director|critic|franchise|industry|review|buffs?))"

ENDINGS: tuple[Rule, ...] = (
    rule(
        "final season", Kind.FINAL_SEASON, "final|last|farewell|concluding|swansong|swan song",
        r"(?:{S}|<NET>)<gap>\b(?:renew\w*|announce[sd]?|set[s]?|order(?:s|ed)?|confirm(?:s|ed)?|plans?|gets?|"
        r"returns?\sfor|back\sfor)\b<gap>\b(?:final|last|farewell|concluding)\s(?:season|series|run)\b",
        r"(?:{N}|\b(?:it|this|season|series|run|episodes)\b)<gap>\b(?:will|to|would|could|may|might|is|shall|"
        r"set\sto)\s(?:also\s|now\s)?(?:be|mark)?\s?(?:(?!his\b|her\b)[\w'’]+\s){0,3}?(?:its|the|their|(?:[\w-]+|"
        r"{P})['’]s)?\s?(?:very\s)?(?:(?:last|final)(?:\sone|\sseason|\sseries|\souting)?(?=[\s.,;:!?)”’]{0,6}(?:$|"
        r"[.,;:!?)”’]|\b(?:for|at|on|of|says?|as|and|but|when|which|with)\b))|swan[\s-]?song|farewell)",
        r"{S}(?:['’]s)?\s(?:(?:TV|anime|<NOUN>)\s){0,2}{F}<IS>\s(?:set|confirmed|announced|ordered|commissioned)\s?(?:$|[.,:;!–—]|\b(?:at|by)\b)",
        r"{N}\s(?:is|announced\sas|confirmed\sas|named\sas|billed\sas|revealed\sas)\s(?:the|its)\s(?:last|"
        r"final)\b(?!\s(?:of\sthe|"
        r"episode|trailer))",
    ),
    rule(
        "to end", Kind.FINAL_SEASON, "end|conclu|finish|wrap|bow|clos|sign|goodbye|farewell|shutter|wind|quits|a day|"
        "hang|over|done|ride|go out|curtain|"
        "for good|time on|revoir|adieu|adios|so long|burn|left|going off",
        rf"<SUBJECT><gap>\b(?:will|to|set\sto|going\sto|would|shall)\s(?:now\s|officially\s|"
        rf"all\s)?{_END}\b(?!\s(?:up|filming|production|shooting|with\sa\s(?:film|movie|feature)|as\sa|(?:its\s|"
        rf"the\s)?{{N}}|"
        rf"on\s(?:an?\s)?(?:[\w-]+\s)?(?:cliff|high\b|twist|bombshell)))",
        rf"<SUBJECT><near>\b(?:is|are)?\s?(?:officially\s)?(?:{_ENDING}(?=[^.;!?]{{0,24}}{{N}})|(?<!\bon\s)(?<!about\s)(?<!\bof\s)(?<!explains\s)(?<!discusses\s)(?<!defends\s){_ENDING})\b(?!\s(?:filming|production|explained|"
        rf"with\sa\s(?:film|movie)))",
        r"\b(?:story|saga|journey|tale)\s(?:wraps\sup|ends|concludes|comes\sto\san\send|finishes|will\s(?:end|conclude|wrap\sup))\s(?:with|in)\s{N}",
        r"\b(?:will|to)\sbring\b<gap>\bto\s(?:a\sclose|an\send|its\s(?:end|conclusion))\b",
        r"(?:{S})\s(?:ends|concludes|wraps\sup|bows\sout)\s(?:with|in)\b<near>{N}",
        r"\bend\sthe\s(?:[\w-]+\s){1,3}?(?:sensation|show|series|drama|comedy|saga|hit|phenomenon)\b",
        r"\b(?:sets?|has|gets?|given|announces?)\s(?:an?\s)?end\s?date\b",
        r"\b(?:sets?|enters?|plans?|reveals?|announces)\s(?:its\s|the\s|an\s)?end[\s-]?game\b(?!['’])",
        r"\b(?:announces?|confirms?|sets?)\s(?:the\s)?end\s(?:of|for|to)\s{S}",
        r"\bcurtain\s(?:to|will|set\sto|is\sto)\s(?:fall|come\sdown|drop)\son\b<near>{S}",
        r"{S}<near>\b(?:heads?|heading|going|goes)\s(?:in)?to\s(?:its|a|the)\s(?:last|final)\s(?:season|series|run|"
        r"round|lap|stretch)\b",
        r"{N}<near>\bwill\s(?:be|mark)\sthe\send\b",
        r"{S}\s[\w'’-]+(?:\s\w+)?\sfor\sgood\s(?:with|after|in)\b<near>{N}",
        r"<NET>\scall(?:s|ed)\s(?:time|it\sa\sday|it\squits)\son\s{S}\swith\b<near>{N}",
        r"{S}\s(?:has|with)\s(?:just\s|only\s)?one\s(?:more\s)?season\s(?:left|to\sgo)\b",
        r"<NET>\s(?:to|will|is\sto)\s(?:say\s(?:goodbye|farewell)\sto|end|conclude|"
        r"wrap(?:\sup)?)\s{S}<near>\b(?:with|after|in)\b<near>(?:{N}|<RUN>|\bnext\sseason|"
        r"\bthis\sseason)",
    ),
    rule(
        "final season named", Kind.FINAL_SEASON, "final|last|farewell|concluding|closing|última|dernière|letzte",
        r"{F}",
    ),
    rule(
        "ends with a film", Kind.FILM, "film|movie|feature|special|trilogy|-minute|-part",
        rf"\b(?:conclu\w+|end(?:s|ing|ed)?|wrap(?:s|ped|ping)?(?:\sup)?|finish\w*|goodbye|farewell|return(?:s|"
        rf"ing)?|clos(?:e|es|ing)|live\son|continue|bow(?:s|ing)?\sout|going\sout|go\sout|resolved?|back)\b"
        rf"<near>\b(?:with|as|in|through|via|for)\b<gap><FILM>{_MOVIE_NOT}",
        rf"<FILM>{_MOVIE_NOT}<gap>\b(?:will|to|would|set\sto|that\swill|is\sto|"
        rf"shall)\s(?:also\s)?(?:be\s(?:the\s)?(?:its\s)?(?:series\s)?(?:finale|end)|conclude|end\b|finish|wrap|"
        rf"complete|close|replace|tie\sup|serve\sas|bring\b<gap>\bto\s(?:a\sclose|an\send))",
        rf"\b(?:finale|ending|conclusion)\b<near>\b(?:will\sbe|to\sbe|as|is)\b<near><FILM>{_MOVIE_NOT}",
        rf"<FILM>{_MOVIE_NOT}<gap>\b(?:instead\sof|in\s(?:the\s)?place\sof|rather\sthan|in\slieu\sof|not)\b<near>{{N}}",
        rf"{{N}}<gap>\b(?:in\sfavou?r\sof|for|replaced\sby|swapped\sfor)\b<near><FILM>{_MOVIE_NOT}",
        r"\b(?:instead\sof|in\s(?:the\s)?place\sof|rather\sthan|in\slieu\sof)\s(?:a\s|the\s)?{N}<far><FILM>",
    ),
    rule(
        "film announced", Kind.FILM, "film|movie|special|feature|trilogy|-part|finale|-minute|big-screen",
        rf"{{S}}(?:['’]s?)?\s(?:[\w-]+\s){{0,2}}?<FILM>{_MOVIE_NOT}(?:\s(?:is|has|been|officially|finally|now|are|"
        rf"to|will)){{0,3}}\s(?:confirmed|announced|green-?lit|ordered|commissioned|in\sthe\sworks|coming|"
        rf"happening|on\s(?:the|its)\sway|set\b|planned|in\s(?:early\s)?development|heading\sto|headed\sto|lined\sup)",
        rf"<NET>\s(?:[\w-]+\s){{0,2}}?(?:pledge|promise|plan|unveil|reveal|make|develop|back|land)(?:s|ed|"
        rf"ing)?\s(?:(?:an?|the|new|one)\s)"
        rf"{{0,2}}(?:{{S}}(?:['’]s?)?\s)?(?:[\w-]+\s){{0,2}}?<FILM>{_MOVIE_NOT}(?!<near>\b(?:trailer|cast|date|"
        rf"poster|first))",
        rf"<NET>\s(?:[\w-]+\s){{0,2}}?(?:commit(?:s|ted)?\sto|sign(?:s|ed)?\s(?:up\s|on\s)?for|stand(?:s|ing)?\sby|press(?:es|ing)?\sahead\swith|goes\sahead\swith)\s"
        rf"(?:(?:an?|the|one)\s)?(?:{{D}}\s)?(?:{{S}}(?:['’]s?)?\s)?<FILM>{_MOVIE_NOT}(?!<near>\b(?:trailer|cast|date|poster|first))",
        rf"{{S}}[^.;!?]{{0,40}}?<FILM>{_MOVIE_NOT}\s(?:is\s|still\s){{1,2}}on(?=\s?(?:$|[.,:;!–—]))",
        r"(?:{S}|<NOUN>)<far>\b(?:with|gets?|getting|get|for)\s(?:an?\s|its\s)?(?:[\w-]+\s)?(?:christmas|festive|"
        r"holiday|"
        r"anniversary|one-off|reunion|feature-length|two-part|wrap-up)\s(?:[\w-]+\s)?(?:special|film|movie)\b",
        rf"\b(?:but|though|however|with|and)\s(?:(?:it|will|to|is|still|also|fans|does|the\sshow)\s){{0,4}}(?:gets?|"
        rf"getting|end\swith|return\sfor)"
        rf"\s(?:an?\s)?(?:[\w-]+\s)?<FILM>{_MOVIE_NOT}",
        rf"<FILM>{_MOVIE_NOT}(?:\s(?:is|has|been|officially|finally|now)){{1,3}}\s(?:confirmed|announced|"
        rf"green-?lit|ordered|commissioned|in\sthe\sworks|coming|happening|on\s(?:the|its)\sway)",
        rf"\bgets?\b<near><FILM>{_MOVIE_NOT}",
        rf"\breunit(?:e|es|ing)\s(?:for|in)\s(?:an?\s|the\s)?(?:{{S}}\s)?(?:[\w-]+\s)?<FILM>{_MOVIE_NOT}",
        r"\b(?:film|movie|special)\s(?:and|&)\s(?:[\w-]+\s){1,2}(?:planned|announced|confirmed|ordered|commissioned|green-?lit|"
        r"in\sthe\sworks|on\sthe\sway)\b",
        rf"<FILM>{_MOVIE_NOT}\s(?:of|for|based\son)\s{{S}}<IS>\s(?:confirmed|announced|ordered|commissioned|green-?lit|in\sthe\sworks)\b",
        rf"<FILM>{_MOVIE_NOT}\s(?:confirmed|announced|ordered|commissioned|green-?lit)\b",
        rf"<NET>\s(?:[\w-]+\s){{0,2}}?(?:confirm|announce|order|green-?light|commission|set)(?:s|ed|"
        rf"d)?\b(?:\s(?:an?|the|one|two-hour|"
        rf"feature-length)\b){{0,2}}\s(?:(?:second|third|new|"
        rf"another)\s)?(?:{{S}}(?:['’]s?)?\s)?(?:[\w-]+\s){{0,2}}?<FILM>{_MOVIE_NOT}",
        rf"(?:{{S}}|\bthe\s(?:show|series|drama|comedy)|\bit)\s(?:is\s(?:getting|to\sget)|gets?|to\sget|lands?|"
        rf"will\s(?:get|have)|scores?)\b(?:\sa\sproper\sending\b)?<gap><FILM>{_MOVIE_NOT}",
    ),
    rule(
        "is over", Kind.ENDED,
        "is over|officially over|finally over|now over|really over|finale|last ever|final ever|bow|sign|ended|ends|"
        "an end|wraps|complet|draws to|drew to|came to|"
        "goodbye|farewell|last episode|final episode|last of|final of|closing|conclud|curtain|close|its run|goes out",
        r"\bseries\sfinale\b<gap>\b(?:air(?:s|ed)\s(?:tonight|last\snight|on|{D})|aired|went\sout|has\saired|"
        r"was\sbroadcast|dropped)\b",
        r"{S}<itself>\b(?:(?:bows\sout|signs\soff)(?!<near>(?:\bnext\s|{F}))|takes\s(?:its|a)\sfinal\sbow|says\s(?:goodbye|farewell)(?!\sto\s(?!fans|"
        r"viewers))|"
        r"comes\sto\san\send|came\sto\san\send|has\s(?:ended|concluded|come\sto\san\send)|ends\s(?:its|after|on\s{D}|"
        r"for\sgood)|"
        r"ended\s(?:its|on\s{D}|last|this|{D}|for\sgood)|is\sover\safter|draws\sto\sa\sclose|drew\sto\sa\sclose)\b",
        r"(?:{S}|<NOUN>)\sis(?:\s(?:officially|finally|now|really))?\sover\b(?!,?\s(?:\d|if\b|when\b|but\b))",
        r"(?:{S}|<NOUN>)<itself>\b(?:takes|took|has\staken)\s(?:its|a|their|one)\s(?:final|last)\s(?:bow|"
        r"curtain\scall)\b",
        r"(?:{S}|<NOUN>)<itself>\b(?:bowed\sout|signed\soff|concludes\s(?:after|its\srun)|comes\sto\sa\sclose|"
        r"wraps(?:\sup)?\safter|ends\s(?:its\s)?[\w-]+-year\srun|wraps\s(?:up\s)?(?:its\s|an?\s)?(?:[\w-]+\s){0,2}?run\b|"
        r"ended\sits\srun|ends\sits\srun|"
        r"concluded\sits\srun|completes\sits\srun)\b",
        r"{S}<near>\b(?:airs|aired|has\saired|broadcasts|screens)\s(?:its\s|the\s)?(?:series\sfinale|(?:last|"
        r"final)(?:\sever)?\sepisode)\b",
        r"\bfinale\sof\s{S}\s(?:has\s)?aired\b",
        r"{S}(?:['’]s)?\s(?:series\s)?finale\sair(?:s|ed)\b<near>\bend(?:s|ing|ed)\b",
        r"\bas\s(?:the\s)?(?:{NET}\s)?(?:[\w-]+\s){0,2}?<NOUN>\s(?:comes\sto\s(?:an\send|a\sclose)|bows\sout|"
        r"signs\soff)\b",
        r"<NOUN>\s(?:took|takes)\s(?:its\s|a\s)?final\sbow\b|<NOUN>\s(?:came|has\scome)\sto\san\send\b",
        r"<NOUN>\s(?:ends|bows\sout|signs\soff|comes\sto\san\send|came\sto\san\send)\safter\b",
        r"\b(?:last|final)\sof\sthe\b<gap>\bepisodes\b<far>\b(?:aired|went\sout|dropped|arrived|was\sshown)\b",
        r"\b(?:last|final|closing)\s(?:ever\s)?episodes?\b<far>\b(?:aired|went\sout|was\s(?:shown|broadcast)|"
        r"airs(?!\s(?:on|in|next|this|{D}))|aired\slast\snight|has\saired|dropped|arrived|streamed|"
        r"landed|released|(?:is|are)\s(?:now\s)?(?:out|streaming))\b",
    ),
)  # fmt: skip
