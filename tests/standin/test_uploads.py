"""Files attached to a command, and files that the bot sends."""

from __future__ import annotations

import pytest

from bot.model.errors import UserError
from bot.standin.control.client import StandInError
from bot.standin.people.commandline import parse_line
from bot.standin.people.option_values import Directory
from bot.standin.state.uploads import Uploads
from bot.standin.state.world import Snowflakes

COMMANDS = [
    {"id": "1", "name": "import", "type": 1, "options": [{"name": "file", "type": 11, "required": True}]},
]


@pytest.fixture
def uploads() -> Uploads:
    return Uploads(Snowflakes(lambda: 1_800_000_000.0), "42")


def test_a_file_is_attached_by_its_name(uploads):
    file = uploads.add("my feeds.opml", b"<opml/>", ephemeral=True)
    directory = Directory(attachments={file["id"]: file})
    for line in ("/import file:my feeds.opml", "/import my feeds.opml"):
        data = parse_line(line, COMMANDS, directory).data
        assert data["options"] == [{"name": "file", "type": 11, "value": file["id"]}]
        assert data["resolved"] == {"attachments": {file["id"]: file}}
    with pytest.raises(UserError, match="no file 'other"):
        parse_line("/import other.opml", COMMANDS, directory)


def test_what_is_kept_of_a_file(uploads):
    file = uploads.add("my feeds.xml", b"<opml/>", ephemeral=True)
    assert (file["filename"], file["size"], file["ephemeral"]) == ("my feeds.xml", 7, True)
    assert file["url"] == f"https://cdn.discordapp.com/ephemeral-attachments/42/{file['id']}/my%20feeds.xml"
    assert uploads.get(file["id"]) == b"<opml/>"
    assert uploads.get("7") is None
    assert "ephemeral" not in uploads.add("a", b"")


async def test_a_file_that_is_not_there(control):
    with pytest.raises(StandInError, match="no file 7"):
        await control.file({"id": "7"})
