"""Reads a line that is known to be an attribution: which of its pieces are persons, places and outlets.

What a word alone does not tell, its place in the line does: beside an agency an unknown name is a city
(د ب أ - هيرندون), beside a city it is a person (الرياض - هتاف المحيميد), and «المدينة» is a newspaper only where
another place stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

from warraq.arabic.gazetteer import Gazetteer, OutletKind
from warraq.arabic.labels import Label
from warraq.arabic.names import first_name, name_like, split_persons
from warraq.attribute.cutting import cut
from warraq.attribute.house import NO_HOUSE
from warraq.attribute.line_words import Sort, of_sort
from warraq.attribute.pieces import Piece, What
from warraq.letters import fold
from warraq.model import LineParts, Person, Role

_LONGEST_LINE = 1000
_GAPS = re.compile(r"[^\S\t\n]{3,}")
_BULLETS = " \t\r\n*•·_"
_OPENINGS = _BULLETS + "▪■●>#."
_ARABIC = re.compile(r"[ء-ي]")
_CAPITALS = re.compile(r"[A-Z]{2,6}")
_LONGEST_NAME, _LONGEST_CITY = 6, 3


class Reading(NamedTuple):
    """A line read.

    Attributes:
        pieces: all of them, each now a person, place, outlet, label or noise; what could not be told stays unknown.
        guessed: how many were decided by their place in the line alone.
    """

    pieces: tuple[Piece, ...]
    guessed: int

    def count(self, *whats: What) -> int:
        """Count the pieces of some kinds."""
        return sum(piece.what in whats for piece in self.pieces)

    @property
    def label(self) -> Label | None:
        """The line's first label."""
        return next((piece.label for piece in self.pieces if piece.label), None)


class _Company(NamedTuple):
    """What else a line names; of persons, the certain ones."""

    persons: bool
    places: bool
    outlets: bool
    agencies: bool
    labels: bool


def read_line(text: str) -> LineParts:
    """Read a line that is known to be an attribution; of a longer one the first thousand characters.

    >>> parts = read_line("رام الله - «الأيام» - سمير أبو عودة وليلى قاسم:")
    >>> parts.names, parts.places, parts.outlets
    (('سمير أبو عودة', 'ليلى قاسم'), ('رام الله',), ('الأيام',))
    >>> read_line("بواسطة أحمد حداد | 25 مارس 2024 | 3 تعليقات").names
    ('أحمد حداد',)
    """
    line = tidy(text)
    return to_parts(line, read(line))


def tidy(text: str) -> str:
    """Resolve entities left in a line, bound its gaps and its length, and take the bullets off its ends."""
    line = _GAPS.sub("  ", unescape(text[:_LONGEST_LINE]).replace("\N{NO-BREAK SPACE}", " "))
    return line.strip(_BULLETS).lstrip(_OPENINGS)


def read(line: str, house: Gazetteer = NO_HOUSE) -> Reading:
    """Cut a line and settle every piece; ``house`` has the names of the site itself."""
    pieces = [_quoted(piece) for piece in cut(line, house)]
    guessed = sum(piece.what is What.OUTLET and piece.before == '"' and not piece.sure for piece in pieces)
    settled = list(pieces)
    for at, piece in enumerate(pieces):
        if piece.what is What.EITHER:
            settled[at] = piece._replace(what=_paper_or_place(pieces, at))
    company = _company(settled)
    for at, piece in enumerate(settled):
        settled[at] = new = _settle(settled, at, company)
        guessed += not new.sure and piece.what is not new.what
    return Reading(tuple(settled), guessed)


def _quoted(piece: Piece) -> Piece:
    """Take a piece in quotation marks for an outlet."""
    if piece.before == '"' and piece.after == '"' and piece.what in (What.UNKNOWN, What.EITHER, What.OUTLET):
        return piece._replace(what=What.OUTLET, sure=piece.what is not What.UNKNOWN)
    return piece


def _company(pieces: Sequence[Piece]) -> _Company:
    """Say what else there is."""
    known = [piece.known.kind for piece in pieces if piece.known and piece.what is What.OUTLET]
    whats = {piece.what for piece in pieces}
    return _Company(
        persons=any(piece.what is What.PERSON and piece.sure for piece in pieces),
        places=What.PLACE in whats,
        outlets=What.OUTLET in whats,
        agencies=OutletKind.AGENCY in known,
        labels=What.LABEL in whats,
    )


def _settle(pieces: Sequence[Piece], at: int, company: _Company) -> Piece:
    """Decide what a piece is, given the line."""
    piece = pieces[at]
    previous = pieces[at - 1] if at else None
    if piece.what is What.UNKNOWN:
        what = _explained(pieces, at, company) or _unknown(piece, previous, company, alone=len(pieces) == 1)
        return piece._replace(what=what, sure=what is What.PERSON and _named(piece, company))
    if piece.what is What.PERSON and not piece.sure and company.agencies and not company.places:
        return piece._replace(what=What.PLACE)
    return piece


def _paper_or_place(pieces: Sequence[Piece], at: int) -> What:
    """Tell a paper or agency from the city that has its name.

    A paper's own line has one more place and neither a person nor another paper: «المدينة - أبها», «لندن - الرياض».
    """
    others = [piece for n, piece in enumerate(pieces) if n != at and piece.what is not What.NOISE]
    cities = [piece.what is What.PLACE or _has_country(pieces, n) for n, piece in enumerate(pieces) if piece in others]
    kind = pieces[at].known
    if kind and kind.kind is OutletKind.AGENCY and (not others or any(cities)):
        return What.OUTLET
    agencies = [piece.is_agency or piece.is_generic for piece in others]
    named_paper = at == 0 and fold(pieces[at].text) in of_sort(Sort.NAMED_PAPER)
    if named_paper and len(others) == 1 and others[0].what is What.UNKNOWN and " " not in others[0].text:
        return What.OUTLET
    if not others or not all(map(max, cities, agencies)):
        return What.PLACE
    if named_paper:
        return What.OUTLET
    return What.OUTLET if at == len(pieces) - 1 and all(cities) else What.PLACE


