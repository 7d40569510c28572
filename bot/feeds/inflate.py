"""Undoes the content coding of a body piece by piece, never past a limit: a compressed bomb costs no more memory than
the largest feed that is accepted. Knows nothing of HTTP beyond the name of the coding.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

from bot.model.errors import CliffhangerError

ACCEPT_ENCODING = "gzip, deflate"

_GZIP = zlib.MAX_WBITS | 16
_RAW = -zlib.MAX_WBITS
_DEFLATE_METHOD = 8
_MOST_MEMBERS = 100
"""gzip members in one body; more are there to cost time."""


class TooLargeError(CliffhangerError):
    """A body is larger than the limit, as sent or once decompressed."""


class BadEncodingError(CliffhangerError):
    """A body is not what its Content-Encoding says, or that coding is not known; the text says which."""


@dataclass(slots=True)
class Inflater:
    """Collects a body. Give it the Content-Encoding and the limit in bytes, feed it, then `finish`."""

    encoding: str
    limit: int
    _body: bytearray = field(default_factory=bytearray)
    _coding: zlib._Decompress | None = None
    _members: int = 0
    _sent: int = 0
    """Bytes as they came; empty blocks cost time without ever giving any."""
    _ended: bool = False

    def __post_init__(self) -> None:
        self.encoding = self.encoding.strip().lower().removeprefix("x-")
        if self.encoding not in {"", "identity", "gzip", "deflate"}:
            raise BadEncodingError(f"The feed is compressed in a way that was not asked for ({self.encoding[:40]!r}).")

    def feed(self, chunk: bytes) -> None:
        """Take the next piece as it came. Raises `TooLargeError` and `BadEncodingError`."""
        self._sent += len(chunk)
        if self._sent > self.limit or self._members > _MOST_MEMBERS:
            self._refuse()
        if self.encoding in {"", "identity"}:
            self._keep(chunk)
            return
        while chunk and not self._ended and self._members <= _MOST_MEMBERS:
            if self._coding is None:
                self._coding = self._begin(chunk)
            try:
                data = self._coding.decompress(chunk, self.limit - len(self._body) + 1)
            except zlib.error:
                self._fail()
                return
            self._keep(data)
            # What follows the end of one gzip member is the next one (RFC 1952 section 2.2).
            chunk = self._coding.unused_data if self._coding.eof else self._coding.unconsumed_tail
            if self._coding.eof:
                self._ended = self.encoding == "deflate"
                self._members += 1
                self._coding = None

    def finish(self) -> bytes:
        """The whole body. Raises `BadEncodingError` when the compressed data ended too early."""
        if self._coding is not None:
            raise BadEncodingError("The feed's compressed data ended too early.")
        return bytes(self._body)

    def _begin(self, chunk: bytes) -> zlib._Decompress:
        if self.encoding == "gzip":
            return zlib.decompressobj(_GZIP)
        # Many servers send bare deflate data without the zlib header that RFC 9110 section 8.4.1.2 asks for.
        return zlib.decompressobj(zlib.MAX_WBITS if chunk[0] & 0x0F == _DEFLATE_METHOD else _RAW)

    def _fail(self) -> None:
        if not self._members:
            raise BadEncodingError("The feed's compressed data is damaged.") from None
        # Some servers pad what they compressed; the whole feed has been read already.
        self._coding, self._ended = None, True

    def _keep(self, data: bytes) -> None:
        self._body += data
        if len(self._body) > self.limit:
            self._refuse()

    def _refuse(self) -> None:
        raise TooLargeError(f"The feed is larger than {self.limit / 1_000_000:g} MB, which is the most accepted.")
