"""`/help` and `/about`: what the bot can do, and what it is. The lists of commands here follow those in `cogs/`."""

from __future__ import annotations

from bot.cards.card import Card, CardField
from bot.cards.limits import fit
from bot.cards.markdown import escape

_FANS = (
    ("/status show", "what becomes of a show, with the evidence"),
    ("/news show", "its latest stories, with outlet, date and link"),
    ("/about", "what this bot is, and what it keeps"),
)
_ADMINS = (
    ("/track add show [channel] [role]", "post a show's news in a channel (role: whom to mention)"),
    ("/track remove show [channel]", "stop that"),
    ("/track list", "what this server tracks, and where"),
    ("/source add url", "read a feed of your own beside the usual ones"),
    ("/source remove source", "stop reading it"),
    ("/source list", "all feeds, and whether your own can be read"),
    ("/source health", "what happened to your feeds lately: failures, moves, recoveries"),
    ("/source import file", "add the feeds of a list from another feed reader (OPML)"),
    ("/source export", "your own feeds as such a list"),
)
_LABELS = (
    "**Official**: the network, streamer, studio or maker says so.",
    "**Reported**: an outlet states it as fact.",
    "**Hinted**: somebody involved hopes or teases.",
    "**Rumour**: nobody stands behind it. Hints and rumours never change a status.",
)

_CREDITS = (
    "News comes from the feeds of the outlets named in each post. Feeds, headlines and reports belong to them; each "
    "post leads to the first report."
)
_PRIVACY = (
    "Kept: the ids of servers, of the channels and roles that were set up, and of the bot's own posts; the shows and "
    "feeds that were chosen. Neither kept nor read: what people write, members, names. What belongs to a server is "
    "deleted 30 days after the bot left it."
)


def help_card() -> Card:
    """Every command in a line, and what the labels mean."""
    return fit(
        Card(
            title="Cliffhanger",
            description="Tells what becomes of your show: renewed, ending, cancelled. With evidence.",
            fields=(
                CardField("For everybody", _commands(_FANS)),
                CardField("For those who manage the server", _commands(_ADMINS)),
                CardField("How certain it is", "\n".join(_LABELS)),
            ),
        )
    )


def about_card(*, version: str, sources: int, shows: int, servers: int) -> Card:
    """The version, how much is watched, credits, and privacy in short."""
    watched = f"{_count(sources, 'feed')} for news of {_count(shows, 'show')}, in {_count(servers, 'server')}"
    return fit(
        Card(
            title=f"Cliffhanger {escape(version)}",
            description="Reads television news and tells what becomes of your show, with evidence.",
            fields=(
                CardField("Watches", watched),
                CardField("Credits", _CREDITS),
                CardField("Privacy", _PRIVACY),
            ),
        )
    )


def _commands(commands: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"`{command}`: {purpose}" for command, purpose in commands)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
