"""``warraq batch`` and ``warraq status``."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from filelock import FileLock
from tests.unit.batch.conftest import HerePool
from tests.unit.cli.conftest import HOME, html

from warraq.batch.rows import Run
from warraq.cli.inputs import check_spelling
from warraq.errors import UsageError
from warraq.model import RawPage, Reason, Rejected, Stage

Warraq = Callable[..., Result]


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warraq.batch.run.Pool", HerePool)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_a_folder_becomes_json_lines(warraq: Warraq, pages: Path, out: Path) -> None:
    result = warraq("batch", pages, "-o", out)
    assert result.exit_code == 0 and result.stdout == ""
    assert result.stderr.startswith("3 pages: 3 articles, 0 rejected\n")
    lines = (out / "articles-00001.jsonl").read_text("utf-8").split("\n")
    assert [json.loads(line)["schema"] for line in lines if line] == ["warraq.article.v1"] * 3


def test_a_second_run_needs_resume_and_goes_on_as_before(warraq: Warraq, pages: Path, out: Path) -> None:
    warraq("batch", pages, "-o", out, "--format", "json", "--profile", "nlp")
    again = warraq("batch", pages, "-o", out)
    assert again.exit_code == 2 and "--resume" in again.stderr
    (pages / "d.html").write_text(html(5), "utf-8")
    result = warraq("batch", "--resume", "-o", out)
    assert result.exit_code == 0
    assert "this run: 1 page done, 3 had not changed" in result.stderr
    record = json.loads((out / "articles" / "d.html.json").read_text("utf-8"))
    assert record["provenance"]["profile"] == "nlp"


def test_inputs_of_the_run_before_are_found_from_its_folder_only(
    warraq: Warraq, pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(pages)
    warraq("batch", "a.html", "-o", out)
    monkeypatch.chdir(tmp_path)
    result = warraq("batch", "--resume", "-o", out)
    assert result.exit_code == 2 and str(pages) in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "INPUT"),
        ([".", "--retry", "crash"], "--retry goes with --resume"),
        ([".", "--explain", "--format", "csv"], "no place in csv"),
        (["x", "--threshold", "7"], "threshold"),
        (["x", "--jobs", "0"], "jobs"),
        ([""], "INPUT is empty"),
        ([".", "--threshold", "0.9"], "--threshold goes with --dedupe"),
        ([".", "--max-memory", "10M"], "at least 256M"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_made(
    warraq: Warraq, out: Path, arguments: list[str], says: str
) -> None:
    result = warraq("batch", *arguments, "-o", out)
    assert result.exit_code == 2 and says in result.stderr
    assert not out.exists()


def test_another_spelling_of_an_input_is_refused_as_it_would_double_the_output(
    warraq: Warraq, pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pages.parent)
    assert warraq("batch", "pages/", "-o", out).exit_code == 0
    for path, folder in ((pages, "."), ("../pages", "pages"), (pages / "2004", ".")):
        monkeypatch.chdir(pages.parent / folder)
        result = warraq("batch", path, "-o", out, "--resume")
        assert result.exit_code == 2 and "was given as pages" in result.stderr, path
    monkeypatch.chdir(pages.parent)
    for path in ("./pages", "pages", "pages/2004"):
        result = warraq("batch", path, "-o", out, "--resume")
        assert result.exit_code == 0 and result.stderr.startswith("3 pages: 3 articles"), path


def test_the_same_spelling_of_another_place_is_refused(
    warraq: Warraq, pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pages.parent)
    warraq("batch", "pages", "-o", out)
    other = pages.parent / "elsewhere" / "pages"
    other.mkdir(parents=True)
    (other / "a.html").write_text(html(7), "utf-8")
    monkeypatch.chdir(other.parent)
    assert "give it another spelling" in warraq("batch", "pages", "-o", out, "--resume").stderr
    pages.rename(pages.parent / "moved")  # when the first is gone, it has moved here
    assert warraq("batch", "pages", "-o", out, "--resume").exit_code == 0


def test_standard_input_is_never_read_in_place_of_what_came_before(warraq: Warraq, out: Path) -> None:
    warraq("batch", "-", "-o", out, "--format", "json", input=html(1).encode())
    assert "cannot be read again" in warraq("batch", "--resume", "-o", out, input=b"").stderr
    result = warraq("batch", "-", "--resume", "-o", out, input=html(2).encode())
    assert result.stderr.startswith("2 pages: 2 articles")
    assert len([*(out / "articles").iterdir()]) == 2
    again = warraq("batch", "-", "--resume", "-o", out, input=html(2).encode())
    assert again.stderr.startswith("2 pages: 2 articles")


def test_a_mistyped_input_makes_nothing_and_is_not_held_against_later_runs(
    warraq: Warraq, pages: Path, out: Path
) -> None:
    result = warraq("batch", pages / "nowhere", "-o", out)
    assert result.exit_code == 3 and "nowhere" in result.stderr and not out.exists()
    result = warraq("batch", pages / "nowhere", pages / "a.html", "-o", out)
    assert result.exit_code == 1 and "nowhere: not_found" in result.stderr
    result = warraq("batch", pages, "-o", out, "--resume")
    assert result.exit_code == 0 and result.stderr.startswith("3 pages: 3 articles, 0 rejected")


def test_an_output_inside_an_input_is_refused(warraq: Warraq, pages: Path) -> None:
    result = warraq("batch", pages, "-o", pages / "out")
    assert result.exit_code == 2 and "inside the input" in result.stderr


def test_an_input_inside_another_is_read_once(warraq: Warraq, pages: Path, out: Path) -> None:
    (pages.parent / "link").symlink_to(pages)
    for number, inputs in enumerate(([pages / "2004", pages], [pages, f"{pages}/"], [pages, pages.parent / "link"])):
        result = warraq("batch", *inputs, "-o", f"{out}{number}")
        assert result.exit_code == 0 and "3 pages: 3 articles" in result.stderr
        assert number == 1 or "read once" in result.stderr


def test_what_was_chosen_once_can_be_taken_back(warraq: Warraq, pages: Path, out: Path) -> None:
    (pages / "copy.html").write_text(html(0), "utf-8")
    warraq("batch", pages, "-o", out, "--drop-duplicates")
    assert warraq_lines(out) == 3
    result = warraq("batch", "--resume", "-o", out, "--keep-duplicates")
    assert "4 pages: 4 articles" in result.stderr and "all of them written" in result.stderr
    assert sum(path.read_bytes().count(b"\n") for path in out.glob("articles*")) == 4


def test_resume_of_nothing(warraq: Warraq, tmp_path: Path) -> None:
    result = warraq("batch", "--resume", "-o", tmp_path / "typo")
    assert result.exit_code == 2 and "holds no batch to go on with" in result.stderr


def test_nothing_to_read_is_code_3(warraq: Warraq, out: Path, tmp_path: Path, home: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert warraq("batch", tmp_path / "empty", "-o", out).exit_code == 3
    assert warraq("batch", tmp_path / "none", "-o", tmp_path / "out2").exit_code == 3
    assert warraq("batch", home, "-o", tmp_path / "out3").exit_code == 3
    assert warraq("batch", home, "-o", tmp_path / "out4", "--fail-on", "never").exit_code == 0


def test_what_could_not_be_read_is_code_1_and_listed_with_what_to_do(warraq: Warraq, pages: Path, out: Path) -> None:
    (pages / "broken.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (pages / "home.html").write_text(HOME, "utf-8")
    assert warraq("batch", pages, "-o", out).exit_code == 1
    result = warraq("status", out, "--errors")
    assert result.exit_code == 1
    assert "5 pages: 3 articles, 2 rejected" in result.stdout
    assert "unsupported_format: convert or unpack it first" in result.stdout
    assert f"{pages}/broken.html: this is a picture" in result.stdout
    assert "home.html" not in result.stdout
    assert "home.html" in warraq("status", out, "--errors", "--all").stdout


def test_status_tries_again_what_failed(
    warraq: Warraq, pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("warraq.batch.task.answer", _short)
        assert warraq("batch", pages, "-o", out).exit_code == 1
    result = warraq("status", out, "--retry", "memory")
    assert result.exit_code == 0
    assert "3 pages: 3 articles" in result.stderr


def _short(page: RawPage, work: object, options: object) -> Rejected:
    return Rejected(page.source, Stage.PARSE, Reason.MEMORY, "too much")


def test_status_of_something_else(warraq: Warraq, tmp_path: Path) -> None:
    result = warraq("status", tmp_path)
    assert result.exit_code == 1 and "holds no batch" in result.stderr


def test_progress_as_json_lines(warraq: Warraq, pages: Path, out: Path) -> None:
    (pages / "home.html").write_text(HOME, "utf-8")
    result = warraq("batch", pages, "-o", out, "--log-json", "--every", "0")
    events = [json.loads(line) for line in result.stderr.split("\n") if line]
    assert {event["event"] for event in events} == {"begun", "progress", "rejected", "stage", "account"}
    assert (events[0]["event"], events[-1]["event"], events[-1]["exit_code"]) == ("begun", "account", 0)
    assert (events[-1]["articles"], events[-1]["rejected"]) == (3, {"not_an_article": 1})
    last = [event for event in events if event["event"] == "progress"][-1]
    assert (last["pages"], last["articles"], last["rejected"], last["errors"]) == (4, 3, 1, 0)
    (refused,) = [event for event in events if event["event"] == "rejected"]
    assert refused["reason"] == "not_an_article" and refused["path"].endswith("home.html")


def test_an_error_of_the_run_is_an_event_too(warraq: Warraq, pages: Path, out: Path) -> None:
    warraq("batch", pages, "-o", out)
    (out / "articles-00001.jsonl").write_text("{}")
    result = warraq("batch", "--resume", "-o", out, "--log-json")
    event = [json.loads(line) for line in result.stderr.split("\n") if line][-1]
    assert (event["event"], event["exit_code"], result.exit_code) == ("error", 1, 1)


def test_when_nobody_reads_the_progress_the_run_goes_on(
    process: Callable[..., subprocess.Popen[bytes]], pages: Path, out: Path
) -> None:
    for number, arguments in enumerate((["--every", "0"], ["--log-json", "--every", "0"])):
        reading, writing = os.pipe()
        os.close(reading)
        run = process("batch", pages, "-o", f"{out}{number}", "--jobs", 1, *arguments, stderr=writing)
        os.close(writing)
        run.communicate()
        assert run.returncode == 0
        assert warraq_lines(Path(f"{out}{number}")) == 3


def test_without_standard_error_it_works_all_the_same(tmp_path: Path, pages: Path, out: Path) -> None:
    command = f"exec {sys.executable} -m warraq batch {pages} -o {out} --jobs 1 2>&-"
    assert subprocess.run(["sh", "-c", command]).returncode == 0
    assert warraq_lines(out) == 3


def warraq_lines(out: Path) -> int:
    return (out / "articles-00001.jsonl").read_bytes().count(b"\n")


def test_status_of_a_run_that_did_not_come_to_its_end_is_no_success(
    warraq: Warraq, pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*of: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("warraq.batch.run.write_rejected", interrupted)
        assert warraq("batch", pages, "-o", out).exit_code == 130
    result = warraq("status", out)
    assert result.exit_code == 1 and "did not come to its end" in result.stdout


def test_status_tells_a_run_at_work(warraq: Warraq, pages: Path, out: Path) -> None:
    warraq("batch", pages, "-o", out)
    with FileLock(out / ".warraq-lock"):
        result = warraq("status", out)
        assert result.exit_code == 1 and "a run is at work: 3 pages" in result.stdout
        assert "another run is at work" in warraq("batch", pages, "-o", out).stderr


def test_quiet_is_quiet(warraq: Warraq, pages: Path, out: Path) -> None:
    result = warraq("batch", pages, "-o", out, "--quiet")
    assert (result.stdout, result.stderr) == ("", "")


def test_standard_input_is_an_input(warraq: Warraq, out: Path) -> None:
    result = warraq("batch", "-", "-o", out, "--format", "json", input=html(1).encode())
    assert result.exit_code == 0
    assert (out / "articles" / "stdin.json").is_file()


def test_a_page_that_stands_twice_in_standard_input(warraq: Warraq, tmp_path: Path, out: Path) -> None:
    archive = tmp_path / "a.tar"
    with tarfile.open(archive, "w") as file:
        for _ in range(2):
            data = html(1).encode()
            info = tarfile.TarInfo("a.html")
            info.size = len(data)
            file.addfile(info, io.BytesIO(data))
    result = warraq("batch", "-", "-o", out, "--drop-duplicates", input=archive.read_bytes())
    assert result.exit_code == 0 and result.stderr.startswith("2 pages: 2 articles, 0 rejected")


def test_what_its_folder_passes_over_is_read_when_it_is_named(warraq: Warraq, pages: Path, out: Path) -> None:
    (pages / ".hidden.html").write_text(html(6), "utf-8")
    result = warraq("batch", pages, pages / ".hidden.html", pages / "typo.html", pages / "a.html", "-o", out)
    assert "4 articles, 1 rejected" in result.stderr and result.exit_code == 1
    assert result.stderr.count("read once") == 1


def test_resume_goes_over_the_inputs_of_all_runs(warraq: Warraq, pages: Path, out: Path, home: Path) -> None:
    warraq("batch", pages, "-o", out)
    warraq("batch", home, "-o", out, "--resume")
    (pages / "new.html").write_text(html(6), "utf-8")
    result = warraq("batch", "--resume", "-o", out)
    assert result.stderr.startswith("5 pages: 4 articles, 1 rejected")
    pages.rename(pages.parent / "elsewhere")
    result = warraq("batch", "--resume", "-o", out)
    assert result.exit_code == 1 and f"{pages}: not_found" in result.stderr
    assert "kept, though the last run did not find their inputs: 4 articles" in result.stderr


def test_status_needs_no_leave_to_write(
    process: Callable[..., subprocess.Popen[bytes]], warraq: Warraq, pages: Path, out: Path
) -> None:
    warraq("batch", pages, "-o", out)
    for path in (*out.iterdir(), out):
        path.chmod(0o555 if path.is_dir() else 0o444)
    user = {"user": 65534} if os.geteuid() == 0 else {}
    for folder in (out.parent, *out.parent.parents):
        if not os.stat(folder).st_mode & 0o001:
            pytest.skip("another user may not come here")
    run = process("status", out, **user)
    said, wrong = run.communicate()
    out.chmod(0o755)
    assert run.returncode == 0, wrong
    assert said.startswith(b"3 pages: 3 articles")


def test_many_inputs_are_looked_at_once_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [Run(str(tmp_path), tuple(f"in/{number}.html" for number in range(3000)), {})]
    monkeypatch.chdir(tmp_path)
    check_spelling(runs[0].inputs, runs)  # linear: the square of 3,000 would take a minute
    with pytest.raises(UsageError, match=re.escape("given as in/7.html")):
        check_spelling([str(tmp_path / "in" / "7.html")], runs)
