"""The command line as a whole: what it lists, and how a mistake ends."""

from __future__ import annotations

import pytest

COMMANDS = ("run", "demo", "poll", "feeds", "doctor", "explain", "read", "replay", "standin")


def test_help_lists_every_command(cliffhanger):
    ended = cliffhanger("--help")
    assert ended.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in ended.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_of_its_own(cliffhanger, command):
    ended = cliffhanger(command, "--help")
    assert ended.code == 0
    assert len(ended.out.splitlines()) > 5


def test_the_version(cliffhanger):
    assert cliffhanger("--version").out.startswith("cliffhanger, version ")


def test_an_unknown_command_ends_with_words(cliffhanger):
    ended = cliffhanger("dance")
    assert ended.code == 2
    assert "dance" in ended.err
    assert "--help" in ended.err


def test_a_wrong_setting_ends_with_one_line(cliffhanger, monkeypatch):
    monkeypatch.setenv("CLIFFHANGER_POLL_SECONDS", "often")
    ended = cliffhanger("run")
    assert ended.code == 1
    assert ended.err.startswith("cliffhanger: CLIFFHANGER_POLL_SECONDS: ")
    assert ended.err.count("\n") == 1


def test_settings_are_read_from_the_file_that_is_named(cliffhanger, tmp_path):
    (tmp_path / "mine").write_text("CLIFFHANGER_LOG_LEVEL=loud\n")
    ended = cliffhanger("run", "--env-file", "mine")
    assert ended.code == 1
    assert "CLIFFHANGER_LOG_LEVEL" in ended.err


def test_a_file_of_settings_that_was_named_must_be_there(cliffhanger):
    ended = cliffhanger("run", "--env-file", "nowhere")
    assert ended.code == 1
    assert ended.err == "cliffhanger: nowhere: there is no such file of settings.\n"
