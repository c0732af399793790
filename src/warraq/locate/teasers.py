"""Tells teasers from text: cards that repeat on a page, each a linked title with a line of prose under it.

Sidebars, "related" boxes and home pages are made of them. A link between two paragraphs of an article is no teaser:
there the element that holds both is the article itself, and it stands once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from warraq.letters import count_letters
from warraq.locate.weights import Weight
from warraq.model import Block, Step

_REPEATED = 3
_LOOK_BACK = 3
_LEAST_TITLE = 10
_NUMBERS = re.compile(r"\d+")


def teasers(blocks: Sequence[Block], weights: Sequence[Weight]) -> frozenset[int]:
    """The orders of the blocks of prose that stand in repeated cards."""
    cards: dict[tuple[int, str, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, block in enumerate(blocks):
        if not weights[at].prose or not block.path or len(block.text) > 700:
            continue
        for title in reversed(blocks[max(0, at - _LOOK_BACK) : at]):
            if _linked_title(title):
                step, depth = _common(title, block)
                if step is not None:
                    cards[depth, step.tag, _NUMBERS.sub("", step.names)][step.node].append(block.order)
                    break
    found: set[int] = set()
    for by_node in cards.values():
        if len(by_node) >= _REPEATED:
            found.update(order for orders in by_node.values() if len(orders) <= 2 for order in orders)
    return frozenset(found)


def _linked_title(block: Block) -> bool:
    """Whether a block is wholly a link of some words."""
    return block.link_letters >= _LEAST_TITLE and block.link_letters >= 0.8 * count_letters(block.text)


def _common(one: Block, other: Block) -> tuple[Step | None, int]:
    """The innermost element around both blocks, and its depth."""
    found: Step | None = None
    depth = 0
    for a, b in zip(one.path, other.path, strict=False):
        if a.node != b.node:
            break
        found, depth = a, depth + 1
    return found, depth
