"""What a feed showed last time, and what is new or edited in what it shows now.

The window is what makes a poll cheap and edits visible: an entry whose fingerprint is in it need not be read again,
and one whose text differs from what is in it was edited. Pure; knows nothing of where windows are kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from bot.feeds.identity import Identified, hashes, identify, unknown, unseen
from bot.feeds.parsed import ParsedEntry, ParsedFeed
from bot.model.window import EntryHashes, Shown

MOST_EDITS = 24
"""Edits of one entry that are heeded: some have a clock in their text (reader's limit, and its reason)."""


@dataclass(frozen=True, slots=True)
class Edited:
    """An entry with another text than before."""

    entry: ParsedEntry
    primary: int
    """The hash of its identity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A feed compared with its window."""

    window: tuple[Shown, ...]
    """What it shows now."""
    new: tuple[Identified, ...]
    edited: tuple[Edited, ...]
    to_remember: frozenset[int]
    """Hashes to be marked as seen: of what was read now, and of what the feed shows no longer."""
    braked: int = 0
    """New by their guids, and held back because their links or titles were known."""


class Look:
    """One look at a feed, in two steps, between which the caller finds out which hashes were seen before."""

    def __init__(self, feed: ParsedFeed, before: Sequence[Shown]) -> None:
        self._feed = feed
        self._before = before
        known: dict[int, list[Shown]] = defaultdict(list)
        for shown in before:
            if shown.fingerprint is not None:
                known[shown.fingerprint].append(shown)
        # One that is shown twice is in the window once.
        self._unread = [one for fingerprint in dict.fromkeys(feed.stripped) for one in known[fingerprint]]
        self._shown = identify(feed.entries, (one.hashes for one in self._unread))
        self._beyond = frozenset(h for entry in feed.beyond for h in hashes(entry).known)

    @property
    def to_ask(self) -> frozenset[int]:
        """The hashes of what was read now."""
        return frozenset(h for one in self._shown if one.entry is not None for h in one.hashes.known)

    def compare(self, seen: Collection[int]) -> Comparison:
        """What is new and what was edited. `seen` are those of `to_ask` that the feed has shown before."""
        apart = identify((), (shown.hashes for shown in self._before))
        shown_before = frozenset().union(*(one.hashes.known for one in apart))
        all_seen = shown_before.union(seen)
        again = self._shown_again()
        new = tuple(one for one in unseen(self._shown, all_seen) if one.entry is not None and one.own not in again)
        unread = {one.hashes: one for one in self._unread}
        earlier_ones: dict[int, list[Shown]] = defaultdict(list)
        for shown in self._before:
            earlier_ones[shown.hashes.primary].append(shown)
        window: list[Shown] = []
        edited: list[Edited] = []
        fresh = set(new)
        for one in self._shown:
            if one.entry is None:
                window.append(unread[one.own])
                continue
            earlier = None if one in fresh else _earlier(one.own, earlier_ones[one.own.primary])
            content = content_hash(one.entry)
            edits = earlier.edits if earlier is not None else 0
            if earlier is not None and earlier.content != content:
                edits += 1
                if edits <= MOST_EDITS:
                    edited.append(Edited(one.entry, one.hashes.primary))
            moment = one.entry.published or one.entry.updated
            window.append(Shown(one.own, content, one.entry.fingerprint, min(edits, MOST_EDITS + 1), moment))
        gone = shown_before.difference(*(one.hashes.known for one in self._shown))
        return Comparison(
            window=tuple(window),
            new=new,
            edited=tuple(edited),
            to_remember=self.to_ask | gone | self._beyond,
            braked=sum(one.entry is not None and one.own not in again for one in unknown(self._shown, all_seen))
            - len(new),
        )

    def _shown_again(self) -> frozenset[EntryHashes]:
        """Entries with a guid and a link that one had before, though another entry has that guid now as well."""
        before = Counter((shown.hashes.primary, shown.hashes.link) for shown in self._before)
        now = Counter((one.own.primary, one.own.link) for one in self._shown)
        return frozenset(
            one.own
            for one in self._shown
            if one.own.link is not None and before[key := (one.own.primary, one.own.link)] == now[key] == 1
        )


def content_hash(entry: ParsedEntry) -> int:
    """The hash of all of an entry's text: its title, summary and content, whatever their blanks."""
    digest = blake2b(digest_size=8)
    for part in (entry.title, entry.summary, entry.content):
        digest.update("".join(part.split()).encode("utf-8", "surrogatepass") + b"\0")
    return int.from_bytes(digest.digest(), "big", signed=True)


def _earlier(own: EntryHashes, same_guid: Sequence[Shown]) -> Shown | None:
    """The same entry as it was shown last; of several with its guid, the one with its link or its title."""
    same = list(same_guid)
    if len(same) > 1:
        same = [one for one in same if one.hashes.link == own.link and own.link is not None] or [
            one for one in same if one.hashes.title == own.title
        ]
    return same[0] if len(same) == 1 else None
