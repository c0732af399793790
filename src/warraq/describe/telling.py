"""What the names of elements tell: questions that are asked of every block, and whose answers stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_MOST = 2048
"""Names whose answers are kept: those of some twenty templates, as the pages of one site have the same."""


def telling(pattern: str) -> Callable[[str], bool]:
    """Make the question whether a pattern stands in the names of an element.

    >>> is_comment = telling(r"comment|reply")
    >>> is_comment("comments-list"), is_comment("entry-content")
    (True, False)
    """
    search = re.compile(pattern).search

    @lru_cache(maxsize=_MOST)
    def tells(names: str) -> bool:
        return search(names) is not None

    return tells
