"""Strip on hand-made blocks: what goes, what stays, and that no prose is lost for a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.lexicon import load
from warraq.model import Block, Claim, ImageRef, Kind, LineParts, Method, Role, Selection, Step, Verdict
from warraq.strip import strip
from warraq.strip.names import NameEntry, Strength, said_by, words_of

PROSE = "قال المحافظ إن أعمال الطريق الساحلي ستنتهي قبل نهاية العام، وإن الحركة ستعود إلى طبيعتها تدريجيا."
PROSE_2 = "وأضاف أن البلدية خصصت مبلغا إضافيا لإنارة الطريق، وأن العمال يواصلون العمل ليلا ونهارا منذ شهر."
PROSE_3 = "ويشكو سكان الحي من الغبار والضجيج، لكنهم يأملون أن تنتهي معاناتهم مع افتتاح الجسر الجديد قريبا."
TITLE = "انخفاض أسعار الأسماك في الأسواق مع بدء الموسم"
TITLE_2 = "افتتاح مكتبة عامة في ضاحية المدينة الجنوبية"
TITLE_3 = "ثلاثة منتخبات عربية في نصف نهائي البطولة"


class Page:
    """A page written down element by element: ``div.name`` steps, the same text being the same element."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.nodes: dict[str, int] = {}

    def add(self, path: str, text: str, kind: Kind = Kind.LINE, *, link: bool = False, hidden: bool = False) -> int:
        """Add a block; ``path`` is ``tag.name tag.name``, and a step's place in it makes it one element."""
        steps, so_far = [], ""
        for part in ("html body " + path).split():
            so_far = f"{so_far} {part}"
            tag, _, names = part.partition(".")
            node = self.nodes.setdefault(so_far, len(self.nodes) + 1)
            steps.append(Step(node, tag, names.replace("/", " ").rstrip("0123456789#")))
        own = len(self.nodes) + 1000 + len(self.blocks)
        steps.append(Step(own, "p", ""))
        letters = sum(c.isalpha() for c in text)
        order = len(self.blocks)
        self.blocks.append(
            Block(
                text, kind, path=tuple(steps), link_letters=letters if link else 0,
                hrefs=("/x",) if link else (), order=order, hidden=hidden,
            )
        )  # fmt: skip
        return order

    def judge(self, claims: tuple[Claim, ...] = (), headline: int | None = None) -> list[Verdict]:
        """Strip it; the text begins with the first block."""
        first = 0 if headline is None else headline + 1
        selection = Selection(tuple(self.blocks), (), (), first, Method.DENSITY, "test", headline)
        verdicts = strip(selection, claims)
        assert [v.block.order for v in verdicts] == [b.order for b in self.blocks]
        assert all(v.reason for v in verdicts)
        return list(verdicts)

    def judge_kinds(self) -> list[Kind]:
        """The kinds that the verdicts give."""
        selection = Selection(tuple(self.blocks), (), (), 0, Method.DENSITY, "test", None)
        return [v.block.kind for v in strip(selection)]


def kept(verdicts: list[Verdict]) -> list[str]:
    return [v.block.text for v in verdicts if v.keep]


def test_related_box_between_paragraphs_goes_and_the_text_after_it_stays() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text div.abc", "اقرأ أيضاً", Kind.HEADING)
    page.add("div.text div.abc ul", TITLE, Kind.ITEM, link=True)
    page.add("div.text div.abc ul", TITLE_2, Kind.ITEM, link=True)
    page.add("div.text", PROSE_2)
    page.add("div.text", PROSE_3)
    verdicts = page.judge()
    assert kept(verdicts) == [PROSE, PROSE_2, PROSE_3]
    assert verdicts[2].reason.startswith("under:")


def test_flat_heading_takes_the_links_below_it_only() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", "مواضيع ذات صلة:")
    page.add("div.text", TITLE, link=True)
    page.add("div.text", TITLE_2, link=True)
    page.add("div.text", PROSE_2)
    assert kept(page.judge()) == [PROSE, PROSE_2]


