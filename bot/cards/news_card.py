"""A page of the stories about a show, newest first. Knows nothing of how pages are turned."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Card
from bot.cards.limits import DESCRIPTION, fit, lines
from bot.cards.markdown import escape, moment
from bot.cards.story_card import headline_link, others, show_name
from bot.cards.words import CERTAINTIES, listed
from bot.model.show import Show
from bot.model.story import Story

_NOTHING = "No news about this show yet. Its sources are read all day; what they report will stand here."
_MOST_OTHERS = 2


def news_card(show: Show, stories: Sequence[Story], *, label: str, page: int, pages: int) -> Card:
    """A page of stories with outlet, date and link; `page` counts from 1."""
    told = lines([f"{_story(story)}\n" for story in stories], DESCRIPTION)
    turned = f"Page {page} of {pages} · " if pages > 1 else ""
    return fit(
        Card(
            title=f"News: {show_name(show, label)}",
            description=told or _NOTHING,
            footer=f"{turned}Headlines and reports belong to the outlets named.",
        )
    )


def _story(story: Story) -> str:
    first = [escape(report.outlet) for report in story.reports[:1]]
    outlets = listed([*first, *others(story, most=_MOST_OTHERS)])
    told = filter(None, [f"**{CERTAINTIES[story.certainty]}**", outlets, moment(story.opened)])
    return f"{headline_link(story)}\n{' · '.join(told)}"
