"""How the news says that a show goes on or does not: renewed, final season, film, cancelled, ended, revived, ordered."""

from __future__ import annotations

from bot.model.claim import Certainty, Kind
from bot.news.lexicon.rules.rule import Rule, rule

_NOT_A_SHOW = (
    r"(?!\s(?:(?:his|her|their|its|a|the|my|an?\supcoming|all|world|uk|us)\s)?(?:[\w'’-]+\s){0,2}?(?:tour|tours|deal|deals|subscriptions?|contract|"
    r"carriage|gig|gigs|concerts?|appearances?|wedding|interviews?|event|pact|vows|calls?|interest|focus|energy|hopes?|"
    r"screening|panel|push|hunt|speculation|debate|feud|culture|plans?\sto|trip|flight|party|match|licen[cs]e|visa)\b)"
)
_CANCELLED = (
    r"(?:cancel(?:l?ed|ling|ing)|axed|axing|scrapped|canned|ditched|culled|nixed|dumped|dropped\sby|pulled\sfor\sgood|killed\soff\sby|"
    r"(?:(?:gets?|got|been|was|is|given|handed|faces?|facing)\s)?(?:given\s)?the\s(?:axe|ax|chop|boot|bullet)\b(?!\s(?:fall|murder)))"
)
_CANCELS = (
    r"(?:cancel(?:l?ed|s)|axes|axed|scraps|scrapped|cans|canned|ditch(?:es|ed)|culls|nix(?:es|ed)|dumps|kills|"
    r"pull(?:s|ed)\sthe\splug\son|call(?:s|ed)\stime\son|give(?:s|n)?\sup\son|swing(?:s)?\sthe\s(?:axe|ax)\son|"
    r"brings?\sdown\sthe\scurtain\son|brings?\sthe\scurtain\sdown\son|wields?\sthe\s(?:axe|ax)\son|drops\sthe\s(?:axe|ax)\son)"
)
_END = (
    r"(?:end|conclude|finish|wrap(?:\sup)?|bow\sout|close|sign\soff|say\s(?:goodbye|farewell)|come\sto\s(?:an\send|a\sclose)"
    r"|draw\sto\sa\sclose|take\s(?:its|a)\sfinal\sbow|be\sput\sto\srest|reach\sits\send)"
)
_ENDING = r"(?:ending|concluding|finishing|wrapping\sup|coming\sto\s(?:an\send|a\sclose)|drawing\sto\sa\sclose|bowing\sout|signing\soff)"
_GIVES = (
    r"(?:hand(?:s|ed)|give(?:s|n)?|gave|grant(?:s|ed)|award(?:s|ed)|order(?:s|ed)|commission(?:s|ed)|green-?light(?:s|ed)|green-?lit|"
    r"pick(?:s|ed)\sup|confirm(?:s|ed)|book(?:s|ed)|announce[sd]|unveil(?:s|ed)|sign(?:s|ed)\s(?:up\s)?(?:on\s)?for|"
    r"re-?up(?:s|ped)|bring(?:s|ing)\sback|extend(?:s|ed)|orders\sup)"
)
_GETS = r"(?:gets?|got|lands?|landed|scores?|scored|nabs?|nabbed|earns?|earned|secures?|secured|bags?|wins?|snags?|receives?|granted|given|handed|awarded|gains)"
_MOVIE_NOT = r"(?!\s(?:role|star|career|festival|news|night|director|critic|franchise|industry|review|buffs?))"

