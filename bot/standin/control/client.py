"""The other end of the control side: what tests, the kill test and the demo's terminal call.

Speaks HTTP to a stand-in on this machine, in this process or another. Knows nothing of how the stand-in works.
"""

from __future__ import annotations

import base64
import io
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from types import TracebackType
from typing import Any, Literal, Self, Unpack

import aiohttp

from bot.model.errors import CliffhangerError
from bot.standin.people.answer import Answer, Choice
from bot.standin.state.faults import Effect
from bot.standin.state.limits import LimitChanges
from bot.standin.wire.gateway import DropMode
from bot.standin.wire_types import JsonObject

_JSON = {"Content-Type": "application/json"}

Permissions = int | str | Iterable[str]
"""Bits, or names such as `manage_guild`."""

Countable = Literal[
    "messages",
    "posts",
    "held",
    "ever held",
    "requests",
    "problems",
    "command puts",
    "connected",
    "gateway events",
]


class StandInError(CliffhangerError):
    """The stand-in could not do what was asked, or something waited for did not happen."""


class ControlClient:
    """Steers the stand-in at 127.0.0.1:`port`. Use as `async with`; a session that is handed in is not closed.

    Guilds and channels are named by id or name; without one it is the first. Every method raises `StandInError`.
    """

    def __init__(self, port: int, session: aiohttp.ClientSession | None = None) -> None:
        self.port = port
        self._url = f"https://127.0.0.1:{port}/standin"
        self._session = session
        self._owns_session = session is None

    async def __aenter__(self) -> Self:
        if self._session is None:
            # The stand-in itself limits how long an answer takes, and some are waited for.
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None, sock_connect=5))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._owns_session and self._session is not None:
            await self._session.close()
            self._session = None

    async def world(self) -> JsonObject:
        """`bot` (id, name) and `guilds`: id, name, present, unavailable, `channels`, `roles`."""
        return dict(await self._do("world"))

    async def create_guild(self, name: str) -> str:
        """Make a guild with #general; the bot joins it. Returns its id."""
        return str(await self._do("create_guild", name=name))

    async def remove_guild(self, guild: str, *, unavailable: bool = False) -> None:
        """Throw the bot out of a guild, or let Discord have an outage there."""
        await self._do("remove_guild", guild=guild, unavailable=unavailable)

    async def restore_guild(self, guild: str) -> None:
        """Undo `remove_guild`."""
        await self._do("restore_guild", guild=guild)

    async def create_channel(self, guild: str, name: str, kind: int = 0) -> str:
        """Make a channel of Discord's type `kind`. Returns its id."""
        return str(await self._do("create_channel", guild=guild, name=name, kind=kind))

    async def delete_channel(self, channel: str) -> None:
        """Delete a channel and its messages."""
        await self._do("delete_channel", channel=channel)

    async def create_role(self, guild: str, name: str, *, mentionable: bool = True) -> str:
        """Make a role. Returns its id."""
        return str(await self._do("create_role", guild=guild, name=name, mentionable=mentionable))

    async def set_permissions(self, channel: str, *, allow: Permissions = 0, deny: Permissions = 0) -> int:
        """Set what a channel allows and denies the bot. Returns the bot's permissions there."""
        return int(await self._do("set_permissions", channel=channel, allow=_bits(allow), deny=_bits(deny)))

    async def messages(self, channel: str) -> list[JsonObject]:
        """The messages of a channel, oldest first."""
        return list(await self._do("messages", channel=channel))

    async def file(self, attachment: JsonObject) -> bytes:
        """The content of an attachment, as it is in a message."""
        return base64.b64decode(await self._do("file", attachment=attachment["id"]))

    async def stream(self, *, replay: bool = False) -> AsyncIterator[JsonObject]:
        """Follow all channels: `{"type": "create" | "update" | "delete", "message": …}`; `replay` begins with what is
        there. An answer to a command carries `interaction_metadata`. Ends with the stand-in.
        """
        query = {"replay": "1"} if replay else {}
        try:
            async with self._live.get(f"{self._url}/stream", params=query, ssl=False) as response:
                async for line in response.content:
                    event = json.loads(line)
                    if event["type"] != "open":
                        yield event
        except aiohttp.ClientError:
            return

    async def command(
        self,
        line: str,
        *,
        guild: str | None = None,
        channel: str | None = None,
        dm: bool = False,
        user_permissions: Permissions | None = None,
        user: str = "alice",
        locale: str = "en-US",
        force: bool = False,
        followups: int = 0,
        files: Mapping[str, bytes] | None = None,
        timeout: float = 10.0,  # noqa: ASYNC109 - it is the stand-in that waits
    ) -> Answer:
        """Type a slash command, in a guild's channel or in direct messages (`dm`).

        `user_permissions` come on top of @everyone's; None is an administrator. `files`, name to content, can be
        attached: `/source import file:NAME`.
        `force` sends it although the user lacks the command's `default_member_permissions`. What the user would be told
        is in the answer's `error`. After a deferral the final answer is waited for, in any case so many `followups`,
        and after either whatever the bot changes or adds in quick succession.
        """
        who = _who(guild, channel, user, user_permissions, locale, dm=dm)
        encoded = {name: base64.b64encode(data).decode() for name, data in (files or {}).items()}
        how = {"seconds": timeout, "force": force, "followups": followups, "files": encoded}
        return Answer.from_json(await self._do("command", line=line, **how, **who))

    async def autocomplete(
        self,
        line: str,
        *,
        guild: str | None = None,
        channel: str | None = None,
        dm: bool = False,
        user_permissions: Permissions | None = None,
        user: str = "alice",
        locale: str = "en-US",
    ) -> list[Choice]:
        """What is suggested for the option typed last. Raises `StandInError` when nothing answers."""
        who = _who(guild, channel, user, user_permissions, locale, dm=dm)
        answer = Answer.from_json(await self._do("autocomplete", line=line, **who))
        if answer.error is not None:
            raise StandInError(answer.error)
        return list(answer.choices)

    async def press(
        self,
        message: str,
        what: str,
        *,
        values: list[str] | None = None,
        user_permissions: Permissions | None = None,
        user: str = "alice",
        timeout: float = 10.0,  # noqa: ASYNC109 - it is the stand-in that waits
    ) -> Answer:
        """Press a button (or choose `values` in a menu) of a message, by custom_id, label or placeholder."""
        who = {"user": user, "user_permissions": _bits(user_permissions)}
        arguments = {"message": message, "what": what, "values": values, "seconds": timeout}
        return Answer.from_json(await self._do("press", **arguments, **who))

    async def submit(
        self,
        answer: Answer,
        values: dict[str, str],
        *,
        timeout: float = 10.0,  # noqa: ASYNC109 - it is the stand-in that waits
    ) -> Answer:
        """Fill in the modal of an answer; `values` by label or custom_id."""
        arguments = {"interaction": answer.interaction_id, "values": values, "seconds": timeout}
        return Answer.from_json(await self._do("submit", **arguments))

    async def answer(
        self,
        interaction_id: str,
        *,
        followups: int = 0,
        timeout: float = 10.0,  # noqa: ASYNC109 - it is the stand-in that waits
    ) -> Answer:
        """An earlier answer as it stands now, once it has so many follow-ups."""
        arguments = {"interaction": interaction_id, "followups": followups, "seconds": timeout}
        return Answer.from_json(await self._do("answer", **arguments))

    async def fault(self, effect: Effect, *, method: str = "POST", path: str = "", **settings: object) -> str:
        """Let requests go wrong; `path` is a regular expression, `settings` are the fields of `faults.Fault`.

        Returns the fault's id.
        """
        return str(await self._do("fault", effect=effect, method=method, path=path, **settings))

    async def clear_faults(self) -> None:
        """Forget all faults and release what is held."""
        await self._do("clear_faults")

    async def held(self) -> int:
        """How many answers are being held back."""
        return int(await self._do("held"))

    async def held_log(self) -> list[JsonObject]:
        """Every answer that was ever held: method, path, body, outcome (waiting, released, peer gone)."""
        return list(await self._do("held_log"))

    async def release(self) -> int:
        """Let held answers go. Returns how many there were."""
        return int(await self._do("release"))

    async def drop_gateway(self, mode: DropMode) -> int:
        """Disturb the gateway's connections. Returns how many there were."""
        return int(await self._do("drop_gateway", mode=mode))

    async def close_next_identify(self, code: int) -> None:
        """Answer the next IDENTIFY by closing with a code, such as 4014."""
        await self._do("close_next_identify", code=code)

    async def ignore_heartbeats(self, on: bool) -> None:  # noqa: FBT001 - reads well by itself
        """Whether heartbeats stay without an answer, as when a gateway hangs."""
        await self._do("ignore_heartbeats", on=on)

    async def gateway_log(self) -> list[JsonObject]:
        """Each log-in and resume: `event` (identify, resume, resume refused), `shard`, `session`."""
        return list(await self._do("gateway_log"))

    async def set_dedupe(self, on: bool) -> None:  # noqa: FBT001 - reads well by itself
        """Whether nonces are kept in mind."""
        await self._do("set_dedupe", on=on)

    async def set_limits(self, **changes: Unpack[LimitChanges]) -> None:
        """Change fields of `LimitSettings`; all windows start anew."""
        await self._do("set_limits", **changes)

    async def journal(self) -> list[JsonObject]:
        """The stored posts: id, channel, author, nonce, `duplicate_of`, `repeats`."""
        return list(await self._do("journal"))

    async def requests(self) -> list[JsonObject]:
        """The REST requests: method, path, query, body, status (0: no answer reached the bot), answer."""
        return list(await self._do("requests"))

    async def problems(self) -> list[str]:
        """What the bot did that Discord would have refused or that the stand-in does not know."""
        return list(await self._do("problems"))

    async def commands(self, guild: str = "") -> list[JsonObject]:
        """The registered commands: the global ones, or those of a guild's id."""
        return list(await self._do("commands", scope=guild))

    async def put_counts(self) -> dict[str, int]:
        """How often the commands were overwritten, by guild id; "" is global."""
        return dict(await self._do("put_counts"))

    async def wait(
        self,
        what: Countable,
        at_least: int,
        *,
        channel: str | None = None,
        timeout: float = 10.0,  # noqa: ASYNC109 - it is the stand-in that waits
    ) -> None:
        """Wait until there are so many of something. Raises `StandInError` when the time is over."""
        if not await self._do("wait", what=what, at_least=at_least, channel=channel, seconds=timeout):
            raise StandInError(f"There were fewer than {at_least} {what} after {timeout:g} seconds.")

    @property
    def _live(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise StandInError("Use the control client in `async with`.")
        return self._session

    async def _do(self, operation: str, /, **arguments: object) -> Any:  # noqa: ANN401 - JSON; callers say what it is
        try:
            # As a stream: aiohttp warns of bytes that are as many as those of a file may be.
            body = io.BytesIO(json.dumps(arguments).encode())
            async with self._live.post(f"{self._url}/{operation}", data=body, headers=_JSON, ssl=False) as response:
                text = await response.text()
        except aiohttp.ClientError as error:
            raise StandInError(f"The stand-in does not answer: {error}.") from None
        answer = json.loads(text) if text.startswith("{") else {"error": text}
        if "error" in answer:
            raise StandInError(answer["error"])
        return answer["result"]


def _bits(value: Permissions | None) -> int | str | list[str] | None:
    return value if value is None or isinstance(value, (int, str)) else list(value)


def _who(
    guild: str | None, channel: str | None, user: str, permissions: Permissions | None, locale: str, *, dm: bool
) -> dict[str, object]:
    who: dict[str, object] = {"guild": guild, "channel": channel, "dm": dm, "user": user, "locale": locale}
    return {**who, "user_permissions": _bits(permissions)}
