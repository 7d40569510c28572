"""Claims, moments and statuses in short, for the tests of the replay."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.model.claim import Certainty, Claim, Kind
from bot.model.show import ShowId
from bot.model.status import Status
from bot.news.status import replay

SHOW = ShowId("lighthouse-row")
K, C = Kind, Certainty


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def claim(kind: Kind, on: str, season: int | None = None, when: str | None = None, **more: Any) -> Claim:
    facts: dict[str, Any] = {"certainty": C.OFFICIAL, "show": SHOW} | more
    return Claim(kind=kind, happened=day(on), season=season, when=when, **facts)


def after(*claims: Claim, as_of: str = "2026-01-01") -> Status:
    return replay(SHOW, claims, day(as_of))


def told(status: Status) -> tuple[str, int | None, str | None]:
    return status.fate.value, status.season, status.certainty and status.certainty.value
