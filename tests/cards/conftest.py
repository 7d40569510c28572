"""A desk that makes shows, claims, stories and statuses, hostile text, and a card as plain lines to compare with.

The fixtures last for the session: they keep nothing, and Hypothesis may then use them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import strategies as st

from bot.cards.card import Card
from bot.model.claim import Certainty, Claim, Kind
from bot.model.entry import EntryId
from bot.model.reading import StoryKey
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, Source, SourceId, Tier
from bot.model.status import Fate, FateChange, Status
from bot.model.story import Report, Story

HEARTSTOPPER = ShowId("heartstopper")


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


class Desk:
    """Makes what cards are made of; each method takes what matters to a test, the rest is ordinary."""

    show = Show(HEARTSTOPPER, "Heartstopper")

    def claim(self, kind: Kind, at: str = "2025-04-22T13:00", **more: Any) -> Claim:
        facts: dict[str, Any] = {
            "certainty": Certainty.OFFICIAL,
            "outlet": "ScreenWire",
            "url": "https://screenwire.example/1",
        }
        return Claim(show=HEARTSTOPPER, kind=kind, happened=instant(at), **(facts | more))

    def report(self, outlet: str = "ScreenWire", number: int = 1, **more: Any) -> Report:
        facts: dict[str, Any] = {
            "title": "Netflix ends it",
            "url": f"https://{outlet.lower().replace(' ', '')}.example/{number}",
        }
        published = instant("2025-04-22T14:05")
        return Report(entry=EntryId(number), outlet=outlet, tier=Tier.TRADE, published=published, **(facts | more))

    def story(self, *reports: Report, **more: Any) -> Story:
        facts: dict[str, Any] = {
            "key": StoryKey(HEARTSTOPPER, Kind.FILM),
            "certainty": Certainty.OFFICIAL,
            "by": "Netflix",
            "headline": "Ending with a film, not a season 4",
            "summary": "Netflix ends the show with a film. Alice Oseman writes it.",
        }
        opened = instant("2025-04-22T13:00")
        return Story(scope=EVERYONE, opened=opened, latest=opened, reports=reports, **(facts | more))

    def change(self, fate: Fate, claim: Claim, season: int | None = None) -> FateChange:
        return FateChange(fate=fate, season=season, at=claim.happened, claim=claim)

    def status(self, fate: Fate = Fate.UNKNOWN, cause: Claim | None = None, **more: Any) -> Status:
        facts: dict[str, Any] = {"certainty": cause.certainty if cause else None}
        return Status(show=HEARTSTOPPER, as_of=instant("2025-05-01"), fate=fate, cause=cause, **(facts | more))

    def source(self, name: str = "My Feed", **more: Any) -> Source:
        facts: dict[str, Any] = {"url": "https://feed.example/rss", "tier": Tier.OUTLET, "public": False}
        return Source(id=SourceId(1), name=name, next_at=instant("2025-05-01"), **(facts | more))


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk()


_NASTY = (
    "@everyone", "@here", "<@1>", "<@!123456789012345678>", "<@&987654321>", "<#42>", "<:kappa:12>", "<a:kappa:12>",
    "<t:0:R>", "</status:1>", "<id:guide>", "[click](https://evil.example)", "[x](<https://evil.example>)", "](", ")[",
    "https://evil.example/a_b_c", "<https://evil.example>", "discord.gg/abc", "https://discord.com/invite/x", "**", "*",
    "__", "_", "~~", "||", "`", "```", "\\", "\\\\", "# ", "## ", "-# ", "- ", "1. ", "> ", ">>> ", "\n", "\r\n", "\n\n",
    "\u2028", "\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u2800", "\u3164", "\U000e0041", "\ud83d", "\x00", "\x1b[31m",
    ":smile:", "😀", "👩‍🚀", "Z̷̡̛͓̤a̴̢̛l̷g̶o̵", "é", "  ", "word", "Season", "&amp;", "<b>", "…", "steam://run", "*" * 50, "W" * 400,
)  # fmt: skip


@pytest.fixture(scope="session")
def hostile() -> st.SearchStrategy[str]:
    """Text made to break things: markup, mentions, invisible characters, too long by far."""
    piece = st.one_of(st.sampled_from(_NASTY), st.text(st.characters(), max_size=12))
    joined = st.lists(piece, max_size=14).map("".join)
    return st.builds(lambda text, times: text * times, joined, st.sampled_from((1, 1, 1, 1, 40, 400)))


def _lines(card: Card) -> str:
    parts = [card.content, card.title, card.url, card.description]
    parts += [f"[{field.name}]\n{field.value}" for field in card.fields]
    return "\n".join([part for part in parts if part] + [f"-- {card.footer}"])


@pytest.fixture(scope="session")
def lines_of() -> Callable[[Card], str]:
    """A card as lines: content, title, link, description, [field] and value, -- footer."""
    return _lines
