from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from bench.feeds.command import main
from bench.feeds.figures import Engine, Key, Results, Run, Scenario, forecast
from bench.feeds.table import draw, drawn


def run(seconds: float, *, cpu: float = 1.0, fault: str = "", p99: float = 3.0) -> Run:
    stalls = {"p50": 0.1, "p99": p99, "max": 9.0}
    return Run(
        seconds=seconds, cpu_seconds=cpu, parent_cpu_seconds=0.5, peak_megabytes=seconds, stalls=stalls, fault=fault
    )


def results(**more: list[Run]) -> Results:
    runs = {
        Key(Scenario.COLD, Engine.OURS): [run(2.0)],
        Key(Scenario.COLD, Engine.READER): [run(5.0, cpu=4.0)],
        Key(Scenario.SAME, Engine.OURS): more.get("same", [run(0.2, cpu=0.1), run(9.0, cpu=0.1), run(0.1, cpu=0.1)]),
        Key(Scenario.CHANGED, Engine.OURS): [run(1.0, cpu=1.0)],
    }
    return Results(feeds=100, entries=30, feed_bytes=180_000, shows=7, runs=runs)


def text(of: Results) -> str:
    console = Console(width=100, record=True, file=io.StringIO())
    console.print(drawn(of))
    return console.export_text()


def test_one_slow_run_does_not_change_the_figures_but_its_memory_counts() -> None:
    same = results().of(Scenario.SAME, Engine.OURS)
    assert same is not None
    assert same.seconds == 0.2
    assert same.peak_megabytes == 9.0


def test_how_many_times_as_fast() -> None:
    assert results().times(Scenario.COLD, Engine.OURS, Engine.READER) == 2.5
    assert results().times(Scenario.SAME, Engine.OURS, Engine.RAW) is None


def test_the_forecast_is_reckoned_from_the_cpu_time_of_single_polls() -> None:
    expected = forecast(results(), Engine.OURS)
    assert expected is not None
    # 9,000 polls of 1 ms and 1,000 of 10 ms are 19 s of 900.
    assert expected.share == pytest.approx(19 / 900)
    assert "(9,000 × 1.00 ms + 1,000 × 10.0 ms) / 900 s = 2.1% of one core" in str(expected)
    assert forecast(results(), Engine.RAW) is None


def test_the_table_has_what_was_measured_and_says_what_went_wrong() -> None:
    told = text(results())
    assert "2.5 × as fast as reader 3.26 for 1/4.0 of its CPU time" in told
    assert "bare aiohttp" not in told
    assert "✗" not in told
    assert "✗ all-304, Cliffhanger: 3 feeds failed" in text(results(same=[run(1.0), run(1.0, fault="3 feeds failed")]))


def test_the_picture_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "picture.svg"
    draw(results(), "python -m bench feeds", path)
    picture = path.read_text(encoding="utf-8")
    assert "Cliffhanger" in picture
    assert "@font-face" not in picture
    assert "url(http" not in picture


@pytest.mark.parametrize("wrong", [["--feeds", "0"], ["--entries", "x"], ["--shows", "-1"], ["--unknown"]])
def test_wrong_options_are_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(wrong)
    assert refused.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_old_databases_are_not_taken_for_new_ones(tmp_path: Path) -> None:
    (tmp_path / "ours.sqlite3").touch()
    with pytest.raises(SystemExit, match="not empty"):
        main(["--no-reader", "--keep", str(tmp_path)])
