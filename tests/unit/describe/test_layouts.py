"""Composed pages in the layouts of systems that Arabic outlets use, each with a trap; what describe makes of them."""

from warraq.describe import declared, merge, visible
from warraq.locate.blocks import walk
from warraq.model import Context, DecodedPage, Metadata, Source
from warraq.parse import parse

TEXT = (
    "<p>أعلنت وزارة الأشغال اليوم بدء العمل في مشروع الطريق الدائري الجديد الذي يربط المدن الساحلية بالداخل، "
    "وقالت إن المرحلة الأولى ستنتهي خلال عامين من الآن بإذن الله.</p>"
    "<p>وأضافت الوزارة في بيان لها أن كلفة المشروع تبلغ نحو ثلاثمئة مليون، وأن شركات محلية ستتولى التنفيذ كله، "
    "على أن تشرف على العمل لجنة من المهندسين المختصين.</p>"
)
TITLE = "بدء العمل في الطريق الدائري الجديد"


def describe(body: str, head: str = "", root: str = '<html lang="ar">', **known: str) -> Metadata:
    page = parse(DecodedPage(Source(), f"<!doctype html>{root}<head>{head}</head><body>{body}</body></html>"))
    blocks = walk(page.root).blocks
    headline = next(b.order for b in blocks if b.text == TITLE)
    prose = [b.order for b in blocks if len(b.text) > 120]
    region = range(headline, prose[-1] + 1)
    return merge(declared(page), visible(blocks, headline, region), Context(TITLE, (), **known))


def date(found: Metadata) -> str | None:
    return found.published.value.value if found.published else None


def change(found: Metadata) -> str | None:
    return found.modified.value.value if found.modified else None


def names(found: Metadata) -> list[str]:
    return [f.value.name for f in found.authors]


def tags(found: Metadata) -> list[str]:
    return [f.value for f in found.tags]


def section(found: Metadata) -> str | None:
    return found.section.value if found.section else None


def nav(*items: str) -> str:
    return (
        "<ul class=menu>" + "".join(f'<li><a href="/s/{n}">{item}</a></li>' for n, item in enumerate(items)) + "</ul>"
    )


MENU = nav("الرئيسية", "محليات", "اقتصاد", "رياضة", "ثقافة", "آراء")
TEASERS = "".join(
    f'<div class="teaser"><h3><a href="/n/{n}">خبر آخر عن افتتاح معرض الكتاب في العاصمة رقم {n}</a></h3>'
    f"<span class=date>0{n}/09/2023</span></div>"
    for n in range(1, 5)
)


def test_jannah_with_related_posts_that_have_dates():
    found = describe(
        f"""<header>{MENU}</header><article><nav id="breadcrumb"><a href="/">الرئيسية</a><em>/</em>
        <a href="/category/local">محليات</a><em>/</em><span>{TITLE}</span></nav>
        <h1 class="post-title entry-title">{TITLE}</h1><div class="post-meta"><span class="meta-author"><a
        href="/author/l">لمياء الزين</a></span><span class="date meta-item">22/04/2022</span></div>
        <div class="entry-content">{TEXT}</div>
        <div class="post-bottom-meta post-bottom-tags"><div class="post-bottom-meta-title">الوسوم</div>
        <span class="tagcloud"><a href="/tag/طرق" rel="tag">طرق</a>
        <a href="/tag/وزارة-الأشغال" rel="tag">وزارة الأشغال</a>
        </span></div></article><div class="related-posts">{TEASERS}</div>"""
    )
    assert date(found) == "2022-04-22"
    assert section(found) == "محليات"
    assert tags(found) == ["طرق", "وزارة الأشغال"]
    assert names(found) == ["لمياء الزين"]


