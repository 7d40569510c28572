"""Lets the engines poll the same feeds in turn and checks of every run that it did what it was to do."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.feeds.figures import Engine, Key, Results, Run, Scenario
from bench.feeds.process import Talker, measured
from bench.feeds.protocol import Message
from bench.feeds.server import KEEP_ALIVE_SECONDS

REST_SECONDS = KEEP_ALIVE_SECONDS + 0.5
"""Between runs, until the server has closed every connection."""

_MODULES = {Engine.OURS: "ours", Engine.READER: "peer", Engine.RAW: "raw"}
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be measured."""

    feeds: int
    entries: int
    shows: int
    """How many shows of the catalogue the bot reads for."""
    repeats: int
    """How often the feeds are polled unchanged, and how often changed; the first poll can be made only once."""
    engines: tuple[Engine, ...]
    peer: Path | None
    """The Python that has `reader`."""
    folder: Path
    """Where databases and logs go."""
    profile: Path | None = None
    """Where the profile of our process goes, of two more runs that do not count."""

    @property
    def steps(self) -> int:
        """How many runs there are."""
        return len(self.engines) * (1 + 2 * self.repeats) + 2 * (self.profile is not None)


@dataclass(slots=True)
class Bench:
    """The processes while they are measured."""

    plan: Plan
    server: Talker
    engines: dict[Engine, Talker]
    tell: Tell
    runs: dict[Key, list[Run]] = field(default_factory=dict)

    def all(self) -> Results:
        """Measure everything."""
        self._round(Scenario.COLD, 0)
        for number in range(self.plan.repeats):
            self._round(Scenario.SAME, number)
        for number in range(self.plan.repeats):
            self.server.ask({"do": "add"})
            self._round(Scenario.CHANGED, number)
        if self.plan.profile is not None and Engine.OURS in self.engines:
            self._profile(self.plan.profile)
        size = int(self.server.first["bytes"])
        return Results(self.plan.feeds, self.plan.entries, size, self.plan.shows, self.runs)

    def _profile(self, path: Path) -> None:
        path.write_text("", encoding="utf-8")
        for scenario in (Scenario.SAME, Scenario.CHANGED):
            self.tell(f"{scenario}: {Engine.OURS}, with the profiler")
            if scenario is Scenario.CHANGED:
                self.server.ask({"do": "add"})
            self._poll(scenario, Engine.OURS, {"do": "poll", "profile": str(path), "name": scenario.value})

    def _round(self, scenario: Scenario, number: int) -> None:
        """Every engine once; who is first changes from round to round."""
        order = tuple(self.engines)
        order = order[number % len(order) :] + order[: number % len(order)]
        for engine in order:
            self.tell(f"{scenario}: {engine}")
            run = self._poll(scenario, engine, {"do": "poll"})
            self.runs.setdefault(Key(scenario, engine), []).append(run)

    def _poll(self, scenario: Scenario, engine: Engine, order: Message) -> Run:
        time.sleep(REST_SECONDS)
        self.server.ask({"do": "count"})
        talker = self.engines[engine]
        answer, usage = measured(talker.pid, lambda: talker.ask(order))
        counts = self.server.ask({"do": "count"})
        return Run(
            seconds=float(answer["seconds"]),
            cpu_seconds=usage.cpu_seconds,
            parent_cpu_seconds=usage.parent_cpu_seconds,
            peak_megabytes=usage.peak_megabytes,
            stalls=answer.get("stalls"),
            fault=_fault(scenario, self.plan.feeds, answer, counts),
        )


@contextmanager
def running(plan: Plan, tell: Tell) -> Iterator[Bench]:
    """Start the server and the engines. Raises `BrokenEngineError`."""
    with ExitStack() as stack:
        tell("making feeds up")
        command = (sys.executable, "-m", "bench.feeds.server", "--feeds", str(plan.feeds))
        server = stack.enter_context(Talker((*command, "--entries", str(plan.entries)), plan.folder / "server.err"))
        setup = plan.folder / "setup.json"
        given = {"folder": str(plan.folder), "urls": server.first["urls"], "shows": plan.shows}
        setup.write_text(json.dumps(given), encoding="utf-8")
        engines = {}
        for engine in plan.engines:
            tell(f"starting {engine}")
            python = str(plan.peer) if engine is Engine.READER and plan.peer else sys.executable
            talker = Talker(
                (python, "-m", "bench.feeds.start", _MODULES[engine], str(setup)),
                plan.folder / f"{engine.name.lower()}.err",
            )
            engines[engine] = stack.enter_context(talker)
        yield Bench(plan, server, engines, tell)


def _fault(scenario: Scenario, feeds: int, answer: Message, counts: Message) -> str:
    """What was wrong with a run, in a few words."""
    wanted = 0 if scenario is Scenario.SAME else feeds
    if answer["failed"]:
        return f"{answer['failed']} of {feeds} feeds failed: {answer.get('why') or 'no reason given'}"
    if answer["changed"] != wanted:
        return f"{answer['changed']} of {feeds} feeds had something new, not {wanted}"
    fetched = {status: counts.get(status, 0) for status in ("200", "304", "404")}
    # One request in a hundred may be unconditional on purpose, as a way out of validators that are stuck.
    spare = feeds // 20 + 2 if scenario is Scenario.SAME else 0
    if sum(fetched.values()) != feeds or not wanted <= fetched["200"] <= wanted + spare:
        return f"the server answered {fetched}, not {wanted} × 200"
    return ""
