"""Finds writers by the markup around their names: links to their pages, boxes, labels."""

from __future__ import annotations

import re
from urllib.parse import unquote

from warraq.describe.collect import Collector, Field
from warraq.describe.surroundings import Surroundings, is_link, near_names
from warraq.describe.words import WordRole, open_label, words
from warraq.letters import fold
from warraq.model import Block

LONGEST_NAME = 60
_AUTHOR_LINK = re.compile(
    r"(?i)/(?:authors?|writers?|editors?|editornews|reporters?|columnists?|journalists?|profiles?|auteurs?|users?"
    r"|كاتب|كتاب|الكتاب|كاتبه|محرر|محررين|مراسل)[/=?]|[?&](?:author|writer|editor|writerid|authorid)="
)
_AUTHOR_NAMES = re.compile(
    r"(?<![a-z])(?:authors?|byline|by-author|writers?|writtenby|written-by|vcard|columnist|reporter|journalist"
    r"|article-source|author-?name|post-?author|entry-?author)(?![a-z])"
)
_OTHER_NAMES = re.compile(r"comment|related|bio|description|sidebar|popular|share|social|avatar-?alt")
_INNER_LABEL = re.compile(r"(?:بواسطة|بقلم|كتب|كتبت|كتبه|الكاتب|\bby)\s?[:：]\s?([^:|]{3,60})$", re.IGNORECASE)


def find_authors(around: Surroundings, collector: Collector) -> None:
    """Collect what stands where writers are named; whether it is a person is judged later."""
    for block in (*around.below, *around.above[:4]):
        _collect(block, "visible:author", collector)
    for block in around.tail:
        _collect(block, "visible:author_box", collector)


def _collect(block: Block, source: str, collector: Collector) -> None:
    if len(block.text) > 2 * LONGEST_NAME:
        return
    names = near_names(block)
    if _OTHER_NAMES.search(names):
        return
    opened = open_label(WordRole.AUTHOR_LABEL, block.text)
    if opened and opened.rest:
        if opened.marked or block.link_letters or _AUTHOR_NAMES.search(names):
            collector.add(Field.AUTHORS, opened.rest[: LONGEST_NAME + 1], source)
        return
    if inner := _INNER_LABEL.search(block.text):
        collector.add(Field.AUTHORS, inner[1], source)
        return
    linked = is_link(block) and any(_AUTHOR_LINK.search(unquote(h)) for h in block.hrefs)
    if (linked or _AUTHOR_NAMES.search(names)) and len(block.text) <= LONGEST_NAME and not _is_label(block):
        collector.add(Field.AUTHORS, block.text, source)


def _is_label(block: Block) -> bool:
    return fold(block.text).strip(" :") in words(WordRole.AUTHOR_LABEL)
