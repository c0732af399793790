"""WARC files, written by warcio."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Sequence

import brotli
import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from warraq.model import Limits, Options, PassedOver, RawPage, Reason, Rejected
from warraq.read import read_all, read_bytes

HTML = ("Content-Type", "text/html; charset=windows-1256")
Header = tuple[str, str]


def chunked(body: bytes) -> bytes:
    pieces = (body[n : n + 70] for n in range(0, len(body), 70))
    return b"".join(b"%X\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


class Writer(WARCWriter):  # type: ignore[misc]
    """Without the temporary files that the library leaves open, which is a warning and so an error."""

    @classmethod
    def _create_temp_file(cls) -> io.BytesIO:
        return io.BytesIO()


class Crawl:
    """Writes records one after the other."""

    def __init__(self, packed: bool = False) -> None:
        self.out = io.BytesIO()
        self.writer = Writer(self.out, gzip=packed)
        self.writer.write_record(self.writer.create_warcinfo_record("crawl.warc", {"software": "a test"}))

    def response(self, url: str, body: bytes, headers: Sequence[Header] = (HTML,), status: str = "200 OK") -> None:
        record = self.writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders(status, list(headers), protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2016-03-01T12:34:56Z"},
        )
        self.writer.write_record(record)

    def other(self, kind: str, url: str, body: bytes, media_type: str) -> None:
        record = self.writer.create_warc_record(url, kind, payload=io.BytesIO(body), warc_content_type=media_type)
        self.writer.write_record(record)

    @property
    def bytes(self) -> bytes:
        return self.out.getvalue()


@pytest.mark.parametrize("packed", [False, True])
def test_a_response_says_where_and_when(packed: bool, page: bytes) -> None:
    crawl = Crawl(packed)
    start = len(crawl.bytes)
    crawl.response("http://example.com/خبر/1?a=b", page)
    (answer,) = read_bytes(crawl.bytes)
    assert isinstance(answer, RawPage)
    source = answer.source
    assert (answer.body, answer.charset_hint, source.media_type) == (page, "windows-1256", "text/html")
    assert (source.url, source.captured) == ("http://example.com/خبر/1?a=b", "2016-03-01T12:34:56Z")
    assert source.origin.member is not None and source.origin.member.startswith("urn:uuid:")
    assert source.origin.offset == start


CODINGS = {
    "plain": ((), lambda body: body),
    "chunked": ((("Transfer-Encoding", "chunked"),), chunked),
    "gzip": ((("Content-Encoding", "gzip"),), gzip.compress),
    "deflate": ((("Content-Encoding", "deflate"),), zlib.compress),
    "raw deflate": ((("Content-Encoding", "deflate"),), lambda body: zlib.compress(body)[2:-4]),
    "br": ((("Content-Encoding", "br"),), brotli.compress),
    "zstd": ((("Content-Encoding", "zstd"),), zstandard.compress),
    "gzip chunked": (
        (("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")),
        lambda body: chunked(gzip.compress(body)),
    ),
    "said but not done": ((("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")), lambda body: body),
}


@pytest.mark.parametrize("case", CODINGS)
def test_bodies_as_servers_send_them(case: str, page: bytes) -> None:
    headers, pack = CODINGS[case]
    crawl = Crawl()
    crawl.response("http://example.com/1", pack(page), (HTML, *headers))
    (answer,) = read_bytes(crawl.bytes)
    assert isinstance(answer, RawPage)
    assert answer.body == page


def test_which_records_are_pages(page: bytes) -> None:
    crawl = Crawl()
    crawl.response("http://example.com/page", page)
    crawl.response("http://example.com/moved", page, (HTML, ("Location", "/page")), "301 Moved")
    crawl.response("http://example.com/lost", page, (HTML,), "404 Not Found")
    crawl.response("http://example.com/a.css", b"p{}", (("Content-Type", "text/css"),))
    crawl.response("http://example.com/a.png", b"\x89PNG\r\n", (("Content-Type", "text/html"),))
    crawl.response("http://example.com/robots.txt", b"User-agent: *\n", (("Content-Type", "text/plain"),))
    crawl.response("http://example.com/feed", b"<?xml version='1.0'?><rss/>", (("Content-Type", "text/xml"),))
    crawl.response("http://example.com/untyped", page, ())
    crawl.response("http://example.com/nothing", b"", (HTML,))
    crawl.other("resource", "http://example.com/file", page, "text/html")
    crawl.other("resource", "urn:text:http://example.com/page", "وصل الوفد".encode(), "text/plain")
    crawl.other("conversion", "http://example.com/wet", "وصل الوفد إلى المدينة".encode(), "text/plain")
    crawl.other("metadata", "http://example.com/meta", page, "text/html")
    found = [
        ((a.source.url or "").rsplit("/", 1)[-1], a.reason if isinstance(a, Rejected) else a.source.media_type)
        for a in read_bytes(crawl.bytes)
    ]
    assert found == [
        ("page", "text/html"),
        ("lost", Reason.NOT_AN_ARTICLE),
        ("untyped", "text/html"),
        ("nothing", Reason.EMPTY),
        ("file", "text/html"),
        ("wet", "text/plain"),
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_a_cut_file_keeps_what_came_before(packed: bool, page: bytes) -> None:
    crawl = Crawl(packed)
    for number in range(4):
        crawl.response(f"http://example.com/{number}", page)
    answers = list(read_bytes(crawl.bytes[:-60]))
    assert [a.body for a in answers if isinstance(a, RawPage)][:3] == [page] * 3
    assert isinstance(answers[-1], Rejected)
    assert answers[-1].reason is Reason.DAMAGED_CONTAINER


def test_a_broken_middle_is_told_and_does_not_hide_the_rest(page: bytes) -> None:
    crawl = Crawl()
    places = []
    for number in range(4):
        places.append(len(crawl.bytes))
        crawl.response(f"http://example.com/{number}", page)
    content = bytearray(crawl.bytes)
    content[places[1] : places[1] + 40] = b"#" * 40
    answers = list(read_bytes(bytes(content)))
    assert [a.source.url for a in answers if isinstance(a, RawPage)] == [f"http://example.com/{n}" for n in (0, 2, 3)]
    assert [a.reason for a in answers if isinstance(a, Rejected)] == [Reason.DAMAGED_CONTAINER]


def test_a_broken_record_of_a_compressed_file_does_not_hide_the_rest(page: bytes) -> None:
    crawl = Crawl(packed=True)
    places = []
    for number in range(5):
        places.append(len(crawl.bytes))
        crawl.response(f"http://example.com/{number}", page)
    content = bytearray(crawl.bytes)
    content[places[1] + 60 : places[1] + 90] = b"#" * 30
    answers = list(read_bytes(bytes(content)))
    whole = [a for a in answers if isinstance(a, RawPage) and a.body == page]
    assert [a.source.url for a in whole] == [f"http://example.com/{n}" for n in (0, 2, 3, 4)]
    assert [a.source.origin.offset for a in whole] == [places[n] for n in (0, 2, 3, 4)]
    assert Reason.DAMAGED_CONTAINER in [a.reason for a in answers if isinstance(a, Rejected)]


def test_whole_file_gz_and_zst_and_wacz(page, make_zip) -> None:  # type: ignore[no-untyped-def]
    crawl = Crawl()
    crawl.response("http://example.com/1", page)
    for pack in (gzip.compress, zstandard.compress):
        (answer,) = read_bytes(pack(crawl.bytes))
        assert isinstance(answer, RawPage) and answer.body == page
    wacz = make_zip(
        {
            "archive/data.warc.gz": gzip.compress(crawl.bytes),
            "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n{"url": "http://example.com/1"}\n',
            "indexes/index.cdx": b"com,example)/1 20160301\n",
            "datapackage.json": b'{"profile": "data-package"}',
        }
    )
    (answer,) = read_bytes(wacz)
    assert isinstance(answer, RawPage)
    assert (answer.source.origin.member or "").startswith("archive/data.warc.gz!urn:uuid:")


def test_bodies_that_are_or_become_too_large(page: bytes) -> None:
    crawl = Crawl()
    crawl.response("http://example.com/long", page + b" " * 300_000)
    crawl.response("http://example.com/bomb", brotli.compress(page + bytes(10**7)), (HTML, ("Content-Encoding", "br")))
    crawl.response("http://example.com/gz", gzip.compress(page + bytes(10**7)), (HTML, ("Content-Encoding", "gzip")))
    crawl.response("http://example.com/film", b"\x00" * 400_000, (("Content-Type", "video/mp4"),))
    crawl.response("http://example.com/good", page)
    answers = list(read_bytes(crawl.bytes, options=Options(limits=Limits(page_bytes=100_000))))
    assert [a.reason if isinstance(a, Rejected) else a.source.url for a in answers] == [
        *[Reason.TOO_LARGE] * 3,
        "http://example.com/good",
    ]


def test_what_is_no_page_can_be_heard_of() -> None:
    crawl = Crawl()
    crawl.response("http://a.example/logo", b"\x89PNG\r\n\x1a\n" + bytes(50), (("Content-Type", "image/png"),))
    crawl.response("http://a.example/old", b"", status="301 Moved Permanently")
    crawl.other("revisit", "http://a.example/1", b"", "application/http")
    heard = [answer.what for answer in read_all_of(crawl.bytes)]
    assert heard == ["a picture", "a redirect", "a record that repeats another"]


def read_all_of(body: bytes) -> list[PassedOver]:
    stream = io.BytesIO(body)
    return [answer for answer in read_all("-", stdin=stream) if isinstance(answer, PassedOver)]
