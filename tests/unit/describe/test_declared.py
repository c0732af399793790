"""Composed heads of the systems that Arabic news sites run on, each with a trap that it names."""

import json

import pytest

from warraq.describe import declared
from warraq.model import DecodedPage, Source
from warraq.parse import parse


def read(head="", body="<p>نص</p>", root='<html lang="ar">'):
    return declared(parse(DecodedPage(Source(), f"<!doctype html>{root}<head>{head}</head><body>{body}</body></html>")))


def ld(*values):
    return "".join(f'<script type="application/ld+json">{json.dumps(v)}</script>' for v in values)


def pairs(found):
    return [(f.value, f.source) for f in found]


def values(found):
    return [f.value for f in found]


def test_yoast_graph_resolves_author_by_id():
    found = read(
        ld(
            {
                "@context": "https://schema.org",
                "@graph": [
                    {
                        "@type": "Article",
                        "headline": "افتتاح جسر جديد",
                        "author": {"@id": "https://n.example/#/schema/person/7"},
                        "publisher": {"@id": "https://n.example/#organization"},
                        "articleSection": ["محليات"],
                        "keywords": ["جسور", "طرق"],
                    },
                    {
                        "@type": "WebPage",
                        "@id": "https://n.example/a/",
                        "name": "افتتاح جسر جديد - صدى المدينة",
                    },
                    {
                        "@type": "Organization",
                        "@id": "https://n.example/#organization",
                        "name": "صدى المدينة",
                    },
                    {"@type": "Person", "@id": "https://n.example/#/schema/person/7", "name": "ليلى الحداد"},
                ],
            }
        )
    )
    assert pairs(found.authors) == [("ليلى الحداد", "jsonld:author")]
    assert values(found.headline) == ["افتتاح جسر جديد"]
    assert "صدى المدينة" in values(found.site_name)
    assert values(found.section) == ["محليات"]
    assert values(found.tags) == ["جسور", "طرق"]


def test_front_page_in_head_and_article_in_jsonld():
    found = read(
        '<title>شبكة الصدى | الرئيسية</title><link rel="canonical" href="https://n.example">'
        '<meta property="og:type" content="website"><meta property="og:url" content="https://n.example/">'
        '<meta property="og:title" content="شبكة الصدى">'
        '<meta property="article:modified_time" content="2022-02-12T13:14:09+00:00">'
        + ld(
            {
                "@type": "WebPage",
                "url": "https://n.example/",
                "name": "شبكة الصدى",
                "datePublished": "2018-01-01",
            },
            {"@type": "NewsArticle", "headline": "أمطار غزيرة", "datePublished": "2022-05-27T18:07:50+03:00"},
        )
    )
    assert pairs(found.headline) == [
        ("أمطار غزيرة", "jsonld:headline"),
        ("شبكة الصدى", "home:og:title"),
        ("شبكة الصدى | الرئيسية", "home:title"),
    ]
    assert pairs(found.published) == [("2022-05-27T18:07:50+03:00", "jsonld:datePublished")]
    assert pairs(found.modified) == [("2022-02-12T13:14:09+00:00", "home:article:modified_time")]
    assert pairs(found.canonical_url) == [("https://n.example", "home:link:canonical")]


def test_fixed_og_url_of_an_article_is_no_front_page():
    found = read(
        '<meta property="og:type" content="article"><meta property="og:url" content="https://n.example/">'
        '<meta property="og:title" content="ارتفاع أسعار القمح">'
    )
    assert pairs(found.headline) == [("ارتفاع أسعار القمح", "og:title")]


def test_head_tells_which_of_several_articles_is_meant():
    others = [
        {"@type": "NewsArticle", "headline": f"خبر آخر رقم {n}", "datePublished": f"2020-01-0{n}"} for n in (1, 2)
    ]
    mine = {"@type": "NewsArticle", "headline": "الخبر المقصود بعينه", "datePublished": "2021-06-06"}
    found = read("<title>الخبر المقصود بعينه - الصحيفة</title>" + ld(*others, mine))
    assert values(found.published) == ["2021-06-06"]


def test_articles_of_a_list_are_not_the_page():
    items = [{"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": "خبر من القائمة"}}]
    found = read(ld({"@type": "ItemList", "itemListElement": items}))
    assert found.headline == ()


def test_video_gives_way_to_the_article_beside_it():
    found = read(
        ld(
            {"@type": "VideoObject", "name": "شاهد الفيديو", "uploadDate": "2019-01-01"},
            {"@type": ["Article", "BlogPosting"], "headline": "الخبر", "datePublished": "2019-02-02"},
        )
    )
    assert values(found.headline) == ["الخبر"]
    assert values(found.published) == ["2019-02-02"]


