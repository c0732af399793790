"""What addresses say."""

import pytest

from warraq.describe.urls import absolute, day_of, host_of, is_front, unwrap


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://n.example/2016/02/08/article_1028328.html", "2016-02-08"),
        ("https://n.example/news/2016/2/8", "2016-02-08"),
        ("https://n.example/reports/2020-06-03-1.3874341", "2020-06-03"),
        ("https://n.example/Issues/20130922/Con20130922640685.htm", "2013-09-22"),
        ("https://n.example/2019/mar/05/slug", "2019-03-05"),
        ("https://web.example/web/20230201145611/https://n.example/2016/02/08/a", "2016-02-08"),
        ("https://n.example/2021/04/92713", None),
        ("https://n.example/2013/middle_east/8/3/x", None),
        ("https://n.example/news/ذكرى-2011-01-25-في-الميدان", None),
        ("https://n.example/a?date=2024-03-25", None),
        ("https://n.example/2016/13/45/x", None),
        ("https://n.example/12345678/x", None),
        ("http://[broken", None),
    ],
)
def test_day_of(url, day):
    assert day_of(url) == day


@pytest.mark.parametrize(
    "url", ["/", "https://n.example", "https://n.example/ar/", "http://n.example/index.php", "//n.example/"]
)
def test_front(url):
    assert is_front(url)


@pytest.mark.parametrize(
    "url", ["", "https://n.example/?p=12", "https://n.example/a", "https://n.example/ar/news/5", "#"]
)
def test_no_front(url):
    assert not is_front(url)


def test_hosts_are_real():
    assert host_of("https://www.n.example:8080/a") == "www.n.example"
    for url in (
        "/a",
        "n.example/a",
        "https://localhost/a",
        "mailto:a@n.example",
        "https://n.example:port/",
        "https://[::1",
    ):
        assert host_of(url) is None, url


def test_absolute():
    assert absolute("//n.example/1.jpg", None) == "https://n.example/1.jpg"
    assert absolute("/img/a b.jpg", "https://n.example/x/y") == "https://n.example/img/a%20b.jpg"
    assert absolute("data:image/png;base64,xx", "https://n.example") is None


def test_unwrap_twice():
    assert unwrap("/web/2020/https://w.example/web/2021im_/http://n.example/a") == "http://n.example/a"
