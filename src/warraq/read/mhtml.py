"""MHTML as Chrome, Edge, Internet Explorer and Firefox add-ons write it, and mail messages with a page in them.

The file is read by line and only the parts that are pages are kept, so the pictures of a save cost no memory. The
standard library's mail parser reads the headers; it would load the whole file and so does not split the parts.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.parser import BytesHeaderParser
from typing import BinaryIO

from warraq.model import Origin, Reason
from warraq.read import page
from warraq.read.formats import Look, look
from warraq.read.item import Answer, Into, Item

_HEADER_LINE = re.compile(rb"[!-9;-~]{1,60}:")
_OURS = re.compile(rb"^(?:content-type:\s{0,9}(?:multipart/|text/html|message/)|mime-version:)", re.I | re.M)
_LINE = 2**16
_HEADERS = 2**18
_NESTED = 16
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that may be a page.

    Attributes:
        headers: its own.
        body: decoded; one byte more than allowed if it is larger than that.
        whole: False if the file ends inside it.
    """

    headers: Message
    body: bytes
    whole: bool

    @property
    def media_type(self) -> str:
        return self.headers.get_content_type()

    @property
    def location(self) -> str | None:
        """Its address, if that is one on the web."""
        return _web(self.headers.get("Content-Location"))


def matches(item: Item) -> bool:
    """Whether it begins with mail headers that speak of parts or of HTML."""
    head = item.stream.peek().lstrip(b"\xef\xbb\xbf\r\n \t")
    if head.startswith((b"From ", b">From ")):
        head = head.partition(b"\n")[2]
    return bool(_HEADER_LINE.match(head)) and bool(_OURS.search(re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]))


def read(item: Item, into: Into) -> Iterator[Answer]:
    """The main page; the frames' pages where it is nothing but a frameset."""
    lines = item.stream.lines()
    top = _headers(lines)
    url = _web(top.get("Snapshot-Content-Location")) or _web(top.get("Content-Location"))
    start = str(top.get_param("start") or "")
    main: _Part | None = None
    whole, frames = True, 0
    for part in _parts(lines, top, item.options.limits.page_bytes):
        whole &= part.whole
        if main is None or (start and str(part.headers.get("Content-ID") or "").strip() == start):
            main = part
        elif main.media_type == "text/plain" and part.media_type != "text/plain":
            main = part
        elif _is_frameset(main) and part.media_type != "text/plain":
            frames += 1
            yield _answer(_frame(item, part, frames), part, part.location)
    if main is None:
        yield item.refuse(Reason.EMPTY, "none of the parts is a page; save it again")
    elif not frames:
        yield _answer(item, main, url or main.location)
    if not whole:
        yield item.refuse(Reason.DAMAGED_CONTAINER, "the file ends inside a part; what came before was read")


def _answer(item: Item, part: _Part, url: str | None) -> Answer:
    """The page of a part."""
    most = item.options.limits.page_bytes
    if len(part.body) > most:
        return item.refuse(Reason.TOO_LARGE, f"the page has more than {most} bytes (page_bytes)")
    seen = look(part.body[: 2**14])
    if seen is Look.EMPTY:
        return item.refuse(Reason.EMPTY, "the main part is empty; save the page again")
    charset = part.headers.get_content_charset()
    known = replace(item, source=replace(item.source, url=url), charset=charset)
    return page.raw_page(known, part.body, page.MEDIA.get(seen, part.media_type))


def _frame(item: Item, part: _Part, number: int) -> Item:
    """A frame's page is a member, named by its address."""
    origin = item.source.origin
    name = part.location or f"frame {number}"
    member = f"{origin.member}!{name}" if origin.member else name
    return replace(item, source=replace(item.source, origin=Origin(origin.path, member)))


def _is_frameset(part: _Part) -> bool:
    return b"<frameset" in part.body[:65536].lower()


def _parts(lines: BinaryIO, headers: Message, most: int) -> Iterator[_Part]:
    """The parts that may be pages, in order, those of nested multiparts included.

    Args:
        lines: after the headers.
        headers: of the whole.
        most: bytes of a page.
    """
    open_boundaries: list[bytes] = []
    while True:
        boundary = _boundary(headers)
        if boundary and len(open_boundaries) < _NESTED:
            open_boundaries.append(b"--" + boundary)
        wanted = not boundary and headers.get_content_type() in _PAGES
        content, mark = _until(lines, open_boundaries, most * 3 + 1 if wanted else 0)
        if wanted:
            yield _Part(headers, _decoded(content, headers), bool(mark) or not open_boundaries)
        while mark and mark not in open_boundaries:  # the end of a multipart: what follows is said to no one
            del open_boundaries[open_boundaries.index(mark[:-2]) :]
            _, mark = _until(lines, open_boundaries, 0)
        if not mark:
            return
        del open_boundaries[open_boundaries.index(mark) + 1 :]
        headers = _headers(lines)


def _boundary(headers: Message) -> bytes:
    """What stands between the parts, b"" if this is no multipart."""
    if headers.get_content_maintype() != "multipart":
        return b""
    return (headers.get_boundary() or "").encode("latin-1", "replace").rstrip()


def _until(lines: BinaryIO, boundaries: list[bytes], keep: int) -> tuple[bytes, bytes]:
    """Read up to a boundary.

    Returns:
        What came before it, ``keep`` bytes at most, without the line break that belongs to the boundary; and the
        boundary, with ``--`` at its end if it is a last one; b"" if the file ended.
    """
    ends = {*boundaries, *(boundary + b"--" for boundary in boundaries)}
    kept: list[bytes] = []
    size = 0
    while line := lines.readline(_LINE):
        if line.startswith(b"--") and (mark := line.rstrip()) in ends:
            content = b"".join(kept)
            return content[:-2] if content.endswith(b"\r\n") else content.removesuffix(b"\n"), mark
        if size < keep:
            kept.append(line)
            size += len(line)
    return b"".join(kept), b""


def _decoded(content: bytes, headers: Message) -> bytes:
    """The body of a part, its transfer encoding undone; base64 is read as far as it goes."""
    coding = str(headers.get("Content-Transfer-Encoding") or "").strip().lower()
    if coding == "quoted-printable":
        return quopri.decodestring(content)
    if coding != "base64":
        return content
    packed = re.sub(rb"[^A-Za-z0-9+/]+", b"", content)
    return binascii.a2b_base64(packed[: len(packed) - len(packed) % 4 if len(packed) % 4 == 1 else None] + b"==")


def _headers(lines: BinaryIO) -> Message:
    """Read headers up to the empty line; no more of them than any writer writes."""
    kept: list[bytes] = []
    size = 0
    while line := lines.readline(_LINE):
        if not line.strip():
            if kept:
                break
            continue
        if size < _HEADERS and not (size == 0 and line.startswith((b"From ", b">From "))):
            kept.append(line.removeprefix(b"\xef\xbb\xbf") if size == 0 else line)
            size += len(line)
    return BytesHeaderParser().parsebytes(b"".join(kept))


def _web(stated: object) -> str | None:
    """An address, if it is one on the web; folded headers have white space in them."""
    address = re.sub(r"\s+", "", str(stated or ""))
    return address if address.lower().startswith(("http://", "https://")) else None
