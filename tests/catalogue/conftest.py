from __future__ import annotations

import pytest

from bot.catalogue.index import TitleIndex
from bot.catalogue.load import load_catalogue
from bot.model.show import Show, ShowId

GHOSTS_UK = Show(
    id=ShowId("ghosts-uk"), name="Ghosts", aliases=("BBC Ghosts",), year=2019, country="GB", network="BBC One"
)
GHOSTS_US = Show(id=ShowId("ghosts-us"), name="Ghosts", year=2021, country="US", network="CBS")
FEW = (
    GHOSTS_UK,
    GHOSTS_US,
    Show(id=ShowId("frasier-1993"), name="Frasier", year=1993, country="US", network="NBC"),
    Show(id=ShowId("frasier-2023"), name="Frasier", year=2023, country="US", network="Paramount+"),
    Show(id=ShowId("the-bear"), name="The Bear", year=2022, network="FX"),
    Show(id=ShowId("greys-anatomy"), name="Grey's Anatomy", year=2005, network="ABC"),
    Show(
        id=ShowId("marvels-agents-of-shield"),
        name="Marvel’s Agents of S.H.I.E.L.D.",
        aliases=("Agents of S.H.I.E.L.D.",),
    ),
    Show(id=ShowId("law-and-order"), name="Law & Order", year=1990),
    Show(id=ShowId("9-1-1"), name="9-1-1", year=2018),
    Show(id=ShowId("elite"), name="Élite", year=2018),
    Show(id=ShowId("the-last-of-us"), name="The Last of Us", aliases=("TLOU",)),
    Show(id=ShowId("squid-game"), name="Squid Game", aliases=("오징어 게임",)),
)


@pytest.fixture
def few():
    return TitleIndex(FEW)


@pytest.fixture(scope="session")
def shipped_shows():
    return load_catalogue()


@pytest.fixture(scope="session")
def shipped(shipped_shows):
    return TitleIndex(shipped_shows)
