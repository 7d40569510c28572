"""Tells a person how entries are read and why: the shows, each sentence with its rule, what was held back, the story
it joins, what becomes of the status.

Makes text of readings; knows neither where entries come from nor what a rule looks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from bot.cards.status_words import answer
from bot.cli.labelled import Read, with_stories
from bot.model.claim import Claim
from bot.model.entry import Entry
from bot.model.reading import Reading, Trace
from bot.model.show import ShowId
from bot.model.when import MONTHS, When, WhenError
from bot.news.lexicon.rules import RULES
from bot.news.reader import Reader
from bot.news.status import replay

_WIDTH = 110
"""Characters of a sentence that are repeated."""
_HELD = "held back"


_KINDS = MappingProxyType({rule.name: rule.kind.value for rule in RULES})
_LANGUAGES = MappingProxyType(
    {
        "en": "English", "es": "Spanish", "pt": "Portuguese", "de": "German", "fr": "French", "it": "Italian",
        "nl": "Dutch", "sv": "Swedish", "da": "Danish or Norwegian", "pl": "Polish", "tr": "Turkish", "fi": "Finnish",
    }
)  # fmt: skip


def explain(entries: Sequence[Entry], reader: Reader) -> str:
    """Plain text of several lines an entry, with no line break at its end; the entries in their order.

    Stories and statuses form in order of publication, as if nothing but these entries had been read.
    """
    every = with_stories((str(number), entry, reader.read(entry)) for number, entry in enumerate(entries))
    return "\n\n".join("\n".join(_lines(read, every)) for read in every)


def _lines(read: Read, every: Sequence[Read]) -> Iterator[str]:
    entry, reading = read.entry, read.reading
    yield _short(entry.title)
    yield f"  {entry.outlet or 'an unnamed outlet'}, {entry.published:%d %B %Y} ({entry.tier.value.replace('_', ' ')})"
    yield ""
    yield from _shows(reading)
    if reading.subjects or reading.mentions:
        yield ""
        yield from _sentences(reading)
        yield ""
        yield from _outcome(read, every)


def _shows(reading: Reading) -> Iterator[str]:
    if not reading.subjects and not reading.mentions:
        yield "Shows: it names none that is tracked."
        yield from _refused(reading)
        return
    yield "Shows"
    proofs: dict[str, str] = {}
    for trace in reading.trace:
        if trace.step == "titles" and trace.outcome not in proofs:
            proofs[trace.outcome] = f"“{_short(trace.text)}”: {trace.rule}"
    for show in reading.subjects:
        yield f"  is about {show}, {proofs.get(show, '')}".rstrip(", ")
    for show in reading.mentions:
        yield f"  only names {show}, {proofs.get(show, '')}".rstrip(", ")
    yield from _refused(reading)


def _refused(reading: Reading) -> Iterator[str]:
    for trace in reading.trace:
        if trace.step == "titles" and trace.outcome == "not meant":
            yield f"  not taken for a show: “{_short(trace.text)}”, {trace.rule}"


def _sentences(reading: Reading) -> Iterator[str]:
    yield "Sentences"
    for trace in reading.trace:
        if trace.step == "noise":
            yield f"  The headline tells no news: {trace.rule}."
        elif trace.step == "language":
            yield f"  Language: {_LANGUAGES.get(trace.outcome, 'not in Latin letters')}, {trace.rule}."
        elif trace.step == "certainty":
            yield f"  Who stands behind it: {trace.rule}."
    said = [trace for trace in reading.trace if trace.step == "sentences"]
    for text, traces in _by_text(said):
        yield f"  “{_short(text)}”"
        for trace in traces:
            yield f"    {_sign(trace)} {_rule(trace)}: {trace.outcome}"
    if not said:
        yield "  No rule reads news in it."


def _by_text(traces: list[Trace]) -> Iterator[tuple[str, list[Trace]]]:
    texts = dict.fromkeys(trace.text for trace in traces)
    for text in texts:
        yield text, list(dict.fromkeys(trace for trace in traces if trace.text == text))


def _sign(trace: Trace) -> str:
    """What became of a sentence: news, nothing, or evidence of the past."""
    if trace.outcome.startswith("background"):
        return "~"
    return "-" if _HELD in trace.outcome else "+"


def _rule(trace: Trace) -> str:
    """A rule's name, with the kind that it reads where what was held back tells none."""
    kind = _KINDS.get(trace.rule, trace.rule)
    return f"{trace.rule} ({kind})" if trace.outcome.startswith(_HELD) and kind != trace.rule else trace.rule


def _outcome(read: Read, every: Sequence[Read]) -> Iterator[str]:
    entry, reading = read.entry, read.reading
    if reading.main is None:
        yield "Outcome: nothing happened, so nothing is posted."
    else:
        yield f"Outcome: {reading.main.value}"
    for claim in reading.claims:
        yield f"  {_claim(claim)}"
    for key in reading.stories:
        parts = [key.kind.value, f"season {key.season}" if key.season is not None else "", key.slot]
        yield f"  Story of {key.show}: {', '.join(part for part in parts if part)}"
    if (first := _first_of_story(read, every)) is not None:
        yield f"  Joins the story of “{_short(first.entry.title)}” ({first.entry.outlet or 'an unnamed outlet'})"
    if reading.claims:
        for show in reading.subjects:
            yield from _status(show, entry, reading, every)
    if reading.main is not None:
        yield f"  Summary: {reading.summary}"


def _first_of_story(read: Read, every: Sequence[Read]) -> Read | None:
    """The entry that opened the story, where another one did."""
    same = [other for other in every if read.story is not None and other.story == read.story]
    first = min(same, key=lambda other: (other.entry.published, other.id), default=None)
    return first if first is not read else None


def _status(show: ShowId, entry: Entry, reading: Reading, every: Sequence[Read]) -> Iterator[str]:
    """What a show's status would be if nothing else were known; and how the entry changes what those before it told."""
    yield f"  Status of {show} by this entry alone: {_answer(show, reading.claims, entry)}"
    before = [
        claim
        for other in every
        if other.reading is not reading and other.entry.published <= entry.published
        for claim in other.reading.claims
    ]
    if any(claim.show == show for claim in before):
        old, new = _answer(show, before, entry), _answer(show, [*before, *reading.claims], entry)
        yield f"  Status of {show} by the entries before: {old}"
        yield f"    With this one: {new if new != old else 'the same.'}"


def _answer(show: ShowId, claims: Sequence[Claim], entry: Entry) -> str:
    return answer(replay(show, claims, entry.published)).replace("**", "")


def _claim(claim: Claim) -> str:
    season = f", season {claim.season}" if claim.season is not None else ""
    when = f", {_when(claim.when)}" if claim.when else ""
    by = f", by {claim.by}" if claim.by else ""
    told = f"{claim.show}: {claim.kind.value}{season}{when}, {claim.certainty.value}{by}"
    if not claim.background:
        return told
    month = f"{MONTHS[claim.happened.month - 1]} {claim.happened.year}"
    return f"background: {told}, evidence at about {month}"


def _when(text: str) -> str:
    try:
        return When.parse(text).words()
    except WhenError:
        return text


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"
