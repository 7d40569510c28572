"""The figures of a run and what is reckoned from them: medians, ratios, the share of a core for many feeds. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median


class Scenario(StrEnum):
    """What the feeds have for who asks."""

    COLD = "cold"
    """Everything is new: the first poll."""
    SAME = "all-304"
    """Nothing is new, and the server says so."""
    CHANGED = "changed"
    """One new entry in every feed."""


class Engine(StrEnum):
    """Who polls."""

    OURS = "Cliffhanger"
    READER = "reader 3.26"
    RAW = "bare aiohttp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One poll of all feeds by one engine."""

    seconds: float
    cpu_seconds: float
    parent_cpu_seconds: float
    peak_megabytes: float
    stalls: Mapping[str, float] | None = None
    """Delays of the event loop in milliseconds: `p50`, `p99`, `max`."""
    fault: str = ""
    """What was not as it should be; such a run says nothing about speed."""


@dataclass(frozen=True, slots=True)
class Key:
    """Whose runs, of what."""

    scenario: Scenario
    engine: Engine


@dataclass(frozen=True, slots=True)
class Results:
    """All runs."""

    feeds: int
    entries: int
    feed_bytes: int
    """The size of a feed, before compression."""
    shows: int
    """How many shows ours read for."""
    runs: Mapping[Key, Sequence[Run]]

    def of(self, scenario: Scenario, engine: Engine) -> Run | None:
        """The medians of an engine's runs; None where it has none. A fault of any run stands."""
        runs = self.runs.get(Key(scenario, engine))
        if not runs:
            return None
        stalls = [run.stalls for run in runs if run.stalls]
        return Run(
            seconds=median(run.seconds for run in runs),
            cpu_seconds=median(run.cpu_seconds for run in runs),
            parent_cpu_seconds=median(run.parent_cpu_seconds for run in runs),
            peak_megabytes=max(run.peak_megabytes for run in runs),
            stalls={name: median(one[name] for one in stalls) for name in stalls[0]} if stalls else None,
            fault=next((run.fault for run in runs if run.fault), ""),
        )

    def times(self, scenario: Scenario, engine: Engine, other: Engine) -> float | None:
        """How many times as fast an engine is as another."""
        one, two = self.of(scenario, engine), self.of(scenario, other)
        return two.seconds / one.seconds if one and two else None

    def cpu_times(self, scenario: Scenario, engine: Engine, other: Engine) -> float | None:
        """How many times an engine's CPU time another needs; None where it was too short to be measured."""
        one, two = self.of(scenario, engine), self.of(scenario, other)
        return two.cpu_seconds / one.cpu_seconds if one and two and one.cpu_seconds and two.cpu_seconds else None


@dataclass(frozen=True, slots=True)
class Forecast:
    """What polling so many feeds takes, as a share of one core, from the CPU time of single polls."""

    feeds: int
    minutes: int
    changed_one_in: int
    same_ms: float
    changed_ms: float
    """CPU milliseconds of one poll, all processes."""

    @property
    def share(self) -> float:
        """0.15 is 15 % of a core."""
        changed = self.feeds / self.changed_one_in
        return ((self.feeds - changed) * self.same_ms + changed * self.changed_ms) / (self.minutes * 60_000)

    def __str__(self) -> str:
        changed = self.feeds // self.changed_one_in
        return (
            f"{self.feeds:,} feeds every {self.minutes} minutes, 1 in {self.changed_one_in} changed:\n  "
            f"({self.feeds - changed:,} × {self.same_ms:.2f} ms + {changed:,} × {self.changed_ms:.1f} ms) "
            f"/ {self.minutes * 60} s = {self.share:.1%} of one core"
        )


def forecast(results: Results, engine: Engine) -> Forecast | None:
    """10,000 feeds every 15 minutes, one in ten changed."""
    same, changed = results.of(Scenario.SAME, engine), results.of(Scenario.CHANGED, engine)
    if same is None or changed is None:
        return None
    each = 1000 / results.feeds
    return Forecast(10_000, 15, 10, same.cpu_seconds * each, changed.cpu_seconds * each)
