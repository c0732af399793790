"""The lines of a page saved as plain text, and what each is worth as part of an article.

No markup says where the article stands, only lines: menus and teasers are short lines without the punctuation of
sentences, furniture is known by its words, the text is a run of long lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from warraq.arabic.furniture import FurnitureMatch, FurnitureRole, Scope, furniture_of
from warraq.letters import count_letters, fold
from warraq.locate.above import is_date
from warraq.locate.turns import FULL_STOP, is_solid, listed
from warraq.locate.wrapped import unwrapped
from warraq.model import Block, Kind

_CELLS = re.compile(r"\t")
_OTHER_STOP = re.compile(r"(?:[؟!؛:…]|\.\.)[\s»”\"')\]]{0,3}$")
_INNER_STOP = re.compile(r"(?<![.…])[.؟!][\s»”\"]{1,3}[^.\s].{25}")
_ROW, _IN_ROW = re.compile(r"\S [-|•*] \S"), 3
"""Signs between the titles that a ticker holds in one line, and how many make one."""

_COMMA = re.compile("[،,]")
_LONG = 120
_SENTENCE = 30
_TITLE = 60
"""Letters up to which a line that ends in a question or an ellipsis is a title."""

_MOST = 900
_REPEATED = 20
"""Letters from which a line that stands twice on a page is a teaser."""

_LABEL = -14.0
_APART = -4.0
_OF_SCOPE = {
    Scope.LINE: -30.0,
    Scope.PREFIX: -30.0,
    Scope.INLINE: -10.0,
    Scope.LABEL: -14.0,
    Scope.HEADING: -150.0,
    Scope.TAIL: -600.0,
}
_UNSURE = -25.0
_SHADOW = 8
"""Lines below the heading of a list of other pieces that count only where they end in a full stop."""

_BARE = 3
"""Titles in a row below such a heading after which a day is that of the next article."""

_BEHIND_TAIL = 0.2
_ENOUGH = 250
"""Letters of prose after which a phrase that ends articles is believed to end this one."""


def blocks_of(text: str, most: int = 8_000_000) -> tuple[Block, ...]:
    """The lines of a text as blocks; ``breaks`` counts the empty lines before one. Only line feeds cut."""
    blocks: list[Block] = []
    breaks = 0
    for raw in unwrapped(re.split(r"\r\n|\r|\n", text[:most])):
        line = " ".join(raw.split())
        if not line:
            breaks += 1
            continue
        kind = Kind.CELL if len(_CELLS.findall(raw.strip())) >= 2 else Kind.LINE
        blocks.append(Block(line, kind, order=len(blocks), breaks=breaks))
        breaks = 0
    return tuple(blocks)


class Worth(NamedTuple):
    """What each line is worth to the run it stands in.

    Attributes:
        values: of each line.
        teasers: places of paragraphs that look like teasers.
        clean: whether no line is furniture or part of a list.
    """

    values: list[float]
    teasers: frozenset[int]
    clean: bool


def weigh(blocks: Sequence[Block]) -> Worth:
    """Weigh all lines of a page."""
    often = Counter(fold(b.text) for b in blocks)
    shadow, titles, before, behind, prose_before = 0, 0, 0.0, False, False
    values: list[float] = []
    copies = _copies(blocks, often)
    matches = [furniture_of(b.text) for b in blocks]
    others = listed(blocks, [match is not None for match in matches])
    teasers = set(others)
    for at, block in enumerate(blocks):
        match = matches[at]
        if at in others:
            values.append(_LABEL)
            continue
        if match is not None:
            values.append(_of_furniture(match))
            behind = behind or (match.scope is Scope.TAIL and match.sure and before >= _ENOUGH)
            if match.scope is Scope.HEADING and match.sure and not match.rest:
                shadow, titles = (0 if match.role is FurnitureRole.CONTENTS else _SHADOW), 0
            continue
        after = blocks[at + 1].breaks if at + 1 < len(blocks) else 1
        value = _value(block, bool(after))
        again = often[fold(block.text)] > 1 and at not in copies and count_letters(block.text) >= _REPEATED
        in_pair = prose_before or (ends_as_prose(blocks, at + 1) and not again)
        if value > 0 and shadow and not (in_pair and FULL_STOP.search(block.text)):
            teasers.add(at)
            # Below "related" a line of prose between two titles is a teaser; two such lines in a row are text again.
            values.append(_LABEL)
            shadow, titles = (_SHADOW, 0) if is_solid(block.text) else (shadow - 1, titles + 1)
            continue
        titles = titles + 1 if value <= 0 else 0
        if titles > _BARE and is_date(block.text):
            shadow = 0
        prose_before = value > 0
        if value > 0 and again:
            value = _LABEL
        if value > 0:
            value *= _BEHIND_TAIL if behind else 1
            before += value
        shadow = 0 if value > 0 else max(0, shadow - 1)
        values.append(value)
    clean = not teasers and not any(m is not None and m.sure and m.scope is not Scope.LABEL for m in matches)
    return Worth(values, frozenset(teasers), clean)


def _copies(blocks: Sequence[Block], often: Mapping[str, int]) -> frozenset[int]:
    """The first copy of a text that stands twice, for two sizes of screen: paragraphs in a row that all come again."""
    found: set[int] = set()
    keys = [fold(b.text) if is_solid(b.text) else "" for b in blocks]
    seen: set[str] = set()
    for at, key in enumerate(keys):
        if not key or often[key] < 2 or key in seen:
            continue
        if any(0 <= n < len(keys) and keys[n] != key and often.get(keys[n], 0) > 1 for n in (at - 1, at + 1)):
            found.add(at)
            seen.add(key)
    return frozenset(found)


def ends_as_prose(blocks: Sequence[Block], at: int) -> bool:
    """Whether the line at a place is a sentence that ends in a full stop."""
    return at < len(blocks) and count_letters(blocks[at].text) >= _SENTENCE and bool(FULL_STOP.search(blocks[at].text))


def _of_furniture(match: FurnitureMatch) -> float:
    """What furniture is worth; a label that carries words of its own, or one in doubt, parts nothing."""
    if match.scope is Scope.HEADING and match.rest:
        return _LABEL
    if not match.sure:
        return max(_UNSURE, _OF_SCOPE[match.scope])
    return _OF_SCOPE[match.scope]


def _value(block: Block, followed_by_gap: bool) -> float:
    """What a line that is no furniture is worth."""
    if block.kind is Kind.CELL:
        return _LABEL
    letters = count_letters(block.text)
    apart = bool(block.breaks) and followed_by_gap
    prose = _prose(block.text, letters, apart)
    return prose or (_APART if apart else _LABEL)


def _prose(text: str, letters: int, apart: bool) -> float:
    """Letters of a line that is a sentence or more; a title has no full stop, a teaser breaks off."""
    if letters >= _LONG and not FULL_STOP.search(text) and len(_ROW.findall(text)) >= _IN_ROW:
        return 0.0
    if letters >= _LONG or (letters >= _SENTENCE and (FULL_STOP.search(text) or _INNER_STOP.search(text))):
        return min(letters, _MOST)
    if letters >= _TITLE and _OTHER_STOP.search(text):
        return letters
    if apart and letters >= _SENTENCE:
        return 0.7 * letters
    return 0.4 * letters if letters >= _TITLE and _COMMA.search(text) else 0.0
