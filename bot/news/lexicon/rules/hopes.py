"""How the news tells, in other words than `future`, what those involved hope and plan, and what may still be.

All of it is talk: nobody decides anything. Knows no shows.
"""

from __future__ import annotations

from bot.model.claim import Certainty, Kind
from bot.news.lexicon.rules.future import MORE, SAYS, SENTENCE, WHO
from bot.news.lexicon.rules.rule import Rule, rule

_SEVERAL = (
    r"(?:{M}|{N}|\b(?:one|two|three|four|five|six|seven|eight|several|many|a\sfew|\d{1,2})\s(?:more\s|further\s)?"
    r"(?:chapters?|seasons?|series|years|films|instal?ments)\b)"
)
_NOT = r"(?:n['’]t|\bnot|\bnever|\brefus(?:es|ed|ing)\sto|\bdeclin(?:es|ed|ing)\sto|\bstop(?:s|ped)\sshort\sof)"
_ELSEWHERE = (
    r"(?!\s(?:to\s|in\s|on\s)?(?:(?:the|his|her|their|a|do)\s)?(?:stage|broadway|west\send|theatre|theater|school|university|"
    r"college|acting|work|music|touring|football|hollywood|films?|movies?|comedy|stand-up|radio|{O}|{NET}))"
)
"""Where people would go back to that is no show of theirs."""
_AGAIN = (
    rf"(?:(?:go|going|come|coming|step|stepping|jump|get|getting)\sback|return(?:ing)?\b|revisit|be\sback|"
    rf"do\s(?:more|another|it\sagain|\d+|ten|five)|make\s(?:more|another)|keep\s(?:going|making|playing|doing)|"
    rf"be\s(?:there|in|first\sin\sline)|sign\s(?:on|up)|say\syes|drop\severything|continue|carry\son|play\s(?:him|her|them|\w+)\sagain|see\s(?:it|the\s\w+)\s(?:continue|return|back)){_ELSEWHERE}"
)
_TONE = (
    r"(?:encouraging|promising|exciting|positive|hopeful|disappointing|worrying|discouraging|cryptic|surprising|candid|"
    r"honest|bleak|grim|intriguing|frustrating|optimistic|reassuring|upbeat|tantali[sz]ing|sad|heartbreaking|major|big|"
    r"huge|new|fresh|brief|rare|bad-news|good-news)"
)

