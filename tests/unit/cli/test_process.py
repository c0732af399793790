"""What only a real process shows: pipes, signals, locales."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Start = Callable[..., "subprocess.Popen[bytes]"]


def test_standard_input_and_output_are_bytes_in_utf8_whatever_the_locale(process: Start, pages: Path) -> None:
    locale = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    out, err = process("extract", "-", env=locale).communicate((pages / "a.html").read_bytes(), timeout=60)
    assert "سد الوادي" in json.loads(out.decode("utf-8"))["headline"]
    assert err == b""


def test_help_is_utf8_in_the_c_locale(process: Start) -> None:
    run = process("extract", "--help", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    out, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (0, b"")
    out.decode("utf-8")


def test_exit_code_and_diagnostics_of_a_missing_file(process: Start, pages: Path, tmp_path: Path) -> None:
    run = process("extract", pages / "a.html", tmp_path / "no.html")
    out, err = run.communicate(timeout=60)
    assert run.returncode == 1
    assert err.decode().startswith(f"warraq: {tmp_path}/no.html: not_found: ")
    json.loads(out)


def test_a_closed_pipe_ends_quietly(process: Start, pages: Path) -> None:
    page = (pages / "a.html").read_bytes()
    for number in range(300):
        (pages / f"{number:03}.html").write_bytes(page)
    run = process("extract", pages, "--format", "text", stdin=subprocess.DEVNULL)
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.readline()
    run.stdout.close()
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait(timeout=60) == 0


@pytest.mark.skipif(not hasattr(signal, "SIGTERM") or os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_takes_back_what_is_half_written(process: Start, pages: Path, number: int) -> None:
    out = pages.parent / "out.jsonl"
    # standard input never comes to its end, so the run is caught in the middle
    run = process("extract", pages / "a.html", pages / "b.html", "-", "-o", out, stdin=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while not list(pages.parent.glob(".warraq-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert list(pages.parent.glob(".warraq-*"))
    run.send_signal(number)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"Traceback" not in err
    assert err.count(b"\n") == 1
    assert not out.exists()
    assert not list(pages.parent.glob(".warraq-*"))


def test_an_unwritable_output_is_said_in_one_line(process: Start, pages: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    run = process("extract", pages, "-o", f"{tmp_path}/file/out/")
    _, err = run.communicate(timeout=60)
    assert run.returncode == 1
    assert err.count(b"\n") == 1
    assert b"cannot write" in err


def test_a_device_is_written_and_not_replaced(process: Start, pages: Path) -> None:
    run = process("extract", pages, "-o", "/dev/null")
    _, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (0, b"")
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output_is_said(process: Start, pages: Path) -> None:
    with open("/dev/full", "wb") as full:
        run = process("extract", pages, stdout=full)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 1
    assert b"Traceback" not in err
    assert b"cannot write standard output" in err
