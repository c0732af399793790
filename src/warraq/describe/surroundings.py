"""What stands around an article's text: above its headline, between headline and text, below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from warraq.arabic.furniture import FurnitureRole, furniture_of
from warraq.describe.once import once
from warraq.describe.words import Opened, WordRole, bare, label_of, labels_in, may_have_label, tail_of, words
from warraq.letters import count_letters, fold
from warraq.model import Block, Kind

_ABOVE = 10
_BELOW = 30
_TAIL = 30
_BEYOND = 50
_WIDE = 30
_TOP = 60
LONGEST_LINE = 160
"""Characters of a line that states something about the article; longer ones are text."""
_PROSE = 120
_SENTENCE = 40
_SENTENCE_END = (".", "!", "؟", "…", "»", '"', "”")
_TEASER = 30
_HEADING = 40
_ROW, _MENU = 3, 5
"""Links in a row, and links in one line, that make a menu; breadcrumbs have fewer."""
_COMMENT_HINT = re.compile(r"(?i)تعليق|ردود|رأيك|آراء|comment|commentaire")
_OTHERS = (FurnitureRole.COMMENT, FurnitureRole.RELATED, FurnitureRole.MOST_READ, FurnitureRole.LATEST)
_LABELLED = 40
"""Characters up to which a line may open with a label that no colon sets off."""
_POST_CLASSES = re.compile(r"type-post|hentry|post-template|single-post")
_WHOLE_TAGS = ("article", "body", "main")


class Near:
    """A block near an article, with what several finders ask of it, each worked out once.

    Attributes:
        block: the block.
        text: its text.
    """

    def __init__(self, block: Block) -> None:
        self.block = block
        self.text = block.text

    @once
    def key(self) -> str:
        """The text folded."""
        return fold(self.text)

    @once
    def names(self) -> str:
        """Names of the innermost elements, without those that describe a whole post."""
        return " ".join(filter(None, [_own_names(step.tag, step.names) for step in self.block.path[-4:]]))

    @once
    def linked(self) -> bool:
        """Whether nearly all of its letters stand inside links."""
        letters = self.block.link_letters
        if not self.block.hrefs or letters >= 0.6 * len(self.text):
            return bool(self.block.hrefs)
        return letters >= 0.6 * count_letters(self.text)

    @once
    def labels(self) -> tuple[Opened, ...]:
        """The label that opens it and those that colons set off in it."""
        if len(self.text) > LONGEST_LINE or is_teaser(self.block):
            return ()
        if ":" in self.text:
            return labels_in(self.text) if may_have_label(self.key) else ()
        if len(self.text) > _LABELLED and not self.block.hrefs:
            return ()
        opened = label_of(self.text, self.key)
        return (opened,) if opened else ()

    @once
    def bare(self) -> str:
        """The text folded, without the punctuation at its ends; "" for a line that is no mere label."""
        return bare(self.key) if len(self.text) <= _LABELLED else ""

    @once
    def heads_others(self) -> bool:
        """Whether it is the heading of comments or of other articles."""
        found = furniture_of(self.text)
        return found is not None and found.role in _OTHERS and not found.rest

    def opens(self, role: WordRole) -> Opened | None:
        """Return what stands behind a label of a role, if one opens the line or a colon sets it off in it."""
        return next((opened for opened in self.labels if opened.role is role), None)

    def key_tail(self, place: int) -> str:
        """Return the text behind a place of its key."""
        return tail_of(self.text, self.key[place:].strip())

    def stands_with(self, other: Near) -> bool:
        """Tell whether another block stands in the same row or list."""
        own = [step.node for step in self.block.path[-3:-1] if step.tag not in _WHOLE_TAGS]
        return any(step.node in own for step in other.block.path[-3:-1])

    def says(self, role: WordRole) -> bool:
        """Tell whether the line is a word of a role and nothing else."""
        return self.bare in words(role)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The short blocks around an article, each nearest to its headline or text first.

    Attributes:
        above: before the headline, up to the first teaser, menu or text.
        below: between the headline and the first paragraph.
        tail: after the last paragraph, up to the second teaser.
        foot: the same, up to the first teaser.
        beyond: after the last paragraph, whatever comes.
        inside: short blocks between the first and the last paragraph; locate's region may hold teasers with prose.
        top: the beginning of the page, in page order.
        wide_above: like ``above``, but menus and teasers do not end it.
    """

    above: tuple[Near, ...]
    below: tuple[Near, ...]
    tail: tuple[Near, ...]
    foot: tuple[Near, ...]
    beyond: tuple[Near, ...]
    inside: tuple[Near, ...]
    top: tuple[Block, ...]
    wide_above: tuple[Near, ...]


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
    before = tuple(Near(b) for b in reversed(blocks[max(0, start - _WIDE) : start]))
    beyond = tuple(Near(b) for b in blocks[last + 1 : last + 1 + _BEYOND])
    below = blocks[below_from : min(max(first, below_from), below_from + _BELOW)]
    return Surroundings(
        above=_until_other(before[:_ABOVE]),
        below=tuple(Near(b) for b in below if is_short(b)),
        tail=tuple(_before_teasers(beyond[:_TAIL], 2)),
        foot=tuple(_before_teasers(beyond[:_TAIL], 1)),
        beyond=beyond,
        inside=tuple(Near(b) for b in blocks[first + 1 : last] if len(b.text) <= _LABELLED)[-_BEYOND:],
        top=tuple(blocks[: min(_TOP, start)]),
        wide_above=before,
    )


