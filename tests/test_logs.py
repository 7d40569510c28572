"""Logs: secrets never stand in them, machines get JSON, people get lines, tracebacks are kept."""

from __future__ import annotations

import io
import json
import logging
from datetime import UTC, datetime

import pytest
import structlog

from bot import logs

# Of the form of a bot token, made up and good for nothing.
TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAwMA.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"


@pytest.fixture
def stream():
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    stream = io.StringIO()
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()


def lines(stream):
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_secret_is_struck_out_wherever_it_stands(stream):
    logs.configure(level="info", style="json", secrets=("hunter2",), stream=stream)
    structlog.get_logger("x").info("the word is hunter2", url="https://example.com/?key=hunter2")
    logging.getLogger("y").warning("a library says %s", "hunter2")
    assert "hunter2" not in stream.getvalue()
    assert [line["event"] for line in lines(stream)] == ["the word is [secret]", "a library says [secret]"]


def test_what_looks_like_a_token_is_struck_out_unasked(stream):
    logs.configure(level="info", style="json", stream=stream)
    structlog.get_logger("x").info("connecting", header=f"Bot {TOKEN}")
    assert TOKEN not in stream.getvalue()


def test_a_secret_in_a_traceback_is_struck_out_and_the_traceback_kept(stream):
    logs.configure(level="info", style="json", secrets=("hunter2",), stream=stream)
    try:
        int("hunter2")
    except ValueError:
        structlog.get_logger("x").exception("it broke")
    [line] = lines(stream)
    assert "ValueError" in line["exception"]
    assert "hunter2" not in stream.getvalue()


def test_a_moment_is_told_as_iso_8601(stream):
    logs.configure(level="info", style="json", stream=stream)
    structlog.get_logger("x").info("polled", next=datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert lines(stream)[0]["next"] == "2026-03-01T12:00:00+00:00"


def test_the_level_holds(stream):
    logs.configure(level="warning", style="json", stream=stream)
    structlog.get_logger("x").info("quiet")
    structlog.get_logger("x").warning("loud")
    assert [line["event"] for line in lines(stream)] == ["loud"]


def test_people_get_lines_without_colour_unless_on_a_terminal(stream):
    logs.configure(level="info", style="console", stream=stream)
    structlog.get_logger("x").info("hello", to="you")
    assert "hello" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()
