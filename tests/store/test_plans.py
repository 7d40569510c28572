"""What is asked often must cost the same however much is stored: each step of its plan searches an index."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.model.server import ChannelId
from bot.model.show import ShowId
from bot.model.source import EVERYONE, GuildId, Scope, SourceId
from bot.model.story import StoryId
from bot.store import claims, entries, outbox, seen, servers, sources, stories

SHOW, SCOPE = ShowId("heartstopper"), Scope(100)


@pytest.fixture
def questions(now):
    return {
        "status": lambda conn: claims.about(conn, SHOW, SCOPE),
        "news": lambda conn: stories.page(conn, SHOW, SCOPE, offset=0, limit=5),
        "count": lambda conn: stories.count(conn, SHOW, SCOPE),
        "story": lambda conn: stories.get(conn, StoryId(1), SCOPE),
        "recent": lambda conn: stories.recent(conn, [SHOW, ShowId("b")], now),
        "tracks": lambda conn: servers.tracks_for(conn, [SHOW]),
        "server": lambda conn: servers.tracks_of(conn, GuildId(100)),
        "uses": lambda conn: servers.uses(conn, SHOW, GuildId(100)),
        "parked": lambda conn: servers.parked(conn, GuildId(100)),
        "own sources": lambda conn: sources.of_server(conn, GuildId(100)),
        "by url": lambda conn: sources.by_url(conn, "https://example.com/feed"),
        "scopes": lambda conn: sources.scopes(conn, SourceId(1)),
        "seen": lambda conn: seen.hashes(conn, {SourceId(1): [1, 2]}),
        "of source": lambda conn: entries.of_source(conn, SourceId(1), now, limit=5),
        "delivered": lambda conn: outbox.delivered(conn, [StoryId(1)]),
        "brake": lambda conn: outbox.made_since(conn, [ChannelId(1)], now - timedelta(hours=1)),
    }


QUESTIONS = (
    "status", "news", "count", "story", "recent", "tracks", "server", "uses", "parked", "own sources", "by url",
    "scopes", "seen", "of source", "delivered", "brake",
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_question_searches_an_index(kept, questions, question):
    for plan in await kept.seen_plans(questions[question]):
        assert "SCAN" not in plan, plan


async def test_pages_of_news_need_no_sorting(kept):
    first, *_ = await kept.seen_plans(lambda conn: stories.page(conn, SHOW, EVERYONE, offset=0, limit=5))
    assert "ix_stories_show_latest" in first
    assert "TEMP B-TREE" not in first.replace("USE TEMP B-TREE FOR RIGHT PART OF ORDER BY", "")


async def test_due_sources_are_walked_in_order(kept, now):
    (plan,) = await kept.seen_plans(lambda conn: sources.claim_due(conn, now=now, lease=timedelta(1), limit=1))
    assert "sources USING INDEX ix_sources_next_at (next_at<?)" in plan
    assert "FOR ORDER BY" not in plan
    assert "SCAN" not in plan


@pytest.mark.parametrize(
    ("query", "index"), [(outbox.waiting, "ix_deliveries_state_due"), (outbox.cut_off, "ix_deliveries_state_first_try")]
)
async def test_a_claim_walks_the_open_deliveries_in_order(kept, now, query, index):
    plan = await kept.plan(query(now))
    assert f"deliveries USING INDEX {index} (state=? AND " in plan.splitlines()[0], plan
    assert "SCAN" not in plan
    assert "FOR ORDER BY" not in plan
