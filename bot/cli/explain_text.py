"""Tells a person how an entry is read and why: the shows, each sentence with its rule, what was held back, the story.

Makes text of a reading; knows neither where entries come from nor any rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.cards.status_words import answer
from bot.model.claim import Claim
from bot.model.entry import Entry
from bot.model.reading import Reading, Trace
from bot.model.when import When, WhenError
from bot.news.reader import Reader
from bot.news.status import replay

_WIDTH = 110
"""Characters of a sentence that are repeated."""
_HELD = "held back"


def explain(entry: Entry, reader: Reader) -> str:
    """Plain text of several lines, with no line break at its end."""
    return "\n".join(_lines(entry, reader.read(entry)))


def _lines(entry: Entry, reading: Reading) -> Iterator[str]:
    yield _short(entry.title)
    yield f"  {entry.outlet or 'an unnamed outlet'}, {entry.published:%d %B %Y} ({entry.tier.value.replace('_', ' ')})"
    yield ""
    yield from _shows(reading)
    if reading.subjects or reading.mentions:
        yield ""
        yield from _sentences(reading)
        yield ""
        yield from _outcome(entry, reading)


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
        elif trace.step == "certainty":
            yield f"  Who stands behind it: {trace.rule}."
    said = [trace for trace in reading.trace if trace.step == "sentences"]
    for text, traces in _by_text(said):
        yield f"  “{_short(text)}”"
        for trace in traces:
            yield f"    {'-' if _HELD in trace.outcome else '+'} {trace.rule}: {trace.outcome}"
    if not said:
        yield "  No rule reads news in it."


def _by_text(traces: list[Trace]) -> Iterator[tuple[str, list[Trace]]]:
    texts = dict.fromkeys(trace.text for trace in traces)
    for text in texts:
        yield text, list(dict.fromkeys(trace for trace in traces if trace.text == text))


def _outcome(entry: Entry, reading: Reading) -> Iterator[str]:
    if reading.main is None:
        yield "Outcome: nothing happened, so nothing is posted."
        return
    yield f"Outcome: {reading.main.value}"
    for claim in reading.claims:
        yield f"  {_claim(claim)}"
    for key in reading.stories:
        parts = [key.kind.value, f"season {key.season}" if key.season is not None else "", key.slot]
        yield f"  Story of {key.show}: {', '.join(part for part in parts if part)}"
    yield from _status(entry, reading)
    yield f"  Summary: {reading.summary}"


def _status(entry: Entry, reading: Reading) -> Iterator[str]:
    """What each show's status would be if nothing else were known."""
    for show in reading.subjects:
        words = answer(replay(show, reading.claims, entry.published)).replace("**", "")
        yield f"  Status of {show} by this entry alone: {words}"


def _claim(claim: Claim) -> str:
    season = f", season {claim.season}" if claim.season is not None else ""
    when = f", {_when(claim.when)}" if claim.when else ""
    by = f", by {claim.by}" if claim.by else ""
    return f"{claim.show}: {claim.kind.value}{season}{when}, {claim.certainty.value}{by}"


def _when(text: str) -> str:
    try:
        return When.parse(text).words()
    except WhenError:
        return text


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"
