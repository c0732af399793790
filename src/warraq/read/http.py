"""Bodies of HTTP answers as crawlers store them: chunked, compressed, or marked so and yet plain."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import brotli
import zstandard

_CHUNK = re.compile(rb"[ \t]{0,8}([0-9A-Fa-f]{1,8})[ \t]{0,8}(?:;[^\r\n]{0,200})?\r?\n")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.I | re.ASCII)
_PIECE = 2**16


class TooLarge(ValueError):
    """A body unpacks to more than is allowed."""


def charset_of(content_type: str | None) -> str | None:
    """The charset that a Content-Type states.

    >>> charset_of("text/html; Charset='windows-1256'")
    'windows-1256'
    """
    found = _CHARSET.search(content_type or "")
    return found.group(1) if found else None


def media_of(content_type: str | None) -> str:
    """The media type that a Content-Type states, lower case, "" if none."""
    return (content_type or "").split(";")[0].strip().lower()


def body_of(stored: bytes, transfer: str, coding: str, most: int) -> bytes:
    """The body of an answer.

    Args:
        stored: as it stands in the archive.
        transfer: the Transfer-Encoding header, "" if none.
        coding: the Content-Encoding header, "" if none.
        most: bytes that it may unpack to.

    Raises:
        TooLarge: more than that.
    """
    body = unchunk(stored) if "chunked" in transfer.lower() else stored
    for name in reversed([part.strip() for part in coding.lower().split(",")][:4]):
        unpack = _CODINGS.get(name)
        if unpack is not None:
            body = unpack(body, most)
    return body


def unchunk(stored: bytes) -> bytes:
    r"""Join the chunks; what is not chunked, as many crawlers store it, is given as it is, a cut end as far as it goes.

    >>> unchunk(b"4\r\nword\r\n0\r\n\r\n"), unchunk(b"<html>")
    (b'word', b'<html>')
    """
    pieces: list[bytes] = []
    place = 0
    while (size := _CHUNK.match(stored, place)) is not None:
        length = int(size.group(1), 16)
        if length == 0:
            break
        pieces.append(stored[size.end() : size.end() + length])
        place = size.end() + length
        place += 2 if stored[place : place + 2] == b"\r\n" else 1
    return b"".join(pieces) if pieces or stored.startswith(b"0\r\n") else stored


def _inflate(body: bytes, most: int) -> bytes:
    """Gzip or deflate, with or without the zlib header; a body that is neither is given as it is."""
    windows = (31,) if body.startswith(b"\x1f\x8b") else (15, -15)
    for window in windows:
        decoder = zlib.decompressobj(window)
        try:
            unpacked = decoder.decompress(body, most + 1)
        except zlib.error:
            unpacked = _as_far_as_it_goes(body, window, most)
        if len(unpacked) > most:
            raise TooLarge
        if unpacked:
            return unpacked
    return body


def _as_far_as_it_goes(body: bytes, window: int, most: int) -> bytes:
    """What comes out before the damage."""
    decoder, pieces, total = zlib.decompressobj(window), [], 0
    try:
        for start in range(0, len(body), 512):
            piece = decoder.decompress(body[start : start + 512], most + 1 - total)
            pieces.append(piece)
            total += len(piece)
            if total > most:
                break
    except zlib.error:
        pass  # what came before the damage is the answer; that it ends early is seen in the page
    return b"".join(pieces)


def _unbrotli(body: bytes, most: int) -> bytes:
    """Brotli, in pieces so that a bomb is noticed."""
    decoder, pieces, total = brotli.Decompressor(), [], 0
    try:
        piece = decoder.process(body, output_buffer_limit=_PIECE)
        while piece or not decoder.is_finished():
            pieces.append(piece)
            total += len(piece)
            if total > most:
                raise TooLarge
            if not piece and decoder.can_accept_more_data():
                break
            piece = decoder.process(b"", output_buffer_limit=_PIECE)
    except brotli.error:
        return b"".join(pieces) or body
    return b"".join(pieces)


def _unzstd(body: bytes, most: int) -> bytes:
    """Zstandard, bounded."""
    try:
        with zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(body) as reader:
            unpacked = reader.read(most + 1)
    except zstandard.ZstdError:
        return body
    if len(unpacked) > most:
        raise TooLarge
    return unpacked


_CODINGS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _inflate,
    "x-gzip": _inflate,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
