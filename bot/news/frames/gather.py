"""Makes sayings of frames: each of which show, season and date, how certain; and what was held back, with why.

Knows nothing of what the sayings mean beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from bot.model.claim import Kind
from bot.model.entry import Entry
from bot.model.show import ShowId
from bot.news.frames.certainty import Voice, certainty_of
from bot.news.frames.frame import Frame, clause_around, names_other_work, shows_of
from bot.news.frames.marks import Marked
from bot.news.frames.said import DECISIONS, NUMBERED, Said
from bot.news.frames.which import dates_of, seasons_of
from bot.news.lexicon.marks import expand
from bot.news.lexicon.parts import ATTRIBUTE, ENDS_FOR_NOW, OFFSHOOT_AFTER, OFFSHOOT_BEFORE, PART_AFTER, PART_BEFORE
from bot.news.lexicon.speech import ATTRIBUTIVE, DESCRIBES, HEARSAY, RUMOUR, SPEAKS, TOLD_WHICH
from bot.news.lexicon.tv_words import SHOW_NOUN
from bot.news.sentences import Place


@dataclass(slots=True)
class Held:
    """A frame that became no claim, with why."""

    frame: Frame
    why: str


@dataclass(slots=True)
class Sayings:
    """What an entry's sentences say, in reading order."""

    said: list[Said] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)


def gather(
    entry: Entry,
    frames: Sequence[Frame],
    voice: Voice,
    topic: Callable[[Marked], Collection[ShowId]],
) -> Sayings:
    """What the frames say of which show. `topic` tells which shows a sentence that names none speaks of."""
    sayings = Sayings()
    for frame in frames:
        kind, why = _kind_or_why_not(frame)
        targets, explicit = _targets(frame, topic)
        if not why and not targets:
            why = "it is about another work" if names_other_work(frame) else "no show is named"
        if why:
            sayings.held.append(Held(frame, why))
            continue
        said = []
        for number, (place, show) in enumerate(targets):
            following = targets[number + 1][0] if number + 1 < len(targets) else None
            said += _say(entry, frame, kind, show, place, following, voice, explicit=explicit)
        sayings.said += said
        if not said:
            sayings.held.append(Held(frame, "no date to come"))
    every = [*(held.frame for held in sayings.held), *(one.frame for one in sayings.said)]
    if not any(frame.kind is Kind.CANCELLED for frame in every):
        # "Is coming back" is a revival of what was cancelled, else no more than a return.
        sayings.said = [one for one in sayings.said if one.frame.rule.name != "comes back"]
    return sayings


_POSSIBLE_IS_TALK = frozenset({Kind.CAST, Kind.CREW, Kind.SPIN_OFF, Kind.REVIVED, Kind.RENEWED})


def _kind_or_why_not(frame: Frame) -> tuple[Kind, str]:
    """What a frame says happened, or why it says nothing."""
    why, kind = _why_not(frame), frame.kind
    if not why and frame.possible and not frame.rule.possible and kind in _POSSIBLE_IS_TALK:
        # A rumour of what may be: "Henry Cavill could return, insiders claim".
        return Kind.TALK, ""
    if why == "only thought of" and kind in _POSSIBLE_IS_TALK and RUMOUR.search(frame.marked.text):
        # "Henry Cavill could return, insiders claim".
        return Kind.TALK, ""
    if kind in DECISIONS and frame.marked.sentence.place is Place.TITLE:
        if why == "only thought of" and SPEAKS.search(frame.marked.text):
            # "Season 6 could be the last, says its creator".
            return Kind.TALK, ""
        if frame.negated and not _ALMOST.search(frame.marked.text[: frame.end]):
            # What a headline denies is the news of it.
            return Kind.TALK, why if why != "negated" else ""
    return kind, why


def _targets(
    frame: Frame, topic: Callable[[Marked], Collection[ShowId]]
) -> tuple[Sequence[tuple[int | None, ShowId]], bool]:
    """The shows that a frame speaks of, with their places, and whether its sentence names them."""
    placed = shows_of(frame)
    if placed:
        return placed, True
    if frame.kind in DECISIONS and _FROM_ITS_PEOPLE.search(frame.marked.text):
        return [], False
    return [] if names_other_work(frame) else [(None, show) for show in topic(frame.marked)], False


