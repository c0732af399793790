from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from warraq.model import Article, BlockType, BodyBlock, Rejected
from warraq.write import WRITERS
from warraq.write.csv import COLUMNS
from warraq.write.markdown import escape
from warraq.write.record import to_record

BREAKS = "\v\f\x1c\x1d\x1e\N{NEXT LINE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"


def test_json_and_jsonl_hold_the_record(article: Article, rejected: Rejected) -> None:
    for answer in (article, rejected):
        assert json.loads(WRITERS["json"].render(answer)) == to_record(answer)
        assert json.loads(WRITERS["jsonl"].render(answer)) == to_record(answer)


def test_a_line_of_jsonl_is_one_line_for_every_reader(article: Article) -> None:
    text = f"قبل{BREAKS}بعد\r\nآخر"
    line = WRITERS["jsonl"].render(replace(article, body=(BodyBlock(BlockType.PARAGRAPH, text),)))
    assert line.splitlines() == [line]
    assert json.loads(line)["body"][0]["text"] == text


def test_a_line_of_json_ld_is_safe_in_a_script_element(article: Article) -> None:
    evil = replace(article, headline=f"</script><b>{BREAKS}")
    line = WRITERS["schema-org"].render(evil)
    assert "<" not in line
    assert line.splitlines() == [line]
    assert json.loads(line)["headline"] == evil.headline


def test_json_ld_leaves_out_what_is_absent(article: Article, rejected: Rejected) -> None:
    data = json.loads(WRITERS["schema-org"].render(article))
    assert data["@type"] == "NewsArticle"
    assert data["author"] == [{"@type": "Person", "name": "ريم القاضي"}]
    assert data["datePublished"] == "2024-03-25T14:05"
    assert "dateModified" not in data
    assert data["dateline"] == "عدن -"
    assert WRITERS["schema-org"].render(rejected) == ""


def test_markdown_of_a_whole_article(article: Article) -> None:
    assert WRITERS["markdown"].render(article) == "\n\n".join(
        [
            "عاجل",
            "# سدّ الوادي يمتلئ للمرة الأولى",
            "**المياه بلغت حافة السد فجر اليوم**",
            "كتبت: ريم القاضي | وكالة الضفاف | 2024-03-25 14:05",
            "عدن - بلغت المياه حافة السد.  \nوفتحت البوابات.",
            "وقال الوزير سالم الهاشمي إن السد امتلأ",
            "### أرقام \\#1",
            "- 1\\. مليون متر\n- \\* مليونان",
            "| السنة | المنسوب\\|متر |  |\n| --- | --- | --- |\n| 2023 | 12 | تقدير |",
            "> لم نر مثل هذا \\<b>قط\\</b>",
            "> @difaf: صور من السد",
            "المصدر: وكالات",
            "*السد صباح اليوم (أرشيف الضفاف)*",
        ]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# عنوان", "\\# عنوان"),
        ("> قول", "\\> قول"),
        ("- قال", "\\- قال"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("12) بند", "12\\) بند"),
        ("2024. انتهى", "2024\\. انتهى"),
        ("3.5 ملايين", "3.5 ملايين"),
        ("١. بند", "١. بند"),
        ("[رابط](http://x)", "\\[رابط\\](http://x)"),
        ("AT&T و &amp;", "AT&T و \\&amp;"),
        ("5 < 6", "5 < 6"),
        ("`كود`", "\\`كود\\`"),
        ("_مائل_", "\\_مائل\\_"),
        ("#غزة_الآن", "\\#غزة_الآن"),
        ("قال \\ ثم", "قال \\\\ ثم"),
        ("| أ | ب |", "\\| أ | ب |"),
        ("+ زائد", "\\+ زائد"),
        ("~~محذوف~~", "\\~\\~محذوف\\~\\~"),
    ],
)
def test_markdown_escapes_what_would_be_markup(text: str, expected: str) -> None:
    assert escape(text) == expected


def test_text_of_a_whole_article(article: Article) -> None:
    text = WRITERS["text"].render(article)
    assert text.startswith("عاجل\n\nسدّ الوادي يمتلئ للمرة الأولى\n\nالمياه")
    assert "- 1. مليون متر\n- * مليونان" in text
    assert "السنة\tالمنسوب|متر\n2023\t12\tتقدير" in text
    assert text.endswith("المصدر: وكالات\n\n[السد صباح اليوم (أرشيف الضفاف)]")


def test_no_form_feed_stands_inside_a_page(article: Article) -> None:
    odd = replace(article, headline="عنوان\fثان", body=(BodyBlock(BlockType.PARAGRAPH, "نص\fنص"),))
    for name in ("text", "markdown"):
        assert "\f" not in WRITERS[name].render(odd)
        assert "\f" in WRITERS[name].separator


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_csv_has_one_row_a_page(article: Article, rejected: Rejected) -> None:
    form = WRITERS["csv"]
    rows = _rows(form.header + form.separator.join(map(form.render, (article, rejected))))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 3
    first = dict(zip(COLUMNS, rows[1], strict=True))
    assert first["headline"] == article.headline
    assert first["text"].startswith("عدن - بلغت المياه حافة السد.\nوفتحت البوابات.\n\nوقال")
    assert dict(zip(COLUMNS, rows[2], strict=True))["reason"] == "not_an_article"


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t=", " =", "\N{FULLWIDTH EQUALS SIGN}", "\N{RIGHT-TO-LEFT MARK}="]
)
def test_csv_holds_no_formula(article: Article, start: str) -> None:
    row = _rows(WRITERS["csv"].render(replace(article, headline=f"{start}cmd|' /C calc'!A0")))[0]
    assert row[COLUMNS.index("headline")].startswith("'")


def test_csv_begins_with_the_mark_that_excel_needs() -> None:
    assert WRITERS["csv"].header.startswith("\N{ZERO WIDTH NO-BREAK SPACE}schema,path,")
