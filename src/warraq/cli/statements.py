"""``warraq statements``: who said what."""

from __future__ import annotations

import json
import shutil
from typing import Any

import click

from warraq.cli.account import Account, answers, leave
from warraq.cli.choices import FAIL_ON, PAGE_OPTIONS, PATHS, WIDE, WIDTH, Command, FailOn, options_of, with_options
from warraq.cli.diagnostics import complain, name_of, report
from warraq.model import Article
from warraq.report.statements import Said, said_in, table
from warraq.write.csv import row
from warraq.write.jsonl import escape_breaks


@click.command("statements", cls=Command)
@with_options(
    PATHS,
    click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(["table", "jsonl", "csv"]),
        default="table",
        show_default=True,
        help="A table for reading, or one statement a line for other programs.",
    ),
    click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Worker processes."),
    WIDTH,
    FAIL_ON,
    *PAGE_OPTIONS,
)
def command(paths: tuple[str, ...], form: str, jobs: int, width: int | None, **chosen: Any) -> None:
    """List who said what in saved pages: article, source, type, cue, quote.

    A source that is not named where it speaks ("and he added") is given by the name it goes back to.

    \b
    Examples:
      warraq statements page.html
      warraq statements page.html --width 160
      warraq statements pages/ --format csv > who-said-what.csv
    """
    paths = tuple(dict.fromkeys(paths))
    account = Account()
    shown = False
    for answer in answers(paths, options_of({**chosen, "statements": True}), jobs=jobs):
        account.add(answer)
        if not isinstance(answer, Article):
            report(answer)
            continue
        rows = list(said_in(answer))
        if not rows:
            complain(f"no statement found in {name_of(answer.source.origin)}")
            continue
        click.echo(_written(rows, form, width or shutil.get_terminal_size((WIDE, 24)).columns, first=not shown))
        shown = True
    leave(account, paths, FailOn(chosen["fail_on"]))


def _written(rows: list[Said], form: str, width: int, *, first: bool) -> str:
    """The rows of one article in a format; the first ones with what begins the output."""
    if form == "jsonl":
        return "\n".join(escape_breaks(json.dumps(said._asdict(), ensure_ascii=False)) for said in rows)
    if form == "csv":
        header = ["\ufeff" + row(Said._fields)] if first else []
        return "\n".join(header + [row([str(cell) for cell in said]) for said in rows])
    return ("" if first else "\n") + table(rows, width=width)
