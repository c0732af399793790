"""Roles of the kept blocks: seen through whole pages, for a role is a matter of place."""

from warraq.model import Article, BlockType
from warraq.pipeline import extract

TITLE = "البلدية تبدأ شق الطريق الجديد مطلع الشهر المقبل"
PROSE = (
    "أعلنت البلدية أمس أن العمل في الطريق الجديد سيبدأ مطلع الشهر المقبل، وأن حركة السير ستحول إلى الشارع المجاور.",
    "وقال رئيسها إن المقاول التزم إنهاء المرحلة الأولى قبل الشتاء، مضيفا أن الكلفة لن تتجاوز ما أقره المجلس.",
    "ويشكو سكان الحي من الغبار والضجيج، ويطالبون بفتح ممر للمشاة قرب المدرسة حتى انتهاء الأشغال.",
)
TEXT = "".join(f"<p>{p}</p>" for p in PROSE)


def article(body: str) -> Article:
    answer = extract(f"<html><head><title>{TITLE}</title></head><body><article>{body}</article></body></html>")
    assert isinstance(answer, Article), answer
    return answer


def texts(answer: Article) -> list[str]:
    return [b.plain for b in answer.body]


def test_overline_headline_and_deck():
    found = article(
        f'<header><div class="overline">في جلسة أمس</div><h1>{TITLE}</h1><h2>السكان يطالبون بممر للمشاة</h2></header>'
        + TEXT
    )
    assert (found.kicker, found.headline, found.subheadline) == ("في جلسة أمس", TITLE, "السكان يطالبون بممر للمشاة")
    assert texts(found) == list(PROSE)


def test_a_deck_in_the_element_of_the_headline():
    deck = "المجلس يقر الكلفة بعد خلاف طويل، والسكان يطالبون بممر آمن للمشاة قرب المدرسة"
    found = article(f"<div class='top'><h1>{TITLE}</h1><div>{deck}</div></div><div class='c'>{TEXT}</div>")
    assert found.subheadline == deck
    assert texts(found) == list(PROSE)


def test_a_bold_first_paragraph_is_text():
    found = article(f"<h1>{TITLE}</h1><div><p><b>{PROSE[0]}</b></p><p>{PROSE[1]}</p><p>{PROSE[2]}</p></div>")
    assert texts(found) == list(PROSE)
    assert found.subheadline is None


def test_the_headline_repeated_at_the_top_is_not_text():
    assert texts(article(f"<h1>{TITLE}</h1><div><p>{TITLE}</p>{TEXT}</div>")) == list(PROSE)


def test_a_date_line_is_not_text():
    assert texts(article(f"<h1>{TITLE}</h1><div><p>الأحد 3 مارس 2019 - 10:15</p>{TEXT}</div>")) == list(PROSE)


def test_a_heading_in_the_text_and_one_left_over_at_its_end():
    found = article(f"<h1>{TITLE}</h1><p>{PROSE[0]}</p><h3>شكوى السكان</h3><p>{PROSE[2]}</p><h3>صور</h3>")
    assert [(b.type, b.plain) for b in found.body] == [
        (BlockType.PARAGRAPH, PROSE[0]),
        (BlockType.HEADING, "شكوى السكان"),
        (BlockType.PARAGRAPH, PROSE[2]),
    ]


def test_a_bold_question_is_a_heading_and_a_bold_sentence_is_not():
    found = article(f"<h1>{TITLE}</h1><p>{PROSE[0]}</p><p><b>متى يبدأ العمل؟</b></p><p>{PROSE[1]}</p><p>{PROSE[2]}</p>")
    assert [b.type for b in found.body][1] in (BlockType.HEADING, BlockType.PARAGRAPH)
    assert texts(found)[1] == "متى يبدأ العمل؟"


