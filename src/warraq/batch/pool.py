"""Worker processes behind fences: a page that hangs, grows or dies costs nothing but itself.

Answers come in the order of the pages, whichever worker is done first, so nothing depends on how many there are. All
queues are bounded. A page whose worker died, ran out of memory or was late is tried once more in a worker that has seen
no other page; only when that fails too is it to blame.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from warraq.batch.worker import NO_MEMORY, Task, Worker
from warraq.errors import WarraqError
from warraq.model import RawPage, Reason

A = TypeVar("A")
K = TypeVar("K")

AHEAD = 2
"""Pages that are read and wait, for each worker."""

WINDOW = 200
"""Pages in order behind the one that all wait for, for each worker: one that hangs stops the others only then."""

_HELD = 2**26
"""Bytes of pages in order behind the one that all wait for: their answers, which wait, are hardly ever larger."""

_TICK = 0.25
_GRACE = 2.0
_FALSE_STARTS = 3


@dataclass(frozen=True, slots=True)
class Fence:
    """What a worker may cost.

    Attributes:
        seconds: time for one page; 0 for no limit. The worker itself keeps it; where it cannot, the parent does, later.
        memory: bytes; 0 for no limit.
        pages: after so many pages a worker is replaced, as parsers do not give all memory back.
    """

    seconds: float = 10.0
    memory: int = 2 * 2**30
    pages: int = 5000


@dataclass(frozen=True, slots=True)
class Job(Generic[K, A]):
    """A page and whatever the caller wants back with its answer; or an answer that needs no work."""

    tag: K
    page: RawPage | None
    answer: A | None = None


@dataclass(frozen=True, slots=True)
class Done(Generic[K, A]):
    """An answer, and what its job was tagged with."""

    tag: K
    answer: A


@dataclass(slots=True, eq=False)
class _Slot(Generic[K, A]):
    """A job's place in the order; the page is let go when it has its answer."""

    tag: K
    page: RawPage | None
    answer: A | None
    weight: int
    tried: bool = False

    def close(self, answer: A) -> None:
        self.answer, self.page = answer, None


Fault = Callable[[RawPage, Reason, str], A]
"""Makes the answer for a page that gave none."""


