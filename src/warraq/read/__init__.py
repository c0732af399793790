"""Reads whatever people have saved: one page after another, with what is known of it, or why it is none.

Formats are told from content, never from names. What is damaged or refused becomes a ``Rejected`` and the run goes on.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from warraq.errors import PageFault
from warraq.model import Options, Origin, PassedOver, RawPage, Reason, Rejected, Source
from warraq.read import archives, compressed, jsonl, mhtml, page, warc, webarchive
from warraq.read.files import Entry, entries
from warraq.read.item import Answer, Budget, Item, Reader, Spent
from warraq.read.streams import Stream

__all__ = ["READERS", "page_of", "read_all", "read_bytes", "read_entry", "read_pages"]

_DEFAULTS = Options()

READERS = (
    Reader("WARC", warc.matches, warc.read),
    Reader("gz, bz2, xz, zst", compressed.matches, compressed.read),
    Reader("zip", archives.is_zip, archives.read_zip),
    Reader("tar", archives.is_tar, archives.read_tar),
    Reader("web archive", webarchive.matches, webarchive.read),
    Reader("MHTML", mhtml.matches, mhtml.read),
    Reader("JSON Lines", jsonl.matches, jsonl.read),
    Reader("HTTP answer", page.is_answer, page.read_answer),
    Reader("page", page.matches, page.read),
)
"""Every input format; the first that matches reads. ``page`` takes what is left, and refuses what is no page."""


def read_pages(
    path: str | os.PathLike[str], *, options: Options = _DEFAULTS, stdin: BinaryIO | None = None
) -> Iterator[RawPage | Rejected]:
    """Read the pages of a file, a folder or standard input.

    Args:
        path: a file or folder; ``-`` is standard input. Folders are read whole, in sorted order, without hidden files,
            without the folder of files beside a saved page, and without what is no page (styles, images, PDFs).
        options: ``html_field`` and ``limits`` are used.
        stdin: what ``-`` stands for; ``sys.stdin.buffer`` if None.

    Yields:
        Pages, and a ``Rejected`` for each input or member that gives none.

    >>> [answer.reason for answer in read_pages("/no/such/file.html")]
    [<Reason.NOT_FOUND: 'not_found'>]
    """
    return _pages_of(read_all(os.fspath(path), options=options, stdin=stdin))


def read_all(path: str, *, options: Options = _DEFAULTS, stdin: BinaryIO | None = None) -> Iterator[Answer]:
    """The same with a ``PassedOver`` for each file and member that is no page and was not asked for by name."""
    for entry in entries(path):
        yield from read_entry(entry, options=options, stdin=stdin)


def read_entry(entry: Entry, *, options: Options = _DEFAULTS, stdin: BinaryIO | None = None) -> Iterator[Answer]:
    """Read one file, or standard input; see ``read_all``."""
    if entry.reason is not None:
        yield _refused(entry.path, entry.reason, entry.detail)
    elif entry.passed:
        yield PassedOver(Origin(entry.path), entry.passed)
    elif entry.path == "-":
        yield from _read(Stream(stdin or sys.stdin.buffer), Origin("-"), options, named=True)
    else:
        yield from _read_file(entry.path, options, named=entry.named)


def _pages_of(answers: Iterator[Answer]) -> Iterator[RawPage | Rejected]:
    return (answer for answer in answers if not isinstance(answer, PassedOver))


def read_bytes(body: bytes, *, options: Options = _DEFAULTS) -> Iterator[RawPage | Rejected]:
    """Read the pages of bytes in memory, of any format; their origin has no path.

    >>> [page.source.media_type for page in read_bytes("وصل الوفد".encode())]
    ['text/plain']
    """
    memory = io.BytesIO(body)
    yield from _pages_of(_read(Stream(memory, memory), Origin(), options, named=True))


def page_of(
    body: bytes, *, url: str | None = None, media_type: str | None = None, charset: str | None = None
) -> RawPage:
    """Bytes that are one page, whatever they look like; its origin has no path.

    Args:
        body: as saved.
        url: its address, if known; else what the page says of its own saving.
        media_type: ``text/html``, ``application/xhtml+xml`` or ``text/plain``; told from the content if None.
        charset: what is known of its encoding.

    >>> found = page_of(b"<!-- saved from url=(0020)http://example.com/1 --><html>")
    >>> found.source.media_type, found.source.url
    ('text/html', 'http://example.com/1')
    """
    told = media_type or page.media_type_of(body)
    item = Item(Stream(io.BytesIO()), Source(url=url), "", _DEFAULTS, Budget(_DEFAULTS.limits), charset=charset)
    return page.raw_page(item, body, told)


def _read_file(path: str, options: Options, named: bool) -> Iterator[Answer]:
    """Open one file and read it."""
    try:
        file = open(path, "rb", buffering=0)
    except (FileNotFoundError, NotADirectoryError):
        told = (
            "warraq fetches nothing; save the page and give the file"
            if "://" in path
            else "no such file; check the path"
        )
        yield _refused(path, Reason.NOT_FOUND, told)
        return
    except (OSError, ValueError) as fault:
        yield _refused(path, Reason.UNREADABLE, f"cannot be opened: {getattr(fault, 'strerror', None) or fault}")
        return
    with file:
        yield from _read(Stream(file, _searchable(file)), Origin(path), options, named)


def _searchable(file: BinaryIO) -> BinaryIO | None:
    """The file, unless it is a pipe."""
    return file if file.seekable() else None


def _read(stream: Stream, origin: Origin, options: Options, named: bool) -> Iterator[Answer]:
    """Read one input, with a budget of its own."""
    name = PurePath(origin.path or "").name
    item = Item(stream, Source(origin), name, options, Budget(options.limits), named=named)
    nothing = True
    try:
        for answer in _dispatch(item):
            nothing &= isinstance(answer, PassedOver)
            yield answer
    except Spent as fault:
        nothing = False
        yield item.refuse(fault.reason, fault.detail)
    if nothing and named:
        yield item.refuse(Reason.EMPTY, "no page stands in it")


def _dispatch(item: Item) -> Iterator[Answer]:
    """Hand an item to the first reader that it fits; what goes wrong becomes a ``Rejected``."""
    try:
        reader = next(reader for reader in READERS if reader.matches(item))
        yield from reader.read(item, _dispatch)
    except Spent:
        raise
    except PageFault as fault:
        yield item.refuse(fault.reason, fault.detail)
    except OSError as fault:
        yield item.refuse(Reason.UNREADABLE, f"cannot be read: {fault.strerror or fault}")


def _refused(path: str, reason: Reason, detail: str) -> Rejected:
    return Item(Stream(io.BytesIO()), Source(Origin(path)), path, Options(), Budget(Options().limits)).refuse(
        reason, detail
    )
