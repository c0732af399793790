"""What import-linter cannot see: the rooms are all there, and functions stay short."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import warraq

SOURCE = Path(warraq.__file__).parent
ROOMS = [
    "__init__", "model", "errors", "letters", "lexicon", "arabic", "read", "decode", "parse", "describe", "locate",
    "strip", "segment", "attribute", "judge", "pipeline", "learn", "write", "batch", "adapters", "report", "cli",
]  # fmt: skip
INNER = [
    "arabic/normalize", "arabic/dates", "arabic/language", "read/files", "read/mhtml", "read/webarchive", "read/warc",
    "read/archives", "describe/jsonld", "describe/tags", "describe/visible", "locate/rescue", "attribute/lines",
    "attribute/speech", "write/json", "write/jsonl", "write/csv", "write/markdown", "write/text", "write/schema_org",
    "batch/runner", "batch/manifest", "batch/dedupe", "write/parquet", "adapters/dask", "report/inspect",
    "report/summary", "report/progress", "report/status",
]  # fmt: skip
DATA = [
    "data/lexicons",
    "data/themes",
    "data/article.schema.json",
    "data/sites",
]
LONGEST = 60


@pytest.mark.parametrize("name", ROOMS + INNER)
def test_the_room_exists(name: str) -> None:
    place = SOURCE / name
    assert place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


@pytest.mark.parametrize("name", DATA)
def test_the_data_exist(name: str) -> None:
    assert (SOURCE / name).exists()


def test_there_is_no_room_that_the_architecture_does_not_name() -> None:
    found = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert found - set(ROOMS) == {"__main__", "_version"}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_function_is_too_long(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {
        f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno and f.end_lineno - f.lineno >= LONGEST
    }
    assert long == {}
