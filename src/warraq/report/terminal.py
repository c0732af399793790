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


def wrap(text: str, columns: int, indent: int = 0) -> list[str]:
    """The whole text in lines of at most so many columns, cut between words; a word that is longer is cut too.

    Args:
        text: one line.
        columns: of a line.
        indent: columns of the first line that are taken already; it is "" where not a word fits behind them.

    >>> wrap("بلغت المياه حافة السد", 12)
    ['بلغت المياه', 'حافة السد']
    """
    columns = max(columns, 2)
    lines: list[str] = []
    line, used = "", indent
    for word in text.split():
        gap, wide = " " if line else "", sum(map(_columns, word))
        if used and used + len(gap) + wide > columns:
            lines.append(line)
            line, used, gap = "", 0, ""
        while wide > columns:
            lines.append(_first(word, columns))
            word = word[len(lines[-1]) :]
            wide = sum(map(_columns, word))
        line, used = line + gap + word, used + len(gap) + wide
    return [*lines, line]


def _first(text: str, columns: int) -> str:
    """As much of a text as fits into so many columns, with the marks of its last letter."""
    used = 0
    for place, char in enumerate(text):
        used += _columns(char)
        if used > columns:
            return text[:place]
    return text


def pad(text: str, columns: int) -> str:
    """The text, filled up with spaces to so many columns."""
    return text + " " * max(columns - sum(map(_columns, text)), 0)
