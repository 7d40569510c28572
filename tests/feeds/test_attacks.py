"""What an attacker found: each of these lost a feed, silenced it or cost its time."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from bot.feeds.inflate import Inflater, TooLargeError
from bot.feeds.parse import parse_feed
from bot.feeds.parsed import Flaw, NotAFeed, ParsedFeed
from bot.feeds.window import Look

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def feed(body: str) -> ParsedFeed | NotAFeed:
    return parse_feed(
        f'<rss version="2.0"><channel>{body}'.encode(), "application/rss+xml", "https://a.example/", now=NOW
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Renewed! &#55357;&#56832;", "Renewed! \N{GRINNING FACE}"),
        ("Renewed! &#xD83D;&#xDE00;!", "Renewed! \N{GRINNING FACE}!"),
        ("a &#xD800; b", "a \ufffd b"),
        ("a &#x110000; b &#99999999999; c", "a \ufffd b \ufffd c"),
        ("&#8216;You&#8217; &#128512; ends", "‘You’ \N{GRINNING FACE} ends"),
    ],
)
def test_a_reference_to_no_character_does_not_lose_the_feed(written, read):
    parsed = feed(f"<item><title>{written}</title></item><item><title>Other</title></item></channel></rss>")
    assert isinstance(parsed, ParsedFeed)
    assert [entry.title for entry in parsed.entries] == [read, "Other"]


def test_the_text_of_an_entry_does_not_set_the_schedule():
    quoted = "<![CDATA[<skipDays><day>Monday</day></skipDays></item><skipHours><hour>1</hour></skipHours>]]>"
    own = "<skipHours><hour>24</hour><hour>7</hour></skipHours>"
    parsed = feed(f"{own}<item><title>T</title><description>{quoted}</description></item></channel></rss>")
    assert isinstance(parsed, ParsedFeed)
    assert (parsed.skip_hours, parsed.skip_days) == (frozenset({0, 7}), frozenset())


def test_a_feed_cut_off_after_a_quoted_end_is_cut_off():
    parsed = feed("<item><title>How to end a feed: <![CDATA[</rss>]]></title></item><item><title>Tit")
    assert isinstance(parsed, NotAFeed)
    assert parsed.flaw is Flaw.TRUNCATED


def test_many_empty_members_and_blocks_are_too_much():
    def flood(inflater: Inflater, piece: bytes) -> None:
        for _ in range(20):
            inflater.feed(piece)

    with pytest.raises(TooLargeError):
        flood(Inflater("gzip", 1_000_000), gzip.compress(b"") * 50)
    with pytest.raises(TooLargeError):
        flood(Inflater("deflate", 10_000), b"\x00\x00\x00\xff\xff" * 1_000)
    whole = Inflater("gzip", 1_000)
    whole.feed(gzip.compress(b"a") + gzip.compress(b"b"))
    assert whole.finish() == b"ab"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("opening", ["&#x", "&#"])
def test_a_reference_that_never_ends_costs_no_more_than_its_length(opening):
    parsed = feed(
        f"<item><title>T</title><description><![CDATA[{opening}{'0' * 400_000}]]></description></item></channel></rss>"
    )
    assert isinstance(parsed, ParsedFeed)
    assert [entry.title for entry in parsed.entries] == ["T"]


def test_a_feed_cut_off_right_after_a_quoted_end_is_cut_off():
    parsed = feed("<item><title>T</title><description><![CDATA[it ends in </rss>")
    assert isinstance(parsed, NotAFeed)
    assert parsed.flaw is Flaw.TRUNCATED


def test_an_undated_entry_of_a_very_long_feed_counts_as_old_as_its_neighbours():
    dated = "".join(f"<item><guid>{n}</guid><title>{n}</title><pubDate>{_date(n)}</pubDate></item>" for n in range(600))
    parsed = feed(f"<item><guid>new</guid><title>New</title><pubDate>soon</pubDate></item>{dated}</channel></rss>")
    assert isinstance(parsed, ParsedFeed)
    assert parsed.entries[0].guid == "new"
    assert len(parsed.entries) == 500
    assert [entry.guid for entry in parsed.beyond] == [str(n) for n in range(499, 600)]


def test_what_a_very_long_feed_shows_no_more_does_not_make_old_entries_news():
    items = [f"<item><guid>{n}</guid><title>T{n}</title><pubDate>{_date(n)}</pubDate></item>" for n in range(600)]
    whole, shorter = feed("".join(items) + "</channel></rss>"), feed("".join(items[100:]) + "</channel></rss>")
    assert isinstance(whole, ParsedFeed)
    assert isinstance(shorter, ParsedFeed)
    first = Look(whole, ()).compare(frozenset())
    later = Look(shorter, first.window)
    assert later.compare(later.to_ask & first.to_remember).new == ()


def _date(number: int) -> str:
    return (NOW - timedelta(days=number + 1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
