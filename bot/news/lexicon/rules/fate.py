"""How the news says that a show goes on or does not: renewed, cancelled, ending, a film, revived, ordered."""

from __future__ import annotations

from bot.model.claim import Certainty, Kind
from bot.news.lexicon.rules.rule import Rule, rule

_NOT_A_SHOW = (
    r"(?!\s(?:(?:his|her|their|its|a|the|my|an?\supcoming|all|world|uk|us)\s)?(?:[\w'’-]+\s){0,2}?(?:tour|tours|"
    r"deal|deals|subscriptions?|contract|"
    r"carriage|gig|gigs|concerts?|appearances?|wedding|interviews?|event|pact|vows|calls?|interest|focus|energy|hopes?|"
    r"screening|panel|push|hunt|speculation|debate|feud|culture|plans?\sto|trip|flight|party|match|licen[cs]e|visa)\b)"
)
_CANCELLED = (
    r"(?:cancel(?:l?ed|ling|ing)|axed|axing|scrapped|canned|ditched|culled|nixed|dumped|dropped\sby|"
    r"pulled\sfor\sgood|killed\soff\sby|"
    r"(?:(?:gets?|got|been|was|is|given|handed|faces?|facing)\s)?(?:given\s)?the\s(?:axe|ax|chop|boot|"
    r"bullet)\b(?!\s(?:fall|murder)))"
)
_CANCELS = (
    r"(?:cancel(?:l?ed|s)|axes|axed|scraps|scrapped|cans|canned|ditch(?:es|ed)|culls|nix(?:es|ed)|dumps|kills|"
    r"pull(?:s|ed)\sthe\splug\son|call(?:s|ed)\stime\son|give(?:s|n)?\sup\son|swing(?:s)?\sthe\s(?:axe|ax)\son|"
    r"brings?\sdown\sthe\scurtain\son|brings?\sthe\scurtain\sdown\son|wields?\sthe\s(?:axe|ax)\son|"
    r"drops\sthe\s(?:axe|ax)\son)"
)
_END = (
    r"(?:end|conclude|finish|wrap(?:\sup)?|bow\sout|close|sign\soff|say\s(?:goodbye|farewell)|come\sto\s(?:an\send|"
    r"a\sclose)"
    r"|draw\sto\sa\sclose|take\s(?:its|a)\sfinal\sbow|be\sput\sto\srest|reach\sits\send)"
)
_ENDING = (
    r"(?:ending|concluding|finishing|wrapping\sup|coming\sto\s(?:an\send|a\sclose)|drawing\sto\sa\sclose|"
    r"bowing\sout|signing\soff)"
)
_GIVES = (
    r"(?:hand(?:s|ed)|give(?:s|n)?|gave|grant(?:s|ed)|award(?:s|ed)|order(?:s|ed)|commission(?:s|ed)|"
    r"green-?light(?:s|ed)|green-?lit|"
    r"pick(?:s|ed)\sup|confirm(?:s|ed)|book(?:s|ed)|announce[sd]|unveil(?:s|ed)|sign(?:s|ed)\s(?:up\s)?(?:on\s)?for|"
    r"re-?up(?:s|ped)|bring(?:s|ing)\sback|extend(?:s|ed)|orders\sup)"
)
_GETS = (
    r"(?:gets?|got|lands?|landed|scores?|scored|nabs?|nabbed|earns?|earned|secures?|secured|bags?|wins?|snags?|"
    r"receives?|granted|given|handed|awarded|gains)"
)
_MOVIE_NOT = r"(?!\s(?:role|star|career|festival|news|night|director|critic|franchise|industry|review|buffs?))"

