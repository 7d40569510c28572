"""What commands answer besides a status and the news: one module a concern, all of them named here. Knows no commands'
code and no services.
"""

from __future__ import annotations

from bot.cards.answers.about import about_card, help_card
from bot.cards.answers.finding import ambiguous_card, unknown_card
from bot.cards.answers.source_lists import exported_card, imported_card
from bot.cards.answers.sources import health_card, source_added_card, source_removed_card, sources_card
from bot.cards.answers.tracking import tracked_card, tracks_card, untracked_card

__all__ = [
    "about_card",
    "ambiguous_card",
    "exported_card",
    "health_card",
    "help_card",
    "imported_card",
    "source_added_card",
    "source_removed_card",
    "sources_card",
    "tracked_card",
    "tracks_card",
    "unknown_card",
    "untracked_card",
]
