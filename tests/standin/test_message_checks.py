from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.standin.checks.message_checks import check_message, display_characters, embed_characters
from bot.standin.checks.refusals import RefusalError

V2 = 1 << 15


def button(**fields: object) -> dict[str, object]:
    return {"type": 2, "style": 1, "custom_id": "a", "label": "a", **fields}


def row(*components: object) -> dict[str, object]:
    return {"type": 1, "components": list(components)}


def code_of(body: dict[str, object], **how: bool) -> int | None:
    try:
        check_message(body, **how)
    except RefusalError as refusal:
        return refusal.code
    return None


@pytest.mark.parametrize(
    "body",
    [
        {"content": "x" * 2000},
        {"content": "x", "nonce": "x" * 25},
        {"embeds": [{"title": "x" * 256}]},
        {"embeds": [{"description": "x" * 4096}]},
        {"embeds": [{"footer": {"text": "x" * 2048}}]},
        {"embeds": [{"author": {"name": "x" * 256}}]},
        {"embeds": [{"title": "t", "url": "https://x.example/a"}]},
        {"embeds": [{"fields": [{"name": "x" * 256, "value": "x" * 1024}]}]},
        {"embeds": [{"fields": [{"name": "x", "value": "x"}] * 25}]},
        {"embeds": [{"description": "x" * 3000}, {"description": "x" * 3000}]},
        {"content": "x", "components": [row(button(label="x" * 80))]},
        {"content": "x", "components": [row(button(custom_id=None, style=5, url="https://x.example"))]},
        {"flags": V2, "components": [{"type": 10, "content": "x" * 4000}]},
    ],
)
def test_what_fits_is_taken(body):
    assert code_of(body) is None


@pytest.mark.parametrize(
    "body",
    [
        {"content": "x" * 2001},
        {"content": 5},
        {"content": "x", "nonce": "x" * 26},
        {"embeds": [{"title": "x"}] * 11},
        {"embeds": [{"title": "x" * 257}]},
        {"embeds": [{"description": "x" * 4097}]},
        {"embeds": [{"footer": {"text": "x" * 2049}}]},
        {"embeds": [{"author": {"name": "x" * 257}}]},
        {"embeds": [{"title": "t", "url": "javascript:alert(1)"}]},
        {"embeds": [{"title": "t", "url": "https://"}]},
        {"embeds": [{"title": "t", "image": {"url": "nowhere"}}]},
        {"embeds": [{"fields": [{"name": "x" * 257, "value": "x"}]}]},
        {"embeds": [{"fields": [{"name": "x", "value": "x" * 1025}]}]},
        {"embeds": [{"fields": [{"name": " ", "value": "x"}]}]},
        {"embeds": [{"fields": [{"name": "x", "value": ""}]}]},
        {"embeds": [{"fields": [{"name": "x", "value": "x"}] * 26}]},
        {"embeds": [{"description": "x" * 3001}, {"description": "x" * 3000}]},
        {"content": "x", "components": [row(button(label="x" * 81))]},
        {"content": "x", "components": [row(button(custom_id="x" * 101))]},
        {"content": "x", "components": [row(button(custom_id=""))]},
        {"content": "x", "components": [row(button(label=None))]},
        {"content": "x", "components": [row(button(style=5, url="ftp://x"))]},
        {"content": "x", "components": [row(button(), button())]},
        {"content": "x", "components": [row(*(button(custom_id=str(n)) for n in range(6)))]},
        {"content": "x", "components": [row(button(custom_id=str(n))) for n in range(6)]},
        {"content": "x", "components": [{"type": 10, "content": "x"}]},
        {"content": "x", "flags": V2, "components": [{"type": 10, "content": "x"}]},
        {"flags": V2, "components": [{"type": 10, "content": "x" * 4001}]},
        {"flags": V2, "components": [{"type": 10, "content": "x"}] * 41},
        {"content": "x", "allowed_mentions": {"parse": ["roles"], "roles": ["1"]}},
        {"content": "x", "allowed_mentions": {"users": [str(n) for n in range(101)]}},
    ],
)
def test_what_does_not_fit_is_refused(body):
    assert code_of(body) == 50035


@pytest.mark.parametrize("body", [{}, {"content": ""}, {"content": "  \n"}, {"embeds": []}, {"content": None}])
def test_nothing_at_all_is_no_message(body):
    assert code_of(body) == 50006
    assert code_of(body, whole=False) is None


def test_errors_say_where_they_are():
    with pytest.raises(RefusalError) as refused:
        check_message({"embeds": [{"title": "x"}, {"fields": [{"name": "x" * 257, "value": "x"}]}]})
    error = refused.value.body["errors"]["embeds"]["1"]["fields"]["0"]["name"]["_errors"][0]
    assert error == {"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 256 or fewer in length."}


TEXTS = st.text("ab ", max_size=40)


@given(TEXTS, TEXTS, TEXTS, st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_an_embed_uses_at_most_what_it_holds(title, description, footer, pairs):
    fields = [{"name": name, "value": value} for name, value in pairs]
    embed = {"title": title, "description": description, "footer": {"text": footer}, "fields": fields}
    held = sum(map(len, (title, description, footer, *(text for pair in pairs for text in pair))))
    assert embed_characters(embed) <= held


def test_text_displays_are_counted_wherever_they_are():
    nested = [{"type": 17, "components": [{"type": 9, "components": [{"type": 10, "content": "abc"}]}]}]
    assert display_characters([*nested, {"type": 10, "content": "de"}]) == 5
