"""Rules for boxes: elements that name themselves, a heading and its list, cards side by side.

Each rule returns findings: which place is dropped, why, and by which entry. None of them changes anything.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from warraq.arabic.furniture import FurnitureMatch, FurnitureRole, Scope
from warraq.model import Kind
from warraq.strip.findings import Finding, reason_of
from warraq.strip.names import Said, Strength, words_of
from warraq.strip.scene import Box, Scene, View, said_of

_MUCH = 0.4
"""The part of all prose that no named box but comments and related may hold: then the name misleads."""

_LITTLE = 300
_PART = 0.12
"""Prose that a box under a sure heading may hold: the summary of what it offers, in letters and of all prose."""

_LARGEST = 400
"""Blocks of the largest element that a heading may head; also bounds the work on hostile pages."""

_DEEPEST = 40
_SOME = 0.3
_NEARLY_ALL = 0.7
_SPOKEN = 15
_ROW = 3
_LEAST_TITLE = 12
_LINK_IN_ITEM = 0.1
_CARDS = 3
_CARD_BLOCKS = 6
_CARD_PROSE = 320
_LIST_LENGTH = 60
_TITLES_IN_TEXT = 8
_LABEL_LETTERS = 40
_DIGITS = re.compile(r"\d+")
_HARD = frozenset((FurnitureRole.COMMENT, FurnitureRole.RELATED))
_LABELS = frozenset((FurnitureRole.SECTION, FurnitureRole.TAGS, FurnitureRole.SOURCE, FurnitureRole.AUTHOR_BOX))
"""Roles whose label in the header stands among the header's other parts."""

_LISTED = frozenset((FurnitureRole.POLL, FurnitureRole.TAGS, FurnitureRole.CONTENTS, FurnitureRole.SECTION))


def named(scene: Scene) -> Iterator[Finding]:
    """Blocks in elements that say surely that they hold no text of the article.

    An element within them that says that it holds the text, or a caption, is believed again.
    """
    for place, view in enumerate(scene.views):
        found: Said | None = None
        for step in view.own:
            said = said_of(step)
            if said is None:
                continue
            if said.strength is Strength.STRONG and (found is None or said.role in _HARD):
                misleads = scene.boxes[step.node].prose > _MUCH * scene.prose and said.role not in _HARD
                found = found if misleads else said
            elif found is not None and said.strength is Strength.TEXT and _holds_text(view, said):
                found = None
        if found is not None:
            yield Finding(place, f"furniture:{found.role}", f"name:{found.word}", found.role)


def _holds_text(view: View, said: Said) -> bool:
    """Whether a block in an element that names itself text or caption is one."""
    if view.linked >= 0.5:
        return False
    return said.role is FurnitureRole.CAPTION_LABEL or (view.prose and len(words_of(said.word)) > 1)


def weakly_named(scene: Scene) -> Iterator[Finding]:
    """Links, labels and phrases in elements whose name is a hint; prose only where links outweigh it."""
    for box in scene.boxes.values():
        said = said_of(box.step)
        if said is None or said.strength is not Strength.WEAK:
            continue
        for place in box.places:
            view = scene.views[place]
            if view.prose:
                drop = box.linked >= 0.5
            else:
                drop = view.linked >= 0.5 or view.match is not None or _label(view, said, box)
            if drop and place > scene.first >= 0:
                yield Finding(place, f"furniture:{said.role}", f"name:{said.word}", said.role)


def _label(view: View, said: Said, box: Box) -> bool:
    """Whether a block of a weakly named element is a label among links, and no line of text or of a fact box."""
    kept = view.block.kind in (Kind.CAPTION, Kind.QUOTE, Kind.CELL, Kind.EMBED)
    return (
        not kept
        and said.role is FurnitureRole.RELATED
        and box.linked >= _SOME
        and view.letters < _LABEL_LETTERS
        and not view.sentence
    )


def headings(scene: Scene) -> Iterator[Finding]:
    """A heading of furniture and what stands under it: its element, or the run of links and labels below."""
    for place, view in enumerate(scene.views):
        match = view.match
        if match is None or view.claimed or not _heads(scene, place, match):
            continue
        box = _box_of(scene, place, match) if match.role not in _LABELS or place >= scene.text_first else None
        below = [at for at in box.places if at > place] if box else list(_run_below(scene, place, match))
        if not (match.sure or below):
            continue
        yield Finding(place, reason_of(match), match.entry, match.role)
        for at in below:
            if not scene.views[at].claimed:
                yield Finding(at, f"under:{match.role}", match.entry, match.role)


def _heads(scene: Scene, place: int, match: FurnitureMatch) -> bool:
    """Whether a phrase stands as a heading; one that an article may have must head links."""
    if match.rest or match.scope not in (Scope.HEADING, Scope.INLINE):
        return False
    if match.sure:
        return True
    following = scene.views[place + 1 : place + 2]
    return scene.marked and bool(following) and following[0].title


