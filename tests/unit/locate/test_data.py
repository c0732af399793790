"""Texts that stand in a page's data."""

import json

from lxml import etree

from warraq.locate.data import from_bodies, from_scripts

FIRST = "وصلت إلى الميناء صباح أمس أول سفينة شحن منذ افتتاح الرصيف الجديد، وعلى متنها أربعون ألف طن من القمح."
SECOND = "وقال مدير الميناء إن التفريغ يستغرق خمسة أيام، وإن سفينتين أخريين تصلان قبل نهاية الأسبوع."
TITLE = "أول سفينة قمح ترسو في الرصيف الجديد"


def found(script: str, titles=(TITLE,)) -> list[str]:
    data = from_scripts(etree.HTML(f"<body><div id='app'></div>{script}</body>"), titles)
    return [b.text for b in data.blocks] if data else []


def next_data(value: object) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value, ensure_ascii=True)}</script>'


def test_a_list_of_paragraphs():
    page = {"props": {"article": {"title": TITLE, "blocks": [{"text": FIRST}, {"text": SECOND}]}}}
    assert found(next_data(page)) == [FIRST, SECOND]


def test_one_string_of_markup():
    page = {"state": {"post": {"title": TITLE, "content": f"<p>{FIRST}</p><p>{SECOND}</p>"}}}
    assert found(next_data(page)) == [FIRST, SECOND]


def test_the_text_beside_the_title_wins_over_longer_lists_of_others():
    latest = [{"title": f"خبر {n}", "body": FIRST} for n in range(9)]
    page = {"latest": latest, "page": {"title": TITLE, "body": SECOND + " " + SECOND}}
    assert found(next_data(page)) == [SECOND + " " + SECOND]


def test_a_script_that_assigns_json():
    value = json.dumps({"article": {"title": TITLE, "body": f"{FIRST}\n\n{SECOND}"}}, ensure_ascii=False)
    assert found(f"<script>window.__STATE__ = {value};</script>") == [FIRST, SECOND]


def test_a_script_variable_with_escapes():
    literal = f"{FIRST}<br><br>{SECOND}".replace("و", "\\u0648").replace("أ", "\\u0623")
    assert found(f'<script>var story_body = "{literal}"; var story_id = 7;</script>') == [FIRST, SECOND]


def test_interface_texts_are_no_article():
    page = {
        "i18n": {"cookie": "نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع"},
        "page": {"text": FIRST + SECOND},
    }
    assert found(next_data(page)) == [FIRST + SECOND]


def test_broken_json_and_lone_surrogates_give_no_error():
    assert found('<script type="application/json">{"a": [' + "[" * 500 + "</script>" + " " * 200) == []
    assert found('<script>var article_body = "' + FIRST + '\\ud800";</script>') != []


def test_the_longest_declared_body():
    data = from_bodies((FIRST, f"{FIRST}\n{SECOND}"))
    assert data is not None
    assert [b.text for b in data.blocks] == [FIRST, SECOND]
    assert from_bodies(("",)) is None
