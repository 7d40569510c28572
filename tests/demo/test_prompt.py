import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.demo.prompt import CommandCompleter, option_being_typed, spellings
from bot.standin.wire_types import JsonObject

SHOW: JsonObject = {"name": "show", "type": 3}
COMMANDS: list[JsonObject] = [
    {"name": "status", "description": "What becomes of a show", "options": [SHOW]},
    {
        "name": "track",
        "description": "Follow shows",
        "options": [
            {"name": "add", "type": 1, "description": "Post news", "options": [SHOW, {"name": "channel", "type": 7}]},
            {"name": "list", "type": 1, "description": "What is followed"},
        ],
    },
    {"name": "Report", "type": 3},
]


def test_sub_commands_are_spelt_out():
    assert spellings(COMMANDS) == [
        ("/status", "What becomes of a show"),
        ("/track add", "Post news"),
        ("/track list", "What is followed"),
    ]


@pytest.mark.parametrize(
    ("line", "option"),
    [
        ("/sta", None),
        ("/status", None),
        ("/status ", ""),
        ("/status heart", "heart"),
        ("/status show:heart", "heart"),
        ("/status the last", "the last"),
        ("/track ", None),
        ("/track add fro", "fro"),
        ("/track add show:from channel:#gen", "#gen"),
    ],
)
def test_the_option_being_typed_is_found(line, option):
    assert option_being_typed(line, COMMANDS) == option


async def complete(control, line):
    completer = CommandCompleter(control)
    found = completer.get_completions_async(Document(line), CompleteEvent(text_inserted=True))
    return [(c.text, c.start_position, c.display_text) async for c in found]


async def test_commands_are_completed_from_those_registered(control):
    assert await complete(control, "/st") == [("/status ", -3, "/status")]
    assert [text for text, _, _ in await complete(control, "/")] == ["/news ", "/slow ", "/status "]
    assert await complete(control, "help") == []


async def test_options_are_completed_by_asking_the_bot(control):
    assert await complete(control, "/status hea") == [("heartstopper", -3, "Heartstopper")]
    assert len(await complete(control, "/status ")) == 2
    assert await complete(control, "/news any") == []
    assert await complete(control, "/nothing at") == []
