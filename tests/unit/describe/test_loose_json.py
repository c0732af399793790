"""JSON as templates write it."""

import pytest

from warraq.describe.loose_json import read_json


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "س", "b": [1, 2,],}', {"a": "س", "b": ["1", "2"]}),
        ('{"a": "س"};', {"a": "س"}),
        ('<!--\n{"a": "س"}\n-->', {"a": "س"}),
        ('//<![CDATA[\n{"a": "س"}\n//]]>', {"a": "س"}),
        ('/*<![CDATA[*/ {"a": "س"} /*]]>*/', {"a": "س"}),
        ("{&quot;a&quot;: &quot;س&quot;}", {"a": "س"}),
        ("{“a”: “س”}", {"a": "س"}),
        ('{"a": "سطر\nثان\tوثالث"}', {"a": "سطر\nثان\tوثالث"}),
        ('{"headline": "الوزير: "لن نتراجع"", "b": "س"}', {"headline": 'الوزير: "لن نتراجع"', "b": "س"}),
        ('{"headline": "قال "نعم", ثم مضى", "b": "س"}', {"headline": 'قال "نعم", ثم مضى', "b": "س"}),
        ('{"a": ["قال "لا" ومضى", "ب"]}', {"a": ['قال "لا" ومضى', "ب"]}),
        ('{"a": , "b": "س"}', {"a": None, "b": "س"}),
        ('{"a": "س" "b": "ص"}', {"a": "س", "b": "ص"}),
        ("{'a': 'س', b: true,}", {"a": "س", "b": True}),
        ('{"a": "س", /* تعليق */ "b": "ص", // آخر\n}', {"a": "س", "b": "ص"}),
        ('{"a": "س",<br />\n"b": "ص",}', {"a": "س", "b": "ص"}),
        ('{"a": {"b": "س", "c": ["د"', {"a": {"b": "س", "c": ["د"]}}),
        (r'{"a": "\u0633\q \ud83d\ude00",}', {"a": "سq 😀"}),
    ],
)
def test_what_a_strict_parser_refuses(text, expected):
    assert read_json(text) == (expected,)


def test_values_in_a_row():
    assert read_json('{"a": 1}\n{"b": "س"}') == ({"a": "1"}, {"b": "س"})


@pytest.mark.parametrize("text", ["", "  ", "var a;", "<!-- -->", "لا شيء"])
def test_nothing_to_read(text):
    assert read_json(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        '{"a":"' + '" x' * 60_000,
        '{"a":"' + '\\"' * 60_000,
        "[" * 60_000,
        '{"a":' * 60_000,
        "{" + "//\n" * 60_000,
        '{"a"' + " " * 60_000 + "x",
    ],
    ids=["quotes", "backslashes", "arrays", "objects", "comments", "spaces"],
)
def test_hostile_text_ends(text):
    assert len(read_json(text)) <= 200
