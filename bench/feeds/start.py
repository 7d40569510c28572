"""Starts an engine: `python -m bench.feeds.start MODULE SETUP`.

It imports the engine only when it runs, as the bot's own command line does: worker processes import the module that
their parent was started with, and their memory would be that of the whole bot.
"""

from __future__ import annotations

import importlib
import sys


def main() -> None:
    """Run the engine."""
    importlib.import_module(f"bench.feeds.{sys.argv[1]}").main(sys.argv[2])


if __name__ == "__main__":
    main()
