"""Text wrapped to a width (mail, text browsers, ``<pre>``): its lines are put together to paragraphs again.

A line was wrapped where the first word of the next one would not have fitted. A page is taken for wrapped only where
one width explains most of its longer lines, so lists of titles and verses stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_NARROWEST, _WIDEST = 40, 100
_LEAST = 3
"""Wrapped lines from which a width is believed."""

_SHARE = 0.6
_LONG = 0.75
"""Part of the width from which a line counts as long: a paragraph's last line is any length."""

_SHORT_LAST = 0.4
"""Share of the last lines of paragraphs that must be short."""

_OVER = 0.1
"""Share of the lines that may be longer than the width: addresses are not cut."""

_SENTENCE_END, _ENDED = (".", "؟", "!"), 0.4
"""Share of the lines so wrapped that may end as sentences do: more of them are paragraphs of about one length."""

_TOO_LONG = 400
_ITEM = re.compile(r"[•●▪■◄◆‣·*+>|–—-]|\(?[\d٠-٩]{1,2}[.)-]")
_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e]")


class _Shape(NamedTuple):
    """A line as it was wrapped.

    Attributes:
        text: without the white space around it.
        indent: the white space before it.
        width: its characters, those of no width apart, with the indent.
        word: width of its first word.
    """

    text: str
    indent: int
    width: int
    word: int

    @classmethod
    def of(cls, line: str) -> _Shape:
        """Measured."""
        line = line.expandtabs(8).rstrip()
        text = line.strip()
        indent = len(line) - len(text)
        seen = _MARKS.sub("", text)
        return cls(text, indent, indent + len(seen), len(seen.split(" ", 1)[0]))


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines of a text, those of one paragraph joined where the text is wrapped to a width.

    >>> import textwrap
    >>> text = "افتتح الوزير أمس مستشفى جديدا للأطفال. " * 7
    >>> lines = [*textwrap.wrap(text, 66), "", "مواضيع ذات صلة"]
    >>> len(lines), len(unwrapped(lines))
    (7, 3)
    """
    if len(lines) < _LEAST or any(len(line) > _TOO_LONG for line in lines):
        return list(lines)
    shapes = [_Shape.of(line) for line in lines]
    width = _width(shapes)
    if not width:
        return list(lines)
    joined: list[str] = []
    before: _Shape | None = None
    for line, shape in zip(lines, shapes, strict=True):
        if before is not None and _follows(before, shape) and before.width <= width < before.width + 1 + shape.word:
            joined[-1] += " " + shape.text
        else:
            joined.append(line)
        before = shape
    return joined


def _follows(before: _Shape, line: _Shape) -> bool:
    """Whether a line may go on with the one before: no empty line, no item, not set in further."""
    return bool(before.text and line.text) and line.indent <= before.indent + 2 and not _ITEM.match(line.text)


def _width(shapes: Sequence[_Shape]) -> int:
    """The width that explains where lines end, 0 where none does."""
    pairs = [(a, b) for a, b in pairwise(shapes) if _follows(a, b) and _NARROWEST <= a.width <= _WIDEST]
    ends: Counter[int] = Counter()
    for a, b in pairs:
        ends.update(range(a.width, a.width + 1 + b.word))
    if not ends:
        return 0
    width, explained = max(ends.items(), key=lambda end: (end[1], -end[0]))
    cut = [(a, b) for a, b in pairs if a.width <= width < a.width + 1 + b.word]
    if sum(a.text.endswith(_SENTENCE_END) for a, _ in cut) > _ENDED * len(cut):
        return 0
    begun = {id(a) for a, _ in cut}
    last = [b for _, b in cut if id(b) not in begun]
    if sum(b.width < _LONG * width for b in last) < _SHORT_LAST * len(last):
        return 0  # verses are of one length, the last lines of paragraphs are not
    long = sum(_LONG * width <= a.width for a, _ in pairs)
    over = sum(s.width > width for s in shapes if s.text)
    some = sum(bool(s.text) for s in shapes)
    return width if explained >= max(_LEAST, _SHARE * long) and over <= _OVER * some else 0
