"""Tells attribution lines from prose: bylines, datelines, credits, photo and translation credits, editor's notes.

Precision comes first: a line is one only when every word of it is accounted for, since a sentence taken for a byline
is lost from the text. Where a line stands (beside the headline, at the end, in a caption) the caller says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from warraq.arabic.gazetteer import Gazetteer, outlets, places
from warraq.arabic.labels import label_opens, may_have_label
from warraq.arabic.names import first_name, outlet_of, title
from warraq.attribute.datelines import dateline, trailing_credit
from warraq.attribute.house import house_of
from warraq.attribute.line_words import Sort, dated, of_sort, sourced
from warraq.attribute.notes import editor_note
from warraq.attribute.photos import photo_credit, says_nobody
from warraq.attribute.pieces import Piece, What
from warraq.attribute.reading import Reading, read, read_line, tidy, to_parts
from warraq.attribute.shapes import accounted, is_contact, labelled, local, unlabelled, without_address
from warraq.letters import fold
from warraq.model import LineParts, Role

__all__ = ["dateline", "line_role", "read_line", "trailing_credit"]

_LONGEST, _MOST_WORDS, _FEW_WORDS = 160, 18, 6
_SENTENCE = re.compile(r"\w{3,}[.!?؟…] +\S|[!?؟]|\w{3,}\.$")
_LONGEST_NOTE, _REACH = 500, 100
_QUOTED = re.compile(r"[«»“”\"]")
_OPENING_MARKS = '([«“"'
_CLOSING_MARKS = re.compile(r"[)\]»”\"]{0,2}(?:\s?:)?")
_WORD = re.compile(r"\w")
_BRACKET = re.compile(r"[\[\]()]")


class Told(NamedTuple):
    """What a line is: an attribution, or only beside the headline one, by a short name that no list has."""

    parts: LineParts | None
    guess: LineParts | None = None


_NOTHING = Told(None)


def line_role(
    text: str,
    *,
    near_headline: bool,
    near_end: bool,
    in_caption: bool = False,
    alone: bool = True,
    local_names: bool = True,
    own: Sequence[str] = (),
) -> LineParts | None:
    """Say whether a line is an attribution, and what it names.

    Args:
        text: the whole line.
        near_headline: it stands between the headline and the text, or just above the headline.
        near_end: it is among the last lines of the article.
        in_caption: it belongs to an image.
        alone: it is a block of its own; names without a label count only then.
        local_names: beside the headline, a short name that no list has is a place where a person stands with it;
            wrong above the headline and in the text, where sections and persons of the news stand so.
        own: the names of the site, as the page declares them; they are outlets.

    Returns:
        The parts with their kind (byline, dateline, credit, photo, translation, editor_note), or None for the rest.
        Dates and counters at the ends of the line are left out.

    >>> line_role("ترجمة: ليلى قاسم", near_headline=False, near_end=True).kind.value
    'translation'
    >>> line_role("كتب المزيد", near_headline=True, near_end=False) is None
    True
    >>> line_role("زمان الغوطة – هبة الكاتب", near_headline=True, near_end=False, own=["زمان الغوطة"]).outlets
    ('زمان الغوطة',)
    """
    told = tell(
        text,
        near_headline=near_headline,
        near_end=near_end,
        in_caption=in_caption,
        alone=alone,
        local_names=local_names,
        own=own,
    )
    return told.parts or told.guess


def tell(
    text: str,
    *,
    near_headline: bool,
    near_end: bool,
    in_caption: bool = False,
    alone: bool = True,
    local_names: bool = True,
    own: Sequence[str] = (),
) -> Told:
    """Say like :func:`line_role` what a line is, and apart from it what it is by a name that no list has."""
    if len(text) <= 2 and not (in_caption and says_nobody(text)):
        return _NOTHING
    note = (editor_note(text) if near_end else None) or _reprint(text)
    if note:
        return Told(note)
    spaces = text.count(" ")
    if len(text) > _LONGEST or spaces >= _MOST_WORDS:
        return _NOTHING
    house = house_of(tuple(own))
    if spaces >= _FEW_WORDS and not in_caption and not _may_open(text, house):
        return _NOTHING
    line = without_address(tidy(text))
    photo = photo_credit(line, house, in_caption=in_caption)
    if photo or in_caption or not line or "©" in line or _SENTENCE.search(line):
        return Told(photo)
    at_edge = near_headline or near_end
    if not at_edge and not may_have_label(line):
        return _NOTHING
    reading = read(line, house)
    if accounted(reading) and (labelled(reading) or (at_edge and unlabelled(reading, alone, near_end=near_end))):
        return Told(_bare(line, reading))
    guess = near_headline and alone and local_names and not _QUOTED.search(line)
    guessed = local(reading) if guess else None
    return Told(None, _bare(line, guessed)) if guessed else _in_brackets(text, near_headline, near_end, own)


def _in_brackets(text: str, near_headline: bool, near_end: bool, own: Sequence[str]) -> Told:
    """Read a line that stands in brackets as a whole: [بغداد: الفرات]."""
    inner = text[1:-1]
    if text[0] not in "[(" or text[-1] not in ")]" or _BRACKET.search(inner):
        return _NOTHING
    parts = line_role(inner, near_headline=near_headline, near_end=near_end, local_names=False, own=own)
    return Told(replace(parts, text=text, start=0, end=len(text))) if parts else _NOTHING


def _bare(line: str, reading: Reading) -> LineParts:
    """Make the answer without the dates, counters and addresses at the ends of the line."""
    kept = [piece for piece in reading.pieces if not _is_aside(piece)]
    parts = to_parts(line, reading)
    if not kept:
        return parts
    head, tail = line[: kept[0].start], line[kept[-1].end :]
    start = len(head.rstrip(_OPENING_MARKS)) if _WORD.search(head) else 0
    closing = _CLOSING_MARKS.match(tail) if _WORD.search(tail) else None
    end = kept[-1].end + closing.end() if closing else len(line)
    return replace(parts, text=line[start:end], end=end - start)


def _is_aside(piece: Piece) -> bool:
    return piece.what in (What.NOISE, What.UNKNOWN) and (dated(piece.text) or is_contact(piece.text))


def _reprint(text: str) -> LineParts | None:
    """Read where a reprint was taken from, as aggregators say below it (لقراءة الخبر من المصدر: …)."""
    match = sourced().search(text, max(0, len(text) - _REACH)) if ":" in text and len(text) <= _LONGEST_NOTE else None
    if match is None or not outlet_of(match["source"]):
        return None
    if of_sort(Sort.REPRINT).isdisjoint(fold(text[: match.start()]).split()):
        return None
    return LineParts(match[0], Role.CREDIT, (), (), (match["source"],), None, match.start(), match.end())


def _may_open(text: str, house: Gazetteer) -> bool:
    """Say quickly whether the first word of a longer line can open an attribution: most prose ends here."""
    words = tidy(text).lstrip('(«"“[').split(None, 1)
    key = fold(words[0].partition(":")[0].partition("-")[0]).strip('.،,:/»)"”') if words else ""
    return (
        first_name(key)
        or title(key)
        or len(key) == 1
        or label_opens(key)
        or places().opens(key)
        or outlets().opens(key)
        or house.opens(key)
        or dated(key)
    )
