"""Reads an entry: which shows it is about, what happened to them, how certain that is, when, and in a few sentences.

Puts the parts together: titles (which shows), sentences and frames (what each says), claims, stories, summary. Pure:
the same entry and shows give the same reading, with the reasons. Knows no storage, no clock, no feeds.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from bot.model.claim import Claim, Kind
from bot.model.entry import Entry
from bot.model.reading import Reading, StoryKey, Trace
from bot.model.show import Show, ShowId
from bot.news.frames.certainty import Voice, voice_of
from bot.news.frames.claims import to_claims
from bot.news.frames.complete import complete, recast_as_crew
from bot.news.frames.crew import crew_of
from bot.news.frames.foreign import noise_in, read_foreign
from bot.news.frames.frame import Frame, read_sentence
from bot.news.frames.gather import Sayings, gather
from bot.news.frames.main import main_kind, settle
from bot.news.frames.marks import Marked, mark
from bot.news.frames.noise import noise_of
from bot.news.frames.old_news import Old, is_of_the_past, old_news, to_evidence
from bot.news.frames.said import Said
from bot.news.languages import ENGLISH, Tongue, tongue_of
from bot.news.sentences import Place, sentences
from bot.news.stories import key_of
from bot.news.summary import summarise, summarise_unread
from bot.news.titles.gate import Named, find_shows
from bot.news.titles.index import NameIndex
from bot.news.titles.subjects import Topics, pick_subjects

NOT_READ = "not read: its shows are matched and linked, but it claims nothing"
"""How an entry in a language without a table is read."""


class Reader:
    """Reads entries for the shows it was given. Adding and removing a show take effect with the next entry."""

    def __init__(self, shows: Iterable[Show]) -> None:
        self._index = NameIndex(shows)

    def add(self, show: Show) -> None:
        """Read for this show too; one with its id is replaced."""
        self._index.add(show)

    def remove(self, show: ShowId) -> None:
        """Read for it no longer; an unknown id changes nothing."""
        self._index.remove(show)

    def read(self, entry: Entry) -> Reading:
        """What an entry says of the shows. Never raises for any text."""
        found = sentences(entry)
        named = find_shows(entry, found, self._index)
        if not named.mentions and not named.tagged:
            return Reading(trace=_refused(named))
        shows = [self._index.get(show) for show in sorted(named.shows())]
        tongue = tongue_of(found, {found[m.sentence].text[m.start : m.end] for m in named.mentions})
        marked = [
            mark(
                sentence,
                number,
                [m for m in named.mentions if m.sentence == number],
                shows,
                entry.published,
                tongue.table,
            )
            for number, sentence in enumerate(found)
        ]
        topics = Topics(marked, named)
        noise, voice, frames, sayings = _read(entry, marked, tongue, topics)
        subjects, mentions = pick_subjects(marked, named, sayings.said, noise=noise)
        of_subjects = recast_as_crew([one for one in sayings.said if one.show in subjects], crew_of(marked))
        said = settle(complete(complete(of_subjects, marked[0]), marked[0]), noise=noise)
        claims = to_claims(entry, said)
        main = main_kind(said, claims)
        if main is None:
            claims = ()
        claims = _main_first(claims, main)
        old = old_news(entry, sayings.held, voice, topics.of, subjects) if voice is not None else []
        trace = _trace(named, marked, sayings, noise, _who(tongue, voice), said, old, subjects)
        stories = _stories(claims)
        summary = ""
        if claims or (subjects and not noise):
            past = {frame.marked.number for frame in frames if frame.background} | _of_the_past(marked, entry)
            show = self._index.get(claims[0].show if claims else subjects[0])
            of_show = [claim for claim in claims if claim.show == show.id]
            summary = summarise(show, of_show, found, past) if claims else summarise_unread(show, found, past)
        evidence = to_evidence(entry, old, claims)
        return Reading(tuple(subjects), tuple(mentions), main, (*claims, *evidence), stories, summary, trace)


def _read(
    entry: Entry, marked: Sequence[Marked], tongue: Tongue, topics: Topics
) -> tuple[str, Voice | None, list[Frame], Sayings]:
    """What shows that the headline is no news, who stands behind the entry, its frames, and what they say.

    In English by the rules, in a language that has a table by that, and nobody is looked for who stands behind it; in
    any other nothing is said.
    """
    if tongue.table is not None:
        frames, sayings = read_foreign(entry, marked, tongue.table, topics.of)
        return noise_in(tongue.table, marked[0]), None, frames, sayings
    if tongue.code != ENGLISH:
        return "", None, [], Sayings()
    frames = [frame for m in marked for frame in read_sentence(m, entry.published)]
    voice = voice_of(entry, marked, {frame.kind for frame in frames if frame.marked is marked[0]})
    return noise_of(entry, marked[0]), voice, frames, gather(entry, frames, voice, topics.of)


_TOLD_AGAIN = 12
"""Sentences of which one may stand in a summary."""


def _of_the_past(marked: Sequence[Marked], entry: Entry) -> set[int]:
    """Numbers of the sentences that tell of the past by their words, whatever the rules read in them."""
    return {
        m.number
        for m in marked[:_TOLD_AGAIN]
        if m.sentence.place is not Place.TITLE and is_of_the_past(m, entry.published)
    }


def _main_first(claims: tuple[Claim, ...], main: Kind | None) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.kind is not main))


def _stories(claims: Sequence[Claim]) -> tuple[StoryKey, ...]:
    keys: dict[ShowId, StoryKey] = {}
    for claim in claims:
        keys.setdefault(claim.show, key_of(claim))
    return tuple(keys.values())


def _who(tongue: Tongue, voice: Voice | None) -> list[Trace]:
    """In which language it is written and how that is read; and of English who stands behind it."""
    if voice is not None:
        return [
            Trace("language", "read by the English rules", "", tongue.code),
            Trace("certainty", voice.why, "", "who stands behind it"),
        ]
    how = "read by its own table" if tongue.table is not None else NOT_READ
    return [Trace("language", how, "", tongue.code)]


def _refused(named: Named) -> tuple[Trace, ...]:
    return tuple(Trace("titles", why, name, "not meant") for name, _, why in named.refused[:20])


def _trace(
    named: Named,
    marked: Sequence[Marked],
    sayings: Sayings,
    noise: str,
    who: Sequence[Trace],
    said: Sequence[Said],
    old: Sequence[Old],
    subjects: Collection[ShowId],
) -> tuple[Trace, ...]:
    trace = [
        Trace("titles", m.proof, marked[m.sentence].sentence.text[m.start : m.end], m.show) for m in named.mentions[:40]
    ]
    trace += [Trace("titles", "tag", tag, show) for show, tag in named.tagged.items()]
    trace += _refused(named)
    if noise:
        trace.append(Trace("noise", noise, marked[0].sentence.text, "a headline of no news"))
    trace += who
    for one in sayings.said:
        kept = [other for other in said if (other.show, other.frame) == (one.show, one.frame)]
        if kept:
            # With what other sentences add to it: its season, that it is crew.
            own = next((other for other in kept if other.season == one.season), kept[0])
            outcome = _told(own) + (f" ({own.why})" if own.why else "")
        else:
            outcome = f"{_told(one)}; {_why_dropped(one, noise, subjects)} (held back)"
        trace.append(Trace("sentences", one.frame.rule.name, one.frame.words, outcome))
    for past in old:
        frame = past.held.frame
        outcome = f"background: {_told(past.said)}, evidence at {past.when.words()}"
        trace.append(Trace("sentences", frame.rule.name, frame.words, outcome))
    as_evidence = [past.held for past in old]
    trace += [
        Trace("sentences", held.frame.rule.name, held.frame.words, f"held back: {_SIGNS.sub('…', held.why)}")
        for held in sayings.held
        if held not in as_evidence
    ]
    return tuple(trace)


_SIGNS = re.compile(r"\\u[ef][0-9a-f]{3}|[\ue000-\uf8ff]")
"""The signs of marked sentences, as they are or written out: whoever reads why knows none of them."""


def _why_dropped(one: Said, noise: str, subjects: Collection[ShowId]) -> str:
    if one.show not in subjects:
        return "the show is only named"
    return "the headline tells no news" if noise else "other news of the entry goes before it"


def _told(one: Said) -> str:
    season = f", season {one.season}" if one.season is not None else ""
    when = f", {one.when}" if one.when is not None else ""
    return f"{one.show}: {one.kind.value}{season}{when}, {one.certainty.value}"
