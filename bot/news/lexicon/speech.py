"""Words that turn a statement: not, if, perhaps, formerly; and those that tell who stands behind it. Knows no shows."""

from __future__ import annotations

import re

from bot.news.lexicon.marks import expand
from bot.news.lexicon.rules.people import CREW_ROLE
from bot.news.lexicon.tv_words import SHOW_NOUN


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(expand(pattern), re.IGNORECASE)


NEGATED = _compiled(
    r"\b(?:not(?!\s(?:only|just|done|finished|through)\b)|never|cannot|no\slonger|nobody|nor|neither|without|"
    r"denie[sd]|denying|den(?:y|ies)|rubbish(?:es|ed)?|"
    r"refut(?:es|ed)|dismiss(?:es|ed)|(?<!{NET}\s)shuts\sdown|shut\sdown\s(?:[\w-]+\s){0,3}?(?:rumou?rs|talk|"
    r"reports|claims)|"
    r"instead\sof|rather\sthan|in\slieu\sof|almost|nearly|far\sfrom|no\splans?\s(?:to|for)|no\struth|ruled\sout|"
    r"rules\sout|yet\sto|unlikely\sto|fail(?:s|ed)?\sto|"
    r"no\s(?:cast|(?:(?:release|premiere|launch|air|return|start)\s)?dates?|further\sdetails)\b|refus(?:es|ed)\sto|avoid(?:s|ed)?|no\s(?:word|news|sign)\s(?:on|of)|"
    r"speculation|fear(?:s|ed)?\sof)\b|n['’]t\b"
)
"""Before a verb in the same clause: what follows is not so."""

HYPOTHETICAL = _compiled(
    r"\b(?:if|whether|unless|should\s(?:it|the|they|be|have|not)|until(?!\s(?:at\sleast\s)?{D})|in\scase|(?:I|we|he|she|they)['’]d|could|might|may\s(?:be|have|get|"
    r"yet|well|not)|would|hints?|suggests?|optimistic|confident|probably|possibly|perhaps|potential(?:ly)?|"
    r"likely|hop(?:e|es|ed|ing|eful)\b|want(?:s|ed)?|wish(?:es)?|ideally|imagine|bet|deserves?|ought|eyes|eyeing|"
    r"nearing|close\sto|petition|campaign(?!\s(?:works|worked|pays|succeeds|wins|saves))|demand|in\sdanger\sof|at\srisk\sof|under\sthreat\sof|"
    r"on\sthe\s(?:verge|brink)\sof|calls?\sfor|beg(?:s|ging|ged)?|plead(?:s|ing)?|pray(?:s|ing)?|push(?:es|ing)?\sfor|lobb(?:ies|ying)|yearns?|doubts?|fight(?:s|ing)?\sfor|"
    r"weighing|considering|mulling|exploring|chances?\sof|odds\sof|in\sno\shurry|open\sto|working\s(?:to|on)|"
    r"trying\sto|still\sworking|expect(?:s|ed)?\sto\sbe)\b"
)
"""Before a verb in the same clause: what follows is only thought of."""