FATE: tuple[Rule, ...] = (
    rule(
        "renewed", Kind.RENEWED, "renew",
        rf"<SUBJECT><far>\brenewed\b{_NOT_A_SHOW}",
        rf"\brenew(?:s|ed|ing)\b{_NOT_A_SHOW}<near>(?:<SUBJECT>)",
        r"\brenewed\sfor\b<near>{N}",
    ),
    rule(
        "renewal", Kind.RENEWED, "renewal|pickup|pick-up",
        rf"\b(?:{_GETS}|announced|hands?|gives?|confirms?|confirmed|has|lock(?:s|ed)\s(?:in|"
        rf"up))\b<far>\brenewals?\b(?!\s(?:hopes?|chances?|odds|status|talks|decision|campaign))",
        r"\brenewals?\s(?:order\s)?(?:for|of|to|through|at)\b<gap>(?:{S}|{N}|<NOUN>)",
        r"{N}\s(?:pick-?up|renewal)\b(?!\s(?:hopes?|chances?|odds|status|talks|decision|campaign))",
        r"\balong\swith\s(?:a|an|its)\srenewal\b<near>{N}",
    ),
    rule(
        "return for", Kind.RENEWED, "return|back|come|run|set for|in for",
        r"<SUBJECT><gap>\b(?:to|will|set\sto|going\sto|shall)\s(?:be\s(?:back|returning)|return|come\sback|"
        r"continue|run)\b<gap>\b(?:for|with|through|until)\b<near>{N}(?!<near>{D})",
        r"<SUBJECT><near>\b(?:is|are)\s(?:officially\s)?(?:coming\sback|returning|back)\sfor\b<near>{N}(?!<near>{D})",
        r"\b(?:will|to)\sbe\sback\sfor\s{M}",
        r"{S}\sset\sfor\s(?:an?\s|its\s)?{N}(?!<near>\b(?:premiere|release|date|launch|return|debut)|\s?(?:in|on|"
        r"this)\b)",
        r"{S}<gap>\bin\sfor\s(?:{M}|{N})",
    ),
    rule(
        "gets season", Kind.RENEWED, "season|series|run|outing|chapter|instal|temporada|round",
        rf"{{S}}<gap>\b(?:{_GETS}|getting)\b(?:\s(?:an?|its|the|early|official|surprise|for|up\sfor|"
        rf"order)\b){{0,3}}<near>{{N}}(?!\s(?:premiere|release|air|launch|start|return)?\s?(?:date|trailer|teaser|"
        rf"poster|first|cast|update|review|finale))",
        rf"<NET>(?:\s[\w-]+){{0,2}}?\s{_GIVES}\b(?:\s(?!that\b|trailers?\b|teasers?\b|dates?\b|plans\b|cast|"
        rf"details|first|images|poster|premiere|launch|return|work\b|filming|production|the\send|when\b|"
        rf"how\b)[\w'’-]+){{0,4}}?\s?(?:{{S}}(?:['’]s?)?<near>)?{{N}}(?!<near>(?:\bdate|\b(?:is|as|will\sbe|"
        rf"to\sbe)\s(?:the|its)\s(?:last|final)|\bwill\b|\bis\sset\b|\bto\s(?:land|premiere|launch|air|begin|"
        rf"arrive|debut|drop|return)\b|\btrailer|\bteaser|\bposter|\bcast\b|\bpremiere|\bend\b|\bfinale|"
        rf"\bspecials?\b|\bfilms?\b|\bmovie|\breview))",
        r"\b(?:for|of)\s{M}\b",
        r"\b(?:newly[\s-]|just[\s-]|freshly[\s-])?(?:ordered|commissioned|green-?lit)\s{N}",
        r"\border(?:s|ed)?\b(?:\s(?:a|an|the|up))?\s{N}",
        r"\bconfirm(?:s|ed)\s(?:more\b|{M}|{N}(?!<near>(?:date|premiere|trailer|will|to\sbe|is\b)))",
        r"\b(?:picks?|picked)\sup\b<gap>\b(?:for|through)\b<near>{N}",
        r"\b(?:confirms?|confirmed|announces|announced)\s(?:(?:a|the|its|their|show['’]s)\s)?return\b|"
        r"\breturn\s(?:is\s)?confirmed\b|\bre-?commissioned\b",
        r"\bfuture\s(?:is\s)?(?:secured|assured|safe)\b",
    ),
    rule(
        "season confirmed", Kind.RENEWED,
        "confirm|order|commission|lit|go|happen|way|works|announced|development|official|nod",
        r"{N}(?:\sof)?(?:\s?{S})?(?:\s(?:has|have|is|was|are|been|now|officially|finally|gets?|already|just|also|"
        r"in|on|at|reportedly|quietly|allegedly|apparently|rumou?red|said|reported|believed|to|be)\b){0,5}\s"
        r"(?:(?:been\s)?(?:officially\s)?(?:confirmed|ordered|commissioned|green-?lit|green-?lighted|"
        r"given\sthe\s(?:green\slight|go-?ahead|nod))|"
        r"a\sgo\b|(?:officially\s)?(?:happening|official(?!\s(?:trailer|teaser|poster|images?|photos?|clip|date|"
        r"soundtrack)))|in\s(?:the\sworks|development)|(?:on|underway\sand\son)\s(?:the|"
        r"its)\sway)(?!<near>(?:by\sfans))",
        r"{S}<near>{N}<near>\b(?:a\sgo|officially\shappening|is\sofficial|confirmed|ordered|green-?lit|"
        r"in\sthe\sworks)\b",
        r"\b(?:go-?ahead|green[\s-]?light|thumbs[\s-]up|pick-?up|the\snod|order|commission)\s(?:for|to)\b<near>{N}",
        r"{N}<gap>\b(?:given|got|gets?|received|handed)\b<near>\b(?:go-?ahead|green[\s-]?light|nod|thumbs[\s-]up)\b",
        r"{S}<gap>\b(?:given|got|gets?|receives?|received|handed)\b<near>\b(?:go-?ahead|green[\s-]?light|nod|"
        r"thumbs[\s-]up)\b<near>{N}",
    ),
    rule(
        "final season", Kind.FINAL_SEASON, "final|last|farewell|concluding|swansong|swan song",
        r"(?:{S}|<NET>)<gap>\b(?:renew\w*|announce[sd]?|set[s]?|order(?:s|ed)?|confirm(?:s|ed)?|plans?|gets?|"
        r"returns?\sfor|back\sfor)\b<gap>\b(?:final|last|farewell|concluding)\s(?:season|series|run)\b",
        r"(?:{N}|\b(?:it|this|season|series|run|episodes)\b)<gap>\b(?:will|to|would|could|may|might|is|shall|"
        r"set\sto)\s(?:also\s|now\s)?(?:be|mark)?\s?(?:[\w'’]+\s){0,3}?(?:its|the|their|his|her|(?:[\w-]+|"
        r"{P})['’]s)?\s?(?:very\s)?(?:(?:last|final)(?:\sone|\sseason|\sseries|\souting)?(?=[\s.,;:!?)”’]*(?:$|"
        r"[.,;:!?)”’]|\b(?:for|at|on|of|says?|as|and|but|when|which|with)\b))|swan[\s-]?song|farewell)",
        r"\b(?:{N})<near>\b(?:the|its)\slast\b",
    ),
    rule(
        "to end", Kind.FINAL_SEASON, "end|conclu|finish|wrap|bow|clos|sign|goodbye|farewell",
        rf"<SUBJECT><gap>\b(?:will|to|set\sto|going\sto|would|shall)\s(?:now\s|officially\s|"
        rf"all\s)?{_END}\b(?!\s(?:up|filming|production|shooting|with\sa\s(?:film|movie|feature)|as\sa|"
        rf"on\sa\scliff))",
        rf"<SUBJECT><near>\b(?:is|are)?\s?(?:officially\s)?{_ENDING}\b(?!\s(?:filming|production|explained|"
        rf"with\sa\s(?:film|movie)))",
        r"\b(?:will|to)\sbring\b<gap>\bto\s(?:a\sclose|an\send|its\s(?:end|conclusion))\b",
        r"(?:{S})\s(?:ends|concludes|wraps\sup|bows\sout)\s(?:with|in)\b<near>{N}",
        r"\bend\sthe\s(?:[\w-]+\s){1,3}?(?:sensation|show|series|drama|comedy|saga|hit|phenomenon)\b",
        r"\bsets?\s(?:an?\s)?end\s?date\b",
        r"{N}<near>\bwill\s(?:be|mark)\sthe\send\b",
    ),
    rule(
        "final season named", Kind.FINAL_SEASON, "final|last|farewell|concluding|closing|última|dernière|letzte",
        r"{F}",
    ),
    rule(
        "ends with a film", Kind.FILM, "film|movie|feature|special|trilogy|-minute",
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
        "film announced", Kind.FILM, "film|movie|special|feature|trilogy",
        rf"{{S}}(?:['’]s?)?\s(?:[\w-]+\s){{0,2}}?<FILM>{_MOVIE_NOT}(?:\s(?:is|has|been|officially|finally|now|are|"
        rf"to|will)){{0,3}}\s(?:confirmed|announced|green-?lit|ordered|commissioned|in\sthe\sworks|coming|"
        rf"happening|on\s(?:the|its)\sway|set\b|planned)",
        rf"<FILM>{_MOVIE_NOT}(?:\s(?:is|has|been|officially|finally|now)){{1,3}}\s(?:confirmed|announced|"
        rf"green-?lit|ordered|commissioned|in\sthe\sworks|coming|happening|on\s(?:the|its)\sway)",
        rf"<FILM>{_MOVIE_NOT}\s(?:confirmed|announced|ordered|commissioned|green-?lit)\b",
        rf"<NET>\s(?:[\w-]+\s){{0,2}}?(?:confirm|announce|order|green-?light|commission|set)(?:s|ed|"
        rf"d)?\b(?:\s(?:an?|the|one|two-hour|"
        rf"feature-length)\b){{0,2}}\s(?:{{S}}(?:['’]s?)?\s)?(?:[\w-]+\s){{0,2}}?<FILM>{_MOVIE_NOT}",
        rf"(?:{{S}}|\bthe\s(?:show|series|drama|comedy)|\bit)\s(?:is\s(?:getting|to\sget)|gets?|to\sget|lands?|"
        rf"will\s(?:get|have)|scores?)\b(?:\sa\sproper\sending\b)?<gap><FILM>{_MOVIE_NOT}",
    ),
    rule(
        "cancelled", Kind.CANCELLED,
        "cancel|axe|ax |scrap|canned|ditch|cull|nix|dump|dropped|boot|chop|bullet|plug|time on|axing",
        rf"<SUBJECT><far>\b{_CANCELLED}{_NOT_A_SHOW}",
        rf"\b{_CANCELS}\b{_NOT_A_SHOW}<near><SUBJECT>",
        rf"<NET><near>\b{_CANCELS}\b{_NOT_A_SHOW}<gap>(?:<SUBJECT>|$)",
        r"\b(?:pulled\sthe\splug|pull\sthe\splug)\b",
        r"{S}<near>\bfac(?:es|ing)\s(?:the\s(?:axe|ax|chop)|cancellation)\b",
        r"\b(?:to\s(?:be\s)?(?:axe|cancel|scrap))\b<near><SUBJECT>",
    ),
    rule(
        "no further season", Kind.CANCELLED,
        "no |not |n't|n’t|against|dead|drops|passes|passed|part ways|parting|is over|done at|done after|"
        "never",
        r"\b(?:will\snot|won['’]t|is\snot|isn['’]t|are\snot|not)\s(?:be\s)?(?:return(?:ing)?|coming\sback|com(?:e|"
        r"ing)\sback|back|getting\s(?:an)?other\s(?:season|series)|continu(?:e|ing)|mov(?:e|ing)\s(?:forward|"
        r"ahead)|go(?:ing)?\s(?:forward|ahead))(?:\s(?:for|with|to|at|on)\b<near>(?:{N}|{NET}|{S}|the\s(?:series|"
        r"show|project|pilot))|[’”'\"]?\s?(?:$|[.,;:!—–]))",
        r"\b(?:not|n['’]t)\s(?:be\s)?(?:getting|get|having|have|receive|see)\s(?:an?\s|its\s)?(?:{N}|more\b)",
        r"\b(?:decid\w+|opt\w*|rul\w+)\s(?:against|out)\b<near>{N}",
        r"\bno\splans\sfor\s(?:{M}|further\b|more\b|{N})",
        r"{S}\sis\s(?:dead|no\smore|toast)\b(?!\s(?:set|ringer))",
        r"{NET}\sdrops\s{S}(?=$|[.,;:!]|\s(?:after|as|amid|following|despite|from\sits)\b)",
        r"(?:^|[:,–—]\s|\b(?:be|is|confirms?|says?|said|confirmed)\s)no\s(?:{N}|more\s(?:seasons|"
        r"episodes))(?!<near>(?:date|trailer|yet|news))(?:<gap>(?:{S}|{NET})|\b|$)",
        r"\bthere\s(?:won['’]t|will\snot)\sbe\s(?:a\s)?(?:{N}|more\b)",
        r"\bthere\s(?:would|will)\sbe\sno\s(?:{N}|more\b)",
        r"\b(?:decided|opt(?:s|ed)|cho(?:se|sen|oses))\s(?:not\sto|against)\s(?:renew|order|go\s(?:ahead|forward)|"
        r"continue|mov|mak|proceed|pick)\w*",
        r"<NET><near>\bpass(?:es|ed)\son\b<near>(?:{N}|{S}|the\s(?:pilot|series))",
        r"\bpart(?:s|ed|ing)?\sways\b<near>(?:after|with)\b<gap>(?:season|series|{N}|{S})",
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
        "is over", Kind.ENDED,
        "is over|finale|bow|sign|end|goodbye|farewell|last episode|final episode|conclud|curtain|close",
        r"\bseries\sfinale\b<gap>\b(?:air(?:s|ed)\s(?:tonight|last\snight|on|{D})|aired|went\sout|has\saired|"
        r"was\sbroadcast|dropped)\b",
        r"{S}<near>\b(?:bows\sout|signs\soff|takes\s(?:its|a)\sfinal\sbow|says\s(?:goodbye|farewell)|"
        r"comes\sto\san\send|came\sto\san\send|has\s(?:ended|concluded|come\sto\san\send)|ends\s(?:its|after|on)|"
        r"ended\s(?:its|on|with|last|this|{D})|is\sover\safter|draws\sto\sa\sclose|drew\sto\sa\sclose)\b",
        r"(?:{S}|<NOUN>)\sis\sover\b(?!\s\d)",
        r"<NOUN>\s(?:ends|bows\sout|signs\soff|comes\sto\san\send|came\sto\san\send)\safter\b",
        r"\b(?:last|final)\sof\sthe\b<gap>\bepisodes\b<far>\b(?:aired|went\sout|dropped|arrived|was\sshown)\b",
        r"\b(?:last|final|closing)\s(?:ever\s)?episodes?\b<far>\b(?:aired|went\sout|was\s(?:shown|broadcast)|"
        r"airs\stonight|aired\slast\snight|has\saired|dropped|arrived|streamed)\b",
    ),
    rule(
        "saved", Kind.REVIVED,
        "save|rescue|cancel|picks up|picked up|new home|new life|reviv|resurrect|back|revers|moves|revival|"
        "return|acquire",
        r"{S}<gap>\b(?:has\sbeen\s|been\s|is\s|gets\s)?(?:saved|rescued|un-?cancell?ed|revived|resurrected|"
        r"brought\sback)\b(?!\sfrom\sthe\sarchive)",
        r"<NET><near>\b(?:saves|rescues|revives|resurrects|uncancels|un-cancels|brings\sback|has\s(?:saved|rescued|"
        r"revived))\b<gap>(?:{S}|<NOUN>|{N})",
        r"{S}<gap>\b(?:finds?|found|gets?|lands?)\s(?:a\s|its\s)?(?:new\s(?:home|life|network)|second\slife|"
        r"lifeline|reprieve)\b",
        r"{S}<near>\bpicked\sup\sby\s{NET}",
        r"{NET}\spicks\sup\s(?:the\s)?(?:dropped|cancell?ed|axed|scrapped|former|ex-?)",
        r"\brevival\b<gap>\b(?:ordered|green-?lit|announced|confirmed|set\b|in\sthe\sworks|officially|picked\sup|"
        r"coming|is\shappening)\b",
        r"<NET><near>\b(?:orders?|green-?lights?|commissions?|announces|confirms|"
        r"sets)\b<near>{S}(?:['’]s?)?\s(?:[\w-]+\s){0,2}?(?:revival|comeback)\b",
        r"{S}<near>\b(?:returning|returns|to\sreturn|back|comes\sback)\b<gap>\b(?:after|"
        r"following)\s(?:[\w-]+\s){0,2}?(?:\d+|twenty|ten|fifteen|a\sdecade|decades?|years?)\b",
        r"{S}<near>\bmov(?:es|ing)\s(?:from\s{NET}\s)?(?:over\s)?to\s(?:{NET}|streaming)\b",
        r"\breverses\s(?:course|its\sdecision|(?:the\s)?cancell?ation)\b",
        r"\bback\sfrom\sthe\sdead\b",
        r"\bacquired\b<gap>{N}",
    ),
    rule(
        "comes back", Kind.REVIVED, "back|return|rise|lives on|not over|more",
        r"{S}<near>\b(?:(?:is|are)\s(?:officially\s)?(?:coming\sback|returning|back)|will\s(?:be\sback|return|rise|"
        r"live)|to\sreturn|returns|lives\son|lives)\b",
        r"<NOUN>\s(?:will|is\sto)\s(?:be\sback|return|rise\sagain|live\son|come\sback)\b",
    ),
    rule(
        "saved at last", Kind.REVIVED, "cancel|reprieve|second chance",
        r"\b(?:cancell?ation|axing)\b<near>\b(?:reversed|overturned|undone)\b",
        r"\bwin(?:s)?\s(?:a\s)?(?:reprieve|second\schance)\b",
    ),
    rule(
        "ordered", Kind.ORDERED, "pilot|series|order|green|develop|works|commission|nine|episodes",
        r"\border(?:s|ed|ing)?\b(?:\s(?:a|the|an|up|drama|comedy|new)\b){0,3}\s(?:pilot|series)\b",
        r"\b(?:pilot|series|straight-to-series|full-season|full\sseason|back[\s-]nine|series\spick-?up)\s(?:order|"
        r"pick-?up|commitment)\b",
        r"\bordered\sto\sseries\b|\bseries\sordered\b|\bstraight[\s-]to[\s-]series\b|\bback[\s-]nine\b",
        r"<NET>\s(?:[\w-]+\s){0,2}?(?:green-?lights?|green-?lit|commissions?|commissioned|orders|ordered|"
        r"picks\sup)\s(?:(?:new|an?|the|[\w-]+)\s){0,5}?{S}(?!(?:['’]s?)?\s(?:season|series|prequel|spin|sequel|"
        r"revival|reboot|movie|film|special|final)|<near>{N})",
        r"<NET>\s(?:is\s)?develop(?:s|ing)\b<far>{S}(?!(?:['’]s?)?\s(?:prequel|spin|sequel|revival|reboot|movie|"
        r"film|creator|writer|star))",
        r"{S}(?!(?:['’]s?)?\s(?:(?:sequel|prequel)\sseries|prequel|spin|sequel|revival|reboot|movie|film|"
        r"{N}))[^.;!?\ue100-\ue4ff]{0,30}?\b(?:in\s(?:early\s)?development|in\sthe\sworks)\b",
        r"\b(?:script|writers['’]?\sroom)\b<gap>\b(?:commissioned|ordered|at\swork)\b",
        r"\b(?:orders?|ordered|gets?|adds?|lands?|wants)\s(?:(?:an?|the|\w+)\s)?(?:extra|more|additional|"
        r"further)\sepisodes\b",
        r"{S}<near>\b(?:green-?lit|commissioned)\b(?!\sfor)",
    ),
    rule(
        "on the bubble", Kind.TALK, "bubble|future|fate|limbo|uncertain|doubt",
        r"\bon\sthe\sbubble\b",
        r"\bfuture\b<gap>\b(?:uncertain|unclear|in\s(?:doubt|limbo|question|the\sbalance|jeopardy)|undecided|"
        r"up\sin\sthe\sair)\b",
        r"\bfate\b<gap>\b(?:uncertain|unclear|undecided|in\s(?:limbo|doubt|the\sbalance))\b",
        certainty=Certainty.RUMOUR,
        possible=True,
    ),
)  # fmt: skip
