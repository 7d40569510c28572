from __future__ import annotations

import pytest

from bot.standin.state.mentions import pings
from bot.standin.state.permissions import Permission
from bot.standin.state.world import Role, User

ROLES = {"20": Role("20", "fans", 0, 1, mentionable=True), "21": Role("21", "staff", 0, 2)}
USERS = {"30": User("30", "alice")}
TEXT = "<@&20> <@&21> <@30> <@!30> @everyone <@&99>"
MAY = int(Permission.MENTION_EVERYONE)


@pytest.mark.parametrize(
    ("allowed", "permissions", "roles", "users", "everyone"),
    [
        (None, 0, ("20",), ("30",), False),
        (None, MAY, ("20", "21"), ("30",), True),
        ({"parse": []}, MAY, (), (), False),
        ({"parse": ["roles"]}, MAY, ("20", "21"), (), False),
        ({"parse": ["everyone"]}, MAY, (), (), True),
        ({"parse": ["everyone"]}, 0, (), (), False),
        ({"parse": [], "roles": ["20"]}, 0, ("20",), (), False),
        ({"parse": [], "roles": [20]}, 0, ("20",), (), False),
        ({"parse": [], "roles": ["21"]}, 0, (), (), False),
        ({"parse": ["users"], "roles": ["21"]}, MAY, ("21",), ("30",), False),
    ],
)
def test_who_is_pinged(allowed, permissions, roles, users, everyone):
    found = pings(TEXT, allowed, ROLES, USERS, permissions)
    assert (found.roles, tuple(u.id for u in found.users), found.everyone) == (roles, users, everyone)


def test_nobody_is_pinged_who_is_not_written():
    assert pings("hello", None, ROLES, USERS, MAY) == pings("", None, {}, {}, 0)
