"""Where blocks stand to each other: in one element, in the header's element, in a box with a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.arabic.furniture import Carries, furniture_of
from warraq.letters import count_letters
from warraq.model import Block, ImageRef, Kind, Step
from warraq.segment.words import opens_caption

_INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins label mark q s small span strike strong u".split()
)
_LINE_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd".split())
_CUT = re.compile(r"[^a-z]+")
_CAPTION_LETTERS = 220
_OWN_LINE = 100
"""Characters of a line under a picture in one paragraph with it."""

_SMALL_HEADING = 4
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
"""A line with a time of day under a picture is the page's date line."""

_SLANTED_LINE = 160
_SLANTED = frozenset(("em", "i", "small"))


def frames(block: Block) -> list[Step]:
    """The elements around a block that are no inline ones, outermost first."""
    return [step for step in block.path if step.tag not in _INLINE]


def home(block: Block) -> int:
    """The element that a block shares with its neighbours: around a ``p``, or the ``div`` that holds the text."""
    around = frames(block)
    while around and around[-1].tag in _LINE_TAGS:
        around.pop()
    return around[-1].node if around else 0


def has_names(block: Block, names: frozenset[str]) -> bool:
    """Whether one of the two innermost elements has one of the names as a token."""
    return any(not names.isdisjoint(_CUT.split(step.names)) for step in block.path[-2:] if step.names)


def captioned(images: Sequence[ImageRef], blocks: Sequence[Block], headline: int | None) -> frozenset[int]:
    """The orders of blocks that are captions by their place alone.

    An element that holds nothing but a picture and one or two short lines is a figure, whatever its tag; and so is a
    line set in italics, or small, directly under a picture.
    """
    places = {b.order: n for n, b in enumerate(blocks)}
    found: set[int] = set()
    for image in images:
        for order in (image.order, image.order + 1, image.order - 1):
            place = places.get(order)
            block = blocks[place] if place is not None else None
            if place is None or block is None or not block.path or order == headline or block.kind is Kind.CELL:
                continue
            if (block.kind is Kind.HEADING and block.level < _SMALL_HEADING) or _CLOCK.search(block.text):
                continue
            letters = count_letters(block.text)
            if not 2 <= letters <= _CAPTION_LETTERS or block.link_letters > 0.3 * letters or _is_label(block.text):
                continue
            depth = _shared_depth(image.path, block.path)
            own = depth == len(block.path)
            if own and (not block.breaks or len(block.text) > _OWN_LINE or block.text.endswith(".")):
                continue  # text that flows around a picture in its paragraph, or begins under it
            if depth and _holds_little(blocks, place, depth):
                found.add(order)
            elif order == image.order and len(block.text) <= _CAPTION_LETTERS and _reads_as_caption(block):
                found.add(order)
    return frozenset(found)


def _is_label(text: str) -> bool:
    """Whether a line is furniture as a whole: how long a piece takes to read, a share button."""
    match = furniture_of(text)
    return match is not None and match.sure and match.carries is Carries.NOTHING


def _reads_as_caption(block: Block) -> bool:
    """Whether a line right under a picture is set, or begins, as captions do."""
    if furniture_of(block.text) is not None:
        return False
    if block.path[-1].tag in _SLANTED:
        return len(block.text) <= _SLANTED_LINE
    return not block.text.endswith((".", ":", "،")) and opens_caption(block.text)


def _shared_depth(one: Sequence[Step], other: Sequence[Step]) -> int:
    """How many elements around two things are the same."""
    depth = 0
    for a, b in zip(one, other, strict=False):
        if a.node != b.node:
            break
        depth += 1
    return depth


def _holds_little(blocks: Sequence[Block], place: int, depth: int) -> bool:
    """Whether an element around a block holds no more text than a caption; its blocks are neighbours.

    Two that end as sentences do are a short article, not a caption with its credit.
    """
    node = blocks[place].path[depth - 1].node
    letters = count_letters(blocks[place].text)
    sentences = int(blocks[place].text.endswith("."))
    for side in (range(place - 1, -1, -1), range(place + 1, len(blocks))):
        for n in side:
            path = blocks[n].path
            if len(path) < depth or path[depth - 1].node != node:
                break
            letters += count_letters(blocks[n].text)
            sentences += int(blocks[n].text.endswith("."))
            if letters > _CAPTION_LETTERS or sentences > 1:
                return False
    return letters <= _CAPTION_LETTERS
