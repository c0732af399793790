"""Who made an article, where lines, markup and boxes differ."""

from warraq.describe.titles import keys_of
from warraq.describe.who import decide_authors
from warraq.model import Candidates, Found, LineParts, Person, Role

SITES = keys_of(["صحيفة الأفق", "alofuq.example"])


def found(*pairs):
    return tuple(Found(value, source, value) for value, source in pairs)


def line(text, *names, kind=Role.BYLINE, role=None, **parts):
    return LineParts(text, kind, names, role=role, **parts)


def decide(lines=(), declared=(), visible=()):
    authors = decide_authors(
        Candidates(authors=found(*declared)), Candidates(authors=found(*visible)), tuple(lines), SITES
    )
    return [(a.value.name, a.value.role, a.source) for a in authors]


def test_printed_byline_holds_against_the_account_that_posted():
    assert decide([line("كتبت: سعاد العلي", "سعاد العلي")], [("كريم ناصر", "meta:author")]) == [
        ("سعاد العلي", Person.AUTHOR, "byline")
    ]


def test_markup_speaks_where_the_byline_names_an_outlet():
    lines = [line("بيروت - الأفق", places=("بيروت",), outlets=("الأفق",))]
    assert decide(lines, [("كريم ناصر", "jsonld:author")]) == [("كريم ناصر", Person.AUTHOR, "jsonld:author")]


def test_caption_that_looks_like_a_byline_goes_where_the_markup_confirms_another():
    lines = [line("نوال الصباح", "نوال الصباح"), line("سعاد العلي", "سعاد العلي")]
    assert decide(lines, visible=[("سعاد العلي", "visible:author")]) == [("سعاد العلي", Person.AUTHOR, "byline")]


def test_caption_goes_where_the_marked_byline_names_nobody():
    lines = [line("«الأفق» من جدة", outlets=("الأفق",)), line("نوال الصباح", "نوال الصباح")]
    assert decide(lines, visible=[("«الأفق» من جدة", "visible:author")]) == []


def test_labelled_byline_stays_beside_a_confirmed_one():
    lines = [line("بقلم: نوال الصباح", "نوال الصباح"), line("سعاد العلي", "سعاد العلي")]
    names = [name for name, _, _ in decide(lines, visible=[("سعاد العلي", "visible:author")])]
    assert names == ["نوال الصباح", "سعاد العلي"]


def test_roles_are_kept_apart_and_photographers_left_out():
    lines = [
        line("ترجمة: ليلى قاسم", "ليلى قاسم", kind=Role.TRANSLATION),
        line("تصوير: سمير عون", "سمير عون", role=Person.PHOTOGRAPHER),
    ]
    assert decide(lines, [("كريم ناصر", "jsonld:author"), ("هند الزين", "jsonld:editor")]) == [
        ("كريم ناصر", Person.AUTHOR, "jsonld:author"),
        ("هند الزين", Person.EDITOR, "jsonld:editor"),
        ("ليلى قاسم", Person.TRANSLATOR, "translation"),
    ]


def test_organization_by_type_is_no_person_however_it_is_called():
    assert decide(declared=[("سعاد العلي", "jsonld:author/organization")]) == []


def test_two_in_one_string_and_one_of_them_again():
    assert [
        name for name, _, _ in decide(declared=[("سعاد العلي وكريم ناصر", "meta:author"), ("كريم ناصر", "x:y")])
    ] == [
        "سعاد العلي",
        "كريم ناصر",
    ]


def test_latin_name_and_latin_login():
    assert [name for name, _, _ in decide(declared=[("Mona Haddad", "jsonld:author")])] == ["Mona Haddad"]
    for login in ("mona.haddad", "Mona.Haddad Mona.Haddad", "MONA", "mona", "mona haddad 3", "mona@alofuq.example"):
        assert decide(declared=[(login, "jsonld:author"), (login, "meta:author")]) == [], login


def test_name_that_is_also_a_word_counts_where_a_person_is_expected():
    assert [name for name, _, _ in decide(declared=[("هدى السيد", "jsonld:author")])] == ["هدى السيد"]
    assert [name for name, _, _ in decide(visible=[("بقلم: أمل حجازي", "visible:author")])] == ["أمل حجازي"]
    for name in ("نور نيوز", "أمل جديد", "إيمان اليوم"):
        assert decide(declared=[(name, "jsonld:author")]) == [], name
