"""MHTML, written by the standard library's email package and as browsers write it."""

from __future__ import annotations

import quopri
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from warraq.model import RawPage, Reason, Rejected
from warraq.read import read_bytes

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def only(content: bytes) -> RawPage:
    (answer,) = read_bytes(content)
    assert isinstance(answer, RawPage)
    return answer


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_a_mail_package_wrote_it(coding: str, page: bytes) -> None:
    message = EmailMessage()
    message.set_content(page.decode().replace("><", ">\n<"), subtype="html", charset="utf-8", cte=coding)
    message.add_related(PNG, "image", "png", cid="<logo>")
    message["Subject"] = "خبر"
    answer = only(message.as_bytes())
    assert answer.body.decode().split() == page.decode().replace("><", ">\n<").split()
    assert (answer.charset_hint, answer.source.media_type) == ("utf-8", "text/html")


def test_nested_multiparts(page: bytes) -> None:
    outer, related, choice = MIMEMultipart("mixed"), MIMEMultipart("related"), MIMEMultipart("alternative")
    choice.attach(MIMEText("النص وحده", "plain", "utf-8"))
    choice.attach(MIMEText(page.decode(), "html", "utf-8"))
    related.attach(choice)
    outer.attach(MIMEText("x", "css"))
    outer.attach(related)
    assert only(outer.as_bytes()).body == page


def chrome(page: bytes, *more: bytes, end: bytes = b"------M--\r\n") -> bytes:
    """As Chrome and Edge write it."""
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.com/a\r\n  /b\r\n"
        b"Subject: =?utf-8?Q?=D8=AE=D8=A8=D8=B1?=\r\nDate: Tue, 1 Mar 2016 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----M"\r\n\r\n\r\n'
    )
    part = (
        b"------M\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.com/a/b\r\n\r\n"
    )
    return head + part + quopri.encodestring(page).replace(b"\n", b"\r\n") + b"\r\n" + b"".join(more) + end


FRAME = (
    b"------M\r\nContent-Type: text/html\r\nContent-ID: <frame-2@mhtml.blink>\r\n"
    b"Content-Location: https://example.com/frame\r\n\r\n<html><p>\xd8\xa5\xd8\xb9\xd9\x84\xd8\xa7\xd9\x86</p></html>\r\n"
)


def test_chrome_gives_the_main_frame_its_address_and_no_time(page: bytes) -> None:
    answer = only(chrome(page, FRAME))
    assert answer.body == page
    assert (answer.source.url, answer.source.captured) == ("https://example.com/a/b", None)
    assert answer.source.origin.member is None


def test_a_frameset_gives_its_frames() -> None:
    frameset = b'<html><frameset><frame src="cid:frame-2@mhtml.blink"></frameset></html>'
    answer = only(chrome(frameset, FRAME))
    assert "إعلان" in answer.body.decode()
    assert (answer.source.url, answer.source.origin.member) == ("https://example.com/frame",) * 2


def test_internet_explorer_with_a_charset_and_a_start_part(page: bytes) -> None:
    body = page.decode().replace("utf-8", "windows-1256").encode("cp1256")
    content = (
        b"From: <Saved by Microsoft Internet Explorer 5>\r\nSubject: =?windows-1256?B?x+HOyNE=?=\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_NextPart_000";\r\n'
        b'\ttype="text/html"; start="<main@x>"\r\nX-MimeOLE: Produced By Microsoft MimeOLE\r\n\r\n'
        b"This is a multi-part message in MIME format.\r\n\r\n------=_NextPart_000\r\n"
        b"Content-Type: text/html\r\nContent-Location: file://C:\\a.htm\r\n\r\n<p>frame</p>\r\n"
        b'------=_NextPart_000\r\nContent-Type: text/html;\r\n\tcharset="windows-1256"\r\nContent-ID: <main@x>\r\n'
        b"Content-Transfer-Encoding: 8bit\r\nContent-Location: http://example.com/ie\r\n\r\n"
        + body
        + b"\r\n------=_NextPart_000--\r\n"
    )
    answer = only(content)
    assert (answer.body, answer.charset_hint, answer.source.url) == (body, "windows-1256", "http://example.com/ie")


def test_a_cut_file_keeps_the_page_and_tells(page: bytes) -> None:
    whole = chrome(page, end=b"------M\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw")
    kept, told = read_bytes(whole[: whole.rindex(b"</body") + 3])
    assert isinstance(kept, RawPage) and isinstance(told, Rejected)
    assert page.startswith(kept.body[:200])
    assert told.reason is Reason.DAMAGED_CONTAINER


def test_without_a_page_it_is_empty() -> None:
    content = chrome(b"").replace(b"text/html\r\n", b"image/png\r\n")
    (answer,) = read_bytes(content)
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.EMPTY


def test_an_article_that_begins_like_a_header_is_text() -> None:
    assert only("Note: خبر عاجل\n\nوصل الوفد".encode()).source.media_type == "text/plain"
