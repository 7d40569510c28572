"""Makes docs/demo.svg from the running program: `.venv/bin/python docs/picture.py`."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

COLUMNS = 92
COMMAND = ("demo", "--until", "2025-05-01", "--ask", "/status heartstopper")
SHOWN_LINES = 64


def main() -> None:
    """Run the demo, keep the end of what it prints, and draw that."""
    told = subprocess.run(
        [sys.executable, "-m", "bot", *COMMAND],
        env={**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    lines = told.rstrip().splitlines()[-SHOWN_LINES:]
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    typed = " ".join(f'"{word}"' if " " in word else word for word in COMMAND)
    console.print(Text(f"$ cliffhanger {typed}", style="bold"))
    console.print(Text("…", style="dim"))
    console.print(Text.from_ansi("\n".join(lines)))
    Path(__file__).with_name("demo.svg").write_text(console.export_svg(title="Cliffhanger"), encoding="utf-8")


if __name__ == "__main__":
    main()
