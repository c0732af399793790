"""Rules for the order of things: what follows the end of the text, boxes between hidden links, other articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from warraq.arabic.furniture import FurnitureMatch, FurnitureRole, Scope
from warraq.arabic.words import SAME_MATTER, in_common, long_words
from warraq.letters import fold
from warraq.model import Kind
from warraq.strip.findings import Finding, reason_of
from warraq.strip.names import Strength
from warraq.strip.scene import Scene, View, said_of

_WRITTEN = 250
"""Letters of text after which comments may be longer than it: a deck above the text has fewer."""

_COPIED = 2
"""Paragraphs in a row that a second print of the text repeats."""

_WORDED = 25
_STRAY = 60
"""Letters up to which a line behind a text is the title of another piece, or a tag."""

_OPEN = (":", "؛", "،")
_ITEM = re.compile(r"[•●▪■◄◆‣·*–-]|[\d٠-٩]{1,3}\s?[.)/–-]|\(")
_TRIALS = 30
"""Lines that may end the text which are looked at; bounds the work on hostile pages."""

_OPENING = 3
_TURNS = 3
_LEAST_TITLE = 12
_OTHER_PIECES = frozenset((FurnitureRole.RELATED, FurnitureRole.MOST_READ, FurnitureRole.LATEST))
_SKIP = "skip_link"
_SKIP_LENGTH = 60
_REACH = 60


def brackets(scene: Scene) -> Iterator[Finding]:
    """A box between its hidden links for screen readers: "تخطى … وواصل القراءة" and "… نهاية"."""
    for place, view in enumerate(scene.views):
        if view.match is None or view.match.entry != _SKIP:
            continue
        for end in range(place + 1, min(len(scene.views), place + _REACH)):
            text = scene.views[end].block.text
            if len(text) < _SKIP_LENGTH and (text.endswith("نهاية") or text.startswith("End of")):
                for at in range(place, end + 1):
                    yield Finding(at, "furniture:related", _SKIP, FurnitureRole.RELATED)
                break


def titles_behind(scene: Scene) -> Iterator[Finding]:
    """In plain text, what follows the last paragraph: lines without the shape of a sentence, all from furniture on.

    Items of a list stay, by their signs or because the paragraph announces them.
    """
    if scene.marked:
        return
    last = max((at for at, view in enumerate(scene.views) if view.paragraph), default=len(scene.views))
    listed = any(view.block.text.endswith(_OPEN) for view in scene.views[last:])
    begun = ""
    for at in range(last + 1, len(scene.views)):
        view = scene.views[at]
        match = view.match
        if match is not None and match.sure and match.scope is not Scope.LABEL:
            begun = match.entry
        if (
            not listed
            and not begun
            and view.letters < _STRAY
            and not view.sentence
            and not _ITEM.match(view.block.text)
        ):
            yield Finding(at, "after:text", "shape")
        elif begun:
            yield Finding(at, "after:text", begun)


def titles_with_excerpts(scene: Scene) -> Iterator[Finding]:
    """Behind the text: linked titles by turns with single paragraphs, all on other matters than the text's opening.

    No element tells them from it in layouts of rows. Links to other pieces stand between paragraphs of an article too,
    so three turns and more are asked for, and paragraphs that have next to none of the opening's words.
    """
    places = range(scene.text_first, len(scene.views))
    turns = [at for at in places if scene.views[at].prose or scene.views[at].title]
    begun = [at for at in takewhile(lambda at: not scene.views[at].title, turns) if scene.views[at].prose]
    opening = frozenset(w for at in begun[:_OPENING] for w in long_words(scene.views[at].block.text))
    first, found = len(scene.views), 0
    while opening and len(turns) > len(begun) + 1 and found < _TRIALS:
        title, text = scene.views[turns[-2]], scene.views[turns[-1]]
        if not (title.title and title.letters >= _LEAST_TITLE and text.prose and not text.linked):
            break
        if in_common(text.block.text, opening) >= SAME_MATTER:
            break
        first, found = turns[-2], found + 1
        del turns[-2:]
    if found >= _TURNS:
        yield from (Finding(at, "teasers", "titles by turns") for at in range(first, len(scene.views)))


def copies(scene: Scene) -> Iterator[Finding]:
    """The second print of a text that stands twice, for wide and for narrow screens: paragraphs in the same order.

    A single paragraph that comes again is a quotation of the text, and stays.
    """
    first: dict[str, int] = {}
    run: list[int] = []
    for at in range(scene.text_first, len(scene.views) + 1):
        view = scene.views[at] if at < len(scene.views) else None
        if view is not None and not (view.prose or view.letters >= _WORDED):
            continue
        key = fold(view.block.text) if view is not None else ""
        before = first.get(key, -1)
        if before >= 0 and (not run or before > first[fold(scene.views[run[-1]].block.text)]):
            run.append(at)
            continue
        if sum(scene.views[n].prose for n in run) >= _COPIED:
            yield from (Finding(n, "copy", "of the text above") for n in range(run[0], run[-1] + 1))
        run = [at] if before >= 0 else []
        first.setdefault(key, at)


def tail(scene: Scene) -> Iterator[Finding]:
    """Everything from a line on after which nothing of the article comes, if the text has come and does not go on."""
    trials = 0
    for place, view in enumerate(scene.views):
        match = view.match
        if match is None or not match.sure or match.rest and match.scope is not Scope.TAIL:
            continue
        ends = match.scope is Scope.TAIL or (match.scope is Scope.HEADING and match.role in _OTHER_PIECES)
        if not ends or place < scene.text_first:
            continue
        trials += 1
        if trials > _TRIALS:
            return
        if _ended(scene, place, match):
            for at in range(place, len(scene.views)):
                yield Finding(at, reason_of(match) if at == place else f"after:{match.role}", match.entry, match.role)
            return


def _ended(scene: Scene, place: int, match: FurnitureMatch) -> bool:
    """Whether the text has come before a place, and no paragraph like its paragraphs comes after.

    Comments may be longer than the text if they stand in an element that the line opens.
    """
    before = [v for v in scene.views[:place] if v.prose]
    after = [v for v in scene.views[place + 1 :] if v.prose and v.linked < 0.5 and not _commented(v)]
    if not before or _goes_on(before, after):
        return False
    written = sum(v.letters for v in before)
    if match.scope is not Scope.TAIL:
        return scene.marked and written >= _WRITTEN and sum(v.letters for v in after) <= written
    if any(place == scene.boxes[step.node].places[0] for step in scene.views[place].own[:-1]):
        return True
    return sum(v.letters for v in after) <= written or (scene.marked and written >= _WRITTEN)


def _goes_on(before: Sequence[View], after: Sequence[View]) -> bool:
    """Whether a later paragraph stands beside an earlier one, or in an element of the same name."""
    parents = {v.parent for v in before if v.parent is not None}
    around = {v.block.path[-2][1:] for v in before if len(v.block.path) > 1 and v.block.path[-2].names}
    for view in after:
        if view.block.kind is Kind.ITEM:
            continue
        if view.parent in parents or (len(view.block.path) > 1 and view.block.path[-2][1:] in around):
            return True
    return False


def other_articles(scene: Scene, headline: int | None) -> Iterator[Finding]:
    """Whole articles that a page with endless scrolling has loaded behind its own, in elements like its own."""
    own = next((v for v in scene.views if v.block.order == headline), None)
    if own is None or not own.block.level:
        return
    around = {(outer.node, inner.tag, inner.names): inner.node for outer, inner in pairwise(own.block.path)}
    nodes = {step.node for step in own.block.path}
    articles = {step.node for step in own.block.path if step.tag == "article"}
    others: dict[int, list[int]] = defaultdict(list)
    titled: set[int] = set()
    for place, view in enumerate(scene.views):
        for outer, inner in pairwise(view.block.path):
            if inner.node in nodes or (outer.node not in nodes and inner.tag != "article"):
                continue
            alike = around.get((outer.node, inner.tag, inner.names), inner.node) if inner.names else inner.node
            sibling = inner.tag == "article" and bool(articles) and articles.isdisjoint(s.node for s in view.block.path)
            if alike != inner.node or sibling:
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
