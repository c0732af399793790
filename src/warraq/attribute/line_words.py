"""The words of attribution lines: labels (``labels.toml``) and words that tell parts apart (``line_words.toml``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from warraq.letters import fold
from warraq.lexicon import load
from warraq.model import Person, Role

_NUMBER = re.compile(r"\d+[مه]?")
_CUT = re.compile(r"\W+")


class Sort(StrEnum):
    """What a word of ``line_words.toml`` does; see there."""

    OUTLET_HEAD = "outlet_head"
    OFFICE = "office"
    OUTLET_TAIL = "outlet_tail"
    PAPER_COUNTRY = "paper_country"
    PLACE_HEAD = "place_head"
    PLACE_START = "place_start"
    MIDWAY = "midway"
    OF_AN_OUTLET = "of_an_outlet"
    NAMED_PAPER = "named_paper"
    OPENER = "opener"
    DATED = "dated"


@dataclass(frozen=True, slots=True)
class _Words:
    kind: Sort
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """An entry of ``labels.toml``; see there."""

    words: tuple[str, ...]
    kind: Role
    example: str
    person: tuple[Person, ...] = ()
    bare: bool = False


class FoundLabel(NamedTuple):
    """A label and the number of the word after it."""

    label: Label
    end: int


@cache
def of_sort(sort: Sort) -> frozenset[str]:
    """Return the folded words of one sort."""
    return frozenset(fold(word) for entry in load("line_words", _Words) if entry.kind is sort for word in entry.words)


@lru_cache(maxsize=1)
def _labels() -> dict[str, Label]:
    return {fold(spelling): entry for entry in load("labels", Label) for spelling in entry.words}


@lru_cache(maxsize=1)
def _longest_label() -> int:
    return max(key.count(" ") + 1 for key in _labels())


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(key.partition(" ")[0] for key in _labels())


def label_opens(key: str) -> bool:
    """Say whether a label begins with this folded word."""
    return key in _first_words()


def label_at(keys: Sequence[str], at: int) -> FoundLabel | None:
    """Return the longest label that begins with word ``at`` of folded words.

    >>> label_at(["اجري", "الحوار", "سامي"], 0).end
    2
    """
    if not label_opens(keys[at]):
        return None
    for end in range(min(len(keys), at + _longest_label()), at, -1):
        label = _labels().get(" ".join(keys[at:end]))
        if label:
            return FoundLabel(label, end)
    return None


def dated(text: str) -> bool:
    """Say whether a text is only a date, a time or a counter, which belong to no name.

    >>> dated("25 مارس 2024"), dated("3 تعليقات"), dated("25 قتيلا")
    (True, True, False)
    """
    known = of_sort(Sort.DATED)
    return all(word in known or _NUMBER.fullmatch(word) for word in _CUT.split(fold(text)) if word)
