r"""Steps that profile ``nlp`` adds: one spelling of everything that is not a letter; the letters stay."""

from __future__ import annotations

import re

from pyarabic.araby import TASHKEEL, strip_tatweel

from warraq.arabic.edit import Edit, exchange, substitute
from warraq.arabic.steps.clean import PICTOGRAPH
from warraq.letters import ARABIC_LETTERS, MARKS, TATWEEL

_WORDS_OF = {
    "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}": "صلى الله عليه وسلم",
    "\N{ARABIC LIGATURE JALLAJALALOUHOU}": "جل جلاله",
    "\N{RIAL SIGN}": "ريال",
    "\N{ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM}": "بسم الله الرحمن الرحيم",
}
_LIGATURE = re.compile(f"[{''.join(_WORDS_OF)}]")
_GLUED = re.compile(f"[\\w{MARKS}]")


def _spell_out(match: re.Match[str]) -> str:
    """The words of a ligature, apart from words that touch it."""
    text, start, end = match.string, match.start(), match.end()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    left = " " if _GLUED.match(before) or before in _WORDS_OF else ""
    right = " " if _GLUED.match(after) else ""
    return left + _WORDS_OF[match[0]] + right


def ligatures(text: str, edit: Edit = substitute) -> str:
    r"""ﷺ ﷻ ﷼ ﷽ are spelled out.

    Why: a model has words for the words only. Not by NFKC, which gives ریال with a Farsi yeh.

    >>> ligatures("محمدﷺ")
    'محمد صلى الله عليه وسلم'
    """
    return edit(_LIGATURE, _spell_out, text)


_SEATED = re.compile(f"[{TATWEEL}ى](?=[{MARKS}]*[\u0654\u0655])[{MARKS}]+")


def seats(text: str, edit: Edit = substitute) -> str:
    r"""A combining hamza on a tatweel or an alef maqsura becomes ئ.

    Why: it is a letter of the word in Quranic spelling (شيـٔا), and the next step drops all marks.

    >>> seats("شيـ\N{ARABIC HAMZA ABOVE}ا")
    'شيئا'
    """
    return edit(_SEATED, "ئ", text)


_UNREAD = re.compile(f"[{MARKS}{TATWEEL}\u06dd\u06de\u06e5\u06e6\u06e9\u200e\u200f\u061c]+")
_ZWJ = "\N{ZERO WIDTH JOINER}"
_SHAPER = re.compile(f"{_ZWJ}(?:(?<!{PICTOGRAPH}{_ZWJ})|(?!{PICTOGRAPH}))")


def marks(text: str, edit: Edit = substitute) -> str:
    r"""Harakat, shadda, Quranic marks, tatweel, direction marks and ZWJ outside emoji are dropped.

    Why: the same word is printed with and without them. A dagger alef is dropped too: هٰذا is spelled هذا.
    Where no offsets are kept, PyArabic's ``strip_tatweel`` and its table of the eight common marks do most of the work
    three times as fast as a pattern. (Its ``strip_tashkeel`` first walks an unmarked text letter by letter, which takes
    ten times as long; its ``strip_diacritics`` would drop the hamza of NFD text.)

    >>> marks("سُمِعَتْ هٰذا العـربية")
    'سمعت هذا العربية'
    """
    if edit is substitute:
        text = strip_tatweel(text)
        for mark in TASHKEEL:
            text = text.replace(mark, "")
    return edit(_SHAPER, "", edit(_UNREAD, "", text))


_ANY_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_SEPARATOR = re.compile(
    f"[\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}](?<=[{_ANY_DIGIT}].)(?=[{_ANY_DIGIT}])"
)
_ASCII_SEPARATOR = {"\N{ARABIC DECIMAL SEPARATOR}": ".", "\N{ARABIC THOUSANDS SEPARATOR}": ","}
_ASCII_DIGIT = dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪", "01234567890123456789%", strict=True))


def digits(text: str, edit: Edit = substitute) -> str:
    r"""Arabic-Indic and Persian digits become ASCII, with their decimal, thousands and percent signs.

    Why: one number, one spelling. A sign that does not stand between digits stays.

    >>> digits("١٬٢٣٤٫٥٪")
    '1,234.5%'
    """
    text = edit(_SEPARATOR, lambda match: _ASCII_SEPARATOR[match[0]], text)
    return exchange(text, _ASCII_DIGIT)


_SIGNS = dict(zip("«»“”„‟‹›‘’‚–—‐‑―−", '"' * 6 + "'" * 5 + "-" * 6, strict=True))
_DOTS = re.compile("…")


def signs(text: str, edit: Edit = substitute) -> str:
    r"""One double and one single quotation mark, one dash, three dots.

    >>> signs("«نعم» – ”لا”…")
    '"نعم" - "لا"...'
    """
    return edit(_DOTS, "...", exchange(text, _SIGNS))


_WAWS = re.compile("و (?<![^\\s\"'«“‘‹(\\[]و )(?:و )*+")
_TWO_LETTERS = re.compile(f"[{ARABIC_LETTERS}]{{2}}")


def _join(match: re.Match[str]) -> str:
    """Close the gap unless a single letter, a number or a foreign word follows."""
    return match[0].replace(" ", "") if _TWO_LETTERS.match(match.string, match.end()) else match[0]


def waw(text: str, edit: Edit = substitute) -> str:
    r"""A detached waw is joined to its word.

    Why: «و في» is a slip of typing that makes a word of its own. Initials (و. م. أ) stay.

    >>> waw("و في وقت و أكد")
    'وفي وقت وأكد'
    """
    return edit(_WAWS, _join, text)


_LONG = re.compile(f"([{ARABIC_LETTERS}])\\1\\1+")


def elongation(text: str, edit: Edit = substitute) -> str:
    r"""An Arabic letter written three times or more is written twice.

    Why: stretched words (رااااائع) are legion in comments. Not Latin letters: www and XIII mean what they say.

    >>> elongation("رااااائع ههههه 1000 www")
    'راائع هه 1000 www'
    """
    return edit(_LONG, lambda match: match[1] * 2, text)
