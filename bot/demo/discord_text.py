"""Turns Discord's text into what a reader sees: markdown, mentions, timestamps and escapes become words with styles.

Pure. Covers what the bot and its cards write; knows nothing of messages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from rich.text import Text

from bot.model.when import MONTHS

_TOKEN = re.compile(
    r"""
    \\(?P<escaped>_|[^\w\s])
    | `(?P<code>[^`\n]+)`
    | \[(?P<text>[^\]\n]+)\]\((?P<url>https?://[^)\s]+)\)
    | <t:(?P<moment>-?\d{1,13})(?::(?P<style>[tTdDfFR]))?>
    | <(?P<sign>\#|@&|@!?)(?P<id>\d{1,20})>
    | \*\*(?P<bold>(?:\\.|[^\\])+?)\*\*
    | __(?P<underline>(?:\\.|[^\\])+?)__
    | ~~(?P<strike>(?:\\.|[^\\])+?)~~
    | \*(?=\S)(?P<italic>(?:\\.|[^\\*])+?)(?<=\S)\*
    """,
    re.VERBOSE | re.DOTALL,
)
_STYLES = {"bold": "bold", "underline": "underline", "strike": "strike", "italic": "italic"}
_LINE = re.compile(r"(?P<heading>\#{1,3} )|(?P<small>-\# )|(?P<item>\s*[-*] )|(?P<quote>> )")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What a terminal would obey rather than show."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = ((365 * 86_400, "year"), (30 * 86_400, "month"), (86_400, "day"), (3_600, "hour"), (60, "minute"))
_JUST_NOW = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """From where a text is looked at."""

    now: datetime
    """The moment in the demo's time; "ago" is counted from it."""
    machine_now: datetime
    """The machine's own time: some moments, such as when a feed was read, are of that time."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Of channels and roles by id, with their sign: "#general", "@fans"."""
    hyperlinks: bool = False
    """Whether a link can be clicked; otherwise its host is told beside it."""


def read_text(text: str, view: View) -> Text:
    """The text as Discord shows it."""
    shown = [_line(line, view) for line in _CONTROLS.sub("", text).split("\n")]
    return Text("\n").join(shown)


def plain_text(text: str) -> str:
    """A text that Discord shows as it is, such as a footer, safe for a terminal."""
    return _CONTROLS.sub("", text).translate(_INVISIBLE)


def moment_words(moment: datetime, style: str, view: View) -> str:
    """A timestamp in words, as `style` asks (Discord docs, Timestamp Styles); times are UTC."""
    day = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    time = f"{moment:%H:%M}"
    return {
        "t": time,
        "T": f"{moment:%H:%M:%S}",
        "d": f"{moment:%d/%m/%Y}",
        "D": day,
        "F": f"{_DAYS[moment.weekday()]}, {day} {time}",
        "R": relative_words(moment, view),
    }.get(style, f"{day} {time}")


def relative_words(moment: datetime, view: View) -> str:
    """How long ago, or in how long; counted from the nearer of the two present moments, to whose time it belongs."""
    apart = min((moment - view.now, moment - view.machine_now), key=abs)
    if abs(apart) < _JUST_NOW:
        return "just now"
    seconds = int(abs(apart).total_seconds())
    size, unit = next(pair for pair in _UNITS if seconds >= pair[0])
    count = seconds // size
    words = f"{count} {unit}{'' if count == 1 else 's'}"
    return f"{words} ago" if apart < timedelta() else f"in {words}"


def _line(line: str, view: View) -> Text:
    start = _LINE.match(line)
    if start is None:
        return _inline(line, view)
    rest = _inline(line[start.end() :], view)
    if start["heading"]:
        rest.stylize("bold")
        return rest
    if start["small"]:
        rest.stylize("dim")
        return rest
    if start["quote"]:
        return Text("│ ", "dim") + rest
    indent = " " * (len(start[0]) - 2)
    return Text(f"{indent}• ") + rest


def _inline(text: str, view: View) -> Text:
    shown = Text()
    end = 0
    for match in _TOKEN.finditer(text):
        shown.append(text[end : match.start()].translate(_INVISIBLE))
        shown.append_text(_token(match, view))
        end = match.end()
    return shown.append(text[end:].translate(_INVISIBLE))


def _token(match: re.Match[str], view: View) -> Text:
    if match["escaped"]:
        return Text(match["escaped"])
    if match["code"]:
        return Text(match["code"], "cyan")
    if match["url"]:
        return _link(match["text"], match["url"], view)
    if match["moment"]:
        return Text(_moment(match, view))
    if match["sign"]:
        return Text(view.names.get(match["id"], f"{match['sign'][0]}unknown"), "bold blue")
    name = next(name for name in _STYLES if match[name])
    inner = _inline(match[name], view)
    inner.stylize(_STYLES[name])
    return inner


def _link(text: str, url: str, view: View) -> Text:
    # Within a link's text Discord takes no escapes: what stands there is what is shown.
    words = text.translate(_INVISIBLE)
    if view.hyperlinks:
        return Text(words, f"underline link {url}")
    return Text(words).append(f" ({urlsplit(url).hostname})", "dim")


def _moment(match: re.Match[str], view: View) -> str:
    try:
        moment = datetime.fromtimestamp(int(match["moment"]), UTC)
    except (ValueError, OverflowError, OSError):
        return match[0]
    return moment_words(moment, match["style"] or "f", view)
