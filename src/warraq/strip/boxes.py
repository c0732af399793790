"""Rules that drop several blocks at once: a box by its name, a heading and its list, cards, everything below a tail.

Each rule returns findings: which place is dropped, why, and by which entry. None of them changes anything.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from warraq.arabic.furniture import Carries, FurnitureMatch, FurnitureRole, Scope
from warraq.model import Kind
from warraq.strip.names import Said, Strength, words_of
from warraq.strip.scene import Box, Scene, View, said_of

_MUCH = 0.4
"""The part of all prose that no named box but comments and related may hold: then the name misleads."""

_WRITTEN = 250
"""Letters of text after which comments may be longer than it: a deck above the text has fewer."""

_LITTLE = 300
_PART = 0.12
"""Prose that a box under a sure heading may hold: the summary of what it offers, in letters and of all prose."""

_SOME = 0.3
_CARDS = 3
_CARD_BLOCKS = 6
_CARD_PROSE = 320
_LIST_LENGTH = 60
_TITLES_IN_TEXT = 8
_SKIP = "skip_link"
_SKIP_LENGTH = 60
_LABEL_LETTERS = 40
_DIGITS = re.compile(r"\d+")
_HARD = frozenset((FurnitureRole.COMMENT, FurnitureRole.RELATED))
_LISTED = frozenset((FurnitureRole.POLL, FurnitureRole.TAGS, FurnitureRole.CONTENTS, FurnitureRole.SECTION))


class Finding(NamedTuple):
    """A block that a rule drops.

    Attributes:
        place: of the block among those of the selection.
        reason, entry: as in ``Verdict``.
        role: what it is; None where no role is known.
    """

    place: int
    reason: str
    entry: str
    role: FurnitureRole | None = None


def reason_of(match: FurnitureMatch) -> str:
    """Why a line with this phrase is dropped; one that carries data of the article says so."""
    if match.carries in (Carries.TAGS, Carries.SECTION, Carries.SOURCE, Carries.AUTHOR, Carries.DATE):
        return f"data:{match.carries}"
    return f"furniture:{match.role}"


def named(scene: Scene) -> Iterator[Finding]:
    """Blocks in elements that say surely that they hold no text of the article."""
    for box in scene.boxes.values():
        said = said_of(box.step)
        if said is None or said.strength is not Strength.STRONG:
            continue
        if box.prose > _MUCH * scene.prose and said.role not in _HARD:
            continue
        for place in box.places:
            if not _inside_text(scene.views[place], box):
                yield Finding(place, f"furniture:{said.role}", f"name:{said.word}", said.role)


def _inside_text(view: View, box: Box) -> bool:
    """Whether an element within the box says that it holds the text or a caption."""
    inner = False
    for step in view.own:
        if inner:
            said = said_of(step)
            if said is not None and said.strength is Strength.TEXT and view.linked < 0.5:
                return (view.prose and len(words_of(said.word)) > 1) or said.role is FurnitureRole.CAPTION_LABEL
        inner = inner or step.node == box.step.node
    return False


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
        box = _box_of(scene, place, match)
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
    for step in scene.views[place].own:
        box = scene.boxes[step.node]
        before = [at for at in box.places if at < place]
        after = [at for at in box.places if at > place]
        if not after or len(before) > 2 or any(scene.views[at].prose for at in before):
            continue
        titles = sum(scene.views[at].title for at in after)
        few = box.prose <= min(_LITTLE, _PART * scene.prose)
        enough = 1 if match.sure else 2
        if few or box.prose <= 0.5 * box.letters or (titles >= enough and box.prose <= _MUCH * scene.prose):
            return box
    return None


def _run_below(scene: Scene, place: int, match: FurnitureMatch) -> Iterator[int]:
    """The links and labels that follow a heading in the same flow."""
    if not scene.marked:
        yield from _titles_below(scene, place)
        return
    for at in range(place + 1, min(len(scene.views), place + 1 + _LIST_LENGTH)):
        view = scene.views[at]
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


def brackets(scene: Scene) -> Iterator[Finding]:
    """A box between its hidden links for screen readers: "تخطى … وواصل القراءة" and "… نهاية"."""
    for place, view in enumerate(scene.views):
        if view.match is None or view.match.entry != _SKIP:
            continue
        for end in range(place + 1, min(len(scene.views), place + _LIST_LENGTH)):
            text = scene.views[end].block.text
            if len(text) < _SKIP_LENGTH and (text.endswith("نهاية") or text.startswith("End of")):
                for at in range(place, end + 1):
                    yield Finding(at, "furniture:related", _SKIP, FurnitureRole.RELATED)
                break


def titles_behind(scene: Scene) -> Iterator[Finding]:
    """In plain text, what follows the last paragraph from its first line of furniture on."""
    if scene.marked:
        return
    last = max((at for at, view in enumerate(scene.views) if view.paragraph), default=len(scene.views))
    begun = ""
    for at in range(last + 1, len(scene.views)):
        match = scene.views[at].match
        if match is not None and match.sure and match.scope is not Scope.LABEL:
            begun = match.entry
        if begun:
            yield Finding(at, "after:text", begun)


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
            if any(scene.views[at].title and scene.views[at].letters >= 12 for at in box.places):
                kinds[parent.node, step.tag, _DIGITS.sub("", step.names)].append(box)
    for found in kinds.values():
        if len(found) >= _CARDS:
            for box in found:
                for place in box.places:
                    if scene.views[place].block.kind is not Kind.CELL:
                        yield Finding(place, "teasers", "cards")


def tail(scene: Scene) -> Iterator[Finding]:
    """Everything from a line on after which nothing of the article comes, if the text has come and does not go on."""
    for place, view in enumerate(scene.views):
        match = view.match
        if match is None or match.scope is not Scope.TAIL or not match.sure or place < scene.text_first:
            continue
        if _ended(scene, place):
            for at in range(place, len(scene.views)):
                yield Finding(at, reason_of(match) if at == place else f"after:{match.role}", match.entry, match.role)
            return


def _ended(scene: Scene, place: int) -> bool:
    """Whether the text has come before a place, and no paragraph beside its paragraphs comes after.

    Comments may be longer than the text if they stand in an element that the line opens.
    """
    before = [v for v in scene.views[:place] if v.prose]
    after = [v for v in scene.views[place + 1 :] if v.prose and v.linked < 0.5 and not _commented(v)]
    if not before:
        return False
    parents = {v.parent for v in before if v.parent is not None}
    if any(v.parent in parents and v.block.kind is not Kind.ITEM for v in after):
        return False
    if any(place == scene.boxes[step.node].places[0] for step in scene.views[place].own[:-1]):
        return True
    written = sum(v.letters for v in before)
    return sum(v.letters for v in after) <= written or (bool(parents) and written >= _WRITTEN)


def other_articles(scene: Scene, headline: int | None) -> Iterator[Finding]:
    """Whole articles that a page with endless scrolling has loaded behind its own, in elements like its own."""
    own = next((v for v in scene.views if v.block.order == headline), None)
    if own is None or not own.block.level:
        return
    around = {(outer.node, inner.tag, inner.names): inner.node for outer, inner in pairwise(own.block.path)}
    others: dict[int, list[int]] = defaultdict(list)
    titled: set[int] = set()
    for place, view in enumerate(scene.views):
        for outer, inner in pairwise(view.block.path):
            alike = around.get((outer.node, inner.tag, inner.names))
            if alike is not None and alike != inner.node and inner.names:
                others[inner.node].append(place)
                if view.block.kind is Kind.HEADING and view.block.level == own.block.level:
                    titled.add(inner.node)
                break
    for node in titled:
        for place in others[node]:
            yield Finding(place, "other_article", "alike", FurnitureRole.RELATED)


def _commented(view: View) -> bool:
    """Whether a block stands in an element that calls itself comments."""
    for step in view.own:
        said = said_of(step)
        if said is not None and said.role is FurnitureRole.COMMENT and said.strength is Strength.STRONG:
            return True
    return False
