"""Finds the block that holds the headline.

The titles that a page declares (og:title, JSON-LD, ``<title>``) are compared with what it shows; on sites whose head
describes the home page on every page none of them is shown, and the markup decides: the nearest heading before the
text. A headline that is wholly a link is one only where nothing better is there (blogs link it to itself).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from warraq.letters import fold, part_words
from warraq.locate.context import Aside, tokens_of
from warraq.model import Block, Kind

_WORD = re.compile(r"\w+")
_LONGEST = 300
_TITLE_TOKENS = frozenset("title headline entrytitle posttitle storytitle newstitle entry titre عنوان".split())
_NEAR = 0.6
_SAME = 0.85
_OF_LEVEL = {1: 3.0, 2: 2.0, 3: 1.5}
_SELDOM = (Kind.ITEM, Kind.CAPTION, Kind.CELL, Kind.EMBED)


class Anchor(NamedTuple):
    """A block that may hold the headline.

    Attributes:
        order: its place.
        likeness: how like a declared title it is, 0 to 1 (F1 of their words).
        score: likeness and markup together.
    """

    order: int
    likeness: float
    score: float


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(_WORD.findall(part_words(fold(text))))


def likeness(words: Sequence[str], title: Sequence[str]) -> float:
    """F1 of two bags of words.

    >>> likeness(("فوز", "الفريق"), ("فوز", "الفريق", "اليوم"))
    0.8
    """
    if not words or not title:
        return 0.0
    left = list(title)
    shared = 0
    for word in words:
        if word in left:
            left.remove(word)
            shared += 1
    return 2 * shared / (len(words) + len(title))


def anchors(blocks: Sequence[Block], titles: Sequence[str], asides: Sequence[Aside]) -> list[Anchor]:
    """All blocks that may hold the headline, in page order.

    Args:
        blocks: all blocks of the page.
        titles: its declared titles.
        asides: what the elements around each block say of it.
    """
    known = list(dict.fromkeys(w for w in map(words_of, titles) if w))
    hints = _Hint.of(titles)
    heading = Kind.HEADING
    found = []
    for block in blocks:
        text = block.text
        if not 3 <= len(text) <= _LONGEST:
            continue
        near = 0.0
        if hints is not None and hints.may_be(text):
            words = words_of(text)
            near = max(likeness(words, title) for title in known)
        titled = _titled(block)
        if near < _SAME and text[-1] == "." and not titled and block.kind is not heading:
            continue  # the first sentence of a text says its title in other words
        if titled or near >= _NEAR or block.kind is heading:
            found.append(Anchor(block.order, near, _score(block, near, asides[block.order], titled)))
    return found


@dataclass(frozen=True, slots=True)
class _Hint:
    """A cheap look before the comparison: most blocks of a page share no word with its title."""

    words: tuple[str, ...]
    least: int
    shortest: float
    longest: float

    @classmethod
    def of(cls, titles: Sequence[str]) -> _Hint | None:
        """Made of the longest words of the titles, as written."""
        titles = [t[:_LONGEST] for t in titles if _WORD.search(t)]
        words = sorted({w for t in titles for w in _WORD.findall(t)}, key=len, reverse=True)[:12]
        if not words:
            return None
        lengths = [len(t) for t in titles]
        return cls(tuple(words), 1 + (len(words) >= 4), 0.3 * min(lengths), 3 * max(lengths))

    def may_be(self, text: str) -> bool:
        """Whether a text is about as long as a title and has some of its words."""
        return self.shortest <= len(text) <= self.longest and sum(map(text.count, self.words)) >= self.least


def _titled(block: Block) -> bool:
    """Whether the innermost names speak of a title."""
    for step in block.path[-2:]:
        if step.names and _names_a_title(step.names):
            return True
    return False


@lru_cache(maxsize=4096)
def _names_a_title(names: str) -> bool:
    return not _TITLE_TOKENS.isdisjoint(tokens_of(names))


def _score(block: Block, near: float, aside: Aside, titled: bool) -> float:
    """Likeness weighs most, then the level of a heading, then names; links, lists and asides speak against it."""
    score = 20 * (near - 0.5) if near >= _NEAR else 0.0
    if block.kind is Kind.HEADING:
        score += _OF_LEVEL.get(block.level, 1.0)
    if titled:
        score += 1
    if block.kind in _SELDOM:
        score -= 3
    if block.link_letters:
        score -= 1.5
    if block.hidden:
        score -= 2
    return score - 2 * aside
