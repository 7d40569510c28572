"""The list of shows from its file, checked, as the index takes it. Knows nothing of what is done with a show."""

from __future__ import annotations

import re
from pathlib import Path

from bot.catalogue.datafile import Row, read_rows
from bot.catalogue.fold import words
from bot.catalogue.slug import FORM, LONGEST
from bot.model.show import Show, ShowId

SHIPPED = Path(__file__).with_name("shows.json")

_FIELDS = ("id", "name", "aliases", "year", "country", "network", "people")
_COUNTRY = re.compile("[A-Z]{2}")
_LONGEST_TEXT = 100
"""Characters; what Discord takes as the name of a choice."""
_FIRST_YEAR, _LAST_YEAR = 1930, 2100


def load_catalogue(path: Path | None = None) -> tuple[Show, ...]:
    """The shows of a file, as they are sorted there; without one, those that are shipped.

    Raises `ConfigurationError` with one line that names the file, the entry and what is wrong with it.
    """
    shows: dict[ShowId, Show] = {}
    for row in read_rows(path or SHIPPED, fields=_FIELDS, title="id"):
        show = _show(row)
        if show.id in shows:
            raise row.wrong("id is there twice")
        shows[show.id] = show
    return tuple(shows.values())


def _show(row: Row) -> Show:
    show_id = row.text("id", most=LONGEST)
    if not FORM.fullmatch(show_id):
        raise row.wrong('id must be lower-case words joined by hyphens, such as "ghosts-us"')
    country = row.text_or_none("country", most=2)
    if country is not None and (not _COUNTRY.fullmatch(country) or country == "UK"):
        raise row.wrong('country must be a two-letter ISO code, such as "US", or "GB" for the United Kingdom')
    name, aliases = row.text("name", most=_LONGEST_TEXT), row.texts("aliases", most=_LONGEST_TEXT)
    if not all(map(words, (name, *aliases))):
        raise row.wrong("name and aliases must have letters or digits")
    return Show(
        id=ShowId(show_id),
        name=name,
        aliases=aliases,
        year=row.whole_number_or_none("year", least=_FIRST_YEAR, most=_LAST_YEAR),
        country=country,
        network=row.text_or_none("network", most=_LONGEST_TEXT),
        people=row.texts("people", most=_LONGEST_TEXT),
    )
