"""What happens to a whole run: killed at random, pages that take their workers down, a full disk. Slow."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.batch import faults
from tests.unit.batch.conftest import article, leftovers, paths, put, records

from warraq.batch.account import account
from warraq.batch.manifest import Manifest
from warraq.batch.plan import Account, Plan
from warraq.batch.pool import Fence
from warraq.batch.run import run_batch
from warraq.cli.batch import exit_code
from warraq.cli.choices import FailOn
from warraq.model import Limits, Options, Reason

pytestmark = pytest.mark.slow


def start(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
    parts = [sys.executable, "-m", "warraq", *map(str, arguments)]
    return subprocess.Popen(parts, **options)  # type: ignore[call-overload, no-any-return]


def command(*arguments: object) -> int:
    """Run a command to its end; its exit code."""
    return subprocess.run([sys.executable, "-m", "warraq", *map(str, arguments)]).returncode


def state(out: Path) -> Account:
    manifest = Manifest(out)
    try:
        return account(manifest)
    finally:
        manifest.close()


def sorted_lines(out: Path) -> list[bytes]:
    lines = b"".join(path.read_bytes() for path in sorted(out.glob("articles*.jsonl"))).split(b"\n")
    return sorted(line for line in lines if line)


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_killed_twenty_times_it_gives_what_it_would_have_given(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(1200):
        put(folder / f"{number % 7}" / f"{number:04}.html", article(number) if number % 50 else "<p></p>")
    whole, out = tmp_path / "whole", tmp_path / "out"
    arguments = ("batch", folder, "--jobs", 2, "--shard-size", 100, "--quiet")
    command(*arguments, "-o", whole)
    chosen = random.Random(7)
    for _ in range(20):
        run = start(*arguments, "-o", out, "--resume")
        time.sleep(chosen.uniform(0.2, 2.5))
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert not {*sorted_lines(out)} - {*sorted_lines(whole)}, "half a record was written"
    assert command(*arguments, "-o", out, "--resume") == 0
    assert sorted_lines(out) == sorted_lines(whole)
    assert (out / "rejected.jsonl").read_bytes() == (whole / "rejected.jsonl").read_bytes()
    found = state(out)
    assert (found.pages, found.articles, sum(found.rejected.values())) == (1200, 1176, 24)
    assert not leftovers(out)


def test_three_pages_that_take_their_workers_down_among_500(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(500):
        put(folder / f"{number:03}.html", article(number))
    for number, order in ((100, "hang"), (200, "grow"), (300, "die")):
        put(folder / f"{number}x.html", order)
    options = Options(limits=Limits(page_seconds=2))
    found = run_batch(
        Plan(
            str(tmp_path / "out"), (str(folder),), options=options, jobs=2, work=faults.work,
            fence=Fence(seconds=2, memory=2**30),
        )
    )  # fmt: skip
    assert (found.pages, found.articles) == (503, 500)
    assert dict(found.rejected) == {Reason.TIMEOUT: 1, Reason.MEMORY: 1, Reason.CRASH: 1}
    assert exit_code(found, FailOn.ERROR) == 1
    refused = {Path(r["source"]["path"]).name: r["reason"] for r in records(tmp_path / "out", "rejected.jsonl")}
    assert refused == {"100x.html": "timeout", "200x.html": "memory", "300x.html": "crash"}
    assert paths(tmp_path / "out") == [f"{number:03}.html" for number in range(500)]


def test_ctrl_c_ends_with_130_and_can_be_gone_on_with(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(600):
        put(folder / f"{number:03}.html", article(number))
    run = start(
        "batch", folder, "-o", tmp_path / "out", "--jobs", 2, "--quiet", stderr=subprocess.PIPE, start_new_session=True
    )
    while not (tmp_path / "out" / "manifest.sqlite").exists() or not state(tmp_path / "out").pages:
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does it: to the workers too
    _, said = run.communicate(timeout=20)
    assert run.returncode == 130, said
    assert b"--resume" in said and b"Traceback" not in said
    before = state(tmp_path / "out")
    assert before.pages == before.articles < 600 and not before.ended
    assert command("batch", "--resume", "-o", tmp_path / "out", "--quiet") == 0
    assert paths(tmp_path / "out") == [f"{number:03}.html" for number in range(600)]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode:
        pytest.skip("may not mount a file system here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.parametrize("form", ["jsonl", "json", "csv"])
def test_a_full_disk_is_told_and_the_manifest_stays_true(tmp_path: Path, small_disk: Path, form: str) -> None:
    folder, out = tmp_path / "in", small_disk / "out"
    for number in range(400):
        put(folder / f"{number:03}.html", article(number))
    run = start("batch", folder, "-o", out, "--jobs", 2, "--format", form, "--every", 0, stderr=subprocess.PIPE)
    _, said = run.communicate()
    assert run.returncode == 1
    last = said.decode().strip().split("\n")[-1]
    assert str(out) in last and ("full" in last.lower() or "no space" in last.lower()), last
    assert "--resume" in last and "Traceback" not in said.decode()
    before = state(out)
    assert before.pages == before.articles < 400
    subprocess.run(["mount", "-o", "remount,size=32m", str(small_disk)], check=True)
    assert command("batch", "--resume", "-o", out, "--quiet") == 0
    after = state(out)
    assert (after.pages, after.articles) == (400, 400)
    if form == "json":
        assert len([*out.rglob("articles/**/*.json")]) == 400
    elif form == "csv":
        assert (out / "articles-00001.csv").read_bytes().count(b"warraq.article.v1,") == 400
    else:
        assert paths(out) == [f"{number:03}.html" for number in range(400)]


def test_an_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.html", article(1))
    (tmp_path / "file").write_text("")
    run = start("batch", tmp_path / "in", "-o", tmp_path / "file" / "out", stderr=subprocess.PIPE)
    _, said = run.communicate()
    assert run.returncode in (1, 2)
    assert b"Traceback" not in said and b"file" in said