@pytest.mark.parametrize("name", ["jp-relatedposts", "td_block_related", "comments-area", "share-buttons", "ad-slot"])
def test_elements_that_name_themselves_go(name: str) -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    page.add(f"div.text div.{name}", "لا أحد يعرف ما هذا السطر")
    page.add("div.text", PROSE_3)
    assert kept(page.judge()) == [PROSE, PROSE_2, PROSE_3]


@pytest.mark.parametrize("name", ["shared-content", "heading", "has-sidebar", "no-comments", "reading-pane"])
def test_names_that_only_look_like_furniture_say_nothing(name: str) -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    page.add(f"div.text div.{name}", PROSE_3)
    assert len(kept(page.judge())) == 3


def test_the_element_around_the_text_is_believed_whatever_its_name() -> None:
    page = Page()
    for text in (PROSE, PROSE_2, PROSE_3):
        page.add("div.sidebar-left/widget div.share-page", text)
    assert len(kept(page.judge())) == 3


def test_comments_by_readers_go_though_they_are_prose() -> None:
    page = Page()
    page.add("div.wrap div.text", PROSE)
    page.add("div.wrap div.text", PROSE_2)
    page.add("div.wrap div.bottom", "التعليقات (2)", Kind.HEADING)
    page.add("div.wrap div.bottom div.one", "أبو أحمد")
    page.add("div.wrap div.bottom div.one", "كلام جميل جدا، لكن أين كانت البلدية طوال هذه السنوات كلها يا سادة؟")
    assert kept(page.judge()) == [PROSE, PROSE_2]


def test_a_comment_counter_above_the_text_cuts_nothing() -> None:
    page = Page()
    page.add("div.head", "عنوان الخبر في سطر واحد", Kind.HEADING)
    page.add("div.head", "لا توجد تعليقات")
    for text in (PROSE, PROSE_2, PROSE_3):
        page.add("div.text", text)
    assert kept(page.judge(headline=0)) == ["عنوان الخبر في سطر واحد", PROSE, PROSE_2, PROSE_3]


def test_a_comment_line_between_paragraphs_goes_alone() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", "أضف تعليقاً")
    page.add("div.text", PROSE_2)
    page.add("div.text", PROSE_3)
    assert kept(page.judge()) == [PROSE, PROSE_2, PROSE_3]


def test_cards_of_other_pieces_go_with_their_summaries() -> None:
    page = Page()
    page.add("div.wrap div.text", PROSE)
    page.add("div.wrap div.text", PROSE_2)
    for n, title in enumerate((TITLE, TITLE_2, TITLE_3)):
        page.add(f"div.wrap div.zz div.card#{n}", title, Kind.HEADING, link=True)
        page.add(f"div.wrap div.zz div.card#{n}", "12 مايو 2019")
        page.add(f"div.wrap div.zz div.card#{n}", "ملخص قصير لهذا الخبر الذي يقود إليه العنوان، وفيه فاصلة ونقطة أيضا.")
    verdicts = page.judge()
    assert kept(verdicts) == [PROSE, PROSE_2]
    assert {v.reason for v in verdicts if not v.keep} == {"teasers"}


def test_a_paragraph_that_is_wholly_a_link_is_a_paragraph() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2, link=True)
    page.add("div.text", TITLE, link=True)
    page.add("div.text", PROSE_3)
    assert kept(page.judge()) == [PROSE, PROSE_2, PROSE_3]


def test_an_anchor_that_nobody_closed_says_nothing() -> None:
    page = Page()
    for text in (PROSE * 2, PROSE_2 * 2, "سطر قصير", PROSE_3 * 2):
        page.add("div.text", text, link=True)
    assert len(kept(page.judge())) == 4


def test_hidden_blocks_go_but_captions_stay() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2, hidden=True)
    page.add("div.text figure", "عمال يرصفون الطريق", Kind.CAPTION, hidden=True)
    page.add("div.text", PROSE_3)
    assert kept(page.judge()) == [PROSE, "عمال يرصفون الطريق", PROSE_3]


def test_a_text_hidden_until_a_script_runs_stays() -> None:
    page = Page()
    for text in (PROSE, PROSE_2, PROSE_3):
        page.add("div.text", text, hidden=True)
    assert len(kept(page.judge())) == 3


