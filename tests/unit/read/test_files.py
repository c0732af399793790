"""Files, folders and standard input."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from warraq.model import PassedOver, RawPage, Reason, Rejected, Stage
from warraq.read import read_all, read_bytes, read_pages


def names(folder: Path) -> list[str]:
    return [str(Path(a.source.origin.path or "").relative_to(folder)) for a in read_pages(folder)]


def test_a_file_gives_its_bytes_and_says_what_it_is(tmp_path: Path, page: bytes) -> None:
    path = tmp_path / "خبر بلا امتداد"
    path.write_bytes(page)
    (answer,) = read_pages(path)
    assert isinstance(answer, RawPage)
    assert answer.body == page
    assert answer.source.origin.path == str(path)
    assert answer.source.origin.member is None
    assert answer.source.media_type == "text/html"
    assert answer.source.sha256 == hashlib.sha256(page).hexdigest()


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        ("<p>وصل الوفد</p><p>ثم غادر</p>".encode(), "text/html"),
        ("\ufeff<html><body>خبر</body></html>".encode(), "text/html"),
        ("<html><body>خبر</body></html>".encode("utf-16"), "text/html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html><html xmlns="x"><body/></html>', "application/xhtml+xml"),
        ("<!-- تعليق طويل -->\n<table><tr><td>خبر</table>".encode("cp1256"), "text/html"),
        ("وصل الوفد إلى المدينة\nثم غادر\n".encode("cp1256"), "text/plain"),
        ("يمكن استعمال الوسوم <a href=''> و<b> في التعليق\n".encode(), "text/plain"),
        ("5 < 7 و 7 > 5".encode(), "text/plain"),
    ],
)
def test_markup_is_told_from_text_by_content(content: bytes, media_type: str) -> None:
    (answer,) = read_bytes(content)
    assert isinstance(answer, RawPage)
    assert (answer.source.media_type, answer.source.origin.path) == (media_type, None)


def test_a_folder_is_read_whole_in_order_without_what_is_no_page(tmp_path: Path, page: bytes) -> None:
    for name in (
        "b.html",
        "a/صفحة.htm",
        "a/صفحة_files/ad.html",
        "a/lonely_files/page.html",
        "a/style.css",
        "a/.hidden/x.html",
        ".hidden.html",
        "a/noext",
        "صفحة.files/page.html",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(page)
    (tmp_path / "logo.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "feed").write_bytes(b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>')
    (tmp_path / "old.rar").write_bytes(b"Rar!\x1a\x07\x00" + bytes(20))
    assert names(tmp_path) == [
        "a/lonely_files/page.html",
        "a/noext",
        "a/صفحة.htm",
        "b.html",
        "logo.html",  # called a page, so its being none is told
        "old.rar",
        "صفحة.files/page.html",
    ]
    refused = [a for a in read_pages(tmp_path) if isinstance(a, Rejected)]
    assert {(r.reason, r.stage) for r in refused} == {(Reason.UNSUPPORTED_FORMAT, Stage.READ)}


def test_what_is_passed_over_can_be_heard_of(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("style.css", "p {}")
        archive.writestr(".git/config", "x")
        archive.writestr("page.html", "<p>وصل الوفد إلى المدينة.</p>")
        archive.writestr("page_files/frame.html", "<p>إعلان</p>")
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    heard = [a for a in read_all(str(tmp_path)) if isinstance(a, PassedOver)]
    assert [(a.origin.member, a.what) for a in heard] == [
        ("style.css", "a style sheet or a font"),
        (".git/config", "a hidden file"),
        ("page_files/frame.html", "part of a saved page"),
        (None, "a picture"),
    ]
    assert not [a for a in read_pages(tmp_path) if isinstance(a, PassedOver)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\t ", Reason.EMPTY),
        (b"%PDF-1.7\n", Reason.UNSUPPORTED_FORMAT),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), Reason.UNSUPPORTED_FORMAT),
        (b'<?xml version="1.0"?><rss><channel/></rss>', Reason.UNSUPPORTED_FORMAT),
        (b'{"title": "x"}\n', Reason.UNSUPPORTED_FORMAT),
    ],
)
def test_a_named_file_that_is_no_page_is_refused(tmp_path: Path, content: bytes, reason: Reason) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    (answer,) = read_pages(path)
    assert isinstance(answer, Rejected)
    assert answer.reason is reason


def test_what_is_missing_or_cannot_be_opened(tmp_path: Path, page: bytes) -> None:
    (answer,) = read_pages(tmp_path / "none.html")
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.NOT_FOUND
    (answer,) = read_pages("bad\x00name")
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.UNREADABLE


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_links_that_loop_or_lead_nowhere_are_told_and_end(tmp_path: Path, page: bytes) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "page.html").write_bytes(page)
    os.symlink(tmp_path, tmp_path / "a" / "round")
    os.symlink("self", tmp_path / "self")
    os.symlink("nothing", tmp_path / "gone")
    answers = list(read_pages(tmp_path))
    assert sum(isinstance(a, RawPage) for a in answers) == 1
    reasons = {Path(a.source.origin.path or "").name: a.reason for a in answers if isinstance(a, Rejected)}
    assert reasons == {"round": Reason.LIMIT, "self": Reason.LIMIT, "gone": Reason.NOT_FOUND}


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_link_to_another_folder_is_followed(tmp_path: Path, page: bytes) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "page.html").write_bytes(page)
    (tmp_path / "in").mkdir()
    os.symlink(tmp_path / "store", tmp_path / "in" / "link")
    assert names(tmp_path / "in") == ["link/page.html"]


def test_standard_input_is_told_by_content(page: bytes, make_zip, make_tar) -> None:  # type: ignore[no-untyped-def]
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise OSError("a pipe")

        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size, 100) if size and size > 0 else 100)

    members = {"a.html": page, "b.html": page * 50}
    for content in (make_zip(members), make_tar(members), make_tar(members, "w:gz")):
        answers = list(read_pages("-", stdin=Pipe(content)))
        assert [a.source.origin.member for a in answers] == ["a.html", "b.html"]
        assert [a.body for a in answers if isinstance(a, RawPage)] == list(members.values())
    (answer,) = read_pages("-", stdin=Pipe(page))
    assert isinstance(answer, RawPage)
    assert (answer.body, answer.source.origin.path) == (page, "-")


def test_text_saved_as_utf16_by_an_editor() -> None:
    text = "وصل الوفد إلى المدينة مساء اليوم.\r\nثم غادر.\r\n" * 20
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        (answer,) = read_bytes(text.encode(encoding))
        assert isinstance(answer, RawPage)
        assert answer.source.media_type == "text/plain"


def test_a_page_after_much_white_space(page: bytes) -> None:
    (answer,) = read_bytes(b"\r\n" * 20_000 + page)
    assert isinstance(answer, RawPage)
    assert answer.source.media_type == "text/html"


def test_an_http_answer_saved_with_its_header(page: bytes) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1256\r\nContent-Encoding: gzip\r\n\r\n"
    (answer,) = read_bytes(head + gzip.compress(page))
    assert isinstance(answer, RawPage)
    assert (answer.body, answer.charset_hint) == (page, "windows-1256")
    (answer,) = read_bytes(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page)
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.NOT_AN_ARTICLE


def test_a_named_style_sheet_is_refused_and_a_named_page_with_such_a_name_is_read(tmp_path: Path, page: bytes) -> None:
    (tmp_path / "site.css").write_text("p { color: red }")
    (tmp_path / "خبر.xml").write_bytes(page)
    (refused,) = read_pages(tmp_path / "site.css")
    (read,) = read_pages(tmp_path / "خبر.xml")
    assert isinstance(refused, Rejected) and isinstance(read, RawPage)
    assert refused.reason is Reason.UNSUPPORTED_FORMAT


TEXT = "هذه الصفحات محفوظة من مواقع كثيرة، وفي القائمة ما جاء في كل واحدة منها."


def test_what_else_lies_in_a_folder_of_pages_is_no_page(tmp_path: Path, page: bytes) -> None:
    for name in ("README.md", "readme.txt", "LICENSE", "notes.markdown", "list.csv", "truth.toml", "Makefile"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    (tmp_path / "expected.json").write_text('{"schema": "warraq.article.v1", "headline": "خبر"}', "utf-8")
    (tmp_path / "page.html").write_bytes(page)
    (tmp_path / "page.txt").write_text(TEXT, "utf-8")
    assert names(tmp_path) == ["page.html", "page.txt"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("README.md", "a Markdown document"),
        ("truth.toml", "data"),
        ("photo.jpg", "a picture"),
        ("list.csv", "a table"),
        ("robots.txt", "a file of another use"),
    ],
)
def test_a_text_named_as_something_else_is_refused_by_that_name(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / name).write_text(TEXT, "utf-8")
    (answer,) = read_pages(tmp_path / name)
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.UNSUPPORTED_FORMAT
    assert f"this is {told};" in answer.detail


def test_a_record_of_warraq_is_named_as_one(tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text('{"schema": "warraq.article.v1", "headline": "خبر"}\n', "utf-8")
    (answer,) = read_pages(tmp_path / "articles.jsonl")
    assert isinstance(answer, Rejected)
    assert "a record that warraq wrote" in answer.detail


def test_an_address_is_not_fetched_and_that_is_said() -> None:
    (answer,) = read_pages("https://difaf.example/1")
    assert isinstance(answer, Rejected)
    assert (answer.reason, answer.detail) == (
        Reason.NOT_FOUND,
        "warraq fetches nothing; save the page and give the file",
    )


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("word", "a Word document"),
        ("xl", "an Excel workbook"),
        ("ppt", "a PowerPoint file"),
        ("x", "an Office document"),
    ],
)
def test_an_office_document_is_named_whole_or_damaged(make_zip, folder: str, told: str) -> None:  # type: ignore[no-untyped-def]
    content = make_zip({"[Content_Types].xml": b"<Types/>", f"{folder}/main.xml": b"<w/>" * 400})
    (answer,) = read_bytes(content)
    assert isinstance(answer, Rejected)
    assert answer.detail.startswith(f"this is {told};")
    (answer,) = read_bytes(content[:-60])
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.DAMAGED_CONTAINER
    assert answer.detail.startswith("a damaged Office document")


def test_a_broken_zip_with_nothing_in_it_does_not_speak_of_members() -> None:
    (answer,) = read_bytes(b"PK\x03\x04" + bytes(10))
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.DAMAGED_CONTAINER
    assert "member" not in answer.detail


def test_a_named_container_without_a_page_says_so(make_zip) -> None:  # type: ignore[no-untyped-def]
    (answer,) = read_bytes(make_zip({"a.css": b"p{}"}))
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.EMPTY
    (answer,) = read_bytes(make_zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.UNSUPPORTED_FORMAT


def test_a_text_that_begins_like_a_picture_is_text() -> None:
    for start in ("BMW", "MZ", "ID3", "GIF8"):
        (answer,) = read_bytes(f"{start} خبر عن السيارات والموسيقى".encode())
        assert isinstance(answer, RawPage)
        assert answer.source.media_type == "text/plain"