HOPES: tuple[Rule, ...] = (
    rule(
        "would go back", Kind.TALK, "would|’d|'d|itching|dying|desperate|eager|raring|begging|longing",
        rf"{WHO}[^.;!?]{{0,40}}?(?:\bwould|['’]d)\s(?:(?:really|absolutely|definitely|still|happily|gladly)\s)?(?:love|like|jump\sat\s"
        rf"(?:the\schance|it)|be\s(?:up|down|game|happy|open|honou?red|thrilled|delighted|keen))\b[^.;!?]{{0,25}}?\b{_AGAIN}",
        rf"{WHO}{SENTENCE}\b(?:he|she|they|I|we)(?:['’]d|\swould)\s(?:\w+\s)?{_AGAIN}",
        rf"(?:{WHO}|{{NET}})[^.;!?]{{0,30}}?\b(?:itching|dying|desperate|eager|raring|begging|longing)\s(?:to|for)\b[^.;!?]{{0,20}}?"
        rf"(?:{_AGAIN}|{MORE})",
        rf"{WHO}[^.;!?]{{0,40}}?(?:\bI|\bwe)['’]d\sbe\s(?:crazy|mad|foolish|silly|surprised|shocked|amazed|stupid)\b",
        rf"{WHO}[^.;!?]{{0,20}}?\bwould\sbe\s(?:surprised|shocked|amazed|sad|disappointed)\sif\b[^.;!?]{{0,30}}?{MORE}",
        certainty=Certainty.HINTED,
        possible=True,
    ),
    rule(
        "on another life", Kind.TALK, " life| lives| chance| shot| go for| home| chapter",
        rf"{WHO}<near>\b(?:on|about|discusses|teases|hopes\sfor|dreams\sof|wants)\s(?:giving\s{{S}}\s)?(?:an?\s|the\s)?(?:another|second|third|new|next|possible|one\smore)\s"
        r"(?:life|lives|chance|shot|go|home|chapter)\s(?:for|of)\s{S}",
        certainty=Certainty.HINTED,
        possible=True,
    ),
    rule(
        "hopes for more", Kind.TALK,
        "hope|confident|optimist|bullish|upbeat|keen|certain|sure|convinced|positive|eye|target|aiming|"
        "appetite|desire|interest|hunger|enthusiasm|has to|needs|must",
        rf"(?:{WHO}|{{NET}}|\bfans)[^.;!?]{{0,20}}?\b(?:confident|certain|sure|convinced|positive|optimistic|hopeful|adamant)\b[^.;!?]{{0,20}}?(?:{{S}}|{{N}}|<NOUN>|\bit)\s(?:will|would|can|could)\s"
        r"(?:be\s(?:back|renewed|made|saved)|return|come\sback|continue|go\son|happen|get)\b",
        rf"{WHO}<near>\b(?:eyes?|eyeing|targets?|targeting|aims?\sfor|aiming\sfor)\s(?:an?\s)?(?:{{N}}|{{M}})(?!<near>\b(?:date|premiere|release|start|launch|return)\b)",
        rf"\b(?:appetite|desire|hunger|enthusiasm|interest)\s(?:for|in|to)\b<near>(?:{MORE}|\bmore\s{{S}})",
        rf"{WHO}[^.;!?]{{0,30}}?{{N}}\s(?:has|needs|must|deserves)\s(?:to\s)?(?:happen|be\smade|exist)\b",
        rf"(?:{WHO}|{{NET}})[^.;!?]{{0,30}}?\b(?:hopeful|hopes|hoping|confident|optimistic|bullish|upbeat|keen)\s(?:of|for|about|to|on|that)\b"
        rf"[^.;!?]{{0,40}}?(?:{MORE}|\brenewed\b|\bpick-?up\b)",
        r"\b(?:fans?|viewers)\s(?:are\s|have\sbeen\s)?(?:given|get|handed|offered)\s(?:(?:fresh|new|real|some|more)\s)?hope\b",
        rf"\bgives?\s(?:[\w-]+\s){{0,3}}?hope\s(?:for|of|about)\b[^.;!?]{{0,25}}?{MORE}",
        rf"\bhopes?\s(?:for|of)\b<near>{MORE}<gap>\b(?:boosted|raised|rise|grow|fade|dashed|alive|dim)\b",
        certainty=Certainty.HINTED,
        possible=True,
    ),
    rule(
        "plans further", Kind.TALK,
        "teas|chapters|sleeve|goes|next|from here|plan|maps|mapped|mapping|plot|envision|envisage|outlin|sketch|"
        "breaking|writing|thinking|working on|talking about|discussing|"
        "brainstorm|room|scripts|written|ideas|pictures|imagines|sees |knows|dream|idea",
        rf"{WHO}[^.;!?]{{0,20}}?\b(?:has|have|had|reveals|details|outlines|shares|lays\sout)\s(?:(?:an?|his|her|their|the)\s)?[\w-]+-(?:season|series|"
        r"year)\splan\b",
        rf"{WHO}[^.;!?]{{0,14}}?\b(?:plans?|planned|maps?\sout|mapped\sout|mapping\sout|plots?\sout|plotted|envisions?|envisages?|"
        rf"outlines?|teas(?:es|ed|ing)|sketch(?:es|ed)\sout|wants?\sto\s(?:tell|make|write|do)|pictures|imagines|sees)\s(?:at\sleast\s|up\sto\s|out\s|as\smany\sas\s){{0,2}}{_SEVERAL}",
        rf"{WHO}[^.;!?]{{0,20}}?{_SEVERAL}\s(?:in\smind|planned|mapped\sout|plotted|left\sto\stell|up\s(?:his|her|their)\ssleeve)",
        rf"{WHO}[^.;!?]{{0,14}}?\b(?:sketch|map|lay|spell|reveal|tease|explain|tell)\w*\s(?:out\s)?(?:where|what|how)\b[^.;!?]{{0,20}}?\b(?:goes|go|come|comes|happens|continues)\s(?:next|from\shere)\b",
        rf"(?:{WHO}|\b(?:team|room)\b)[^.;!?]{{0,20}}?\balready\s(?:thinking\s(?:about|of|ahead\sto)|breaking|planning|writing|plotting|"
        rf"working\son|mapping(?:\sout)?|talking\sabout|discussing|at\swork\son|outlining|brainstorming|dreaming\s(?:of|up)|"
        rf"(?:has|have)\s(?:\w+\s)?ideas\sfor)\b<near>{MORE}",
        rf"{WHO}[^.;!?]{{0,40}}?{{N}}<near>\b(?:is|are)\s(?:already\s|all\s|fully\s)?(?:written|scripted|plotted|outlined|mapped\sout)\b",
        r"\b(?:scripts?|outlines?|ideas?|bible)\s(?:for|of)\s(?:an?\s|the\s)?{N}<gap>\b(?:written|ready|finished|complete|done|in\shand|in\splace)\b",
        r"\bwriters['’]?\s?room\b<gap>\b(?:opens?|opened|reconvenes?|assembled|back|under\s?way|at\swork|to\sopen|up\sand\srunning)\b",
        rf"{WHO}[^.;!?]{{0,20}}?\bknows?\s(?:exactly\s)?(?:how\s(?:it|the\s\w+|{{S}})\s(?:all\s)?(?:will\s)?ends?|the\sending|(?:its|the)\sfinal\s"
        r"(?:scene|shot|line))\b",
        rf"{WHO}[^.;!?]{{0,20}}?\b(?:has|have)\s(?:an?\s|the\s|\w+\s){{0,2}}?ideas?\sfor\b[^.;!?]{{0,20}}?{MORE}",
        certainty=Certainty.HINTED,
        possible=True,
    ),
    rule(
        "an update on it", Kind.TALK, "update|sign|record|talks|would|could|might",
        rf"{WHO}[^.;!?]{{0,30}}?\b{_TONE}\s(?:{{S}}(?:['’]s?)?\s)?(?:{{N}}|<NOUN>|future|renewal|return|revival|comeback)\s(?:[\w-]+\s)?update\b",
        rf"{WHO}[^.;!?]{{0,30}}?\b{_TONE}\s(?:[\w-]+\s)?update\s(?:on|about|for|regarding)\s(?:the\s)?(?:{{S}}(?:['’]s?)?\s)?(?:{MORE}|{{S}}|\bfuture\b)",
        r"\b(?:promising|good|encouraging|hopeful|ominous|bad|worrying)\ssigns?\sfor\b<near>(?:{N}|{M}|\b(?:future|return|renewal)\b)",
        rf"{WHO}[^.;!?]{{0,20}}?\bsets?\s(?:the\s)?record\sstraight\s(?:on|about|over)\b",
        r"{N}\stalks\s(?:have\s|are\s|has\s)?(?:started|begun|under\s?way|ongoing|continue|happening|stalled)\b",
        rf"{WHO}[^.;!?]{{0,30}}?{SAYS}[^.;!?]{{0,25}}?{MORE}\s(?:would|could|might)\s(?:be|happen|work)\b",
        rf"(?:{{S}}|{{N}})\s(?:gets?|receives?|given)\s(?:an?\s)?{_TONE}\s(?:(?:renewal|future|production|return|status)\s)?update\b",
        rf"{_TONE}\supdate\s(?:on|about|for|regarding)\s(?:the\sfuture\sof\s)?(?:{{S}}|{{N}})(?!<near>\b(?:cast|trailer|date)\b)",
        certainty=Certainty.HINTED,
        possible=True,
    ),
    rule(
        "not given up", Kind.TALK,
        "giv|los|hope|rule|ruling|walk|let|done|finish|through|matter|question of|when|without|intention",
        rf"(?:{WHO}|{{NET}})[^.;!?]{{0,30}}?{_NOT}\s(?:yet\s|be\s|quite\s){{0,2}}(?:giv(?:e|ing|en)\sup\s(?:on|hope)|los(?:e|t|ing)\s(?:all\s)?hope|abandon(?:ed|ing)?\shope|walk(?:ing)?\saway\sfrom|let(?:ting)?\s(?:it\s)?go|"
        rf"(?:done|finished|through)\swith)\b(?:<near>(?:{{S}}|{{N}}|<NOUN>|\bit\b|\bhope\b)|\s(?:the|this)\s[\w-]+\s?$|\s?$|\s(?:for|of|on)\b)",
        rf"(?:{WHO}|{{NET}}|{{S}})[^.;!?]{{0,30}}?{_NOT}\s(?:yet\s|be\s|entirely\s|completely\s){{0,2}}rul(?:e|ing|ed)\s(?:it\s)?out\b",
        rf"(?:{WHO}|{{NET}}|{{S}}|{{N}}|{MORE})[^.;!?]{{0,30}}?\b(?:(?:a|only\sa|just\sa)\s(?:matter|question)\sof\s(?:when|time)|when,?\snot\sif)\b",
        rf"{WHO}[^.;!?]{{0,30}}?\b(?:has|have)\sno\sintention\sof\s(?:stopping|ending|leaving|quitting|walking\saway)\b",
        r"\bgoing\sdown\swithout\sa\sfight\b",
        certainty=Certainty.HINTED,
        negates=True,
        possible=True,
    ),
    rule(
        "answers a fear", Kind.TALK, "not according|not if|not so fast|not yet, |no, says|no, according|insists",
        rf"\?\s(?:no|not)\b[^.;!?]{{0,6}}?\b(?:according\sto|if)\b[^.;!?]{{0,30}}?(?:{WHO}|{{NET}})",
        rf"\?\snot\s(?:so\sfast|yet)\b[^.;!?]{{0,20}}?(?:{SAYS}[^.;!?]{{0,20}}?{WHO}|{WHO}[^.;!?]{{0,20}}?{SAYS})",
        rf"\?\sno,\s(?:says?|according\sto|insists?)\s[^.;!?]{{0,25}}?(?:{WHO}|{{NET}})",
        negates=True,
        possible=True,
    ),
    rule(
        "could be saved", Kind.TALK, "could|might|may |can |talking to|speaking to|pitching",
        r"\b(?:could|might|may|can)\s(?:still\s|yet\s|now\s|just\s|help\s){0,2}(?:save|rescue|revive|resurrect|bring\sback|lead\sto|pave\sthe\sway\sfor|"
        r"open\sthe\sdoor\s(?:to|for))\s(?:the\s|an?\s)?(?:{S}|{M}|{N}|(?:cancell?ed|axed|scrapped|dropped)\s|<NOUN>|renewal\b|revival\b|"
        r"another\b|more\b|it\b)",
        certainty=Certainty.RUMOUR,
        possible=True,
    ),
    rule(
        "talks elsewhere", Kind.TALK, "talking to|speaking to|talks with|meeting with|pitching",
        r"\b(?:talking|speaking|pitching(?:\sit)?|in\stalks|meeting)\s(?:to|with)\s(?:other|potential|rival|several|new|prospective|interested)\s"
        r"(?:[\w-]+\s)?(?:networks|streamers|buyers|broadcasters|platforms|partners|homes|channels)\b",
        possible=True,
    ),
    rule(
        "feels like the end", Kind.TALK, "feels|feel like|sense of",
        rf"{WHO}[^.;!?]{{0,30}}?{SAYS}[^.;!?]{{0,30}}?(?:{{N}}|{{S}}|<NOUN>|\bit\b)\s(?:feels|will\sfeel|does\snot\sfeel|doesn['’]t\sfeel)\s(?:like|as)\b"
        r"[^.;!?]{0,20}?\b(?:end|ending|last|final|finale|goodbye|conclusion|beginning|over)\b",
        certainty=Certainty.HINTED,
        negates=True,
        possible=True,
    ),
    rule(
        "cannot tell", Kind.TALK,
        "no idea|know|sure|unsure|doubt|sceptical|skeptical|hands|up to|down to|depend|hinge|rests|table|"
        "question|cards|possib|likely|soon|yet|message|news|"
        "warning|promise|clue|hint|admission|verdict|what|where|how|future of|always|ending|finishing|"
        "continuing|no word",
        rf"{WHO}[^.;!?]{{0,20}}?\b(?:no\sidea|(?:does\snot|doesn['’]t)\sknow|unsure|uncertain|not\ssure|doubts?|doubtful|sceptical|skeptical)\b[^.;!?]{{0,30}}?"
        r"(?:\b(?:return|back|continue|renewed|happen|go\son)\b|{N}|{M})",
        rf"(?:{WHO}|{{N}}){SENTENCE}\b(?:in\sthe\shands\sof|up\sto|down\sto|depends\son|hinges\son|rests\swith)\s(?:{{NET}}|the\s(?:network|streamer|fans|viewers|broadcaster|channel))",
        r"(?:{N}|{M}|\b(?:return|revival|reunion|comeback)\b)\s(?:[\w’']+\s)?(?:isn['’]t|is\snot|not|remains|is\sstill|still|reportedly|could\sbe|may\sbe|might\sbe)\s"
        r"(?:off\sthe\stable|out\sof\sthe\squestion|on\sthe\s(?:table|cards)|in\sthe\scards|a\spossibility|possible|impossible)\b",
        r"(?:{N}|{M})\s(?:isn['’]t|is\snot|won['’]t\sbe|not)\s(?:happening|coming|arriving)\s(?:any\s?time\ssoon|soon|yet)\b",
        rf"(?:{WHO}|\bfans\b)[^.;!?]{{0,20}}?\b(?:messages?|news|warning|promise|clues?|hints?|admission|verdict)\s(?:to\sfans\s)?(?:about|on|over|regarding)\s(?:the\s|an?\s)?"
        r"(?:{S}(?:['’]s?)?\s)?(?:{N}|{M}|(?:show['’]s\s)?(?:future|return|fate))(?!\s(?:cast|trailer|release|premiere|finale|date))",
        rf"{WHO}[^.;!?]{{0,20}}?\b(?:reveals?|explains?|teases?|shares?|says?|details|on)\s(?:what|where|how)\b[^.;!?]{{0,12}}?(?:{{N}}|{{M}})\s(?:would|could|might)\b",
        r"\bfuture\sof\s{S}[^.;!?]{0,12}?\baccording\sto\b",
        rf"\balways\s(?:meant|planned|intended|going|supposed)\sto\sbe\b<near>(?:<RUN>|{{N}})[^.;!?]{{0,12}}?(?:{SAYS}[^.;!?]{{0,20}}?{WHO}|{WHO}[^.;!?]{{0,20}}?{SAYS})",
        rf"{WHO}<near>\b(?:on|about|discusses|addresses)\s(?:\w+\s)?(?:ending|finishing|continuing|reviving)\s(?:the\s<NOUN>|{{S}}|it)\b",
        rf"\bno\s(?:word|news)\s(?:yet\s)?(?:on|about|of)\s{{N}}[^.;!?]{{0,12}}?(?:{SAYS}[^.;!?]{{0,20}}?{WHO}|{WHO}[^.;!?]{{0,20}}?{SAYS})",
        certainty=Certainty.HINTED,
        negates=True,
        possible=True,
    ),
)  # fmt: skip
