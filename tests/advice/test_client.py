"""One bounded request to an endpoint that may answer anything at all."""

from __future__ import annotations

import gzip
import json

import pytest
from aiohttp import web

from bot.advice.client import LIMIT, Client, EndpointError

MESSAGES = [{"role": "system", "content": "S"}, {"role": "user", "content": "U \u2028 😀"}]
KEY = "sk-very-secret"


@pytest.fixture
async def client(endpoint):
    async with Client(f"{endpoint.url}/v1/", "small-model", KEY, "Cliffhanger/test", timeout=5.0) as client:
        yield client


async def test_it_asks_as_every_such_endpoint_is_asked(endpoint, client):
    endpoint.says("An answer.")
    assert await client.ask(MESSAGES) == "An answer."
    ((path, headers, body),) = endpoint.requests
    assert path == "/v1/chat/completions"
    assert body == {"model": "small-model", "messages": MESSAGES, "stream": False}
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert headers["User-Agent"] == "Cliffhanger/test"


async def test_an_endpoint_without_a_key_is_sent_none(endpoint):
    endpoint.says("An answer.")
    async with Client(endpoint.url, "small-model", None, "Cliffhanger/test") as client:
        await client.ask(MESSAGES)
    assert "Authorization" not in endpoint.requests[0][1]


@pytest.mark.parametrize("status", [201, 204, 400, 401, 404, 429, 500, 503])
async def test_another_status_is_a_failure(endpoint, client, status):
    endpoint.sends(b'{"choices": [{"message": {"content": "x"}}]}', status)
    with pytest.raises(EndpointError, match=f"status {status}"):
        await client.ask(MESSAGES)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_no_redirect_is_followed(endpoint, client, status):
    # The key and the text would go to whoever it names.
    endpoint.sends(b"", status, Location=f"{endpoint.url}/elsewhere")
    with pytest.raises(EndpointError, match=f"status {status}"):
        await client.ask(MESSAGES)
    assert len(endpoint.requests) == 1


async def test_a_proxy_of_the_environment_is_not_used(endpoint, client, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    endpoint.says("An answer.")
    assert await client.ask(MESSAGES) == "An answer."


async def test_an_answer_that_is_too_large(endpoint, client):
    endpoint.sends(b" " * (LIMIT + 1))
    with pytest.raises(EndpointError, match="more than 65536 bytes"):
        await client.ask(MESSAGES)


async def test_an_answer_without_an_end(endpoint, client):
    async def flood(request):
        response = web.StreamResponse()
        await response.prepare(request)
        while not endpoint.ending.is_set():
            await response.write(b" " * 8192)
        return response

    endpoint.handler = flood
    with pytest.raises(EndpointError, match="more than"):
        await client.ask(MESSAGES)


async def test_a_small_answer_does_not_become_a_large_one(endpoint, client):
    endpoint.sends(gzip.compress(b" " * 50_000_000), Content_Encoding="gzip")
    with pytest.raises(EndpointError, match="encoding"):
        await client.ask(MESSAGES)


@pytest.mark.parametrize("begun", [False, True])
async def test_an_answer_that_does_not_come(endpoint, begun):
    async def stall(request):
        response = web.StreamResponse()
        if begun:
            await response.prepare(request)
            await response.write(b'{"choices":')
        await endpoint.ending.wait()
        return response

    endpoint.handler = stall
    async with Client(endpoint.url, "m", KEY, "Cliffhanger/test", timeout=0.1) as client:
        with pytest.raises(EndpointError, match=r"within 0\.1 seconds"):
            await client.ask(MESSAGES)


async def test_a_connection_that_breaks(endpoint, client):
    async def hang_up(request):
        request.transport.close()
        return web.Response()

    endpoint.handler = hang_up
    with pytest.raises(EndpointError, match="the connection failed"):
        await client.ask(MESSAGES)


async def test_nobody_there(unused_tcp_port):
    async with Client(f"http://127.0.0.1:{unused_tcp_port}", "m", KEY, "Cliffhanger/test", timeout=5.0) as client:
        with pytest.raises(EndpointError, match="the connection failed"):
            await client.ask(MESSAGES)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"<html>Sign in</html>",
        b"[]",
        b"null",
        b'{"choices": []}',
        b'{"choices": {}}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": ["x"]}}]}',
        b'{"choices": [{"message": "x"}]}',
        b'{"error": {"message": "sk-very-secret is not a key"}}',
        b"[" * 60_000,
    ],
)
async def test_an_answer_of_something_else(endpoint, client, body):
    endpoint.sends(body)
    with pytest.raises(EndpointError, match="not that of an OpenAI-compatible endpoint") as caught:
        await client.ask(MESSAGES)
    assert KEY not in str(caught.value)


async def test_a_failure_leaves_the_client_as_it_was(endpoint, client):
    endpoint.sends(b"x" * (LIMIT + 1))
    with pytest.raises(EndpointError):
        await client.ask(MESSAGES)
    endpoint.sends(json.dumps({"choices": [{"message": {"content": "Now."}}]}).encode())
    assert await client.ask(MESSAGES) == "Now."
