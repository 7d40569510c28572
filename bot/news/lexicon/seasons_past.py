"""Words around a season that tell it is one that was, not the one that news is about. Knows no shows."""

from __future__ import annotations

import re

PAST_BEFORE = re.compile(
    r"\b(?:after|following|since|ahead\sof|before|between|despite|of\sits|in\sthe\swake\sof|on\sthe\sheels\sof|"
    r"halfway\sthrough|helmed|directed|oversaw|starred\sin|appeared\sin|featured\sin|debuted\sin)\s"
    r"(?:(?:the|its|their|just|only|a|end\sof|finale\sof|premiere\sof|launch\sof|explosive|recent|acclaimed)\s){0,4}$",
    re.IGNORECASE,
)
PAST_AFTER = re.compile(
    r"^(?:['’]s)?\s(?:(?:series\s)?finale|ended|began|launched|came\sout|premiered|debuted|was\s(?:released|shown)|"
    r"wrapped|cliffhanger|closer|aired|concluded|(?:came|comes|coming|drew|draws)\sto\s(?:a|an|its)\b|hit\b|scored|dropped\slast)\b",
    re.IGNORECASE,
)
NOT_TO_BE = re.compile(
    r"\b(?:instead\sof|in\s(?:the\s)?place\sof|in\slieu\sof|rather\sthan|no|not|without|passes\son|(?:won['’]t|not|n['’]t)\s(?:be\s)?(?:mov(?:e|ing)|go(?:ing)?)\s(?:forward|ahead)\swith)\s(?:(?:a|an|the|its|"
    r"full)\s){0,3}$",
    re.IGNORECASE,
)
"""Before a season that will not be."""
AHEAD_OF = re.compile(r"\b(?:ahead\sof|before)\s(?:(?:the|its|their)\s){0,2}$", re.IGNORECASE)
"""Before a season that is out next."""
