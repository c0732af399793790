"""Text saves: which run of lines is the article, and what stands above it."""

import textwrap

from warraq.locate.lines import blocks_of, weigh
from warraq.locate.text import locate_text
from warraq.locate.wrapped import unwrapped

TITLE = "البلدية تبدأ شق الطريق الجديد مطلع الشهر"
PROSE = (
    "أعلنت البلدية أمس أن العمل في الطريق الجديد سيبدأ مطلع الشهر المقبل، وأن حركة السير ستحول إلى الشارع المجاور.",
    "وقال رئيس البلدية إن مقاول الطريق التزم إنهاء المرحلة الأولى قبل الشتاء، وإن الكلفة لن تتجاوز ما أقره المجلس.",
    "ويشكو سكان الشارع المجاور من الغبار والضجيج، ويطالبون البلدية بممر للمشاة حتى انتهاء العمل في الطريق.",
)
TEASERS = (
    "افتتاح معرض الزهور في الحديقة العامة",
    "يشارك في المعرض ستون عارضا من ثلاث عشرة دولة، ويستمر حتى نهاية الأسبوع بحسب اللجنة المنظمة للدورة العاشرة.",
    "فريق الوادي يفوز على ضيفه بهدفين",
    "سجل المهاجم هدفي المباراة في شوطها الثاني أمام جمهور كبير ملأ المدرجات، ورفع فريقه إلى صدارة الترتيب العام.",
    "طبيب ينصح بالنوم المبكر",
    "تساعد ساعات النوم الكافية الدماغ على ترتيب ما حفظه في النهار، كما يذكر أطباء المستشفى الجامعي في نشرتهم الشهرية.",
    "ارتفاع أسعار الخضار في السوق",
    "عزا تجار الجملة الارتفاع إلى موجة الصقيع التي ضربت المزارع في الجنوب، وتوقعوا عودة الأسعار قبل رمضان.",
)
MENU = ("الرئيسية", "محليات", "رياضة", "اقتصاد")


def found(*lines: str):
    blocks = blocks_of("\n".join(lines))
    selection = locate_text(blocks)
    assert selection is not None
    headline = blocks[selection.headline].text if selection.headline is not None else None
    return headline, [b.text for b in selection.blocks if b.order >= selection.first]


def test_the_text_between_menu_and_list():
    lines = (*MENU, TITLE, "الأحد 3 مارس 2019", *PROSE, "مقالات ذات صلة", *TEASERS[::2])
    assert found(*lines) == (TITLE, list(PROSE))


def test_teasers_longer_than_the_text_do_not_win():
    assert found(*MENU, TITLE, *PROSE[:2], "مقالات ذات صلة", *TEASERS) == (TITLE, list(PROSE[:2]))


def test_teasers_without_a_heading_at_the_end():
    headline, text = found(*MENU, TITLE, "3 مارس 2019", *PROSE, *TEASERS)
    assert headline == TITLE
    assert text[: len(PROSE)] == list(PROSE)
    assert TEASERS[-1] not in text


def test_the_headline_that_ends_the_path_and_not_the_path():
    assert found(*MENU, f"الرئيسية / محليات / {TITLE}", TITLE, *PROSE)[0] == TITLE


def test_a_line_twice_on_the_page_is_no_prose():
    blocks = blocks_of("\n".join([TEASERS[1], *PROSE, TEASERS[1]]))
    values = weigh(blocks).values
    assert values[0] < 0 < values[1]


def test_a_label_that_opens_the_file_belongs_to_the_header_and_a_menu_does_not():
    alone = locate_text(blocks_of("\n".join(["أخبار دولية", TITLE, *PROSE])))
    assert alone is not None and alone.blocks[0].text == "أخبار دولية"
    behind_menu = locate_text(blocks_of("\n".join([*MENU, "ثقافة", TITLE, *PROSE])))
    assert behind_menu is not None and behind_menu.blocks[0].text == TITLE


def test_only_line_feeds_cut_lines():
    assert len(blocks_of("سطر\N{LINE SEPARATOR}واحد\N{NEXT LINE}هنا\nسطر ثان")) == 2


def test_menus_alone_are_no_article():
    assert locate_text(blocks_of("\n".join(MENU * 5))) is None


