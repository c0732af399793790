"""The attribution lines of a layout that are no blocks of their own: in paragraphs, in captions, behind the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from warraq.arabic.normalize import clean
from warraq.attribute.captions import caption_credit, credited
from warraq.attribute.claims import EDGE, is_subject
from warraq.attribute.lines import dateline, line_role, trailing_credit
from warraq.attribute.several import read_lines
from warraq.model import AttributionLine, Block, BlockType, Kind, Layout, LineParts, Role


def behind(blocks: Sequence[Block], own: Sequence[str], titles: Sequence[str]) -> list[AttributionLine]:
    """Credits that stand right behind the article's container: «المصدر: …» below the tags."""
    headline = " ".join(titles)
    lines: list[AttributionLine] = []
    for block in blocks[:EDGE]:
        if block.kind is Kind.HEADING:
            break
        parts = None if block.hidden else line_role(clean(block.text), near_headline=False, near_end=True, own=own)
        if parts and parts.kind is Role.CREDIT and parts.outlets and not is_subject(parts, headline):
            _add(lines, parts, None)
    return lines


def with_inner_lines(layout: Layout, behind: Sequence[AttributionLine], own: Sequence[str]) -> Layout:
    """Add the datelines that open a paragraph and the credits that end one; they stay in their paragraph."""
    lines = list(layout.lines)
    paragraphs = [n for n, b in enumerate(layout.body) if b.type is BlockType.PARAGRAPH]
    for n in paragraphs[:2]:
        _add(lines, dateline(layout.body[n].text, own), n)
    for n in paragraphs[-2:]:
        _add(lines, trailing_credit(layout.body[n].text, own), n)
    known = {line.text for line in lines}
    return replace(layout, lines=(*lines, *(line for line in behind if line.text not in known)))


def with_credits(layout: Layout, own: Sequence[str]) -> Layout:
    """Split the credit that ends a caption from it, and take the label off a credit that stands apart."""
    lines = list(layout.lines)
    images = []
    for image in layout.images:
        if image.credit:
            parts = line_role(image.credit, near_headline=False, near_end=False, in_caption=True, own=own)
            image = replace(image, credit=credited(parts) if parts else image.credit.strip("()[] "))
        elif image.caption and (found := caption_credit(image.caption, own)):
            _add(lines, found if found.names or found.outlets else None, None)
            image = replace(
                image, caption=image.caption[: found.start].rstrip(" -–—|/،,") or None, credit=credited(found)
            )
        images.append(image)
    return replace(layout, lines=tuple(lines), images=tuple(images))


def by_role(layout: Layout, own: Sequence[str]) -> Layout:
    """Part the lines in which persons did different things (كتب … - تصوير …); a byline of nobody (by admin) is none."""
    lines = (line for line in layout.lines if line.kind is not Role.BYLINE or line.names or line.places or line.outlets)
    return replace(layout, lines=tuple(part for line in lines for part in _parted(line, own)))


def _parted(line: AttributionLine, own: Sequence[str]) -> Iterator[AttributionLine]:
    """The lines that a line is made of: itself, where nobody did anything else."""
    parts = read_lines(line.text, own) if len(line.names) > 1 else ()
    if len(parts) < 2:
        yield line
        return
    for part in parts:
        named = (part.kind, part.text, part.names, part.places, part.outlets, part.role)
        offset = line.text.find(part.text) + line.start if line.start is not None else None
        yield AttributionLine(*named, line.block, offset, offset + len(part.text) if offset is not None else None)


def _add(lines: list[AttributionLine], parts: LineParts | None, block: int | None) -> None:
    """Add a line; ``block`` is the body's block that it stands in, None outside the body."""
    if parts is not None:
        start, end = (parts.start, parts.end) if block is not None else (None, None)
        named = (parts.kind, parts.text, parts.names, parts.places, parts.outlets, parts.role)
        lines.append(AttributionLine(*named, block, start, end))
