from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from warraq.model import Article, Format, Origin, Source
from warraq.write import WRITERS

Run = Callable[..., Result]


def records(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.split("\n") if line]


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


# --- what comes out where ---------------------------------------------------------------------------------------


def test_one_page_is_json(warraq: Run, pages: Path) -> None:
    result = warraq("extract", pages / "a.html")
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    assert record["headline"] == "سد الوادي الأول يمتلئ للمرة الأولى منذ ثلاثين عاما"
    assert len(record["body"]) == 5
    assert record["source"]["path"] == str(pages / "a.html")
    assert result.stderr == ""


def test_several_pages_are_json_lines_in_order(warraq: Run, pages: Path) -> None:
    result = warraq("extract", pages)
    names = [os.path.relpath(r["source"]["path"], pages) for r in records(result.stdout)]  # type: ignore[index]
    assert names == ["2004/c.html", "a.html", "b.html"]
    assert result.exit_code == 0


def test_standard_input_is_a_path(warraq: Run, pages: Path) -> None:
    result = warraq("extract", "-", input=(pages / "a.html").read_bytes())
    assert json.loads(result.stdout)["source"]["path"] == "-"


@pytest.mark.parametrize("form", ["markdown", "text"])
def test_prose_is_separated_by_a_form_feed(warraq: Run, pages: Path, form: str) -> None:
    parts = warraq("extract", pages, "--format", form).stdout.split("\f")
    assert len(parts) == 3
    assert all("سد الوادي" in part for part in parts)


def test_csv_has_a_header_and_a_row_a_page(warraq: Run, pages: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(warraq("extract", pages, "-f", "csv").stdout, newline="")))
    assert [os.path.basename(row["path"]) for row in rows] == ["c.html", "a.html", "b.html"]


def test_one_file_for_all(warraq: Run, pages: Path, tmp_path: Path) -> None:
    result = warraq("extract", pages, "-o", tmp_path / "out.jsonl")
    assert result.stdout == ""
    assert len(records((tmp_path / "out.jsonl").read_text("utf-8"))) == 3


@pytest.mark.parametrize(
    ("name", "start"), [("out.md", "# سد"), ("out.txt", "سد"), ("out.csv", "\ufeffschema,"), ("out.json", "{\n")]
)
def test_the_ending_tells_the_format(warraq: Run, pages: Path, tmp_path: Path, name: str, start: str) -> None:
    warraq("extract", pages / "a.html", "-o", tmp_path / name)
    assert (tmp_path / name).read_text("utf-8").startswith(start)


@pytest.mark.parametrize("name", ["out.xlsx", "out.docx", "out.html", "out.jsnol"])
def test_an_ending_that_is_no_format_is_refused_with_those_that_are(
    warraq: Run, pages: Path, tmp_path: Path, name: str
) -> None:
    result = warraq("extract", pages, "-o", tmp_path / name)
    assert result.exit_code == 2
    assert "NAME.csv (opens in Excel)" in result.stderr
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(("name", "code"), [("out.xlsx", 2), ("out.2004", 0), ("out", 0)])
def test_a_format_by_name_makes_other_endings_good_but_not_those_of_other_programs(
    warraq: Run, pages: Path, tmp_path: Path, name: str, code: int
) -> None:
    assert warraq("extract", pages, "-o", tmp_path / name, "--format", "csv").exit_code == code
    assert (tmp_path / name).exists() is (code == 0)


def test_a_slash_makes_a_folder_with_a_file_a_page(warraq: Run, pages: Path, tmp_path: Path) -> None:
    assert warraq("extract", pages, "-o", f"{tmp_path}/out/").exit_code == 0
    assert files(tmp_path / "out") == ["2004/c.json", "a.json", "b.json"]
    assert json.loads((tmp_path / "out/2004/c.json").read_text("utf-8"))["schema"] == "warraq.article.v1"


@pytest.mark.parametrize(("form", "ending"), [("markdown", ".md"), ("text", ".txt"), ("json", ".json")])
def test_an_existing_folder_is_one_without_a_slash(
    warraq: Run, pages: Path, tmp_path: Path, form: str, ending: str
) -> None:
    (tmp_path / "out").mkdir()
    warraq("extract", pages, "-o", tmp_path / "out", "--format", form)
    assert files(tmp_path / "out") == [f"2004/c{ending}", f"a{ending}", f"b{ending}"]


