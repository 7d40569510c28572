from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.model.claim import Kind
from bot.model.entry import Entry
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, Scope, Tier
from bot.watch.readers import Readers

A, B = Scope(100), Scope(200)
HEARTSTOPPER = Show(ShowId("heartstopper"), "Heartstopper", network="Netflix")
WEDNESDAY = Show(ShowId("wednesday"), "Wednesday", network="Netflix")
OWN = Show(ShowId("backlot-blues-100"), "Backlot Blues")
OTHERS = Show(ShowId("backlot-blues-200"), "Backlot Blues")
BOTH = "'Heartstopper' and 'Backlot Blues' Renewed for Season 4"


def entry(title="'Heartstopper' Renewed for Season 4 at Netflix"):
    return Entry(
        outlet="Trade",
        tier=Tier.TRADE,
        url="https://trade.example/1",
        title=title,
        published=datetime(2026, 3, 1, tzinfo=UTC),
    )


@pytest.fixture
def readers():
    readers = Readers()
    readers.watch([HEARTSTOPPER])
    readers.watch([OWN], A)
    readers.watch([OTHERS], B)
    return readers


def shows_said(readings):
    return {scope: set(reading.subjects) for scope, reading in readings.items()}


def test_a_public_source_speaks_to_everyone_of_known_shows(readers):
    readings = readers.read(entry(), [EVERYONE])
    assert shows_said(readings) == {EVERYONE: {HEARTSTOPPER.id}}
    assert [claim.kind for claim in readings[EVERYONE].claims] == [Kind.RENEWED]


def test_of_a_servers_own_show_it_speaks_to_that_server(readers):
    readings = readers.read(entry("'Backlot Blues' Renewed for Season 2"), [EVERYONE])
    assert shows_said(readings) == {A: {OWN.id}, B: {OTHERS.id}}


def test_a_private_source_speaks_in_the_servers_that_hear_it_only(readers):
    assert shows_said(readers.read(entry(), [A])) == {A: {HEARTSTOPPER.id}}
    assert shows_said(readers.read(entry(), [A, B])) == {A: {HEARTSTOPPER.id}, B: {HEARTSTOPPER.id}}
    assert shows_said(readers.read(entry("'Backlot Blues' Renewed for Season 2"), [B])) == {B: {OTHERS.id}}


def test_what_both_readers_find_in_an_entry_is_put_together(readers):
    readings = readers.read(entry(BOTH), [A])
    assert shows_said(readings) == {A: {HEARTSTOPPER.id, OWN.id}}
    assert {claim.show for claim in readings[A].claims} == {HEARTSTOPPER.id, OWN.id}
    assert {key.show for key in readings[A].stories} == {HEARTSTOPPER.id, OWN.id}


def test_a_show_next_to_another_is_not_taken_for_it(readers):
    readings = readers.read(entry("'Heartstopper' Renewed for Season 4, 'Backlot Blues' Canceled"), [EVERYONE])
    told = {scope: {(claim.show, claim.kind) for claim in reading.claims} for scope, reading in readings.items()}
    assert told == {
        EVERYONE: {(HEARTSTOPPER.id, Kind.RENEWED)},
        A: {(OWN.id, Kind.CANCELLED)},
        B: {(OTHERS.id, Kind.CANCELLED)},
    }


def test_a_source_that_nobody_hears_says_nothing(readers):
    assert readers.read(entry(BOTH), []) == {}


def test_an_entry_about_nothing_watched_says_nothing(readers):
    assert readers.read(entry("'Wednesday' Renewed for Season 3"), [EVERYONE, A]) == {}
    assert Readers().read(entry(), [EVERYONE, A]) == {}


def test_of_several_shows_the_one_that_is_asked_for_is_left(readers):
    readings = readers.read(entry(BOTH), [A], OWN.id)
    assert shows_said(readings) == {A: {OWN.id}}
    assert {claim.show for claim in readings[A].claims} == {OWN.id}
    assert readers.read(entry(), [A], OWN.id) == {}


def test_the_version_changes_with_what_is_read_for(readers):
    before = readers.version
    readers.watch([HEARTSTOPPER])
    readers.forget(WEDNESDAY.id, EVERYONE)
    assert readers.version == before
    readers.watch([WEDNESDAY])
    readers.forget(OWN.id, A)
    assert readers.version == before + 2
    assert readers.watches(WEDNESDAY.id, A)
    assert not readers.watches(OWN.id, A)
    assert set(readers.shows()) == {HEARTSTOPPER.id, WEDNESDAY.id, OTHERS.id}


def test_a_show_whose_facts_changed_is_read_for_by_the_new_ones(readers):
    readers.watch([Show(HEARTSTOPPER.id, "Heartstopper", ("Nick and Charlie Show",))])
    assert shows_said(readers.read(entry("'Nick and Charlie Show' Renewed for Season 4"), [EVERYONE])) == {
        EVERYONE: {HEARTSTOPPER.id}
    }
