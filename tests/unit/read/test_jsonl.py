"""JSON Lines with a field that holds a page."""

from __future__ import annotations

import json

from warraq.model import Options, RawPage, Rejected
from warraq.read import read_bytes


def test_every_line_is_a_page_with_its_url(page: bytes) -> None:
    lines = [json.dumps({"url": f"http://example.com/{n}", "html": page.decode()}) for n in range(2)]
    lines.insert(1, json.dumps({"html": page.decode(), "link": "http://example.com/x"}, ensure_ascii=False))
    content = "\ufeff" + "\n\n".join(lines) + "\n"
    answers = list(read_bytes(content.encode()))
    assert [a.source.url for a in answers] == ["http://example.com/0", "http://example.com/x", "http://example.com/1"]
    assert [a.source.origin.member for a in answers] == ["line 1", "line 3", "line 5"]
    assert all(isinstance(a, RawPage) and a.body == page and a.charset_hint == "utf-8" for a in answers)


def test_another_field_and_plain_text(page: bytes) -> None:
    content = json.dumps({"content": "وصل الوفد إلى المدينة"}).encode()
    (answer,) = read_bytes(content, options=Options(html_field="content"))
    assert isinstance(answer, RawPage)
    assert (answer.source.media_type, answer.body.decode()) == ("text/plain", "وصل الوفد إلى المدينة")


def test_a_bad_line_does_not_stop_the_others(page: bytes) -> None:
    good = json.dumps({"html": page.decode()})
    content = "\n".join([good, "{broken", '{"other": 1}', '{"html": ""}', "[" * 100_000, good])
    answers = list(read_bytes(content.encode()))
    assert [a.reason.value if isinstance(a, Rejected) else "page" for a in answers] == [
        "page",
        "damaged_container",
        "unsupported_format",
        "empty",
        "damaged_container",
        "page",
    ]
