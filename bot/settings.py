"""Every setting of the program, read from the environment and `.env`, each with its documentation.

Knows nothing of who uses a setting. `.env.example` is kept in step with this file by a test.
"""

from __future__ import annotations

import ipaddress
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.model.errors import ConfigurationError

_ENDPOINT_ONLY = "must be a base URL such as https://host/v1, without a password or a query; http only on this machine"
_LOOPBACK_ONLY = "must be a loopback address with a port, such as 127.0.0.1:8443"
_TOKEN = re.compile(r"[\x21-\x7e]*")
"""What can be sent in a header; how Discord makes its tokens is Discord's to change."""
_ASSIGNED = re.compile(r"^[ \t]*(?:export[ \t]+)?(CLIFFHANGER_\w*)[ \t]*=", re.MULTILINE | re.IGNORECASE)
"""A setting of ours in an environment file."""

_PLAIN_WORDS = {
    "int_parsing": "must be a whole number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
    "string_pattern_mismatch": "must be an address in plain characters, without spaces",
    "string_too_long": "must have at most {max_length} characters",
}
"""What is told instead of pydantic's own words, by its type of error."""


class Settings(BaseSettings):
    """What an operator can choose. Names in the environment carry the prefix `CLIFFHANGER_`, but for the two that
    everybody knows by another name.
    """

    model_config = SettingsConfigDict(
        env_prefix="CLIFFHANGER_", env_file_encoding="utf-8-sig", extra="ignore", frozen=True, env_ignore_empty=True
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
    llm_url: str | None = Field(
        default=None,
        description=(
            "An OpenAI-compatible endpoint (https://host/v1) for a second opinion on news in doubt; http only on this "
            "machine. Empty: nobody is asked."
        ),
    )
    llm_model: str | None = Field(
        default=None, max_length=200, description="The model that is asked there, as the endpoint names it."
    )
    llm_key: SecretStr | None = Field(default=None, description="The endpoint's key, where it needs one.")
    llm_daily: int = Field(default=200, ge=1, le=100_000, description="The most requests to it in a day.")
    standin: str | None = Field(
        default=None,
        description="Connect to a stand-in for Discord on this machine (127.0.0.1:PORT) instead of to Discord.",
    )

    @field_validator("discord_token")
    @classmethod
    def _sendable(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value().strip()):
            raise ValueError("has characters that no token has; copy it anew from the developer portal")
        return value

    @field_validator("llm_key")
    @classmethod
    def _sendable_key(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value().strip()):
            raise ValueError("has characters that no key has; copy it anew")
        return value

    @field_validator("llm_url")
    @classmethod
    def _endpoint(cls, value: str | None) -> str | None:
        return None if value is None or not value.strip() else parse_endpoint(value.strip())

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

    @model_validator(mode="after")
    def _names_a_model(self) -> Settings:
        if self.llm_url and not (self.llm_model or "").strip():
            raise ValueError("CLIFFHANGER_LLM_URL needs CLIFFHANGER_LLM_MODEL; set both or neither")
        return self

    @property
    def token(self) -> str | None:
        """The Discord token, or None when it is unset or blank."""
        return (self.discord_token.get_secret_value().strip() or None) if self.discord_token else None

    @property
    def endpoint_key(self) -> str | None:
        """The key of the second opinion's endpoint, or None when it is unset or blank."""
        return (self.llm_key.get_secret_value().strip() or None) if self.llm_key else None

    @property
    def standin_address(self) -> tuple[str, int] | None:
        """Host and port of the stand-in, if one is to be used."""
        return parse_loopback(self.standin) if self.standin else None


def load(env_file: Path | None) -> Settings:
    """Read the settings. Raises `ConfigurationError` that names each wrong setting and what is wrong with it."""
    if env_file is not None and env_file.is_dir():
        # Docker makes a folder of a file that is to be mounted and is not there.
        raise ConfigurationError(f"{env_file}: cannot be read (it is a folder)")
    try:
        if env_file is not None and env_file.is_file():
            _refuse_unknown(env_file)
        return Settings(_env_file=env_file)
    except ValidationError as error:
        raise ConfigurationError("; ".join(_complaint(dict(item)) for item in error.errors())) from None
    except UnicodeDecodeError:
        raise ConfigurationError(f"{env_file}: is not UTF-8 text") from None
    except OSError as error:
        raise ConfigurationError(f"{env_file}: cannot be read ({error.strerror or type(error).__name__})") from None


def _refuse_unknown(env_file: Path) -> None:
    """Raises `ConfigurationError` for a name in the file that looks like a setting's and is none: a slip of the pen."""
    known = [environment_name(field) for field in Settings.model_fields]
    for name in _ASSIGNED.findall(env_file.read_text(encoding="utf-8-sig")):
        if name.upper() not in known:
            close = get_close_matches(name.upper(), known, n=1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise ConfigurationError(f"{env_file}: there is no setting {name}{hint}")


def parse_loopback(value: str) -> tuple[str, int]:
    """Split `HOST:PORT`. Raises ValueError unless the host is a loopback address."""
    host, _, port = value.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise ValueError(_LOOPBACK_ONLY) from None
    if not address.is_loopback or not port.isdecimal() or not 0 < int(port) < 65_536:
        raise ValueError(_LOOPBACK_ONLY)
    return str(address), int(port)


def parse_endpoint(value: str) -> str:
    """A base URL without its last slash. Raises ValueError unless it is https, or http on this machine."""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ValueError(_ENDPOINT_ONLY) from None
    if not host or not _TOKEN.fullmatch(value) or set(value) & set("@?#\\"):
        raise ValueError(_ENDPOINT_ONLY)
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(host)):
        raise ValueError(_ENDPOINT_ONLY)
    return value.rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address("127.0.0.1" if host == "localhost" else host).is_loopback
    except ValueError:
        return False


def environment_name(field: str) -> str:
    """The name of a setting in the environment."""
    alias = Settings.model_fields[field].validation_alias
    return alias if isinstance(alias, str) else f"CLIFFHANGER_{field.upper()}"


def _complaint(item: dict[str, object]) -> str:
    # The value is left out of the message: it may be a secret.
    location = item.get("loc")
    name = str(location[0]) if isinstance(location, tuple) and location else ""
    known = name if name.isupper() else environment_name(name) if name in Settings.model_fields else name
    context = item.get("ctx")
    plain = _PLAIN_WORDS.get(str(item.get("type")), "")
    message = plain.format_map(context if isinstance(context, dict) else {})
    message = message or str(item.get("msg", "is wrong")).removeprefix("Value error, ")
    return f"{known}: {message}" if known else message
