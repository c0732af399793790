"""What a page says that it is: in its headline, in the names of its outermost elements, in its declared types."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from warraq.letters import fold
from warraq.lexicon import load
from warraq.model import Block, Candidates

_LISTING = frozenset(
    "home home-page front page-front path-frontpage archive category tag search search-results author error404 "
    "blog paged tax-category term page-taxonomy is-front is-category frontpage forum forumdisplay "
    "type-listing page-search not-found".split()
)
_SINGLE = frozenset("single single-post postid article-page page-article node-type-article is-single item-view".split())
_PARTS = re.compile(r"\s[-–—|:»]\s")
_ARTICLE_TYPES = re.compile(r"article|posting|report|^news$|review|column|opinion|interview", re.IGNORECASE)
_LIST_TYPES = re.compile(
    r"collectionpage|searchresults|itemlist|profilepage|^website$|^blog$|webpage$|forum", re.IGNORECASE
)


class PageKind(StrEnum):
    """Kinds of pages that say in their headline that they are no article."""

    ERROR = "error"
    LIST = "list"
    SERVICE = "service"


class Place(StrEnum):
    """Where in a headline a phrase must stand."""

    WHOLE = "whole"
    START = "start"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class PageTitle:
    """Phrases of one kind of page."""

    kind: PageKind
    match: Place
    phrases: tuple[str, ...]
    why: str
    example: str


class Form(StrEnum):
    """Whether a page is made to show one piece or many."""

    SINGLE = "single"
    LIST = "list"


@lru_cache(maxsize=1)
def _page_titles() -> tuple[tuple[str, Place, PageKind], ...]:
    """The folded phrases of the lexicon."""
    return tuple((fold(p), e.match, e.kind) for e in load("page_kinds", PageTitle) for p in e.phrases)


@lru_cache(maxsize=3)
def _phrases(place: Place) -> tuple[str, ...]:
    """The phrases that must stand in one place."""
    return tuple(phrase for phrase, where, _ in _page_titles() if where is place)


@lru_cache(maxsize=1)
def _wholes() -> frozenset[str]:
    return frozenset(_phrases(Place.WHOLE))


def _may_name(bare: str) -> bool:
    """Whether any phrase stands in its place: of nearly all headlines none does, and there are hundreds."""
    return (
        bare in _wholes()
        or bare.startswith(_phrases(Place.START))
        or any(map(bare.__contains__, _phrases(Place.INSIDE)))
    )


def is_error(title: str) -> bool:
    """Whether a declared title, or the part of it that is not the site's name, is a message in place of a page.

    >>> is_error("حكي الناس - الموقع قيد الصيانة"), is_error("الموقع قيد الصيانة منذ شهر والقراء يسألون")
    (True, False)
    """
    parts = [title, *_PARTS.split(title)]
    return any(page_kind(fold(part)) is PageKind.ERROR for part in parts)


def page_kind(headline: str) -> PageKind | None:
    """What kind of page a folded headline names, if it names one."""
    bare = headline.strip(" :|-.…!؟?")
    inside, start = Place.INSIDE, Place.START
    for phrase, place, kind in _page_titles() if _may_name(bare) else ():
        if phrase in bare and (place is inside or bare == phrase or (place is start and bare.startswith(phrase))):
            return kind
    return None


def named_form(blocks: Sequence[Block]) -> Form | None:
    """What the names of the outermost elements say (WordPress, Drupal and others name the kind of page there)."""
    tokens: set[str] = set()
    for block in blocks[:1]:
        for step in block.path[:3]:
            tokens.update(step.names.split())
    if tokens & _SINGLE:
        return Form.SINGLE
    return Form.LIST if tokens & _LISTING else None


def declared_form(declared: Candidates) -> Form | None:
    """What the page's declared types say."""
    types = [f.value for f in declared.page_type]
    if any(_ARTICLE_TYPES.search(t) for t in types):
        return Form.SINGLE
    return Form.LIST if any(_LIST_TYPES.search(t) for t in types) else None