RUMOUR = _compiled(
    r"\b(?:reportedly|allegedly|rumou?r(?:s|ed)?|insiders?|whispers?|leak(?:s|ed)?|is\sunderstood|said\sto\s(?:be|"
    r"have)|believed\sto|tipped\sto|"
    r"unnamed|unconfirmed|fans?\s(?:think|believe|convinced)|"
    r"theor(?:y|ies)|speculated|apparently|supposedly|scooper|"
    r"facing\sthe\s(?:axe|ax)|fear(?:s)?)\b"
)
HEARSAY = _compiled(
    r"(?:^sources?:\s|\b(?:source|sources)\s(?:claim|claims|say|says|close|told\sthe|reckon)|well-placed\ssources?|"
    r"people\s(?:said\sto\sbe\s)?close\sto|a\ssource\b|"
    r"according\sto\s(?:a|an|two|several|multiple|our|one|people|sources)\s?(?:[\w-]+\s){0,2}?(?:insiders?|"
    r"sources?|people|leak\w*|listing)?)"
)
"""Sources without a name: a report where an outlet says that it has learned it, else a rumour."""
REPORTED = _compiled(
    r"\b(?:has\slearned|have\slearned|understands|can\s(?:exclusively\s)?reveal|exclusive(?:ly)?|sources\s(?:tell|"
    r"told|point|confirm)|per\s(?:{O}|Deadline|Variety|THR|TVLine)|"
    r"(?:Deadline|Variety|The\sHollywood\sReporter|THR|TVLine|Bloomberg|Puck|EW|Entertainment\sWeekly|The\sSun|"
    r"Mirror|Daily\sMail)\s(?:reports?|reported|says|writes|has)|"
    r"according\sto\s(?:Deadline|Variety|The\sHollywood\sReporter|THR|TVLine|Bloomberg|trade|multiple\soutlets|"
    r"reports)|trade(?:s)?\sreports?|quietly|declined\sto\scomment|is\sreported|"
    r"first\sreported|we\shear|people\s(?:briefed|familiar)|(?:briefed\son|familiar\swith)\s(?:it|the))\b"
)
DECLARED_OFFICIAL = _compiled(
    r"\b(?:is|are|it['’]s|been|now|make(?:s)?\sit|was)\s(?:now\s|finally\s)?(?:official|confirmed)\b|^(?:it['’]s\s)?"
    r"(?:official|confirmed)\b|\bofficially\s(?!(?:out|here|over|dead|on\shold)\b)\w+"
)
"""The news is called official: someone who may decide has said so."""
OUTLET_CONFIRMED = re.compile(
    r"\b(?!BBC|ITV)(?:[A-Z][\w’'.]+\s)(?:(?:[A-Z][\w’'.]+|&|and|of|the)\s){0,4}(?<!Pictures\s)(?<!Studios\s)"
    r"(?<!Productions\s)(?<!Television\s)(?<!TV\s)(?<!Films\s)(?:has\s|have\s|"
    r"can\s)(?:exclusively\s)?(?:confirm(?:ed)?|"
    r"learn(?:ed|t)|reveal(?:ed)?)\b"
)
"""An outlet's own word: "Stage Daily has confirmed"; networks, people and titles are marks by then."""
ADJECTIVE_NETWORK = _compiled(
    rf"{{NET}}(?:['’]s?)?\s(?:(?!(?:after|for|in|with|on|at|to|and|as|the|an?|its)\b)[\w-]+\s){{0,3}}?(?:{SHOW_NOUN}|hit|"
    rf"original|favou?rite|juggernaut|megahit|smash)\b(?!\s(?:"
    r"orders|for))|{NET}['’]s\s(?:[\w-]+\s){0,2}{S}"
)
"""A network that only tells which show is meant: "the Netflix drama"."""
DESCRIBED_NETWORK = _compiled(rf"\b(?:the|their|its)\s{{NET}}\s(?:{SHOW_NOUN}|hit|original|favou?rite|smash)\b")
"""The same in midst of a sentence, where nobody but the outlet speaks."""
HINTED = _compiled(
    r"\b(?:I\s(?:expect|hope|think|believe|suspect)|hop(?:es|ing|eful)|expects?\b|would\slove|['’]d\slove|"
    r"optimistic|in\stalks|teas(?:es|ed)|aims?\sto|guess|fingers\scrossed|wants?\sto|"
    r"ideally|open\sto|working\s(?:to|on|hard|behind))\b"
)
OFFICIAL = _compiled(
    r"(?:{NET}|\b(?:network|streamer|broadcaster|studio|spokes\w+|statement|press\srelease|corporation|channel))"
    r"[^.;!?]{0,60}\b(?:announc\w+|confirm\w*|said|says|reveal\w*|unveil\w*|order\w*|renew\w*|cancel\w*|axe[sd]|"
    r"set|sets|has|will|told|wrote|posted|thanked|"
    r"dates|releas\w+|drops|picks|picked|is|commission\w*|greenl\w+|pulls|pulled|moves|moved|holds|broke|giv\w+|"
    r"hand\w*)\b"
    rf"|:\s(?:(?:{CREW_ROLE}|star|actor)\s)?{{P}}\s?$|(?:{{P}}|\b(?:{CREW_ROLE}|makers|cast|stars?|bosses|duo|pair)\b)[^.;!?]{{0,60}}\b(?:announc\w+|confirm\w*|said|says|"
    r"reveal\w*|say\b|told|tells|wrote|writes|posted|thanked|thanks|shar(?:es|ed)|toast(?:s|ed)|celebrat(?:es|ed)|"
    r"mark(?:s|ed)\s"
    r"the|explain(?:s|ed)|tweet(?:s|ed)|broke|insist\w*)\b"
    r"|\b(?:creators?|showrunners?|stars?|writers?)['’]?s?['’]?\s(?:full\s|joint\s)?statement\b"
    rf"|\b(?:says|said|confirms?|reveals?|announces?|according\sto)\s(?:[\w-]+\s){{0,3}}?(?:{{P}}|{{NET}}|"
    rf"{CREW_ROLE}\b|stars?\b)"
)
"""Who stands behind a statement: the first that fits, in the order rumour, reported, hinted, official."""

