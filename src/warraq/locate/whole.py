"""Text files that hold an article and nothing else: no line of them is furniture.

There the lines are not weighed against each other: verses, items and paragraphs without a full stop are text as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from warraq.letters import count_letters
from warraq.locate.above import is_date
from warraq.locate.turns import CONTINUES, FULL_STOP, cohesion, is_solid
from warraq.model import Block, Kind, Method, Selection

_MOST_LINES = 400
_LINE = 30
"""Letters from which a line may be a paragraph."""

_LONGEST_TITLE = 140
_SOME = 5
_APART = 0.08
"""Cohesion of the lines below which a file is a list of titles."""

_FEW, _SINGLE = 4, 45
_PROSE = 0.5
"""Share of the lines that must be long where none ends as a sentence."""


def whole(blocks: Sequence[Block]) -> Selection | None:
    """The file as an article; None where its lines are too short, tables, or each about another matter.

    Args:
        blocks: the lines of a file without furniture.
    """
    if not 2 <= len(blocks) <= _MOST_LINES or any(b.kind is Kind.CELL for b in blocks):
        return None
    titled = _is_title(blocks[0].text)
    long = [b for b in blocks[titled:] if count_letters(b.text) >= _LINE]
    if not long or (len(long) >= _SOME and cohesion([b.text for b in long]) < _APART):
        return None
    if not any(is_solid(b.text) for b in long) and not _goes_on(blocks, long):
        return None
    return Selection(
        blocks=tuple(blocks),
        outside=(),
        images=(),
        first=long[0].order,
        method=Method.TEXT,
        rule="whole",
        headline=0 if titled else None,
    )


def _goes_on(blocks: Sequence[Block], long: Sequence[Block]) -> bool:
    """Whether lines of which none ends as a sentence are a text: one "and", or a single long line."""
    if len(long) == 1:
        return len(blocks) <= _FEW and count_letters(long[0].text) >= _SINGLE
    return any(CONTINUES.match(b.text) for b in long) and len(long) >= _PROSE * (len(blocks) - 1)


def _is_title(text: str) -> bool:
    """Whether the first line may be the headline."""
    words = len(text.split())
    return 2 <= words and len(text) <= _LONGEST_TITLE and not FULL_STOP.search(text) and not is_date(text)
