"""What the rules look at: every block with its shape, its furniture phrase and the elements it stands in.

The elements that hold most of the text are believed, whatever they are called (the element around a whole page may
be called ``sidebar-left``); the names of the others are read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from warraq.arabic.furniture import FurnitureMatch, FurnitureRole, Scope, furniture_of
from warraq.letters import count_letters
from warraq.model import Block, Claim, Kind, Selection, Step
from warraq.strip.names import Said, Strength, said_by

_SENTENCE = re.compile(r"[.؟!؛،;?…۔](?:\s|$)|[:»”\"]$")
_SENTENCE_END = re.compile(r"[.؟!?…؛۔][\"”»')\]\s]*$")
_FULL_STOP = re.compile(r"[^.\s]\s?[.۔][\"”»')\]\s]*$")
"""Titles end without a full stop, or cut short with several."""

_PROSE = 55
_LONG = 80
_LONGEST_TITLE = 130
_SHORT_SENTENCE = 25
_MOST = 0.5
_NOT_BELIEVED = frozenset((FurnitureRole.COMMENT, FurnitureRole.RELATED))
_WHOLLY = 0.8


class View(NamedTuple):
    """A block as the rules see it.

    Attributes:
        block: the block.
        letters: its letters.
        linked: which part of them stands in links, 0 to 1.
        prose: whether it is a paragraph and no title, label or link.
        match: the furniture phrase in it.
        own: the elements around it that do not hold most of the text, outermost first.
        claimed: whether it is an attribution line.
    """

    block: Block
    letters: int
    linked: float
    prose: bool
    match: FurnitureMatch | None
    own: tuple[Step, ...]
    claimed: bool

    @property
    def sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.block.text) is not None

    @property
    def title(self) -> bool:
        """Whether it is wholly a link of some words: the title of another piece, or a button."""
        return self.linked >= _WHOLLY and not self.prose

    @property
    def paragraph(self) -> bool:
        """Whether it is a paragraph by its own shape, where no markup tells: long, or ended by a full stop."""
        if self.letters >= _LONGEST_TITLE:
            return True
        return self.letters >= _SHORT_SENTENCE and _FULL_STOP.search(self.block.text) is not None

    @property
    def parent(self) -> int | None:
        """The element around the block's own."""
        path = self.block.path
        return path[-2].node if len(path) > 1 else None


@dataclass(frozen=True, slots=True)
class Box:
    """An element in the text: the places of its blocks, its letters, those in links and those of free prose."""

    step: Step
    places: tuple[int, ...]
    letters: int
    linked: float
    prose: int


@dataclass(frozen=True, slots=True)
class Scene:
    """All blocks of a selection, and the elements in it.

    Attributes:
        views: one for each block.
        boxes: by the number of the element; only elements that do not hold most of the text.
        prose: letters of prose in all.
        first, last: places of the first and the last block of prose; last is -1 where there is none.
        marked: whether there is markup (a plain-text save has none).
        text_first: place of the first block after the header.
        hidden_text: whether most of the text is hidden by its markup, so that hiding says nothing.
        parents: the elements around its paragraphs, those of lists apart.
        last_free: place of the last paragraph without any furniture phrase.
        headline: place of the headline, -1 if none.
        title: text of the headline, "" if none.
        pictured: orders of the blocks before which an image stands.
        neighbours: how many paragraphs stand in an element, and in elements of its name.
    """

    views: tuple[View, ...]
    boxes: dict[int, Box]
    prose: int
    first: int
    last: int
    marked: bool
    text_first: int
    hidden_text: bool
    parents: frozenset[int]
    last_free: int
    headline: int
    title: str
    pictured: frozenset[int]
    neighbours: Mapping[object, int]

    def beside_text(self, view: View) -> bool:
        """Whether another paragraph stands beside a block, or in an element of the same name; in plain text, always."""
        if not self.marked:
            return True
        own = 1 if view.prose else 0
        return any(self.neighbours.get(key, 0) > own for key in _around(view.block))


def _around(block: Block) -> tuple[object, ...]:
    """The element around a block, and its tag and names if it has names."""
    if len(block.path) < 2:
        return ()
    step = block.path[-2]
    return (step.node, (step.tag, step.names)) if step.names else (step.node,)


