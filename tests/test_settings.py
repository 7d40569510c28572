"""Settings: what an operator may write, what they are told when it is wrong, and that .env.example says the same."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bot.model.errors import ConfigurationError
from bot.settings import Settings, environment_name, load, parse_endpoint, parse_loopback

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
        ("CLIFFHANGER_POLL_SECONDS", "soon", "CLIFFHANGER_POLL_SECONDS: must be a whole number"),
        ("CLIFFHANGER_POLL_SECONDS", "0", "must be at least 1"),
        ("CLIFFHANGER_POLL_SECONDS", "90000", "must be at most 86400"),
        ("CLIFFHANGER_FETCH_ALLOW", "10.0.0.0/99", "CLIFFHANGER_FETCH_ALLOW"),
        ("CLIFFHANGER_STANDIN", "discord.com:443", "loopback"),
        ("CLIFFHANGER_STANDIN", "127.0.0.1", "loopback"),
        ("CLIFFHANGER_STANDIN", "127.0.0.1:²", "loopback"),
        ("DISCORD_TOKEN", "a.b\nX-Header: c", "DISCORD_TOKEN: has characters that no token has"),
        ("DISCORD_TOKEN", "tökén", "DISCORD_TOKEN: has characters that no token has"),
        ("CLIFFHANGER_LOG_LEVEL", "loud", "CLIFFHANGER_LOG_LEVEL: must be 'debug', 'info', 'warning' or 'error'"),
        ("CLIFFHANGER_CONTACT", "line\nbreak", "CLIFFHANGER_CONTACT: must be an address in plain characters"),
        ("CLIFFHANGER_LLM_URL", "https://host/v1", "CLIFFHANGER_LLM_URL needs CLIFFHANGER_LLM_MODEL"),
        ("CLIFFHANGER_LLM_URL", "http://host/v1", "CLIFFHANGER_LLM_URL: must be a base URL"),
        ("CLIFFHANGER_LLM_KEY", "a\nX-Header: c", "CLIFFHANGER_LLM_KEY: has characters that no key has"),
        ("CLIFFHANGER_LLM_DAILY", "0", "CLIFFHANGER_LLM_DAILY: must be at least 1"),
        ("CLIFFHANGER_CONTACT", "a" * 201, "must have at most 200 characters"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch, name, value, words):
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=re.escape(words)) as caught:
        load(None)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("CLIFFHANGER_POLL_SECOND=60", "no setting CLIFFHANGER_POLL_SECOND; did you mean CLIFFHANGER_POLL_SECONDS?"),
        (" export CLIFFHANGER_ZZZ = 1", "no setting CLIFFHANGER_ZZZ"),
    ],
)
def test_a_misspelt_setting_in_the_file_is_named(tmp_path, line, words):
    file = tmp_path / "settings"
    file.write_text(f"DISCORD_TOKEN=\n{line}\n")
    with pytest.raises(ConfigurationError, match=re.escape(f"{file}: there is {words}")):
        load(file)


def test_what_is_no_setting_of_ours_or_is_commented_out_is_passed_over(tmp_path):
    file = tmp_path / "settings"
    file.write_text("OTHER=1\n#CLIFFHANGER_NOTHING=1\ncliffhanger_poll_seconds=60\n")
    assert load(file).poll_seconds == 60


@pytest.mark.parametrize(
    ("content", "words"), [("DISCORD_TOKEN=a.b\n".encode("utf-16"), "is not UTF-8 text"), (None, "cannot be read")]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, content, words):
    file = tmp_path / "settings"
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    with pytest.raises(ConfigurationError, match=re.escape(f"{file}: {words}")):
        load(file)


def test_a_byte_order_mark_hides_no_setting(tmp_path):
    file = tmp_path / "settings"
    file.write_text("DISCORD_TOKEN=from-file\n", encoding="utf-8-sig")
    assert load(file).token == "from-file"


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


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://api.example.com/v1/", "https://api.example.com/v1"),
        ("https://api.example.com:8443", "https://api.example.com:8443"),
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"),
        ("http://localhost:11434/v1", "http://localhost:11434/v1"),
        ("http://[::1]:11434/v1", "http://[::1]:11434/v1"),
    ],
)
def test_endpoints_that_may_be_asked(text, url):
    assert parse_endpoint(text) == url


@pytest.mark.parametrize(
    "text",
    [
        "api.example.com/v1",
        "ftp://api.example.com",
        "http://192.168.1.5/v1",
        "http://localhost.example.com/v1",
        "https://",
        "https:///v1",
        "https://host:port/v1",
        "https://host:99999/v1",
        "https://user:word@host/v1",
        "http://127.0.0.1@evil.example/v1",
        "http://evil.example\\@127.0.0.1/v1",
        "https://host/v1?key=x",
        "https://host/v1#x",
        "https://ho st/v1",
        "https://[::1/v1",
    ],
)
def test_endpoints_that_may_not(text):
    with pytest.raises(ValueError, match="must be a base URL"):
        parse_endpoint(text)


def test_a_second_opinion_is_off_unless_an_endpoint_is_named(monkeypatch):
    assert (load(None).llm_url, load(None).endpoint_key) == (None, None)
    monkeypatch.setenv("CLIFFHANGER_LLM_URL", " https://host/v1/ ")
    monkeypatch.setenv("CLIFFHANGER_LLM_MODEL", "small-model")
    monkeypatch.setenv("CLIFFHANGER_LLM_KEY", " very-secret ")
    settings = load(None)
    assert (settings.llm_url, settings.endpoint_key) == ("https://host/v1", "very-secret")
    assert "very-secret" not in repr(settings)


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
