"""The profiles, case by case; chains; offsets; and PyArabic where it serves."""

import json
from pathlib import Path

import pytest
from pyarabic import araby

from warraq.arabic.normalize import PROFILES, STEPS, apply, clean, nlp, normalize, search
from warraq.arabic.steps.nlp import marks
from warraq.errors import OptionError
from warraq.letters import MARKS
from warraq.model import Profile

CASES = json.loads(Path(__file__).parents[2].joinpath("cases", "normalize.json").read_text("utf-8"))
VECTORS = Path(__file__).parents[4] / "shared" / "vectors" / "normalize.jsonl"
VOCALISED = "سُمِعَتْ أصواتٌ بعيدةٌ عندَ مُنتصفِ اللَّيلِ، ثمَّ عادَ الهُدوءُ إلى المَدينةِ شيئًا فشيئًا"


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_case(case, profile):
    assert apply(case["text"], profile) == case[profile.value], case["why"]
    assert normalize(case["text"], profile).text == case[profile.value]


@pytest.mark.parametrize("profile", Profile)
def test_shared_vectors(profile):
    if not VECTORS.exists():
        pytest.skip("the shared vectors are not here")
    vectors = [json.loads(line) for line in VECTORS.read_text("utf-8").splitlines()]
    assert not [v["name"] for v in vectors if apply(v["input"], profile) != v[profile.value]]


def test_short_names_are_the_profiles():
    text = "أكّـد «الوزير» ، ١٢٪"
    assert [clean(text), nlp(text), search(text)] == [apply(text, profile) for profile in Profile]


def test_a_chain_runs_its_steps_in_order():
    assert apply("الـعربية ١٢", ("digits",)) == "الـعربية 12"
    assert apply("و في", ("waw",)) == "وفي"
    assert apply("و  في", ("waw", "spaces")) == "و في"
    assert apply("و  في", ("spaces", "waw")) == "وفي"
    assert apply("نص ", ()) == "نص "


@pytest.mark.parametrize(
    "text",
    [
        "\u0301\u200c\u064b\u0640",  # a dropped joiner lets two marks change places beside a tatweel
        "\u0301\u200c\u0655\u200d",  # and beside another joiner
        "\u200f\u0301\u06d6\u200e\u061c\u064e\u0652",  # and beside direction marks
        "“ \u200c ( 5",  # a dropped joiner between two spaces
        "\ufe0f\u200d\u0640\U0001f468",  # a tatweel inside an emoji becomes a dash
    ],
    ids=ascii,
)
def test_what_random_texts_found(text):
    """Each once gave another result when cleaned again."""
    assert clean(clean(text)) == clean(text)
    assert nlp(clean(text)) == nlp(text)


def test_heaped_marks_are_cut_off():
    made = clean("ب" + "\N{ARABIC SHADDA}\N{ARABIC FATHA}" * 1000 + "ت")
    assert made == "ب" + "\N{ARABIC FATHA}" * 16 + "\N{ARABIC SHADDA}" * 16 + "ت"


def test_an_unknown_step_names_the_known_ones():
    with pytest.raises(OptionError, match="'nfkc'; known are newlines, .*words"):
        apply("نص", ("nfc", "nfkc"))


@pytest.mark.parametrize("language", ["fa", "ur", "ckb", "fa-IR"])
def test_lookalikes_stay_in_other_languages(language):
    assert clean("کتاب علی", language) == "کتاب علی"


@pytest.mark.parametrize("language", ["ar", "ar-EG", "AR", "arz"])
def test_lookalikes_are_mapped_in_arabic(language):
    assert clean("کتاب علی", language) == "كتاب على"


