"""Fields of the article in an application's state, where the page states nothing else."""

import json

from warraq.describe import declared
from warraq.model import DecodedPage, Source
from warraq.parse import parse

TEXT = "بدأت الهيئة العامة للنقل تشغيل خط جديد بين الجزيرة والبر الرئيسي، وقالت إن الرحلات يومية. " * 3
STATE = {
    "props": {
        "mostRead": [{"title": "خبر آخر", "publishDate": "2001-01-01", "body": "نص قصير"}],
        "article": {
            "id": 7,
            "title": "خط بحري جديد",
            "contentHtml": f"<p>{TEXT}</p>",
            "publishedAt": "2024-11-20T08:00:00+03:00",
            "lastUpdateDate": "2024-11-21T09:00:00+03:00",
            "writer": {"id": 3, "name": "ريم السويدي"},
            "category": {"slug": "local", "name": "محليات"},
            "categoryId": "12",
            "tags": [{"name": "نقل"}, {"name": "بحر"}],
        },
    }
}


def read(script, head=""):
    page = f"<html><head>{head}</head><body><div id=__next></div>{script}</body></html>"
    return declared(parse(DecodedPage(Source(), page)))


def values(found):
    return [f.value for f in found]


def test_next_data():
    found = read(f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(STATE)}</script>')
    assert values(found.published) == ["2024-11-20T08:00:00+03:00"]
    assert values(found.modified) == ["2024-11-21T09:00:00+03:00"]
    assert values(found.authors) == ["ريم السويدي"]
    assert values(found.section) == ["محليات"]
    assert values(found.tags) == ["نقل", "بحر"]


def test_assignment_with_upper_case_keys_and_a_semicolon():
    state = {"data": {"TITLE": "خط بحري", "NEWS_DATE": "2021-08-29 22:14", "DETAILS": TEXT}}
    found = read(f"<script>window.__INITIAL_STATE__ = {json.dumps(state)};(function(){{}})();</script>")
    assert [(f.value, f.source) for f in found.published] == [("2021-08-29 22:14", "data:NEWS_DATE")]


def test_state_is_not_asked_where_the_head_speaks():
    head = '<meta property="article:published_time" content="2024-01-01T00:00:00Z">'
    found = read(f'<script id="__NEXT_DATA__">{json.dumps(STATE)}</script>', head)
    assert [f.source for f in found.published] == ["article:published_time"]


def test_teasers_in_the_state_of_a_front_page_are_no_article():
    state = {"items": [{"title": f"خبر {n}", "date": "2024-01-01", "description": "موجز"} for n in range(30)]}
    assert read(f"<script>window.__DATA__={json.dumps(state)}</script>").published == ()


def test_hostile_state_ends():
    assert read("<script>window.__X__=" + "[" * 50_000 + "</script>").published == ()
