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
