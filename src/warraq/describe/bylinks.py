"""Finds writers by the markup around their names: links to their pages, boxes, labels."""

from __future__ import annotations

import re
from urllib.parse import unquote

from warraq.describe.collect import Collector, Field
from warraq.describe.linked import linked_part
from warraq.describe.surroundings import Near, Surroundings
from warraq.describe.words import WordRole

LONGEST_NAME = 60
_AUTHOR_LINK = re.compile(
    r"(?i)/(?:authors?|writers?|editors?|editornews|reporters?|columnists?|journalists?|profiles?|auteurs?|users?"
    r"|كاتب|كتاب|الكتاب|كاتبه|محرر|محررين|مراسل)[/=?]|[?&](?:author|writer|editor|writerid|authorid)="
)
_AUTHOR_NAMES = re.compile(
    r"(?<![a-z])(?:authors?|byline|by-author|writers?|writtenby|written-by|vcard|write-?by|created-?by|columnist|reporter|journalist"
    r"|article-source|author-?name|post-?author|entry-?author)(?![a-z])"
)
_OTHER_NAMES = re.compile(r"comment|related|bio|description|sidebar|popular|share|social|avatar-?alt")


def find_authors(around: Surroundings, collector: Collector) -> None:
    """Collect what stands where writers are named; whether it is a person is judged later."""
    for near in (*around.below, *around.above[:4]):
        _collect(near, "visible:author", collector)
    for near in around.tail:
        _collect(near, "visible:author_box", collector)


def _collect(near: Near, source: str, collector: Collector) -> None:
    if len(near.text) > 2 * LONGEST_NAME:
        return
    opened = near.opens(WordRole.AUTHOR_LABEL)
    named = bool(_AUTHOR_NAMES.search(near.names))
    if opened and opened.rest:
        name = opened.rest[: LONGEST_NAME + 1] if opened.marked or near.block.link_letters or named else ""
    elif opened is None and len(set(near.block.hrefs)) == 1 and _links_to_author(near):
        name = linked_part(near.text, near.block.link_letters)
    elif opened is None and named and len(near.text) <= LONGEST_NAME:
        name = near.text
    else:
        return
    if name and not _OTHER_NAMES.search(near.names):
        collector.add(Field.AUTHORS, name, source)


def _links_to_author(near: Near) -> bool:
    return any(_AUTHOR_LINK.search(unquote(h)) for h in near.block.hrefs)
