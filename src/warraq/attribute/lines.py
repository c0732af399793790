"""Tells attribution lines from prose: bylines, datelines, credits, photo and translation credits, editor's notes.

Precision comes first: a line is one only when every word of it is accounted for, since a sentence taken for a byline
is lost from the text. Where a line stands (beside the headline, at the end, in a caption) the caller says.
"""

from __future__ import annotations

import re

from warraq.arabic.names import first_name, forbidden
from warraq.attribute.notes import editor_note
from warraq.attribute.pieces import Piece, What
from warraq.attribute.reading import Reading, read, read_line, tidy, to_parts
from warraq.letters import fold
from warraq.model import LineParts, Role

__all__ = ["line_role", "read_line"]

_LONGEST, _MOST_WORDS = 160, 18
_SENTENCE = re.compile(r"\w{3,}[.!?؟…] +\S|[!?؟]|\w{3,}\.$")
_COUNTED = re.compile(
    r"(?:[\d\W]|صباحا|مساء|[صمه]|منذ|قبل|يناير|فبراير|مارس|ابريل|مايو|يونيو|يونيه|يوليو|يوليه|اغسطس|سبتمبر|اكتوبر|نوفمبر"
    r"|ديسمبر|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين|الاول|الثاني|جانفي|فيفري|افريل|ماي|جوان|جويليه"
    r"|اوت|محرم|صفر|ربيع|جمادي|رجب|شعبان|رمضان|شوال|ذو|ذي|القعده|الحجه|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه"
    r"|السبت|ساعه|ساعات|دقيقه|دقايق|يوم|ايام|اسبوع|شهر|سنه|تعليق|تعليقات|مشاهده|مشاهدات|زياره|قراءه|اخر|تحديث|نشر|في"
    r"|تاريخ|النشر|الساعه|بتوقيت|غرينتش|gmt|am|pm|[a-z]{3,9})+"
)
_UPPER = re.compile(r"[A-Z][A-Z0-9 .,'&/-]{3,60}")
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright)\s*", re.IGNORECASE)
_ARCHIVE = re.compile(r"\(?(?:صوره )?(?:ارشيف|ارشيفيه|من الارشيف|تعبيريه|توضيحيه)\)?")


def line_role(
    text: str, *, near_headline: bool, near_end: bool, in_caption: bool = False, alone: bool = True
) -> LineParts | None:
    """Say whether a line is an attribution, and what it names.

    Args:
        text: the whole line.
        near_headline: it stands between the headline and the text, or just above the headline.
        near_end: it is among the last lines of the article.
        in_caption: it belongs to an image.
        alone: it is a block of its own; names without a label count only then.

    Returns:
        The parts with their kind (byline, dateline, credit, photo, translation, editor_note), or None for anything else.

    >>> line_role("ترجمة: ليلى قاسم", near_headline=False, near_end=True).kind.value
    'translation'
    >>> line_role("كتب المزيد", near_headline=True, near_end=False) is None
    True
    """
    if not 2 < len(text) <= _LONGEST:
        return editor_note(text) if near_end and len(text) > 2 else None
    if text.count(" ") >= _MOST_WORDS:
        return editor_note(text) if near_end else None
    line = tidy(text)
    if near_end and (note := editor_note(text)):
        return note
    if not line or (_SENTENCE.search(line) and not _COPYRIGHT.match(line)):
        return None
    if in_caption:
        return _photo(line)
    reading = read(line)
    if not _accounted(reading):
        return None
    if _labelled(reading) or (near_headline or near_end) and _unlabelled(reading, alone):
        return to_parts(line, reading)
    return None


def _accounted(reading: Reading) -> bool:
    """Say whether nothing in the line is left over but a date or a counter."""
    noise = [piece for piece in reading.pieces if piece.what in (What.NOISE, What.UNKNOWN)]
    if any(not _COUNTED.fullmatch(fold(piece.text)) for piece in noise):
        return False
    return len(noise) < len(reading.pieces)


def _labelled(reading: Reading) -> bool:
    """Say whether a label opens the line and what it announces follows."""
    pieces = reading.pieces
    if not pieces or pieces[0].label is None:
        return False
    label = pieces[0].label
    named = [piece for piece in pieces[1:] if piece.what in (What.PERSON, What.PLACE, What.OUTLET)]
    if not named:
        return False
    if not label.person:
        return label.kind is Role.CREDIT and any(piece.what is What.OUTLET or piece.sure for piece in named)
    return all(_credible(piece, spelt_out=label.bare) for piece in named if piece.what is What.PERSON) and (
        any(piece.what is What.PERSON for piece in named)
        or label.kind in (Role.PHOTO, Role.CREDIT, Role.TRANSLATION)
    )


def _credible(piece: Piece, *, spelt_out: bool) -> bool:
    """Say whether a person behind a label is one: known by name, or two words behind a label that nothing else has."""
    if piece.sure:
        return True
    words = piece.text.split()
    if len(words) == 1:
        return first_name(fold(words[0])) and (spelt_out or piece.before == ":")
    return spelt_out and len(words) <= 5 and not any(forbidden(fold(word)) for word in words)


def _unlabelled(reading: Reading, alone: bool) -> bool:
    """Say whether a line without label is made of a place, an outlet and persons as attributions are."""
    persons, places, outlets = (reading.count(w) for w in (What.PERSON, What.PLACE, What.OUTLET))
    sure_outlet = any(piece.what is What.OUTLET and piece.sure for piece in reading.pieces)
    sure_person = persons and all(piece.sure for piece in reading.pieces if piece.what is What.PERSON)
    if persons and not sure_person:
        return False
    if outlets and (places or persons):
        return reading.guessed == 0 or (sure_outlet and reading.guessed == 1 and len(reading.pieces) == 2)
    if reading.guessed:
        return False
    if outlets:
        return sure_outlet
    if persons and places:
        return persons + places <= 6
    return alone and 1 <= persons <= 3


def _photo(line: str) -> LineParts | None:
    """Read a line of a caption: a label with a name, an agency, or a name in capitals."""
    bare = _COPYRIGHT.sub("", line)
    reading = read(bare)
    if _ARCHIVE.fullmatch(fold(bare)):
        return to_parts(line, reading, kind=Role.PHOTO)
    if _accounted(reading) and reading.pieces:
        outlets = any(piece.what is What.OUTLET and piece.sure for piece in reading.pieces)
        settled = _labelled(reading) or (
            outlets and reading.count(What.OUTLET, What.PERSON) == len(reading.pieces)
        )
        if settled or (bare != line and reading.count(What.PERSON, What.OUTLET)):
            return to_parts(line, reading, kind=Role.PHOTO)
    if bare != line or _UPPER.fullmatch(bare):
        return LineParts(text=line, kind=Role.PHOTO, start=0, end=len(line))
    return None
