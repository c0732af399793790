"""UTF-8 with damage in it: bad bytes, pieces of other encodings, and what browsers do to it."""

from __future__ import annotations

import re

from warraq.decode.plausible import shape
from warraq.decode.reading import Reading

_ESCAPED = re.compile("[\udc80-\udcff]+")
_SPLIT = re.compile(rb"([\xc2\xd8-\xdb])&nbsp;")
"""Two bytes of UTF-8 that a browser read as windows-1252 and saved: it writes the second, A0, as a reference."""

_BARE_SPACE = "\udca0"
"""Byte A0 by itself: the no-break space of every single-byte set, which programs put into UTF-8 pages as it is."""


def mostly_utf8(body: bytes, words: bytes, rule: str) -> Reading | None:
    """UTF-8 with a few bad bytes stays UTF-8; whole words of windows-1256 in it are read as such."""
    if _is_mostly_bad(words):
        return None
    text = _SPLIT.sub(b"\\1\xa0", body).decode("utf-8", "surrogateescape")
    pieces = 0

    def put(run: re.Match[str]) -> str:
        nonlocal pieces
        if run.group() == _BARE_SPACE:
            return "\N{NO-BREAK SPACE}"
        if len(run.group()) > 2:
            word = run.group().encode("utf-8", "surrogateescape").decode("cp1256")
            if shape(word).arabic == 1:
                pieces += 1
                return word
        return "\ufffd"

    before = text.count("\ufffd")
    text = _ESCAPED.sub(put, text)
    return Reading(
        text,
        "utf-8",
        rule,
        text.count("\ufffd") - before,
        repairs=("mixed:windows-1256",) if pieces else (),
    )


def _is_mostly_bad(words: bytes) -> bool:
    """Whether a third or more of what is not ASCII is no UTF-8."""
    text = words.decode("utf-8", "surrogateescape")
    bad = sum(len(run) for run in _ESCAPED.findall(text))
    high = len(text) - len(text.encode("ascii", "ignore"))
    return bad > (high - bad) // 2
