"""Worker processes, never threads: lxml's trees are not made for them. A page that kills its worker is a crash."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from warraq.batch.one import Answer, Work, answer
from warraq.model import Options, RawPage, Reason, Rejected, Stage

AHEAD = 4
"""Pages in work or waiting, for each worker: enough to keep all busy, few enough to bound the memory."""


def _ignore_interrupts() -> None:
    """Ctrl-C is the parent's affair: it ends the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A page and the answer to come."""

    page: RawPage | Rejected
    future: Future[Answer] | None


class Pool:
    """Worker processes and the pages they have in work."""

    def __init__(self, work: Work, options: Options, jobs: int) -> None:
        self._work = partial(answer, work=work, options=options)
        self._jobs = jobs
        self._executor = self._start(jobs)

    @staticmethod
    def _start(jobs: int) -> ProcessPoolExecutor:
        # spawned, because a fork of a process that has threads may hang
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupts)

    def run(self, pages: Iterable[RawPage | Rejected]) -> Iterator[Answer]:
        """Yield the answers in the order of the pages."""
        waiting: deque[_Waiting] = deque()
        try:
            for page in pages:
                waiting.append(self._submit(page))
                if len(waiting) >= self._jobs * AHEAD:
                    yield self._take(waiting)
            while waiting:
                yield self._take(waiting)
        finally:
            self._stop()

    def _submit(self, page: RawPage | Rejected) -> _Waiting:
        return _Waiting(page, None if isinstance(page, Rejected) else self._executor.submit(self._work, page))

    def _take(self, waiting: deque[_Waiting]) -> Answer:
        first = waiting.popleft()
        if first.future is None:
            return self._work(first.page)
        try:
            return first.future.result()
        except BrokenProcessPool:
            result = self._alone(first.page)
            self._renew(waiting)
            return result

    def _alone(self, page: RawPage | Rejected) -> Answer:
        """A worker has died and took the others with it: try this page by itself, to know whether it is the one."""
        with self._start(1) as executor:
            try:
                return executor.submit(self._work, page).result()
            except BrokenProcessPool:
                detail = "its worker process died, perhaps for want of memory; process it alone"
                return Rejected(page.source, Stage.READ, Reason.CRASH, detail)

    def _renew(self, waiting: deque[_Waiting]) -> None:
        """New workers for the pages that were lost with the old ones."""
        self._stop()
        self._executor = self._start(self._jobs)
        for place, item in enumerate(waiting):
            if item.future is not None and (item.future.cancelled() or item.future.exception() is not None):
                waiting[place] = self._submit(item.page)

    def _stop(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)
