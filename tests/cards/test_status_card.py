"""The status card as a whole: what stands in which field."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cards.status_card import status_card
from bot.cards.words import COLOURS
from bot.model.claim import Certainty, Kind
from bot.model.status import Fate, Release


@pytest.fixture
def card_of(desk):
    def make(status, **more):
        facts: dict[str, Any] = {
            "label": "Heartstopper",
            "stories": [],
            "outlets": [],
            "checked": None,
            "tracked": True,
        }
        return status_card(desk.show, status, **(facts | more))

    return make


def field_of(card, name):
    return next((field.value for field in card.fields if field.name == name), None)


def test_the_heartstopper_story_in_may_2025(desk, card_of, lines_of):
    out = desk.claim(Kind.RELEASED, "2024-10-03T07:40", season=3, outlet="Binge Bulletin")
    film = desk.claim(
        Kind.FILM, by="Netflix", outlet="Netflix Newsroom", url="https://newsroom.example/f",
        sentence="Netflix today announced that the series will conclude with a film.",
    )  # fmt: skip
    filming = desk.claim(Kind.FILMING_START, when="2025-22")
    hope = desk.claim(
        Kind.TALK, "2025-03-18T19:45", certainty=Certainty.HINTED, season=4, by="Patrick Walters",
        outlet="Fangirl Weekly", url="https://fangirl.example/w",
    )  # fmt: skip
    status = desk.status(
        Fate.ENDING_WITH_FILM,
        film,
        production=filming,
        hopes=(hope,),
        changes=(desk.change(Fate.AWAITING_DECISION, out), desk.change(Fate.ENDING_WITH_FILM, film)),
    )
    story = desk.story(desk.report(), desk.report("Daily Comet", 2), desk.report("TVPulse", 3))
    card = card_of(
        status,
        stories=[story],
        outlets=["Netflix Newsroom", "Daily Comet", "TVPulse"],
        checked=status.as_of,
        tracked=False,
        instead_of=4,
    )
    assert (
        lines_of(card)
        == """\
