"""Where the article in a run of lines ends: before the next one, before teasers, behind a box of links.

The words of its headline and of its first paragraphs tell which lines are of its matter.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from warraq.arabic.furniture import FurnitureRole, furniture_of
from warraq.arabic.words import SAME_MATTER, in_common, long_words
from warraq.locate.above import is_date
from warraq.locate.turns import ANSWERED, CONTINUES, is_solid, is_title
from warraq.model import Block

_OPENING = 3
_TEASERS = 2
_OTHER_PIECES = frozenset(
    (FurnitureRole.RELATED, FurnitureRole.READ_ALSO, FurnitureRole.MOST_READ, FurnitureRole.LATEST)
)
_GAP = 4
_BOX = 15
"""Lines of a box of links between two parts of a text."""

_OTHER_MATTER = SAME_MATTER / 2
"""A title with its day in a box of links may stand right before the rest of the text: more is asked of the next one."""

_FINAL = -200.0
"""What a line is worth behind which nothing of an article comes."""


def extent(blocks: Sequence[Block], values: Sequence[float], run: range, opening: Set[str]) -> range:
    """The part of a run that is one article, and what goes on behind it.

    Args:
        blocks: all lines of the page.
        values: what each is worth.
        run: the lines found.
        opening: the words of its matter, as :func:`opening_of` gives them.
    """
    for narrow in (_one_piece, _without_teasers, _with_rest):
        run = narrow(blocks, values, run, opening)
    return run


def opening_of(blocks: Sequence[Block], values: Sequence[float], run: range, headline: int | None) -> set[str]:
    """The long words of the headline and of the first paragraphs."""
    solid = [n for n in run if values[n] > 0 and is_solid(blocks[n].text)]
    header = [n for n in run if values[n] > 0 and not (solid and n >= solid[0])]
    first = [*header[:_OPENING], *solid[:_OPENING], *([] if headline is None else [headline])]
    return {w for n in first for w in long_words(blocks[n].text)}


def _one_piece(blocks: Sequence[Block], values: Sequence[float], run: range, opening: Set[str]) -> range:
    """A run without the next article, which endless scrolling puts behind the text: a title, its day, other matters."""
    solid = [n for n in run if values[n] > 0 and is_solid(blocks[n].text)]
    for at in solid[_OPENING - 1 :]:
        title = next((n for n in range(at - 1, max(run.start, at - _GAP) - 1, -1) if _heads_another(blocks, n)), None)
        if title is None or any(title < n < at for n in solid):
            continue
        rest = [n for n in solid if n >= at][:_OPENING]
        if sum(in_common(blocks[n].text, opening) for n in rest) < _OTHER_MATTER * len(rest):
            return range(run.start, title)
    return run


def _heads_another(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is a title with its day under it."""
    line = blocks[at]
    return is_title(line, furniture_of(line.text) is not None) and is_date(blocks[at + 1].text)


def _with_rest(blocks: Sequence[Block], values: Sequence[float], run: range, opening: Set[str]) -> range:
    """A run and the paragraphs behind a box of links that go on with its matter; teasers stand one by one."""
    end, at = run.stop, run.stop
    while at + 1 < min(len(blocks), end + _BOX) and values[at] > _FINAL:
        more = at
        while more < len(blocks) and values[more] > 0 and is_solid(blocks[more].text):
            more += 1
        if more > at + 1:
            alike = [in_common(b.text, opening) for b in blocks[at : min(more, at + _OPENING)]]
            headed = is_title(blocks[at - 1], furniture=False) or _heads_another(blocks, at - 2)
            if (sum(alike) / len(alike) if headed else max(alike)) < SAME_MATTER:
                break
            end = at = more
        at += 1
    return range(run.start, end)


def _without_teasers(blocks: Sequence[Block], values: Sequence[float], run: range, opening: Set[str]) -> range:
    """A run without the teasers at its end: single lines of prose between titles, on other matters than its opening."""
    prose = [n for n in run if values[n] > 0]
    solid = [n for n in prose if is_solid(blocks[n].text)]
    end, found, headed = run.stop, 0, False
    for n, at in reversed([*enumerate(solid)][_OPENING:]):
        title, text = blocks[at - 1], blocks[at].text
        single = at - 1 not in solid and at + 1 not in solid and is_title(title, furniture_of(title.text) is not None)
        if (
            not single
            or ANSWERED.search(title.text)
            or CONTINUES.match(text)
            or in_common(text, opening) >= SAME_MATTER
        ):
            break
        end, found = at - 1, found + 1
        headed = any(map(_heads_links, blocks[solid[n - 1] + 1 : at]))
    return range(run.start, end) if found >= _TEASERS or (found and headed) else run


def _heads_links(block: Block) -> bool:
    """Whether a line is a sure heading of links to other pieces."""
    match = furniture_of(block.text)
    return match is not None and match.sure and not match.rest and match.role in _OTHER_PIECES
