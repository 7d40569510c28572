"""Words that turn a statement: not, if, perhaps, formerly; and those that tell who stands behind it. Knows no shows."""

from __future__ import annotations

import re

from bot.news.lexicon.marks import expand
from bot.news.lexicon.rules.people import CREW_ROLE


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(expand(pattern), re.IGNORECASE)


NEGATED = _compiled(
    r"\b(?:not|never|no\slonger|nobody|nor|neither|without|denie[sd]|denying|den(?:y|ies)|rubbish(?:es|ed)?|refut(?:es|ed)|dismiss(?:es|ed)|shuts?\sdown|"
    r"instead\sof|rather\sthan|in\slieu\sof|almost|nearly|far\sfrom|no\splans?\s(?:to|for)|no\struth|ruled\sout|rules\sout|yet\sto|unlikely\sto|"
    r"refus(?:es|ed)\sto|avoid(?:s|ed)?|no\s(?:word|news|sign)\s(?:on|of)|speculation|fear(?:s|ed)?\sof)\b|n['’]t\b"
)
"""Before a verb in the same clause: what follows is not so."""

HYPOTHETICAL = _compiled(
    r"\b(?:if|whether|unless|should\s(?:it|the|they|be|have|not)|until|in\scase|could|might|may\s(?:be|have|get|yet|well|not)|would\s(?:be|have|mean|love|like|take)|probably|possibly|perhaps|potential(?:ly)?|"
    r"likely|hop(?:e|es|ed|ing|eful)\b|want(?:s|ed)?|wish(?:es)?|ideally|imagine|bet|deserves?|ought|eyes|eyeing|nearing|close\sto|petition|campaign|demand|calls?\sfor|begg?(?:ing|ed)?|plead|"
    r"weighing|considering|mulling|exploring|chances?\sof|odds\sof|in\sno\shurry|open\sto|working\s(?:to|on)|trying\sto|still\sworking|expect(?:s|ed)?\sto\sbe)\b"
)
"""Before a verb in the same clause: what follows is only thought of."""

RUMOUR = _compiled(
    r"\b(?:reportedly|allegedly|rumou?r(?:s|ed)?|insiders?|whispers?|leak(?:s|ed)?|is\sunderstood|said\sto\s(?:be|have)|believed\sto|tipped\sto|"
    r"(?:source|sources)\s(?:claim|claims|say|says|close|told\sthe|reckon)|well-placed\ssources?|people\s(?:said\sto\sbe\s)?close\sto|unnamed|unconfirmed|fans?\s(?:think|believe|convinced)|"
    r"theor(?:y|ies)|speculated|apparently|supposedly|a\ssource\b|scooper|according\sto\s(?:a|an|two|several|multiple|our|one)\s(?:[\w-]+\s){0,2}?(?:insiders?|sources?|people|leak\w*|listing)|"
    r"facing\sthe\s(?:axe|ax)|fear(?:s)?)\b"
)
REPORTED = _compiled(
    r"\b(?:has\slearned|have\slearned|understands|can\s(?:exclusively\s)?reveal|exclusive(?:ly)?|sources\s(?:tell|told|point|confirm)|per\s(?:{O}|Deadline|Variety|THR|TVLine)|"
    r"(?:Deadline|Variety|The\sHollywood\sReporter|THR|TVLine|Bloomberg|Puck|EW|Entertainment\sWeekly|The\sSun|Mirror|Daily\sMail)\s(?:reports?|reported|says|writes|has)|"
    r"according\sto\s(?:Deadline|Variety|The\sHollywood\sReporter|THR|TVLine|Bloomberg|trade|multiple\soutlets|reports)|trade(?:s)?\sreports?|quietly|declined\sto\scomment|is\sreported|"
    r"first\sreported|we\shear|sources\ssay)\b"
)
HINTED = _compiled(
    r"\b(?:I\s(?:expect|hope|think|believe|suspect)|hop(?:es|ing|eful)|expects?\b|would\slove|['’]d\slove|optimistic|in\stalks|teas(?:es|ed)|aims?\sto|guess|fingers\scrossed|wants?\sto|"
    r"ideally|plans\sto|open\sto|working\s(?:to|on|hard|behind))\b"
)
OFFICIAL = _compiled(
    rf"(?:{{NET}}|{{P}}|\b(?:network|streamer|broadcaster|studio|spokes\w+|{CREW_ROLE}|cast|statement|press\srelease|corporation|channel))"
    r"[^.;!?]{0,60}\b(?:announc\w+|confirm\w+|said|says|reveal\w*|unveil\w*|order\w*|renew\w*|cancel\w*|axe[sd]|set|sets|has|will|told|wrote|posted|thanked|"
    r"dates|releas\w+|drops|picks|picked|is|commission\w*|greenl\w+|pulls|pulled|moves|moved|holds|broke|giv\w+|hand\w*)\b"
)
"""Who stands behind a statement: the first that fits, in the order rumour, reported, hinted, official."""