@lru_cache(maxsize=2048)
def _own_names(tag: str, names: str) -> str:
    """Return the names of an element, "" where they describe a whole post."""
    return "" if not names or tag in _WHOLE_TAGS or _POST_CLASSES.search(names) else names


def is_short(block: Block) -> bool:
    """Tell whether a block is short enough to state something about the article."""
    return len(block.text) <= LONGEST_LINE


def is_link(block: Block) -> bool:
    """Tell whether nearly all letters of a block stand inside links."""
    return Near(block).linked


def is_teaser(block: Block) -> bool:
    """Tell whether a block is the linked headline of another article."""
    return block.link_letters >= _TEASER and len(set(block.hrefs)) == 1


def _prose_bounds(inside: Sequence[Block], offset: int) -> tuple[int, int]:
    """Return the orders of the first and last paragraph of text; readers' comments are none."""
    prose = [n for n, b in enumerate(inside) if _is_prose(b)]
    if prose:
        heads = (n for n in range(prose[0] + 1, prose[-1]) if len(inside[n].text) <= _HEADING)
        end = next((n for n in heads if _heads_comments(inside[n].text)), len(inside))
        prose = [n for n in prose if n < end]
    elif inside:
        prose = [max(range(len(inside)), key=lambda n: len(inside[n].text) - 2 * inside[n].link_letters)]
    return (offset + prose[0], offset + _with_short_end(inside, prose[-1])) if prose else (offset, offset)


def _with_short_end(inside: Sequence[Block], last: int) -> int:
    """Return the place of the last sentence behind a paragraph in the same element; what closes a text is often short.

    Without it teasers set between two paragraphs would pass for the end of the text.
    """
    own = inside[last].path[-2:]
    for n in range(last + 1, len(inside)):
        block = inside[n]
        if (
            len(block.text) >= _SENTENCE
            and not block.link_letters
            and block.text.endswith(_SENTENCE_END)
            and [step.tag for step in block.path[-2:]] == [step.tag for step in own]
            and block.path[-2:-1] == own[:1]
        ):
            last = n
    return last


def _heads_comments(text: str) -> bool:
    found = furniture_of(text) if _COMMENT_HINT.search(text) else None
    return found is not None and found.role is FurnitureRole.COMMENT and not found.rest


def _is_prose(block: Block) -> bool:
    return len(block.text) >= _PROSE and block.link_letters * 3 < len(block.text) and block.kind is not Kind.CAPTION


def _until_other(before: Sequence[Near]) -> tuple[Near, ...]:
    """Return the blocks upwards until a teaser, a text, or a menu: three links in a row, or a line of many."""
    links = 0
    for at, near in enumerate(before):
        if near.linked:
            links = links + 1 if links and near.stands_with(before[at - 1]) else 1
        else:
            links = 0
        if links == _ROW:
            return tuple(before[: at + 1 - _ROW])
        menu = len(set(near.block.hrefs)) >= _MENU
        if menu or is_teaser(near.block) or not is_short(near.block) or _is_bare_sentence(near):
            return tuple(before[:at])
    return tuple(before)


def _before_teasers(beyond: Sequence[Near], most: int) -> Iterator[Near]:
    """Yield blocks downwards until that many teasers came."""
    teasers = 0
    for near in beyond:
        teasers += _is_bare_sentence(near) or (is_teaser(near.block) and not _TAG_LINK.search(near.block.hrefs[0]))
        if teasers == most:
            return
        if is_short(near.block) or len(near.block.hrefs) > 2:
            yield near


def _is_bare_sentence(near: Near) -> bool:
    """Tell whether a line of a plain-text save may be a teaser: there a link looks like any other line."""
    return not near.block.path and near.text.count(" ") >= 5 and not _LIST_MARKS.search(near.text)


_LIST_MARKS = re.compile(r"[\d/»>|:،,#]")
_TAG_LINK = re.compile(r"(?i)[/?&](?:tags?|topics?|hashtag|%d9%88%d8%b3%d9%85|وسم)")
