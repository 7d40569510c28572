"""Cuts an entry into sentences, each with the place it stands in: title, teaser, lead, body, list item or link list.

Knows nothing of shows or of what a sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.model.entry import Entry
from bot.news.text import BULLET, one_line, plain

MAX_SENTENCES = 120
"""Sentences of an entry that are read; news is told in the first of them."""
MAX_LENGTH = 700
"""Characters of a sentence that are read."""


class Place(StrEnum):
    """Where a sentence stands; a claim weighs less the later it stands."""

    TITLE = "title"
    SUMMARY = "summary"
    LEAD = "lead"
    BODY = "body"
    ITEM = "item"
    LINKS = "links"
    """Titles of other articles: whatever they name is a mention."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence."""

    text: str
    place: Place
    block: int
    """Which paragraph it stands in, counted over the entry; a show that is named carries on within one."""


_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sr|Jr|Prof|Sgt|Capt|Lt|Gen|Sen|Rep|Gov|vs|No|Vol|Ep|Eps|feat|approx|est|Inc|Ltd|Co|"
    r"Corp|Bros|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|a\.m|p\.m|e\.g|"
    r"i\.e|etc)"
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)
_STOP = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9¿¡•#@ÀÁÂÄÇÈÉÊËÍÎÓÔÖÚÜŠŽ])|[.!?…]+[\"”’')\]]*$")
_GERMAN_NUMBER = re.compile(
    r"(?<![\w.])\d{1,2}\.\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Staffel|"
    r"Folge|Episode|Season)\b"
)
"""As in "ab dem 22. November": the stop makes it an ordinal."""
_LINKS = re.compile(
    r"^(?:• )?(?:(?:read|see|watch|more|hear) (?:more|also|next|this)\b|more\b[^.!?]{0,40}:|more (?:from|on|"
    r"stories|news)\b|also (?:on|read|see)\b|"
    r"you (?:may|might|could) (?:also )?(?:like|enjoy|want)|do ?n['’]t miss|related\b|in (?:other|"
    r"[\w ]{2,40} today)\b[^.!?]{0,40}:|"
    r"elsewhere\b[^.!?]{0,40}:|recommended\b|trending\b|most (?:read|popular)\b|popular (?:now|stories)\b|"
    r"up next\b|icymi\b|what to (?:read|watch) next|"
    r"latest (?:stories|news|headlines)\b|editor['’]s picks|sign up|follow us|further reading|keep reading)",
    re.IGNORECASE,
)
_NOTES = re.compile(r"^(?:notes? to editors?|about (?:the )?[A-Z][\w ]{1,40}$|boilerplate|ends$|-ends-)", re.IGNORECASE)


def sentences(entry: Entry) -> tuple[Sentence, ...]:
    """The sentences of an entry in reading order; a teaser that the body repeats is read once."""
    found = [Sentence(one_line(entry.title)[:MAX_LENGTH], Place.TITLE, 0)]
    seen = {found[0].text}
    block = 0
    for text, body in ((plain(entry.summary), False), (plain(entry.content), True)):
        places = _places(text.split("\n"), body=body)
        for line, place in places:
            block += 1
            for sentence in split(line):
                if sentence not in seen and len(found) < MAX_SENTENCES:
                    seen.add(sentence)
                    found.append(Sentence(sentence[:MAX_LENGTH], place, block))
    return tuple(found)


def _places(lines: list[str], *, body: bool) -> Iterator[tuple[str, Place]]:
    links = False
    paragraphs = 0
    for line in lines:
        text = line.removeprefix(BULLET)
        if not text:
            continue
        if _NOTES.match(text):
            # What a press release says of itself and of the past.
            links = True
        if _LINKS.match(text):
            links = True
        elif links and not line.startswith(BULLET) and len(text) > 160:
            links = False
        if links:
            yield text, Place.LINKS
        elif line.startswith(BULLET):
            yield text, Place.ITEM
        else:
            paragraphs += 1
            yield text, Place.SUMMARY if not body else Place.LEAD if paragraphs <= 2 else Place.BODY


def split(text: str) -> list[str]:
    """A paragraph's sentences; abbreviations, initials and "S.W.A.T." end none."""
    pieces: list[str] = []
    start = 0
    for stop in _STOP.finditer(text):
        head = text[start : stop.end()]
        if stop.group().startswith(".") and _ABBREVIATION.search(head.rstrip("\"”’')]")) and stop.end() < len(text):
            continue
        if stop.group() == "." and any(
            found.start() < stop.start() < found.end()
            for found in _GERMAN_NUMBER.finditer(text, max(0, stop.start() - 3))
        ):
            continue
        if head.strip():
            pieces.append(head.strip())
        start = stop.end()
    if text[start:].strip():
        pieces.append(text[start:].strip())
    return pieces
