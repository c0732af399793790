"""Safari's ``.webarchive``: a property list with the page, and the frames and files that belong to it."""

from __future__ import annotations

import io
import plistlib
from collections.abc import Iterator
from dataclasses import replace
from xml.parsers.expat import ExpatError

from warraq.model import Reason
from warraq.read import page
from warraq.read.formats import look
from warraq.read.item import Answer, Into, Item

_FAULTS = (
    plistlib.InvalidFileException,
    ValueError,
    OverflowError,
    RecursionError,
    ExpatError,
    AttributeError,
    LookupError,
)


def matches(item: Item) -> bool:
    """Whether it is a property list, binary or XML, that names a main resource or may do so."""
    head = item.stream.peek()
    return head.startswith(b"bplist00") or (
        b"<plist" in head and b"WebMainResource" in head and b"<html" not in head[:512]
    )


def read(item: Item, into: Into) -> Iterator[Answer]:
    """The main page; the pages of its frames where it is nothing but a frameset."""
    most = item.options.limits.page_bytes
    content = item.stream.take_all(most)
    if len(content) > most:
        yield item.refuse(Reason.TOO_LARGE, f"the web archive has more than {most} bytes (page_bytes)")
        return
    try:
        archive = plistlib.load(io.BytesIO(content))
    except _FAULTS as fault:
        yield item.refuse(Reason.DAMAGED_CONTAINER, f"the property list cannot be read ({type(fault).__name__})")
        return
    if not isinstance(archive, dict) or not isinstance(archive.get("WebMainResource"), dict):
        if item.named:
            yield item.refuse(Reason.UNSUPPORTED_FORMAT, "a property list that is no web archive")
        else:
            yield item.pass_over("data")
        return
    yield from _pages(item, archive, 0)


def _pages(item: Item, archive: dict[str, object], level: int) -> Iterator[Answer]:
    """The page of an archive or of one of its frames."""
    resource = archive.get("WebMainResource")
    data = resource.get("WebResourceData") if isinstance(resource, dict) else None
    if not isinstance(resource, dict) or not isinstance(data, bytes):
        yield item.refuse(Reason.EMPTY, "the web archive has no main page; save it again")
        return
    frames = archive.get("WebSubframeArchives")
    if isinstance(frames, list) and b"<frameset" in data[:65536].lower() and level < item.options.limits.depth:
        for number, frame in enumerate(frames):
            if isinstance(frame, dict):
                origin = replace(item.source.origin, member=f"{item.source.origin.member or 'frame'}.{number}")
                yield from _pages(replace(item, source=replace(item.source, origin=origin)), frame, level + 1)
        return
    url, charset = resource.get("WebResourceURL"), resource.get("WebResourceTextEncodingName")
    source = replace(item.source, url=url if isinstance(url, str) else None)
    media = page.MEDIA.get(look(data[: 2**14]))
    if media is None:
        yield item.refuse(Reason.UNSUPPORTED_FORMAT, "the web archive's main resource is no page")
        return
    charset = charset if isinstance(charset, str) else None
    yield page.raw_page(replace(item, source=source, charset=charset), data, media)
