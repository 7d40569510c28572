"""A data file that an operator may edit: a JSON list of flat objects, and what is wrong with it in one line.

Knows nothing of what the objects mean.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from bot.model.errors import ConfigurationError

_SHOWN = 60
"""Characters of a wrong value that a complaint repeats."""


@dataclass(frozen=True, slots=True)
class Row:
    """One object of the list; each reading checks, and raises `ConfigurationError` that names file, entry and field."""

    file: Path
    number: int
    """Counted from 1."""
    values: dict[str, object]
    title: str
    """The field that names the entry in a complaint."""

    def wrong(self, what: str) -> ConfigurationError:
        """The complaint that this entry is wrong in some way."""
        title = self.values.get(self.title)
        named = f" ({_shown(title)})" if isinstance(title, str) and title else ""
        return ConfigurationError(f"{self.file}: entry {self.number}{named}: {what}")

    def text(self, field: str, *, most: int) -> str:
        """A text that must be there."""
        if field not in self.values:
            raise self.wrong(f"{field} is missing")
        return self._text(field, self.values[field], most)

    def text_or_none(self, field: str, *, most: int) -> str | None:
        """A text that may be missing or null."""
        value = self.values.get(field)
        return None if value is None else self._text(field, value, most)

    def texts(self, field: str, *, most: int) -> tuple[str, ...]:
        """A list of texts; missing is empty."""
        value = self.values.get(field, [])
        if not isinstance(value, list):
            raise self.wrong(f'{field} must be a list, such as ["One", "Two"]')
        return tuple([self._text(f"each of {field}", item, most) for item in value])

    def whole_number_or_none(self, field: str, *, least: int, most: int) -> int | None:
        """A whole number that may be missing or null."""
        value = self.values.get(field)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.wrong(f"{field} must be a whole number from {least} to {most}, not {_shown(value)}")
        return value

    def _text(self, field: str, value: object, most: int) -> str:
        if not isinstance(value, str):
            raise self.wrong(f"{field} must be a text in quotes, not {_shown(value)}")
        if not value.strip() or value != value.strip() or not value.isprintable():
            raise self.wrong(f"{field} must be plain text without spaces around it, not {_shown(value)}")
        if len(value) > most:
            raise self.wrong(f"{field} must have at most {most} characters, not {len(value)}")
        return value


def read_rows(file: Path, *, fields: Collection[str], title: str) -> list[Row]:
    """The objects of a file. Raises `ConfigurationError` when it is missing, no JSON, no list of objects with such
    fields.
    """
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be read ({error.strerror or type(error).__name__})") from None
    except UnicodeDecodeError:
        raise ConfigurationError(f"{file}: is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise ConfigurationError(f"{file}: line {error.lineno}: is not JSON ({error.msg})") from None
    except (ValueError, RecursionError):
        # A number of thousands of digits, or brackets thousands deep.
        raise ConfigurationError(f"{file}: is not JSON that can be read") from None
    if not isinstance(content, list):
        raise ConfigurationError(f"{file}: must be a list of entries in square brackets")
    return [_row(file, number, values, fields, title) for number, values in enumerate(content, start=1)]


def _row(file: Path, number: int, values: object, fields: Collection[str], title: str) -> Row:
    if not isinstance(values, dict):
        raise ConfigurationError(f"{file}: entry {number}: must be an object in curly brackets, not {_shown(values)}")
    row = Row(file, number, values, title)
    for field in values:
        if field not in fields:
            raise row.wrong(f"{_shown(field)} is no field; there are {', '.join(fields)}")
    return row


def _shown(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    shown = shown if shown.isprintable() else json.dumps(value)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
