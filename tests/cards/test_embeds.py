"""A card as discord.py sends it: accepted by Discord's rules whatever is in it, and mentioning nobody but its role."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import discord
import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards import answers
from bot.cards.card import Card, CardField
from bot.cards.embeds import embed, mentions
from bot.cards.news_card import news_card
from bot.cards.status_card import status_card
from bot.cards.story_card import story_card
from bot.model.claim import Certainty, Kind
from bot.model.server import Channel, ChannelId, RoleId, Track
from bot.model.show import Show, ShowId
from bot.model.source import GuildId
from bot.model.status import Fate, Release

DOCUMENT = Path(__file__).resolve().parents[2].parent / "shared" / "discord" / "openapi.json"
ROLE, CHANNEL = RoleId(555), ChannelId(666)
AT = datetime(2025, 5, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def conforms():
    """Whether a body is what Discord's own description of its API takes; always, where that is not at hand."""
    if not DOCUMENT.exists():
        return lambda body: True
    components = json.loads(DOCUMENT.read_text())["components"]
    schema = {"$ref": "#/components/schemas/MessageCreateRequest", "components": components}
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True).is_valid


def refusals(card: Card) -> list[str]:
    """What Discord would find wrong; its documented rules, counted in UTF-16 units."""
    shown = embed(card).to_dict()
    fields = shown.get("fields", [])
    bounded = [
        ("content", card.content, 2000),
        ("title", shown.get("title", ""), 256),
        ("description", shown.get("description", ""), 4096),
        ("footer", shown.get("footer", {}).get("text", ""), 2048),
        *(("name", field["name"], 256) for field in fields),
        *(("value", field["value"], 1024) for field in fields),
    ]
    found = [what for what, text, limit in bounded if length(text) > limit]
    found += ["blank" for field in fields if not field["name"].strip() or not field["value"].strip()]
    found += ["fields"] * (len(fields) > 25)
    found += ["total"] * (sum(length(text) for what, text, _ in bounded if what != "content") > 6000)
    found += ["empty"] * (not any(shown.get(key) for key in ("title", "description", "fields")))
    found += ["url"] * (not re.fullmatch(r"(https?://[!-~]+)?", shown.get("url", "")))
    return found


def length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def body_of(card: Card):
    return {"content": card.content or None, "embeds": [embed(card).to_dict()]}


def mentioned(card: Card) -> set[str]:
    """Everybody and everything that Discord would read as a mention anywhere in the card."""
    texts = [card.content, card.title, card.description, *(t for f in card.fields for t in (f.name, f.value))]
    found: set[str] = set()
    for text in texts:
        shown = re.sub(r"\\[^0-9A-Za-z\s]|\]\([^()\s]*\)", "", text)
        found |= set(re.findall(r"<(?:[@#:/]|a:|id:)[^<>\s]*>|@everyone|@here|discord\.gg/\w+", shown))
        # The server that looks for mentions to notify knows no backslashes.
        found |= set(re.findall(r"<@[!&]?\d+>|@everyone|@here", text))
    return found


