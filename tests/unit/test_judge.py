"""The gate: what is an article, what is none, and that the refusal says why."""

import pytest

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


@pytest.mark.parametrize("title", ["عذراً، الصفحة غير موجودة", "سياسة الخصوصية", "تسجيل الدخول", "نتائج البحث عن: طريق"])
def test_pages_that_say_what_else_they_are(title: str):
    answer = page(f"<h1>{title}</h1><p>{PROSE}</p>", title)
    assert isinstance(answer, Rejected)
    assert "headline_of" in answer.detail


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
