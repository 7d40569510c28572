"""Structured logs: key-value lines for people on a terminal, JSON elsewhere, secrets struck out.

Knows nothing of what is logged.
"""

from __future__ import annotations

import logging
import re
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TextIO

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable

    from structlog.typing import EventDict, Processor, WrappedLogger

# A bot token: the id in base64, a timestamp, a signature (discord.com/developers/docs/reference#authentication).
_TOKEN = re.compile(r"[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}")


def strike_out(secrets: tuple[str, ...]) -> Callable[[WrappedLogger, str, EventDict], EventDict]:
    """Make a processor that replaces the given secrets, and whatever looks like a bot token, in every text value."""

    def process(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        for key, value in event.items():
            if isinstance(value, str):
                for secret in secrets:
                    value = value.replace(secret, "[secret]")  # noqa: PLW2901 - each secret in turn
                event[key] = _TOKEN.sub("[secret]", value)
        return event

    return process


def spell_out(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """A processor that writes moments as ISO 8601 has them."""
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in event.items()}


def configure(
    *,
    level: str,
    style: Literal["auto", "console", "json"],
    secrets: tuple[str, ...] = (),
    stream: TextIO = sys.stderr,
) -> None:
    """Send structlog and the standard library's logging through one pipeline to `stream`."""
    people = style == "console" or (style == "auto" and stream.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="%H:%M:%S" if people else "iso", utc=not people),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        spell_out,
        strike_out(tuple(secret for secret in secrets if secret)),
    ]
    renderer: Processor = (
        structlog.dev.ConsoleRenderer(colors=stream.isatty()) if people else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for chatty in ("discord", "aiosqlite", "alembic", "sqlalchemy", "asyncio", "pebble"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))
