"""Every composed page against its hand-written truth: each key that the truth has, exactly."""

from __future__ import annotations

import tomllib
from importlib.util import find_spec
from pathlib import Path

import composed
import pytest

CASES = list(composed.cases())
KNOWN = {
    entry["path"]: entry["why"]
    for entry in tomllib.loads((Path(__file__).parent / "known_failures.toml").read_text("utf-8")).get("page", [])
}


def _marked(case: composed.Case) -> object:
    why = KNOWN.get(case.name)
    marks = [pytest.mark.xfail(strict=True, reason=why)] if why else []
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.skipif(find_spec("warraq.pipeline") is None, reason="no pipeline yet")
@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_page(case: composed.Case) -> None:
    found = composed.judge(case, composed.run(case))
    report = "\n".join(f"{key}:\n" + "\n".join(f"    {line}" for line in lines) for key, lines in found.items())
    assert not found, f"{case.about.get('trap', case.name)}\n{report}"


def test_known_failures_exist() -> None:
    assert set(KNOWN) <= {case.name for case in CASES}


def test_pages_say_what_they_are_for() -> None:
    for case in CASES:
        if case.name.startswith("tests/"):
            assert {"layout", "trap", "why"} <= set(case.about), case.name
