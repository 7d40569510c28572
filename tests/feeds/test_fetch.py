from __future__ import annotations

import asyncio
import gzip
import ssl
import zlib
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import trustme
from aiohttp import web

from bot.feeds.answers import Failed, FailureKind, Fetched, Unchanged, hash_body
from bot.feeds.fetch import Fetcher
from bot.feeds.guard import AddressGuard
from bot.model.source import Validators

if TYPE_CHECKING:
    from tests.site import Site

FEED = b'<rss version="2.0"><channel><title>News</title></channel></rss>'
DATE = "Sun, 01 Mar 2026 10:00:00 GMT"


def guard(site: Site) -> AddressGuard:
    return AddressGuard(exempt=frozenset({("127.0.0.1", site.port)}))


async def test_a_feed_is_fetched_with_what_its_headers_say(site, fetcher):
    url = site.serve(
        "/feed",
        FEED,
        Content_Type="application/rss+xml",
        ETag='W/"a b"',
        Last_Modified=DATE,
        Cache_Control="max-age=90",
    )
    answer = await fetcher.fetch(f"{url}#part")
    assert isinstance(answer, Fetched)
    assert (answer.url, answer.status, answer.body) == (url, 200, FEED)
    assert answer.content_type == "application/rss+xml"
    assert answer.body_hash == hash_body(FEED)
    assert answer.caching.validators == Validators('W/"a b"', DATE)
    assert answer.caching.fresh_for == timedelta(seconds=90)
    assert answer.moved_to is None


async def test_the_request_is_polite(site, fetcher):
    await fetcher.fetch(site.serve("/feed", FEED))
    (request,) = site.requests
    assert request.method == "GET"
    assert request.headers["User-Agent"] == "Cliffhanger/test (+https://example.com)"
    assert "application/rss+xml" in request.headers["Accept"]
    assert request.headers["Accept-Encoding"] == "gzip, deflate"
    assert not {"Cookie", "Referer", "If-None-Match", "If-Modified-Since"} & set(request.headers)


async def test_validators_are_sent_byte_for_byte_and_renewed_by_a_304(site, fetcher):
    url = site.serve("/feed", status=304, ETag='"next"', Cache_Control="max-age=60")
    answer = await fetcher.fetch(url, Validators('W/"odd \\ one', "Sunday, maybe"))
    assert isinstance(answer, Unchanged)
    assert site.requests[0].headers["If-None-Match"] == 'W/"odd \\ one'
    assert site.requests[0].headers["If-Modified-Since"] == "Sunday, maybe"
    assert answer.caching.validators == Validators('"next"', "Sunday, maybe")
    assert answer.caching.fresh_for == timedelta(seconds=60)


async def test_a_new_body_without_validators_forgets_the_old_ones(site, fetcher):
    answer = await fetcher.fetch(site.serve("/feed", FEED), Validators('"old"', DATE))
    assert isinstance(answer, Fetched)
    assert answer.caching.validators == Validators()


async def test_a_304_nobody_asked_for_is_a_failure(site, fetcher):
    assert isinstance(await fetcher.fetch(site.serve("/feed", status=304)), Failed)


async def test_cookies_are_not_kept(site, fetcher):
    url = site.serve("/feed", FEED, Set_Cookie="id=1; Path=/")
    site.serve("/moved", status=302, Location="/feed", Set_Cookie="id=2; Path=/")
    await fetcher.fetch(f"{site.url}/moved")
    await fetcher.fetch(url)
    assert len(site.requests) == 3
    assert not any("Cookie" in request.headers for request in site.requests)


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(FEED)),
        ("x-gzip", gzip.compress(FEED)),
        ("gzip", gzip.compress(FEED[:20]) + gzip.compress(FEED[20:])),
        ("gzip", gzip.compress(FEED) + b"\0\0 padding"),
        ("deflate", zlib.compress(FEED)),
        ("deflate", bare_deflate(FEED)),
        ("identity", FEED),
    ],
)
async def test_compressed_bodies_are_read(site, fetcher, encoding, packed):
    answer = await fetcher.fetch(site.serve("/feed", packed, Content_Encoding=encoding))
    assert isinstance(answer, Fetched)
    assert answer.body == FEED


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", b"this is not gzip"),
        ("gzip", gzip.compress(FEED)[:-12]),
        ("br", FEED),
        ("gzip, gzip", gzip.compress(gzip.compress(FEED))),
    ],
)
async def test_damaged_or_unknown_compression_is_named(site, fetcher, encoding, packed):
    answer = await fetcher.fetch(site.serve("/feed", packed, Content_Encoding=encoding))
    assert isinstance(answer, Failed)
    assert answer.kind is FailureKind.ENCODING
    assert "compressed" in answer.message


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_compressed_bomb_is_stopped_at_the_limit(site, fetcher, encoding):
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | (16 if encoding == "gzip" else 0))
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
    answer = await fetcher.fetch(site.serve("/feed", bomb, Content_Encoding=encoding))
    assert isinstance(answer, Failed)
    assert answer.kind is FailureKind.TOO_LARGE
    assert "5 MB" in answer.message


