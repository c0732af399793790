"""An article in another profile: every text normalized, every offset mapped.

Attributions are found on clean text, whose marks and quotes the grammar needs; here the finished record is carried
over, so that offsets point into the text that is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from warraq.arabic.normalize import Normalized, apply, normalize
from warraq.model import Article, AttributionLine, BlockType, BodyBlock, Profile, Span, Statement

T = TypeVar("T", str, str | None)
_Adder = Callable[[str, int, int], str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of a block's plain text that is normalized by itself, and where it begins before and after."""

    before: int
    after: int
    source: str
    made: Normalized


@dataclass(frozen=True, slots=True)
class _Moved:
    """A block in its new profile, and the way there."""

    block: BodyBlock
    pieces: tuple[_Piece, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the old plain text to the new one."""
        first = self._at(start)
        last = self._at(max(start, end - 1))
        begin = first.made.offsets.to_output(*_clamp(first, start, end)).start + first.after
        finish = last.made.offsets.to_output(*_clamp(last, start, end)).end + last.after
        return begin, max(begin, finish)

    def _at(self, offset: int) -> _Piece:
        """The piece that holds an offset; one between two pieces belongs to the former."""
        return next((p for p in reversed(self.pieces) if p.before <= offset), self.pieces[0])


def _clamp(piece: _Piece, start: int, end: int) -> tuple[int, int]:
    length = len(piece.source)
    begin = min(max(0, start - piece.before), length)
    return begin, min(max(begin, end - piece.before), length)


def in_profile(article: Article, profile: Profile) -> Article:
    """The article with every text in a profile; the article itself for ``clean``.

    Args:
        article: in profile ``clean``.
        profile: the profile wanted.
    """
    if profile is Profile.CLEAN:
        return article

    def text(value: T) -> T:
        return apply(value, profile, article.language) if value else value

    moved = [_move(b, profile, article.language) for b in article.body]
    heading = _move(BodyBlock(BlockType.PARAGRAPH, article.headline or ""), profile, article.language)
    return replace(
        article,
        headline=text(article.headline),
        kicker=text(article.kicker),
        subheadline=text(article.subheadline),
        section=text(article.section),
        tags=tuple(map(text, article.tags)),
        authors=tuple(replace(a, name=text(a.name)) for a in article.authors),
        body=tuple(m.block for m in moved),
        images=tuple(
            replace(i, alt=text(i.alt), caption=text(i.caption), credit=text(i.credit)) for i in article.images
        ),
        lines=tuple(_line(line, moved, profile, article.language) for line in article.lines),
        statements=tuple(_statement(s, moved, heading) for s in article.statements),
    )


def _move(block: BodyBlock, profile: Profile, language: str) -> _Moved:
    """Normalize a block piece by piece: a text, the items of a list, the cells of a table."""
    pieces: list[_Piece] = []

    def add(source: str, before: int, after: int) -> str:
        made = normalize(source, profile, language)
        pieces.append(_Piece(before, after, source, made))
        return made.text

    if block.type is BlockType.LIST:
        items = _each(block.items, add)
        return _Moved(replace(block, items=items), tuple(pieces))
    if block.type is BlockType.TABLE:
        cells = _each([cell for row in block.rows for cell in row], add)
        rows, done = [], 0
        for row in block.rows:
            rows.append(cells[done : done + len(row)])
            done += len(row)
        return _Moved(replace(block, rows=tuple(rows)), tuple(pieces))
    return _Moved(replace(block, text=add(block.text, 0, 0)), tuple(pieces))


def _each(texts: Sequence[str], add: _Adder) -> tuple[str, ...]:
    """Normalize texts that are joined by one character in the plain text."""
    before = after = 0
    made = []
    for source in texts:
        made.append(add(source, before, after))
        before += len(source) + 1
        after += len(made[-1]) + 1
    return tuple(made)


def _line(line: AttributionLine, moved: Sequence[_Moved], profile: Profile, language: str) -> AttributionLine:
    """An attribution line in the profile."""

    def all_of(values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(apply(v, profile, language) for v in values)

    line = replace(
        line,
        text=apply(line.text, profile, language),
        names=all_of(line.names),
        places=all_of(line.places),
        outlets=all_of(line.outlets),
    )
    if line.block is None or line.start is None or line.end is None:
        return line
    start, end = moved[line.block].place(line.start, line.end)
    return replace(line, start=start, end=end)


def _statement(statement: Statement, moved: Sequence[_Moved], heading: _Moved) -> Statement:
    """A statement with its spans mapped."""
    here = heading if statement.block is None else moved[statement.block]
    there = here if statement.source_block is None else moved[statement.source_block]

    def span(old: Span, where: _Moved) -> Span:
        start, end = where.place(old.start, old.end)
        return replace(old, start=start, end=end, text=where.block.plain[start:end] if old.text else "")

    return replace(
        statement,
        cue=tuple(span(s, here) for s in statement.cue),
        source=span(statement.source, there) if statement.source else None,
        outlet=span(statement.outlet, here) if statement.outlet else None,
        content=tuple(span(s, here) for s in statement.content),
        direct_spans=tuple(span(s, here) for s in statement.direct_spans),
    )
