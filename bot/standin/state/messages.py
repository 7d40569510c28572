"""The messages of all channels: posting with nonce dedupe, editing, deleting, reading.

Source: Discord docs, "Message". Knows channels and bodies; nothing of HTTP, interactions or who is connected.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from bot.standin.checks.component_checks import walk
from bot.standin.checks.message_checks import EPHEMERAL, LOADING, check_message
from bot.standin.checks.refusals import missing_permissions, not_a_text_channel, not_author, unknown_message
from bot.standin.state.limits import Monotonic
from bot.standin.state.mentions import Pings, pings
from bot.standin.state.payloads import user_json
from bot.standin.state.permissions import Permission
from bot.standin.state.record import PostEntry, Record
from bot.standin.state.world import MESSAGE_CHANNELS, Channel, User, World
from bot.standin.wire_types import JsonObject

NONCE_SECONDS: Final = 300.0
"""Discord says "the past few minutes"; five are taken here."""

Announce = Callable[[str, "Message"], None]
"""Told of each message that was created, updated or deleted (the first argument)."""


@dataclass(slots=True)
class Message:
    """A message. `metadata`: the interaction it answers, if any."""

    id: str
    channel: Channel
    author: User
    timestamp: str
    content: str = ""
    embeds: list[JsonObject] = field(default_factory=list)
    components: list[JsonObject] = field(default_factory=list)
    attachments: list[JsonObject] = field(default_factory=list)
    pings: Pings = field(default_factory=Pings)
    flags: int = 0
    nonce: str | None = None
    edited: str | None = None
    metadata: JsonObject | None = None

    @property
    def ephemeral(self) -> bool:
        """Whether only the user of its interaction sees it."""
        return bool(self.flags & EPHEMERAL)

    def fill(self, body: JsonObject) -> None:
        """Take over what `body` names; a null clears a field."""
        if "content" in body:
            self.content = str(body["content"] or "").strip()
        if "embeds" in body:
            self.embeds = [{"type": "rich", **embed} for embed in copy.deepcopy(body["embeds"] or [])]
        if "components" in body:
            self.components = _numbered(body["components"] or [])
        if "flags" in body:
            self.flags = int(body["flags"] or 0)
        if "files" in body:
            self.attachments = body["files"]

    def json(self) -> JsonObject:
        """The message object."""
        shown: JsonObject = {
            "id": self.id,
            "channel_id": self.channel.id,
            "type": 0 if self.metadata is None or self.metadata["type"] == 5 else 20 if _is_command(self) else 19,
            "author": user_json(self.author),
            "content": self.content,
            "embeds": self.embeds,
            "components": self.components,
            "attachments": self.attachments,
            "mentions": [user_json(user) for user in self.pings.users],
            "mention_roles": list(self.pings.roles),
            "mention_everyone": self.pings.everyone,
            "pinned": False,
            "tts": False,
            "timestamp": self.timestamp,
            "edited_timestamp": self.edited,
            "flags": self.flags,
        }
        if self.nonce is not None:
            shown["nonce"] = self.nonce
        if self.metadata is not None:
            shown |= {"interaction_metadata": self.metadata, "webhook_id": self.author.id}
            shown["application_id"] = self.author.id
        return copy.deepcopy(shown)


class MessageBoard:
    """All messages. `dedupe`: whether a nonce is kept in mind (Discord does; off, doubles become visible)."""

    def __init__(
        self, world: World, record: Record, monotonic: Monotonic, announce: Announce, *, dedupe: bool = True
    ) -> None:
        self._world = world
        self._record = record
        self._monotonic = monotonic
        self._announce = announce
        self._messages: dict[str, Message] = {}
        self._nonces: dict[tuple[str, str], tuple[float, PostEntry]] = {}
        self.dedupe = dedupe

    def post(self, channel: Channel, body: JsonObject) -> Message:
        """Post as the bot. The same nonce within minutes gives the earlier message (with `enforce_nonce`).

        Raises `RefusalError`: 50013 without SEND_MESSAGES (or EMBED_LINKS for an embed), 50008, 50035, 50006, 10008
        when the message of that nonce was deleted.
        """
        allowed = self._world.bot_permissions(channel)
        if channel.type not in MESSAGE_CHANNELS:
            raise not_a_text_channel()
        if not allowed & Permission.SEND_MESSAGES or (body.get("embeds") and not allowed & Permission.EMBED_LINKS):
            raise missing_permissions()
        check_message(body)
        nonce = None if body.get("nonce") is None else str(body["nonce"])
        earlier = self._earlier(nonce) if body.get("enforce_nonce") else None
        if earlier is not None and self.dedupe:
            return self._repeat(earlier, channel)
        message = self.create(channel, body)
        message.nonce = nonce
        entry = PostEntry(message.id, channel.id, message.author.id, nonce, earlier.id if earlier else None)
        self._record.posts.append(entry)
        if nonce is not None and earlier is None:
            self._nonces[message.author.id, nonce] = (self._monotonic(), entry)
        self._announce("create", message)
        return message

    def _earlier(self, nonce: str | None) -> PostEntry | None:
        noted = self._nonces.get((self._world.bot.id, nonce)) if nonce is not None else None
        return noted[1] if noted is not None and self._monotonic() - noted[0] < NONCE_SECONDS else None

    def _repeat(self, entry: PostEntry, channel: Channel) -> Message:
        entry.repeats += 1
        if entry.channel != channel.id:
            # The nonce counts by author alone, so this post is lost on Discord.
            self._record.problem(f"nonce {entry.nonce!r} was used in channel {entry.channel} and in {channel.id}")
        return self.get(entry.id)

    def create(
        self, channel: Channel, body: JsonObject, *, metadata: JsonObject | None = None, flags: int = 0
    ) -> Message:
        """Store a message by the bot without asking for permission, as an interaction's answer is."""
        message = Message(self._world.snowflakes.make(), channel, self._world.bot, self._world.timestamp())
        message.metadata = metadata
        message.fill(body)
        message.flags |= flags
        message.pings = self._pings(channel, message.content, body)
        self._messages[message.id] = message
        if not message.ephemeral:
            channel.last_message_id = message.id
        return message

    def post_answer(self, channel: Channel, body: JsonObject, metadata: JsonObject, *, flags: int = 0) -> Message:
        """Store and announce the answer to an interaction."""
        message = self.create(channel, body, metadata=metadata, flags=flags)
        self._announce("create", message)
        return message

    def get(self, message_id: str, channel: Channel | None = None) -> Message:
        """The message of that id, in `channel` if one is given. Raises `RefusalError` 10008."""
        message = self._messages.get(message_id)
        if message is None or (channel is not None and (message.channel is not channel or message.ephemeral)):
            raise unknown_message()
        return message

    def in_channel(self, channel: Channel) -> list[Message]:
        """The channel's messages, oldest first, without those that only one user sees."""
        return [m for m in self._messages.values() if m.channel is channel and not m.ephemeral]

    def everything(self) -> list[JsonObject]:
        """The messages of all channels, oldest first, without those that only one user sees."""
        return [m.json() for m in self._messages.values() if not m.ephemeral]

    def history(self, channel: Channel, limit: int, before: int | None, after: int | None) -> list[Message]:
        """A page of the channel, newest first, as `GET /channels/{id}/messages` gives it."""
        found = [
            m
            for m in self.in_channel(channel)
            if (before is None or int(m.id) < before) and (after is None or int(m.id) > after)
        ]
        page = found[:limit] if after is not None and before is None else found[-limit:]
        return page[::-1]

    def edit(self, message: Message, body: JsonObject) -> Message:
        """Change a message by the bot. Raises `RefusalError` 50005, 50035, 50006."""
        if message.author is not self._world.bot:
            raise not_author()
        check_message(body, whole=False)
        becomes = {**message.json(), **body}
        check_message({k: becomes.get(k) for k in ("content", "embeds", "components", "attachments", "flags")})
        ephemeral = message.flags & EPHEMERAL
        message.fill(body)
        # Who sees a message was settled when it was made.
        message.flags = message.flags & ~(LOADING | EPHEMERAL) | ephemeral
        message.pings = self._pings(message.channel, message.content, body)
        message.edited = self._world.timestamp()
        self._announce("update", message)
        return message

    def delete(self, message: Message) -> None:
        """Remove a message."""
        del self._messages[message.id]
        self._announce("delete", message)

    def forget_channel(self, channel_id: str) -> None:
        """Remove all messages of a channel that is gone."""
        for message_id in [m.id for m in self._messages.values() if m.channel.id == channel_id]:
            del self._messages[message_id]

    def _pings(self, channel: Channel, content: str, body: JsonObject) -> Pings:
        users = {user.id: user for user in self._world.users}
        roles = self._world.roles_of(channel)
        return pings(content, body.get("allowed_mentions"), roles, users, self._world.bot_permissions(channel))


def _is_command(message: Message) -> bool:
    return message.metadata is not None and message.metadata["type"] == 2


def _numbered(components: list[JsonObject]) -> list[JsonObject]:
    numbers = itertools.count(1)
    copied = copy.deepcopy(components)
    for component in walk(copied):
        component.setdefault("id", next(numbers))
    return copied
