"""The command `python -m bench feeds`: reads its options, measures, prints, draws."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bench.feeds.environment import NoEnvironmentError, cache_folder, peer_python
from bench.feeds.figures import Engine, Results
from bench.feeds.measure import Plan, running
from bench.feeds.process import BrokenEngineError
from bench.feeds.table import COLUMNS, draw, drawn
from bot.catalogue.load import load_catalogue

DESCRIPTION = """\
Polls made-up feeds with the bot as shipped (its database, its parser processes, all shows of its catalogue; no
Discord), with the `reader` library and with bare aiohttp, and compares them.

A server of its own on loopback serves WordPress-like feeds with full texts, each on a host of its own, with
validators, gzip and 304. Three things are measured, each engine in turn in a process of its own:

  cold       the first poll, when every entry is new (once)
  all-304    nothing changed (the median of --repeats)
  changed    one new entry in every feed (the median of --repeats)

of each: wall time, CPU time and peak memory of all its processes, and of ours how long the event loop kept others
waiting. Every run is checked: a feed that failed, was asked twice or was not fetched is told.
"""
EPILOG = """\
With 500 feeds it takes about ten minutes, with --quick one. `reader` wants an older feedparser, so the first run makes
an environment for it with pip; that is all that it needs a network for. Where that cannot be made, or with
--no-reader, the rest is measured. Use a machine that does nothing else, and compare figures of one run only.

examples:
  python -m bench feeds --quick
  python -m bench feeds --picture docs/feeds-bench.svg
  python -m bench feeds --feeds 100 --no-reader --profile /tmp/changed.txt
"""
QUICK_FEEDS = 40


def main(arguments: Sequence[str] = ()) -> None:
    """Measure what the options ask for."""
    given = _options().parse_args(list(arguments))
    screen = Console(stderr=True)
    feeds = given.feeds or (QUICK_FEEDS if given.quick else 500)
    if given.keep and given.keep.exists() and any(given.keep.iterdir()):
        sys.exit(f"bench: {given.keep} is not empty; name a new folder, or the first poll would find old databases")
    engines: tuple[Engine, ...] = (Engine.OURS, Engine.READER, Engine.RAW)
    peer = None if given.no_reader else _peer(given.cache, screen)
    if peer is None:
        engines = (Engine.OURS, Engine.RAW)
    with tempfile.TemporaryDirectory(prefix="cliffhanger-bench-") as own:
        folder = given.keep or Path(own)
        folder.mkdir(parents=True, exist_ok=True)
        plan = Plan(
            feeds=feeds,
            entries=given.entries,
            shows=min(given.shows, len(load_catalogue())),
            repeats=given.repeats,
            engines=engines,
            peer=peer,
            folder=folder.resolve(),
            profile=given.profile.resolve() if given.profile else None,
        )
        try:
            results = _measured(plan, screen)
        except BrokenEngineError as error:
            sys.exit(f"bench: {error}")
        except KeyboardInterrupt:
            sys.exit(130)
    Console(width=COLUMNS).print(drawn(results))
    if given.picture:
        draw(results, " ".join(("python -m bench feeds", *_shown(arguments))), given.picture)


def _peer(cache: Path, screen: Console) -> Path | None:
    with screen.status("an environment for reader (made once) ..."):
        try:
            return peer_python(cache.resolve())
        except NoEnvironmentError as error:
            screen.print(f"reader is left out, for its environment cannot be made: {error}", style="yellow")
            return None


def _measured(plan: Plan, screen: Console) -> Results:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress:
        preparing = 2 + len(plan.engines)
        task = progress.add_task("", total=plan.steps + preparing)
        begun = -1

        def tell(what: str) -> None:
            nonlocal begun
            begun += 1
            progress.update(task, description=f"{what:<32}", completed=begun)

        with running(plan, tell) as bench:
            tell("ready")
            return bench.all()


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        prog="python -m bench feeds",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    options.add_argument("--feeds", type=_count, metavar="N", help="how many feeds (500)")
    options.add_argument("--entries", type=_count, metavar="N", default=30, help="how many entries each (30)")
    options.add_argument(
        "--shows",
        type=_none_or_more,
        default=sys.maxsize,
        help="how many shows of the catalogue the bot reads for (all)",
    )
    options.add_argument(
        "--repeats", type=_count, metavar="N", default=3, help="how often unchanged and changed are measured (3)"
    )
    options.add_argument("--quick", action="store_true", help=f"a first look: {QUICK_FEEDS} feeds")
    options.add_argument("--no-reader", action="store_true", help="leave the reader library out")
    options.add_argument(
        "--cache",
        type=Path,
        metavar="FOLDER",
        default=cache_folder(),
        help="where its environment is kept (%(default)s)",
    )
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="leave databases and logs here")
    options.add_argument("--picture", type=Path, metavar="FILE", help="write the table as SVG too")
    options.add_argument(
        "--profile",
        type=Path,
        metavar="FILE",
        help="two runs more, with cProfile tables of our process in FILE",
    )
    return options


def _count(text: str) -> int:
    number = _none_or_more(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _none_or_more(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("must be a number, 0 or more")
    return int(text)


def _shown(arguments: Sequence[str]) -> Sequence[str]:
    """The options that bear on the figures, for the picture's first line."""
    kept = []
    words = iter(arguments)
    for word in words:
        if word.startswith(("--picture", "--cache", "--keep", "--profile")):
            if "=" not in word:
                next(words, None)
            continue
        kept.append(word)
    return kept
