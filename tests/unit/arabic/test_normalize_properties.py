"""What holds for every text: properties over adversarial strings (arabic.md 2.5)."""

import re
import sys
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.arabic.edit import Recorder
from warraq.arabic.normalize import _FOR_RARE, _RARE, PROFILES, STEPS, apply, clean, nlp, normalize, search
from warraq.arabic.steps.codepoints import nfc
from warraq.letters import ARABIC_LETTERS
from warraq.model import Profile

LETTERS = "ابتوهيىكلمأةئؤآٱءکیہھەۃگچ"
MARKS = "\u064b\u064e\u064f\u0651\u0652\u0653\u0654\u0655\u0670\u06d6\u0301"
HELD = "\u0640\u0640\u200c\u200d\u200e\u200f\u061c"
UNSEEN = "\u200b\ufeff\u00ad\u202b\u202c\u2067\x00\x85\u2028\r\n\n"
FORMS = "\ufefb\ufef7\ufedb\ufe8e\ufdf2\ufdfa\ufdfd\ufdfc\ufe76\ufe77\ufc5e\ufcf2\ufbfe"
SIGNS = ' \u00a0\u2009\t.،؛؟!:,/-–—…«»“”„()[]"’٫٬٪%_+'
OTHERS = "159٠٥۳½²aBzßİéẞ\u0300\u1100\u1161\u11a8가ſ\u2764\ufe0f\U0001f468\U0001f3fb☎℃\ufffd"

_PIECES = [
    *(LETTERS + MARKS + HELD + UNSEEN + FORMS + SIGNS + OTHERS),
    "و ",
    " و ",
    "على",
    "عل\u06cc",
    "ـ\u0654",
    "  ",
    "\n\n",
]

texts = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.characters()), max_size=30).map("".join),
    st.lists(st.sampled_from([*(HELD + MARKS), "ب", "ا", " ", "5", "\n", "و"]), max_size=25).map("".join),
)

BANNED = re.compile("[\ufeff\u200b\u202a-\u202e]")
LETTER = re.compile(f"[{ARABIC_LETTERS}]")


@pytest.mark.parametrize("profile", Profile)
@given(text=texts)
def test_output_is_nfc_without_unseen_characters(profile, text):
    made = apply(text, profile)
    assert unicodedata.is_normalized("NFC", made)
    assert not BANNED.search(made)


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("language", ["ar", "fa"])
@given(text=texts)
def test_applying_twice_changes_nothing(profile, language, text):
    made = apply(text, profile, language)
    assert apply(made, profile, language) == made


@given(text=texts)
def test_profiles_build_on_each_other(text):
    assert nlp(clean(text)) == nlp(text)
    assert search(nlp(text)) == search(text)


@given(text=texts)
def test_clean_changes_letters_by_the_declared_maps_only(text):
    before = unicodedata.normalize("NFC", STEPS["presentation"](STEPS["controls"](STEPS["newlines"](text))))
    maps = str.maketrans("کڪیہھەۃى", "ككيهههةي")

    def count(string):
        # composition and its undoing by a dropped character change the letter, not the sequence of base letters
        return Counter(LETTER.findall(unicodedata.normalize("NFD", string).translate(maps)))

    assert count(clean(text)) == count(before)


@given(text=texts)
def test_nlp_keeps_letters_but_for_elongation(text):
    folded = str.maketrans("کڪیہھەۃى", "ككيهههةي")
    kept = Counter(LETTER.findall(nlp(text).translate(folded)))
    assert not any(letter in kept for letter in "\u0640\ufefb")
    assert set(kept) <= set(LETTER.findall(clean(text).translate(folded))) | set(
        "صلىاللهعليهوسلمجلالريالبسمالرحمنالرحيمئ".translate(folded)
    )


