r"""Which language a text is in: Arabic against Persian, Urdu, Kurdish and others of its script; a few Latin ones.

Told by function words and by letters that only one of the neighbours has, so that a foreign keyboard's ک and ی do not
make a Persian text of an Arabic one, and a Persian text is not "corrected" into Arabic.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from warraq import lexicon
from warraq.arabic.steps.nlp import marks
from warraq.letters import ARABIC_LETTERS, fold

_SAMPLE = 6000
"""Characters looked at: enough for any article, and cheap for any page."""

_ARABIC = re.compile(f"[{ARABIC_LETTERS}]")
_WORD = re.compile(r"[^\W\d_]+")
_RTL = frozenset({"ar", "fa", "ur", "ckb", "ku", "ps", "ug", "sd", "he", "yi", "dv", "syr", "arz", "ary", "azb"})
_SCRIPTS = (
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)


@dataclass(frozen=True, slots=True)
class LanguageEntry:
    """One entry of ``languages.toml``."""

    code: str
    words: tuple[str, ...]
    letters: str = ""


class _Languages(NamedTuple):
    """Which languages a word speaks for, and which a letter."""

    words: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, tuple[str, ...]]


@cache
def _languages() -> _Languages:
    """Load the lexicon."""
    words: dict[str, tuple[str, ...]] = {}
    letters: dict[str, tuple[str, ...]] = {}
    for entry in lexicon.load("languages", LanguageEntry):
        for word in entry.words:
            for form in {word, fold(word)}:
                words[form] = (*words.get(form, ()), entry.code)
        for letter in entry.letters:
            letters[letter] = (*letters.get(letter, ()), entry.code)
    return _Languages(words, letters)


def detect(text: str) -> str:
    r"""Tell the language of a text as a BCP 47 tag, ``und`` if nothing speaks for one.

    >>> detect("قال الوزير إن الاجتماع عقد في دمشق"), detect("وزیر گفت که این نشست در تهران برگزار شد")
    ('ar', 'fa')
    >>> detect("The minister said that the meeting was held"), detect("12:30")
    ('en', 'und')
    """
    sample = text[:_SAMPLE]
    known = _languages()
    words = _WORD.findall(marks(sample).lower())
    counted = Counter(words)
    arabic = sum(len(word) * times for word, times in counted.items() if _ARABIC.match(word))
    others = sum(map(len, words)) - arabic
    if not counted:
        return "und"
    votes: Counter[str] = Counter()
    for word in counted.keys() & known.words.keys():
        for code in known.words[word]:
            votes[code] += 2 * counted[word]
    for letter, codes in known.letters.items():
        if letter in sample:
            votes.update(dict.fromkeys(codes, sample.count(letter)))
    of_script = {code for code in votes if (code in _RTL) == (arabic * 2 >= others)}
    best = max(sorted(of_script), key=lambda code: (votes[code], code == "ar"), default=None)
    if arabic * 2 >= others:
        return best or "ar"
    for code, pattern in _SCRIPTS:
        if len(pattern.findall(sample)) * 2 > others:
            return code
    return best if best and votes[best] >= 2 else "und"


def direction(language: str) -> str:
    """Tell the direction in which a language is written, ``rtl`` or ``ltr``.

    >>> direction("ar"), direction("ar-EG"), direction("en")
    ('rtl', 'rtl', 'ltr')
    """
    return "rtl" if language.partition("-")[0].casefold() in _RTL else "ltr"