def test_attribution_lines_stay() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    order = page.add("div.text", "المصدر: وكالات")
    line = Claim(order, LineParts("المصدر: وكالات", Role.CREDIT))
    verdicts = page.judge((line,))
    assert verdicts[order].keep and verdicts[order].reason == "attribution"


def test_a_network_is_no_source() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    order = page.add("div.text", "فيسبوك")
    assert not page.judge((Claim(order, LineParts("فيسبوك", Role.CREDIT)),))[order].keep


def test_labels_with_data_say_so() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    order = page.add("div.text", "الكلمات المفتاحية: الطرق، البلديات")
    verdict = page.judge()[order]
    assert (verdict.keep, verdict.reason, verdict.entry) == (False, "data:tags", "tags")


@pytest.mark.parametrize(
    "line",
    [
        "تابعونا على أخبار جوجل",
        "اقرأ أيضاً: " + TITLE,
        "شارك هذا الموضوع:",
        "إعلان",
        "3 دقائق للقراءة",
        "للمزيد من الأخبار اضغط هنا",
        "فيسبوك تويتر واتساب",
    ],
)
def test_a_line_of_furniture_between_paragraphs(line: str) -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", line)
    page.add("div.text", PROSE_2)
    assert kept(page.judge()) == [PROSE, PROSE_2]


@pytest.mark.parametrize(
    "line",
    [
        "اقتصاد",
        "صور",
        "المزيد من الصبر.",
        "شارك في الحفل فنانون من خمس دول عربية.",
        "«تابعونا» قال لهم ثم ابتسم.",
        "أولا: المياه",
        "ولم يعلق الوزير.",
        "كش ملك",
    ],
)
def test_lines_of_the_article_stay(line: str) -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", line)
    page.add("div.text", PROSE_2)
    page.add("div.text", PROSE_3)
    assert line in kept(page.judge())


def test_a_poll_between_headline_and_text() -> None:
    page = Page()
    page.add("div.text", "عنوان الخبر في سطر واحد", Kind.HEADING)
    page.add("div.text div.q", "استطلاع الرأي", Kind.HEADING)
    page.add("div.text div.q", "هل تؤيد تقليص ساعات العمل؟")
    page.add("div.text div.q", "نعم", Kind.ITEM)
    page.add("div.text div.q", "لا", Kind.ITEM)
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    page.blocks = [b._replace(order=n) for n, b in enumerate(page.blocks)]
    selection = Selection(tuple(page.blocks), (), (), 5, Method.DENSITY, "test", 0)
    assert kept(list(strip(selection))) == ["عنوان الخبر في سطر واحد", PROSE, PROSE_2]


def test_a_list_of_the_article_stays() -> None:
    page = Page()
    page.add("div.text", PROSE)
    for text in ("المياه والكهرباء", "الطرق والجسور", "المدارس"):
        page.add("div.text ul", text, Kind.ITEM)
    page.add("div.text", PROSE_2)
    assert len(kept(page.judge())) == 5


def test_a_table_of_the_article_stays_with_its_numbers() -> None:
    page = Page()
    page.add("div.text", PROSE)
    for text in ("الفريق", "النقاط", "الساحل", "41"):
        page.add("div.text table tr", text, Kind.CELL)
    page.add("div.text", PROSE_2)
    assert len(kept(page.judge())) == 6


def test_plain_text_has_no_links_but_titles() -> None:
    lines = [PROSE, "اقرأ أيضا:", TITLE, TITLE_2, PROSE_2, "مشاركة الخبر", PROSE_3]
    blocks = tuple(Block(text, Kind.LINE, order=n) for n, text in enumerate(lines))
    selection = Selection(blocks, (), (), 0, Method.TEXT, "lines", None)
    assert kept(list(strip(selection))) == [PROSE, PROSE_2, PROSE_3]


