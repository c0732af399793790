"""Containers with bytes changed, lost, doubled and added: whatever comes of them, it is an answer and no exception."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import plistlib
import quopri
import random
from collections.abc import Iterator

import pytest
import zstandard

from warraq.decode import decode
from warraq.errors import PageFault
from warraq.model import RawPage
from warraq.parse import parse
from warraq.read import read_bytes

TURNS = int(os.environ.get("WARRAQ_MUTATIONS", "300"))
SPLINTERS = (
    b"\x00",
    b"\xff" * 4,
    b"--M\r\n",
    b"\r\n\r\n",
    b"PK\x03\x04",
    b"WARC/1.0\r\n",
    b"Content-Length: 99999999999\r\n",
    b"Content-Length: -5\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"<",
    b'"',
    b"{",
    b"\x80" * 9,
)


def mutated(seed: bytes, chance: random.Random) -> bytes:
    """The seed with some damage."""
    body = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        place, kind = chance.randrange(len(body) + 1), chance.randrange(6)
        if kind == 0 and place < len(body):
            body[place] = chance.randrange(256)
        elif kind == 1:
            del body[place : place + chance.randrange(1, 60)]
        elif kind == 2:
            body[place:place] = chance.choice(SPLINTERS)
        elif kind == 3:
            del body[place:]
        elif kind == 4:
            start = chance.randrange(len(body) + 1)
            body[place:place] = body[start : start + chance.randrange(200)]
        else:
            body[place : place + 4] = chance.randrange(2**32).to_bytes(4, "little")
    return bytes(body)


def seeds(page: bytes, make_zip, make_tar) -> Iterator[tuple[str, bytes]]:  # type: ignore[no-untyped-def]
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(page)
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2016-03-01T12:00:00Z\r\n"
        b"WARC-Target-URI: http://example.com/\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block)
    )
    archive = {"WebMainResource": {"WebResourceData": page, "WebResourceURL": "http://example.com/1"}}
    yield "html", page
    yield "windows-1256", page.decode().encode("cp1256")
    yield "zip", make_zip({"a.html": page, "b.zip": make_zip({"c.html": page})})
    yield "tar", make_tar({"a.html": page, "b.html": page})
    yield "tar.gz", make_tar({"a.html": page}, "w:gz")
    yield "warc", record * 3
    yield "warc.gz", gzip.compress(record) * 3
    yield (
        "mhtml",
        (
            b'From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="M"\r\n\r\n--M\r\n'
            b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + quopri.encodestring(page)
            + b"\r\n--M\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+\r\n--M--\r\n"
        ),
    )
    yield "webarchive", plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)
    yield "webarchive, XML", plistlib.dumps(archive)
    yield "jsonl", b"\n".join([json.dumps({"html": page.decode(), "url": "x"}).encode()] * 3)
    yield "bz2", bz2.compress(page)
    yield "xz", lzma.compress(page, preset=0)
    yield "zst", zstandard.compress(page)


def test_no_damage_raises(page, make_zip, make_tar) -> None:  # type: ignore[no-untyped-def]
    chance = random.Random(os.environ.get("WARRAQ_SEED", "warraq"))
    for name, seed in seeds(page, make_zip, make_tar):
        for _ in range(TURNS):
            body = mutated(seed, chance)
            for answer in read_bytes(body):
                if isinstance(answer, RawPage):
                    try:
                        parse(decode(answer))
                    except PageFault as fault:
                        assert fault.detail, name
                else:
                    assert answer.detail, name


def test_nothing_at_all_raises() -> None:
    for body in (
        b"",
        b"\x00",
        b"<",
        b"{",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"BZh9",
        b"bplist00",
        b"WARC/1.0\r\n",
        b"HTTP/1.1",
    ):
        assert list(read_bytes(body)), body


@pytest.mark.parametrize("size", [1, 7, 100])
def test_a_stream_that_gives_little_at_a_time_gives_the_same(size, page, make_zip, make_tar) -> None:  # type: ignore[no-untyped-def]
    import io

    from warraq.read import read_pages

    class Drip(io.BytesIO):
        def read(self, most: int | None = -1, /) -> bytes:
            return super().read(min(size, most) if most and most > 0 else size)

    for name, seed in seeds(page, make_zip, make_tar):
        bodies = [a.body for a in read_bytes(seed) if isinstance(a, RawPage)]
        dripped = [a.body for a in read_pages("-", stdin=Drip(seed)) if isinstance(a, RawPage)]
        assert bodies == dripped and bodies, name
