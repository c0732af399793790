r"""How a step changes a text, and the way back from the new text to the old one.

A step is a plain function ``(text, edit) -> text`` that changes its text through ``edit``, or through
:func:`exchange` where one character stands for one and no place moves. With
:func:`substitute` it does just that; with a :class:`Recorder` the same step also leaves a record of each change.
So there is one implementation of every rule, and offsets cost only where they are asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, overload

Replacement = str | Callable[[re.Match[str]], str]


class Edit(Protocol):
    """Replaces every match of a pattern. A pattern never matches the empty string."""

    def __call__(self, pattern: re.Pattern[str], replacement: Replacement, text: str) -> str:
        """Return the text with every match replaced."""
        ...


Step = Callable[[str, Edit], str]


def substitute(pattern: re.Pattern[str], replacement: Replacement, text: str) -> str:
    """Replace and keep no record."""
    return pattern.sub(replacement, text)


def exchange(text: str, pairs: Mapping[str, str]) -> str:
    """Put one character for another: no offset moves, so this is done directly, and faster than by a pattern.

    >>> exchange("٢٥", {"٢": "2", "٥": "5"})
    '25'
    """
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text


class Span(NamedTuple):
    """A half-open interval of code points."""

    start: int
    end: int


class _Layer(NamedTuple):
    """The changes of one replacement pass: places in the text before it and after it, in order.

    A piece that becomes another piece of the same length is not listed, for it is mapped character by character;
    unless the same characters change their order, as marks do: then the whole piece is one interval.
    """

    before_start: list[int]
    before_end: list[int]
    after_start: list[int]
    after_end: list[int]

    def back(self, place: int) -> Span:
        """The interval before the pass that the character at ``place`` after it came from."""
        n = bisect_right(self.after_start, place) - 1
        if n < 0:
            return Span(place, place + 1)
        if place < self.after_end[n]:
            return Span(self.before_start[n], self.before_end[n])
        moved = place - self.after_end[n] + self.before_end[n]
        return Span(moved, moved + 1)

    def forth(self, place: int) -> Span:
        """The interval after the pass that the character at ``place`` before it became; empty if deleted."""
        n = bisect_right(self.before_start, place) - 1
        if n < 0:
            return Span(place, place + 1)
        if place < self.before_end[n]:
            return Span(self.after_start[n], self.after_end[n])
        moved = place - self.before_end[n] + self.after_end[n]
        return Span(moved, moved + 1)


class Offsets(Sequence[Span]):
    r"""For every character of a changed text the interval of the source that it stands for.

    Intervals never run backwards. Characters of the source that are in no interval were deleted. The passes are kept
    as they were made and walked on demand: a look-up costs a few bisections, the whole sequence is made only when
    iterated.

    >>> edit = Recorder()
    >>> edit(re.compile("ـ+"), "", "عـــرب")
    'عرب'
    >>> offsets = edit.offsets("عـــرب", "عرب")
    >>> list(offsets)
    [Span(start=0, end=1), Span(start=4, end=5), Span(start=5, end=6)]
    >>> offsets.to_source(0, 2)
    Span(start=0, end=5)
    >>> offsets.to_output(4, 6)
    Span(start=1, end=3)
    """

    __slots__ = ("_layers", "_output", "_source")

    def __init__(self, layers: Sequence[_Layer], source: int, output: int) -> None:
        self._layers = tuple(layers)
        self._source = source
        self._output = output

    def __len__(self) -> int:
        return self._output

    @overload
    def __getitem__(self, place: int) -> Span: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Span]: ...
    def __getitem__(self, place: int | slice) -> Span | Sequence[Span]:
        """The interval of the character at ``place``.

        Raises:
            IndexError: the text has no such character.
        """
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(self._output))]
        if place < 0:
            place += self._output
        if not 0 <= place < self._output:
            raise IndexError("the text has no such character")
        return Span(self._back(place).start, self._back(place, last=True).end)

    def __iter__(self) -> Iterator[Span]:
        starts: list[int] = list(range(self._source))
        ends: list[int] = list(range(1, self._source + 1))
        for layer in self._layers:
            new_starts: list[int] = []
            new_ends: list[int] = []
            done = 0
            for first, last, made_first, made_last in zip(*layer, strict=True):
                new_starts += starts[done:first]
                new_ends += ends[done:first]
                new_starts += [starts[first]] * (made_last - made_first)
                new_ends += [ends[last - 1]] * (made_last - made_first)
                done = last
            starts = new_starts + starts[done:]
            ends = new_ends + ends[done:]
        return map(Span, starts, ends)

    def to_source(self, start: int, end: int) -> Span:
        """Map a span of the new text to the source; an empty span stays empty.

        Raises:
            IndexError: the span is not inside the text.
        """
        if not 0 <= start <= end <= self._output:
            raise IndexError("the text has no such span")
        if start == end:
            place = self._back(start).start if start < self._output else self._source
            return Span(place, place)
        return Span(self._back(start).start, self._back(end - 1, last=True).end)

    def to_output(self, start: int, end: int) -> Span:
        """Map a span of the source to the new text; empty where all of it was deleted.

        Raises:
            IndexError: the span is not inside the source.
        """
        if not 0 <= start <= end <= self._source:
            raise IndexError("the source has no such span")
        for layer in self._layers:
            if start == end:
                start = end = layer.forth(start).start
            else:
                start, end = layer.forth(start).start, layer.forth(end - 1).end
        return Span(min(start, self._output), min(end, self._output))

    def _back(self, place: int, *, last: bool = False) -> Span:
        span = Span(place, place + 1)
        for layer in reversed(self._layers):
            span = layer.back(span.end - 1 if last else span.start)
        return span


class Recorder:
    """An :class:`Edit` that remembers what it changed."""

    def __init__(self) -> None:
        self._layers: list[_Layer] = []

    def __call__(self, pattern: re.Pattern[str], replacement: Replacement, text: str) -> str:
        """Replace every match and note the places."""
        layer = _Layer([], [], [], [])
        shift = 0

        def note(match: re.Match[str]) -> str:
            nonlocal shift
            old = match[0]
            new = replacement if isinstance(replacement, str) else replacement(match)
            if len(new) != len(old) or (new != old and sorted(new) == sorted(old)):
                kept = _common(old, new)
                tail = _common(old[kept:][::-1], new[kept:][::-1])
                if kept + tail == len(old):  # something was only put in: it stands for the character before it
                    kept, tail = (kept - 1, tail) if kept else (kept, tail - 1)
                first, last = match.start() + kept, match.end() - tail
                layer.before_start.append(first)
                layer.before_end.append(last)
                layer.after_start.append(first + shift)
                shift += len(new) - len(old)
                layer.after_end.append(last + shift)
            return new

        text = pattern.sub(note, text)
        if layer.before_start:
            self._layers.append(layer)
        return text

    def offsets(self, source: str, output: str) -> Offsets:
        """The way back from ``output`` to ``source``, both of them the texts of this recorder's whole run."""
        return Offsets(self._layers, len(source), len(output))


def _common(one: str, two: str) -> int:
    """The length of the longest common beginning."""
    n = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        n += 1
    return n
