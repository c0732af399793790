"""The walk: what makes a block, and what it knows of itself."""

from lxml import etree

from warraq.locate.blocks import walk
from warraq.model import Kind


def blocks(markup: str):
    return walk(etree.HTML(markup)).blocks


def texts(markup: str) -> list[str]:
    return [b.text for b in blocks(markup)]


def test_inline_elements_do_not_cut():
    assert texts("<p>قال <b>الوزير</b> إن <a href='/x'>المشروع</a> بدأ.</p>") == ["قال الوزير إن المشروع بدأ."]


def test_text_before_between_and_after_elements_is_kept_in_order():
    assert texts("<div>أول<p>ثان</p>ثالث<div>رابع</div>خامس</div>") == ["أول", "ثان", "ثالث", "رابع", "خامس"]


def test_line_breaks_cut_and_are_counted():
    found = blocks("<div>سطر أول<br>سطر ثان<br><br>سطر ثالث</div>")
    assert [(b.text, b.breaks) for b in found] == [("سطر أول", 0), ("سطر ثان", 1), ("سطر ثالث", 2)]


def test_scripts_styles_templates_and_comments_are_not_text():
    markup = "<p>نص</p><script>var x='لا'</script><style>p{}</style><template><p>لا</p></template><!-- لا --><p>آخر</p>"
    assert texts(markup) == ["نص", "آخر"]


def test_text_behind_a_skipped_element_is_kept():
    assert texts("<p>قبل<script>1</script> بعد</p>") == ["قبل بعد"]


def test_letters_in_links_and_their_addresses():
    block = blocks('<p>اقرأ <a href="/a">الخبر كاملا</a></p>')[0]
    assert (block.link_letters, block.hrefs) == (10, ("/a",))


def test_a_link_around_blocks_still_counts():
    block = blocks('<a href="/a"><div><h3>عنوان الخبر</h3></div></a>')[0]
    assert block.link_letters == 10
    assert block.kind is Kind.HEADING


def test_hidden_text_is_marked_whatever_hides_it():
    markup = (
        '<div style="display: none"><p>أ ب</p></div><p hidden>ج د</p><p class="sr-only">ه و</p>'
        '<p style="visibility:hidden">ز ح</p><p>ظاهر</p>'
    )
    assert [b.hidden for b in blocks(markup)] == [True, True, True, True, False]


def test_an_unclosed_heading_does_not_make_headings_of_paragraphs():
    long = "جملة طويلة من المتن تأتي داخل عنوان لم يغلق، " * 4
    found = blocks(f"<h4><h3>العنوان</h3><div><p>{long}</p></div></h4>")
    assert [b.kind for b in found] == [Kind.HEADING, Kind.LINE]


def test_items_know_their_list_and_depth():
    found = blocks("<ul><li>أ<ul><li>ب</li></ul></li><li>ج</li></ul>")
    assert [(b.text, b.level) for b in found] == [("أ", 1), ("ب", 2), ("ج", 1)]
    assert found[0].group == found[2].group != found[1].group


def test_captions_belong_to_their_figure():
    page = walk(etree.HTML('<figure><img src="a.jpg"><figcaption>جانب من الحفل</figcaption></figure>'))
    assert page.blocks[0].kind is Kind.CAPTION
    assert page.blocks[0].group == page.images[0].group is not None


def test_lazy_images_give_the_address_that_would_be_loaded():
    page = walk(etree.HTML('<p><img src="data:image/gif;base64,AA" data-src="/b.jpg" alt="شعار"></p>'))
    assert [(i.url, i.alt) for i in page.images] == [("/b.jpg", "شعار")]


def test_an_embedded_post_is_no_quote():
    markup = '<blockquote class="twitter-tweet"><p>تغريدة</p></blockquote><blockquote><p>اقتباس</p></blockquote>'
    assert [b.kind for b in blocks(markup)] == [Kind.EMBED, Kind.QUOTE]


