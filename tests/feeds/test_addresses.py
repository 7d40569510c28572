"""Where the feed is of what people paste: one row a form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.addresses import feed_address, feed_in_page

CHANNEL = "UCuAXFkgsw1L7xaCfnd5JJOw"
VIDEOS = "https://www.youtube.com/feeds/videos.xml"


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("https://example.com/feed", "https://example.com/feed"),
        (" <https://example.com/feed> ", "https://example.com/feed"),
        ("example.com/feed", "https://example.com/feed"),
        ("example.com", "https://example.com"),
        ("sub.example.co.uk:8080/feed?x=1", "https://sub.example.co.uk:8080/feed?x=1"),
        ("127.0.0.1:9/feed", "https://127.0.0.1:9/feed"),
        ("feed:https://example.com/rss", "https://example.com/rss"),
        ("FEED://https://example.com/rss", "https://example.com/rss"),
        ("feed://example.com/rss", "http://example.com/rss"),
        ("feed:example.com/rss", "http://example.com/rss"),
        ("http://example.com:8080/r/television", "http://example.com:8080/r/television"),
    ],
)
def test_schemes(pasted, address):
    assert feed_address(pasted) == address


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        (f"https://www.youtube.com/channel/{CHANNEL}", f"{VIDEOS}?channel_id={CHANNEL}"),
        (f"youtube.com/channel/{CHANNEL}/videos", f"{VIDEOS}?channel_id={CHANNEL}"),
        (f"http://m.youtube.com/channel/{CHANNEL}?view=0", f"{VIDEOS}?channel_id={CHANNEL}"),
        ("https://www.youtube.com/playlist?list=PL1234_-x", f"{VIDEOS}?playlist_id=PL1234_-x"),
        ("https://www.youtube.com/watch?v=abc&list=PL1234", f"{VIDEOS}?playlist_id=PL1234"),
        ("https://www.youtube.com/user/bbc", f"{VIDEOS}?user=bbc"),
        ("r/television", "https://www.reddit.com/r/television/.rss"),
        ("/r/television/", "https://www.reddit.com/r/television/.rss"),
        ("https://www.reddit.com/r/television", "https://www.reddit.com/r/television/.rss"),
        ("https://old.reddit.com/r/television/new/", "https://www.reddit.com/r/television/new/.rss"),
        ("new.reddit.com/r/television/top?t=week", "https://www.reddit.com/r/television/top/.rss?t=week"),
        ("https://reddit.com/r/a+b", "https://www.reddit.com/r/a+b/.rss"),
        ("https://www.reddit.com/user/spez", "https://www.reddit.com/user/spez/.rss"),
        ("https://www.reddit.com/u/spez/", "https://www.reddit.com/user/spez/.rss"),
        ("https://www.reddit.com/search/?q=heartstopper", "https://www.reddit.com/search.rss?q=heartstopper"),
        ("https://www.reddit.com/r/tv/search?q=a+b", "https://www.reddit.com/r/tv/search.rss?q=a+b"),
        ("@Gargron@mastodon.social", "https://mastodon.social/@Gargron.rss"),
        ("!television@lemmy.world", "https://lemmy.world/feeds/c/television.xml?sort=New"),
        ("https://bsky.app/profile/variety.com", "https://bsky.app/profile/variety.com/rss"),
        ("https://staff.tumblr.com", "https://staff.tumblr.com/rss"),
        ("https://www.tumblr.com/staff", "https://staff.tumblr.com/rss"),
        ("https://www.tumblr.com/blog/staff", "https://staff.tumblr.com/rss"),
        ("https://staff.tumblr.com/tagged/news", "https://staff.tumblr.com/tagged/news/rss"),
        ("https://medium.com/@ev", "https://medium.com/feed/@ev"),
        ("https://medium.com/netflix-techblog", "https://medium.com/feed/netflix-techblog"),
        ("https://medium.com/tag/television", "https://medium.com/feed/tag/television"),
        ("https://ev.medium.com/", "https://ev.medium.com/feed"),
        ("https://example.substack.com", "https://example.substack.com/feed"),
        ("https://example.substack.com/archive?sort=new", "https://example.substack.com/feed"),
        ("https://substack.com/@example", "https://example.substack.com/feed"),
        ("https://github.com/python/cpython", "https://github.com/python/cpython/releases.atom"),
        ("https://github.com/python/cpython/releases", "https://github.com/python/cpython/releases.atom"),
        ("https://github.com/python/cpython/tags/", "https://github.com/python/cpython/tags.atom"),
        ("https://github.com/python/cpython/commits/main", "https://github.com/python/cpython/commits/main.atom"),
    ],
)
def test_services(page, feed):
    assert feed_address(page) == feed
    assert feed_address(feed) == feed, "the feed itself is left alone"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/@bbc",
        "https://www.youtube.com/c/bbc",
        "https://www.youtube.com/channel/nonsense",
        "https://notyoutube.com/user/bbc",
        f"https://youtube.com.example.org/channel/{CHANNEL}",
        "https://www.reddit.com/r/television.json",
        "https://www.reddit.com/settings",
        "https://bsky.app/profile/variety.com/post/3k",
        "https://www.tumblr.com/dashboard",
        "https://staff.tumblr.com/post/1/title",
        "https://medium.com/@ev/a-story-123",
        "https://example.substack.com/p/a-letter",
        "https://github.com/python",
        "https://github.com/python/cpython/issues/1",
        "https://mastodon.social/@Gargron",
        "https://blog.example/r/television",
        "https://user@www.reddit.com/r/television",
        "http://[",
        "not a url",
        "hello",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "me@example.com",
        "x" * 5_000,
        "",
    ],
)
def test_what_is_left_as_it_is(address):
    assert feed_address(address) == address


@given(
    st.text(max_size=80) | st.from_regex(r"https://[a-z.]{0,9}(youtube|reddit|tumblr|medium|github)\.com/[ -~]{0,30}")
)
def test_any_text_has_an_address_and_that_address_itself(text):
    address = feed_address(text)
    assert feed_address(address) == address


def test_a_handles_page_names_its_channel():
    page = b'<script>{"metadata":{"channelMetadataRenderer":{"externalId":"' + CHANNEL.encode() + b'"}}}</script>'
    assert feed_in_page(page, "https://www.youtube.com/@bbc") == f"{VIDEOS}?channel_id={CHANNEL}"
    assert feed_in_page(page, "https://elsewhere.example/@bbc") is None
    assert feed_in_page(b"<html>", "https://www.youtube.com/@bbc") is None
