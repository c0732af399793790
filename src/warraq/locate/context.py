"""What the elements around a block say of it: that it is navigation, a comment, a sidebar.

A name is cut into tokens at hyphens, underscores and digits, and compared whole, so that ``shared-content`` is no
share bar and ``heading`` no ad. A name that says what an element has or lacks (``has-sidebar``, ``no-share``) says
nothing of what it is, and an element that names itself the text of an article is believed.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

_TOKEN = re.compile(r"[a-z\u0600-\u06ff]+")
_NOT_ABOUT_ITSELF = frozenset("no not hide hidden has with without is show js before after disable enable".split())
_TEXT_NAME = re.compile(
    r"^(?:td-|jl_|tdb-|wp-block-)?(?:entry|post|article|story|news|single|page|main|item|node|content)"
    r"[-_]{0,2}(?:content|body|text|details|inner|fulltext|full)$"
)
_STRONG_TAGS = frozenset("nav footer form button label fieldset legend dialog menu".split())
_STRONG = frozenset(
    "comment comments commentlist respond disqus footer navbar navigation nav menu breadcrumb breadcrumbs "
    "popup modal cookie cookies copyright login searchform toolbar topbar navigationbar megamenu".split()
)
_WEAK = frozenset(
    "sidebar aside widget widgets related relatedposts similar share sharing social newsletter subscribe subscription "
    "ticker mostread mostviewed popular trending recommended taboola outbrain breaking promo promoted "
    "sponsored advert advertisement banner latest".split()
)


class Aside(IntEnum):
    """How sure the names of the elements around a block are that it is not of the article."""

    NO = 0
    WEAK = 1
    STRONG = 2


@lru_cache(maxsize=4096)
def tokens_of(names: str) -> frozenset[str]:
    """Cut the names of an element into tokens.

    >>> sorted(tokens_of("post-185578 td_block_related no-share"))
    ['block', 'post', 'related', 'td']
    """
    found: set[str] = set()
    for name in names.split():
        tokens = _TOKEN.findall(name)
        if tokens and tokens[0] not in _NOT_ABOUT_ITSELF:
            found.update(tokens)
    return frozenset(found)


@lru_cache(maxsize=4096)
def aside_of(tag: str, names: str) -> Aside:
    """What one element says of itself."""
    if tag in _STRONG_TAGS:
        return Aside.STRONG
    if tag in ("html", "body", "main") or not names:
        return Aside.WEAK if tag == "aside" else Aside.NO
    tokens = tokens_of(names)
    strong = not _STRONG.isdisjoint(tokens)
    if not strong and tag != "aside" and _WEAK.isdisjoint(tokens):
        return Aside.NO
    if any(map(_TEXT_NAME.match, names.split())):
        return Aside.NO
    return Aside.STRONG if strong else Aside.WEAK
