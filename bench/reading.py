"""What reading costs: a headline with teaser, and an article, with a thousand and with 50,000 shows to tell apart; and
the labelled headlines, which differ from each other as a day's do.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median

from bench.autocomplete import made_up
from bench.timing import timed
from bot.catalogue.load import load_catalogue
from bot.cli.labelled import read_items, read_shows
from bot.model.entry import Entry
from bot.model.show import Show
from bot.model.source import Tier
from bot.news.reader import Reader

HEADLINE = Entry(
    outlet="Bench",
    tier=Tier.TRADE,
    url="https://example.com/1",
    title="‘Severance’ Renewed for Season 4 at Apple TV+, With Filming to Begin in Early 2027",
    published=datetime(2026, 11, 1, tzinfo=UTC),
    summary="The streamer has picked up the drama for a fourth run, it announced on Thursday.",
)
PARAGRAPH = (
    "<p>Speaking to reporters on Thursday, Ben Stiller said that the writers had known the ending for years. "
    "“We would love to go on,” he added, while the network declined to comment on a fifth season. "
    "The third season ended in May and was watched by more people than the second.</p>"
)
ARTICLE = Entry(
    outlet=HEADLINE.outlet,
    tier=HEADLINE.tier,
    url=HEADLINE.url,
    title=HEADLINE.title,
    published=HEADLINE.published,
    summary=HEADLINE.summary,
    content=PARAGRAPH * 20,
)


LABELLED = Path(__file__).parents[1] / "tests" / "news" / "labelled" / "headlines"
ROUNDS = 5
"""How often each labelled headline is read; its cost is the median."""


def main() -> None:
    """Print the figures."""
    shipped = list(load_catalogue())
    measure("shipped", shipped)
    many = shipped + made_up(50_000 - len(shipped))
    measure("50,000", many)
    measure_labelled(many)


def measure(label: str, shows: list[Show]) -> None:
    """Print those of one catalogue."""
    reader = Reader(shows)
    print(f"{label:>8} shows: headline {timed(lambda: reader.read(HEADLINE), 50)}")
    print(f"{label:>8} shows: article  {timed(lambda: reader.read(ARTICLE), 20)}")


def measure_labelled(shows: list[Show]) -> None:
    """Print those of the labelled headlines, each read in its turn, with their shows among all others."""
    reader = Reader([*shows, *read_shows(str(LABELLED / "shows.json"))])
    entries = [entry for _, entry in read_items(str(LABELLED / "items.jsonl"))]
    taken: list[list[float]] = [[] for _ in entries]
    for _ in range(ROUNDS):
        for entry, so_far in zip(entries, taken, strict=True):
            began = time.perf_counter()
            reader.read(entry)
            so_far.append((time.perf_counter() - began) * 1000)
    costs = sorted(map(median, taken))
    print(
        f"{len(entries):>8} labelled headlines: {mean(costs):8.3f} ms mean {median(costs):8.3f} ms median "
        f"{costs[len(costs) * 95 // 100]:8.3f} ms 95th of 100"
    )
