"""Words around a season that tell it is one that was, not the one that news is about. Knows no shows."""

from __future__ import annotations

import re

PAST_BEFORE = re.compile(
    r"\b(?:after|following|since|ahead\sof|before|between|despite|of\sits|in\sthe\swake\sof|on\sthe\sheels\sof|halfway\sthrough|through)\s"
    r"(?:(?:the|its|their|just|only|a|end\sof|finale\sof|premiere\sof|launch\sof|explosive|recent|acclaimed)\s){0,4}$",
    re.IGNORECASE,
)
PAST_AFTER = re.compile(
    r"^(?:['’]s)?\s(?:(?:series\s)?finale|ended|began|launched|came\sout|premiered|debuted|was\s(?:released|shown)|wrapped|cliffhanger|closer|aired|concluded|hit\b|scored|dropped\slast)\b",
    re.IGNORECASE,
)
