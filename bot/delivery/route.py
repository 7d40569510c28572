"""Decides which channels get a story. Pure; knows no SQL, no cards, no Discord."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from bot.model.delivery import Alert
from bot.model.server import ChannelId, Track
from bot.model.source import EVERYONE, scope_of
from bot.model.story import Story


def route(story: Story, tracks: Iterable[Track], already: Collection[ChannelId], due: datetime) -> tuple[Alert, ...]:
    """One alert for each channel that tracks the story's show and may see the story; none for those in `already`."""
    channels = {
        track.channel
        for track in tracks
        if track.show == story.key.show and story.scope in (EVERYONE, scope_of(track.guild))
    }
    return tuple(Alert(channel, due) for channel in sorted(channels.difference(already)))
