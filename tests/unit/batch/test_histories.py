"""Random histories: pages come, change, go and stop being articles; runs are killed and gone on with.

After each run that comes to its end the output holds what the input holds then, once, whatever happened before.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.batch.conftest import article, leftovers, put
from tests.unit.batch.test_killed import in_a_fork

from warraq.batch.plan import Account, Plan

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks of this process")

FORMS = {"jsonl": "articles*.jsonl", "json": "articles/**/*.json"}


def texts(out: Path, form: str) -> list[tuple[str, int]]:
    """Which page is in the output with which text."""
    found = []
    for path in out.glob(FORMS[form]):
        for line in path.read_text("utf-8").split("\n") if form == "jsonl" else [path.read_text("utf-8")]:
            if line:
                record = json.loads(line)
                number = int(record["headline"].split("رقم ")[1].split()[0])
                found.append((Path(record["source"]["path"]).name, number))
    return sorted(found)


class History:
    """An input folder that changes, and what is in it."""

    def __init__(self, folder: Path, seed: int, *, removes: bool) -> None:
        self.chosen = random.Random(seed)
        self.now: dict[str, int | None] = {}
        self._folder = folder
        self._removes = removes
        put(folder / "a.html", article(1))
        self.now["a.html"] = 1

    def change(self) -> None:
        for _ in range(self.chosen.randint(1, 3)):
            name = f"{self.chosen.choice('abcdefg')}.html"
            what = self.chosen.choice(["put", "put", "put", "none", "remove"])
            if what == "put":
                self.now[name] = self.chosen.randint(1, 3)
                put(self._folder / name, article(self.now[name] or 0))
            elif what == "none":
                self.now[name] = None
                put(self._folder / name, "<p></p>")
            elif self._removes and name in self.now:
                (self._folder / name).unlink()
                del self.now[name]


def check(history: History, found: list[tuple[str, int]], *, drop: bool) -> None:
    names = dict(found)
    assert len(names) == len(found), "double"
    for name, number in history.now.items():
        if number is None:
            assert name not in names, "no article any more"
        elif name in names:
            assert names[name] == number, "not the text of now"
        else:
            assert drop and number in names.values(), "lost"


@pytest.mark.parametrize("form", [*FORMS])
@pytest.mark.parametrize("seed", [*range(10), 1075, 1270])  # the last two left files behind once
@pytest.mark.parametrize("removes", [False, True])
def test_the_output_follows_the_input_whatever_happened_before(
    batch: Callable[..., Account],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    seed: int,
    removes: bool,
) -> None:
    monkeypatch.setattr("warraq.batch.run._COMMIT_PAGES", 2)
    source, out = tmp_path / "in", tmp_path / "out"
    history = History(source, seed, removes=removes)
    for _ in range(5):
        history.change()
        drop = history.chosen.random() < 0.5
        if history.chosen.random() < 0.6:
            plan = Plan(str(out), (str(source),), form=form, drop=drop, shard=3, resume=True)
            in_a_fork(plan, history.chosen.randint(1, 50))
            if history.chosen.random() < 0.7:
                history.change()
        batch(source, form=form, drop=drop, shard=3, resume=True)
        found = texts(out, form)
        check(history, found, drop=drop)
        if drop and not removes:
            assert len({number for _, number in found}) == len(found), "a duplicate was not left out"
        assert not leftovers(out)
