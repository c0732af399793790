"""The shapes of attribution lines: whether the pieces of a line make one, with a label or without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from warraq.arabic.gazetteer import OutletKind
from warraq.arabic.labels import Label
from warraq.arabic.names import attached, first_name, forbidden, office
from warraq.attribute.line_words import Sort, dated, of_sort
from warraq.attribute.pieces import Piece, What
from warraq.attribute.reading import Reading
from warraq.letters import fold
from warraq.model import Role

_AFTER_LABEL = frozenset(':-/"')
_LOGIN = re.compile(r"[A-Za-z][\w.-]{2,24}")
_ABBREVIATION = 3
_CONTACT = re.compile(r"@\w{2,40}|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}")
_UNTOLD = frozenset((What.PLACE, What.OUTLET, What.UNKNOWN))
_MOST_LOCAL_WORDS, _LONGEST_LOCAL = 8, 3


def accounted(reading: Reading) -> bool:
    """Say whether nothing in the line is left over but a date, a counter, or where the site filed the page."""
    pieces = reading.pieces
    left = [at for at, piece in enumerate(pieces) if piece.what in (What.NOISE, What.UNKNOWN)]
    return len(left) < len(pieces) and all(
        dated(pieces[at].text) or is_contact(pieces[at].text) or _left_by_a_label(pieces, at) for at in left
    )


def is_contact(text: str) -> bool:
    """Say whether a text is only a handle or an e-mail address.

    >>> is_contact("@samir_h"), is_contact("samir@paper.example"), is_contact("سمير")
    (True, True, False)
    """
    return bool(_CONTACT.fullmatch(text))


def without_address(line: str) -> str:
    """Leave off the handle or e-mail address behind a name.

    >>> without_address("سمير الحداد | samir@paper.example"), without_address("@samir")
    ('سمير الحداد', '@samir')
    """
    if "@" not in line:
        return line
    words = line.split(" ")
    while len(words) > 1 and (is_contact(words[-1].strip("()|-–،")) or not any(ch.isalnum() for ch in words[-1])):
        words.pop()
    return " ".join(words)


def _left_by_a_label(pieces: Sequence[Piece], at: int) -> bool:
    """Say whether a piece is a login behind بواسطة, or what a site adds to the name there (في أخبار 26 سبتمبر)."""
    first = pieces[0].label
    if first is None or not first.bare or first.kind is not Role.BYLINE:
        return False
    if at == 1 and len(pieces) == 2:
        return bool(_LOGIN.fullmatch(pieces[at].text))
    return at >= 2 and pieces[1].what is What.PERSON and fold(pieces[at].text).startswith("في ")


def labelled(reading: Reading) -> bool:
    """Say whether a label opens the line, or follows its place, and what it announces follows it."""
    pieces = reading.pieces
    at = next((n for n, piece in enumerate(pieces) if piece.label), None)
    label = pieces[at].label if at is not None else None
    if at is None or label is None or not all(_city_or_paper(piece) for piece in pieces[:at]):
        return False
    named = [piece for piece in pieces[at + 1 :] if piece.what in (What.PERSON, What.PLACE, What.OUTLET)]
    if not label.person:
        return label.kind is Role.CREDIT and _sourced(pieces, at, label, named)
    persons = [piece for piece in named if piece.what is What.PERSON]
    if persons:
        return all(_credible(piece, spelt_out=label.bare) for piece in persons)
    if any(piece.what is What.OUTLET for piece in named):
        return True
    return any(piece.what is What.INITIALS or _LOGIN.fullmatch(piece.text) for piece in pieces[at + 1 :])


def _city_or_paper(piece: Piece) -> bool:
    return piece.sure and piece.what in (What.PLACE, What.OUTLET)


def _sourced(pieces: Sequence[Piece], at: int, label: Label, named: Sequence[Piece]) -> bool:
    """Say whether a label such as المصدر has an outlet: one that is known, or a single one set apart from the label."""
    if named and not label.bare and not pieces[at + 1].before:
        return False
    around = [*pieces[:at], *named]
    if not any(piece.what is What.OUTLET for piece in around):
        return False
    known = any(piece.sure or piece.known or _self_named(piece) for piece in around)
    return known or (len(named) == 1 and named[0].before in _AFTER_LABEL)


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


def unlabelled(reading: Reading, alone: bool, *, near_end: bool) -> bool:
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
    if papers > 1 and alone and _of_the_house(pieces):
        return True
    if papers:
        sources = [piece for piece in pieces if piece.what not in (What.INITIALS, What.NOISE)]
        return alone and (near_end or agencies == papers or 0 < agencies < papers) and all(map(_names_itself, sources))
    if reading.count(What.INITIALS) == len(pieces):
        return False  # the desk signs so, for itself
    if persons and cities:
        return persons + cities <= 6
    return alone and 1 <= persons <= 3 and not any(office(fold(piece.text.split()[0])) for piece in pieces)


def local(reading: Reading) -> Reading | None:
    """Read a byline of a place or paper that no gazetteer has (الروابي - فهد الناصر:), or return None.

    Only the other side tells: it is surely a person, or «خاص». What is not known is short and no word of prose, no
    field of a form (الاسم: …), no post that a person holds (المدرب - …). Behind a colon only a person may stand, and
    last: a person before it speaks (محمد علي: …). Right only where nothing but a byline stands, below the headline.
    """
    pieces = [piece for piece in reading.pieces if piece.what is not What.NOISE or not dated(piece.text)]
    unknown = [n for n, piece in enumerate(pieces) if not piece.sure and piece.what in _UNTOLD]
    rest = [piece for n, piece in enumerate(pieces) if n not in unknown]
    if not 2 <= len(pieces) <= 3 or len(unknown) > 1 or _run_on(pieces):
        return None
    if sum(piece.text.count(" ") + 1 for piece in pieces) > _MOST_LOCAL_WORDS:
        return None
    if unknown and not _may_be_local(pieces[unknown[0]], first=unknown[0] == 0):
        return None
    if not (_is_own_report(pieces, rest) or (unknown and _is_persons(pieces, rest))):
        return None
    return Reading(tuple(_as_place(p) if p.what is What.UNKNOWN else p for p in pieces), len(unknown))


def _as_place(piece: Piece) -> Piece:
    return piece._replace(what=What.PLACE)


def _is_own_report(pieces: Sequence[Piece], rest: Sequence[Piece]) -> bool:
    """Say whether a place and «خاص» are the line."""
    label = pieces[-1].label
    return len(pieces) == 2 and label is not None and label.solo and all(map(_city_or_paper, rest[:-1]))


def _is_persons(pieces: Sequence[Piece], rest: Sequence[Piece]) -> bool:
    """Say whether a certain person stands beside what is unknown, as bylines have it."""
    persons = [piece for piece in rest if piece.what is What.PERSON]
    if len(persons) != 1 or not persons[0].sure or office(fold(persons[0].text.partition(" ")[0])):
        return False
    if not all(_city_or_paper(piece) for piece in rest if piece is not persons[0]):
        return False
    colon = next((n for n, piece in enumerate(pieces[:-1]) if piece.after == ":"), None)
    return colon is None or (colon == len(pieces) - 2 and pieces[-1] is persons[0] and not persons[0].after)


def _may_be_local(piece: Piece, *, first: bool) -> bool:
    """Say whether a text may be the name of a village or a local paper; behind a person only one with ال."""
    keys = [fold(word) for word in piece.text.split()]
    if not 1 <= len(keys) <= _LONGEST_LOCAL or any(len(key) < 3 or attached(key) or forbidden(key) for key in keys):
        return False
    if not first and not keys[0].startswith("ال") and keys[0] not in of_sort(Sort.OUTLET_START):
        return False
    core = keys[0].removeprefix("ال")
    if len(keys) > 1 and {keys[0], core} & (of_sort(Sort.PLACE_HEAD) | of_sort(Sort.PLACE_START)):
        return True
    if len(keys) > 1 and piece.after == ":":
        return False
    fields = of_sort(Sort.FIELD)
    return keys[0] not in fields and core not in fields and not first_name(keys[0])


def _run_on(pieces: Sequence[Piece]) -> bool:
    """Say whether pieces follow each other with no punctuation, as in a phrase."""
    return any(
        not piece.before and not {piece.what, before.what} & {What.FROM, What.NOISE, What.LABEL, What.TITLE}
        for before, piece in pairwise(pieces)
    )


def _names_itself(piece: Piece) -> bool:
    """Say whether an outlet's name needs no company: no other word, or an agency's abbreviation (قنا)."""
    return piece.what is What.OUTLET and (piece.sure or piece.before == "(" or _abbreviated(piece))


def _of_the_house(pieces: Sequence[Piece]) -> bool:
    """Say whether an outlet stands beside one of its desks (السومرية نيوز – محليات), or the site beside another."""
    known = [piece.known for piece in pieces if piece.known and piece.what is What.OUTLET]
    kinds = {one.kind for one in known}
    sure = OutletKind.HOUSE in kinds or (OutletKind.DESK in kinds and any(one.sure for one in known))
    return sure and len(kinds) > 1 and all(piece.what is What.OUTLET or dated(piece.text) for piece in pieces)


def _abbreviated(piece: Piece) -> bool:
    return piece.is_agency and len(piece.text) <= _ABBREVIATION
