"""Settings: what an operator may write, what they are told when it is wrong, and that .env.example says the same."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.model.errors import ConfigurationError
from bot.settings import Settings, environment_name, load, parse_loopback

EXAMPLE = Path(__file__).resolve().parents[1] / ".env.example"


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch):
    for name in list(os.environ):
        if name.startswith("CLIFFHANGER_") or name in {"DISCORD_TOKEN", "DATABASE_URL"}:
            monkeypatch.delenv(name)


def test_nothing_needs_to_be_set():
    settings = load(None)
    assert settings.token is None
    assert settings.standin_address is None
    assert settings.poll_seconds == 600


def test_the_environment_goes_before_the_file(tmp_path, monkeypatch):
    file = tmp_path / "settings"
    file.write_text("DISCORD_TOKEN=from-file\nCLIFFHANGER_POLL_SECONDS=60\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("CLIFFHANGER_POLL_SECONDS", "90")
    settings = load(file)
    assert settings.token == "from-file"
    assert settings.poll_seconds == 90


@pytest.mark.parametrize("blank", ["", "   "])
def test_a_blank_token_is_none(monkeypatch, blank):
    monkeypatch.setenv("DISCORD_TOKEN", blank)
    assert load(None).token is None


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("CLIFFHANGER_POLL_SECONDS", "soon", "CLIFFHANGER_POLL_SECONDS"),
        ("CLIFFHANGER_POLL_SECONDS", "0", "greater than or equal to 1"),
        ("CLIFFHANGER_FETCH_ALLOW", "10.0.0.0/99", "CLIFFHANGER_FETCH_ALLOW"),
        ("CLIFFHANGER_STANDIN", "discord.com:443", "loopback"),
        ("CLIFFHANGER_STANDIN", "127.0.0.1", "loopback"),
        ("CLIFFHANGER_LOG_LEVEL", "loud", "CLIFFHANGER_LOG_LEVEL"),
        ("CLIFFHANGER_CONTACT", "line\nbreak", "CLIFFHANGER_CONTACT"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch, name, value, words):
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=re.escape(words)) as caught:
        load(None)
    assert "\n" not in str(caught.value)


def test_a_secret_never_stands_in_a_complaint(monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "very-secret")
    monkeypatch.setenv("CLIFFHANGER_STANDIN", "127.0.0.1:4000")
    with pytest.raises(ConfigurationError) as caught:
        load(None)
    assert "exclude each other" in str(caught.value)
    assert "very-secret" not in str(caught.value)
    monkeypatch.delenv("CLIFFHANGER_STANDIN")
    assert "very-secret" not in repr(load(None))


@pytest.mark.parametrize(
    ("text", "address"),
    [("127.0.0.1:80", ("127.0.0.1", 80)), ("localhost:8443", ("127.0.0.1", 8443)), ("[::1]:9", ("::1", 9))],
)
def test_loopback_addresses(text, address):
    assert parse_loopback(text) == address


def test_the_example_documents_each_setting_with_its_words_and_default():
    text = EXAMPLE.read_text(encoding="utf-8")
    blocks = [block.strip().splitlines() for block in text.split("\n\n")[1:]]
    documented = {}
    for block in blocks:
        name, _, value = block[-1].lstrip("#").partition("=")
        documented[name] = (" ".join(line.removeprefix("# ") for line in block[:-1]), value)
    expected = {}
    for field, info in Settings.model_fields.items():
        default = info.default if info.default not in (None, ()) else ""
        expected[environment_name(field)] = (info.description, str(default))
    assert documented == expected