async def test_a_huge_body_is_left_after_the_limit(site, fetcher):
    sent = 0

    async def huge(request):
        nonlocal sent
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(100):
            await response.write(bytes(1_000_000))
            sent += 1
        return response

    site.pages["/feed"] = huge
    answer = await fetcher.fetch(f"{site.url}/feed")
    assert isinstance(answer, Failed)
    assert answer.kind is FailureKind.TOO_LARGE
    assert sent < 50


async def test_a_feed_of_exactly_the_limit_is_taken(site):
    url = site.serve("/feed", bytes(1_000))
    async with Fetcher(guard(site), "test", host_gap=0.0, limit=1_000) as fetcher:
        assert isinstance(await fetcher.fetch(url), Fetched)
    async with Fetcher(guard(site), "test", host_gap=0.0, limit=999) as fetcher:
        assert isinstance(await fetcher.fetch(url), Failed)


@pytest.mark.parametrize("begins", [True, False])
async def test_a_body_that_drips_meets_the_deadline(site, begins):
    async def drip(request):
        response = web.StreamResponse()
        if begins:
            await response.prepare(request)
            await response.write(b"<")
        await site.ending.wait()
        return response

    site.pages["/feed"] = drip
    async with Fetcher(guard(site), "test", host_gap=0.0, timeout=0.2) as fetcher:
        answer = await fetcher.fetch(f"{site.url}/feed")
    assert isinstance(answer, Failed)
    assert answer.kind is FailureKind.TIMEOUT
    assert "0.2 seconds" in answer.message


async def test_waiting_for_a_turn_at_a_host_does_not_count_against_the_deadline(site):
    async def stuck_at_first(_request):
        if len(site.requests) == 1:
            await site.ending.wait()
        return web.Response(body=FEED)

    site.pages["/feed"] = stuck_at_first
    async with Fetcher(guard(site), "test", host_gap=0.0, timeout=0.3, per_host=1) as fetcher:
        first, second = await asyncio.gather(*(fetcher.fetch(f"{site.url}/feed") for _ in range(2)))
    assert isinstance(first, Failed)
    assert isinstance(second, Fetched)


async def test_redirects_are_followed_and_a_permanent_chain_is_noted(site, fetcher):
    target = site.serve("/feed", FEED)
    site.serve("/a", status=301, Location="/b")
    site.serve("/b", status=308, Location=target)
    site.serve("/c", status=302, Location="/a")
    permanent = await fetcher.fetch(f"{site.url}/a")
    mixed = await fetcher.fetch(f"{site.url}/c")
    assert isinstance(permanent, Fetched)
    assert (permanent.url, permanent.moved_to) == (target, target)
    assert isinstance(mixed, Fetched)
    assert (mixed.url, mixed.moved_to) == (target, None)
    assert not any("Referer" in request.headers for request in site.requests)


async def test_a_circle_of_redirects_is_told(site, fetcher):
    site.serve("/a", status=302, Location="/b")
    site.serve("/b", status=302, Location="/a")
    answer = await fetcher.fetch(f"{site.url}/a")
    assert isinstance(answer, Failed)
    assert answer.kind is FailureKind.REDIRECT
    assert "circle" in answer.message
    assert len(site.requests) == 2


