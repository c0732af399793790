"""The headline by its words: the line above a text that shares most of them with it.

Serves where neither a declared title nor markup tells: pages saved as text, and old layouts without headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from warraq.arabic.dates import parse_date
from warraq.arabic.furniture import Scope, furniture_of
from warraq.arabic.names import is_person
from warraq.arabic.words import content_words, shared
from warraq.letters import count_letters, fold
from warraq.model import Block, Precision

_LEAST = 1.4
_OPENING = 12
"""Blocks of a text that its headline is compared with."""

_BESIDE_DATE = 0.9
_BESIDE_NAME = 0.8
_ECHO = 0.9
_SHORTEST_ECHO = 12
_BOLD = 0.5
_OWN_FIRST_LINE = 2.0
"""Against the first line of the text being its own headline: it shares all words with itself."""

_FAR = 0.05
_LONGEST_BYLINE = 50
_PARTS = re.compile(r"\s[-–—/]\s|[:/]\s?")
_GLUED = 5
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?=[^\W\d])")
"""A time of day glued to a title: a line of a ticker."""


def words_of_text(blocks: Sequence[Block], first: int, last: int) -> frozenset[str]:
    """The content words of a text's opening blocks."""
    return frozenset(content_words(" ".join(b.text for b in blocks[first : min(last + 1, first + _OPENING)])))


class Above(NamedTuple):
    """A headline found above a text: its place among the blocks, and how much speaks for it (about 1 to 5)."""

    place: int
    score: float


def headline_above(
    blocks: Sequence[Block], first: int, last: int, reach: int, body: frozenset[str] | None = None
) -> Above | None:
    """The headline among ``blocks``, or None where no line above is like the text.

    Args:
        blocks: all blocks of the page; a block's place is its order.
        first: where the text begins.
        last: where it ends.
        reach: how many blocks above the text are looked at.
        body: the words it is to be like, where titles stand among the blocks of the text.
    """
    body = words_of_text(blocks, first, last) if body is None else body
    low = max(0, first - reach)
    near = [fold(b.text) for b in blocks[low : min(last + 1, first + _OPENING)]]
    chosen: Above | None = None
    for at in range(low, min(first + 1, len(blocks))):
        block = blocks[at]
        words = content_words(block.text)
        if not words or len(block.text) > 250:
            continue
        score = 3 * shared(block.text, body) - _FAR * (first - at) + _shape(block, len(words))
        score += _beside(blocks, at) + _echo(near, fold(block.text))
        if at == first:
            score -= _OWN_FIRST_LINE
        if score > (chosen.score if chosen else _LEAST):
            chosen = Above(at, score)
    return chosen


def _beside(blocks: Sequence[Block], at: int) -> float:
    """A date or a writer's name close under a line speaks for its being the headline."""
    score = 0.0
    for distance, block in enumerate(blocks[at + 1 : at + 4]):
        if is_date(block.text):
            score = max(score, _BESIDE_DATE - 0.2 * distance)
        elif distance == 0 and is_person(block.text):
            score = max(score, _BESIDE_NAME)
    return score


def _echo(near: Sequence[str], key: str) -> float:
    """Headlines stand twice: at the end of the breadcrumb, at the top of the text."""
    if len(key) < _SHORTEST_ECHO:
        return 0.0
    again = sum(line == key for line in near) > 1 or any(line.endswith(key) and line != key for line in near)
    return _ECHO if again else 0.0


def _shape(block: Block, words: int) -> float:
    """What the shape of a line says of its being a headline."""
    text = block.text
    score = _BOLD if block.bold else 0.0
    score += 0.1 * min(words, 8)
    if words < 3:
        score -= 0.8 if words == 2 else 1.5
    if len(text) > 140 or _is_byline(text):
        score -= 1.5
    furniture = furniture_of(text)
    if furniture is not None and furniture.scope is not Scope.INLINE:
        score -= 5
    if block.link_letters > 0.5 * count_letters(text) or is_date(text):
        score -= 5
    if text.endswith((".", "،", ":")):
        score -= 0.8
    return score - _GLUED if _CLOCK.match(text) else score


def _is_byline(text: str) -> bool:
    """Whether a line is a person's name, or one beside a place or an outlet: خالد الزهراني - السدرة."""
    return is_person(text) or (len(text) <= _LONGEST_BYLINE and any(map(is_person, _PARTS.split(text, maxsplit=2))))


def is_date(text: str) -> bool:
    """Whether a short line holds a date and little else."""
    if len(text) > 110 or not re.search(r"\d", text):
        return False
    date = parse_date(text)
    if date is None or date.precision not in (Precision.DAY, Precision.MINUTE):
        return False
    return count_letters(text[: date.start] + text[date.end :]) <= 30
