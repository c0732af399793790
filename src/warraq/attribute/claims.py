"""Which blocks of an article are attribution lines: looked for in the header, at the end and in captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from warraq.attribute.lines import line_role, tell
from warraq.letters import count_letters
from warraq.model import Block, Claim, Kind, LineParts, Role, Selection

_CREDIT_NAMES = re.compile(r"credit|copyright|photographer")
_CAPTION_NAMES = re.compile(
    r"caption|l[eé]gende|photographer"
    r"|(?:img|image|photo|pic|picture|media|figure|thumb|item)[-_]{0,2}(?:title|desc|text|info|credit|copyright|source)"
)
EDGE = 6
"""Blocks after the headline, and at the end, among which bylines and credits are looked for."""

_SPOKEN_OF = 5
"""Paragraphs among which the name of someone pictured is looked for."""

_BEHIND = 2
_ROW, _ANNOUNCING = 3, 25
"""Names in lines of their own that make a list, and letters of a line that announces one: a label is shorter."""

_PROSE = 60
"""Letters from which a line below the headline is a deck or the first paragraph."""


def claims(selection: Selection, own: Sequence[str], titles: Sequence[str]) -> tuple[Claim, ...]:
    """Find the bylines, credits and notes among the blocks of an article.

    A bare name that the headline has is the person of the article, not its author. A byline of a place that no
    gazetteer has stands alone between headline and text: two lines of its shape are a list.

    Args:
        selection: where the article stands; its blocks hold clean text.
        own: the names of the site.
        titles: the headline by metadata.
    """
    blocks = selection.blocks
    headline = " ".join([*titles, *(b.text for b in blocks if b.order == selection.headline)])
    top = max(selection.first, selection.headline or 0) + EDGE
    ends = _ends(blocks)
    header = _header(blocks, selection)
    found: list[Claim] = []
    local: list[Claim] = []
    for block in blocks:
        if block.order == selection.headline or block.hidden:
            continue
        near = block.order <= top
        captioned = block.kind is Kind.CAPTION or any(step.tag == "figure" for step in block.path[-4:])
        named = not captioned and any(_CAPTION_NAMES.search(step.names) for step in block.path[-2:] if step.names)
        captioned = captioned or named
        at_header = near and not captioned and block.order in header and block.kind is not Kind.ITEM
        parts, guess = tell(
            block.text,
            near_headline=near,
            near_end=block.order in ends,
            in_caption=captioned,
            local_names=at_header,
            own=own,
        )
        credited = captioned and bool(block.path) and _CREDIT_NAMES.search(block.path[-1].names) is not None
        if parts is None and credited:
            parts = _bare_credit(block.text, own)
        if parts is not None and named and not (credited or parts.names or parts.outlets):
            continue  # a caption that says of its picture only that it is from the archive
        if parts is not None and not is_subject(parts, headline):
            found.append(Claim(block.order, parts))
        elif guess is not None:
            local.append(Claim(block.order, guess))
    found = _without_lists(blocks, _without_pictured(blocks, found))
    return tuple(sorted([*found, *local], key=lambda c: c.order)) if len(local) == 1 else tuple(found)


def _without_pictured(blocks: Sequence[Block], found: Sequence[Claim]) -> list[Claim]:
    """The claims without bare names of persons whom the text speaks of: such a name stood under a picture.

    A box about the writer begins with the name.
    """
    bare = [c for c in found if c.parts.kind is Role.BYLINE and c.parts.names == (c.parts.text,)]
    if not bare:
        return list(found)
    prose = [b.text for b in blocks if count_letters(b.text) >= _PROSE][:_SPOKEN_OF]
    pictured = {c.order for c in bare if any(text.find(c.parts.text) > 0 for text in prose)}
    return [c for c in found if c.order not in pictured]


def _without_lists(blocks: Sequence[Block], found: Sequence[Claim]) -> list[Claim]:
    """The claims without bare names one below the other, or behind a paragraph that announces them: وهم:."""
    places = {block.order: n for n, block in enumerate(blocks)}
    bare = {places[c.order] for c in found if c.parts.kind is Role.BYLINE and c.parts.names == (c.parts.text,)}
    listed: set[int] = set()
    for n in sorted(bare):
        if n - 1 in bare:
            continue
        row = [m for m in range(n, n + len(bare)) if all(k in bare for k in range(n, m + 1))]
        before = blocks[n - 1].text if n else ""
        if len(row) >= _ROW or (before.endswith(":") and count_letters(before) >= _ANNOUNCING):
            listed.update(row)
    return [c for c in found if places[c.order] not in listed]


def _bare_credit(text: str, own: Sequence[str]) -> LineParts | None:
    """Read a name without a label in an element that says that it credits a picture."""
    label = "تصوير: "
    name = text.strip("()[] ")
    parts = line_role(label + name, near_headline=False, near_end=False, in_caption=True, own=own)
    return replace(parts, text=name, start=0, end=len(name)) if parts and parts.names else None


def _ends(blocks: Sequence[Block]) -> frozenset[int]:
    """The orders of the last blocks, and of those right behind the last paragraph of an element.

    Boxes inside the container stand behind the text, and some hold a paragraph of their own.
    """
    found = {block.order for block in blocks[-EDGE:]}
    last: dict[int, int] = {}
    prose = [n for n, b in enumerate(blocks) if len(b.path) > 1 and count_letters(b.text) >= _PROSE]
    for n in prose:
        last[blocks[n].path[-2].node] = n
    for n in last.values():
        found.update(block.order for block in blocks[n + 1 : n + 1 + _BEHIND])
    return frozenset(found)


def _header(blocks: Sequence[Block], selection: Selection) -> range:
    """The orders from the headline to the first paragraph, a deck between them being one of the two long lines."""
    start = selection.headline + 1 if selection.headline is not None else selection.first
    prose = [b.order for b in blocks if b.order >= start and count_letters(b.text) >= _PROSE]
    return range(start, prose[1] if len(prose) > 1 else start + EDGE)


def is_subject(parts: LineParts, headline: str) -> bool:
    """Whether a line is but a name that the headline has."""
    return parts.text in headline and parts.text in (*parts.names, *parts.outlets)
