"""The words of captions and of labels before headlines, from ``data/lexicons``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from warraq.arabic.words import word_key
from warraq.letters import fold
from warraq.lexicon import load

_SIGN = re.compile(r"\s{0,3}(?:[|:/–—]|-\s|\.\.+|…|!)\s{0,3}")
_LONGEST_LABEL = 24


class CaptionWord(StrEnum):
    """What a word does for a caption."""

    LABEL = "label"
    OPENING = "opening"


@dataclass(frozen=True, slots=True)
class CaptionEntry:
    """Words of one kind."""

    kind: CaptionWord
    words: tuple[str, ...]
    why: str
    example: str


@dataclass(frozen=True, slots=True)
class LabelEntry:
    """Labels that stand before a headline; ``signs`` are those that part them from it, () for any."""

    labels: tuple[str, ...]
    why: str
    example: str
    signs: tuple[str, ...] = ()


class Parted(NamedTuple):
    """A headline and the label that stood before it (None where none did)."""

    label: str | None
    headline: str


def parted(headline: str) -> Parted:
    """Part a headline from a label before it.

    >>> parted("عاجل | هزة أرضية تضرب شرق البلاد")
    Parted(label='عاجل', headline='هزة أرضية تضرب شرق البلاد')
    >>> parted("خاص بالموظفين: موعد صرف الرواتب").label is None
    True
    """
    sign = _SIGN.search(headline[:_LONGEST_LABEL])
    signs = _headline_labels().get(fold(headline[: sign.start()])) if sign else None
    if sign is None or signs is None or (signs and sign.group().strip() not in signs):
        return Parted(None, headline)
    return Parted(headline[: sign.start()].strip(), headline[sign.end() :].strip() or headline)


def parted_as(headline: str, declared: str | None) -> Parted:
    """Part a headline from a label before it, by a sign or because the declared title has none.

    >>> parted_as("عاجل هزة أرضية تضرب شرق البلاد", "هزة أرضية تضرب شرق البلاد")
    Parted(label='عاجل', headline='هزة أرضية تضرب شرق البلاد')
    """
    found = parted(headline)
    if found.label is not None or not declared:
        return found
    words, own = headline.split(), word_key(parted(declared).headline)
    for length in (1, 2):
        label, rest = " ".join(words[:length]), " ".join(words[length:])
        if fold(label) in _headline_labels() and word_key(rest) == own:
            return Parted(label, rest)
    return found


def unlabelled(text: str) -> str:
    """A caption or credit without the label that screen readers are given.

    >>> unlabelled("التعليق على الصورة، جانب من الافتتاح")
    'جانب من الافتتاح'
    """
    return _labels().sub("", text, count=1).strip()


def opens_caption(text: str) -> bool:
    """Whether a line begins as captions do.

    >>> opens_caption("لقطة شاشة للمنشور المتداول"), opens_caption("صورت الكاميرات لحظة الحادث")
    (True, False)
    """
    return bool(_openings().match(fold(text[:60])))


@lru_cache(maxsize=1)
def _headline_labels() -> Mapping[str, tuple[str, ...]]:
    """The folded labels, and the signs that part each."""
    return {fold(label): e.signs for e in load("headline_labels", LabelEntry) for label in e.labels}


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    words = sorted(_words(CaptionWord.LABEL), key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))})\s{{0,3}}[،,:：]?\s{{0,3}}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _openings() -> re.Pattern[str]:
    words = sorted(map(fold, _words(CaptionWord.OPENING)), key=len, reverse=True)
    return re.compile(rf"\(?(?:{'|'.join(map(re.escape, words))})\b")


def _words(kind: CaptionWord) -> list[str]:
    return [w for e in load("captions", CaptionEntry) if e.kind is kind for w in e.words]
