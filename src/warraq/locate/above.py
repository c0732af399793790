"""The headline by its words: the line above a text that shares most of them with it.

Serves where neither a declared title nor markup tells: pages saved as text, and old layouts without headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.arabic.dates import parse_date
from warraq.arabic.furniture import furniture_of
from warraq.arabic.names import is_person
from warraq.arabic.words import content_words, shared
from warraq.letters import count_letters
from warraq.model import Block

_LEAST = 1.4
_OPENING = 12
"""Blocks of a text that its headline is compared with."""

_BESIDE_DATE = 0.7
_BOLD = 0.5
_OWN_FIRST_LINE = 2.0
"""Against the first line of the text being its own headline: it shares all words with itself."""

_FAR = 0.05


def words_of_text(blocks: Sequence[Block], first: int, last: int) -> frozenset[str]:
    """The content words of a text's opening blocks."""
    return frozenset(content_words(" ".join(b.text for b in blocks[first : min(last + 1, first + _OPENING)])))


def headline_above(blocks: Sequence[Block], first: int, last: int, reach: int) -> int | None:
    """The place of the headline among ``blocks``, or None where no line above is like the text.

    Args:
        blocks: all blocks of the page; a block's place is its order.
        first: where the text begins.
        last: where it ends.
        reach: how many blocks above the text are looked at.
    """
    body = words_of_text(blocks, first, last)
    chosen, top = None, _LEAST
    for at in range(max(0, first - reach), min(first + 1, len(blocks))):
        block = blocks[at]
        words = content_words(block.text)
        if not words or len(block.text) > 250:
            continue
        score = 3 * shared(block.text, body) - _FAR * (first - at) + _shape(block, len(words))
        if any(is_date(b.text) for b in blocks[at + 1 : at + 4]):
            score += _BESIDE_DATE
        if at == first:
            score -= _OWN_FIRST_LINE
        if score > top:
            chosen, top = at, score
    return chosen


def _shape(block: Block, words: int) -> float:
    """What the shape of a line says of its being a headline."""
    text = block.text
    score = _BOLD if block.bold else 0.0
    score += 0.1 * min(words, 8)
    if words < 3:
        score -= 1.5
    if len(text) > 140 or is_person(text):
        score -= 1.5
    if block.link_letters > 0.5 * count_letters(text) or furniture_of(text) is not None or is_date(text):
        score -= 5
    if text.endswith((".", "،", ":")):
        score -= 0.8
    return score


def is_date(text: str) -> bool:
    """Whether a short line holds a date and little else."""
    if len(text) > 110 or not re.search(r"\d", text):
        return False
    date = parse_date(text)
    return date is not None and count_letters(text[: date.start] + text[date.end :]) <= 30
