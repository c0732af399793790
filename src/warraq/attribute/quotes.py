"""Pairs the quotation marks of a block, of every style that Arabic pages use.

Beside «» “” "" and their nested kinds, the wild has ”…” (the closing mark on both sides), “…„, '' for ", marks without
their partner and quotations that run on into the next paragraph. A mark that can be either is told by what touches it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_ALWAYS_OPEN = "«„‟‹‚"
_ALWAYS_CLOSE = "»›"
_SINGLE = "'‹›‘’‚"
_PROCLITICS = frozenset("ولبكف")
_BEFORE_OPENING = frozenset(" \t\n\N{NO-BREAK SPACE}([-:،,/؛")


class Mark(NamedTuple):
    """A quotation mark: its place among the tokens and in the folded text, how it is printed, and its length."""

    token: int
    start: int
    char: str
    length: int = 1


class Quote(NamedTuple):
    """A quotation, in tokens: the opening mark, and the closing mark or one past the block's last token.

    Attributes:
        opening: token of the opening mark.
        closing: token of the closing mark; where none is printed, one past the last token of the block.
        closed: whether the closing mark is printed.
    """

    opening: int
    closing: int
    closed: bool = True


def pair(marks: Sequence[Mark], folded: str, tokens: int) -> tuple[Quote, ...]:
    """Return the outermost quotations of a block in order.

    Args:
        marks: all quotation marks of the block, in order.
        folded: the block's folded text.
        tokens: how many tokens the block has.
    """
    quotes: list[Quote] = []
    stack: list[Mark] = []
    inner: list[Quote] = []
    for mark in marks:
        single = mark.char in _SINGLE
        partner = _partner(stack, single) if _may_close(mark, folded, bool(stack)) else None
        if partner is not None:
            quote = Quote(stack[partner].token, mark.token)
            del stack[partner:]
            if stack:
                inner.append(quote)
            else:
                quotes.append(quote)
                inner.clear()
        elif _may_open(mark, folded):
            stack.append(mark)
    if stack and stack[0].char not in _SINGLE:
        rest = [q for q in inner if q.opening > stack[0].token]
        quotes.append(Quote(stack[0].token, tokens, closed=False))
        quotes.extend(rest)
    elif inner:
        quotes.extend(inner)
    return tuple(quotes)


def _partner(stack: Sequence[Mark], single: bool) -> int | None:
    """Return the place in the stack of the nearest open mark of the same kind."""
    for place in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if (stack[place].char in _SINGLE) == single:
            return place
    return None


def _may_open(mark: Mark, folded: str) -> bool:
    """Tell whether a mark opens: a space or an attached particle before it, none behind it."""
    if mark.char in _ALWAYS_OPEN:
        return True
    if mark.char in _ALWAYS_CLOSE:
        return False
    return _space_before(mark.start, folded) and (mark.char not in _SINGLE or not _space_behind(mark, folded))


def _may_close(mark: Mark, folded: str, opened: bool) -> bool:
    """Tell whether a mark closes, given that some mark is open."""
    if not opened or mark.char in _ALWAYS_OPEN:
        return False
    if mark.char in _ALWAYS_CLOSE:
        return True
    if not _space_before(mark.start, folded):
        return True
    return _space_behind(mark, folded)


def _space_before(start: int, folded: str) -> bool:
    """Tell whether a quotation may open here: after a space, an opening mark or a single attached particle."""
    if start == 0 or folded[start - 1] in _BEFORE_OPENING:
        return True
    return folded[start - 1] in _PROCLITICS and (start == 1 or folded[start - 2] in _BEFORE_OPENING)


def _space_behind(mark: Mark, folded: str) -> bool:
    """Tell whether the mark is followed by a space, a stop or nothing."""
    end = mark.start + mark.length
    return end >= len(folded) or folded[end] in " \t\n\N{NO-BREAK SPACE}.،,؛:!؟?)]-"