BACKGROUND_OPENERS = _compiled(
    r"^(?:back\sin|in\s(?:the\s)?past|previously|earlier\sthis|last\s(?:year|month|season|fall|autumn|spring|summer|winter)|(?:a|two|three|four|five|six|\d+)\s(?:years?|months?)\s(?:ago|earlier|before)|at\sthe\stime|"
    r"at\sthe\sstart\sof|originally|once|when\b[^,]{3,90},|before\b[^,]{3,90},|after\s(?:the|its|that)\b[^,]{3,60},\s[^,]{2,40}\bhad\b|it\s(?:is|was)\snot\sthe\sfirst\stime|"
    r"in\s(?:early\s|late\s|mid-?)?(?:{D}),|in\srecent\s(?:interviews|years)|until\snow|the\s(?:first|previous)\b|over\sthe\syears|since\b)"
)
"""How a sentence begins that tells of the past."""
BACKGROUND = _compiled(
    r"\b(?:previously|formerly|originally|at\sthe\stime|at\sthat\stime|had\s(?:been|said|told|already|hoped|planned|previously|first|once|wished|spoken|announced|ordered|renewed|cancell?ed)|"
    r"was\s(?:first|once|originally|then|previously)|used\sto|was\sbilled|in\sthe\spast|once\s(?:said|told|planned)|has\ssaid\sin\srecent|earlier\s(?:this|that|in\sthe)|at\sone\stime)\b"
)
"""Anywhere before a verb in its clause: told of the past."""
SUBORDINATE = _compiled(
    r"\b(?:after|since|when|following|despite|once|before|having|ever\ssince|on\sfrom|months?\safter|weeks?\safter|years?\safter)\s[^,;.:—–]{0,50}$"
)
"""Right before a verb: the clause tells what came before."""
RELATIVE = re.compile(r",\s(?:which|who|whose|that|where)\s[^,;.—–]{0,60}$", re.IGNORECASE)
RELATIVE_HEAD = _compiled(r"(?:{S}|{N}|\b(?:series|show|drama|comedy|sitcom|thriller|season|run|film|movie|finale)[”’\"']?)$")
"""What a relative clause may hang on and still speak of the show."""
NETWORK_SPEAKS = _compiled(
    r"(?:{NET}|\b(?:network|streamer|broadcaster|spokes\w+|corporation))[^.;!?]{0,40}\b(?:says?|said|denie[sd]|insists?|confirms?|"
    r"dismiss\w*|told|has\snot|hasn['’]t|yet\sto|no\sdecision|no\splans|rubbish\w*|responds?)\b|\b(?:says?|said|according\sto)\s(?:{NET}|the\s(?:network|streamer|broadcaster))"
)
"""The network itself speaks, though it may decide nothing."""
SPEAKS = _compiled(
    rf"(?:{{P}}|\b{CREW_ROLE}|\bstars?\b|\bboss)[^.;!?]{{0,40}}\b(?:says?|said|hints?|hinted|teases|tells|believes|thinks|suggests|sees|expects)\b"
    rf"|\b(?:says?|hints?|teases|according\sto|suggests|thinks)\s(?:[\w-]+\s){{0,2}}?(?:{{P}}|{CREW_ROLE}\b|star\b)"
)
"""Someone involved says what may be."""
