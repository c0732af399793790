r"""Steps of profile ``clean``: a reader sees the same text afterwards.

What a pattern may look at is bounded, and no two matches overlap, so every step is linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from warraq.arabic.edit import Edit, substitute
from warraq.letters import ARABIC_LETTERS, MARKS, TATWEEL

_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_BIDI = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
# Marks of any script: canonical order may put a Latin accent between Arabic marks, and no rule may mind.
_ANY_MARK = (
    f"{MARKS}\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0711\u0730-\u074a"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
)
_LETTER = re.compile(f"[{ARABIC_LETTERS}]")
_WORDLIKE = re.compile(f"[{ARABIC_LETTERS}{_ANY_MARK}]")

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
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+"
)


def controls(text: str, edit: Edit = substitute) -> str:
    r"""Control characters, soft hyphens, zero-width spaces, byte order marks, embeddings and isolates are dropped.

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


_OTHER_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SPACES = re.compile("  +")


def spaces(text: str, edit: Edit = substitute) -> str:
    r"""Every kind of space, and every run of them, becomes one plain space.

    >>> spaces("عشرة\N{THIN SPACE}\N{NO-BREAK SPACE} آلاف")
    'عشرة آلاف'
    """
    text = edit(_OTHER_SPACE, " ", text)
    return edit(_SPACES, " ", text) if "  " in text else text


_HELD = re.compile(f"[{TATWEEL}{_BIDI}{_JOINERS}]+")
_HAS_JOINER = re.compile(f"[{_JOINERS}]")
PICTOGRAPH = "[\u00a9\u00ae\u203c-\u2049\u2122-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff]"
"""A pattern for what emoji are made of, with their selector and skin tones."""
_PICTOGRAPH = re.compile(PICTOGRAPH)


def _judge_joiner(match: re.Match[str]) -> str:
    """Keep one joiner of the run where it changes how its neighbours look."""
    run = match[0]
    if not _HAS_JOINER.search(run):
        return run
    before = match.string[max(0, match.start() - 1) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    joined, letter = _WORDLIKE.match(before), _LETTER.match(after)
    ends_word = joined and not _WORDLIKE.match(after)
    in_emoji = TATWEEL not in run and _PICTOGRAPH.match(before) and _PICTOGRAPH.match(after)
    if joined and letter:
        wanted = "\N{ZERO WIDTH NON-JOINER}"
    elif ends_word or in_emoji:
        wanted = "\N{ZERO WIDTH JOINER}"
    else:
        return _HAS_JOINER.sub("", run)
    place = run.find(wanted)
    if place < 0:
        return _HAS_JOINER.sub("", run)
    return _HAS_JOINER.sub("", run[:place]) + wanted + _HAS_JOINER.sub("", run[place:])


def joiners(text: str, edit: Edit = substitute) -> str:
    r"""ZWNJ stays between Arabic letters, ZWJ after a letter at a word's end and inside emoji; else they are dropped.

    Why: Persian words need the one (می‌خواهم), the Hijri sign of word processors the other (1445 ه‍). Tatweel and
    direction marks are looked through.

    >>> joiners("كتاب\N{ZERO WIDTH NON-JOINER} جديد")
    'كتاب جديد'
    >>> joiners("می\N{ZERO WIDTH NON-JOINER}خواهم") == "می\N{ZERO WIDTH NON-JOINER}خواهم"
    True
    """
    if not _HAS_JOINER.search(text):
        return text
    return edit(_HELD, _judge_joiner, text)


_DIRECTION = re.compile(f"[{_BIDI}][{_BIDI}{_JOINERS} ]*+")
_ANY_BIDI = re.compile(f"[{_BIDI}]+")
_SETTLED = re.compile(f"[{ARABIC_LETTERS}{_ANY_MARK}{TATWEEL}\n]")


def _once(match: re.Match[str]) -> str:
    """Each character of a run once, in order."""
    return "".join(dict.fromkeys(match[0]))


def _judge_direction(match: re.Match[str]) -> str:
    """Drop the direction marks of a run unless a neutral, a digit or a foreign letter stands beside it."""
    text, start, end = match.string, match.start(), match.end()
    left = text[max(0, start - 4) : start].rstrip(" " + _JOINERS)[-1:]
    right = text[end : end + 1]
    if (not left or _SETTLED.match(left)) and (not right or _SETTLED.match(right)):
        return _ANY_BIDI.sub("", match[0])
    return _ANY_BIDI.sub(_once, match[0])


def direction(text: str, edit: Edit = substitute) -> str:
    r"""Direction marks between Arabic letters or at a line's edge are dropped; elsewhere one of a kind stays.

    Why: "‎+3.5%‎" is shown wrong without them. Measured in arabic.md 1.4: dropping all changes the displayed order of
    12.7 % of mixed strings, this rule of 0.07 %.

    >>> direction("\N{RIGHT-TO-LEFT MARK}قال\N{RIGHT-TO-LEFT MARK} نعم")
    'قال نعم'
    """
    return edit(_DIRECTION, _judge_direction, text)


_STRETCH = re.compile(f"{TATWEEL}[{TATWEEL}{_ANY_MARK}{_JOINERS}]*+")
_TATWEELS = re.compile(f"{TATWEEL}+([{_ANY_MARK}]*)")
_HAMZA = re.compile("[\N{ARABIC HAMZA ABOVE}\N{ARABIC HAMZA BELOW}]")


def _judge_tatweel(match: re.Match[str]) -> str:
    """Drop, keep one, or make a dash of the tatweels of a stretch, by what stands before and after it."""
    text, start = match.string, match.start()
    before = bool(_WORDLIKE.match(text[max(0, start - 2) : start].rstrip(_JOINERS)[-1:]))
    after = bool(_LETTER.match(text, match.end()))
    if not before and not after and match[0].strip(TATWEEL) == "":
        return "\N{EN DASH}"
    left = 0 if before and after else 1

    def keep(run: re.Match[str]) -> str:
        nonlocal left
        if _HAMZA.search(run[1]):
            return TATWEEL + run[1]
        left -= 1
        return (TATWEEL if left >= 0 else "") + run[1]

    return _TATWEELS.sub(keep, match[0])


def tatweel(text: str, edit: Edit = substitute) -> str:
    r"""Tatweel inside a word is dropped, one stays at a word's edge, one standing alone is a dash.

    Why: inside it is decoration; at the edge it is spelling (1445هـ, بـ15, لـ«رويترز»), under a combining hamza a seat.

    >>> tatweel("العـــربية 1445هـــ لـ«الحياة»")
    'العربية 1445هـ لـ«الحياة»'
    >>> tatweel("بيروت ـ الحياة")
    'بيروت – الحياة'
    """
    return edit(_STRETCH, _judge_tatweel, text)


_LINE_EDGES = re.compile(r"(?<! ) ++(?=\n|\Z)|(?<=\n) ++|\A ++")
_BLANK_LINES = re.compile(r"\n{3,}")
_TEXT_EDGES = re.compile(r"\A\n+|\n{1,2}\Z")


def trim(text: str, edit: Edit = substitute) -> str:
    r"""No spaces at a line's edges, at most one empty line between paragraphs, nothing around the text.

    >>> trim(" فقرة \n\n \n\nفقرة\n")
    'فقرة\n\nفقرة'
    """
    if " \n" in text or "\n " in text or text[:1] == " " or text[-1:] == " ":
        text = edit(_LINE_EDGES, "", text)
    if "\n\n\n" in text or text[:1] == "\n" or text[-1:] == "\n":
        text = edit(_TEXT_EDGES, "", edit(_BLANK_LINES, "\n\n", text))
    return text
