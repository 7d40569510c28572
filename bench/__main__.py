"""Runs the measurements named on the command line, or all that are over within a minute."""

from __future__ import annotations

import sys

from bench import autocomplete, reading
from bench.feeds import command as feeds

BENCHES = {"autocomplete": autocomplete.main, "reading": reading.main}
FEEDS = "feeds"
"""It takes minutes and has options, so it is run only by its name."""


def main() -> None:
    """Run them and print their figures."""
    names = sys.argv[1:] or list(BENCHES)
    if names[0] == FEEDS:
        feeds.main(names[1:])
        return
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.exit(f"There is no measurement {unknown[0]!r}; there are: {', '.join((*BENCHES, FEEDS))}")
    for name in names:
        print(f"== {name}")
        BENCHES[name]()


if __name__ == "__main__":
    main()
