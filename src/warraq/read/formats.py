"""Telling what bytes are by looking at them: markup, text, a known thing that is no page, or unknown."""

from __future__ import annotations

import re
from enum import StrEnum

_ROOT = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|frameset|table|div|p|script|style|article|center|font|h1|br|base"
    rb"|link|span|form|section|main|header|a)[\s/>]",
    re.I,
)
_CLOSING = re.compile(
    rb"</(?:p|div|html|body|head|title|table|td|span|h[1-6]|ul|li|script|article)\s?>|<br\s?/?>", re.I
)
"""Markup has some of these; a text that quotes tags, such as the help of a comment form, hardly ever."""

_CONTROLS = bytes(n for n in range(32) if n not in b"\t\n\x0b\f\r\x1a\x1b")
_XML_ROOT = re.compile(rb"<(?!!--|\?)(?:[A-Za-z0-9_-]{1,40}:)?([A-Za-z][A-Za-z0-9_.-]{0,40})")
_FEEDS = frozenset((b"rss", b"feed", b"urlset", b"sitemapindex", b"svg", b"rdf", b"opml", b"package", b"container"))

MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"OTTO", "a font"),
    (b"\x00\x01\x00\x00", "a font"),
    (b"ID3", "sound"),
    (b"OggS", "sound or film"),
    (b"FWS", "Flash"),
    (b"CWS", "Flash"),
    (b"\x1aE\xdf\xa3", "film"),
    (b"FLV", "film"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)
OTHERS = (
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"ITSF", "a CHM help file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"filedesc://", "an ARC file"),
)
"""Containers and documents that may hold a page but are not read: never passed over in silence."""

_IN_LETTERS = ("a PDF", "an RTF document", "an ARC file")
"""Formats that may begin with letters alone; in all others there are control characters after the first letters."""

_KNOWN = tuple(magic for magic, _ in (*MAGIC, *OTHERS))

_NO_PAGE = frozenset(
    "md mkd markdown rst adoc csv tsv css js mjs map json jsonld png jpg jpeg gif webp avif svg ico bmp tif tiff woff "
    "woff2 ttf otf eot pdf mp3 mp4 m4a m4v webm ogg oga ogv wav avi mov wmv flv swf xml rss atom txt.sha256 cdx cdxj "
    "idx sqlite db yaml yml toml ini log md5 sha1 sha256 exe dll apk py php~ bak swp lock ds_store thumbs.db rdf url "
    "lnk webloc".split()
)

_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".webarchive")

_NO_PAGE_NAMES = frozenset(
    "robots.txt ads.txt thumbs.db desktop.ini humans.txt readme readme.txt license license.txt licence licence.txt "
    "copying copying.txt changelog changelog.txt makefile dockerfile requirements.txt".split()
)
_NAMED = (
    ("a picture", frozenset("png jpg jpeg gif webp avif svg ico bmp tif tiff".split())),
    ("sound or film", frozenset("mp3 mp4 m4a m4v webm ogg oga ogv wav avi mov wmv flv swf".split())),
    ("a style sheet or a font", frozenset("css woff woff2 ttf otf eot".split())),
    ("a script or a program", frozenset("js mjs py exe dll apk".split())),
    ("a Markdown document", frozenset(("md", "mkd", "markdown"))),
    ("a table", frozenset(("csv", "tsv"))),
    ("data", frozenset("map json jsonld yaml yml toml ini sqlite db cdx cdxj idx".split())),
)


class Look(StrEnum):
    """What the head of a file looks like."""

    HTML = "html"
    XHTML = "xhtml"
    TEXT = "text"
    FEED = "feed"
    BINARY = "binary"
    EMPTY = "empty"


def look(head: bytes) -> Look:
    r"""Tell markup from text from anything else.

    >>> look(b"<!DOCTYPE html><html>"), look("خبر عاجل".encode("cp1256")), look(b"\x89PNG\r\n\x1a\n\x00")
    (<Look.HTML: 'html'>, <Look.TEXT: 'text'>, <Look.BINARY: 'binary'>)
    """
    if not head.strip(b" \t\r\n\x0b\x0c\x00"):
        return Look.EMPTY
    if what(head) and not _ROOT.search(head):
        return Look.BINARY
    plain = _narrow(head)
    start = plain.lstrip(b"\xef\xbb\xbf \t\r\n\x0b\x0c\x00")
    if start.startswith(b"<?xml"):
        return _xml(start)
    if _controls(plain) * 10 > len(plain) and not (start.startswith(b"<") and _ROOT.search(plain)):
        return Look.BINARY
    if start.startswith(b"<"):
        root = _XML_ROOT.match(start)
        if root and root.group(1).lower() in _FEEDS:
            return Look.FEED
        return Look.HTML
    if len(_CLOSING.findall(plain)) >= 2:
        return Look.HTML
    return Look.TEXT


def what(head: bytes) -> str | None:
    r"""A name for a known format that is not read, or None.

    >>> what(b"BM\x8a\xd0\x00\x00\x00\x00"), what(b"BMW and others"), what(b"%PDF-1.4")
    ('a picture', None, 'a PDF')
    """
    if not head.startswith(_KNOWN):
        return None
    name = next(name for magic, name in (*OTHERS, *MAGIC) if head.startswith(magic))
    return name if name in _IN_LETTERS or _controls(head[:64]) else None


def may_hold_a_page(head: bytes) -> bool:
    """Whether these bytes are of a kind that is not read and yet may hold a page."""
    return head.startswith(tuple(magic for magic, _ in OTHERS))


def is_no_page(name: str) -> bool:
    """Whether a name says that the file is part of a page or of an archive's own accounts, not a page.

    >>> is_no_page("style.css"), is_no_page("README.md"), is_no_page("news.php"), is_no_page("index")
    (True, True, False, False)
    """
    lower = name.lower()
    return lower in _NO_PAGE_NAMES or ("." in lower and lower.rsplit(".", 1)[-1] in _NO_PAGE)


def is_called_page(name: str) -> bool:
    """Whether a name says that the file is a page, so that its being none is worth a word.

    >>> is_called_page("خبر.HTML"), is_called_page("photo"), is_called_page("news.php")
    (True, False, False)
    """
    return name.lower().endswith(_PAGES)


def called(name: str) -> str:
    """What a file that is no page by its name calls itself.

    >>> called("notes.md"), called("site.css"), called("robots.txt")
    ('a Markdown document', 'a style sheet or a font', 'a file of another use')
    """
    ending = name.lower().rsplit(".", 1)[-1]
    return next((what for what, endings in _NAMED if ending in endings), "a file of another use")


def _narrow(head: bytes) -> bytes:
    """UTF-16 as bytes that can be searched."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    even, odd = head[::2], head[1::2]  # the upper bytes of ASCII and Arabic are 0 and 6
    for high, low, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if (high.count(b"\x00") + high.count(b"\x06")) * 10 > len(high) * 8 and low.count(b"\x00") * 10 < len(low):
            return head.decode(name, "ignore").encode("utf-8", "ignore")
    return head


def _controls(plain: bytes) -> int:
    return len(plain) - len(plain.translate(None, _CONTROLS))


def _xml(start: bytes) -> Look:
    root = re.search(rb"<(?!!|\?)(?:[A-Za-z0-9_-]{1,40}:)?([A-Za-z][A-Za-z0-9_.-]{0,40})", start)
    if root is None or root.group(1).lower() == b"html" or re.search(rb"<!doctype\s+html", start, re.I):
        return Look.XHTML
    return Look.FEED
