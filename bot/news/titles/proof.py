"""What speaks for a show being meant where its name stands: points, each with its name. Knows no other entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.model.show import Show
from bot.news.lexicon.bare_titles import (
    ENDS_A_HEADLINE,
    NETWORK_ACTS_BEFORE,
    ONLY_OF_A_SHOW_AFTER,
    PICTURED_BEFORE,
    ROLE_BEFORE,
    SEASON_DECIDED_AFTER,
    TRADE_SAYS_AFTER,
)
from bot.news.lexicon.networks import families_in, family
from bot.news.lexicon.tv_words import (
    CONTEXT,
    CONTEXT_TOO,
    DATE_AFTER,
    DECIDED_AFTER,
    FICTION_BEFORE,
    FOLLOWS_A_TITLE,
    HEADS_A_CLAUSE,
    LABELLED,
    PLACES,
    SEASON_AFTER,
    SEASON_BEFORE,
    SEASON_NAMED,
    SEASON_TOLD_AFTER,
    SHOW_WORDS_NEXT,
    SMALL_WORDS,
    WEEKDAYS,
)
from bot.news.titles.context import Context, has_name
from bot.news.titles.index import Hit
from bot.news.titles.tiers import LETTERS, Tier, is_sentence_case, tier_of

BEYOND_CAPITALS = frozenset(
    {
        "quoted",
        "season beside it",
        "year or country beside it",
        "network before it",
        "title words after it",
        "tag",
        "people",
        "network",
    }
)
"""Points that outweigh that the words seem to go on to another name."""
_FUNCTION_WORDS = SMALL_WORDS | {"you", "me", "us", "them", "it", "i", "we", "this", "that", "here", "there", "more"}
STRUCTURE = frozenset(
    {
        "quoted",
        "season beside it",
        "year or country beside it",
        "network before it",
        "title words after it",
        "a name mid-sentence",
        "what it is before it",
        "in capitals",
        "opens a heading",
        "the subject of its headline",
        "a season told of it",
        "listed with a show",
        "a hashtag",
        "names a franchise",
        "its people beside it",
        "what only a show does",
        "as the trade says it",
        "its network orders more of it",
        "a network acts on it",
        "what is made of it before it",
    }
)
"""Points of the words right at the name: a dictionary word needs one of them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a show before the words around its name are looked at."""

    quoted: bool = False
    tagged: bool = False
    elsewhere: bool = False
    """It was proven at another place of the entry."""
    listed: bool = False
    """It stands in a list beside a show that is meant."""


def points_for(text: str, hit: Hit, show: Show, context: Context, known: Known) -> dict[str, float]:
    """What speaks for the show being meant here."""
    before, after = text[max(0, hit.start - 60) : hit.start], text[hit.end : hit.end + 60]
    found = _beside(hit, show, before, after, known) | _as_written(text, hit, before, after)
    named = {"quoted": known.quoted, "listed with a show": known.listed, "tag": known.tagged}
    found |= {name: _POINTS[name] for name, holds in named.items() if holds}
    if SEASON_NAMED.search(text):
        found["a season in the sentence"] = 1.2
    if known.elsewhere:
        found["named elsewhere"] = 1.5
    return found | _of_the_entry(text, hit, show, context)


_POINTS = {"quoted": 2.0, "listed with a show": 2.0, "tag": 3.0}


def _beside(hit: Hit, show: Show, before: str, after: str, known: Known) -> dict[str, float]:
    """What the words beside the name say."""
    points: dict[str, float] = {}
    if (SEASON_AFTER.match(after) and not _from_to(hit, after)) or SEASON_BEFORE.search(before):
        points["season beside it"] = 3.0
    if _MADE_OF.search(before):
        points["what is made of it before it"] = 1.5
    acts = NETWORK_ACTS_BEFORE.search(before)
    if acts is not None and ENDS_A_HEADLINE.match(after) and families_in(before[: acts.start()]):
        points["a network acts on it"] = 1.5
    if LABELLED.match(after):
        points["year or country beside it"] = 3.0
    if _network_before(before, show):
        points["network before it"] = 2.0
    elif FICTION_BEFORE.search(before) and (known.quoted or hit.name.lower() not in _FUNCTION_WORDS):
        points["what it is before it"] = 2.0
    decided = DECIDED_AFTER.match(after) is not None and not _from_to(hit, after)
    if (decided or hit.name.lower() not in _FUNCTION_WORDS) and FOLLOWS_A_TITLE.match(after):
        plain = _starts_sentence_as_word(hit, before, after) and not decided
        points["title words after it"] = 0.0 if _is_weekday_use(hit, before) else 1.0 if plain else 2.0
    if _PLURAL_WITH_SINGULAR.match(after) and hit.name.endswith("s") and not before.strip(_MARKS):
        points["title words after it"] = 2.5
    return points | _as_subject(hit, before, after)


def _as_subject(hit: Hit, before: str, after: str) -> dict[str, float]:
    """What the verb after it says, where it heads its sentence."""
    points: dict[str, float] = {}
    if not before.strip(_MARKS) and HEADS_A_CLAUSE.match(after):
        points["the subject of its headline"] = 1.0
    if not before.strip(_MARKS) and hit.name.lower() not in _FUNCTION_WORDS and SEASON_TOLD_AFTER.match(after):
        points["a season told of it"] = 2.0
    if not before.strip(_MARKS) and SEASON_DECIDED_AFTER.match(after):
        points["a season told of it"] = 2.0
    if not before.strip(_MARKS) and ONLY_OF_A_SHOW_AFTER.match(after):
        points["what only a show does"] = 2.0
    if DATE_AFTER.match(after):
        points["a date of release beside it"] = 1.2
    if _HASHTAG.search(before):
        points["a hashtag"] = 3.0
    return points


def _as_written(text: str, hit: Hit, before: str, after: str) -> dict[str, float]:
    """What its letters and its place say."""
    points: dict[str, float] = {}
    if hit.name.lower() in PLACES and _SOMEWHERE.search(before):
        points["a place"] = -2.5
    elif _mid_sentence_name(text, hit, before) or _capital_inside(text, hit):
        points["a name mid-sentence"] = 2.5
    capitals = text[hit.start : hit.end].isupper() and len(hit.name) > 2 and hit.name.lower() not in _ACRONYMS
    if capitals and not _shouts(text, hit):
        points["in capitals"] = 2.0
    if not before.strip(_MARKS) and re.match(r"[”’\"']?:\s", after):
        points["opens a heading"] = 1.5
        if SHOW_WORDS_NEXT.match(after):
            points["title words after it"] = 2.0
    return points


def _of_the_entry(text: str, hit: Hit, show: Show, context: Context) -> dict[str, float]:
    """What the entry says of the show's people, its network and television."""
    points: dict[str, float] = {}
    if context.has_person(show):
        points["people"] = 2.0
    if context.has_network(show):
        points["network"] = 2.0 if family(show.network or "") in families_in(text) else 1.5
    if any(has_name(text[max(0, hit.start - 40) : hit.end + 40], person) for person in show.people):
        points["its people beside it"] = 1.5
    if "people" in points and _its_network_orders(text[: hit.start], show):
        points["its network orders more of it"] = 2.5
    if context.of_the_trade and hit.name.lower() not in _FUNCTION_WORDS and (said := _as_the_trade_says(text, hit)):
        points["as the trade says it"] = said
    if (seen := _television(text, context)) > 0:
        points["television"] = seen
    return points