def test_tagdiv_newspaper():
    found = describe(
        f"""{MENU}<ul class="td-category"><li class="entry-category"><a href="/category/eco/">اقتصاد</a></li></ul>
        <h1 class="entry-title">{TITLE}</h1><div class="td-module-meta-info"><div class="td-post-author-name">
        <div class="td-author-by">بواسطة</div> <a href="/author/admin">admin</a></div><span class="td-post-date">
        <time class="entry-date updated td-module-date" datetime="2021-05-03T10:20:00+03:00">مايو 3, 2021</time></span>
        </div><div class="td-post-content">{TEXT}</div><ul class="td-tags"><li><span>الوسوم</span></li>
        <li><a href="/tag/a/">نقل</a></li><li><a href="/tag/b/">بنية تحتية</a></li></ul>"""
    )
    assert date(found) == "2021-05-03T10:20+03:00"
    assert section(found) == "اقتصاد"
    assert tags(found) == ["نقل", "بنية تحتية"]
    assert names(found) == []


def test_blogger_date_above_and_labels_below():
    found = describe(
        f"""<div class="date-outer"><h2 class="date-header"><span>الأحد، 8 نوفمبر، 2015</span></h2>
        <h3 class="post-title entry-title">{TITLE}</h3><div class="post-body entry-content">{TEXT}</div>
        <div class="post-footer"><span class="post-author vcard">مرسلة بواسطة <span class="fn">سامر عون</span></span>
        <span class="post-labels">التسميات: <a href="/search/label/طرق" rel="tag">طرق</a>,
        <a href="/search/label/نقل" rel="tag">نقل</a></span></div></div>"""
    )
    assert date(found) == "2015-11-08"
    assert names(found) == ["سامر عون"]
    assert "طرق" in tags(found)


def test_joomla_article_info():
    found = describe(
        f"""<div class="item-page"><h2 itemprop="headline">{TITLE}</h2><dl class="article-info">
        <dt>التفاصيل</dt><dd class="createdby">كتب بواسطة: هدى السيد</dd>
        <dd class="category-name">المجموعة: <a href="/news">أخبار البلد</a></dd>
        <dd class="published">نشر بتاريخ: 12 آذار/مارس 2019</dd>
        <dd class="modified">آخر تحديث: 14 آذار/مارس 2019</dd><dd class="hits">الزيارات: 1203</dd></dl>
        <div itemprop="articleBody">{TEXT}</div></div>"""
    )
    assert date(found) == "2019-03-12"
    assert change(found) == "2019-03-14"
    assert section(found) == "أخبار البلد"
    assert names(found) == ["هدى السيد"]


def test_drupal_submitted_line_by_an_account():
    found = describe(
        f"""<div class="breadcrumb"><a href="/">الصفحة الرئيسية</a> » <a href="/culture">ثقافة وفنون</a></div>
        <h1 id="page-title">{TITLE}</h1><div class="submitted">نشرت بواسطة admin بتاريخ 12 فبراير 2014</div>
        <div class="field-name-body">{TEXT}</div><div class="field-name-field-tags"><div class="field-label">الكلمات
        المفتاحية:</div><div class="field-items"><div><a href="/taxonomy/term/7">طرق</a></div>
        <div><a href="/taxonomy/term/8">أشغال</a></div></div></div>"""
    )
    assert date(found) == "2014-02-12"
    assert section(found) == "ثقافة وفنون"
    assert tags(found) == ["طرق", "أشغال"]
    assert names(found) == []


def test_old_asp_table_with_labels():
    found = describe(
        f"""<table><tr><td>{MENU}</td></tr></table><table><tr><td><b>{TITLE}</b></td></tr>
        <tr><td>التاريخ: 12/3/2005</td></tr><tr><td>القسم : محليات</td></tr><tr><td>{TEXT}</td></tr></table>""",
        root="<html>",
    )
    assert date(found) == "2005-03-12"
    assert section(found) == "محليات"


def test_elementor_post_info():
    found = describe(
        f"""<h1 class="elementor-heading-title">{TITLE}</h1><ul class="elementor-post-info">
        <li class="elementor-inline-item"><span class="elementor-post-info__item--type-author">نادر الخطيب</span></li>
        <li><span class="elementor-post-info__item--type-date">مارس 9, 2023</span></li>
        <li><span class="elementor-post-info__item--type-time">2:15 م</span></li></ul>
        <div class="elementor-widget-theme-post-content">{TEXT}</div>"""
    )
    assert date(found)[:10] == "2023-03-09"
    assert names(found) == ["نادر الخطيب"]


