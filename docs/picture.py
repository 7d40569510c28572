"""Makes docs/demo.svg from the running program: `.venv/bin/python docs/picture.py`."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

COLUMNS = 92
COMMAND = ("demo", "--until", "2025-05-01", "--ask", "/status heartstopper")
POSTS = 2


def main() -> None:
    """Run the demo, keep the end of what it prints, and draw that."""
    told = subprocess.run(
        [sys.executable, "-m", "bot", *COMMAND],
        env={**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS)},
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    ).stdout
    lines = told.rstrip().splitlines()
    posts = [number for number, line in enumerate(lines) if Text.from_ansi(line).plain.startswith("── ")]
    lines = lines[posts[-POSTS] :]
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    typed = " ".join(f'"{word}"' if " " in word else word for word in COMMAND)
    console.print(Text(f"$ cliffhanger {typed}", style="bold"))
    console.print(Text("…", style="dim"))
    console.print(Text.from_ansi("\n".join(lines)))
    drawing = re.sub(r"@font-face \{.*?\}", "", console.export_svg(title="Cliffhanger"), flags=re.DOTALL)
    Path(__file__).with_name("demo.svg").write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    main()
