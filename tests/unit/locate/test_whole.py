"""Files that hold an article and nothing else."""

from warraq.model import Article, BlockType
from warraq.pipeline import extract


def record(text: str) -> Article:
    answer = extract(text, media_type="text/plain")
    assert isinstance(answer, Article), answer
    return answer


def test_short_lines_without_a_full_stop_are_the_text():
    lines = (
        "مدير المستشفى: الحالات في تراجع",
        "قال مدير المستشفى إن حالات الحمى في تراجع منذ أسبوعين",
        "وأضاف أن القسم استقبل عشر حالات فقط هذا الأسبوع",
        "ودعا المواطنين إلى غلي الماء قبل شربه",
    )
    answer = record("\n".join(lines))
    assert (answer.headline, *(b.text for b in answer.body)) == lines


def test_verses_at_the_end_stay():
    verses = ("يا وادي الطيب يا مهد الصبا", "فيك السنابل ترقص كل صباح")
    prose = "رحل أمس شاعر الوادي عن ثمانين عاما قضاها في كتابة القصيدة الشعبية وتعليمها للأجيال."
    answer = record("\n\n".join(["رحيل شاعر الوادي", prose, "ومن آخر ما كتب:", *verses]))
    assert [b.text for b in answer.body] == [prose, "ومن آخر ما كتب:", *verses]


def test_names_that_a_line_announces_are_no_authors():
    prose = "أعلن النادي الأدبي أسماء الفائزين بجائزة القصة القصيرة لهذا العام وهم:"
    names = ("أحمد سالم الحارثي", "مريم ناصر البلوشي", "سعيد خلفان المعمري")
    answer = record("\n".join(["أسماء الفائزين بجائزة القصة", "", prose, "", *names]))
    assert answer.authors == ()
    assert [b.text for b in answer.body] == [prose, *names]


def test_dashes_are_bullets_where_no_markup_tells_items():
    items = ("إصلاح التسربات فورا", "ري الحدائق مساء")
    lead = "تنصح شركة المياه المشتركين بخطوات بسيطة لخفض الاستهلاك في الصيف، وهي:"
    end = "وتقول الشركة إن هذه الخطوات تخفض الفاتورة إلى النصف، وإنها جربتها في ثلاثة أحياء من العاصمة."
    answer = record("\n".join(["نصائح لتوفير الماء", "", lead, "", *(f"- {item}" for item in items), "", end]))
    assert answer.body[1].type is BlockType.LIST
    assert answer.body[1].items == items


def test_titles_alone_are_no_article():
    titles = ("افتتاح معرض الزهور في الحديقة العامة", "فريق الوادي يفوز على ضيفه بهدفين دون رد")
    more = ("ارتفاع أسعار الخضار في الأسواق الشعبية", "طبيب ينصح بالنوم المبكر قبل الامتحانات")
    others = ("مصنع جديد للورق يوفر مئة فرصة عمل", "صيادون يعثرون على حطام سفينة شراعية")
    assert not isinstance(extract("\n".join([*titles, *more, *others]), media_type="text/plain"), Article)


def test_the_name_under_a_picture_is_that_of_the_person_in_the_text():
    prose = "وقال رئيس المجلس عبدالعزيز الفارس إن المخطط يحافظ على المباني القديمة في وسط المدينة."
    lead = "أقر المجلس البلدي أمس مخطط وسط المدينة بعد عامين من النقاش مع الملاك والسكان."
    lines = ["المجلس البلدي يقر مخطط وسط المدينة", "عبدالعزيز الفارس", lead, prose, "جميع الحقوق محفوظة"]
    assert record("\n".join(lines)).authors == ()
