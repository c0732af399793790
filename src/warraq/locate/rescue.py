"""The rescue: trafilatura, where our own finding is unsure.

It is imported only here and only when called: it costs more to import than a page costs to extract. Its text is
looked up among our own blocks, so that a rescued page keeps its headings, lists and captions.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from warraq.letters import fold
from warraq.model import Block, Kind

_LEAST_FOUND = 0.6
"""Share of the rescued letters that must stand in our blocks; below, the rescued lines themselves are the text."""


def rescue(root: etree._Element, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks that trafilatura takes for the article; () where it finds nothing.

    Args:
        root: the page; handed over as markup, as trafilatura edits its tree.
        blocks: our own blocks of it.
    """
    from trafilatura import extract

    markup = etree.tostring(root, encoding="unicode", method="html")
    text = extract(markup, include_comments=False, favor_precision=True, deduplicate=False) or ""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    keys = {fold(line) for line in lines if line}
    found = tuple(b for b in blocks if not b.hidden and fold(b.text) in keys)
    if sum(len(b.text) for b in found) >= _LEAST_FOUND * sum(map(len, lines)):
        return found
    return tuple(Block(line, Kind.LINE, order=n) for n, line in enumerate(filter(None, lines)))
