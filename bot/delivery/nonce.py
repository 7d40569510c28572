"""The nonce of a delivery: the same at every try, in no other delivery, in no other database. Pure.

Discord returns the earlier message to a repeat of an author's nonce within a few minutes, when `enforce_nonce` is set
(Discord, Create Message).
"""

from __future__ import annotations

from base64 import b32encode
from hashlib import blake2b

from bot.model.delivery import DeliveryId

LENGTH = 24
"""Discord takes at most 25 characters."""
_REF_LENGTH = 8


def nonce(installation: str, delivery: DeliveryId) -> str:
    """Base32 of 120 bits over the database's random name and the delivery's number."""
    digest = blake2b(f"{installation}/{delivery}".encode(), digest_size=15).digest()
    return b32encode(digest).decode().lower()


def reference(nonce_: str) -> str:
    """The short form that stands in a post's footer, by which it is found again when the nonce has expired."""
    return nonce_[:_REF_LENGTH]
