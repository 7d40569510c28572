"""Finds people in a sentence: the makers and leads of the shows, names after a first name, and capitalised words that
do what people in the news do. Knows no rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.model.show import Show
from bot.news.lexicon.common_words import COMMON
from bot.news.lexicon.first_names import FIRST_NAMES
from bot.news.lexicon.networks import NETWORKS
from bot.news.lexicon.tv_words import SMALL_WORDS
from bot.news.seasons import CARDINALS
from bot.news.titles.tiers import is_sentence_case

_NAME = re.compile(
    r"\b([A-ZÀ-Ž][\w’'-]+)((?:\s(?:[A-Z]\.|de|van|von|del|la|O['’]))?(?:\s(?:Mc|O['’]|D['’])?[A-ZÀ-Ž][\w’-]+)"
    r"((?:-[A-ZÀ-Ž][a-zà-ž]+)?(?:\s[A-ZÀ-Ž][a-zà-ž]+(?:-[A-Z][a-z]+)?)?))"
)
_NOT_SURNAMES = frozenset(
    """
    Joins Join Exits Exit Leaves Leaving Quits Returns Returning Cast Casts To Set Says Said Teases Teased
    Talks On In As And For Hopes Hints Confirms Reveals Addresses Breaks Boards Replaces Steps Star Stars Will
    Would Is Are Was Has Have Could May Won Drama Comedy Series Season Movie Film Show Trailer Added Adds Gets
    Lands Denies Wants Wraps Dies Discusses Explains Responds Reacts Promises Departs Directs Directing
    Starring Tapped Named Shares Posts Opens Plays Reprises Back From With
    """.split()  # noqa: SIM905 - words, not a list of strings
)
_TWO_WORDS = r"[A-ZÀ-Ž][\w’'-]+(?:\s(?:[A-Z]\.|de|van|von|del|la))?\s(?:Mc|O['’]|D['’])?[A-ZÀ-Ž][a-zà-ž][\w-]*"
_NAMES = rf"({_TWO_WORDS}(?:(?:,\s(?:and\s|&\s)?|\s(?:and|&)\s){_TWO_WORDS}){{0,6}})"
_ACTS = (
    re.compile(
        rf"(?:^|[:,;–—]\s|(?<!\bIt)['’]s\s|\b(?:[Ss]tar|[Aa]ctor|[Aa]ctress|[Cc]reator|[Ss]howrunner|[Dd]irector|[Ww]riter|[Bb]oss|"
        rf"[Pp]roducer|[Cc]hief|[Vv]eteran|[Aa]lum|[Ww]inner|[Tt]hat)\s){_NAMES}"
        r"(?=\s(?:[Jj]oins?|[Jj]oining|[Bb]oards?|[Ee]xit(?:s|ing)?|[Qq]uits?|[Ll]eav(?:es|ing|e)|[Dd]epart(?:s|"
        r"ing)?|[Tt]o\s(?:[Ss]tar|[Pp]lay|[Pp]ortray|[Dd]irect|[Ll]ead|"
        r"[Jj]oin|[Ll]eave|[Ee]xit|[Ss]tep|[Ss]core|[Ww]rite|[Hh]elm|[Rr]ecur|[Gg]uest|[Rr]eturn|[Rr]eprise|"
        r"[Rr]eplace)|[Cc]ast\s(?:[Ii]n|[Aa]s|[Oo]pp)|"
        r"[Rr]eturn(?:s|ing)?|[Ss]teps?|[Tt]apped|[Ss]et\s(?:[Tt]o|[Aa]s)|[Rr]eplac(?:es?|ing)|[Rr]epris(?:es?|ing)|"
        r"[Tt]akes?\s[Oo]ver|[Nn]ot\s[Rr]eturning|"
        r"[Nn]o\s[Ll]onger|[Nn]amed|[Tt]ipped|[Rr]umou?red|[Ee]yed|[Ll]ined\s[Uu]p|[Hh]ired|[Pp]romoted|[Uu]pped|"
        r"[Aa]dded|[Bb]umped|[Bb]ows?\s[Oo]ut|[Cc]onfirmed\s(?:[Ff]or|[Tt]o)|[Aa]nnounced\s[Ff]or|[Hh]eads?\s[Ii]nto|[Cc]hecks?\s[Ii]nto|[Dd]rops\s[Ii]nto|[Cc]alls?\s[Tt]ime|[Ll]ands\s|[Ww]on['’]t\s|"
        r"[Ii]n\s[Tt]alks|"
        r"[Ss]igns?\s[Oo]n|[Ll]ands\s[Rr]ole|[Hh]eads?\s[Tt]o|[Ii]s\s(?:[Ll]eaving|[Jj]oining|[Rr]eturning|[Oo]ut|"
        r"[Tt]he\s[Nn]ew)|"
        r"[Ww]ill\s(?:[Nn]ot|[Pp]lay|[Ss]tar|[Jj]oin|[Rr]eturn|[Dd]irect|[Ll]ead)|[Ww]on['’]t|[Ss]ays?|[Hh]opes?|[Tt]eases?|"
        r"[Rr]eveals?|[Hh]ints?|[Aa]ddress(?:es)?|[Ww]ants|[Oo]pen\s[Tt]o|[Ee]xplains?|[Ww]ould|[Bb]ids\s|[Kk]een\s|[Tt]hinks?|[Bb]elieves?|[Dd]oesn['’]t|[Tt]alks\s|[Dd]iscusses|[Rr]esponds|[Cc]onfirms?|[Aa]nnounces|[Ww]aves\s[Gg]oodbye)\b)"
    ),
    re.compile(
        rf"\b(?:[Aa]dds?|[Cc]asts|[Rr]ecasts|[Ee]nlists?|[Tt]aps|[Ww]elcomes|[Ss]igns|[Pp]romotes|[Ll]oses|[Hh]ires|"
        rf"[Ff]inds|[Rr]ecruits|[Nn]ames|[Aa]ppoints|[Dd]irected\s[Bb]y|[Ww]ritten\s[Bb]y|[Dd]irector|[Ss]howrunner|"
        rf"[Ss]tarring|[Bb]rings\s[Bb]ack|[Ww]elcomes\s[Bb]ack|[Ll]ures(?:\s[Bb]ack)?|[Ss]nags|[Rr]opes\s[Ii]n)\s{_NAMES}"
    ),
)
"""Names, or lists of names, that do what people in the news do."""
_ONE = re.compile(_TWO_WORDS)


def _acting(text: str) -> Iterator[tuple[int, int, object]]:
    """Each name of the lists of names that do what people do."""
    for pattern in _ACTS:
        for match in pattern.finditer(text):
            for name in _ONE.finditer(match[1]):
                words = name.group()
                while words.rpartition(" ")[2] in _NOT_SURNAMES:
                    words = words.rpartition(" ")[0]
                if " " in words and not _are_words(words) and not NETWORKS.match(words):
                    start = match.start(1) + name.start()
                    yield start, start + len(words), words


def _are_words(name: str) -> bool:
    """As in "Sci-Fi Saga", "Off After": capitalised words, and no one's name."""
    first, *rest = (word.lower().strip(".’'") for word in name.split())
    if first in CARDINALS:
        return True
    plain = bool({first, *first.split("-")} & COMMON) or first in SMALL_WORDS
    return bool({first, *rest} & _TV_NOUNS) or (plain and any(word in COMMON or word in SMALL_WORDS for word in rest))


