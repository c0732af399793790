r"""The words of dates, from the lexicons, and the tagging of a text with them.

Tagging writes over every known word with a character of its own, as long as the word, so that places stay: the
grammar then is about tags, digits and signs, and one pattern serves all names in all spellings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from warraq import lexicon
from warraq.letters import fold
from warraq.model import Calendar


class WordKind(StrEnum):
    """What a small word of a date does; see ``date_words.toml``."""

    HIJRI = "hijri"
    GREGORIAN = "gregorian"
    MATCH = "match"
    OF = "of"
    MONTH = "month"
    YEAR = "year"
    EPITHET = "epithet"
    CLOCK = "clock"
    FILL = "fill"
    AGO = "ago"
    NOW = "now"
    TODAY = "today"
    YESTERDAY = "yesterday"
    BEFORE_YESTERDAY = "before_yesterday"
    RANGE = "range"
    ZONE = "zone"
    LOCAL = "local"


class Part(StrEnum):
    """A part of the day."""

    AM = "am"
    PM = "pm"
    NOON = "noon"
    NIGHT = "night"


class Label(StrEnum):
    """Which date a label announces."""

    PUBLISHED = "published"
    MODIFIED = "modified"


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """One entry of ``months.toml``."""

    names: tuple[str, ...]
    month: int
    where: str
    example: str
    calendar: Calendar = Calendar.GREGORIAN
    since: int = 0
    until: int = 9999
    day_first: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayEntry:
    """One entry of ``weekdays.toml``; day 1 is Monday."""

    names: tuple[str, ...]
    day: int


@dataclass(frozen=True, slots=True)
class LabelEntry:
    """One entry of ``date_labels.toml``."""

    names: tuple[str, ...]
    label: Label
    example: str


@dataclass(frozen=True, slots=True)
class ZoneEntry:
    """One entry of ``zones.toml``."""

    names: tuple[str, ...]
    example: str
    offset: str = ""
    since: int = 0
    bare: bool = False


@dataclass(frozen=True, slots=True)
class PartEntry:
    """One entry of ``day_parts.toml``."""

    names: tuple[str, ...]
    part: Part
    example: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """One entry of ``time_units.toml``."""

    names: tuple[str, ...]
    seconds: int
    example: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class NumeralEntry:
    """One entry of ``numerals.toml``."""

    names: tuple[str, ...]
    value: int


@dataclass(frozen=True, slots=True)
class WordEntry:
    """One entry of ``date_words.toml``."""

    names: tuple[str, ...]
    kind: WordKind
    example: str


Entry = MonthEntry | WeekdayEntry | LabelEntry | ZoneEntry | PartEntry | UnitEntry | NumeralEntry | WordEntry

_FILES = (
    "months",
    "weekdays",
    "date_labels",
    "date_words",
    "day_parts",
    "zones",
    "time_units",
    "numerals",
)
"""The lexicons of dates. Each has a block of 256 characters of the private use area; a name that stands in two
lexicons belongs to the first."""

_BLOCK = 256
_FIRST = 0xE000
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def any_of(name: str) -> str:
    """A pattern for one tagged word of a lexicon."""
    start = _FIRST + _BLOCK * _FILES.index(name)
    return f"[{chr(start)}-{chr(start + _BLOCK - 1)}]+"


def tag_of(kind: WordKind) -> str:
    """The tag of the small words of one kind."""
    return _lexicon().by_kind[kind]


def is_hijri(tagged: str | None) -> bool:
    """Whether what follows a year is the sign of the Hijri calendar."""
    return tagged is not None and tagged.startswith(tag_of(WordKind.HIJRI))


def tag_of_name(name: str) -> str:
    """The tag of one name."""
    folded = fold(name)
    return _lexicon().names[folded.split(" ")[0]][1][folded]


class _Lexicon(NamedTuple):
    """All words: by tag, small words by kind, and for each first word a pattern for the names that it opens."""

    entries: Mapping[str, Entry]
    by_kind: Mapping[WordKind, str]
    names: Mapping[str, tuple[re.Pattern[str], Mapping[str, str]]]


def _pattern(name: str) -> str:
    """One name: white space is free between its words, and nothing that would make it longer may follow."""
    spaced = r"\s+".join(map(re.escape, name.split(" ")))
    if name[-1].isdigit():
        return spaced + r"(?!\d)"
    return spaced + (r"(?![^\W\d_])" if name[-1].isalpha() else "")


_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"\s+")


@cache
def _lexicon() -> _Lexicon:
    """Load all lexicons of dates."""
    entries: dict[str, Entry] = {}
    by_kind: dict[WordKind, str] = {}
    tags: dict[str, str] = {}
    for block, file in enumerate(_FILES):
        for n, entry in enumerate(load(file)):
            tag = chr(_FIRST + block * _BLOCK + n)
            entries[tag] = entry
            if isinstance(entry, WordEntry):
                by_kind[entry.kind] = tag
            for name in entry.names:
                tags.setdefault(fold(name), tag)
    openers: dict[str, list[str]] = defaultdict(list)
    for name in tags:
        first = _WORD.match(name)
        if first:
            openers[first[0]].append(name)
    names = {
        first: (re.compile("|".join(map(_pattern, sorted(group, key=len, reverse=True)))), tags)
        for first, group in openers.items()
    }
    return _Lexicon(entries, by_kind, names)


def entry(tag: str) -> Entry:
    """The entry of a tag."""
    return _lexicon().entries[tag[0]]


def tag(text: str) -> str:
    """Write over every known word of a folded text with its tag; the length stays.

    >>> tagged = tag("25 تشرين الاول 2023")
    >>> len(tagged), entry(tagged[3]).month, tagged[3:14] == tagged[3] * 11
    (19, 10, True)
    """
    known = _lexicon().names
    text = _PRIVATE.sub("?", text)
    pieces: list[str] = []
    done = 0
    for word in _WORD.finditer(text):
        opened = known.get(word[0])
        if opened is None or word.start() < done:
            continue
        pattern, tags = opened
        name = pattern.match(text, word.start())
        if name:
            pieces += text[done : name.start()], tags[_SPACE.sub(" ", name[0])] * len(name[0])
            done = name.end()
    return "".join((*pieces, text[done:]))


def load(name: str) -> tuple[Entry, ...]:
    """The entries of one lexicon."""
    files: dict[str, Callable[[], tuple[Entry, ...]]] = {
        "months": lambda: lexicon.load("months", MonthEntry),
        "weekdays": lambda: lexicon.load("weekdays", WeekdayEntry),
        "date_labels": lambda: lexicon.load("date_labels", LabelEntry),
        "date_words": lambda: lexicon.load("date_words", WordEntry),
        "day_parts": lambda: lexicon.load("day_parts", PartEntry),
        "zones": lambda: lexicon.load("zones", ZoneEntry),
        "time_units": lambda: lexicon.load("time_units", UnitEntry),
        "numerals": lambda: lexicon.load("numerals", NumeralEntry),
    }
    return files[name]()
