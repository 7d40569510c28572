"""`cliffhanger poll`: what it says of each source, what it keeps, what it leaves alone, and every wrong list of feeds."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store import sole_use

ROOT = Path(__file__).resolve().parents[2]
KEYS = {
    "source", "url", "status", "etag", "last_modified", "entries", "new", "edited", "polled_at", "next_at", "reason",
    "failures", "error", "seconds",
}  # fmt: skip


@pytest.fixture
def poll(cliffhanger):
    """Runs it on a list of feeds; gives how it ended and the rows by URL."""

    def run(listed, *arguments, typed=""):
        Path("feeds.txt").write_text(listed)
        ended = cliffhanger("poll", "--sources", "feeds.txt", "--json", *arguments, typed=typed)
        rows = [json.loads(line) for line in ended.out.splitlines()]
        assert all(set(row) == KEYS for row in rows)
        return ended, {row["url"]: row for row in rows}

    return run


def test_each_source_is_told_with_what_was_learnt_for_the_next_poll(poll, site):
    good = site.serve("/good", site.rss(3), ETag='"1"', Last_Modified="Tue, 24 Nov 2026 10:00:00 GMT")
    missing = f"http://localhost:{site.port}/missing"
    ended, rows = poll(f"{good}\n{missing}\n")
    assert ended.code == 0
    row = rows[good]
    assert (row["status"], row["entries"], row["new"], row["edited"]) == ("new", 3, 3, 0)
    assert row["etag"]
    assert row["last_modified"]
    assert row["error"] is None
    assert row["seconds"] > 0
    assert datetime.fromisoformat(row["next_at"]) > datetime.fromisoformat(row["polled_at"])
    assert rows[missing]["status"] == "failed"
    assert rows[missing]["reason"] == "failed"
    assert "nothing at this address" in rows[missing]["error"]


def test_what_was_learnt_is_kept_in_a_folder_of_its_own_and_asked_for_conditionally(poll, site):
    url = site.serve("/feed", site.rss(3), ETag='"1"')
    poll(url, "--data", "kept")
    ended, rows = poll(url, "--data", "kept")
    assert ended.code == 0
    assert (rows[url]["status"], rows[url]["new"]) == ("unchanged", 0)
    assert [headers.get("If-None-Match") for _, headers in site.requests] == [None, '"1"']
    assert (Path("kept") / "poll.sqlite3").exists()
    assert not Path("data").exists()


def test_a_website_that_asked_for_a_pause_gets_it_however_often_it_is_run(poll, site):
    url = site.serve("/busy", status=429, Retry_After="3600")
    first, _ = poll(url, "--data", "kept")
    assert first.code == 1
    ended, rows = poll(url, "--data", "kept")
    assert ended.code == 0
    assert rows[url]["status"] == "postponed"
    assert rows[url]["reason"] == "retry_after"
    assert (datetime.fromisoformat(rows[url]["next_at"]) - datetime.now(UTC)).total_seconds() > 3000
    assert len(site.requests) == 1


def test_a_feed_that_is_gone_is_told_and_not_asked_again(poll, site):
    url = site.serve("/gone", status=410)
    poll(url, "--data", "kept")
    ended, rows = poll(url, "--data", "kept")
    assert ended.code == 1
    assert (rows[url]["status"], rows[url]["next_at"], rows[url]["reason"]) == ("failed", None, "gone")
    assert len(site.requests) == 1


def test_the_words_for_people(cliffhanger, site):
    url = site.serve("/feed", site.rss(3), ETag='"1"')
    opml = f'<opml version="2.0"><body><outline type="rss" text="Back &#27;[31mlot" xmlUrl="{url}"/></body></opml>'
    Path("feeds.opml").write_text(opml)
    ended = cliffhanger("poll", "--sources", "feeds.opml", "--once")
    first, second, total = ended.out.splitlines()
    assert "\x1b" not in ended.out
    assert first.startswith("✓ Back")
    assert "new, 3 entries, 3 new" in first
    assert second.startswith("    ETag; next poll in ")
    assert total.startswith("1 feed: 1 with news; 3 new entries in 1 poll")


def test_on_schedule_for_a_while(poll, site, monkeypatch):
    monkeypatch.setenv("CLIFFHANGER_POLL_SECONDS", "1")
    url = site.serve("/feed", site.rss(1, dated=False))
    ended, rows = poll(url, "--minutes", "0.05")
    assert ended.code == 0
    assert len(ended.out.splitlines()) >= 2
    assert rows[url]["status"] == "unchanged"


def test_a_list_from_standard_input_in_the_shipped_format(cliffhanger):
    listed = [{"name": "In house", "url": "http://10.1.2.3/feed", "tier": "trade"}]
    ended = cliffhanger("poll", "--sources", "-", "--json", typed=json.dumps(listed))
    row = json.loads(ended.out)
    assert ended.code == 1
    assert row["source"] == "In house"
    assert "CLIFFHANGER_FETCH_ALLOW" in row["error"]


def test_a_url_that_cannot_be_a_feeds_does_not_spoil_the_others(poll, site):
    url = site.serve("/feed", site.rss(1))
    ended, rows = poll(f"# my feeds\n\nftp://example.com/feed\n{url}\n{url}\n")
    assert ended.code == 0
    assert rows["ftp://example.com/feed"]["error"].startswith("This is no web address.")
    assert rows["ftp://example.com/feed"]["next_at"] is None
    assert rows[url]["new"] == 1
    assert "1 URL came twice" in ended.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"# nothing here\n", "names no feeds"),
        (b"just a text\nof two lines\n", "there is no URL in it"),
        (b"[{]", "line 1: this is not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"url": "https://example.com/feed"}', "must be a list"),
        (b"[1]", "entry 1: must be an object"),
        (b'[{"name": "Backlot"}]', "entry 1"),
        (b'[{"url": "https://example.com/feed", "tier": "best"}]', "tier must be one of"),
        (b"[]", "names no feeds"),
        (b"<html><body>No list</body></html>", "no OPML"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "not UTF-8 text"),
        (b"x" * 2_000_001, "larger than 2 MB"),
        (b"".join(b"https://example.com/%d\n" % number for number in range(5_001)), "more than 5000 feeds"),
    ],
)
def test_a_list_that_is_none_ends_with_one_line(cliffhanger, content, words):
    Path("feeds").write_bytes(content)
    ended = cliffhanger("poll", "--sources", "feeds")
    assert ended.code == 1
    assert ended.out == ""
    assert ended.err.startswith("cliffhanger: feeds")
    assert words in ended.err
    assert ended.err.count("\n") == 1


def test_powershells_charset_is_read(cliffhanger):
    Path("feeds").write_text("http://10.1.2.3/feed\r\n", encoding="utf-16")
    ended = cliffhanger("poll", "--sources", "feeds", "--json")
    assert json.loads(ended.out)["url"] == "http://10.1.2.3/feed"


@pytest.mark.parametrize("name", ["nowhere", ".", "nul\0"])
def test_a_list_that_cannot_be_opened(cliffhanger, name):
    ended = cliffhanger("poll", "--sources", name)
    assert ended.code == 1
    assert ended.err.startswith("cliffhanger: ")
    assert ended.err.count("\n") == 1


def test_a_data_folder_that_is_none(cliffhanger):
    Path("taken").write_text("")
    Path("feeds").write_text("http://10.1.2.3/feed")
    ended = cliffhanger("poll", "--sources", "feeds", "--data", "taken")
    assert ended.code == 1
    assert "cannot be made" in ended.err
    assert ended.err.count("\n") == 1


def test_not_while_the_bot_runs(cliffhanger, tmp_path):
    Path("data").mkdir()
    with sole_use.hold(tmp_path / "data" / "cliffhanger.sqlite3"):
        ended = cliffhanger("poll")
    assert ended.code == 1
    assert "in use by another bot" in ended.err
    assert "cliffhanger feeds" in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [("--once", "--minutes", "1"), ("--minutes", "0"), ("--minutes", "soon"), ("--minutes", "nan")]
)
def test_what_cannot_be_asked_is_a_mistake_of_usage(cliffhanger, arguments):
    assert cliffhanger("poll", *arguments).code == 2


def test_help_gives_examples(cliffhanger):
    assert "cliffhanger poll --sources feeds.opml --json" in cliffhanger("poll", "--help").out


@pytest.mark.process
@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_ctrl_c_ends_it_with_what_was_done(tmp_path, site):
    done = site.serve("/done", site.rss(2), host="localhost")
    waiting = [f"http://127.0.0.1:{site.port}/{number}" for number in range(30)]
    (tmp_path / "feeds").write_text("\n".join([done, *waiting]))
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "poll", "--sources", "feeds", "--data", "kept", "--json"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    while json.loads(process.stdout.readline())["url"] != done:
        pass
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert told.startswith("Interrupted: ")
    assert told.count("\n") == 1
    look = [sys.executable, "-m", "bot", "feeds", "--data", "kept", "--json"]
    found = subprocess.run(
        look, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=True
    )
    rows = {row["url"]: row for row in map(json.loads, found.stdout.splitlines())}
    assert rows[done]["state"] == "ok"
    assert len(rows) == 31
