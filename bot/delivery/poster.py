"""Posts a card in a channel. The protocol that the sender needs, and the one that speaks to Discord."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

import aiohttp
import discord

from bot.cards.card import Card
from bot.cards.embeds import embed, mentions
from bot.delivery.outcome import Posted, Refused, Verdict, judge
from bot.model.delivery import MessageId
from bot.model.server import ChannelId

_CLOCK_SKEW = timedelta(minutes=5)
_SEARCHED = 200


class Poster(Protocol):
    """Where posts go."""

    async def post(self, channel: ChannelId, card: Card, nonce: str) -> Posted | Refused:
        """Post once; a repeat with the same nonce within minutes gives the first message."""
        ...

    async def find(self, channel: ChannelId, reference: str, since: datetime) -> Posted | Refused | None:
        """The bot's own post that carries this reference, if one is in the channel."""
        ...


class DiscordPoster:
    """Posts through discord.py.

    A send has no time limit, and is cut off only when the bot stops: discord.py may hold back the return of a post that
    is made already (it sleeps when a rate-limit bucket is used up).
    """

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def post(self, channel: ChannelId, card: Card, nonce: str) -> Posted | Refused:
        """Post once. Every failure is a value that says what to do."""
        target = self._client.get_partial_messageable(channel)
        try:
            message = await target.send(
                content=card.content or None,
                embed=embed(card),
                nonce=nonce,
                allowed_mentions=mentions(card),
            )
        except discord.RateLimited as error:
            return Refused(Verdict.RETRY, "Discord asks to wait", error.retry_after)
        except discord.HTTPException as error:
            return _refused(error)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            return Refused(Verdict.RETRY, f"the connection to Discord failed ({type(error).__name__})")
        return Posted(MessageId(message.id))

    async def find(self, channel: ChannelId, reference: str, since: datetime) -> Posted | Refused | None:
        """Search the newest posts; without the right to read them nothing is found."""
        target = self._client.get_partial_messageable(channel)
        me = self._client.user
        try:
            async for message in target.history(limit=_SEARCHED, after=since - _CLOCK_SKEW):
                own = me is not None and message.author.id == me.id
                if own and any(reference in (shown.footer.text or "") for shown in message.embeds):
                    return Posted(MessageId(message.id))
        except discord.Forbidden:
            return None
        except discord.HTTPException as error:
            return _refused(error)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            return Refused(Verdict.RETRY, f"the connection to Discord failed ({type(error).__name__})")
        return None


def _refused(error: discord.HTTPException) -> Refused:
    response = error.response
    after = response.headers.get("Retry-After", "")
    return judge(
        error.status,
        error.code,
        error.text,
        retry_after=float(after) if after.replace(".", "", 1).isdigit() else None,
        behind_proxy="Via" in response.headers,
    )
