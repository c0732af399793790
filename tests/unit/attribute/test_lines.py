"""Attribution lines: where they may stand, datelines and trailing credits, and what is promised of any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.arabic.labels import Label
from warraq.attribute.lines import dateline, line_role, read_line, trailing_credit
from warraq.attribute.notes import _Opening, editor_note
from warraq.lexicon import load
from warraq.model import Person, Role

REST = "أعلنت الجمعية وصول الدفعة الأولى من المساعدات إلى المخازن صباح اليوم."


def test_a_bare_name_counts_only_beside_headline_or_end_and_alone():
    name = "سلوى بن يوسف"
    assert line_role(name, near_headline=True, near_end=False).kind is Role.BYLINE
    assert line_role(name, near_headline=False, near_end=True).names == (name,)
    assert line_role(name, near_headline=False, near_end=False) is None
    assert line_role(name, near_headline=True, near_end=False, alone=False) is None
    assert line_role(name, near_headline=False, near_end=False, in_caption=True) is None


def test_a_label_needs_no_place():
    parts = line_role("تصوير: سلوى بن يوسف", near_headline=False, near_end=False)
    assert parts.kind is Role.PHOTO
    assert parts.role is Person.PHOTOGRAPHER


def test_an_outlet_that_names_a_section_is_no_credit_beside_the_headline():
    assert line_role("اليوم السابع", near_headline=True, near_end=False) is None
    assert line_role("اليوم السابع", near_headline=False, near_end=True).outlets == ("اليوم السابع",)


def test_a_caption_of_a_person_is_no_credit():
    for text in ("الأمير سعد بن ناصر", "سلوى بن يوسف أثناء المؤتمر", "صورة جماعية للمشاركين"):
        assert line_role(text, near_headline=False, near_end=False, in_caption=True) is None


def test_a_paragraph_with_its_source_at_the_end_is_not_a_credit_as_a_whole():
    text = "وعاد الهدوء إلى المدينة مساء أمس بعد يومين من الأمطار. المصدر: رويترز"
    assert line_role(text, near_headline=False, near_end=True) is None
    assert trailing_credit(text).outlets == ("رويترز",)


@pytest.mark.parametrize(
    "text",
    ["* وزير النقل يفتتح الجسر الجديد", "- رئيس البلدية وعدد من السكان", "* مدير المدرسة: سنعود", "كاتب من عدن"],
)
def test_an_item_of_a_list_is_no_note(text):
    assert editor_note(text) is None


@pytest.mark.parametrize("label", load("labels", Label), ids=lambda label: label.example)
def test_the_example_of_every_label_is_told(label):
    parts = line_role(label.example, near_headline=True, near_end=True)
    assert parts is not None
    assert parts.kind is label.kind
    assert parts.role is (label.person[0] if label.person else parts.role)


@pytest.mark.parametrize("opening", load("notes", _Opening), ids=lambda opening: opening.example)
def test_the_example_of_every_note_is_told(opening):
    assert editor_note(opening.example).kind is Role.EDITOR_NOTE
    assert (editor_note(opening.example.lstrip("* ")) is None) == opening.marked


@pytest.mark.parametrize(
    ("attribution", "gap", "names", "places", "outlets"),
    [
        ("دمشق، سوريا (CNN)", " -- ", (), ("دمشق", "سوريا"), ("CNN",)),
        ("القاهرة (رويترز)", " - ", (), ("القاهرة",), ("رويترز",)),
        ("مسقط 12 مايو أيار (رويترز)", " - ", (), ("مسقط",), ("رويترز",)),
        ("عمان - بترا", " - ", (), ("عمان",), ("بترا",)),
        ("دمشق-سانا", " ", (), ("دمشق",), ("سانا",)),
        ("الرياض 04 محرم 1438 هـ الموافق 05 أكتوبر 2016 م واس", " ", (), ("الرياض",), ("واس",)),
        ("المنامة في 4 مايو /بنا/", " ", (), ("المنامة",), ("بنا",)),
        ("رام الله 4-5-2016 وفا", "- ", (), ("رام الله",), ("وفا",)),
        ("الخرطوم 4 مايو 2016م (سونا)", "- ", (), ("الخرطوم",), ("سونا",)),
        ("السومرية نيوز/ بغداد", " ", (), ("بغداد",), ("السومرية نيوز",)),
        ("لندن: «الشرق الأوسط»", " ", (), ("لندن",), ("الشرق الأوسط",)),
        ("قرية الريح (أ ف ب)", " - ", (), ("قرية الريح",), ("أ ف ب",)),
        ("كتب – أحمد سالم", ": ", ("أحمد سالم",), (), ()),
        ("القاهرة - كتب أحمد سالم", ": ", ("أحمد سالم",), ("القاهرة",), ()),
        ("واشنطن/ الأناضول/ محمد علي", " - ", ("محمد علي",), ("واشنطن",), ("الأناضول",)),
        ("(أ ف ب)", " - ", (), (), ("أ ف ب",)),
        ("وكالات", " - ", (), (), ("وكالات",)),
        ("بيروت", " - ", (), ("بيروت",), ()),
    ],
)
def test_a_dateline_is_found_and_left_in_place(attribution, gap, names, places, outlets):
    text = attribution + gap + REST
    parts = dateline(text)
    assert parts is not None
    assert (parts.text, parts.start, parts.end) == (attribution, 0, len(attribution))
    assert (parts.names, parts.places, parts.outlets) == (names, places, outlets)
    assert parts.kind is Role.DATELINE


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "القاهرة: " + REST,
        "رويترز: الحكومة تدرس رفع أسعار الوقود بداية من الشهر المقبل وسط معارضة النواب.",
        "محمد صالح: لا أفكر في الرحيل عن الفريق هذا الموسم ولا في الموسم المقبل أيضا.",
        "مصر - التي فازت بالبطولة سبع مرات - تواجه المغرب في ربع النهائي يوم الأحد المقبل.",
        "سوريا - العراق: طريق بري جديد يربط بين البلدين بعد سنوات من التوقف الكامل للحركة.",
        "كتب أحمد سالم مقالا طويلا قبل عامين - في الصحيفة نفسها - يشرح فيه رأيه في الأزمة.",
        "غسان الحداد لـ«المدن»: لن أترشح للانتخابات المقبلة ولن أدعم أحدا من المرشحين فيها.",
        "قالت وزارة النقل - في بيان - إن الميناء سيعود إلى العمل خلال أسبوع.",
        "تونس ومع ذلك لم تتأثر كثيرا بما يجري في الأسواق العالمية خلال الشهور الماضية.",
    ],
)
def test_prose_has_no_dateline(text):
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("credit", "outlets", "names"),
    [
        ("(وكالات)", ("وكالات",), ()),
        ("(أ ف ب، رويترز)", ("أ ف ب", "رويترز"), ()),
        ("/ أ ف ب/", ("أ ف ب",), ()),
        ("(قنا)", ("قنا",), ()),
        ("المصدر: رويترز", ("رويترز",), ()),
        ("المصدر: الجزيرة + وكالات", ("الجزيرة", "وكالات"), ()),
        ("رويترز", ("رويترز",), ()),
        ("(إعداد محمد العمري للنشرة العربية - تحرير أمل السباعي)", (), ("محمد العمري", "أمل السباعي")),
    ],
)
def test_a_trailing_credit_is_found_and_left_in_place(credit, outlets, names):
    text = "وعاد الهدوء إلى المدينة مساء. " + credit
    parts = trailing_credit(text)
    assert text[parts.start : parts.end] == credit == parts.text
    assert (parts.outlets, parts.names) == (outlets, names)


@pytest.mark.parametrize(
    "text",
    [
        "وعاد الهدوء إلى المدينة مساء.",
        "بحسب ما نقلته وكالة الأنباء السعودية (واس).",
        "حسب ما ذكرت صحيفة (الحياة)",
        "وقال المتحدث في حديثه لـ (رويترز)",
        "وعاد الهدوء إلى المدينة (حلب)",
        "وعاد الهدوء إلى المدينة مساء، نقلا عن رويترز.",
        "وقال المصدر: عدنا إلى المدينة.",
        "(وكالات)",
        "",
    ],
)
def test_prose_has_no_trailing_credit(text):
    assert trailing_credit(text) is None


def test_a_known_byline_is_read_by_its_shape():
    assert read_line("وسامكو - د ب أ").places == ("وسامكو",)
    assert read_line("الرياض - ميلاف الحسني").names == ("ميلاف الحسني",)
    assert read_line("&nbsp;واس (المنامة)").outlets == ("واس",)
    assert read_line("«صدى الوادي» من عدن").outlets == ("صدى الوادي",)
    assert read_line("سانت بطرسبرغ (روسيا) - الرياض").outlets == ("الرياض",)
    assert read_line("خالد  الجهني - تبوك").names == ("خالد الجهني",)


def test_a_login_is_no_person():
    for text in ("بواسطة admin", "بواسطة husain.haddad", "بواسطة: فريق التحرير"):
        parts = line_role(text, near_headline=True, near_end=False)
        assert parts.kind is Role.BYLINE
        assert parts.names == ()


LINES = st.lists(
    st.sampled_from(
        "القاهرة الرياض رويترز وكالات كتب بقلم سمير الحداد من في 2016 مايو - / : ( ) « » ، . .. * و وليد المدينة أ.ف.ب"
        " قال تصوير المصدر \u200f \u00a0 \u2028 ـ".split(" ")
    ),
    max_size=14,
).map(" ".join)


@given(st.one_of(LINES, st.text(max_size=120)))
def test_any_text_can_be_asked_and_offsets_point_into_it(text):
    read_line(text)
    line_role(text, near_headline=True, near_end=True)
    line_role(text, near_headline=False, near_end=False, in_caption=True)
    for parts in (dateline(text), trailing_credit(text)):
        assert parts is None or text[parts.start : parts.end] == parts.text
