"""`cliffhanger doctor`: what it finds odd or wrong with feeds, machine and settings, and that it keeps secrets."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store.engine import Store

# Made up, in the shape of a real one: an id in base64, a moment, a signature.
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0123456789ab"
PATH = Path("data/cliffhanger.sqlite3")


@pytest.fixture
def doctor(cliffhanger):
    """Runs it on a list of feeds; gives how it ended, the checks by name and the feeds by URL."""

    def run(listed="http://10.1.2.3/feed"):
        Path("feeds.txt").write_text(listed)
        ended = cliffhanger("doctor", "--sources", "feeds.txt", "--json")
        rows = [json.loads(line) for line in ended.out.splitlines()]
        checks = {row["name"]: row for row in rows if row["kind"] == "check"}
        return ended, checks, {row["url"]: row for row in rows if row["kind"] == "feed"}

    return run


def test_a_sound_feed_on_a_sound_machine(doctor, site, monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    url = site.serve("/feed", site.rss(20), ETag='"1"')
    ended, checks, feeds = doctor(url)
    assert ended.code == 0
    assert {row["state"] for row in checks.values()} == {"ok"}
    assert set(checks) == {"Python", "settings", "token", "data folder", "database", "shows", "clock"}
    row = feeds[url]
    assert (row["entries"], row["bytes"], row["error"]) == (20, len(site.rss(20)), None)
    assert row["warnings"] == ["http only: whoever carries it could change it"]
    assert TOKEN not in ended.out + ended.err
    assert not Path("data").exists()


@pytest.mark.parametrize(
    ("make", "warnings"),
    [
        (lambda site: site.serve("/x", site.rss(3)), ["no validators"]),
        (lambda site: site.serve("/x", site.rss(3, age=timedelta(days=100)), ETag='"1"'), ["newest entry"]),
        (lambda site: site.serve("/x", site.rss(3, dated=False), ETag='"1"'), ["no dates"]),
        (lambda site: site.serve("/x", site.rss(0), ETag='"1"'), ["no entries"]),
        (lambda site: site.serve("/x", site.rss(3).replace("News 1", "&nope; <b>"), ETag='"1"'), ["not well-formed"]),
        (lambda site: site.serve("/x", site.rss(3).replace("News 1", "Caf\ufffd"), ETag='"1"'), ["broken characters"]),
    ],
)
def test_what_is_odd_about_a_feed(doctor, site, make, warnings):
    url = make(site)
    ended, _, feeds = doctor(url)
    assert ended.code == 0
    assert feeds[url]["state"] == "warning"
    assert [told.partition(" ")[0] for told in feeds[url]["warnings"]] == ["http", *(w.split()[0] for w in warnings)]
    assert all(any(warning in told for told in feeds[url]["warnings"]) for warning in warnings)


@pytest.mark.parametrize(("status", "words"), [(301, "permanent redirect to "), (302, "temporary redirect to ")])
def test_redirects_are_told_with_where_they_lead(doctor, site, status, words):
    target = site.serve("/target", site.rss(3), ETag='"1"')
    # By another name of this machine, as a website rests a second between two requests.
    url = site.serve("/old", status=status, host="localhost", Location=target)
    _, _, feeds = doctor(url)
    assert feeds[url]["warnings"][0].startswith(words + target)


def test_what_is_no_feed_fails_with_its_reason(doctor, site):
    page = site.serve("/page", "<html><head><title>News</title></head></html>", Content_Type="text/html")
    challenge = site.serve("/shy", status=403, host="localhost", cf_mitigated="challenge")
    ended, _, feeds = doctor(f"{page}\n{challenge}\nhttp://10.1.2.3/feed\nftp://example.com/feed")
    assert ended.code == 1
    assert {row["state"] for row in feeds.values()} == {"failed"}
    assert "web page" in feeds[page]["error"]
    assert "Cloudflare" in feeds[challenge]["error"]
    assert "CLIFFHANGER_FETCH_ALLOW" in feeds["http://10.1.2.3/feed"]["error"]
    assert "no web address" in feeds["ftp://example.com/feed"]["error"]
    assert ended.err == "0 of 4 feeds can be used\n"


def test_the_words_for_people(cliffhanger, site, monkeypatch):
    good = site.serve("/feed", site.rss(3), ETag='"1"')
    Path("mine.json").write_text(json.dumps([{"name": "Backlot", "url": good, "tier": "trade"}]))
    monkeypatch.setenv("CLIFFHANGER_SOURCES", "mine.json")
    ended = cliffhanger("doctor")
    assert ended.code == 0
    assert "✓ Backlot: 3 entries, newest " in ended.out
    assert "\n    ! http only" in ended.out
    assert "! token: no DISCORD_TOKEN" in ended.out
    assert ended.out.endswith("1 of 1 feed can be used, 1 with warnings\n")


@pytest.mark.parametrize(
    ("token", "state", "words"),
    [
        (f"Bot {TOKEN}".replace(" ", ""), "warning", "does not look like"),
        (f'"{TOKEN}"', "failed", "quotes"),
        ("123456789012345678", "failed", "a number"),
        ("aB3-secret-of-another-kind", "warning", "does not look like"),
    ],
)
def test_a_token_that_can_be_none_is_told_and_never_shown(doctor, monkeypatch, token, state, words):
    monkeypatch.setenv("DISCORD_TOKEN", token)
    ended, checks, _ = doctor()
    assert checks["token"]["state"] == state
    assert words in checks["token"]["text"]
    assert checks["token"]["advice"]
    assert token not in ended.out + ended.err


def test_wrong_settings_are_one_finding_among_others(doctor, monkeypatch):
    monkeypatch.setenv("CLIFFHANGER_POLL_SECONDS", "often")
    ended, checks, feeds = doctor()
    assert ended.code == 1
    assert checks["settings"]["state"] == "failed"
    assert "CLIFFHANGER_POLL_SECONDS" in checks["settings"]["text"]
    assert len(feeds) == 1


def test_a_wrong_list_of_default_feeds_is_a_finding_too(cliffhanger, monkeypatch):
    Path("mine.json").write_text("[{]")
    monkeypatch.setenv("CLIFFHANGER_SOURCES", "mine.json")
    ended = cliffhanger("doctor")
    assert ended.code == 1
    assert "✗ default feeds: mine.json: line 1" in ended.out


def make_database() -> None:
    async def make() -> None:
        await (await Store.open(f"sqlite+aiosqlite:///{PATH}")).close()

    asyncio.run(make())


def test_the_database_is_checked_and_left_as_it_is(doctor):
    make_database()
    before = PATH.read_bytes()
    _, checks, _ = doctor()
    assert checks["database"]["state"] == "ok"
    assert "up to date" in checks["database"]["text"]
    assert PATH.read_bytes() == before


@pytest.mark.parametrize(
    ("revision", "state", "words"), [("0001", "warning", "behind"), ("9999", "failed", "newer Cliffhanger")]
)
def test_the_databases_version(doctor, revision, state, words):
    make_database()
    with sqlite3.connect(PATH) as conn:
        conn.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    conn.close()
    _, checks, _ = doctor()
    assert checks["database"]["state"] == state
    assert words in checks["database"]["text"]
    assert checks["database"]["advice"]


def test_a_damaged_database(doctor):
    make_database()
    whole = PATH.read_bytes()
    PATH.write_bytes(whole[:8192] + os.urandom(len(whole) - 8192))
    ended, checks, _ = doctor()
    assert ended.code == 1
    assert checks["database"]["state"] == "failed"
    assert "backup" in checks["database"]["advice"]


def test_a_data_folder_that_cannot_be_made(doctor):
    Path("data").write_text("a file in its place")
    ended, checks, _ = doctor()
    assert ended.code == 1
    assert checks["data folder"]["state"] == "failed"
    assert checks["data folder"]["advice"]


def test_a_slow_clock_shows_by_news_from_the_future(doctor, site):
    ahead = site.rss(1, age=timedelta(hours=-5))
    one, other = site.serve("/one", ahead), site.serve("/other", ahead, host="localhost")
    ended, checks, _ = doctor(f"{one}\n{other}")
    assert ended.code == 1
    assert checks["clock"]["state"] == "failed"
    assert "NTP" in checks["clock"]["advice"]


def test_feeds_that_servers_added_are_tried_too(cliffhanger, monkeypatch):
    make_database()
    with sqlite3.connect(PATH) as conn:
        conn.execute("INSERT INTO servers (guild, joined) VALUES (7, 0)")
        conn.execute(
            "INSERT INTO sources (id, url, name, tier, public, next_at, in_hand, failures, stopped) "
            "VALUES (1, 'http://10.1.2.3/own', 'Own', 'outlet', 0, 0, 0, 0, 0)"
        )
        conn.execute("INSERT INTO server_sources (guild, source, added) VALUES (7, 1, 0)")
    conn.close()
    Path("mine.json").write_text("[]")
    monkeypatch.setenv("CLIFFHANGER_SOURCES", "mine.json")
    ended = cliffhanger("doctor")
    assert ended.code == 1
    assert "✗ Own" in ended.out


def test_help_gives_examples(cliffhanger):
    assert "cliffhanger doctor --sources feeds.opml" in cliffhanger("doctor", "--help").out
