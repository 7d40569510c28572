"""One walk over a feed's XML: where its entries are, how deep it goes, and whether what one entry says could change how
feedparser reads another. feedparser carries state from entry to entry: prefixes, `xml:base`, unbalanced markup.

It is expat that reads, as in feedparser's strict parser: what one finds well-formed, the other does. Pure; knows
nothing of charsets, and nothing of what is done with the entries.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from enum import Enum, auto
from functools import lru_cache
from xml.parsers import expat

from feedparser.api import StrictFeedParser

DEEPEST = 100
"""Feeds nest their elements some five deep, XHTML in Atom some twenty; a thousand are an attack on the parser."""

_XHTML = "http://www.w3.org/1999/xhtml"
_SVG = "http://www.w3.org/2000/svg"
MEDIA = ("http://search.yahoo.com/mrss", "http://search.yahoo.com/mrss/")
_BASES = ("http://www.w3.org/XML/1998/namespace base", "base")
_RSS_1 = ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")

# What a prefix means to feedparser; the core of RSS and Atom, which has none, is the empty one.
_STANDARD: dict[str, str] = {str(uri).lower(): str(prefix) for uri, prefix in StrictFeedParser.namespaces.items()}
_PREFIXES = frozenset(_STANDARD.values())

_ITEMS = frozenset({"item", "entry"})
_FEEDS = frozenset({"rss", "rdf", "feed", "channel"})
# What feedparser reads as a text that may have markup in it.
_TEXTS = frozenset(
    {"title", "summary", "content", "encoded", "description", "subtitle", "tagline", "rights", "copyright", "abstract"}
    | {"info", "browserfriendly", "body", "fullitem"}
)
_CONTENTS = frozenset({"content", "encoded", "fullitem"})

# Even an absolute link is lost to feedparser where the base is no URL.
_PLAIN_BASE = re.compile(r"(?:https?://[\w.-]+(?::\d{1,5})?(?:/[\w./~%+-]*)?)?", re.ASCII)
_END_TAG = re.compile(rb"</([^\s>]+)\s*>")


class TooDeepError(Exception):
    """The elements of a feed nest beyond `DEEPEST`."""


class InDoubtError(Exception):
    """Cutting entries out might change how others are read, or this is no feed."""


class _Kind(Enum):
    ITEM = auto()
    FEED = auto()
    TEXT = auto()
    MARKUP = auto()
    """Of XHTML or SVG: what a text may have in it."""
    TITLE = auto()
    CONTENT = auto()
    OTHER = auto()


@lru_cache(maxsize=2_000)
def _kind(name: str) -> _Kind:
    """What an element is by its name as expat gives it: the namespace, a blank, the local name."""
    namespace, _, local = name.rpartition(" ")
    local = local.lower()
    if namespace in {_XHTML, _SVG}:
        return _Kind.TEXT if local == "body" else _Kind.MARKUP
    core = not _STANDARD.get(namespace.lower(), "" if not namespace else "-")
    if local in _ITEMS and core:
        return _Kind.ITEM
    if local in _FEEDS and (core or local == "rdf"):
        return _Kind.FEED
    if local in _TEXTS and not (local == "content" and namespace in MEDIA):
        return _Kind.TITLE if local == "title" else _Kind.CONTENT if local in _CONTENTS else _Kind.TEXT
    return _Kind.OTHER


class Scan:
    """One walk over a feed: where its entries are, and whether they can be told from each other."""

    def __init__(self) -> None:
        self.items: list[tuple[int, int]] = []
        self.based = False
        """Whether an entry has a base of its own, which feedparser may take over into those after it."""
        self.first_stays = False
        """Whether the head may have feedparser read the summary of the first entry in another way than of others."""
        self._summed_up = False
        self.around: set[tuple[str | None, str]] = set()
        """Namespaces that are declared outside of entries, all of them before the first."""
        self.within: set[tuple[str | None, str]] = set()
        self._new: list[tuple[str | None, str]] = []
        self.outer: list[str] = []
        """What an entry's meaning depends on beside itself."""
        self._depth = 0
        self._parent = _Kind.OTHER
        self._item = 0
        """The depth of the entry that is open, or 0."""
        self._start = 0
        self._text = 0
        """The depth of the text that is open, or 0."""
        self._version = False

    def read(self, text: bytes) -> None:
        """Walk over a feed in UTF-8. Raises `TooDeepError`, `InDoubtError` and ExpatError."""
        self._bytes = text
        self._expat = parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = self._opened
        parser.EndElementHandler = self._closed
        parser.StartNamespaceDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._doctype
        parser.Parse(text, True)  # noqa: FBT003 - expat takes it by position only
        if not self._version:
            raise InDoubtError
        self._check_namespaces()

    def _opened(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeepError
        kind = _kind(name)
        if self._text:
            # feedparser takes the end of other elements in a text for the end of an element of the feed.
            if kind is not _Kind.MARKUP:
                raise InDoubtError
        elif not self._item:
            self._opened_outside(name, kind, attributes)
        elif kind is _Kind.ITEM or kind is _Kind.FEED:
            raise InDoubtError
        if not self._text and (kind is _Kind.TEXT or kind is _Kind.TITLE or kind is _Kind.CONTENT):
            self._text = self._depth
        if self._new:
            (self.within if self._item else self.around).update(self._new)
            self._new.clear()
        if attributes and self._item and (_BASES[0] in attributes or _BASES[1] in attributes):
            self._based(attributes)

    def _based(self, attributes: dict[str, str]) -> None:
        self.based = True
        if not all(_PLAIN_BASE.fullmatch(attributes.get(base, "")) for base in _BASES):
            raise InDoubtError

    def _opened_outside(self, name: str, kind: _Kind, attributes: dict[str, str]) -> None:
        if kind is _Kind.ITEM:
            if not (self._depth == 2 or (self._depth == 3 and self._parent is _Kind.FEED)):
                raise InDoubtError
            self._item = self._depth
            self._start = self._expat.CurrentByteIndex
            return
        if self._depth <= 2:
            self._parent = kind
        if self._depth == 1:
            local = name.rpartition(" ")[2].lower()
            # feedparser takes the version of other formats from the first namespace that it knows.
            self._version = local in {"rss", "feed"} or any(uri.lower() in _RSS_1 for _, uri in self._new)
        if kind is _Kind.FEED:
            self.outer += [name, *(attributes.get(base, "") for base in _BASES)]
        elif self.items and (kind is _Kind.TITLE or self._new or any(base in attributes for base in _BASES)):
            # Which of two titles of the feed counts depends on whether there are entries in between.
            raise InDoubtError

        if kind is _Kind.CONTENT or (kind is _Kind.TEXT and self._summed_up):
            self.first_stays = True
        self._summed_up = self._summed_up or (kind is _Kind.TEXT and name.lower().endswith("summary"))

    def _closed(self, _name: str) -> None:
        if self._text == self._depth:
            self._text = 0
        if self._item == self._depth:
            end = self._expat.CurrentByteIndex
            # Of `<item/>` the end is where it ends, of others where the end tag begins.
            tag = _END_TAG.match(self._bytes, end)
            if tag is not None and self._bytes.startswith(tag[1], self._start + 1):
                end = tag.end()
            self.items.append((self._start, end))
            self._item = 0
        self._depth -= 1

    def _declared(self, prefix: str | None, uri: str) -> None:
        self._new.append((prefix, uri or ""))

    def _doctype(self, *_of_it: object) -> None:
        raise InDoubtError

    def _check_namespaces(self) -> None:
        """Prefixes stay in feedparser's memory: one that an entry declares must mean the same everywhere."""
        everywhere = self.around | self.within
        meanings: dict[str, set[str]] = defaultdict(set)
        for prefix, uri in everywhere:
            meanings[prefix or ""].add(uri)
        own = self.within - self.around
        if any(prefix is not None and len(meanings[prefix]) > 1 for prefix, _ in self.within):
            raise InDoubtError
        if any(prefix in _PREFIXES and _STANDARD.get(uri.lower()) != prefix for prefix, uri in own):
            raise InDoubtError
        # An element without a prefix gets one if its namespace is unknown and a prefix for it was declared before.
        if _bare(own) & _bound(everywhere) or _bare(everywhere) & _bound(own):
            raise InDoubtError


def _bare(declared: Collection[tuple[str | None, str]]) -> set[str]:
    return {uri for prefix, uri in declared if prefix is None and uri.lower() not in _STANDARD}


def _bound(declared: Collection[tuple[str | None, str]]) -> set[str]:
    return {uri for prefix, uri in declared if prefix is not None}


def too_deep(body: bytes) -> bool:
    """Whether elements nest beyond `DEEPEST`. Expat takes no harm from depth or entities, feedparser does."""
    depth = 0

    def opened(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise TooDeepError

    def closed(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    try:
        parser.Parse(body, True)  # noqa: FBT003 - expat takes it by position only
    except TooDeepError:
        return True
    except (expat.ExpatError, ValueError, LookupError):
        # Not well-formed, or in a charset expat does not know: feedparser tries, under the pool's deadline.
        return False
    return False
