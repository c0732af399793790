"""Tells the article's blocks from the furniture between them: one verdict, with its reason, for every block.

The sure rules come first: the headline and attribution lines stay; what is hidden, what stands in elements that call
themselves comments, related or share, goes; then the boxes, then single lines by their phrase and their links. What
no rule speaks against stays: in doubt about prose it is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from warraq.arabic.furniture import FurnitureRole, Scope
from warraq.model import Claim, Kind, Selection, Verdict
from warraq.strip.boxes import cards, headings, inner_articles, named, rows_of_headings, weakly_named
from warraq.strip.findings import Finding
from warraq.strip.flow import brackets, copies, other_articles, tail, titles_behind, titles_with_excerpts
from warraq.strip.lines import doubtful, is_certain, line
from warraq.strip.scene import Scene, View, look
from warraq.strip.words import as_seen, labels, without_end_mark, without_link

_KEPT_AS = {
    Kind.CAPTION: "caption",
    Kind.EMBED: "embed",
    Kind.QUOTE: "quote",
    Kind.CELL: "table",
    Kind.ITEM: "item",
    Kind.HEADING: "heading",
}
_SENTENCES = 3
_CLAIMS_LOST_IN = frozenset((FurnitureRole.COMMENT, FurnitureRole.RELATED, FurnitureRole.AD, FurnitureRole.COOKIE))


def strip(selection: Selection, claims: Sequence[Claim] = ()) -> tuple[Verdict, ...]:
    """Judge every block of a selection.

    Args:
        selection: where the article stands; its blocks hold clean text.
        claims: the blocks that are attribution lines.

    Returns:
        One verdict for each block of ``selection.blocks``, in their order. The kind of a kept block is corrected
        where its words show another than its markup, and a "read also" link at its end is cut off.
    """
    scene = look(selection, claims)
    sure: dict[int, Finding] = {}
    for finding in chain(
        other_articles(scene, selection.headline), brackets(scene), copies(scene), named(scene), tail(scene)
    ):
        sure.setdefault(finding.place, finding)
    boxed: dict[int, Finding] = {}
    for finding in chain(
        headings(scene),
        inner_articles(scene),
        cards(scene),
        weakly_named(scene),
        rows_of_headings(scene),
        titles_behind(scene) if selection.rule != "whole" or _has_ended(scene) else (),
        titles_with_excerpts(scene),
    ):
        boxed.setdefault(finding.place, finding)
    dropped = {
        place: found
        for place in range(len(scene.views))
        if (found := _finding(scene, place, selection, sure.get(place), boxed.get(place))) is not None
    }
    for place in range(len(scene.views)):
        if place not in dropped and (found := doubtful(scene, place, dropped, selection)) is not None:
            dropped[place] = found
    return tuple(_verdict(scene, place, view, dropped.get(place), selection) for place, view in enumerate(scene.views))


def _has_ended(scene: Scene) -> bool:
    """Whether several paragraphs of a file end as sentences do, so that lines behind them that do not are no text."""
    return sum(view.paragraph and view.sentence for view in scene.views) >= _SENTENCES


def _finding(
    scene: Scene, place: int, selection: Selection, sure: Finding | None, boxed: Finding | None
) -> Finding | None:
    """The surest rule against a block, or None."""
    view = scene.views[place]
    block = view.block
    if block.order == selection.headline:
        return None
    kept = view.claimed or block.kind is Kind.EMBED
    if sure is not None and not (kept and sure.role not in _CLAIMS_LOST_IN):
        return sure
    if block.hidden and not scene.hidden_text and block.kind is not Kind.CAPTION:
        return Finding(place, "hidden", "markup")
    if (view.claimed and not is_certain(view)) or block.kind is Kind.EMBED:
        return None
    if boxed is not None and not (view.prose and place < scene.text_first):
        return boxed
    return line(scene, place, view)


def _verdict(scene: Scene, place: int, view: View, found: Finding | None, selection: Selection) -> Verdict:
    """Put a finding, or its absence, into words."""
    if found is not None:
        return Verdict(view.block, False, found.reason, found.entry)
    block = as_seen(view, place > 0 and labels(scene.views[place - 1], view))
    if view.block.order == selection.headline:
        return Verdict(block, True, "headline")
    if view.claimed:
        return Verdict(block, True, "attribution")
    if place < scene.text_first:
        return Verdict(block, True, "header")
    text = without_link(view) if view.prose and 0 < view.linked < 0.5 else ""
    if text:
        return Verdict(block._replace(text=text), True, "prose", "cut:read_also")
    text = without_end_mark(block.text) if view.prose and place + 2 >= scene.last else ""
    if text:
        return Verdict(block._replace(text=text), True, "prose", "cut:end_mark")
    kept = _KEPT_AS.get(block.kind) or ("prose" if view.prose else "line")
    entry = view.match.entry if view.match is not None and view.match.scope is Scope.LABEL else ""
    return Verdict(block, True, kept, entry)
