"""The post: one story as a channel sees it. The same story, label and reference give the same card, always."""

from __future__ import annotations

from bot.cards.card import Card
from bot.cards.limits import cut, fit, quotation
from bot.cards.markdown import escape, link, moment
from bot.cards.words import CERTAINTIES, STORY_COLOURS, listed
from bot.model.server import RoleId
from bot.model.show import Show
from bot.model.story import Report, Story

_MOST_OTHERS = 4
_LONGEST_NAME = 120


def story_card(show: Show, story: Story, *, label: str, ref: str, role: RoleId | None) -> Card:
    """What happened, in short, with its outlets, certainty and time.

    `label` is the show's name as it is told from others; `ref` stands in the footer as it is, so that the post can be
    found again (empty for a preview).
    """
    first = _first(story)
    return fit(
        Card(
            title=f"{show_name(show, label)}: {escape(story.headline)}",
            url=first.url if first else "",
            thumbnail=next((report.image for report in story.reports if report.image), ""),
            description="\n\n".join(
                filter(None, [escape(quotation(_beyond_title(show, story))), "\n".join(_evidence(story))])
            ),
            footer=f"Cliffhanger · {ref}" if ref else "Cliffhanger",
            colour=STORY_COLOURS[story.certainty],
            content=f"<@&{role}>" if role is not None else "",
            role=role,
        )
    )


def show_name(show: Show, label: str) -> str:
    """The label, or the plain name where there is none, short enough to leave room for what is said of the show."""
    return cut(escape(label or show.name), _LONGEST_NAME)


def headline_link(story: Story) -> str:
    """What happened, leading to the first report of it."""
    return link(story.headline, story.reports[0].url if story.reports else "")


def outlet_link(report: Report) -> str:
    """The outlet of a report, leading to the report."""
    return link(report.outlet, report.url) or "an outlet"


def certainty_label(story: Story) -> str:
    """How certain a story is, with who stands behind it where that is known: "**Official** · Netflix"."""
    return " · ".join(filter(None, [f"**{CERTAINTIES[story.certainty]}**", escape(story.by or "")]))


def others(story: Story, *, most: int) -> list[str]:
    """Links to the reports after the first, one an outlet; the last one may be "3 more"."""
    first = _first(story)
    by_outlet = {report.outlet: report for report in reversed(story.reports)}
    rest = [
        by_outlet[outlet]
        for outlet in dict.fromkeys(report.outlet for report in story.reports)
        if first is None or outlet != first.outlet
    ]
    links = [outlet_link(report) for report in rest[:most]]
    return [*links, f"{len(rest) - most} more"] if len(rest) > most else links


def _beyond_title(show: Show, story: Story) -> str:
    """The summary without a first sentence that says no more than the card's title."""
    first, _, rest = story.summary.partition(". ")
    return rest if _letters(first) == _letters(show.name + story.headline) else story.summary


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _first(story: Story) -> Report | None:
    return story.reports[0] if story.reports else None


def _evidence(story: Story) -> list[str]:
    first = _first(story)
    source = f"{outlet_link(first)} · " if first else ""
    told = [certainty_label(story), f"{source}{moment(story.opened, 'f')}"]
    also = others(story, most=_MOST_OTHERS)
    return [*told, f"Also reported by {listed(also)}"] if also else told
