"""Discord's permission bits and how a member's permissions in a channel are computed. Pure; knows only numbers.

Source: Discord docs, "Permissions" (base permissions, then the overwrites for @everyone, roles, member).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag

from bot.model.errors import UserError


class Permission(IntFlag):
    """The permissions the stand-in tells apart; names in lower case are Discord's."""

    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    MANAGE_ROLES = 1 << 28
    MANAGE_WEBHOOKS = 1 << 29
    USE_APPLICATION_COMMANDS = 1 << 31
    SEND_MESSAGES_IN_THREADS = 1 << 38


ALL = (1 << 50) - 1
"""What an administrator has."""

EVERYONE = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.ADD_REACTIONS
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.SEND_MESSAGES_IN_THREADS
)
"""What @everyone has in a new guild, as far as the stand-in tells permissions apart."""


@dataclass(frozen=True, slots=True)
class Overwrite:
    """What a channel allows and denies to one role (`is_member` False) or one member."""

    target_id: str
    is_member: bool
    allow: int = 0
    deny: int = 0


def compute(
    member_id: str, guild_id: str, role_permissions: dict[str, int], overwrites: Iterable[Overwrite], *, owner: bool
) -> int:
    """A member's permissions in a channel.

    `role_permissions` maps the ids of the member's roles, @everyone (whose id is the guild's) included, to their bits.
    Without VIEW_CHANNEL nothing else counts.
    """
    bits = 0
    for value in role_permissions.values():
        bits |= value
    if owner or bits & Permission.ADMINISTRATOR:
        return ALL
    by_target = {overwrite.target_id: overwrite for overwrite in overwrites}
    everyone = by_target.get(guild_id)
    if everyone is not None:
        bits = bits & ~everyone.deny | everyone.allow
    roles = [by_target[role] for role in role_permissions if role in by_target and role != guild_id]
    for overwrite in roles:
        bits &= ~overwrite.deny
    for overwrite in roles:
        bits |= overwrite.allow
    own = by_target.get(member_id)
    if own is not None and own.is_member:
        bits = bits & ~own.deny | own.allow
    return bits if bits & Permission.VIEW_CHANNEL else 0


def parse(value: int | str | Iterable[str]) -> int:
    """Bits from a number, a number written as a string, or names such as `manage_guild`.

    Raises `UserError` for a name that is none of Discord's.
    """
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        if value.isdigit():
            return int(value)
        value = value.replace(",", " ").split()
    bits = 0
    for name in value:
        try:
            bits |= Permission[name.upper()]
        except KeyError:
            known = ", ".join(sorted(str(flag.name).lower() for flag in Permission))
            raise UserError(f"There is no permission called {name!r}. Known here: {known}.") from None
    return bits
