"""Runs pages through the pipeline, in order, in this process or in worker processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warraq.batch.one import Answer, Work, answer
from warraq.errors import OptionError
from warraq.model import Options, RawPage, Rejected

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
    from warraq.batch.pool import Pool  # multiprocessing is loaded only where it is used

    return Pool(work, options, jobs).run(pages)
