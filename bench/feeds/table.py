"""Draws the figures as tables for a terminal, and the same as a picture. Knows nothing of how they were measured."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from bench.feeds.figures import Engine, Results, Scenario, forecast

COLUMNS = 100
_BAR = 18
_WORDS = {
    Scenario.COLD: "cold: every entry is new",
    Scenario.SAME: "all-304: nothing changed",
    Scenario.CHANGED: "changed: one new entry in each feed",
}
_OTHERS = {
    Scenario.COLD: (Engine.READER,),
    Scenario.SAME: (Engine.READER, Engine.RAW),
    Scenario.CHANGED: (Engine.READER,),
}


def drawn(results: Results) -> RenderableType:
    """All of it."""
    size = (
        f"{results.feeds:,} feeds of {results.entries} entries, {results.feed_bytes // 1000} kB each, on loopback; "
        f"Cliffhanger reads for {results.shows:,} shows"
    )
    parts: list[RenderableType] = [Text(size, style="bold"), Text("")]
    parts += [_scenario(results, scenario) for scenario in Scenario]
    parts += [Text(line) for line in _lines(results)]
    faults = [
        Text(f"✗ {scenario}, {engine}: {run.fault}", style="red")
        for scenario in Scenario
        for engine in Engine
        if (run := results.of(scenario, engine)) and run.fault
    ]
    return Group(*parts, *faults)


def draw(results: Results, command: str, path: Path) -> None:
    """Write the picture (SVG), in the look of the other pictures of the docs."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ {command}", style="bold"))
    console.print(Text(""))
    console.print(drawn(results))
    picture = re.sub(r"@font-face \{.*?\}", "", console.export_svg(title="Cliffhanger"), flags=re.DOTALL)
    path.write_text(picture, encoding="utf-8")


def _scenario(results: Results, scenario: Scenario) -> Table:
    table = Table(box=box.SIMPLE_HEAD, title=Text(_WORDS[scenario], style="bold cyan"), title_justify="left")
    table.add_column("", width=12)
    table.add_column("feeds/s", width=_BAR + 8)
    for name, width in (("wall", 9), ("CPU", 9), ("CPU a feed", 10), ("memory", 7)):
        table.add_column(name, justify="right", width=width)
    rows = [(engine, run) for engine in Engine if (run := results.of(scenario, engine))]
    # Bare aiohttp does a small part of the work, so its bar would make all others vanish.
    quickest = max((results.feeds / run.seconds for engine, run in rows if engine is not Engine.RAW), default=1.0)
    for engine, run in rows:
        rate = results.feeds / run.seconds
        style = {Engine.OURS: "bold green", Engine.READER: "yellow"}.get(engine, "dim")
        bar = "" if engine is Engine.RAW else "█" * max(round(_BAR * rate / quickest), 1) + " "
        table.add_row(
            Text(engine, style=style),
            Text.assemble((bar, style), f"{rate:,.1f}" if rate < 100 else f"{rate:,.0f}"),
            f"{run.seconds:.2f} s",
            f"{run.cpu_seconds:.2f} s",
            f"{1000 * run.cpu_seconds / results.feeds:.1f} ms",
            f"{run.peak_megabytes:.0f} MB",
        )
    return table


def _lines(results: Results) -> Sequence[str]:
    lines = ["Cliffhanger is"]
    for scenario, others in _OTHERS.items():
        compared = (_compared(results, scenario, other) for other in others)
        lines += [f"  {scenario:<8} {words}" for words in compared if words]
    lines.append("Its event loop kept others waiting (median / 99th percentile / longest), and its own process used")
    for scenario in Scenario:
        run = results.of(scenario, Engine.OURS)
        if run is not None and run.stalls is not None:
            stalls = " / ".join(f"{run.stalls[name]:.1f}" for name in ("p50", "p99", "max"))
            lines.append(f"  {scenario:<8} {stalls + ' ms':<24} {run.parent_cpu_seconds:.2f} s of CPU")
    expected = forecast(results, Engine.OURS)
    if expected is not None:
        lines += ["", *str(expected).splitlines()]
    return lines


def _compared(results: Results, scenario: Scenario, other: Engine) -> str:
    """How ours did beside another, in words; nothing where there is no other."""
    times, cpu = (reckon(scenario, Engine.OURS, other) for reckon in (results.times, results.cpu_times))
    if times is None:
        return ""
    words = f"{times:.{1 if times >= 1 else 2}f} × as fast as {other}"
    if cpu is None:
        return words
    return f"{words} for 1/{cpu:.1f} of its CPU time" if cpu >= 1 else f"{words} for {1 / cpu:.1f} × its CPU time"