def test_clock_of_the_page_above_is_not_its_date():
    found = describe(
        f"""<div class="topbar"><span>الثلاثاء 21 فبراير 2017</span></div>{MENU}
        <div class="wrap"><h1>{TITLE}</h1><div class="text">{TEXT}</div></div>"""
    )
    assert date(found) is None


def test_clock_just_above_the_headline_of_a_bare_page():
    found = describe(f"<div>اليوم: الثلاثاء 21 فبراير 2017</div><div><h1>{TITLE}</h1></div><div>{TEXT}</div>")
    assert date(found) is None


def test_comments_and_related_articles_give_no_date():
    found = describe(
        f"""<h1>{TITLE}</h1><div class="text">{TEXT}</div>{TEASERS}<ol class="comments"><li class="comment">
        <time datetime="2020-03-03T10:00">3 مارس 2020</time><p>شكرا</p></li></ol>
        <footer>جميع الحقوق محفوظة © 2021</footer>"""
    )
    assert date(found) is None
    assert change(found) is None


def test_dates_of_a_sidebar_before_the_headline():
    found = describe(f"""<div class="row"><div class="side">{TEASERS}</div><div class="main"><h1>{TITLE}</h1>
        <div>{TEXT}</div><div class="post-date">2017-02-07</div></div></div>""")
    assert date(found) == "2017-02-07"


def test_day_shown_holds_against_utc_of_the_day_before():
    found = describe(
        f"<h1>{TITLE}</h1><p>الخميس 4 يونيو 2020</p>{TEXT}",
        '<meta property="article:published_time" content="2020-06-03T22:30:00Z">',
    )
    assert date(found) == "2020-06-04"


def test_local_clock_shown_holds_against_utc():
    found = describe(
        f"<h1>{TITLE}</h1><p>2020-06-03 | 14:30</p>{TEXT}",
        '<meta property="article:published_time" content="2020-06-03T11:30:12Z">',
    )
    assert date(found) == "2020-06-03T14:30"


def test_markup_with_offset_is_kept_where_the_page_shows_the_day():
    found = describe(
        f"<h1>{TITLE}</h1><p>3 حزيران 2020</p>{TEXT}",
        '<meta property="article:published_time" content="2020-06-03T14:30:00+03:00">',
    )
    assert date(found) == "2020-06-03T14:30+03:00"


def test_midnight_of_a_system_that_keeps_days():
    found = describe(f"<h1>{TITLE}</h1>{TEXT}", '<meta itemprop="datePublished" content="2018-01-15 00:00:00">')
    assert date(found) == "2018-01-15"


def test_shown_date_before_the_time_of_moving_to_another_system():
    found = describe(
        f"<h1>{TITLE}</h1><p>12 مايو 2009</p>{TEXT}",
        '<meta property="article:published_time" content="2016-11-20T08:00:00+02:00">',
    )
    assert date(found) == "2009-05-12"


def test_epoch_and_template_dates_are_none():
    found = describe(
        f"<h1>{TITLE}</h1>{TEXT}",
        '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'
        '<meta name="pubdate" content="0001-01-01T00:00:00">',
    )
    assert date(found) is None


def test_only_a_change_is_stated():
    found = describe(f"<h1>{TITLE}</h1><p>آخر تحديث: الاثنين 23 سبتمبر 2013، 00:27 بتوقيت غرينتش</p>{TEXT}")
    assert date(found) is None
    assert change(found)[:16] == "2013-09-23T00:27"


def test_day_and_time_of_the_change_in_one_line():
    found = describe(f"<h1>{TITLE}</h1><p>الأربعاء، 28 آب/أغسطس 2013، آخر تحديث 14:00</p>{TEXT}")
    assert date(found) == "2013-08-28"
    assert change(found) == "2013-08-28T14:00"


