"""``warraq status``: what a batch came to."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

import click

from warraq.batch.account import account
from warraq.batch.manifest import Manifest
from warraq.batch.run import at_work
from warraq.cli import batch
from warraq.cli.choices import Command, FailOn, with_options
from warraq.cli.diagnostics import printable
from warraq.model import Reason
from warraq.report import status


@click.command("status", cls=Command)
@with_options(
    click.argument("output", metavar="OUT", type=click.Path()),
    click.option("--errors", is_flag=True, help="List the pages that could not be read or processed, and what to do."),
    click.option("--all", "everything", is_flag=True, help="With --errors: also those that are no article."),
    click.option(
        "--retry",
        metavar="REASON",
        type=click.Choice([reason.value for reason in Reason]),
        multiple=True,
        help="Do again what was rejected for this reason: the same as warraq batch --resume --retry REASON -o OUT.",
    ),
)
def command(output: str, errors: bool, everything: bool, retry: tuple[str, ...]) -> None:
    """Print the account of a batch: OUT is the folder that was -o of warraq batch.

    \b
    Examples:
      warraq status clean
      warraq status clean --errors
      warraq status clean --retry timeout
      sqlite3 clean/manifest.sqlite 'SELECT * FROM account WHERE seconds > 1'

    \b
    Exit codes: those of the batch: 0 every page was read, 1 some input could
    not be read or processed, 3 no article; 2 wrong usage. Also 1 while a run
    is at work, and when the last one did not come to its end.
    """
    context = click.get_current_context()
    if retry:
        _again(output, retry)
    manifest = Manifest(Path(output), read_only=True)
    try:
        with manifest.said():
            found = account(manifest)
            if at_work(Path(output)):
                click.echo(f"a run is at work: {found.pages} pages so far, {found.articles} of them articles")
                context.exit(1)
            click.echo(status.text(found, output))
            if errors or everything:
                _list(manifest, output, everything=everything)
    finally:
        manifest.close()
    context.exit(batch.exit_code(found, FailOn.ERROR))


def _list(manifest: Manifest, output: str, *, everything: bool) -> None:
    """Print failures by reason."""
    for reason, group in groupby(status.failures(manifest, answers=everything), lambda failure: failure.reason):
        click.echo(f"\n{reason.value}: {status.advice(reason, output)}")
        for failure in group:
            click.echo(f"  {printable(failure.where)}: {printable(failure.detail)}")


def _again(output: str, retry: tuple[str, ...]) -> None:
    """Go on with the batch, as ``warraq batch`` would."""
    arguments: list[str] = ["--resume", "-o", output]
    for reason in retry:
        arguments += ["--retry", reason]
    context: Any = batch.command.make_context("warraq batch", arguments, parent=click.get_current_context())
    with context:
        batch.command.invoke(context)
