"""Compares the WARC libraries: speed on a file made by repetition, and what they do with damage.

Usage: python benchmarks/warc_libraries.py [MEGABYTES]
"""

from __future__ import annotations

import gzip
import io
import sys
import time
from collections.abc import Callable, Iterator

from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as SlowIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from warraq.model import RawPage
from warraq.read import read_bytes

PAGE = ("<!DOCTYPE html><html><body>" + "<p>وصل الوفد إلى المدينة مساء اليوم وبدأ محادثاته</p>" * 400).encode()


def archive(pages: int, packed: bool) -> bytes:
    """A WARC with so many response records, each different."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    for number in range(pages):
        body = io.BytesIO(PAGE + str(number).encode())
        record = writer.create_warc_record(f"http://example.com/{number}", "response", body, http_headers=headers)
        writer.write_record(record)
    return out.getvalue()


def fast(data: bytes) -> Iterator[bytes]:
    """The fastwarc library, which unpacks gz itself."""
    for record in ArchiveIterator(io.BytesIO(data), record_types=WarcRecordType.response):
        yield record.reader.read()


def slow(data: bytes) -> Iterator[bytes]:
    """The warcio library."""
    for record in SlowIterator(io.BytesIO(data)):
        if record.rec_type == "response":
            yield record.content_stream().read()


def ours(data: bytes) -> Iterator[bytes]:
    """The reader of this project: fastwarc under our own unpacking, metering, telling of formats and hashing."""
    for answer in read_bytes(data):
        if isinstance(answer, RawPage):
            yield answer.body


def outcome(read: Callable[[bytes], Iterator[bytes]], data: bytes) -> str:
    """How many pages came, and how it ended."""
    count = whole = 0
    try:
        for body in read(data):
            count += 1
            whole += body.startswith(PAGE)
    except BaseException as fault:  # noqa: BLE001 - a panic of the Rust library is no Exception
        return f"{count} ({whole} whole), then {type(fault).__name__}: {str(fault)[:60]}"
    return f"{count} ({whole} whole)"


def main() -> None:
    """Print speeds, then outcomes on damage."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    pages = megabytes * 10**6 // len(PAGE)
    for packed in (False, True):
        data = archive(pages, packed)
        for name, read in (("fastwarc", fast), ("warcio", slow), ("warraq.read", ours)):
            start = time.perf_counter()
            count = sum(1 for _ in read(data))
            seconds = time.perf_counter() - start
            form, rate = "gz   " if packed else "plain", count / seconds
            print(f"{form} {name:12} {rate:8.0f} pages/s {megabytes / seconds:7.0f} MB/s")
    for packed in (False, True):
        data = archive(10, packed)
        middle = len(data) // 2
        cases = {
            "whole": data,
            "cut": data[: middle + 100],
            "overwritten": data[:middle] + b"X" * 500 + data[middle + 500 :],
            "junk between": data.replace(b"WARC/1.0", b"GARBAGE\r\nWARC/1.0", 3)[9:] if not packed else data + b"junk",
            "whole-file gz": gzip.compress(archive(10, False)) if packed else data,
        }
        for case, broken in cases.items():
            for name, read in (("fastwarc", fast), ("warcio", slow), ("warraq.read", ours)):
                print(f"{'gz   ' if packed else 'plain'} {case:14} {name:12} {outcome(read, broken)}")


if __name__ == "__main__":
    main()
