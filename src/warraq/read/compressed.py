"""gz, bz2, xz and zst of anything: unpacked as a stream, metered, and read on as what it turns out to be."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, cast

import zstandard

from warraq.model import Reason
from warraq.read.item import Answer, Budget, Into, Item
from warraq.read.streams import Stream

_MEMORY = 2**28
"""Most bytes that a decompressor may take for itself; xz and zst files state what they need."""

_WINDOW = 2**27
_PIECE = 2**17
_RESUMES = 1000
"""How often a damaged file is taken up again."""

_STARTS = 4096
"""How many beginnings of streams are remembered, for whoever reads ahead."""

_FAULTS = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zstandard.ZstdError)


class _Decoder(Protocol):
    """What the decoders have in common; those of bz2 and xz keep what they were given beyond ``max_length``."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


class Counted:
    """A stream that counts what is read from it."""

    def __init__(self, inner: Stream) -> None:
        self.inner, self.count = inner, 0

    def read(self, size: int = -1, /) -> bytes:
        """Read at most ``size`` bytes."""
        piece = self.inner.take(size if size >= 0 else _PIECE)
        self.count += len(piece)
        return piece


class _Blocks:
    """Compressed streams one after the other, as gz, bz2 and xz allow; what follows the last one is no matter.

    Args:
        inner: the packed bytes.
        make: makes a decoder for one stream.
        magic: what each stream begins with.
    """

    def __init__(self, inner: Counted, make: Callable[[], _Decoder], magic: bytes) -> None:
        self._inner, self._make, self._magic = inner, make, magic
        self._decoder, self._rest = make(), b""
        self._given = self._resumed = 0
        self._data = b""
        self.starts = {0: 0}

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes.

        Raises:
            EOFError, OSError, zlib.error, lzma.LZMAError, zstandard.ZstdError: the data is cut or damaged.
        """
        while True:
            if self._decoder.eof and not self._next():
                return b""
            data, self._rest = self._rest, b""
            if not data and getattr(self._decoder, "needs_input", True):
                data = self._inner.read(_PIECE)
                if not data:
                    raise EOFError("it ends in the middle")
            self._data = data
            piece = self._decoder.decompress(data, size)
            self._rest = getattr(self._decoder, "unconsumed_tail", b"")
            if piece:
                self._given += len(piece)
                return piece

    def _next(self) -> bool:
        """Go on to the next stream, if there is one."""
        rest = self._decoder.unused_data.lstrip(b"\x00")
        while len(rest) < len(self._magic) and (more := self._inner.read(_PIECE)):
            rest = (rest + more).lstrip(b"\x00")
        self._begin(rest)
        return rest.startswith(self._magic)

    def resume(self) -> bool:
        """After damage, go on where the next stream begins, if one does; offsets are counted anew from there."""
        self._resumed += 1
        if self._resumed > _RESUMES:
            return False
        data, found = self._data, self._data.find(self._magic, 1)
        while found < 0:
            more = self._inner.read(_PIECE)
            if not more:
                return False
            data = data[-len(self._magic) + 1 :] + more
            found = data.find(self._magic)
        self._given = 0
        self.starts.clear()
        self._begin(data[found:])
        return True

    def _begin(self, rest: bytes) -> None:
        """Start on a new stream; the bytes at hand begin it."""
        self._decoder, self._rest = self._make(), rest
        self.starts[self._given] = self._inner.count - len(rest)
        if len(self.starts) > _STARTS:
            self.starts.pop(next(iter(self.starts)))


_WARC = b"WARC/"
_GZ, _BZ2, _XZ, _ZST = b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd"


def _gz(inner: Counted) -> _Blocks:
    return _Blocks(inner, lambda: cast(_Decoder, zlib.decompressobj(31)), _GZ)


def _bz2(inner: Counted) -> _Blocks:
    return _Blocks(inner, bz2.BZ2Decompressor, _BZ2)


def _xz(inner: Counted) -> _Blocks:
    return _Blocks(inner, lambda: lzma.LZMADecompressor(memlimit=_MEMORY), _XZ)


class _ZstDecoder:
    """One frame of zst, in the manner of bz2 and xz.

    The library's own stream reader ends a cut file in silence, and its decoder knows no ``max_length``: it is fed so
    little at a time that even a bomb (128 KiB from four bytes) gives no more than 16 MiB at once.
    """

    _FED = 512

    def __init__(self) -> None:
        self._decoder = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
        self._data, self._place, self._ready = b"", 0, b""

    @property
    def eof(self) -> bool:
        return self._decoder.eof and not self._ready

    @property
    def unused_data(self) -> bytes:
        return self._decoder.unused_data + self._data[self._place :]

    @property
    def needs_input(self) -> bool:
        return not self._ready and self._place >= len(self._data)

    def decompress(self, data: bytes, max_length: int = -1, /) -> bytes:
        if data:
            self._data, self._place = data, 0
        while not self._ready and self._place < len(self._data) and not self._decoder.eof:
            self._ready = self._decoder.decompress(self._data[self._place : self._place + self._FED])
            self._place += self._FED
        piece, self._ready = self._ready[:max_length], self._ready[max_length:]
        return piece


def _zst(inner: Counted) -> _Blocks:
    return _Blocks(inner, _ZstDecoder, _ZST)


@dataclass(frozen=True, slots=True)
class Method:
    """A way of compressing: its name, its first bytes, its ending, and what unpacks it."""

    name: str
    magic: bytes
    ending: str
    unpack: Callable[[Counted], _Blocks]


METHODS = (
    Method("gz", _GZ, ".gz", _gz),
    Method("bz2", _BZ2, ".bz2", _bz2),
    Method("xz", _XZ, ".xz", _xz),
    Method("zst", _ZST, ".zst", _zst),
)


class Unpacked:
    """The unpacked bytes of a stream. Damage ends it, and is kept to be told.

    Args:
        packed: the compressed bytes.
        method: how they are compressed.
        budget: what may be unpacked.
    """

    def __init__(self, packed: Stream, method: Method, budget: Budget) -> None:
        self._packed = Counted(packed)
        self._budget = budget
        self.total = 0
        self.damage: str | None = None
        self._inner = method.unpack(self._packed)
        self.starts = self._inner.starts

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes; none at the end or at damage."""
        if self.damage is not None:
            return b""
        try:
            piece = self._inner.read(min(size, _PIECE) if size >= 0 else _PIECE)
        except _FAULTS as fault:
            self.damage = str(fault) or type(fault).__name__
            return b""
        self.total += len(piece)
        self._budget.unpack(len(piece), self._packed.count, self.total)
        return piece

    def resume(self) -> bool:
        """Whether there is more after the damage; then it can be read on."""
        if self.damage is None or not self._inner.resume():
            return False
        self.damage = None
        return True


