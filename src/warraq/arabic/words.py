"""The words of a text that carry its matter: folded, without clitics and without short words."""

from __future__ import annotations

import re
from collections.abc import Set

from warraq.letters import fold, part_words

SAME_MATTER = 0.12
"""Share of its words that a paragraph has in common with the opening of the text it belongs to."""

_ANY_WORD = re.compile(r"\w+")
_WORD = re.compile(r"\b(?:[وف]?[بك]?ال|[وف]?لل|[وفبكل](?=\w{3}))?(\w{3,})")


def content_words(text: str) -> list[str]:
    """The longer words of a text without their clitics, folded.

    >>> content_words("افتتاح المتحف في وسط القاهرة")
    ['افتتاح', 'متحف', 'وسط', 'قاهره']
    """
    folded = fold(text)
    parted = part_words(folded)
    return _WORD.findall(folded) if parted is folded else parted.split()


def shared(text: str, body: frozenset[str]) -> float:
    """The share of a line's content words that a text has, 0 to 1."""
    words = content_words(text)
    return sum(w in body for w in words) / len(words) if words else 0.0


def long_words(text: str) -> set[str]:
    """The content words that tell what a text is about: the short ones are everywhere.

    >>> sorted(long_words("افتتاح المتحف في وسط القاهرة"))
    ['افتتاح', 'قاهره', 'متحف']
    """
    return {w for w in content_words(text) if len(w) > 3}


def in_common(text: str, words: Set[str]) -> float:
    """The share of a text's long words that others have too, 0 to 1; 1 where it has none."""
    own = long_words(text)
    return len(own & words) / len(own) if own else 1.0


def word_key(text: str) -> str:
    """The folded words of a text, by which a line is met that was printed or cleaned another way.

    >>> word_key("زيدان يرفض دي خيا !!") == word_key("زيدان يرفض دي خيا!!")
    True
    """
    return " ".join(_ANY_WORD.findall(fold(text)))
