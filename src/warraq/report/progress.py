"""How a batch gets on, told on standard error: a bar on a terminal, lines where there is none, or JSON for a program.

The time left is reckoned from bytes, as far as the inputs are files: their sizes are known, and where in a container a
page stands. Where that is not so (standard input, unpacked streams) no time is told.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from warraq.batch.plan import Watch
from warraq.batch.task import Result
from warraq.model import ANSWERS, Origin
from warraq.read.files import entries

_EARLY = 5.0
"""Seconds before which nothing can be said of the time left: workers take a second or two to begin."""

Clock = Callable[[], float]


class Tally:
    """Counts of a run, and how far its inputs are read."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self.kept = 0
        self.rejected = 0
        self.errors = 0
        self.unchanged = 0
        self.bytes = 0
        self.total: int | None = None
        self._clock = clock
        self._begun = clock()
        self._path = ""
        self._before = 0
        self._size = 0

    @property
    def pages(self) -> int:
        """All that was read so far."""
        return self.kept + self.rejected + self.errors + self.unchanged

    @property
    def done(self) -> int:
        """Pages that were worked on."""
        return self.kept + self.rejected + self.errors

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return self._clock() - self._begun

    @property
    def rate(self) -> float:
        """Pages worked on in a second."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds left, by the bytes that are read; None where nothing can be said."""
        if not self.total or not self.bytes or self.bytes > self.total or self.seconds < _EARLY:
            return None
        return self.seconds * (self.total - self.bytes) / self.bytes

    def reading(self, path: str) -> None:
        """A file is about to be read."""
        self._before += self._size
        self._path, self._size = path, _size(path)
        self.bytes = self._before

    def at(self, origin: Origin) -> None:
        """A page of a file was met; its place in the file says how far that is read."""
        if origin.path == self._path and origin.offset is not None and origin.offset <= self._size:
            self.bytes = self._before + origin.offset

    def add(self, result: Result) -> None:
        """A page is done."""
        if result.kept is not None:
            self.kept += 1
        elif result.rejected is not None and result.rejected.reason in ANSWERS:
            self.rejected += 1
        else:
            self.errors += 1


class _Told(Watch):
    """Counts, and says something now and then."""

    def __init__(self, out: TextIO, every: float, clock: Clock = time.monotonic) -> None:
        self._out = out
        self._every = every
        self._clock = clock
        self._tally = Tally(clock)
        self._told = clock()

    def begun(self, inputs: tuple[str, ...]) -> None:
        """Find out how much there is to read."""
        if "-" not in inputs:
            self._tally.total = sum(_size(entry.path) for path in inputs for entry in entries(path))

    def reading(self, path: str) -> None:
        """Note where the reader is."""
        self._tally.reading(path)

    def page(self, origin: Origin, result: Result) -> None:
        """Count a page."""
        self._tally.add(result)
        self._tally.at(origin)
        self._now_and_then()

    def unchanged(self, origin: Origin) -> None:
        """Count a page that was there already."""
        self._tally.unchanged += 1
        self._tally.at(origin)
        self._now_and_then()

    def _now_and_then(self) -> None:
        now = self._clock()
        if now - self._told >= self._every:
            self._told = now
            self._tell(self._tally)

    def _tell(self, tally: Tally) -> None:
        raise NotImplementedError

    def _write(self, line: str) -> None:
        """Write a line; when nobody reads any more, the batch goes on all the same."""
        with suppress(OSError, ValueError):
            self._out.write(line + "\n")
            self._out.flush()


class Lines(_Told):
    """A line every few seconds."""

    def _tell(self, tally: Tally) -> None:
        self._write(f"warraq: {counts(tally)}")

    def stage(self, what: str) -> None:
        """Name what begins, where the run is long enough for lines at all."""
        if self._tally.seconds >= self._every:
            self._write(f"warraq: {what}")


class JsonLines(_Told):
    """An object a line: ``begun``, ``progress`` every few seconds, ``rejected`` for each refusal, ``stage``.

    Whoever runs the batch adds how it came out, as ``account`` or ``error``.
    """

    def begun(self, inputs: tuple[str, ...]) -> None:
        """Say what is read."""
        super().begun(inputs)
        self.say("begun", inputs=inputs, bytes=self._tally.total)

    def page(self, origin: Origin, result: Result) -> None:
        """Say why a page was refused."""
        if result.rejected is not None:
            refused = result.rejected
            self.say(
                "rejected",
                path=origin.path,
                member=origin.member,
                stage=refused.stage.value,
                reason=refused.reason.value,
                detail=refused.detail,
            )
        super().page(origin, result)

    def stage(self, what: str) -> None:
        """Name what begins."""
        self.say("stage", stage=what)

    def ended(self) -> None:
        """Say how far it came."""
        self._tell(self._tally)

    def _tell(self, tally: Tally) -> None:
        self.say(
            "progress",
            pages=tally.pages,
            articles=tally.kept,
            rejected=tally.rejected,
            errors=tally.errors,
            unchanged=tally.unchanged,
            seconds=round(tally.seconds, 1),
            rate=round(tally.rate, 1),
            left=None if tally.left is None else round(tally.left),
        )

    def say(self, event: str, **facts: object) -> None:
        """Write an event."""
        # ASCII only: file names may hold what no encoding takes, and a log is read by programs
        self._write(json.dumps({"event": event, **facts}))


class Bar(_Told):
    """A line that changes, on a terminal."""

    def __init__(self, out: TextIO, clock: Clock = time.monotonic) -> None:
        super().__init__(out, 0.1, clock)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[counts]}"),
            TimeRemainingColumn(),
            console=Console(file=out, stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task("reading", total=None, counts="")

    def begun(self, inputs: tuple[str, ...]) -> None:
        """Show the bar."""
        self._progress.start()
        super().begun(inputs)
        self._progress.update(self._task, total=self._tally.total)

    def stage(self, what: str) -> None:
        """Show what begins."""
        self._tell(self._tally)
        self._progress.update(self._task, description=what, completed=self._tally.total or 0)

    def ended(self) -> None:
        """Take the bar away."""
        self._progress.stop()

    def _tell(self, tally: Tally) -> None:
        self._progress.update(self._task, completed=tally.bytes, counts=counts(tally, left=False))


def counts(tally: Tally, *, left: bool = True) -> str:
    """Return the counts of a run as one line.

    >>> counts(Tally(lambda: 0.0))
    '0 pages, 0.0/s: 0 articles, 0 rejected, 0 errors'
    """
    parts = [f"{tally.kept} articles", f"{tally.rejected} rejected", f"{tally.errors} errors"]
    parts += [f"{tally.unchanged} unchanged"] if tally.unchanged else []
    line = f"{tally.pages} pages, {tally.rate:.1f}/s: {', '.join(parts)}"
    return f"{line}; {duration(tally.left)} left" if left and tally.left is not None else line


def duration(seconds: float) -> str:
    """Return a time for a person.

    >>> duration(8), duration(100), duration(7400)
    ('8 s', '1 min 40 s', '2 h 3 min')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0
