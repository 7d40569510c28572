"""Makes text from anywhere safe to show on Discord: no formatting, no mention, no link but the ones we make.

Feeds, show names and what people type all pass through `escape` or `link`. Pure; knows no card and no limits.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import Literal
from urllib.parse import quote, urlsplit

LONGEST_ADDRESS = 2048
"""Discord takes no longer one where an embed's title leads."""
LONGEST_LINK = 512
"""A longer address would fill a card by itself: its text is shown without the link."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
"""Controls, format characters (zero-width, bidirectional, tags) and lone surrogates."""
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks that show nothing; Discord takes a text made of them for one that says something."""
_HIDDEN_MARKS = range(0xE0100, 0xE01F0)
_MOST_MARKS = 3
"""Marks that may be stacked on a letter; more of them reach into the lines above and below."""

_ZERO_WIDTH = "\u200b"
_ACTIVE = re.compile(
    r"""
    [\\*_~`|\[\]<]                                             # formatting, links; all that Discord writes as <...>
    | :(?=//|[^\s:]{1,64}:)                                    # addresses (https:) and emoji (:name:)
    | (?<=discord)\.(?=(?:gg|com)\b) | (?<=discordapp)\.(?=com\b)  # invitations unfold without https: too
    | @(?=everyone|here|[!&]?\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LINE_START = re.compile(r"^(?:(?P<sign>[#>+-])|(?P<number>\d+)(?=[.)](?:\s|$)))")
"""A heading, a quote, a list, small print (`-#`)."""
_LOOKALIKES = {
    "[": "(", "]": ")", "<": "‹", "*": "∗", "_": "ˍ", "~": "∼", "`": "ʻ", "|": "ǀ", "\\": "∖", ":": "∶", ".": "․",
}  # fmt: skip
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?\.?|[0-9a-f.]*:[0-9a-f:.]*")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LOUD_SIGN = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_SAFE = "/:@!$&+,;=~%"
"""Kept in a path; what a link's end or Discord's markup is made of is not."""

Style = Literal["t", "T", "d", "D", "f", "F", "R"]


def plain(text: str) -> str:
    """The text as one line, without characters that cannot be seen; empty when there is nothing to see."""
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        hidden = category in _UNSEEN and not character.isspace()
        if hidden or character in _BLANKS or ord(character) in _HIDDEN_MARKS or marks > _MOST_MARKS:
            continue
        kept.append(character)
    return " ".join("".join(kept).split())


def escape(text: str) -> str:
    """One line that Discord shows letter by letter, wherever it stands: nothing in it formats, mentions or links."""
    return _LINE_START.sub(_disarm_start, _ACTIVE.sub(_disarm, plain(text)))


def link(text: str, url: str) -> str:
    """`text` leading to `url`, or the escaped text alone where that is no usable http(s) address.

    Discord shows backslashes within a link's text (discord-api-docs issue 6185), so signs that mean something to it are
    replaced by others that look alike.
    """
    address = web_address(url)
    if not address or len(address) > LONGEST_LINK:
        return escape(text)
    shown = _ACTIVE.sub(_look_alike, plain(text) or urlsplit(address).hostname or address)
    return f"[{_ZERO_WIDTH if _LINE_START.match(shown) else ''}{shown}]({address})"


def web_address(url: str) -> str:
    """`url` in ASCII, safe in a link and as an embed's address; empty when it is not http(s), names no host or hides
    one behind a user name (`https://netflix.com@elsewhere.example`).
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii").lower()
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(host):
        return ""
    place = f"[{host}]" if ":" in host else host
    address = f"{parts.scheme}://{place}{'' if port is None else f':{port}'}{_quoted(parts.path)}"
    if parts.query:
        address += f"?{_quoted(parts.query)}"
    if parts.fragment:
        address += f"#{_quoted(parts.fragment)}"
    return address if len(address) <= LONGEST_ADDRESS else ""


def moment(at: datetime, style: Style = "D") -> str:
    """An instant that each reader sees in their own time zone; `style` is Discord's: D date, f date and time, R ago."""
    return f"<t:{int(at.timestamp())}:{style}>"


def _quoted(part: str) -> str:
    whole = _STRAY_PERCENT.sub("%25", quote(part, safe=_SAFE + "?", errors="replace"))
    return _LOUD_SIGN.sub("%40", whole)


def _disarm(match: re.Match[str]) -> str:
    # A backslash does not keep the server from seeing a mention; a character between the sign and the name does.
    return f"@{_ZERO_WIDTH}" if match[0] == "@" else f"\\{match[0]}"


def _disarm_start(match: re.Match[str]) -> str:
    return f"\\{match['sign']}" if match["sign"] else f"{match['number']}\\"


def _look_alike(match: re.Match[str]) -> str:
    return _LOOKALIKES.get(match[0], f"{match[0]}{_ZERO_WIDTH}")
