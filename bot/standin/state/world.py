"""What exists on the stand-in: people, guilds, channels, roles, and what the bot may do in them.

Holds state and answers questions about it. Knows nothing of the wire, of messages or of commands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.standin.checks.refusals import missing_access, unknown_channel
from bot.standin.state.permissions import EVERYONE, Overwrite, compute

DISCORD_EPOCH_MS = 1_420_070_400_000
TEXT_CHANNEL = 0
DM_CHANNEL = 1
MESSAGE_CHANNELS = frozenset({0, 1, 2, 5, 10, 11, 12, 13})
"""Channel types that take messages: text, direct, voice, announcement, threads, stage."""

UnixTime = Callable[[], float]
"""Returns seconds since 1970."""


class Snowflakes:
    """Makes ids as Discord does: milliseconds since 2015 in the upper bits; strictly rising."""

    def __init__(self, now: UnixTime) -> None:
        self._now = now
        self._last = 0

    def make(self) -> str:
        """A new id."""
        self._last = max(self._last + 1, (int(self._now() * 1000) - DISCORD_EPOCH_MS) << 22)
        return str(self._last)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account; `is_bot` for an application's."""

    id: str
    name: str
    is_bot: bool = False


@dataclass(slots=True)
class Role:
    """A role of a guild; @everyone's id is the guild's."""

    id: str
    name: str
    permissions: int
    position: int
    mentionable: bool = False


@dataclass(slots=True)
class Channel:
    """A channel of a guild, with Discord's type number and its overwrites by target id; or a user's direct messages
    with the bot, which have a `recipient` and no guild (`guild_id` is empty).
    """

    id: str
    guild_id: str
    name: str
    type: int
    position: int
    overwrites: dict[str, Overwrite] = field(default_factory=dict)
    last_message_id: str | None = None
    recipient: User | None = None


@dataclass(slots=True)
class Guild:
    """A guild. `present`: the bot is in it. `unavailable`: Discord has an outage there."""

    id: str
    name: str
    owner: User
    joined_at: str
    roles: dict[str, Role] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    present: bool = True
    unavailable: bool = False


class World:
    """Everything that exists; `bot` is the application's own user."""

    def __init__(self, now: UnixTime) -> None:
        self._now = now
        self.snowflakes = Snowflakes(now)
        self.application_id = self.snowflakes.make()
        self.bot = User(self.application_id, "cliffhanger", is_bot=True)
        self.owner = User(self.snowflakes.make(), "alice")
        self.guilds: dict[str, Guild] = {}
        self._users: dict[str, User] = {self.owner.name: self.owner}
        self._dms: dict[str, Channel] = {}

    def timestamp(self) -> str:
        """The present moment as Discord writes it (ISO 8601)."""
        return datetime.fromtimestamp(self._now(), UTC).isoformat(timespec="microseconds")

    def user(self, name: str) -> User:
        """The person of that name, made when there is none yet."""
        if name not in self._users:
            self._users[name] = User(self.snowflakes.make(), name)
        return self._users[name]

    @property
    def users(self) -> tuple[User, ...]:
        """Everybody known, the bot first."""
        return (self.bot, *self._users.values())

    def add_guild(self, name: str) -> Guild:
        """A new guild with @everyone and no channels; the bot is in it."""
        guild_id = self.snowflakes.make()
        guild = Guild(guild_id, name, self.owner, self.timestamp())
        guild.roles[guild_id] = Role(guild_id, "@everyone", int(EVERYONE), 0)
        self.guilds[guild_id] = guild
        return guild

    def add_channel(self, guild: Guild, name: str, kind: int = TEXT_CHANNEL) -> Channel:
        """A new channel at the end of the guild's list."""
        channel = Channel(self.snowflakes.make(), guild.id, name, kind, len(guild.channels))
        guild.channels[channel.id] = channel
        return channel

    def add_role(self, guild: Guild, name: str, *, mentionable: bool = True) -> Role:
        """A new role without permissions of its own."""
        role = Role(self.snowflakes.make(), name, 0, len(guild.roles), mentionable)
        guild.roles[role.id] = role
        return role

    def dm(self, user: User) -> Channel:
        """The direct messages between a user and the bot."""
        if user.id not in self._dms:
            self._dms[user.id] = Channel(self.snowflakes.make(), "", user.name, DM_CHANNEL, 0, recipient=user)
        return self._dms[user.id]

    def channels(self) -> Iterator[Channel]:
        """All channels of all guilds, then the direct messages."""
        for guild in self.guilds.values():
            yield from guild.channels.values()
        yield from self._dms.values()

    def roles_of(self, channel: Channel) -> dict[str, Role]:
        """The roles of the channel's guild by id."""
        return {} if channel.recipient is not None else self.guilds[channel.guild_id].roles

    def find_channel(self, channel_id: str) -> Channel | None:
        """The channel of that id, seen or not."""
        return next((channel for channel in self.channels() if channel.id == channel_id), None)

    def visible_channel(self, channel_id: str) -> Channel:
        """The channel as the bot sees it. Raises `RefusalError` 10003 or 50001."""
        channel = self.find_channel(channel_id)
        if channel is None:
            raise unknown_channel()
        if not self.bot_permissions(channel):
            raise missing_access()
        return channel

    def bot_permissions(self, channel: Channel) -> int:
        """What the bot may do in the channel; 0 when it cannot see it or is not in the guild."""
        away = channel.recipient is None and not self.guilds[channel.guild_id].present
        return 0 if away else self.member_permissions(self.bot, channel)

    def member_permissions(self, user: User, channel: Channel) -> int:
        """What a member with no role but @everyone may do in the channel."""
        if channel.recipient is not None:
            return int(EVERYONE)
        guild = self.guilds[channel.guild_id]
        everyone = {guild.id: guild.roles[guild.id].permissions}
        return compute(user.id, guild.id, everyone, channel.overwrites.values(), owner=user.id == guild.owner.id)

    def on_shard(self, shard: int, shards: int) -> Iterable[Guild]:
        """The guilds the bot is in that belong to a shard."""
        return [g for g in self.guilds.values() if g.present and (int(g.id) >> 22) % shards == shard]


def furnish(world: World) -> Guild:
    """The default world: the guild "Sofa Society" with #general, #tv-news and the role @fans."""
    guild = world.add_guild("Sofa Society")
    world.add_channel(guild, "general")
    world.add_channel(guild, "tv-news")
    world.add_role(guild, "fans")
    return guild
