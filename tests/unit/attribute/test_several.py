"""Lines that name several persons with several tasks."""

import pytest

from warraq.attribute.several import read_lines


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "(إعداد سلوى بن يوسف للنشرة العربية - تحرير نبيل الكيلاني)",
            [("سلوى بن يوسف", "byline", "author"), ("نبيل الكيلاني", "credit", "editor")],
        ),
        (
            "القاهرة - كتب: سمير الحداد، تصوير: نبيل الكيلاني",
            [("سمير الحداد", "byline", "author"), ("نبيل الكيلاني", "photo", "photographer")],
        ),
        (
            "بقلم: سمير الحداد - ترجمة: سلوى بن يوسف",
            [("سمير الحداد", "byline", "author"), ("سلوى بن يوسف", "translation", "translator")],
        ),
        ("كتب سمير الحداد ونبيل الكيلاني", [("سمير الحداد|نبيل الكيلاني", "byline", "author")]),
        ("إعداد وتصوير: سمير الحداد", [("سمير الحداد", "byline", "author")]),
        ("الرياض - واس", [("", "dateline", None)]),
    ],
)
def test_every_task_is_an_answer(text, answers):
    found = read_lines(text)
    assert [("|".join(p.names), p.kind.value, p.role and p.role.value) for p in found] == answers
    for parts in found:
        assert parts.text in text
