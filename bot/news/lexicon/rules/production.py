"""How the news tells of filming, pauses, spin-offs, trailers, dates and releases."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.rules.rule import Rule, rule

_SPIN = (
    r"(?:spin-?offs?|prequels?|sequel\s(?:series|show|drama)|sequels?(?!\s(?:{N}|seasons?|cours?|novel|book|game))|remakes?|reboots?|offshoots?|"
    r"companion\sseries|reimagining|follow-up\sseries|"
    r"(?:US|American|UK|British|English-language|Korean|Indian|French|German|Spanish|Australian)\s"
    r"(?:version|remake|adaptation|take))"
)
_MADE = (
    r"(?:order(?:s|ed)?|green-?lit|green-?light(?:s|ed)?|in\s(?:the\s)?(?:early\s)?(?:works|development|talks)|"
    r"develop(?:s|ing|ed)?|announce[sd]?|set|confirm(?:s|ed)|"
    r"coming|land(?:s|ed)|pitch(?:es|ing|ed)|plan(?:s|ned|ning)|heads?\sto|gets?|commission(?:s|ed)?|"
    r"on\sthe\s(?:way|drawing\sboard|table|cards)|pilot|teas(?:es|ed)|"
    r"working\son|happening|eyes|eyed|unveil(?:s|ed)|moving\sforward|moves\sforward|being\smade|will\sbe\s(?:made|set|called|titled|based|produced)|adds|"
    r"expand(?:s|ing)|going\sahead|picked\sup|given)"
)
_SHOW_IT = (
    r"(?:releas(?:e|es|ed)|drop(?:s|ped)?|unveil(?:s|ed)?|debut(?:s|ed)|shar(?:e|es|ed)|post(?:s|ed)|put\sout|"
    r"reveal(?:s|ed)?|is\shere|here|watch|get(?:s)?|got|has|have|"
    r"below|online|out|arriv(?:es|ed)|launch(?:es|ed)|show(?:s|n)|tease[sd]?|see|offers?|given?|lands?|"
    r"publish(?:es|ed)|premier(?:es|ed)|first)"
)
_PICTURES = (
    r"(?:(?:official\s|full\s|new\s|first\s|final\s|extended\s|red[\s-]band\s){0,3}(?:trailers?|"
    r"teasers?)(?!\s(?:park|trash|for\sthe\sfilm))|first[\s-]looks?|sneak[\s-]peeks?"
    r"|(?:first|new|exclusive)\s(?:glimpses?|look)\s(?:at|of)\b|new\s(?:pictures|pics|snaps)|[a-z]+-(?:minute|second)\sclip|exclusive\s(?:images?|"
    r"pictures|photos)"
    r"|first\s(?:official\s)?(?:images?|photos?|pictures?|pics|stills|clips?|footage)|new\s(?:images|photos|stills|"
    r"clip|footage)|key\s(?:art|visuals?)|new\svisuals?|(?:teaser\s)?poster|promo)"
)

PRODUCTION: tuple[Rule, ...] = (
    rule(
        "spin-off", Kind.SPIN_OFF,
        "version|adaptation|follow-up|language|world|universe|franchise|saga|spin|prequel|sequel|remake|reboot|"
        "offshoot|companion|reimagin",
        rf"{{S}}(?:['’]s?)?\s(?:(?!book|novel|game|comic|album)[\w-]+\s){{0,2}}?{_SPIN}\b(?!\s[“‘\"']?{{S}})(?!\s(?:series\s)?(?:star|actor|"
        rf"creator)s?\b)(?:\s(?:series|drama|show|movie))?(?:,?\s{{O}},?)?<far>\b{_MADE}\b",
        rf"\b{_MADE}\b(?:\s[\w-]+){{0,3}}?\s{{S}}(?:['’]s?)?\s(?:[\w-]+\s){{0,2}}?{_SPIN}\b",
        rf"\b{_MADE}\b<gap>\b{_SPIN}\s(?:series\s)?(?:of|to|from|for|about)\b<near>{{S}}",
        rf"\b{_SPIN}\s(?:series\s)?(?:of|to|from|for)\b<near>{{S}}<far>\b{_MADE}\b",
        rf"{{S}}:\s[^.;!?,]{{2,30}},?['’”]?,?\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?{_SPIN}\b",
        rf"\b(?:an?|the)\s(?:[\w-]+\s){{0,2}}?{_SPIN}\b<gap>\b{_MADE}\b",
        rf"\b{_MADE}\b<near>\b(?:an?|the|two|three|four|more|several|new)\s(?:[\w-]+\s){{0,2}}?{_SPIN}\b"
        rf"(?!\s(?:will\s(?:be\sback|return|end)|has\b|returns?\b|ends?\b|is\s(?:back|ending|renewed)))",
        rf"(?:^|[:;,]\s|\s[–—-]\s)(?:(?:[\w&.’'-]+|{{P}}|{{O}})\s){{0,4}}?{_SPIN}(?:\sseries)?(?:\s[“‘\"']?{{O}}[”’\"']?)?<IS>\s{_MADE}\b",
        rf"(?:^|[:;,]\s|\s[–—-]\s|\b(?:and|with|as|plus)\s)(?:an?\s)?{_SPIN}(?:\sseries)?\s(?:about|on|following|exploring|telling|"
        rf"(?:centred|centered|focus(?:s?ed|ing))\son|starring|led\sby)\s[^.;:!?]{{3,40}}?\s"
        r"(?:(?:is\s|now\s)?(?:also\s)?in\s(?:the\sworks|development)|(?:is\s)?(?:ordered|green-?lit|announced|commissioned|planned)|"
        r"on\s(?:the|its)\sway)\b",
        r"\b(?:new|sequel|follow-up)\s(?:[\w-]+\s){0,2}?(?:series|drama|show)\sset\sin\sthe\s(?:world|"
        r"universe)\sof\b<near>{S}",
        r"\bset\sin\s(?:the\s(?:same\s)?)?(?:world|universe)\s(?:of|as)\s{S}|\bset\sin\s(?:the\s)?{S}\s(?:universe|"
        r"world)|\bfrom\sthe\s(?:world|universe)\sof\s{S}",
        rf"{{S}}[:,]?\s[^.;!?]{{0,40}}?\b{_SPIN}\sseries\b<near>\b{_MADE}\b",
        rf"{{S}}:\s[^.;!?]{{0,30}}?\b{_SPIN}\b<near>\b{_MADE}\b",
        rf"{{S}}<near>\b(?:to\sget|gets?|getting|spawns?|receives|to\sspawn)\s(?:an?\s|"
        rf"its\s)?(?:[\w-]+\s){{0,2}}?{_SPIN}\b",
        rf"\b{_MADE}\b<near>\b(?:US|American|English-language|UK|British)\s{{S}}(?:\s(?:series|remake|version|"
        rf"adaptation))?",
        r"{S}\s(?:universe|franchise|saga|world)\b<far>\b(?:expand\w*|grow\w*|new(?:[\s-]\w+)?\s(?:series|drama|"
        r"show)|new-generation)\b",
    ),
    rule(
        "spin-off named", Kind.SPIN_OFF, "spin|prequel|sequel|remake|reboot|offshoot",
        rf"{{S}}(?:['’]s?)?\s(?:(?!book|novel|game|comic|album)[\w-]+\s)?{_SPIN}\b(?!\s[“‘\"']?{{S}})(?!\s(?:series\s)?(?:stars?|actor|creator|alum|cast|review|"
        rf"recap|finale)\b|<gap>\b(?:not|never|rumou?rs?|denied|talk)\b|<gap>n['’]t\b)",
        possible=True,
    ),
    rule(
        "filming begins", Kind.FILMING_START, "film|production|shoot|photography|camera|rolling|set of",
        r"<SHOOT><gap>\b(?:begin|began|begun|start|started|starts|begins|underway|under\sway|kick(?:s|ed|"
        r"ing)?\soff|get(?:s|ting)?\sunder\s?way|got\sunder\s?way|commenc\w+|resum\w+|to\sget\sgoing|rolling|(?:is\s)?(?:slated|planned|scheduled|pencilled\sin|due|set)\sfor\s(?:{D}|the\s|"
        r"early|late|spring|summer|autumn|fall|winter|next|this))",
        r"\b(?:begins?|began|begun|beginning|starts?|started|starting|commenc\w+|kick(?:s|ed|ing)?\soff|resum(?:e|"
        r"es|ed|ing)|enters?|entering|head(?:s|ing)?\sinto|go(?:es|ing)?\sinto|back\sin|now|currently|already|in)\s"
        r"(?:(?:filming|shooting|production|principal\sphotography)\b|work\son\sset)(?!\s(?:values|company|design|"
        r"team))",
        r"\bcameras\s(?:are\s|have\s|will\s|due\s|set\s|to\s|started\s|begin\s|now\s)*(?:roll(?:ing|ed)?|start|turn(?:ing|ed)?)\b|"
        r"\bcameras\srolling\b|\b(?:in\sfront\sof|before)\sthe\scameras\b",
        r"\b(?:will|to|is\sto|are\sto|set\sto|due\sto|plans\sto)\s(?:be\s)?(?:film(?:ed|ing)?|shoot(?:ing)?|"
        r"shot)\b<far>(?:{D}|\b(?:next|this|in|at|on)\b)",
        r"{P}<gap>\bstarts?\sshooting\b",
        r"\bfirst\sday\s(?:of\s(?:filming|shooting|production)|on\s(?:the\s)?set)\b",
        possible=True,
    ),
    rule(
        "filming is over", Kind.FILMING_WRAP, "wrap|finish|complet|shoot|filming|production|in the can",
        r"\b(?:wrap(?:s|ped|ping)?(?:\sup)?|finish(?:es|ed)|complet(?:es|ed)|conclud(?:es|ed)|ends|"
        r"ended)\s(?:[\w-]+\s){0,2}?(?:filming|production|shooting|principal\sphotography|(?:its\s|"
        r"the\s)?(?:[\w-]+\s)?{N}?[\s-]?(?:shoot|filming)\b)",
        r"\b(?:wrap(?:s|ped)?|finish(?:es|ed)|complet(?:es|ed))\b<near>{N}[\s-](?:shoot|filming|production)",
        r"<SHOOT><far>\b(?:wraps?\b|wrapped|has\s(?:now\s|officially\s)?(?:been\s)?(?:finished|completed|wrapped|"
        r"ended|concluded)|(?:is|are)\s(?:now\s|officially\s)?(?:complete|over|done|finished|in\sthe\scan)|"
        r"(?:comes?|came|has\scome)\sto\san\send|at\san\send|draws?\sto\sa\sclose)",
        r"\b(?:that|it)['’]s\s(?:officially\s)?a\swrap\b|\bwrap\sparty\b(?!<gap>\b(?:cancel|scrapped|called\soff|"
        r"postponed|axed))|\bin\sthe\scan\b|\bcalls?\sit\sa\swrap\b",
        r"\b(?:the\send\sof|end\sof)\s(?:the\s)?(?:shoot|filming|production)\b",
        r"{S}<near>{N}?<near>\b(?:has\s|have\s|is\s|officially\s)*wrap(?:s|ped)\b(?!\s(?:up|for\sgood|its\srun))",
    ),
    rule(
        "halted", Kind.HALT, "halt|paus|suspend|shut|hold|hiatus|ice|stop|postpon|delay|mothball|down tools",
        r"<SHOOT><far>\b(?:halt(?:ed|s)?|paus(?:ed|es)|suspended|shut(?:s|ting)?\sdown|delayed|postponed|"
        r"pushed\sback|on\s(?:hold|pause|ice|"
        r"hiatus)|stopped|stops|interrupted|brought\sto\sa\s(?:halt|standstill)|grinds\sto\sa\shalt)\b",
        r"\b(?:halts?|halted|paus(?:es|ed)|suspend(?:s|ed)|shut(?:s)?\sdown|stop(?:s|ped)|forced?\sto\s(?:halt|"
        r"pause|stop))\s(?:[\w-]+\s){0,2}?(?:production|filming|shooting|the\sshoot|work)\b",
        r"<SUBJECT><gap>\b(?:put|placed|goes|going|is|are|remains)\b<near>\bon\s(?:an?\s)?(?:indefinite\s|"
        r"temporary\s)?(?:hold|hiatus|ice|pause|the\sback\sburner)\b",
        r"{S}<gap>\b(?:shuts?\sdown(?!\s(?:[\w-]+\s)?(?:posters?|hoax|leaks?|posts?)\b)(?!\s(?:{N}|fake|false|bogus|viral|hopes|rumou?rs|talk|speculation|claims|reports|ideas?|suggestions|critics|the\s))(?!\s(?:(?:at|by)\s{NET}\s)?(?:after\s<RUN>|for\sgood))|halted|paused)\b",
        r"\b(?:won['’]t|will\snot|cannot|can['’]t)\s(?:shoot|film|go\sbefore|start\s(?:shooting|filming|production))\b",
        r"\bhits?\s(?:the\s)?pause\b",
        r"\b(?:strikes?|fires?|storms?|illness|injury|hurricane|wildfires?|accident|floods?|pandemic)\s(?:[\w-]+\s){0,2}?(?:shuts?\s"
        r"down|halts?|stops?|pauses?|suspends?)\s(?:(?:production|filming|shooting|work)\s(?:on|of)\s)?{S}",
        r"\b(?:production|filming)\s(?:shutdown|halt|pause)\b|\bdown(?:s|ed)?\stools\b",
        negates=True,
    ),
    rule(
        "date moved", Kind.DATE_MOVED,
        "delay|push|postpon|moved|moves|move|forward|bump|hold|held|pull|later|early|earlier|slip|shift|"
        "resched|until|now|no longer|not ",
        r"<SUBJECT><far>\b(?:delay(?:ed)?(?!\sindefinitely)|pushed\s(?:back|to|out|from)|postponed(?!\sindefinitely)|"
        r"put\sback\s(?:to|until|by|a)|held\s(?:until|over|to)|bumped\s(?:to|from|back|up(?!\sto\s(?:series|a\s)))|"
        r"held\sback|moved\s(?:up|back|forward|from|to)|moves\s(?:up|back|forward|from)|brought\sforward|slip(?:s|"
        r"ped|ping)?\s(?:to|out|back|into)|shift(?:s|ed)\s(?:to|from)|rescheduled)\b(?!\s{NET}\b)",
        r"\b(?:delay(?:s|ed)?|push(?:es|ed)?(?:\sback)?|postpon(?:es|ed)|mov(?:es|ed)|bump(?:s|ed)?|hold(?:s|ing)?|"
        r"shift(?:s|ed)?|reschedul(?:es|ed)|bring(?:s)?)\s(?:back\s|up\s)?(?:the\s|its\s)?(?:(?:premiere|launch|"
        r"release|return|debut|drop|start|finale)\s(?:date\s)?(?:of\s|for\s)?)?(?:{S}|{N}|part\s\w+|the\s(?:drop|"
        r"show|series|"
        r"premiere|launch|release|start|return))<far>\b(?:back|up|forward|to|until|from|premiere|launch|release|"
        r"by)\b",
        r"<NET>\s(?:delays|postpones|pushes\s(?:back|out)|holds\sback|reschedules)\s(?:the\s)?(?:{N}\sof\s)?(?:{S}(?:['’]s)?\s?{N}?|{N})",
        r"\b(?:has|have)\s(?:delayed|postponed|pushed\sback|held\sback)\s(?:the\s)?(?:launch\sof\s|release\sof\s|"
        r"start\sof\s)?(?:{S}|{N})",
        r"\bpull(?:s|ed)\b<gap>\bfrom\s(?:its\s|the\s|{NET}(?:['’]s)?\s)?<gap>\b(?:line-?up|schedules?|slate|calendar)\b|"
        r"{S}<near>\bpulled\sfrom\b<near>\bschedule",
        r"\b(?:a|one|two|three|several)\s(?:day|week|month|year)s?\s(?:(?:early|earlier)\b<gap>(?:than|$|[.,])|late\b<gap>$|later\sthan\b)",
        r"\b(?:earlier|later|sooner)\sthan\s(?:planned|expected|scheduled|billed|announced|originally)\b",
        r"\bwill\snow\s(?:open|return|come|premiere|air|be\s(?:shown|broadcast|released)|launch|arrive|start|debut|"
        r"drop|land|begin)\b",
        r"\bwon['’]t\s(?:arrive|premiere|return|be\s(?:back|out|released|here)|air|launch|debut|drop|land|"
        r"come)\s(?:\w+\s){0,2}?until\b",
        r"\b(?:no\slonger|not)\s(?:start|premiere|air|launch|arrive|begin|debut)\b",
        r"\b(?:premiere|release|launch|start|air)\s(?:date\s)?(?:has\sbeen\s|is\s|was\s|gets\s)?(?:delayed|pushed|"
        r"postponed|moved|changed|brought\sforward|rescheduled)\b",
        negates=True,
    ),
    rule(
        "date set, no day", Kind.DATE_SET, "date|window",
        r"\b(?:premiere|release|launch|return|air|start|debut)\s(?:dates?|windows?)\s(?:is\s|has\sbeen\s|officially\s|finally\s|"
        r"now\s)*(?:set|revealed|announced|confirmed|unveiled)\b",
        r"\b(?:sets?|gets?|reveals?|announces?|confirms?|unveils?|has|locks(?:\sin)?|books|nabs|lands|scores|fixes|finali[sz]es)\b<gap>\b(?:premiere|release|launch|return|"
        r"air|start|debut)\s(?:dates?|windows?)\b",
        r"{NET}\sdates\s(?:{S}|{N})",
    ),
    rule(
        "out now", Kind.RELEASED,
        "stream|out now|premier|tonight|today|now|available|lands|land|back|returns|drop|arriv|this morning|"
        "hit|up on",
        r"\b(?:now\s(?:streaming|available|out|on)|(?:is|are)\s(?:now\s)?(?:streaming|out|"
        r"available)(?:\snow)?\b(?=\s?(?:now|on|in\sfull|$|[,.!:])|\sfrom\stoday)|streaming\snow|out\snow|"
        r"available\s(?:now|to\sstream)|(?:is|are)\s(?:finally\s|now\s)?here\b)(?!<near>\b(?:trailer|teaser))",
        r"\b(?:premieres?|returns?|launches|debuts?|airs|arrives|lands|drops|starts|begins|hits|back|is\sback|"
        r"kicks\soff|dropped|landed|premiered|arrived|launched|returned|went\slive|released)\b<far>\b(?:tonight|"
        r"today|this\s(?:morning|evening|afternoon)|right\snow|last\snight|overnight)\b",
        r"\b(?:are|is)\sup\son\s{NET}",
        r"(?:{S}(?:['’]s)?\s)?(?:{N}|{S})(?:,?\s(?:part|volume)\s\w+)?\s(?:has\s)?(?:finally\s|now\s|officially\s)?(?:drops|lands|arrives|hits|arrived|landed|dropped)\s(?:on\s)?"
        r"{NET}(?=\s?(?:$|[.,:;!–—]\s?(?!{D}))|\swith\b)(?!\s?,?\s?(?:on\s|in\s)?{D})",
        r"\b(?:has|have)\s(?:finally\s|now\s|just\s)?(?:landed|dropped|arrived|launched)\b(?!<near>\b(?:trailer|"
        r"teaser|a\s|an\s|its\s|the\s))",
        r"\b(?:is|are)\s(?:all\s)?on\s{NET}\s(?:now|right\snow|from\stoday)\b",
        r"\ball\s(?:\w+\s)?episodes\b<gap>\b(?:streaming|available|out)\b",
    ),
    rule(
        "trailer", Kind.TRAILER,
        "trailer|teaser|first look|first-look|sneak|first image|first photo|first pic|first still|"
        "first clip|glimpse|new look|new pic|new snap|exclusive|footage|poster|promo|new image|new photo|new still|"
        "visual|minute clip|second clip|new clip|key art|first official| images| photos| pictures| stills",
        rf"{{S}}(?:['’]s?)?(?:\s?{{N}})?[^.;!?]{{0,12}}?\b{_PICTURES}\b(?!\s(?:breakdown|reaction|views|record))",
        r"\b(?:first|new|exclusive|official)\s(?:glimpses?|looks?)\s(?:at|of)\s(?:the\s)?(?:{S}|{N}|<NOUN>)",
        rf"\b{_PICTURES}\b<gap>\b(?:for|of|from|at)\b<near>(?:{{S}}|{{N}}|<NOUN>|\bit\b)",
        rf"\b{_SHOW_IT}\b<gap>\b{_PICTURES}\b",
        rf"\b{_PICTURES}\b<far>\b{_SHOW_IT}\b",
        r"\|\s(?:official\s)?(?:trailer|teaser)\b",
        r"\bin\s(?:the\s|an?\s)?(?:first|exclusive)(?:[\s-]look)?\s(?:official\s)?(?:images?|photos?|pictures?|stills?)\b",
        r"\bnew\s{S}(?:\s{N})?\s(?:images?|photos?|pictures|pics|stills|footage|clip|trailer|teaser|poster|key\sart|visual)\b",
        r"\b{S}(?:\s{N})?\s(?:pictures|images|photos|stills)\s(?:are\s(?:here|out|in)|have\s(?:arrived|landed|dropped)|released|unveiled|revealed)\b",
        rf"^[^.;!?]{{0,30}}\b{_PICTURES}\s?[:!|–—-]\s[^.;!?]{{0,30}}?{{S}}",
        rf"^[^.;!?]{{0,30}}\b{_PICTURES}\s?[:!]",
    ),
)  # fmt: skip
