"""Options that several commands share, and what they become: ``Options`` for the pipeline."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

import click

from warraq.model import Limits, Options, Profile

F = TypeVar("F", bound=Callable[..., Any])

_UNITS = {"": 1, "K": 2**10, "M": 2**20, "G": 2**30, "T": 2**40}
_SIZE = re.compile(r"([0-9]{1,15})(?:\.([0-9]{1,3}))?\s?([KMGT]?)(?:i?B)?", re.IGNORECASE)


class FailOn(StrEnum):
    """Which pages make the exit code 1."""

    ERROR = "error"
    ANY = "any"
    NEVER = "never"


def size(text: str) -> int:
    """Read a number of bytes, with K, M or G for the powers of 1024.

    >>> size("1.5M"), size("300")
    (1572864, 300)
    """
    match = _SIZE.fullmatch(str(text).strip())
    if match is None:
        raise click.BadParameter(f"{text!r} is no size; write for example 500K, 64M or 2G")
    return int(float(f"{match[1]}.{match[2] or 0}") * _UNITS[match[3].upper()])


_LIMITS = Limits()


def _limit(name: str, field: str, kind: Any, text: str) -> Callable[[F], F]:
    default = getattr(_LIMITS, field)
    if kind is not size:
        return click.option(name, field, type=kind, default=default, show_default=True, help=text)
    shown = f"{default / 2**30:g}G" if default >= 2**30 else f"{default / 2**20:g}M"
    return click.option(name, field, type=kind, default=shown, show_default=True, help=text)


LIMIT_OPTIONS = (
    _limit("--max-page-size", "page_bytes", size, "Largest single page."),
    _limit("--max-page-text", "text_chars", click.IntRange(min=1), "Most characters of text taken from one page."),
    _limit("--max-members", "members", click.IntRange(min=1), "Most pages read from one archive."),
    _limit("--max-unpacked-size", "unpacked_bytes", size, "Most that one archive may unpack to."),
    _limit("--max-ratio", "ratio", click.IntRange(min=1), "How many times its size an archive may unpack to."),
    _limit("--max-depth", "depth", click.IntRange(min=0), "Archives inside archives that are opened."),
    _limit("--max-seconds", "page_seconds", click.FloatRange(min=0), "Time for one page; 0 for no limit."),
    _limit("--max-tree-depth", "tree_depth", click.IntRange(min=1), "Elements inside elements followed in a page."),
)
PAGE_OPTIONS = (
    click.option(
        "--html-field",
        default=Options().html_field,
        show_default=True,
        help="For files with one JSON object a line: its field that holds the page.",
    ),
    click.option(
        "--rescue/--no-rescue",
        default=True,
        help="Whether to ask a second extractor (trafilatura) where warraq is unsure. Default: yes.",
    ),
    *LIMIT_OPTIONS,
)
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice([choice.value for choice in FailOn], case_sensitive=False),
    default=FailOn.ERROR.value,
    show_default=True,
    help="What makes the exit code 1: an input that could not be read (error), also a page that is no article (any), "
    "or nothing (never: the code is then 0).",
)
STATEMENTS = click.option(
    "--statements/--no-statements", default=True, help="Whether to look for who said what. Default: yes."
)
PROFILE = click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile], case_sensitive=False),
    default=Profile.CLEAN.value,
    show_default=True,
    help="How far texts are normalized. clean: every letter and mark stays; nlp: no marks, one form of digits and "
    "quotes (١٢ becomes 12); search: letters folded as well (إلى becomes الي).",
)


def _given(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """What was given as PATH.

    Raises:
        click.UsageError: nothing.
    """
    if not value and not ctx.resilient_parsing:
        raise click.UsageError("Missing argument 'PATH': give a file or folder, or - for standard input", ctx)
    return value


PATHS = click.argument(
    "paths", metavar="PATH...", nargs=-1, required=False, type=click.Path(allow_dash=True), callback=_given
)
PATH = click.argument("path", metavar="PATH", required=False, type=click.Path(allow_dash=True), callback=_given)
WIDE = 100
"""Columns where there is no terminal to ask."""

WIDTH = click.option("--width", type=click.IntRange(min=40), help="Columns to use. Default: those of the terminal.")


class Command(click.Command):
    """A command that lists the limits apart from its other options, at the end."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the limits."""
        usual: list[tuple[str, str]] = []
        limits: list[tuple[str, str]] = []
        for parameter in self.get_params(ctx):
            line = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if line is not None:
                (limits if parameter.name in Limits.__slots__ else usual).append(line)
        for title, lines in (("Options", usual), ("Limits (rarely needed)", limits)):
            if lines:
                with formatter.section(title):
                    formatter.write_dl(lines)


def with_options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Put several click options onto a command, shown in this order."""

    def decorate(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


def options_of(chosen: Mapping[str, Any]) -> Options:
    """Make the pipeline's options of what was chosen on the command line; what a command lacks has its default."""
    defaults = Options()
    limits = Limits(**{name: chosen.get(name, getattr(_LIMITS, name)) for name in Limits.__slots__})
    return Options(
        profile=Profile(chosen.get("profile", defaults.profile)),
        statements=chosen.get("statements", defaults.statements),
        rescue=chosen.get("rescue", defaults.rescue),
        explain=chosen.get("explain", defaults.explain),
        html_field=chosen.get("html_field", defaults.html_field),
        limits=limits,
    )
