"""Subscription lists (OPML), in and out: what other feed readers export and import.

Pure. listparser reads, as it forgives what feed readers write; here the file is bounded first, as it comes from a
stranger. Knows nothing of where a list comes from and of whether its URLs are feeds.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

import lxml.etree
from listparser.common import SuperDict
from listparser.opml import OpmlMixin
from w3lib.encoding import html_to_unicode

from bot.feeds.clean import clean_line
from bot.model.errors import UserError

LARGEST_LIST = 2_000_000
"""Bytes; five thousand feeds are about half of it."""
MOST_OUTLINES = 5_000
DEEPEST = 30
LONGEST_TITLE = 200
MOST_CATEGORIES = 10
LONGEST_CATEGORY = 100

# Longer than any URL that is accepted, so that a cut one is refused and not mistaken for another.
_LONGEST_ATTRIBUTE = 4_000
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in a list."""

    url: str
    """As the file has it: not checked, it may be anything."""
    title: str = ""
    categories: tuple[str, ...] = ()
    """Tags and folders; those within others are written `TV/Drama`."""


class UnreadableListError(UserError):
    """The file is no list of feeds that can be read; the text says why and what to do."""


def read_opml(data: bytes) -> tuple[Outline, ...]:
    """The feeds of an OPML file in its order, each URL once.

    Raises `UnreadableListError` for what is no OPML, names no feeds, or is larger or stranger than any real list.
    """
    if len(data) > LARGEST_LIST:
        raise UnreadableListError(
            f"This file is larger than {LARGEST_LIST // 1_000_000} MB; split it into smaller ones."
        )
    _, text = html_to_unicode(None, data, auto_detect_fun=_charset)
    if _ENTITY.search(text):
        raise UnreadableListError("This file defines XML entities, which no list of feeds needs; it is not read.")
    listener = _Listener()
    # An HTML parser is forgiving, but guesses charsets in its own way; ASCII with references leaves nothing to guess.
    ascii_only = text.encode("ascii", "xmlcharrefreplace")
    try:
        lxml.etree.parse(io.BytesIO(ascii_only), lxml.etree.HTMLParser(target=listener, recover=True))
    except (lxml.etree.LxmlError, ValueError, IndexError):
        # Unbalanced tags; whatever came before them is no reason to trust the rest.
        raise UnreadableListError("This file is damaged; export it once more.") from None
    if not listener.harvest["version"]:
        raise UnreadableListError("This is no OPML file. Feed readers make one by Export, or Export OPML.")
    if not listener.harvest["feeds"]:
        raise UnreadableListError("This OPML file names no feeds.")
    return tuple(_outline(feed) for feed in listener.harvest["feeds"])


def write_opml(title: str, outlines: Iterable[Outline], made: datetime) -> bytes:
    """An OPML 2.0 document (http://opml.org/spec2.opml) in UTF-8. `made` is aware."""
    root = lxml.etree.Element("opml", version="2.0")
    head = lxml.etree.SubElement(root, "head")
    lxml.etree.SubElement(head, "title").text = clean_line(title, LONGEST_TITLE)
    lxml.etree.SubElement(head, "dateCreated").text = format_datetime(made.astimezone(UTC), usegmt=True)
    body = lxml.etree.SubElement(root, "body")
    for outline in outlines:
        # `text` is required, and `title` is what some readers show instead.
        name = clean_line(outline.title, LONGEST_TITLE) or outline.url
        facts = {"type": "rss", "text": name, "title": name, "xmlUrl": outline.url}
        if outline.categories:
            facts["category"] = ",".join(map(_written, outline.categories[:MOST_CATEGORIES]))
        lxml.etree.SubElement(body, "outline", facts)
    document: bytes = lxml.etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return document


class _Listener(OpmlMixin):
    """listparser's reader of OPML (not of FOAF and iGoogle), which is told no more than it can take."""

    def __init__(self) -> None:
        super().__init__()
        self.harvest |= {"version": "", "feeds": [], "lists": [], "opportunities": [], "meta": SuperDict()}
        self._outlines = 0

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """An element begins. Raises `UnreadableListError` where there are too many, or they nest too deep."""
        self._outlines += tag.rpartition(":")[2] == "outline"
        if self._outlines > MOST_OUTLINES:
            raise UnreadableListError(f"This file has more than {MOST_OUTLINES} entries; split it into smaller ones.")
        if len(self.node_stack) > DEEPEST:
            raise UnreadableListError(f"This file nests its folders more than {DEEPEST} deep; it is not read.")
        bounded = {name: value[:_LONGEST_ATTRIBUTE] for name, value in attrs.items()}
        # listparser compares each category with all others of the feed: hours of work for a small file of such.
        known = bounded.get("xmlurl", "").strip() in self.found_urls
        bounded["category"] = "" if known else _first_categories(bounded.get("category", ""))
        super().start(tag, bounded)


def _charset(data: bytes) -> str:
    """The charset of a file that names none."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _first_categories(value: str) -> str:
    return ",".join(part[:LONGEST_CATEGORY] for part in value.split(",")[:MOST_CATEGORIES])


def _outline(feed: SuperDict) -> Outline:
    paths = ("/".join(part for part in path if part) for path in feed["categories"][:MOST_CATEGORIES])
    kept = dict.fromkeys(clean_line(path, LONGEST_CATEGORY) for path in paths)
    return Outline(
        url=clean_line(feed["url"], _LONGEST_ATTRIBUTE),
        title=clean_line(feed["title"], LONGEST_TITLE),
        categories=tuple(path for path in kept if path),
    )


def _written(category: str) -> str:
    """A category as OPML has it: commas part them, and a slash in front tells a path from a tag."""
    path = category.replace(",", " ")
    return f"/{path.strip('/')}" if "/" in path else path
