r"""Steps of profile ``clean`` for what keyboards do to Arabic: look-alike letters, misplaced spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from warraq import lexicon
from warraq.arabic.edit import Edit, substitute
from warraq.letters import ARABIC_LETTERS, MARKS, TATWEEL

_SAME = str.maketrans("کڪیہھەۃ", "ككيهههة")
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_LOOKALIKE = re.compile("[کڪیہھەۃ]")
_FOREIGN = re.compile("[پچژگٹڈڑںےۆێڵڕۍټځڅړږښ\N{ZERO WIDTH NON-JOINER}]")
_INSIDE = f"{ARABIC_LETTERS}{MARKS}{TATWEEL}{_JOINERS}"
_OTHERS = _INSIDE.replace(
    "\u0671-\u06d3\u06d5", "\u0671-\u06a8\u06ab-\u06bd\u06bf\u06c0\u06c2\u06c4-\u06cb\u06cd-\u06d3"
)
_WORD = re.compile(f"(?<![{_INSIDE}])[{_OTHERS}]*+[کڪیہھەۃ][{_INSIDE}]*+")
"""A word that holds a look-alike: every other word is passed over from its beginning once."""
_NOT_LETTERS = re.compile(f"[{MARKS}{TATWEEL}{_JOINERS}]+")
_FINAL_YEH = re.compile(f"ي(?=[{MARKS}{TATWEEL}{_JOINERS}]*\\Z)")
_PREFIX = re.compile("[وف]?(?:[بك]?ال|لل|[بكل])?")


@dataclass(frozen=True, slots=True)
class MaqsuraWords:
    """Words that end in alef maqsura and would be no word, or a far rarer one, with a yeh."""

    words: tuple[str, ...]
    why: str


@cache
def _maqsura() -> frozenset[str]:
    """The words of ``data/lexicons/maqsura.toml`` as a Farsi keyboard leaves them after mapping: ending in yeh."""
    return frozenset(word[:-1] + "ي" for entry in lexicon.load("maqsura", MaqsuraWords) for word in entry.words)


def _ends_in_maqsura(word: str) -> bool:
    """Whether the word, or what is left of it after a prefix, is in the list."""
    bare = _NOT_LETTERS.sub("", word)
    prefix = _PREFIX.match(bare)
    ends = range(prefix.end() + 1 if prefix else 1)
    return any(bare[n:] in _maqsura() and _PREFIX.fullmatch(bare, 0, n) for n in ends)


def _respell(match: re.Match[str]) -> str:
    """Map the look-alikes of one word, unless it is a word of another language."""
    word = match[0]
    if _FOREIGN.search(word):
        return word
    farsi_end = _NOT_LETTERS.sub("", word).endswith("ی")
    word = word.translate(_SAME)
    return _FINAL_YEH.sub("ى", word) if farsi_end and _ends_in_maqsura(word) else word


def lookalikes(text: str, edit: Edit = substitute) -> str:
    r"""Persian, Urdu and Kurdish letters in Arabic words become the Arabic letters that they look like.

    Why: foreign keyboards and fonts leave ک and ی, and no search finds such a word. Words with a letter that Arabic
    lacks (گ, ۆ …) or with a ZWNJ are not Arabic and stay. A final ی is ى in a closed list of words, else ي.

    >>> lookalikes("الأمیرکیة علی روسی گفتگوی")
    'الأميركية على روسي گفتگوی'
    """
    if not _LOOKALIKE.search(text):
        return text
    return edit(_WORD, _respell, text)


_CLOSERS = "»”’›\"')\\]}،؛؟!.:…"
_BEFORE_MARK = re.compile(f" (?=[،؛؟!»)](?:[\\s{_CLOSERS}]|\\Z))")
_BEFORE_STOP = re.compile(f" (?=[.:](?:\\s|\\Z))(?<=[{ARABIC_LETTERS}{MARKS}»”)] )")
_BEFORE_CURLY = re.compile(f" (?=”(?:[\\s{_CLOSERS}]|\\Z))")
_AFTER_OPENER = re.compile(" (?<=[«“(] )")
_CLOSES = {"«": "»", "“": "”", "(": ")"}
_FREE = re.compile(f"(?:\\A|[\\s(\\[{{«“\"'{TATWEEL}]|(?<![{_INSIDE}])[وفبكل])\\Z")
_WINDOW = 400  # characters looked back on for the mark that goes with this one; longer quotations are rare


def _line_before(match: re.Match[str], place: int) -> str:
    """The line up to ``place``, its last 400 characters at most."""
    text = match.string
    start = max(0, place - _WINDOW)
    return text[max(text.rfind("\n", start, place) + 1, start) : place]


def _closes(match: re.Match[str]) -> str:
    """Drop the space before ” where it closes: many desks print ”…” with the same mark on both sides."""
    line = _line_before(match, match.start())
    _, opening, since = line.rpartition("“")
    closings = since.count("”")
    opened = closings == 0 if opening else closings % 2 == 1
    return "" if opened else " "


def _opens(match: re.Match[str]) -> str:
    """Drop the space after an opening mark, unless the mark closes a pair that is typed the wrong way round."""
    place = match.start() - 1
    mark, line = match.string[place], _line_before(match, place)
    reversed_pair = line.count(_CLOSES[mark]) > line.count(mark) and not _FREE.search(line)
    return " " if reversed_pair else ""


def punctuation(text: str, edit: Edit = substitute) -> str:
    r"""No space before a mark that closes, none after one that opens.

    Why: the commonest slip of Arabic typing, and it leaves a comma alone on a line. Decimals, times and addresses
    are safe because the mark must be followed by a space or by the end.

    >>> punctuation("قال ، نعم . لماذا ؟ « نعم » 3.5 و 10:30")
    'قال، نعم. لماذا؟ «نعم» 3.5 و 10:30'
    >>> punctuation("و ”قسد” من »نص« ثم")
    'و ”قسد” من »نص« ثم'
    """
    text = edit(_BEFORE_STOP, "", edit(_BEFORE_MARK, "", text))
    if "”" in text:
        text = edit(_BEFORE_CURLY, _closes, text)
    return edit(_AFTER_OPENER, _opens, text)