def _box_of(scene: Scene, place: int, match: FurnitureMatch) -> Box | None:
    """The largest element that the heading opens and that holds no text of the article."""
    for step in scene.views[place].own[:_DEEPEST]:
        box = scene.boxes[step.node]
        at = bisect_left(box.places, place)
        before, after = box.places[:at], box.places[at + 1 :]
        if not after or len(before) > 2 or len(after) > _LARGEST:
            continue
        if any(scene.views[at].prose for at in before) or scene.headline in (*before, *after):
            continue
        titles = sum(scene.views[at].title for at in after)
        few = box.prose <= min(_LITTLE, _PART * scene.prose)
        enough = 1 if match.sure else 2
        listed = match.sure and _linked_list(scene, after)
        if few or listed or box.prose <= 0.5 * box.letters or (titles >= enough and box.prose <= _MUCH * scene.prose):
            return box
    return None


def _linked_list(scene: Scene, places: Sequence[int]) -> bool:
    """Whether nearly all blocks have a link in them, as titles with their summaries do."""
    spoken = [scene.views[at] for at in places if scene.views[at].letters >= _SPOKEN]
    linked = sum(bool(view.block.hrefs) for view in spoken)
    return linked >= _CARDS and linked >= _NEARLY_ALL * len(spoken)


def _run_below(scene: Scene, place: int, match: FurnitureMatch) -> Iterator[int]:
    """The links and labels that follow a heading in the same flow."""
    if not scene.marked:
        yield from _titles_below(scene, place)
        return
    label = match.role in _LABELS and place < scene.text_first
    for at in range(place + 1, min(len(scene.views), place + 1 + _LIST_LENGTH)):
        view = scene.views[at]
        if label and view.parent != scene.views[place].parent:
            return
        asked = match.role is FurnitureRole.POLL and view.block.text.endswith(("؟", "?"))
        if view.prose or (view.sentence and not asked) or view.block.kind in (Kind.CAPTION, Kind.EMBED, Kind.QUOTE):
            return
        short = view.letters < _LABEL_LETTERS and match.role in _LISTED and view.block.kind is not Kind.HEADING
        dated = view.letters < 30 and bool(_DIGITS.search(view.block.text))
        if not (view.linked >= 0.7 or short or dated or asked):
            return
        yield at


def _titles_below(scene: Scene, place: int) -> Iterator[int]:
    """The lines without the shape of a paragraph that follow a heading in plain text."""
    for at in range(place + 1, min(len(scene.views), place + 1 + _TITLES_IN_TEXT)):
        if scene.views[at].paragraph:
            return
        yield at


def cards(scene: Scene) -> Iterator[Finding]:
    """Blocks of elements that stand several times side by side, each with the linked title of another piece."""
    kinds: dict[tuple[int, str, str], list[Box]] = defaultdict(list)
    seen: set[int] = set()
    for view in scene.views:
        for parent, step in pairwise(view.own):
            box = scene.boxes[step.node]
            if step.node in seen or len(box.places) > _CARD_BLOCKS or box.prose > _CARD_PROSE:
                continue
            seen.add(step.node)
            if _card(scene, view, box):
                kinds[parent.node, step.tag, _DIGITS.sub("", step.names)].append(box)
    for found in kinds.values():
        if len(found) >= _CARDS:
            for box in found:
                for place in box.places:
                    if scene.views[place].block.kind is not Kind.CELL:
                        yield Finding(place, "teasers", "cards")


def _card(scene: Scene, view: View, box: Box) -> bool:
    """Whether an element may be a card: it has a linked title, or is an item with a link in a list beside no text."""
    within = [scene.views[at] for at in box.places]
    if any(one.title and one.letters >= _LEAST_TITLE for one in within):
        return True
    if view.block.kind is not Kind.ITEM or box.linked < _LINK_IN_ITEM:
        return False
    return all(step.node not in scene.parents for step in view.own)


def inner_articles(scene: Scene) -> Iterator[Finding]:
    """Other pieces that a page builder sets into the text: an ``article`` in it with a linked title."""
    for box in scene.boxes.values():
        if box.step.tag != "article" or box.prose > _CARD_PROSE:
            continue
        views = [scene.views[at] for at in box.places]
        if any(v.title and v.block.kind is Kind.HEADING for v in views):
            for place in box.places:
                yield Finding(place, "other_article", "<article>", FurnitureRole.RELATED)


def rows_of_headings(scene: Scene) -> Iterator[Finding]:
    """Headings that head nothing: three and more in a row, or the last block of all."""
    row: list[int] = []
    for place in range(scene.text_first, len(scene.views) + 1):
        level = _heading_level(scene.views[place]) if place < len(scene.views) else None
        if level is not None and (not row or scene.views[row[-1]].block.level == level):
            row.append(place)
            continue
        if (len(row) >= _ROW and not _pictures(scene, row)) or (row and place == len(scene.views)):
            for at in row:
                yield Finding(at, "heads_nothing", "headings")
        row = [place] if level is not None else []


def _pictures(scene: Scene, row: Sequence[int]) -> bool:
    """Whether headings in a row head pictures, as in a gallery that is told so."""
    return sum(scene.views[at].block.order + 1 in scene.pictured for at in row) * 2 >= len(row)


def _heading_level(view: View) -> int | None:
    """The level of a block that is a heading by its markup and by its shape, else None."""
    if view.block.kind is not Kind.HEADING or view.paragraph or view.claimed:
        return None
    return view.block.level
