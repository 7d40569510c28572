"""How the news tells who comes and goes before and behind the camera. Knows no shows."""

from __future__ import annotations

from bot.model.claim import Kind
from bot.news.lexicon.rules.rule import Rule, rule

CREW_ROLE = (
    r"(?:showrunners?|co-?showrunners?|directors?|(?:head|lead)\swriters?|writers?|co-?writers?|creators?|"
    r"co-?creators?|"
    r"composers?|executive\sproducers?|EPs?|"
    r"cinematographer|editor|producers?|author)"
)
_LEAVES = (
    r"(?:exit(?:s|ed|ing)?|leav(?:es|ing|e)|left|quit(?:s|ting)?|depart(?:s|ed|ing)?|step(?:s|ping|ped)\s(?:down|"
    r"away|back|aside)|is\sout|out\sas|"
    r"walk(?:s|ed|ing)?\saway|bows\sout|won['’]t\s(?:be\s(?:back|on|in|returning|part\sof|involved)|return|"
    r"work\son)|will\snot\s(?:work\son|be\s(?:part\sof|involved|on))|will\snot\s(?:be\sback|return)|"
    r"not\s(?:be\s)?(?:returning|coming\sback|back)|"
    r"says\s(?:goodbye|farewell)|said\sgoodbye|moving\son|fired|written\sout|killed\soff|done\swith|parts?\sways|"
    r"hand(?:s|ing)?\s(?:over\b(?!\s(?:the\s|an?\s|his\s|her\s|their\s)?(?:[\w-]+\s)?(?:showrunn|direct|writ|produc|duties|reins|keys|cheque|check\b|award|prize|trophy))|(?:the\s)?reins)|will\shand\sover|to\s(?:leave|exit|depart|step\s(?:down|away|back|"
    r"aside)|bow\sout|part\sways)|"
    r"tak(?:es|ing)\s(?:a\s)?leave\b|scal(?:es|ing)\sback|checks?\sout|bids?\s(?:farewell|goodbye)|signs\soff|"
    r"off\s(?:the\s)?(?:show|series|project|drama|film)|(?:axed|dropped|sacked|ousted|removed|cut|let\sgo)\s(?:from|"
    r"as|by)|"
    r"is\s(?:ousted|gone|no\slonger)|no\slonger\s(?:part|involved|on|in|with)|pulls\sout|calls?\sit\squits|"
    r"(?:to|will|set\sto|is\sto)\sbe\swritten\sout|out\s(?:of|at|from|after|before|ahead)\b)"
)
_JOINS = (
    r"(?:join(?:s|ed|ing)?\b(?!\s(?:instagram|tiktok|twitter|x\b|forces|protest\w*|calls|in\b|strik\w+|campaign|"
    r"march|"
    r"picket|the\s(?:fight|picket|queue|strike|protest|campaign|debate|chorus|club)))|(?:come|came|get|got|is|"
    r"are)\s(?:on\s)?(?:a)?board|board(?:s|ed|ing)?|sign(?:s|ed)\son|is\sjoining|added\sto|to\s(?:join|star|"
    r"guest[\s-]star|co-star|play|portray|appear|recur|feature|(?<!continue\sto\s)(?:lead|headline))|set\s(?:as|"
    r"to\sstar)|"
    r"(?:been\s)?cast\s(?:as|in|opposite|alongside)|"
    r"(?:lands|books|nabs|scores|wins|snags)\s(?:(?:a|the|lead|key|recurring|starring|series|regular|guest)\s){0,3}"
    r"(?:role|part|lead|regular|arc|spot|gig)|reunit(?:e|es|ing)\s(?:for|in|on)|(?:tipped|rumou?red|lined\sup|eyed|"
    r"in\sline)\s(?:to\s(?:return|join|play|star|replace|appear)|for|as)|(?:upped|bumped\sup|elevated)\sto|"
    r"promoted\s(?:to|as)|tapped\s(?:as|to|for)|(?:named|unveiled|announced|revealed|confirmed|chosen)\sas|"
    r"heads?\sto\s{S}|is\sthe\snew|steps?\sinto|stepping\sinto|circl(?:es|ing)|enlisted|recruited|"
    r"replac(?:es|ed|ing)|takes?\sover|will\s(?:play|star|join|take\sover|appear|guest|portray)|to\stake\sover|"
    r"guest[\s-]stars?|in\stalks\sto\s(?:join|star))"
)
_RETURNS = (
    r"(?:return(?:s|ing)?|repris(?:es|ing|e)|comes\sback|coming\sback)\s(?:as|for|to|in|from)\b|"
    r"(?<!going\s)(?<!goes\s)(?<!gone\s)\bback\s(?:as|for|to|from|in\s(?:{S}|the\s(?:role|cast|fold)))\b|"
    r"\bto\s(?:return|reprise)\b|"
    r"\brepris(?:es|ing|e)\s(?:(?:his|her|their|the)\b|(?:\w+\s){0,2}?roles?\b)"
)

