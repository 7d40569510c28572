"""The base of every exception the bot raises itself; its text is written for people and says what to do.

Knows nothing of what raised it.
"""

from __future__ import annotations


class CliffhangerError(Exception):
    """Something went wrong that a person can act on; `str()` of it may be shown to them as it is."""


class ConfigurationError(CliffhangerError):
    """A setting, a data file or a command-line argument is wrong: the program ends with one line and exit code 1."""


class UserError(CliffhangerError):
    """What a user asked for cannot be done; the text is the answer they get."""
