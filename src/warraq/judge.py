"""Is it an article, and how sure are we: the gate and the quality.

Each sign speaks for or against with a weight; no single one decides, because each is wrong on some site (heads that
describe the home page on every page, ``og:type`` "article" on categories). All of them are named in the refusal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from warraq.errors import PageFault
from warraq.letters import count_letters, fold
from warraq.model import (
    Block,
    BlockType,
    Candidates,
    Kind,
    Layout,
    Metadata,
    Method,
    Quality,
    Reason,
    Selection,
    Stage,
)

_LISTING = frozenset(
    "home home-page front page-front path-frontpage archive category tag search search-results author error404 "
    "blog paged tax-category term page-taxonomy is-front is-category frontpage forum forumdisplay "
    "type-listing page-search not-found".split()
)
_SINGLE = frozenset("single single-post postid article-page page-article node-type-article is-single item-view".split())
_ARTICLE_TYPES = re.compile(r"article|posting|report|^news$|review|column|opinion|interview", re.IGNORECASE)
_LIST_TYPES = re.compile(
    r"collectionpage|searchresults|itemlist|profilepage|^website$|^blog$|webpage$|forum", re.IGNORECASE
)
_MISSING = re.compile(
    r"\b404\b|not found|الصفحة غير موجودة|الصفحه غير موجوده|لم يتم العثور|غير متوفرة|غير متاحة|عذرا.{0,20}الصفحة"
)
_THRESHOLD = 0.0


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign for (positive weight) or against."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Case:
    """All that the gate looks at.

    Attributes:
        blocks: all blocks of the page.
        selection: where the article was found.
        layout: what was made of it.
        declared: what the page declares.
        metadata: what won.
    """

    blocks: Sequence[Block]
    selection: Selection
    layout: Layout
    declared: Candidates
    metadata: Metadata


def judge(case: Case) -> Quality:
    """Decide whether the page is an article, and how likely the record is whole and clean.

    Raises:
        PageFault: it is none (``not_an_article``) or nothing was left of it (``no_text``).
    """
    letters = body_letters(case.layout)
    if not letters:
        raise PageFault(Stage.JUDGE, Reason.NO_TEXT, "no text of an article was found on the page")
    signs = _signs(case, letters)
    total = sum(s.weight for s in signs)
    if total <= _THRESHOLD:
        told = ", ".join(f"{s.name} {s.weight:+g}" for s in signs)
        raise PageFault(Stage.JUDGE, Reason.NOT_AN_ARTICLE, f"looks like no article ({total:+g}): {told}")
    return Quality(_score(total, case), _flags(case, letters))


def body_letters(layout: Layout) -> int:
    """Letters of the body's text, headings and embeds left out."""
    counted = (b for b in layout.body if b.type not in (BlockType.HEADING, BlockType.EMBED))
    return sum(count_letters(b.plain) for b in counted)


def _signs(case: Case, letters: int) -> list[Sign]:
    """All signs that are there."""
    signs = [_amount(letters), *_of_types(case), *_of_address(case), *_of_names(case), *_of_lists(case)]
    if case.metadata.published is not None:
        signs.append(Sign("published", 1.5))
    if case.metadata.authors or case.layout.lines:
        signs.append(Sign("attributed", 1))
    if case.selection.headline is None and case.selection.method is not Method.DATA:
        signs.append(Sign("no_headline_shown", -1.5))
    if case.layout.headline and _MISSING.search(fold(case.layout.headline)):
        signs.append(Sign("error_page", -6))
    return [s for s in signs if s.weight]


def _amount(letters: int) -> Sign:
    """Much prose speaks for an article; a sentence does not speak against one."""
    for least, weight in ((1200, 3.0), (500, 2.0), (150, 1.0), (40, 0.5)):
        if letters >= least:
            return Sign("prose", weight)
    return Sign("hardly_any_prose", -1)


def _of_types(case: Case) -> list[Sign]:
    """What the page's declared types say."""
    types = [f.value for f in case.declared.page_type]
    if any(_ARTICLE_TYPES.search(t) for t in types):
        return [Sign("declared_article", 1.5)]
    if any(_LIST_TYPES.search(t) for t in types):
        return [Sign("declared_list", -1)]
    return []


def _of_address(case: Case) -> list[Sign]:
    """An address without a path is a home page's; on some sites it stands on every page."""
    declared = [*case.declared.url, *case.declared.canonical_url]
    if not declared:
        return []
    roots = sum(urlsplit(f.value).path.strip("/") in ("", "ar", "index.html", "index.php", "home") for f in declared)
    return [Sign("root_address", -1.5)] if roots == len(declared) else []


def _of_names(case: Case) -> list[Sign]:
    """What the names of the outermost elements say (WordPress, Drupal and others name the kind of page there)."""
    tokens: set[str] = set()
    for block in case.blocks[:1]:
        for step in block.path[:3]:
            tokens.update(step.names.split())
    if tokens & _SINGLE:
        return [Sign("named_single", 2)]
    return [Sign("named_list", -3)] if tokens & _LISTING else []


def _of_lists(case: Case) -> list[Sign]:
    """Linked titles among the article's own blocks are a list of articles."""
    inside = [b for b in case.selection.blocks if b.order >= case.selection.first]
    titles = sum(_linked_title(b) for b in inside)
    paragraphs = sum(count_letters(b.text) >= 35 and not b.link_letters and b.kind is not Kind.HEADING for b in inside)
    signs = []
    if titles >= 3 and titles >= 0.5 * paragraphs:
        signs.append(Sign("linked_titles", -min(6.0, titles)))
    everywhere = sum(_linked_title(b) for b in case.blocks)
    if everywhere >= 60 and everywhere > 12 * max(1, paragraphs):
        signs.append(Sign("page_of_links", -1))
    return signs


def _linked_title(block: Block) -> bool:
    """Whether a block is wholly a link of several words."""
    letters = count_letters(block.text)
    return letters >= 15 and block.link_letters >= 0.8 * letters


def _score(total: float, case: Case) -> float:
    """Signs to a figure between 0 and 1; a text from outside our own finding is less sure."""
    score = min(1.0, 0.35 + 0.1 * total)
    if case.selection.method is Method.RESCUE:
        score *= 0.7
    if case.selection.notes:
        score *= 0.9
    return round(max(0.05, score), 2)


def _flags(case: Case, letters: int) -> tuple[str, ...]:
    """What a person who checks pages should know."""
    flags = list(case.selection.notes)
    if case.selection.method is Method.RESCUE and "rescued" not in flags:
        flags.append("rescued")
    if case.selection.method is Method.DATA:
        flags.append("from_data")
    if case.layout.headline is None:
        flags.append("no_headline")
    if case.metadata.published is None:
        flags.append("no_date")
    if letters < 250:
        flags.append("short")
    if _ends_open(case.layout):
        flags.append("truncated_source")
    return tuple(dict.fromkeys(flags))


def _ends_open(layout: Layout) -> bool:
    """Whether the text breaks off: an ellipsis at the end of a long last paragraph."""
    last = layout.body[-1].plain if layout.body else ""
    return len(last) > 60 and bool(re.search(r"(?:…|\.{3}|\[…\]|\[\.\.\.\])\s{0,3}$", last))