PEOPLE: tuple[Rule, ...] = (
    rule(
        "crew", Kind.CREW,
        "showrunner|direct|writer|creator|composer|producer|reins|helm|author|boss|score|pen|written|write|wrote|"
        "project|camera",
        rf"\b(?:step(?:s|ped|ping)?\s(?:down|aside|back|away|up|in)|quits?|exit(?:s|ing)?|out|leav(?:es|ing|e)|"
        rf"depart(?:s|ing)?|return(?:s|ing)?|back|ousted|fired|hired|set|joins|boards|tapped|named|appointed|"
        rf"promoted|"
        rf"takes?\sover|confirmed|announced|unveiled|replaced)\sas\s(?:(?:the|its|new|sole|{{S}}(?:['’]s?)?|{{N}})\s)"
        rf"{{0,3}}(?:{CREW_ROLE}|boss)\b",
        rf"\b(?:adds?|hires?|taps|finds|loses|enlists|recruits|names|appoints|signs|sets|lands|gets|brings\sin|"
        rf"has\s(?:appointed|named|hired))\s(?:(?:an?|its|their|the|first|female|new|{{P}}|{{P}},|as|as\sthe|"
        rf"as\sits)\s){{0,5}}{CREW_ROLE}\b(?!['’]s)",
        r"{P}<gap>\b(?:(?:in|takes?)\sthe\sdirector['’]s\schair|at\sthe\shelm|makes\s(?:his|her|their)\sdirectorial\s"
        r"debut|steps?\sbehind\sthe\scamera|(?:is|are)\s(?:set\sto|due\sto)\s(?:direct|write|pen|score|helm))\b",
        r"\b(?:(?:to|will)\sbe|be|is\sbeing)\s(?:directed|written|penned|scored|helmed)\sby\s{P}",
        r"\b(?:changes|swaps|switches|new)\s(?:showrunners?|bosses|directors?)\b|\b(?:showrunner|creative|writer|director)\s"
        r"(?:change|shake-?up|shuffle|exit|switch|swap)\b",
        r"{P}\s(?:off|no\slonger\son)\s(?:the\s)?project\b",
        r"{P}<near>\bhand(?:s|ing)?\s(?:over\s)?(?:the\s)?(?:reins|keys)\b",
        rf"\b{CREW_ROLE}\b,?(?:(?!['’]s\s)[^.;!?\ue100-\ue1ff]){{0,30}}?(?<!n['’]t\s)\b{_LEAVES}\b",
        rf"\b(?:names?|named|appoint(?:s|ed)|hires?|taps|tapped|promot(?:es|ed)|picks|finds|sets|"
        rf"adds)\b<gap>\b(?:new\s|as\s)(?:[\w-]+\s)?{CREW_ROLE}\b",
        rf"{{P}}<gap>\b(?:(?:named|appointed|becomes?|tapped|hired|joins?|set|takes?\sover|steps\sin|"
        rf"promoted)\b<near>"
        rf"(?:(?:as|to\sbe|its|the|an?|new|sole)\s){{0,3}}|be\s(?:(?:its|the|a|new)\s){{0,2}}){CREW_ROLE}\b",
        rf"{{S}}\s(?:adds|gets|finds|hires|taps)\s(?:an?\s|its\s)?(?:new\s)?{CREW_ROLE}\b",
        rf"\b(?:new|replacement)\s(?:[\w-]+\s)?{CREW_ROLE}\b(?!\s(?:of|says|{{P}}\s(?:says|tells)))",
        r"{P}[^.;!?]{0,50}\bwill\swrite\b",
        r"{P}(?:\s\([^)]{0,60}\))?<gap>\b(?:on\sboard\sto\sdirect|to\sdirect|will\sdirect|directing|to\s(?:write|"
        r"helm|score)|will\s(?:helm|score|write))\b",
        rf"\b(?:takes?|taking|took|will\stake|to\stake)\s(?:over\sas\s(?:[\w-]+\s)?{CREW_ROLE}|the\s(?:reins|"
        rf"helm))\b",
        rf"\btakes?\sover\b<far>\bas\s{CREW_ROLE}\b",
        rf"\b(?:loses?|losing|parts\sways\swith|replaces|fires)\s(?:its\s|the\s)?(?:[\w-]+\s)?{CREW_ROLE}\b",
        rf"{{P}},\s(?:[\w-]+\s){{0,2}}?{CREW_ROLE}\b[^.;!?]{{0,40}}?,\s(?:is|has|will)\s(?:be\s)?{_LEAVES}\b",
        r"{P}<gap>,?\swho\sco-?(?:wrote|created)\b<far>\b(?:departing|leaving)\b",
        negates=True,
    ),
    rule(
        "cast", Kind.CAST,
        "join|board|cast|star|role|play|return|exit|leav|quit|depart|replac|sign|out|recast|add|reprise|"
        "back|trio|step|join|tapped|goodbye|farewell|over|promot|upped|meet|find|left|headline|absence|axed|sacked|"
        "bump|book|nab|land|off|head|named|new|circl|enlist|check|recruit|elevat|reunit|scal|tipped|eyed|lined|"
        "in line|rumo|among|bid|says|wave|lead|lose|recur|regular|boards|n't be in|n’t be in|confirms|announces|"
        "last|final",
        rf"{{P}}['’”]?(?:,[^.;!?]{{0,40}},)?\s(?:and\s[^.;!?]{{0,25}}?)?[^.;!?\ue100-\ue1ff]{{0,14}}?[“‘]?(?<!n['’]t\s)(?<!n['’]t\s[“‘])\b(?:{_JOINS}|"
        rf"{_LEAVES}|{_RETURNS})",
        r"{S}<gap>\b(?:adds?|casts?|recasts?|welcomes?|enlists|ropes\sin|signs|loses|taps)\b<near>(?:{P}|"
        r"\b(?:its|new|another|lead|two|three|four|five|trio|more)\s(?:new\s|series\s)?(?:faces|stars?|regulars?|"
        r"members|leads?|actors|role|characters?)\b)",
        r"\b(?:add(?:s|ed)|cast(?:s)?|recast|enlist(?:s|ed)|welcom(?:es|ed)|tapped|signed|nam(?:es|"
        r"ed))\b<gap>{P}<far>(?:{S}|{N}|\b(?:as|role|series\sregular|recurring)\b)",
        r"\b(?:rounds?\sout|completes|unveils|announces|reveals|expands|sets|adds\sto)\s(?:(?:its|the|new|full|"
        r"main|lead|further|supporting|{N}|{S}(?:['’]s)?)\s?){0,3}\bcast(?:ing)?\b",
        r"\b(?:joins?|joined|joining)\s(?:the\s)?cast\b|\bnew\scast\s(?:members|additions)\b|\bjoin\s(?:the\s)?{S}",
        r"{S}<near>\b(?:cast\s(?:additions|adds|exits)|adds\s(?:\w+\s)?(?:to\s(?:its\s)?cast|series\sregulars?))",
        r"\b(?:finds|found|unveiled|chosen|picks)\s(?:its|"
        r"the)\s(?:[\w-]+\s){0,2}?(?:[A-Z][\w’']+,?\s){0,4}?(?:trio|stars?|leads?|for\s{S})\b",
        r"\bfinds\sits\s[^.;!?]{2,40}\bfor\b<near>{S}",
        r"\bmeet\sthe\snew\b<gap>{S}|\blands\s(?:the\s)?(?:lead\s)?role\b",
        r"\b(?:unveiled|revealed)\sthe\sunknowns\b|\bwho['’]ll\splay\b",
        r"{P}<near>\b(?:is|are|was|were)\s(?:all\s|both\s|also\s)?(?:returning|leaving|departing|chosen|joining|"
        r"exiting|named)\b",
        r"\b(?:takes|take|taking)\sover\s(?:the\s(?:title\s|lead\s)?role\s|from\s){1,2}(?:from\s)?{P}",
        r"{S}<near>\bcasts\s(?:two|three|four|five|six|its|new)\b",
        r"\b(?:has|gets|meet)\s(?:a|its|the)\snew\s(?:Dr\.?|Doctor|Detective|Inspector|star|lead|leading\s(?:man|"
        r"lady)|face)\b",
        r"\b(?:nobody|everyone|all)\b<near>\bis\sleaving\b",
        r"\b(?:promotes|ups|bumps|elevates|upgrades)\s(?:{P}\s|[\w’'-]+\s){1,5}?to\s(?:series\s)?(?:regulars?|lead|"
        r"main\scast)\b",
        rf"{{S}}(?:['’]s?)?\s(?:(?:lead|series|original|breakout|founding)\s)?(?:star|actor|actress|lead|regular|"
        rf"cast\s"
        rf"member|duke|doctor|favou?rite)s?\s(?:is\s|to\s|announces\s(?:he|she|they)['’]s?\s)?(?:{_LEAVES}|"
        r"(?:return(?:s|ing)?|back)\s(?:for|as|in)\b)",
        r"\b(?:cast\s(?:shake-?up|exit|exits|departure|change|changes)|(?:major|shock|big|surprise)\s(?:cast\s)?"
        r"(?:exit|departure))\b",
        r"\bnamed\sas\sthe\snew\b|\bis\sthe\s(?:new|next|first)\s(?:Doctor|[A-Z][\w’-]+)\b<near>{S}|\b(?:why\s|"
        r"that\s)?I['’]m\s"
        r"leaving\s{S}|\b(?:he|she|they)(?:['’]s|['’]re|\sis|\sare)\sleaving\b<near>{S}",
        r"{P}(?:['’]s?)\s(?:\w+\s)?(?:exit|departure|return)\s(?:from|to|as)\b",
        r"{P}\s(?:confirms?|announces?)\s(?:(?:his|her|their|shock)\s){0,2}{S}\s(?:exit|departure|return)\b",
        r"(?:{N}|{S}|<NOUN>)\scast(?:ing)?\s(?:is\s|has\sbeen\s|now\s)?(?:revealed|announced|unveiled|confirmed|named|complete)\b",
        r"(?:{N}|<NOUN>|{S}|\bepisodes?)<near>\b(?:will\sbe|is|to\sbe|as)\s(?:his|her)\s(?:last|final)\b",
        r"\bcast(?:\smembers)?\s(?:to|set\sto|will)\s(?:all\s)?(?:return|reunite|be\sback)\b",
        r"{S}\s(?:bids?|says?|waves?)\s(?:farewell|goodbye|bye)\sto\s(?:{P}|[A-Z]\w+\s[A-Z]\w+)",
        rf"\b(?:two|three|four|five|lead|leads|stars|actors|regulars|cast\smembers|"
        rf"favou?rites?)\s(?:[\w-]+\s){{0,2}}?"
        rf"(?:join|{_LEAVES}|return\s(?:for|to))<near>{{S}}",
        r"{P}<gap>\b(?:among|leads?|heads?)\s(?:the\s)?(?:new\s)?(?:faces|additions|arrivals|guest\scast)\b",
        negates=True,
    ),
)  # fmt: skip
