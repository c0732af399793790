"""A page as such: HTML, XHTML or plain text. The last of the readers; what it does not know is refused.

Also read here is what a page says of its own saving: ``saved from url`` comments of browsers, SingleFile's comment,
and the address and time of a Wayback Machine capture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from warraq.model import RawPage, Reason
from warraq.read.formats import Look, called, is_called_page, is_no_page, look, may_hold_a_page, what
from warraq.read.http import HttpAnswer, TooLarge, body_of, charset_of, split
from warraq.read.item import Answer, Into, Item

MEDIA = {Look.HTML: "text/html", Look.XHTML: "application/xhtml+xml", Look.TEXT: "text/plain"}
"""Media types of what is a page."""

_SAVED = re.compile(rb"<!--\s{0,9}saved from url=\(\d{1,9}\)([^\s>]{1,2000}?)\s{0,9}-->")
_SINGLEFILE = re.compile(
    rb"Page saved with SingleFile\s{1,9}url:\s{0,9}(\S{1,2000})(?:\s{1,9}saved date:\s{0,9}([^\n]{1,60}))?"
)
_WAYBACK = re.compile(r"/web/(\d{14})(?:[a-z]{2}_)?/(https?:/[^\s\"'<>]{1,2000})")
_WOMBAT = re.compile(rb"__wm\.wombat\(\s{0,9}[\"'](http[^\"']{1,2000})[\"'],\s{0,9}[\"'](\d{14})[\"']")
_TOOLBAR = re.compile(rb"<!--\s?BEGIN WAYBACK TOOLBAR INSERT\s?-->")
_TOOLBAR_LINK = re.compile(rb"/web/(\d{14})(?:[a-z]{2}_)?/(https?:/[^\s\"'<>]{1,2000})")
_FILED = re.compile(rb"FILE ARCHIVED ON (\d\d:\d\d:\d\d) ([A-Z][a-z]{2}) (\d\d), (\d{4})")
_MONTHS = (b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec")
_HEAD = 2**13
"""Where browsers and the Wayback Machine put what they say: the first and the last bytes."""

_WINDOW = 2**16
_LOOK = 2**14
_FAR = 2**20


@dataclass(frozen=True, slots=True)
class Saving:
    """What a page says of its own saving."""

    url: str | None = None
    captured: str | None = None


def matches(item: Item) -> bool:
    """Everything ends here."""
    return True


def read(item: Item, into: Into) -> Iterator[Answer]:
    """The page, or why it is none; what an archive or folder holds besides pages is passed over."""
    head = item.stream.peek(_LOOK)
    seen = look(head)
    if seen is Look.EMPTY and len(head) == _LOOK:  # old scripts print much white space before the page
        head = item.stream.peek(_FAR)
        seen = look(head.lstrip()[:_LOOK])
    if seen in MEDIA and not _is_no_page(item, seen):
        yield from _take(item, MEDIA[seen])
    elif item.named or may_hold_a_page(head):
        yield _refusal(item, seen, head)
    elif (seen is Look.EMPTY and not is_no_page(item.name)) or is_called_page(item.name):
        yield _refusal(item, seen, head)
    else:
        yield item.pass_over(what(head) or called(item.name))


def is_answer(item: Item) -> bool:
    """Whether it is an HTTP answer with its header, as some programs save it."""
    return item.stream.peek(16).startswith((b"HTTP/1.", b"HTTP/2 "))


def read_answer(item: Item, into: Into) -> Iterator[Answer]:
    """The page of an HTTP answer."""
    most = item.options.limits.page_bytes
    content = item.stream.take_all(most)
    answer = split(content)
    try:
        body = body_of(answer, most) if answer else content
    except TooLarge:
        body = bytes(most + 1)
    if len(body) > most or len(content) > most:
        yield item.refuse(Reason.TOO_LARGE, f"more than {most} bytes (page_bytes); raise the limit if this is a page")
    elif answer is None or look(body[:_LOOK]) not in MEDIA:
        yield item.refuse(Reason.UNSUPPORTED_FORMAT, "an HTTP answer without a page in it")
    else:
        yield answered(item, answer, body, media_type_of(body))


def answered(item: Item, answer: HttpAnswer, body: bytes, media_type: str) -> Answer:
    """The page that a server sent, refused if it says that it is none."""
    if answer.status >= 400:
        return item.refuse(Reason.NOT_AN_ARTICLE, f"the server answered with status {answer.status}")
    return raw_page(replace(item, charset=charset_of(answer.content_type)), body, media_type)


def _take(item: Item, media_type: str) -> Iterator[Answer]:
    """The item's bytes as a page of a type that is known."""
    most = item.options.limits.page_bytes
    body = item.stream.take_all(most)
    if len(body) > most:
        yield item.refuse(Reason.TOO_LARGE, f"more than {most} bytes (page_bytes); raise the limit if this is a page")
        return
    yield raw_page(item, body, media_type)


