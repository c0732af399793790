"""Runs pages through the pipeline, in order, in this process or in worker processes.

Never in threads: lxml's trees are not made for them. Whatever happens to one page stays with it: a programming error
becomes ``Rejected`` with reason ``crash`` and its traceback, a page that takes longer than ``Limits.page_seconds`` one
with reason ``timeout``, one that needs more memory than there is ``memory``; a page that kills its worker is a crash.
"""

from __future__ import annotations

import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from types import FrameType

from warraq.errors import OptionError, PageFault
from warraq.model import Article, Options, RawPage, Reason, Rejected, Stage

Answer = Article | Rejected
Work = Callable[[RawPage, Options], Answer]
"""What is done with a page: ``warraq.pipeline.extract_page``, or something else in a test; importable by name."""

AHEAD = 4
"""Pages in work or waiting, for each worker: enough to keep all busy, few enough to bound the memory."""


def run(
    pages: Iterable[RawPage | Rejected], work: Work, options: Options | None = None, *, jobs: int = 1
) -> Iterator[Answer]:
    """Yield the answer for each page, in the order of the pages; only a few pages are held at any time.

    Args:
        pages: what ``read_pages`` yields; a ``Rejected`` is passed on as it is.
        work: makes an answer of a page.
        options: passed to ``work``.
        jobs: worker processes; 1 works in this process.

    Raises:
        OptionError: ``jobs`` is less than 1.
    """
    if jobs < 1:
        raise OptionError(f"jobs must be at least 1, not {jobs}")
    options = options or Options()
    if jobs == 1:
        return (answer(page, work, options) for page in pages)
    return _Pool(work, options, jobs).run(pages)


def answer(page: RawPage | Rejected, work: Work, options: Options) -> Answer:
    """Return the answer for one page, whatever goes wrong with it."""
    if isinstance(page, Rejected):
        return page
    seconds = options.limits.page_seconds
    try:
        with _deadline(seconds):
            return work(page, options)
    except PageFault as fault:
        return Rejected(page.source, fault.stage, fault.reason, fault.detail)
    except _Late as late:
        detail = f"took longer than {seconds:g} seconds; give it more with --max-seconds"
        return Rejected(page.source, _stage(late), Reason.TIMEOUT, detail)
    except MemoryError as error:
        detail = "needs more memory than there is; process it alone"
        return Rejected(page.source, _stage(error), Reason.MEMORY, detail)
    except Exception as error:  # noqa: BLE001  the one place where a programming error is caught: for its page alone
        return Rejected(page.source, _stage(error), Reason.CRASH, _report(error))


def _stage(error: BaseException) -> Stage:
    """The first stage that the traceback passes through; ``read`` where it passes through none."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        package, _, rest = str(frame.f_globals.get("__name__")).partition(".")
        room = rest.partition(".")[0]
        if package == "warraq" and room in set(Stage):
            return Stage(room)
    return Stage.READ


def _report(error: Exception) -> str:
    """One line for a person, then the traceback for us."""
    line = f"{type(error).__name__}: {error}; a fault of warraq, please report it with this page"
    return "\n".join([" ".join(line.split()), *traceback.format_exception(error)]).rstrip()


class _Late(BaseException):
    """The deadline has passed; no ``Exception``, so that no library's blanket except takes it for a fault."""


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Raise ``_Late`` when the body takes longer, where the system has interval timers (not on Windows)."""
    if seconds <= 0 or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise _Late

    try:
        before = signal.signal(signal.SIGALRM, ring)
    except ValueError:  # not in the main thread, where no signal arrives: the caller's own deadline holds
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ignore_interrupts() -> None:
    """Ctrl-C is the parent's affair: it ends the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A page and the answer to come."""

    page: RawPage | Rejected
    future: Future[Answer] | None


class _Pool:
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
