"""`cliffhanger replay`: the status of shows at given moments, from labelled items. Knows no rule of reading."""

from __future__ import annotations

import json

import click

from bot.cli.labelled import lines_of, read_items, read_shows
from bot.cli.timelines import Answers, parse_timelines
from bot.model.errors import ConfigurationError
from bot.news.reader import Reader

_FILE = click.Path(dir_okay=False, allow_dash=True)


@click.command()
@click.option("--shows", required=True, type=_FILE, help="The shows that are tracked, as JSON.")
@click.option("--items", required=True, type=_FILE, help="The news items, one JSON object a line.")
@click.option("--timelines", required=True, type=_FILE, help="What is asked, one JSON object a line.")
def replay(shows: str, items: str, timelines: str) -> None:
    """Tell the status of shows at given moments.

    A timeline names a show, a moment and the items seen until then; for each, one JSON object is printed:
    id, fate, season, certainty, next_when. One of the three files may be - for standard input.
    """
    if [shows, items, timelines].count("-") > 1:
        raise ConfigurationError("Only one of --shows, --items and --timelines can be read from standard input.")
    tracked = read_shows(shows)
    answers = Answers(
        shows=frozenset(show.id for show in tracked),
        items=dict(read_items(items)),
        read=Reader(tracked).read,
    )
    for timeline in parse_timelines(lines_of(timelines), timelines):
        click.echo(json.dumps(answers.answer(timeline)))