def test_a_file_is_replaced_and_keeps_no_rest(warraq: Run, pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("x" * 100_000)
    warraq("extract", pages / "a.html", "-o", out)
    json.loads(out.read_text("utf-8"))


def test_an_output_inside_the_input_is_not_read_as_a_page(warraq: Run, pages: Path) -> None:
    out = pages / "all.jsonl"
    for _ in range(2):
        result = warraq("extract", pages, "-o", out)
        assert (result.exit_code, result.stderr) == (0, "")
        assert len(records(out.read_text("utf-8"))) == 3


@pytest.mark.parametrize("target", ["-", "all.jsonl", "folder/"])
def test_each_answer_is_written_before_the_next_page_but_one_is_read(
    warraq: Run, tmp_path: Path, article: Article, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    log: list[str] = []

    def many(paths: object, options: object, *, jobs: int) -> Iterator[Article]:
        for number in range(500):
            log.append("read")
            yield replace(article, source=Source(Origin(f"{number}.html")))

    def render(answer: object) -> str:
        log.append("written")
        return "{}"

    monkeypatch.setattr("warraq.cli.extract.answers", many)
    monkeypatch.setattr("warraq.cli.extract.WRITERS", {**WRITERS, "jsonl": Format("jsonl", ".jsonl", render)})
    output = target if target == "-" else f"{tmp_path}/{target}"
    warraq("extract", ".", "--format", "jsonl", "-o", output)
    assert log.count("written") == 500
    ahead = most = 0
    for step in log:
        ahead += 1 if step == "read" else -1
        most = max(most, ahead)
    assert most <= 2


# --- wrong usage: nothing is written --------------------------------------------------------------------------------


def test_two_inputs_under_one_name_are_an_error_before_anything_is_written(
    warraq: Run, pages: Path, tmp_path: Path
) -> None:
    (pages / "b.htm").write_bytes((pages / "b.html").read_bytes())
    result = warraq("extract", pages, "-o", f"{tmp_path}/out/")
    assert result.exit_code == 2
    assert "b.htm and" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["PAGES", "-o", "TMP/out.json"], "several"),
        (["PAGES", "-o", "TMP/no/such/out.jsonl"], "does not exist"),
        (["PAGES", "-o", "PAGES/out/"], "lies inside the input"),
        (["PAGES/a.html", "-o", "PAGES/a.html"], "is itself an input"),
        (["PAGES", "-o", "TMP/out.jsonl", "--format", "markdown"], "drop one of them"),
        (["PAGES", "--explain", "--format", "csv"], "has no place in csv"),
        (["PAGES", "--with-rejected", "--format", "schema-org"], "has no place in schema-org"),
        (["PAGES", "--format", "pdf"], "Invalid value for '-f'"),
        (["PAGES", "--max-page-size", "big"], "is no size"),
        (["PAGES", "--profile", "loud"], "Invalid value for '--profile'"),
        (["PAGES", "--jobs", "0"], "Invalid value for '--jobs'"),
        ([], "Missing argument"),
    ],
)
def test_wrong_usage(warraq: Run, pages: Path, tmp_path: Path, args: list[str], said: str) -> None:
    before = files(tmp_path)
    result = warraq("extract", *(a.replace("PAGES", str(pages)).replace("TMP", str(tmp_path)) for a in args))
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert result.stdout == ""
    assert files(tmp_path) == before


# --- rejections and exit codes -------------------------------------------------------------------------------------


def test_a_rejection_is_one_line_on_standard_error(warraq: Run, pages: Path, home: Path) -> None:
    result = warraq("extract", pages / "a.html", home)
    assert result.exit_code == 0
    assert result.stderr.startswith(f"warraq: {home}: not_an_article: ")
    assert result.stderr.count("\n") == 1
    assert len(records(result.stdout)) == 1


def test_rejected_pages_come_out_when_asked_for(warraq: Run, pages: Path, home: Path, tmp_path: Path) -> None:
    result = warraq("extract", pages / "a.html", home, "--with-rejected")
    assert [r["schema"] for r in records(result.stdout)] == ["warraq.article.v1", "warraq.rejected.v1"]
    warraq("extract", pages / "a.html", home, "--with-rejected", "-o", f"{tmp_path}/out/")
    assert files(tmp_path / "out") == ["a.json", "home.json"]


@pytest.mark.parametrize(
    ("inputs", "codes"),
    [
        # what is read: (default, --fail-on any, --fail-on never)
        (["good"], (0, 0, 0)),
        (["good", "home"], (0, 1, 0)),
        (["good", "empty"], (0, 1, 0)),
        (["good", "missing"], (1, 1, 0)),
        (["good", "binary"], (1, 1, 0)),
        (["binary"], (1, 1, 0)),
        (["home"], (3, 1, 0)),
        (["empty"], (3, 1, 0)),
        (["missing"], (3, 3, 0)),
        (["nothing"], (3, 3, 0)),
    ],
)
def test_exit_codes(
    warraq: Run, pages: Path, home: Path, tmp_path: Path, inputs: list[str], codes: tuple[int, int, int]
) -> None:
    places = {"good": pages / "a.html", "home": home, "missing": tmp_path / "missing.html"}
    for name, content in (("empty", b""), ("binary", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)):
        places[name] = tmp_path / f"{name}.html"
        places[name].write_bytes(content)
    places["nothing"] = tmp_path / "nothing"
    places["nothing"].mkdir()
    args = [places[name] for name in inputs]
    found = tuple(warraq("extract", *args, "--fail-on", what).exit_code for what in ("error", "any", "never"))
    assert found == codes


