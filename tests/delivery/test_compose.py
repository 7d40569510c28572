from __future__ import annotations

from datetime import timedelta

from bot.delivery.compose import Composer
from bot.delivery.nonce import nonce, reference
from bot.model.show import Show, ShowId
from bot.store import outbox
from bot.store.tables import stories

SHOW = Show(ShowId("heartstopper"), "Heartstopper")


async def lease(room):
    return await room.do(
        lambda conn: outbox.claim(
            conn, now=room.clock(), lease=timedelta(minutes=10), make_nonce=lambda number: nonce("x", number)
        )
    )


async def test_a_card_carries_the_reference_by_which_its_post_is_found_again(room):
    await room.track(1)
    await room.tell(1)
    taken = await lease(room)
    card = await Composer(room.store, lambda _show: SHOW, lambda show: show.name)(taken)
    assert card is not None
    assert reference(taken.delivery.nonce) in card.footer
    assert "Heartstopper" in f"{card.title} {card.description}"


async def test_there_is_no_card_for_a_show_that_is_gone(room):
    await room.track(1)
    await room.tell(1)
    assert await Composer(room.store, lambda _show: None, lambda show: show.name)(await lease(room)) is None


async def test_a_story_of_one_server_is_never_shown_in_another(room):
    await room.track(1)
    await room.tell(1)
    taken = await lease(room)
    await room.do(lambda conn: conn.execute(stories.update().values(scope=200)))
    assert await Composer(room.store, lambda _show: SHOW, lambda show: show.name)(taken) is None
    await room.do(lambda conn: conn.execute(stories.update().values(scope=100)))
    assert await Composer(room.store, lambda _show: SHOW, lambda show: show.name)(taken) is not None