def test_comments_longer_than_the_text_go() -> None:
    page = Page()
    page.add("td div.tx", PROSE)
    page.add("td div.tx", PROSE_2)
    page.add("td div.q7", "تعليقات القراء", Kind.HEADING)
    for n in range(6):
        page.add(f"td div.q7 div.k#{n}", f"{PROSE_3} {PROSE_2}")
    verdicts = page.judge()
    assert kept(verdicts) == [PROSE, PROSE_2]
    assert verdicts[3].reason == "after:comment"


def test_a_deck_and_a_counter_above_a_long_text_cut_nothing() -> None:
    page = Page()
    page.add("div.head", PROSE)
    page.add("div.head", "3 تعليقات")
    for n in range(4):
        page.add("div.text", f"{PROSE_3} {PROSE_2} {n}")
    assert len(kept(page.judge())) == 5


def test_a_box_between_hidden_links_for_screen_readers() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", "تخطى البودكاست وواصل القراءة")
    page.add("div.text", "حلقات جديدة كل أسبوع عن العلوم والطبيعة، يقدمها فريق من الباحثين والصحفيين.")
    page.add("div.text", "البودكاست نهاية")
    page.add("div.text", PROSE_2)
    page.add("div.text", PROSE_3)
    assert kept(page.judge()) == [PROSE, PROSE_2, PROSE_3]


def test_articles_that_endless_scrolling_loaded_go() -> None:
    page = Page()
    for n in range(3):
        order = page.add(f"main div.scroll#{n} div.one", f"عنوان المقال رقم {n} في هذه الصفحة", Kind.HEADING)
        page.blocks[order] = page.blocks[order]._replace(level=1)
        for text in (PROSE, PROSE_2):
            page.add(f"main div.scroll#{n} div.one", f"{text} {n}.")
    verdicts = page.judge(headline=0)
    assert kept(verdicts) == ["عنوان المقال رقم 0 في هذه الصفحة", f"{PROSE} 0.", f"{PROSE_2} 0."]
    assert verdicts[-1].reason == "other_article"


def test_entries_of_a_live_page_stay() -> None:
    page = Page()
    order = page.add("main div.head", "تغطية مباشرة للعاصفة على الساحل", Kind.HEADING)
    page.blocks[order] = page.blocks[order]._replace(level=1)
    for n, text in enumerate((PROSE, PROSE_2, PROSE_3)):
        order = page.add(f"main div.entry#{n}", f"خبر قصير رقم {n}", Kind.HEADING)
        page.blocks[order] = page.blocks[order]._replace(level=2)
        page.add(f"main div.entry#{n}", text)
    assert len(kept(page.judge(headline=0))) == 7


def test_hashtags_behind_the_text_are_tags() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    order = page.add("div.text", "#الطرق #البلدية #السواحل")
    assert page.judge()[order].reason == "data:tags"


def test_a_fact_box_stays_with_its_short_lines() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    page.add("div.text aside.facts", "الطريق في أرقام", Kind.HEADING)
    page.add("div.text aside.facts", "الطول: 14 كيلومترا")
    page.add("div.text aside.facts", "الكلفة: مليونا دينار")
    page.add("div.text", PROSE_3)
    assert len(kept(page.judge())) == 6


def test_verses_at_the_end_stay() -> None:
    page = Page()
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    page.add("div.text div.poem", "سلام على الدار التي لا تزار")
    page.add("div.text div.poem", "وقلبي على بابها في انتظار")
    assert len(kept(page.judge())) == 4


def test_a_heading_that_is_a_paragraph_is_kept_as_one() -> None:
    page = Page()
    page.add("div.text", PROSE)
    order = page.add("div.text h4", f"{PROSE_2} {PROSE_3}", Kind.HEADING)
    assert page.judge_kinds()[order] is Kind.LINE


def test_a_caption_with_its_label_in_plain_text_is_a_caption() -> None:
    lines = [PROSE, "التعليق على الصورة، عمال يرصفون الطريق", "التعليق على الصورة،", "مدخل النفق", PROSE_2]
    blocks = tuple(Block(text, Kind.LINE, order=n) for n, text in enumerate(lines))
    verdicts = strip(Selection(blocks, (), (), 0, Method.TEXT, "lines", None))
    assert [v.block.kind for v in verdicts if v.keep] == [Kind.LINE, Kind.CAPTION, Kind.CAPTION, Kind.LINE]


