"""Finds writers by the markup around their names: links to their pages, boxes, labels."""

from __future__ import annotations

import re

from warraq.arabic.dates import parse_date
from warraq.arabic.names import is_person
from warraq.describe.collect import Collector, Field
from warraq.describe.linked import linked_part
from warraq.describe.surroundings import Near, Surroundings
from warraq.describe.telling import telling
from warraq.describe.urls import readable
from warraq.describe.words import WordRole, anywhere

LONGEST_NAME = 60
_MOST_LINKS = 6
_AUTHOR_LINK = re.compile(
    r"(?i)/(?:authors?|writers?|editors?|editornews|reporters?|columnists?|journalists?|profiles?|auteurs?|users?"
    r"|كاتب|كتاب|الكتاب|كاتبه|محرر|محررين|مراسل)[/=?]|[?&](?:author|writer|editor|writerid|authorid)="
)
_names_author = telling(
    r"(?<![a-z])(?:authors?|byline|by-author|writers?|writtenby|written-by|vcard|write-?by|created-?by|auteur|autor|yazar|columnist|reporter|journalist"
    r"|article-source|author-?name|post-?author|entry-?author)(?![a-z])"
)
_NAME_END = re.compile(r"\s+(?:في|فى|بتاريخ|يوم|ترجم|ترجمة|ترجمه|ترجمها|تصوير|in|on|dans|le)\s+|\s*[|•·»]\s*|\s*\d")
_DATE_HINT = re.compile(r"\d{4}|\d{1,2}[/.-]\d{1,2}")
_SET_APART = re.compile(r"[|/•·:\d]|\s[-–—]\s")
_names_other = telling(
    r"comment|related|photo|caption|image-?credit|\bbio\b|author-bio|biography|description|sidebar|popular|share|social|avatar-?alt"
)


def find_authors(around: Surroundings, collector: Collector) -> None:
    """Collect what stands where writers are named; whether it is a person is judged later."""
    for near in (*around.below, *around.above[:4]):
        collector.add(Field.AUTHORS, _name_in(near), "visible:author")
    for at, near in enumerate(around.tail):
        if (name := _name_in(near)) and not any(n.heads_others for n in around.tail[:at]):
            collector.add(Field.AUTHORS, name, "visible:author_box")


def _name_in(near: Near) -> str:
    """Return what a block names as writer, by a label, a link or the names of its elements; "" if nothing."""
    if len(near.text) > 2 * LONGEST_NAME or _names_other(near.names):
        return ""
    opened = near.opens(WordRole.AUTHOR_LABEL)
    named = bool(_names_author(near.names))
    linked = _links_to_author(near)
    if opened:
        return _cut(opened.rest) if opened.marked or near.block.link_letters or named else ""
    if len(set(near.block.hrefs)) == 1 and (linked or _DATE_HINT.search(near.text)):
        name = linked_part(near.text, near.block.link_letters)
        return name if linked or is_person(name) else ""
    if linked and (inner := anywhere(WordRole.AUTHOR_LABEL).search(near.key)):
        return _cut(near.key_tail(inner.end()))
    if not named and _DATE_HINT.search(near.text) and not near.labels:
        return _beside_date(near.text)
    return near.text if named and len(near.text) <= LONGEST_NAME else ""


def _beside_date(text: str) -> str:
    """Return the person whom signs set apart from a date in one line, with the outlet or a place beside him or not.

    >>> _beside_date("الجمعة 22 يناير 2010 22:41 | كريم بوعزة - كووورة")
    'كريم بوعزة'
    """
    date = parse_date(text)
    if date is None:
        return ""
    rest = f"{text[: date.start]} | {text[date.end :]}"
    return next((part for part in map(str.strip, _SET_APART.split(rest)) if is_person(part)), "")


def _cut(rest: str) -> str:
    """Return a name up to what follows it in a line of a theme: "in section", a date, a counter."""
    return _NAME_END.split(rest, maxsplit=1)[0].strip(" :،,-–|")[: LONGEST_NAME + 1]


def _links_to_author(near: Near) -> bool:
    return any(_AUTHOR_LINK.search(readable(h)) for h in near.block.hrefs[:_MOST_LINKS])
