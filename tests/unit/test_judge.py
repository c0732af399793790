"""The gate: what is an article, what is none, and that the refusal says why."""

import re

import pytest

from warraq.judge.kinds import page_kind
from warraq.letters import fold
from warraq.model import Article, Reason, Rejected
from warraq.pipeline import extract

PROSE = "أعلنت البلدية أمس أن العمل في الطريق الجديد سيبدأ مطلع الشهر المقبل، وأن حركة السير ستحول إلى الشارع المجاور."
TITLE = "العمل في الطريق الجديد يبدأ مطلع الشهر"


def page(body: str, title: str = TITLE, attributes: str = "") -> Article | Rejected:
    return extract(f"<html><head><title>{title}</title></head><body {attributes}>{body}</body></html>")


def test_one_sentence_under_its_headline_is_an_article():
    assert isinstance(page(f"<h1>{TITLE}</h1><p>{PROSE}</p>"), Article)


def test_cards_are_no_article():
    card = "<div class='card'><h3><a href='/{0}'>عنوان الخبر رقم {0} من الصفحة</a></h3><p>{1}</p></div>"
    answer = page("<h1>أخبار البلدة</h1>" + "".join(card.format(n, PROSE) for n in range(8)), "صحيفة البلدة")
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.NOT_AN_ARTICLE


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("عذراً، الصفحة غير موجودة", "an error page"),
        ("سياسة الخصوصية", "a service page"),
        ("تسجيل الدخول", "a service page"),
        ("نتائج البحث عن: طريق", "a list of articles"),
    ],
)
def test_pages_that_say_what_else_they_are_are_refused_in_words_first(title: str, kind: str):
    answer = page(f"<h1>{title}</h1><p>{PROSE}</p>", title)
    assert isinstance(answer, Rejected)
    assert answer.detail.startswith(f"the headline is that of {kind} («{title}»)")
    words, _, figures = answer.detail.rpartition(" (")
    assert not re.search(r"[-+][0-9]", words)
    assert "headline_of_" in figures


def teasers(count: int) -> str:
    one = "<li><h3><a href='/{0}'>افتتاح الجسر رقم {0} بعد أعوام من العمل</a></h3><span>13/06/2019</span></li>"
    return f"<ul>{''.join(one.format(n) for n in range(count))}</ul>"


@pytest.mark.parametrize("count", [0, 3, 12, 70])
@pytest.mark.parametrize("date", ["<time datetime='2022-05-13'>13 مايو</time>", "<span>منذ أسبوعين</span>"])
def test_a_headline_a_picture_and_a_date_without_a_paragraph_is_a_page_without_text(count: int, date: str):
    story = f"<h1>{TITLE}</h1>{date}<figure><img src='/road.jpg' width=800 height=600></figure>"
    answer = page(story + teasers(count), f"{TITLE} - صحيفة البلدة")
    assert isinstance(answer, Rejected)
    assert (answer.reason, answer.detail) == (Reason.NO_TEXT, f"a headline («{TITLE}») without any text")


@pytest.mark.parametrize(
    ("head", "attributes"),
    [
        ("<h1>أخبار محلية</h1>", ""),
        ("<h1>أخبار البلدة والقرى المجاورة</h1>", ""),
        ("<h1>أخبار البلدة والقرى المجاورة</h1><span>13/06/2019</span>", "class='archive category'"),
        ("<div>13/06/2019</div><a href='/'>الرئيسية</a><h1>أخبار البلدة والقرى المجاورة</h1>", ""),
    ],
)
def test_a_list_under_its_name_stays_a_list(head: str, attributes: str):
    answer = page(head + teasers(12), "أخبار البلدة والقرى المجاورة", attributes)
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.NOT_AN_ARTICLE
    assert answer.detail.startswith("a list of 12 linked titles, no running text")


def test_an_error_page_without_text_says_that_it_is_one():
    answer = page("<h1>502 Bad Gateway</h1><hr><center>server/1.0</center>", "502 Bad Gateway")
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.NOT_AN_ARTICLE
    assert answer.detail == "the headline is that of an error page («502 Bad Gateway»)"


