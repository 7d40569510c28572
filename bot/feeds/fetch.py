"""One polite, bounded, guarded GET: every address it dials is checked, redirects are followed by hand, the whole takes
no longer than its deadline and no more memory than its limit. What goes wrong comes back as a value.

Knows nothing of what a feed looks like, of schedules, shows, Discord or SQL.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Protocol, Self

import aiohttp
from yarl import URL

from bot.clock import Clock, system_clock
from bot.feeds.answers import Answer, Failed, FailureKind, Fetched, Postponed, Unchanged, failure_of, hash_body
from bot.feeds.freshness import NO_VALIDATORS, conditional_headers, read_caching
from bot.feeds.guard import AddressGuard, BlockedAddressError, UnfitUrlError, check_url
from bot.feeds.hosts import HostTurns, NoTurnError
from bot.feeds.inflate import ACCEPT_ENCODING, BadEncodingError, Inflater, TooLargeError
from bot.model.source import Validators

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json;q=0.9, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.5, text/html;q=0.3, */*;q=0.1"
)

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_PIECE = 65_536
_KEEP_ALIVE = 15.0
_DNS_SECONDS = 60


class Fetch(Protocol):
    """What a poll needs of a fetcher."""

    async def fetch(self, url: str, validators: Validators = NO_VALIDATORS) -> Answer:
        """GET a feed."""


@dataclass(frozen=True, slots=True)
class _Redirect:
    target: str
    permanent: bool


class Fetcher:
    """Fetches feeds; an async context manager that owns its connections.

    `timeout` is in seconds and covers all of a fetch, redirects included; `limit` is the largest body in bytes, after
    decompression; `redirects` how many hops are followed; `in_flight` and `per_host` how many fetches run at once,
    `host_gap` the seconds between the beginnings of two at one host, and `patience` how many seconds one waits there.
    """

    def __init__(
        self,
        guard: AddressGuard,
        user_agent: str,
        *,
        timeout: float = 20.0,
        limit: int = 5_000_000,
        redirects: int = 5,
        in_flight: int = 50,
        per_host: int = 2,
        host_gap: float = 1.0,
        patience: float = 60.0,
        clock: Clock = system_clock,
    ) -> None:
        self._guard = guard
        self._headers = {"User-Agent": user_agent, "Accept": ACCEPT, "Accept-Encoding": ACCEPT_ENCODING}
        self._timeout = timeout
        self._limit = limit
        self._redirects = redirects
        self._slots = asyncio.Semaphore(in_flight)
        self._turns = HostTurns(per_host=per_host, gap=host_gap, patience=patience, clock=clock)
        self._clock = clock
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            socket_factory=self._guard.open_socket,
            limit=0,  # waiting for a connection would count against the deadline; `_slots` waits before it
            ttl_dns_cache=_DNS_SECONDS,
            keepalive_timeout=_KEEP_ALIVE,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None),  # `fetch` has one deadline for all hops together
            auto_decompress=False,  # `Inflater` bounds what a small body may become
            trust_env=False,  # a proxy would dial in the guard's stead
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def fetch(self, url: str, validators: Validators = NO_VALIDATORS) -> Answer:
        """GET a feed, conditionally if there are validators. Never raises for what a server or a URL does."""
        try:
            target = check_url(url)
            return await self._follow(target, validators)
        except (UnfitUrlError, BlockedAddressError, TooLargeError, BadEncodingError) as error:
            return Failed(kind=_KINDS[type(error)], message=str(error))
        except NoTurnError as error:
            return Postponed(wait=error.wait, message=str(error))
        except TimeoutError:
            text = f"The website did not deliver the feed within {self._timeout:g} seconds."
            return Failed(kind=FailureKind.TIMEOUT, message=text)
        except aiohttp.ClientSSLError:
            text = "The website's certificate is not valid, so its feed cannot be trusted."
            return Failed(kind=FailureKind.TLS, message=text)
        except aiohttp.ClientConnectorError as error:
            if isinstance(error.os_error, BlockedAddressError):
                return Failed(kind=FailureKind.BLOCKED, message=str(error.os_error))
            text = "The website cannot be reached. Check its name in the URL for a mistake."
            return Failed(kind=FailureKind.UNREACHABLE, message=text)
        except aiohttp.InvalidURL:
            return Failed(kind=FailureKind.URL, message="This URL, or one it leads to, is not valid.")
        except aiohttp.ClientError:
            text = "The website broke off, or its answer is not proper HTTP."
            return Failed(kind=FailureKind.PROTOCOL, message=text)
        except OSError:
            return Failed(kind=FailureKind.UNREACHABLE, message="The connection to the website broke off.")

    async def _follow(self, target: URL, validators: Validators) -> Fetched | Unchanged | Failed:
        visited = {target}
        permanent, host, left = True, None, self._timeout
        async with AsyncExitStack() as held:
            for _ in range(self._redirects + 1):
                if target.raw_host != host:
                    # A website that many others redirect to has its turns too; one is let go before the next is held.
                    await held.aclose()
                    host = target.raw_host
                    await held.enter_async_context(self._turns.turn(host or ""))
                    await held.enter_async_context(self._slots)
                moved_to = str(target) if permanent and len(visited) > 1 else None
                begun = asyncio.get_running_loop().time()
                async with asyncio.timeout(left):
                    answer = await self._get(target, validators, moved_to)
                left -= asyncio.get_running_loop().time() - begun
                if isinstance(answer, Failed):
                    return replace(answer, redirected=len(visited) > 1)
                if not isinstance(answer, _Redirect):
                    return answer
                target = _next(target, answer)
                if target in visited:
                    return Failed(kind=FailureKind.REDIRECT, message="The website redirects in a circle.")
                visited.add(target)
                permanent = permanent and answer.permanent
        text = f"The website redirects more than {self._redirects} times."
        return Failed(kind=FailureKind.REDIRECT, message=text)

    async def _get(
        self, url: URL, validators: Validators, moved_to: str | None
    ) -> Fetched | Unchanged | Failed | _Redirect:
        if self._session is None:
            raise RuntimeError("a Fetcher is used within `async with`")
        conditional = conditional_headers(validators)
        async with self._session.get(url, headers=self._headers | conditional, allow_redirects=False) as response:
            headers, status = response.headers, response.status
            if status in _REDIRECTS and (location := headers.get("Location")):
                return _Redirect(location, status in _PERMANENT)
            if status == 304 and conditional:
                caching = read_caching(headers, self._clock(), validators)
                return Unchanged(url=str(url), caching=caching, moved_to=moved_to)
            if status not in {200, 203}:
                failed = failure_of(status, headers, self._clock())
                if status == 429 or failed.retry_after is not None:
                    self._turns.rest(url.raw_host or "", failed.retry_after)
                return failed
            body = await self._read(response)
            return Fetched(
                url=str(url),
                status=status,
                body=body,
                content_type=headers.get("Content-Type", ""),
                caching=read_caching(headers, self._clock()),
                body_hash=hash_body(body),
                moved_to=moved_to,
            )

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        inflater = Inflater(response.headers.get("Content-Encoding", ""), self._limit)
        try:
            async for piece in response.content.iter_chunked(_PIECE):
                inflater.feed(piece)
            return inflater.finish()
        except (TooLargeError, BadEncodingError):
            # What is left unread would otherwise be read by whoever is given this connection next.
            response.close()
            raise


def _next(target: URL, answer: _Redirect) -> URL:
    """Where a redirect leads. Raises `UnfitUrlError`."""
    try:
        return check_url(str(target.join(URL(answer.target))))
    except ValueError:
        raise UnfitUrlError("The website redirects to something that is not a URL.") from None
    except UnfitUrlError as error:
        raise UnfitUrlError(f"The website redirects to a URL that cannot be fetched. {error}") from None


_KINDS: dict[type[Exception], FailureKind] = {
    UnfitUrlError: FailureKind.URL,
    BlockedAddressError: FailureKind.BLOCKED,
    TooLargeError: FailureKind.TOO_LARGE,
    BadEncodingError: FailureKind.ENCODING,
}