def test_lists_and_tables_keep_their_shape():
    table = "<table><tr><td>المرحلة</td><td>الكلفة</td></tr><tr><td>الأولى</td><td>مليون</td></tr></table>"
    found = article(
        f"<h1>{TITLE}</h1><p>{PROSE[0]}</p><ul><li>الشارع الأول</li><li>الشارع الثاني</li></ul>{table}<p>{PROSE[1]}</p>"
    )
    assert found.body[1].items == ("الشارع الأول", "الشارع الثاني")
    assert found.body[2].rows == (("المرحلة", "الكلفة"), ("الأولى", "مليون"))


def test_a_blockquote_around_the_whole_article_is_no_quote():
    found = article(f"<h1>{TITLE}</h1><blockquote>{TEXT}</blockquote>")
    assert {b.type for b in found.body} == {BlockType.PARAGRAPH}


def test_a_quote_in_the_text_is_one():
    found = article(f"<h1>{TITLE}</h1>{TEXT}<blockquote>لن نقبل بأقل من ممر آمن لأطفالنا</blockquote><p>{PROSE[1]}</p>")
    assert BlockType.QUOTE in {b.type for b in found.body}


def test_captions_go_to_their_images_whatever_the_markup():
    figure = '<figure><img src="/a.jpg"><figcaption>أعمال الحفر صباح أمس</figcaption></figure>'
    box = '<div class="pic"><img src="/b.jpg"><span>الشارع المجاور بعد تحويل السير</span></div>'
    found = article(f"<h1>{TITLE}</h1><div>{figure}<p>{PROSE[0]}</p>{box}<p>{PROSE[1]}</p><p>{PROSE[2]}</p></div>")
    assert [(i.url, i.caption) for i in found.images] == [
        ("/a.jpg", "أعمال الحفر صباح أمس"),
        ("/b.jpg", "الشارع المجاور بعد تحويل السير"),
    ]
    assert texts(found) == list(PROSE)


def test_the_only_paragraph_beside_a_picture_is_no_caption():
    assert texts(article(f'<h1>{TITLE}</h1><div><img src="/a.jpg"><p>{PROSE[0]}</p></div>')) == [PROSE[0]]


def test_icons_portraits_and_doubles_are_no_images():
    images = (
        '<img src="/icons/print.gif" width="16"><div class="author-box"><img src="/u/writer.jpg"></div>'
        '<img src="/p/road-300x200.jpg"><img src="/p/road.jpg"><a href="/other"><img src="/t/other.jpg"></a>'
    )
    found = article(f"<h1>{TITLE}</h1><div>{images}{TEXT}</div>")
    assert [i.url for i in found.images] == ["/p/road-300x200.jpg"]


def test_lines_after_the_text_are_not_text():
    found = article(f"<h1>{TITLE}</h1><div>{TEXT}<p>المصدر: رويترز</p></div>")
    assert texts(found) == list(PROSE)
    assert [line.outlets for line in found.lines] == [("رويترز",)]


def test_a_label_before_the_headline_is_the_kicker():
    found = article(f"<h1>عاجل | {TITLE}</h1><div>{TEXT}</div>")
    assert (found.kicker, found.headline) == ("عاجل", TITLE)


def test_a_line_of_date_and_names_before_or_after_the_text_is_not_text():
    line = "الخميس 06 مايو 2010 الساعة 07 مساء / مأرب - سالم الهادي"
    assert texts(article(f"<h1>{TITLE}</h1><div><p>{line}</p>{TEXT}</div>")) == list(PROSE)
    assert texts(article(f"<h1>{TITLE}</h1><div>{TEXT}<p>{line}</p></div>")) == list(PROSE)


def test_a_teaser_between_headline_and_text_is_the_deck():
    deck = "المجلس يقر الكلفة بعد خلاف طويل، والسكان يطالبون بممر آمن للمشاة."
    found = article(f'<h1>{TITLE}</h1><p class="x teaser-text">{deck}</p><div class="rich">{TEXT}</div>')
    assert found.subheadline == deck
    assert texts(found) == list(PROSE)
