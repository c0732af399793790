r"""Steps that profile ``search`` adds: what an index folds, and nothing but words and numbers."""

from __future__ import annotations

import re

from warraq.arabic.edit import Edit, exchange, substitute

_VARIANTS = dict(zip("کڪیہھەۃ", "ككيهههة", strict=True))
_JOINER = re.compile("[\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}]")


def variants(text: str, edit: Edit = substitute) -> str:
    r"""Look-alike letters become Arabic in every word; joiners and emoji selectors are dropped.

    >>> variants("می\N{ZERO WIDTH NON-JOINER}خواهم")
    'ميخواهم'
    """
    return edit(_JOINER, "", exchange(text, _VARIANTS))


_BARE = dict(zip("أإآٱٲٳؤئىة", "ااااااوييه", strict=True))


def letters(text: str, edit: Edit = substitute) -> str:
    r"""One alef, one yeh, one waw, one heh.

    Why: the folding of Lucene's ``arabic_normalization`` and a little more, so that an index built elsewhere agrees.

    >>> letters("إلى مسؤولة هيئة")
    'الي مسووله هييه'
    """
    return exchange(text, _BARE)


_THOUSANDS = re.compile(",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")


def thousands(text: str, edit: Edit = substitute) -> str:
    r"""Commas before three digits of a number are dropped.

    >>> thousands("1,250 شخصا")
    '1250 شخصا'
    """
    return edit(_THOUSANDS, "", text)


# All characters that change under casefold, in generous ranges of letters; pinned by a test over all of Unicode.
_CASED = re.compile(
    "[A-Z\u00b5-\u0587\u10a0-\u1fff\u2126-\u24cf\u2c00-\u2df5\ua640-\uabbf\ufb00-\ufb17\uff21-\uff3a"
    "\U00010400-\U0001e921]+"
)


def case(text: str, edit: Edit = substitute) -> str:
    r"""Letters lose their case.

    >>> case("BBC عربي Straße")
    'bbc عربي strasse'
    """
    return edit(_CASED, lambda match: match[0].casefold(), text)


_ACCENT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_NO_WORD = re.compile(r"[^\w.,:/ ]+")
_OUTER = re.compile("[.,:/](?:(?<![0-9].)|(?![0-9]))")


def words(text: str, edit: Edit = substitute) -> str:
    r"""Everything but letters and digits becomes a space; . , : and / stay between digits.

    Accents that do not compose are dropped, so that they cut no word.

    >>> words("قال: «نعم» 3.5% (10:30)")
    'قال   نعم  3.5   10:30 '
    """
    return edit(_OUTER, " ", edit(_NO_WORD, " ", edit(_ACCENT, "", text).replace("_", " ")))