Heartstopper
**Ending with a film, not a season 4.** Netflix announced it on 22 April 2025.
[Next]
No date is known.
Filming is to begin in summer 2025
Official · [ScreenWire](https://screenwire.example/1) · 22 April 2025
[Certainty]
**Official** · Netflix · [Netflix Newsroom](https://newsroom.example/f) · 22 April 2025
“Netflix today announced that the series will conclude with a film.”
[Latest]
[Ending with a film, not a season 4](https://screenwire.example/1)
Official · ScreenWire and 2 more · <t:1745326800:D>
[Timeline]
3 October 2024: Season 3 out, no decision about more
22 April 2025: Ending with a film
[Hopes and rumours, nothing decided]
Hinted: Patrick Walters on season 4
[Fangirl Weekly](https://fangirl.example/w) · 18 March 2025
[Sources]
Netflix Newsroom, Daily Comet and TVPulse
Checked <t:1746057600:R>.
-- Headlines and reports belong to the outlets named. /track add posts this show's news in a channel."""
    )


def test_a_show_nobody_wrote_about(card_of, desk, lines_of):
    assert (
        lines_of(card_of(desk.status()))
        == """\
Heartstopper
**Nothing decided is known.** None of the sources watched has told of a renewal, an ending or a cancellation so far.
[Next]
No date is known.
[Sources]
No source was checked yet.
-- Headlines and reports belong to the outlets named."""
    )


@pytest.mark.parametrize(
    ("fate", "release", "said"),
    [
        (Fate.FINAL_SEASON, {"when": "2025-11-26", "season": 5, "film": False}, "Season 5 comes on 26 November 2025"),
        (Fate.ENDING_WITH_FILM, {"when": "2026-22", "season": None, "film": True}, "The film comes in summer 2026"),
        (Fate.RENEWED, {"when": "2026-01/2026-04", "season": None, "film": False}, "New episodes come in early 2026"),
        (Fate.IN_DEVELOPMENT, {"when": "2026", "season": None, "film": False}, "It begins in 2026"),
    ],
)
def test_what_is_next_is_as_precise_as_it_is_known(desk, card_of, fate, release, said):
    status = desk.status(fate, next=Release(claim=desk.claim(Kind.DATE_SET), **release))
    assert field_of(card_of(status), "Next").split("\n")[0] == said


@pytest.mark.parametrize(
    ("release", "said"),
    [
        ({"season": None, "film": False}, "Planned for summer 2025; no confirmation since."),
        ({"season": 4, "film": False}, "Season 4 was planned for summer 2025; no confirmation since."),
        ({"season": None, "film": True}, "The film was planned for summer 2025; no confirmation since."),
    ],
)
def test_a_window_that_passed(desk, card_of, release, said):
    status = desk.status(Fate.RENEWED, lapsed=Release(when="2025-22", claim=desk.claim(Kind.DATE_SET), **release))
    assert field_of(card_of(status), "Next").split("\n")[0] == said


@pytest.mark.parametrize(
    ("kind", "facts", "said"),
    [
        (Kind.FILMING_START, {"when": "2025-03", "season": 4}, "Filming of season 4 began in March 2025"),
        (Kind.FILMING_START, {"when": "2025-04-21"}, "Filming began on 21 April 2025"),
        (Kind.FILMING_START, {"when": "2025-04-28"}, "Filming was set to begin on 28 April 2025"),
        (Kind.FILMING_START, {"when": "2025-06"}, "Filming is to begin in June 2025"),
        (Kind.FILMING_START, {}, "Filming has begun"),
        (Kind.FILMING_WRAP, {"when": "2025-04-20"}, "Filming is over (it ended on 20 April 2025)"),
        (Kind.HALT, {"season": 2}, "Production of season 2 is on hold"),
    ],
)
def test_production(desk, card_of, kind, facts, said):
    status = desk.status(Fate.RENEWED, production=desk.claim(kind, **facts))
    assert field_of(card_of(status), "Next").split("\n")[1] == said


def test_nothing_is_next_when_it_is_over(desk, card_of):
    assert field_of(card_of(desk.status(Fate.CANCELLED, desk.claim(Kind.CANCELLED))), "Next") is None


def test_both_sides_of_a_dispute_have_their_evidence(desk, card_of):
    axed = desk.claim(Kind.CANCELLED, certainty=Certainty.REPORTED, outlet="TVLine", url="https://tvline.example/")
    status = desk.status(Fate.RENEWED, desk.claim(Kind.RENEWED, by="Netflix"), disputed=True, against=axed)
    assert field_of(card_of(status), "Certainty") == (
        "**Official** · Netflix · [ScreenWire](https://screenwire.example/1) · 22 April 2025\n"
        "Against it: **Reported** · [TVLine](https://tvline.example/) · 22 April 2025"
    )


def test_a_long_timeline_keeps_its_latest_steps(desk, card_of):
    steps = [(Fate.RENEWED, number) for number in range(2, 11)]
    changes = tuple(
        desk.change(fate, desk.claim(Kind.RENEWED, f"{2010 + season}-05-01T00:00"), season) for fate, season in steps
    )
    timeline = field_of(card_of(desk.status(Fate.RENEWED, changes=changes)), "Timeline").split("\n")
    assert timeline[0] == "…"
    assert timeline[1] == "1 May 2015: Renewed for season 5"
    assert timeline[-1] == "1 May 2020: Renewed for season 10"


def test_a_step_that_repeats_is_shown_once(desk, card_of):
    claim = desk.claim(Kind.RENEWED)
    changes = (desk.change(Fate.RENEWED, claim, 2), desk.change(Fate.RENEWED, claim, 2))
    assert field_of(card_of(desk.status(Fate.RENEWED, changes=changes)), "Timeline") is None


def test_at_most_three_stories_and_long_links_cost_whole_stories_only(desk, card_of):
    stories = [desk.story(desk.report(url=f"https://a.example/{number}{'x' * 400}")) for number in range(5)]
    latest = field_of(card_of(desk.status(), stories=stories), "Latest")
    assert latest.count("](https://a.example/") == latest.count("Official · ScreenWire") == 2


@pytest.mark.parametrize("fate", list(Fate))
def test_the_colour_tells_the_fate(desk, card_of, fate):
    assert card_of(desk.status(fate)).colour == COLOURS[fate]
    assert len(set(COLOURS.values())) == len(Fate)


def test_a_step_that_was_told_in_passing_has_a_month_and_no_day(desk, card_of):
    old = desk.claim(Kind.RENEWED, "2024-03-16T12:00", background=True)
    changes = (desk.change(Fate.RENEWED, old, 3), desk.change(Fate.CANCELLED, desk.claim(Kind.CANCELLED)))
    timeline = field_of(card_of(desk.status(Fate.CANCELLED, changes=changes)), "Timeline").split("\n")
    assert timeline == ["about March 2024: Renewed for season 3", "22 April 2025: Cancelled"]
