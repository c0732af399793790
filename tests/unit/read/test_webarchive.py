"""Safari's web archives, written by plistlib."""

from __future__ import annotations

import plistlib

import pytest

from warraq.model import RawPage, Reason, Rejected
from warraq.read import read_bytes


def resource(data: bytes, url: str = "http://example.com/1", charset: str = "UTF-8") -> dict[str, object]:
    return {
        "WebResourceData": data,
        "WebResourceURL": url,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": charset,
        "WebResourceFrameName": "",
    }


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_main_resource_is_the_page(form: plistlib.PlistFormat, page: bytes) -> None:
    archive = {
        "WebMainResource": resource(page, charset="windows-1256"),
        "WebSubresources": [{"WebResourceData": b"\x89PNG", "WebResourceURL": "http://example.com/a.png"}],
        "WebSubframeArchives": [{"WebMainResource": resource("<p>إعلان</p>".encode())}],
    }
    (answer,) = read_bytes(plistlib.dumps(archive, fmt=form))
    assert isinstance(answer, RawPage)
    assert (answer.body, answer.charset_hint, answer.source.url) == (page, "windows-1256", "http://example.com/1")


def test_a_frameset_gives_its_frames(page: bytes) -> None:
    archive = {
        "WebMainResource": resource(b"<html><frameset cols=2><frame src=a><frame src=b></frameset></html>"),
        "WebSubframeArchives": [
            {"WebMainResource": resource(page, "http://example.com/a")},
            {"WebMainResource": resource(page, "http://example.com/b")},
        ],
    }
    answers = list(read_bytes(plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)))
    assert [a.source.url for a in answers] == ["http://example.com/a", "http://example.com/b"]
    assert len({a.source.origin.member for a in answers}) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (plistlib.dumps({"WebMainResource": {"x": 1}}, fmt=plistlib.FMT_BINARY), Reason.EMPTY),
        (plistlib.dumps({"other": 1}, fmt=plistlib.FMT_BINARY), Reason.UNSUPPORTED_FORMAT),
        (plistlib.dumps([1, 2], fmt=plistlib.FMT_BINARY), Reason.UNSUPPORTED_FORMAT),
        (plistlib.dumps({"WebMainResource": {}}, fmt=plistlib.FMT_BINARY)[:-9], Reason.DAMAGED_CONTAINER),
        (b"bplist00" + bytes(range(256)), Reason.DAMAGED_CONTAINER),
        (b'<?xml version="1.0"?><plist version="1.0"><dict><key>WebMainResource</key><dict>', Reason.DAMAGED_CONTAINER),
    ],
)
def test_what_is_no_archive_or_a_broken_one(content: bytes, reason: Reason) -> None:
    (answer,) = read_bytes(content)
    assert isinstance(answer, Rejected)
    assert answer.reason is reason
