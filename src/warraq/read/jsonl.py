"""JSON Lines of crawlers: one page a line, in a field that the options name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from warraq.model import Reason
from warraq.read import page
from warraq.read.formats import Look, look
from warraq.read.item import Answer, Into, Item

_URLS = ("url", "canonical_url", "link", "uri", "warc_url", "target_uri")
_HEAD = 2**16


def matches(item: Item) -> bool:
    """Whether it begins with a JSON object; one without the field is refused, or passed over in an archive."""
    return item.stream.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b'{"', b"{ ", b"{}"))


def read(item: Item, into: Into) -> Iterator[Answer]:
    """The pages, line by line."""
    field = item.options.html_field
    most = item.options.limits.page_bytes * 2
    lines = item.stream.lines()
    if not item.named and json.dumps(field).encode() not in item.stream.peek(_HEAD):
        yield item.pass_over("data")
        return
    number, place = 0, 0
    while line := lines.readline(most + 1):
        number += 1
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield from _line(item, line, number, place, most)
        place += len(line)
        while len(line) > most and not line.endswith(b"\n"):
            line = lines.readline(most + 1)
            place += len(line)


def _line(item: Item, line: bytes, number: int, place: int, most: int) -> Iterator[Answer]:
    """The page of one line."""
    member = item.member(item.stream, f"line {number}", offset=place)
    if len(line) > most:
        yield member.refuse(Reason.TOO_LARGE, f"the line has more than {most} bytes (twice page_bytes)")
        return
    try:
        record = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as fault:
        yield member.refuse(Reason.DAMAGED_CONTAINER, f"line {number} is no JSON ({fault})")
        return
    field = item.options.html_field
    markup = record.get(field) if isinstance(record, dict) else None
    if not isinstance(markup, str):
        detail = f"line {number} has no text field '{field}'; name the field that holds the page (--html-field)"
        if isinstance(record, dict) and str(record.get("schema")).startswith("warraq."):
            detail = f"line {number} is a record that warraq wrote, no page"
        yield member.refuse(Reason.UNSUPPORTED_FORMAT, detail)
        return
    url = next((value for key in _URLS if isinstance(value := record.get(key), str) and value), None)
    body = markup.encode("utf-8", "replace")
    seen = look(body[: 2**14])
    if seen is Look.EMPTY:
        yield member.refuse(Reason.EMPTY, f"field '{field}' is empty")
        return
    media = "text/plain" if seen is Look.TEXT else "text/html"
    yield page.raw_page(replace(member, source=replace(member.source, url=url), charset="utf-8"), body, media)
