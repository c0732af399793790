"""The one lxml parser: plain ``etree``, because ``lxml.html`` asks Python for the class of every element it hands out.

``huge_tree`` is on because lxml otherwise drops text below about 256 levels; network access and entity files are
off, as everything that comes from a page is hostile. Comments and processing instructions are dropped while parsing,
and the table of ids that nobody asks for is not made (a twentieth of the time).

Two things are refused, as libxml2 (2.14 measured) does not do well by them: it ends at 2048 nested elements and drops
all that follows in silence, and its time grows faster than the square of the attributes of one tag (10,000: 0.24 s;
100,000: 119 s). All else that is hostile it takes in linear time: entities, stray end tags, comments that never end.
"""

from __future__ import annotations

import re

from lxml import etree

from warraq.errors import PageFault
from warraq.model import DecodedPage, ParsedPage, Reason, Stage

_CONTROLS = {n: None for n in (*range(0, 9), 11, *range(14, 32))}
_SEEN_CONTROLS = (b"\x00", b"\x0b", b"\x01", b"\x1b", b"\x1f")

_DEEPEST = 2000
"""libxml2 gives up at 2048; older releases go on, but whoever walks the tree must not."""

_ATTRIBUTES = 2000
_LONG = 12000
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{12000,}+")
_QUOTED = re.compile("\"[^\"]*+\"|'[^']*+'")


def parse(page: DecodedPage, tree_depth: int = 2000) -> ParsedPage:
    """Parse the markup of one page.

    Args:
        page: its markup.
        tree_depth: most elements nested in each other; beyond 2,000 libxml2 drops text, so more is not taken.

    Raises:
        PageFault: nothing in it is markup or text (reason ``empty``); elements nested too deep, or too many attributes
            in one tag (``limit``).

    >>> from warraq.model import Source
    >>> parse(DecodedPage(Source(), "<p>وصل الوفد")).root.findtext(".//p")
    'وصل الوفد'
    """
    text = page.text
    markup = page.utf8 or text.encode("utf-8", "replace")
    if any(map(markup.__contains__, _SEEN_CONTROLS)):  # bytes are searched five times as fast as characters
        text = text.translate(_CONTROLS)
        markup = text.encode("utf-8", "replace")
    if not text or text.isspace():
        raise PageFault(Stage.PARSE, Reason.EMPTY, "the page is empty; save it again")
    _refuse_long_tags(text)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(markup, parser)
    except etree.XMLSyntaxError:  # a parser that recovers from all else gives up only where it gets no memory
        raise MemoryError from None
    except etree.ParserError:
        raise PageFault(Stage.PARSE, Reason.EMPTY, "the page has no element and no text; save it again") from None
    if root is None:
        raise PageFault(Stage.PARSE, Reason.EMPTY, "the page has no element and no text; save it again")
    deepest = min(tree_depth, _DEEPEST)
    if _depth_at_end(root) >= deepest:
        raise PageFault(
            Stage.PARSE,
            Reason.LIMIT,
            f"elements are nested more than {deepest} deep, so text would be lost; no page is",
        )
    return ParsedPage(page.source, root)


def _refuse_long_tags(text: str) -> None:
    """Count the attributes of tags that are long; a long tag mostly has one long value, such as a picture in it."""
    # A run of _LONG characters without "<" holds one of these stretches whole; few pages have one.
    stretch = _LONG // 2
    at = 0
    while at < len(text) - stretch:
        if text.find("<", at, at + stretch) >= 0:
            at += stretch
            continue
        tag = _LONG_TAG.match(text, max(0, text.rfind("<", max(0, at - stretch), at)))
        bare = _QUOTED.sub("", tag.group()) if tag else ""
        if max(bare.count("="), len(bare.split())) > _ATTRIBUTES:
            raise PageFault(Stage.PARSE, Reason.LIMIT, f"a tag has more than {_ATTRIBUTES} attributes; no page has")
        following = text.find("<", at)
        at = following if following >= 0 else len(text)


def _depth_at_end(root: etree._Element) -> int:
    """How deep the last element of the page is nested: where the parser gave up, it is the deepest one."""
    depth = 0
    node = root
    while len(node):
        node = node[-1]
        depth += 1
    return depth
