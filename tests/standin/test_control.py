"""The control side over the wire, without a bot."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.model.errors import ConfigurationError
from bot.standin import HOST, ControlClient, StandIn, StandInError, serve

TOKEN = {"Authorization": "Bot standin.on.loopback"}


async def call(standin: StandIn, method: str, path: str, **request: Any) -> tuple[int, Any]:
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, f"https://{HOST}:{standin.port}{path}", ssl=False, **request) as response,
    ):
        return response.status, await (
            response.json() if response.content_type == "application/json" else response.text()
        )


async def test_it_listens_on_loopback_only(standin):
    with pytest.raises(OSError, match=r"Connect call failed|refused|unreachable"):
        # All of 127.0.0.0/8 is this machine's, so whoever listened on every address would answer here too.
        await asyncio.open_connection("127.0.0.2", standin.port)


async def test_a_port_that_is_taken_is_named(standin):
    with pytest.raises(ConfigurationError, match=rf"^Port {standin.port} cannot be used: .* Choose another\.$"):
        await StandIn().start(standin.port)


async def test_serve_tells_its_port_and_ends_when_cancelled():
    told: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(serve(0, told.set_result))
    async with ControlClient(await told) as control:
        assert [guild["name"] for guild in (await control.world())["guilds"]] == ["Sofa Society"]
    serving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await serving
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(HOST, told.result())


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
async def test_web_pages_cannot_steer_it(standin, headers):
    status, _ = await call(standin, "POST", "/standin/world", headers=headers, json={})
    assert status == 403


async def test_a_form_cannot_steer_it(standin):
    status, _ = await call(standin, "POST", "/standin/world", data="{}")
    assert status == 415


async def test_wrong_operations_are_named(standin, control):
    status, answer = await call(standin, "POST", "/standin/fly", json={})
    assert (status, answer) == (404, {"error": "There is no operation 'fly'."})
    with pytest.raises(StandInError, match="no guild Nowhere"):
        await control.create_channel("Nowhere", "general")
    with pytest.raises(StandInError, match="no channel #nowhere"):
        await control.messages("#nowhere")
    with pytest.raises(StandInError, match="effect is one of"):
        await control.fault("explode")
    with pytest.raises(StandInError, match="No such setting"):
        await control.fault("status", colour="red")
    with pytest.raises(StandInError, match="no regular expression"):
        await control.fault("status", path="(")
    with pytest.raises(StandInError, match="fewer than 1 messages"):
        await control.wait("messages", 1, timeout=0.01)
    with pytest.raises(StandInError, match="One can wait for"):
        await control.wait("Godot", 1)


async def test_a_client_says_when_nothing_is_there():
    async with ControlClient(1) as control:
        with pytest.raises(StandInError, match="does not answer"):
            await control.world()
    with pytest.raises(StandInError, match="async with"):
        await ControlClient(1).world()


async def test_the_world_can_be_changed(control):
    guild = await control.create_guild("Den")
    channel = await control.create_channel(guild, "#premieres", 5)
    role = await control.create_role(guild, "@owls", mentionable=False)
    assert await control.set_permissions(channel, deny=["send_messages"]) & 1 << 11 == 0
    den = (await control.world())["guilds"][1]
    assert [c["name"] for c in den["channels"]] == ["general", "premieres"]
    assert {"id": role, "name": "owls", "mentionable": False} in den["roles"]
    await control.remove_guild(guild)
    await control.delete_channel(channel)
    den = (await control.world())["guilds"][1]
    assert (den["present"], [c["name"] for c in den["channels"]]) == (False, ["general"])


async def test_a_wrong_token_and_an_unknown_route_are_problems(standin, control):
    assert (await call(standin, "GET", "/api/v10/users/@me"))[0] == 401
    assert (await call(standin, "GET", "/api/v10/nowhere", headers=TOKEN))[0] == 404
    assert [problem.split(":")[0] for problem in await control.problems()] == ["GET /users/@me", "GET /nowhere"]


@pytest.mark.parametrize("body", ["{", '"text"', '{"embeds": "none"}', '{"embeds": [1]}', '{"components": [[]]}'])
async def test_bodies_of_a_wrong_shape_are_refused(standin, control, body):
    channel = (await control.world())["guilds"][0]["channels"][0]["id"]
    headers = {**TOKEN, "Content-Type": "application/json"}
    status, answer = await call(standin, "POST", f"/api/v10/channels/{channel}/messages", headers=headers, data=body)
    assert status == 400
    assert answer["code"] in {50006, 50035, 50109}
    assert len(await control.problems()) == 1


async def test_requests_are_recorded_with_their_answers(standin, control):
    await call(standin, "GET", "/api/v10/gateway?x=1", headers=TOKEN)
    assert await control.requests() == [
        {
            "method": "GET",
            "path": "/gateway",
            "query": {"x": "1"},
            "body": None,
            "status": 200,
            "answer": {"url": "wss://gateway.discord.gg"},
        }
    ]


@pytest.mark.parametrize(
    ("times", "statuses"),
    [(1, [503, 200, 200]), (2, [503, 503, 200])],
)
async def test_a_fault_strikes_as_often_as_it_should(standin, control, times, statuses):
    await control.fault("status", method="GET", path="^/gateway$", status=503, times=times)
    assert [(await call(standin, "GET", "/api/v10/gateway", headers=TOKEN))[0] for _ in range(3)] == statuses


async def test_a_cleared_fault_does_not_strike(standin, control):
    await control.fault("status", method="GET", path="gateway", status=503)
    await control.clear_faults()
    assert (await call(standin, "GET", "/api/v10/gateway", headers=TOKEN))[0] == 200


async def test_a_peer_that_goes_away_while_it_is_held_is_noticed(standin, control):
    await control.fault("hold", method="GET", path="gateway")
    asking = asyncio.create_task(call(standin, "GET", "/api/v10/gateway", headers=TOKEN))
    await control.wait("held", 1)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    async with asyncio.timeout(5):
        while await control.held():
            pass
    assert [held["outcome"] for held in await control.held_log()] == ["peer gone"]
    assert [entry["status"] for entry in await control.requests()] == [0]


async def test_a_stream_ends_with_the_stand_in(standin):
    async with ControlClient(standin.port) as control:
        stream = control.stream(replay=True)
        following = asyncio.ensure_future(anext(stream, None))
        await control.world()
        await standin.stop()
        assert await following is None