def test_a_heading_of_the_footer_does_not_name_the_page():
    answer = page(f"<h1>مقاطع</h1>{teasers(12)}<footer><h3>سياسة الخصوصية</h3></footer>", "مقاطع")
    assert isinstance(answer, Rejected)
    assert answer.detail.startswith("a list of 12 linked titles")


def test_a_text_save_of_a_list_is_told_in_lines():
    answer = extract("\n".join(["أخبار", "محليات", "رياضة", "اتصل بنا"] * 6))
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.NOT_AN_ARTICLE
    assert answer.detail == "no running text, only 24 short lines"


def test_a_date_in_one_box_with_a_teaser_is_not_that_of_the_name_above():
    card = "<li><span>13/06/2019</span><h3><a href='/{0}'>افتتاح الجسر رقم {0} بعد أعوام من العمل</a></h3></li>"
    name = "أخبار البلدة والقرى المجاورة"
    answer = page(f"<h1>{name}</h1><ul>{''.join(card.format(n) for n in range(9))}</ul>", name)
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.NOT_AN_ARTICLE


def test_a_word_or_two_is_too_short():
    answer = extract("قال الوزير إن العمل سيبدأ غدا")
    assert isinstance(answer, Rejected)
    assert (answer.reason, answer.detail) == (Reason.NO_TEXT, "too short for an article (6 words)")


def test_a_page_of_links_is_no_article_and_an_empty_one_is_empty():
    links = page("".join(f"<li><a href='/{n}'>عنوان خبر من أخبار اليوم</a></li>" for n in range(20)))
    assert isinstance(links, Rejected) and links.reason is Reason.NOT_AN_ARTICLE
    nothing = page("<div></div>", "")
    assert isinstance(nothing, Rejected) and nothing.reason is Reason.EMPTY


def test_a_page_in_another_language_is_not_refused():
    text = (
        "The council said on Monday that work on the new road would begin next month, and that traffic would be moved."
    )
    answer = page(
        f"<h1>Work on the new road to begin next month</h1><p>{text}</p><p>{text}</p>", "Work on the new road"
    )
    assert isinstance(answer, Article)
    assert (answer.language, answer.direction) == ("en", "ltr")


def test_flags_tell_what_to_check():
    answer = page(f"<h1>{TITLE}</h1><p>{PROSE}</p>")
    assert isinstance(answer, Article)
    assert {"no_date", "short"} <= set(answer.quality.flags)
    assert 0 < answer.quality.score <= 1


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("404", "error"),
        ("404 - صحيفة الوطن", "error"),
        ("عذرا، الصفحة المطلوبة غير موجودة", "error"),
        ("لم يتم العثور على نتائج", "error"),
        ("لم يتم العثور على ناجين في موقع الطائرة", None),
        ("حدث خطأ في عد الأصوات فأعيد الفرز", None),
        ("افتتاح المدرسة رقم 404 بعد عامين من العمل", None),
        ("404 قتلى في زلزال ضرب الساحل", None),
    ],
)
def test_the_headline_of_an_error_page_and_news_that_has_its_words(headline: str, kind: str | None) -> None:
    assert page_kind(fold(headline)) == kind


@pytest.mark.parametrize(
    "title", ["البلدية تسجل 404 مخالفات في الطريق الجديد", "رئيس البلدية: حدث خطأ في الطريق الجديد"]
)
def test_a_headline_with_the_words_of_an_error_page_in_it_is_an_article(title: str):
    assert isinstance(page(f"<h1>{title}</h1><p>{PROSE}</p>", title), Article)


def test_a_gate_in_front_of_the_page_is_told_by_its_title():
    answer = page(f"<h1>balda.example</h1><p>{PROSE}</p>", "Just a moment...")
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.NOT_AN_ARTICLE


def test_a_poem_in_short_lines_under_its_headline_is_an_article():
    verses = (
        "نافذتي على الطريق<br>لا يمر أحد<br>غير ريح قديمة<br>تعرف اسمي",
        "أغلقها مساء<br>فتطرق الريح<br>أفتحها صباحا<br>فلا أحد",
    )
    answer = page("<h1>نافذة الطريق</h1>" + "".join(f"<p>{v}</p>" for v in verses), "نافذة الطريق - مجلة البلدة")
    assert isinstance(answer, Article)
    assert [b.plain for b in answer.body][::7] == ["نافذتي على الطريق", "فلا أحد"]
