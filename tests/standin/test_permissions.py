from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.errors import UserError
from bot.standin.state.permissions import ALL, EVERYONE, Overwrite, Permission, compute, parse

ME, GUILD, ROLE, OTHER = "1", "2", "3", "4"
VIEW, SEND, EMBED = Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.EMBED_LINKS
BITS = st.integers(0, ALL)


def mine(*overwrites: Overwrite, roles: dict[str, int] | None = None, owner: bool = False) -> int:
    return compute(ME, GUILD, {GUILD: int(EVERYONE), **(roles or {})}, overwrites, owner=owner)


def test_without_overwrites_the_roles_add_up():
    assert mine(roles={ROLE: int(Permission.MANAGE_GUILD)}) == EVERYONE | Permission.MANAGE_GUILD


def test_owners_and_administrators_may_everything():
    nothing = Overwrite(ME, is_member=True, deny=ALL)
    assert mine(nothing, owner=True) == ALL
    assert mine(nothing, roles={ROLE: int(Permission.ADMINISTRATOR)}) == ALL


def test_overwrites_go_from_everyone_to_roles_to_the_member():
    everyone = Overwrite(GUILD, is_member=False, deny=int(SEND | EMBED))
    role = Overwrite(ROLE, is_member=False, allow=int(SEND))
    me = Overwrite(ME, is_member=True, allow=int(EMBED), deny=int(SEND))
    roles = {ROLE: 0}
    assert not mine(everyone, roles=roles) & SEND
    assert mine(everyone, role, roles=roles) & SEND
    assert not mine(everyone, role, me, roles=roles) & SEND
    assert mine(everyone, role, me, roles=roles) & EMBED


def test_what_one_role_allows_outweighs_what_another_denies():
    denies, allows = (
        Overwrite(ROLE, is_member=False, deny=int(SEND)),
        Overwrite(OTHER, is_member=False, allow=int(SEND)),
    )
    assert mine(allows, denies, roles={ROLE: 0, OTHER: 0}) & SEND


def test_overwrites_of_others_do_not_count():
    assert mine(Overwrite(OTHER, is_member=True, deny=ALL)) == EVERYONE
    assert mine(Overwrite(ROLE, is_member=False, deny=ALL)) == EVERYONE


@given(BITS, BITS, BITS)
def test_who_cannot_see_a_channel_can_do_nothing_there(base, allow, deny):
    me = Overwrite(ME, is_member=True, allow=allow & ~int(VIEW), deny=deny | int(VIEW))
    bits = compute(ME, GUILD, {GUILD: base & ~int(Permission.ADMINISTRATOR)}, [me], owner=False)
    assert bits == 0


@given(BITS, BITS)
def test_what_the_member_is_allowed_is_allowed(allow, deny):
    me = Overwrite(ME, is_member=True, allow=allow | int(VIEW), deny=deny)
    assert mine(me) & (allow | VIEW) == allow | VIEW


@pytest.mark.parametrize("value", [["manage_guild"], "manage_guild", "MANAGE_GUILD", 32, "32", "manage_guild,"])
def test_permissions_can_be_named(value):
    assert parse(value) == Permission.MANAGE_GUILD


def test_unknown_permissions_are_named():
    with pytest.raises(UserError, match=r"'fly'\. Known here: add_reactions"):
        parse("manage_guild fly")
