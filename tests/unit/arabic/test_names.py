"""Persons, places and outlets told by name."""

import tomllib
from importlib.resources import files

import pytest

from warraq.arabic.gazetteer import outlets, places
from warraq.arabic.names import is_person, outlet_of, place_of, split_persons, strip_role, strip_titles


@pytest.mark.parametrize(
    "text",
    [
        "سمير الحداد",
        "محمد بن متعب بن ثنيان آل سعود",
        "أ.د. نوال عبد الرحمن الكيلاني",
        "د.رنا القاضي",
        "المهندس رائد الخطيب",
        "أبو بكر السعدي",
        "عبدالرحمن شار",
        "نور الدين بن عيسى",
        "محمد ولد عبد الطالب",
        "الشيخ صالح العبيد",
        "منيّر الجمّال",
        "حمدى رزق",
        "على حسن",
        "أمل السباعي",
        "توفيق بوعشرة",
        "توماس أندرسون",
        "Mohannad Haddad",
        "Anne-Marie O'Connor",
    ],
)
def test_a_persons_name(text):
    assert is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "محمد",
        "admin",
        "المحرر",
        "فريق التحرير",
        "هيئة التحرير",
        "husain.haddad",
        "Samir.Haddad Samir.Haddad",
        "samir haddad",
        "News Desk",
        "Read More",
        "Getty Images",
        "رويترز",
        "اليوم السابع",
        "شرم الشيخ",
        "خان يونس",
        "أبو ظبي",
        "أمل جديد",
        "نور الشمس",
        "محمد يعلن اعتزاله",
        "سمير الحداد في القاهرة",
        "سمير الحداد 3",
        "على فكرة",
        "كمال الأجسام بالصور",
        "مقالات ذات صلة",
        "@samir_haddad",
    ],
)
def test_no_persons_name(text):
    assert not is_person(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("جوليا هاريس وأنجليكا كنعان", ("جوليا هاريس", "أنجليكا كنعان")),
        ("سامي علي و هدى سالم", ("سامي علي", "هدى سالم")),
        ("وليد جابر", ("وليد جابر",)),
        ("سوزان والي", ("سوزان والي",)),
        ("محمد وسام", ("محمد وسام",)),
        ("أحمد وهبي ووائل واصف", ("أحمد وهبي", "وائل واصف")),
        ("سامي علي، د. هدى سالم", ("سامي علي", "هدى سالم")),
        ("سامي علي ود. هدى سالم", ("سامي علي", "هدى سالم")),
        ("سامي علي / هدى سالم", ("سامي علي", "هدى سالم")),
        ("إيمي تومولتي ودان بلازن", ("إيمي تومولتي", "دان بلازن")),
        ("سامي علي وهدى سالم ونبيل عيد", ("سامي علي", "هدى سالم", "نبيل عيد")),
        ("John Carter and Mary Smith", ("John Carter", "Mary Smith")),
        ("", ()),
    ],
)
def test_names_are_split(text, names):
    assert split_persons(text) == names


def test_titles_are_left_off_and_ranks_stay():
    assert strip_titles(("أ.", "د.", "سمير")) == ("سمير",)
    assert strip_titles(("الشيخ", "سمير")) == ("الشيخ", "سمير")
    assert strip_titles(("الدكتور",)) == ("الدكتور",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أ ف ب", "فرانس برس"),
        ("أ.ف.ب", "فرانس برس"),
        ("ا. ف. ب.", "فرانس برس"),
        ("إ ف ب", "فرانس برس"),
        ("وكالة الصحافة الفرنسية", "فرانس برس"),
        ("AFP", "فرانس برس"),
        ("د ب أ", "الألمانية"),
        ("«الشرق الأوسط»", "الشرق الأوسط"),
        ("لصحيفة الحياة", "الحياة"),
        ("وومع", None),
        ("ومع", "ومع"),
        ("و م ع", "ومع"),
        ("وأج", "وأج"),
        ("الجزيرة.نت", "الجزيرة"),
        ("ايلاف", "إيلاف"),
        ("سمير الحداد", None),
        ("", None),
    ],
)
def test_outlets(text, name):
    assert outlet_of(text) == name


@pytest.mark.parametrize(
    "text",
    "واس وام بنا كونا قنا بترا سانا واع وفا وأج وات ومع سونا رويترز الأناضول شينخوا سبوتنيك تاس وكالات متابعات".split(),
)
def test_every_national_agency_is_known(text):
    assert outlet_of(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("بالقاهرة", "القاهرة"),
        ("لبغداد", "بغداد"),
        ("اسطنبول", "إسطنبول"),
        ("مكة", "مكة المكرمة"),
        ("الولايات المتحدة الأميركية", "الولايات المتحدة"),
        ("للرياض", "الرياض"),
        ("لندنية", None),
        ("", None),
    ],
)
def test_places(text, name):
    assert place_of(text) == name


@pytest.mark.parametrize(
    "capital",
    "الرياض أبوظبي الكويت الدوحة المنامة مسقط صنعاء بغداد دمشق بيروت عمّان القدس القاهرة الخرطوم طرابلس تونس الجزائر"
    " الرباط نواكشوط مقديشو جيبوتي موروني".split(),
)
def test_every_arab_capital_is_known(capital):
    assert place_of(capital)


def test_a_word_that_is_also_a_name_is_not_sure():
    assert places().whole("الخبر") is not None
    assert not places().whole("الخبر").sure
    assert not outlets().whole("اليوم").sure
    assert outlets().whole("رويترز").sure


def test_the_longest_name_is_found():
    keys = ["شرم", "الشيخ", "سمير"]
    assert places().at(keys, 0).words == 2
    assert places().ending(["سمير", "شرم", "الشيخ"], 3).words == 2
    assert places().at(keys, 2) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("بقلم/ سمير الحداد", "سمير الحداد"),
        ("كتبت: هدى الجمل", "هدى الجمل"),
        ("By Samir Haddad", "Samir Haddad"),
        ("إعداد - د. رنا القاضي", "د. رنا القاضي"),
        ("بقلم", "بقلم"),
        ("كتبي المفضلة", "كتبي المفضلة"),
        ("", ""),
    ],
)
def test_the_label_before_a_name_is_left_off(text, name):
    assert strip_role(text) == name


def test_every_flagged_spelling_is_a_spelling():
    for name in ("places", "outlets"):
        content = tomllib.loads((files("warraq") / "data" / "lexicons" / f"{name}.toml").read_text("utf-8"))
        for entry in content["entry"]:
            groups = [entry.get("country", []), *entry.get("cities", []), *entry.get("names", [])]
            spellings = {spelling for group in groups for spelling in group}
            assert set(entry.get("words", [])) <= spellings
