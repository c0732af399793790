"""Answers for the paths of a command, and the exit code that they add up to."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NoReturn

import click

from warraq.batch.runner import run
from warraq.cli.choices import FailOn
from warraq.cli.diagnostics import complain
from warraq.errors import NoInputError
from warraq.model import ANSWERS, Article, Options, RawPage, Reason, Rejected


def answers(paths: Iterable[str], options: Options, *, jobs: int = 1) -> Iterator[Article | Rejected]:
    """Yield the answer for each page of files, folders and ``-`` (standard input), in order."""
    from warraq.pipeline import extract_page

    return run(_pages(paths, options), extract_page, options, jobs=jobs)


def _pages(paths: Iterable[str], options: Options) -> Iterator[RawPage | Rejected]:
    from warraq.read import read_pages

    for path in paths:
        stdin = sys.stdin.buffer if path == "-" else None
        yield from read_pages(path, options=options, stdin=stdin)


class Account:
    """Counts how a run went."""

    def __init__(self) -> None:
        self.articles = 0
        self.rejected: Counter[Reason] = Counter()

    def add(self, answer: Article | Rejected) -> None:
        """Count one answer."""
        if isinstance(answer, Article):
            self.articles += 1
        else:
            self.rejected[answer.reason] += 1

    @property
    def pages(self) -> int:
        """How many answers there were."""
        return self.articles + self.rejected.total()


def exit_code(articles: int, rejected: Mapping[Reason, int], fail_on: FailOn) -> int:
    """Return 0, 1 or 3.

    3 when there was no input at all (nothing, or only paths that do not exist); else 1 when something failed;
    else 3 when not one article came out.

    Args:
        articles: how many came out.
        rejected: how many pages did not, by reason.
        fail_on: what makes the code 1.
    """
    if fail_on is FailOn.NEVER:
        return 0
    if not articles and rejected.keys() <= {Reason.NOT_FOUND}:
        return 3
    if rejected.keys() - ANSWERS or (fail_on is FailOn.ANY and rejected):
        return 1
    return 0 if articles else 3


def leave(account: Account, paths: Iterable[str], fail_on: FailOn = FailOn.ERROR) -> NoReturn:
    """End the command with the code that the account gives.

    Raises:
        NoInputError: there was nothing to read, and the caller has not asked to pass over that.
    """
    if account.pages == 0:
        nothing = NoInputError(f"no page found in {', '.join(paths)}; give a saved page or a folder that holds some")
        if fail_on is not FailOn.NEVER:
            raise nothing
        complain(str(nothing))
    click.get_current_context().exit(exit_code(account.articles, account.rejected, fail_on))
