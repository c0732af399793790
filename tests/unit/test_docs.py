"""Documents name what the code has."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from warraq import errors
from warraq.cli import COMMANDS
from warraq.errors import WarraqError
from warraq.model import Origin, RawPage, Reason, Source
from warraq.pipeline import extract_page
from warraq.write import WRITERS
from warraq.write.record import to_record

ROOT = Path(__file__).resolve().parent.parent.parent


def _read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_documented(reason: Reason) -> None:
    assert f"| `{reason.value}` |" in _read("docs/errors.md")


def test_every_error_is_documented_with_its_code() -> None:
    text = _read("docs/errors.md")
    for error in vars(errors).values():
        if isinstance(error, type) and issubclass(error, WarraqError):
            assert f"| `{error.__name__}` | {error.exit_code} |" in text


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"warraq {name}" in _read("README.md")


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_is_in_the_readme(name: str) -> None:
    assert f"`{name}`" in _read("README.md")


def test_the_readme_begins_with_the_two_commands() -> None:
    text = _read("README.md")
    assert text.index("make run") < text.index("make test") < text.index("warraq extract page.html")


def test_make_run_shows_the_samples_to_a_person_and_the_readme_says_what_it_needs() -> None:
    recipe = _read("Makefile").partition("\nrun:")[2].partition("\n\n")[0]
    assert "warraq extract samples --format text --summary" in recipe
    for path in re.findall(r"samples/[\w/.-]+", recipe):
        assert (ROOT / path).exists()
    start = _read("README.md").partition("## Start")[2].partition("\n## ")[0]
    assert "needs the network once" in start


def test_ci_runs_the_test_command_of_the_readme_first() -> None:
    commands = [line for line in _read(".ci/run").split("\n") if line.startswith("make ")]
    assert commands[0] == "make test"
    assert commands[1] == "make check"


def _holds(shown: object, found: object) -> bool:
    """Whether what the README shows is in the record; "..." stands for what it leaves out."""
    if isinstance(shown, dict) and isinstance(found, dict):
        return all(key == "..." or (key in found and _holds(value, found[key])) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(found, list):
        return len(shown) == len(found) and all(map(_holds, shown, found))
    return shown == found


def test_the_example_of_the_readme_is_true() -> None:
    page, record = (re.search(f"```{kind}\n(.*?)```", _read("README.md"), re.DOTALL) for kind in ("html", "json"))
    assert page is not None
    assert record is not None
    source = Source(Origin("page.html"), media_type="text/html")
    found = to_record(extract_page(RawPage(source, page[1].encode())))
    assert _holds(json.loads(record[1]), found), json.dumps(found, ensure_ascii=False)


def test_adding_names_files_that_exist() -> None:
    named = set(re.findall(r"`([a-z_]+\.toml)`", _read("docs/adding.md")))
    lexicons = {path.name for path in (ROOT / "src/warraq/data/lexicons").iterdir()}
    assert named - {"about.toml"} <= lexicons
