"""The id that a name of a show gives. Knows nothing of which ids are taken."""

from __future__ import annotations

import re
from hashlib import blake2b

from bot.catalogue.fold import words

LONGEST = 60
"""Characters of a slug."""
FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a slug looks like, as a whole."""

_FOREIGN = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens, at most `LONGEST` characters, never empty, always the same for a name.

    What ASCII cannot spell, and what is cut off, is told by a digest at the end: names that differ stay apart.
    """
    folded = words(name)
    spelled = "-".join(part for part in (_FOREIGN.sub("", word) for word in folded) if part)
    if spelled and len(spelled) <= LONGEST and all(map(str.isascii, folded)):
        return spelled
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    stem = spelled[: LONGEST - len(digest) - 1].rstrip("-") or "show"
    return f"{stem}-{digest}"