def test_published_and_changed_in_one_line_in_either_order():
    one = describe(f"<h1>{TITLE}</h1><p>نشر في: 1 مايو 2020 10:00 | آخر تحديث: 2 مايو 2020 11:00</p>{TEXT}")
    other = describe(f"<h1>{TITLE}</h1><p>آخر تحديث: 2 مايو 2020 11:00 | نشر في: 1 مايو 2020 10:00</p>{TEXT}")
    assert (date(one), change(one)) == ("2020-05-01T10:00", "2020-05-02T11:00")
    assert (date(other), change(other)) == (date(one), change(one))


def test_change_before_the_publication_is_a_template_value():
    found = describe(
        f"<h1>{TITLE}</h1>{TEXT}",
        '<meta property="article:published_time" content="2020-06-03T03:01+0400">'
        '<meta property="article:modified_time" content="2020-03-15T20:18+0400">',
    )
    assert change(found) is None


def test_change_saved_seconds_after_publishing_is_none():
    found = describe(
        f"<h1>{TITLE}</h1>{TEXT}",
        '<meta property="article:published_time" content="2022-05-27T18:07:50+03:00">'
        '<meta property="article:modified_time" content="2022-05-27T18:07:56+03:00">',
    )
    assert change(found) is None


def test_change_in_utc_is_written_in_the_zone_the_page_states():
    found = describe(
        f"""<h1>{TITLE}</h1><time class="published" itemprop="datePublished"
        datetime="2022-08-24T12:53:18+03:00">24 أغسطس</time>{TEXT}""",
        '<meta property="article:published_time" content="2022-08-24T09:53:18+00:00">'
        '<meta property="article:modified_time" content="2022-08-29T22:04:34+00:00">',
    )
    assert date(found) == "2022-08-24T12:53+03:00"
    assert change(found) == "2022-08-30T01:04+03:00"


def test_relative_time_needs_a_capture():
    body = f"<h1>{TITLE}</h1><p class=date>منذ 3 ساعات</p>{TEXT}"
    assert date(describe(body)) is None
    assert date(describe(body, captured="2024-03-25T12:00:00+00:00"))[:10] == "2024-03-25"


def test_day_in_the_address_and_none_where_a_number_follows_the_month():
    body = f"<h1>{TITLE}</h1>{TEXT}"
    assert date(describe(body, url="https://n.example/2016/2/8/article_1.html")) == "2016-02-08"
    assert date(describe(body, url="https://n.example/2021/04/92713")) is None


def test_issue_line_of_a_paper():
    found = describe(
        f"<div>الاثنين 29 ربيع الثاني 1437 هـ الموافق 08 فبراير 2016 العدد 8155</div>{MENU}<h1>{TITLE}</h1>{TEXT}"
    )
    assert date(found) == "2016-02-08"


def test_two_calendars_in_two_lines():
    found = describe(f"<h1>{TITLE}</h1><p>الاثنين / 2 / 5 / 1438 هـ</p><p>الاثنين 30 يناير 2017 02:53</p>{TEXT}")
    assert date(found) == "2017-01-30T02:53"
    assert found.published.value.calendar.value == "gregorian"


def test_hijri_alone():
    found = describe(f"<h1>{TITLE}</h1><p>الاثنين 15 رمضان 1445هـ</p>{TEXT}")
    assert date(found) == "2024-03-25"
    assert found.published.value.calendar.value == "hijri"


def test_date_in_a_caption_and_in_the_text_is_an_events():
    found = describe(
        f"<h1>{TITLE}</h1><figure><img src=a.jpg><figcaption>متظاهرون - 2 مارس 2024</figcaption></figure>{TEXT}"
        "<p>وكان افتتاح الطريق القديم في 25 يناير 2011.</p>"
    )
    assert date(found) is None


