"""Peak memory of reading and decoding WARC files of growing size, made by repeating records.

Usage: python benchmarks/warc_memory.py [MEGABYTES ...]    (default 10 100 1000; needs warcio to write)
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import tempfile
import time

from warraq.decode import decode
from warraq.model import Limits, RawPage
from warraq.read import read_pages

PARAGRAPH = "<p>افتتح المحافظ سالم الهاشمي صباح اليوم الجسر الجديد على النهر، وقال إن العمل فيه استغرق ثلاث سنوات.</p>"


def records(packed: bool) -> bytes:
    """A hundred records of about 60 KB, each different."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    for number in range(100):
        body = f"<!DOCTYPE html><html><body><h1>{number}</h1>{PARAGRAPH * 340}{os.urandom(9000).hex()}</body></html>"
        payload = io.BytesIO(body.encode())
        record = writer.create_warc_record(f"http://example.com/{number}", "response", payload, http_headers=headers)
        writer.write_record(record)
    return out.getvalue()


def measure(path: str) -> None:
    """Read one file and print what it took; run in a process of its own."""
    start, pages = time.perf_counter(), 0
    for answer in read_pages(path):
        assert isinstance(answer, RawPage), answer
        decode(answer, Limits())
        pages += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = time.perf_counter() - start
    print(f"{pages:8} pages {seconds:7.1f} s {pages / seconds:7.0f} pages/s   peak {peak:6.0f} MB", flush=True)


def main() -> None:
    """Make the files and measure each."""
    sizes = [int(size) for size in sys.argv[1:]] or [10, 100, 1000]
    with tempfile.TemporaryDirectory() as folder:
        for packed in (False, True):
            block = records(packed)
            for size in sizes:
                path = os.path.join(folder, "crawl.warc.gz" if packed else "crawl.warc")
                with open(path, "wb") as file:
                    for _ in range(max(1, size * 10**6 // len(block))):
                        file.write(block)
                form = "gz" if packed else "plain"
                print(f"{form:6}{os.path.getsize(path) / 10**6:6.0f} MB", end="", flush=True)
                subprocess.run([sys.executable, __file__, "--measure", path], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2])
    else:
        main()
