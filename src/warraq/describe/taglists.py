"""Finds the tags shown for an article: a labelled line or list, or links to tags, near the end of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from warraq.describe.collect import Collector, Field
from warraq.describe.linked import split_links
from warraq.describe.surroundings import Surroundings, is_link, near_names
from warraq.describe.words import WordRole, is_word, open_label
from warraq.model import Block

LONGEST_TAG = 60
_TAG_LINK = re.compile(
    r"(?i)[/?&\-](?:tags?|topics?|keywords?|hashtags?|newstag|newstaglist|وسم|وسوم|الوسوم|كلمات|دلالات|label)[/=\-?]"
    r"|newstag|/search/label/|[?&]tag="
)
_TAG_NAMES = re.compile(r"(?<![a-z])(?:tags?|keywords?|hashtags?|post_tag|tagsdiv|entry-tags|article-tags)(?![a-z])")
_CATEGORY_NAMES = re.compile(r"(?<![a-z])categor(?:y|ies)(?![a-z])")
_CLOUD_NAMES = re.compile(r"cloud|sidebar|footer|trend|popular|comment|widget")


def find_tags(around: Surroundings, collector: Collector) -> None:
    """Collect the tags of the first list of them below the text, else above it."""
    for blocks in (around.tail, around.below):
        at = 0
        while at < len(blocks):
            found, used = _list_at(blocks, at)
            if found:
                for tag in found:
                    collector.add(Field.TAGS, tag.lstrip("#"), "visible:tags")
                return
            at += used
    _find_labelled(around.beyond, collector)


def _find_labelled(blocks: Sequence[Block], collector: Collector) -> None:
    """Collect the tags of a labelled list that stands behind related articles, but in no sidebar."""
    for at, block in enumerate(blocks):
        if any(_CLOUD_NAMES.search(step.names) for step in block.path):
            continue
        if is_word(WordRole.TAGS_LABEL, block.text) or is_word(WordRole.TOPICS_LABEL, block.text):
            found, _ = _following(blocks, at + 1, strict=True)
            for tag in found:
                collector.add(Field.TAGS, tag.lstrip("#"), "visible:tags")
            if found:
                return


def _list_at(blocks: Sequence[Block], at: int) -> tuple[tuple[str, ...], int]:
    """Return the tags of a list that starts here, and how many blocks it takes."""
    block = blocks[at]
    opened = open_label(WordRole.TAGS_LABEL, block.text)
    if opened and opened.rest and block.link_letters:
        return split_links(opened.rest, block.hrefs), 1
    if opened and opened.rest and opened.marked:
        parts = split_links(opened.rest, ())
        return (parts if all(len(p) <= LONGEST_TAG for p in parts) else ()), 1
    if opened and not opened.rest:
        return _following(blocks, at + 1, strict=False)
    if is_word(WordRole.TOPICS_LABEL, block.text):
        return _following(blocks, at + 1, strict=True)
    if _is_tag(block, strict=True):
        return _following(blocks, at, strict=True)
    return (), 1


def _following(blocks: Sequence[Block], start: int, strict: bool) -> tuple[tuple[str, ...], int]:
    """Return the tags of the linked blocks in a row from here on."""
    found: list[str] = []
    at = start
    while at < len(blocks) and _is_tag(blocks[at], strict):
        found.extend(split_links(blocks[at].text, blocks[at].hrefs))
        at += 1
    return tuple(t for t in found if len(t) <= LONGEST_TAG), max(1, at - start + 1)


def _is_tag(block: Block, strict: bool) -> bool:
    """Tell whether a block is one or several linked tags; strictly, by its addresses or the names around it."""
    if not is_link(block) or block.hidden or (len(block.hrefs) == 1 and len(block.text) > LONGEST_TAG):
        return False
    names = near_names(block)
    if _CLOUD_NAMES.search(names) or _CATEGORY_NAMES.search(names):
        return False
    if all(_TAG_LINK.search(unquote(h)) for h in block.hrefs):
        return True
    return bool(_TAG_NAMES.search(names)) or (not strict and block.link_letters < 30)