def test_offsets_of_a_quotation():
    text = "قالت الـــوزيرة ،  إ\N{RIGHT-TO-LEFT MARK}نّ « السدّ  جاهز » ."
    made = normalize(text)
    assert made.text == "قالت الوزيرة، إنّ «السدّ جاهز»."
    start = made.text.index("السدّ")
    span = made.offsets.to_source(start, start + len("السدّ جاهز"))
    assert text[span.start : span.end] == "السدّ  جاهز"
    assert made.offsets.to_output(*span) == (start, start + len("السدّ جاهز"))


def test_offsets_from_clean_to_nlp():
    text = clean("وقال: «لم نُسجّل أيَّ تسرّبٍ… حتى الآن»")
    made = normalize(text, Profile.NLP)
    start = text.index("أيَّ")
    span = made.offsets.to_output(start, start + len("أيَّ تسرّبٍ…"))
    assert made.text[span.start : span.end] == "أي تسرب..."


def test_offsets_of_what_was_deleted_are_empty():
    made = normalize("العـــرب")
    assert made.offsets.to_output(3, 6) == (3, 3)
    assert made.offsets.to_source(3, 3) == (6, 6)


def test_a_composed_letter_points_to_its_parts():
    assert normalize("ا\N{ARABIC HAMZA ABOVE}كد").offsets[0] == (0, 2)


def test_reordered_marks_are_one_interval():
    made = normalize("شد\N{ARABIC SHADDA}\N{ARABIC FATHA}ة")
    assert made.offsets[2] == made.offsets[3] == (2, 4)


def test_a_spelled_out_honorific_points_to_its_sign():
    made = normalize("النبي ﷺ قال", Profile.NLP)
    assert {made.offsets[n] for n in range(6, 24)} == {(6, 7)}


def test_offsets_outside_the_text():
    made = normalize("نص")
    with pytest.raises(IndexError):
        made.offsets[2]
    with pytest.raises(IndexError):
        made.offsets.to_source(0, 3)
    with pytest.raises(IndexError):
        made.offsets.to_output(1, 9)
    assert made.offsets[-1] == (1, 2)
    assert made.offsets[0:2] == [(0, 1), (1, 2)]


def test_pyarabic_marks_are_a_part_of_ours():
    """``marks`` hands PyArabic's table to str.replace; were it to grow beyond marks, letters would be lost."""
    import re

    assert re.fullmatch(f"[{MARKS}]+", "".join(araby.TASHKEEL))
    assert araby.TATWEEL == "\N{ARABIC TATWEEL}"


def test_pyarabic_strips_what_marks_strips():
    assert marks(VOCALISED) == araby.strip_tashkeel(VOCALISED)
    assert marks("العـــربية") == araby.strip_tatweel("العـــربية")


@pytest.mark.parametrize(
    ("function", "text", "harm"),
    [
        (araby.normalize_ligature, "ﻷمر", "لامر"),
        (araby.normalize_alef, "على", "علا"),
        (araby.normalize_hamza, "مسؤول", "مسءول"),
        (araby.strip_diacritics, "ا\N{ARABIC HAMZA ABOVE}كد", "اكد"),
    ],
)
def test_pyarabic_functions_that_are_not_used_still_do_harm(function, text, harm):
    """If one of these is mended, the decision record wants a look."""
    assert function(text) == harm
    assert clean(text) != harm


@pytest.mark.parametrize(
    "text",
    [
        "ـ" * 50_000,
        "ـَ" * 25_000,
        "ک" * 50_000,
        "\u200f " * 25_000,
        "و " * 25_000,
        " \n" * 25_000,
        "(  " * 20_000,
        "” " * 20_000,
        "\u0651\u064e" * 25_000,
        "١٬" * 25_000,
        "ـ\u200d" * 25_000,
        "aaa" * 20_000,
    ],
)
@pytest.mark.parametrize("profile", Profile)
def test_hostile_text_ends(profile, text):
    assert len(apply(text, profile)) <= len(text)


def test_every_step_says_why():
    for name, step in STEPS.items():
        assert ">>>" in (step.__doc__ or ""), name
    assert {name for names in PROFILES.values() for name in names} == set(STEPS)
