"""The elements around the blocks of a page: read once from the blocks, asked by all who look for the article.

An element is entered before those inside it: one pass from the last to the first carries every sum up to the root, one
from the first to the last hands down what an element says of all in it. Done block by block along each path, the same
cost a third of the whole search for the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warraq.locate.context import Aside, aside_of
from warraq.model import Block, Step


class Tree:
    """The elements around the blocks of a page.

    Attributes:
        blocks: all blocks of the page.
        steps: the elements by their number, outer ones first.
        first: the order of the first block in each.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        steps: dict[int, Step] = {}
        parents: dict[int, int] = {}
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        before: tuple[Step, ...] = ()
        for block in blocks:
            path, order = block.path, block.order
            if not path:
                continue
            if path is not before:  # lines of one element share it
                before = path
                depth = len(path)
                while depth and path[depth - 1].node not in steps:
                    depth -= 1
                parent = path[depth - 1].node if depth else None
                for step in path[depth:]:
                    node = step.node
                    steps[node], first[node] = step, order
                    if parent is not None:
                        parents[node] = parent
                    parent = node
            last[path[-1].node] = order
        self.blocks = blocks
        self.steps = steps
        self.first = first
        self._parents = parents
        self._upwards = tuple(reversed(steps))
        self._last = last
        for node in self._upwards:
            parent = parents.get(node)
            if parent is not None and last.get(parent, -1) < last[node]:
                last[parent] = last[node]

    def last(self, node: int) -> int:
        """The order of the last block in an element."""
        return self._last[node]

    def parent(self, node: int) -> int:
        """The element around an element, 0 for the outermost."""
        return self._parents.get(node, 0)

    def around(self, node: int) -> Iterator[Step]:
        """The elements around an element, the innermost first."""
        parent = self._parents.get(node)
        while parent is not None:
            yield self.steps[parent]
            parent = self._parents.get(parent)

    def sums(self, values: Sequence[float], after: int = 0) -> dict[int, float]:
        """The sum of the values of the blocks in each element, blocks before ``after`` left out."""
        sums = dict.fromkeys(self._upwards, 0.0)
        for block in self.blocks[after:] if after else self.blocks:
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
        parents = self._parents
        nothing, most = Aside.NO, Aside.STRONG
        said: dict[int | None, Aside] = {None: nothing}
        for node, step in self.steps.items():
            around = said[parents.get(node)]
            if around is not most and node not in believed:
                own = aside_of(step.tag, step.names)
                if own > around:
                    around = own
            said[node] = around
        return [said[block.path[-1].node] if block.path else nothing for block in self.blocks]
