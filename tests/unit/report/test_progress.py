"""What is told while a batch runs."""

from __future__ import annotations

import io
from pathlib import Path

from warraq.batch.task import Kept, Result, refused
from warraq.model import Origin, Reason, Rejected, Source, Stage
from warraq.report.progress import Bar, Lines, Tally, counts

KEPT = Result(None, Kept(b"", 1.0, 1, None, b"", None), None)


def rejected(reason: Reason) -> Result:
    return refused(Rejected(Source(), Stage.READ, reason, ""))


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_what_is_no_article_is_no_error() -> None:
    tally = Tally(Clock())
    for result in (KEPT, rejected(Reason.EMPTY), rejected(Reason.NOT_AN_ARTICLE), rejected(Reason.CRASH)):
        tally.add(result)
    assert (tally.kept, tally.rejected, tally.errors, tally.pages) == (1, 2, 1, 4)


def test_the_time_left_is_reckoned_from_bytes(tmp_path: Path) -> None:
    clock = Clock()
    tally = Tally(clock)
    small, large = tmp_path / "small", tmp_path / "large"
    small.write_bytes(bytes(100))
    large.write_bytes(bytes(900))
    tally.total = 1000
    assert tally.left is None
    tally.reading(str(small))
    tally.reading(str(large))
    clock.now += 10
    assert tally.left == 90
    tally.at(Origin(str(large), "record", 400))
    assert tally.left == 10
    tally.at(Origin(str(small), "another file's", 5))
    assert tally.left == 10


def test_lines_come_every_few_seconds() -> None:
    clock, out = Clock(), io.StringIO()
    lines = Lines(out, 10, clock)
    lines.begun(())
    for _ in range(25):
        clock.now += 1
        lines.page(Origin("a"), KEPT)
    lines.stage("counting")
    lines.ended()
    assert out.getvalue() == (
        "warraq: 10 pages, 1.0/s: 10 articles, 0 rejected, 0 errors\n"
        "warraq: 20 pages, 1.0/s: 20 articles, 0 rejected, 0 errors\n"
        "warraq: counting\n"
    )


def test_what_had_not_changed_is_counted_apart() -> None:
    tally = Tally(Clock())
    tally.unchanged = 3
    assert counts(tally) == "3 pages, 0.0/s: 0 articles, 0 rejected, 0 errors, 3 unchanged"


def test_the_bar_shows_counts_and_goes_away(tmp_path: Path) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    clock, out = Clock(), Screen()
    bar = Bar(out, clock)
    bar.begun((str(tmp_path),))
    clock.now += 1
    bar.page(Origin("a"), KEPT)
    bar.stage("counting")
    bar.ended()
    assert "1 pages, 1.0/s" in out.getvalue() and "counting" in out.getvalue()