def test_accounts_outlets_and_makers_are_no_authors():
    for value in (
        "admin",
        "sami.k",
        "صحيفة الأفق",
        "هيئة التحرير",
        "Developed By Sami Khoury",
        "(أبوظبي - الأفق)",
        "محرر 3",
    ):
        found = describe(
            f"<h1>{TITLE}</h1>{TEXT}",
            f'<meta property="og:site_name" content="الأفق"><meta name="author" content="{value}">',
        )
        assert names(found) == [], value


def test_author_with_place_label_and_brackets():
    for value in ("بيروت - سعاد العلي", "سعاد العلي (بيروت)", "بقلم: سعاد العلي", "سعاد العلي | الأفق"):
        found = describe(
            f"<h1>{TITLE}</h1>{TEXT}",
            f'<meta property="og:site_name" content="الأفق"><meta name="author" content="{value}">',
        )
        assert names(found) == ["سعاد العلي"], value


def test_one_word_is_a_person_where_it_is_a_first_name_or_two_sources_say_so():
    author = '<div class="vcard author"><a class="fn" rel="author" href="/author/m7md">محمد</a></div>'
    assert names(describe(f"<h1>{TITLE}</h1>{author}{TEXT}")) == ["محمد"]
    yoast = '<meta name="twitter:label1" content="كُتب بواسطة"><meta name="twitter:data1" content="Rahaf">'
    assert names(describe(f"<h1>{TITLE}</h1>{TEXT}", '<meta name="author" content="Rahaf">' + yoast)) == ["Rahaf"]
    assert names(describe(f"<h1>{TITLE}</h1>{TEXT}", '<meta name="author" content="Rahaf">')) == []


def test_comment_authors_are_no_authors():
    found = describe(
        f"""<h1>{TITLE}</h1>{TEXT}<ol class="commentlist"><li class="comment"><div class="comment-author vcard">
        <cite class="fn">سعاد العلي</cite></div></li></ol>"""
    )
    assert names(found) == []


def test_section_that_nobody_sorted():
    found = describe(
        f"""<div class="breadcrumbs"><a href="/">الرئيسية</a> > <a href="/category/eco">اقتصاد</a> > {TITLE}</div>
        <h1>{TITLE}</h1>{TEXT}""",
        '<meta property="article:section" content="غير مصنف">',
    )
    assert section(found) == "اقتصاد"


def test_section_of_a_list_is_the_one_that_is_shown():
    found = describe(
        f'{MENU}<h4 class="section-name"><a href="/culture">ثقافة</a></h4><h1>{TITLE}</h1>{TEXT}',
        '<script type="application/ld+json">{"@type":"Article","articleSection":"مقالات اليوم, ثقافة"}</script>',
    )
    assert section(found) == "ثقافة"


def test_menu_above_the_headline_is_no_section():
    links = "".join(f"<div><a href=/category/{n}>{n}</a></div>" for n in ("أمن", "سياسة", "رياضة", "فنون", "رادار"))
    found = describe(f'<div class="menu">{links}</div><h1>{TITLE}</h1>{TEXT}')
    assert section(found) is None


def test_headline_cut_into_words_gives_no_tags():
    words = ",".join(TITLE.split())
    assert tags(describe(f"<h1>{TITLE}</h1>{TEXT}", f'<meta name="keywords" content="{words}">')) == []


def test_keywords_of_the_site_are_no_tags():
    head = '<meta name="keywords" content="أخبار,صحيفة,اقتصاد,رياضة,news">'
    assert tags(describe(f"<h1>{TITLE}</h1>{TEXT}", head)) == []


def test_stated_tags_where_none_are_shown():
    head = '<meta property="article:tag" content="نقل"><meta property="article:tag" content="طرق سريعة">'
    assert tags(describe(f"<h1>{TITLE}</h1>{TEXT}", head)) == ["نقل", "طرق سريعة"]


def test_sidebar_cloud_is_no_tag_list():
    found = describe(
        f"""<h1>{TITLE}</h1>{TEXT}<aside class="sidebar widget_tag_cloud"><h4>الوسوم</h4>
        <a class="tag-cloud-link" href="/tag/x">سوريا</a> <a class="tag-cloud-link" href="/tag/y">مصر</a></aside>"""
    )
    assert tags(found) == []


