"""How the news says that a show goes on: renewed, picked up, recommissioned, returning for more. Knows no shows."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.rules.rule import Rule, rule

_NOT_A_SHOW = (
    r"(?!\s(?:(?:his|her|their|its|a|the|my|an?\supcoming|all|world|uk|us)\s)?(?:[\w'’-]+\s){0,2}?(?:tour|tours|"
    r"deal|deals|subscriptions?|contract|"
    r"carriage|gig|gigs|concerts?|appearances?|wedding|interviews?|event|pact|vows|calls?|interest|focus|energy|hopes?|"
    r"screening|panel|push|hunt|speculation|debate|feud|culture|plans?\sto|trip|flight|party|match|licen[cs]e|visa|"
    r"faith|friendship|love|rivalry|membership|too\s(?:soon|early))\b)"
)
_GIVES = (
    r"(?:hand(?:s|ed)|give(?:s|n)?|gave|grant(?:s|ed)|award(?:s|ed)|order(?:s|ed)|commission(?:s|ed)|"
    r"green-?light(?:s|ed)|green-?lit|"
    r"pick(?:s|ed)\sup|confirm(?:s|ed)|book(?:s|ed)|announce[sd]|unveil(?:s|ed)|sign(?:s|ed)\s(?:up\s)?(?:on\s)?for|"
    r"re-?up(?:s|ped)|bring(?:s|ing)\sback|extend(?:s|ed)|orders\sup)"
)
_GETS = (
    r"(?:gets?|got|lands?|landed|scores?|scored|nabs?|nabbed|earns?|earned|secures?|secured|bags?|wins?|snags?|"
    r"receives?|granted|given|handed|awarded|gains|nets|netted|clinch(?:es|ed)|locks\sdown|cinch(?:es|ed)|grabs|"
    r"claims|collects|"
    r"notch(?:es|ed)|seals|sealed|reels\sin|assured\sof|locks?\s(?:in|up)|nails\sdown|books)"
)

RENEWALS: tuple[Rule, ...] = (
    rule(
        "renewed", Kind.RENEWED, "renew",
        rf"<SUBJECT><far>\brenewed\b{_NOT_A_SHOW}",
        rf"\brenew(?:s|ed|ing)\b{_NOT_A_SHOW}<near>(?:<SUBJECT>)",
        r"\brenewed\sfor\b<near>{N}",
        r"{NET}\s(?:and\s{NET}\s)?renew\s{S}",
        r"\brenew(?:s|ed|ing)\b<far>\b(?:including|such\sas|among\sthem)\s{S}",
    ),
    rule(
        "renewal", Kind.RENEWED, "renewal|pickup|pick-up| order|commission|extension",
        rf"\b(?:{_GETS}|announced|hands?|gives?|confirms?|confirmed|has|lock(?:s|ed)\s(?:in|"
        rf"up))\b<far>\brenewals?\b(?!\s(?:hopes?|chances?|odds|status|talks|decision|campaign))",
        r"\brenewals?\s(?:order\s)?(?:for|of|to|through|at)\b<gap>(?:{S}|{N}|<NOUN>)",
        r"{N}\s(?:series\s|early\s)?(?:pick-?up|renewal|order|commission|extension)\b(?!\s(?:hopes?|chances?|odds|"
        r"status|talks|decision|campaign))",
        r"\balong\swith\s(?:a|an|its)\srenewal\b<near>{N}",
        rf"{{S}}[^.;!?]{{0,30}}?\b(?:{_GETS}|score|land|earn|nab|get|receive|snag|secure)\b<near>"
        rf"(?<!series\s)(?<!pilot\s)(?<!nine\s)(?<!season\s)(?<!episode\s)\bpick-?ups?\b"
        rf"(?!\s(?:hopes?|chances?|truck|line|game|to\sseries))",
    ),
    rule(
        "return for", Kind.RENEWED, "return|back|come|coming|run|set for|in for|continu",
        r"<SUBJECT><alone>\b(?:to|will|set\sto|going\sto|shall)\s(?:be\s(?:back|returning)|return|come\sback|"
        r"continue|run)\b<gap>\b(?:for|with|through|until)\b<near>{N}(?!<near>{D})",
        r"<SUBJECT><near>\b(?:is|are)\s(?:officially\s)?(?:coming\sback|returning|back)\sfor\b<near>{N}(?!<near>{D})",
        r"(?:{S}|<NOUN>)<IS>\s(?:coming\sback|returning|back)\sfor\s(?:(?:an?|its|at\sleast)\s){0,2}(?:{N}|"
        r"more\b)(?!<near>{D})",
        r"\b(?:will|to)\sbe\sback\sfor\s{M}",
        r"{S}\sreturns?\sfor\s(?:an?\s|its\s)?{N}<far>\b(?:official|confirms?|confirmed|renew\w*)\b",
        r"{S}\sset\sfor\s(?:an?\s|its\s)?{N}(?!<near>\b(?:premiere|release|date|launch|return|debut)|\s?(?:in|on|"
        r"this)\b)",
        r"{S}<gap>\bin\sfor\s(?:{M}|{N})",
    ),
    rule(
        "gets season", Kind.RENEWED,
        "announce|season|series|run|outing|chapter|instal|temporada|round|year|order|confirm|"
        "future secured|future is s|future assured|"
        "return confirmed|return is confirmed|confirms return|confirms its return|confirms the return",
        rf"(?:{{S}}|<NOUN>)<gap>\b(?:{_GETS}|getting)\b(?!\sunder\s?way)(?:\s(?:an?|its|the|early|official|surprise|for|up\sfor|"
        rf"order)\b){{0,3}}<near>{{N}}(?!\s(?:premiere|release|air|launch|start|return)?\s?(?:date|trailer|teaser|"
        rf"poster|first|cast|update|review|finale))",
        rf"<NET>(?:\s[\w-]+){{0,2}}?\s{_GIVES}\b(?:\s(?!that\b|as\b|trailers?\b|teasers?\b|dates?\b|plans\b|cast|"
        rf"details|first|images|poster|premiere|launch|return|work\b|filming|production|the\send|when\b|"
        rf"how\b)[\w'’-]+){{0,4}}?\s?(?:{{S}}(?:['’]s?)?<near>)?{{N}}(?!<near>(?:\bdate|\b(?:is|as|will\sbe|"
        rf"to\sbe)\s(?:the|its)\s(?:last|final)|\bwill\b|\bis\sset\b|\bto\s(?:land|premiere|launch|air|begin|"
        rf"arrive|debut|drop|return)\b|\btrailer|\bteaser|\bposter|\bcast\b|\bpremiere|\bend\b|\bfinale|"
        rf"\bspecials?\b|\bfilms?\b|\bmovie|\breview))",
        rf"<NOUN>(?:,[^.;!?]{{5,90}}?,)?\s(?:will\s)?{_GETS}\s(?:an?\s){{0,1}}{{N}}(?!<near>\b(?:date|trailer|"
        rf"premiere|poster|cast))",
        r"(?<!plans\s)(?<!plan\s)(?<!hopes\s)(?<!hope\s)(?<!talks\s)(?<!talk\s)(?<!ideas\s)(?<!idea\s)(?<!chance\s)"
        r"(?<!chances\s)(?<!calls\s)(?<!call\s)(?<!campaign\s)(?<!petition\s)(?<!case\s)(?<!prospect\s)(?<!future\s)"
        r"\b(?:for|of)\s{M}\b",
        r"{M}(?:\sof\s[^.;!?]{1,30}?)?<IS>\s(?:commissioned|ordered|confirmed|announced|green-?lit|in\sthe\sworks)\b",
        r"(?:{S}|<NOUN>)\s(?:is|are)\sto\s(?:have|get|receive)\s(?:an?\s|its\s)?{N}(?!<near>(?:date|premiere|trailer))",
        r"\b(?:newly[\s-]|just[\s-]|freshly[\s-])?(?:ordered|commissioned|green-?lit)\s{N}",
        r"\border(?:s|ed)?\b(?:\s(?:a|an|the|up))?\s{N}",
        r"\bconfirm(?:s|ed)?\s(?:more\b|{M}|{N}(?!<near>(?:date|premiere|trailer|will|to\sbe|is\b|has\b|have\b|start|begun|began|wrap|finish|film|shoot)))",
        r"\b(?:picks?|picked)\sup\b<gap>\b(?:for|through)\b<near>(?:{N}|\bnext\sseason\b|\b20\d\d[-–/]\d\d\b|"
        r"\b(?:another|a\s(?:second|third|fourth|fifth|"
        r"sixth))\syear\b)",
        r"\b(?:confirms?|confirmed|announces|announced)\s(?:(?:a|the|its|their|show['’]s)\s)?return\b|"
        r"\bconfirms?\s(?:the\s)?(?:<NOUN>|{S})['’]s\sreturn\b|\breturn\s(?:is\s)?confirmed\b|\bre-?commissioned\b",
        r"\bfuture\s(?:is\s)?(?:secured|assured|safe)\b",
    ),
    rule(
        "season confirmed", Kind.RENEWED,
        "confirm|order|commission|lit|light|thumbs|go|happen|way|works|announce|unveils|development|official|nod",
        r"(?<!about\s)(?<!over\s)(?<!regarding\s){N}(?:\sof)?(?:\s?{S}(?:\s(?:<NOUN>|season))?)?(?:\s(?:has|have|is|was|are|been|now|officially|finally|gets?|already|just|also|"
        r"in|on|at|reportedly|quietly|allegedly|apparently|rumou?red|said|reported|believed|to|be)\b){0,5}\s"
        r"(?:(?:been\s)?(?:officially\s)?(?:confirmed|ordered|commissioned|green-?lit|green-?lighted|"
        r"given\sthe\s(?:green\slight|go-?ahead|nod))|"
        r"a\sgo\b|(?:officially\s)?(?:happening|official\b(?!\s(?:trailer|teaser|poster|images?|photos?|clip|date|"
        r"soundtrack)))|in\s(?:the\sworks|development)|(?:on|underway\sand\son)\s(?:the|"
        r"its)\sway)(?!<near>(?:by\sfans))",
        r"{S}<near>{N}(?:(?!date|trailer|teaser|cast\b|premiere|title|plot|episode|release)[^.;!?]){0,14}?"
        r"\b(?:a\sgo|officially\shappening|is\sofficial|confirmed|ordered|green-?lit|"
        r"in\sthe\sworks)\b",
        r"\b(?:go-?ahead|green[\s-]?light|thumbs[\s-]up|pick-?up|the\snod|order|commission)\s(?:for|to)\b<near>{N}",
        r"{N}<gap>\b(?:given|got|gets?|received|handed)\b<near>\b(?:go-?ahead|green[\s-]?light|nod|thumbs[\s-]up)\b",
        r"{S}<gap>\b(?:given|got|gets?|receives?|received|handed)\b<near>\b(?:go-?ahead|green[\s-]?light|nod|"
        r"thumbs[\s-]up)\b<near>{N}",
        r"{N}<far><NET>\s(?:confirms|says|announces|reveals)\s(?:that\s)?(?:the\s<NOUN>|it)\s(?:will\s(?:be\sback|return)|"
        r"is\s(?:coming\sback|returning))\b",
        r"{S}\s(?:<NOUN>\s)?(?:announces|unveils|confirms)\s(?:an?\s|its\s)?{N}(?!<near>\b(?:date|trailer|teaser|cast|"
        r"premiere|poster|visual|title|release|launch|return|will|is\b|to\s))",
    ),
    rule(
        "recommissioned", Kind.RENEWED, "recommission|re-commission|re-up|reup|extend|upped|bumped",
        r"(?:{S}|{N}|<NOUN>)<gap>\bre-?commission(?:ed)?\b",
        rf"\bre-?commission(?:s|ed|ing)?\b{_NOT_A_SHOW}<near>(?:{{S}}|{{N}}|<NOUN>|\bmore\b)",
        r"{S}<IS>\sre-?upped\b|<NET>\s(?:[\w-]+\s){0,2}?re-?ups\s(?:on\s)?(?:{S}|<NOUN>)",
        r"{S}<IS>\s(?:extended|upped|bumped\sup)\s(?:through|for|to)\b<near>{N}|\bextends\b<near>{S}<near>\bthrough\b<near>{N}",
    ),
    rule(
        "keeps it going", Kind.RENEWED,
        "confirm|commission|lit for|ordered for|approved|keep|stick|hang|hold|stay|double|doubling|all in|commit|bet|"
        "welcome|bring|sign|invest|stand",
        r"<NET>\s(?:is\s|are\s|will\s|to\s)?(?:keep(?:s|ing)?|stick(?:s|ing)?\s(?:with|by)|hang(?:s|ing)?\son\sto|"
        r"hold(?:s|ing)?\son\sto|stay(?:s|ing)?\s(?:with|in\sbusiness\swith)|stand(?:s|ing)?\sby|"
        r"doubl(?:es|ing)\sdown\son|go(?:es|ing)?\sall[\s-]in\son|bet(?:s|ting)?\s(?:big\s)?on|invest(?:s|ing)?\sin|"
        r"welcom(?:es|ing)\sback|bring(?:s|ing)?\sback)\b<near>(?:{S}|<NOUN>)<near>\b(?:for|with|through|"
        r"to)\b<near>{N}",
        r"<NET>\s(?:[\w-]+\s){0,2}?bring(?:s|ing)?\s{S}\sback\sfor\b<near>(?:{N}|\bmore\b)",
        r"<NET>\s(?:will\s|to\s|is\s)?bring(?:s|ing)?\s(?:back\s{S}|{S}\sback)(?=\s?(?:$|[.,:;!–—]|\b(?:with|on|at|as|in)\b))"
        r"(?!.{0,60}\b(?:years|decade|cancel|axe|after|revival|reboot))",
        r"\b(?:but|while|and|as\sit)\s(?:keeps|renews|spares|sticks\swith|stands\sby|orders|brings\sback)\s{S}"
        r"(?=\s?(?:$|[.,:;!–—]|for\s(?:an?\s)?(?:{N}|more\b)))",
        r"<NET>\s(?:[\w-]+\s){0,2}?(?:commit(?:s|ted)?|sign(?:s|ed)?(?:\sup)?)\s(?:to|for|on\sfor)\s(?:an?\s)?{N}",
        r"\b(?:rush(?:es|ed)\sto|to|has|have)?\s?sign(?:s|ed)?\sup\s(?:an?\s)?{N}",
        r"{S}<IS>\s(?:locked\s(?:in|up)|booked|secured|safe|lined\sup|confirmed|signed\sup|signed\son|"
        r"picked\sup|(?:re-?)?commissioned|ordered|green-?lit|approved|cleared|announced|back\son)\sfor\s(?:(?:an?|its|at\sleast)\s){0,2}{N}(?!<near>\b(?:premiere|release|date|launch|debut))",
    ),
    rule(
        "not done with it", Kind.RENEWED, "done|finished|through|over",
        r"(?:n['’]t|\bnot)\s(?:quite\s|yet\s)?(?:done|finished|through)\swith\s{S}<far>(?:{N}|\bmore\b)",
        negates=True,
    ),
    rule(
        "more of it", Kind.RENEWED, "more|new |another|helping|return|comeback|among|light|fresh|go-ahead|nod",
        r"\b(?:a\snew|new|another|more|fresh|further)\s(?:series|season|run|episodes)\s(?:of|"
        r"for)\s{S}<IS>\s(?:confirmed|ordered|"
        r"commissioned|announced|green-?lit|in\sthe\sworks|coming|on\s(?:the|its)\sway)\b",
        r"<NET>\s(?:[\w-]+\s){0,2}?(?:orders?|commissions?|confirms?|announces?|wants)\s(?:(?:a|another|second|third|"
        r"one\smore)\s)"
        r"{1,2}(?:helping|serving|round|dose|batch|slice|outing|trip)\sof\s{S}",
        r"{S}<gap>\b(?:second|third|another)\s(?:helping|serving)\b",
        r"<NET>\s(?:[\w-]+\s){0,2}?(?:orders?|commissions?|confirms?|announces?|green-?lights?)\smore\s(?:of\s)?{S}"
        r"(?!(?:['’]s?)?\s(?:episodes|cast|guests|stars))",
        r"\b(?:and|but)\s(?:orders|commissions|confirms|green-?lights|announces)\smore\s(?:of\s)?{S}",
        r"\bmore\s{S}(?:\s<NOUN>)?<IS>\s(?:on\s(?:the|its)\sway|coming|confirmed|ordered|happening|announced)\b",
        r"\b(?:green[\s-]?light|go-?ahead|nod|thumbs[\s-]up)\s(?:to|for)\s(?:more\s{S}|{S}\s(?:return|comeback))",
        r"{S}\s(?:gets?|getting|is\sgetting|to\sget|will\sget)\smore(?=\s?(?:$|[:!,.;–—]))",
        r"{S}<near>\bamong\b<gap>\b(?:renewals|renewed|pick-?ups|coming\sback|returning\s(?:shows|series))\b",
        r"\b(?:books?|seals?|lands?|secures?|clinch(?:es)?|bags?)\s(?:a\s|its\s)?(?:return|comeback)(?!\s?(?:role|date|"
        r"for\s{P}|as\b|in\b|to\s{S}))",
    ),
    rule(
        "will be back", Kind.RENEWED, "back|return|come back",
        r"{S}\s(?:will|to|is\sto|are\sto|set\sto|will\sdefinitely)\s(?:be\sback|return|come\sback)"
        r"(?=\s?(?:$|[.!,:;–—]|for\smore\b|again\b|with\s(?:new|more|fresh)\sepisodes\b|for\sa\snew\s(?:series|"
        r"season|run)\b|says\s{NET}|on\s{NET}\s?$|to\s{NET}\s?$))(?!.{0,80}{D})",
        r"{S}\s(?:is|are)\s(?:officially|definitely)\s(?:returning|coming\sback)(?=\s?(?:$|[.!,:;–—]))(?!.{0,80}{D})",
    ),
    rule(
        "another one told of", Kind.RENEWED,
        "there will|there is going|outing for|through|sets |locks in|confirms|returns to|goes back|more |"
        "getting|back for|back in|in for|around for|on for|again for|on into|back into|forward|season for|series for|"
        "run for",
        r"\bthere\s(?:will\sbe|is\sgoing\sto\sbe)\s(?:an?\s)?(?!{F}){N}",
        r"^(?:an?\s)?(?!{F}){N}\sfor\s(?:(?:{NET}|{P})['’]s\s|(?:[\w'’-]+\s){0,2})?{S}(?=\s?(?:$|[:,!–—]|\b(?:at|on|"
        r"from|as|after)\b))",
        r"{S}\s(?!moves|works|checks?\b)[\w’'-]+(?:\s[\w’'-]+)?\s(?:back|in|around|on|again|along|forward)\s(?:for|"
        r"into|through)\s(?:(?:an?|"
        r"its)\s)?{N}"
        r"(?!<near>(?:{D}|\b(?:date|premiere|trailer|cast|filming)))(?<!works\son\sfor)",
        r"{S}\s(?!(?:re)?casts|taps|hires|preps|gears|adds|eyes|wraps|promotes|ups|unveils|drops|loses|names|finds|films|shoots|"
        r"delays|moves|seeks|looks|waits|wants|readies|teases|needs|plans)[\w’'-]+s\s[\w’'-]+\sfor\s(?:an?\s|its\s)?"
        r"(?!{F}){N}\s(?:at|on)\s{NET}",
        r"{S}<gap>\b(?:keep|keeps|stay|stays|staying|continues?|runs?|sticks?|going|around|"
        r"alive)\b<near>\bthrough\s(?:at\sleast\s)?{N}",
        r"<NET>\s(?:sets|locks\sin|confirms)\s(?:{S}\sfor\s(?:an?\s)?(?!{F}){N}|(?!{F}){N}\s(?:of|for)\s{S}|"
        r"{S}\s(?!{F}){N})(?!<near>(?:{D}|\b(?:date|premiere|cast|"
        r"return|launch|trailer|release)))",
        r"<NET>\s(?:returns\sto|goes\sback\sto)\s{S}\sfor\s(?:an?\s)?{N}",
        r"\b(?:we|you|fans|they)(?:['’]re|\sare)\s(?:officially\s|finally\s|definitely\s)?getting\s(?:an?\s|the\s)?(?:{S}\s?{N}|"
        r"{N}\sof\s{S})(?!<near>\b(?:trailer|date|cast|teaser))",
        r"\bmore\s(?:episodes\sof\s)?{S}\s(?:is|are)\s(?:on\s(?:the|its)\sway|coming|confirmed|happening|"
        r"in\sthe\sworks)\b|"
        r"\b(?:getting|says\syes\sto|ordered)\smore\s(?:of\s)?{S}(?=\s?(?:$|[:,.!–—]))",
    ),
    rule(
        "escapes the axe", Kind.RENEWED, "spare|escape|dodge|surviv|avoid",
        r"{S}<gap>\b(?:spared|escapes?|escaped|dodges?|dodged|avoids?|survives?)\s(?:the\s)?(?:axe|ax|chop|"
        r"cancell?ation)\b",
        negates=True,
    ),
    rule(
        "network goes on", Kind.RENEWED,
        "bets|gambl|chance on|punt on|sequel|ahead|forward|going for|goes for|to make|will make|making |"
        "produc|bring back|opts in|says yes|"
        "lives to|sets season|sets series|continue|announced|new season|new series|more episodes|another",
        r"<NET>\s(?:[\w-]+\s){0,2}?(?:going|goes|go|moving|moves|pressing|presses|pushing|pushes|forging)\s(?:ahead|"
        r"forward|for)\s(?:with\s)?"
        r"(?:an?\s)?(?!{F}){N}",
        r"<NET>\s(?:to|will|is\sto|is\sgoing\sto|is)\s(?:make|making|produce|producing|bring\sback|order|"
        r"commission)\s(?:an?\s)?(?!{F}){N}",
        r"<NET>\s(?:bets?|gambles?|takes\sa\s(?:chance|punt))\son\s(?:an?\s)?(?!{F}){N}",
        r"{S}\s(?:TV\s)?anime(?:\s<NOUN>)?\s(?:confirms|announces|gets|receives|unveils)\s(?:an?\s|its\s)?sequel(?=\s?(?:$|[.,:;!–—]))",
        r"<NET>\s(?:opts\sin|goes|says\syes)\s(?:on|for|to)\s(?:{S}\s(?:for\s)?)?(?:an?\s)?(?!{F}){N}",
        r"{S}<gap>\blives\sto\b<near>(?!{F}){N}|{S}\ssets\s(?!{F}){N}\s?(?:$|\b(?:at|on)\b)|"
        r"{S}<gap>\bcontinue\s(?:beyond|past)\b<near>{N}",
        r"(?:^|[:;,–—]\s)(?:{S}\s(?:(?:<NOUN>|sequel|TV)\s){0,3})?(?!{F}){N}(?:\s<NOUN>)?<IS>\sannounced\b(?!\s(?:for|as|with(?!\s(?:[\w-]+\s)?(?:teaser|trailer|visual|key|video|promo|poster))|in)\b)",
        r"{S}(?:\s(?:<NOUN>|TV))?\ssequel\s(?:season|cour)<IS>\s(?:announced|confirmed|green-?lit|revealed)\b",
        r"{S}<far>\bnew\s(?:series|season)\s(?:is\s|has\sbeen\s)?(?:confirmed|ordered|commissioned|announced)\b",
        r"{S}[^.;?]{0,20}?\b{NET}\s(?:orders|commissions|confirms|announces)\s(?:an?\s)?new\s(?:series|"
        r"season)\b(?!\s(?:from|by|called|starring|set))",
        r"\b(?:go-?ahead|green[\s-]?light|nod)\sfor\s(?:another|more|\w+\smore)\b<near>\bepisodes\b",
    ),
    rule(
        "network takes it on", Kind.RENEWED, " for season| for series| for a | for another| for its",
        r"{NET}\s(?!(?:re)?casts|taps|hires|preps|prepares|seeks|adds|shoots|films|delays|moves|promotes|dates|"
        r"schedules|slates|eyes|wants|"
        r"nears|mulls|considers|readies|plots|plans|teases|sets|reshapes|pushes|cancels|axes|scraps|"
        r"drops)[\w-]+s\s{S}\s(?:back\s)?for\s(?:an?\s)?"
        r"(?!{F}){N}(?!<near>(?:{D}|\b(?:premiere|launch|date|filming|shoot)))",
    ),
)  # fmt: skip
