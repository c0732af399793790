"""Zip and tar, written by the standard library."""

from __future__ import annotations

import io
import tarfile
import zipfile

import pytest

from warraq.model import Limits, Options, RawPage, Reason, Rejected
from warraq.read import read_bytes


def members(content: bytes, options: Options = Options()) -> list[tuple[str | None, str]]:
    return [
        (a.source.origin.member, a.reason.value if isinstance(a, Rejected) else "page")
        for a in read_bytes(content, options=options)
    ]


MIXED = (
    "a.html",
    "css/site.css",
    "b/خبر.htm",
    "b/خبر_files/ad.html",
    "__MACOSX/a.html",
    ".git/x.html",
    "logo.png",
    "c",
)


def test_zip_members_are_pages_and_the_rest_is_passed_over(page, make_zip) -> None:  # type: ignore[no-untyped-def]
    content = make_zip({name: page for name in MIXED})
    assert members(content) == [("a.html", "page"), ("b/خبر.htm", "page"), ("c", "page")]
    first = next(read_bytes(content))
    assert isinstance(first, RawPage)
    assert (first.body, first.source.origin.offset) == (page, 0)


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
def test_tar_of_every_kind(form, page, make_tar) -> None:  # type: ignore[no-untyped-def]
    names = [*MIXED, "طويل/" * 8 + "خبر.html"] if form != tarfile.USTAR_FORMAT else [*MIXED]
    wanted = [("a.html", "page"), ("b/خبر.htm", "page"), ("c", "page")]
    if form != tarfile.USTAR_FORMAT:
        wanted.append((names[-1], "page"))
    for mode in ("w", "w:gz", "w:bz2", "w:xz"):
        assert members(make_tar({name: page for name in names}, mode, form)) == wanted


def test_tar_without_magic_is_told_by_its_checksum(page, make_tar) -> None:  # type: ignore[no-untyped-def]
    content = bytearray(make_tar({"a.html": page}, "w", tarfile.USTAR_FORMAT))
    content[257:265] = bytes(8)
    content[148:156] = b" " * 8
    content[148:156] = b"%06o\x00 " % sum(content[:512])
    assert members(bytes(content)) == [("a.html", "page")]


def test_names_that_are_utf8_without_saying_so(page: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("AAAAAA.html", page)
    content = out.getvalue().replace(b"AAAAAA", "خبر".encode())
    assert members(content) == [("خبر.html", "page")]


def test_nested_to_depth_three_and_no_deeper(page, make_zip, make_tar) -> None:  # type: ignore[no-untyped-def]
    inner = make_zip({"x.html": page})
    tar = make_tar({"inner.zip": inner}, "w:gz")
    outer = make_zip({"t.tgz": tar, "y.html": page})
    assert members(outer) == [("t.tgz!inner.zip!x.html", "page"), ("y.html", "page")]
    deeper = make_zip({"outer.zip": outer, "z.html": page})
    assert members(deeper) == [
        ("outer.zip!t.tgz!inner.zip", "limit"),
        ("outer.zip!y.html", "page"),
        ("z.html", "page"),
    ]
    assert members(deeper, Options(limits=Limits(depth=4)))[0] == ("outer.zip!t.tgz!inner.zip!x.html", "page")


def test_encrypted_members_are_told(page, make_zip) -> None:  # type: ignore[no-untyped-def]
    content = bytearray(make_zip({"a.html": page, "b.html": page}))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(signature) + place] |= 1
    assert members(bytes(content)) == [("a.html", "encrypted"), ("b.html", "page")]


def test_a_damaged_member_does_not_stop_the_others(page, make_zip) -> None:  # type: ignore[no-untyped-def]
    content = bytearray(make_zip({"a.html": page * 20, "b.html": page}, zipfile.ZIP_STORED))
    content[100] ^= 0xFF
    found = members(bytes(content))
    assert ("a.html", "damaged_container") in found
    assert ("b.html", "page") in found


def test_a_zip_without_its_end_gives_what_can_be_read(page, make_zip) -> None:  # type: ignore[no-untyped-def]
    content = make_zip({"a.html": page, "b.html": page, "c.html": page * 9})
    cut = content[: content.find(b"PK\x01\x02") - 40]
    assert members(cut) == [
        ("a.html", "page"),
        ("b.html", "page"),
        ("c.html", "page"),
        ("c.html", "damaged_container"),
        (None, "damaged_container"),
    ]


def test_a_cut_tar_keeps_what_came_before(page, make_tar) -> None:  # type: ignore[no-untyped-def]
    content = make_tar({"a.html": page, "b.html": page * 99})
    found = members(content[: len(content) // 2])
    assert found[0] == ("a.html", "page")
    assert found[-1] == (None, "damaged_container")


def test_other_containers_in_an_archive_are_told_not_passed_over(page, make_zip) -> None:  # type: ignore[no-untyped-def]
    content = make_zip({"old.rar": b"Rar!\x1a\x07\x00" + bytes(30), "a.html": page})
    assert members(content) == [("old.rar", "unsupported_format"), ("a.html", "page")]


def test_paths_of_members_are_only_names(page, make_tar) -> None:  # type: ignore[no-untyped-def]
    content = make_tar({"../../etc/a.html": page, "/etc/b.html": page})
    assert members(content) == [("../../etc/a.html", "page"), ("/etc/b.html", "page")]


def test_too_many_members_end_the_reading_of_one_input(page, make_zip) -> None:  # type: ignore[no-untyped-def]
    content = make_zip({f"{n}.html": page for n in range(9)})
    found = members(content, Options(limits=Limits(members=4)))
    assert found == [*((f"{n}.html", "page") for n in range(4)), (None, Reason.LIMIT.value)]


def test_a_maff_says_where_its_pages_come_from(page, make_zip) -> None:  # type: ignore[no-untyped-def]
    account = (
        '<?xml version="1.0"?><RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#"><RDF:Description>'
        '<MAF:originalurl RDF:resource="http://example.com/a?b=1&amp;c=2"/><MAF:title RDF:resource="خبر"/>'
        "</RDF:Description></RDF:RDF>"
    )
    content = make_zip(
        {"1/index.rdf": account.encode(), "1/index.html": page, "1/index_files/x.html": page, "2/a.html": page}
    )
    answers = list(read_bytes(content))
    assert [(a.source.origin.member, a.source.url) for a in answers] == [
        ("1/index.html", "http://example.com/a?b=1&c=2"),
        ("2/a.html", None),
    ]