class Pool(Generic[K, A]):
    """Worker processes and the pages that they have in work.

    Args:
        task: what is done with a page.
        fault: makes the answer of a page that took its worker down.
        doubtful: tells whether an answer may be the fault of the worker, or of the machine, and not of the page.
        jobs: how many workers.
        fence: what each may cost.
    """

    def __init__(
        self, task: Task[A], fault: Fault[A], doubtful: Callable[[A], bool], *, jobs: int, fence: Fence
    ) -> None:
        self._task = task
        self._fault = fault
        self._jobs = jobs
        self._fence = fence
        self._doubtful = doubtful
        self._workers: dict[Worker[A], _Slot[K, A] | None] = {}
        self._order: deque[_Slot[K, A]] = deque()
        self._waiting: deque[_Slot[K, A]] = deque()
        self._weight = 0
        self._false_starts = 0

    def run(self, jobs: Iterable[Job[K, A]]) -> Iterator[Done[K, A]]:
        """Yield the answers in the order of the jobs, each with its tag.

        Raises:
            WarraqError: no worker can be started.
        """
        source = iter(jobs)
        more = True
        try:
            while more or self._order:
                while more and self._wants_more():
                    more = self._read(source)
                    self._assign()
                while self._order and (answer := self._order[0].answer) is not None:
                    slot = self._order.popleft()
                    self._weight -= slot.weight
                    yield Done(slot.tag, answer)
                if self._order and not (more and self._wants_more()):
                    self._wait()
        finally:
            for worker in [*self._workers]:
                worker.kill()
            self._workers.clear()

    def _wants_more(self) -> bool:
        if len(self._waiting) >= AHEAD * self._jobs or len(self._order) >= WINDOW * self._jobs:
            return False
        return len(self._order) < AHEAD * self._jobs or self._weight < _HELD

    def _read(self, source: Iterator[Job[K, A]]) -> bool:
        """Read one job; False at the end."""
        job = next(source, None)
        if job is None:
            return False
        slot = _Slot(job.tag, job.page, job.answer, len(job.page.body) if job.page is not None else 0)
        self._order.append(slot)
        self._weight += slot.weight
        if slot.answer is None:
            self._waiting.append(slot)
        return True

    def _assign(self) -> None:
        """Give waiting pages to idle workers; start workers while there are too few."""
        for worker in [*self._workers]:
            if not self._waiting:
                return
            if worker.idle and not (self._waiting[0].tried and worker.pages):
                self._give(worker, self._waiting.popleft())
        starting = sum(not worker.ready for worker in self._workers)
        while starting < len(self._waiting) and len(self._workers) < self._jobs:
            try:
                self._workers[Worker(self._task, self._fence.memory)] = None
            except OSError as error:  # no more processes or files: those that are there go on
                if not self._workers:
                    raise WarraqError(f"no worker process can be started: {error.strerror}; try --jobs 1") from error
                break
            starting += 1
        if self._waiting and self._waiting[0].tried and not starting:
            self._make_room()

    def _make_room(self) -> None:
        """A page waits for a fresh worker, and all are busy or have seen pages: let an idle one go."""
        idle = next((worker for worker in self._workers if worker.idle), None)
        if idle is not None:
            self._replace(idle)
            idle.dismiss()

    def _give(self, worker: Worker[A], slot: _Slot[K, A]) -> None:
        assert slot.page is not None
        self._workers[worker] = slot
        try:
            worker.give(slot.page)
        except OSError:
            self._lost(worker)

    def _wait(self) -> None:
        """Until a worker says something, or is over its time or memory."""
        self._assign()
        said = wait([worker.connection for worker in self._workers], _TICK)
        for worker in [*self._workers]:
            if worker.connection in said:
                self._hear(worker)
            elif worker.since is not None:
                self._check(worker)
        self._assign()

    def _hear(self, worker: Worker[A]) -> None:
        try:
            answer = worker.take()
        except (EOFError, OSError):
            self._lost(worker)
            return
        if answer is None:
            self._false_starts = 0
            return
        slot = self._workers[worker]
        assert slot is not None
        self._workers[worker] = None
        doubtful = self._doubtful(answer)
        if doubtful and not worker.fresh:
            self._again(slot)
        else:
            slot.close(answer)
        if doubtful or worker.pages >= self._fence.pages:
            self._replace(worker)
            worker.dismiss()

    def _check(self, worker: Worker[A]) -> None:
        """Kill a worker that is over its time, with room for its own deadline to work first, or over its memory."""
        seconds = self._fence.seconds
        late = seconds and worker.since is not None and time.monotonic() - worker.since > seconds * 1.2 + _GRACE
        if not late and not worker.grown():
            return
        fresh = worker.fresh
        slot = self._replace(worker)
        worker.kill()
        if slot is not None and not fresh:
            self._again(slot)
        elif late:
            self._blame(slot, Reason.TIMEOUT, f"took longer than {seconds:g} seconds; give it more with --max-seconds")
        else:
            self._blame(slot, Reason.MEMORY, self._too_much)

    @property
    def _too_much(self) -> str:
        return f"needs more memory than {self._fence.memory >> 20} MB; give it more with --max-memory"

    def _lost(self, worker: Worker[A]) -> None:
        """A worker has died by itself."""
        slot = self._replace(worker)
        ended = worker.how_it_died()
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts >= _FALSE_STARTS:
                raise WarraqError(
                    f"worker processes end before they begin ({ended}); is --max-memory too small, "
                    "or is run_batch called by a script without if __name__ == '__main__'?"
                )
        elif slot is not None and not worker.fresh:
            self._again(slot)
        elif ended == f"exit code {NO_MEMORY}":
            self._blame(slot, Reason.MEMORY, self._too_much)
        else:
            self._blame(slot, Reason.CRASH, f"its worker process died ({ended}); please report it with this page")

    def _again(self, slot: _Slot[K, A]) -> None:
        """Try a page once more, in a worker that has seen no other."""
        slot.tried = True
        self._waiting.appendleft(slot)

    def _replace(self, worker: Worker[A]) -> _Slot[K, A] | None:
        """Forget a worker; another is started when there is work for it."""
        return self._workers.pop(worker)

    def _blame(self, slot: _Slot[K, A] | None, reason: Reason, detail: str) -> None:
        if slot is not None and slot.page is not None:
            slot.close(self._fault(slot.page, reason, detail))
