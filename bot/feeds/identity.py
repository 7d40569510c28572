"""Tells entries apart: which of a feed's entries were seen before, though feeds change guids, links and titles at will.

Every entry has three hashes: of its own identity, of its link, of its text. All three of every entry that was ever
shown are remembered. Pure; knows nothing of where they are kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from w3lib.url import canonicalize_url

from bot.feeds.parsed import ParsedEntry
from bot.model.window import EntryHashes

BRAKE = 5
"""More new entries than this, and more than half of the feed: its guids were probably all changed."""

_SHORT = 3
"""A shorter feed may have one link for all that it ever brings."""

# Parameters that say where a reader came from, not what they read.
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ns_\w+|at_(?:medium|campaign))=?")
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Identified:
    """An entry with its hashes."""

    entry: ParsedEntry | None
    """None for one that is known and was not read again."""
    hashes: EntryHashes
    own: EntryHashes
    """Its hashes by itself, whatever else the feed shows; `hashes` tells apart those that share a guid."""


def hashes(entry: ParsedEntry) -> EntryHashes:
    """The hashes of one entry by itself."""
    link = _hash("link", canonical_link(entry.link)) if entry.link else None
    title = _hash("title", _plain(entry.title), _plain(entry.summary)) if entry.title or entry.summary else None
    if entry.guid:
        primary = _hash("guid", entry.guid)
    elif link is not None:
        primary = link
    else:
        primary = _hash("text", _plain(entry.title), _plain(entry.summary), _plain(entry.content))
    return EntryHashes(primary, link, title)


def identify(entries: Iterable[ParsedEntry], known: Iterable[EntryHashes] = ()) -> tuple[Identified, ...]:
    """Hash a feed's entries and drop repetitions: first the `known` ones it shows, then those read now in its order.

    Where several entries share a guid (or, without guids, a link), their primary hashes are made of guid and link, and
    of the text too where the link does not tell them apart.
    """
    unique: dict[tuple[int, int | None, int | None], Identified] = {}
    known_ones = [Identified(None, own, own) for own in known]
    for one in (*known_ones, *(Identified(entry, own, own) for entry in entries for own in [hashes(entry)])):
        unique.setdefault((one.hashes.primary, one.hashes.link, one.hashes.title), one)
    shared = Counter(one.hashes.primary for one in unique.values())
    same_link = Counter((one.hashes.primary, one.hashes.link) for one in unique.values())
    told_apart: dict[int, Identified] = {}
    pairs: set[tuple[int, int]] = set()
    for each in unique.values():
        one, own = each, each.hashes
        if shared[own.primary] > 1:
            # By the link where it can be: a text may be edited.
            title = own.title if own.link is None or same_link[own.primary, own.link] > 1 else None
            apart = _hash("shared", str(own.primary), str(own.link), str(title))
            one = replace(each, hashes=replace(own, primary=apart))
        if own.link is not None and own.title is not None:
            # The same link and text under two guids is one entry.
            if (own.link, own.title) in pairs:
                continue
            pairs.add((own.link, own.title))
        told_apart.setdefault(one.hashes.primary, one)
    return tuple(told_apart.values())


def unseen(feed: Sequence[Identified], seen: Collection[int]) -> tuple[Identified, ...]:
    """Those never seen before, in the feed's order. `seen` holds the hashes remembered for this feed, all kinds mixed.

    An entry whose guid is new was still seen when its link and its text were. If too many are new at once in a feed
    that was polled before (`BRAKE`), a known link suffices; and so does a known text, where most of them have one (a
    single one may be a column that has the same words every week).
    """
    new = unknown(feed, seen)
    if not seen or not _is_suspicious(new, feed, seen):
        return new
    # A link that several entries have, such as the home page, tells nothing about any of them.
    links = Counter(one.hashes.link for one in feed)
    titles = Counter(one.hashes.title for one in feed)
    by_link = {one for one in new if one.hashes.link in seen and links[one.hashes.link] == 1}
    by_title = {one for one in new if one.hashes.title in seen and titles[one.hashes.title] == 1}
    known = by_link | by_title if 2 * len(by_title) > len(new) else by_link
    return tuple(one for one in new if one not in known)


def _is_suspicious(new: Sequence[Identified], feed: Sequence[Identified], seen: Collection[int]) -> bool:
    """Whether more is new at once than a feed brings: many and most of it, or all of a short one at known links."""
    if len(new) > BRAKE:
        return 2 * len(new) > len(feed)
    links = {one.hashes.link for one in new if one.hashes.link in seen}
    return len(links) == len(new) == len(feed) >= _SHORT


def unknown(feed: Sequence[Identified], seen: Collection[int]) -> tuple[Identified, ...]:
    """Those that are new by their own word, before the brake."""
    return tuple(one for one in feed if not _was_seen(one.hashes, seen))


def canonical_link(link: str) -> str:
    """A link without what does not tell pages apart: scheme, `www.`, fragment, tracking, a slash at the end."""
    try:
        address, _, query = str(canonicalize_url(link)).partition("?")
    except ValueError:
        return link
    kept = "&".join(part for part in query.split("&") if part and not _TRACKING.match(part))
    address = _SCHEME.sub("", address).rstrip("/")
    return f"{address}?{kept}" if kept else address


def _was_seen(own: EntryHashes, seen: Collection[int]) -> bool:
    return own.primary in seen or (own.link in seen and own.title in seen)


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()


def _hash(*parts: str) -> int:
    """A signed 64-bit integer, as every database has it. Lengths go in, so that parts cannot run into each other."""
    digest = blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return int.from_bytes(digest.digest(), "big", signed=True)
