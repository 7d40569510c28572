"""What the other commands answer."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.cards.answers import (
    about_card,
    ambiguous_card,
    health_card,
    help_card,
    source_added_card,
    source_removed_card,
    sources_card,
    tracked_card,
    tracks_card,
    unknown_card,
    untracked_card,
)
from bot.model.health import HealthEvent, HealthKind
from bot.model.server import Channel, ChannelId, RoleId, Track
from bot.model.show import ShowId
from bot.model.source import GuildId, SourceId, Tier


def test_unknown_show(lines_of):
    assert (
        lines_of(unknown_card("hartstoper", ["Heartstopper", "Heartland"]))
        == """\
Which show?
No show called “hartstoper” is known here.

Did you mean one of these?
- Heartstopper
- Heartland

Somebody who manages this server can follow it by that name all the same: `/track add`.
-- """
    )


def test_unknown_show_with_nothing_close(lines_of):
    assert "Did you mean" not in lines_of(unknown_card("zzz", []))


def test_ambiguous_show(lines_of):
    assert (
        lines_of(ambiguous_card("ghosts", ["Ghosts (UK, 2019)", "Ghosts (US, 2021)"]))
        == """\
Which show?
More than one show is called “ghosts”:
- Ghosts (UK, 2019)
- Ghosts (US, 2021)

Ask again with one of these names, or choose from the list while you type.
-- """
    )


def test_tracked():
    card = tracked_card("Heartstopper", channel=ChannelId(3), role=RoleId(4), new=True, own=False)
    assert card.description.split("\n\n")[0] == (
        "News of **Heartstopper** will be posted in <#3>.\nEach post mentions <@&4>."
    )
    assert card.role is None


def test_tracked_says_what_is_unusual():
    told = tracked_card("My Show", channel=ChannelId(3), role=RoleId(4), new=False, own=True, role_is_silent=True)
    assert "already" in told.description
    assert "No catalogue" in told.description
    assert "allow anyone to mention it" in told.description
    alone = tracked_card("My Show", channel=ChannelId(3), role=None, new=False, own=True, role_is_silent=True)
    assert "allow anyone" not in alone.description


def test_untracked():
    card = untracked_card("Heartstopper", [ChannelId(3), ChannelId(4)])
    assert card.description == "News of **Heartstopper** is no longer posted in <#3> and <#4>."


def test_tracks_and_parked_channels(lines_of):
    added = datetime(2025, 4, 22, tzinfo=UTC)
    track = Track(guild=GuildId(1), channel=ChannelId(3), show=ShowId("a"), role=RoleId(4), added=added)
    quiet = Track(guild=GuildId(1), channel=ChannelId(3), show=ShowId("b"), added=added)
    parked = [Channel(id=ChannelId(3), guild=GuildId(1), parked="The bot cannot see the channel.")]
    assert (
        lines_of(tracks_card([("Dark", track), ("You", quiet)], parked, 1, 2))
        == """\
Tracked shows
- Dark in <#3>, mentions <@&4>
- You in <#3>
[Nothing can be posted here]
<#3>: The bot cannot see the channel.
-- Page 1 of 2"""
    )


def test_no_tracks():
    assert "/track add" in tracks_card([], [], 1, 1).description


def test_sources(desk, lines_of):
    at = datetime(2025, 5, 1, tzinfo=UTC)
    own = [
        desk.source("Fine", last_polled=at),
        desk.source("New"),
        desk.source("Broken", failures=3, error="The feed answered 404: it is not there (any more)."),
        desk.source("Gone", stopped=True),
    ]
    defaults = [desk.source("Collider", tier=Tier.SPECULATIVE), desk.source("Deadline TV", tier=Tier.TRADE)]
    assert (
        lines_of(sources_card(own, defaults))
        == """\
Sources
- [Fine](https://feed.example/rss)
  Read <t:1746057600:R>, next <t:1746057600:R>.
- [New](https://feed.example/rss)
  Not read yet.
- [Broken](https://feed.example/rss)
  Failed 3 times in a row (next try <t:1746057600:R>): The feed answered 404: it is not there (any more).
- [Gone](https://feed.example/rss)
  Stopped: the feed says it is gone for good. Remove it, or add it again to have another try.
[For every server: trade press]
Deadline TV
[For every server: speculative]
Collider
-- What a server's own source says is seen in that server only."""
    )


def test_health_is_told_with_the_feeds_name_and_nothing_of_it_is_markdown(lines_of):
    event = HealthEvent(SourceId(1), datetime(2025, 5, 1, tzinfo=UTC), HealthKind.FAILING, "Nothing @everyone *there*.")
    told = lines_of(health_card([("Tea & *Toast*", event)]))
    assert told.startswith("Health of the sources\n<t:1746057600:R> **Tea & \\*Toast\\***: Nothing ")
    assert "@everyone" not in told
    assert "all of them answer" in health_card([]).description


def test_no_sources_of_its_own():
    assert "/source add" in sources_card([], []).description


def test_source_added_and_removed(desk):
    source = desk.source()
    assert source_added_card(source, 12, new=True).description == (
        "[My Feed](https://feed.example/rss) is now read for this server. It holds 12 entries at the moment. "
        "They are read for `/status`; posts begin with what comes next."
    )
    assert "already read" in source_added_card(source, 1, new=False).description
    assert source_removed_card(source).description == (
        "[My Feed](https://feed.example/rss) is no longer read for this server."
    )


def test_help_names_every_command(lines_of):
    told = lines_of(help_card())
    for command in ("/status", "/news", "/about", "/track add", "/track remove", "/track list", "/source add",
                    "/source remove", "/source list"):  # fmt: skip
        assert f"`{command}" in told


def test_about(lines_of):
    told = lines_of(about_card(version="0.1.0", sources=15, shows=1500, servers=1))
    assert told.startswith("Cliffhanger 0.1.0\n")
    assert "15 feeds for news of 1,500 shows, in 1 server\n" in told
    assert "[Credits]" in told
    assert "30 days" in told
