"""The words of captions, from ``data/lexicons/captions.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from warraq.letters import fold
from warraq.lexicon import load


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
def _labels() -> re.Pattern[str]:
    words = sorted(_words(CaptionWord.LABEL), key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))})\s{{0,3}}[،,:：]?\s{{0,3}}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _openings() -> re.Pattern[str]:
    words = sorted(map(fold, _words(CaptionWord.OPENING)), key=len, reverse=True)
    return re.compile(rf"\(?(?:{'|'.join(map(re.escape, words))})\b")


def _words(kind: CaptionWord) -> list[str]:
    return [w for e in load("captions", CaptionEntry) if e.kind is kind for w in e.words]
