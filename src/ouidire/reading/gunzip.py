"""Gzip with a bound: a bomb is stopped, a truncated file gives what it holds and says so."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from ouidire.errors import ReadError
from ouidire.reading.limits import INPUT_RATIO

__all__ = ["MAGIC", "Gunzip"]

MAGIC = b"\x1f\x8b"
_CHUNK = 65_536
_FLOOR = 4_000_000  # so many bytes may come out before the ratio counts


class Gunzip(io.RawIOBase):
    """The decompressed bytes of a gzip stream (RFC 1952), all members one after another.

    Attributes:
        fault: What was wrong with the stream's end, once it was reached; empty where nothing was.

    """

    def __init__(self, raw: BinaryIO, where: str) -> None:
        super().__init__()
        self._raw = raw
        self._where = where
        self._inflate = zlib.decompressobj(wbits=31)
        self._pending = b""
        self._taken = self._given = 0
        self._ended = self._fresh = False
        self.fault = ""

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill `buffer` with decompressed bytes.

        Raises:
            ReadError: ``limit:ratio``, more came out than a text can be packed into.

        """
        out = b""
        while not out and not self._ended:
            out = self._step(len(buffer))
        buffer[: len(out)] = out
        self._given += len(out)
        if self._given > _FLOOR and self._given > INPUT_RATIO * self._taken:
            raise ReadError(
                f"decompresses to more than {INPUT_RATIO} times its size; likely a decompression bomb",
                code="limit:ratio",
                where=self._where,
            )
        return len(out)

    def _step(self, size: int) -> bytes:
        if not self._pending:
            self._pending = self._raw.read(_CHUNK)
            self._taken += len(self._pending)
            if not self._pending:
                self._ended = True
                self.fault = "" if self._fresh else "truncated: the gzip stream ends before its end mark"
                return b""
        if self._fresh and not self._next_member():
            return b""
        try:
            out = self._inflate.decompress(self._pending, size)
        except zlib.error as exc:
            self._ended, self.fault = True, f"damaged: {exc}"
            return b""
        self._pending = self._inflate.unconsumed_tail
        if self._inflate.eof:
            self._pending = self._inflate.unused_data
            self._fresh = True
        return out

    def _next_member(self) -> bool:
        """Start the next member; False where only padding or foreign bytes follow."""
        if self._pending[:2] == MAGIC or self._pending == MAGIC[:1]:
            self._inflate = zlib.decompressobj(wbits=31)
            self._fresh = False
            return True
        self._ended = True
        self.fault = "" if not self._pending.strip(b"\0") else "bytes that are not gzip follow the stream"
        return False
