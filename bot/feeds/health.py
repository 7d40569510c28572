"""Which changes of a source's health a poll brought, in words for an admin. Pure; knows nothing of where they are kept
or shown.
"""

from __future__ import annotations

from datetime import datetime

from bot.feeds.moves import PROVING
from bot.model.health import HealthEvent, HealthKind
from bot.model.source import Source


def health_events(before: Source, after: Source, now: datetime, *, braked: int = 0) -> tuple[HealthEvent, ...]:
    """What changed between two polls. `braked` counts the entries that the brake on changing guids held back."""
    told: list[tuple[HealthKind, str]] = []
    if after.stopped and not before.stopped:
        told.append((HealthKind.STOPPED, f"{after.error} It is not asked again until it is removed and added anew."))
    elif after.error is not None and before.error is None:
        told.append((HealthKind.FAILING, after.error))
    elif after.error is None and before.error is not None:
        polls = f"{before.failures} failed {'poll' if before.failures == 1 else 'polls'}"
        told.append((HealthKind.RECOVERED, f"It answers again, after {polls}."))
    if after.move.settled is not None and after.move.settled != before.move.settled:
        told.append((HealthKind.MOVED, f"It moved for good and is asked at {after.move.settled} from now on."))
    elif after.move.settled is None and before.move.settled is not None:
        told.append((HealthKind.MOVED, f"Nothing is left at {before.move.settled}; its own address is asked again."))
    elif after.move.to is not None and before.move.to is None:
        text = f"It says that it moved to {after.move.to}; if it still does in {PROVING.days} days, it is asked there."
        told.append((HealthKind.MOVING, text))
    if braked:
        text = f"{braked} of its entries had new ids though they had been shown before; they were not posted again."
        told.append((HealthKind.BRAKED, text))
    return tuple(HealthEvent(source=after.id, at=now, kind=kind, text=text) for kind, text in told)
