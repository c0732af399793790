"""HTTP answers as crawlers store them, chunked, compressed, or marked so and yet plain; also saved by themselves."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli
import zstandard

_CHUNK = re.compile(rb"[ \t]{0,8}([0-9A-Fa-f]{1,8})[ \t]{0,8}(?:;[^\r\n]{0,200})?\r?\n")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.I | re.ASCII)
_PIECE = 2**16


HEADER = 2**16
"""Most bytes of a header."""

_FIELD = re.compile(rb"^([A-Za-z-]{1,40})[ \t]{0,8}:[ \t]{0,8}([^\r\n]{0,8000})", re.M)
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What a server answered.

    Attributes:
        body: after the header, as stored.
        status: such as 200.
        content_type, coding, transfer: headers, "" if absent.
    """

    body: bytes
    status: int
    content_type: str
    coding: str = ""
    transfer: str = ""


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


def split(content: bytes) -> HttpAnswer | None:
    r"""Take header and body apart; None if this does not begin with a header.

    >>> split(b"HTTP/1.0 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>")
    HttpAnswer(body=b'<html>', status=404, content_type='text/html', coding='', transfer='')
    """
    status = _STATUS.match(content)
    if status is None:
        return None
    header, gap, body = content.partition(b"\r\n\r\n")
    if not gap or len(header) > HEADER:
        header, gap, _ = content[:HEADER].partition(b"\n\n")
        body = content[len(header) + len(gap) :]
    fields = {key.lower(): value.decode("latin-1") for key, value in _FIELD.findall(header)}
    return HttpAnswer(
        body,
        int(status.group(1)),
        fields.get(b"content-type", ""),
        fields.get(b"content-encoding", ""),
        fields.get(b"transfer-encoding", ""),
    )


def body_of(answer: HttpAnswer, most: int) -> bytes:
    """The body of an answer, unpacked.

    Args:
        answer: as stored.
        most: bytes that it may unpack to.

    Raises:
        TooLarge: more than that.
    """
    body = unchunk(answer.body) if "chunked" in answer.transfer.lower() else answer.body
    for name in reversed([part.strip() for part in answer.coding.lower().split(",")][:4]):
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
