"""Changes to the world while the bot looks on: guilds, channels, roles, permissions come and go, and it is told.

Joins the world to the gateway's events. Knows nothing of HTTP.
"""

from __future__ import annotations

from bot.model.errors import UserError
from bot.standin.state.messages import MessageBoard
from bot.standin.state.payloads import channel_json, guild_create_json, role_json
from bot.standin.state.permissions import Overwrite
from bot.standin.state.world import MESSAGE_CHANNELS, Channel, Guild, World
from bot.standin.wire.gateway import Gateway
from bot.standin.wire_types import JsonObject


class Stage:
    """Every change that somebody can make from outside; each raises `UserError` for something that is not there."""

    def __init__(self, world: World, board: MessageBoard, gateway: Gateway) -> None:
        self._world = world
        self._board = board
        self._gateway = gateway

    def guild(self, name_or_id: str | None) -> Guild:
        """The guild of that id or name; None is the first one the bot is in."""
        for guild in self._world.guilds.values():
            if (name_or_id is None and guild.present) or name_or_id in (guild.id, guild.name):
                return guild
        raise UserError(f"There is no guild {name_or_id or 'that the bot is in'}.")

    def channel(self, name_or_id: str | None, guild: str | None = None) -> Channel:
        """The channel of that id (anywhere) or name (in `guild`, or in the first); None is the first text channel."""
        by_id = self._world.find_channel(name_or_id) if name_or_id is not None else None
        if by_id is not None:
            return by_id
        for channel in self.guild(guild).channels.values():
            if channel.type in MESSAGE_CHANNELS if name_or_id is None else channel.name == name_or_id.removeprefix("#"):
                return channel
        raise UserError(f"There is no channel {name_or_id or 'for text'}.")

    def dm(self, user: str) -> Channel:
        """The direct messages of the person of that name with the bot."""
        return self._world.dm(self._world.user(user))

    def create_guild(self, name: str) -> str:
        """A new guild with the channel #general that the bot has just joined. Returns its id."""
        guild = self._world.add_guild(name)
        self._world.add_channel(guild, "general")
        self._gateway.dispatch("GUILD_CREATE", guild_create_json(guild, self._world.bot, joined=True), guild.id)
        return guild.id

    def remove_guild(self, guild: Guild, *, unavailable: bool = False) -> None:
        """The bot is thrown out of a guild, or (`unavailable`) Discord has an outage there."""
        if unavailable:
            guild.unavailable = True
            self._gateway.dispatch("GUILD_DELETE", {"id": guild.id, "unavailable": True}, guild.id)
        else:
            guild.present = False
            self._gateway.dispatch("GUILD_DELETE", {"id": guild.id}, guild.id)

    def restore_guild(self, guild: Guild) -> None:
        """The bot is invited again, or the outage is over."""
        joined = not guild.present
        guild.present, guild.unavailable = True, False
        self._gateway.dispatch("GUILD_CREATE", guild_create_json(guild, self._world.bot, joined=joined), guild.id)

    def create_channel(self, guild: Guild, name: str, kind: int = 0) -> str:
        """A new channel; `kind` is Discord's type (0 text, 4 category, 5 announcement, 15 forum). Returns its id."""
        channel = self._world.add_channel(guild, name.removeprefix("#"), kind)
        self._tell("CHANNEL_CREATE", channel)
        return channel.id

    def delete_channel(self, channel: Channel) -> None:
        """A channel goes, with its messages."""
        _refuse_dm(channel)
        del self._world.guilds[channel.guild_id].channels[channel.id]
        self._board.forget_channel(channel.id)
        self._tell("CHANNEL_DELETE", channel)

    def create_role(self, guild: Guild, name: str, *, mentionable: bool = True) -> str:
        """A new role. Returns its id."""
        role = self._world.add_role(guild, name.removeprefix("@"), mentionable=mentionable)
        self._gateway.dispatch("GUILD_ROLE_CREATE", {"guild_id": guild.id, "role": role_json(role)}, guild.id)
        return role.id

    def set_permissions(self, channel: Channel, allow: int, deny: int) -> int:
        """Set what the channel allows and denies the bot, in place of what it did. Returns the bot's permissions."""
        _refuse_dm(channel)
        bot = self._world.bot.id
        channel.overwrites[bot] = Overwrite(bot, is_member=True, allow=allow, deny=deny)
        self._tell("CHANNEL_UPDATE", channel)
        return self._world.bot_permissions(channel)

    def picture(self) -> JsonObject:
        """Guilds with their channels and roles."""
        return {
            "bot": {"id": self._world.bot.id, "name": self._world.bot.name},
            "guilds": [self._guild_picture(guild) for guild in self._world.guilds.values()],
        }

    def _guild_picture(self, guild: Guild) -> JsonObject:
        return {
            "id": guild.id,
            "name": guild.name,
            "present": guild.present,
            "unavailable": guild.unavailable,
            "channels": [
                {"id": c.id, "name": c.name, "type": c.type, "bot_permissions": self._world.bot_permissions(c)}
                for c in guild.channels.values()
            ],
            "roles": [{"id": r.id, "name": r.name, "mentionable": r.mentionable} for r in guild.roles.values()],
        }

    def _tell(self, event: str, channel: Channel) -> None:
        self._gateway.dispatch(event, channel_json(channel), channel.guild_id)


def _refuse_dm(channel: Channel) -> None:
    if channel.recipient is not None:
        raise UserError("Direct messages are no channel of a guild.")
