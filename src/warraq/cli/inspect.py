"""``warraq inspect``: one page seen from inside."""

from __future__ import annotations

import shutil
from typing import Any

import click

from warraq.cli.account import Account, answers, leave
from warraq.cli.choices import PAGE_OPTIONS, options_of, with_options
from warraq.report.inspect import inspect


@click.command("inspect")
@with_options(
    click.argument("path", type=click.Path(allow_dash=True)),
    click.option("--width", type=click.IntRange(min=40), help="Columns to use. Default: those of the terminal."),
    *PAGE_OPTIONS,
)
def command(path: str, width: int | None, **chosen: Any) -> None:
    """Show what is kept and what is dropped of a page, side by side, and why.

    Below, for every field, what the page says of it and where.

    \b
    Examples:
      warraq inspect page.html
      warraq inspect page.html | less
    """
    columns = width or shutil.get_terminal_size().columns
    account = Account()
    for answer in answers([path], options_of({**chosen, "explain": True})):
        if account.pages:
            click.echo("\f")
        account.add(answer)
        click.echo(inspect(answer, width=columns))
    leave(account, [path])
