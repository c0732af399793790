"""Tells the article's blocks from the furniture between them: one verdict, with its reason, for every block.

The sure rules come first: the headline and attribution lines stay; what is hidden, what stands in elements that call
themselves comments, related or share, goes; then the boxes, then single lines by their phrase and their links. What
no rule speaks against stays: in doubt about prose it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from warraq.arabic.dates import parse_date
from warraq.arabic.furniture import Carries, FurnitureMatch, FurnitureRole, Scope, furniture_of
from warraq.letters import count_letters
from warraq.model import Block, Claim, Kind, Precision, Selection, Verdict
from warraq.strip.boxes import cards, headings, inner_articles, named, rows_of_headings, weakly_named
from warraq.strip.findings import Finding, reason_of
from warraq.strip.flow import brackets, other_articles, tail, titles_behind
from warraq.strip.scene import Scene, View, look

_KEPT_AS = {
    Kind.CAPTION: "caption",
    Kind.EMBED: "embed",
    Kind.QUOTE: "quote",
    Kind.CELL: "table",
    Kind.ITEM: "item",
    Kind.HEADING: "heading",
}
_CLAIMS_LOST_IN = frozenset((FurnitureRole.COMMENT, FurnitureRole.RELATED, FurnitureRole.AD, FurnitureRole.COOKIE))
_HEADER_LABELS = frozenset((FurnitureRole.DATE_LABEL, FurnitureRole.BYLINE_LABEL))
_SHORT = 60
_LONG_LINE = 130
_PARTIAL = frozenset((Scope.PREFIX, Scope.INLINE, Scope.TAIL))
_PARAGRAPH = 90
_LINK_LENGTH = 260
_LABEL = 10
_SENTENCE_END = re.compile(r"[.؟!…][\"”»)]?\s+")
_PROSE_TITLE = 20
_DATE_LENGTH = 30
_DAYS = (Precision.DAY, Precision.MINUTE)
_CLOCK = re.compile(r"\W{0,3}\d{1,2}[:.]\d{2}\b")
_CLOCK_LETTERS = 25
_HASHTAGS = re.compile(r"(?:#\w{2,60}[\s،,|-]{0,4}){1,40}")
_DATE_LIKE = re.compile(r"\d\s{0,2}[/.:-]\s{0,2}\d")
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def strip(selection: Selection, claims: Sequence[Claim] = ()) -> tuple[Verdict, ...]:
    """Judge every block of a selection.

    Args:
        selection: where the article stands; its blocks hold clean text.
        claims: the blocks that are attribution lines.

    Returns:
        One verdict for each block of ``selection.blocks``, in their order. The kind of a kept block is corrected
        where its words show another than its markup.
    """
    scene = look(selection, claims)
    sure: dict[int, Finding] = {}
    for finding in chain(other_articles(scene, selection.headline), brackets(scene), named(scene), tail(scene)):
        sure.setdefault(finding.place, finding)
    boxed: dict[int, Finding] = {}
    for finding in chain(
        headings(scene),
        inner_articles(scene),
        cards(scene),
        weakly_named(scene),
        rows_of_headings(scene),
        titles_behind(scene),
    ):
        boxed.setdefault(finding.place, finding)
    dropped = {
        place: found
        for place in range(len(scene.views))
        if (found := _finding(scene, place, selection, sure.get(place), boxed.get(place))) is not None
    }
    for place in range(len(scene.views)):
        if place not in dropped and (doubtful := _doubtful(scene, place, dropped, selection)) is not None:
            dropped[place] = doubtful
    return tuple(_verdict(scene, place, view, dropped.get(place), selection) for place, view in enumerate(scene.views))


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
    if (view.claimed and not _certain(view)) or block.kind is Kind.EMBED:
        return None
    if boxed is not None and not (view.prose and place < scene.text_first):
        return boxed
    return _line(scene, place, view)


def _certain(view: View) -> bool:
    """Whether a block that may be an attribution line is a whole line of furniture: "فيسبوك" is no source."""
    match = view.match
    return match is not None and match.sure and match.carries is Carries.NOTHING and not match.rest


def _line(scene: Scene, place: int, view: View) -> Finding | None:
    """What a block by itself says against it."""
    block, match = view.block, view.match
    shape = _shape(scene, place, view)
    if shape is not None or not view.letters:
        return shape
    if match is not None and match.sure and (match.scope is not Scope.LABEL or not match.rest):
        partial = match.scope in _PARTIAL and view.letters >= _LONG_LINE
        if partial and place < scene.last_free and scene.beside_text(view):
            return None
        return Finding(place, reason_of(match), match.entry, match.role)
    if place < scene.text_first or block.kind in (Kind.CAPTION, Kind.CELL):
        return None
    if view.title:
        return Finding(place, "link_line", "links")
    after_text = place > scene.last >= 0
    if view.linked > 0.5 and not view.prose and view.letters < _SHORT and (after_text or block.kind is Kind.ITEM):
        return Finding(place, "link_line", "links")
    return None


def _shape(scene: Scene, place: int, view: View) -> Finding | None:
    """Lines that are no words of an article by their signs: addresses, hashtags, numbers."""
    text, kind = view.block.text, view.block.kind
    if _ADDRESS.fullmatch(text):
        return Finding(place, "address", "shape")
    if text.startswith("©") and view.letters < _LONG_LINE:
        return Finding(place, "furniture:copyright", "sign")
    if _HASHTAGS.fullmatch(text):
        return Finding(place, "data:tags", "hashtags")
    dated = place < scene.text_first and _DATE_LIKE.search(text)
    if view.letters or dated or kind in (Kind.CELL, Kind.ITEM):
        return None
    return Finding(place, "no_letters", "shape")


def _doubtful(scene: Scene, place: int, dropped: dict[int, Finding], selection: Selection) -> Finding | None:
    """Lines against which a second sign speaks: a phrase that an article may have, a label behind the text."""
    view = scene.views[place]
    block, match = view.block, view.match
    if block.order == selection.headline or view.claimed:
        return None
    if match is not None and place <= max(scene.first, scene.text_first) and _way_here(view, scene):
        return Finding(place, reason_of(match), match.entry, match.role)
    beside_furniture = place - 1 in dropped or place + 1 in dropped
    if place < scene.text_first:
        return _in_header(place, match, beside_furniture)
    if view.prose:
        return None
    if match is not None and match.scope is not Scope.LABEL:
        label = match.carries is not Carries.NOTHING and not match.rest and place < scene.first
        if view.linked > 0.5 or place > scene.last >= 0 or beside_furniture or label:
            return Finding(place, reason_of(match), match.entry, match.role)
    if place < scene.first and view.letters <= _CLOCK_LETTERS and _CLOCK.match(block.text):
        return Finding(place, "data:date", "shape")
    if not view.letters and block.kind is Kind.ITEM and beside_furniture:
        return Finding(place, "no_letters", "shape")
    return _stray(scene, place, view)


def _in_header(place: int, match: FurnitureMatch | None, beside_furniture: bool) -> Finding | None:
    """A doubtful phrase between headline and text: ages and bare labels go, fields of forms beside others too."""
    if match is None or match.rest or match.scope is Scope.LABEL:
        return None
    if match.role in _HEADER_LABELS or (match.role is FurnitureRole.COMMENT and beside_furniture):
        return Finding(place, reason_of(match), match.entry, match.role)
    return None


def _stray(scene: Scene, place: int, view: View) -> Finding | None:
    """A short line by its place and shape: a title with its day between paragraphs, a label behind the text."""
    if not scene.marked:
        return Finding(place, "dated_title", "shape") if _dated(view) else None
    if view.block.kind in (Kind.CAPTION, Kind.CELL, Kind.ITEM, Kind.QUOTE, Kind.EMBED):
        return None
    if place > scene.last >= 0 and view.letters < _SHORT and not view.sentence:
        if all(step.node not in scene.parents for step in view.block.path):
            return Finding(place, "after_text", "shape")
    return None


def _dated(view: View) -> bool:
    """Whether a line is a title with a day behind it, as plain-text saves show the link to another piece."""
    if not _DIGIT.search(view.block.text[-_DATE_LENGTH:]) or view.letters < _PROSE_TITLE:
        return False
    date = parse_date(view.block.text[-_DATE_LENGTH:])
    return date is not None and date.end >= len(view.block.text[-_DATE_LENGTH:].rstrip()) and date.precision in _DAYS


def _way_here(view: View, scene: Scene) -> bool:
    """Whether a line that begins with the home page is the way to this page: signs between, or the headline."""
    if view.match is None or view.match.entry != "breadcrumb_home":
        return False
    signs = view.block.text.count("/") + view.block.text.count("»") + view.block.text.count(">")
    return signs > 0 or (scene.title != "" and view.block.text.endswith(scene.title))


def _as_seen(view: View, labelled: bool) -> Block:
    """The block, with the kind that its words show where its markup does not.

    A caption's label makes it a caption, and so does a bare label the line beside it; a heading that is a
    paragraph stands in an element that nobody closed.
    """
    block, match = view.block, view.match
    captioned = match is not None and match.carries is Carries.CAPTION and match.rest
    if captioned or labelled:
        return block._replace(kind=Kind.CAPTION)
    if block.kind is Kind.HEADING and view.paragraph and view.letters >= _PARAGRAPH:
        return block._replace(kind=Kind.LINE, level=0)
    return block


def _without_link(view: View) -> str:
    """The text of a paragraph without the "read also" link that its last line is, "" if it has none."""
    text = view.block.text
    start = max(0, len(text) - _LINK_LENGTH)
    for end in _SENTENCE_END.finditer(text, start):
        match = furniture_of(text[end.end() :])
        if match is not None and match.scope is Scope.INLINE and match.rest:
            title = count_letters(match.rest)
            if 0.8 * title <= view.block.link_letters <= 1.3 * title + _LABEL:
                return text[: end.end()].rstrip()
    return ""


def _labels(above: View, view: View) -> bool:
    """Whether a block is the bare label of a caption, and the next one stands beside it."""
    match = above.match
    bare = match is not None and match.carries is Carries.CAPTION and not match.rest
    return bare and above.parent == view.parent


def _verdict(scene: Scene, place: int, view: View, found: Finding | None, selection: Selection) -> Verdict:
    """Put a finding, or its absence, into words."""
    if found is not None:
        return Verdict(view.block, False, found.reason, found.entry)
    block = _as_seen(view, place > 0 and _labels(scene.views[place - 1], view))
    if view.block.order == selection.headline:
        return Verdict(block, True, "headline")
    if view.claimed:
        return Verdict(block, True, "attribution")
    if place < scene.text_first:
        return Verdict(block, True, "header")
    text = _without_link(view) if view.prose and 0 < view.linked < 0.5 else ""
    if text:
        return Verdict(block._replace(text=text), True, "prose", "cut:read_also")
    kept = _KEPT_AS.get(block.kind) or ("prose" if view.prose else "line")
    entry = view.match.entry if view.match is not None and view.match.scope is Scope.LABEL else ""
    return Verdict(block, True, kept, entry)
