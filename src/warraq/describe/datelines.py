"""Finds the lines of a page that state when its article was published or changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from warraq.arabic.dates import parse_date
from warraq.describe.collect import Collector, Field
from warraq.describe.order import generated_month_first, month_first, settled
from warraq.describe.relative import RELATIVE
from warraq.describe.surroundings import LONGEST_LINE, Near, Surroundings, is_teaser
from warraq.describe.telling import telling
from warraq.describe.words import WordRole, anywhere, words
from warraq.letters import fold
from warraq.model import Block, Kind

LONGEST_DATE_LINE = 120
MOST_WORDS = 24
_NO_DATE_KINDS = (Kind.CAPTION, Kind.QUOTE, Kind.EMBED)
_NUMBERS = re.compile(r"\d{1,4}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}")
_YEAR = re.compile(r"(?<!\d)(?:1[34]|19|20)\d\d(?!\d)")
_DAY_AND_WORD = re.compile(r"(?<!\d)\d{1,2}\s{0,2}[\s,،/]\s{0,2}[^\W\d_]{3,}")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d\d")
_DAY_AND_MONTH = re.compile(r"^\W{0,3}(?:[^\W\d_]{3,9}[\s،,]{1,2})?\d{1,2}[\s،,/-]{1,3}[^\W\d_]{3,9}$")
_CLOCK_ALONE = re.compile(r"\W{0,3}(?:الساعه\s)?\d{1,2}:\d\d(?::\d\d)?\W{0,2}(?:[صم]|صباحا|مساء|am|pm)?\W{0,3}$")
_HINT = re.compile(r"\d|منذ|قبل|أمس|امس|البارحة|اليوم|ago\b|day\b", re.IGNORECASE)
_ISSUE_HINT = re.compile(r"عدد|السنة|issue|numéro", re.IGNORECASE)
_names_other = telling(
    r"clock|today|current|weather|prayer|header-?date|site-?date|date-?now|top-?bar"
    r"|comment|related|sidebar|widget|ticker|most-?(?:read|viewed)|recent|latest|crumb|caption|copyright"
)
_POSTED = re.compile(
    r"This (?:entry|post|article) was|هذه (?:التدوينة|المقالة)|هذا (?:المقال|المدخل|الموضوع) (?:كتب|نشر|أدرج)"
    r"|(?:كتبت|نشرت|أدرجت) هذه (?:التدوينة|المقالة)|(?:كتب|نشر) هذا (?:المقال|الموضوع)"
)
"""Begins the sentence that older themes of blogs print below a post, with its day in it."""

_POSTED_LENGTH = 120
_SENTENCE_END = (".", "؟", "!", "…")
_RIGHTS = re.compile(r"©|حقوق|copyright|all rights")


def find_dates(blocks: Sequence[Block], around: Surroundings, headline: int | None, collector: Collector) -> None:
    """Collect date lines beside the headline, then below the text, then the issue line of the page."""
    head = blocks[headline] if headline is not None else None
    below = [n for n in around.below if _may_state_date(n)]
    teaser = next((n.block.order for n in around.below if is_teaser(n.block)), len(blocks))
    above = [n for n in around.above if _may_state_date(n) and (head is None or _shares_header(n.block, head, blocks))]
    # hAtom wants an "updated" beside the "published"; where both are shown, it is that of the change
    for near in sorted((*(n for n in below if n.block.order < teaser), *above), key=_is_updated):
        _collect(near, "visible", blocks, collector, beside=head is not None and _beside(near.block, head))
    for at, near in enumerate(around.foot):
        if _may_state_date(near) and not any(n.heads_others for n in around.foot[:at]):
            _collect(near, "visible:foot", blocks, collector)
    for block in blocks[headline or 0 :]:
        if _POSTED.match(block.text) and (date := parse_date(block.text[:_POSTED_LENGTH])) is not None:
            collector.add(Field.PUBLISHED, block.text[date.start : date.end], "visible", block.text)
            break
    for block in around.top:
        if _ISSUE_HINT.search(block.text):
            collector.add_all(Field.PUBLISHED, _issue_lines(block, around.top), "visible:issue")


def _is_updated(near: Near) -> bool:
    names = near.block.path[-1].names if near.block.path else ""
    return "updated" in names and "published" not in names and "entry-date" not in names


def _may_state_date(near: Near) -> bool:
    return len(near.text) <= LONGEST_DATE_LINE and bool(near.block.time or _HINT.search(near.text))


def _collect(near: Near, source: str, blocks: Sequence[Block], collector: Collector, *, beside: bool = False) -> None:
    """Add a block's line and the machine-readable time in it, if it states a date."""
    block = near.block
    if block.kind in _NO_DATE_KINDS:
        return
    if not block.time and not states_date(near.key):
        return
    count = len(near.key.split())
    if count > MOST_WORDS or (count > 6 and near.text.endswith(_SENTENCE_END)):
        return
    if (len(near.key) > 60 and near.linked) or _RIGHTS.search(near.key) or (not beside and _is_others(near)):
        return
    if block.hidden:
        source = "visible:hidden"
    if _is_updated(near) and collector.has(Field.PUBLISHED):
        collector.add(Field.MODIFIED, block.time or near.text, f"{source}:updated")
        return
    updated = anywhere(WordRole.UPDATED_LABEL).search(near.key) is not None
    for field in (Field.PUBLISHED, Field.MODIFIED) if updated else (Field.PUBLISHED,):
        line = _with_clock(near, blocks)
        collector.add(field, _settled(line, blocks), source, line)
        if block.time and (field is Field.MODIFIED) == updated:
            collector.add(field, block.time, f"{source}:time")


