"""Turns a card into what discord.py sends: the only place of the cards that knows discord.py."""

from __future__ import annotations

import discord

from bot.cards.card import Card
from bot.cards.limits import fit


def embed(card: Card) -> discord.Embed:
    """The embed of a card, within Discord's limits even if the card was not."""
    fitted = fit(card)
    shown = discord.Embed(
        title=fitted.title or None,
        url=fitted.url or None,
        description=fitted.description or None,
        colour=fitted.colour,
        timestamp=fitted.timestamp,
    )
    if fitted.thumbnail:
        shown.set_thumbnail(url=fitted.thumbnail)
    for field in fitted.fields:
        shown.add_field(name=field.name, value=field.value, inline=field.inline)
    if fitted.footer:
        shown.set_footer(text=fitted.footer)
    return shown


def mentions(card: Card) -> discord.AllowedMentions:
    """Whom the card may mention: its role, or nobody."""
    if card.role is None:
        return discord.AllowedMentions.none()
    return discord.AllowedMentions(everyone=False, users=False, roles=[discord.Object(card.role)], replied_user=False)
