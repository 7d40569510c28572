"""People who use the bot: they type commands, press buttons, fill in modals, and look at what comes back.

Builds interactions as Discord's client would, refuses what the client would refuse, and waits for the answer. Knows
nothing of HTTP.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.model.errors import UserError
from bot.standin.people.answer import Answer, AnswerKind, Choice
from bot.standin.people.commandline import parse_line
from bot.standin.people.forms import component_data, modal_data
from bot.standin.people.option_values import Directory
from bot.standin.state import interactions as kinds
from bot.standin.state.commands import IN_DM, IN_GUILD, CommandBook
from bot.standin.state.interactions import Interaction, InteractionDesk
from bot.standin.state.limits import Monotonic
from bot.standin.state.messages import Message, MessageBoard
from bot.standin.state.payloads import channel_json, member_json, role_json, user_json
from bot.standin.state.permissions import ALL, parse
from bot.standin.state.record import Changes
from bot.standin.state.world import Channel, User, World
from bot.standin.wire_types import JsonObject

Dispatch = Callable[[str, JsonObject, str], bool]
"""Sends a gateway event to a guild's shard. Returns False when the bot was never connected."""

DID_NOT_RESPOND = "The application did not respond."
OFFLINE = "The bot is not connected."
NOT_ALLOWED = "You do not have permission to use this command."
_MOMENT_SECONDS = 0.1
_KIND_NAMES: dict[int, AnswerKind] = {
    kinds.SEND_MESSAGE: "message",
    kinds.DEFER_MESSAGE: "deferred",
    kinds.DEFER_UPDATE: "deferred update",
    kinds.UPDATE_MESSAGE: "update",
    kinds.SEND_CHOICES: "choices",
    kinds.SEND_MODAL: "modal",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts, where, with which permission bits and in which language."""

    user: User
    channel: Channel
    permissions: int
    locale: str = "en-US"


class People:
    """Acts on behalf of people and reads the bot's answers."""

    def __init__(
        self,
        world: World,
        book: CommandBook,
        board: MessageBoard,
        desk: InteractionDesk,
        dispatch: Dispatch,
        changes: Changes,
        monotonic: Monotonic,
    ) -> None:
        self._world = world
        self._book = book
        self._board = board
        self._desk = desk
        self._dispatch = dispatch
        self._changes = changes
        self._monotonic = monotonic

    def person(
        self, name: str, channel: Channel, permissions: int | str | Iterable[str] | None, locale: str = "en-US"
    ) -> Person:
        """Somebody in a channel. `permissions` are added to @everyone's there; None means an administrator."""
        user = self._world.user(name)
        base = self._world.member_permissions(user, channel)
        if permissions is not None and user is self._world.owner:
            # An owner may do everything; to act with fewer permissions they act as if they were not the owner.
            base = self._world.member_permissions(User("0", name), channel)
        return Person(user, channel, ALL if permissions is None else base | parse(permissions), locale)

    async def command(
        self,
        person: Person,
        line: str,
        seconds: float,
        *,
        followups: int = 0,
        force: bool = False,
        files: Sequence[JsonObject] = (),
    ) -> Answer:
        """Type a slash command and wait for its answer and so many follow-ups, at most `seconds` after a deferral.

        Discord's client hides a command from those without its `default_member_permissions`; `force` sends it all the
        same, as a guild's own permission settings may allow. `files` can be attached by their names.
        """
        directory = replace(self._directory(person), attachments={file["id"]: file for file in files})
        try:
            typed = parse_line(line, self._book.usable_in(person.channel.guild_id), directory)
        except UserError as error:
            return Answer(error=str(error))
        needed = typed.command.get("default_member_permissions")
        if needed is not None and not force and not _has(person.permissions, int(needed)):
            return Answer(error=NOT_ALLOWED)
        return await self._ask(self._new(kinds.COMMAND, person), typed.data, person, seconds, followups)

    async def autocomplete(self, person: Person, line: str) -> Answer:
        """Ask for suggestions for the option that is typed last."""
        commands = self._book.usable_in(person.channel.guild_id)
        try:
            typed = parse_line(line, commands, self._directory(person), focus=True)
        except UserError as error:
            return Answer(error=str(error))
        return await self._ask(self._new(kinds.AUTOCOMPLETE, person), typed.data, person, 0.0)

    async def press(
        self, person: Person, message: Message, what: str, values: list[str] | None, seconds: float
    ) -> Answer:
        """Press the button, or choose `values` in the menu, with that custom_id, label or placeholder."""
        try:
            data = component_data(message.components, what, values)
        except UserError as error:
            return Answer(error=str(error))
        interaction = self._new(kinds.COMPONENT, person, source=message)
        return await self._ask(interaction, data, person, seconds)

    async def submit(self, opener: Interaction, person: Person, values: dict[str, str], seconds: float) -> Answer:
        """Fill in the modal that answered `opener`; `values` by label or custom_id."""
        if opener.callback != kinds.SEND_MODAL:
            return Answer(error="That answer is no modal.")
        try:
            data = modal_data(opener.data, values)
        except UserError as error:
            return Answer(error=str(error))
        interaction = self._new(kinds.MODAL_SUBMIT, person, source=opener.source, parent=opener.metadata)
        return await self._ask(interaction, data, person, seconds)

    async def later(self, interaction: Interaction, followups: int, seconds: float) -> Answer:
        """The answer as it stands once there are so many follow-ups, or when `seconds` are over."""
        await self._changes.until(lambda: len(interaction.followups) >= followups, seconds)
        return read_answer(interaction)

    def _new(
        self, kind: int, person: Person, *, source: Message | None = None, parent: JsonObject | None = None
    ) -> Interaction:
        interaction = Interaction(
            id=self._world.snowflakes.make(),
            token=secrets.token_urlsafe(24),
            kind=kind,
            channel=person.channel,
            user=person.user,
            permissions=person.permissions,
            started=self._monotonic(),
            source=source,
            parent=parent,
        )
        self._desk.open(interaction)
        return interaction

    async def _ask(
        self, interaction: Interaction, data: JsonObject, person: Person, seconds: float, followups: int = 0
    ) -> Answer:
        if not self._dispatch("INTERACTION_CREATE", self._event(interaction, data, person), person.channel.guild_id):
            return Answer(interaction_id=interaction.id, error=OFFLINE)
        answered = await self._changes.until(lambda: interaction.callback is not None, self._desk.response_seconds)
        if not answered:
            return Answer(interaction_id=interaction.id, error=DID_NOT_RESPOND)
        deferred = interaction.callback in (kinds.DEFER_MESSAGE, kinds.DEFER_UPDATE)
        if deferred and not await self._changes.until(lambda: interaction.shown is not None, seconds):
            kind = _KIND_NAMES[interaction.callback or 0]
            return Answer(interaction.id, kind, error=f"The bot is still thinking after {seconds:g} seconds.")
        await self._changes.until(lambda: len(interaction.followups) >= followups, seconds)
        while (deferred or followups) and await self._goes_on(interaction, interaction.revision):
            pass
        return read_answer(interaction)

    async def _goes_on(self, interaction: Interaction, revision: int) -> bool:
        """Whether the bot changes its answer or adds to it within a moment; nothing says that it is done."""
        return await self._changes.until(lambda: interaction.revision > revision, _MOMENT_SECONDS)

    def _event(self, interaction: Interaction, data: JsonObject, person: Person) -> JsonObject:
        event: JsonObject = {
            "id": interaction.id,
            "application_id": self._world.application_id,
            "type": interaction.kind,
            "data": data,
            "token": interaction.token,
            "version": 1,
            "channel_id": interaction.channel.id,
            "channel": {**channel_json(interaction.channel), "permissions": str(person.permissions)},
            "locale": person.locale,
            "app_permissions": str(self._world.bot_permissions(interaction.channel)),
            "entitlements": [],
            "attachment_size_limit": 10 * 1024 * 1024,
            "authorizing_integration_owners": interaction.owners,
        }
        guild = self._world.guilds.get(interaction.channel.guild_id)
        if guild is None:
            event |= {"user": user_json(person.user), "context": IN_DM}
        else:
            member = {**member_json(person.user, guild.joined_at), "permissions": str(person.permissions)}
            event |= {
                "guild_id": guild.id,
                "guild": {"id": guild.id, "locale": "en-US", "features": []},
                "guild_locale": "en-US",
                "member": member,
                "context": IN_GUILD,
            }
        if interaction.source is not None:
            event["message"] = interaction.source.json()
        return event

    def _directory(self, person: Person) -> Directory:
        guild = self._world.guilds.get(person.channel.guild_id)
        if guild is None:
            return Directory(users={user.id: user_json(user) for user in (self._world.bot, person.user)})
        members: dict[str, JsonObject] = {}
        for user in self._world.users:
            member = member_json(user, guild.joined_at)
            del member["user"]
            members[user.id] = {**member, "permissions": str(self._world.member_permissions(user, person.channel))}
        return Directory(
            channels={
                c.id: {**channel_json(c), "permissions": str(person.permissions)} for c in guild.channels.values()
            },
            roles={role.id: role_json(role) for role in guild.roles.values()},
            users={user.id: user_json(user) for user in self._world.users},
            members=members,
        )


def read_answer(interaction: Interaction) -> Answer:
    """What the person sees of an interaction now."""
    if interaction.callback is None:
        return Answer(interaction_id=interaction.id, error=DID_NOT_RESPOND)
    shown = interaction.shown or interaction.original
    data = interaction.data
    modal = interaction.callback == kinds.SEND_MODAL
    message = shown.json() if shown is not None else {}
    return Answer(
        interaction_id=interaction.id,
        kind=_KIND_NAMES[interaction.callback],
        content=message.get("content", ""),
        embeds=tuple(message.get("embeds", ())),
        components=tuple(message.get("components", ())),
        attachments=tuple(message.get("attachments", ())),
        ephemeral=shown is not None and shown.ephemeral,
        message_id=shown.id if shown is not None else None,
        modal={key: data.get(key) for key in ("custom_id", "title", "components")} if modal else None,
        choices=tuple(Choice(c["name"], c["value"]) for c in data.get("choices") or ()),
        followups=tuple(followup.json() for followup in interaction.followups),
        took=interaction.took,
    )


def _has(permissions: int, needed: int) -> bool:
    # A command with no permission bits at all is for administrators only.
    return permissions & ALL == ALL or (needed != 0 and permissions & needed == needed)
