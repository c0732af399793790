"""Sums over the elements of a page, from its blocks alone.

Elements are numbered in document order, so a parent's number is always smaller than its children's: one pass from the
last element to the first carries every sum up to the root. Done element by element along each path it cost a third of
the whole search for the article.
"""

from __future__ import annotations

from collections.abc import Sequence

from warraq.locate.context import Aside, aside_of
from warraq.model import Block


class Tree:
    """The elements around the blocks of a page."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        parents: dict[int, int] = {}
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        for block in blocks:
            order = block.order
            below = 0
            for node, _, _ in reversed(block.path):
                if below:
                    parents[below] = node
                last[node] = order
                if node in first:
                    break
                first[node] = order
                below = node
        self._blocks = blocks
        self._parents = parents
        self._upwards = sorted(first, reverse=True)
        self._last = last
        self.first = first
        for node in self._upwards:
            parent = parents.get(node)
            if parent is not None and last[parent] < last[node]:
                last[parent] = last[node]

    def last(self, node: int) -> int:
        """The order of the last block in an element."""
        return self._last[node]

    def parent(self, node: int) -> int:
        """The element around an element, 0 for the outermost."""
        return self._parents.get(node, 0)

    def sums(self, values: Sequence[float], after: int = 0) -> dict[int, float]:
        """The sum of the values of the blocks in each element, blocks before ``after`` left out."""
        sums = dict.fromkeys(self._upwards, 0.0)
        for block in self._blocks[after:] if after else self._blocks:
            if block.path:
                sums[block.path[-1].node] += values[block.order]
        parents = self._parents
        for node in self._upwards:
            parent = parents.get(node)
            if parent is not None:
                sums[parent] += sums[node]
        return sums

    def asides(self, believed: frozenset[int]) -> list[Aside]:
        """What the elements around each block say of it; ``believed`` elements say nothing."""
        known: dict[int, Aside] = {}
        found = []
        nothing, most = Aside.NO, Aside.STRONG
        for block in self._blocks:
            path = block.path
            at = len(path)
            while at and path[at - 1].node not in known:
                at -= 1
            said = known[path[at - 1].node] if at else nothing
            for node, tag, names in path[at:]:
                if said is not most and node not in believed:
                    own = aside_of(tag, names)
                    if own > said:
                        said = own
                known[node] = said
            found.append(said)
        return found