def spaced(*lines: str) -> tuple[str, ...]:
    """The lines with an empty one before each, as saves of pages made of paragraphs have them."""
    return tuple(part for line in lines for part in ("", line))


def test_teasers_set_apart_by_empty_lines_are_no_text():
    """Titles alone between empty lines look like short paragraphs; as titles of other matters they are none."""
    headline, text = found(*MENU, *spaced(TITLE, "3 مارس 2019", *PROSE, *TEASERS))
    assert (headline, text[: len(PROSE)]) == (TITLE, list(PROSE))
    assert not set(TEASERS) & set(text)


def test_a_list_of_titles_with_excerpts_alone_is_no_article():
    assert locate_text(blocks_of("\n".join([*MENU, *spaced(*TEASERS)]))) is None


def test_advice_under_numbered_headings_is_no_list_of_other_pieces():
    lines = [line if n % 2 else f"{n // 2 + 1}. {line}" for n, line in enumerate(TEASERS)]
    assert found(TITLE, PROSE[0], *lines)[1][-1] == TEASERS[-1]


def test_a_text_that_stands_twice_is_kept_once():
    """Layouts print the article once for wide screens and once for narrow ones."""
    header = (TITLE, "3 مارس 2019")
    headline, text = found(*MENU, *header, *PROSE, *header, *PROSE, "مقالات ذات صلة", *TEASERS[::2])
    assert headline == TITLE
    assert [line for line in text if line in PROSE] == list(PROSE)


def test_the_text_goes_on_behind_a_box_of_links():
    box = ("مواضيع ذات صلة", *TEASERS[::2])
    headline, text = found(*MENU, TITLE, PROSE[0], *spaced(*box), *PROSE[1:], "جميع الحقوق محفوظة")
    assert headline == TITLE
    assert [line for line in text if line in PROSE] == list(PROSE)


def test_the_next_article_of_endless_scrolling_is_another():
    other = ("اقرأ التالي", TEASERS[2], "2 مارس 2019", TEASERS[3], TEASERS[1], TEASERS[5])
    text = found(*MENU, TITLE, "3 مارس 2019", *PROSE, *other)[1]
    assert text[: len(PROSE)] == list(PROSE)
    assert not set(other[1:]) & set(text)


def test_lines_wrapped_to_a_width_are_paragraphs_again():
    lines = [part for text in PROSE for part in (*textwrap.wrap(text, 66), "")]
    assert found(TITLE, "", *lines) == (TITLE, list(PROSE))


def test_verses_and_titles_are_not_joined():
    verses = ["أمر على الديار ديار ليلى فأسأل عن ديار من رآها", "وما حب الديار أطال ليلي ولكن حب من عرف اللقاها"]
    for lines in (verses * 3, TEASERS[::2] * 3):
        assert unwrapped(lines) == list(lines)


def test_the_headline_stands_above_the_day_and_a_caption_of_its_words_below():
    caption = "شق الطريق الجديد قرب البلدية"
    assert found(*MENU, TITLE, "3 مارس 2019", caption, *PROSE) == (TITLE, list(PROSE))


def test_paragraphs_between_read_also_titles_are_no_list():
    """Egyptian sites set a link between every two paragraphs; the next ones begin with "and"."""
    body = (PROSE[0], "وأوضح المدير أن الأعمال تنجز ليلا.", "وتشمل الأعمال ثلاثة جسور صغيرة فوق المجرى.")
    lines = [part for n, text in enumerate(body) for part in (text, TEASERS[2 * n])]
    text = found(*MENU, TITLE, "3 مارس 2019", *lines, *TEASERS)[1]
    assert [line for line in text if line in body] == list(body)


def test_questions_and_answers_before_a_list_are_the_text():
    answers = ("كيف بدأ العمل؟", TEASERS[1], "ومن يدفع الكلفة؟", TEASERS[3], "متى ينتهي؟", TEASERS[5])
    others = ("سباق الهجن يعود إلى الميدان الجديد", TEASERS[7].replace("الخضار", "العسل"))
    assert found(TITLE, "3 مارس 2019", PROSE[0], *answers, *others)[1][: 1 + len(answers)] == [PROSE[0], *answers]
