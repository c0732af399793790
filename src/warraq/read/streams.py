"""Byte streams that the readers share: with a head that can be looked at, metered, and bounded."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import IO, Protocol

HEAD = 4096
"""How many bytes are looked at to tell a format."""


class Readable(Protocol):
    """All that is asked of a source of bytes."""

    def read(self, size: int = -1, /) -> bytes:
        """Read at most ``size`` bytes."""
        ...


class Stream(io.RawIOBase):
    """A readable stream whose first bytes can be looked at without being taken.

    Args:
        inner: where the bytes come from; not closed here.
        file: the same if it can be searched, with its start at 0.
        starts: for unpacked bytes, at which packed byte the member begins that holds the given unpacked one.
    """

    def __init__(self, inner: Readable, file: IO[bytes] | None = None, starts: Mapping[int, int] | None = None) -> None:
        self.inner = inner
        self.file = file
        self.starts = starts
        self._held = b""
        self._ended = False

    def peek(self, size: int = HEAD) -> bytes:
        """The next bytes, ``size`` of them if there are as many."""
        while len(self._held) < size and not self._ended:
            piece = self.inner.read(size - len(self._held))
            self._ended = not piece
            self._held += piece or b""
        return self._held[:size]

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """As in ``io``."""
        piece = self.take(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def take(self, size: int) -> bytes:
        """At most ``size`` bytes; fewer do not mean the end, none do."""
        if self._held:
            piece, self._held = self._held[:size], self._held[size:]
            return piece
        return b"" if self._ended else self.inner.read(size) or b""

    def take_all(self, most: int) -> bytes:
        """All bytes, but no more than ``most`` + 1: one more tells that there are too many."""
        pieces: list[bytes] = []
        left = most + 1
        while left > 0:
            piece = self.take(min(left, 2**20))
            if not piece:
                break
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)

    def lines(self) -> io.BufferedReader:
        """The same stream, buffered, for reading by line."""
        return io.BufferedReader(self, 2**16)
