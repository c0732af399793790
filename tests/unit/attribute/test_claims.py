"""Which blocks of a page are attribution lines, seen through the records of small pages."""

from warraq import extract

PROSE = "".join(
    f"<p>أعلنت الجمعية وصول الدفعة {n} من المساعدات إلى المخازن صباح اليوم بعد رحلة طويلة، "
    "وقالت إن التوزيع يبدأ غدا.</p>"
    for n in ("الأولى", "الثانية", "الثالثة", "الرابعة")
)
HEAD = "<h1>الجمعية: وصول الدفعة الأولى إلى المخازن</h1>"


def lines(inner: str, head: str = "") -> list[tuple[str, str]]:
    """Return the attribution lines of a page."""
    found = extract(f"<html><head>{head}</head><body><div>{inner}</div></body></html>")
    return [(line.kind.value, line.text) for line in found.lines]


def test_a_byline_of_an_unknown_place_stands_between_headline_and_text():
    line = "<p><b>المغارة - نبيل الكيلاني:</b></p>"
    assert lines(HEAD + line + PROSE) == [("byline", "المغارة - نبيل الكيلاني:")]
    assert lines(f"{HEAD}{PROSE}{line}{PROSE}") == []


def test_several_lines_of_its_shape_are_a_list():
    rows = "<p>المغارة - نبيل الكيلاني</p><p>الصخرة - سمير الحداد</p>"
    assert lines(HEAD + rows + PROSE) == []


def test_the_sites_own_name_is_an_outlet():
    site = '<meta property="og:site_name" content="مرآة الجنوب">'
    assert lines(f"{HEAD}<p>صفاقس - مرآة الجنوب:</p>{PROSE}", site) == [("dateline", "صفاقس - مرآة الجنوب:")]


def test_persons_with_several_tasks_are_several_lines():
    found = lines(f"{HEAD}{PROSE}<p>(إعداد سلوى بن يوسف - تحرير نبيل الكيلاني)</p>")
    assert found == [("byline", "إعداد سلوى بن يوسف"), ("credit", "تحرير نبيل الكيلاني")]
