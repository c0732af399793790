"""Re-encodes pages with true, missing and wrong declarations and compares what decode makes of them.

Usage: python benchmarks/reencode.py FOLDER [--pipeline]

Text mode compares the decoded markup with that of the original page, numeric references resolved (characters that the
target encoding lacks are written as such); --pipeline compares headline and body of the whole record.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warraq.decode import decode
from warraq.errors import PageFault
from warraq.model import Limits, RawPage, Source

_META = re.compile(r"<meta[^>]*charset[^>]*>", re.I)


@dataclass(frozen=True)
class Case:
    """How a page is re-encoded: with which encoding, declaring what (None: nothing), and how many must be right."""

    name: str
    encoding: str
    declared: str | None
    floor: int


CASES = (
    Case("1256, declared", "cp1256", "windows-1256", 34),
    Case("1256, undeclared", "cp1256", None, 34),
    Case("1256, declared utf-8", "cp1256", "utf-8", 34),
    Case("1256, declared windows-1252", "cp1256", "windows-1252", 34),
    Case("1256, declared iso-8859-1", "cp1256", "iso-8859-1", 34),
    Case("utf-8, declared windows-1256", "utf-8", "windows-1256", 34),
    Case("utf-8, undeclared", "utf-8", None, 34),
    Case("8859-6, declared", "iso8859-6", "iso-8859-6", 33),
    Case("8859-6, undeclared", "iso8859-6", None, 0),
    Case("8859-6, declared windows-1256", "iso8859-6", "windows-1256", 0),
    Case("1256, declared iso-8859-6", "cp1256", "iso-8859-6", 0),
    Case("mac-arabic, undeclared", "mac_arabic", None, 0),
    Case("cp720, undeclared", "cp720", None, 0),
    Case("utf-16 with BOM", "utf-16", None, 0),
    Case("utf-16-le without BOM", "utf-16-le", None, 0),
)


def declare(markup: str, label: str | None) -> str:
    """The markup with its own declarations taken out and another put in."""
    markup = _META.sub("", markup)
    if label is None:
        return markup
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
    return re.sub(r"(<head[^>]*>)", lambda m: m.group(1) + meta, markup, count=1, flags=re.I)


def encoded(markup: str, encoding: str) -> bytes:
    """The page as bytes; what the encoding lacks as numeric references."""
    if encoding == "mac_arabic":  # Python would encode ASCII as the right-to-left doubles of this set
        return b"".join(c.encode("ascii") if c.isascii() else _one(c, encoding) for c in markup)
    return markup.encode(encoding, "xmlcharrefreplace")


@cache
def _one(character: str, encoding: str) -> bytes:
    return character.encode(encoding, "xmlcharrefreplace")


def decoded(body: bytes) -> str:
    """The page as characters, references resolved so that written-out ones compare equal."""
    try:
        page = decode(RawPage(Source(media_type="text/html"), body), Limits())
    except PageFault as fault:
        return f"({fault})"
    return html.unescape(_META.sub("", page.text))


def extracted(body: bytes) -> str:
    """Headline and body of the record of the page."""
    from warraq import extract

    answer = extract(body)
    if hasattr(answer, "reason"):
        return f"({answer.stage} {answer.reason})"
    return f"{answer.headline}\n" + "\n".join(block.plain for block in answer.body)


def main() -> int:
    """Print a line for each case, and the pages that differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pipeline", action="store_true")
    parser.add_argument("--errors", action="store_true", help="name the pages that differ")
    options = parser.parse_args()
    see = extracted if options.pipeline else decoded
    failed = False
    pages = sorted(options.folder.glob("*.html"))
    originals = {}
    for path in pages:
        markup = decode(RawPage(Source(), path.read_bytes()), Limits()).text
        originals[path] = (markup, see(path.read_bytes()))
    for case in CASES:
        wrong = []
        for path, (markup, wanted) in originals.items():
            body = encoded(declare(markup, case.declared), case.encoding)
            if see(body) != wanted:
                wrong.append(path.name)
        right = len(pages) - len(wrong)
        failed |= len(pages) == 35 and right < case.floor
        print(f"{case.name:34} {right:3} of {len(pages)}   floor {case.floor or '-'}")
        if options.errors and wrong:
            print("    " + ", ".join(wrong))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
