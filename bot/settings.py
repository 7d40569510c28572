"""Every setting of the program, read from the environment and `.env`, each with its documentation.

Knows nothing of who uses a setting. `.env.example` is kept in step with this file by a test.
"""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.model.errors import ConfigurationError

_LOOPBACK_ONLY = "must be a loopback address with a port, such as 127.0.0.1:8443"


class Settings(BaseSettings):
    """What an operator can choose. Names in the environment carry the prefix `CLIFFHANGER_`, but for the two that
    everybody knows by another name.
    """

    model_config = SettingsConfigDict(
        env_prefix="CLIFFHANGER_", env_file_encoding="utf-8", extra="ignore", frozen=True, env_ignore_empty=True
    )

    discord_token: SecretStr | None = Field(
        default=None,
        validation_alias="DISCORD_TOKEN",
        description="The bot's token from Discord's developer portal. Empty: `cliffhanger run` plays the demo.",
    )
    database_url: str = Field(
        default="sqlite+aiosqlite:///data/cliffhanger.sqlite3",
        validation_alias="DATABASE_URL",
        description="Where everything is stored. The folder is made when it is missing.",
    )
    sources: Path | None = Field(
        default=None, description="Your own list of default feeds (JSON), in place of the shipped one."
    )
    catalogue: Path | None = Field(
        default=None, description="Your own list of shows (JSON), in place of the shipped one."
    )
    contact: str = Field(
        default="https://cliffhanger.example/contact",
        max_length=200,
        pattern=r"^[\x21-\x7e]+$",
        description="A web page or e-mail address that feed hosts can turn to; it stands in the User-Agent.",
    )
    poll_seconds: int = Field(
        default=600, ge=1, le=86_400, description="The shortest pause between two polls of one feed, in seconds."
    )
    fetch_allow: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Networks in your own house whose feeds may be fetched, as CIDR with commas (10.1.0.0/16).",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="How much is logged.")
    log_format: Literal["auto", "console", "json"] = Field(
        default="auto", description="How it is logged: `auto` is for people on a terminal and JSON elsewhere."
    )
    standin: str | None = Field(
        default=None,
        description="Connect to a stand-in for Discord on this machine (127.0.0.1:PORT) instead of to Discord.",
    )

    @field_validator("fetch_allow", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("fetch_allow")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for network in value:
            ipaddress.ip_network(network, strict=False)
        return value

    @field_validator("standin")
    @classmethod
    def _loopback(cls, value: str | None) -> str | None:
        if value is not None:
            parse_loopback(value)
        return value

    @model_validator(mode="after")
    def _one_discord(self) -> Settings:
        if self.standin and self.token:
            raise ValueError("CLIFFHANGER_STANDIN and DISCORD_TOKEN exclude each other; unset one of them")
        return self

    @property
    def token(self) -> str | None:
        """The Discord token, or None when it is unset or blank."""
        return (self.discord_token.get_secret_value().strip() or None) if self.discord_token else None

    @property
    def standin_address(self) -> tuple[str, int] | None:
        """Host and port of the stand-in, if one is to be used."""
        return parse_loopback(self.standin) if self.standin else None


def load(env_file: Path | None) -> Settings:
    """Read the settings. Raises `ConfigurationError` that names each wrong setting and what is wrong with it."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        raise ConfigurationError("; ".join(_complaint(dict(item)) for item in error.errors())) from None


def parse_loopback(value: str) -> tuple[str, int]:
    """Split `HOST:PORT`. Raises ValueError unless the host is a loopback address."""
    host, _, port = value.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise ValueError(_LOOPBACK_ONLY) from None
    if not address.is_loopback or not port.isdigit() or not 0 < int(port) < 65_536:
        raise ValueError(_LOOPBACK_ONLY)
    return str(address), int(port)


def environment_name(field: str) -> str:
    """The name of a setting in the environment."""
    alias = Settings.model_fields[field].validation_alias
    return alias if isinstance(alias, str) else f"CLIFFHANGER_{field.upper()}"


def _complaint(item: dict[str, object]) -> str:
    # The value is left out of the message: it may be a secret.
    location = item.get("loc")
    name = str(location[0]) if isinstance(location, tuple) and location else ""
    known = name if name.isupper() else environment_name(name) if name in Settings.model_fields else name
    message = str(item.get("msg", "is wrong")).removeprefix("Value error, ")
    return f"{known}: {message}" if known else message
