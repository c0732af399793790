"""The one walk of the tree: DOM to blocks.

A block is a run of text that the page sets apart: everything between two boundaries, a boundary being the start or
end of a block-level element or a line break. Inline elements do not cut, so a sentence with a link in it is one
block. The walk keeps its own stack (pages with 100,000 nested elements exist) and looks at the attributes of an
element only when text stands inside it: most elements of a page hold none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from lxml import etree

from warraq.letters import count_letters
from warraq.locate.tables import Tables
from warraq.model import Block, ImageRef, Kind, Step

_SKIPPED = frozenset(
    "head script style noscript template svg math iframe object embed select option datalist textarea input "
    "canvas audio video map area base link meta param source track progress meter title button".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul amp-sidebar amp-carousel amp-accordion".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_ITEMS = frozenset(("li", "dd", "dt"))
_BOLD = frozenset(("b", "strong"))
_PARAGRAPHS = frozenset(("p", "li", "td", "blockquote", "dd", *_HEADINGS))
_DATED = frozenset(("time", "abbr"))
_TABLE_TAGS = frozenset(("table", "tr", "td", "th"))
_IMAGE_TAGS = frozenset(("img", "amp-img", "amp-anim"))
_TELLING_TAGS = frozenset(("blockquote", "figure", "figcaption", *_HEADINGS, *_LISTS, *_ITEMS))
_TELLING_ATTRIBUTES = frozenset(("class", "id", "role", "itemprop", "rel"))
_HIDDEN_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_HIDDEN_NAMES = frozenset(
    "hidden d-none hide invisible screen-reader-text sr-only visually-hidden visuallyhidden element-invisible "
    "screen-reader-only a11y-hidden assistive-text off-screen offscreen".split()
)
_EMBED_NAMES = frozenset(
    "twitter-tweet twitter-video instagram-media fb-post fb-video tiktok-embed reddit-card telegram-post "
    "twitter-quote bluesky-embed text-post-media".split()
)
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy", "src")
_LONGEST_HEADING = 240
_LONGEST_INSIDE = 120
"""Characters beyond which a heading element holds text, by itself and in an element inside it: an unclosed <h4> wraps
all that follows."""

_META_TOKENS = frozenset(
    "author byline writer date time published updated posted category categories cat tag tags section comments views "
    "vcard credit reading readtime source entry-date post-date".split()
)
_SEPARATORS = frozenset(" |/-–—·•,،:»›\N{NO-BREAK SPACE}\t\r\n")
_MOST_LINKS = 200
_ICON = 80
_LONGEST_META = 120
"""Characters of a line of details (writer, date, section) whose parts are blocks of their own."""

_DATE_TITLE = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Walk:
    """Everything visible on a page, in page order."""

    blocks: tuple[Block, ...]
    images: tuple[ImageRef, ...]


class _Frame:
    """One open element. All but what it is made of is filled in when the element is first looked at."""

    __slots__ = (
        "element", "tag", "node", "children", "block", "path", "hidden", "kind", "level", "group", "listing", "figure",
    )  # fmt: skip
    path: tuple[Step, ...] | None
    hidden: bool
    kind: Kind
    level: int
    group: int | None
    listing: int | None
    figure: int | None

    def __init__(self, element: etree._Element, tag: str, node: int, block: bool) -> None:
        self.element = element
        self.tag = tag
        self.node = node
        self.children = iter(element)
        self.block = block
        self.path = None


@dataclass(slots=True)
class _Run:
    """The text since the last boundary.

    ``shared`` is how many open elements are around all of it; ``inner`` is a closed inline element that holds all of
    it (``<div><span class="date">…</span></div>``), as long as no text has come after. ``direct``: some of it stands
    in the block itself; ``loose``: only separators have come since an inline element ended.
    """

    texts: list[str] = field(default_factory=list)
    chars: int = 0
    shared: int = 0
    direct: bool = False
    loose: bool = False
    links: list[list[str]] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    link: etree._Element | None = None
    plain: bool = False
    time: str = ""
    inner: _Frame | None = None


def walk(root: etree._Element, max_chars: int = 8_000_000, max_depth: int = 4000) -> Walk:
    """Read all blocks and images of a tree.

    Args:
        root: the page; not changed.
        max_chars: most characters of text taken.
        max_depth: elements nested deeper are not followed.
    """
    return _Walker(max_chars, max_depth).read(root)


def _names(element: etree._Element) -> str:
    """The names that an element gives itself: class, id, role, itemprop and rel."""
    return " ".join([str(v) for k, v in element.items() if k in _TELLING_ATTRIBUTES])[:400].lower()


@lru_cache(maxsize=2048)
def _is_meta(names: str) -> bool:
    """Whether the names are those of a detail: writer, date, section."""
    return bool(names) and not _META_TOKENS.isdisjoint(re.split(r"[\s_-]+", names))


class _Walker:
    """State of one walk."""

    def __init__(self, max_chars: int, max_depth: int) -> None:
        self.blocks: list[Block] = []
        self.images: list[ImageRef] = []
        self.tables = Tables()
        self.frames: list[_Frame] = []
        self.run = _Run()
        self.breaks = 0
        self.links: list[etree._Element] = []
        self.bolds = 0
        self.nodes = 0
        self.room = max_chars
        self.max_depth = max_depth

    def read(self, root: etree._Element) -> Walk:
        """Walk in document order with a stack of child iterators."""
        self.enter(root, root.tag)
        frames = self.frames
        while frames:
            child = next(frames[-1].children, None)
            if child is None:
                self.leave()
                continue
            tag = child.tag
            if tag == "br":
                self.line_break()
            elif tag in _IMAGE_TAGS:
                self.image(child)
            elif tag not in _SKIPPED and len(frames) < self.max_depth and isinstance(tag, str):
                if len(child) or child.text or tag in _DATED:
                    self.enter(child, tag)
                    continue
                if tag in _BLOCKS:  # icons, spacers and slots for ads: a tenth of all elements is empty
                    self.flush()
                    self.breaks = 0
            tail = child.tail
            if tail and (self.run.texts or not tail.isspace()):
                self.take(tail)
        return Walk(self.tables.settle(self.blocks), tuple(self.images))

    def enter(self, element: etree._Element, tag: str) -> None:
        """Enter an element."""
        block = tag in _BLOCKS
        if block:
            if self.run.texts:
                self.flush()
            self.breaks = 0
        elif self.run.loose:
            self.part(element, tag)
        self.nodes += 1
        self.frames.append(_Frame(element, tag, self.nodes, block))
        if tag == "a":
            self.links.append(element)
        elif tag in _BOLD:
            self.bolds += 1
        elif tag in _TABLE_TAGS:
            self.tables.enter(tag, self.nodes)
        elif tag in _DATED:
            stamp = element.get("datetime") or element.get("title") or ""
            if not self.run.time and len(stamp) < 80 and _DATE_TITLE.search(stamp):
                self.run.time = stamp
        text = element.text
        if text and (self.run.texts or not text.isspace()):
            self.take(text)

    def part(self, element: etree._Element, tag: str) -> None:
        """Two inline elements side by side: the parts of a line of details are blocks, two links are two words.

        So are two named elements outside paragraphs, which style sheets set apart; in a paragraph, an editor's markup
        may cut a word.
        """
        run = self.run
        if tag == "a" or (not run.direct and not self.in_paragraph() and (element.get("class") or element.get("id"))):
            run.texts.append(" ")
        if not run.direct and run.chars <= _LONGEST_META and (tag == "time" or _is_meta(_names(element))):
            self.flush()

    def in_paragraph(self) -> bool:
        """Whether the innermost block element is one of running text."""
        tag = next((f.tag for f in reversed(self.frames) if f.block), "")
        return tag in _PARAGRAPHS

    def leave(self) -> None:
        """Leave the innermost element; the text behind it belongs to the one around it."""
        frame = self.frames[-1]
        run = self.run
        if frame.block:
            if run.texts:
                self.flush()
            self.breaks = 0
        elif run.texts:
            run.loose = True
            if len(self.frames) == run.shared:
                run.inner = run.inner or self.look(run.shared)
                run.shared -= 1
        tag = frame.tag
        if tag == "a":
            self.links.pop()
        elif tag in _BOLD:
            self.bolds -= 1
        elif tag == "table":
            self.tables.leave()
        self.frames.pop()
        tail = frame.element.tail
        if tail and self.frames and (self.run.texts or not tail.isspace()):
            self.take(tail)

    def take(self, text: str) -> None:
        """Add text to the run."""
        run = self.run
        if text.isspace():
            if run.texts:
                run.texts.append(" ")
            return
        if len(text) > self.room:
            text = text[: self.room]
        self.room -= len(text)
        if not run.texts or len(self.frames) < run.shared:
            run.shared = len(self.frames)
        run.inner = None
        if not _SEPARATORS.issuperset(text):
            run.loose = False
            run.direct = run.direct or self.frames[-1].block
        run.texts.append(text)
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
        frame = run.inner or self.look(run.shared)
        kind, level = frame.kind, frame.level
        if kind is Kind.HEADING and len(text) > (_LONGEST_HEADING if frame.tag in _HEADINGS else _LONGEST_INSIDE):
            kind, level = Kind.LINE, 0
        order = len(self.blocks)
        self.tables.text(order, len(text))
        links = tuple([" ".join("".join(pieces).split()) for pieces in run.links])
        self.blocks.append(
            Block(
                text=text,
                kind=kind,
                level=level,
                path=frame.path or (),
                link_letters=sum(map(count_letters, links)),
                hrefs=tuple(run.hrefs),
                links=links,
                group=frame.group,
                order=order,
                bold=not run.plain,
                hidden=frame.hidden,
                breaks=self.breaks,
                time=run.time,
            )
        )

    def look(self, depth: int) -> _Frame:
        """Look at the open elements down to ``depth``, each once, outermost first; return the last."""
        first = depth
        while first and self.frames[first - 1].path is None:
            first -= 1
        for at in range(first, depth):
            self.inherit(self.frames[at], self.frames[at - 1] if at else None)
        return self.frames[depth - 1]

    def inherit(self, frame: _Frame, parent: _Frame | None) -> None:
        """Read an element's names, and what it makes of the text in it."""
        names, hidden = "", False
        for key, value in cast("list[tuple[str, str]]", frame.element.items()):
            if key in _TELLING_ATTRIBUTES:
                names = f"{names} {value}" if names else value
            elif key == "hidden" or (key == "style" and _HIDDEN_STYLE.search(value)):
                hidden = True
        names = names[:400].lower()
        tokens = names.split()
        step = Step(frame.node, frame.tag, names)
        hidden = hidden or (bool(tokens) and not _HIDDEN_NAMES.isdisjoint(tokens))
        if parent is None:
            frame.path, frame.hidden = (step,), hidden
            frame.kind, frame.level, frame.group = Kind.LINE, 0, None
            frame.listing = frame.figure = None
        else:
            frame.path = (parent.path or ()) + (step,)
            frame.hidden = hidden or parent.hidden
            frame.kind, frame.level, frame.group = parent.kind, parent.level, parent.group
            frame.listing, frame.figure = parent.listing, parent.figure
        if frame.tag in _TELLING_TAGS:
            self.classify(frame, tokens)

    def classify(self, frame: _Frame, tokens: list[str]) -> None:
        """What the element's tag makes of the text in it, where it says anything."""
        tag = frame.tag
        if tag == "blockquote":
            frame.kind = Kind.QUOTE if _EMBED_NAMES.isdisjoint(tokens) else Kind.EMBED
            frame.level, frame.group = 0, frame.node
        elif tag == "figure":
            frame.figure = frame.node
        elif tag == "figcaption":
            frame.kind, frame.level, frame.group = Kind.CAPTION, 0, frame.figure
        elif tag in _LISTS:
            frame.listing = frame.node
        elif frame.kind in (Kind.EMBED, Kind.CAPTION):
            return
        elif tag in _HEADINGS:
            frame.kind, frame.level, frame.group = Kind.HEADING, _HEADINGS[tag], None
        elif tag in _ITEMS and frame.kind is not Kind.QUOTE:
            frame.level = frame.level + 1 if frame.kind is Kind.ITEM else 1
            frame.kind, frame.group = Kind.ITEM, frame.listing

    def image(self, element: etree._Element) -> None:
        """Note an image with the address that a lazy loader would fetch."""
        url = next((v for v in map(element.get, _LAZY) if v and not v.startswith("data:")), "")
        if url and not _is_small(element):
            frame = self.look(len(self.frames))
            self.images.append(
                ImageRef(
                    url=url.strip()[:4000],
                    alt=" ".join((element.get("alt") or "").split())[:1000],
                    group=frame.figure,
                    order=len(self.blocks) + bool(self.run.texts),
                    path=frame.path or (),
                    names=(element.get("class") or "")[:400].lower(),
                    href=(self.links[-1].get("href") or "")[:4000] if self.links else "",
                )
            )


def _is_small(element: etree._Element) -> bool:
    """Whether the markup makes an image an icon: at most 80 pixels on one side."""
    for side in ("width", "height"):
        value = (element.get(side) or "").removesuffix("px")
        if value.isdecimal() and int(value[:6]) <= _ICON:
            return True
    return False
