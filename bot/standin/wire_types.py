"""The shape of what crosses the wire: a JSON object as Python sees it. Knows nothing of what is in one."""

from __future__ import annotations

from typing import Any

JsonObject = dict[str, Any]
"""A decoded JSON object; its keys are Discord's field names."""
