"""How the news tells what those involved say of the future: hopes, talks, denials, what is ruled out. Knows no shows.

Answers come first: where a sentence both denies and hopes, it is read as the denial. All of it is talk:
nobody decides anything. A sentence that also tells a decision is read by the rules of that.
"""

from __future__ import annotations

from bot.model.claim import Certainty, Kind
from bot.news.lexicon.rules.rule import Rule, rule

_SPIN = r"(?:spin-?offs?|prequels?|sequels?|sequel\sseries|remakes?|reboots?|offshoots?|crossovers?|revival)"
MORE = (
    r"(?:{N}|\bmore\s{S}|\b(?:(?:make|do|film|write|making|doing|see|seeing)\s(?:some\s|any\s)?more|renewal|"
    r"return(?:ing|s)?|revival|"
    rf"reunion|{_SPIN}|more\s(?:episodes|seasons|series|stories|of)|another\s(?:season|series|run|outing|chapter|go|"
    r"round|one)|come\sback|comeback|continu\w+|future|films?|movies?|specials?|new\sepisodes|carry\son|"
    r"follow-up|(?:many|more|two|three|four|five|six|several|\d+)\s(?:more\s)?(?:seasons|series|years)|"
    r"(?:keep|kept|continue)\s(?:\w+\s)?(?:playing|making|going|doing)|(?:show|series)\sruns|(?:runs?|goes|"
    r"lasts?)\sfor\s(?:years|decades|many|a\slong|\w+\s(?:more\s)?(?:seasons|series|years))|"
    r"bring(?:ing)?\s[^.;!?]{0,25}?back|next\schapter|wrap-up|ending)\b)"
)
"""What may come."""
WHO = (
    r"(?:{P}|\b(?:(?:co-?)?creators?|(?:co-?)?showrunners?|stars?|actors?|actress|cast|boss(?:es)?|chiefs?|execs?|"
    r"executives?|president|producers?|eps?|writers?|authors?|directors?|makers?|head\sof|ceo|spokes\w+|alum|lead|"
    r"veteran)\b)"
)
"""Someone involved."""
SAYS = (
    r"\b(?:says?|said|hint(?:s|ed|ing)?|teas(?:es|ed|ing|e)|reveal(?:s|ed|ing)?|admit(?:s|ted)|insist(?:s|ed)|"
    r"believes?|thinks?|suggest(?:s|ed)|claim(?:s|ed)|promis(?:es|ed)|tells|told|confirm(?:s|ed)|explain(?:s|ed)|"
    r"address(?:es|ed)|weigh(?:s|ed)\sin|opens?\sup|shares?|shared|respond(?:s|ed)|reacts|answer(?:s|ed)|vows|vowed|"
    r"warn(?:s|ed)|jokes|reckons|predicts|expects|has\s(?:his|her|their)\ssay|(?:has|have)\sa\s(?:clear\s|"
    r"[\w-]+\s)?answer|sets\sthe\srecord|speaks?\s(?:out|up)|spoke|discuss(?:es|ed)|talk(?:s|ed)\sabout|adds|added|"
    r"replied|gives?\s(?:(?:his|her|their|a|an)\s)?(?:[\w-]+\s)?(?:verdict|answer|take|response|opinion|view|update)|"
    r"clarif(?:ies|ied)|argues|muses|wonders|hopes|gives\san\supdate|offers)\b"
)
_MODAL = (
    r"\b(?:could|might|may|would|can|should|will\s(?:probably|likely|never|only|hopefully|not)|won['’]t|"
    r"['’]d)\s(?:(?:still|yet|also|well|one\sday|even|definitely|probably|possibly|easily|always|never|not|"
    r"only|have|be|actually|absolutely)\s){0,3}"
)
_GOES_ON_OR_ENDS = (
    r"(?:return\w*|comes?\sback|coming\sback|back\b|over\b|done\b|(?:the\s)?(?:last|end|final)\b|end(?:s|ed|ing)?\b|"
    r"continu\w+|go(?:es)?\s(?:on|for|\w+\sseasons)|write|go\b|happen\w*|reviv\w+|reboot\w*|renew\w+|saved|"
    r"resurrect\w*|live\son|expand\w*|"
    r"keep\sgoing|wrap(?:ped)?\sup|conclud\w+|see\smore|seen\smore|do(?:ne)?\s(?:more|it|a\b|another)|"
    r"mak(?:e|ing)\s(?:more|a\b|another)|ma[dk]e|go\sfor|run\s(?:for|to|until)|last\s(?:for|until|\w+\sseasons)|"
    r"get\s(?:a|"
    r"another)|need|require|like\sto|love\sto|spawn|spin|finish\w*|tell\smore|work|be\sgreat|love|welcome)"
)
_HOME = r"\bnew\s(?:home|network|broadcaster|partner|backer|buyer|platform|streamer|outlet|channel)\b"
SENTENCE = r"[^;!?]{0,160}?"
_OFF = (
    r"(?:off\sthe\stable|dead\b|scrapped|shelved|not\s(?:currently\s)?(?:happening|in\s(?:the\sworks|development)|"
    r"moving\sforward|going\s(?:ahead|forward)|planned|on\sthe\scards)|no\slonger\s(?:happening|in\s\w+|"
    r"moving\sforward|going\sahead|planned)|abandoned|axed|ditched|canned|cancell?ed|dropped|"
    r"(?:isn['’]t|aren['’]t|won['’]t\sbe)\s(?:happening|in\s(?:the\sworks|development)|moving\sforward|going\sahead|"
    r"planned|coming|made|on\sthe\scards)|won['’]t\s(?:happen|go\sahead|move\sforward)|not\sto\sbe|ruled\sout|"
    r"on\sthe\s(?:shelf|scrapheap)|falls\s(?:apart|through)|killed|nixed|"
    r"passed\sover|passed\son)"
)

