"""Hostile text is shown letter by letter, links lead where they say, and nothing invisible comes through."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.markdown import escape, link, moment, plain, web_address

# Discord's own rule for a backslash: it takes any sign but letters, digits and spaces, and is not shown.
ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
ACTIVE = re.compile(
    r"[*_~`|\[\]<\\]|://|:[\w+-]{1,64}:|discord\.gg|@(?:everyone|here|[!&]?\d)|^(?:#{1,3}|-#?|\+|>{1,3}|\d+\.)(?:\s|$)|[\n\r]",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Heartstopper: it’s over, isn't it?", "Heartstopper: it’s over, isn't it?"),
        ("**bold** _it_ ~~no~~ ||spoiler|| `code`", r"\*\*bold\*\* \_it\_ \~\~no\~\~ \|\|spoiler\|\| \`code\`"),
        ("# Heading", r"\# Heading"),
        ("-# small", r"\-# small"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("1923 returns", "1923 returns"),
        ("> quote\nnext", r"\> quote next"),
        ("[click](https://evil.example)", r"\[click\](https\://evil.example)"),
        ("@everyone @here <@12> <@&34>", "@\u200beveryone @\u200bhere \\<@\u200b12> \\<@\u200b&34>"),
        ("<#5> </x:1> <t:0:R> <:k:1>", r"\<#5> \</x:1> \<t\:0:R> \<\:k:1>"),
        ("join discord.gg/abc", r"join discord\.gg/abc"),
        ("at 12:30 o'clock :smile:", r"at 12:30 o'clock \:smile:"),
        ("a\u200bb\u202ec\ufeffd\u00ade", "abcde"),
        ("\u200b\u2800\u3164", ""),
    ],
)
def test_escape_examples(text, shown):
    assert escape(text) == shown


def test_escape_property(hostile):
    @given(hostile)
    def check(text):
        shown = escape(text)
        assert not ACTIVE.search(ESCAPED.sub("\x00", shown))
        # What a reader sees is the text, no sign more or less.
        assert ESCAPED.sub(r"\1", shown).replace("@\u200b", "@") == plain(text)

    check()


@given(st.text())
def test_plain_has_nothing_hidden(text):
    shown = plain(text)
    assert shown == shown.strip()
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert plain(shown) == shown


def test_stacked_marks_are_thinned():
    assert plain("a" + "\u0301" * 40) == "a" + "\u0301" * 3


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://deadline.com/2025/04/a-b/", "https://deadline.com/2025/04/a-b/"),
        ("HTTPS://Deadline.com/A?b=c&d=%20#e", "https://deadline.com/A?b=c&d=%20#e"),
        (" https://a.example/x (y)_z ", "https://a.example/x%20%28y%29_z"),
        ("https://a.example/<@1>|`*[]\\", "https://a.example/%3C@1%3E%7C%60%2A%5B%5D%5C"),
        ("https://a.example/@everyone", "https://a.example/%40everyone"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example:8443/é", "https://a.example:8443/%C3%A9"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("http://[2001:db8::1]:80/x", "http://[2001:db8::1]:80/x"),
        ("javascript:alert(1)", ""),
        ("ftp://a.example/", ""),
        ("//a.example/", ""),
        ("https://", ""),
        ("https://netflix.com@evil.example/", ""),
        ("https://netflix.com\\@evil.example/", ""),
        ("https://a b.example/", ""),
        ("https://a.example:99999999/", ""),
        ("https://[::1/", ""),
        ("https://a.example/" + "x" * 3000, ""),
        ("", ""),
    ],
)
def test_web_address(url, address):
    assert web_address(url) == address


def test_link_examples():
    assert link("Deadline", "https://deadline.com/x") == "[Deadline](https://deadline.com/x)"
    assert link("M*A*S*H [uncut]", "https://a.example") == "[M∗A∗S∗H (uncut)](https://a.example)"
    assert link("", "https://a.example/x") == "[a.example](https://a.example/x)"
    assert link("**no** address", "javascript:x") == r"\*\*no\*\* address"
    assert link("too long", "https://a.example/" + "x" * 600) == "too long"


def test_link_property(hostile):
    @given(hostile, hostile.map(lambda text: f"https://a.example/{text}"))
    def check(text, url):
        shown = link(text, url)
        match = re.fullmatch(r"\[([^\[\]\n]+)\]\(([!-'*-~]+)\)", shown)
        if match is None:
            assert shown == escape(text)
            return
        assert not ACTIVE.search(match[1])
        assert urlsplit(match[2]).hostname == "a.example"
        assert not re.search(r"@(everyone|here)|[<>\s]", match[2])

    check()


def test_moment():
    at = datetime(2025, 4, 22, 13, tzinfo=UTC)
    assert moment(at) == "<t:1745326800:D>"
    assert moment(at, "R") == "<t:1745326800:R>"
