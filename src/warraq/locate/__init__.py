"""Finds where on a page the article stands.

In this order: a rule for the site; the markup by headline anchor and density, narrowed by the theme that the page
wears; the page's data, where its markup holds little text; trafilatura, where both are unsure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from warraq.letters import count_letters
from warraq.locate.blocks import Walk, walk
from warraq.locate.data import DataBody, from_bodies, from_scripts
from warraq.locate.headline import words_of
from warraq.locate.select import Choice, Element, choose
from warraq.locate.sites import apply, rule_for
from warraq.locate.themes import theme_of
from warraq.locate.tree import Tree
from warraq.model import Block, Hints, ImageRef, Kind, Limits, Method, ParsedPage, Selection

_SHORT = 140
"""Letters of prose below which a text is looked for in the page's data too."""

_ABOVE = 4
"""Blocks between the header's start and an image above it: a caption, a label, a day."""

_FEATURED = re.compile(r"featured|post[-_]?thumb|single[-_]?(?:post[-_]?)?(?:image|thumb)|wp-post-image|lead[-_]?image")
_LONGER = 1.5
"""How many times longer a text in the page's data must be to be preferred."""


@dataclass(frozen=True, slots=True)
class Located:
    """All blocks of a page, and the article's place among them (None where no text was found)."""

    walk: Walk
    selection: Selection | None


def locate(page: ParsedPage, hints: Hints, limits: Limits, rescue: bool = True) -> Located:
    """Find the article on a page.

    Args:
        page: the tree.
        hints: what the page declares of itself.
        limits: bounds of the walk.
        rescue: whether trafilatura may be asked where our own finding is unsure.
    """
    found = walk(page.root, limits.text_chars, limits.tree_depth)
    by_rule = _by_rule(found, hints)
    if by_rule is not None:
        return Located(found, by_rule)
    tree = Tree(found.blocks)
    match = theme_of(tree)
    named = Element(match.body.node, match.theme) if match else None
    choice = choose(tree, hints.titles, hints.descriptions, named)
    prose = choice.prose if choice else 0.0
    data = _data(page.root, hints, prose)
    if data is not None:
        return Located(found, _data_selection(found.blocks, data, choice, hints))
    if choice is None:
        return Located(found, None)
    notes = _notes(found.blocks, choice, hints)
    if notes and rescue:
        rescued = _rescued(page.root, found, choice, notes)
        if rescued is not None:
            return Located(found, rescued)
    return Located(found, _density_selection(found, choice, notes))


def _by_rule(found: Walk, hints: Hints) -> Selection | None:
    """What a rule for the page's own site finds."""
    rule = rule_for(hints.host, hints.day)
    match = apply(rule, found.blocks) if rule else None
    if match is None:
        return None
    orders = (frozenset(match.blocks) - match.dropped) | ({match.headline} - {None})
    return Selection(
        blocks=tuple(b for b in found.blocks if b.order in orders),
        outside=tuple(b for b in found.blocks if b.order not in orders),
        images=tuple(i for i in found.images if i.order in match.blocks or i.order == match.blocks.stop),
        first=match.blocks.start,
        method=Method.SITE,
        rule=match.rule.host,
        headline=match.headline,
    )


def _data(root: _Element, hints: Hints, prose: float) -> DataBody | None:
    """The text in the page's data, where the markup holds much less."""
    candidates = [from_bodies(hints.bodies)] if hints.bodies else []
    if prose < _SHORT:
        candidates.append(from_scripts(root, hints.titles))
    longest = max((c for c in candidates if c), key=_letters, default=None)
    if longest is None or _letters(longest) < max(40.0, _LONGER * prose):
        return None
    return longest


def _letters(data: DataBody) -> int:
    return sum(count_letters(b.text) for b in data.blocks)


def _data_selection(blocks: Sequence[Block], data: DataBody, choice: Choice | None, hints: Hints) -> Selection:
    """The text of the page's data as the article; where the page shows it too, the page's own blocks are taken."""
    wanted = {w for b in data.blocks for w in words_of(b.text)}
    shown = [b for b in blocks if not b.hidden and b.kind is not Kind.ITEM and _within(b, wanted)]
    if sum(count_letters(b.text) for b in shown) >= 0.8 * _letters(data):
        start, end = shown[0].order, shown[-1].order
        head = choice.headline if choice else None
        inside = tuple(blocks[start : end + 1])
        outside = tuple(b for b in blocks if not start <= b.order <= end)
        return Selection(inside, outside, (), start, Method.DENSITY, "articleBody", head.order if head else None)
    offset = len(blocks)
    own = tuple(b._replace(order=offset + n) for n, b in enumerate(data.blocks))
    return Selection(own, tuple(blocks), (), offset, Method.DATA, data.rule, None)


def _within(block: Block, words: set[str]) -> bool:
    """Whether nearly all words of a longer block are among the given."""
    own = words_of(block.text)
    return len(own) >= 5 and sum(w in words for w in own) >= 0.9 * len(own)


def _notes(blocks: Sequence[Block], choice: Choice, hints: Hints) -> tuple[str, ...]:
    """What speaks against a choice."""
    if choice.headline is not None:
        return ()
    text = {w for b in blocks[choice.start : choice.last + 1] for w in words_of(b.text)}
    for declared in (*hints.descriptions, *hints.bodies):
        words = words_of(declared)[:60]
        if len(words) >= 12 and sum(w in text for w in words) < 0.3 * len(words):
            return ("evidence_disagrees",)
    return ()


def _rescued(root: _Element, found: Walk, choice: Choice, notes: tuple[str, ...]) -> Selection | None:
    """What trafilatura finds, where it finds more."""
    from warraq.locate.rescue import rescue

    blocks = rescue(root, found.blocks)
    if sum(count_letters(b.text) for b in blocks) <= choice.prose:
        return None
    orders = {b.order for b in blocks}
    outside = tuple(b for b in found.blocks if b.order not in orders)
    head = choice.headline.order if choice.headline else None
    return Selection(blocks, outside, (), blocks[0].order, Method.RESCUE, "trafilatura", head, (*notes, "rescued"))


def _density_selection(found: Walk, choice: Choice, notes: tuple[str, ...]) -> Selection:
    """The blocks from the header's start to the container's end."""
    start, end = choice.start, choice.last
    return Selection(
        blocks=found.blocks[start : end + 1],
        outside=found.blocks[:start] + found.blocks[end + 1 :],
        images=tuple(i for i in found.images if start <= i.order <= end + 1 or _is_featured(i, start)),
        first=choice.first,
        method=Method.THEME if choice.rule else Method.DENSITY,
        rule=choice.rule or "density",
        headline=choice.headline.order if choice.headline else None,
        notes=notes,
    )


def _is_featured(image: ImageRef, start: int) -> bool:
    """Whether an image right above the article's container names itself the article's: themes set it over the title."""
    if not start - _ABOVE <= image.order < start or image.href:
        return False
    return any(map(_FEATURED.search, (image.names, *(step.names for step in image.path[-3:]))))
