"""``warraq statements``."""

import csv
import io
import json


def test_a_table_names_article_and_speakers(warraq, pages):
    result = warraq("statements", pages / "a.html")
    assert result.exit_code == 0
    assert "سد الوادي الأول يمتلئ" in result.stdout
    lines = result.stdout.split("\n")
    assert any("وقال" in line and "indirect" in line for line in lines)


def test_json_lines_give_one_statement_a_line(warraq, pages):
    said = [json.loads(line) for line in warraq("statements", pages, "--format", "jsonl").stdout.splitlines()]
    assert {row["path"] for row in said} == {str(path) for path in pages.rglob("*.html")}
    first = said[0]
    assert list(first) == ["article", "source", "type", "cue", "quote", "path", "member"]
    assert first["source"].endswith("سالم الهاشمي")
    assert first["quote"].startswith("المنسوب لم يصل")


def test_an_unnamed_source_is_given_by_the_one_it_goes_back_to(warraq, pages):
    said = [
        json.loads(line) for line in warraq("statements", pages / "a.html", "--format", "jsonl").stdout.splitlines()
    ]
    added = next(row for row in said if row["cue"] == "وأضاف")
    assert added["source"] == said[0]["source"]


def test_csv_has_one_header_and_no_formula(warraq, tmp_path):
    page = tmp_path / "page.txt"
    text = "\n\n".join(
        ["خبر عن سد الوادي القديم", "وقال مدير السد سالم الهاشمي: «=1+1 هذا ما كتبناه على الجدار القديم للسد»."]
        + ["بلغت المياه حافة السد فجر اليوم بعد ليلة من الأمطار الغزيرة التي لم تتوقف إلا عند الصباح."] * 1
        + ["وفتح المهندسون بوابات السد واحدة بعد أخرى حتى لا يزيد الضغط على الجدار القديم في طرفه الشرقي."]
        + ["وينتظر المزارعون حول السد أن تكفي المياه حقولهم صيفا كاملا بعد ثلاث سنوات من الجفاف الشديد."]
    )
    page.write_text(text, "utf-8")
    result = warraq("statements", page, page.parent, "--format", "csv")
    assert result.stdout.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(result.stdout.removeprefix("\ufeff"))))
    assert rows[0] == ["article", "source", "type", "cue", "quote", "path", "member"]
    assert [row[0] for row in rows].count("article") == 1
    assert rows[1][4].startswith("'=1+1")


def test_a_page_that_is_no_article_is_named_on_standard_error(warraq, home):
    result = warraq("statements", home)
    assert result.exit_code == 3
    assert "not_an_article" in result.stderr
    assert result.stdout == ""


def test_the_table_has_heads_and_shows_every_source_whole(warraq, pages):
    for width in (60, 200):
        result = warraq("statements", pages / "a.html", "--width", width)
        text = result.stdout.replace("\N{FIRST STRONG ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")
        lines = text.split("\n")
        heads = next(line for line in lines if line.startswith("source"))
        assert heads.split() == ["source", "type", "cue", "quote"]
        assert "…" not in text
        assert all(word in text for word in ["مدير", "السد", "سالم", "الهاشمي", "ثلاثين", "عاما"])
        assert max(map(len, lines)) <= width


def test_a_page_without_statements_is_named_on_standard_error(warraq, tmp_path):
    page = tmp_path / "nos.html"
    text = "".join(f"<p>{'بلغت المياه حافة السد فجر اليوم بعد ليلة من المطر الغزير.'}</p>" for _ in range(4))
    page.write_text(
        f"<html><head><meta charset=utf-8></head><body><h1>السد يمتلئ بعد ليلة من المطر</h1>{text}</body></html>",
        "utf-8",
    )
    result = warraq("statements", page)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"warraq: no statement found in {page}\n"


def test_a_sentence_alone_is_said_to_be_too_short(warraq):
    result = warraq("statements", "-", input="قال الوزير إن العمل سيبدأ غدا\n".encode())
    assert "too short for an article (6 words)" in result.stderr
