"""What reading costs: a headline with teaser, and an article, with a thousand and with 50,000 shows to tell apart."""

from __future__ import annotations

from datetime import UTC, datetime

from bench.autocomplete import made_up
from bench.timing import timed
from bot.catalogue.load import load_catalogue
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


def main() -> None:
    """Print the figures."""
    shipped = list(load_catalogue())
    measure("shipped", shipped)
    measure("50,000", shipped + made_up(50_000 - len(shipped)))


def measure(label: str, shows: list[Show]) -> None:
    """Print those of one catalogue."""
    reader = Reader(shows)
    print(f"{label:>8} shows: headline {timed(lambda: reader.read(HEADLINE), 50)}")
    print(f"{label:>8} shows: article  {timed(lambda: reader.read(ARTICLE), 20)}")
