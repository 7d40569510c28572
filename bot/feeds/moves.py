"""Whether a feed's word that it has moved for good is believed, and from when on it is asked at the new address.

A permanent redirect is often a mistake of a day (a login page, a domain sold, a proxy): it is believed after a week in
which every poll was led to the same place and found a feed there. Pure; knows nothing of requests.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from yarl import URL

from bot.model.source import Move

PROVING = timedelta(days=7)


def after_success(url: str, move: Move, moved_to: str | None, now: datetime) -> Move:
    """What is known of a feed's moves after it was found, by permanent redirects at `moved_to` or without any (None).

    The same page by https is the same feed, and is asked for at once.
    """
    if moved_to is None:
        return Move(settled=move.settled)
    if _is_secure_form(move.settled or url, moved_to):
        return Move(settled=moved_to)
    since = move.since if move.to == moved_to and move.since is not None else now
    if now - since >= PROVING:
        return Move(settled=moved_to)
    return Move(to=moved_to, since=since, settled=move.settled)


def after_failure(move: Move, *, missing: bool) -> Move:
    """What is known after a failure. `missing`: there is nothing at the old address any more (404, 410).

    Then a move that was announced is believed at once; and a feed that was found elsewhere is sought at its own URL
    again.
    """
    if missing and move.to is not None:
        return Move(settled=move.to)
    return Move() if missing else move


def _is_secure_form(url: str, other: str) -> bool:
    """Whether the other URL is the same by https."""
    old, new = URL(url), URL(other)
    return (
        (old.scheme, new.scheme) == ("http", "https")
        and (old.host, old.raw_path_qs) == (new.host, new.raw_path_qs)
        and (old.explicit_port, new.explicit_port) == (None, None)
    )
