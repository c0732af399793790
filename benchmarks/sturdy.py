"""How far the composed pages are still read when their markup is impoverished: a measure for outlets nobody has seen.

    python benchmarks/sturdy.py [--worst N]

Each page is changed by a rule that a reader would not notice, extracted again, and compared with the same hand-written
truth. What is lost from one row to the next is what warraq takes from class names, elements, declared data or white
space rather than from the text.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape

import composed
from lxml import html
from lxml.html import HtmlElement

from warraq import Article, extract

ELEMENTS = ("article", "main", "section", "header", "footer", "aside", "nav", "figure", "figcaption")
NAMES = ("class", "id", "role", "itemprop", "rel", "typeof", "property", "aria-label")
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody thead tfoot tr ul"
    " caption marquee".split()
)
SPACED = frozenset("p h1 h2 h3 h4 h5 blockquote figure ul ol".split())
UNSEEN = frozenset("script style head title noscript template svg option select textarea input object iframe".split())
_SPACE = re.compile(r"[ \t\r\n\f]+")


def decoded(raw: bytes) -> str:
    """The page's characters; the composed pages are UTF-8, UTF-16 with a mark or windows-1256."""
    if raw.startswith(b"\xff\xfe"):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1256")


def _tree(page: str) -> HtmlElement:
    return html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))


def _written(root: HtmlElement) -> str:
    return str(html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"))


def _elements(root: HtmlElement) -> Iterable[HtmlElement]:
    return [e for e in root.iter() if isinstance(e.tag, str) and e.tag not in ("script", "meta", "link")]


def hashed(page: str) -> str:
    """Class names and ids that mean nothing, as some frameworks write them."""
    root = _tree(page)
    for element in _elements(root):
        for name in ("class", "id"):
            if element.get(name):
                words = (hashlib.md5(w.encode()).hexdigest()[:6] for w in element.get(name).split())
                element.set(name, " ".join("x" + word for word in words))
    return _written(root)


def nameless(page: str) -> str:
    """No class, id, role, itemprop or rel."""
    root = _tree(page)
    for element in _elements(root):
        for name in NAMES:
            element.attrib.pop(name, None)
    return _written(root)


def divs(page: str) -> str:
    """Only div and span where HTML5 has names."""
    root = _tree(page)
    for element in _elements(root):
        if element.tag in ELEMENTS or element.tag == "time":
            element.tag = "span" if element.tag == "time" else "div"
    return _written(root)


def undeclared(page: str) -> str:
    """No og, meta or JSON-LD."""
    root = _tree(page)
    for element in [*root.iter("meta"), *root.iter("script")]:
        kept = element.get("charset") or element.get("http-equiv")
        if not kept and (element.tag == "meta" or "ld+json" in (element.get("type") or "")):
            element.drop_tree()
    return _written(root)


def minified(page: str) -> str:
    """No white space between tags."""
    return re.sub(r">\s+<", "><", page)


def bare(page: str) -> str:
    """All of it at once, but for the white space."""
    return nameless(divs(undeclared(page)))


def as_text(page: str) -> str:
    """What a browser's select-all and copy gives."""
    pieces: list[str | int] = []
    _walk(_tree(page), pieces)
    text, breaks = "", 0
    for piece in pieces:
        if isinstance(piece, int):
            breaks = max(breaks, piece)
        elif not breaks:
            text += piece
        elif piece.strip(" "):
            text = (text.rstrip(" ") + "\n" * breaks if text else "") + piece.lstrip(" ")
            breaks = 0
    return re.sub(r" {2,}", " ", re.sub(r" *\n *", "\n", text)).strip() + "\n"


def _walk(element: HtmlElement, pieces: list[str | int]) -> None:
    style = (element.get("style") or "").replace(" ", "") if isinstance(element.tag, str) else ""
    if (
        not isinstance(element.tag, str)
        or element.tag in UNSEEN
        or "display:none" in style
        or "hidden" in element.attrib
    ):
        return
    size = 0 if element.tag not in BLOCKS else 2 if element.tag in SPACED else 1
    if size:
        pieces.append(size)
    if element.tag == "br":
        pieces.append("\n")
    if element.tag in ("td", "th") and element.getprevious() is not None:
        pieces.append("\t")
    pieces.append(_SPACE.sub(" ", element.text or ""))
    for child in element:
        _walk(child, pieces)
        pieces.append(_SPACE.sub(" ", child.tail or ""))
    if size:
        pieces.append(size)


CHANGES: dict[str, tuple[Callable[[str], str], str]] = {
    "as it is": (str, "text/html"),
    "names hashed": (hashed, "text/html"),
    "no names": (nameless, "text/html"),
    "div and span": (divs, "text/html"),
    "undeclared": (undeclared, "text/html"),
    "minified": (minified, "text/html"),
    "bare": (bare, "text/html"),
    "as text": (as_text, "text/plain"),
}


@dataclass
class Row:
    """The figures of one change."""

    pages: int = 0
    f1: float = 0.0
    headlines: int = 0
    days: int = 0
    lists: int = 0
    accepted: int = 0


def _still_there(truth: composed.Record, page: str) -> bool:
    """Whether the change left the text on the page: some pages hold it only in their data."""
    words = set(composed.body_words(truth))
    return len(words & set(re.findall(r"\w+", unescape(page)))) * 2 >= len(words)


def measure(change: Callable[[str], str], media_type: str) -> tuple[Row, list[tuple[float, str]]]:
    """Extract every changed page that still holds its text; give the figures and the bodies, worst first."""
    row, bodies = Row(), []
    for case in composed.cases():
        if case.page.suffix != ".html":
            continue
        page = change(decoded(case.page.read_bytes()))
        if not _still_there(case.truth, page):
            continue
        answer = extract(page, media_type=media_type)
        if case.rejected is not None:
            row.lists += 1
            row.accepted += isinstance(answer, Article)
            continue
        if "body" not in case.truth:
            continue
        record = composed.as_record(answer) if isinstance(answer, Article) else {}
        f1 = composed.body_f1(case.truth, record)
        row.pages += 1
        row.f1 += f1
        row.headlines += record.get("headline") == case.truth["headline"]
        row.days += (record.get("published") or "")[:10] == (case.truth.get("published") or "")[:10]
        bodies.append((f1, case.name))
    return row, sorted(bodies)


def main() -> int:
    """Print one row per change."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="also name the N worst bodies of each row")
    options = parser.parse_args()
    print(f"{'':13} {'body F1':>8} {'headline':>9} {'day':>7}   no article, taken for one")
    for name, (change, media_type) in CHANGES.items():
        row, bodies = measure(change, media_type)
        of = row.pages
        print(
            f"{name:13} {row.f1 / of:8.4f} {row.headlines:5}/{of} {row.days:4}/{of}   {row.accepted} of {row.lists}",
            flush=True,
        )
        for f1, page in bodies[: options.worst]:
            print(f"      {f1:.3f} {page}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