def test_site_url_and_image():
    found = describe(
        f"<h1>{TITLE}</h1>{TEXT}",
        f"<title>{TITLE} - صدى الساحل</title>"
        '<link rel="canonical" href="https://www.sada.example/news/5"><meta property="og:image" content="/img/5.jpg">'
        '<meta property="og:image" content="/img/logo.png">',
    )
    assert found.site_name.value == "صدى الساحل"
    assert found.host.value == "www.sada.example"
    assert found.canonical_url.value == "https://www.sada.example/news/5"
    assert found.lead_image.value == "https://www.sada.example/img/5.jpg"


def test_front_page_of_the_head_gives_neither_address_nor_date():
    found = describe(
        f"<h1>{TITLE}</h1>{TEXT}",
        '<link rel="canonical" href="https://n.example/"><meta property="og:url" content="https://n.example">'
        '<meta property="article:published_time" content="2015-01-01T00:00:00Z">'
        '<meta property="og:image" content="https://n.example/hero.jpg">',
    )
    assert found.canonical_url is None
    assert found.published is None
    assert found.lead_image is None
    assert found.host.value == "n.example"


def test_day_and_clock_in_two_elements():
    found = describe(f"<h1>{TITLE}</h1><div><span>9 مارس 2023</span></div><div>2:15 م</div>{TEXT}")
    assert date(found) == "2023-03-09T14:15"
    found = describe(f"<h1>{TITLE}</h1><div>6:54 م</div><div>07/02/2017 بواسطة: سامي نعمة</div>{TEXT}")
    assert date(found) == "2017-02-07T18:54"


def test_comments_without_class_names_give_neither_date_nor_author():
    found = describe(
        f"""<h1>{TITLE}</h1><div>{TEXT}</div><table><tr><td>التعليقات</td></tr><tr><td>بواسطة: سعاد العلي</td></tr>
        <tr><td>3 مارس 2020</td></tr><tr><td>شكرا على الخبر</td></tr></table>""",
        root="<html>",
    )
    assert date(found) is None
    assert names(found) == []


def test_teasers_between_headline_and_text_give_no_date():
    assert date(describe(f"<h1>{TITLE}</h1><div class=box>{TEASERS}</div><div>{TEXT}</div>")) is None


def test_sentence_before_the_text_that_mentions_a_day():
    line = "نشر أحد حسابات التواصل المقطع المتداول على نطاق واسع بتاريخ 22 أغسطس 2022، مرفقا بالوصف الآتي:"
    assert date(describe(f"<h1>{TITLE}</h1><p>{line}</p>{TEXT}")) is None


def test_long_line_of_a_header_with_writer_place_and_counters():
    line = "سعاد العلي - مدينة الساحل الجمعة 20 صفر 1444هـ الموافق 2022/09/16م 02:40 ص"
    assert date(describe(f"<h1>{TITLE}</h1><p>{line}</p>{TEXT}")) == "2022-09-16T02:40"
    line = "الأربعاء 14 أيلول 2022 الساعة 13:27 دمشق – الصدى مشاهدات: 1842 تكبير الخط تصغير الخط طباعة إرسال"
    assert date(describe(f"<h1>{TITLE}</h1><p>{line}</p>{TEXT}")) == "2022-09-14T13:27"


def test_two_topics_above_the_headline():
    found = describe(
        f"""{MENU}<header class="article-header"><div class="topics"><a href="/news/">أخبار</a>|<a
        href="/where/sea">البحر</a>
        </div><h1>{TITLE}</h1></header><div class="dates"><span class="screen-reader-text">Published On</span>
        <span>25/3/2024</span></div><div>آخر تحديث: 26/3/2024 11:05 (توقيت مكة)</div>{TEXT}"""
    )
    assert section(found) == "أخبار"
    assert date(found) == "2024-03-25"
    assert change(found) == "2024-03-26T11:05+03:00"


