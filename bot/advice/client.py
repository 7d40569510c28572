"""Asks an OpenAI-compatible endpoint one question: one POST, bounded in time and size, that follows nothing and knows
no proxy. What goes wrong is an `EndpointError` that holds neither the key nor a word of the answer.

Knows nothing of shows or news.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import aiohttp

from bot.model.errors import CliffhangerError

LIMIT = 65_536
"""Bytes of an answer that are read."""
TIMEOUT = 20.0
"""Seconds for all of a request."""
_PIECE = 8_192


class EndpointError(CliffhangerError):
    """The endpoint gave no usable answer; the text says why."""


class Client:
    """A client of one endpoint and model; an async context manager that owns its connections.

    `url` is the base URL, such as `https://host/v1`; `key` goes as a bearer token where there is one; `timeout` is in
    seconds, `limit` in bytes.
    """

    def __init__(
        self,
        url: str,
        model: str,
        key: str | None,
        user_agent: str,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> None:
        self._url = f"{url.rstrip('/')}/chat/completions"
        self._model = model
        self._headers = {"User-Agent": user_agent, "Accept": "application/json", "Accept-Encoding": "identity"}
        if key:
            self._headers["Authorization"] = f"Bearer {key}"
        self._timeout = timeout
        self._limit = limit
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None),  # `ask` has one deadline
            auto_decompress=False,  # a small body must not become a large one
            trust_env=False,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def ask(self, messages: Sequence[dict[str, str]]) -> str:
        """The text that the model answers with. Raises `EndpointError`."""
        try:
            async with asyncio.timeout(self._timeout):
                body = await self._post({"model": self._model, "messages": list(messages), "stream": False})
        except TimeoutError:
            raise EndpointError(f"no answer within {self._timeout:g} seconds") from None
        except (aiohttp.ClientError, OSError) as error:
            # The text of such an error may quote what the endpoint sent.
            raise EndpointError(f"the connection failed ({type(error).__name__})") from None
        return _text_of(body)

    async def _post(self, request: dict[str, object]) -> bytes:
        if self._session is None:
            raise RuntimeError("a Client is used within `async with`")
        async with self._session.post(
            self._url, json=request, headers=self._headers, allow_redirects=False
        ) as response:
            if response.status != 200:
                raise EndpointError(f"it answered with status {response.status}")
            if response.headers.get("Content-Encoding", "identity") != "identity":
                raise EndpointError("it answered in an encoding that was not asked for")
            body = bytearray()
            async for piece in response.content.iter_chunked(_PIECE):
                body += piece
                if len(body) > self._limit:
                    response.close()
                    raise EndpointError(f"it answered with more than {self._limit} bytes")
            return bytes(body)


def _text_of(body: bytes) -> str:
    """The first choice's text. Raises `EndpointError`."""
    try:
        text = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError):
        text = None
    if not isinstance(text, str):
        raise EndpointError("its answer is not that of an OpenAI-compatible endpoint")
    return text
