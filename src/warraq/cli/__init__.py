"""The command line: one module a command, loaded only when the command is used.

``COMMANDS`` names the module and one line of help for each, so that ``warraq --help`` and ``--version`` import
nothing but click. ``warraq.cli.ending`` holds the exit codes, the same for every command.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any, NamedTuple

import click

from warraq._version import __version__
from warraq.cli.ending import ends_well, speak_utf8


class Entry(NamedTuple):
    """One command.

    Attributes:
        module: holds the click command under the name ``command``.
        help: what ``warraq --help`` says of it.
    """

    module: str
    help: str


COMMANDS: Mapping[str, Entry] = MappingProxyType(
    {
        "extract": Entry("warraq.cli.extract", "Turn saved pages into clean records: JSON, Markdown, text or CSV."),
        "batch": Entry("warraq.cli.batch", "Clean folders, archives and WARCs overnight; every page accounted for."),
        "status": Entry("warraq.cli.status", "Show what a batch came to, what failed, and what to do."),
        "statements": Entry("warraq.cli.statements", "Who said what: list the reported speech of saved pages."),
        "byline": Entry("warraq.cli.byline", "Split byline lines into persons, places and outlets."),
        "date": Entry("warraq.cli.date", "Say which date a string states, in any month names, Hijri too."),
        "normalize": Entry("warraq.cli.normalize", "Clean an Arabic text, letters untouched."),
        "inspect": Entry("warraq.cli.inspect", "Show what is kept and what is dropped of one page, and why."),
        "schema": Entry("warraq.cli.schema", "Print the JSON Schema of the records."),
    }
)

EXIT_CODES = """\b
Exit codes, the same for every command:
  0    every page was read ("not an article" is an answer)
  1    some input could not be read or processed
  2    wrong usage
  3    no input found, or not one article came out
  130  interrupted
"""


class LazyGroup(click.Group):
    """A group that imports the module of a command when the command is asked for."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments name.

        Raises:
            click.UsageError: there is none; with the one that was meant, as far as can be told.
        """
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            raise click.UsageError(f"No such command {name!r}. {_meant(name, self.list_commands(ctx))}", ctx)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table, without those whose module is not installed."""
        return [name for name, entry in COMMANDS.items() if find_spec(entry.module)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None for a name that is none, which click reports with the names that are."""
        entry = COMMANDS.get(cmd_name)
        if entry is None or not find_spec(entry.module):
            return None
        command: click.Command = import_module(entry.module).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].help) for name in self.list_commands(ctx)])

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line and leave with its exit code."""
        speak_utf8()
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; click itself shows wrong usage and leaves with code 2."""
        with ends_well():
            return super().invoke(ctx)


def _meant(name: str, known: Sequence[str]) -> str:
    """What may have been meant by a name that is no command."""
    if os.path.exists(name):
        return f"Did you mean: warraq extract {name}"
    close = get_close_matches(name, known, n=1)
    return f"Did you mean {close[0]!r}?" if close else f"Known are {', '.join(known)}."


@click.group("warraq", cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="warraq", message="%(prog)s %(version)s")
def main() -> None:
    """Turn saved Arabic news pages into clean records, offline.

    warraq reads pages as you saved them (HTML, plain text, MHTML, archives), takes away the site's furniture (menus,
    related links, share buttons), and writes the article: headline, text, who wrote it, when, and who said what.

    \b
    Start here:
      warraq extract page.html                 one page, as JSON on the screen
      warraq extract folder/ -o articles.jsonl  a folder of pages, one line each
      warraq batch archive/ -o clean           archives overnight, every page accounted for
      warraq inspect page.html                 why something was kept or dropped
    """
