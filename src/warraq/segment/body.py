"""Composes the body from its lines: paragraphs, headings, quotes, embeds, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from warraq.letters import count_letters
from warraq.model import BlockType, BodyBlock, Kind, Line, Role

_BULLET = re.compile(r"^[•●▪■◄◆‣·]\s{0,3}(?=\S)")
_DASH = re.compile(r"^[-–*]\s{1,3}(?=\S)")
"""A bullet where no markup tells items; in pages, dashes open the turns of a dialogue too."""

_END = re.compile(r"[.؟!…،؛,;]\W{0,3}$")
_LONGEST_SUBHEAD = 90
_WRAPPING = 0.6
"""Share of the letters that must stand in quotes for the quote to be a wrapper of the whole article."""


def compose(lines: Sequence[Line]) -> tuple[BodyBlock, ...]:
    """Compose the blocks of the body, in order."""
    body = [line for line in lines if line.role is Role.BODY]
    quoted = sum(count_letters(line.text) for line in body if line.block.kind is Kind.QUOTE)
    wrapped = quoted > _WRAPPING * sum(count_letters(line.text) for line in body)
    bold = sum(line.block.bold for line in body if line.block.kind is Kind.LINE)
    mostly_bold = bold > 0.6 * sum(line.block.kind is Kind.LINE for line in body)
    blocks: list[BodyBlock] = []
    for kind, group in groupby(body, key=lambda line: _group(line, wrapped)):
        blocks.extend(_compose_group(kind[0], list(group), mostly_bold))
    while blocks and blocks[-1].type is BlockType.HEADING:
        blocks.pop()
    return tuple(blocks)


def _group(line: Line, wrapped: bool) -> tuple[BlockType, int | None]:
    """The type of a line, and the element that it shares with its neighbours."""
    kind, group = line.block.kind, line.block.group
    if kind is Kind.CELL:
        return BlockType.TABLE, group
    if kind is Kind.EMBED:
        return BlockType.EMBED, group
    if kind is Kind.QUOTE and not wrapped:
        return BlockType.QUOTE, line.block.order
    if kind is Kind.ITEM:
        return BlockType.LIST, group
    if kind is Kind.HEADING:
        return BlockType.HEADING, line.block.order
    if _BULLET.match(line.text) or (not line.block.path and _DASH.match(line.text)):
        return BlockType.LIST, -1
    return BlockType.PARAGRAPH, line.block.order


def _compose_group(kind: BlockType, lines: list[Line], mostly_bold: bool) -> Iterator[BodyBlock]:
    """The blocks of lines that belong together."""
    if kind is BlockType.TABLE:
        rows = groupby(lines, key=lambda line: line.block.level)
        yield BodyBlock(kind, rows=tuple(tuple(cell.text for cell in row) for _, row in rows))
    elif kind is BlockType.EMBED:
        yield BodyBlock(kind, "\n".join(line.text for line in lines))
    elif kind is BlockType.LIST:
        yield from _list(lines)
    elif kind is BlockType.HEADING:
        yield BodyBlock(kind, lines[0].text, level=lines[0].block.level or None)
    elif kind is BlockType.PARAGRAPH and not mostly_bold and _is_subhead(lines[0]):
        yield BodyBlock(BlockType.HEADING, lines[0].text)
    else:
        yield BodyBlock(kind, lines[0].text)


def _list(lines: list[Line]) -> Iterator[BodyBlock]:
    """A list; one line that begins with a bullet is a paragraph, and so is an item as long as one."""
    bullet = _BULLET if lines[0].block.path else _DASH if _DASH.match(lines[0].text) else _BULLET
    items = tuple(bullet.sub("", line.text) for line in lines)
    if lines[0].block.kind is not Kind.ITEM and len(items) == 1:
        yield BodyBlock(BlockType.PARAGRAPH, lines[0].text)
    else:
        yield BodyBlock(BlockType.LIST, items=items)


def _is_subhead(line: Line) -> bool:
    """Whether a bold line is a heading inside the text."""
    return (
        line.block.bold
        and 2 <= len(line.text.split())
        and len(line.text) <= _LONGEST_SUBHEAD
        and not _END.search(line.text)
    )
