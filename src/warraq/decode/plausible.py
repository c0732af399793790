"""Does a reading of bytes look like written language? Told from the shape of its words, not from a language model.

Only the words with bytes above 127 are looked at, as markup is ASCII. A word is good Arabic if it is made of Arabic
letters alone, punctuation around it, and no ة or ى inside it; windows-1256 read as Latin, or UTF-8 read as
windows-1256, gives no such word. Encodings that permute the Arabic letters (ISO-8859-6 against windows-1256) also
give words of Arabic letters: there frequent words and the article decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from warraq.letters import ARABIC_LETTERS, INVISIBLE, MARKS, TATWEEL
from warraq.lexicon import load

_WORDS = 300
"""Words taken from the beginning and from the middle of a page, each."""

_WORD = re.compile(rb"[\x80-\xff][A-Za-z\x80-\xff]{0,120}")

_PUNCTUATION = "!-/:-@[-`{-~«»“”„‘’‚‹›،؛؟٪٫٬…–—•·°±©®™ـ۔\u00a0" + INVISIBLE
_INSIDE = ARABIC_LETTERS + MARKS + TATWEEL + "\u0660-\u0669\u06f0-\u06f9\u200c\u200d"
_SHAPED = "\ufb50-\ufdff\ufe70-\ufefc"
_ARABIC_WORD = re.compile(
    f"[{_PUNCTUATION}]*[{_INSIDE}{_SHAPED}]+(?:[{re.escape('،؛.:/-–»«')}]+[{_INSIDE}{_SHAPED}]+)*[{_PUNCTUATION}]*"
)
_MISPLACED = re.compile(f"[ةى](?=[{ARABIC_LETTERS}])|^[{MARKS}]")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
_LATIN_WORD = re.compile(
    f"[{_PUNCTUATION}]*[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+"
    f"(?:['’-]+[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+)*[{_PUNCTUATION}]*"
)
_ONLY_PUNCTUATION = re.compile(f"[{_PUNCTUATION}\u00a1-\u00bf×÷€]+")
_EDGES = re.compile(f"^[{_PUNCTUATION}]+|[{_PUNCTUATION}]+$")


@dataclass(frozen=True)
class CommonWord:
    """An entry of ``common_words.toml``."""

    word: str


@dataclass(frozen=True, slots=True)
class Shape:
    """What the words of a sample look like, each as a share of all words that have letters.

    Attributes:
        words: how many words have letters.
        arabic: share of words that are good Arabic.
        known: share of words that are frequent ones or have the article.
        latin: share of words that are good Latin.
    """

    words: int
    arabic: float
    known: float
    latin: float

    @property
    def score(self) -> float:
        """How good this reading is as Arabic, 0 to 2; for comparing readings of the same bytes."""
        return self.arabic + min(1.0, self.known * 4)

    @property
    def is_arabic(self) -> bool:
        """Whether it can be taken for text in the Arabic script."""
        if self.words < 8:
            return self.arabic >= 0.6
        return self.arabic >= 0.85 or (self.arabic >= 0.6 and self.known >= 0.06)

    @property
    def is_latin(self) -> bool:
        """Whether it can be taken for text in a Latin script with some letters above ASCII."""
        return self.words > 0 and self.latin >= 0.8


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(entry.word for entry in load("common_words", CommonWord))


def sample(body: bytes) -> bytes:
    """Words with bytes above 127, with spaces between: the first ones, and as many from the middle."""
    words = [m.group() for m in islice(_WORD.finditer(body), _WORDS)]
    if len(words) == _WORDS:
        words += [m.group() for m in islice(_WORD.finditer(body, len(body) // 2), _WORDS)]
    return b" ".join(words)


def shape(text: str) -> Shape:
    """Look at the words of a decoded sample.

    >>> shape("أكد المصدر في بيان").is_arabic, shape("ط£ظƒط¯ ط§ظ„ظ…طµط¯ط±").is_arabic
    (True, False)
    """
    words = arabic = known = latin = 0
    common = _common()
    for word in text.split():
        if _ONLY_PUNCTUATION.fullmatch(word):
            continue
        words += 1
        if _ARABIC_WORD.fullmatch(word):
            if not _MISPLACED.search(word):
                arabic += 1
            bare = _EDGES.sub("", word)
            if bare in common or bare.lstrip("وبفكل").startswith("ال"):
                known += 1
        elif _LATIN_WORD.fullmatch(word):
            high = sum(not c.isascii() for c in word)
            latin += len(word) <= 2 or high * 2 <= len(_LATIN_LETTER.findall(word))
    total = words or 1
    return Shape(words, arabic / total, known / total, latin / total)
