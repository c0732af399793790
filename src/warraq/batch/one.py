"""One page: its answer, whatever goes wrong with it.

A programming error becomes ``Rejected`` with reason ``crash`` and its traceback, a page that takes longer than
``Limits.page_seconds`` one with reason ``timeout``, one that needs more memory than there is ``memory``.
"""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from warraq.errors import PageFault
from warraq.model import Article, Options, RawPage, Reason, Rejected, Stage

Answer = Article | Rejected
Work = Callable[[RawPage, Options], Answer]
"""What is done with a page: ``warraq.pipeline.extract_page``, or something else in a test; importable by name."""


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
        detail = "needs more memory than there is; process it alone, or give it more with --max-memory"
        return Rejected(page.source, _stage(error), Reason.MEMORY, detail)
    except Exception as error:  # noqa: BLE001  the one place where a programming error is caught: for its page alone
        return Rejected(page.source, _stage(error), Reason.CRASH, report_of(error))


def _stage(error: BaseException) -> Stage:
    """The first stage that the traceback passes through; ``read`` where it passes through none."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        package, _, rest = str(frame.f_globals.get("__name__")).partition(".")
        room = rest.partition(".")[0]
        if package == "warraq" and room in set(Stage):
            return Stage(room)
    return Stage.READ


def report_of(error: Exception) -> str:
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
