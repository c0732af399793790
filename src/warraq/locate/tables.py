"""Tells tables of data from tables that lay out a page.

Pages of 1998 to 2008 stand in nested tables: their cells are no cells. A table of data has no table inside, at
least two rows and two columns, and short cells of one run of text each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from warraq.model import Block, Kind

_LONGEST_CELL = 400
_MEAN_CELL = 90


@dataclass(slots=True)
class _Table:
    """What is known of one table. A row is the list of its cells, a cell the orders of the blocks in it."""

    node: int
    rows: list[list[list[int]]] = field(default_factory=list)
    nested: bool = False
    chars: int = 0
    longest: int = 0

    def of_data(self) -> bool:
        """Whether this is a table of data."""
        filled = [[cell for cell in row if cell] for row in self.rows]
        filled = [row for row in filled if row]
        cells = [cell for row in filled for cell in row]
        if self.nested or len(filled) < 2 or not cells:
            return False
        wide = sum(len(row) >= 2 for row in filled)
        return (
            wide * 2 > len(filled)
            and all(len(cell) == 1 for cell in cells)
            and self.longest <= _LONGEST_CELL
            and self.chars <= _MEAN_CELL * len(cells)
        )


class Tables:
    """The tables of one walk."""

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._closed: list[_Table] = []

    def enter(self, tag: str, node: int) -> None:
        """A table, row or cell begins."""
        if tag == "table":
            if self._open:
                self._open[-1].nested = True
            self._open.append(_Table(node))
        elif self._open:
            rows = self._open[-1].rows
            if tag == "tr" or not rows:
                rows.append([])
            if tag != "tr":
                rows[-1].append([])

    def leave(self) -> None:
        """A table ends."""
        if self._open:
            self._closed.append(self._open.pop())

    def text(self, order: int, chars: int) -> None:
        """A block was made inside the innermost open table."""
        if self._open and self._open[-1].rows and self._open[-1].rows[-1]:
            table = self._open[-1]
            table.rows[-1][-1].append(order)
            table.chars += chars
            table.longest = max(table.longest, chars)

    def settle(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Make cells of the blocks that stand in tables of data; ``level`` is then the row, from 1."""
        settled = list(blocks)
        for table in self._closed:
            if table.of_data():
                for number, row in enumerate(table.rows, start=1):
                    for order in chain.from_iterable(row):
                        settled[order] = settled[order]._replace(kind=Kind.CELL, level=number, group=table.node)
        return tuple(settled)
