from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "benchmarks" / "gate.py"


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("warraq_gate", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_floors_hold_upwards_and_downwards(gate: ModuleType) -> None:
    floors = gate.Floors({"f1": 0.9}, {"leaks": 3})
    assert floors.holds(gate.Figure("f1", 0.9))
    assert not floors.holds(gate.Figure("f1", 0.899))
    assert floors.holds(gate.Figure("leaks", 3, lower=True))
    assert not floors.holds(gate.Figure("leaks", 4, lower=True))
    assert floors.holds(gate.Figure("other", 0.0))


def test_a_figure_that_cannot_be_computed_is_under_its_floor(gate: ModuleType) -> None:
    assert not gate.Floors({"f1": 0.9}, {}).holds(gate.Figure("f1", float("nan")))


def test_an_update_raises_and_never_lowers(gate: ModuleType) -> None:
    floors = gate.Floors({"up": 0.5, "down": 0.9, "nan": 0.1}, {"fewer": 5, "more": 1})
    raised = floors.raised(
        [
            gate.Figure("up", 0.87654),
            gate.Figure("down", 0.4),
            gate.Figure("nan", float("nan")),
            gate.Figure("new", 3),
            gate.Figure("fewer", 2, lower=True),
            gate.Figure("more", 9, lower=True),
        ]
    )
    assert raised.at_least == {"up": 0.876, "down": 0.9, "nan": 0.1, "new": 3.0}
    assert raised.at_most == {"fewer": 2, "more": 1}


def test_the_lines_of_the_statement_scorer_are_read(gate: ModuleType) -> None:
    printed = (
        "statements gold 214 predicted 205  precision 0.913  recall 0.861  F1 0.886\n"
        "quoted (direct or mixed) recall 0.930 of 71\n"
        "source exact 0.811  half right 0.902 of 180; no source printed, none given 0.800 of 20\n"
        "type right 0.930   content start exact nan of 0\n"
    )
    assert [(label.strip(), value, of) for label, value, of in gate.FIGURE.findall(printed)] == [
        ("precision", "0.913", ""),
        ("recall", "0.861", ""),
        ("F1", "0.886", ""),
        ("quoted (direct or mixed) recall", "0.930", "71"),
        ("source exact", "0.811", ""),
        ("half right", "0.902", "180"),
        ("no source printed, none given", "0.800", "20"),
        ("type right", "0.930", ""),
        ("content start exact", "nan", "0"),
    ]


def test_without_the_material_nothing_is_measured(
    gate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "SHARED", tmp_path / "shared")
    monkeypatch.setattr(sys, "argv", ["gate.py"])
    assert gate.main() == 0
    assert "nothing is measured" in capsys.readouterr().out
