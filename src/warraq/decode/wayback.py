"""What the Wayback Machine puts into a page that is saved from it: taken out again, links turned back.

The toolbar stands between comments of its own; the rewritten addresses hold a 14-digit time and then the original.
Other replay servers (pywb, archive-it) write addresses of the same form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLOCKS = (
    ("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->", "wayback:toolbar"),
    ("<!--BEGIN WAYBACK TOOLBAR INSERT-->", "<!--END WAYBACK TOOLBAR INSERT-->", "wayback:toolbar"),
)
_SIGNS = ("WAYBACK TOOLBAR", "FILE ARCHIVED ON", "__wm.wombat(", "End Wayback Rewrite", "wombat.js")
"""What only a replayed page has; a page of today that links to the archive means that link."""

_STAMP = re.compile(r"/\d{14}(?:[a-z]{2}_)?/https?:/", re.ASCII)
_LINK = re.compile(
    r"(?:(?:https?:)?//[\w.:-]{1,100})?/(?:web|wayback|[\w-]{1,40}/web|\d{1,9})/\d{14}(?:[a-z]{2}_)?/(?=https?:/)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text, and what was taken out of it."""

    text: str
    repairs: tuple[str, ...] = ()


def unwrap(text: str) -> Unwrapped:
    """Take out the toolbar and give links their original addresses.

    >>> unwrap('<!-- FILE ARCHIVED ON --><a href="/web/20160301123456/http://example.com/a">خبر</a>').text
    '<!-- FILE ARCHIVED ON --><a href="http://example.com/a">خبر</a>'
    """
    if not _STAMP.search(text):
        return Unwrapped(text)
    if not any(sign in text for sign in _SIGNS) and not _is_rewritten(text):
        return Unwrapped(text)
    repairs: list[str] = []
    for begin, end, name in _BLOCKS:
        start = text.find(begin)
        stop = text.find(end, start) if start >= 0 else -1
        if stop >= 0:
            text = text[:start] + text[stop + len(end) :]
            repairs.append(name)
    text, links = _LINK.subn("", text)
    if links:
        repairs.append("wayback:links")
    return Unwrapped(text, tuple(repairs))


def _is_rewritten(text: str) -> bool:
    """Whether most links of the page are rewritten, though nothing else tells that it is a replay."""
    rewritten = sum(1 for _ in _STAMP.finditer(text))
    return rewritten >= 10 and rewritten * 2 > text.count("href=")
