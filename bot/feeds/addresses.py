"""Addresses that people paste and whose feed is at another address: a YouTube channel, a subreddit, a profile.

Pure: only what is known of whole services, each rule with its source; what needs a look at the page is left to
`bot.feeds.discover`. No path of anybody's own website is guessed here. Knows nothing of fetching.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from yarl import URL

from bot.feeds.guard import LONGEST_URL

# `feed:` before a whole URL, or in the place of http (draft-obasanjo-feed-URI-scheme-02).
_FEED_SCHEME = re.compile(r"feed:(?://)?(?=https?:)", re.IGNORECASE)
_FEED_HTTP = re.compile(r"feed:(?://)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"
_NO_SCHEME = re.compile(rf"(?:{_HOST}|\d+(?:\.\d+){{3}})(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_ACCOUNT = re.compile(rf"@?(\w[\w.-]*)@({_HOST})", re.IGNORECASE)
_COMMUNITY = re.compile(rf"!(\w+)@({_HOST})", re.IGNORECASE)
_SUBREDDIT = re.compile(r"/?r/([A-Za-z0-9_+-]+)/?")

_YOUTUBE_FEEDS = "https://www.youtube.com/feeds/videos.xml"
_CHANNEL = re.compile(r"UC[\w-]{22}")
_CHANNEL_IN_PAGE = re.compile(rb'"(?:externalId|externalChannelId)"\s*:\s*"(UC[\w-]{22})"')


def feed_address(text: str) -> str:
    """The address to fetch for what a person typed: that of the feed where it is known, else the text itself, with a
    scheme where that is all it lacks. Not checked: it may still be no URL.
    """
    text = text.strip()
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1].strip()  # keeps Discord from unfolding a link, so people are used to typing it
    if len(text) > LONGEST_URL:
        return text
    address = _written_out(_with_scheme(text))
    try:
        url = URL(address)
        host = (url.host or "").lower()
    except ValueError:
        return address
    if url.scheme not in {"http", "https"} or url.user is not None or url.explicit_port not in {None, 80, 443}:
        return address
    for service in _SERVICES:
        if service.has(host):
            return service.feed(_Place(url, host, tuple(part for part in url.parts[1:] if part))) or address
    return address


def feed_in_page(page: bytes, url: str) -> str | None:
    """The feed of a YouTube page (`/@handle`, `/c/name`), which names its channel's id but not always its feed."""
    if not _YOUTUBE.has((URL(url).host or "").lower()):
        return None
    found = _CHANNEL_IN_PAGE.search(page)
    return _youtube(channel_id=found[1].decode()) if found else None


@dataclass(frozen=True, slots=True)
class _Place:
    """A URL taken apart. `parts`: its path, without empty pieces."""

    url: URL
    host: str
    parts: tuple[str, ...]

    def part(self, index: int) -> str:
        """A piece of the path, empty where there is none."""
        return self.parts[index] if index < len(self.parts) else ""


@dataclass(frozen=True, slots=True)
class _Service:
    """A service: its domains, and where a place in it has its feed (None: where it is, or nowhere known)."""

    domains: frozenset[str]
    feed: Callable[[_Place], str | None]

    def has(self, host: str) -> bool:
        """Whether a host is the service's."""
        return any(host == domain or host.endswith(f".{domain}") for domain in self.domains)


def _with_scheme(text: str) -> str:
    if text[:5].lower() == "feed:":
        whole = _FEED_SCHEME.sub("", text, count=1)
        return whole if whole != text else _FEED_HTTP.sub("http://", text, count=1)
    if not _SCHEME.match(text) and _NO_SCHEME.fullmatch(text):
        return f"https://{text}"
    return text


def _written_out(text: str) -> str:
    """Names that are no URLs: r/television, @user@mastodon.example, !community@lemmy.example."""
    if found := _SUBREDDIT.fullmatch(text):
        return f"https://www.reddit.com/r/{found[1]}"
    if text.startswith("@") and (found := _ACCOUNT.fullmatch(text)):
        # Mastodon, config/routes.rb: `/@:username` with format rss.
        return f"https://{found[2].lower()}/@{found[1]}.rss"
    if found := _COMMUNITY.fullmatch(text):
        # Lemmy, crates/routes/src/feeds.rs: `/feeds/{type}/{name}.xml`, c for a community.
        return f"https://{found[2].lower()}/feeds/c/{found[1]}.xml?sort=New"
    return text


def _youtube_feed(place: _Place) -> str | None:
    # developers.google.com/youtube/v3/guides/push_notifications names the feed by channel_id; playlist_id and user are
    # its other two forms, shown nowhere (iv-org/invidious#113). A handle or a custom name needs the page.
    if playlist := place.url.query.get("list", "") if place.part(0) in {"playlist", "watch"} else "":
        return _youtube(playlist_id=playlist)
    if place.part(0) == "channel" and _CHANNEL.fullmatch(place.part(1)):
        return _youtube(channel_id=place.part(1))
    if place.part(0) == "user" and place.part(1):
        return _youtube(user=place.part(1))
    return None


