"""Whatever is fed in, an answer comes out: never a traceback, never a crash of one stage."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from warraq.batch.one import answer
from warraq.model import Article, Options, Origin, RawPage, Reason, Source
from warraq.pipeline import extract_page
from warraq.read import read_pages
from warraq.write import WRITERS

Run = Callable[..., Result]
ROOT = Path(__file__).resolve().parents[3]
SAMPLES = sorted((ROOT / "samples").rglob("page.*"))
PARAGRAPH = "<p>وبلغ عدد الزوار في اليوم الأول عشرة آلاف، بحسب إدارة المعرض التي مددت ساعات الدخول حتى المساء.</p>"


def _nested(depth: int, inside: str = PARAGRAPH * 5) -> bytes:
    return ("<html><body>" + "<div>" * depth + inside + "</div>" * depth).encode()


BROKEN = {
    "empty": b"",
    "spaces": b" \n\t\n ",
    "nul": b"\x00" * 5000,
    "png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "noise": random.Random(7).randbytes(20_000),
    "no text": b"<html><head><title>x</title></head><body><img src=a.png><script>1</script></body></html>",
    "no element": "خبر".encode(),
    "nested 300": _nested(300),
    "nested 20000": _nested(20_000),
    "open tags": b"<div><p>" * 20_000,
    "closed tags": b"</div></p>" * 20_000,
    "quotes": b'<p class="' + b"a" * 100_000,
    "entities": b"<p>" + b"&#1605;&#xD800;&#0;&#99999999;&amp" * 2000,
    "comments": b"<!--" * 20_000 + PARAGRAPH.encode(),
    "attributes": b"<p " + b" ".join(b"a%d=1" % n for n in range(20_000)) + b">x</p>",
    "one word": b"<html><body>" + "كلمة".encode() * 200_000,
    "table": b"<table>" + b"<tr>" + b"<td>x" * 5000,
    "lists": b"<ul><li>" * 2000 + "بند".encode(),
    "half a character": PARAGRAPH.encode()[:-20] + b"\xd9",
    "surrogates": b"<p>" + b"\xed\xa0\x80" * 500,
    "jsonld": b'<script type="application/ld+json">' + b"[" * 50_000 + b"</script>" + PARAGRAPH.encode() * 4,
    "json types": b'<script type="application/ld+json">{"@type":["NewsArticle",1,null],"headline":{"a":[1]},'
    b'"author":[[{"name":5}],true],"datePublished":{},"articleBody":7,"image":[null,{"url":[]}]}</script>'
    + PARAGRAPH.encode()
    * 4,
    "meta": b'<meta property="article:published_time" content="' + "٩".encode() * 5000 + b'">' + PARAGRAPH.encode() * 4,
    "marks": b"<p>" + "م\N{ARABIC FATHA}".encode() + "\N{ARABIC FATHA}".encode() * 50_000 + PARAGRAPH.encode(),
    "directions": "\N{RIGHT-TO-LEFT OVERRIDE}".encode() * 50_000 + PARAGRAPH.encode() * 4,
    "quotation marks": b"<p>" + '«“"'.encode() * 5000 + PARAGRAPH.encode() * 3,
    "verbs": b"<p>" + "وقال وأضاف أن إن قال: ".encode() * 2000 + b"</p>",
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_answer_comes_out(warraq: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(BROKEN[name])
    result = warraq("extract", path, "--with-rejected", "--max-seconds", "20")
    assert result.exit_code in (0, 1, 3)
    assert result.stderr.count("\n") <= 1
    record = json.loads(result.stdout)
    assert record.get("reason") not in ("crash", "timeout", "memory"), record["detail"]


def test_a_page_below_many_elements_is_read(warraq: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(_nested(300, f"<h1>معرض الكتاب يستقبل زواره</h1>{PARAGRAPH * 5}"))
    assert "عشرة آلاف" in warraq("extract", path, "--format", "text").stdout


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_a_page_cut_off_anywhere_gives_an_answer(sample: Path) -> None:
    content = sample.read_bytes()
    source = Source(Origin(str(sample)), media_type="text/plain" if sample.suffix == ".txt" else "text/html")
    for part in range(1, 12):
        cut = RawPage(source, content[: len(content) * part // 12])
        found = answer(cut, extract_page, Options())
        assert isinstance(found, Article) or found.reason is not Reason.CRASH, found.detail
        for form in WRITERS.values():
            form.render(found).encode()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_a_page_with_wrong_bytes_gives_an_answer(tmp_path: Path, sample: Path) -> None:
    chance = random.Random(sample.parent.name)
    for number in range(5):
        content = bytearray(sample.read_bytes())
        for _ in range(len(content) // 50):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path = tmp_path / f"{number}{sample.suffix}"
        path.write_bytes(content)
        for page in read_pages(path):
            found = answer(page, extract_page, Options())
            assert isinstance(found, Article) or found.reason is not Reason.CRASH, found.detail
