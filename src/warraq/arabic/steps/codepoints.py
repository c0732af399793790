r"""Steps of profile ``clean`` about code points: one way of writing every character, and none that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from warraq.arabic.edit import Edit, substitute
from warraq.letters import MARKS, TATWEEL

_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def newlines(text: str, edit: Edit = substitute) -> str:
    r"""Every kind of line end becomes a line feed.

    Why: readers of lines disagree about U+0085 and U+2028, and a stray carriage return hides a line.

    >>> newlines("سطر\r\nسطر\N{LINE SEPARATOR}سطر")
    'سطر\nسطر\nسطر'
    """
    return edit(_NEWLINES, "\n", text)


_SURROGATES = re.compile("[\ud800-\udfff]")


def surrogates(text: str, edit: Edit = substitute) -> str:
    r"""A lone half of a surrogate pair becomes U+FFFD.

    Why: it is no character, and the record could not be written as UTF-8. Scripts in pages hold them.

    >>> surrogates("خبر\ud83d") == "خبر\N{REPLACEMENT CHARACTER}"
    True
    """
    return edit(_SURROGATES, "\N{REPLACEMENT CHARACTER}", text)


_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc]+"
)


def controls(text: str, edit: Edit = substitute) -> str:
    r"""Control characters, soft hyphens, zero-width spaces, byte order marks, embeddings and isolates are dropped.

    So is U+FFFC, which stands for a picture in copied text.

    Why: nobody sees them and they cut words in two for every program; the direction of a text is its record's.

    >>> controls("\N{ZERO WIDTH NO-BREAK SPACE}قن\N{ZERO WIDTH SPACE}اة")
    'قناة'
    """
    return edit(_CONTROLS, "", text)


# What may combine with the character before it or change its place behind it, taken generously: all marks, the
# Hangul vowels and finals, and the scripts of India as wholes. Second, what normalization changes by itself.
_COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a"
    "\u07eb-\u07fd\u0800-\u10ff\u1100-\u11ff\u135d-\u135f\u1700-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff"
    "\u302a-\u302f\u3099\u309a\ua66f-\uabff\ufb1e\ufe20-\ufe2f"
)
_COMBINING_FAR = "\U000101fd-\U00011fff\U00016af0-\U00016fff\U0001bc9d-\U0001e94f"
"""Those beyond U+FFFF apart: a class that holds any of them is searched ten times slower."""
_SINGLE = "\u0374\u037e\u0387\u1f71-\u1fff\u2000\u2001\u2126\u212a\u212b\u2329\u232a\u2adc\uf900-\ufaff\ufb1d-\ufb4e"
_SINGLE_FAR = "\U0002f800-\U0002fa1f"
_FAR = re.compile("[\U00010000-\U0010ffff]")
_MOST = 32


def _heaped(combining: str) -> re.Pattern[str]:
    """More marks on one letter than any writing has."""
    mark = f"[{combining}](?<!\\w)"
    return re.compile(f"{mark}(?:{mark}){{{_MOST},}}")


def _clusters(combining: str, single: str) -> re.Pattern[str]:
    """A character with what combines with it, or one that changes by itself."""
    return re.compile(f"[^{combining}]?[{combining}]+|[{single}]")


_NEAR_RULES = _heaped(_COMBINING), _clusters(_COMBINING, _SINGLE)
_FAR_RULES = _heaped(_COMBINING + _COMBINING_FAR), _clusters(_COMBINING + _COMBINING_FAR, _SINGLE + _SINGLE_FAR)


def nfc(text: str, edit: Edit = substitute) -> str:
    r"""Unicode normalization form C, cluster by cluster: letters composed, marks in canonical order.

    Of more than 32 marks on one letter the rest is dropped: no writing has them, and to sort them takes a time that
    grows with their square.

    Why: the same word must be the same string. First step for what follows, last because dropping a character
    between two marks can leave them in the wrong order. Never NFKC: it rewrites ﷺ, ½ and ².

    >>> nfc("ا\N{ARABIC HAMZA ABOVE}كد")
    'أكد'
    """
    heaped, clusters = _FAR_RULES if _FAR.search(text) else _NEAR_RULES
    if heaped.search(text):
        text = edit(heaped, lambda match: match[0][:_MOST], text)
    if unicodedata.is_normalized("NFC", text):
        return text
    return edit(clusters, lambda match: unicodedata.normalize("NFC", match[0]), text)


_FORMS = re.compile("[\ufb50-\ufdf9\ufe70-\ufefc]")
_SPACED_MARK = re.compile(f"[ {TATWEEL}]([{MARKS}]+)")


@cache
def letters_of(form: str) -> str:
    """What a presentation form stands for: its own compatibility decomposition, a mark without its carrier."""
    letters = unicodedata.normalize("NFKC", form)
    mark = _SPACED_MARK.fullmatch(letters)
    return mark[1] if mark else letters


def presentation(text: str, edit: Edit = substitute) -> str:
    r"""Shaped letters become the letters they show; honorifics (ﷺ ﷻ ﷼ ﷽) stay.

    Why: text from PDF and old systems holds glyphs, which no search finds. Code point by code point, for NFKC puts a
    space or a tatweel before a mark and cuts the word. PyArabic's ``normalize_ligature`` loses the hamza of ﻷ.

    >>> presentation("\N{ARABIC LIGATURE LAM WITH ALEF WITH HAMZA ABOVE ISOLATED FORM}مر")
    'لأمر'
    """
    return edit(_FORMS, lambda match: letters_of(match[0]), text)
