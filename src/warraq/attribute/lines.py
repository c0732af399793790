"""Tells attribution lines from prose: bylines, datelines, credits, photo and translation credits, editor's notes.

Precision comes first: a line is one only when every word of it is accounted for, since a sentence taken for a byline
is lost from the text. Where a line stands (beside the headline, at the end, in a caption) the caller says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from warraq.arabic.gazetteer import outlets, places
from warraq.arabic.names import first_name, forbidden, title
from warraq.attribute.datelines import dateline, trailing_credit
from warraq.attribute.line_words import Sort, dated, label_opens, of_sort
from warraq.attribute.notes import editor_note
from warraq.attribute.pieces import Piece, What
from warraq.attribute.reading import Reading, read, read_line, tidy, to_parts
from warraq.letters import fold
from warraq.model import LineParts, Role

__all__ = ["dateline", "line_role", "read_line", "trailing_credit"]

_LONGEST, _MOST_WORDS, _FEW_WORDS = 160, 18, 6
_SENTENCE = re.compile(r"\w{3,}[.!?؟…] +\S|[!?؟]|\w{3,}\.$")
_UPPER = re.compile(r"[A-Z][A-Z0-9 .,'&/-]{3,60}")
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright)\s*", re.IGNORECASE)
_AFTER_LABEL = frozenset(':-/"')
_LOGIN = re.compile(r"[A-Za-z][\w.-]{2,24}")
_INITIALS = re.compile(r"(?:[ء-ي]\.\s?){1,3}[ء-ي]\.?")
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
        The parts with their kind (byline, dateline, credit, photo, translation, editor_note), or None for the rest.

    >>> line_role("ترجمة: ليلى قاسم", near_headline=False, near_end=True).kind.value
    'translation'
    >>> line_role("كتب المزيد", near_headline=True, near_end=False) is None
    True
    """
    if not 2 < len(text) <= _LONGEST:
        return editor_note(text) if near_end and len(text) > 2 else None
    spaces = text.count(" ")
    if spaces >= _MOST_WORDS or (spaces >= _FEW_WORDS and not in_caption and not _may_open(text)):
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
    if _labelled(reading) or (near_headline or near_end) and _unlabelled(reading, alone, near_end=near_end):
        return to_parts(line, reading)
    return None


def _may_open(text: str) -> bool:
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
    )


def _accounted(reading: Reading) -> bool:
    """Say whether nothing in the line is left over but a date, a counter, or where the site filed the page."""
    pieces = reading.pieces
    left = [at for at, piece in enumerate(pieces) if piece.what in (What.NOISE, What.UNKNOWN)]
    return len(left) < len(pieces) and all(dated(pieces[at].text) or _left_by_a_label(pieces, at) for at in left)


def _left_by_a_label(pieces: Sequence[Piece], at: int) -> bool:
    """Say whether a piece is a login behind بواسطة, or what a site adds to the name there (في أخبار 26 سبتمبر)."""
    first = pieces[0].label
    if first is None or not first.bare or first.kind is not Role.BYLINE:
        return False
    if at == 1 and len(pieces) == 2:
        return bool(_LOGIN.fullmatch(pieces[at].text))
    return at >= 2 and pieces[1].what is What.PERSON and fold(pieces[at].text).startswith("في ")


def _labelled(reading: Reading) -> bool:
    """Say whether a label opens the line, or follows its place, and what it announces follows it."""
    pieces = reading.pieces
    at = next((n for n, piece in enumerate(pieces) if piece.label), None)
    label = pieces[at].label if at is not None else None
    if (
        at is None
        or label is None
        or any(piece.what not in (What.PLACE, What.OUTLET) or not piece.sure for piece in pieces[:at])
    ):
        return False
    named = [piece for piece in pieces[at + 1 :] if piece.what in (What.PERSON, What.PLACE, What.OUTLET)]
    persons = [piece for piece in named if piece.what is What.PERSON]
    papers = any(piece.what is What.OUTLET for piece in named)
    if not label.person:
        if named and not label.bare and not pieces[at + 1].before:
            return False
        papers = papers or any(piece.what is What.OUTLET for piece in pieces[:at])
        sure = any(piece.sure or piece.known or _self_named(piece) for piece in (*pieces[:at], *named))
        return label.kind is Role.CREDIT and papers and (sure or (len(named) == 1 and named[0].before in _AFTER_LABEL))
    if not persons:
        return papers or any(piece.what is What.INITIALS or _LOGIN.fullmatch(piece.text) for piece in pieces[at + 1 :])
    return all(_credible(piece, spelt_out=label.bare) for piece in persons)


