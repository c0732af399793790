"""What the elements around a block say of it: that it is navigation, a comment, a sidebar.

Names are cut into tokens at spaces, hyphens, underscores and between letters and digits, and compared whole, so that
``shared-content`` is no share bar and ``heading`` no ad.
"""

from __future__ import annotations

import re
from functools import lru_cache

from warraq.model import Block, Step

_CUT = re.compile(r"[^a-z\u0600-\u06ff]+")
_ASIDE_TAGS = frozenset("nav footer form button label fieldset legend dialog menu".split())
_ASIDE_TOKENS = frozenset(
    "comment comments commentlist respond disqus footer navbar navigation nav menu breadcrumb breadcrumbs sidebar "
    "widget related similar share sharing social newsletter subscribe popup modal cookie cookies ticker "
    "mostread mostviewed popular trending recommended taboola outbrain copyright login searchform toolbar".split()
)
_NEUTRAL_TAGS = frozenset(("html", "body", "main", "article"))


@lru_cache(maxsize=4096)
def tokens_of(names: str) -> frozenset[str]:
    """Cut the names of an element into tokens.

    >>> sorted(tokens_of("post-185578 td_block_related"))
    ['block', 'post', 'related', 'td']
    """
    return frozenset(t for t in _CUT.split(names) if t)


@lru_cache(maxsize=4096)
def _aside(tag: str, names: str) -> bool:
    """Whether an element by itself says that it holds no article."""
    if tag in _ASIDE_TAGS:
        return True
    return bool(names) and tag not in _NEUTRAL_TAGS and not _ASIDE_TOKENS.isdisjoint(tokens_of(names))


def aside_step(block: Block, believed: frozenset[int] = frozenset()) -> Step | None:
    """The outermost element around a block that says it holds no article, or None.

    Args:
        block: any block.
        believed: elements known to hold the article, whatever their names say (a page's outermost ``div`` may be
            called ``has-sidebar``).
    """
    for step in block.path:
        if step.node not in believed and _aside(step.tag, step.names):
            return step
    return None
