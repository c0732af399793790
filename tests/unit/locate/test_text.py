"""Text saves: which run of lines is the article, and what stands above it."""

from warraq.locate.lines import blocks_of, values_of
from warraq.locate.text import locate_text

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
    values = values_of(blocks)
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
