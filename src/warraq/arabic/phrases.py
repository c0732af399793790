r"""Phrases with alternatives, found in a line word by word.

A phrase is written as an editor would note it: ``{اقرأ|طالع} أيضا``; ``<network>`` stands for any word of a
set, ``#`` for a number, ``…`` for some words in between. All phrases of a book share one automaton over
folded words, so that a line of prose costs the folding of its first word. Alternatives side by side are not
multiplied out (only those inside one word are): the furniture would give millions of spellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, NamedTuple, TypeVar, cast

from warraq.errors import LexiconError
from warraq.letters import INVISIBLE, MARKS, TATWEEL, fold

E = TypeVar("E")

NUMBER = "#"
_GAP = "¤"
"""Stands for ``…`` in a folded phrase: folding makes a full stop of that."""

_EDGE = 40
_WORD = re.compile(r"\d[\d.,:/%٪٫٬]*|[^\W\d_]+")
_DROPPED = f"{MARKS}{TATWEEL}{INVISIBLE}"
_PRINTED = re.compile(rf"\d[\d.,:/%٪٫٬]*|(?<![{_DROPPED}])[{_DROPPED}]*+[^\W\d_](?:[^\W\d_]|[{_DROPPED}])*")
"""A word as printed; what folding drops makes none by itself."""

_TOKEN = re.compile(rf"<\w+>|{NUMBER}|\d+|{_GAP}|[^\W\d_]+")
_BRACES = re.compile(r"\{([^{}]*)\}")


class Found(NamedTuple, Generic[E]):
    """A phrase at the head of a line: how many words it takes, and whose it is."""

    length: int
    entry: E


def words_of(text: str) -> list[str]:
    """The words of a text, folded; a number is ``#``, and signs are no words.

    >>> words_of("إقــرأ (3) أيضاً:")
    ['اقرا', '#', 'ايضا']
    """
    return keys_of(fold(text))


def keys_of(folded: str) -> list[str]:
    """The words of a folded text."""
    return list(map(_key, _WORD.findall(folded)))


def _key(word: str) -> str:
    """The key of a folded word."""
    return NUMBER if word[0].isdigit() else word


def after(text: str, words: int) -> str:
    """What stands behind the first words of a text, as printed.

    >>> after("اقــرأ أيضاً: القمح", 2)
    ': القمح'
    """
    last = next(islice(_PRINTED.finditer(text), words - 1, None), None) if words else None
    return text[last.end() :] if last else ""


@dataclass(slots=True, eq=False)
class _State(Generic[E]):
    """Where words lead, where sets of words lead, whether any word may pass, and which entries end here."""

    words: dict[str, list[_State[E]]] = field(default_factory=dict)
    sets: dict[str, list[_State[E]]] = field(default_factory=dict)
    gap: bool = False
    ends: list[E] = field(default_factory=list)


class PhraseBook(Generic[E]):
    """Phrases and the entries they belong to.

    Args:
        sets: the words of each named set, alternatives in braces allowed.
        phrases: pairs of a phrase and its entry.
    """

    def __init__(self, sets: Mapping[str, Iterable[str]], phrases: Iterable[tuple[str, E]]) -> None:
        self._sets: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        self._spelled: dict[str, tuple[tuple[str, ...], ...]] = {}
        for name, spellings in sets.items():
            by_first = self._sets[f"<{name}>"] = {}
            for keys in {keys for one in spellings for keys in self._spellings(fold(one))} - {()}:
                by_first.setdefault(keys[0], []).append(keys)
        self._root: _State[E] = _State()
        self._floating: _State[E] = _State(gap=True)
        self._lasts: set[str] = set()
        for phrase, entry in phrases:
            self._add(phrase, entry)
        self._firsts = frozenset(self._root.words) | {word for name in self._root.sets for word in self._sets[name]}

    def may_begin(self, key: str) -> bool:
        """Whether the first word of a folded text is the first word of a phrase."""
        word = _WORD.search(key)
        return word is not None and _key(word[0]) in self._firsts

    def may_end(self, key: str) -> bool:
        """Whether the last word of a folded text is the last word of a phrase that is known by its end."""
        words = _WORD.findall(key, max(0, len(key) - _EDGE))
        return bool(words) and _key(words[-1]) in self._lasts

    def at_head(self, words: Sequence[str], at: int = 0) -> list[Found[E]]:
        """All phrases that begin at a word, the shortest first."""
        return self._walk(self._root, words, at) if words[at] in self._firsts else []

    def by_end(self, words: Sequence[str]) -> list[E]:
        """The phrases that are known by how a line ends ("… اضغط هنا") and end it so."""
        return [found.entry for found in self._walk(self._floating, words, 0) if found.length == len(words)]

    def _walk(self, start: _State[E], words: Sequence[str], at: int) -> list[Found[E]]:
        """Follow the words from one state; ``ahead`` holds what sets of several words reach beyond the next one."""
        found: list[Found[E]] = []
        states, ahead = [start], cast("dict[int, list[_State[E]]]", {})
        for place in range(at, len(words) + 1):
            key = words[place] if place < len(words) else ""
            following = ahead.pop(place + 1, [])
            for state in states:
                for entry in state.ends:
                    found.append(Found(place - at, entry))
                if key in state.words:
                    following += state.words[key]
                if state.gap:
                    following.append(state)
                for size, targets in self._through_sets(state, words, place) if key and state.sets else ():
                    if size == 1:
                        following += targets
                    else:
                        ahead.setdefault(place + size, []).extend(targets)
            if not following and not ahead:
                break
            states = following
        return found

    def _through_sets(
        self, state: _State[E], words: Sequence[str], place: int
    ) -> Iterator[tuple[int, list[_State[E]]]]:
        """Where the sets that a state knows lead from a word, and how many words they take."""
        for name, targets in state.sets.items():
            for spelling in self._sets[name].get(words[place], ()):
                if spelling == tuple(words[place : place + len(spelling)]):
                    yield len(spelling), targets

    def _add(self, phrase: str, entry: E) -> None:
        """Enter one phrase, cell by cell; a cell is what stands between two spaces outside of braces."""
        cells = [self._spellings(cell) for cell in _cells(fold(phrase.replace("…", _GAP)))]
        if cells[0] == ((_GAP,),):
            frontier = [self._floating]
            self._lasts.update(self._last_words(cells[-1]))
            cells = cells[1:]
        else:
            frontier = [self._root]
        for cell in cells:
            frontier = self._enter(frontier, cell)
        if self._root in frontier or self._floating in frontier:
            raise LexiconError(f"phrase '{phrase}' has no word")
        for state in frontier:
            state.ends.append(entry)

    def _spellings(self, cell: str) -> tuple[tuple[str, ...], ...]:
        """The spellings of a cell as words, each once."""
        known = self._spelled.get(cell)
        if known is None:
            known = self._spelled[cell] = tuple(dict.fromkeys(tuple(_keys(one)) for one in _spell(cell)))
        return known

    def _last_words(self, cell: Iterable[tuple[str, ...]]) -> Iterator[str]:
        for keys in cell:
            if keys and keys[-1] in self._sets:
                yield from (one[-1] for spelled in self._sets[keys[-1]].values() for one in spelled)
            elif keys:
                yield keys[-1]

    def _enter(self, frontier: list[_State[E]], cell: Iterable[tuple[str, ...]]) -> list[_State[E]]:
        """Lead every spelling of a cell from the frontier to one new state; an empty one keeps it."""
        target: _State[E] = _State()
        after = [target]
        inner: dict[tuple[str, ...], _State[E]] = {}
        for keys in cell:
            if not keys:
                after = [*frontier, target]
                continue
            if keys == (_GAP,):
                for state in frontier:
                    state.gap = True
                return frontier
            states = frontier
            for n, key in enumerate(keys, start=1):
                last = n == len(keys)
                following = target if last else inner.get(keys[:n])
                if following is None:
                    following = inner[keys[:n]] = _State()
                elif not last:
                    states = [following]
                    continue
                for state in states:
                    (state.sets if key in self._sets else state.words).setdefault(key, []).append(following)
                states = [following]
        return after


def _cells(phrase: str) -> Iterator[str]:
    """Split a phrase at the spaces outside of braces."""
    start, depth = 0, 0
    for at, sign in enumerate(phrase):
        depth += (sign == "{") - (sign == "}")
        if sign == " " and not depth:
            yield phrase[start:at]
            start = at + 1
    yield phrase[start:]


def _spell(cell: str) -> Iterator[str]:
    """Yield every spelling of ``{a|b}``, inner braces first."""
    braces = _BRACES.search(cell)
    if braces is None:
        yield cell
        return
    for choice in braces[1].split("|"):
        yield from _spell(cell[: braces.start()] + choice + cell[braces.end() :])


def _keys(spelling: str) -> Iterator[str]:
    """The words of a folded spelling; sets and gaps are words too, and every number is one."""
    for token in _TOKEN.findall(spelling):
        yield NUMBER if token.isdigit() else token