_ORDERS_MORE = re.compile(
    r"\b(?:orders|gives|hands|grants|books|approves|green-?lights)\s(?:an?\s)?(?:second|third|fourth|fifth|sixth|seventh|"
    r"eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)|another|one\smore|further)\s(?:season|series|year|run|round|chapter|"
    r"outing|term|instal?ment|batch)\b[^.;:!?]{0,40}?\s(?:for|of)\s[“‘\"']?$",
    re.IGNORECASE,
)


def _its_network_orders(before: str, show: Show) -> bool:
    """As in "Netflix orders a third year at Nevermore for Wednesday", of an entry that names its lead."""
    orders = _ORDERS_MORE.search(before)
    return (
        orders is not None
        and bool(show.network)
        and family(show.network or "") in families_in(before[: orders.start()])
    )


def _as_the_trade_says(text: str, hit: Hit) -> float:
    """Words that mean a show only where nothing else is written of: "Kingfisher cancelled", "Jo exits Kingfisher"."""
    before, after = text[: hit.start], text[hit.end : hit.end + 60]
    if not before.strip(_MARKS) and TRADE_SAYS_AFTER.match(after):
        return 2.0
    if hit.name.lower() in PLACES or not ENDS_A_HEADLINE.match(after):
        return 0.0
    if PICTURED_BEFORE.search(before[-80:]) is not None and not after[1:].strip():
        return 2.0
    return 3.0 if ROLE_BEFORE.match(before) else 0.0


def _television(text: str, context: Context) -> float:
    """Words of television in the sentence, elsewhere in the entry, or only words that sport and theatre have too."""
    if CONTEXT.search(text):
        return 1.0
    return 0.6 if context.is_tv else 0.4 if CONTEXT_TOO.search(context.text) else 0.0


_MADE_OF = re.compile(
    r"\b(?:production|filming|cameras|cast|writers['’]?\sroom)\s(?:on|of|for)\s(?:the\s)?[“‘\"']?$", re.IGNORECASE
)
"""As in "stops cameras on ‘Kingfisher’"."""
_SOMEWHERE = re.compile(r"\b(?:in|to|from|near|at|through|around|across|of)\s$", re.IGNORECASE)
_ACRONYMS = frozenset({"fbi", "cia", "er", "csi", "mi5"})
"""Written in capitals whether or not a show is meant."""
_MARKS = " “‘\"'"
_PLURAL_WITH_SINGULAR = re.compile(
    r"[’”\"']?\s(?:is|was|has|returns|gets|ends|wraps|bows|takes|says|heads|lands|comes|goes|hits|drops|makes|loses|adds|"
    r"brings|finds|wins|moves|sets|tops|keeps|closes|begins|starts|stops|signs|leaves|gives|sticks|rides|lives|kicks)\b"
)
"""Friends leave, Friends leaves: only the second is a show."""
_HASHTAG = re.compile(r"#\w*$")


