"""``warraq inspect``: one page seen from inside."""

from __future__ import annotations

import shutil
import sys
from typing import Any

import click

from warraq.cli.account import Account, answers, leave
from warraq.cli.choices import PAGE_OPTIONS, PATH, WIDE, WIDTH, Command, options_of, with_options
from warraq.cli.diagnostics import report
from warraq.model import ANSWERS, Rejected
from warraq.report.inspect import inspect


@click.command("inspect", cls=Command)
@with_options(
    PATH,
    WIDTH,
    click.option(
        "--whole",
        is_flag=True,
        help="Show every text whole, in several lines. The default where nobody looks on: | less.",
    ),
    click.option("--rules", is_flag=True, help="Name with each reason the rule or the word list's entry that decided."),
    *PAGE_OPTIONS,
)
def command(path: str, width: int | None, whole: bool, rules: bool, **chosen: Any) -> None:
    """Show what is kept and what is dropped of a page, side by side, and why.

    Below, for every field, what the page says of it and where.

    \b
    Examples:
      warraq inspect page.html
      warraq inspect page.html | less
      warraq inspect page.html --whole --width 160
    """
    columns = width or shutil.get_terminal_size((WIDE, 24)).columns
    whole = whole or not sys.stdout.isatty()
    account = Account()
    shown = False
    for answer in answers([path], options_of({**chosen, "explain": True})):
        account.add(answer)
        if isinstance(answer, Rejected) and answer.reason not in ANSWERS:
            report(answer)
            continue
        click.echo(("\f\n" if shown else "") + inspect(answer, width=columns, whole=whole, rules=rules))
        shown = True
    leave(account, [path])
