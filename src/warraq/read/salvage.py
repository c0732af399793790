"""A zip whose end is missing, as an interrupted download leaves it: its members found by their own headers."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import IO

from warraq.model import Reason
from warraq.read.formats import called, is_no_page
from warraq.read.item import Answer, Into, Item
from warraq.read.streams import Stream

_HEADER = struct.Struct("<4sHHHHHIIIHH")
_SIGNATURE = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_PIECE = 2**17


class _Member:
    """The bytes of a member; damage or the file's end ends it, and is kept to be told.

    Args:
        item: the zip, for its budget.
        file: standing at the member's data.
        size: packed bytes, None if the header does not say.
        deflated: whether they are compressed.
    """

    def __init__(self, item: Item, file: IO[bytes], size: int | None, deflated: bool) -> None:
        self._budget, self._file, self._left = item.budget, file, size
        self._decoder = zlib.decompressobj(-15) if deflated else None
        self._packed = self._total = 0
        self.damage: str | None = None

    def read(self, size: int = -1, /) -> bytes:
        if self.damage is not None or (self._decoder is not None and self._decoder.eof):
            return b""
        while True:
            data = self._decoder.unconsumed_tail if self._decoder else b""
            if not data:
                most = min(size if self._decoder is None else _PIECE, _PIECE)
                data = self._file.read(most if self._left is None else min(most, self._left))
                self._packed += len(data)
                if self._left is not None:
                    self._left -= len(data)
                if not data:
                    self.damage = "it ends in the middle" if self._decoder or self._left else None
                    return b""
            try:
                piece = self._decoder.decompress(data, size) if self._decoder else data
            except zlib.error as fault:
                self.damage = str(fault)
                return b""
            if piece or (self._decoder and self._decoder.eof):
                break
        self._total += len(piece)
        self._budget.unpack(len(piece), self._packed, self._total)
        return piece


def salvage(item: Item, file: IO[bytes], into: Into) -> Iterator[Answer]:
    """The members of a zip in the order of the file, as far as it goes."""
    place = 0
    while (place := _find(file, place)) >= 0:
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return
        _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _HEADER.unpack(header)
        name = file.read(name_length).decode("utf-8", "replace")
        start = place + _HEADER.size + name_length + extra_length
        file.seek(start)
        size = None if flags & 8 or packed == 0xFFFFFFFF else packed
        known = size is not None or method == _DEFLATED
        if not name.endswith("/") and not is_no_page(name) and method in (_STORED, _DEFLATED) and known:
            stream = _Member(item, file, size, method == _DEFLATED)
            member = item.member(Stream(stream), name, offset=place)
            if flags & 1:
                yield member.refuse(Reason.ENCRYPTED, "needs a password; unpack it first")
            else:
                yield from into(member)
                if stream.damage is not None:
                    yield member.refuse(Reason.DAMAGED_CONTAINER, f"the member is damaged ({stream.damage})")
        elif not name.endswith("/") and is_no_page(name):
            yield item.pass_over_member(name, called(name))
        place = start + (size or 0)


def _find(file: IO[bytes], place: int) -> int:
    """Where the next member's header begins, -1 if there is none."""
    file.seek(place)
    tail = b""
    while piece := file.read(_PIECE):
        found = (tail + piece).find(_SIGNATURE)
        if found >= 0:
            place += found - len(tail)
            file.seek(place)
            return place
        place += len(piece)
        tail = piece[-3:]
    return -1
