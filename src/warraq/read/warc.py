"""WARC: the pages among the records of a crawl. The only module that knows the WARC library.

Response and resource records hold pages; conversion records (WET files) hold their text. Redirects and the files that
belong to pages are passed over; an answer with an error status is refused with that status. Compressed WARC files come
here unpacked: see ``compressed``, which also meters them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from warraq.model import Origin, Reason
from warraq.read import page
from warraq.read.formats import Look, called, is_no_page, look, what
from warraq.read.http import HEADER, HttpAnswer, TooLarge, body_of, media_of, split
from warraq.read.item import Answer, Into, Item
from warraq.read.streams import Stream

_RECORDS = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)
_GAP = 64
"""Bytes between records that are put down to how headers are written; more of them are told as damage."""

_MARKUP = ("text/html", "application/xhtml+xml", "text/plain")
_UNSURE = ("", "application/octet-stream", "unknown/unknown", "text/xml", "application/xml", "no-type", "unk")


@dataclass(frozen=True, slots=True)
class _Payload:
    """What a record holds.

    Attributes:
        answer: body and headers; status 200 where the record holds a body alone.
        missing: bytes that the record states and the file lacks.
    """

    answer: HttpAnswer
    missing: int


class _Source:
    """What the library asks of a stream: it calls ``tell`` although it only reads forward."""

    def __init__(self, stream: Stream) -> None:
        self._stream, self._place = stream, 0

    def read(self, size: int = -1, /) -> bytes:
        piece = self._stream.take(size if size > 0 else 2**16)
        self._place += len(piece)
        return piece

    def tell(self) -> int:
        return self._place


def matches(item: Item) -> bool:
    """Whether it begins with a WARC record."""
    return item.stream.peek(64).lstrip(b"\r\n").startswith(b"WARC/")


def read(item: Item, into: Into) -> Iterator[Answer]:
    """The pages of a WARC, record by record."""
    source = _Source(item.stream)
    records = iter(
        ArchiveIterator(
            cast(BinaryIO, source),
            parse_http=False,
            quirks_mode=True,
            stream_detect=False,
        )
    )
    place: int | None = None
    end = 0
    while True:
        try:
            record = next(records, None)
        except (OSError, EOFError, ValueError) as fault:
            after = f"after the record at byte {place} " if place is not None else ""
            detail = f"the WARC is damaged {after}({fault}); what came before was read"
            yield item.refuse(Reason.DAMAGED_CONTAINER, detail)
            return
        place = source.tell() if record is None else record.stream_pos
        if place - end > _GAP:
            detail = f"about {place - end} bytes before byte {place} are no record; they were passed over"
            yield item.refuse(Reason.DAMAGED_CONTAINER, detail)
        if record is None:
            return
        end = place + _header_length(record) + record.content_length + 4
        if record.record_type in _RECORDS and not _is_account(record):
            item.budget.member()
            yield from _pages(_member(item, record), record)
        elif record.record_type == WarcRecordType.revisit:
            yield _member(item, record).pass_over("a record that repeats another")


def _member(item: Item, record: WarcRecord) -> Item:
    """The record as an item: what its header states, and its HTTP header when that is read."""
    origin = item.source.origin
    record_id = (record.record_id or "").strip("<>") or str(record.stream_pos)
    name = f"{origin.member}!{record_id}" if origin.member else record_id
    starts = item.stream.starts
    source = replace(
        item.source,
        origin=Origin(origin.path, name, record.stream_pos if starts is None else starts.get(record.stream_pos)),
        url=(record.headers.get("WARC-Target-URI") or "").strip("<> ") or None,
        captured=_time(record.headers.get("WARC-Date")),
    )
    path = re.split(r"[?#;]", source.url or "", maxsplit=1)[0]
    return replace(item, source=source, name=path.rsplit("/", 1)[-1], named=False)


def _pages(item: Item, record: WarcRecord) -> Iterator[Answer]:
    """The page of one record, if it holds one."""
    most = item.options.limits.page_bytes
    payload = _payload(record, most)
    answer = payload.answer
    media = media_of(answer.content_type)
    if media not in (*_MARKUP, *_UNSURE) or 300 <= answer.status < 400 or answer.status < 200:
        yield item.pass_over("a redirect" if 300 <= answer.status < 400 else _kind(media))
        return
    if len(answer.body) > most:
        yield item.refuse(Reason.TOO_LARGE, f"more than {most} bytes (page_bytes); raise the limit if this is a page")
        return
    try:
        body = body_of(answer, most)
    except TooLarge:
        yield item.refuse(Reason.TOO_LARGE, f"unpacks to more than {most} bytes (page_bytes)")
        return
    seen = look(body[: 2**14])
    if seen is Look.EMPTY and media in _MARKUP and answer.status == 200 and not payload.missing:
        yield item.refuse(Reason.EMPTY, "the server sent no page")
    elif seen in page.MEDIA and not _is_passed_over(item, seen, media, body):
        yield page.answered(item, answer, body, page.MEDIA[seen])
    else:
        yield item.pass_over(what(body[:64]) or called(item.name))
    if payload.missing:
        detail = f"the record ends {payload.missing} bytes early; what came before was read"
        yield item.refuse(Reason.DAMAGED_CONTAINER, detail)


def _kind(media: str) -> str:
    """What a record that is no page is, by the media type that the server stated; only known words are told."""
    main, _, rest = media.partition("/")
    if main in ("image", "audio", "video", "font"):
        return {"image": "a picture", "font": "a style sheet or a font"}.get(main, "sound or film")
    if "css" in rest:
        return "a style sheet or a font"
    return "a script or a program" if "script" in rest else "a file of another use"


def _is_passed_over(item: Item, seen: Look, media: str, body: bytes) -> bool:
    """Whether what looks like text is data or an account of the site, whatever the server calls it."""
    if seen is not Look.TEXT:
        return False
    return media not in _MARKUP or is_no_page(item.name) or body.lstrip()[:1] in (b"{", b"[")


def _payload(record: WarcRecord, most: int) -> _Payload:
    """Read a record's block, and the HTTP header where it begins with one; a large one is not read whole."""
    content = record.reader.read(most + HEADER + 1)
    missing = 0 if len(content) > most + HEADER else max(0, record.content_length - len(content))
    content_type = record.headers.get("Content-Type") or ""
    answer = split(content) if media_of(content_type).startswith("application/http") else None
    return _Payload(answer or HttpAnswer(content, 200, content_type), missing)


def _is_account(record: WarcRecord) -> bool:
    """Whether this is a crawler's own account of a page, such as the text or the picture that it took of it."""
    return record.record_type == WarcRecordType.resource and (
        (record.headers.get("WARC-Target-URI") or "").startswith(("urn:", "<urn:"))
    )


def _header_length(record: WarcRecord) -> int:
    """How long the record's header is, if it is written as most are."""
    return 12 + sum(len(name) + len(value) + 4 for name, value in record.headers.items_bytes())


def _time(stated: str | None) -> str | None:
    """WARC-Date as it is, if it is a time."""
    return stated if stated and re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", stated) else None
