"""The credit that ends a caption: what is split off, and what stays the caption's."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.attribute.captions import caption_credit, credited
from warraq.attribute.photos import PhotoEntry, PhotoWord
from warraq.lexicon import load
from warraq.model import Role

CASES = json.loads((Path(__file__).parents[2] / "cases" / "captions.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_credit_is_split_from_its_caption(case):
    parts = caption_credit(case["text"])
    if case["credit"] is None:
        assert parts is None
        return
    assert parts is not None
    assert parts.kind is Role.PHOTO
    assert parts.end == len(case["text"])
    assert (case["text"][: parts.start].rstrip(" -|") or None) == case["caption"]
    assert credited(parts) == case["credit"]


def test_the_sites_own_name_is_a_credit():
    assert caption_credit("رصيف الميناء - مرآة الجنوب") is None
    parts = caption_credit("رصيف الميناء - مرآة الجنوب", ["مرآة الجنوب"])
    assert parts is not None
    assert parts.outlets == ("مرآة الجنوب",)


@pytest.mark.parametrize("entry", load("photo_words", PhotoEntry), ids=lambda entry: entry.example)
def test_the_example_of_every_photo_word_is_told(entry):
    parts = caption_credit(entry.example)
    assert parts is not None
    assert (parts.start > 0) == (entry.kind not in (PhotoWord.SOURCE, PhotoWord.PICTURE))


@given(st.text(alphabet="تصوير: صدر الصورة،()[]©/-.|\n أرشيف رويترز AFPab 12", max_size=120))
def test_any_caption_is_read_within_its_bounds(text):
    parts = caption_credit(text)
    if parts is not None:
        assert 0 <= parts.start < parts.end <= len(text)
        assert credited(parts)