def _has_country(pieces: Sequence[Piece], at: int) -> bool:
    """Say whether a country in brackets follows an unknown name."""
    if pieces[at].what is not What.UNKNOWN or at + 1 == len(pieces):
        return False
    following = pieces[at + 1]
    country = following.known is not None and following.known.country
    return country and following.what is What.PLACE and following.before == "("


def _named(piece: Piece, company: _Company) -> bool:
    """Say whether a run of words that begins with a first name is surely a person: beside a city or an agency it is."""
    words = piece.text.split()
    return len(words) > 1 and (company.places or company.outlets) and first_name(fold(words[0]))


def _explained(pieces: Sequence[Piece], at: int, company: _Company) -> What | None:
    """Read an unknown run of words by what comes right after it: a country in brackets, or من."""
    words = pieces[at].text.count(" ") + 1
    if at + 1 == len(pieces) or not _ARABIC.search(pieces[at].text):
        return None
    if pieces[at + 1].what is What.FROM and words >= 2:
        return What.PERSON
    return What.PLACE if _has_country(pieces, at) and (words == 1 or company.outlets) else None


def _unknown(piece: Piece, previous: Piece | None, company: _Company, *, alone: bool) -> What:
    """Decide what an unknown run of words is: by what stands before it, else by the rest of the line."""
    if not _ARABIC.search(piece.text):
        return What.OUTLET if _CAPITALS.fullmatch(piece.text) and company.places else What.UNKNOWN
    words = piece.text.split()
    if len(words) > _LONGEST_NAME * len(split_persons(piece.text)):
        return What.UNKNOWN
    return _announced(piece, previous, words) or (
        _one_word(piece, company) if len(words) == 1 else _several_words(piece, words, company, alone=alone)
    )


def _announced(piece: Piece, previous: Piece | None, words: Sequence[str]) -> What | None:
    """Read an unknown run of words by a label or من before it, or by its brackets."""
    if previous is None:
        return None
    if previous.what is What.FROM:
        return What.PERSON if len(words) > 1 and first_name(fold(words[0])) else What.PLACE
    if previous.label and previous.label.person:
        return What.PERSON
    if previous.label and previous.label.kind is Role.CREDIT:
        return What.OUTLET
    return What.PLACE if piece.before == "(" and len(words) <= _LONGEST_CITY else None


def _several_words(piece: Piece, words: Sequence[str], company: _Company, *, alone: bool) -> What:
    """Decide on several unknown words: a person beside a city, a city beside an agency."""
    first = fold(words[0])
    short = len(words) <= _LONGEST_CITY
    if first in of_sort(Sort.OUTLET_START) and short and company.persons:
        return What.OUTLET
    if first in of_sort(Sort.PLACE_START) and (company.outlets or company.persons) and not company.places:
        return What.PLACE
    if company.places or alone or company.labels:
        return What.PERSON
    if company.agencies and piece.after == "(" and short and not first_name(first):
        return What.PLACE
    if company.outlets:
        return What.PERSON if _surnamed(words) else What.PLACE if short else What.UNKNOWN
    return What.PERSON if company.persons and piece.before in (",", ")") else What.UNKNOWN


def _one_word(piece: Piece, company: _Company) -> What:
    """Decide on one unknown word: a city beside an agency or a person, a person behind a city."""
    if not company.places and (company.outlets or company.persons):
        return What.PLACE
    if company.outlets and piece.before != ":":
        return What.PLACE
    if company.places and not company.persons and not company.outlets and piece.text.startswith("ال"):
        return What.PERSON
    return What.UNKNOWN


def _surnamed(words: Sequence[str]) -> bool:
    """Say whether the last word has the shape of a surname."""
    return words[-1].startswith("ال") and name_like([fold(word) for word in words])


def to_parts(line: str, reading: Reading, *, kind: Role | None = None) -> LineParts:
    """Make the answer of a reading; ``kind`` where the caller knows it."""
    persons, places, outlets = (
        [p for p in reading.pieces if p.what is w] for w in (What.PERSON, What.PLACE, What.OUTLET)
    )
    names = tuple(dict.fromkeys(name for piece in persons for name in split_persons(piece.text)))
    label = reading.label
    if kind is None and label:
        kind = label.kind if not label.solo or names or outlets or not places else Role.DATELINE
    elif kind is None:
        signed = names or reading.count(What.INITIALS) == len(reading.pieces)
        kind = Role.BYLINE if signed else Role.DATELINE if places else Role.CREDIT
    return LineParts(
        text=line,
        kind=kind,
        names=names,
        places=tuple(dict.fromkeys(piece.text for piece in places)),
        outlets=tuple(dict.fromkeys(piece.text for piece in outlets)),
        role=_role(reading) if names else None,
        start=0,
        end=len(line),
    )


def _role(reading: Reading) -> Person:
    """Return what the first person did: by the label before the name, else its author."""
    for piece in reading.pieces:
        if piece.what is What.PERSON:
            break
        if piece.label and piece.label.person:
            return piece.label.person[0]
    return Person.AUTHOR
