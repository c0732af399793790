"""The one lxml parser.

``huge_tree`` is on because lxml otherwise drops text below about 256 levels; network access and entity files are
off, as everything that comes from a page is hostile. Comments and processing instructions are dropped while parsing.
"""

from __future__ import annotations

from lxml import etree, html

from warraq.errors import PageFault
from warraq.model import DecodedPage, ParsedPage, Reason, Stage

_CONTROLS = {n: None for n in (*range(0, 9), 11, *range(14, 32))}


def parse(page: DecodedPage) -> ParsedPage:
    """Parse the markup of one page.

    Raises:
        PageFault: nothing in it is markup or text (reason ``empty``).
    """
    text = page.text
    if any(c in text for c in "\x00\x0b\x01\x1b\x1f"):
        text = text.translate(_CONTROLS)
    if not text.strip():
        raise PageFault(Stage.PARSE, Reason.EMPTY, "the page is empty; save it again")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise PageFault(Stage.PARSE, Reason.EMPTY, "the page has no element and no text; save it again") from None
    return ParsedPage(page.source, root)
