"""How the tests are divided where they run in two processes (`make test`)."""

from __future__ import annotations

from pathlib import Path

import pytest

_PROCESSES = Path(__file__).parent / "process"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that start the program and wait for it stay together, first and one after the other; the rest runs beside."""
    items.sort(key=lambda item: _PROCESSES not in item.path.parents)
    for item in items:
        if _PROCESSES in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("process"))
