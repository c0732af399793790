"""Choosing the article's place: density, headline, asides and cards."""

from lxml import etree

from warraq.locate.blocks import walk
from warraq.locate.select import choose
from warraq.locate.tree import Tree

PROSE = (
    "أعلنت البلدية أمس أن العمل في الطريق الجديد سيبدأ مطلع الشهر المقبل، وأن حركة السير ستحول إلى الشارع المجاور.",
    "وقال رئيسها إن المقاول التزم إنهاء المرحلة الأولى قبل الشتاء، مضيفا أن الكلفة لن تتجاوز ما أقره المجلس.",
    "ويشكو سكان الحي من الغبار والضجيج، ويطالبون بفتح ممر للمشاة قرب المدرسة حتى انتهاء الأشغال.",
)
TITLE = "البلدية تبدأ شق الطريق الجديد مطلع الشهر المقبل"
BODY = "".join(f"<p>{p}</p>" for p in PROSE)


def chosen(markup: str, titles=(TITLE,), descriptions=()):
    page = walk(etree.HTML(markup))
    choice = choose(Tree(page.blocks), titles, descriptions)
    assert choice is not None
    inside = [b.text for b in page.blocks[choice.first : choice.last + 1]]
    headline = page.blocks[choice.headline.order].text if choice.headline else None
    return headline, inside


def test_the_text_under_its_headline():
    assert chosen(f"<div><ul><li><a href='/'>الرئيسية</a></li></ul><h1>{TITLE}</h1><div>{BODY}</div></div>") == (
        TITLE,
        list(PROSE),
    )


def test_long_comments_do_not_outweigh_a_short_text():
    comment = "<p>تعليق طويل من قارئ يروي فيه ما جرى له، ويطيل في ذلك كثيرا، ثم يعود إلى أول الكلام.</p>" * 12
    markup = f"<h1>{TITLE}</h1><div><p>{PROSE[0]}</p></div><div class='comments'>{comment}</div>"
    assert chosen(markup) == (TITLE, [PROSE[0]])


def test_a_page_wrapper_that_is_named_after_its_sidebar_is_no_sidebar():
    markup = f"<div class='content sidebar-right'><h2>{TITLE}</h2><div class='entry no-share'>{BODY}</div></div>"
    assert chosen(markup)[1] == list(PROSE)


def test_cards_of_teasers_do_not_outweigh_a_one_sentence_item():
    card = "<div class='card{}'><h3><a href='/{}'>عنوان خبر آخر من الموقع</a></h3><p>{}</p></div>"
    cards = "".join(card.format(n, n, PROSE[n % 3]) for n in range(6))
    markup = f"<div><h1>{TITLE}</h1><div><p>{PROSE[0]}</p></div></div><div>{cards}</div>"
    assert chosen(markup) == (TITLE, [PROSE[0]])


def test_a_sidebar_before_the_article():
    teasers = "".join(f"<li><a href='/{n}'>عنوان طويل لخبر آخر في الشريط الجانبي</a></li>" for n in range(8))
    assert chosen(f"<div><ul>{teasers}</ul></div><div><h3>{TITLE}</h3>{BODY}</div>") == (TITLE, list(PROSE))


def test_where_the_head_describes_the_home_page_the_heading_over_the_text_is_the_headline():
    markup = f"<header><h1>صحيفة البلدة</h1></header><div><h2>{TITLE}</h2>{BODY}</div>"
    assert chosen(markup, titles=("صحيفة البلدة الإلكترونية اليومية",))[0] == TITLE


def test_old_layouts_without_headings():
    rows = "<tr><td>{}</td></tr>"
    markup = "<table>" + rows.format("<b>البلدية والطريق الجديد</b>") + rows.format("<br><br>".join(PROSE)) + "</table>"
    assert chosen(markup, titles=("جريدة",)) == ("البلدية والطريق الجديد", list(PROSE))


def test_the_paragraph_that_opens_like_the_summary_is_inside():
    markup = f"<div><h1>{TITLE}</h1></div><div><p>{PROSE[1]}</p></div><div><ul><li>أ</li></ul></div>"
    assert PROSE[1] in chosen(markup, descriptions=(PROSE[1],))[1]


def test_a_page_of_labels_has_no_article():
    page = walk(etree.HTML("<ul><li><a href='/'>الرئيسية</a></li><li><a href='/x'>رياضة</a></li></ul>"))
    assert choose(Tree(page.blocks), (), ()) is None
