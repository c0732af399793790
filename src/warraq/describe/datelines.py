"""Finds the lines of a page that state when its article was published or changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.describe.collect import Collector, Field
from warraq.describe.surroundings import Surroundings, is_link, near_names
from warraq.describe.words import WordRole, open_label, words
from warraq.letters import fold
from warraq.model import Block, Kind

LONGEST_DATE_LINE = 120
MOST_WORDS = 14
_NO_DATE_KINDS = (Kind.CAPTION, Kind.QUOTE, Kind.EMBED)
_NUMBERS = re.compile(r"\d{1,4}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}")
_YEAR = re.compile(r"(?<!\d)(?:1[34]|19|20)\d\d(?!\d)")
_DAY_AND_WORD = re.compile(r"(?<!\d)\d{1,2}\s{0,2}[\s,،/]\s{0,2}[^\W\d_]{3,}")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d\d")
_RELATIVE = re.compile(
    r"\b(?:منذ|قبل|من)\s.{0,12}(?:ثاني|ثوان|دقيق|دقائق|ساع|يوم|ايام|اسبوع|اسابيع|شهر|اشهر|شهور|سنه|سنوات|عام|اعوام)"
    r"|\b(?:امس|البارحه|yesterday|today)\b|\bago\b|\bil y a\b"
)
_OTHER_NAMES = re.compile(
    r"clock|today|current|weather|prayer|header-?date|site-?date|date-?now|top-?bar"
    r"|comment|related|sidebar|widget|ticker|most-?(?:read|viewed)|recent|latest|crumb|caption|copyright"
)
_ISSUE_BREAK = re.compile(r"\s[-–|،,]\s|[()]")
_SENTENCE_END = (".", "؟", "!", "…")
_RIGHTS = re.compile(r"©|حقوق|copyright|all rights")


def find_dates(blocks: Sequence[Block], around: Surroundings, headline: int | None, collector: Collector) -> None:
    """Collect date lines beside the headline, then below the text, then the issue line of the page."""
    head = blocks[headline] if headline is not None else None
    for block in around.below:
        _collect(block, "visible", collector)
    for block in around.above:
        if head is None or _shares_header(block, head, blocks):
            _collect(block, "visible", collector)
    for block in around.foot:
        _collect(block, "visible:foot", collector)
    for block in around.top:
        for line in _issue_lines(block, around.top):
            collector.add(Field.PUBLISHED, line, "visible:issue")


def _collect(block: Block, source: str, collector: Collector) -> None:
    """Add a block's line and the machine-readable time in it, if it states a date."""
    if block.hidden:
        source = "visible:hidden"
    names = near_names(block)
    if block.kind in _NO_DATE_KINDS or _OTHER_NAMES.search(names):
        return
    if not block.time and not states_date(block.text):
        return
    folded = fold(block.text)
    count = len(folded.split())
    if count > MOST_WORDS or (count > 6 and block.text.endswith(_SENTENCE_END)):
        return
    if (is_link(block) and len(folded) > 60) or _RIGHTS.search(folded):
        return
    opened = open_label(WordRole.UPDATED_LABEL, block.text)
    updated = opened is not None or any(f" {label} " in f" {folded} " for label in words(WordRole.UPDATED_LABEL))
    fields = (Field.MODIFIED,) if opened else (Field.PUBLISHED, Field.MODIFIED) if updated else (Field.PUBLISHED,)
    for field in fields:
        collector.add(field, block.text, source)
        if block.time and (field is Field.MODIFIED) == updated:
            collector.add(field, block.time, f"{source}:time")


def states_date(text: str) -> bool:
    """Tell cheaply whether a short line may state a date; whether it does, the parser says.

    >>> states_date("الأربعاء، 07 أكتوبر 2020"), states_date("منذ ٣ ساعات"), states_date("عدد التعليقات")
    (True, True, False)
    """
    if len(text) > LONGEST_DATE_LINE:
        return False
    folded = fold(text)
    if _RELATIVE.search(folded):
        return True
    return any(c.isdigit() for c in folded) and bool(
        _NUMBERS.search(folded)
        or _YEAR.search(folded)
        or (_DAY_AND_WORD.search(folded) and (len(folded) <= 30 or _CLOCK.search(folded)))
    )


def _issue_lines(block: Block, top: Sequence[Block]) -> list[str]:
    """Return the line that names the issue of a paper and its day, or the dates listed beside the issue's number."""
    if not any(c.isdigit() for c in block.text):
        return []
    parts = _ISSUE_BREAK.split(block.text)[:6]
    if not any(open_label(WordRole.ISSUE_LABEL, part) for part in parts if part.strip()):
        return []
    if _YEAR.search(fold(block.text)):
        return [block.text]
    return [
        b.text
        for b in top
        if b.group is not None and b.group == block.group and abs(b.order - block.order) <= 3 and states_date(b.text)
    ]


def _shares_header(block: Block, headline: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether a line above the headline stands in the article's header and not in the page's.

    Their common element is the article's if the page's menus, ten blocks before, are not in it too.
    """
    if not block.path or not headline.path:
        return True
    depth = 0
    for one, other in zip(block.path, headline.path, strict=False):
        if one.node != other.node:
            break
        depth += 1
    if depth == 0 or headline.path[depth - 1].tag in ("html", "body"):
        return False
    node = headline.path[depth - 1].node
    before = blocks[max(0, block.order - 10)]
    return not (len(before.path) >= depth and before.path[depth - 1].node == node) or before.order == block.order
