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
        collector.add(Field.AUTHORS, _name_in(near), "visible:author")
    for at, near in enumerate(around.tail):
        if (name := _name_in(near)) and not any(n.heads_others for n in around.tail[:at]):
            collector.add(Field.AUTHORS, name, "visible:author_box")


def _name_in(near: Near) -> str:
    """Return what a block names as writer, by a label, a link or the names of its elements; "" if nothing."""
    if len(near.text) > 2 * LONGEST_NAME or _OTHER_NAMES.search(near.names):
        return ""
    opened = near.opens(WordRole.AUTHOR_LABEL)
    named = bool(_AUTHOR_NAMES.search(near.names))
    if opened:
        return opened.rest[: LONGEST_NAME + 1] if opened.marked or near.block.link_letters or named else ""
    if len(set(near.block.hrefs)) == 1 and _links_to_author(near):
        return linked_part(near.text, near.block.link_letters)
    return near.text if named and len(near.text) <= LONGEST_NAME else ""


def _links_to_author(near: Near) -> bool:
    return any(_AUTHOR_LINK.search(unquote(h)) for h in near.block.hrefs)
