"""The routes of REST v10 that the stand-in knows, each a few lines between the wire and the rooms behind it.

Source: Discord docs, resources Application, Channel, Guild, Interaction, Message, User, Gateway.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from bot.standin.checks import refusals
from bot.standin.state.commands import CommandBook
from bot.standin.state.interactions import InteractionDesk
from bot.standin.state.messages import MessageBoard
from bot.standin.state.payloads import application_json, channel_json, guild_json, member_json, own_user_json, role_json
from bot.standin.state.permissions import Permission
from bot.standin.state.world import Channel, Guild, World
from bot.standin.wire.gateway import Gateway
from bot.standin.wire.rest import Call, Handler, Route
from bot.standin.wire_types import JsonObject

_ID = r"(\d+)"
_HOOK = rf"/webhooks/{_ID}/([^/]+)"


def all_routes(
    world: World,
    board: MessageBoard,
    book: CommandBook,
    desk: InteractionDesk,
    gateway: Gateway,
    command_puts: Counter[str],
    gateway_url: str,
) -> list[Route]:
    """Every route; an unknown one is a 404 and a problem."""
    return [
        *_application_routes(world, gateway, gateway_url),
        *_command_routes(world, book, command_puts),
        *_guild_routes(world),
        *_message_routes(world, board),
        *_interaction_routes(world, desk),
    ]


def _route(method: str, path: str, handler: Handler, bucket: str | None = None) -> Route:
    return Route(method, re.compile(path), handler, bucket)


def _application_routes(world: World, gateway: Gateway, gateway_url: str) -> list[Route]:
    def gateway_bot(_: Call) -> JsonObject:
        limit = {"total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1}
        return {"url": gateway_url, "shards": gateway.shards, "session_start_limit": limit}

    return [
        _route("GET", "/gateway", lambda _: {"url": gateway_url}),
        _route("GET", "/gateway/bot", gateway_bot),
        _route("GET", "/users/@me", lambda _: own_user_json(world)),
        _route("GET", "/(?:oauth2/)?applications/@me", lambda _: application_json(world)),
    ]


def _command_routes(world: World, book: CommandBook, command_puts: Counter[str]) -> list[Route]:
    def scope(call: Call) -> str:
        application, guild_id = call.parts
        if application != world.application_id:
            raise refusals.missing_access()
        if guild_id:
            _guild(world, guild_id)
        return guild_id

    def put(call: Call) -> object:
        place = scope(call)
        command_puts[place] += 1
        return book.replace(place, call.items)

    path = rf"/applications/{_ID}(?:/guilds/{_ID})?/commands"
    return [_route("PUT", path, put), _route("GET", path, lambda call: book.registered(scope(call)))]


def _guild_routes(world: World) -> list[Route]:
    def member(call: Call) -> JsonObject:
        guild = _guild(world, call.parts[0])
        user = next((user for user in world.users if user.id == call.parts[1]), None)
        if user is None:
            raise refusals.unknown_member()
        return member_json(user, guild.joined_at)

    def channels(call: Call) -> list[JsonObject]:
        return [channel_json(channel) for channel in _guild(world, call.parts[0]).channels.values()]

    def roles(call: Call) -> list[JsonObject]:
        return [role_json(role) for role in _guild(world, call.parts[0]).roles.values()]

    return [
        _route("GET", f"/guilds/{_ID}", lambda call: guild_json(_guild(world, call.parts[0]))),
        _route("GET", f"/guilds/{_ID}/channels", channels),
        _route("GET", f"/guilds/{_ID}/roles", roles),
        _route("GET", f"/guilds/{_ID}/members/{_ID}", member),
        _route("GET", f"/channels/{_ID}", lambda call: channel_json(world.visible_channel(call.parts[0]))),
    ]


def _message_routes(world: World, board: MessageBoard) -> list[Route]:
    def listing(call: Call) -> list[JsonObject]:
        channel = world.visible_channel(call.parts[0])
        if not world.bot_permissions(channel) & Permission.READ_MESSAGE_HISTORY:
            return []
        limit = _number(call, "limit", lowest=1, highest=100)
        before, after = _number(call, "before"), _number(call, "after")
        return [message.json() for message in board.history(channel, limit or 50, before, after)]

    def one(call: Call) -> JsonObject:
        channel = _readable(world, call)
        return board.get(call.parts[1], channel).json()

    def edit(call: Call) -> JsonObject:
        message = board.get(call.parts[1], world.visible_channel(call.parts[0]))
        return board.edit(message, call.body).json()

    def delete(call: Call) -> None:
        board.delete(board.get(call.parts[1], world.visible_channel(call.parts[0])))

    path = f"/channels/{_ID}/messages"
    return [
        _route("POST", path, lambda c: board.post(world.visible_channel(c.parts[0]), c.body).json(), "send"),
        _route("GET", path, listing),
        _route("GET", f"{path}/{_ID}", one),
        _route("PATCH", f"{path}/{_ID}", edit, "edit"),
        _route("DELETE", f"{path}/{_ID}", delete, "delete"),
    ]


def _interaction_routes(world: World, desk: InteractionDesk) -> list[Route]:
    def callback(call: Call) -> JsonObject | None:
        answer = desk.respond(call.parts[0], call.parts[1], call.body)
        return answer if call.query.get("with_response", "").lower() in ("1", "true") else None

    def follow_up(call: Call) -> JsonObject:
        return desk.follow_up(desk.webhook(call.parts[1]), call.body).json()

    def read(call: Call) -> JsonObject:
        return desk.message(desk.webhook(call.parts[1]), call.parts[2]).json()

    def edit(call: Call) -> JsonObject:
        return desk.edit(desk.webhook(call.parts[1]), call.parts[2], call.body).json()

    def delete(call: Call) -> None:
        desk.delete(desk.webhook(call.parts[1]), call.parts[2])

    def own(handler: Callable[[Call], object]) -> Handler:
        def checked(call: Call) -> object:
            if call.parts[0] != world.application_id:
                raise refusals.unknown_webhook()
            return handler(call)

        return checked

    def route(method: str, path: str, handler: Handler) -> Route:
        return Route(method, re.compile(path), handler, by_interaction=True)

    message = rf"{_HOOK}/messages/(@original|\d+)"
    return [
        route("POST", rf"/interactions/{_ID}/([^/]+)/callback", callback),
        route("POST", _HOOK, own(follow_up)),
        route("GET", message, own(read)),
        route("PATCH", message, own(edit)),
        route("DELETE", message, own(delete)),
    ]


def _guild(world: World, guild_id: str) -> Guild:
    guild = world.guilds.get(guild_id)
    if guild is None or not guild.present:
        raise refusals.unknown_guild()
    return guild


def _readable(world: World, call: Call) -> Channel:
    channel = world.visible_channel(call.parts[0])
    if not world.bot_permissions(channel) & Permission.READ_MESSAGE_HISTORY:
        raise refusals.missing_permissions()
    return channel


def _number(call: Call, key: str, *, lowest: int = 0, highest: int | None = None) -> int | None:
    """A number of the query within bounds. Raises `RefusalError` 50035."""
    text = call.query.get(key)
    if text is None:
        return None
    errors = refusals.FormErrors()
    if not text.isdigit():
        errors.add((key,), "NUMBER_TYPE_COERCE", f'Value "{text}" is not int.')
    elif int(text) < lowest:
        errors.add((key,), "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {lowest}.")
    elif highest is not None and int(text) > highest:
        errors.add((key,), "NUMBER_TYPE_MAX", f"int value should be less than or equal to {highest}.")
    errors.raise_if_any()
    return int(text)