def test_jsonld_with_all_shapes_of_authors():
    found = read(
        ld(
            {
                "@type": "http://schema.org/NewsArticle",
                "headline": ["عنوان"],
                "author": [
                    "سعاد العلي",
                    {"@type": "Person", "name": {"@value": "كريم ناصر"}},
                    {"@type": "Person", "givenName": "هند", "familyName": "الزين"},
                    {"@type": "Organization", "name": "وكالة الأنباء"},
                    {"author": {"name": "عمر فاروق"}},
                    {"@type": "Person"},
                    "https://n.example/author/7",
                    None,
                    12,
                ],
            }
        )
    )
    assert pairs(found.authors) == [
        ("سعاد العلي", "jsonld:author"),
        ("كريم ناصر", "jsonld:author"),
        ("هند الزين", "jsonld:author"),
        ("وكالة الأنباء", "jsonld:author/organization"),
        ("عمر فاروق", "jsonld:author"),
    ]


def test_broken_jsonld_of_a_template():
    found = read(
        """<script type="application/ld+json"><!-- <![CDATA[
        {"@type": "NewsArticle", "headline": "المدرب: "سنفوز" في
        النهائي", "ArticleSection": "رياضة", "datePublished": "2017-01-30 03:01:00 +0300",}
        ]]> --></script>"""
    )
    assert values(found.headline) == ['المدرب: "سنفوز" في النهائي']
    assert values(found.section) == ["رياضة"]
    assert values(found.published) == ["2017-01-30 03:01:00 +0300"]


def test_breadcrumbs_deepest_first_without_the_front_page():
    steps = [
        {"@type": "ListItem", "position": 1, "name": "الرئيسية", "item": "https://n.example/"},
        {"@type": "ListItem", "position": 2, "item": {"@id": "https://n.example/eco", "name": "اقتصاد"}},
        {"@type": "ListItem", "position": 3, "name": "أسواق", "item": "https://n.example/eco/m"},
    ]
    found = read(ld({"@type": "BreadcrumbList", "itemListElement": steps}))
    assert pairs(found.section) == [("أسواق", "jsonld:breadcrumb"), ("اقتصاد", "jsonld:breadcrumb")]


def test_archived_jsonld_addresses_are_unwrapped():
    found = read(
        ld(
            {
                "@type": "Article",
                "headline": "س",
                "url": "https://web.example/web/20230201145611/https://n.example/a/1",
            }
        )
    )
    assert values(found.url) == ["https://n.example/a/1"]


def test_meta_in_order_of_trust_not_of_the_page():
    found = read(
        '<title>س | الصحيفة</title><meta name="date" content="2001-01-01">'
        '<meta name="twitter:title" content="س"><meta property="og:title" content="س س">'
        '<meta property="article:published_time" content="2020-10-07T12:09:00Z">'
    )
    assert [f.source for f in found.headline] == ["og:title", "twitter:title", "title"]
    assert [f.source for f in found.published] == ["article:published_time", "meta:date"]


def test_newspress_like_portal_with_local_date_in_meta():
    found = read(
        '<meta property="article:published_time" content="الأربعاء، 07 أكتوبر 2020 - 12:09 م">'
        '<meta property="article:tag" content="نيل,زراعة,ري"><meta name="author" content="portal">'
        '<meta property="og:site_name" content="بوابة الدلتا">'
    )
    assert values(found.published) == ["الأربعاء، 07 أكتوبر 2020 - 12:09 م"]
    assert values(found.tags) == ["نيل", "زراعة", "ري"]


def test_rankmath_and_yoast_twitter_labels_name_the_writer():
    found = read(
        '<meta name="twitter:label1" content="كُتب بواسطة"><meta name="twitter:data1" content="سلمى عون">'
        '<meta name="twitter:label2" content="وقت القراءة"><meta name="twitter:data2" content="3 دقائق">'
    )
    assert pairs(found.authors) == [("سلمى عون", "twitter:data")]


def test_drupal_7_rdfa_and_shortlink():
    found = read(
        body='<span property="dc:date dc:created" content="2016-02-09T20:20:47+02:00" datatype="x">الثلاثاء</span>',
        root='<html version="XHTML+RDFa 1.0" xmlns:dc="http://purl.example/dc">',
    )
    assert pairs(found.published) == [
        ("2016-02-09T20:20:47+02:00", "rdfa:dc:date"),
        ("2016-02-09T20:20:47+02:00", "rdfa:dc:created"),
    ]


def test_blogger_abbr_title():
    found = read(
        body='<h2 class="date-header">الأحد</h2><a class="timestamp-link" href="#"><abbr class="published" '
        'itemprop="datePublished" title="2015-11-08T01:45:00-08:00">1:45 ص</abbr></a>'
    )
    assert set(values(found.published)) == {"2015-11-08T01:45:00-08:00"}


def test_microdata_of_comments_and_lists_is_left_out():
    found = read(
        body="""
        <ul><li itemscope itemtype="http://schema.org/Article"><h3 itemprop="headline">خبر آخر</h3>
          <meta itemprop="datePublished" content="2001-01-01"></li></ul>
        <article itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">الخبر</h1>
          <span itemprop="author" itemscope itemtype="http://schema.org/Person">
          <b itemprop="name">رنا خوري</b></span>
          <meta itemprop="datePublished" content="2018-08-08"><div itemprop="articleBody">نص الخبر</div>
          <span itemprop="articleSection">ثقافة</span>
          <div itemprop="comment" itemscope itemtype="http://schema.org/Comment">
            <span itemprop="author">معلق</span>
            <time itemprop="datePublished" datetime="2018-09-09">x</time></div>
        </article>"""
    )
    assert values(found.published) == ["2018-08-08"]
    assert values(found.authors) == ["رنا خوري"]
    assert values(found.headline) == ["الخبر"]
    assert values(found.section) == ["ثقافة"]