async def test_too_many_redirects_are_told(site, fetcher):
    for n in range(9):
        site.serve(f"/{n}", status=302, Location=f"/{n + 1}")
    answer = await fetcher.fetch(f"{site.url}/0")
    assert isinstance(answer, Failed)
    assert "more than 5 times" in answer.message
    assert len(site.requests) == 6


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("http://127.0.0.1:1/", FailureKind.BLOCKED),
        ("http://10.0.0.1/", FailureKind.BLOCKED),
        ("http://[::1]/", FailureKind.BLOCKED),
        ("http://[::ffff:127.0.0.1]/", FailureKind.BLOCKED),
        ("http://localhost:1/", FailureKind.BLOCKED),
        ("http://2130706433/", FailureKind.URL),
        ("http://169.254.169.254/latest/meta-data/", FailureKind.BLOCKED),
        ("file:///etc/passwd", FailureKind.URL),
        ("ftp://example.com/", FailureKind.URL),
        ("http://user:word@example.com/", FailureKind.URL),
        ("http://[broken/", FailureKind.URL),
        ("http://a..b/", FailureKind.URL),
        ("http://" + "a" * 64 + ".example/", FailureKind.URL),
    ],
)
async def test_neither_a_url_nor_a_redirect_leads_where_it_may_not(site, fetcher, target, kind):
    site.serve("/feed", status=302, Location=target)
    for url in (target, f"{site.url}/feed"):
        answer = await fetcher.fetch(url)
        assert isinstance(answer, Failed)
        assert answer.kind is kind
        assert "127.0.0.1" not in answer.message


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (204, FailureKind.PROTOCOL),
        (206, FailureKind.PROTOCOL),
        (301, FailureKind.PROTOCOL),
        (401, FailureKind.DENIED),
        (403, FailureKind.DENIED),
        (404, FailureKind.MISSING),
        (410, FailureKind.GONE),
        (418, FailureKind.DENIED),
        (429, FailureKind.BUSY),
        (500, FailureKind.SERVER),
        (503, FailureKind.BUSY),
    ],
)
async def test_a_status_without_a_feed_is_put_into_words(site, fetcher, status, kind):
    answer = await fetcher.fetch(site.serve("/feed", status=status))
    assert isinstance(answer, Failed)
    assert answer.kind is kind
    assert f"(HTTP {status})" in answer.message
    assert answer.gone is (status == 410)
    assert answer.retry_after is None


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("header", "pause"),
    [
        ("120", timedelta(minutes=2)),
        ("Sun, 01 Mar 2026 12:05:00 GMT", timedelta(minutes=5)),
        ("Sun, 01 Mar 2026 10:00:00 GMT", timedelta()),
        ("99999999999999999999", timedelta(seconds=999_999_999)),
        ("soon", None),
        ("-5", None),
    ],
)
async def test_retry_after_is_read_as_seconds_and_as_a_date(site, fetcher, status, header, pause):
    answer = await fetcher.fetch(site.serve("/feed", status=status, Retry_After=header))
    assert isinstance(answer, Failed)
    assert answer.retry_after == pause


async def test_a_cloudflare_challenge_is_named(site, fetcher):
    answer = await fetcher.fetch(site.serve("/feed", "<html>", status=403, cf_mitigated="challenge"))
    assert isinstance(answer, Failed)
    assert answer.kind is FailureKind.CHALLENGE
    assert "Cloudflare" in answer.message


async def test_a_certificate_nobody_vouches_for_is_named():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    server = await asyncio.start_server(lambda _r, w: w.close(), "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    async with server, Fetcher(AddressGuard(exempt=frozenset({("127.0.0.1", port)})), "test", host_gap=0.0) as fetcher:
        answer = await fetcher.fetch(f"https://127.0.0.1:{port}/")
    assert isinstance(answer, Failed)
    assert answer.kind is FailureKind.TLS
    assert "certificate" in answer.message


@pytest.mark.parametrize("reply", [b"", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<rss"])
async def test_what_is_not_proper_http_is_a_failure(reply):
    async def serve(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(reply)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, Fetcher(AddressGuard(exempt=frozenset({("127.0.0.1", port)})), "test", host_gap=0.0) as fetcher:
        answer = await fetcher.fetch(f"http://127.0.0.1:{port}/")
    assert isinstance(answer, Failed)
    assert answer.kind is FailureKind.PROTOCOL


async def test_a_port_nobody_listens_on_is_a_failure(unused_tcp_port):
    exempt = AddressGuard(exempt=frozenset({("127.0.0.1", unused_tcp_port)}))
    async with Fetcher(exempt, "test", host_gap=0.0) as fetcher:
        answer = await fetcher.fetch(f"http://127.0.0.1:{unused_tcp_port}/")
    assert isinstance(answer, Failed)
    assert answer.kind is FailureKind.UNREACHABLE


async def test_the_connection_is_fit_for_use_after_a_body_was_left(site):
    site.serve("/big", bytes(200_000))
    good = site.serve("/feed", FEED)
    async with Fetcher(guard(site), "test", host_gap=0.0, limit=1_000) as fetcher:
        assert isinstance(await fetcher.fetch(f"{site.url}/big"), Failed)
        assert isinstance(await fetcher.fetch(good), Fetched)
