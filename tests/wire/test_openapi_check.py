"""The check itself: it must find what is wrong, or its silence means nothing."""

from __future__ import annotations

import aiohttp
import pytest

from bot.connect import connector
from bot.standin import HOST, ControlClient
from tests.wire.conftest import assert_clean
from tests.wire.openapi_check import OpenApiCheck

USER = "/api/v10/users/@me"
SEND = ("POST", "/channels/1/messages")
CALLBACK = ("POST", "/interactions/1/token/callback")


@pytest.fixture
def check(openapi: OpenApiCheck | None) -> OpenApiCheck:
    if openapi is None:
        pytest.skip("Discord's OpenAPI document is not here")
    return openapi


@pytest.mark.parametrize(
    "body",
    [
        {"contnet": "a misspelt key"},
        {"content": 1},
        {"embeds": [{"title": "x" * 257}]},
        {"embeds": [{"titel": "x"}]},
        {"nonce": "x" * 26},
        {"allowed_mentions": {"parse": ["nobody"]}},
        {"components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "x" * 101, "label": "x"}]}]},
    ],
)
def test_wrong_messages_are_found(check, body):
    assert check.request(*SEND, {}, body)


@pytest.mark.parametrize(
    "body",
    [
        {"content": "hello", "nonce": "alert-1", "enforce_nonce": True, "tts": False},
        {"allowed_mentions": {"parse": [], "roles": [1, 2]}, "content": "<@&1>"},
        {"attachments": [{"id": 0, "filename": "a.txt"}], "files": [{"id": "0"}]},
    ],
)
def test_right_messages_pass(check, body):
    assert check.request(*SEND, {}, body) == []


def test_queries_are_checked(check):
    path = "/channels/1/messages"
    assert check.request("GET", path, {"limit": "100", "after": "0"}, None) == []
    assert check.request("GET", path, {"limit": "101"}, None)
    assert check.request("GET", path, {"limti": "5"}, None) == ["?limti is unknown"]


def test_routes_that_discord_does_not_have_are_found(check):
    assert check.request("POST", "/channels/1/mesages", {}, {}) == ["Discord has no such route"]


def test_a_body_where_none_belongs_is_found(check):
    assert check.request("GET", "/users/@me", {}, {"x": 1}) == ["takes no body"]


def test_too_many_choices_are_found(check):
    choices = [{"name": "x", "value": "x"}] * 26
    assert check.request(*CALLBACK, {"with_response": "1"}, {"type": 8, "data": {"choices": choices}})
    assert check.request(*CALLBACK, {"with_response": "1"}, {"type": 8, "data": {"choices": choices[:25]}}) == []


def test_answers_of_the_stand_in_are_checked(check):
    assert check.answer("GET", "/users/@me", 200, {"id": "1"})
    assert check.answer(*SEND, 418, {"message": "x"})
    assert check.answer(*SEND, 403, {"code": 50001, "message": "Missing Access"}) == []
    assert check.answer(*SEND, 503, None) == []


async def test_the_teardown_finds_problems_and_what_does_not_fit(standin, check):
    async with (
        ControlClient(standin.port) as control,
        aiohttp.ClientSession(connector=connector((HOST, standin.port))) as session,
    ):
        await assert_clean(control, check, [])
        await session.get(f"https://discord.com{USER}?colour=red", headers={"Authorization": f"Bot {standin.token}"})
        with pytest.raises(AssertionError, match="does not fit Discord's OpenAPI document"):
            await assert_clean(control, check, [])
        await session.get(f"https://discord.com{USER}", headers={"Authorization": "Bot wrong"})
        with pytest.raises(AssertionError, match="the bot did what Discord would refuse"):
            await assert_clean(control, check, [])
        with pytest.raises(AssertionError, match="did not turn up"):
            await assert_clean(control, None, ["401", "10062"])
        await assert_clean(control, None, ["401"])
