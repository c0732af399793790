"""Finds the article in a page saved as plain text: what a browser's select-all and copy gives.

No markup says where the article stands, only lines: menus and teasers are short lines without the punctuation of
sentences, furniture is known by its words, the text is a run of long lines. The run that is worth most is the
article; its headline is the line above it that shares most words with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.arabic.furniture import Scope, furniture_of
from warraq.locate.shared_words import headline_above
from warraq.locate.weights import weigh
from warraq.model import Block, Kind, Method, Selection

_CELLS = re.compile(r"\t")
_LABEL = -14.0
_APART = -4.0
_FURNITURE = -45.0
_TAIL = -260.0
_HEADER_REACH = 30


def blocks_of(text: str, most: int = 8_000_000) -> tuple[Block, ...]:
    """The lines of a text as blocks; ``breaks`` counts the empty lines before one. Only line feeds cut."""
    blocks: list[Block] = []
    breaks = 0
    for raw in re.split(r"\r\n|\r|\n", text[:most]):
        line = " ".join(raw.split())
        if not line:
            breaks += 1
            continue
        kind = Kind.CELL if len(_CELLS.findall(raw.strip())) >= 2 else Kind.LINE
        blocks.append(Block(line, kind, order=len(blocks), breaks=breaks))
        breaks = 0
    return tuple(blocks)


def locate_text(blocks: Sequence[Block], titles: Sequence[str] = ()) -> Selection | None:
    """The article among the lines of a text, or None where no line is prose."""
    values = [_value(block, at, blocks) for at, block in enumerate(blocks)]
    run = _best_run(values)
    if run is None:
        return None
    first, last = run[0], run[-1]
    headline = headline_above(blocks, first, last, _HEADER_REACH)
    start = first if headline is None else _start(blocks, headline)
    return Selection(
        blocks=tuple(blocks[start : last + 1]),
        outside=(*blocks[:start], *blocks[last + 1 :]),
        images=(),
        first=first if headline is None else max(first, headline + 1),
        method=Method.TEXT,
        rule="lines",
        headline=headline,
    )


def _value(block: Block, at: int, blocks: Sequence[Block]) -> float:
    """What a line is worth to the run it stands in."""
    match = furniture_of(block.text)
    if match is not None:
        return {Scope.TAIL: _TAIL, Scope.LABEL: _LABEL}.get(match.scope, _FURNITURE)
    weight = weigh(block)
    if weight.prose:
        return weight.prose
    if block.kind is Kind.CELL:
        return _LABEL
    after = blocks[at + 1].breaks if at + 1 < len(blocks) else 1
    return _APART if block.breaks and after else _LABEL


def _best_run(values: Sequence[float]) -> range | None:
    """The run of lines with the largest sum (Kadane)."""
    best, best_run = 0.0, None
    total, start = 0.0, 0
    for at, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, at
        total += value
        if total > best:
            best, best_run = total, range(start, at + 1)
    return best_run


def _start(blocks: Sequence[Block], headline: int) -> int:
    """A label directly above the headline belongs to the header."""
    if headline and len(blocks[headline - 1].text) <= 90:
        return headline - 1
    return headline