FUTURE: tuple[Rule, ...] = (
    rule(
        "spin-off called off", Kind.TALK, "spin|prequel|sequel|remake|reboot|offshoot|crossover|revival",
        rf"\bno\s(?:plans?\sfor\s(?:an?\s)?)?(?:{{S}}(?:['’]s?)?\s)?(?:[\w-]+\s){{0,2}}?{_SPIN}\b(?!\s(?:yet|has))",
        rf"\b{_SPIN}\b(?:\sseries|\smovie)?(?:\s{{O}})?(?:\sfrom\s{{NET}})?<near>\b{_OFF}",
        rf"\b(?:pass(?:es|ed)\son|scraps|shelves|axes|ditches|drops|cancels|kills|nixes|abandons|won['’]t\s(?:make|"
        rf"do|"
        rf"move\sforward\swith)|not\s(?:doing|making|moving\sforward\swith)|rules\sout|says\sno\sto)\s(?:(?:an?|the|"
        rf"its|"
        rf"planned|{{S}}(?:['’]s?)?|{{O}}|proposed)\s){{0,4}}?(?:[\w-]+\s)?{_SPIN}\b",
        negates=True,
        possible=True,
    ),
    rule(
        "denied", Kind.TALK,
        "deni|deny|rubbish|not over|not cancel|not been cancel|isn|rumour|rumor|untrue|not the end|dismiss|"
        "respon|refut|shut|slam|false|debunk|no truth|no plans|"
        "fake|false|bogus|viral|hoax|no, |current plan|immediate plan|scotch|quash|set the record|no secret|knock",
        r"\b(?:denie[sd]|denying|responds?\sto|rubbish(?:es|ed)?|refut(?:es|ed)|dismiss(?:es|ed)|shuts\sdown|"
        r"shoots\sdown|slams|"
        r"debunks|quash(?:es|ed)|scotch(?:es|ed)|knocks\sback|hits\sback\sat|laughs\soff)\b<far>\b(?:rumou?rs?|"
        r"reports?|"
        r"talk|claims?|speculation|cancel\w+|"
        r"ending|end|axed?|shelved|scrapped|mothballed|dropped|over|spin-?off|{N})",
        r"^no,\s(?:there\s(?:is\snot|isn['’]t)|(?:{S}|{N})(?:\s{N})?\s(?:is\snot|isn['’]t|has\snot|hasn['’]t|was\snot|wasn['’]t))\s[^.;!?]{0,40}?"
        r"(?:{N}|\b(?:cancell?ed|axed|renewed|ending|over|happening|coming|returning|getting)\b)",
        r"\b(?:shuts\sdown|debunks|denies|dismisses|responds\sto|calls\sout|slams)\s(?:an?\s|the\s)?(?:[\w-]+\s)?(?:fake|false|bogus|viral|hoax)\s(?:{S}\s|{N}\s)*"
        r"(?:posters?|trailers?|posts?|claims?|announcements?|images?|leaks?)\b",
        r"(?:{S}|{N}|\bit\b)<near>\b(?:is\snot|isn['’]t|not|has\snot\sbeen|hasn['’]t\sbeen|"
        r"wasn['’]t)\s(?:actually\s|being\s)?(?:over(?!\s(?:cancell|the\b|its\b|how|that|it\b))|cancell?ed|axed|ending|the\send|dead|finished|"
        r"going\sanywhere)\b",
        r"\bnot\sthe\send\sof\s{S}|\bno\strue?th\b<near>\b(?:rumou?rs?|reports?)|\b(?:claims?|reports?|"
        r"rumou?rs?)\b<near>\b(?:are|is)\s(?:not\strue|untrue|false|wide\sof\sthe\smark|nonsense)\b",
        r"\bno\s(?:current\s|immediate\s)?plans?\s(?:for|to)\b<gap>\b(?:end|cancel|spin-?off|reboot|prequel|sequel|"
        r"remake|revival|return|film|movie|more|another|continue|make)\w*|\bno\s(?:current\s|immediate\s)?plans?\s(?:for|to\smake)\s(?:an?\s|any\s|further\s|more\s)?(?:{N}|seasons|episodes|series\b|more\b)",
        r"\bthere\sis\sno\s(?:secret|hidden|surprise|extra)\b<gap>\b(?:episode|season|ending|finale)\b",
        negates=True,
        possible=True,
    ),
    rule(
        "no decision", Kind.TALK,
        "decision|decided|comment|word|yet|green light|greenlit|commission|in due course|up in the air|asked|"
        "to be seen|guarantee",
        r"\b(?:no|not\smade\s(?:a|any)|yet\sto\smake\sa|awaiting\sa|any)\s(?:final\s|firm\s|official\s)?decisions?\b|"
        r"\b(?:not|hasn['’]t|yet\sto|nothing)\s(?:been\s|has\sbeen\s)?(?:yet\s)?decided?\b",
        r"\bstill\s(?:no|awaiting)\s(?:green\slight|word|decision|news)\b",
        r"\bannounced?\sin\sdue\scourse\b|\bstill\sup\sin\sthe\sair\b|\bremains\sto\sbe\sseen\b",
        r"<NET><near>\b(?:has\snot|hasn['’]t|have\snot|is\syet\sto|has\syet\sto)\s(?:yet\s)?(?:asked|"
        r"commission(?:ed)?|"
        r"green-?lit|ordered|order|announced\sa|renew(?:ed)?)\b",
        r"{N}<near>\b(?:isn['’]t|is\snot|not|has\snot\sbeen|hasn['’]t\sbeen)\s(?:officially\s)?(?:(?:confirmed|"
        r"announced|"
        r"green-?lit)\b<near>\byet\b|guaranteed\b)",
        negates=True,
        possible=True,
    ),
    rule(
        "answers the question", Kind.TALK,
        "say|reveal|answer|respon|explain|weigh|address|insist|tell|hint|tease|record|update|clear|promis|admit",
        rf"(?:{{N}}|\b(?:last|over|end\w*|back|return\w*|more|cancel\w*|renew\w*|happen\w*|future|done|{_SPIN}|film|"
        rf"movie|continue|next|axed|remade|reboot\w*|reviv\w*|saved)\b)[^?]{{0,60}}\?\s[^.;!?]{{0,60}}?(?:{WHO}[^.;!?]{{0,30}}?{SAYS}|"
        rf"{SAYS}[^.;!?]{{0,30}}?{WHO})",
        negates=True,
        possible=True,
    ),
    rule(
        "hope", Kind.TALK,
        "happily|tease|hope|love|optimis|open to|idea|working|fingers|campaign|tease|would|want|keen|like to|happy to|"
        "plans|pitch|ready|patien|never say|eyes|dream|possib|more to|keep|petition|hard work|beyond|secure|"
        "trying|gladly|game for|down for|up for|interest|willing|determined|wish|beg|plead",
        rf"(?:{{P}}|{{S}}|\b(?:he|she|they|I|we|creator|showrunner|star|boss|producer|writer|author|fans|cast|"
        rf"team)\b)[^.;!?]{{0,50}}\b(?:hop(?:es|ing|eful|e)|would\slove|['’]d\slove|would\slike|optimistic|"
        rf"open\sto|has\s(?:\w+\s)?ideas|have\sideas|working\s(?:hard|behind|to|on)|fingers\scrossed|"
        rf"campaign(?:ing)?|tease[sd]?|gladly|happily|keen|wants?|happy\sto|ready\s(?:to|for)|plans?\sfor|"
        rf"pitch(?:ing|es)?|"
        rf"never\ssay\snever|confident|trying\sto|dreams?\sof|(?<!picked\s)up\sfor|petition|not\sready\sto|game\s(?:for|to)|"
        rf"down\sfor|"
        rf"willing\sto|interested\sin|determined\sto|wishes|(?:has|have)\s(?:an\s|plenty\sof\s|\w+\s)?ideas?\sfor|"
        rf"beg(?:s|ging)?|pleads?|yearns?|lobb(?:ies|ying))\b[^.;!?]{{0,60}}{MORE}",
        rf"{MORE}[^.;!?]{{0,40}}\b(?:have\s(?:\w+\s){{0,2}}?ideas|got\s(?:\w+\s)?ideas|would\slove|['’]d\slove|hop(?:es|ing|eful|e)|optimistic|"
        rf"working\s(?:hard|behind|to|on)|fingers\scrossed|open\sto|hard\swork|moving\sparts|never\ssay\snever|"
        rf"possible|patien\w+)\b",
        r"\bthere['’]s\s(?:still\s)?(?:so\s)?(?:much\s|plenty\s|lots\s)?more\b<near>\bto\s(?:tell|come|explore|"
        r"say)\b",
        r"\b(?:chances|hopes?)\b<near>\b(?:of|for)\b<near>(?:{N}|\breturn\b|\b(?:film|movie|revival|spin-?off)\b)|"
        r"{N}<near>\b(?:chances|hopes|prospects)\b",
        r"\bteas(?:es|ed|ing)\b<gap>\b(?:future|more|possible|potential)\b<gap>{N}?",
        r"\bteas(?:es|ed|ing)\b<near>{N}",
        certainty=Certainty.HINTED,
        possible=True,
    ),
    rule(
        "speaks of the future", Kind.TALK, "could|might|may|would|can|should|will|’d|'d",
        rf"(?:{{S}}|{{N}}|<NOUN>|\b(?:it|we|there|I|he|she|they|{_SPIN}|movie|film)\b){SENTENCE}{_MODAL}"
        rf"{_GOES_ON_OR_ENDS}{SENTENCE}(?:{SAYS}\s(?:[^\s.;!?]+\s){{0,3}}?{WHO}|{WHO}[^.;!?]{{0,20}}?{SAYS})",
        rf"{WHO}[^.;!?]{{0,40}}?(?:{SAYS}|:|\bon\b){SENTENCE}{_MODAL}{_GOES_ON_OR_ENDS}",
        certainty=Certainty.HINTED,
        negates=True,
        possible=True,
    ),
    rule(
        "more to come", Kind.TALK,
        "last|done|over|more|door|never say|heartbeat|unfinished|natural|goodbye|end|chapter|plan|up to|in mind|"
        "rush|hurry|interest|happen|table|cards|seems|wait|gone|finish|mapped|plotted|story|journey|season|series|back|always|"
        "when|write|ready|likely|doubt|possible|hands|down to",
        r"(?:\b(?:won['’]t|will\snot|isn['’]t|is\snot|not|wasn['’]t)\s(?:be\s)?(?:necessarily\s)?the\s(?:last|end)\b|"
        r"\b(?:not|haven['’]t|never)\sseen\sthe\slast\sof\b|\bleav(?:es|e|ing)\s(?:the\s)?door\s(?:open|ajar)\b|"
        r"\bdoor\s(?:is|remains|stays)\s(?:still\s)?(?:open|ajar|closed|not\sclosed)\b|\bnever\ssay\snever\b|"
        r"\bin\s(?:a|an)\s(?:heartbeat|instant)\b|\bunfinished\sbusiness\b|"
        r"\bmore\s(?:stories|story|tales)\s(?:left\s)?to\s(?:tell|come|explore)\b|\bcount\sme\sin\b)",
        rf"{WHO}{SENTENCE}(?:{SAYS}|:){SENTENCE}"
        r"\b(?:(?:is|are|['’]s|isn['’]t|aren['’]t|not|n['’]t|probably|definitely|almost|nearly)\s(?:\w+\s)?(?:done|"
        r"over|"
        r"finished)\b(?!\s(?:filming|shooting|writing|with\sfilming))|natural\s(?:end\w*|conclusion|stopping)|"
        r"right\s(?:time|place|moment)\sto\s(?:end|stop|go|finish|leave)|ready\sto\s(?:say\sgoodbye|move\son|end)|"
        r"time\sto\s(?:end|stop|say\sgoodbye|move\son)|know(?:s)?\show\s(?:it|the\s\w+)\s(?:all\s)?ends|"
        r"(?:ending|end|endgame|finish\sline)\s(?:is\s)?in\s(?:mind|sight)|up\sto\s(?:{NET}|the\snetwork)|"
        r"in\sno\s(?:rush|hurry)|seems\sthat\sway|talking\sabout\sit|working\son\sit|wait\sand\ssee|watch\sthis\sspace|"
        r"(?:we|you|I)['’]ll\ssee|too\s(?:early|soon)\sto|(?:on|off)\sthe\s(?:table|cards)|no\sinterest\sin|"
        r"[\w-]+-season\s(?:plan|arc)|plans?\s(?:for|of)\s(?:[\w-]+\s){0,2}?seasons|conversations?|"
        r"mapped\sout|plotted\sout|not\s(?:going\s)?(?:to\shappen|happening)|never\shappen|won['’]t\shappen|"
        r"as\slong\sas|"
        r"always\s(?:meant|planned|intended)|how\smany\s(?:more\s)?(?:seasons|series)|(?:story|journey)\s(?:is\snot|"
        r"isn['’]t)\sover|back,?\sbut\b|when\s(?:we|it|the\sshow)['’]?(?:ll|\swill)\s(?:be\sback|return))",
        rf"{WHO}<gap>\b(?:always\s(?:meant|planned|intended)|(?:has|have)\s(?:a\s[\w-]+-season\splan|(?:an?\s)?plans?\sfor\s"
        r"(?:[\w-]+\s){0,2}?(?:seasons|series|more)))\b",
        rf"{WHO}{SENTENCE}\b(?:looks?\s(?:set|likely)|likely|expected|expects?(?:\s(?:it|the\s(?:show|series)|{{S}}))?|should|due)\sto\s"
        r"(?:run|go|last|end|continue|conclude|finish)\b<gap>(?:{N}|\bseasons\b|\bseries\b)",
        r"\b(?:won['’]t|not|isn['’]t|haven['’]t)<near>\bthe\slast\s(?:of|we)\b<far>\b(?:teases|says|hints|"
        r"promises)\b",
        rf"(?:{{S}}|{{N}}|<NOUN>)<gap>\b(?:done|over|finished|"
        rf"the\send)\b(?!\s(?!for|with|after|yet|now|at|just|until)\w)[^.;!?]{{0,25}}?,\s(?:{SAYS}\s(?:[\w’'-]+\s){{0,3}}?{WHO}|"
        rf"{WHO}[^.;!?]{{0,20}}?{SAYS})",
        rf"{{S}}<near>\b(?:unlikely|not\slikely)\sto\s(?:return|continue|be\srenewed|get|come\sback)\b[^.;!?]{{0,20}}?,\s(?:{{NET}}(?:['’]s)?\s)?(?:{SAYS}\s"
        rf"(?:[\w’'-]+\s){{0,3}}?{WHO}|{WHO}[^.;!?]{{0,20}}?{SAYS})",
        rf"{{N}}<near>\b(?:unlikely|likely|doubtful|possible|in\sdoubt|in\s(?:{{NET}}|\w+)['’]s?\shands|down\sto\s{{NET}}|up\sto\s{{NET}})\b"
        rf"[^.;!?]{{0,20}}?,\s(?:{SAYS}\s(?:[\w’'-]+\s){{0,3}}?{WHO}|{WHO}[^.;!?]{{0,20}}?{SAYS})",
        rf"{WHO}<near>\b(?:not|n['’]t|never)\sready\sto\s(?:say\sgoodbye|let\sgo|leave|end|stop|finish)\b",
        certainty=Certainty.HINTED,
        negates=True,
        possible=True,
    ),
    rule(
        "has a say on the future", Kind.TALK,
        "shut|shot|shoot|rul|play|pour|hint|tease|weigh|open|coy|tight|address|update|discuss|talk|respond|cast|cold|hope|dash|"
        "silence|on |about",
        rf"{WHO}<gap>\b(?:shuts?|shot|shoots)\sdown<gap>{MORE}",
        rf"\b(?:rul(?:es|ed|ing)\sout|won['’]t\srule\sout|not\sruling\sout|plays?\sdown|played\sdown|pour(?:s|"
        rf"ed)\scold\s"
        rf"water\son|dash(?:es|ed)\shopes|hint(?:s|ed|ing)?\s(?:at|about|that)|weigh(?:s|ed)\sin\son|coy\s(?:on|"
        rf"about)|"
        rf"tight-lipped\s(?:on|about)|opens?\sup\s(?:on|about)|(?:gives?|shares?|offers?|provides?|drops?)\s(?:an?\s|"
        rf"the\s)?(?:[\w-]+\s){{0,2}}?(?:updates?|hints?)\s(?:on|about|for)|cast(?:s)?\sdoubt\s(?:on|over)|"
        rf"speaks?\sout\s(?:on|about)|breaks?\s(?:\w+\s)?silence\s(?:on|about))[^.;!?]{{0,40}}?(?:{MORE}|\bfate\b)",
        rf"{WHO}[^.;!?]{{0,20}}?\b(?:address(?:es|ed)|talk(?:s|ed)(?:\sabout)?|discuss(?:es|ed)|respond(?:s|"
        rf"ed)\sto|on|"
        rf"about|explains?)\s(?:an?\s|the\s|that\s|his\s|her\s|their\s)?(?:{{S}}(?:['’]s)?\s)?(?:[\w-]+\s){{0,2}}?(?:possib\w+|potential|"
        rf"chances?|hopes?|future|fate|reunion|revival|reboot|comeback|whether|talk|prospect|what['’]s\snext|"
        rf"idea|plans?|rumou?red?|likelihood)\b",
        rf"{WHO}<gap>\b(?:address(?:es|ed)|respond(?:s|ed)\sto|react(?:s|ed)\sto|answers?|discuss(?:es|ed)|talks)\s(?:[\w-]+\s){{0,2}}?"
        rf"(?:{{N}}|{_SPIN}|renewal|cancell?ation|revival|movie|film|reunion|ending|axe|return)\s(?:rumou?rs|speculation|talk|reports|fears|"
        rf"questions?|buzz|hopes)\b",
        rf"\bfuture\sof\b<near>{{S}}[^.;!?]{{0,40}}?(?:{SAYS}|:)",
        certainty=Certainty.HINTED,
        negates=True,
        possible=True,
    ),
    rule(
        "looks for a new home", Kind.TALK, "shop|home|network|elsewhere|save|partner|backer|buyer|broadcaster|outlet",
        r"\b(?:shop(?:s|ped|ping)?)\b<near>\b(?:it|around|elsewhere|show|series|to\sother)\b|\bshop(?:s|ped|ping)?\b"
        r"<near>{S}|\b(?:take|taking|pitch\w*|mov(?:e|ing))\s(?:it|the\s(?:show|series)|{S})\selsewhere\b",
        rf"\b(?:seek(?:s|ing)?|look(?:s|ing)?\s(?:for|to\sfind)|search(?:es|ing)?\sfor|hop(?:e|es|ing|eful)\b<near>|"
        rf"hunt(?:s|ing)?\sfor|try(?:ing)?\sto\sfind|wants?|need(?:s|ed)?|find(?:ing)?|bid\sfor)\s"
        rf"(?:[\w-]+\s){{0,3}}?{_HOME}",
        r"\b(?:fight(?:s|ing)?|trying|hop(?:es|ing)|bid|battle|vows?|effort|efforts|scrambl\w+|campaign)\s"
        r"(?:\w+\s)?to\s(?:save|rescue|revive)\b",
        possible=True,
    ),
    rule(
        "talks", Kind.TALK,
        "consider|explor|options|laying|talk|discuss|negotiat|conversation|near|close|eye|inching|verge",
        rf"\b(?:in|early|ongoing|having|holding|holds|under\s?way|preliminary|initial)\s(?:early\s|very\searly\s|"
        rf"ongoing\s|"
        rf"advanced\s|active\s|final\s|preliminary\s)?(?:talks|"
        rf"discussions|negotiations|conversations)\b<far>(?:{MORE}|buyers|{{NET}}|home|network|{{S}})",
        r"\bpick(?:s|ed)\sup\s(?:its\s|the\s)?options\b|\blaying\sthe\sground(?:work)?\sfor\b",
        r"\bbeing\s(?:discussed|talked\sabout|considered|explored)\b|\bin\s(?:early\s)?(?:discussions?|"
        r"conversations?)\b",
        r"{N}\s(?:is\s|are\s|now\s|already\s|reportedly\s){0,2}in\s(?:early\s|active\s|advanced\s|final\s)?(?:talks|discussions)\b",
        r"\b(?:nears|nearing|close\sto|eyes|eyeing|inching\scloser\sto|on\sthe\sverge\sof|within\sreach\sof)\b"
        r"[^.:;!?]{0,14}?(?:{N}|\brenewal\b)",
        r"\b(?:discussions|negotiations|conversations|(?:in|of|the|as|early|final|contract|renewal)\stalks)\b<near>"
        r"\b(?:about|for|over)\b|\b(?:talks|discussions|negotiations|conversations)\b<near>\b(?:ongoing|continu\w+|"
        r"under\s?way|"
        r"happening|taking\splace|stall(?:ed)?|with\sthe\snetwork)\b",
        possible=True,
    ),
    rule(
        "thought of", Kind.TALK,
        "consider|weigh|mull|explor|plot|toy|contemplat|kick|think|wants|looking|could|might|may|danger|risk|threat|verge|brink|"
        "fighting",
        rf"\b(?:consider(?:s|ing)|weigh(?:s|ing)|mull(?:s|ing)|explor(?:es|ing)|plot(?:s|ting)|toy(?:s|ing)\swith|"
        rf"contemplat(?:es|ing)|kick(?:s|ing)\saround|thinking\s(?:of|about)|wants|looking\s(?:at|to\s(?:make|do|end|"
        rf"revive)))\b[^.;!?]{{0,30}}?(?:{MORE}|\b(?:ending|axing|cancell?ing|reviving|rebooting)\b)",
        rf"(?:{{S}}|{{N}}|<NOUN>)<gap>\b(?:could|might|may)\s(?:(?:still|yet|also|be|well|get|"
        rf"have|one\sday|even)\s){{0,2}}?(?:{_GOES_ON_OR_ENDS})<far>\b(?:insiders?|sources?|report|rumou?r\w*|"
        rf"leak\w*|claims?)\b",
        rf"\b(?:insiders?|sources?|report|rumou?r\w*|leak\w*)\b<far>\b(?:could|might|may)\s(?:{_GOES_ON_OR_ENDS}|be\s(?:axed|"
        r"cancell?ed|scrapped|dropped|renewed|saved|revived))",
        r"(?:{S}|{N}|<NOUN>)<gap>\b(?:in\sdanger\sof|at\srisk\sof|under\sthreat\sof|on\sthe\s(?:verge|brink)\sof|fighting\s(?:off\s)?)\s?"
        r"(?:being\s)?(?:axed|cancell?ed|cancell?ation|scrapped|dropped|the\s(?:axe|chop)|extinction)\b",
        possible=True,
    ),
)  # fmt: skip