def test_an_inline_element_around_all_of_a_block_is_in_its_path():
    names = [step.names for step in blocks('<div><span class="date">1 مايو</span></div>')[0].path]
    assert names[-1] == "date"


def test_an_inline_element_around_part_of_a_block_is_not():
    path = blocks('<div><span class="date">1 مايو</span> نص</div>')[0].path
    assert path[-1].tag == "div"


def test_tables_of_data_give_cells_and_layout_tables_do_not():
    data = "<table><tr><td>الفريق</td><td>النقاط</td></tr><tr><td>النصر</td><td>52</td></tr></table>"
    assert [(b.kind, b.level) for b in blocks(data)] == [(Kind.CELL, 1), (Kind.CELL, 1), (Kind.CELL, 2), (Kind.CELL, 2)]
    layout = "<table><tr><td>قائمة</td><td><p>فقرة.</p><p>فقرة.</p></td></tr><tr><td>أ</td><td>ب</td></tr></table>"
    assert {b.kind for b in blocks(layout)} == {Kind.LINE}


def test_a_table_around_tables_is_layout():
    inner = "<table><tr><td>أ</td><td>ب</td></tr><tr><td>ج</td><td>د</td></tr></table>"
    found = blocks(f"<table><tr><td>{inner}</td><td>نص</td></tr><tr><td>س</td><td>ع</td></tr></table>")
    assert [b.kind for b in found].count(Kind.CELL) == 4


def test_the_date_of_a_time_element_is_kept():
    assert blocks('<p><time datetime="2024-03-25T10:00:00Z">أمس</time></p>')[0].time == "2024-03-25T10:00:00Z"


def test_limits_on_text_and_depth():
    page = walk(etree.HTML("<p>" + "كلمة " * 100 + "</p>"), max_chars=50)
    assert len(page.blocks[0].text) <= 50
    deep = "<div>" * 60 + "عميق" + "</div>" * 60
    assert not walk(etree.HTML(deep), max_depth=20).blocks


def test_bold_is_of_the_whole_block():
    assert [b.bold for b in blocks("<p><b>عنوان</b></p><p><b>كلمة</b> ثم نص</p>")] == [True, False]


def test_the_details_of_a_line_are_blocks_of_their_own_where_markup_names_them():
    markup = (
        '<div><span class="author">هدى الراشد</span><span class="date">18 يناير</span> | <a rel="tag">مسرح</a></div>'
    )
    assert texts(markup) == ["هدى الراشد", "18 يناير |", "مسرح"]


def test_a_label_and_its_detail_are_one_block():
    markup = '<div><span class="posted-on">نشرت في <time>5 مايو</time></span><span class="byline">بقلم علي</span></div>'
    assert texts(markup) == ["نشرت في 5 مايو", "بقلم علي"]


def test_named_words_inside_a_sentence_do_not_cut_it():
    markup = '<p>زار وفد من <a class="tag" href="/1">مصر</a> <a class="tag" href="/2">السودان</a> أمس.</p>'
    assert texts(markup) == ["زار وفد من مصر السودان أمس."]


def test_pieces_of_a_word_in_spans_are_one_word_and_links_side_by_side_are_two():
    assert texts("<p><span>الم</span><span>دينة</span></p>") == ["المدينة"]
    assert texts("<p><a href='/1'>رياضة</a><a href='/2'>اقتصاد</a></p>") == ["رياضة اقتصاد"]


def test_controls_are_not_text():
    assert texts("<p>نص</p><button>الأحدث أولا</button><select><option>أ</option></select><p>آخر</p>") == ["نص", "آخر"]


def test_named_elements_side_by_side_outside_paragraphs_are_apart():
    assert texts('<div><span class="x">صحة</span><span class="y">موريتانيا</span></div>') == ["صحة موريتانيا"]
    assert texts('<p><span class="s1">الم</span><span class="s2">دينة</span></p>') == ["المدينة"]
