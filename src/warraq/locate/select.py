"""Chooses the container of the article: headline anchor and density.

Every element of the page gets the sum of what the blocks in it are worth; links weigh against it. The best sum is the
article's container: a larger element gains nothing but junk, a smaller one loses text. Two things bend the choice:
the text comes after its headline, and elements that name themselves comments, navigation or sidebar are worth nothing
as long as text stands elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from warraq.arabic.furniture import Scope, furniture_of
from warraq.arabic.words import shared
from warraq.locate.above import headline_above, words_of_text
from warraq.locate.context import Aside
from warraq.locate.headline import Anchor, anchors, words_of
from warraq.locate.teasers import teasers
from warraq.locate.tree import Tree
from warraq.locate.verse import verse
from warraq.locate.weights import Weight, weigh_all
from warraq.model import Block, Kind

_WORD = re.compile(r"\w+")
_ENOUGH = 100
"""Letters of prose from which an aside may hold an article."""

_REACH = 12
"""Blocks above a text among which a headline without markup is looked for."""

_SHARED = 6.0
"""What it counts for a headline when all its words stand in the text; a site's name shares none."""

_SIBLINGS = 1.25
"""How many times more prose paragraphs beside the best element must add to be taken with it."""

_AS_MUCH = 0.75
"""Share of the text that density found that a theme's element must hold to be believed."""

_SURE = 0.8
"""Likeness from which a heading is surely the declared title."""

_LIKELY = 0.6
"""The same where the title may have the site's name in it."""

_MUCH_MORE = 3.0
"""How many times more text an aside must hold to be taken for the article after all."""

_SHORTEST_SUMMARY = 40
_SUMMARY = 250
"""Letters that a block gains which opens as the page's summary does."""

_SHARED_LONG = 4
"""Long words of the summary that a text which opens like it has; they are looked for first, as most texts have none."""

_NOTICES = 3
"""Paragraphs of a notice, and notices on a page, that are looked for."""

_TEASER = 0.1
"""What the prose of a card is worth, against that of a text."""


@dataclass(frozen=True, slots=True)
class Container:
    """An element and what stands in it."""

    node: int
    first: int
    last: int
    value: float
    prose: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The place of the article: its headline, where the header and the text begin, where the text ends.

    ``prose`` is in letters; ``teasers`` counts the cards among its blocks; ``rule`` is the theme that named the
    element of the text, if one did.
    """

    headline: Anchor | None
    start: int
    first: int
    last: int
    prose: float
    teasers: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Element:
    """The element that a theme names as the text's."""

    node: int
    theme: str


def choose(
    tree: Tree, titles: Sequence[str], descriptions: Sequence[str], named: Element | None = None
) -> Choice | None:
    """Find the article among the blocks of a page, or None where no prose stands.

    Args:
        tree: the elements around the blocks of the page.
        titles: its declared titles.
        descriptions: its declared summaries.
        named: the element that the page's theme names as the text's.
    """
    blocks = tree.blocks
    weights = weigh_all(blocks)
    openings = {_Opening.of(d) for d in descriptions if len(d) >= _SHORTEST_SUMMARY}
    asides = tree.asides(frozenset())
    marks = anchors(blocks, titles, asides)
    believed = _around_headline(blocks, marks)
    if any(asides[m.order] for m in marks if m.likeness >= _SURE):
        asides = tree.asides(believed)
    cards = teasers(blocks, weights)
    worth = [_worth(b, w, openings) for b, w in zip(blocks, weights, strict=True)]
    for order in cards:
        worth[order] *= _TEASER
    values, best = _no_notice(blocks, tree, worth, asides, weights)
    if best is None:
        return _of_verse(blocks, marks)
    best = _best_siblings(blocks, tree, values, weights, best) or best
    rule = ""
    if named is not None and named.node in tree.first:
        themed = _of_theme(tree, named, values, weights, best)
        if themed is not None:
            best, rule = themed, named.theme
    lead = _lead(weights, values, best)
    if rule:  # a paragraph of the theme's text is no headline, even if the page's title is made of it
        marks = [
            m for m in marks if m.order < best.first or m.likeness >= _SURE or blocks[m.order].kind is Kind.HEADING
        ]
    headline = _headline(blocks, marks, best, lead)
    if headline is None:
        above = headline_above(blocks, lead, best.last, _REACH)
        headline = Anchor(above.place, 0.0, 0.0) if above is not None else None
    if headline is not None and headline.order > lead:
        best = _best(tree, values, weights, headline.order + 1) or best
    first = best.first if headline is not None else lead
    if headline is not None and best.first <= headline.order <= best.last:
        first = headline.order + 1
    start = _start(blocks, headline, first)
    return Choice(headline, start, first, best.last, best.prose, sum(first <= n <= best.last for n in cards), rule)


