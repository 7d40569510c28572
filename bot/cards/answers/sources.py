"""The feeds that a server hears: its own with their health, and those that everybody hears. Knows no services."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Card, CardField
from bot.cards.limits import DESCRIPTION, cut, fit, lines
from bot.cards.markdown import escape, link, moment, plain
from bot.cards.words import TIERS, listed
from bot.model.health import HealthEvent
from bot.model.source import Source, Tier

_LONGEST_REASON = 200
_LONGEST_NAME = 100
_GREEN = 0x2ECC71
_GREY = 0x80848E
_NONE = "This server has no feeds of its own. Add one with `/source add`: the address of a feed, or of a page with one."


def sources_card(own: Sequence[Source], defaults: Sequence[Source]) -> Card:
    """The server's own sources with what an admin may have to mend, then the default ones by how they are trusted."""
    return fit(
        Card(
            title="Sources",
            description=lines(map(_own, own), DESCRIPTION // 2) or _NONE,
            fields=tuple(
                CardField(f"For every server: {TIERS[tier]}", listed(names))
                for tier in Tier
                if (names := [escape(source.name) for source in defaults if source.tier is tier])
            ),
            footer="What a server's own source says is seen in that server only.",
        )
    )


def health_card(events: Sequence[tuple[str, HealthEvent]]) -> Card:
    """What changed in the health of the feeds a server hears, newest first, each with the feed's name."""
    told = (
        f"{moment(event.at, 'R')} **{escape(plain(name))}**: {cut(escape(event.text), _LONGEST_REASON)}"
        for name, event in events
    )
    quiet = "Nothing happened to the feeds of this server lately: all of them answer as they should."
    return fit(Card(title="Health of the sources", description=lines(told, DESCRIPTION) or quiet))


def source_added_card(source: Source, entries: int, *, new: bool) -> Card:
    """A feed is heard in this server. `entries`: how many it held when it was tried; `new`: it was not heard before."""
    told = [f"{_named(source)} is {'now' if new else 'already'} read for this server."]
    told.append(f"It holds {entries} {'entry' if entries == 1 else 'entries'} at the moment.")
    if new:
        told.append("They are read for `/status`; posts begin with what comes next.")
    return fit(Card(title="Source added" if new else "Source known", description=" ".join(told), colour=_GREEN))


def source_removed_card(source: Source) -> Card:
    """A feed is heard in this server no longer."""
    told = f"{_named(source)} is no longer read for this server."
    return fit(Card(title="Source removed", description=told, colour=_GREY))


def _named(source: Source) -> str:
    return link(cut(plain(source.name), _LONGEST_NAME) or source.url, source.url) or "The feed"


def _own(source: Source) -> str:
    return f"- {_named(source)}\n  {_health(source)}"


def _health(source: Source) -> str:
    if source.stopped:
        return "Stopped: the feed says it is gone for good. Remove it, or add it again to have another try."
    if source.error:
        reason = cut(escape(source.error), _LONGEST_REASON)
        times = "once" if source.failures == 1 else f"{source.failures} times in a row"
        return f"Failed {times} (next try {moment(source.next_at, 'R')}): {reason}"
    if source.last_polled is None:
        return "Not read yet."
    moved = f" It moved to {escape(source.move.settled)}." if source.move.settled else ""
    return f"Read {moment(source.last_polled, 'R')}, next {moment(source.next_at, 'R')}.{moved}"
