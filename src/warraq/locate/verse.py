"""Finds a text of short lines: a poem, whose lines end where no sentence ends.

Asked only where a page holds no prose at all. Menus and lists are short lines too, but linked, or in lists; a poem
stands under its headline, in paragraphs whose lines are parted by line breaks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from warraq.letters import count_letters
from warraq.model import Block, Kind

_LINES = 6
_WORDS, _LONGEST = 2, 70
_BROKEN = 0.5
"""Share of the lines that must stand behind a line break: those of menus are elements of their own."""


class Verse(NamedTuple):
    """A text of short lines: the element around it, its first and last block, its letters."""

    node: int
    first: int
    last: int
    letters: int


def verse(blocks: Sequence[Block], headline: int) -> Verse | None:
    """The longest run of short lines in one element behind a headline, or None.

    Args:
        blocks: all blocks of the page.
        headline: place of the headline.
    """
    lines: dict[int, list[Block]] = defaultdict(list)
    for block in blocks[headline + 1 :]:
        if _is_line(block):
            for step in block.path[-2:]:
                lines[step.node].append(block)
    best: Verse | None = None
    for node, found in lines.items():
        span = range(found[0].order, found[-1].order + 1)
        broken = sum(b.breaks > 0 for b in found)
        if len(found) < _LINES or len(found) < 0.8 * len(span) or broken < _BROKEN * len(found):
            continue
        letters = sum(count_letters(b.text) for b in found)
        if best is None or letters > best.letters:
            best = Verse(node, span[0], span[-1], letters)
    return best


def _is_line(block: Block) -> bool:
    """Whether a block may be a line of a poem."""
    if block.kind not in (Kind.LINE, Kind.QUOTE) or block.link_letters or block.hidden:
        return False
    return len(block.text.split()) >= _WORDS and count_letters(block.text) <= _LONGEST