def test_wordpress_time_classes():
    found = read(
        body='<time class="entry-date published" datetime="2022-08-24T12:53:18+03:00">24 أغسطس</time>'
        '<time class="updated" datetime="2022-08-25T10:00:00+03:00">25 أغسطس</time>'
        '<aside><time class="entry-date published" datetime="2023-01-01">x</time></aside>'
    )
    assert set(values(found.published)) == {"2022-08-24T12:53:18+03:00"}
    assert pairs(found.modified) == [("2022-08-25T10:00:00+03:00", "time:updated")]


def test_hatom_updated_alone_is_the_date_of_the_post():
    found = read(body='<time class="updated" datetime="2016-02-11">منذ أسبوع</time>')
    assert pairs(found.published) == [("2016-02-11", "time:updated")]
    assert found.modified == ()


def test_arc_and_parsely():
    found = read(
        '<meta name="parsely-title" content="عنوان"><meta name="parsely-author" content="نورا سالم">'
        '<meta name="parsely-pub-date" content="2023-05-01T06:00:00Z">'
        '<meta name="parsely-section" content="العالم">'
    )
    assert values(found.authors) == ["نورا سالم"]
    assert values(found.section) == ["العالم"]
    assert values(found.published) == ["2023-05-01T06:00:00Z"]


def test_dublin_core_of_an_old_portal():
    found = read(
        '<meta name="dc.language" content="ar">'
        '<meta name="dcterms.created" content="2013-09-22T23:51:19+00:00">'
        '<meta name="dcterms.modified" content="2013-09-23T00:27:14+00:00">'
        '<meta name="DC.publisher" content="الهيئة">'
    )
    assert values(found.published) == ["2013-09-22T23:51:19+00:00"]
    assert values(found.modified) == ["2013-09-23T00:27:14+00:00"]
    assert values(found.site_name) == ["الهيئة"]


def test_old_asp_page_has_a_title_and_little_else():
    found = read(
        '<title>\n صحيفة الأفق :\n\t انطلاق المهرجان </title><meta http-equiv="Content-Language" content="ar-sa">',
        root="<html>",
    )
    assert pairs(found.headline) == [("صحيفة الأفق : انطلاق المهرجان", "title")]
    assert pairs(found.language) == [("ar-sa", "meta:content-language")]


def test_joomla_and_amp():
    found = read(
        '<meta name="author" content="Super User"><meta name="rights" content="x">'
        '<link rel="amphtml" href="/a/amp">'
        '<link rel="canonical" href="https://n.example/a">',
        root="<html amp lang='ar-EG'>",
    )
    assert values(found.canonical_url) == ["https://n.example/a"]
    assert values(found.language) == ["ar-EG"]
    assert pairs(found.authors) == [("Super User", "meta:author")]


@pytest.mark.parametrize("content", ["", "null", "{{ title }}", "undefined", "%title%", "\N{RIGHT-TO-LEFT MARK}"])
def test_unfilled_template_is_no_value(content):
    assert read(f'<meta property="og:title" content="{content}">').headline == ()


def test_direction_marks_entities_and_tags_are_resolved():
    marked = "\N{RIGHT-TO-LEFT OVERRIDE}الشرق\N{POP DIRECTIONAL FORMATTING}"
    title = f"{marked} &amp;quot;س&amp;quot; &lt;b&gt;ص&lt;/b&gt;"
    assert values(read(f'<meta property="og:title" content="{title}">').headline) == ['الشرق "س" ص']


def test_lone_surrogate_does_not_reach_the_record():
    found = read('<script type="application/ld+json">{"@type":"Article","headline":"س \\ud83d"}</script>')
    assert values(found.headline) == ["س"]


def test_hostile_amounts_are_bounded():
    found = read(
        '<meta name="author" content="س">' * 100 + "".join(f'<meta name="author" content="{n}">' for n in range(900))
    )
    assert len(found.authors) <= 60
    assert read(ld(*[{"@type": "Article", "headline": f"خبر {n}"} for n in range(300)])).headline


def test_later_title_of_an_embedded_image_is_no_title():
    assert values(read("<title>الخبر</title>", body="<svg><title>أيقونة</title></svg>").headline) == ["الخبر"]


def test_body_keeps_its_lines():
    found = read(ld({"@type": "NewsArticle", "headline": "س", "articleBody": "فقرة أولى.\n\nفقرة &quot;ثانية&quot;."}))
    assert values(found.body) == ['فقرة أولى.\n\nفقرة "ثانية".']


def test_page_of_a_list_says_so():
    found = read(ld({"@graph": [{"@type": "CollectionPage", "name": "سياسة"}, {"@type": "WebSite", "name": "الصدى"}]}))
    assert pairs(found.page_type) == [("collectionpage", "jsonld:@type")]