def _beside(block: Block, head: Block) -> bool:
    """Tell whether a line stands in the headline's own element, whatever that is called; not in the page itself."""
    if len(block.path) < 2 or len(head.path) < 2 or block.path[-1].tag == "time":
        return False
    parent = head.path[-2]
    return block.path[-2].node == parent.node and parent.tag not in ("body", "html", "form", "td")


def _settled(line: str, blocks: Sequence[Block]) -> str:
    """Return a line with a stamp that may be read in two ways written in one, as the page's other stamps say."""
    if settled(line, first=True) == line:
        return line
    texts = [b.text for b in blocks if len(b.text) <= LONGEST_LINE]
    return settled(line, month_first(texts), generated_month_first(texts))


def _is_others(near: Near) -> bool:
    """Tell whether the names around a date say that it is another's; one labelled as published is the article's."""
    if not _names_other(near.names):
        return False
    date = parse_date(near.text) if ":" in near.text and not near.block.hrefs else None
    return date is None or date.label != "published"


def _with_clock(near: Near, blocks: Sequence[Block]) -> str:
    """Return a line with the time of day that stands alone in the block before or after it."""
    if _CLOCK.search(near.key):
        return near.text
    order = near.block.order
    before, after = (_clock_alone(blocks[n].text) if 0 <= n < len(blocks) else "" for n in (order - 1, order + 1))
    return f"{before} {near.text}" if before else f"{near.text} {after}".strip()


def _clock_alone(text: str) -> str:
    return text if len(text) <= 20 and _CLOCK_ALONE.match(fold(text)) else ""


def states_date(key: str) -> bool:
    """Tell cheaply whether a short folded line may state a date; whether it does, the parser says.

    >>> states_date("الاربعاء، 07 اكتوبر 2020"), states_date("منذ 3 ساعات"), states_date("بلغ 3 تعليقات هنا")
    (True, True, False)
    """
    return bool(
        RELATIVE.search(key)
        or _NUMBERS.search(key)
        or _YEAR.search(key)
        or (_DAY_AND_WORD.search(key) and (_CLOCK.search(key) or _DAY_AND_MONTH.search(key)))
    )


def _issue_lines(block: Block, top: Sequence[Block]) -> list[str]:
    """Return the line that names the issue of a paper and its day, or the dates listed beside the issue's number."""
    key = fold(block.text) if len(block.text) <= LONGEST_LINE else ""
    if not _issue_number().search(key):
        return []
    if _YEAR.search(key):
        return [block.text]
    return [b.text for b in top if _stands_beside(b, block) and states_date(fold(b.text))]


@cache
def _issue_number() -> re.Pattern[str]:
    """Compile what numbers an issue: "العدد : 4480", "العدد رقم (12)"."""
    labels = "|".join(map(re.escape, sorted(words(WordRole.ISSUE_LABEL), key=len, reverse=True)))
    return re.compile(
        rf"(?<!\w)(?:{labels})\s{{0,2}}[:(#]?\s{{0,2}}(?:يوم\s\w{{2,9}}\s|رقم\s|no\.?\s)?[(]?\d{{1,6}}(?!\d)"
    )


def _stands_beside(block: Block, other: Block) -> bool:
    """Tell whether two blocks are near items of one list, or near lines of a plain-text save."""
    near = 0 < abs(block.order - other.order) <= 3
    return near and (not block.path or (block.group is not None and block.group == other.group))


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
