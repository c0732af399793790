"""gz, bz2, xz and zst."""

from __future__ import annotations

import bz2
import gzip
import lzma
import random
from collections.abc import Callable

import pytest
import zstandard

from warraq.model import RawPage, Reason, Rejected
from warraq.read import read_bytes

WRITERS = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lambda body: lzma.compress(body, preset=0),
    "zst": zstandard.compress,
}
Writer = Callable[[bytes], bytes]


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_one_stream_several_and_nested(writer: Writer, page: bytes) -> None:
    for content, wanted in (
        (writer(page), page),
        (writer(page) + writer("<p>بقية</p>".encode()), page + "<p>بقية</p>".encode()),
        (writer(writer(writer(page))), page),
        (writer(page) + bytes(512), page),
    ):
        (answer,) = read_bytes(content)
        assert isinstance(answer, RawPage)
        assert (answer.body, answer.source.media_type) == (wanted, "text/html")


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_compressed_without_end(writer: Writer, page: bytes) -> None:
    content = page
    for _ in range(5):
        content = writer(content)
    (answer,) = read_bytes(content)
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.LIMIT


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_what_came_before_a_cut_is_kept_and_the_cut_told(writer: Writer, page: bytes) -> None:
    noise = random.Random(4)
    body = page + b"".join(b"<p>%x</p>" % noise.getrandbits(900) for _ in range(5000))
    content = writer(body)
    kept, told = read_bytes(content[: len(content) * 4 // 5])
    assert isinstance(kept, RawPage) and isinstance(told, Rejected)
    assert len(kept.body) > len(body) // 4
    assert body.startswith(kept.body)
    assert told.reason is Reason.DAMAGED_CONTAINER


def test_gz_with_a_broken_middle_is_told(page: bytes) -> None:
    noise = random.Random(5)
    body = page + b"".join(b"<p>%x</p>" % noise.getrandbits(900) for _ in range(9000))
    content = bytearray(gzip.compress(body))
    content[len(content) // 2 : len(content) // 2 + 64] = bytes(64)
    answers = list(read_bytes(bytes(content)))
    assert isinstance(answers[-1], Rejected)
    assert answers[-1].reason is Reason.DAMAGED_CONTAINER


def test_nothing_inside_is_told() -> None:
    (answer,) = read_bytes(gzip.compress(b""))
    assert isinstance(answer, Rejected)
    assert answer.reason is Reason.EMPTY
