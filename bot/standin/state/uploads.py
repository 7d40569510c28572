"""Files that people attach to a command and that the bot sends, kept in memory and served as by Discord's CDN.

Source: Discord docs, "Attachment Object". Knows nothing of messages and interactions.
"""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from bot.standin.state.world import Snowflakes
from bot.standin.wire_types import JsonObject

PATH: Final = r"/{folder:attachments|ephemeral-attachments}/{owner:\d+}/{id:\d+}/{filename}"
"""Where a file is found on the CDN, as a route of aiohttp."""


@dataclass(slots=True)
class Uploads:
    """All files, by id. `owner`: the id that stands before theirs in a URL."""

    snowflakes: Snowflakes
    owner: str
    _data: dict[str, bytes] = field(default_factory=dict)

    def add(self, filename: str, data: bytes, content_type: str = "", *, ephemeral: bool = False) -> JsonObject:
        """Keep a file. Returns its attachment object; what is attached to a command is `ephemeral`."""
        number = self.snowflakes.make()
        self._data[number] = data
        folder = "ephemeral-attachments" if ephemeral else "attachments"
        path = f"{folder}/{self.owner}/{number}/{quote(filename)}"
        shown: JsonObject = {
            "id": number,
            "filename": filename,
            "size": len(data),
            "content_type": content_type or mimetypes.guess_type(filename)[0] or "application/octet-stream",
            "url": f"https://cdn.discordapp.com/{path}",
            "proxy_url": f"https://media.discordapp.net/{path}",
        }
        return {**shown, "ephemeral": True} if ephemeral else shown

    def get(self, number: str) -> bytes | None:
        """The content of a file, or None where there is none of that id."""
        return self._data.get(number)
