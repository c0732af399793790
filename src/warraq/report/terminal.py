"""Text of pages on a terminal: in columns, in both directions, and without power over it."""

from __future__ import annotations

import unicodedata

_WIDE = frozenset("WF")
_UNSEEN = frozenset(("Mn", "Me", "Cf"))
_STEERING = frozenset(("Cc", "Cs", "Cf"))


def isolate(text: str) -> str:
    """The text kept together where a terminal writes from right to left, so that the columns stay where they are."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if text else ""


def visible(text: str) -> str:
    """One line without controls and direction marks: a page must not steer the terminal."""
    return "".join(c if unicodedata.category(c) not in _STEERING else " " for c in " ".join(text.split()))


def _columns(char: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.category(char) in _UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def cut(text: str, columns: int) -> str:
    """The start of a text, as much as fits into so many columns."""
    if columns <= 0:
        return ""
    used = 0
    for place, char in enumerate(text):
        used += _columns(char)
        if used > columns:
            return text[: max(place - 1, 0)] + "…"
    return text


def pad(text: str, columns: int) -> str:
    """The text, filled up with spaces to so many columns."""
    return text + " " * max(columns - sum(map(_columns, text)), 0)
