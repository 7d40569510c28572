"""Makes the card of a delivery from what is stored at the moment it is sent. Knows no Discord."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.cards.card import Card
from bot.cards.story_card import story_card
from bot.delivery.nonce import reference
from bot.model.show import Show, ShowId
from bot.model.source import scope_of
from bot.store import stories
from bot.store.engine import Store
from bot.store.outbox import Lease


@dataclass(frozen=True, slots=True)
class Composer:
    """Looks up the story and its show; a server sees the reports it may see."""

    store: Store
    show_of: Callable[[ShowId], Show | None]
    label_of: Callable[[Show], str]

    async def __call__(self, lease: Lease) -> Card | None:
        """The card to post, or None when its story is gone."""
        delivery = lease.delivery
        async with self.store.read() as conn:
            story = await stories.get(conn, delivery.story, scope_of(lease.guild))
        show = self.show_of(story.key.show) if story else None
        if story is None or show is None:
            return None
        return story_card(
            show, story, label=self.label_of(show), ref=reference(delivery.nonce or ""), role=delivery.role
        )