def media_type_of(body: bytes) -> str:
    """The media type of bytes that are a page: what is neither markup nor text is given to the HTML parser."""
    return MEDIA.get(look(body[:_FAR].lstrip()[:_LOOK]), "text/html")


def raw_page(item: Item, body: bytes, media_type: str) -> RawPage:
    """A page, with what its container and the page itself say of it; the container is believed first."""
    saving = saving_of(body) if media_type != "text/plain" else Saving()
    source = replace(
        item.source,
        media_type=media_type,
        sha256=hashlib.sha256(body).hexdigest(),
        url=item.source.url or saving.url,
        captured=item.source.captured or saving.captured,
    )
    replayed = _replayed(source.url or "")
    if replayed is not None:
        source = replace(source, url=replayed.url, captured=replayed.captured)
    return RawPage(source, body, item.charset)


def saving_of(body: bytes) -> Saving:
    """What a page says of its own saving.

    >>> saving_of(b"<!-- saved from url=(0022)http://example.com/a/1 -->")
    Saving(url='http://example.com/a/1', captured=None)
    """
    head = body[:_HEAD]
    saved = None
    if b"saved from url" in head:
        saved = _SAVED.search(head)
    elif b"saved with SingleFile" in head:
        saved = _SINGLEFILE.search(head)
    if saved:
        url = saved.group(1).decode("utf-8", "replace")
        if url.startswith(("http:", "https:")):
            return _replayed(url) or Saving(url)
    if b"archive.org" not in head and b"WAYBACK" not in head and b"FILE ARCHIVED ON" not in body[-_HEAD:]:
        return Saving()
    wombat = _WOMBAT.search(body, 0, _WINDOW)
    if wombat:
        return Saving(wombat.group(1).decode("utf-8", "replace"), _iso(wombat.group(2).decode()))
    return _from_toolbar(body)


def _from_toolbar(body: bytes) -> Saving:
    """The first address in the Wayback toolbar is the page's; the time also stands in a comment at the end."""
    bar = _TOOLBAR.search(body)
    link = _TOOLBAR_LINK.search(body, bar.end(), bar.end() + _WINDOW) if bar else None
    if link:
        return Saving(link.group(2).decode("utf-8", "replace"), _iso(link.group(1).decode()))
    filed = _FILED.search(body, max(0, len(body) - _HEAD))
    if filed and filed.group(2) in _MONTHS:
        time, month, day, year = (part.decode() for part in filed.groups())
        return Saving(None, f"{year}-{_MONTHS.index(month.encode()) + 1:02}-{day}T{time}Z")
    return Saving()


def _replayed(url: str) -> Saving | None:
    """The original address and the capture time that the address of a replay holds, None if it is no replay."""
    found = _WAYBACK.search(url)
    return Saving(found.group(2), _iso(found.group(1))) if found else None


def _iso(stamp: str) -> str:
    """A 14-digit time as ISO 8601."""
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[8:10]}:{stamp[10:12]}:{stamp[12:]}Z"


def _is_no_page(item: Item, seen: Look) -> bool:
    """Whether a file is a script, a style sheet or an archive's own account; a named one is read if it is markup."""
    return is_no_page(item.name) and seen is not Look.XHTML and (not item.named or seen is Look.TEXT)


def _refusal(item: Item, seen: Look, head: bytes) -> Answer:
    if seen is Look.EMPTY and len(head) < _FAR:
        return item.refuse(Reason.EMPTY, "the file is empty; save the page again")
    if seen in MEDIA:
        detail = f"by its name this is {called(item.name)}; if it is a saved page, name it .html, or .txt for text"
        return item.refuse(Reason.UNSUPPORTED_FORMAT, detail)
    name = what(head) or ("XML that is no page" if seen is Look.FEED else "no page in a format that is known")
    return item.refuse(Reason.UNSUPPORTED_FORMAT, f"this is {name}; give HTML, text, MHTML, WARC, zip or tar")
