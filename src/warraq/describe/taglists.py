"""Finds the tags shown for an article: a labelled line or list, or links to tags, near the end of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.describe.collect import Collector, Field
from warraq.describe.linked import split_links
from warraq.describe.surroundings import Near, Surroundings
from warraq.describe.telling import telling
from warraq.describe.urls import readable
from warraq.describe.words import WordRole
from warraq.model import Block

LONGEST_TAG = 60
_MOST_WORDS = 4
_TAG_LINK = re.compile(
    r"(?i)[/?&\-](?:tags?|topics?|keywords?|hashtags?|newstag|newstaglist|وسم|وسوم|الوسوم|كلمات|دلالات|label)[/=\-?]"
    r"|newstag|/search/label/|[?&]tag="
)
_names_tags = telling(
    r"(?<![a-z])(?:tags?|keywords?|hashtags?|post_tag|itemtags(?:block)?|tagsblock|tagslist|newstags|tagsdiv|entry-tags|article-tags)(?![a-z])"
)
_names_category = telling(r"(?<![a-z])categor(?:y|ies)(?![a-z])")
_names_cloud = telling(
    r"tag-cloud-link|widget_tag_cloud|sidebar|(?<![a-z-])(?:footer|shar(?:e|ing)|social)|site-footer|page-footer|trend|popular|comment|widget"
)


def find_tags(around: Surroundings, collector: Collector) -> None:
    """Collect the tags of the first list of them below the text, else above it."""
    for group in (around.tail, around.below):
        at = 0
        while at < len(group):
            found, used = _list_at(group, at)
            if found:
                collector.add_all(Field.TAGS, (tag.lstrip("#") for tag in found), "visible:tags")
                return
            at += used
    if not _find_labelled(around.beyond, collector):
        _find_labelled(around.inside, collector)


def _find_labelled(beyond: Sequence[Near], collector: Collector) -> bool:
    """Collect the tags of a labelled list that stands behind related articles, but in no sidebar."""
    for at, near in enumerate(beyond):
        opened = near.opens(WordRole.TAGS_LABEL)
        if opened and opened.rest and opened.marked:
            found, _ = _list_at(beyond, at)
        elif near.bare and (near.says(WordRole.TAGS_LABEL) or near.says(WordRole.TOPICS_LABEL)):
            found, _ = _following(beyond, at + 1, strict=True)
        else:
            continue
        if found and not any(_names_cloud(step.names) for step in near.block.path):
            collector.add_all(Field.TAGS, (tag.lstrip("#") for tag in found), "visible:tags")
            return True
    return False


def _list_at(around: Sequence[Near], at: int) -> tuple[tuple[str, ...], int]:
    """Return the tags of a list that starts here, and how many blocks it takes."""
    near = around[at]
    opened = near.opens(WordRole.TAGS_LABEL)
    if opened and opened.rest and near.block.link_letters:
        more, used = _following(around, at + 1, strict=True)
        return (*_names(near.block, opened.rest), *more), used + 1
    if opened and opened.rest and opened.marked:
        parts = split_links(opened.rest, ())
        # without links a run of words may be one tag or many
        return (parts if all(p.count(" ") < _MOST_WORDS for p in parts) else ()), 1
    if opened and not opened.rest:
        return _following(around, at + 1, strict=False)
    if near.says(WordRole.TOPICS_LABEL):
        return _following(around, at + 1, strict=True)
    if _is_tag(near, strict=True):
        return _following(around, at, strict=True)
    return (), 1


def _following(around: Sequence[Near], start: int, strict: bool) -> tuple[tuple[str, ...], int]:
    """Return the tags of the linked blocks in a row from here on."""
    found: list[str] = []
    at = start
    while at < len(around) and _is_tag(around[at], strict) and around[at].block.group == around[start].block.group:
        found.extend(_names(around[at].block, around[at].text))
        at += 1
    return tuple(t for t in found if len(t) <= LONGEST_TAG), max(1, at - start + 1)


def _names(block: Block, text: str) -> tuple[str, ...]:
    """Return the names in a line of links, without what labels them; one link may hold several names."""
    if len(block.links) < 2:
        return split_links(text, block.hrefs)
    return tuple(name for link in block.links for name in split_links(link, ()))


def _is_tag(near: Near, strict: bool) -> bool:
    """Tell whether a block is one or several linked tags; strictly, by its addresses or the names around it."""
    block = near.block
    if not block.hrefs or block.hidden or (len(block.hrefs) == 1 and len(near.text) > LONGEST_TAG) or not near.linked:
        return False
    if _names_cloud(near.names) or _names_category(near.names):
        return False
    if _names_tags(near.names) or all(_TAG_LINK.search(readable(h)) for h in block.hrefs):
        return True
    return not strict and block.link_letters < 30
