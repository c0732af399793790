"""Runs pages through the pipeline, in order, in this process or in worker processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from warraq.batch.one import Answer, Work, answer
from warraq.errors import OptionError
from warraq.model import Options, RawPage, Reason, Rejected, Stage

if TYPE_CHECKING:
    from warraq.batch.pool import Job

__all__ = ["Answer", "Work", "answer", "run"]


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
    return _in_processes(pages, work, options, jobs)


def _in_processes(pages: Iterable[RawPage | Rejected], work: Work, options: Options, jobs: int) -> Iterator[Answer]:
    from warraq.batch.pool import Fence, Pool  # multiprocessing is loaded only where it is used

    fence = Fence(seconds=options.limits.page_seconds)
    pool = Pool[None, Answer](partial(answer, work=work, options=options), _fault, _doubtful, jobs=jobs, fence=fence)
    todo = map(_job, pages)
    return (done.answer for done in pool.run(todo))


def _job(page: RawPage | Rejected) -> Job[None, Answer]:
    from warraq.batch.pool import Job

    return Job(None, page) if isinstance(page, RawPage) else Job(None, None, page)


def _fault(page: RawPage, reason: Reason, detail: str) -> Answer:
    return Rejected(page.source, Stage.READ, reason, detail)


def _doubtful(answer: Answer) -> bool:
    return isinstance(answer, Rejected) and answer.reason in (Reason.MEMORY, Reason.TIMEOUT)
