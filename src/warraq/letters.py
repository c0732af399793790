r"""Letter classes with their Unicode source, and folding keys.

The classes are those of the Arabic blocks of Unicode 15 (0600, 0750, 08A0), as strings ready to stand inside
the brackets of a regular expression. Folding keys are for matching only: no folded text is ever output.
"""

from __future__ import annotations

import re
from codecs import charmap_build, charmap_decode, charmap_encode
from functools import lru_cache
from typing import NamedTuple

ARABIC_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c9"
)
"""General category Lo of the Arabic blocks."""

MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
"""General category Mn of the Arabic blocks: harakat, hamza and madda above, Quranic marks."""

TATWEEL = "\N{ARABIC TATWEEL}"

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Characters that a reader does not see."""

DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"

OPENING_QUOTES = "«“„‟\"‹‘‚'"
CLOSING_QUOTES = "»”“\"›’'"

_MAP = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه",
    "ک": "ك", "ڪ": "ك", "ی": "ي", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‹": "'", "›": "'", "‘": "'", "’": "'", "‚": "'",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "―": "-", "−": "-", "…": ".",
    "İ": "i",  # the only letter that grows in lower case: an aligned fold must not
}  # fmt: skip
_DROPPED = re.compile(f"[{MARKS}{TATWEEL}{INVISIBLE}]+")


class _Table(dict[int, int | str]):
    """A translation table that remembers: a plain dict is slow on Arabic, each miss being a failed look-up."""

    def __missing__(self, key: int) -> int | str:
        self[key] = key
        return key


def _table() -> _Table:
    table = _Table({ord(k): v for k, v in _MAP.items()})
    for zero in (0x0660, 0x06F0):
        table.update({zero + n: str(n) for n in range(10)})
    return table


_FOLD = _table()


# Nearly all text is written with two hundred characters. In a code page of these, one byte each, counting and folding
# are work on bytes: measured, a paragraph takes a fifth of the time. A text with any other character goes the long way.
_RUNS = (range(128), range(0x0621, 0x063B), range(0x0640, 0x0653), range(0x0660, 0x066D), range(0x06F0, 0x06FA))
_USUAL = (
    "".join(chr(code) for run in _RUNS for code in run)
    + "ٱپچژڤکگی،؛؟«»“”‘’‹›–—…•·°§©®×€àâçèéêëîïôöûüÀÇÉÈ"
    + "\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    + "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ZERO WIDTH NO-BREAK SPACE}"
)
_CODES = charmap_build(_USUAL.ljust(256, "\ufffe"))  # which is no character: nothing is written with the codes left
_NO_LETTERS = bytes(n for n, c in enumerate(_USUAL) if c == TATWEEL or not c.isalpha())
_NO_KEYS = bytes(n for n, c in enumerate(_USUAL) if _DROPPED.match(c))
_KEYS = "".join(c.translate(_FOLD).casefold() for c in _USUAL)
_LOWER_KEYS = "".join(c.translate(_FOLD).lower() for c in _USUAL)


def _codes(text: str) -> bytes | None:
    """A text in the code page of the usual characters, None where it has another."""
    try:
        return charmap_encode(text, "strict", _CODES)[0]
    except UnicodeEncodeError:
        return None


def fold(text: str) -> str:
    r"""Return the key by which words are compared: no marks, one alef, one yeh, ASCII digits, one space.

    Quotes become ``"`` and ``'``, dashes ``-``; other punctuation stays.

    >>> fold("زِرُّ الذَّهاب إلى  الأعلى")
    'زر الذهاب الي الاعلي'
    >>> fold("مقـــالات\N{NO-BREAK SPACE}ذات صلة") == fold("مقالات ذات صله")
    True
    """
    size = len(text)
    return _label(text) if size <= _LABEL else _paragraph(text) if size <= _PARAGRAPH else _folded(text)


def _folded(text: str) -> str:
    """The work of :func:`fold`."""
    if text.isascii():
        return " ".join(text.split()).casefold()
    codes = _codes(text)
    if codes is not None:
        return " ".join(charmap_decode(codes.translate(None, _NO_KEYS), "strict", _KEYS)[0].split())
    return " ".join(_DROPPED.sub("", text).translate(_FOLD).split()).casefold()


_LABEL = 60
"""Characters of a label, a name, a line of a menu: each is folded by several stages, and stands on page after page."""

_PARAGRAPH = 2000
"""Characters of a paragraph: several stages fold it and count its letters in turn, and then no one does. What is
longer is not kept: a page may hold millions of characters in one line."""

_label = lru_cache(maxsize=2048)(_folded)
_paragraph = lru_cache(maxsize=128)(_folded)


class Folded(NamedTuple):
    """A folded text and the way back.

    Attributes:
        text: folded; white space is not collapsed, so one character stands for one of the original.
        places: for every character of ``text``, and one past the end, its offset in the original.
    """

    text: str
    places: tuple[int, ...] | range


def fold_aligned(text: str) -> Folded:
    """Fold like :func:`fold` without collapsing spaces, keeping for each character its place in ``text``.

    >>> folded = fold_aligned("أكَّد")
    >>> folded.text, folded.places
    ('اكد', (0, 1, 4, 5))
    """
    codes = _codes(text)
    if codes is not None:
        kept = codes.translate(None, _NO_KEYS)
        places = range(len(text) + 1) if len(kept) == len(codes) else _kept(text)
        return Folded(charmap_decode(kept, "strict", _LOWER_KEYS)[0], places)
    if not _DROPPED.search(text):
        return Folded(_lower(text.translate(_FOLD)), range(len(text) + 1))
    return Folded(_lower(_DROPPED.sub("", text).translate(_FOLD)), _kept(text))


def _kept(text: str) -> tuple[int, ...]:
    """The places of the characters that folding keeps, and the end."""
    places: list[int] = []
    end = 0
    for dropped in _DROPPED.finditer(text):
        places.extend(range(end, dropped.start()))
        end = dropped.end()
    places.extend(range(end, len(text) + 1))
    return tuple(places)


def _lower(text: str) -> str:
    """Lower case of the same length: ``İ`` alone would become two characters."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("İ", "i").lower()


_ARABIC = re.compile(f"[{ARABIC_LETTERS}]+")


_UNPARTED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]")


def part_words(text: str) -> str:
    """Set spaces around the letters of scripts that are written without: for comparing texts by their words.

    >>> part_words("道歉 قال")
    ' 道  歉  قال'
    """
    return _UNPARTED.sub(r" \g<0> ", text) if _UNPARTED.search(text) else text


def count_letters(text: str) -> int:
    """Count the letters of any script; marks, digits and tatweel are none.

    >>> count_letters("قَالَ: 3.5%")
    3
    """
    return _letters(text) if len(text) <= _PARAGRAPH else _counted(text)


def _counted(text: str) -> int:
    """The work of :func:`count_letters`."""
    codes = _codes(text)
    if codes is not None:
        return len(codes.translate(None, _NO_LETTERS))
    return sum(map(str.isalpha, text)) - text.count(TATWEEL)


_letters = lru_cache(maxsize=512)(_counted)


def count_arabic(text: str) -> int:
    """Count the letters of the Arabic script."""
    return sum(map(len, _ARABIC.findall(text)))
