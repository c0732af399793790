r"""Undoing a wrong decoding that was saved as right: UTF-8 read as windows-1252 or 1256, windows-1256 read as 1252.

Only on strong evidence, and only for the page as a whole: a page that is otherwise good may show one broken line, or
discuss one, and is left alone. The marks of the damage are counted first, which is cheap; a good page costs a few
``str.count``. Each run of damaged characters is then turned back by itself, as a browser that saved the page has
already turned numeric references into right letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from warraq.decode.plausible import shape
from warraq.letters import ARABIC_LETTERS

_ENOUGH = 12
"""Fewer damaged letters than this are no evidence."""

_WORDS = 600
_SIGNS = ("Ø§", "ط§", "Çá", "Â§", "آ§")
"""The alef, or alef and lam, in each kind of damage; the last two in text that is damaged twice.

A single character is found five times as fast as two, so § and Ç are asked for first.
"""

_TIMES = 3
"""A reading may have been saved wrongly, and the result again."""


def _table(name: str) -> dict[int, int]:
    """Character to byte of a Windows encoding; the C1 controls stand for bytes that it lacks or that were Latin-1."""
    table = {byte: byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        try:
            table[ord(bytes([byte]).decode(name))] = byte
        except UnicodeDecodeError:
            continue
    return table


_TO_1252 = _table("cp1252")
_TO_1256 = _table("cp1256")


def _class(table: dict[int, int], low: int, high: int) -> str:
    """A regular expression's class of the characters that stand for bytes of a range."""
    return "[" + re.escape("".join(chr(c) for c, byte in table.items() if low <= byte <= high)) + "]"


@dataclass(frozen=True, slots=True)
class Mended:
    """A text, and what was undone in it."""

    text: str
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Damage:
    """One way in which text is damaged.

    Attributes:
        name: as in ``DecodedPage.repairs``.
        leads: characters that are frequent in damaged text and rare elsewhere: cheap to count.
        letter: one damaged Arabic letter.
        run: a run of damaged characters.
        undo: turns a run back, or raises UnicodeError.
    """

    name: str
    leads: str
    letter: re.Pattern[str]
    run: re.Pattern[str]
    undo: Callable[[str], str]


def _utf8_through(table: dict[int, int]) -> Callable[[str], str]:
    def undo(run: str) -> str:
        return bytes(table[ord(c)] for c in run).decode("utf-8")

    return undo


def _as_1256(run: str) -> str:
    return bytes(_TO_1252[ord(c)] for c in run).decode("cp1256")


_LEADS, _TAILS = (0xD8, 0xDB), (0x80, 0xBF)
_DAMAGES = (
    _Damage(
        "mojibake:cp1252",
        "ØÙÚÛ",
        re.compile(_class(_TO_1252, *_LEADS) + _class(_TO_1252, *_TAILS)),
        re.compile(f"(?:{_class(_TO_1252, 0xC2, 0xF4)}{_class(_TO_1252, *_TAILS)}{{1,3}})+"),
        _utf8_through(_TO_1252),
    ),
    _Damage(
        "mojibake:cp1256",
        "طظعغ",
        re.compile(_class(_TO_1256, *_LEADS) + _class(_TO_1256, *_TAILS)),
        re.compile(f"(?:{_class(_TO_1256, 0xC2, 0xF4)}{_class(_TO_1256, *_TAILS)}{{1,3}})+"),
        _utf8_through(_TO_1256),
    ),
    _Damage(
        "mojibake:cp1252",  # twice: the letters above became two each
        "ÃÂ",
        re.compile("[ÃÂ]" + _class(_TO_1252, *_TAILS)),
        re.compile(f"(?:{_class(_TO_1252, 0xC2, 0xF4)}{_class(_TO_1252, *_TAILS)}{{1,3}})+"),
        _utf8_through(_TO_1252),
    ),
    _Damage(
        "mojibake:1256-as-1252",
        "ÇáíãäÃÊ",
        re.compile("[\u00c0-\u00ff]"),
        re.compile(_class(_TO_1252, 0x80, 0xFF) + "+"),
        _as_1256,
    ),
)
_ARABIC = re.compile(f"[{ARABIC_LETTERS}]")
_WORD = re.compile("[\u0080-\U0010ffff][A-Za-z\u0080-\U0010ffff]{0,120}")


def mend(text: str) -> Mended:
    r"""Undo mojibake, if the page as a whole is damaged.

    >>> damaged = "وقال المتحدث إن الوفد وصل إلى المدينة".encode().decode("cp1256")
    >>> mend(damaged)
    Mended(text='وقال المتحدث إن الوفد وصل إلى المدينة', repairs=('mojibake:cp1256',))
    """
    if ("§" not in text and "Ç" not in text) or not any(sign in text for sign in _SIGNS):
        return Mended(text)
    mended = text
    repairs: list[str] = []
    for _ in range(_TIMES):
        damage = next((damage for damage in _DAMAGES if _is_damaged(mended, damage)), None)
        undone = _undo(mended, damage) if damage else None
        if damage is None or undone is None:
            break
        mended = undone
        repairs.append(damage.name)
    if not repairs or not _is_arabic(mended):
        return Mended(text)
    return Mended(mended, tuple(repairs))


def _is_arabic(text: str) -> bool:
    """Whether the words that are not ASCII are Arabic."""
    words = " ".join(m.group() for m in islice(_WORD.finditer(text), _WORDS))
    return shape(words).arabic > 0.8


def _is_damaged(text: str, damage: _Damage) -> bool:
    """Whether most of the Arabic of this page is damaged in this way."""
    leads = sum(text.count(c) for c in damage.leads)
    if leads < _ENOUGH:
        return False
    sound = text.count("ا") + text.count("ل")
    if sound * 2 > leads:
        return False
    damaged = sum(1 for _ in damage.letter.finditer(text))
    return damaged >= _ENOUGH and damaged * 4 > _sound_letters(text, damage)


def _sound_letters(text: str, damage: _Damage) -> int:
    """Arabic letters of the page that are no part of damaged ones."""
    return len(_ARABIC.findall(damage.letter.sub("", text)))


def _undo(text: str, damage: _Damage) -> str | None:
    """The text turned back, run by run; None if too many runs cannot be."""
    done = failed = 0

    def back(run: re.Match[str]) -> str:
        nonlocal done, failed
        try:
            sound = damage.undo(run.group())
        except UnicodeError:
            failed += 1
            return run.group()
        done += 1
        return sound

    mended = damage.run.sub(back, text)
    return None if failed * 20 > done else mended
