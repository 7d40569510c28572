"""The sample newsroom: serves the outlets' feeds on loopback, each with what it has published by the clock it is given,
and a page for each item, so that the links of the cards lead somewhere. Knows nothing of the bot.
"""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime
from hashlib import blake2b
from html import escape

from aiohttp import web

from bot.catalogue.sources import DefaultSource
from bot.clock import Clock
from bot.demo.feeds import MEDIA_TYPES, page_path, write_feed
from bot.demo.stories import Item, Outlet, Stories

HOST = "127.0.0.1"
_SHUTDOWN_SECONDS = 0.2


class Newsroom:
    """Use `start` and `stop`; `port` is known in between."""

    def __init__(self, stories: Stories, clock: Clock) -> None:
        self.port = 0
        self._stories = stories
        self._clock = clock
        self._outlets = {outlet.id: outlet for outlet in stories.outlets}
        self._pages = {page_path(item): item for item in stories.items}
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on a free port of loopback."""
        app = web.Application()
        app.router.add_get("/{outlet}/feed", self._feed)
        app.router.add_get("/{year}/{month}/{id}", self._page)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, 0).start()
        self.port = int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Close all connections and stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def sources(self) -> tuple[DefaultSource, ...]:
        """The outlets' feeds, for the bot to listen to."""
        return tuple(
            DefaultSource(url=f"http://{HOST}:{self.port}/{outlet.id}/feed", name=outlet.name, tier=outlet.tier)
            for outlet in self._stories.outlets
        )

    async def _feed(self, request: web.Request) -> web.Response:
        outlet = self._outlets.get(request.match_info["outlet"])
        if outlet is None:
            raise web.HTTPNotFound(text="There is no such outlet in the sample newsroom.")
        items = self._stories.of(outlet, self._clock())
        body = write_feed(outlet, items, self.port)
        etag = blake2b(body, digest_size=12).hexdigest()
        changed = items[0].at if items else self._stories.begins
        headers = {"ETag": f'"{etag}"', "Last-Modified": format_datetime(changed, usegmt=True)}
        if _is_known(request, etag, changed):
            return web.Response(status=304, headers=headers)
        return web.Response(body=body, content_type=MEDIA_TYPES[outlet.format], charset="utf-8", headers=headers)

    async def _page(self, request: web.Request) -> web.Response:
        item = self._pages.get(request.path)
        if item is None or item.at > self._clock():
            raise web.HTTPNotFound(text="The sample newsroom has no such page, or not yet.")
        return web.Response(text=_html(self._outlets[item.outlet], item), content_type="text/html")


def _is_known(request: web.Request, etag: str, changed: datetime) -> bool:
    """Whether the asker has this very body (RFC 9110 section 13.2.2: a date counts only where there is no tag)."""
    if request.if_none_match is not None:
        return any(tag.value in (etag, "*") for tag in request.if_none_match)
    return request.if_modified_since is not None and request.if_modified_since >= changed


def _html(outlet: Outlet, item: Item) -> str:
    title, name = escape(item.title), escape(outlet.name)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title} - {name}</title>'
        f"<p>{name}, an invented outlet of Cliffhanger's demo</p><h1>{title}</h1><p>{item.at:%d %B %Y}</p>"
        f"{item.content or f'<p>{item.summary}</p>'}</html>"
    )
