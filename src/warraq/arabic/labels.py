"""Labels of attribution lines (``labels.toml``): بقلم، ترجمة، المصدر and what they say of the name behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from warraq.letters import fold
from warraq.lexicon import load
from warraq.model import Person, Role

_WORD = re.compile(r"\w[\w\u064b-\u0652]*")
_RUN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s:/\-–—ـ|،,]*")


@dataclass(frozen=True, slots=True)
class Label:
    """An entry of ``labels.toml``; see there."""

    words: tuple[str, ...]
    kind: Role
    example: str
    person: tuple[Person, ...] = ()
    bare: bool = False
    solo: bool = False


class FoundLabel(NamedTuple):
    """A label and the number of the word after it."""

    label: Label
    end: int


@lru_cache(maxsize=1)
def _labels() -> dict[str, Label]:
    return {fold(spelling): entry for entry in load("labels", Label) for spelling in entry.words}


@lru_cache(maxsize=1)
def _longest_label() -> int:
    return max(key.count(" ") + 1 for key in _labels())


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(key.partition(" ")[0] for key in _labels())


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    return frozenset(_RUN.findall(word)[0] for word in _first_words())


def label_opens(key: str) -> bool:
    """Say whether a label begins with this folded word."""
    return key in _first_words()


def may_have_label(text: str) -> bool:
    """Say quickly whether a text has a word with which a label begins.

    >>> may_have_label("«كتب» سمير"), may_have_label("افتتاح المتحف")
    (True, False)
    """
    return not _openings().isdisjoint(_RUN.findall(fold(text)))


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


def may_spell(label: Label, text: str) -> bool:
    """Say whether a text that folds to a label is it in print: ه for ة is usual, ة for the pronoun is another word.

    >>> found = label_at(["نشره"], 0)
    >>> may_spell(found.label, "نشره"), may_spell(found.label, "نشرة")
    (True, False)
    """
    if not text.endswith("ة"):
        return True
    key = fold(text)
    return any(word.endswith("ة") and fold(word) == key for word in label.words)


def strip_role(text: str) -> str:
    """Leave off the label before a name, with its punctuation.

    >>> strip_role("بقلم: سمير الحداد"), strip_role("نُشر بواسطة سمير الحداد"), strip_role("سمير الحداد")
    ('سمير الحداد', 'سمير الحداد', 'سمير الحداد')
    >>> strip_role("كتب")
    'كتب'
    """
    words = list(_WORD.finditer(text, 0, 200))
    found = label_at([fold(word[0]) for word in words], 0) if words else None
    if found is None or found.end == len(words):
        return text.strip()
    end = words[found.end - 1].end()
    if not may_spell(found.label, text[words[0].start() : end]):
        return text.strip()
    gap = _GAP.match(text, end)
    return text[gap.end() if gap else end :].strip()