def look(selection: Selection, claims: Sequence[Claim]) -> Scene:
    """Look at a selection."""
    blocks = selection.blocks
    letters = [count_letters(b.text) for b in blocks]
    linked = [_linked(b, n) for b, n in zip(blocks, letters, strict=True)]
    if _all_linked(letters, linked):
        linked = [0.0] * len(blocks)
    prose = [is_prose(b, n, share) for b, n, share in zip(blocks, letters, linked, strict=True)]
    weights = [
        n if is_text and b.order >= selection.first else 0 for b, n, is_text in zip(blocks, letters, prose, strict=True)
    ]
    matches = [furniture_of(b.text) for b in blocks]
    believed = _believed(blocks, weights, matches)
    claimed = {claim.order for claim in claims}
    views = tuple(
        View(
            block,
            letters[at],
            linked[at],
            prose[at],
            matches[at],
            tuple([step for step in block.path if step.node not in believed]),
            block.order in claimed,
        )
        for at, block in enumerate(blocks)
    )
    text = [at for at, view in enumerate(views) if view.prose or (view.paragraph and view.linked < _MOST)]
    total = sum(weights)
    return Scene(
        views=views,
        boxes=_boxes(views),
        prose=total,
        first=next((at for at in text if prose[at]), -1),
        last=text[-1] if text else -1,
        marked=any(b.path for b in blocks),
        text_first=next((at for at, b in enumerate(blocks) if b.order >= selection.first), len(blocks)),
        hidden_text=sum(n for b, n in zip(blocks, weights, strict=True) if b.hidden) > _MOST * total,
        parents=frozenset(
            v.parent for v in views if v.prose and v.parent is not None and v.block.kind is not Kind.ITEM
        ),
        last_free=next((at for at in reversed(text) if prose[at] and matches[at] is None), -1),
        headline=next((at for at, b in enumerate(blocks) if b.order == selection.headline), -1),
        title=next((b.text for b in blocks if b.order == selection.headline), ""),
        pictured=frozenset(image.order for image in selection.images),
        neighbours=Counter(key for v in views if v.prose for key in _around(v.block)),
    )


def is_prose(block: Block, letters: int, linked: float) -> bool:
    """Whether a block is a paragraph: sentences, or a long line without links.

    A paragraph that is wholly a link is one if it ends as a sentence; names linked within sentences count little.
    """
    if block.kind in (Kind.HEADING, Kind.CAPTION, Kind.CELL, Kind.EMBED):
        return False
    if linked >= _WHOLLY:
        return letters >= _PROSE and _FULL_STOP.search(block.text) is not None
    if linked > 0.5:
        return letters >= 2 * _LONG
    return letters >= _LONG or (letters >= _PROSE and _SENTENCE.search(block.text) is not None)


def _linked(block: Block, letters: int) -> float:
    """Which part of a block stands in links; an anchor without an address, or of a heading to itself, is none."""
    if not letters or not block.hrefs:
        return 0.0
    if block.kind is Kind.HEADING and all(href.startswith("#") for href in block.hrefs):
        return 0.0
    if letters >= _PROSE and block.names_linked:
        return 0.0
    return min(1.0, block.link_letters / letters)


def _all_linked(letters: Sequence[int], linked: Sequence[float]) -> bool:
    """Whether an anchor that nobody closed is around most of the text, so that links say nothing."""
    long = [(n, share) for n, share in zip(letters, linked, strict=True) if n >= 2 * _LONG]
    return sum(n for n, share in long if share >= _WHOLLY) > 0.6 * sum(n for n, _ in long)


def _believed(
    blocks: Sequence[Block], weights: Sequence[int], matches: Sequence[FurnitureMatch | None]
) -> frozenset[int]:
    """The elements that hold most of the prose, but for those of comments that have prose before them."""
    sums: dict[int, int] = {}
    steps: dict[int, Step] = {}
    begins: dict[int, int] = {}
    first = next((at for at, weight in enumerate(weights) if weight), 0)
    for at, (block, weight) in enumerate(zip(blocks, weights, strict=True)):
        for step in block.path:
            node = step.node
            if node in sums:
                sums[node] += weight
            else:
                sums[node], steps[node], begins[node] = weight, step, at
    total = sum(weights)
    believed = set()
    for node, held in sums.items():
        step = steps[node]
        if held < _MOST * total:
            continue
        said = said_by(step.tag, step.names)
        doubted = said is not None and said.strength is Strength.STRONG and said.role in _NOT_BELIEVED
        head = matches[begins[node]]
        doubted = doubted or (head is not None and head.sure and head.scope is Scope.TAIL)
        if not (doubted and begins[node] > first):
            believed.add(node)
    return frozenset(believed)


def _boxes(views: Sequence[View]) -> dict[int, Box]:
    """The elements in the text and what they hold."""
    linked = [view.letters * view.linked for view in views]
    free = [view.letters if view.prose and view.linked < 0.5 else 0 for view in views]
    steps: dict[int, Step] = {}
    places: dict[int, list[int]] = defaultdict(list)
    for at, view in enumerate(views):
        for step in view.own:
            steps[step.node] = step
            places[step.node].append(at)
    boxes = {}
    for node, within in places.items():
        letters = sum([views[at].letters for at in within])
        share = sum([linked[at] for at in within]) / letters if letters else 0.0
        boxes[node] = Box(steps[node], tuple(within), letters, share, sum([free[at] for at in within]))
    return boxes


def said_of(step: Step) -> Said | None:
    """What an element says of itself."""
    return said_by(step.tag, step.names)
