"""Site rules: which page they serve, and what they find."""

import pytest

from warraq.errors import LexiconError
from warraq.locate import sites
from warraq.locate.sites import rule_for
from warraq.model import Article, Method
from warraq.pipeline import extract

PAGE = """<html><head><title>جريدة</title><link rel="canonical" href="http://www.example.com/n/5"></head><body>
<div class="hd-big">افتتاح السوق الجديد في البلدة</div>
<table><tr><td class="col-a">فهرس طويل، وفيه جمل كثيرة من
كلام لا صلة له بالخبر، كتبه محرر الصفحة قبل أعوام ولم يغيره أحد بعده، وهو أطول من الخبر نفسه بكثير.</td>
<td class="col-b">
<p>افتتح رئيس البلدية أمس السوق الجديد، وقال إن فيه مئة متجر.</p>
<p class="box-x">من أرشيفنا: تاريخ السوق القديم.</p>
<p>وحضر الافتتاح جمع من التجار.</p></td></tr></table></body></html>"""


def test_a_rule_finds_the_text_and_drops_what_it_names():
    article = extract(PAGE)
    assert isinstance(article, Article)
    assert article.provenance.method is Method.SITE
    assert article.headline == "افتتاح السوق الجديد في البلدة"
    assert [b.text for b in article.body] == [
        "افتتح رئيس البلدية أمس السوق الجديد، وقال إن فيه مئة متجر.",
        "وحضر الافتتاح جمع من التجار.",
    ]


def test_a_rule_serves_the_hosts_below_and_not_its_neighbours():
    assert rule_for("www.example.com") == rule_for("ar.example.com") != None  # noqa: E711
    assert rule_for("example.org") is None
    assert rule_for(None) is None


def test_a_rule_does_not_serve_pages_after_its_last_day():
    assert rule_for("example.com", "2016-12-31") is not None
    assert rule_for("example.com", "2017-01-01") is None


@pytest.mark.parametrize("host", ["../themes/amp", "a/b.com", "..", "x" * 300 + ".com", "example.com/../x"])
def test_a_hostile_host_names_no_file(host: str):
    assert rule_for(host) is None


def test_a_wrong_rule_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "data" / "sites"
    folder.mkdir(parents=True)
    (folder / "broken.example.toml").write_text('body = ["x"]\nbodies = []\n', "utf-8")
    monkeypatch.setattr(sites, "files", lambda _: tmp_path)
    monkeypatch.setattr(sites, "_hosts", sites._hosts.__wrapped__)
    with pytest.raises(LexiconError, match=r"data/sites/broken\.example\.toml: .*bodies"):
        rule_for("broken.example")
