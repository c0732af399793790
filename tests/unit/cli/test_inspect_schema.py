from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_inspect_shows_both_sides(warraq: Run, pages: Path) -> None:
    result = warraq("inspect", pages / "a.html", "--width", "120")
    assert result.exit_code == 0
    assert "headline: سد الوادي الأول" in result.stdout
    dropped = [line for line in result.stdout.split("\n") if "جميع الحقوق محفوظة" in line]
    assert dropped
    assert dropped[0].startswith(" " * 58 + " | ")


def test_inspect_of_a_page_that_is_no_article_says_why(warraq: Run, home: Path) -> None:
    result = warraq("inspect", home)
    assert result.exit_code == 3
    assert "not_an_article" in result.stdout


def test_inspect_of_a_missing_page(warraq: Run, tmp_path: Path) -> None:
    result = warraq("inspect", tmp_path / "no.html")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "not_found" in result.stderr


def test_inspect_into_a_pipe_shows_whole_texts(warraq: Run, pages: Path) -> None:
    text = " ".join(warraq("inspect", pages / "a.html", "--width", "60").stdout.split())
    assert "الغزيرة" in text
    assert "الصباح." in text
    assert "…" not in text


def test_schema_is_the_one_of_the_package(warraq: Run) -> None:
    result = warraq("schema")
    packaged = (files("warraq") / "data" / "article.schema.json").read_text("utf-8")
    assert json.loads(result.stdout) == json.loads(packaged)
