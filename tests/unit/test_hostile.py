"""Hostile and broken input: refused or read with a reason, within 60 seconds and 1 GiB of memory, all in one run.

The inputs are made here and read in a child process whose memory is limited, so that a bomb that goes off is a failure
of the test and not of the machine.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import plistlib
import struct
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import zstandard

PAGE = (
    "<html><head><meta charset=utf-8></head><body><p>افتتح المحافظ الجسر الجديد صباح اليوم</p></body></html>".encode()
)
MEMORY = 2**30
SECONDS = 60


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def nested_zip(levels: int, width: int) -> bytes:
    content = zipped(("a.html", bytes(10**6)))
    for _ in range(levels):
        content = zipped(*((f"{n}.zip", content) for n in range(width)))
    return content


def overlapping_zip() -> bytes:
    """Many entries of the directory that name one and the same data."""
    once = zipped(("a.html", PAGE + bytes(10**6)))
    start = once.index(b"PK\x01\x02")
    end = once.index(b"PK\x05\x06")
    entry = once[start:end]
    count = 5000
    directory = b"".join(entry.replace(b"a.html", b"%06d" % n) for n in range(count))
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    return once[:start] + directory + tail


def tar_with(kind: bytes, size: int) -> bytes:
    header = tarfile.TarInfo("x")
    header.type, header.size = kind, size
    return header.tobuf(tarfile.GNU_FORMAT) + bytes(4096)


def deep_plist() -> bytes:
    value: object = "x"
    for _ in range(400):
        value = [value]
    content = plistlib.dumps({"WebMainResource": value}, fmt=plistlib.FMT_BINARY)
    return content.replace(b"\xa1", b"\xaf")


def entities() -> bytes:
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    start = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html [<!ENTITY l0 "ضحك">{names}]>'
    return f'{start}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>خبر &l9;</p></body></html>'.encode()


def plist_entities() -> bytes:
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    start = f'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY l0 "x">{names}]><plist version="1.0">'
    return f"{start}<dict><key>WebMainResource</key><string>&l8;</string></dict></plist>".encode()


def warc(body: bytes, stated: int | None = None) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    header = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2016-03-01T12:00:00Z\r\n"
        b"WARC-Target-URI: http://example.com/\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n" % (len(block) if stated is None else stated)
    )
    return header + block + b"\r\n\r\n"


def mhtml(parts: int, nested: int) -> bytes:
    opening = b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B0\r\n\r\n"
    inner = b"".join(
        b"--B%d\r\nContent-Type: multipart/mixed; boundary=B%d\r\n\r\n" % (n, n + 1) for n in range(nested)
    )
    part = b"--B%d\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n" % nested
    return opening + inner + part * parts


@dataclass(frozen=True)
class Case:
    """A hostile input: what makes it, and what must come of it (``read`` if it is a page)."""

    make: Callable[[], bytes]
    wanted: set[str]


ZEROS = 300 * 2**20
CASES = {
    "bomb.zip": Case(lambda: zipped(("a.html", PAGE + bytes(ZEROS)), ("b.html", PAGE)), {"too_large", "read"}),
    "bomb.gz": Case(lambda: gzip.compress(PAGE + bytes(ZEROS), 9), {"too_large"}),
    "bomb.bz2": Case(lambda: bz2.compress(PAGE + bytes(ZEROS)), {"limit"}),
    "bomb.xz": Case(lambda: lzma.compress(PAGE + bytes(ZEROS)), {"limit"}),
    "bomb.zst": Case(lambda: zstandard.compress(PAGE + bytes(ZEROS)), {"limit"}),
    "bomb.tar.bz2": Case(lambda: bz2.compress(tar_with(tarfile.REGTYPE, ZEROS) + bytes(ZEROS)), {"limit"}),
    "nested.zip": Case(lambda: nested_zip(5, 8), {"limit"}),
    "overlap.zip": Case(overlapping_zip, {"limit"}),
    "long_header.tar": Case(lambda: tar_with(tarfile.XHDTYPE, 2**33), {"limit"}),
    "long_name.tar": Case(lambda: tar_with(tarfile.GNUTYPE_LONGNAME, 2**33), {"limit"}),
    "tricks.zip": Case(lambda: zipped(("../../../etc/passwd.html", PAGE), ("C:\\x\\..\\y.html", PAGE)), {"read"}),
    "cut.gz": Case(lambda: gzip.compress(PAGE * 50)[:-40], {"read", "damaged_container"}),
    "cut.warc": Case(lambda: warc(PAGE) + warc(PAGE)[:-60], {"read", "damaged_container"}),
    "cut.warc.gz": Case(
        lambda: gzip.compress(warc(PAGE)) + gzip.compress(warc(PAGE))[:-60], {"read", "damaged_container"}
    ),
    "boast.warc": Case(lambda: warc(PAGE, 2**40), {"read", "damaged_container"}),
    "negative.warc": Case(lambda: warc(PAGE, -5), {"damaged_container"}),
    "chunks.warc": Case(
        lambda: warc(b"1\r\nx\r\n" * 10**6).replace(b"text/html", b"text/html\r\nTransfer-Encoding:chunked", 1),
        {"read"},
    ),
    "nested_tags.html": Case(lambda: b"<html><body>" + b"<div>" * 100_000 + PAGE, {"limit"}),
    "unclosed_tags.html": Case(lambda: b"<html><body>" + b"<p><font>" * 100_000 + PAGE, {"limit"}),
    "attributes.html": Case(lambda: b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">" + PAGE, {"limit"}),
    "text_node.html": Case(lambda: b"<html><p>" + "خبر ".encode() * (50 * 2**20 // 7), {"read"}),
    "data_uri.html": Case(
        lambda: PAGE + b'<img src="data:image/png;base64,' + b"QUFB" * (10 * 2**18) + b'">', {"read"}
    ),
    "stray_ends.html": Case(lambda: PAGE + b"<div>" * 1500 + b"</b>" * 10**6, {"read"}),
    "angle_brackets.html": Case(lambda: PAGE + b"<" * 10**7, {"read"}),
    "meta.html": Case(lambda: PAGE + b"<meta" * 10**6, {"read"}),
    "open_comments.html": Case(lambda: PAGE + b"<!--" * 10**6, {"read"}),
    "entities.xhtml": Case(entities, {"read"}),
    "entities.webarchive": Case(plist_entities, {"damaged_container"}),
    "deep.webarchive": Case(deep_plist, {"damaged_container"}),
    "nul.html": Case(lambda: PAGE.replace(b"<p>", b"<p>\x00\x00\x00"), {"read"}),
    "nul_all.html": Case(lambda: bytes(2 * 10**6), {"unsupported_format"}),
    "random.bin": Case(lambda: bytes((n * n * 31 + n // 7) % 256 for n in range(100_000)), {"undecodable"}),
    "deep.jsonl": Case(lambda: b'{"html": ' + b"[" * 10**6, {"damaged_container"}),
    "digits.jsonl": Case(lambda: b'{"html": ' + b"9" * 10**6 + b"}", {"damaged_container"}),
    "parts.mhtml": Case(lambda: mhtml(100_000, 0), {"read", "damaged_container"}),
    "nested.mhtml": Case(lambda: mhtml(3, 10_000), {"empty"}),
    "headers.mhtml": Case(lambda: b"From: x\r\nMIME-Version: 1.0\r\n" + b"A: b\r\n" * 10**6, {"empty"}),
}


def outcomes(folder: str) -> Iterator[tuple[str, str, str]]:
    """What comes of every file: name, reason or ``read`` (what the later stages make of it is their affair), detail."""
    from warraq.model import RawPage, Rejected, Stage
    from warraq.pipeline import extract_page
    from warraq.read import read_pages

    for name in sorted(os.listdir(folder)):
        for page in read_pages(os.path.join(folder, name)):
            answer = extract_page(page) if isinstance(page, RawPage) else page
            if isinstance(answer, Rejected) and answer.stage in (Stage.READ, Stage.DECODE, Stage.PARSE):
                yield name, answer.reason.value, answer.detail
            else:
                yield name, "read", ""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of memory and sparse files")
def test_the_hostile_list(tmp_path: Path) -> None:
    for name, case in CASES.items():
        (tmp_path / name).write_bytes(case.make())
    with open(tmp_path / "two_gigabytes.html", "wb") as file:
        file.write(PAGE)
        file.truncate(2 * 2**30)
    start = time.monotonic()
    child = subprocess.run([sys.executable, __file__, str(tmp_path)], capture_output=True, text=True, timeout=SECONDS)
    seconds = time.monotonic() - start
    assert child.returncode == 0, child.stderr[-3000:]
    assert child.stderr == ""
    found: dict[str, set[str]] = {}
    for line in child.stdout.splitlines():
        name, outcome, detail = json.loads(line)
        assert outcome == "read" or detail
        found.setdefault(name, set()).add(outcome)
    assert found == {name: case.wanted for name, case in CASES.items()} | {"two_gigabytes.html": {"too_large"}}
    assert seconds < SECONDS


if __name__ == "__main__":
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    clock = time.monotonic()
    for outcome in outcomes(sys.argv[1]):
        print(json.dumps(outcome))
        if os.environ.get("WARRAQ_TIMES"):
            print(f"{time.monotonic() - clock:7.2f} s {outcome}", file=sys.stderr)
