"""The words of a text that carry its matter: folded, without clitics and without short words."""

from __future__ import annotations

import re

from warraq.letters import fold

_WORD = re.compile(r"\b(?:[وف]?[بك]?ال|[وف]?لل|[وفبكل](?=\w{3}))?(\w{3,})")


def content_words(text: str) -> list[str]:
    """The longer words of a text without their clitics, folded.

    >>> content_words("افتتاح المتحف في وسط القاهرة")
    ['افتتاح', 'متحف', 'وسط', 'قاهره']
    """
    return _WORD.findall(fold(text))


def shared(text: str, body: frozenset[str]) -> float:
    """The share of a line's content words that a text has, 0 to 1."""
    words = content_words(text)
    return sum(w in body for w in words) / len(words) if words else 0.0