FATE: tuple[Rule, ...] = (
    rule(
        "renewed", Kind.RENEWED, "renew",
        rf"<SUBJECT><far>\brenewed\b{_NOT_A_SHOW}",
        rf"\brenew(?:s|ed|ing)\b{_NOT_A_SHOW}<near>(?:<SUBJECT>)",
        rf"\brenewed\sfor\b<near>{{N}}",
    ),
    rule(
        "renewal", Kind.RENEWED, "renewal",
        rf"\b(?:{_GETS}|announced|hands?|gives?|confirms?|confirmed|has|lock(?:s|ed)\s(?:in|up))\b<far>\brenewals?\b(?!\s(?:hopes?|chances?|odds|status|talks|decision|campaign))",
        r"\brenewals?\s(?:order\s)?(?:for|of|to|through|at)\b<gap>(?:{S}|{N}|<NOUN>)",
        r"\balong\swith\s(?:a|an|its)\srenewal\b<near>{N}",
    ),
    rule(
        "return for", Kind.RENEWED, "return|back|come|run",
        r"<SUBJECT><gap>\b(?:to|will|set\sto|going\sto|shall)\s(?:be\s(?:back|returning)|return|come\sback|continue|run)\b<gap>\b(?:for|with|through|until)\b<near>{N}",
        r"<SUBJECT><near>\b(?:is|are)\s(?:officially\s)?(?:coming\sback|returning|back)\sfor\b<near>{N}",
        r"\b(?:will|to)\sbe\sback\sfor\s{M}",
        r"{S}\sset\sfor\s(?:an?\s|its\s)?{N}(?!<near>\b(?:premiere|release|date|launch|return|debut)|\s?(?:in|on|this)\b)",
        r"{S}<gap>\bin\sfor\s(?:{M}|{N})",
    ),
    rule(
        "gets season", Kind.RENEWED, "season|series|run|outing|chapter|instal|temporada|round",
        rf"{{S}}<gap>\b(?:{_GETS}|getting)\b(?:\s(?:an?|its|the|early|official|surprise|for|up\sfor|order)\b){{0,3}}<near>{{N}}(?!\s(?:premiere|release|air|launch|start|return)?\s?(?:date|trailer|teaser|poster|first|cast|update|review|finale))",
        rf"<NET>(?:\s[\w-]+){{0,2}}?\s{_GIVES}\b(?:\s[\w'’-]+){{0,4}}?\s?(?:{{S}}(?:['’]s?)?<near>)?{{N}}(?!<near>(?:\bdate|\btrailer|\bteaser|\bposter|\bcast\b|\bpremiere|\bend\b|\bfinale|\bspecials?\b|\bfilms?\b|\bmovie|\breview))",
        rf"\b(?:for|of)\s{{M}}\b",
        r"\b(?:newly[\s-]|just[\s-]|freshly[\s-])?(?:ordered|commissioned|green-?lit)\s{N}",
        r"\border(?:s|ed)?\b(?:\s(?:a|an|the|up))?\s{N}",
        r"\bconfirm(?:s|ed)\s(?:more\b|{M}|{N}(?!<near>(?:date|premiere|trailer|will|to\sbe|is\b)))",
        r"\b(?:picks?|picked)\sup\b<gap>\bfor\b<near>{N}",
        r"\bfuture\s(?:is\s)?(?:secured|assured|safe)\b",
    ),
    rule(
        "season confirmed", Kind.RENEWED, "confirm|order|commission|lit|go|happen|way|works|announced|development|official|nod",
        r"{N}(?:\sof)?(?:\s?{S})?(?:\s(?:has|have|is|was|are|been|now|officially|finally|gets?|already|just|also|in|on|at|rumou?red|said|reported|believed|to|be)\b){0,5}\s"
        r"(?:(?:been\s)?(?:officially\s)?(?:confirmed|ordered|commissioned|green-?lit|green-?lighted|given\sthe\s(?:green\slight|go-?ahead|nod))|"
        r"a\sgo\b|(?:officially\s)?(?:happening|official)|in\s(?:the\sworks|development)|(?:on|underway\sand\son)\s(?:the|its)\sway)(?!<near>(?:by\sfans))",
        r"{S}<near>{N}<near>\b(?:a\sgo|officially\shappening|is\sofficial|confirmed|ordered|green-?lit|in\sthe\sworks)\b",
        r"\b(?:go-?ahead|green[\s-]?light|thumbs[\s-]up|pick-?up|the\snod|order|commission)\s(?:for|to)\b<near>{N}",
        r"{N}<gap>\b(?:given|got|gets?|received|handed)\b<near>\b(?:go-?ahead|green[\s-]?light|nod|thumbs[\s-]up)\b",
        r"{S}<gap>\b(?:given|got|gets?|receives?|received|handed)\b<near>\b(?:go-?ahead|green[\s-]?light|nod|thumbs[\s-]up)\b<near>{N}",
    ),
    rule(
        "final season", Kind.FINAL_SEASON, "final|last|farewell|concluding|swansong|swan song",
        rf"(?:{{S}}|<NET>)<gap>\b(?:renew\w*|announce[sd]?|set[s]?|order(?:s|ed)?|confirm(?:s|ed)?|plans?|gets?|returns?\sfor|back\sfor)\b<gap>\b(?:final|last|farewell|concluding)\s(?:season|series|run)\b",
        r"(?:{N}|\b(?:it|this|season|series|run|episodes)\b)<gap>\b(?:will|to|would|is|shall|set\sto)\s(?:also\s|now\s)?(?:be|mark)?\s?(?:[\w'’]+\s){0,3}?(?:its|the|their|his|her|[\w-]+['’]s)?\s?(?:very\s)?(?:(?:last|final)(?:\sone|\sseason|\sseries|\souting)?(?=[\s.,;:!?)”’]*(?:$|[.,;:!?)”’]|\b(?:for|at|on|of|says?|as|and|but|when|which|with)\b))|swan[\s-]?song|farewell)",
        r"\b(?:{N})<near>\b(?:the|its)\slast\b",
    ),
    rule(
        "to end", Kind.FINAL_SEASON, "end|conclu|finish|wrap|bow|clos|sign|goodbye|farewell",
        rf"<SUBJECT><gap>\b(?:will|to|set\sto|going\sto|would|shall)\s(?:now\s|officially\s|all\s)?{_END}\b(?!\s(?:up|filming|production|shooting|with\sa\s(?:film|movie|feature)|as\sa|on\sa\scliff))",
        rf"<SUBJECT><near>\b(?:is|are)?\s?(?:officially\s)?{_ENDING}\b(?!\s(?:filming|production|explained|with\sa\s(?:film|movie)))",
        rf"\b(?:will|to)\sbring\b<gap>\bto\s(?:a\sclose|an\send|its\s(?:end|conclusion))\b",
        rf"(?:{{S}})\s(?:ends|concludes|wraps\sup|bows\sout)\s(?:with|in)\b<near>{{N}}",
        r"\bend\sthe\s(?:[\w-]+\s){1,3}?(?:sensation|show|series|drama|comedy|saga|hit|phenomenon)\b",
        r"\bsets?\s(?:an?\s)?end\s?date\b",
    ),
    rule(
        "final season named", Kind.FINAL_SEASON, "final|last|farewell|concluding|closing|última|dernière|letzte",
        r"{F}",
    ),
    rule(
        "ends with a film", Kind.FILM, "film|movie|feature|special|trilogy",
        rf"\b(?:conclu\w+|end(?:s|ing|ed)?|wrap(?:s|ped|ping)?(?:\sup)?|finish\w*|goodbye|farewell|return(?:s|ing)?|clos(?:e|es|ing)|live\son|continue|bow(?:s|ing)?\sout|going\sout|go\sout|resolved?|back)\b"
        rf"<near>\b(?:with|as|in|through|via|for)\b<gap><FILM>{_MOVIE_NOT}",
        rf"<FILM>{_MOVIE_NOT}<gap>\b(?:will|to|would|set\sto|that\swill|is\sto|shall)\s(?:also\s)?(?:be\s(?:the\s)?(?:its\s)?(?:series\s)?(?:finale|end)|conclude|end\b|finish|wrap|complete|close|replace|tie\sup|serve\sas|bring\b<gap>\bto\s(?:a\sclose|an\send))",
        rf"\b(?:finale|ending|conclusion)\b<near>\b(?:will\sbe|to\sbe|as|is)\b<near><FILM>{_MOVIE_NOT}",
        rf"<FILM>{_MOVIE_NOT}<gap>\b(?:instead\sof|in\s(?:the\s)?place\sof|rather\sthan|in\slieu\sof|not)\b<near>{{N}}",
        rf"{{N}}<gap>\b(?:in\sfavou?r\sof|for|replaced\sby|swapped\sfor)\b<near><FILM>{_MOVIE_NOT}",
        rf"\b(?:instead\sof|in\s(?:the\s)?place\sof|rather\sthan|in\slieu\sof)\s(?:a\s|the\s)?{{N}}<far><FILM>",
    ),
    rule(
        "film announced", Kind.FILM, "film|movie|special|feature|trilogy",
        rf"{{S}}(?:['’]s?)?\s(?:[\w-]+\s){{0,2}}?<FILM>{_MOVIE_NOT}(?:\s(?:is|has|been|officially|finally|now|are|to|will)){{0,3}}\s(?:confirmed|announced|green-?lit|ordered|commissioned|in\sthe\sworks|coming|happening|on\s(?:the|its)\sway|set\b|planned)",
        rf"<FILM>{_MOVIE_NOT}(?:\s(?:is|has|been|officially|finally|now)){{1,3}}\s(?:confirmed|announced|green-?lit|ordered|commissioned|in\sthe\sworks|coming|happening|on\s(?:the|its)\sway)",
        rf"<NET>\s(?:[\w-]+\s){{0,2}}?(?:confirm|announce|order|green-?light|commission|set)(?:s|ed|d)?\b(?:\s(?:an?|the|one|two-hour|feature-length)\b){{0,2}}\s(?:{{S}}(?:['’]s?)?\s)?(?:[\w-]+\s){{0,2}}?<FILM>{_MOVIE_NOT}",
        rf"(?:{{S}}|\bthe\s(?:show|series|drama|comedy)|\bit)\s(?:is\s(?:getting|to\sget)|gets?|to\sget|lands?|will\s(?:get|have)|scores?)\b(?:\sa\sproper\sending\b)?<gap><FILM>{_MOVIE_NOT}",
    ),
    rule(
        "cancelled", Kind.CANCELLED, "cancel|axe|ax |scrap|canned|ditch|cull|nix|dump|dropped|boot|chop|bullet|plug|time on|axing",
        rf"<SUBJECT><far>\b{_CANCELLED}{_NOT_A_SHOW}",
        rf"\b{_CANCELS}\b{_NOT_A_SHOW}<near><SUBJECT>",
        rf"<NET><near>\b{_CANCELS}\b{_NOT_A_SHOW}<gap>(?:<SUBJECT>|$)",
        r"\b(?:pulled\sthe\splug|pull\sthe\splug)\b",
        r"{S}<near>\bfac(?:es|ing)\s(?:the\s(?:axe|ax|chop)|cancellation)\b",
        r"\b(?:to\s(?:be\s)?(?:axe|cancel|scrap))\b<near><SUBJECT>",
    ),
    rule(
        "no further season", Kind.CANCELLED, "no |not |n't|n’t|passes|passed|part ways|parting|is over|done at|done after|never",
        r"\b(?:will\snot|won['’]t|is\snot|isn['’]t|are\snot|not)\s(?:be\s)?(?:return(?:ing)?|coming\sback|com(?:e|ing)\sback|back|continu(?:e|ing)|mov(?:e|ing)\s(?:forward|ahead)|go(?:ing)?\s(?:forward|ahead))(?:\s(?:for|with|to|at|on)\b<near>(?:{N}|{NET}|{S}|the\s(?:series|show|project|pilot))|\s?(?:$|[.,;:!—–]))",
        r"(?:^|[:,–—]\s|\b(?:be|is|confirms?|says?|said|confirmed)\s)no\s(?:{N}|more\s(?:seasons|episodes))(?!<near>(?:date|trailer|yet|news))(?:<gap>(?:{S}|{NET})|\b|$)",
        r"\bthere\s(?:won['’]t|will\snot)\sbe\s(?:a\s)?(?:{N}|more\b)",
        r"\bthere\s(?:would|will)\sbe\sno\s(?:{N}|more\b)",
        r"\b(?:decided|opt(?:s|ed)|cho(?:se|sen|oses))\s(?:not\sto|against)\s(?:renew|order|go\s(?:ahead|forward)|continue|mov|mak|proceed|pick)\w*",
        r"<NET><near>\bpass(?:es|ed)\son\b<near>(?:{N}|{S}|the\s(?:pilot|series))",
        r"\bpart(?:s|ed|ing)?\sways\b<near>(?:after|with)\b<gap>(?:season|series|{N}|{S})",
        r"{S}\sis\sover\b(?!\s\d)",
        r"{S}<near>\b(?:is\s|likely\s)?done\s(?:at|after)\b",
        r"\bdays\sare\snumbered\b",
        r"\bcurtains\sfor\s{S}",
        r"\brun\sis\snow\sits\slast\b",
        negates=True,
    ),
    rule(
        "renewal reversed", Kind.CANCELLED, "revers|u-turn|released from",
        r"\brevers(?:es|ed|ing)\b<gap>\brenewal\b",
        r"\bcast\s(?:is\s|are\s)?released\sfrom\b<near>\bcontracts?\b",
    ),
    rule(
        "is over", Kind.ENDED, "finale|bow|sign|end|goodbye|farewell|last episode|final episode|conclud|curtain|close",
        r"\bseries\sfinale\b<gap>\b(?:air(?:s|ed)\s(?:tonight|last\snight|on|{D})|aired|went\sout|has\saired|was\sbroadcast|dropped)\b",
        r"{S}<near>\b(?:bows\sout|signs\soff|takes\s(?:its|a)\sfinal\sbow|says\s(?:goodbye|farewell)|comes\sto\san\send|came\sto\san\send|has\s(?:ended|concluded|come\sto\san\send)|ends\s(?:its|after|on)|ended\s(?:its|on|with|last|this|{D})|is\sover\safter|draws\sto\sa\sclose|drew\sto\sa\sclose)\b",
        r"<NOUN>\s(?:ends|bows\sout|signs\soff|comes\sto\san\send|came\sto\san\send)\safter\b",
        r"\b(?:last|final|closing)\s(?:ever\s)?episodes?\b<far>\b(?:aired|went\sout|was\s(?:shown|broadcast)|airs\stonight|aired\slast\snight|has\saired|dropped|arrived|streamed)\b",
    ),
    rule(
        "saved", Kind.REVIVED, "save|rescue|cancel|picks up|picked up|new home|new life|reviv|resurrect|back|revers|moves|revival|return|acquire",
        r"{S}<gap>\b(?:has\sbeen\s|been\s|is\s|gets\s)?(?:saved|rescued|un-?cancell?ed|revived|resurrected|brought\sback)\b(?!\sfrom\sthe\sarchive)",
        r"<NET><near>\b(?:saves|rescues|revives|resurrects|uncancels|un-cancels|brings\sback|has\s(?:saved|rescued|revived))\b<gap>(?:{S}|<NOUN>|{N})",
        r"{S}<gap>\b(?:finds?|found|gets?|lands?)\s(?:a\s|its\s)?(?:new\s(?:home|life|network)|second\slife|lifeline|reprieve)\b",
        r"{S}<near>\bpicked\sup\sby\s{NET}",
        r"{NET}\spicks\sup\s(?:the\s)?(?:dropped|cancell?ed|axed|scrapped|former|ex-?)",
        r"\brevival\b<gap>\b(?:ordered|green-?lit|announced|confirmed|set\b|in\sthe\sworks|officially|picked\sup|coming|is\shappening)\b",
        r"<NET><near>\b(?:orders?|green-?lights?|commissions?|announces|confirms|sets)\b<near>{S}(?:['’]s?)?\s(?:[\w-]+\s){0,2}?(?:revival|comeback)\b",
        r"{S}<near>\b(?:returning|returns|to\sreturn|back|comes\sback)\b<gap>\b(?:after|following)\s(?:[\w-]+\s){0,2}?(?:\d+|twenty|ten|fifteen|a\sdecade|decades?|years?)\b",
        r"{S}<near>\bmov(?:es|ing)\s(?:from\s{NET}\s)?(?:over\s)?to\s(?:{NET}|streaming)\b",
        r"\breverses\s(?:course|its\sdecision|(?:the\s)?cancell?ation)\b",
        r"\bback\sfrom\sthe\sdead\b",
        r"\bacquired\b<gap>{N}",
    ),
    rule(
        "saved at last", Kind.REVIVED, "cancel|reprieve|second chance",
        r"\b(?:cancell?ation|axing)\b<near>\b(?:reversed|overturned|undone)\b",
        r"\bwin(?:s)?\s(?:a\s)?(?:reprieve|second\schance)\b",
    ),
    rule(
        "ordered", Kind.ORDERED, "pilot|series|order|green|develop|works|commission|nine|episodes",
        r"\border(?:s|ed|ing)?\b(?:\s(?:a|the|an|up|drama|comedy|new)\b){0,3}\s(?:pilot|series)\b",
        r"\b(?:pilot|series|straight-to-series|full-season|full\sseason|back[\s-]nine|series\spick-?up)\s(?:order|pick-?up|commitment)\b",
        r"\bordered\sto\sseries\b|\bseries\sordered\b|\bstraight[\s-]to[\s-]series\b|\bback[\s-]nine\b",
        r"<NET>\s(?:[\w-]+\s){0,2}?(?:green-?lights?|green-?lit|commissions?|commissioned|orders|ordered|picks\sup)\s(?:(?:new|an?|the|[\w-]+)\s){0,5}?{S}(?!(?:['’]s?)?\s(?:season|series|prequel|spin|sequel|revival|reboot|movie|film|special|final)|<near>{N})",
        r"<NET>\s(?:is\s)?develop(?:s|ing)\b<far>{S}(?!(?:['’]s?)?\s(?:prequel|spin|sequel|revival|reboot|movie|film|creator|writer|star))",
        r"{S}(?!(?:['’]s?)?\s(?:(?:sequel|prequel)\sseries|prequel|spin|sequel|revival|reboot|movie|film|{N}))[^.;!?\ue100-\ue4ff]{0,30}?\b(?:in\s(?:early\s)?development|in\sthe\sworks)\b",
        r"\b(?:script|writers['’]?\sroom)\b<gap>\b(?:commissioned|ordered|at\swork)\b",
        r"\b(?:orders?|ordered|gets?|adds?|lands?|wants)\s(?:(?:an?|the|\w+)\s)?(?:extra|more|additional|further)\sepisodes\b",
        r"{S}<near>\b(?:green-?lit|commissioned)\b(?!\sfor)",
    ),
    rule(
        "on the bubble", Kind.TALK, "bubble|future|fate|limbo|uncertain|doubt",
        r"\bon\sthe\sbubble\b",
        r"\bfuture\b<gap>\b(?:uncertain|unclear|in\s(?:doubt|limbo|question|the\sbalance|jeopardy)|undecided|up\sin\sthe\sair)\b",
        r"\bfate\b<gap>\b(?:uncertain|unclear|undecided|in\s(?:limbo|doubt|the\sbalance))\b",
        certainty=Certainty.RUMOUR,
        possible=True,
    ),
)  # fmt: skip
