"""A progress bar on standard error, on a terminal only. Knows nothing of what makes progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(words: str, total: float) -> Iterator[Callable[[float], None]]:
    """Gives a function that says how much of `total` is done by now; without a terminal it does nothing."""
    if not sys.stderr.isatty():
        yield _nowhere
        return
    from rich.console import Console  # noqa: PLC0415 - needed on a terminal only
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - as above

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        TextColumn("{task.completed:.0f} of {task.total:.0f}"),
        TimeElapsedColumn(),
    )
    bar = Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        # Lines that go to the same terminal are printed above the bar; those for a pipe or file go there untouched.
        redirect_stdout=sys.stdout.isatty(),
    )
    with bar:
        task = bar.add_task(words, total=total)
        yield lambda done: bar.update(task, completed=done)


def _nowhere(_done: float) -> None:
    return
