"""The lines of ``tests/cases/bylines.json``: attribution lines of every shape, and lines that are none."""

import json
from pathlib import Path

import pytest

from warraq.attribute.lines import line_role

CASES = json.loads((Path(__file__).parents[2] / "cases" / "bylines.json").read_text("utf-8"))
WHERE = {
    "headline": {"near_headline": True, "near_end": False},
    "end": {"near_headline": False, "near_end": True},
    "both": {"near_headline": True, "near_end": True},
    "caption": {"near_headline": False, "near_end": False, "in_caption": True},
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_line_is_told_and_read(case):
    parts = line_role(case["text"], **WHERE[case["where"]])
    if case["kind"] is None:
        assert parts is None
        return
    assert parts is not None
    assert parts.kind.value == case["kind"]
    assert list(parts.names) == case["names"]
    assert list(parts.places) == case["places"]
    assert list(parts.outlets) == case["outlets"]
    assert (parts.role.value if parts.role else None) == case["role"]


HOUSE = json.loads((Path(__file__).parents[2] / "cases" / "house_lines.json").read_text("utf-8"))


@pytest.mark.parametrize("case", HOUSE, ids=lambda case: case["text"])
def test_a_line_of_a_paper_or_place_in_no_gazetteer_is_told_below_the_headline(case):
    parts = line_role(case["text"], near_headline=True, near_end=False, own=case["own"])
    if case["kind"] is None:
        assert parts is None
        return
    assert parts is not None
    assert parts.text == case.get("told", case["text"])
    assert parts.kind.value == case["kind"]
    assert (list(parts.names), list(parts.places), list(parts.outlets)) == (
        case["names"],
        case["places"],
        case["outlets"],
    )


def test_nothing_unknown_is_taken_for_a_place_where_the_caller_says_so_or_at_the_end():
    text = "المغارة - نبيل الكيلاني"
    assert line_role(text, near_headline=True, near_end=False, local_names=False) is None
    assert line_role(text, near_headline=False, near_end=True) is None
