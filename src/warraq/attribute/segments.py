"""Cuts an attribution line at its punctuation into segments of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from warraq.arabic.gazetteer import Gazetteer, Known, outlets
from warraq.arabic.names import outlet_of, particle, place_of
from warraq.attribute.house import NO_HOUSE
from warraq.attribute.pieces import Piece, What
from warraq.letters import fold

_SEPARATOR = re.compile(
    r"\s+[-–—ـ−_]+\s*|\s*[-–—ـ−_]{1,3}(?:\s+|$)|^[-–—ـ_]+|(?<=[ء-ي٠-٩»)])[-–—_](?=[ء-ي«(])|[-–—]{2,}"
    r"|\s*[:：/\\|،,؛;()\[\]{}«»\"“”„<>•·*+●▪■…]\s*|\s{2,}(?!و)|[\t\r\n]+"
)
_WORD = re.compile(r"[^\s.\-]+\.?|[.\-]")
_MARKS = str.maketrans("–—ـ−_،؛;|\\[{]}«»“”„", "-----,,,//(())" + '"' * 5)


class Word(NamedTuple):
    """A word of a line, its folded key, and its place in the line."""

    text: str
    key: str
    start: int
    end: int


class Segment(NamedTuple):
    """The words between two separators.

    Attributes:
        line: the whole line.
        words: at least one.
        keys: their folded keys.
        before, after: the class of the separators, as in ``Piece``.
        house: the names of the site itself.
    """

    line: str
    words: Sequence[Word]
    keys: Sequence[str]
    before: str
    after: str
    house: Gazetteer = NO_HOUSE

    def outlet_at(self, at: int) -> Known | None:
        """Return the outlet that begins with word ``at``: the site itself, or one of the gazetteer."""
        return self.house.at(self.keys, at) or outlets().at(self.keys, at)

    def piece(self, what: What, start: int, end: int) -> Piece:
        """Make a piece of some words."""
        first, last = self.words[start].start, self.words[end - 1].end
        text = self.line[first:last]
        abbreviated = what is What.OUTLET and len(self.keys[end - 1]) == 1
        return Piece(what, text if abbreviated else text.rstrip(".").strip(), first, last)

    def text(self, start: int, end: int | None = None) -> str:
        """Return some words, one space between them."""
        return " ".join(word.text for word in self.words[start:end])


def segments(line: str, house: Gazetteer = NO_HOUSE) -> Iterator[Segment]:
    """Cut a line at its punctuation.

    >>> [(s.before, s.text(0)) for s in segments("عدن - «الأيام» (سمير الحداد)")]
    [('', 'عدن'), ('"', 'الأيام'), ('(', 'سمير الحداد')]
    """
    at, before = 0, ""
    for match in _SEPARATOR.finditer(line):
        mark = match[0].strip()[:1].translate(_MARKS) or " "
        if mark == " " and not _apart(line, at, match):
            continue
        words = _words(line, at, match.start())
        if words:
            yield Segment(line, words, [word.key for word in words], before, mark, house)
        at, before = match.end(), mark
    words = _words(line, at, len(line))
    if words:
        yield Segment(line, words, [word.key for word in words], before, "", house)


def _apart(line: str, start: int, gap: re.Match[str]) -> bool:
    """Say whether a gap of several spaces parts two names: not where one word or a particle stands beside it."""
    if "\t" in gap[0] or "\n" in gap[0]:
        return True
    following = _SEPARATOR.search(line, gap.end())
    left, right = line[start : gap.start()], line[gap.end() : following.start() if following else len(line)]
    return all(
        place_of(side) or outlet_of(side) or (" " in side.strip() and not particle(fold(side).partition(" ")[0]))
        for side in (left, right)
    )


def _words(line: str, start: int, end: int) -> list[Word]:
    """Read the words between two places of a line."""
    found = (
        Word(m[0], fold(m[0]).strip(".'’"), m.start(), m.end())
        for m in _WORD.finditer(line, start, end)
        if m[0] not in ".-"
    )
    return [word for word in found if word.key]