def _from_to(hit: Hit, after: str) -> bool:
    return hit.name.lower() == "from" and re.search(r"\bto\b|[-–]", after[:40]) is not None


def _is_weekday_use(hit: Hit, before: str) -> bool:
    return hit.name.lower() in WEEKDAYS and bool(
        re.search(r"\b(?:on|this|next|last|every|by|until|from)\s$", before, re.IGNORECASE)
    )


def _starts_sentence_as_word(hit: Hit, before: str, after: str) -> bool:
    """As in "Friends set to reunite": at the start of a sentence any word is capitalised."""
    return not before.strip(" “‘\"'") and tier_of(hit.name) is Tier.WORD and after[:1] == " " and after[1:2].islower()


def _mid_sentence_name(text: str, hit: Hit, before: str) -> bool:
    """Capitalised where a plain word would not be."""
    if hit.name.lower() in WEEKDAYS or not text[hit.start].isupper() or not is_sentence_case(text):
        return False
    lead = before.rstrip(" “‘\"'(")
    return bool(lead) and lead[-1] not in ".!?:;–—•|…" and text[hit.end : hit.end + 2] != " &"


def _capital_inside(text: str, hit: Hit) -> bool:
    """A second word with a capital, in a text that capitalises names only: "Slow Horses is back"."""
    words = LETTERS.findall(text[hit.start : hit.end])[1:]
    meant = [word for word in words if word.lower() not in SMALL_WORDS]
    return bool(meant) and all(word[0].isupper() for word in meant) and is_sentence_case(text)


def _shouts(text: str, hit: Hit) -> bool:
    """Whether the words around are capitals as well."""
    around = LETTERS.findall(text[max(0, hit.start - 20) : hit.start] + " " + text[hit.end : hit.end + 20])
    return any(len(word) > 3 and word.isupper() for word in around)


def _network_before(before: str, show: Show) -> bool:
    near = re.search(r"([\w+ .]{2,24}?)(?:['’]s?)\s(?:[\w-]+\s){0,3}[“‘\"']?$", before)
    if near is None:
        near = re.search(
            r"([\w+ .]{2,24}?)\s(?:drama|comedy|sitcom|thriller|series|show|hit|soap|"
            r"original)\s[“‘\"']?$",
            before,
        )
    if near is None or not show.network:
        return False
    return family(show.network) in families_in(near[1])


def is_other_name(text: str, hit: Hit) -> bool:
    """Whether the words go on to be another name: "Manifest Destiny", in a text that capitalises names only."""
    after = re.match(r"\s([A-Z][a-z]+)", text[hit.end : hit.end + 30])
    if _FAN_FARE.search(text):
        return False
    if _SURNAME.match(text[hit.end : hit.end + 20]):
        return True
    if tier_of(hit.name) is not Tier.DISTINCT and GOES_ON.match(text[hit.end : hit.end + 30]):
        return True
    return after is not None and is_sentence_case(text) and not FOLLOWS_A_TITLE.match(text[hit.end : hit.end + 40])


GOES_ON = re.compile(
    r"\s(?:of|&|van|von)\s(?:the\s)?[A-Z]|\s(?:[A-Z]\w+\s){0,2}(?:Festival|Fest|Comic-?Con|Market|University|Council|Police|"
    r"Orchestra|Museum|Airport|United|Stadium|Street|Avenue|County|Park|Week)\b"
)
_SURNAME = re.compile(r"\s(?:van|von)\s[A-Z]")
_LEADS_ON = re.compile(r"(?:^|\s)([A-Z][a-z]{2,})\s$")
_NOT_IN_A_NAME = SMALL_WORDS | frozenset(
    """
    is are was will has have had did does do can could should when why how what where who if inside behind meet watch
    see new final more first last best cancelled canceled renewed axed hit drama comedy series show thriller sitcom
    original fantasy fan fans goodbye farewell every all no not yes tv says star actor actress creator boss
    """.split()  # noqa: SIM905 - words are read more easily than strings
)


def ends_a_name(text: str, hit: Hit) -> bool:
    """As in "Resident Evil": a capital before the word, in a text that capitalises names only."""
    if tier_of(hit.name) is not Tier.WORD:
        return False
    led = _LEADS_ON.search(text[max(0, hit.start - 30) : hit.start])
    if led is None or not is_sentence_case(text) or families_in(led[1]):
        return False
    word = led[1].lower()
    opens = not text[: hit.start - len(led[1]) - 1].strip(_MARKS)
    # A verb at the head has a capital too: "Revisiting Evil", "Netflix Drops Evil".
    return word not in _NOT_IN_A_NAME and not (opens and word.endswith(("s", "ing", "ed")))


_FAN_FARE = re.compile(r"\b(?:quiz|trivia|recap|review|episode|characters?)\b", re.IGNORECASE)