def test_the_way_to_the_page_before_the_headline() -> None:
    page = Page()
    page.add("div.a", "الرئيسية / اقتصاد / انخفاض أسعار الأسماك")
    page.add("div.a", "انخفاض أسعار الأسماك", Kind.HEADING)
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    assert kept(page.judge(headline=1)) == ["انخفاض أسعار الأسماك", PROSE, PROSE_2]


def test_a_long_paragraph_that_begins_like_a_notice_stays_within_the_text() -> None:
    odd = "المقالات المنشورة في تلك السنوات لا تعبر عن رأي الكاتب وحده، بل عن رأي جيل كامل " + PROSE_2
    page = Page()
    for text in (PROSE, odd, PROSE_3):
        page.add("div.text", text)
    assert odd in kept(page.judge())


def test_a_label_in_the_header_takes_no_part_of_the_header() -> None:
    page = Page()
    page.add("header span.cat", "نُشرت في")
    page.add("header span.cat", "قصص", link=True)
    page.add("header", "عنوان الخبر في سطر واحد", Kind.HEADING)
    page.add("header div.sub", "عنوان فرعي تحت العنوان")
    page.add("div.text", PROSE)
    page.add("div.text", PROSE_2)
    verdicts = strip(Selection(tuple(page.blocks), (), (), 4, Method.DENSITY, "test", 2))
    assert "عنوان فرعي تحت العنوان" in kept(list(verdicts))


def test_an_article_set_into_the_text_goes_with_its_summary() -> None:
    page = Page()
    page.add("article div.text", PROSE)
    page.add("article div.text", PROSE_2 + PROSE_3)
    page.add("article div.text article.zz", TITLE, Kind.HEADING, link=True)
    page.add("article div.text article.zz", PROSE_3)
    page.add("article div.text", PROSE_3)
    assert kept(page.judge()) == [PROSE, PROSE_2 + PROSE_3, PROSE_3]


def test_a_link_at_the_end_of_a_paragraph_is_cut_off() -> None:
    page = Page()
    page.add("div.text", PROSE)
    order = page.add("div.text", f"{PROSE_2} اقرأ أيضاً: {TITLE}")
    links = sum(c.isalpha() for c in TITLE)
    page.blocks[order] = page.blocks[order]._replace(link_letters=links, hrefs=("/x",))
    assert kept(page.judge()) == [PROSE, PROSE_2]


def test_a_linked_name_at_the_end_of_a_paragraph_stays() -> None:
    page = Page()
    text = PROSE_2 + " اقرأ أيضا ما كتبه عنها في ديوانه الأخير، قال لنا، وابتسم طويلا."
    order = page.add("div.text", text)
    page.blocks[order] = page.blocks[order]._replace(link_letters=8, hrefs=("/x",))
    page.add("div.text", PROSE)
    assert kept(page.judge()) == [text, PROSE]


def test_an_anchor_without_an_address_is_no_link() -> None:
    page = Page()
    page.add("div.text", PROSE)
    order = page.add("div.text", "ماذا بعد؟", Kind.HEADING, link=True)
    page.blocks[order] = page.blocks[order]._replace(hrefs=())
    order = page.add("div.text", "كلمة أخيرة", Kind.HEADING, link=True)
    page.blocks[order] = page.blocks[order]._replace(hrefs=("#last",))
    page.add("div.text", PROSE_2)
    assert len(kept(page.judge())) == 4


def test_headings_in_a_row_head_nothing_but_pictures() -> None:
    page = Page()
    page.add("div.text", PROSE)
    for text in ("الميناء القديم", "سوق السمك", "منارة الصخرة"):
        page.add("div.text", text, Kind.HEADING)
    page.add("div.text", PROSE_2)
    assert kept(page.judge()) == [PROSE, PROSE_2]
    images = tuple(ImageRef(f"/{n}.jpg", "", None, n) for n in (2, 3, 4))
    selection = Selection(tuple(page.blocks), (), images, 0, Method.DENSITY, "test", None)
    assert len(kept(list(strip(selection)))) == 5


