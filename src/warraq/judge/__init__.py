"""Is it an article, and how sure are we: the gate and the quality.

Each sign speaks for or against with a weight; no single one decides, because each is wrong on some site (heads that
describe the home page on every page, ``og:type`` "article" on categories). All of them are named in the refusal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from warraq.arabic.words import content_words, shared
from warraq.judge.kinds import Form, PageKind, declared_form, is_error, named_form, page_kind
from warraq.judge.lists import among_others, of_lists, of_promos
from warraq.judge.refusal import Sign, headline_of, not_an_article, quoted, without_text
from warraq.letters import count_letters, fold
from warraq.model import (
    Block,
    BlockType,
    Candidates,
    Layout,
    Metadata,
    Method,
    Quality,
    Selection,
    Stage,
)

_OPEN_END, _OPEN_LENGTH = re.compile(r"(?:…|\.{3}|\[…\]|\[\.\.\.\])\s{0,3}$"), 12
_THRESHOLD = 1.0
_AGAINST = {PageKind.ERROR: -6.0, PageKind.LIST: -4.0, PageKind.SERVICE: -6.0}


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
        titles = tuple(f.value for f in case.declared.headline)
        raise without_text(Stage.JUDGE, case.blocks, case.declared, titles, case.layout.headline)
    signs = _signs(case, letters)
    total = sum(s.weight for s in signs)
    if total <= _THRESHOLD:
        raise not_an_article(signs, total)
    return Quality(_score(total, case), _flags(case, letters))


def body_letters(layout: Layout) -> int:
    """Letters of the body's text, headings and embeds left out."""
    counted = (b for b in layout.body if b.type not in (BlockType.HEADING, BlockType.EMBED))
    return sum(count_letters(b.plain) for b in counted)


def _signs(case: Case, letters: int) -> list[Sign]:
    """All signs that are there."""
    inside = [b for b in case.selection.blocks if b.order >= case.selection.first]
    signs = [_amount(letters), *_of_types(case), *_of_address(case), *_of_names(case), *of_lists(case.blocks, inside)]
    signs += _of_headline(case)
    if case.metadata.published is None and not case.metadata.authors and not case.layout.lines:
        signs += of_promos(case.blocks, case.selection.headline, letters)
    if case.selection.rule == "whole":
        signs.append(Sign("nothing_else", 0.5))
    if "many_matters" in case.selection.notes:
        signs.append(Sign("many_matters", -4))
    if case.metadata.published is not None:
        signs.append(Sign("published", 1.5))
    if case.metadata.authors or case.layout.lines:
        signs.append(Sign("attributed", 1))
    return [s for s in signs if s.weight]


def _amount(letters: int) -> Sign:
    """Much prose speaks for an article; a sentence does not speak against one."""
    for least, weight in ((1200, 3.0), (500, 2.0), (150, 1.0), (40, 0.5)):
        if letters >= least:
            return Sign("prose", weight)
    return Sign("hardly_any_prose", -1, f"hardly any text ({letters} letters)")


def _of_types(case: Case) -> list[Sign]:
    """What the page's declared types say."""
    form = declared_form(case.declared)
    if form is Form.SINGLE:
        return [Sign("declared_article", 1.5)]
    return [Sign("declared_list", -0.5, "the page declares itself no article")] if form else []


def _of_address(case: Case) -> list[Sign]:
    """An address without a path is a home page's; on some sites it stands on every page."""
    declared = [*case.declared.url, *case.declared.canonical_url]
    if not declared:
        return []
    roots = sum(urlsplit(f.value).path.strip("/") in ("", "ar", "index.html", "index.php", "home") for f in declared)
    return [Sign("root_address", -1.5, "the address is that of a home page")] if roots == len(declared) else []


def _of_names(case: Case) -> list[Sign]:
    """What the names of the outermost elements say (WordPress, Drupal and others name the kind of page there)."""
    form = named_form(case.blocks)
    if form is Form.SINGLE:
        return [Sign("named_single", 2)]
    return [Sign("named_list", -3, "the template is that of a home page, category or search")] if form else []


def _of_headline(case: Case) -> list[Sign]:
    """A headline that the page declares, or whose words the text has, is an article's; one of a list says so."""
    headline = case.layout.headline
    error = next((f.value for f in case.declared.headline if is_error(f.value)), None)
    if error is not None and not (headline and is_error(headline)):
        return [
            Sign("title_of_error", _AGAINST[PageKind.ERROR], f"the title is that of an error page ({quoted(error)})")
        ]
    if headline is None:
        return [Sign("no_headline", -0.5 if case.selection.method is Method.TEXT else -1.5, "no headline")]
    key = fold(headline)
    signs = []
    kind = page_kind(key)
    if kind is not None:
        signs.append(Sign(f"headline_of_{kind}", _AGAINST[kind], headline_of(kind, headline)))
    if among_others(case.blocks, case.selection.headline):
        signs.append(Sign("headline_among_others", -4, f"the headline ({quoted(headline)}) is one of many linked ones"))
    if len(key) > 12 and any(key in fold(f.value) for f in case.declared.headline):
        signs.append(Sign("declared_headline", 1))
    body = frozenset(content_words(" ".join(b.plain for b in case.layout.body[:12])))
    share = shared(headline, body)
    if share >= 0.4:
        signs.append(Sign("headline_in_text", 1.5))
    elif share == 0 and case.selection.rule != "whole":  # the first line of a file of its own
        signs.append(Sign("headline_apart", -1.5, f"the text has no word of the headline ({quoted(headline)})"))
    if case.selection.headline is None and case.selection.method is not Method.DATA:
        signs.append(Sign("no_headline_shown", -1.5, "the page shows no headline"))
    return signs


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
    return len(last) > 60 and _OPEN_END.search(last[-_OPEN_LENGTH:]) is not None
