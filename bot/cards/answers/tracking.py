"""What an admin sees after following a show or ending that, and the list of all a server follows. Knows no services."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Card, CardField
from bot.cards.limits import DESCRIPTION, FIELD_VALUE, cut, fit, lines
from bot.cards.markdown import escape
from bot.cards.words import listed
from bot.model.server import Channel, ChannelId, RoleId, Track

_GREEN = 0x2ECC71
_RED = 0xE74C3C
_GREY = 0x80848E
_LONGEST_NAME = 100
_MOST_CHANNELS = 20


def tracked_card(
    label: str, *, channel: ChannelId, role: RoleId | None, new: bool, own: bool, role_is_silent: bool = False
) -> Card:
    """A show is followed in a channel. `new`: it was not before; `own`: no catalogue knows it, only its name is known;
    `role_is_silent`: Discord would show the mention of the role but notify nobody.
    """
    told = [f"News of **{_name(label)}** {'will be' if new else 'is already being'} posted in <#{channel}>."]
    told.append(f"Each post mentions <@&{role}>." if role is not None else "Posts mention nobody.")
    if role is not None and role_is_silent:
        told.append(
            "Nobody in that role will be notified yet: allow anyone to mention it (Server Settings, Roles), or give "
            "the bot the permission to mention all roles."
        )
    if own:
        told.append("No catalogue has this show, so it is known by this name alone, and in this server only.")
    told += ["", "The next card shows what is known already. `/track remove` stops the posts."]
    return fit(Card(title="Tracking", description=lines(told, DESCRIPTION), colour=_GREEN))


def untracked_card(label: str, channels: Sequence[ChannelId]) -> Card:
    """A show is followed no longer in these channels."""
    places = listed([f"<#{channel}>" for channel in channels], _MOST_CHANNELS) or "this server"
    told = f"News of **{_name(label)}** is no longer posted in {places}."
    return fit(Card(title="No longer tracking", description=told, colour=_GREY))


def tracks_card(tracks: Sequence[tuple[str, Track]], parked: Sequence[Channel], page: int, pages: int) -> Card:
    """A page of what a server follows (`page` counts from 1), and every channel that cannot be posted to."""
    told = [_track(label, track) for label, track in tracks]
    stuck = lines((f"<#{channel.id}>: {escape(channel.parked or 'unknown reason')}" for channel in parked), FIELD_VALUE)
    return fit(
        Card(
            title="Tracked shows",
            description=lines(told, DESCRIPTION) or "This server tracks no show yet. Begin with `/track add`.",
            fields=(CardField("Nothing can be posted here", stuck),) if stuck else (),
            footer=f"Page {page} of {pages}" if pages > 1 else "",
            colour=_RED if stuck else _GREEN,
        )
    )


def _track(label: str, track: Track) -> str:
    role = f", mentions <@&{track.role}>" if track.role is not None else ""
    return f"- {_name(label)} in <#{track.channel}>{role}"


def _name(label: str) -> str:
    return cut(escape(label), _LONGEST_NAME)
