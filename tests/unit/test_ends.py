"""What stands below an article for itself: the desk's initials, end marks, addresses; neither text nor attribution."""

import pytest

from warraq import extract

PROSE = "".join(
    f"<p>أعلنت الجمعية وصول الدفعة {n} من المساعدات إلى المخازن صباح اليوم بعد رحلة طويلة، "
    "وقالت إن التوزيع يبدأ غدا.</p>"
    for n in ("الأولى", "الثانية", "الثالثة", "الرابعة")
)


def article(end: str):
    return extract(f"<html><body><h1>وصول الدفعة الأولى إلى المخازن</h1><div>{PROSE}<p>{end}</p></div></body></html>")


@pytest.mark.parametrize(
    "end",
    [
        *("س ب/ن ع", "ع ب د / م خ", "ق.م", "/أ.ع", "(م.ن)", "م ن", "ر.ف/س.ت", "هـ.ع", "(النهاية)", "انتهى / 25 ع"),
        *("sami@paper.example", "@sami_writes", "للتواصل: sami@paper.example"),
        *("البريد الإلكتروني: sami@paper.example", "تويتر: @sami | sami@paper.example"),
    ],
)
def test_an_end_is_neither_text_nor_attribution(end):
    found = article(end)
    assert len(found.body) == 4
    assert found.lines == ()
    assert found.authors == ()


@pytest.mark.parametrize("end", ["د.ب.أ", "(أ ش أ)"])
def test_the_initials_of_an_agency_are_its_credit(end):
    assert [line.kind.value for line in article(end).lines] == ["credit"]


def test_a_name_with_an_address_is_the_byline():
    found = article("نبيل الكيلاني nabil@paper.example")
    assert len(found.body) == 4
    assert [line.names for line in found.lines] == [("نبيل الكيلاني",)]


def test_a_sentence_that_ends_the_text_stays():
    assert article("وانتهى اللقاء عند الظهر.").body[-1].text == "وانتهى اللقاء عند الظهر."


def test_a_bare_name_that_the_headline_has_is_no_author():
    header = "<h1>رئيس الجمعية سمير الحداد: الدفعة الأولى وصلت</h1><p>سمير الحداد</p>"
    found = extract(f"<html><body>{header}<div>{PROSE}</div></body></html>")
    assert found.authors == ()
    assert len(found.body) == 4
