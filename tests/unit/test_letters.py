"""Folding keys and counts."""

import unicodedata

import pytest

from warraq.letters import ARABIC_LETTERS, MARKS, count_arabic, count_letters, fold, fold_aligned


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("إِلى الأَعْلى", "الي الاعلي"),
        ("مقـــالات\N{NO-BREAK SPACE} ذات\nصلة", "مقالات ذات صله"),
        ("الأمیرکیة", "الاميركيه"),
        ("٢٥ / ۲۵", "25 / 25"),
        ("«نعم» ”لا” – …", '"نعم" "لا" - .'),
        ("\N{RIGHT-TO-LEFT MARK}نص\N{ZERO WIDTH NON-JOINER}", "نص"),
        ("BBC Straße", "bbc strasse"),
        ("", ""),
    ],
)
def test_fold(text, key):
    assert fold(text) == key
    assert fold(key) == key


@pytest.mark.parametrize("text", ["أَكَّدَ", "1445هـ", "İstanbul في", "\N{RIGHT-TO-LEFT MARK}٢٥", "نص عادي", ""])
def test_every_folded_character_has_its_place(text):
    folded = fold_aligned(text)
    assert len(folded.places) == len(folded.text) + 1
    assert folded.places[-1] == len(text)
    for char, place in zip(folded.text, folded.places, strict=False):
        assert fold(text[place])[:1] == char.strip()


def test_letters_and_marks_are_what_unicode_says():
    import re

    # U+08C9 is a modifier letter, and a letter of words all the same
    letters, marks = re.compile(f"[{ARABIC_LETTERS}]"), re.compile(f"[{MARKS}]")
    for code in [*range(0x600, 0x700), *range(0x750, 0x780), *range(0x8A0, 0x900)]:
        char = chr(code)
        if unicodedata.category(char) != "Cn":
            assert bool(letters.match(char)) == (unicodedata.category(char) == "Lo" or code == 0x8C9), hex(code)
            assert bool(marks.match(char)) == (unicodedata.category(char) == "Mn"), hex(code)


def test_counts():
    assert count_letters("قَالَ: 3.5% abc") == 6
    assert count_letters("1445هــ") == 1
    assert count_arabic("قَالَ: abc") == 3