BACKGROUND_OPENERS = _compiled(
    r"^(?:back\sin|in\s(?:the\s)?past|previously|earlier\sthis|last\s(?:year|month|season|fall|autumn|spring|"
    r"summer|winter)|(?:a|two|three|four|five|six|\d+)\s(?:years?|months?|weeks?)\s(?:ago|earlier|before)|"
    r"at\sthe\stime|"
    r"at\sthe\sstart\sof|originally|once|when\b[^,]{3,90},|before\s(?!that,)[^,]{3,90},|after\s(?:the|its|"
    r"that)\b[^,]{3,60},\s[^,]{2,40}\bhad\b|it\s(?:is|was)\snot\sthe\sfirst\stime|"
    r"in\s(?:early\s|late\s|mid-?)?(?:{D}),|in\srecent\s(?:interviews|years)|until\snow|the\s(?:first|previous)\b|"
    r"over\sthe\syears|since\b)"
)
"""How a sentence begins that tells of the past."""
BACKGROUND = _compiled(
    r"\b(?:previously|formerly|originally|at\sthe\stime|at\sthat\stime|had\s(?:been|said|told|already|hoped|"
    r"planned|previously|first|once|wished|spoken|announced|ordered|renewed|cancell?ed)|"
    r"was\s(?:first|once|originally|then|previously)|used\sto|was\sbilled|in\sthe\spast|once\s(?:said|told|"
    r"planned)|has\ssaid\sin\srecent|earlier\s(?:this|that|in\sthe)|at\sone\stime|should\shave)\b"
)
"""Anywhere before a verb in its clause: told of the past."""
SUBORDINATE = _compiled(
    r"\b(?:after|since|(?<!reveals\s)(?<!confirms\s)(?<!announces\s)(?<!says\s)when|following|despite|once|"
    r"before(?!\s(?:the\s)?cameras?\b)|having|ever\ssince|on\sfrom|months?\safter|weeks?\safter|"
    r"years?\safter)\s(?:(?!\sas\s(?:the\s)?{NET})[^,;.:—–]){0,50}$"
)
"""Right before a verb: the clause tells what came before."""
REACTS = _compiled(
    r"\b(?:reacts?|silence|devastat\w+|gutted|heartbroken|furious|fury|outrage|outraged|backlash|stunned|shocked|upset|in\stears|"
    r"tearful|speaks?\sout|responds?|statement|vows?|rally|rallies|mourn\w*|thanks|tribute|emotional|disappoint\w+|angry|anger|"
    r"slams?|hits\sout|blasts?|campaign|petition|gobsmacked|broken)\b|[’'](?:sad|heart)\w*"
)
JUST_DONE = _compiled(
    r"^(?:after|as|once)\s(?:the\s)?(?:{NET}|network|streamer|broadcaster)(?:\sbosses)?\s(?:cancels|axes|scraps|cans|ditches|drops|"
    r"pulls\sthe\splug|sinks|bins|kills|calls\stime|shelves|grounds)\b"
)
"""What people react to is news itself where a headline tells it in the present: "Star 'gutted' after ITV axes soap"."""
RELATIVE = re.compile(r",\s(?:which|who|whose|that|where)\s[^,;.—–]{0,60}$", re.IGNORECASE)
RELATIVE_HEAD = _compiled(
    r"(?:{S}|{N}|\b(?:series|show|drama|comedy|sitcom|thriller|season|run|film|movie|"
    r"finale)[”’\"']?)$"
)
"""What a relative clause may hang on and still speak of the show."""
INVOLVED = _compiled(rf"\b(?:{CREW_ROLE}|stars?|boss(?:es)?|cast|insiders?|sources?|actor|actress|fans)\b")
"""A word for someone who is no network."""
UNSURE = _compiled(r"\b(?:seems|probably|certainly|perhaps|maybe|hop(?:es|ing)|could|might|may|would|thinks?|likely)\b")
"""An answer that settles nothing."""
EXECUTIVE = _compiled(
    r"{NET}(?:['’]s?)?\s(?:[\w-]+\s){0,4}?(?:boss(?:es)?|chiefs?|head|exec\w*|presidents?|CEO|chair\w*|spokes\w+|"
    r"controller|"
    r"{P})"
)
"""Someone who speaks for a network."""
NETWORK_SPEAKS = _compiled(
    r"(?:{NET}|\b(?:network|streamer|broadcaster|spokes\w+|corporation))[^.;!?]{0,40}\b(?:says?|said|denie[sd]|"
    r"insists?|confirms?|"
    r"dismiss\w*|told|has\snot|hasn['’]t|yet\sto|no\sdecision|no\splans|rubbish\w*|responds?)\b|\b(?:says?|said|"
    r"insists?|insisted|according\sto)\s(?:the\s)?(?:{NET}|the\s(?:network|streamer|broadcaster))"
)
"""The network itself speaks, though it may decide nothing."""
SPEAKS = _compiled(
    rf"(?:{{P}}|\b{CREW_ROLE}|\bstars?\b|\bboss)[^.;!?]{{0,40}}\b(?:says?|said|hints?|hinted|teases|tells|believes|"
    rf"thinks|suggests|sees|expects)\b"
    rf"|^{{P}}:\s|\b(?:says?|hints?|teases|according\sto|suggests|thinks)\s(?:[\w-]+\s){{0,2}}?(?:{{P}}|"
    rf"{CREW_ROLE}\b|star\b)"
)
"""Someone involved says what may be."""
DECLARED = _compiled(
    r"(?:{NET}|\b(?:network|streamer|broadcaster|studio|it\swas))[^.;!?]{0,40}\b(?:announced|confirmed|said|"
    r"revealed|declared)\b"
)
"""After which "would" is a decision told, and no thought."""
CONFIRMED = _compiled(
    rf"(?:{{NET}}|{{P}}|\b(?:network|streamer|broadcaster|studio|{CREW_ROLE}|"
    rf"corporation))s?[^.;!?]{{0,40}}\b(?:has\s|have\s)?(?:confirm\w*|announc\w+)\b"
    r"|\b(?:confirmed|announced)\sby\s(?:their|the|its|both)?\s?(?:{NET}|networks?|streamers?|broadcasters?)|"
    r"\bstraight\sfrom\sthe\snetworks?\b"
)
"""Someone who may decide has said so."""
ATTRIBUTIVE = _compiled(
    rf"^(?:axed|cancell?ed|scrapped|dropped|ditched|"
    rf"canned)\s(?:[\w-]+\s){{0,2}}?(?:{SHOW_NOUN}\b|{{S}}|{{N}}|episodes?\b)"
)
DESCRIBES = _compiled(
    r"\b(?:the|a|an|this|its|recently|newly|previously|former|once)\s$|[\w\ue000-\ue0ff-]['’]s?\s$"
    r"|\b(?!(?:bosses|has|was|is|execs|chiefs|executives|producers|series|networks|streamers|broadcasters)\b)[a-z]{3,}s\s$"
    r"|\b(?:of|for|on|about|in|to|from|with|into)\s$"
)
"""Right before "axed series": it tells which series, not what happened."""
TOLD_WHICH = _compiled(rf"(?:^|[.?!:;,–—]\s)(?:the|an?)\s(?:[\w-]+\s){{0,2}}?{SHOW_NOUN}\s$")
"""Right before "cancelled", with no verb between: "The show cancelled after one episode" tells which, and no news."""
ENDING_FILM = _compiled(
    r"\b(?:film|movie|special|feature-length\sfinale|finale)\b[^.;!?]{0,12}\b(?:that\s|which\s)?(?:ends|finishes|"
    r"concludes|closes|wraps\sup|completes|brings)\b"
    r"|\b(?:farewell|final|concluding)\s(?:film|movie)\b"
)
"""A film that is the end of a story."""
IF_AFTER = _compiled(r"^[^\w]{0,3}(?:only\s)?(?:if|unless|should|provided|depending)\b")
"""Right after a statement: it depends."""