def test_paper_with_both_calendars_and_the_number_of_the_issue():
    line = "الثلاثاء - 20 شوال 1436 هـ - 04 أغسطس 2015 مـ رقم العدد [13398]"
    assert date(describe(f"<h1>{TITLE}</h1><div>{line}</div>{TEXT}")) == "2015-08-04"


def test_dateline_of_an_agency_is_a_line_of_its_own():
    line = "الرياض 15 شعبان 1445 هـ الموافق 25 فبراير 2024 م واس"
    assert date(describe(f"<h1>{TITLE}</h1><p>{line}</p>{TEXT}")) == "2024-02-25"


def test_clock_above_a_menu_of_plain_links():
    links = "".join(f"<td><a href=s{n}.asp>{name}</a></td>" for n, name in enumerate(("أمن", "سياسة", "رياضة", "فنون")))
    glued = " | ".join(f"<a href=s{n}.asp>{name}</a>" for n, name in enumerate(("أمن", "بيئة", "رياضة", "فنون", "رأي")))
    for menu in (f"<table><tr>{links}</tr></table>", f"<div>{glued}</div>"):
        body = f"<table><tr><td><div>الثلاثاء 21 فبراير 2017</div>{menu}<h1>{TITLE}</h1>{TEXT}</td></tr></table>"
        assert date(describe(body, root="<html>")) is None


def test_photographer_in_a_byline_of_the_picture():
    found = describe(
        f"""<h1>{TITLE}</h1><div class="asset-byline"><a href="/author/d">دانة القحطاني</a></div>
        <div class="photo-caption"><div class="tnt-byline photo-credit">سلطان العنزي</div></div>{TEXT}"""
    )
    assert names(found) == ["دانة القحطاني"]


def test_name_of_the_site_behind_a_headline_with_loose_punctuation():
    found = describe(f"<h1>{TITLE}</h1>{TEXT}", f"<title>{TITLE} !! - الأخطبوط</title>")
    assert found.site_name.value == "الأخطبوط"


def test_tags_of_numbered_addresses_in_one_line():
    found = describe(
        f"""{MENU}<main><h1>{TITLE}</h1><div class=body>{TEXT}</div><div class="keywords"><span>كلمات دالة</span>
        <a href="/k/81">الطريق الدائري</a> <a href="/k/82">وزارة الأشغال</a></div></main>"""
    )
    assert tags(found) == ["الطريق الدائري", "وزارة الأشغال"]


def test_tags_behind_a_short_last_sentence_that_teasers_part_from_the_text():
    found = describe(
        f"""{MENU}<main><h1>{TITLE}</h1><div class=body>{TEXT}<div class="inner">{TEASERS}</div>
        <p>ويتوقع أن يفتتح الطريق أمام المركبات العام المقبل.</p></div>
        <div class="tags"><h3>الموضوعات المتعلقة</h3><h3><a href="/t/1">طرق</a></h3><h3><a href="/t/2">جسور</a></h3>
        </div></main>"""
    )
    assert tags(found) == ["طرق", "جسور"]


def test_a_row_of_links_that_begins_with_the_front_page_is_a_menu():
    row = "الصفحة الأولى | محليات | سياسة | عربي ودولي | اقتصاد | رياضة | منوعات".split(" | ")
    links = " | ".join(f'<a href="/c{n}">{name}</a>' for n, name in enumerate(row))
    found = describe(f"<table><tr><td>{links}</td></tr><tr><td><h1>{TITLE}</h1><div>{TEXT}</div></td></tr></table>")
    assert section(found) is None


def test_a_few_words_in_an_element_called_section_need_no_link():
    found = describe(
        f"""{MENU}<main><div class="paperNewsSection">ثقافات</div><h1>{TITLE}</h1><div>{TEXT}</div></main>"""
    )
    assert section(found) == "ثقافات"


def test_a_date_in_an_element_called_breadcrumb_is_no_section():
    found = describe(
        f"""{MENU}<main><div class="breadcrumb-area"><span>تاريخ النشر: <span>06/04/2022 02:31 م</span></span></div>
        <h1>{TITLE}</h1><div>{TEXT}</div></main>"""
    )
    assert section(found) is None