def matches(item: Item) -> bool:
    """Whether an item begins as one of METHODS does."""
    return _method(item) is not None


def read(item: Item, into: Into) -> Iterator[Answer]:
    """Unpack, and read on; damage is told after what came before it.

    The records of a WARC are compressed one by one, so after damage the next ones can be read again.
    """
    method = _method(item)
    assert method is not None
    unpacked = Unpacked(item.stream, method, item.budget)
    name = item.name[: -len(method.ending)] if item.name.lower().endswith(method.ending) else item.name
    inner = Stream(unpacked, starts=unpacked.starts)
    is_warc = inner.peek(len(_WARC)) == _WARC
    if inner.peek(1):
        yield from into(item.unwrapped(inner, name))
    while unpacked.damage is not None:
        detail = f"the {method.name} data is damaged after {unpacked.total} bytes unpacked ({unpacked.damage})"
        yield item.refuse(Reason.DAMAGED_CONTAINER, f"{detail}; what came before was read")
        if not is_warc or not unpacked.resume():
            return
        inner = Stream(unpacked, starts=unpacked.starts)
        if inner.peek(len(_WARC)) == _WARC:
            yield from into(item.unwrapped(inner, name))
    if not unpacked.total:
        yield item.refuse(Reason.EMPTY, f"the {method.name} data holds nothing")


def _method(item: Item) -> Method | None:
    head = item.stream.peek(16)
    return next((method for method in METHODS if head.startswith(method.magic)), None)
