"""Runs extraction as a dask bag: one list of paths in, one bag of records out (extra ``dask``).

dask is imported only where a bag is made, so this module costs nothing to those who do not use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from warraq.batch.runner import answer
from warraq.model import Article, Options, Rejected

if TYPE_CHECKING:
    from dask.bag import Bag


def extract_bag(paths: Iterable[str], options: Options | None = None, *, partitions: int | None = None) -> Bag:
    """Return a lazy bag of ``Article`` or ``Rejected``, one for each page of the paths.

    Args:
        paths: files, folders or archives that every worker can open under the same name.
        options: how pages are processed.
        partitions: pieces of work; as dask chooses when None. One path is never divided.

    Raises:
        ModuleNotFoundError: dask is not installed; install ``warraq[dask]``.
    """
    from dask.bag import from_sequence

    return from_sequence(paths, npartitions=partitions).map_partitions(extract_paths, options or Options())


def extract_paths(paths: Iterable[str], options: Options) -> Iterator[Article | Rejected]:
    """Yield the answer for each page of some paths; what one partition does."""
    from warraq.pipeline import extract_page
    from warraq.read import read_pages

    for path in paths:
        for page in read_pages(path, options=options):
            yield answer(page, extract_page, options)
