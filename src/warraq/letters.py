r"""Letter classes with their Unicode source, and folding keys.

The classes are those of the Arabic blocks of Unicode 15 (0600, 0750, 08A0), as strings ready to stand inside
the brackets of a regular expression. Folding keys are for matching only: no folded text is ever output.
"""

from __future__ import annotations

import re
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


def fold(text: str) -> str:
    r"""Return the key by which words are compared: no marks, one alef, one yeh, ASCII digits, one space.

    Quotes become ``"`` and ``'``, dashes ``-``; other punctuation stays.

    >>> fold("زِرُّ الذَّهاب إلى  الأعلى")
    'زر الذهاب الي الاعلي'
    >>> fold("مقـــالات\N{NO-BREAK SPACE}ذات صلة") == fold("مقالات ذات صله")
    True
    """
    if not text.isascii():
        text = _DROPPED.sub("", text).translate(_FOLD)
    return " ".join(text.split()).casefold()


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
    if not _DROPPED.search(text):
        return Folded(_lower(text.translate(_FOLD)), range(len(text) + 1))
    places: list[int] = []
    kept: list[str] = []
    end = 0
    for dropped in _DROPPED.finditer(text):
        places.extend(range(end, dropped.start()))
        kept.append(text[end : dropped.start()])
        end = dropped.end()
    places.extend(range(end, len(text) + 1))
    kept.append(text[end:])
    return Folded(_lower("".join(kept).translate(_FOLD)), tuple(places))


def _lower(text: str) -> str:
    """Lower case of the same length: ``İ`` alone would become two characters."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("İ", "i").lower()


_ARABIC = re.compile(f"[{ARABIC_LETTERS}]+")


def count_letters(text: str) -> int:
    """Count the letters of any script; marks, digits and tatweel are none.

    >>> count_letters("قَالَ: 3.5%")
    3
    """
    return sum(map(str.isalpha, text)) - text.count(TATWEEL)


def count_arabic(text: str) -> int:
    """Count the letters of the Arabic script."""
    return sum(map(len, _ARABIC.findall(text)))