_FROM_ITS_PEOPLE = re.compile(
    expand(
        r"\b(?:from|by)\s(?:the\s)?[“‘\"']?{S}[”’\"']?(?:['’]s?)?\s(?:co-)?(?:team|duo|creators?|makers?|writers?|producers?|"
        r"showrunners?|directors?|stars?|boss(?:es)?)\b"
    ),
    re.IGNORECASE,
)
"""As in "cancels dark comedy from the Kingfisher team": what is decided is another show's fate."""
_MAYBE = re.compile(r"\b(?:could|might|may)\s(?:\w+\s){0,3}$", re.IGNORECASE)
"""Right before a verb: even a rumour tells no decision then."""
_I_WOULD = re.compile(r"\b(?:I|we|he|she|they)(?:['’]d|\swould)\s(?:\w+\s){0,3}$", re.IGNORECASE)
"""Right before a day: "I'd be there tomorrow" sets no date."""
_ALMOST = re.compile(r"\b(?:almost|nearly)\b", re.IGNORECASE)


def _why_not(frame: Frame) -> str:
    text = frame.marked.text
    if other := _of_something_else(frame):
        return other
    if frame.background:
        return f"old news ({frame.background})"
    if frame.asked:
        return "a question"
    if frame.negated:
        return "negated"
    if frame.kind is Kind.DATE_SET and _I_WOULD.search(text[: frame.trigger]):
        return "only thought of"
    ends_for_one = frame.kind is Kind.CANCELLED and _FROM_A_SHOW.match(text[frame.trigger :])
    goes = frame.rule.name == "no further season" and _TO_THE_SHOW.match(text[frame.trigger :])
    if goes or ((frame.rule.name == "no further season" or ends_for_one) and _of_a_person(frame)):
        return "it is about a person"
    thought = frame.possible and not frame.rule.possible and frame.kind in DECISIONS | {Kind.CAST, Kind.CREW}
    if thought and (_MAYBE.search(text[: frame.trigger]) or not (RUMOUR.search(text) or HEARSAY.search(text))):
        return "only thought of"
    return ""


def _of_something_else(frame: Frame) -> str:
    """Whether what is cancelled or ends is a thing of the show, or only tells which show is meant."""
    before, after = frame.marked.text[: frame.trigger], frame.marked.text[frame.trigger :]
    if frame.kind in _OF_MANY and _SOME_OF_THEM.match(after):
        return "it does not tell which show"
    if frame.kind in _ENDS and ENDS_FOR_NOW.search(before):
        return "it is about a thing of the show"
    if frame.kind is not Kind.CANCELLED:
        return ""
    if _MAKER_ENDS.search(before) and _CALLS_TIME.match(after):
        return "it is its maker who ends it"
    described = ATTRIBUTIVE.match(after) and (DESCRIBES.search(before) or ATTRIBUTE.search(before))
    if described or TOLD_WHICH.search(before):
        return "it only describes"
    if _WHY.search(before):
        return "it tells why, and the news is old"
    return _of_a_part(frame) if frame.rule.name != "cast released" else ""


def _of_a_part(frame: Frame) -> str:
    """As in "Fan event cancelled", "Netflix axes spin-off": what is cancelled is not the show."""
    before, after = frame.marked.text[max(0, frame.trigger - 90) : frame.trigger], frame.marked.text[frame.trigger :]
    if OFFSHOOT_BEFORE.search(before) or OFFSHOOT_AFTER.match(after):
        return "it is about a spin-off"
    if PART_BEFORE.search(before) or (PART_AFTER.match(after) and not _NO_MORE.match(after)):
        return "it is about a thing of the show"
    return ""


