from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.catalogue.index import TitleIndex
from bot.model.errors import UserError
from bot.model.server import ChannelId, Track
from bot.model.show import Show, ShowId
from bot.model.source import EVERYONE, GuildId, scope_of
from bot.services.shows import LONGEST_NAME, Ambiguous, Found, Shows, Unknown

A, B = GuildId(100), GuildId(200)
HEARTSTOPPER = Show(ShowId("heartstopper"), "Heartstopper")
GHOSTS_UK = Show(ShowId("ghosts"), "Ghosts", year=2019, country="GB")
GHOSTS_US = Show(ShowId("ghosts-us"), "Ghosts", year=2021, country="US")
OWN = Show(ShowId("backlot-blues-100"), "Backlot Blues")


@pytest.fixture
def shows():
    shows = Shows(TitleIndex((HEARTSTOPPER, GHOSTS_UK, GHOSTS_US)))
    shows.learn(OWN, scope_of(A))
    return shows


def test_a_name_is_found_whatever_its_spaces_and_case(shows):
    assert shows.find("  heart stopper ".replace(" s", "s"), A) == Found(HEARTSTOPPER, EVERYONE)


def test_a_name_of_two_shows_is_asked_back(shows):
    found = shows.find("Ghosts", A)
    assert isinstance(found, Ambiguous)
    assert set(found.candidates) == {GHOSTS_UK, GHOSTS_US}
    for candidate in found.candidates:
        assert shows.find(shows.label(candidate), A) == Found(candidate, EVERYONE)


def test_of_two_shows_the_tracked_one_is_meant(shows):
    shows.track(A, GHOSTS_US.id)
    assert shows.find("Ghosts", A) == Found(GHOSTS_US, EVERYONE)
    assert isinstance(shows.find("Ghosts", B), Ambiguous)
    assert isinstance(shows.find("Ghosts", None), Ambiguous)
    shows.track(A, GHOSTS_UK.id)
    assert isinstance(shows.find("Ghosts", A), Ambiguous)


def test_an_unknown_name_comes_with_what_it_may_have_meant(shows):
    found = shows.find("Heartstoper", A)
    assert isinstance(found, Unknown)
    assert HEARTSTOPPER in found.closest


def test_a_servers_own_show_is_known_there_only(shows):
    assert shows.find("backlot blues", A) == Found(OWN, scope_of(A))
    assert shows.visible(OWN.id, A) == Found(OWN, scope_of(A))
    for guild in (B, None):
        found = shows.find("backlot blues", guild)
        assert isinstance(found, Unknown)
        assert OWN not in found.closest
        assert isinstance(shows.find(OWN.id, guild), Unknown)
        assert shows.visible(OWN.id, guild) is None
        assert OWN.id not in [show for _, show in shows.complete("back", guild)]
        assert OWN.id not in [show for _, show in shows.complete("", guild)]


def test_an_autocomplete_offers_the_tracked_shows_first(shows):
    shows.track(A, HEARTSTOPPER.id)
    offered = [show for _, show in shows.complete("", A)]
    assert set(offered) == {HEARTSTOPPER.id, GHOSTS_UK.id, GHOSTS_US.id, OWN.id}
    assert offered.index(HEARTSTOPPER.id) < offered.index(GHOSTS_UK.id)
    assert len(shows.complete("", A, limit=2)) == 2
    assert shows.complete("gho", B)
    assert all(label.startswith("Ghosts") for label, _ in shows.complete("gho", B))


def test_forgotten_shows_are_found_no_more(shows):
    shows.forget(OWN.id, scope_of(B))
    assert shows.get(OWN.id) == OWN
    shows.forget(OWN.id, scope_of(A))
    assert shows.get(OWN.id) is None
    assert isinstance(shows.find("backlot blues", A), Unknown)


def test_a_server_is_forgotten_with_its_tracks_and_shows(shows):
    shows.track(A, HEARTSTOPPER.id)
    assert list(shows.forget_server(A)) == [OWN.id]
    assert shows.tracked(A) == frozenset()
    assert isinstance(shows.find("backlot blues", A), Unknown)
    assert list(shows.forget_server(A)) == []


def test_what_the_store_has_is_taken_over(shows):
    dropped = Show(ShowId("dropped"), "Dropped From the Catalogue")
    stale = Show(ShowId("heartstopper"), "Heartstoper")
    track = Track(guild=B, channel=ChannelId(1), show=dropped.id, added=datetime(2026, 3, 1, tzinfo=UTC))
    shows.load([(EVERYONE, dropped), (EVERYONE, stale), (scope_of(B), Show(ShowId("x-200"), "X Marks"))], [track])
    assert shows.get(HEARTSTOPPER.id) == HEARTSTOPPER
    # Who tracks it must be able to name it.
    assert shows.find("dropped from the catalogue", B) == Found(dropped, EVERYONE)
    assert shows.tracked(B) == {dropped.id}
    assert shows.find("x marks", B) == Found(Show(ShowId("x-200"), "X Marks"), scope_of(B))


def test_a_plain_name_becomes_a_show_of_one_server(shows):
    made = [shows.name_own(name, guild) for name, guild in (("  Backlot   Blues ", A), ("Backlot Blues", B))]
    assert [show.name for show in made] == ["Backlot Blues"] * 2
    assert len({show.id for show in made}) == 2
    assert len({shows.name_own(name, A).id for name in ("進撃の巨人", "鬼滅の刃", "x" * 99, "x" * 98)}) == 4
    assert all(len(shows.name_own(name, GuildId(2**63)).id) <= 100 for name in ("x" * LONGEST_NAME, "鬼" * 100))


@pytest.mark.parametrize("name", ["", "x", "???", "x" * (LONGEST_NAME + 1)])
def test_what_is_no_name_is_refused(shows, name):
    with pytest.raises(UserError):
        shows.name_own(name, A)
