"""Reads an entry: which shows it is about, what happened to them, how certain that is, when, and in a few sentences.

Puts the parts together: titles (which shows), sentences and frames (what each says), claims, stories, summary. Pure:
the same entry and shows give the same reading, with the reasons. Knows no storage, no clock, no feeds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.model.claim import Claim, Kind
from bot.model.entry import Entry
from bot.model.reading import Reading, StoryKey, Trace
from bot.model.show import Show, ShowId
from bot.news.frames.certainty import voice_of
from bot.news.frames.claims import to_claims
from bot.news.frames.complete import complete, recast_as_crew
from bot.news.frames.crew import crew_of
from bot.news.frames.foreign import noise_in, read_foreign
from bot.news.frames.frame import Frame, read_sentence
from bot.news.frames.gather import Sayings, gather
from bot.news.frames.main import main_kind, settle
from bot.news.frames.marks import Marked, mark
from bot.news.frames.noise import noise_of
from bot.news.frames.said import Said
from bot.news.languages import ENGLISH, Tongue, tongue_of
from bot.news.sentences import sentences
from bot.news.stories import key_of
from bot.news.summary import summarise
from bot.news.titles.gate import Named, find_shows
from bot.news.titles.index import NameIndex
from bot.news.titles.subjects import Topics, pick_subjects


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
        trace = _trace(named, marked, sayings, noise, voice, said)
        stories = _stories(claims)
        summary = ""
        if claims:
            old = {frame.marked.number for frame in frames if frame.background}
            show = self._index.get(claims[0].show)
            of_show = [claim for claim in claims if claim.show == show.id]
            summary = summarise(show, of_show, found, old)
        return Reading(tuple(subjects), tuple(mentions), main, claims, stories, summary, trace)


def _read(
    entry: Entry, marked: Sequence[Marked], tongue: Tongue, topics: Topics
) -> tuple[str, str, list[Frame], Sayings]:
    """What shows that the headline is no news, who stands behind the entry, its frames, and what they say.

    In English by the rules, in a language that has a table by that; in any other nothing is said.
    """
    if tongue.table is not None:
        frames, sayings = read_foreign(entry, marked, tongue.table, topics.of)
        return noise_in(tongue.table, marked[0]), f"written in {tongue.code!r}", frames, sayings
    if tongue.code != ENGLISH:
        return "", f"written in {tongue.code!r}, which is not read", [], Sayings()
    frames = [frame for m in marked for frame in read_sentence(m, entry.published)]
    voice = voice_of(entry, marked, {frame.kind for frame in frames if frame.marked is marked[0]})
    return noise_of(entry, marked[0]), voice.why, frames, gather(entry, frames, voice, topics.of)


def _main_first(claims: tuple[Claim, ...], main: Kind | None) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.kind is not main))


def _stories(claims: Sequence[Claim]) -> tuple[StoryKey, ...]:
    keys: dict[ShowId, StoryKey] = {}
    for claim in claims:
        keys.setdefault(claim.show, key_of(claim))
    return tuple(keys.values())


def _refused(named: Named) -> tuple[Trace, ...]:
    return tuple(Trace("titles", why, name, "not meant") for name, _, why in named.refused[:20])


def _trace(
    named: Named,
    marked: Sequence[Marked],
    sayings: Sayings,
    noise: str,
    voice: str,
    said: Sequence[Said],
) -> tuple[Trace, ...]:
    trace = [
        Trace("titles", m.proof, marked[m.sentence].sentence.text[m.start : m.end], m.show) for m in named.mentions[:40]
    ]
    trace += [Trace("titles", "tag", tag, show) for show, tag in named.tagged.items()]
    trace += _refused(named)
    if noise:
        trace.append(Trace("noise", noise, marked[0].sentence.text, "a headline of no news"))
    trace.append(Trace("certainty", voice, "", "who stands behind it"))
    for one in sayings.said:
        outcome = f"{one.show}: {one.kind.value}"
        if one.season is not None:
            outcome += f", season {one.season}"
        if one.when is not None:
            outcome += f", {one.when}"
        outcome += f", {one.certainty.value}"
        if one not in said:
            outcome += " (held back)"
        trace.append(Trace("sentences", one.frame.rule.name, one.frame.words, outcome))
    trace += [
        Trace("sentences", held.frame.rule.name, held.frame.words, f"held back: {held.why}") for held in sayings.held
    ]
    return tuple(trace)
