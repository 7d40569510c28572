"""`cliffhanger read`: what labelled items say, one JSON object an item. Knows no rule of reading."""

from __future__ import annotations

import json

import click

from bot.cli.labelled import read_items, read_shows, row_of, with_stories
from bot.model.errors import ConfigurationError
from bot.news.reader import Reader

_FILE = click.Path(dir_okay=False, allow_dash=True)


@click.command()
@click.option("--shows", required=True, type=_FILE, help="The shows that are tracked, as JSON.")
@click.option("--items", required=True, type=_FILE, help="The news items, one JSON object a line.")
def read(shows: str, items: str) -> None:
    """Read labelled news items.

    For each item, in the order of the file, one JSON object is printed: id, subjects, mentions, main, claims, story,
    summary. Items with the same story report the same happening. One of the two files may be - for standard input.
    """
    if shows == items == "-":
        raise ConfigurationError("Only one of --shows and --items can be read from standard input.")
    reader = Reader(read_shows(shows))
    for one in with_stories((item, entry, reader.read(entry)) for item, entry in read_items(items)):
        click.echo(json.dumps(row_of(one), ensure_ascii=False))
