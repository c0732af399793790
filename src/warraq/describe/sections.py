"""Finds the section that an article stands in: breadcrumbs, labels, links to categories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from warraq.describe.collect import Collector, Field
from warraq.describe.linked import split_links
from warraq.describe.surroundings import LONGEST_LINE, Near, Surroundings, is_link
from warraq.describe.telling import telling
from warraq.describe.urls import readable
from warraq.describe.words import WordRole, first_part, is_word, open_label
from warraq.letters import fold
from warraq.model import Block, Kind

LONGEST_SECTION = 40
MOST_SECTIONS = 3
_FARTHEST_CRUMBS = 12
_FARTHEST_LABEL = 30
_MOST_STEPS = 5
_MOST_BARS = 3
_NEAREST = 1
_WAY = re.compile("[»›>←]")
"""Steps of the longest breadcrumb seen, the headline among them, and where bars part them; a row of more is a menu."""
_HERE_HINT = re.compile(r"(?i)هنا|أنت|انت|الآن|الان|تتصفح|موقعك|مسار|here|ici")
_names_crumbs = telling(r"bread-?_?crumb|crumb|breadcum|pathway|you-?are-?here|nav-?path|site-?path")
_CRUMB_BREAK = re.compile(r"\s*[/»>›«<\\|→←⟩❯❮]+\s*")
_WEAK_CRUMB_BREAK = re.compile(r"\s+[-–•:·]\s+")
_names_section = telling(
    r"(?:section|category|categorie|rubrique|rubric)(?:-?_?(?:name|title|label))?(?![\w-])|(?<![a-z])cat(?:name|-name|_name)?(?![\w-])"
)
_MOST_SPACES = 3
_WHOLE = ("html", "body", "main", "article", "section")
_CATEGORY_LINK = re.compile(
    r"(?i)/(?:category|categories|cat|sections?|newssection|taxonomy|rubrique|channel|channels|قسم|اقسام|أقسام|تصنيف"
    r"|تصنيفات)[/\-_=?]|[?&](?:cat|category|section|sec|catid)="
)
_names_category = telling(
    r"(?<![a-z])(?:(?:item)?categor(?:y|ies)|cats?|section-name|section-title|post-section|taxonomy|kicker|post-cat)(?![a-z])"
)


def find_section(
    blocks: Sequence[Block], around: Surroundings, headline: int | None, region: range, collector: Collector
) -> None:
    """Collect names of sections, the surest first: labels, breadcrumbs, links to categories, names of the menu."""
    title = fold(blocks[headline].text) if headline is not None else ""
    for name in _labelled((*around.below, *around.above, *around.beyond[:_FARTHEST_LABEL]), blocks):
        collector.add(Field.SECTION, name, "visible:label")
    for name in _crumbs(around.wide_above, title):
        if _is_name(name) and not _is_title(name, title):
            collector.add(Field.SECTION, name, "visible:breadcrumb")
    for group in (around.below, around.above, around.foot):
        linked = [_first_name(n.block) for n in group if _is_category(n, blocks)]
        if len(linked) <= MOST_SECTIONS:  # more are a menu
            collector.add_all(Field.SECTION, linked, "visible:category")
    for near in (*around.above[:2], *around.below[:6]):
        if _is_named(near, blocks, title):
            collector.add(Field.SECTION, near.text, "visible:named")
    bars = {n.text for n in around.above[:4] if _is_bar(n, blocks, region)}
    if len(bars) == 1:
        collector.add_all(Field.SECTION, bars, "visible:bar")
    if headline is not None and _is_overhead(around.above[:2], blocks[headline], blocks):
        collector.add(Field.SECTION, _first_name(around.above[0].block), "visible:above")


def _is_overhead(above: Sequence[Near], headline: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether the line above is a link of few words in the headline's element, or a section's usual name."""
    if not above or (len(above) > 1 and _are_menu(*above)):
        return False
    near = above[0]
    if not _is_name(near.text) or near.text.count(" ") > 2 or near.block.hidden or _in_menu(near.block, blocks):
        return False
    if near.says(WordRole.COMMON_SECTION):
        return True
    around_headline = {step.node for step in headline.path[-3:-1]}
    return near.linked and any(step.node in around_headline for step in near.block.path[:-1])


def _first_name(block: Block) -> str:
    """Return the first of the names that stand in a line with several links."""
    if len(set(block.hrefs)) <= 1:
        return block.text
    return next(iter(split_links(block.text, block.hrefs)), "")


def _are_menu(near: Near, before: Near) -> bool:
    """Tell whether two blocks are short links in one element."""
    if not before.linked or len(before.text) > LONGEST_SECTION:
        return False
    return near.stands_with(before)


def _is_category(near: Near, blocks: Sequence[Block]) -> bool:
    """Tell whether a block is a link to a category, outside menus."""
    return (
        bool(near.block.hrefs)
        and len(near.text) <= LONGEST_SECTION
        and near.linked
        and bool(_names_category(near.names) or _CATEGORY_LINK.search(readable(near.block.hrefs[0])))
        and _is_name(near.text)
        and not _in_menu(near.block, blocks)
    )


