from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from warraq.batch.pool import AHEAD
from warraq.batch.runner import run
from warraq.errors import OptionError, PageFault
from warraq.model import Article, Limits, Options, Origin, RawPage, Reason, Rejected, Source, Stage


def page(name: str, body: bytes = b"") -> RawPage:
    return RawPage(Source(Origin(name)), body)


def work(page: RawPage, options: Options) -> Article | Rejected:
    """Does what the page says."""
    order = page.body
    if order == b"break":
        raise ZeroDivisionError("a fault\nin two lines")
    if order == b"fault":
        raise PageFault(Stage.DECODE, Reason.UNDECODABLE, "no known encoding")
    if order == b"hang":
        while True:
            try:
                time.sleep(60)
            except Exception:  # noqa: BLE001  as a library with a blanket except would
                pass
    if order == b"grow":
        raise MemoryError
    if order == b"die":
        os._exit(9)
    return Rejected(page.source, Stage.JUDGE, Reason.NOT_AN_ARTICLE, "done")


def reasons(orders: list[bytes], *, jobs: int = 1, seconds: float = 30) -> list[str]:
    pages = [page(str(n), order) for n, order in enumerate(orders)]
    answers = list(run(pages, work, Options(limits=Limits(page_seconds=seconds)), jobs=jobs))
    assert [answer.source.origin.path for answer in answers] == [page.source.origin.path for page in pages]
    return [answer.reason for answer in answers if isinstance(answer, Rejected)]


def test_what_happens_to_one_page_stays_with_it() -> None:
    assert reasons([b"", b"break", b"", b"fault", b"grow", b""]) == [
        "not_an_article", "crash", "not_an_article", "undecodable", "memory", "not_an_article",
    ]  # fmt: skip


def test_a_crash_has_one_line_for_a_person_and_the_traceback() -> None:
    (answer,) = run([page("a", b"break")], work)
    assert isinstance(answer, Rejected)
    first, _, rest = answer.detail.partition("\n")
    assert first.startswith("ZeroDivisionError: a fault in two lines; ")
    assert "in work" in rest


def test_a_page_that_hangs_ends_at_its_deadline() -> None:
    assert reasons([b"hang", b""], seconds=0.2) == ["timeout", "not_an_article"]


def test_rejections_of_reading_are_passed_on() -> None:
    refused = Rejected(Source(Origin("x")), Stage.READ, Reason.NOT_FOUND, "no such file")
    assert list(run([refused], work)) == [refused]
    assert list(run([refused], work, jobs=2)) == [refused]


def test_an_interrupt_is_no_fault_of_the_page() -> None:
    def interrupted(page: RawPage, options: Options) -> Article | Rejected:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(run([page("a")], interrupted))


def test_pages_are_taken_only_as_they_are_needed() -> None:
    taken: list[int] = []

    def pages() -> Iterator[RawPage]:
        for n in range(1000):
            taken.append(n)
            yield page(str(n))

    answers = run(pages(), work)
    next(answers)
    assert len(taken) == 1
    parallel = run(pages(), work, jobs=2)
    taken.clear()
    next(parallel)
    assert len(taken) <= 2 * 2 * AHEAD
    parallel.close()  # type: ignore[attr-defined]


def test_processes_give_the_same_answers_in_the_same_order() -> None:
    orders = [b"", b"break", b"fault"] * 7
    assert reasons(orders, jobs=2) == reasons(orders)


def test_a_page_that_kills_its_worker_takes_no_other_with_it() -> None:
    assert reasons([b"", b"", b"die", b"", b""], jobs=2) == [
        "not_an_article", "not_an_article", "crash", "not_an_article", "not_an_article",
    ]  # fmt: skip


def test_no_jobs_is_an_error() -> None:
    with pytest.raises(OptionError):
        run([], work, jobs=0)
