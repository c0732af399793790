"""Counting and folding: the code page of the usual characters says what the long way says."""

import pytest

from warraq import letters
from warraq.letters import count_letters, fold, fold_aligned

RARE = "\N{ARABIC LETTER SEEN WITH THREE DOTS BELOW}"
"""A letter of no code in the code page: with it, a text goes the long way."""


def test_every_usual_character_stands_once() -> None:
    usual = letters._USUAL
    assert len(set(usual)) == len(usual) <= 256
    assert len(letters._KEYS) == len(letters._LOWER_KEYS) == len(usual)


@pytest.mark.parametrize("around", ["{}", "ب{}", "{} ب", "ب{}ب"])
def test_usual_characters_are_counted_and_folded_as_by_the_long_way(around: str) -> None:
    for character in letters._USUAL:
        text = around.format(character)
        assert count_letters(text) == count_letters(text + RARE) - 1
        assert fold(text + "-") == fold(text + "-" + RARE)[:-1]
        assert fold_aligned(text).text == fold_aligned(text + RARE).text[:-1]
        assert tuple(fold_aligned(text).places) == tuple(fold_aligned(text + RARE).places)[:-1]


def test_a_character_outside_the_code_page_changes_nothing_else() -> None:
    assert fold("قُرئت الرّسالة 𐐀 ﷺ") == "قرئت الرساله 𐐨 ﷺ".replace("ئ", "ي")
    assert count_letters("Ⅷ ½ ٣ ـ ب") == 1
    assert fold("\ufffe أ") == "\ufffe ا"


def test_lone_surrogates_are_no_letters() -> None:
    assert count_letters("\ud800ب") == 1