@given(text=texts)
def test_clean_keeps_paragraphs(text):
    shown = STEPS["spaces"](STEPS["controls"](STEPS["newlines"](text)))
    shown = STEPS["direction"](STEPS["joiners"](shown))

    def paragraphs(string):
        return [part for part in re.split(r"\n[ \n]*\n", string) if part.strip(" \n")]

    assert len(paragraphs(clean(text))) == len(paragraphs(shown))


@pytest.mark.parametrize("profile", Profile)
@given(text=texts)
def test_offsets_do_not_change_the_text(profile, text):
    assert normalize(text, profile).text == apply(text, profile)


@pytest.mark.parametrize("profile", Profile)
@given(text=texts)
def test_offsets_are_monotone_and_lie_in_the_source(profile, text):
    made = normalize(text, profile)
    spans = list(made.offsets)
    assert len(spans) == len(made.text) == len(made.offsets)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in zip(spans, spans[1:], strict=False))
    assert spans == [made.offsets[n] for n in range(len(spans))]


@given(text=texts)
def test_offsets_cover_every_letter_that_stays(text):
    made = normalize(text)
    covered = {n for span in made.offsets for n in range(*span)}
    lost = [text[n] for n in range(len(text)) if n not in covered]
    assert not [char for char in lost if LETTER.match(char) or char.isdigit()]


@given(text=texts)
def test_unchanged_characters_point_to_themselves(text):
    made = normalize(text, Profile.CLEAN)
    for char, span in zip(made.text, made.offsets, strict=True):
        if char.isdigit() or char in "،؛«»":
            assert text[span.start : span.end] == char


@pytest.mark.parametrize("profile", Profile)
@given(text=texts)
def test_spans_map_there_and_back(profile, text):
    made = normalize(text, profile)
    for n, span in enumerate(made.offsets):
        there = made.offsets.to_output(*span)
        assert there.start <= n < there.end
    whole = made.offsets.to_source(0, len(made.text))
    assert 0 <= whole.start <= whole.end <= len(text)


@given(text=texts)
def test_any_chain_of_steps_has_true_offsets(text):
    for names in (tuple(STEPS), tuple(reversed(STEPS))):
        made = normalize(text, names)
        assert made.text == apply(text, names)
        assert len(list(made.offsets)) == len(made.text)


@pytest.mark.slow
def test_nfc_by_clusters_is_nfc_for_all_of_unicode():
    others = "\u0301\u0654\u0327\u1161\u11a8\u0338\u3099\u09be\u064e\u0651\u05b4"
    for code in range(sys.maxunicode + 1):
        if 0xD800 <= code <= 0xDFFF:
            continue
        char = chr(code)
        for text in (char, *(char + other for other in others), *("ا" + other + char for other in "\u0651\u0654")):
            assert nfc(text) == unicodedata.normalize("NFC", text), ascii(text)


def test_casefold_pattern_has_every_cased_character():
    whole = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)
    assert STEPS["case"](whole) == whole.casefold()


@given(text=texts)
def test_recorder_alone_gives_the_same_nfc(text):
    assert nfc(text, Recorder()) == unicodedata.normalize("NFC", text)


def test_every_step_of_a_profile_is_known():
    for names in PROFILES.values():
        assert set(names) <= set(STEPS)


@given(text=texts)
def test_steps_spared_for_plain_text_would_not_change_it(text):
    plain = "".join(char for char in text if not _RARE.match(char))
    for name in _FOR_RARE:
        assert STEPS[name](plain) == plain


@pytest.mark.parametrize("profile", Profile)
@given(text=texts)
def test_a_step_is_left_out_only_where_it_would_change_nothing(profile, text):
    made = text
    for name in PROFILES[profile]:
        made = STEPS[name](made)
    assert apply(text, profile) == made


@given(text=texts)
def test_no_step_brings_a_rare_character_into_plain_text(text):
    made = "".join(char for char in text if not _RARE.match(char))
    for name in STEPS:
        made = STEPS[name](made)
        assert not _RARE.search(made)
