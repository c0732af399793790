"""What stands around an article's text: above its headline, between headline and text, below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warraq.model import Block, Kind

_ABOVE = 10
_BELOW = 30
_TAIL = 30
_BEYOND = 50
_TOP = 60
LONGEST_LINE = 160
"""Characters of a line that states something about the article; longer ones are text."""
_PROSE = 120
_TEASER = 30
_POST_CLASSES = ("type-post", "hentry", "post-template", "single-post")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The short blocks around an article, each nearest to its headline or text first.

    Attributes:
        above: before the headline, up to the first teaser, menu or text.
        below: between the headline and the first paragraph.
        tail: after the last paragraph, up to the second teaser.
        foot: the same, up to the first teaser.
        beyond: after the last paragraph, whatever comes.
        top: the beginning of the page, in page order.
        wide_above: like ``above``, but menus and teasers do not end it.
    """

    above: tuple[Block, ...]
    below: tuple[Block, ...]
    tail: tuple[Block, ...]
    foot: tuple[Block, ...]
    beyond: tuple[Block, ...]
    top: tuple[Block, ...]
    wide_above: tuple[Block, ...]


def look_around(blocks: Sequence[Block], headline: int | None, region: range) -> Surroundings:
    """Sort out the blocks around an article.

    Args:
        blocks: all blocks of the page, in order.
        headline: order of the headline's block.
        region: orders of the article's blocks.
    """
    inside = blocks[region.start : region.stop]
    first, last = _prose_bounds(inside, region.start)
    start = headline if headline is not None else region.start
    below_from = start + 1 if headline is not None else region.start
    before = tuple(reversed(blocks[max(0, start - 30) : start]))
    return Surroundings(
        above=tuple(_until_other(before[:_ABOVE])),
        below=tuple(b for b in blocks[below_from : min(max(first, below_from), below_from + _BELOW)] if is_short(b)),
        tail=tuple(_before_teasers(blocks[last + 1 : last + 1 + _TAIL], 2)),
        foot=tuple(_before_teasers(blocks[last + 1 : last + 1 + _TAIL], 1)),
        beyond=tuple(blocks[last + 1 : last + 1 + _BEYOND]),
        top=tuple(b for b in blocks[: min(_TOP, start)] if is_short(b)),
        wide_above=before,
    )


def is_short(block: Block) -> bool:
    """Tell whether a block is short enough to state something about the article."""
    return len(block.text) <= LONGEST_LINE


def is_link(block: Block) -> bool:
    """Tell whether nearly all letters of a block stand inside links."""
    return bool(block.hrefs) and block.link_letters >= 0.6 * sum(map(str.isalpha, block.text))


def is_teaser(block: Block) -> bool:
    """Tell whether a block is the linked headline of another article."""
    return block.link_letters >= _TEASER and len(set(block.hrefs)) == 1


def near_names(block: Block) -> str:
    """Return the names of the innermost elements of a block, without those that describe a whole post."""
    return " ".join(
        step.names
        for step in block.path[-4:]
        if step.names
        and step.tag not in ("article", "body", "main")
        and not any(c in step.names for c in _POST_CLASSES)
    )


def _prose_bounds(inside: Sequence[Block], offset: int) -> tuple[int, int]:
    """Return the orders of the first and last paragraph of text."""
    prose = [n for n, b in enumerate(inside) if _is_prose(b)]
    if not prose and inside:
        prose = [max(range(len(inside)), key=lambda n: len(inside[n].text) - 2 * inside[n].link_letters)]
    return (offset + prose[0], offset + prose[-1]) if prose else (offset, offset)


def _is_prose(block: Block) -> bool:
    return len(block.text) >= _PROSE and block.link_letters * 3 < len(block.text) and block.kind is not Kind.CAPTION


def _until_other(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks upwards until a teaser, a text, or a menu of three links in a row."""
    links = 0
    for block in blocks:
        links = links + 1 if is_link(block) and block.kind is Kind.ITEM else 0
        if is_teaser(block) or not is_short(block) or links == 3:
            return
        yield block


def _before_teasers(blocks: Sequence[Block], most: int) -> Iterator[Block]:
    """Yield blocks downwards until that many teasers came."""
    teasers = 0
    for block in blocks:
        teasers += is_teaser(block) and not _TAG_LINK.search(block.hrefs[0])
        if teasers == most:
            return
        if is_short(block) or len(block.hrefs) > 2:
            yield block


_TAG_LINK = re.compile(r"(?i)[/?&](?:tags?|topics?|hashtag|%d9%88%d8%b3%d9%85|وسم)")