_MAKER_ENDS = re.compile(
    r"\b(?:creators?|writers?|showrunners?|stars?|makers?|team|duo)\s(?:[\w-]+\s){0,2}?(?:to\s|will\s|has\s)?call(?:s|ed|ing)?\s(?:it\s)?$",
    re.IGNORECASE,
)
_CALLS_TIME = re.compile(r"(?:time|it\sa\sday|a\sday|it\squits|quits)\son\b", re.IGNORECASE)
"""As in "creator calls time on the show after season 4": an end by plan."""
_WHY = re.compile(r"\bwhy\s(?!not\b)[^.;!?:]{0,60}$", re.IGNORECASE)
_OF_MANY = frozenset({Kind.RENEWED, Kind.CANCELLED})
_SOME_OF_THEM = re.compile(
    rf"(?:renews|renewed|cancels|cancell?ed|axes|axed|scraps|scrapped)\s(?:one|another|others|several|some|two|three|four|five|six|\d{{1,2}})\b"
    rf"(?:\sof\s(?:its|the|them|their))?(?:\s(?:more|other|new|freshman)){{0,2}}\s?(?:{SHOW_NOUN}s?\b|shows|series|dramas|comedies|originals|$|[.,;:!])"
    r"(?!.{0,60}(?:\b(?:including|such\sas|among)\b|[:–—]\s?[“‘\"']?[\ue000-\ue0ff]))",
    re.IGNORECASE,
)
"""As in "renews one drama, cancels another": which, another sentence tells."""
_ENDS = frozenset({Kind.FINAL_SEASON, Kind.ENDED})
_TO_THE_SHOW = re.compile(
    expand(
        r"(?:\w*n['’]t\s|not\s|will\s|be\s)*(?:return(?:ing)?|com(?:e|ing)\sback|back)\s(?:to|in|on|as)\s(?:the\s)?[“‘\"']?(?:{S}|\w+\sin\s{S})"
    ),
    re.IGNORECASE,
)
"""Somebody who will not come back to a show; whoever it is, the show goes on."""
_NO_MORE = re.compile(r"no\s(?:more|further|new)\sepisodes\b", re.IGNORECASE)
_FROM_A_SHOW = re.compile(r"\w+\s(?:from|as|out\sof)\b")
"""As in "axed from the soap"."""


def _of_a_person(frame: Frame) -> bool:
    """As in "Gary Oldman not returning for season 6" ends no show."""
    start, _ = clause_around(frame.marked.text, frame.trigger)
    people = frame.marked.people_in(start, frame.trigger)
    return bool(people) and not frame.marked.shows_in(people[-1][0], frame.trigger)


def _say(
    entry: Entry,
    frame: Frame,
    kind: Kind,
    show: ShowId,
    place: int | None,
    following: int | None,
    voice: Voice,
    *,
    explicit: bool,
) -> list[Said]:
    dates = dates_of(frame, kind, entry.published)
    if kind is Kind.DATE_SET and not dates and frame.rule.name == "date set":
        return []
    when = dates[0][1] if dates else None
    date_place = dates[0][0] if dates else None
    if kind is Kind.DATE_SET and when == entry.published.date().isoformat():
        kind = Kind.RELEASED
    certainty, why = certainty_of(frame, kind, voice)
    seasons = seasons_of(frame, place, following, date_place) if kind in NUMBERED else ()
    slot = _slot(frame, kind)
    return [Said(show, kind, season, when, certainty, frame, explicit, slot, why) for season in (seasons or (None,))]


_NAMES = re.compile(expand(r"{P}(?:(?:,\s(?:and\s|&\s)?|\s(?:and|&)\s){P})+"))
_MOST_NAMES = 8


def _slot(frame: Frame, kind: Kind) -> str:
    if kind in (Kind.CAST, Kind.CREW):
        text = frame.marked.text
        start, end = frame.start, frame.end
        for listed in _NAMES.finditer(text):
            # A list of names is told of as one, however much of it the rule has seen.
            if listed.start() < end and start < listed.end():
                start, end = min(start, listed.start()), max(end, listed.end())
        people = frame.marked.people_in(start, end) or frame.marked.people_in(0, len(text))
        names = dict.fromkeys(name for _, name in people)
        return ", ".join(list(names)[:_MOST_NAMES])
    if kind is Kind.TRAILER:
        words = frame.marked.text[frame.start : frame.end].lower()
        return "trailer" if "trailer" in words else "teaser" if "teaser" in words else ""
    return ""
