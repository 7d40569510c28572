"""Decides which shows an entry is about, and of which show a sentence speaks that names none."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from bot.model.claim import Kind
from bot.model.show import ShowId
from bot.news.frames.marks import Marked
from bot.news.frames.said import ASIDE, Said
from bot.news.sentences import Place
from bot.news.titles.gate import Named
from bot.news.titles.roles import Role, role_of

_NEAR = (Place.TITLE, Place.SUMMARY)


class Topics:
    """The show that carries on: of the headline where it names one, else the one that was named last in the block."""

    def __init__(self, marked: Sequence[Marked], named: Named) -> None:
        self._marked = marked
        title = _plain_shows(marked[0])
        near = [show for m in marked if m.sentence.place is Place.SUMMARY for show in _plain_shows(m, only=True)]
        self._one: ShowId | None = None
        self._titled = tuple(dict.fromkeys(title))
        self._headed = {
            m.number: m.titles[0].show
            for m in marked
            if m.sentence.place is not Place.TITLE and len(m.titles) == 1 and _HEADING.fullmatch(m.text)
        }
        if len(set(title)) == 1:
            self._one = title[0]
        elif not title and len(set(near)) == 1:
            self._one = near[0]
        elif not title and not near and len(named.tagged) == 1:
            self._one = next(iter(named.tagged))
        elif not title and not near and len(named.shows()) == 1:
            self._one = next(iter(named.shows()))

    def of(self, marked: Marked) -> Collection[ShowId]:
        """The shows that a sentence speaks of which names none: one, or nobody."""
        if marked.titles:
            shows = list(dict.fromkeys(show for _, show in marked.shows_in(0, len(marked.text))))
            credits_only = not _plain_shows(marked, only=True) and not marked.others
            if not credits_only:
                return ()
            return (self._one,) if self._one is not None else tuple(shows) if len(shows) == 1 else ()
        if len(self._titled) > 1 and _ALL_OF_THEM.search(marked.text):
            return self._titled
        for earlier in reversed(self._marked[: marked.number]):
            if earlier.sentence.block != marked.sentence.block:
                break
            if shows := _plain_shows(earlier):
                return (shows[-1],)
        if self._headed and (show := self._heading_over(marked)) is not None:
            return (show,)
        return (self._one,) if self._one is not None else ()

    def _heading_over(self, marked: Marked) -> ShowId | None:
        """The show of the heading that a sentence stands under: a line that is a title and no more."""
        above = [number for number in self._headed if number < marked.number]
        return self._headed[above[-1]] if above else None


_HEADING = re.compile(r"(?:\d{1,2}[.):]?\s)?[\ue000-\ue0ff](?:[\s:()–—,-]|[\ue200-\ue6ff])*")
_ALL_OF_THEM = re.compile(
    r"\b(?:both|all\s(?:three|four|five|of\sthem)|the\s(?:pair|trio|two|"
    r"three)\b(?!\s\w+ers))\b",
    re.IGNORECASE,
)


def _plain_shows(marked: Marked, *, only: bool = False) -> list[ShowId]:
    """Shows that a sentence names other than as a credit or a comparison; all where there is none, unless `only`."""
    places = marked.shows_in(0, len(marked.text))
    plain = [show for place, show in places if role_of(marked.text, place) is Role.PLAIN and not _inside(marked, place)]
    return plain if plain or only else [show for _, show in places]


def _inside(marked: Marked, place: int) -> bool:
    return any(
        mention.inside for number, mention in enumerate(marked.titles) if chr(0xE000 + number) == marked.text[place]
    )


@dataclass(slots=True)
class _Standing:
    title: bool = False
    title_plain: bool = False
    near: bool = False
    tagged: bool = False
    inside_only: bool = True
    links_only: bool = True
    headed: bool = False
    """It has a heading of its own."""
    roles: set[Role] = field(default_factory=set)


def pick_subjects(
    marked: Sequence[Marked], named: Named, said: Sequence[Said], *, noise: str
) -> tuple[list[ShowId], list[ShowId]]:
    """The shows an entry is about, in order of appearance, and those it names in passing."""
    standing = _standings(marked, named)
    in_title = [show for show, s in standing.items() if s.title_plain]
    subjects: list[ShowId] = []
    for show, s in standing.items():
        if s.links_only and not s.tagged:
            continue
        explicit = [one for one in said if one.show == show and (one.explicit or s.headed)]
        if s.title_plain:
            about = not s.inside_only or any(one.kind is Kind.SPIN_OFF for one in explicit)
        elif s.title:
            about = (Role.CREDIT in s.roles and _credited_is_subject(marked[0], explicit)) or (
                noise in _OF_THE_SHOW and not marked[0].others
            )
        elif noise:
            about = s.tagged and not in_title
        elif in_title:
            about = any(_carries_news(one) for one in explicit)
        else:
            about = s.tagged or (s.near and Role.PLAIN in s.roles) or any(_carries_news(one) for one in explicit)
        if about:
            subjects.append(show)
    mentions = [show for show in standing if show not in subjects]
    return subjects, mentions


def _carries_news(one: Said) -> bool:
    return one.kind is not Kind.TALK and one.frame.rule.name not in ASIDE


def _credited_is_subject(title: Marked, explicit: Sequence[Said]) -> bool:
    """As in "Kingfisher showrunner exits" is about the show, "Kingfisher star joins another" is not."""
    if title.others or len({m.show for m in title.titles}) > 1:
        return False
    if _IN_ANOTHER.search(title.text):
        return False
    if any(one.frame.marked is title for one in explicit) and title.seasons:
        return True
    return not _ELSEWHERE.search(title.text) and not _STARRED_IN.search(title.text)


_IN_ANOTHER = re.compile(
    r"\b(?i:cast\s(?:in|as)|joins?|joining|boards|to\s(?:star|appear|guest)\sin|signs\son\s(?:to|for))\s(?:(?i:the)\s)?[“‘\"']?[A-Z]"
)
"""A name that is no show known here, which a star goes to."""
_STARRED_IN = re.compile(
    r"\b(?:starred|appeared|(?:best\s)?known\s(?:for|as)|famous\sfor|dies|dead|died)\b", re.IGNORECASE
)
_OF_THE_SHOW = frozenset({"awards", "interview", "recap", "review", "theory", "quiz"})
"""What is told of a star or maker for the show's sake."""
_ELSEWHERE = re.compile(
    r"\b(?:joins?|joining|to\s(?:star|lead|headline|play|direct|write)|cast\s(?:in|as|opposite)|lands|boards|"
    r"heads\sto|sign(?:s|ed|ing)?\son|set\sto\sstar|starring|teams?\sup|reunites?\s(?:for|with|on|in)|celebrities|"
    r"stars?\sin|appears?\sin|new\s(?:[\w\ue000-\uf8ff+-]+\s){0,3}(?:project|series|show|film|movie|drama|comedy|thriller|sitcom|musical|play|album|memoir|"
    r"podcast|role)|(?:to\s)?hosts?|to\spresent|developing|(?:overall|first-look|production|netflix|paramount|multi-year)\s(?:[\w\ue000-\uf8ff]+\s){0,2}deal|inks?|broadway|west\send"
    r"|ficha\spor|protagoniz\w+|nueva\s(?:serie|película)|nov[oa]\s(?:filme|série)|rejoint|nouve(?:au|lle)\s(?:film|série)|"
    r"neue[rn]?\s(?:Serie|Film|Projekt))\b",
    re.IGNORECASE,
)
"""What those known for one show do in another."""


def _standings(marked: Sequence[Marked], named: Named) -> dict[ShowId, _Standing]:
    standing: dict[ShowId, _Standing] = {}
    for m in marked:
        for place, show in m.shows_in(0, len(m.text)):
            s = standing.setdefault(show, _Standing())
            role = role_of(m.text, place)
            s.roles.add(role)
            inside = _inside(m, place)
            s.inside_only &= inside
            s.links_only &= m.sentence.place is Place.LINKS
            s.headed |= m.sentence.place is not Place.TITLE and _HEADING.fullmatch(m.text) is not None
            if m.sentence.place is Place.TITLE:
                s.title = True
                s.title_plain |= role is Role.PLAIN
            s.near |= m.sentence.place in _NEAR
    for show in named.tagged:
        s = standing.setdefault(show, _Standing(links_only=False, inside_only=False))
        s.tagged = True
    return standing
