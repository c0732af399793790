"""``warraq batch``: folders, archives and WARCs in, articles out, overnight."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
from click.core import ParameterSource

from warraq.batch.manifest import NAME, Manifest
from warraq.batch.plan import Account, Plan, Watch
from warraq.batch.pool import Fence
from warraq.batch.rows import Run
from warraq.batch.run import run_batch
from warraq.cli.account import exit_code as code_of
from warraq.cli.choices import (
    FAIL_ON,
    PAGE_OPTIONS,
    PROFILE,
    STATEMENTS,
    Command,
    FailOn,
    options_of,
    size,
    with_options,
)
from warraq.cli.diagnostics import complain
from warraq.cli.ending import INTERRUPTED
from warraq.cli.inputs import check_spelling, given_inputs
from warraq.cli.output import check_place
from warraq.errors import UsageError, WarraqError
from warraq.model import Reason
from warraq.report import status
from warraq.report.progress import Bar, JsonLines, Lines
from warraq.write import WRITERS

T = TypeVar("T")

_ABOUT_THE_RUN = frozenset(("inputs", "output", "resume", "retry", "quiet", "log_json", "every", "fail_on", "jobs"))
"""What is said anew for each run; everything else is kept in the manifest for the runs that go on."""

_LEAST_MEMORY = 256 * 2**20
"""A worker alone takes a quarter of this before it has seen a page."""

_NAMED = 5
"""Failures that are named at the end of a run; status names all."""


@click.command("batch", cls=Command)
@with_options(
    click.argument("inputs", metavar="INPUT...", nargs=-1, type=click.Path(allow_dash=True)),
    click.option("-o", "--output", metavar="FOLDER", required=True, help="A new folder for all that comes out."),
    click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice([*WRITERS]),
        default="jsonl",
        show_default=True,
        help="jsonl, csv, parquet: many articles a file. json, markdown, text, schema-org: a file a page, in folders "
        "like those of the input.",
    ),
    click.option("--resume", is_flag=True, help="Go on: do what is new, what has changed, and what was not done."),
    click.option(
        "--retry",
        metavar="REASON",
        type=click.Choice([reason.value for reason in Reason]),
        multiple=True,
        help="With --resume: also do again what was rejected for this reason, such as timeout. May be given several "
        "times.",
    ),
    click.option("--jobs", type=click.IntRange(min=1), help="Worker processes. Default: as many as processors."),
    click.option(
        "--dedupe/--no-dedupe", help="Whether to find near duplicates too, not only equal texts. Default: no."
    ),
    click.option(
        "--threshold",
        type=click.FloatRange(0.3, 1.0),
        default=0.8,
        show_default=True,
        help="For --dedupe: the share of words in a row that near duplicates have in common.",
    ),
    click.option(
        "--drop-duplicates/--keep-duplicates",
        "drop",
        help="Whether to leave duplicates out of the output, at the end. Default: no.",
    ),
    click.option(
        "--shard-size", type=click.IntRange(min=1), default=10_000, show_default=True, help="Articles in one file."
    ),
    click.option("--max-memory", type=size, default="2G", show_default=True, help="Memory of a worker; 0: no limit."),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong with the run itself."),
    click.option("--log-json", is_flag=True, help="Tell progress and rejections as JSON, one object a line."),
    click.option(
        "--every",
        type=click.FloatRange(min=0),
        default=10.0,
        show_default=True,
        metavar="SECONDS",
        help="How often progress is told where there is no terminal.",
    ),
    PROFILE,
    click.option("--explain/--no-explain", help="Whether to add to each record why every block was kept or dropped."),
    STATEMENTS,
    FAIL_ON,
    *PAGE_OPTIONS,
)
def command(**chosen: Any) -> None:
    """Clean folders, archives and WARCs, and account for every page.

    INPUT is a file, a folder with all that is in it, or - for standard input. The output folder holds the articles,
    rejected.jsonl with each page that gave none and why, duplicates.jsonl, and manifest.sqlite, in which every page
    has a row. Killed or interrupted, a run goes on with --resume and loses nothing; INPUT and options are then
    those of the run before, as far as they are not given anew.

    \b
    Examples:
      warraq batch archive/ -o clean                  JSON Lines, as many workers as processors
      warraq batch --resume -o clean                  go on, or do what has been added since
      warraq batch 2004.zip crawl.warc.gz -o clean --format parquet
      warraq batch archive/ -o clean --format json    a file a page
      warraq batch archive/ -o clean --dedupe --drop-duplicates
      warraq status clean --errors                    what failed, and what to do

    \b
    Exit codes: 0 every page was read, 1 some input could not be read or
    processed, 2 wrong usage, 3 no input found or no article, 130 interrupted.
    """
    context = click.get_current_context()
    run(context, chosen)


def run(context: click.Context, chosen: dict[str, Any]) -> None:
    """Run a batch as chosen on the command line, and leave with its exit code."""
    runs = _runs(chosen)
    if runs:
        _take_over(context, chosen, runs)
    elif chosen["resume"] and not chosen["inputs"]:
        raise UsageError(f"{chosen['output']} holds no batch to go on with; check -o, or give INPUT to begin one")
    plan = _plan(context, chosen, runs)
    watch = _watch(chosen)
    try:
        account = run_batch(plan, watch)
    except KeyboardInterrupt:
        _end(watch, f"interrupted; what is done is kept, go on with: warraq batch --resume -o {plan.out}", INTERRUPTED)
    except WarraqError as error:
        _end(watch, str(error), error.exit_code)
    fail_on = FailOn(chosen["fail_on"])
    code = exit_code(account, fail_on)
    if isinstance(watch, JsonLines):
        watch.say("account", **asdict(account), exit_code=code)
    elif not chosen["quiet"]:
        with suppress(OSError):
            click.echo(status.text(account, plan.out), err=True)
            _name_failures(plan.out)
    if not account.pages and fail_on is not FailOn.NEVER:
        _end(watch, f"no page found in {', '.join(plan.inputs)}; give saved pages or a folder that holds some", 3)
    context.exit(code)


def _end(watch: Watch | None, message: str, code: int) -> NoReturn:
    """Say why a run ends before its end, and leave."""
    if isinstance(watch, JsonLines):
        watch.say("error", message=message, exit_code=code)
    else:
        with suppress(OSError):
            complain(message)
    sys.exit(code)


def _name_failures(out: str) -> None:
    """Name the first of what could not be read or processed, and where all of them are."""
    found = _read(Path(out), lambda manifest: [*islice(status.failures(manifest), _NAMED + 1)])
    for failure in found[:_NAMED]:
        complain(f"{failure.where}: {failure.reason.value}: {failure.detail}")
    if found:
        click.echo(f"all of them, and what to do: warraq status {out} --errors", err=True)


def exit_code(account: Account, fail_on: FailOn) -> int:
    """Return 0, 1 or 3, by what all runs of the batch came to; 1 also where the last did not come to its end."""
    if not account.ended and fail_on is not FailOn.NEVER:
        return 1
    return code_of(account.articles, account.rejected, fail_on)


def _runs(chosen: Mapping[str, Any]) -> list[Run]:
    """The runs that are to be gone on with, the last one first; none where a new output begins."""
    if not chosen["output"]:
        raise UsageError("-o is empty; name a folder")
    if chosen["retry"] and not chosen["resume"]:
        raise UsageError("--retry goes with --resume")
    folder = Path(chosen["output"])
    if not chosen["resume"] or not (folder / NAME).is_file():
        return []
    return _read(folder, Manifest.runs)


def _read(folder: Path, what: Callable[[Manifest], T]) -> T:
    """Look something up in the manifest of an output."""
    manifest = Manifest(folder, read_only=True)
    try:
        with manifest.said():
            return what(manifest)
    finally:
        manifest.close()


def _take_over(context: click.Context, chosen: dict[str, Any], runs: Sequence[Run]) -> None:
    """Take the inputs of all runs before, and the options of the last, where they are not given anew.

    Raises:
        UsageError: the inputs are relative to another folder.
    """
    for name, value in runs[0].command.items():
        if name in chosen and context.get_parameter_source(name) is not ParameterSource.COMMANDLINE:
            chosen[name] = value
    if not chosen["inputs"]:
        chosen["inputs"] = _inputs_so_far(chosen["output"], runs)


def _inputs_so_far(out: str, runs: Sequence[Run]) -> tuple[str, ...]:
    """The inputs of all runs, the first run's first, but for standard input and for what never was there.

    Raises:
        UsageError: they are relative to another folder, or there are none.
    """
    given = dict.fromkeys((run.folder, path) for run in reversed(runs) for path in run.inputs if path != "-")
    elsewhere = next((folder for folder, path in given if folder != os.getcwd() and not os.path.isabs(path)), None)
    if elsewhere is not None:
        raise UsageError(f"inputs were given relative to {elsewhere}; go there, or give INPUT if that has moved")
    if not given:
        raise UsageError("the run before read standard input, which cannot be read again; give INPUT")
    gave = _read(Path(out), Manifest.roots)  # what is gone now and once gave articles is to be told
    there = tuple(dict.fromkeys(path for _, path in given if path in gave or os.path.lexists(path)))
    return there or tuple(path for _, path in given)


def _plan(context: click.Context, chosen: Mapping[str, Any], runs: Sequence[Run]) -> Plan:
    """What is to be done.

    Raises:
        UsageError: something in it cannot be.
        NoInputError: none of the inputs is there.
    """
    inputs = given_inputs(chosen["inputs"])
    check_spelling(inputs, runs)
    check_place(os.path.join(chosen["output"], ""), inputs)
    if chosen["explain"] and chosen["form"] not in ("json", "jsonl"):
        raise UsageError(f"--explain has no place in {chosen['form']}; use --format json or jsonl")
    if not chosen["dedupe"] and context.get_parameter_source("threshold") is ParameterSource.COMMANDLINE:
        raise UsageError("--threshold goes with --dedupe")
    if 0 < chosen["max_memory"] < _LEAST_MEMORY:
        raise UsageError(f"--max-memory must be at least {_LEAST_MEMORY >> 20}M, or 0 for no limit")
    options = options_of(chosen)
    return Plan(
        out=chosen["output"],
        inputs=inputs,
        form=chosen["form"],
        options=options,
        jobs=chosen["jobs"] or os.cpu_count() or 1,
        fence=Fence(seconds=options.limits.page_seconds, memory=chosen["max_memory"]),
        shard=chosen["shard_size"],
        near=chosen["threshold"] if chosen["dedupe"] else None,
        drop=chosen["drop"],
        resume=chosen["resume"],
        retry=frozenset(map(Reason, chosen["retry"])),
        command={name: value for name, value in chosen.items() if name not in _ABOUT_THE_RUN},
    )


def _watch(chosen: Mapping[str, Any]) -> Watch | None:
    if sys.stderr is None:  # closed, as some programs start others
        return None
    if chosen["log_json"]:
        return JsonLines(sys.stderr, chosen["every"])
    if chosen["quiet"]:
        return None
    return Bar(sys.stderr) if sys.stderr.isatty() else Lines(sys.stderr, chosen["every"])
