from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from warraq import __version__
from warraq.cli import COMMANDS, Entry, main

Run = Callable[..., Result]


def _loaded_by(*args: str) -> set[str]:
    code = (
        "import sys\nfrom warraq.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_nothing_but_click(option: str) -> None:
    loaded = _loaded_by(option)
    assert "click" in loaded
    warraq = {name for name in loaded if name.startswith("warraq")}
    assert warraq <= {
        "warraq",
        "warraq._version",
        "warraq.cli",
        "warraq.cli.ending",
        "warraq.cli.diagnostics",
        "warraq.errors",
    }
    assert not loaded & {"lxml", "trafilatura", "bs4", "pyarabic", "hijridate"}


def test_version(warraq: Run) -> None:
    assert warraq("--version").stdout == f"warraq {__version__}\n"


def test_help_lists_every_command_of_the_table(warraq: Run) -> None:
    text = warraq("--help").stdout
    for name in main.list_commands(click.Context(main)):
        assert f"  {name} " in text
        assert COMMANDS[name].help.split(" ")[0] in text


@pytest.mark.parametrize(
    ("name", "told"),
    [("exract", "Did you mean 'extract'?"), ("xyz", "Known are extract,"), ("page.html", "warraq extract page.html")],
)
def test_a_wrong_command_is_answered_with_the_one_that_was_meant(
    warraq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").touch()
    result = warraq(name)
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_help_has_no_marks_of_its_own_layout(warraq: Run, name: str) -> None:
    assert "\\b" not in warraq(name, "--help").stdout


@pytest.mark.parametrize("name", ["extract", "statements", "inspect"])
def test_without_a_path_it_is_said_what_to_give(warraq: Run, name: str) -> None:
    result = warraq(name)
    assert result.exit_code == 2
    assert "give a file or folder, or - for standard input" in result.stderr


@pytest.mark.parametrize("name", ["extract", "statements", "inspect"])
def test_the_limits_stand_apart_at_the_end_of_the_help(warraq: Run, name: str) -> None:
    usual, _, limits = warraq(name, "--help").stdout.partition("Limits (rarely needed):")
    assert "--max-" not in usual
    assert limits.count("--max-") == 8


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_every_command_explains_itself_with_an_example(warraq: Run, name: str) -> None:
    result = warraq(name, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"warraq {name}" in result.stdout.partition("Example")[2]


def test_a_command_that_is_missing_does_not_break_the_others(warraq: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    table = {**COMMANDS, "missing": Entry("warraq.cli.no_such_module", "Nothing.")}
    monkeypatch.setattr("warraq.cli.COMMANDS", table)
    assert "missing" not in warraq("--help").stdout
    assert warraq("schema").exit_code == 0
    result = warraq("missing")
    assert result.exit_code == 2
    assert "No such command 'missing'" in result.stderr


def test_an_unknown_command_is_wrong_usage(warraq: Run) -> None:
    assert warraq("extrakt").exit_code == 2


def test_without_a_command_the_help_is_shown(warraq: Run) -> None:
    result = warraq()
    assert "Commands:" in result.output


def test_commands_are_click_commands() -> None:
    context = click.Context(main)
    for name in main.list_commands(context):
        assert isinstance(main.get_command(context, name), click.Command)
