"""The shipped program plays its demo: from feeds on loopback to cards in a channel and answers to commands."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bot.demo.discord_text import View, moment_words
from bot.demo.stories import load_stories

pytestmark = pytest.mark.process

_ROOT = Path(__file__).resolve().parents[2]
_PROMPT = b"\x1b[?2004h"
"""What a prompt begins with: pasted text is to be marked as such."""
_POSTED = re.compile(r"^── (.+?) · #general ─+$", re.MULTILINE)


def environment(folder: Path) -> dict[str, str]:
    """Settings of a user of the bot, which the demo must not use, and `folder` for what is temporary."""
    return {
        "PYTHONPATH": str(_ROOT),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONUNBUFFERED": "1",
        "TMPDIR": str(folder),
        "DISCORD_TOKEN": "not-for-the-demo",
        "DATABASE_URL": "sqlite+aiosqlite:////nowhere/at/all.sqlite3",
        "CLIFFHANGER_CATALOGUE": "/nowhere/shows.json",
        "CLIFFHANGER_FETCH_ALLOW": "nonsense",
    }


def play(folder: Path, *arguments: str, typed: str = "") -> str:
    """What `cliffhanger demo` prints, run in an empty folder."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo", *arguments],
        cwd=folder,
        env=environment(folder),
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    assert list(folder.iterdir()) == [], "the demo left something behind"
    return done.stdout


def stories_posted(printed: str) -> list[str | None]:
    """The story of each post, told by the moment it came: no two items are published at the same one."""
    items = load_stories().items
    by_moment = {moment_words(item.at, "f", View(now=item.at, machine_now=item.at)): item.story for item in items}
    assert len(by_moment) == len(items)
    return [by_moment[moment] for moment in _POSTED.findall(printed)]


def test_it_tells_the_story_and_answers_what_is_asked(tmp_path):
    printed = play(tmp_path, "--until", "2025-05-01", "--ask", "/status heartstopper", "--ask", "/news heartstopper")
    told, _, answers = printed.partition("> /status heartstopper\n")
    status, _, news = answers.partition("> /news heartstopper\n")
    assert "Heartstopper: Ending with a film, not a season 4" in told
    assert "Ending with a film, not a season 4. Netflix announced it on 22 April 2025." in status
    assert "News: Heartstopper" in news
    assert "Season 3 is out" in news
    posted = Counter(stories_posted(told))
    expected = {item.story for item in load_stories().items if item.story and item.at.isoformat() < "2025-05-01"}
    assert posted == Counter(expected), "each story once, and no noise"


def test_to_its_end_each_story_is_posted_once_and_no_noise(tmp_path):
    asked = ("/status heartstopper", "/status harbour nine", "/stauts from", "/news heartstopper", "press older")
    printed = play(tmp_path, *(word for line in asked for word in ("--ask", line)))
    posted = Counter(stories_posted(printed))
    assert posted == Counter({item.story for item in load_stories().items if item.story})
    assert "Ended with a film." in printed
    assert "Season 3 is out; nothing is decided about more." in printed
    assert "There is no command /stauts. Did you mean /status?" in printed
    assert "[ Newer ]" in printed.partition("> press older")[2]


def test_typed_lines_are_obeyed_one_after_the_other(tmp_path):
    typed = "skip 2024-10-04\n/status heartstopper\nhlep\nquit\n/about\n"
    printed = play(tmp_path, "--speed", "0.1", typed=typed)
    assert stories_posted(printed) == ["heartstopper/season 3 out"]
    assert "Season 3 is out; nothing is decided about more." in printed
    assert "Did you mean help?" in printed
    assert "/about" not in printed.partition("> quit")[2]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(tmp_path, number):
    program = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo"],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    with program:
        assert program.stdout is not None
        try:
            while "── 3 October 2024" not in (line := program.stdout.readline()):
                assert line, "it ended by itself"
            program.send_signal(number)
            rest = program.stdout.read()
            assert program.wait(5) == 0
        finally:
            program.kill()
    assert "Traceback" not in rest
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("typed", [b"\x04", b"\x03", b"quit\r"], ids=["Ctrl-D", "Ctrl-C", "quit"])
def test_whoever_wants_to_leave_the_prompt_leaves_the_demo(tmp_path, typed):
    terminal, inner = os.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo"],
        cwd=tmp_path,
        env={**environment(tmp_path), "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"},
        stdin=inner,
        stdout=inner,
        stderr=inner,
    )
    os.close(inner)
    shown = b""
    try:
        while _PROMPT not in shown:
            shown += os.read(terminal, 65_536)
        os.write(terminal, typed)
        rest = read_to_the_end(terminal)
        assert program.wait(10) == 0
    finally:
        program.kill()
        program.wait()
        os.close(terminal)
    assert b"Traceback" not in shown + rest
    assert list(tmp_path.iterdir()) == []


def read_to_the_end(terminal: int) -> bytes:
    """What a program still writes to its terminal; Linux tells of its end by an error."""
    read = b""
    try:
        while data := os.read(terminal, 65_536):
            read += data
    except OSError:
        pass
    return read


def test_whoever_reads_no_further_ends_it_without_a_word(tmp_path):
    program = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--until", "2024-12-01"],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    with program:
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(10) == 0
