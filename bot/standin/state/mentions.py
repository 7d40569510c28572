"""Whom a message pings: Discord's rules for `allowed_mentions`. Pure.

Source: Discord docs, "Message", allowed mentions object. Knows nothing of channels or requests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.standin.state.permissions import Permission
from bot.standin.state.world import Role, User
from bot.standin.wire_types import JsonObject

_ROLE = re.compile(r"<@&(\d+)>")
_USER = re.compile(r"<@!?(\d+)>")


@dataclass(frozen=True, slots=True)
class Pings:
    """Who is notified by a message."""

    users: tuple[User, ...] = ()
    roles: tuple[str, ...] = ()
    everyone: bool = False


def pings(
    content: str, allowed: JsonObject | None, roles: Mapping[str, Role], users: Mapping[str, User], permissions: int
) -> Pings:
    """Who `content` notifies when its author has `permissions` in the channel.

    Without `allowed_mentions` everything that is written pings. A role that is not mentionable, and @everyone, need
    MENTION_EVERYONE.
    """
    may_ping_all = bool(permissions & Permission.MENTION_EVERYONE)
    role_ids = [r for r in _ROLE.findall(content) if r in roles and (roles[r].mentionable or may_ping_all)]
    user_ids = [u for u in _USER.findall(content) if u in users]
    return Pings(
        tuple(users[u] for u in dict.fromkeys(user_ids) if _allows(allowed, "users", u)),
        tuple(r for r in dict.fromkeys(role_ids) if _allows(allowed, "roles", r)),
        may_ping_all
        and bool(re.search(r"@(everyone|here)\b", content))
        and (allowed is None or "everyone" in (allowed.get("parse") or [])),
    )


def _allows(allowed: JsonObject | None, kind: str, target: str) -> bool:
    if allowed is None or kind in (allowed.get("parse") or []):
        return True
    return target in [str(item) for item in allowed.get(kind) or []]