@st.composite
def cards(draw, desk, hostile):
    """Every card, made of hostile text only."""
    said = [draw(hostile) for _ in range(6)]

    def text(index):
        return said[index % len(said)]

    url = draw(st.sampled_from(["", text(0), f"https://a.example/{text(1)}"]))
    claims = [
        desk.claim(
            kind, certainty=draw(st.sampled_from(Certainty)), season=draw(st.none() | st.integers(1, 40)), by=text(2),
            outlet=text(3), sentence=text(4), url=url, when=draw(st.sampled_from([None, "2025-22", "2026-07-17", text(5)])),
        )
        for kind in draw(st.lists(st.sampled_from(Kind), min_size=1, max_size=5))
    ]  # fmt: skip
    claim = claims[0]
    release = Release(when=draw(st.sampled_from(["2026", "2025-22", text(5)])), season=None, film=True, claim=claim)
    fate = draw(st.sampled_from(Fate))
    status = desk.status(
        fate, claim, season=claim.season, disputed=draw(st.booleans()), against=claim, hopes=tuple(claims),
        production=claim, next=draw(st.sampled_from([None, release])), lapsed=release,
        changes=tuple(desk.change(draw(st.sampled_from(Fate)), each, each.season) for each in claims),
    )  # fmt: skip
    reports = [desk.report(text(n), n, url=url, title=text(n + 1)) for n in range(draw(st.integers(0, 7)))]
    story = desk.story(*reports, headline=text(0), summary=text(1), by=text(2), certainty=claim.certainty)
    show, label = Show(ShowId("x"), text(5)), text(4)
    track = Track(guild=GuildId(1), channel=CHANNEL, show=show.id, role=ROLE, added=AT)
    source = desk.source(text(0), url=url or text(3), error=text(1), failures=2, last_polled=AT)
    made = {
        "status": lambda: status_card(
            show, status, label=label, stories=[story] * 3, outlets=said * 3, checked=AT, tracked=False, instead_of=4
        ),
        "story": lambda: story_card(show, story, label=label, ref="abcd2345", role=draw(st.sampled_from([None, ROLE]))),
        "news": lambda: news_card(show, [story] * 5, label=label, page=1, pages=9),
        "unknown": lambda: answers.unknown_card(text(0), said * 3),
        "ambiguous": lambda: answers.ambiguous_card(text(0), said * 3),
        "tracked": lambda: answers.tracked_card(label, channel=CHANNEL, role=ROLE, new=True, own=True),
        "untracked": lambda: answers.untracked_card(label, [CHANNEL] * 200),
        "tracks": lambda: answers.tracks_card(
            [(label, track)] * 20, [Channel(id=CHANNEL, guild=GuildId(1), parked=text(1))] * 9, 1, 9
        ),
        "sources": lambda: answers.sources_card([source] * 9, [source] * 40),
        "source added": lambda: answers.source_added_card(source, 3, new=True),
        "source removed": lambda: answers.source_removed_card(source),
        "about": lambda: answers.about_card(version=text(0), sources=1, shows=1, servers=1),
        "help": answers.help_card,
    }
    return made[draw(st.sampled_from(sorted(made)))]()


def test_every_card_of_hostile_text_is_accepted_and_mentions_nobody_else(desk, hostile, conforms):
    @settings(max_examples=250, deadline=None)
    @given(cards(desk, hostile))
    def check(card):
        assert refusals(card) == []
        assert conforms(body_of(card))
        assert len(embed(card)) <= 6000
        assert mentioned(card) <= {f"<@&{ROLE}>", f"<#{CHANNEL}>"}
        assert card.content in ("", f"<@&{card.role}>")
        allowed = mentions(card).to_dict()
        assert allowed.get("parse") == []
        assert [str(role) for role in allowed.get("roles", [])] == ([str(card.role)] if card.role else [])

    check()


def test_a_card_made_by_hand_is_bounded_as_well():
    card = Card(title="x" * 999, description="y" * 9999, fields=(CardField("n", "z" * 9999),) * 40, footer="f" * 9999)
    assert refusals(card) == []


def test_what_a_card_holds_is_in_the_embed():
    card = Card(
        title="T", url="https://a.example/", description="D", fields=(CardField("n", "v", inline=True),), footer="f",
        colour=0x123456, timestamp=AT,
    )  # fmt: skip
    assert embed(card).to_dict() == {
        "type": "rich",
        "title": "T",
        "url": "https://a.example/",
        "description": "D",
        "color": 0x123456,
        "timestamp": "2025-05-01T00:00:00+00:00",
        "fields": [{"name": "n", "value": "v", "inline": True}],
        "footer": {"text": "f"},
        "flags": 0,
    }


def test_nobody_is_mentioned_without_a_role():
    assert mentions(Card(content="@everyone <@1>")).to_dict() == discord.AllowedMentions.none().to_dict()