def _is_named(near: Near, blocks: Sequence[Block], title: str) -> bool:
    """Tell whether a few words, linked or not, stand in an element that is called a section or category."""
    names = " ".join(step.names for step in near.block.path[-2:] if step.tag not in _WHOLE)
    return (
        bool(_names_section(names))
        and _is_name(near.text)
        and near.text.count(" ") <= _MOST_SPACES
        and len(near.block.links) <= 1
        and not any(c.isdigit() for c in near.text)
        and not _is_title(near.text, title)
        and not near.labels
        and not near.heads_others
        and near.block.kind is not Kind.CAPTION
        and not _in_menu(near.block, blocks)
    )


def _is_bar(near: Near, blocks: Sequence[Block], region: range) -> bool:
    """Tell whether a short line above the headline is also the name of a menu's item."""
    return (
        _is_name(near.text)
        and not any(c.isdigit() for c in near.text)
        and not _in_menu(near.block, blocks)
        and _is_menu_name(near.block, blocks, region)
    )


def _is_name(text: str) -> bool:
    return 2 <= len(text.strip()) <= LONGEST_SECTION and ":" not in text and not is_word(WordRole.HOME, text)


def _is_title(name: str, title: str) -> bool:
    """Tell whether a step of a breadcrumb is the headline, perhaps cut short."""
    key = fold(name).rstrip(". …")
    return bool(title) and (key == title or (len(key) > 15 and (title.startswith(key) or key.startswith(title))))


def _labelled(around: Sequence[Near], blocks: Sequence[Block]) -> Iterator[str]:
    """Yield what stands behind a label, or in the block after it."""
    for near in around:
        opened = near.opens(WordRole.SECTION_LABEL) if ":" in near.text else None
        if opened is None or not opened.marked or len(near.text) > 80:
            continue
        if opened.rest and _is_name(first_part(opened.rest)):
            yield first_part(opened.rest)
        elif not opened.rest and near.block.order + 1 < len(blocks):
            after = Near(blocks[near.block.order + 1])
            if _is_name(after.text) and after.linked:
                yield after.text


def _crumbs(before: Sequence[Near], title: str) -> Iterator[str]:
    """Yield the steps of the breadcrumb nearest to the headline, the deepest first."""
    for at, near in enumerate(before):
        container = next((s.node for s in near.block.path[-6:] if s.names and _names_crumbs(s.names)), None)
        if container is not None:
            mates = [n.block for n in before if any(s.node == container for s in n.block.path)]
            yield from (s for mate in mates for s in (_unglued(mate, title) if _is_glued(mate) else _steps(mate.text)))
            return
        if at > _FARTHEST_CRUMBS:
            continue
        steps = _steps(near.text) if len(near.text) <= 2 * LONGEST_LINE else []
        most = _MOST_BARS if "|" in near.text else _MOST_STEPS
        home = any(is_word(WordRole.HOME, s) for s in steps[-2:])
        way = at <= _NEAREST and near.linked and len(steps) <= _MOST_BARS and _WAY.search(near.text)
        if 1 < len(steps) <= most and (home or way):
            yield from steps
            return
        if at <= 5 and near.block.kind is not Kind.ITEM and near.says(WordRole.HOME):
            yield from (n.text for n in before[:at] if len(n.text) <= LONGEST_SECTION)
            return


def _steps(text: str) -> list[str]:
    """Split one line into steps, the deepest first."""
    opened = open_label(WordRole.HERE, text) if _HERE_HINT.search(text) else None
    line = opened.rest if opened else text
    steps = _CRUMB_BREAK.split(line)
    if len(steps) == 1:
        weak = _WEAK_CRUMB_BREAK.split(line)
        steps = weak if len(weak) > 1 and is_word(WordRole.HOME, weak[0]) else steps
    return [s for s in reversed(steps) if s.strip()]


def _is_glued(block: Block) -> bool:
    """Tell whether several links stand in one line and nothing says where one ends."""
    return len(set(block.hrefs)) > 1 and len(_steps(block.text)) == 1


def _unglued(block: Block, title: str) -> list[str]:
    """Return the steps of a line that only its links set apart, the deepest first; the one that begins it is home."""
    if len(block.links) == len(block.hrefs) <= _MOST_STEPS:
        return [step for step in reversed(block.links[1:]) if step]
    parts = block.text.split()
    home = next((n for n in (3, 2, 1) if is_word(WordRole.HOME, " ".join(parts[:n]))), 0)
    end = next((n for n in range(home, len(parts) + 1) if title == fold(" ".join(parts[n:]))), len(parts))
    return [" ".join(parts[home:end])] if home and len(set(block.hrefs)) == 2 and 0 < end - home <= 5 else []


def _in_menu(block: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether a block is an item of a list of more than three links."""
    if block.kind is not Kind.ITEM or block.group is None:
        return False
    around = blocks[max(0, block.order - 4) : block.order + 5]
    return sum(b.group == block.group and is_link(b) for b in around) > 3


def _is_menu_name(block: Block, blocks: Sequence[Block], region: range) -> bool:
    """Tell whether the page's menus have an item of the same name."""
    text = block.text
    same = [b for b in blocks if b.text == text]
    return any(b.order != block.order and b.order not in region and b.hrefs and is_link(b) for b in same)
