"""Runs the measurements named on the command line, or all."""

from __future__ import annotations

import sys

from bench import autocomplete, reading

BENCHES = {"autocomplete": autocomplete.main, "reading": reading.main}


def main() -> None:
    """Run them and print their figures."""
    names = sys.argv[1:] or list(BENCHES)
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.exit(f"There is no measurement {unknown[0]!r}; there are: {', '.join(BENCHES)}")
    for name in names:
        print(f"== {name}")
        BENCHES[name]()


if __name__ == "__main__":
    main()