_TV_NOUNS = frozenset(
    """
    saga drama series season show hit comedy thriller sitcom soap film movie finale trailer cast star stars
    fans boss bosses network streamer sequel prequel spin-off spinoff revival reboot animated reality new
    final
    """.split()  # noqa: SIM905 - words, not a list of strings
)


def _names(text: str) -> Iterator[re.Match[str]]:
    """Capitalised words of which the first is a first name."""
    place = 0
    while (match := _NAME.search(text, place)) is not None:
        if match[1].rstrip("’'s") in FIRST_NAMES or match[1].partition("-")[0] in FIRST_NAMES:
            yield match
            place = match.end()
        else:
            place = match.end(1)


def people_of(text: str, shows: Sequence[Show]) -> list[tuple[int, int, object]]:
    """People: the makers and leads of the shows, and capitalised words after a first name."""
    spans: list[tuple[int, int, object]] = []
    third = is_sentence_case(text)
    people = {person for show in shows for person in show.people}
    for show in shows:
        for person in show.people:
            place = text.find(person)
            while place >= 0:
                spans.append((place, place + len(person), person))
                place = text.find(person, place + 1)
    for match in _names(text):
        # In a headline in title case a third word is as likely the verb: "Quinta Brunson Exits".
        words = (match.group() if third else match.group()[: match.start(3) - match.start()]).split()
        while len(words) > 1 and words[-1] in _NOT_SURNAMES:
            words.pop()
        if len(words) > 1:
            name = " ".join(words)
            for tail in ("’s", "'s"):
                name = name.removesuffix(tail)
            spans.append((match.start(), match.start() + len(name), name))
    spans += _acting(text)
    # Makers and leads of the shows go before what only looks like a name.
    spans.sort(key=lambda span: (span[0], span[2] not in people, -span[1]))
    return spans
