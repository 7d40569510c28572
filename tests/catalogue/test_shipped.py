from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from bot.catalogue.fold import squeeze, words
from bot.catalogue.index import LONGEST_LABEL
from bot.catalogue.load import SHIPPED, load_catalogue
from bot.catalogue.slug import slug
from bot.catalogue.sources import SHIPPED as SHIPPED_SOURCES
from bot.catalogue.sources import load_sources
from bot.model.source import Tier


def test_shows_are_many_and_each_can_be_told_apart(shipped_shows):
    assert len(shipped_shows) >= 250
    for show in shipped_shows:
        assert 2 <= len(show.people) <= 6, show
        assert len({*show.people}) == len(show.people), show
        assert show.year is not None or show.network is not None, show


def test_an_id_is_the_slug_and_says_more_only_where_a_name_is_shared(shipped_shows):
    shared = Counter(squeeze(words(show.name)) for show in shipped_shows)
    for show in shipped_shows:
        if shared[squeeze(words(show.name))] == 1:
            assert show.id in {slug(title) for title in show.titles}
        else:
            assert show.id.startswith(f"{slug(show.name)}-")


def test_an_alias_is_no_other_show_and_no_name_again(shipped_shows):
    owners = {squeeze(words(title)): show.id for show in shipped_shows for title in [show.name, show.id]}
    for show in shipped_shows:
        folded = [title.casefold() for title in show.titles]
        assert len(set(folded)) == len(folded) or show.id == "from", show
        for alias in show.aliases:
            assert owners.get(squeeze(words(alias)), show.id) == show.id, alias


def test_every_label_finds_its_show_and_every_name_all_that_share_it(shipped_shows, shipped):
    for show in shipped_shows:
        label = shipped.label(show)
        assert len(label) <= LONGEST_LABEL
        assert shipped.find(label) == (show,)
        assert shipped.find(show.name.lower()) == shipped.find(show.name)


def test_ambiguous_names_are_there(shipped):
    for name in ("Ghosts", "The Office", "Shameless", "House of Cards", "Utopia", "Skins", "The Bridge", "Being Human"):
        assert len(shipped.find(name)) == 2, name
    for name in ("You", "From", "Dark", "Lost", "Evil", "Bones", "24", "1923", "1883", "Silo", "Wednesday", "S.W.A.T."):
        assert len(shipped.find(name)) == 1, name


def test_files_have_an_entry_a_line_and_shows_are_sorted():
    for file, count in ((SHIPPED, len(load_catalogue())), (SHIPPED_SOURCES, len(load_sources()))):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert (lines[0], lines[-1], len(lines)) == ("[", "]", count + 2)
        entries = [json.loads(line.removesuffix(",")) for line in lines[1:-1]]
        assert [f"  {json.dumps(entry, ensure_ascii=False)}" for entry in entries] == [
            line.removesuffix(",") for line in lines[1:-1]
        ]
    ids = [show.id for show in load_catalogue()]
    assert ids == sorted(ids)


def test_sources_are_of_every_tier():
    sources = load_sources()
    assert len(sources) == 15
    assert {source.tier for source in sources} == set(Tier)
    assert len({source.name for source in sources}) == len(sources)


def test_the_real_shows_of_the_labelled_set_are_there(shipped):
    labelled = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "dev" / "shows.json"
    if labelled.exists():
        known = [show for show in json.loads(labelled.read_text(encoding="utf-8")) if shipped.get(show["id"])]
        assert len(known) > 50
        for show in known:
            ours = shipped.get(show["id"])
            assert {show["name"], *show["people"]} <= {ours.name, *ours.people}
