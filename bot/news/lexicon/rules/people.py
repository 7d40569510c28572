"""How the news tells who comes and goes before and behind the camera, and what those involved say of the future."""

from __future__ import annotations

from bot.model.claim import Certainty, Kind
from bot.news.lexicon.rules.rule import Rule, rule

CREW_ROLE = (
    r"(?:showrunners?|co-?showrunners?|directors?|head\swriters?|writers?|co-?writers?|creators?|co-?creators?|"
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
    r"hand(?:s)?\sover|will\shand\sover|to\s(?:leave|exit|depart))"
)
_JOINS = (
    r"(?:join(?:s|ed|ing)?|board(?:s|ed|ing)?|sign(?:s|ed)\son|is\sjoining|added\sto|to\s(?:join|star|"
    r"guest[\s-]star|co-star|play|appear|lead|headline|recur)|set\s(?:as|to\sstar)|"
    r"(?:been\s)?cast\s(?:as|in|opposite|alongside)|lands\s(?:a\s|the\s|lead\s|key\s)?(?:role|part|lead)|upped\sto|"
    r"promoted\sto|tapped\s(?:as|to)|"
    r"replac(?:es|ed|ing)|takes?\sover|will\s(?:play|star|join|take\sover|appear|guest|portray)|to\stake\sover|"
    r"guest[\s-]stars?|in\stalks\sto\s(?:join|star))"
)
_RETURNS = (
    r"(?:return(?:s|ing)?|repris(?:es|ing|e)|back|comes\sback|coming\sback)\s(?:as|for|to|in|from)\b|"
    r"\brepris(?:es|ing|e)\s(?:his|her|their|the)\b"
)
_SEASON_HOPE = (
    r"(?:{N}|\b(?:(?:make|do|film|write)\smore|renewal|return(?:ing)?|revival|reboot|reunion|"
    r"more\s(?:episodes|seasons|stories|of)|come\sback|comeback|continu\w+|future|spin-?off|film|movie|new\sepisodes|"
    r"carry\son|bring(?:ing)?\s(?:it\s)?back)\b)"
)