def _self_named(piece: Piece) -> bool:
    """Say whether an outlet that no gazetteer has begins with what it is (موقع …)."""
    return piece.what is What.OUTLET and fold(piece.text.partition(" ")[0]) in of_sort(Sort.OUTLET_HEAD)


def _credible(piece: Piece, *, spelt_out: bool) -> bool:
    """Say whether a person behind a label is one: known by name, or two words behind a label that nothing else has."""
    if piece.sure:
        return True
    words = piece.text.split()
    if len(words) == 1:
        return first_name(fold(words[0])) and (spelt_out or piece.before == ":")
    return (
        (spelt_out or first_name(fold(words[0])))
        and len(words) <= 5
        and not any(forbidden(fold(word)) for word in words)
    )


def _unlabelled(reading: Reading, alone: bool, *, near_end: bool) -> bool:
    """Say whether a line without label is made of a place, an outlet and persons as attributions are."""
    pieces = reading.pieces
    if any(piece.what is What.PERSON and not piece.sure for piece in pieces) or _run_on(pieces):
        return False
    persons, cities, papers = (reading.count(what) for what in (What.PERSON, What.PLACE, What.OUTLET))
    agencies = sum(piece.is_agency or piece.is_generic for piece in pieces)
    if reading.guessed:
        return (
            reading.guessed == 1
            and len(pieces) == 2
            and agencies == 1
            and pieces[0].after in ("-", "(")
            and cities == 1
        )
    if papers and (cities or persons):
        return any(piece.sure and piece.what in (What.PLACE, What.PERSON, What.OUTLET) for piece in pieces)
    if papers:
        sources = [piece for piece in pieces if piece.what is not What.INITIALS]
        return alone and (near_end or agencies == papers or 0 < agencies < papers) and all(map(_names_itself, sources))
    if reading.count(What.INITIALS) == len(pieces):
        return alone and near_end and _INITIALS.fullmatch(pieces[0].text) is not None
    if persons and cities:
        return persons + cities <= 6
    return alone and 1 <= persons <= 3


def _run_on(pieces: Sequence[Piece]) -> bool:
    """Say whether pieces follow each other with no punctuation, as in a phrase."""
    return any(
        not piece.before and not {piece.what, before.what} & {What.FROM, What.NOISE, What.LABEL, What.TITLE}
        for before, piece in pairwise(pieces)
    )


def _names_itself(piece: Piece) -> bool:
    """Say whether an outlet's name needs no company: no other word, or an agency's abbreviation (قنا)."""
    return piece.what is What.OUTLET and (piece.sure or piece.before == "(" or _abbreviated(piece))


def _abbreviated(piece: Piece) -> bool:
    return piece.is_agency and len(piece.text) <= 3


def _photo(line: str) -> LineParts | None:
    """Read a line of a caption: a label with a name, an agency, or a name in capitals."""
    bare = _COPYRIGHT.sub("", line)
    reading = read(bare)
    if _ARCHIVE.fullmatch(fold(bare)):
        return to_parts(line, reading, kind=Role.PHOTO)
    if _accounted(reading) and reading.pieces:
        outlets = any(piece.what is What.OUTLET and piece.sure for piece in reading.pieces)
        settled = _labelled(reading) or (outlets and reading.count(What.OUTLET, What.PERSON) == len(reading.pieces))
        if settled or (bare != line and reading.count(What.PERSON, What.OUTLET)):
            return to_parts(line, reading, kind=Role.PHOTO)
    if bare != line or _UPPER.fullmatch(bare):
        return LineParts(text=line, kind=Role.PHOTO, start=0, end=len(line))
    return None
