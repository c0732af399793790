"""Signs of lists: paragraphs under linked titles, a few lines over many of them, a headline that is one of many."""

from __future__ import annotations

from collections.abc import Sequence

from warraq.judge.refusal import Sign, linked_title
from warraq.letters import count_letters
from warraq.model import Block, Kind

_LEAD = 3
_INTRODUCTION, _PROMOS = 300, 6
"""Letters of an introduction at most, and linked titles under it at least."""


def of_lists(blocks: Sequence[Block], inside: Sequence[Block]) -> list[Sign]:
    """Paragraphs that each stand under a linked title, or few paragraphs among many titles, are a list of articles.

    Where several paragraphs stand before the first linked title, the list follows an article.

    Args:
        blocks: all blocks of the page.
        inside: those of the selection from the first of the text on.
    """
    titles = paragraphs = lead = under_title = longest = run = 0
    begun = below = False
    for block in inside:
        title = linked_title(block)
        if title or _linked_heading(block):
            titles, run, begun, below = titles + title, 0, True, True
        elif _paragraph(block):
            paragraphs, run = paragraphs + 1, run + 1
            lead, under_title, below = lead + (not begun), under_title + below, False
            longest = max(longest, run)
    signs = []
    if under_title >= 3 and under_title >= 0.6 * paragraphs and lead < _LEAD:
        signs.append(
            Sign("titles_with_excerpts", -min(6.0, 2.0 * under_title), f"{under_title} linked titles with excerpts")
        )
    elif titles >= 5 and titles >= 2 * paragraphs:
        signs.append(Sign("linked_titles", -3, f"a list of {titles} linked titles, hardly any running text"))
    elif longest >= 3:
        signs.append(Sign("running_text", 1))
    everywhere = sum(map(linked_title, blocks))
    if everywhere >= 60 and everywhere > 12 * max(1, paragraphs):
        signs.append(Sign("page_of_links", -1, f"a page of {everywhere} linked titles"))
    return signs


def of_promos(blocks: Sequence[Block], headline: int | None, letters: int) -> list[Sign]:
    """A few lines over a list of linked titles in one element introduce it; asked where no day or writer is known."""
    head = next((b for b in blocks if b.order == headline), None)
    if head is None or letters > _INTRODUCTION or len(head.path) < 2:
        return []
    around = head.path[-2]
    if around.tag in ("body", "html", "form"):
        return []
    behind = [b for b in blocks if b.order > head.order and any(s.node == around.node for s in b.path)]
    promos = sum(map(linked_title, behind))
    if promos < _PROMOS:
        return []
    return [Sign("promos", -3, f"a few lines over a list of {promos} linked titles")]


def among_others(blocks: Sequence[Block], headline: int | None) -> bool:
    """Whether the headline is a link among others of its kind: the first card of a list."""
    head = next((b for b in blocks if b.order == headline), None)
    if head is None or not linked_title(head):
        return False
    look = [(s.tag, s.names) for s in head.path[-2:]]
    alike = sum(
        b.kind is head.kind and linked_title(b) and look == [(s.tag, s.names) for s in b.path[-2:]] for b in blocks
    )
    return alike >= 3


def _linked_heading(block: Block) -> bool:
    """Whether a heading is wholly a link to a page of its own: an offer, a name in a list; no place on the page."""
    linked = block.kind is Kind.HEADING and block.link_letters >= 0.8 * count_letters(block.text) > 0
    return linked and all(href and "#" not in href for href in block.hrefs)


def _paragraph(block: Block) -> bool:
    """Whether a block is prose that is not a link."""
    return block.kind is not Kind.HEADING and not block.link_letters and count_letters(block.text) >= 35
