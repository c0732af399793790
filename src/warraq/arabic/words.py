"""The words of a text that carry its matter: folded, without clitics and without short words."""

from __future__ import annotations

import re

from warraq.letters import fold, part_words

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
