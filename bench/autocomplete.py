"""What an autocomplete, a look-up and a suggestion cost with 50,000 shows in memory, beside the shipped catalogue."""

from __future__ import annotations

from bench.timing import timed
from bot.catalogue.index import TitleIndex
from bot.catalogue.load import load_catalogue
from bot.model.show import Show, ShowId

WORDS = ("star", "night", "house", "the", "of", "love", "dark", "city", "last", "new")
TYPED = (  # completed one after the other
    "",
    "t",
    "the",
    "st",
    "love of",
    "49999",
    "of the last",
)


def made_up(count: int) -> list[Show]:
    """So many shows whose names share few words, which is the hard case."""
    return [
        Show(
            id=ShowId(f"show-{at}"),
            name=" ".join([WORDS[at % 10], WORDS[at // 10 % 10], WORDS[at // 100 % 10], str(at)]),
        )
        for at in range(count)
    ]


def main() -> None:
    """Print the figures."""
    measure("shipped", list(load_catalogue()))
    measure("50,000", made_up(50_000))


def measure(label: str, shows: list[Show]) -> None:
    """Print those of one catalogue."""
    index = TitleIndex(shows)
    tracked = [show.id for show in shows[:: max(len(shows) // 100, 1)]]
    print(f"{label:>8} shows: complete {timed(lambda: [index.prefix(t, 25, first=tracked) for t in TYPED], 20)}")
    print(f"{label:>8} shows: find     {timed(lambda: index.find(shows[7].name), 200)}")
    print(f"{label:>8} shows: suggest  {timed(lambda: index.closest('hart stoper', 3), 20)}")
