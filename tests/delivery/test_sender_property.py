"""Whatever goes wrong, and whenever the sender is killed: each story stands in each channel exactly once in the end."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.delivery.outcome import Refused, Verdict

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("tell"), st.sets(st.integers(1, 3), min_size=1)),
        st.tuples(
            st.just("answer"),
            st.sampled_from(
                [
                    "the answer was lost",
                    Refused(Verdict.RETRY, "Discord answered 500"),
                    Refused(Verdict.RETRY, "Discord answered 429", 30.0),
                    Refused(Verdict.PAUSE, "banned", 60.0),
                    None,
                ]
            ),
        ),
        st.tuples(st.just("send"), st.none()),
        st.tuples(st.just("kill"), st.integers(0, 30)),
        st.tuples(st.just("wait"), st.integers(1, 900)),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_each_story_once_in_each_channel(open_room, steps):
    async def play(folder):
        room = await open_room(folder)
        await room.track(1, 2, 3)
        told = set()
        sender = room.sender()
        for step, value in steps:
            if step == "tell":
                number = await room.tell(*value)
                told |= {(channel, f"Story {number}") for channel in value}
            elif step == "answer":
                room.will(value)
            elif step == "send":
                await sender.drain()
            elif step == "kill":
                running = asyncio.create_task(sender.run())
                for _ in range(value):
                    await asyncio.sleep(0)
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)
                sender = room.sender()
            else:
                room.clock.pass_by(seconds=value)
        room.discord.script.clear()
        for _ in range(4):
            room.clock.pass_by(minutes=11)
            await sender.drain()
        assert set(await room.states()) <= {"sent"}
        assert sorted(room.posts()) == sorted(told)
        await room.store.close()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder)))
