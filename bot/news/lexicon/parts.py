"""Things of a show that may be cancelled without it: events, tours, scenes, spin-offs, actors. Knows no shows."""

from __future__ import annotations

import re

from bot.news.lexicon.marks import expand

_THING = (
    r"(?:events?|part(?:y|ies)|tours?|conventions?|cons?|fests?|festivals?|screenings?|panels?|concerts?|trips?|walks?|"
    r"exhibitions?|exhibits?|experiences?|pop-ups?|caf[eé]s?|restaurants?|rides?|parks?|attractions?|musicals?|plays?|"
    r"(?:stage|live|arena|road|ice|radio)\s(?:show|version|adaptation|production)s?|podcasts?|games?|books?|novels?|comics?|"
    r"magazines?|albums?|days?(?!\s(?:after|before|into|ahead|later|from))|conferences?|Q&As?|meet-and-greets?|signings?|premieres?|carpets?|launch(?:es)?|scenes?|"
    r"storylines?|sub-?plots?|plots?|plotlines?|arcs?|episodes?|scripts?|characters?|roles?|cameos?|crossovers?|songs?|endings?|"
    r"twists?|stunts?|kiss(?:es)?|stars?|actors?|actress(?:es)?|hosts?|presenters?|guests?|members?|contestants?|creators?|showrunners?|leads?|writers?|"
    r"directors?|boss(?:es)?|producers?|deals?|contracts?|sponsorships?|adverts?|ads?|interviews?|appearances?|auditions?|"
    r"votes?|draws?|competitions?|contests?|awards?|nights?(?!\s(?:after|before))|weekends?|weddings?|visits?|flights?|bookings?|repeats?|reruns?|"
    r"broadcasts?|airings?|subscriptions?|plans|ideas?|concepts?|costumes?|posters?|trailers?|tweets?|"
    r"posts?|films?|movies?|features?|specials?|documentar(?:y|ies)|collaborations?|collections?|merch(?:andise)?|filming|"
    r"cast|crew|shoots?|table\sreads?|rehearsals?|reunions?)"
)
ENDS_FOR_NOW = re.compile(
    r"\b(?:pop-ups?|tours?|exhibitions?|exhibits?|experiences?|podcasts?|musicals?|plays?|residenc(?:y|ies)|concerts?|escape\srooms?|"
    r"(?:stage|live|arena)\s(?:show|version|adaptation|production)s?|theme\sparks?|rides?|strikes?|disputes?|feuds?|lawsuits?|"
    r"waits?|hiatus|delays?)(?:\s(?:is|are|set|will|now|finally|officially))*\s(?:to\s)?$",
    re.IGNORECASE,
)
"""Before "to end": what ends is a thing about the show."""
_OFFSHOOT = r"(?:spin-?offs?|prequels?|sequels?|reboots?|remakes?|offshoots?|revivals?)"
_AUX = (
    r"(?:\s(?:is|are|was|were|has|have|had|been|being|gets?|got|to|be|will|now|also|suddenly|abruptly|reportedly|officially|"
    r"just|all|both|not|isn['’]t|is\snot))*"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(expand(pattern), re.IGNORECASE)


PART_BEFORE = _compiled(
    rf"\b{_THING}(?:\s(?:of|for|with|at|in|on|by)\s(?:the\s)?(?:{{S}}|{{O}}|{{P}}|{{NET}}|{{N}}|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)){{0,2}}"
    rf"{_AUX}\s$|\b(?:we|I|you|he|she)(?:['’](?:re|m|ve))?(?:\s\w+){{0,3}}\s$"
    rf"|(?:^|\s)(?-i:[A-Z])[a-z]+['’]s\s(?:show|series|programme){_AUX}\s$"
    rf"|\b(?:(?:act(?:or|ress)|star|writer|creator|comedian|presenter|host|director)['’]s|his|her)\s(?:{{NET}}\s)?"
    rf"(?:[\w-]+\s){{0,2}}?(?:show|series|drama|comedy|sitcom|thriller){_AUX}\s$"
)
"""Before "cancelled": what was cancelled is a thing of the show."""
_STOP = r"(?:after|as|at|by|in|on|for|from|with|amid|following|despite|ahead|before|over|because|due|and|but|of|while)"
_COUNTS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|a|an|just|only|hours|days|weeks|months|[\ue200-\ue6ff])"
)
_VERB = r"[\w'’-]+(?:\s(?:up|on|off|down|the\splug\son|time\son))?"
_NO_NAME = r"(?![\w-]|\s(?:adaptation|vehicle|based|drama|series|show|comedy|thriller|sitcom|{S}|{O}))"


def _after(thing: str) -> re.Pattern[str]:
    """From a verb on: its object ends with such a thing, with the title in it or not."""
    return _compiled(
        rf"^{_VERB}\s(?:(?:(?!{_STOP}\b)[\w'’-]+\s){{0,4}}?{thing}{_NO_NAME}"
        rf"|(?:(?!{_STOP}\b)[\w'’-]+\s){{0,2}}?{{S}}(?:['’]s?)?\s(?:(?!(?:{_STOP}|{_COUNTS})\b)[\w'’-]+\s){{0,2}}?{thing}{_NO_NAME})"
    )


PART_AFTER = _after(_THING)
"""From "cancels" on: what is cancelled is a thing of the show."""
OFFSHOOT_BEFORE = _compiled(rf"\b{_OFFSHOOT}(?:\s(?:series|show|drama))?{_AUX}\s$")
OFFSHOOT_AFTER = _after(_OFFSHOOT)
"""The same of a spin-off or remake."""
ATTRIBUTE = _compiled(r"(?:^|[;:!?.–—]\s)$")
"""Before "axed drama" at the head of a statement: it tells which show, and the verb is still to come."""