def test_a_person_set_apart_from_the_date_in_one_line():
    found = describe(
        f"""{MENU}<main><h1>{TITLE}</h1><div class=info>الجمعة 22 يناير 2010 22:41 | كريم البنا - كرة أونلاين</div>
        <div>{TEXT}</div></main>"""
    )
    assert names(found) == ["كريم البنا"]
    assert date(found) == "2010-01-22T22:41"


def test_a_label_says_more_of_a_date_than_the_name_of_its_element():
    found = describe(
        f"""{MENU}<main><div class="breadcrumb-area"><span>تاريخ النشر: 06/04/2022 02:31 م</span></div><h1>{TITLE}</h1>
        <div>{TEXT}</div></main>"""
    )
    assert date(found) == "2022-04-06T14:31"


def test_share_buttons_behind_the_tags_are_none():
    found = describe(
        f"""{MENU}<article><h1>{TITLE}</h1><div>{TEXT}<div class="post-bottom-meta"><div>الوسوم</div>
        <span class="tagcloud"><a href="/p/1">طرق</a> <a href="/p/2">جسور</a></span></div></div>
        <div id="share-buttons-bottom"><a href="/f">فيسبوك</a><a href="/t">تويتر</a></div></article>"""
    )
    assert tags(found) == ["طرق", "جسور"]


def test_midnight_in_a_machine_readable_time_is_no_hour():
    found = describe(f"{MENU}<h1>{TITLE}</h1><time datetime='2015-05-05 00:00'>5 ماي 2015</time><div>{TEXT}</div>")
    assert date(found) == "2015-05-05"


def test_a_day_behind_the_way_to_the_page():
    found = describe(
        f"""{MENU}<div id=c><div id=way><a href="/">الصفحة الرئيسية</a> | <a href="/r">الأخبار المحلية</a> &nbsp;
        <small>الثلاثاء 21 كانون الثاني (يناير) 2020</small></div><h1>{TITLE}</h1><div>{TEXT}</div></div>"""
    )
    assert date(found) == "2020-01-21"


def test_stamps_of_a_system_that_writes_the_month_first():
    found = describe(
        f"""{MENU}<main><h1>{TITLE}</h1><div class=date>07-02-2013 10:41 PM</div><div>{TEXT}</div></main>
        <div class=latest><a href="/n/1">خبر سابق</a><span>06-28-2013 11:20 AM</span></div>"""
    )
    assert date(found) == "2013-07-02T22:41"


def test_a_stamp_with_seconds_as_a_system_prints_it_by_itself():
    found = describe(f"{MENU}<main><h1>{TITLE}</h1><span>5/6/2013 1:22:45 PM</span><div>{TEXT}</div></main>")
    assert date(found) == "2013-05-06T13:22"


def test_another_stamp_of_the_page_says_that_the_day_comes_first():
    found = describe(
        f"""{MENU}<main><h1>{TITLE}</h1><div class=date>07-02-2013 10:41 PM</div><div>{TEXT}</div></main>
        <div class=comments><h3>التعليقات</h3><p>أبو سالم</p><p>23-02-2013 01:11 AM</p></div>"""
    )
    assert date(found) == "2013-02-07T22:41"


def test_a_breadcrumb_whose_links_nothing_sets_apart():
    found = describe(
        f"""{MENU}<main><div class="breadcrumbs"><a href="/">الرئيسية</a><a href="/e">الاقتصادي</a><a href="/m">السوق
        المحلي</a></div><h1>{TITLE}</h1><div>{TEXT}</div></main>"""
    )
    assert section(found) == "السوق المحلي"


def test_a_translator_behind_the_author_in_one_line():
    found = describe(
        f"""{MENU}<main><h1>{TITLE}</h1><div class="byline">بقلم <a href="/w/1">سعاد العلي</a> ترجمة فاتن الشامي</div>
        <div>{TEXT}</div></main>"""
    )
    assert names(found) == ["سعاد العلي"]
