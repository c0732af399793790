"""Why a page is refused, for a person first; the figures of the signs stand behind it in parentheses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from warraq.arabic.dates import parse_date
from warraq.errors import PageFault
from warraq.judge.kinds import Form, PageKind, named_form, page_kind
from warraq.letters import count_letters, fold
from warraq.model import Block, Candidates, Kind, Reason, Stage

_MANY_LINKS = 8
"""Links from which a page without prose is a page that lists others, not an empty one."""

_LIST = 5
"""Linked titles that make a list."""

_TITLE_LETTERS, _TITLE_WORDS = 15, 3
_SHORT_PAGE = 40
"""Words of a page that is too short for anything else to be said of it."""

_LIST_PAGE = re.compile(r"collectionpage|searchresults|itemlist|profilepage|forum", re.IGNORECASE)
_OF_ONE = re.compile(r"article|posting|report", re.IGNORECASE)
_BEFORE, _BEHIND = 3, 5
"""Blocks around a headline in which its date stands."""

_DATE_LETTERS = 60
_SOME_DAY = datetime(2020, 1, 1)
"""For "منذ أسبوعين": which day it is does not matter, only that it is one."""

_SHOWN = 90
_TELLING, _ENOUGH = -1, -4
"""Weights from which a sign is told, and from which it is told alone."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign for (positive weight) or against an article.

    Attributes:
        name: as in the figures.
        weight: how much it counts.
        told: the same for a person, where it speaks against.
    """

    name: str
    weight: float
    told: str = ""


def not_an_article(signs: Sequence[Sign], total: float) -> PageFault:
    """The refusal of a page whose signs speak against it: the worst in words, then all of them in figures."""
    against = sorted((s for s in signs if s.weight <= _TELLING), key=lambda s: s.weight)
    worst = against[:1] if against and against[0].weight <= _ENOUGH else against[:2]
    words = "; ".join(s.told for s in worst) or "too little that an article has"
    figures = ", ".join(f"{s.name} {s.weight:+g}" for s in signs)
    return PageFault(Stage.JUDGE, Reason.NOT_AN_ARTICLE, f"{words} ({total:+g}: {figures})")


def without_text(
    stage: Stage, blocks: Sequence[Block], declared: Candidates, titles: Sequence[str] = (), headline: str | None = None
) -> PageFault:
    """The refusal of a page on which no text of an article was found.

    A page that shows the headline of one piece is that piece without its text, whatever is listed around it.

    Args:
        stage: where it was noticed.
        blocks: all of the page.
        declared: what it declares.
        titles: the titles it declares, without the site's name.
        headline: what was taken for its headline, if anything.
    """
    shown = [b for b in blocks if not b.hidden]
    if not shown:
        return PageFault(stage, Reason.EMPTY, "nothing on the page can be read; save it again after it has loaded")
    links = sum(b.link_letters > 0 for b in shown)
    crowded = links >= _MANY_LINKS or len(shown) >= 2 * _MANY_LINKS
    own = _own_headline(shown, declared, titles) or (None if crowded else headline)
    if own:
        return PageFault(stage, Reason.NO_TEXT, f"a headline ({quoted(own)}) without any text")
    said = _said_kind(shown, titles)
    if said:
        return PageFault(stage, Reason.NOT_AN_ARTICLE, said)
    if crowded:
        listed = sum(map(linked_title, shown))
        counted = f"{len(shown)} pieces of text, {links} of them links"
        what = f"a list of {listed} linked titles, no running text ({counted})" if listed >= _LIST else ""
        what = what or (f"no running text ({counted})" if links else f"no running text, only {len(shown)} short lines")
        return PageFault(stage, Reason.NOT_AN_ARTICLE, what)
    words = sum(len(b.text.split()) for b in shown)
    if words < _SHORT_PAGE:
        return PageFault(stage, Reason.NO_TEXT, f"too short for an article ({words} word{'s' * (words != 1)})")
    return PageFault(stage, Reason.NO_TEXT, "no text of an article stands on the page or in its data")


def quoted(text: str) -> str:
    """A text of the page in a message, cut where it is long.

    >>> quoted("تسجيل الدخول")
    '«تسجيل الدخول»'
    """
    return f"«{text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + '…'}»"


def headline_of(kind: PageKind, headline: str) -> str:
    """What is said of a headline that names another kind of page."""
    names = {PageKind.ERROR: "an error page", PageKind.LIST: "a list of articles", PageKind.SERVICE: "a service page"}
    return f"the headline is that of {names[kind]} ({quoted(headline)})"


def linked_title(block: Block) -> bool:
    """Whether a block is wholly a link of several words."""
    if block.link_letters < 0.8 * _TITLE_LETTERS:
        return False
    letters = count_letters(block.text)
    return letters >= _TITLE_LETTERS and block.link_letters >= 0.8 * letters


def _own_headline(shown: Sequence[Block], declared: Candidates, titles: Sequence[str]) -> str | None:
    """The headline of the one piece that the page is about, None where it lists many.

    It is a declared title that stands on the page, or its first heading, and says nothing else of itself; a date stands
    beside it or is declared. Where the template is that of a list only a title and a date that are both declared count
    (on some sites the template's name is that of the home page everywhere).
    """
    if any(_LIST_PAGE.search(f.value) for f in declared.page_type):
        return None
    known = {fold(title) for title in titles}
    form, one = named_form(shown), _declares_one(declared)
    for place, block in enumerate(shown):
        if block.link_letters or not _is_title(block.text) or page_kind(fold(block.text)) is not None:
            continue
        named = fold(block.text) in known
        if named and (one or form is Form.SINGLE):
            return block.text
        first = block.kind is Kind.HEADING and block.level == 1
        if form is not Form.LIST and (named or first) and _dated(shown, place):
            return block.text
    return None


def _said_kind(shown: Sequence[Block], titles: Sequence[str]) -> str:
    """What a title or heading says that the page is, where that is an error or a service page; else ""."""
    headings = (b.text for b in shown if b.kind is Kind.HEADING and b.level == 1 and not b.link_letters)
    for text in (*titles, *headings):
        kind = page_kind(fold(text))
        if kind in (PageKind.ERROR, PageKind.SERVICE):
            return headline_of(kind, text)
    return ""


def _is_title(text: str) -> bool:
    return count_letters(text) >= _TITLE_LETTERS and len(text.split()) >= _TITLE_WORDS


def _declares_one(declared: Candidates) -> bool:
    """Whether the page declares one dated piece; ``og:type`` says "article" on lists too."""
    types = (f.value for f in declared.page_type if not f.source.startswith("og"))
    return bool(declared.published) or any(map(_OF_ONE.search, types))


def _dated(shown: Sequence[Block], place: int) -> bool:
    """Whether a date stands beside a title: before the next title, and not in one box with that."""
    for block in reversed(shown[max(0, place - _BEFORE) : place]):
        if block.link_letters:
            break
        if _states_day(block):
            return True
    behind = shown[place + 1 : place + 1 + _BEHIND]
    for at, block in enumerate(behind, place + 1):
        if block.kind is Kind.HEADING or linked_title(block):
            break
        if not block.link_letters and _states_day(block):
            next_title = next(filter(linked_title, shown[at + 1 : at + 2]), None)
            return next_title is None or _inside_both(block, next_title) <= _inside_both(block, shown[place])
    return False


def _inside_both(one: Block, other: Block) -> int:
    """How many elements two blocks stand in together."""
    return sum(a.node == b.node for a, b in zip(one.path, other.path, strict=False))


def _states_day(block: Block) -> bool:
    if block.time:
        return True
    return count_letters(block.text) <= _DATE_LETTERS and parse_date(block.text, _SOME_DAY) is not None
