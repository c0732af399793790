"""The one walk of the tree: DOM to blocks.

A block is a run of text that the page sets apart: everything between two boundaries, a boundary being the start or
end of a block-level element or a line break. Inline elements do not cut, so a sentence with a link in it is one
block. The walk keeps its own stack (pages with 100,000 nested elements exist) and looks at the attributes of an
element only when text stands inside it: most elements of a page hold none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import cast

from lxml import etree

from warraq.letters import count_letters
from warraq.locate.frames import HEADINGS, Frame, look, names_of
from warraq.locate.tables import Tables
from warraq.model import Block, ImageRef, Kind

_SKIPPED = frozenset(
    "head script style noscript template svg math iframe object embed select option datalist textarea input "
    "canvas audio video map area base link meta param source track progress meter title button".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul amp-sidebar amp-carousel amp-accordion".split()
)
_BOLD = frozenset(("b", "strong"))
_DATED = frozenset(("time", "abbr"))
_TABLE_TAGS = frozenset(("table", "tr", "td", "th"))
_COUNTED = frozenset(("a", "pre", *_BOLD, *_DATED, *_TABLE_TAGS))
_IMAGE_TAGS = frozenset(("img", "amp-img", "amp-anim"))
_NOT_ENTERED = frozenset(("br", *_IMAGE_TAGS, *_SKIPPED))
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy", "src")
_LONGEST_HEADING = 240
_LONGEST_INSIDE = 120
"""Characters beyond which a heading element holds text, by itself and in an element inside it: an unclosed <h4> wraps
all that follows."""

_SMALL = 4
_LONGEST_TITLE = 60
"""Characters beyond which a small heading with a full stop is a paragraph that an editor marked so."""

_META_TOKENS = frozenset(
    "author byline writer date time published updated posted category categories cat tag tags section comments views "
    "vcard credit reading readtime source entry-date post-date".split()
)
_PICTURED = re.compile(r"caption|(?:image|photo|img|pic|picture|media)[-_]{0,2}(?:credit|copyright)")
_SEPARATORS = " |/-–—·•,،:»›\N{NO-BREAK SPACE}\t\r\n"
_EMPTY_LINE, _LINE = re.compile(r"\n[ \t\r]*(?=\n)"), re.compile(r"\n")
_TYPED_LINE = 110
"""Characters up to which the lines of a ``<pre>`` are parts of paragraphs, wrapped by hand."""

_MOST_LINKS = 200
_ICON = 80
_LONGEST_META = 120
"""Characters of a line of details (writer, date, section) whose parts are blocks of their own."""

_AGES = ("منذ", "قبل")
"""Begin an age in place of a date; the day stands in the title of its element, whatever that is."""

_DATE_TITLE = re.compile(r"\d{4}")
_PARAGRAPHS = frozenset(("p", "li", "td", "blockquote", "dd", *HEADINGS))


@dataclass(frozen=True, slots=True)
class Walk:
    """Everything visible on a page, in page order."""

    blocks: tuple[Block, ...]
    images: tuple[ImageRef, ...]


class _Run:
    """The text since the last boundary.

    ``shared`` is how many open elements are around all of it; ``inner`` is a closed inline element that holds all of
    it (``<div><span class="date">…</span></div>``), as long as no text has come after. ``direct``: some of it stands
    in the block itself; ``loose``: only separators have come since an inline element ended; ``aged``: what came last
    begins like an age.
    """

    __slots__ = (
        "texts",
        "chars",
        "aged",
        "shared",
        "direct",
        "loose",
        "before",
        "links",
        "hrefs",
        "link",
        "plain",
        "time",
        "inner",
    )

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.chars = 0
        self.aged = False
        self.shared = 0
        self.direct = False
        self.loose = False
        self.before: etree._Element | None = None
        self.links: list[list[str]] = []
        self.hrefs: list[str] = []
        self.link: etree._Element | None = None
        self.plain = False
        self.time = ""
        self.inner: Frame | None = None


def walk(root: etree._Element, max_chars: int = 8_000_000, max_depth: int = 4000) -> Walk:
    """Read all blocks and images of a tree.

    Args:
        root: the page; not changed.
        max_chars: most characters of text taken.
        max_depth: elements nested deeper are not followed.
    """
    return _Walker(max_chars, max_depth).read(root)


@lru_cache(maxsize=2048)
def _is_meta(names: str) -> bool:
    """Whether the names are those of a detail: writer, date, section."""
    if not names:
        return False
    return not _META_TOKENS.isdisjoint(re.split(r"[\s_-]+", names)) or _PICTURED.search(names) is not None


class _Walker:
    """State of one walk."""

    def __init__(self, max_chars: int, max_depth: int) -> None:
        self.blocks: list[Block] = []
        self.images: list[ImageRef] = []
        self.tables = Tables()
        self.frames: list[Frame] = []
        self.run = _Run()
        self.breaks = 0
        self.links: list[etree._Element] = []
        self.bolds = 0
        self.typed = 0
        self.nodes = 0
        self.room = max_chars
        self.max_depth = max_depth

    def read(self, root: etree._Element) -> Walk:
        """Walk in document order with a stack of child iterators."""
        self.enter(root, root.tag, root.text)
        frames = self.frames
        while frames:
            for child in frames[-1].children:
                tag = child.tag
                if tag in _NOT_ENTERED:
                    if tag == "br":
                        self.line_break()
                    elif tag in _IMAGE_TAGS:
                        self.image(child)
                elif len(frames) < self.max_depth and isinstance(tag, str):
                    text = child.text
                    if text or len(child) or tag in _DATED:
                        self.enter(child, tag, text)
                        break
                    if tag in _BLOCKS:  # icons, spacers and slots for ads: a tenth of all elements is empty
                        self.flush()
                        self.breaks = 0
                tail = child.tail
                if tail and (self.run.texts or not tail.isspace()):
                    self.take(tail)
            else:
                self.leave()
        return Walk(self.tables.settle(self.blocks), tuple(self.images))

    def enter(self, element: etree._Element, tag: str, text: str | None) -> None:
        """Enter an element."""
        block = tag in _BLOCKS
        if block:
            if self.run.texts:
                self.flush()
            self.breaks = 0
        elif self.run.loose:
            self.part(element, tag)
        self.nodes += 1
        self.frames.append(Frame(element, tag, self.nodes, block))
        if tag in _COUNTED:
            self.count(element, tag)
        if text and (self.run.texts or not text.isspace()):
            self.take(text)

    def count(self, element: etree._Element, tag: str) -> None:
        """Note an element that says of the text in it that it is linked, bold, dated or in a table."""
        if tag == "a":
            self.links.append(element)
        elif tag in _BOLD:
            self.bolds += 1
        elif tag in _TABLE_TAGS:
            self.tables.enter(tag, self.nodes)
        elif tag == "pre":
            self.typed += 1
        else:
            stamp = element.get("datetime") or element.get("title") or ""
            if not self.run.time and len(stamp) < 80 and _DATE_TITLE.search(stamp):
                self.run.time = stamp

    def uncount(self, tag: str) -> None:
        """Such an element has ended."""
        if tag == "a":
            self.links.pop()
        elif tag in _BOLD:
            self.bolds -= 1
        elif tag == "table":
            self.tables.leave()
        elif tag == "pre":
            self.typed -= 1

    def part(self, element: etree._Element, tag: str) -> None:
        """Two inline elements side by side: the parts of a line of details are blocks, two links are two words.

        So are two elements outside paragraphs one of which has a name, which style sheets set apart; in a paragraph,
        an editor's markup may cut a word.
        """
        run = self.run
        before = run.before
        named = (before is not None and before.get("class")) or element.get("class") or element.get("id")
        if tag == "a" or (not run.direct and named and not self.in_paragraph()):
            run.texts.append(" ")
            run.aged = False
        if not run.direct and run.chars <= _LONGEST_META:
            ended = before is not None and tag == before.tag == "span" and _is_meta(names_of(before))
            if tag == "time" or ended or _is_meta(names_of(element)):
                self.flush()

    def in_paragraph(self) -> bool:
        """Whether the innermost block element is one of running text."""
        tag = next((f.tag for f in reversed(self.frames) if f.block), "")
        return tag in _PARAGRAPHS

    def leave(self) -> None:
        """Leave the innermost element; the text behind it belongs to the one around it."""
        frame = self.frames[-1]
        run = self.run
        if run.aged and not run.time:
            self.age(frame.element)
        if frame.block:
            if run.texts:
                self.flush()
            self.breaks = 0
        elif run.texts:
            run.loose = True
            run.before = frame.element
            if len(self.frames) == run.shared:
                run.inner = run.inner or look(self.frames, run.shared)
                run.shared -= 1
        if frame.tag in _COUNTED:
            self.uncount(frame.tag)
        self.frames.pop()
        tail = frame.element.tail
        if tail and self.frames and (self.run.texts or not tail.isspace()):
            self.take(tail)

    def age(self, element: etree._Element) -> None:
        """Note the day that an element with an age in it ("منذ يومين") has in its title."""
        stamp = element.get("title") or ""
        if len(stamp) < 80 and _DATE_TITLE.search(stamp):
            self.run.time = stamp

    def take_typed(self, text: str) -> None:
        """Add the text of a ``<pre>``, in which empty lines part paragraphs."""
        wrapped = max(map(len, text.split("\n"))) <= _TYPED_LINE
        for n, part in enumerate((_EMPTY_LINE if wrapped else _LINE).split(text)):
            if n:
                self.line_break()
            self.take(part.replace("\n", " "))

    def take(self, text: str) -> None:
        """Add text to the run."""
        if self.typed and "\n" in text:
            self.take_typed(text)
            return
        run = self.run
        if text.isspace():
            if run.texts:
                run.texts.append(" ")
                run.aged = False
            return
        if len(text) > self.room:
            text = text[: self.room]
        self.room -= len(text)
        if not run.texts or len(self.frames) < run.shared:
            run.shared = len(self.frames)
        run.inner = None
        if text.strip(_SEPARATORS):
            run.loose = False
            run.direct = run.direct or self.frames[-1].block
        run.texts.append(text)
        run.aged = text.startswith(_AGES)
        run.chars += len(text)
        if self.links:
            if self.links[-1] is run.link or len(run.links) >= _MOST_LINKS:
                run.links[-1].append(text)
            else:
                run.link = self.links[-1]
                run.links.append([text])
                run.hrefs.append((run.link.get("href") or "")[:4000])
        if not self.bolds:
            run.plain = True

    def line_break(self) -> None:
        """A ``<br>`` ends a run; two in a row are an empty line."""
        if self.run.texts:
            self.flush()
            self.breaks = 0
        self.breaks += 1

    def flush(self) -> None:
        """Make a block of the run, if there is text in it."""
        run = self.run
        if not run.texts:
            return
        self.run = _Run()
        text = " ".join("".join(run.texts).split())
        if not text:
            return
        frame = run.inner or look(self.frames, run.shared)
        kind, level, group, _, _ = frame.setting
        if (
            level
            and kind is Kind.HEADING
            and (
                len(text) > (_LONGEST_HEADING if frame.tag in HEADINGS else _LONGEST_INSIDE)
                or (level >= _SMALL and len(text) > _LONGEST_TITLE and text[-1] == "." and not run.links)
            )
        ):
            kind, level = Kind.LINE, 0
        order = len(self.blocks)
        self.tables.text(order, len(text))
        links = tuple([" ".join("".join(pieces).split()) for pieces in run.links]) if run.links else ()
        linked = sum(map(count_letters, links)) if links else 0
        found = (linked, tuple(run.hrefs), group, order, not run.plain, frame.hidden, self.breaks, run.time, links)
        self.blocks.append(Block(text, kind, level, frame.path, *found))

    def image(self, element: etree._Element) -> None:
        """Note an image with the address that a lazy loader would fetch."""
        given = cast("dict[str, str]", dict(element.items()))
        url = next((v for v in map(given.get, _LAZY) if v and not v.startswith("data:")), "")
        if url and not _is_small(given):
            frame = look(self.frames, len(self.frames))
            self.images.append(
                ImageRef(
                    url=url.strip()[:4000],
                    alt=" ".join(unescape(given.get("alt", "")).split())[:1000],
                    group=frame.setting.figure,
                    order=len(self.blocks) + bool(self.run.texts),
                    path=frame.path,
                    names=given.get("class", "")[:400].lower(),
                    href=(self.links[-1].get("href") or "")[:4000] if self.links else "",
                )
            )


def _is_small(given: Mapping[str, str]) -> bool:
    """Whether its attributes make an image an icon: at most 80 pixels on one side."""
    for side in ("width", "height"):
        value = given.get(side, "").removesuffix("px")
        if value.isdecimal() and int(value[:6]) <= _ICON:
            return True
    return False
