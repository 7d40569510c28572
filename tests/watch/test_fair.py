from __future__ import annotations

from datetime import UTC, datetime

from bot.model.source import Move, Source, SourceId, Tier
from bot.watch.fair import PER_HOST, fair_share

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def source(number: int, host: str, move: Move | None = None) -> Source:
    url = f"https://{host}/{number}"
    return Source(
        id=SourceId(number), url=url, name="N", tier=Tier.TRADE, public=True, next_at=NOW, move=move or Move()
    )


def test_a_website_with_many_feeds_leaves_room_for_the_others():
    crowd = [source(number, "slow.example") for number in range(200)]
    other = source(999, "a.example")
    chosen = fair_share([*crowd, other], [], 64)
    assert chosen == [*crowd[:PER_HOST], other]
    assert fair_share([*crowd, other], chosen[:-1], 64) == [other]


def test_no_more_are_chosen_than_there_is_room_for_and_the_most_overdue_first():
    due = [source(number, f"{number}.example") for number in range(10)]
    assert fair_share(due, [], 3) == due[:3]
    assert fair_share(due, [], 0) == []


def test_a_feed_counts_where_it_is_asked():
    moved = [source(n, f"{n}.example", move=Move(settled=f"https://b.example/{n}")) for n in range(PER_HOST + 3)]
    assert fair_share(moved, [], 64) == moved[:PER_HOST]
    assert len(fair_share([source(1, "[")], [], 64)) == 1
