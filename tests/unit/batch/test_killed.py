"""A run may be killed at any moment: the next one goes on, and the output is the same as if nothing had happened.

The kill is tried at every step that reaches the disk: writes, renames, removals, commits. Each run is a process of its
own that ends without tidying up.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.unit.batch.conftest import article, leftovers, put

from warraq.batch.manifest import Manifest
from warraq.batch.plan import Account, Plan
from warraq.batch.run import run_batch

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks of this process")

KILLED = 77


def pages(folder: Path) -> Path:
    for number in range(7):
        put(folder / f"{number}.html", article(number % 5))  # two of them twice
    put(folder / "none.html", "<p></p>")
    return folder


def contents(out: Path) -> dict[str, bytes]:
    """All that a batch gave, but for the manifest, in which there are times."""
    files = [path for path in out.rglob("*") if path.is_file() and not path.name.startswith(("manifest", ".warraq"))]
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


class Steps:
    """Counts steps to the disk, and ends the process at one of them, before or after it is done."""

    def __init__(self, last: int) -> None:
        self.left = last

    def around(self, inner: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **options: Any) -> Any:
            self._count()
            result = inner(*args, **options)
            self._count()
            return result

        return step

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0:
            os._exit(KILLED)


def in_a_fork(plan: Plan, last: int) -> int:
    """Run a batch in a fork that is killed at a step; its exit code, 0 when it came to its end."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    steps = Steps(last)
    for name in ("replace", "fsync", "truncate", "unlink"):
        setattr(os, name, steps.around(getattr(os, name)))
    for owner, name in ((Manifest, "commit"), (Path, "unlink"), (Manifest, "put")):
        setattr(owner, name, steps.around(getattr(owner, name)))
    code = 1
    try:
        run_batch(plan)
        code = 0
    finally:
        sys.stdout.flush()
        os._exit(code)


@pytest.mark.parametrize(
    ("form", "drop"),
    [("jsonl", False), ("jsonl", True), ("json", False), ("json", True), ("csv", True), ("parquet", True)],
)
def test_killed_at_any_step_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: Callable[..., Account], form: str, drop: bool
) -> None:
    monkeypatch.setattr("warraq.batch.run._COMMIT_PAGES", 2)
    if form == "parquet":
        pytest.importorskip("pyarrow")
    source = pages(tmp_path / "in")
    whole = tmp_path / "whole"
    batch(source, form=form, drop=drop, shard=3, out=whole)
    expected = contents(whole)
    assert len(expected) > 3
    last, code = 0, KILLED
    while code == KILLED:
        last += 1
        out = tmp_path / f"out{last}"
        plan = Plan(str(out), (str(source),), form=form, drop=drop, shard=3)
        code = in_a_fork(plan, last)
        account = batch(source, form=form, drop=drop, shard=3, out=out, resume=True)
        assert (account.pages, account.articles) == (8, 7), last
        assert contents(out) == expected, last
        assert not leftovers(out), last
    assert code == 0 and last > 20  # the last one was not killed: every step was tried


def test_killed_again_and_again_it_comes_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: Callable[..., Account]
) -> None:
    monkeypatch.setattr("warraq.batch.run._COMMIT_PAGES", 2)
    source = pages(tmp_path / "in")
    batch(source, drop=True, shard=3, out=tmp_path / "whole")
    out = tmp_path / "out"
    codes = [in_a_fork(Plan(str(out), (str(source),), drop=True, shard=3, resume=True), 11 + n) for n in range(30)]
    assert KILLED in codes and 0 in codes
    assert contents(out) == contents(tmp_path / "whole")