def _youtube(**named: str) -> str:
    return str(URL(_YOUTUBE_FEEDS).with_query(named))


def _reddit_feed(place: _Place) -> str | None:
    # reddit.com/wiki/rss: `.rss` at the end of a listing's or a search's path; a user is /user/NAME, /u/NAME in short.
    parts = place.parts
    if parts and parts[-1].endswith((".rss", ".xml", ".json")):
        return None
    if parts[:1] == ("u",):
        parts = ("user", *parts[1:])
    listing = parts[:1] in {("r",), ("user",)} and len(parts) > 1
    if parts and not listing and parts != ("search",):
        return None
    end = "/.rss" if not parts or parts[-1] != "search" else ".rss"
    return str(_at(place, "www.reddit.com", "/".join(("", *parts)) + end, place.url.query))


def _bluesky_feed(place: _Place) -> str | None:
    # bluesky-social/social-app, bskyweb/cmd/bskyweb/rss.go: `/profile/:ident/rss`, by handle or did.
    at_profile = len(place.parts) == 2 and place.parts[0] == "profile"
    return str(_at(place, "bsky.app", f"/profile/{place.parts[1]}/rss")) if at_profile else None


def _tumblr_feed(place: _Place) -> str | None:
    # Tumblr's help, "RSS": `/rss` at a blog's address, and after a tag; the dashboard shows a blog at tumblr.com/NAME.
    if place.host in {"tumblr.com", "www.tumblr.com"}:
        name = place.part(1) if place.part(0) == "blog" else place.part(0)
        if len(place.parts) != (2 if place.part(0) == "blog" else 1) or not re.fullmatch(r"[\w-]{1,32}", name):
            return None
        return None if name in _TUMBLR_PAGES else f"https://{name.lower()}.tumblr.com/rss"
    if not place.parts:
        return str(_at(place, place.host, "/rss"))
    tagged = len(place.parts) == 2 and place.parts[0] == "tagged"
    return str(_at(place, place.host, f"/tagged/{place.parts[1]}/rss")) if tagged else None


_TUMBLR_PAGES = frozenset({"dashboard", "explore", "tagged", "search", "help", "about", "login", "register", "tv"})


def _medium_feed(place: _Place) -> str | None:
    # help.medium.com, "Using RSS feeds of profiles, publications, and topics": /feed/@user, /feed/publication,
    # /feed/publication/tagged/tag, NAME.medium.com/feed.
    if place.part(0) == "feed":
        return None
    if place.host not in {"medium.com", "www.medium.com"}:
        return str(_at(place, place.host, "/feed")) if not place.parts else None
    first = place.part(0)
    if len(place.parts) == 1 and first not in {"m", "me", "tag", "topic", "search", "about"}:
        return f"https://medium.com/feed/{first}"
    return f"https://medium.com/feed/tag/{place.part(1)}" if first == "tag" and len(place.parts) == 2 else None


def _substack_feed(place: _Place) -> str | None:
    # support.substack.com, "Is there an RSS feed for my publication?": `/feed` at the publication's address.
    if place.host in {"substack.com", "www.substack.com"}:
        return f"https://{name}.substack.com/feed" if (name := _substack_name(place)) else None
    return str(_at(place, place.host, "/feed")) if place.parts in {(), ("archive",), ("about",)} else None


def _substack_name(place: _Place) -> str:
    return place.parts[0][1:].lower() if len(place.parts) == 1 and re.fullmatch(r"@[\w-]+", place.parts[0]) else ""


def _github_feed(place: _Place) -> str | None:
    # docs.github.com/en/rest/activity/feeds tells of Atom feeds; a repository's are its pages with `.atom` behind them.
    parts = place.parts
    if len(parts) == 2:
        return f"https://github.com/{parts[0]}/{parts[1]}/releases.atom" if place.host == "github.com" else None
    if len(parts) in {3, 4} and parts[2] in {"releases", "tags", "commits"} and not parts[-1].endswith(".atom"):
        path = "/".join(parts if parts[2] == "commits" else parts[:3])
        return f"https://github.com/{path}.atom" if place.host == "github.com" else None
    return None


def _at(place: _Place, host: str, path: str, query: Mapping[str, str] | None = None) -> URL:
    built = URL.build(scheme="https", host=host, path=path)
    return built.with_query(place.url.query) if query else built


_YOUTUBE = _Service(frozenset({"youtube.com"}), _youtube_feed)
_SERVICES = (
    _YOUTUBE,
    _Service(frozenset({"reddit.com"}), _reddit_feed),
    _Service(frozenset({"bsky.app"}), _bluesky_feed),
    _Service(frozenset({"tumblr.com"}), _tumblr_feed),
    _Service(frozenset({"medium.com"}), _medium_feed),
    _Service(frozenset({"substack.com"}), _substack_feed),
    _Service(frozenset({"github.com"}), _github_feed),
)
