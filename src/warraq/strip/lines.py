"""Rules for a single line: its phrase, its links, its signs; and the doubtful ones, against which two signs speak."""

from __future__ import annotations

import re

from warraq.arabic.dates import parse_date
from warraq.arabic.furniture import Carries, FurnitureMatch, FurnitureRole, Scope
from warraq.model import Kind, Precision, Selection
from warraq.strip.findings import Finding, reason_of
from warraq.strip.scene import Scene, View
from warraq.strip.signs import ends_dispatch, is_address, states_meta

_HEADER_LABELS = frozenset((FurnitureRole.DATE_LABEL, FurnitureRole.BYLINE_LABEL))
_SHORT = 60
_LONG_LINE = 130
_PARTIAL = frozenset((Scope.PREFIX, Scope.INLINE, Scope.TAIL))
_PROSE_TITLE = 20
_DATE_LENGTH = 30
_DAYS = (Precision.DAY, Precision.MINUTE)
_CLOCK = re.compile(r"\W{0,3}\d{1,2}[:.]\d{2}\b")
_CLOCK_LETTERS = 25
_HASHTAGS = re.compile(r"(?:#\w{2,60}[\s،,|-]{0,4}){1,40}")
_DATE_LIKE = re.compile(r"\d\s{0,2}[/.:-]\s{0,2}\d")
_DIGIT = re.compile(r"\d")


def is_certain(view: View) -> bool:
    """Whether a block that may be an attribution line is a whole line of furniture: "فيسبوك" is no source."""
    match = view.match
    return match is not None and match.sure and match.carries is Carries.NOTHING and not match.rest


def line(scene: Scene, place: int, view: View) -> Finding | None:
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
    if is_address(text):
        return Finding(place, "address", "shape")
    if ends_dispatch(text) and _closes(scene, place, view):
        return Finding(place, "furniture:end_mark", "signs")
    if place <= scene.first and not _is_captioned(view) and states_meta(view):
        return Finding(place, "data:date", "signs")
    if text.startswith("©") and view.letters < _LONG_LINE:
        return Finding(place, "furniture:copyright", "sign")
    if _HASHTAGS.fullmatch(text):
        return Finding(place, "data:tags", "hashtags")
    dated = place < scene.text_first and _DATE_LIKE.search(text)
    if view.letters or dated or kind in (Kind.CELL, Kind.ITEM):
        return None
    return Finding(place, "no_letters", "shape")


def _is_captioned(view: View) -> bool:
    """Whether the block's own element calls itself a caption: captions tell the day of the picture."""
    return bool(view.block.path) and "caption" in view.block.path[-1].names


def _closes(scene: Scene, place: int, view: View) -> bool:
    """Whether no paragraph comes behind a block in its own element; related pieces with prose may come elsewhere."""
    later = scene.views[place + 1 :]
    return place >= scene.last or (scene.marked and not any(v.prose and v.parent == view.parent for v in later))


def doubtful(scene: Scene, place: int, dropped: dict[int, Finding], selection: Selection) -> Finding | None:
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