def test_numbers_above_the_text_go_and_dates_stay() -> None:
    page = Page()
    page.add("div.head", "عنوان الخبر في سطر واحد", Kind.HEADING)
    page.add("div.head", "231")
    page.add("div.head", "02/03/2020")
    page.add("div.text", PROSE)
    page.blocks = [b._replace(order=n) for n, b in enumerate(page.blocks)]
    verdicts = strip(Selection(tuple(page.blocks), (), (), 3, Method.DENSITY, "test", 0))
    assert [v.keep for v in verdicts] == [True, False, True, True]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([PROSE, TITLE, "اقرأ أيضاً", "التعليقات", "أضف تعليقاً", "12", "صور", "…", "Share"]),
            st.sampled_from(["div.text", "div.text div.related", "ul li", "div.comments", "div.x aside.y", ""]),
            st.sampled_from(list(Kind)),
            st.booleans(),
        ),
        max_size=25,
    )
)
def test_every_block_gets_one_verdict_with_a_reason(rows: list[tuple[str, str, Kind, bool]]) -> None:
    page = Page()
    for text, path, kind, link in rows:
        page.add(path or "p", text, kind, link=link)
    assert len(page.judge()) == len(rows)


def test_nothing_in_nothing_out() -> None:
    assert strip(Selection((), (), (), 0, Method.TEXT, "lines", None)) == ()


NAMES = load("class_tokens", NameEntry)


@pytest.mark.parametrize("entry", [e for e in NAMES if e.strength is not Strength.NEUTRAL], ids=lambda e: e.name)
def test_example_of_a_name(entry: NameEntry) -> None:
    said = said_by("div", entry.example)
    assert said is not None
    assert (said.role, said.strength) == (entry.role, entry.strength)


@pytest.mark.parametrize("name", [name for entry in NAMES for name in entry.spares])
def test_spared_names(name: str) -> None:
    said = said_by("div", name)
    assert said is None or said.strength is Strength.TEXT


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("relatedposts", ("relatedposts",)),
        ("shareicons-box", ("shareicons", "box")),
        ("newsletterbox", ("newsletter", "box")),
        ("heading", ("heading",)),
        ("leadership", ("leadership",)),
        ("post-1855_x", ("post", "x")),
    ],
)
def test_words_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("line", "keep"),
    [
        ("السبت 19 أغسطس 2017 الساعة 20:12 | قراءات: 2311 | لؤي الحداد", False),
        ("آخر تحديث: الأحد 22/2/2014 م , الساعة 13:43 بالتوقيت المحلي", False),
        ("في 5 يونيو 1967 اندلعت الحرب", True),
        ("14 آذار 2011: يوم لا ينساه أهل الحي", True),
    ],
)
def test_a_line_of_data_before_the_text_goes_but_no_sentence_that_names_a_day(line: str, keep: bool) -> None:
    page = Page()
    page.add("div.article", TITLE, Kind.HEADING)
    page.add("div.article", line)
    for text in (PROSE, PROSE_2, PROSE_3):
        page.add("div.article div.text", text)
    assert page.judge(headline=0)[1].keep is keep


@pytest.mark.parametrize(
    "line", ["س ب/ن ع", "ع ب د / م خ", "16:42ت م", "@lina_writes", "lina1984 @", "بريد: lina@paper.example"]
)
def test_initials_and_addresses_below_the_text_go(line: str) -> None:
    page = Page()
    for text in (PROSE, PROSE_2, PROSE_3, line):
        page.add("div.text", text)
    assert [v.keep for v in page.judge()] == [True, True, True, False]


def test_initials_between_paragraphs_stay() -> None:
    page = Page()
    for text in (PROSE, "س / ج", PROSE_2, PROSE_3):
        page.add("div.text", text)
    assert page.judge()[1].keep


def test_initials_before_a_box_of_prose_go() -> None:
    page = Page()
    for text in (PROSE, PROSE_2, "ع.ش/ م.ل"):
        page.add("div.text", text)
    page.add("div.more", PROSE_3)
    assert not page.judge()[2].keep
