"""What an answer of Discord means for a delivery. Pure: codes in, a verdict out.

Codes are those of Discord's "Opcodes and Status Codes" page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.model.delivery import MessageId


class Verdict(StrEnum):
    """What is to be done after a failed try."""

    RETRY = "retry"
    """It may or may not have been posted: again, with the same nonce."""
    DEAD = "dead"
    """This message can never be posted."""
    PARK = "park"
    """Nothing can be posted in this channel until someone mends it."""
    PAUSE = "pause"
    """Nothing can be posted anywhere for a while."""


@dataclass(frozen=True, slots=True)
class Posted:
    """The message is there."""

    message: MessageId


@dataclass(frozen=True, slots=True)
class Refused:
    """The try failed."""

    verdict: Verdict
    reason: str
    """For an admin, or for the log."""
    seconds: float | None = None
    """How long Discord asks to wait."""


_PARKED = {
    10003: "The channel no longer exists. Choose another with /track add, and remove this one with /track remove.",
    10004: "The bot is no longer in this server.",
    50001: "The bot cannot see the channel. Give it View Channel there, then run /track add again.",
    50013: "The bot may not post in the channel. Allow Send Messages and Embed Links, then run /track add again.",
    50024: "The bot cannot post in a channel of this type. Choose a text or announcement channel with /track add.",
    50083: "The thread is archived. Open it again, then run /track add again.",
    160005: "The thread is locked. Unlock it, then run /track add again.",
}
_DEAD = {
    50035: "Discord refused the message as malformed",
    50006: "Discord refused the message as empty",
    200000: "the server's AutoMod blocked the message",
    200001: "the server's AutoMod blocked the message",
    40005: "Discord refused the message as too large",
}
_CLOUDFLARE_PAUSE = 600.0
_LOGIN_PAUSE = 60.0


def judge(status: int, code: int, text: str, *, retry_after: float | None = None, behind_proxy: bool = True) -> Refused:
    """Judge an HTTP error: its status, Discord's error code (0 when there is none), its text.

    `behind_proxy` says that the answer had a `Via` header; a 429 without one comes from Cloudflare and is a ban of the
    whole address (Discord, Rate Limits), and so is a 403 that has no code of Discord's either.
    """
    if code in _PARKED:
        return Refused(Verdict.PARK, _PARKED[code])
    if code in _DEAD:
        return Refused(Verdict.DEAD, f"{_DEAD[code]}: {text}"[:500])
    if status == 429 and not behind_proxy:
        return Refused(
            Verdict.PAUSE, "this address is banned for a while (Cloudflare)", retry_after or _CLOUDFLARE_PAUSE
        )
    if status == 403 and not code and not behind_proxy:
        return Refused(Verdict.PAUSE, "this address is refused (Cloudflare)", _CLOUDFLARE_PAUSE)
    if status == 401:
        return Refused(Verdict.PAUSE, "Discord no longer accepts the token", _LOGIN_PAUSE)
    if status == 403:
        return Refused(Verdict.PARK, _PARKED[50013])
    if status == 404:
        return Refused(Verdict.PARK, _PARKED[10003])
    if status == 429 or status >= 500 or status == 408:
        return Refused(Verdict.RETRY, f"Discord answered {status}", retry_after)
    return Refused(Verdict.DEAD, f"Discord answered {status}: {text}"[:500])
