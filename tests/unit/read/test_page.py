"""What a page says of its own saving."""

from __future__ import annotations

import pytest

from warraq.model import RawPage
from warraq.read import read_bytes

ORIGINAL = "http://example.com/news/2016/خبر"


def saved(markup: str) -> RawPage:
    (answer,) = read_bytes(markup.encode())
    assert isinstance(answer, RawPage)
    return answer


@pytest.mark.parametrize(
    ("markup", "url", "captured"),
    [
        (
            "<!DOCTYPE html>\n<!-- saved from url=(0033)http://example.com/a?b=1&c=2 -->\n<html>",
            "http://example.com/a?b=1&c=2",
            None,
        ),
        ("<!-- saved from url=(0014)about:internet -->\n<html>", None, None),
        (
            "<!-- saved from url=(0090)https://web.archive.org/web/20160301123456/http://example.com/a -->\n<html>",
            "http://example.com/a",
            "2016-03-01T12:34:56Z",
        ),
        (
            "<html><!--\n Page saved with SingleFile \n url: https://example.com/b \n"
            " saved date: Tue Mar 01 2022 10:00:00 GMT+0300\n--><head>",
            "https://example.com/b",
            None,
        ),
        (
            '<html><head><script src="//archive.org/includes/athena.js"></script><script>\n'
            '  __wm.init("https://web.archive.org/web");\n</script><script type="text/javascript">\n'
            '  __wm.wombat("http://example.com/c","20050708091011","https://web.archive.org/","web");\n</script>',
            "http://example.com/c",
            "2005-07-08T09:10:11Z",
        ),
        (
            "<html><head><script src='https://web-static.archive.org/x.js'></script></head><body>"
            "<!-- BEGIN WAYBACK TOOLBAR INSERT -->\n"
            '<a href="/web/20050708091011*/http://example.com/d">x</a>'
            '<a href="/web/20050708091011/http://example.com/d">x</a>\n<!-- END WAYBACK TOOLBAR INSERT -->',
            "http://example.com/d",
            "2005-07-08T09:10:11Z",
        ),
        (
            "<html><body>خبر</body></html>\n<!--\n     FILE ARCHIVED ON 09:10:11 Jul 08, 2005 AND RETRIEVED FROM THE\n"
            "     INTERNET ARCHIVE ON 10:00:00 Jan 01, 2020.\n-->",
            None,
            "2005-07-08T09:10:11Z",
        ),
        ('<html><body><a href="https://web.archive.org/web/20160301123456/http://example.com/e">نسخة</a>', None, None),
    ],
)
def test_address_and_time(markup: str, url: str | None, captured: str | None) -> None:
    source = saved(markup).source
    assert (source.url, source.captured) == (url, captured)
