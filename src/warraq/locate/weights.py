"""How much like the text of an article a block is, by itself.

Letters are counted, not characters, so that an Arabic line with tashkeel or spaces weighs what it says. A block
with the punctuation of sentences is prose; a short line without it may be a verse or a line of a list, and weighs
little; a block of links weighs against what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from warraq.letters import count_letters
from warraq.model import Block, Kind

_SENTENCE = re.compile(r"[.؟!؛،;?…:»”]")
_UNWEIGHED = frozenset((Kind.CAPTION, Kind.CELL))
_HEADING, _ITEM = Kind.HEADING, Kind.ITEM
_LONG = 80
"""Letters from which a block without punctuation is prose all the same (old sites write none)."""

_SHORT = 35
"""Letters below which a block is no prose, whatever its punctuation."""

_COUNTED = 25
"""Characters from which letters are counted; shorter blocks are labels, whatever they are."""

_MOST = 1500
"""Letters beyond which a block weighs no more: one endless paragraph must not outweigh a page."""


class Weight(NamedTuple):
    """What a block speaks for and against.

    Attributes:
        prose: letters of prose, capped; 0 for anything else.
        slight: letters of lines that may be text.
        against: letters of links and labels.
        letters: all letters.
    """

    prose: float
    slight: float
    against: float
    letters: int

    @property
    def value(self) -> float:
        """What the block adds to the container it stands in."""
        return self.prose + 0.25 * self.slight - 0.6 * self.against


def weigh(block: Block) -> Weight:
    """Weigh one block by its own text and links.

    >>> weigh(Block("قال الوزير إن العمل يبدأ غدا، وإن الطريق سيفتح مساء.", Kind.LINE)).prose
    41.0
    >>> weigh(Block("مقالات ذات صلة", Kind.HEADING)).value
    -2.4
    """
    text, kind = block.text, block.kind
    letters = count_letters(text) if len(text) >= _COUNTED else len(text) - text.count(" ")
    linked = min(letters, block.link_letters)
    if kind in _UNWEIGHED or not letters:
        return Weight(0, 0, 0, letters)
    if kind is _HEADING:
        return Weight(0, 0, 4 + linked, letters)
    if letters >= _SHORT:
        sentence = _SENTENCE.search(text) is not None
        if sentence or letters >= _LONG:
            if linked <= 0.5 * letters or (sentence and _reads_as_text(block, letters)):
                return Weight(min(letters - 0.5 * linked, _MOST), 0, 0, letters)
            return Weight(0, 0, linked, letters)
    if linked > 0.3 * letters:
        return Weight(0, 0, linked, letters)
    free = letters - linked
    return Weight(0, free if kind is not _ITEM else 0.5 * free, 0, letters)


def _reads_as_text(block: Block, letters: int) -> bool:
    """Whether a sentence half of which is linked is one all the same: long, or with the names in it linked."""
    return block.names_linked or (letters >= 2 * _LONG and block.text[-1] in ".؟!…»”")


def weigh_all(blocks: Sequence[Block]) -> list[Weight]:
    """Weigh every block of a page."""
    return [weigh(block) for block in blocks]
