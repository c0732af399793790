"""Titles lose the name of their site, and nothing else."""

import pytest

from warraq.describe import clean_title, declared, hints, site_names
from warraq.model import DecodedPage, Source
from warraq.parse import parse

SITE = ("صحيفة الأفق الإلكترونية", "alofuq.example")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("افتتاح الجسر | صحيفة الأفق", "افتتاح الجسر"),
        ("افتتاح الجسر - الأفق", "افتتاح الجسر"),
        ("الأفق :: افتتاح الجسر", "افتتاح الجسر"),
        ("افتتاح الجسر » الأفق", "افتتاح الجسر"),
        ("افتتاح الجسر ⋆ الأفق نيوز", "افتتاح الجسر"),
        ("افتتاح الجسر - Alofuq", "افتتاح الجسر"),
        ("الأفق :\n\t افتتاح الجسر", "افتتاح الجسر"),
        ("إيران - قراءة أولى", "إيران - قراءة أولى"),
        ("إيران - قراءة أولى - الأفق", "إيران - قراءة أولى"),
        ("جلسة طارئة – أ. ف. ب. | الأفق", "جلسة طارئة – أ. ف. ب."),
        ("مدير «الأفق»", "مدير «الأفق»"),
        ("الأفق يضيق أمام المفاوضات", "الأفق يضيق أمام المفاوضات"),
        ("الأفق", "الأفق"),
        ("يورو 2016 – | الأفق", "يورو 2016 –"),
        ("", ""),
    ],
)
def test_clean_title(title, expected):
    assert clean_title(title, SITE) == expected


def test_section_goes_only_if_it_is_known():
    title = "افتتاح الجسر - محليات - الأفق"
    assert clean_title(title, SITE) == "افتتاح الجسر - محليات"
    assert clean_title(title, (*SITE, "محليات")) == "افتتاح الجسر"


def test_no_known_name_changes_nothing():
    assert clean_title("خبر | الأفق", ()) == "خبر | الأفق"


def page(head):
    return declared(parse(DecodedPage(Source(), f"<html><head>{head}</head><body><p>س</p></body></html>")))


def test_name_of_the_site_from_a_longer_title():
    found = page(
        '<meta property="og:title" content="افتتاح جسر جديد في العاصمة">'
        "<title>افتتاح جسر جديد في العاصمة - صدى الساحل</title>"
    )
    assert "صدى الساحل" in site_names(found)
    assert hints(found, Source()).titles[0] == "افتتاح جسر جديد في العاصمة"


def test_hints_leave_out_the_front_page():
    found = page(
        '<meta property="og:url" content="https://n.example/"><meta property="og:title" content="شبكة الصدى">'
        '<link rel="canonical" href="https://n.example"><title>شبكة الصدى | الرئيسية</title>'
    )
    assert hints(found, Source()).titles == ()
