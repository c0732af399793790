"""Compares detectors of encodings with the ladder of ``warraq.decode``, on pages that are encoded anew.

Usage: python benchmarks/detectors.py FOLDER    (needs chardet, charset-normalizer, faust-cchardet, resiliparse)

A page counts as right if the text is that of the original, numeric references resolved. The short texts are the first
words of the visible text of each page in bare markup, undeclared.
"""

from __future__ import annotations

import html
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import cchardet
import chardet
import charset_normalizer
from reencode import _META, declare, encoded
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

from warraq.decode import decode
from warraq.errors import PageFault
from warraq.model import Limits, RawPage, Source

CASES = (
    ("1256 declared", "cp1256", "windows-1256"),
    ("1256 undeclared", "cp1256", None),
    ("1256 as utf-8", "cp1256", "utf-8"),
    ("1256 as 1252", "cp1256", "windows-1252"),
    ("utf-8 undeclared", "utf-8", None),
    ("utf-8 as 1256", "utf-8", "windows-1256"),
    ("8859-6 declared", "iso8859-6", "iso-8859-6"),
    ("8859-6 undeclared", "iso8859-6", None),
    ("8859-6 as 1256", "iso8859-6", "windows-1256"),
    ("mac undeclared", "mac_arabic", None),
    ("cp720 undeclared", "cp720", None),
    ("utf-8, 3 bad bytes", "damaged", "utf-8"),
)
_TAG = re.compile(r"<(script|style).*?</\1>|<[^>]*>", re.S | re.I)


def by_name(detect: Callable[[bytes], str | None]) -> Callable[[bytes], str]:
    """Decode by the name that a detector gives."""

    def read(body: bytes) -> str:
        try:
            return body.decode(detect(body) or "ascii", "replace")
        except LookupError:
            return ""

    return read


def ladder(body: bytes) -> str:
    """Decode as this project does."""
    try:
        return decode(RawPage(Source(), body), Limits()).text
    except PageFault:
        return ""


READERS: dict[str, Callable[[bytes], str]] = {
    "warraq.decode": ladder,
    "chardet": by_name(lambda body: chardet.detect(body)["encoding"]),
    "charset-normalizer": by_name(lambda body: getattr(charset_normalizer.from_bytes(body).best(), "encoding", None)),
    "faust-cchardet": by_name(lambda body: cchardet.detect(body)["encoding"]),
    "resiliparse": lambda body: bytes_to_str(body, detect_encoding(body, from_html_meta=True)),
}


def same(one: str, other: str) -> bool:
    """Whether two readings show the same text."""
    return html.unescape(_META.sub("", one)) == html.unescape(_META.sub("", other))


def damaged(markup: str) -> bytes:
    """UTF-8 with the second byte of three letters lost."""
    body = markup.encode()
    for number in (1, 2, 3):
        place = body.find("ا".encode(), len(body) * number // 4)
        body = body[: place + 1] + body[place + 2 :]
    return body


def rows(pages: list[str]) -> list[tuple[str, list[tuple[bytes, str]]]]:
    """Every case: its name, and bytes with the text that they should give."""
    found = []
    for name, encoding, declared in CASES:
        texts = [declare(page, declared) for page in pages]
        if encoding == "damaged":
            bodies = [damaged(text) for text in texts]
            found.append((name, [(body, body.decode("utf-8", "replace")) for body in bodies]))
        else:
            found.append((name, [(encoded(text, encoding), text) for text in texts]))
    for count in (3, 8, 20):
        for encoding in ("cp1256", "iso8859-6"):
            short = []
            for page in pages:
                words = [w for w in _TAG.sub(" ", page).split() if re.search("[ء-ي]{2}", w)][:count]
                text = f"<html><body><p>{html.unescape(' '.join(words))}</p></body></html>"
                text = "".join(c for c in text if c.isascii() or "ء" <= c <= "ي")
                short.append((encoded(text, encoding), text))
            found.append((f"{count} words, {encoding}", short))
    return found


def main() -> None:
    """Print a line for each case and a column for each detector; times last."""
    paths = sorted(Path(sys.argv[1]).glob("*.html"))
    pages = [decode(RawPage(Source(), path.read_bytes()), Limits()).text for path in paths]
    print(f"{'':22}" + "".join(f"{name:>20}" for name in READERS))
    spent = dict.fromkeys(READERS, 0.0)
    count = 0
    for case, bodies in rows(pages):
        line = f"{case:22}"
        count += len(bodies)
        for name, read in READERS.items():
            start = time.perf_counter()
            texts = [read(body) for body, _ in bodies]
            spent[name] += time.perf_counter() - start
            line += (
                f"{sum(same(text, wanted) for text, (_, wanted) in zip(texts, bodies, strict=True)):17}/{len(bodies)}"
            )
        print(line, flush=True)
    print(f"{'ms a page':22}" + "".join(f"{spent[name] / count * 1000:20.2f}" for name in READERS))


if __name__ == "__main__":
    main()
