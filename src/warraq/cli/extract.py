"""``warraq extract``: saved pages in, records out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

import click

from warraq.cli.account import Account, answers, leave
from warraq.cli.choices import (
    FAIL_ON,
    PAGE_OPTIONS,
    PATHS,
    PROFILE,
    STATEMENTS,
    Command,
    FailOn,
    options_of,
    with_options,
)
from warraq.cli.diagnostics import report
from warraq.cli.naming import check_names
from warraq.cli.output import Output, ToFile, ToFolder, ToParquet, ToStream, check_place, is_folder
from warraq.errors import UsageError
from warraq.model import ANSWERS, Article, Format, Rejected
from warraq.report.summary import Summary
from warraq.write import WRITERS

_BY_ENDING = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".csv": "csv",
    ".jsonld": "schema-org",
    ".parquet": "parquet",
}
_OFFICE = frozenset((".xlsx", ".xls", ".ods", ".docx", ".doc", ".odt", ".pdf", ".rtf"))
"""Endings of files that another program would find broken, whatever of ours is in them."""

_DATA = frozenset(("json", "jsonl", "csv", "schema-org", "parquet"))

Answer = Article | Rejected


@click.command("extract", cls=Command)
@with_options(
    PATHS,
    click.option(
        "-o",
        "--output",
        metavar="FILE|FOLDER/",
        help="Write to one file (NAME.jsonl, NAME.csv, NAME.md ...), or, for a folder that exists or a name that ends "
        "in a slash, one file a page. Default: standard output.",
    ),
    click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice([*WRITERS]),
        help="How to write. Default: by the ending of -o, else json; several pages in one stream as JSON Lines.",
    ),
    PROFILE,
    click.option("--explain", is_flag=True, help="Add to each record why every block was kept or dropped."),
    STATEMENTS,
    click.option("--with-rejected", is_flag=True, help="Put the records of rejected pages into the output too."),
    FAIL_ON,
    click.option("--summary", is_flag=True, help="At the end, count articles, rejections and flags on standard error."),
    click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Worker processes."),
    *PAGE_OPTIONS,
)
def command(paths: tuple[str, ...], **chosen: Any) -> None:
    """Turn saved pages into clean records.

    PATH is a file, a folder with all that is in it, or - for standard input. One page is written as JSON, several as
    JSON Lines (one record a line). A page that is no article is named on standard error with the reason.

    \b
    Examples:
      warraq extract page.html                        one page as JSON
      warraq extract page.html --format text          only what a reader reads
      warraq extract pages/ -o articles.jsonl         a folder, one record a line
      warraq extract pages/ -o clean/ --format markdown   a file a page
      cat page.html | warraq extract - | jq .headline
      warraq extract archive.warc.gz --jobs 4 -o articles.csv --summary

    \b
    Exit codes: 0 every page was read, 1 some input could not be read,
    2 wrong usage, 3 no input found or no article, 130 interrupted.
    """
    paths = tuple(dict.fromkeys(paths))
    output = None if chosen["output"] == "-" else chosen["output"]
    if output is not None:
        check_place(output, paths)
    form = _form(output, chosen["form"])
    if form.name == "parquet" and (output is None or is_folder(output)):
        raise UsageError("--format parquet needs -o NAME.parquet; for folders of many pages use warraq batch")
    _check_place_for(form, explain=chosen["explain"], rejected=chosen["with_rejected"])
    if output is not None and is_folder(output):
        check_names(paths, output, form.suffix)
    stream = _without(output, answers(paths, options_of(chosen), jobs=chosen["jobs"]))
    ready = list(islice(stream, 2))  # whether there are several pages decides between JSON and JSON Lines
    with _open(output, form, paths, several=len(ready) > 1) as out:
        account, summary = _write(chain(ready, stream), out, with_rejected=chosen["with_rejected"])
    if chosen["summary"]:
        click.echo(summary.text(), err=True)
    leave(account, paths, FailOn(chosen["fail_on"]))


def _write(stream: Iterable[Answer], out: Output, *, with_rejected: bool) -> tuple[Account, Summary]:
    account, summary = Account(), Summary()
    for answer in stream:
        account.add(answer)
        summary.add(answer)
        if isinstance(answer, Rejected):
            report(answer)
        if with_rejected or isinstance(answer, Article):
            out.add(answer)
        elif answer.reason in ANSWERS:
            out.pass_over()
    return account, summary


def _form(output: str | None, name: str | None) -> Format:
    """The format asked for, or told by the ending of -o; JSON where neither says.

    Raises:
        UsageError: the two contradict each other, or the ending is that of no format here.
    """
    told = None
    if output is not None and not is_folder(output):
        ending = os.path.splitext(output)[1].lower()
        told = _BY_ENDING.get(ending)
        if told is None and ending and (name is None or ending in _OFFICE):
            raise UsageError(
                f"-o {output}: no format has the ending {ending}; write NAME.csv (opens in Excel), NAME.jsonl, NAME.md "
                "or NAME.txt" + ("" if ending in _OFFICE else ", or say --format")
            )
    if told is None or name is None:
        return WRITERS[name or told or "json"]
    if told != name and (told in _DATA or name in _DATA) and (told, name) != ("jsonl", "json"):
        raise UsageError(f"-o {output} says {told} and --format {name}; drop one of them")
    return WRITERS["jsonl" if told == "jsonl" else name]


def _check_place_for(form: Format, *, explain: bool, rejected: bool) -> None:
    """Make sure that what was asked for has a place in the format.

    Raises:
        UsageError: it has none.
    """
    if explain and form.name not in ("json", "jsonl"):
        raise UsageError(f"--explain has no place in {form.name}; use --format json or jsonl, or warraq inspect")
    if rejected and form.name in ("schema-org", "parquet"):
        raise UsageError(f"--with-rejected has no place in {form.name}; use another format")


def _open(output: str | None, form: Format, paths: Sequence[str], *, several: bool) -> Output:
    """Where the answers go.

    Raises:
        UsageError: several pages for a file that holds one.
    """
    if output is not None and is_folder(output):
        return ToFolder(output, form, paths)
    if output is not None and form.name == "parquet":
        return ToParquet(output)
    if form is WRITERS["json"] and several:
        if output is not None and output.lower().endswith(".json"):
            raise UsageError(f"-o {output} holds one page and there are several; write NAME.jsonl or FOLDER/")
        form = WRITERS["jsonl"]
    return ToStream(form) if output is None else ToFile(output, form)


def _without(output: str | None, stream: Iterable[Answer]) -> Iterator[Answer]:
    """The answers without those of the output file itself, written by an earlier run into the folder now read."""
    own = os.path.realpath(output) if output is not None else None
    for answer in stream:
        path = answer.source.origin.path
        if own is None or path is None or os.path.realpath(path) != own:
            yield answer
