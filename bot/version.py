"""The program's own version, as it was installed. Knows nothing else."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Such as `0.1.0`; `unknown` when the program runs from a folder that was never installed."""
    try:
        return version("cliffhanger")
    except PackageNotFoundError:
        return "unknown"


def user_agent(contact: str) -> str:
    """What feed hosts see: the bot's name, its version and whom to turn to (RFC 9110 section 10.1.5)."""
    return f"Cliffhanger/{program_version()} (+{contact})"