def _of_verse(blocks: Sequence[Block], marks: Sequence[Anchor]) -> Choice | None:
    """A poem under a heading that is surely the headline."""
    sure = [m for m in marks if m.likeness >= _LIKELY and blocks[m.order].kind is Kind.HEADING]
    found = verse(blocks, sure[-1].order) if sure else None
    if found is None:
        return None
    headline = sure[-1]
    return Choice(headline, _start(blocks, headline, found.first), found.first, found.last, found.letters, 0)


def _no_notice(
    blocks: Sequence[Block], tree: Tree, worth: list[float], asides: Sequence[Aside], weights: Sequence[Weight]
) -> tuple[list[float], Container | None]:
    """The best container that is not a notice; what stands in notices is worth nothing from then on."""
    values, best = _surest(tree, worth, asides, weights)
    for _ in range(_NOTICES):
        if best is None or not _is_notice(blocks, weights, values, best):
            break
        worth[best.first : best.last + 1] = [0.0] * (best.last + 1 - best.first)
        values, best = _surest(tree, worth, asides, weights)
    return values, best


def _is_notice(blocks: Sequence[Block], weights: Sequence[Weight], values: Sequence[float], best: Container) -> bool:
    """Whether all prose of an element is furniture by its words: a bar that asks for consent, a rights notice."""
    prose = [n for n in range(best.first, best.last + 1) if weights[n].prose and values[n] > 0]
    if len(prose) > _NOTICES:
        return False
    matches = (furniture_of(blocks[n].text) for n in prose)
    return all(m is not None and m.sure and m.scope not in (Scope.LABEL, Scope.INLINE) for m in matches)


def _around_headline(blocks: Sequence[Block], marks: Sequence[Anchor]) -> frozenset[int]:
    """The elements around the blocks that show a declared title as a heading: they hold the article."""
    sure = [blocks[m.order] for m in marks if m.likeness >= _SURE]
    return frozenset(step.node for b in sure if b.kind is Kind.HEADING for step in b.path)


@dataclass(frozen=True, slots=True)
class _Opening:
    """The first words of the page's own summary."""

    words: tuple[str, ...]
    long: tuple[str, ...]

    @classmethod
    def of(cls, summary: str) -> _Opening:
        """Made of a declared summary of some words."""
        long = sorted(_WORD.findall(summary[:200]), key=len, reverse=True)[:8]
        return cls(words_of(summary)[:25], tuple(long))

    def opens(self, text: str) -> bool:
        """Whether a text begins like the summary."""
        if sum(map(text.count, self.long)) < _SHARED_LONG:
            return False
        words = set(words_of(text))
        return sum(w in words for w in self.words) >= 0.7 * len(self.words)


def _worth(block: Block, weight: Weight, openings: Collection[_Opening]) -> float:
    """What a block is worth, by its text and by the page's own summary."""
    value = weight.value
    if value <= 0:
        return value
    if block.hidden:
        return 0.2 * value
    if weight.prose and any(opening.opens(block.text[:400]) for opening in openings):
        value += _SUMMARY
    return value


def _surest(
    tree: Tree, worth: Sequence[float], asides: Sequence[Aside], weights: Sequence[Weight]
) -> tuple[list[float], Container | None]:
    """The best container without asides; with them where they hold much more, for names may mislead."""
    values = _outside(worth, asides, Aside.NO)
    best = _best(tree, values, weights, 0)
    for most in (Aside.WEAK, Aside.STRONG):
        if best is not None and (most is Aside.STRONG or sum(v for v in worth if v > 0) < _MUCH_MORE * best.value):
            break
        wider = _outside(worth, asides, most)
        other = _best(tree, wider, weights, 0)
        enough = max(_ENOUGH, _MUCH_MORE * best.value) if best else _ENOUGH
        if other is not None and other.value > enough:
            values, best = wider, other
    return values, best


