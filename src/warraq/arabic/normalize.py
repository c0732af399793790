r"""Arabic text in three profiles, with the way back to the source.

``clean`` changes nothing that a reader sees, ``nlp`` gives models one spelling of everything but the letters,
``search`` folds the letters too. Every profile gives NFC and changes nothing when applied again; ``nlp`` of cleaned
text is ``nlp``, ``search`` of ``nlp`` text is ``search``. A profile is a row of named steps; any row can be run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from warraq.arabic.edit import Edit, Offsets, Recorder, Step, substitute
from warraq.arabic.steps import clean as c
from warraq.arabic.steps import codepoints as p
from warraq.arabic.steps import nlp as n
from warraq.arabic.steps import search as s
from warraq.arabic.steps import typing as t
from warraq.errors import OptionError
from warraq.model import Profile

STEPS: Mapping[str, Step] = MappingProxyType(
    {
        "newlines": p.newlines,
        "surrogates": p.surrogates,
        "controls": p.controls,
        "nfc": p.nfc,
        "presentation": p.presentation,
        "spaces": c.spaces,
        "joiners": c.joiners,
        "direction": c.direction,
        "tatweel": c.tatweel,
        "lookalikes": t.lookalikes,
        "punctuation": t.punctuation,
        "trim": c.trim,
        "ligatures": n.ligatures,
        "seats": n.seats,
        "marks": n.marks,
        "digits": n.digits,
        "signs": n.signs,
        "waw": n.waw,
        "elongation": n.elongation,
        "variants": s.variants,
        "letters": s.letters,
        "thousands": s.thousands,
        "case": s.case,
        "words": s.words,
    }
)
"""Every step by name."""

_CLEAN = (
    "newlines", "surrogates", "controls", "nfc", "presentation", "spaces", "joiners", "nfc", "joiners", "direction",
    "nfc", "tatweel", "lookalikes", "spaces", "punctuation", "trim", "nfc",
)  # fmt: skip
_NLP = (
    *_CLEAN, "ligatures", "seats", "marks", "joiners", "lookalikes", "digits", "signs", "spaces", "trim", "waw",
    "elongation", "punctuation", "trim", "nfc",
)  # fmt: skip
_SEARCH = (
    *_NLP, "variants", "letters", "thousands", "case", "nfc", "words", "spaces", "trim", "waw", "elongation", "nfc",
)  # fmt: skip

PROFILES: Mapping[Profile, tuple[str, ...]] = MappingProxyType(
    {Profile.CLEAN: _CLEAN, Profile.NLP: _NLP, Profile.SEARCH: _SEARCH}
)
"""The steps of each profile, in order."""

# Most texts hold none of the characters that most steps look for: one search tells, and spares these steps. Measured:
# a plain paragraph in a third of the time.
_RARE = re.compile(
    "[^\n -~\u00a3\u00ab\u00b0-\u00b4\u00b6\u00b7\u00bb-\u00bf\u00d7-\u00ff\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a"
    "\u0660-\u066c\u06f0-\u06f9\u2013-\u2015\u2018-\u201f\u2022\u2026\u2039\u203a\u20ac]"
)
_FOR_RARE = frozenset(
    {
        "newlines", "surrogates", "controls", "nfc", "presentation", "joiners", "direction", "tatweel", "lookalikes",
        "ligatures", "seats", "marks", "variants",
    }
)  # fmt: skip

_ARABIC_ONLY = frozenset({"lookalikes"})
_ARABIC = frozenset({"ar", "arb", "ary", "arz", "apc", "acm", "afb", "aeb", "apd", "arq", "ayl"})


@dataclass(frozen=True, slots=True)
class Normalized:
    """A normalized text and the way back.

    Attributes:
        text: the text.
        offsets: for each of its characters the interval of the source that it stands for.
    """

    text: str
    offsets: Offsets


def normalize(text: str, profile: Profile | Sequence[str] = Profile.CLEAN, language: str = "ar") -> Normalized:
    r"""Normalize a text, keeping for every character the place that it came from.

    Args:
        text: any text; lines and paragraphs stay in ``clean`` and ``nlp``.
        profile: a profile, or the names of steps in the order in which they are to run.
        language: BCP 47 tag of the text; look-alike letters are mapped in Arabic only.

    Raises:
        OptionError: a step is not known.

    >>> made = normalize("أكّـــد ، نعم")
    >>> made.text
    'أكّد، نعم'
    >>> made.offsets[3], made.offsets.to_source(0, 4)
    (Span(start=6, end=7), Span(start=0, end=7))
    """
    recorder = Recorder()
    made = _run(text, profile, language, recorder)
    return Normalized(made, recorder.offsets(text, made))


def apply(text: str, profile: Profile | Sequence[str] = Profile.CLEAN, language: str = "ar") -> str:
    r"""Normalize like :func:`normalize`, without offsets and faster.

    Raises:
        OptionError: a step is not known.

    >>> apply("الـعـربية ١٢٫٥", ("tatweel", "digits"))
    'العربية 12.5'
    """
    return _run(text, profile, language, substitute)


def clean(text: str, language: str = "ar") -> str:
    r"""The text as a reader sees it, exactly typed.

    >>> clean("قال ، نعم . العـــربية \N{ARABIC LETTER ALEF}\N{ARABIC HAMZA ABOVE}كد")
    'قال، نعم. العربية أكد'
    """
    return _run(text, Profile.CLEAN, language, substitute)


def nlp(text: str, language: str = "ar") -> str:
    r"""The text for a language model: no marks, ASCII digits and quotes, letters untouched.

    >>> nlp("أكّدَ «ممثل» الهيئة: ١٢٪…")
    'أكد "ممثل" الهيئة: 12%...'
    """
    return _run(text, Profile.NLP, language, substitute)


def search(text: str, language: str = "ar") -> str:
    r"""The text for an index: folded words and numbers, one space between.

    >>> search("أكّدَ «ممثل» الهيئة: ١٢٪…")
    'اكد ممثل الهييه 12'
    """
    return _run(text, Profile.SEARCH, language, substitute)


def _run(text: str, profile: Profile | Sequence[str], language: str, edit: Edit) -> str:
    """Run the steps of a profile, or the steps named, one after the other; none on what it has made itself."""
    names = PROFILES[profile] if isinstance(profile, Profile) else tuple(profile)
    made: dict[Step, str] = {}
    for step in _plan(names, language, _RARE.search(text) is not None):
        if made.get(step) != text:
            text = made[step] = step(text, edit)
    return text


@lru_cache(maxsize=64)
def _plan(names: tuple[str, ...], language: str, rare: bool) -> tuple[Step, ...]:
    """The steps that have something to do."""
    unknown = next((name for name in names if name not in STEPS), None)
    if unknown is not None:
        raise OptionError(f"unknown step '{unknown}'; known are {', '.join(STEPS)}")
    spared = frozenset() if rare else _FOR_RARE
    if language.partition("-")[0].casefold() not in _ARABIC:
        spared |= _ARABIC_ONLY
    return tuple(STEPS[name] for name in names if name not in spared)
