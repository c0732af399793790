"""Words that tell the parts of attribution lines apart (``line_words.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from warraq.letters import fold
from warraq.lexicon import load

_NUMBER = re.compile(r"\d+[مه]?")
_CUT = re.compile(r"\W+")


class Sort(StrEnum):
    """What a word of ``line_words.toml`` does; see there."""

    OUTLET_HEAD = "outlet_head"
    OFFICE = "office"
    OUTLET_TAIL = "outlet_tail"
    OUTLET_ADJECTIVE = "outlet_adjective"
    PAPER_COUNTRY = "paper_country"
    PLACE_HEAD = "place_head"
    PLACE_START = "place_start"
    MIDWAY = "midway"
    OF_AN_OUTLET = "of_an_outlet"
    NAMED_PAPER = "named_paper"
    OPENER = "opener"
    DATED = "dated"
    REPRINT = "reprint"
    FIELD = "field"
    OUTLET_START = "outlet_start"
    WEEKDAY = "weekday"
    SOURCE_LABEL = "source_label"


@dataclass(frozen=True, slots=True)
class _Words:
    kind: Sort
    words: tuple[str, ...]


@cache
def of_sort(sort: Sort) -> frozenset[str]:
    """Return the folded words of one sort."""
    return frozenset(fold(word) for entry in load("line_words", _Words) if entry.kind is sort for word in entry.words)


@cache
def sourced() -> re.Pattern[str]:
    """Return the pattern of a source at the end of a text: a label, a colon, and ``source``.

    >>> sourced().search("للمزيد اضغط هنا المصدر: مرآة الجنوب")["source"]
    'مرآة الجنوب'
    """
    labels = {word for entry in load("line_words", _Words) if entry.kind is Sort.SOURCE_LABEL for word in entry.words}
    longest_first = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    return re.compile(rf"(?:{longest_first})\s{{0,3}}:\s{{0,3}}(?P<source>[^\s.:][^.:!؟]{{1,58}})\.?\s{{0,9}}$")


def dated(text: str) -> bool:
    """Say whether a text is only a date, a time or a counter, which belong to no name.

    >>> dated("25 مارس 2024"), dated("3 تعليقات"), dated("25 قتيلا")
    (True, True, False)
    """
    known = of_sort(Sort.DATED)
    return all(word in known or _NUMBER.fullmatch(word) for word in _CUT.split(fold(text)) if word)