def _best_siblings(
    blocks: Sequence[Block], tree: Tree, values: Sequence[float], weights: Sequence[Weight], best: Container
) -> Container | None:
    """A run of paragraphs beside the best element, worth clearly more: they hang in one element with the menus."""
    parent = tree.parent(best.node)
    mates = [b.order for b in blocks if weights[b.order].prose and values[b.order] > 0 and _child_of(b, parent)]
    if len(mates) < 2:
        return None
    run = range(min(mates[0], best.first), max(mates[-1], best.last) + 1)
    prose = sum(weights[n].prose for n in mates if not best.first <= n <= best.last) + best.prose
    value = sum(values[n] for n in run)
    if prose < _SIBLINGS * best.prose or value < 0.5 * prose:
        return None
    return Container(parent, run[0], run[-1], value, prose)


def _child_of(block: Block, parent: int) -> bool:
    """Whether a block is a paragraph right under an element."""
    return len(block.path) > 1 and block.path[-1].tag == "p" and block.path[-2].node == parent


def _of_theme(
    tree: Tree, named: Element, values: Sequence[float], weights: Sequence[Weight], best: Container
) -> Container | None:
    """The element that a theme names, where it holds about the text that density found and is no wider."""
    first, last = tree.first[named.node], tree.last(named.node)
    prose = sum(weights[n].prose for n in range(first, last + 1) if values[n] > 0)
    inside = best.first <= first and last <= best.last
    if prose >= _AS_MUCH * best.prose and (inside or prose > best.prose * 1.05):
        return Container(named.node, first, last, sum(values[first : last + 1]), prose)
    return None


def _outside(worth: Sequence[float], asides: Sequence[Aside], most: Aside) -> list[float]:
    """What the blocks are worth when those in asides count for nothing."""
    return [0.0 if v > 0 and a > most else v for v, a in zip(worth, asides, strict=True)]


def _best(tree: Tree, values: Sequence[float], weights: Sequence[Weight], after: int) -> Container | None:
    """The element whose blocks from ``after`` on are worth most; the innermost of equals."""
    sums = tree.sums(values, after)
    if not sums:
        return None
    most = max(sums.values())
    node = max(node for node, worth in sums.items() if worth == most)
    first, last = max(after, tree.first[node]), tree.last(node)
    prose = sum(weights[n].prose for n in range(first, last + 1) if values[n] > 0)
    if most <= 0 or prose < 20:
        return None
    return Container(node, first, last, most, prose)


def _lead(weights: Sequence[Weight], values: Sequence[float], best: Container) -> int:
    """The first paragraph of prose in a container."""
    orders = range(best.first, best.last + 1)
    return next((n for n in orders if weights[n].prose and values[n] > 0), best.first)


def _headline(blocks: Sequence[Block], marks: Sequence[Anchor], best: Container, lead: int) -> Anchor | None:
    """The best anchor; nearness to the text, and words that it shares with it, count."""
    chosen, top = None, 0.5
    body = words_of_text(blocks, lead, best.last)
    for mark in marks:
        distance = lead - mark.order
        if distance >= 0:
            score = mark.score - min(4.0, 0.05 * distance)
        elif mark.order <= best.last:
            score = mark.score - min(4.0, 0.3 * (mark.order - lead))
        else:
            score = mark.score - 6
        if mark.likeness < 0.6 and (distance > 40 or distance < -3):
            continue
        if score + _SHARED <= top:
            continue  # not even with all its words in the text
        score += _SHARED * shared(blocks[mark.order].text, body)
        if score > top:
            chosen, top = mark, score
    return chosen


def _start(blocks: Sequence[Block], headline: Anchor | None, first: int) -> int:
    """Where the header begins: up to three short blocks above the headline that stand in the same part of the page."""
    if headline is None:
        return first
    order = headline.order
    start = order
    for block in reversed(blocks[max(0, order - 3) : order]):
        if not _beside(block, blocks[order], blocks[block.order + 1]) or len(block.text) > 160:
            break
        start = block.order
    return start


def _beside(block: Block, headline: Block, below: Block) -> bool:
    """Whether a block stands in one part of the page with the headline, or in a row of its own of the same table."""
    if block.kind is Kind.ITEM:
        return False
    near = {step.node for step in headline.path[-3:]}
    if any(step.node in near for step in block.path):
        return True
    tables = [step.node for step in headline.path if step.tag == "table"]
    row = [step for step in block.path if step.tag in ("tr", "marquee")]
    if not tables or block.link_letters or not row or any(step.tag == "marquee" for step in row):
        return False
    inmost = [step.node for step in block.path if step.tag == "table"]
    return inmost[-1:] == tables[-1:] and all(step.node != row[-1].node for step in below.path)