def test_no_article_leaves_no_file(warraq: Run, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert warraq("extract", home, "-o", out).exit_code == 3
    assert not out.exists()


def test_no_article_is_no_line_of_json_lines(warraq: Run, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text('{"of": "an earlier run"}\n', "utf-8")
    assert warraq("extract", home, "-o", out).exit_code == 3
    assert out.read_bytes() == b""


def test_a_path_that_is_not_there_touches_no_file(warraq: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text('{"of": "an earlier run"}\n', "utf-8")
    assert warraq("extract", tmp_path / "nowhere.html", "-o", out).exit_code == 3
    assert out.stat().st_size > 0


def test_nothing_to_read_is_said(warraq: Run, tmp_path: Path) -> None:
    for fail_on, code in (("error", 3), ("never", 0)):
        result = warraq("extract", tmp_path, "--fail-on", fail_on)
        assert result.exit_code == code
        assert "no page found" in result.stderr


def test_a_file_name_cannot_break_the_line(warraq: Run, tmp_path: Path) -> None:
    name = tmp_path / "خبر\n\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}.html"
    name.write_bytes(b"")
    os.rename(name, os.fsencode(name).replace(b".html", b"\xff.html"))
    result = warraq("extract", tmp_path)
    assert result.stderr.count("\n") == 1
    assert "خبر\\n\\x1b[31m\\u202e\\xff.html: empty" in result.stderr


def test_a_fault_of_warraq_costs_one_page(warraq: Run, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import warraq.pipeline as pipeline

    real = pipeline.extract_page

    def faulty(page, options):  # type: ignore[no-untyped-def]
        if page.source.origin.path.endswith("a.html"):
            raise KeyError("a fault")
        return real(page, options)

    monkeypatch.setattr(pipeline, "extract_page", faulty)
    result = warraq("extract", pages, "--with-rejected")
    assert result.exit_code == 1
    assert [r.get("reason") for r in records(result.stdout)] == [None, "crash", None]
    assert "Traceback" in str(records(result.stdout)[1]["detail"])
    assert "Traceback" not in result.stderr


# --- options --------------------------------------------------------------------------------------------------------


def test_explain_adds_the_trace(warraq: Run, pages: Path) -> None:
    plain = json.loads(warraq("extract", pages / "a.html").stdout)
    explained = json.loads(warraq("extract", pages / "a.html", "--explain").stdout)
    assert explained.pop("trace")
    assert explained.pop("candidates")
    assert explained == plain


def test_without_statements_there_are_none(warraq: Run, pages: Path) -> None:
    record = json.loads(warraq("extract", pages / "a.html", "--no-statements").stdout)
    assert not [line for line in record["attributions"] if line["kind"] == "statement"]


def test_the_profile_is_in_the_record(warraq: Run, pages: Path) -> None:
    record = json.loads(warraq("extract", pages / "a.html", "--profile", "search").stdout)
    assert record["provenance"]["profile"] == "search"


def test_a_limit_refuses(warraq: Run, pages: Path) -> None:
    result = warraq("extract", pages / "a.html", "--max-page-size", "1K")
    assert result.exit_code == 1
    assert "too_large" in result.stderr


def test_the_html_field_of_json_lines(warraq: Run, pages: Path, tmp_path: Path) -> None:
    lines = tmp_path / "crawl.jsonl"
    page = (pages / "a.html").read_text("utf-8")
    lines.write_text(json.dumps({"url": "https://difaf.example/1", "seite": page}) + "\n", "utf-8")
    record = json.loads(warraq("extract", lines, "--html-field", "seite").stdout)
    assert record["headline"].startswith("سد الوادي الأول")


def test_summary_goes_to_standard_error(warraq: Run, pages: Path, home: Path) -> None:
    result = warraq("extract", pages, home, "--summary")
    assert "4 pages: 3 articles, 1 rejected" in result.stderr
    assert "rejected not_an_article: 1" in result.stderr
    assert len(records(result.stdout)) == 3


def test_more_processes_give_the_same_output(warraq: Run, pages: Path) -> None:
    assert warraq("extract", pages, "--jobs", "2").stdout == warraq("extract", pages).stdout