PEOPLE: tuple[Rule, ...] = (
    rule(
        "crew", Kind.CREW, "showrunner|direct|writer|creator|composer|producer|reins|helm|author",
        rf"\b{CREW_ROLE}\b,?<gap>\b{_LEAVES}\b",
        rf"\b(?:names?|named|appoint(?:s|ed)|hires?|taps|tapped|promot(?:es|ed)|picks|finds|sets|"
        rf"adds)\b<gap>\b(?:new\s|as\s)(?:[\w-]+\s)?{CREW_ROLE}\b",
        rf"{{P}}<gap>\b(?:as|be|named|appointed|becomes?)\s(?:(?:its|the|a|new|sole|co-)\s?){{0,3}}{CREW_ROLE}\b",
        rf"\b(?:new|replacement)\s(?:[\w-]+\s)?{CREW_ROLE}\b(?!\s(?:of|says|{{P}}\s(?:says|tells)))",
        r"{P}[^.;!?]{0,50}\bwill\swrite\b",
        r"{P}<gap>\b(?:to\sdirect|will\sdirect|directing|to\s(?:write|helm|score)|will\s(?:helm|score|write))\b",
        rf"\b(?:takes?|taking|took|will\stake|to\stake)\s(?:over\sas\s(?:[\w-]+\s)?{CREW_ROLE}|the\s(?:reins|helm))\b",
        rf"\btakes?\sover\b<far>\bas\s{CREW_ROLE}\b",
        rf"\b(?:loses|parts\sways\swith|replaces|fires)\s(?:its\s|the\s)?(?:[\w-]+\s)?{CREW_ROLE}\b",
        rf"{{P}},\s(?:[\w-]+\s){{0,2}}?{CREW_ROLE}\b[^.;!?]{{0,40}}?,\s(?:is|has|will)\s(?:be\s)?{_LEAVES}\b",
        r"{P}<gap>,?\swho\sco-?(?:wrote|created)\b<far>\b(?:departing|leaving)\b",
        negates=True,
    ),
    rule(
        "cast", Kind.CAST,
        "join|board|cast|star|role|play|return|exit|leav|quit|depart|replac|sign|out|recast|add|reprise|"
        "back|trio|step|join|tapped|goodbye|farewell|over|promoted|upped|meet|find|left|headline",
        rf"{{P}}['’”]?(?:,[^.;!?]{{0,40}},)?\s(?:and\s[^.;!?]{{0,25}}?)?[^.;!?\ue100-\ue1ff]{{0,14}}?[“‘]?\b(?:{_JOINS}|"
        rf""
        rf"{_LEAVES}|{_RETURNS})",
        r"{S}<gap>\b(?:adds?|casts?|recasts?|welcomes?|enlists|ropes\sin|signs|loses|taps)\b<near>(?:{P}|"
        r"\b(?:its|new|another|lead|two|three|four|five|trio|more)\s(?:new\s|series\s)?(?:faces|stars?|regulars?|"
        r"members|leads?|actors|role|characters?)\b)",
        r"\b(?:add(?:s|ed)|cast(?:s)?|recast|enlist(?:s|ed)|welcom(?:es|ed)|tapped|signed|nam(?:es|"
        r"ed))\b<gap>{P}<far>(?:{S}|{N}|\b(?:as|role|series\sregular|recurring)\b)",
        r"\b(?:rounds?\sout|completes|unveils|announces|reveals|expands|sets|adds\sto)\s(?:(?:its|the|new|full|"
        r"main|lead|further|supporting|{N})\s?){0,3}\bcast(?:ing)?\b",
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
        negates=True,
    ),
    rule(
        "hope", Kind.TALK,
        "hope|love|optimis|open to|idea|working|fingers|campaign|tease|would|want|keen|like to|happy to|"
        "plans|pitch|ready|patien|never say|eyes|dream|possib|more to|keep|petition|hard work|beyond|secure|"
        "trying|gladly",
        rf"(?:{{P}}|{{S}}|\b(?:he|she|they|I|we|creator|showrunner|star|boss|producer|writer|author|fans|cast|"
        rf"team)\b)[^.;!?]{{0,50}}\b(?:hop(?:es|ing|eful|e)|would\slove|['’]d\slove|would\slike|optimistic|"
        rf"open\sto|has\s(?:\w+\s)?ideas|have\sideas|working\s(?:hard|behind|to|on)|fingers\scrossed|"
        rf"campaign(?:ing)?|tease[sd]?|gladly|keen|wants?|happy\sto|ready\s(?:to|for)|plans?\sfor|pitch(?:ing|es)?|"
        rf"never\ssay\snever|confident|trying\sto|dreams?\sof|up\sfor|petition)\b[^.;!?]{{0,60}}{_SEASON_HOPE}",
        rf"{_SEASON_HOPE}[^.;!?]{{0,40}}\b(?:would\slove|['’]d\slove|hop(?:es|ing|eful|e)|optimistic|"
        rf"working\s(?:hard|behind|to|on)|fingers\scrossed|open\sto|hard\swork|moving\sparts|never\ssay\snever|"
        rf"possible|patien\w+)\b",
        r"\bthere['’]s\s(?:still\s)?(?:so\s)?(?:much\s)?more\b<near>\bto\stell\b",
        r"\b(?:chances|hopes)\b<near>\b(?:of|for)\b<near>(?:{N}|\breturn\b)|{N}<near>\b(?:chances|hopes|"
        r"prospects)\b",
        r"\bteas(?:es|ed|ing)\b<gap>\b(?:future|more)\b<gap>{N}?",
        certainty=Certainty.HINTED,
        possible=True,
    ),
    rule(
        "talks", Kind.TALK, "talks|discuss|negotiat|conversation|near|close|eye|inching",
        rf"\b(?:in|early|ongoing|having|holding|holds|under\sway)\s(?:early\s|ongoing\s|advanced\s)?(?:talks|"
        rf"discussions|negotiations|conversations)\b<far>(?:{_SEASON_HOPE}|buyers|{{NET}}|home|{{S}})",
        r"\bbeing\s(?:discussed|talked\sabout)\b|\bin\sdiscussions?\b",
        r"\b(?:nearing|close\sto|eyes|eyeing|inching\scloser\sto)\b<near>(?:{N}|\brenewal\b)",
        r"\b(?:talks|discussions|negotiations)\b<near>\b(?:ongoing|continu\w+|under\s?way|about|for|over)\b",
        possible=True,
    ),
    rule(
        "no decision", Kind.TALK, "decision|decided|comment|word|yet|green light",
        r"\b(?:no|not\smade\s(?:a|any)|yet\sto\smake\sa|awaiting\sa|any)\s(?:final\s|firm\s)?decisions?\b|\b(?:not|"
        r"hasn['’]t|yet\sto|nothing)\s(?:been\s|has\sbeen\s)?(?:yet\s)?decided?\b",
        r"\bstill\s(?:no|awaiting)\s(?:green\slight|word|decision)\b",
        negates=True,
        possible=True,
    ),
    rule(
        "denied", Kind.TALK,
        "deni|deny|rubbish|not over|not cancel|not been cancel|isn|rumour|rumor|untrue|not the end|dismiss|"
        "refut|shut|slam|false|debunk|no truth|no plans|scotch|quash|set the record",
        r"\b(?:denie[sd]|denying|rubbish(?:es|ed)?|refut(?:es|ed)|dismiss(?:es|ed)|shuts\sdown|shoots\sdown|slams|"
        r"debunks|quash(?:es|ed)|scotch(?:es|ed))\b<far>\b(?:rumou?rs?|reports?|talk|claims?|speculation|cancel\w+|"
        r"ending|end|axed?|shelved|scrapped|mothballed|dropped|over|spin-?off|{N})",
        r"(?:{S}|{N}|\bit\b)<near>\b(?:is\snot|isn['’]t|not|has\snot\sbeen|hasn['’]t\sbeen|"
        r"wasn['’]t)\s(?:actually\s|being\s)?(?:over|cancell?ed|axed|ending|the\send|dead|finished|"
        r"going\sanywhere)\b",
        r"\bnot\sthe\send\sof\s{S}|\bno\strue?th\b<near>\b(?:rumou?rs?|reports?)|\b(?:claims?|reports?|"
        r"rumou?rs?)\b<near>\b(?:are|is)\s(?:not\strue|untrue|false|wide\sof\sthe\smark|nonsense)\b",
        r"\bno\s(?:current\s)?plans?\s(?:for|to)\b<gap>\b(?:end|cancel|spin-?off|reboot|prequel|sequel|remake|"
        r"revival|return)\w*",
        negates=True,
        possible=True,
    ),
)  # fmt: skip
