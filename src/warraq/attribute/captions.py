"""The credit that ends a caption, or is all of it (… (رويترز-أرشيف)، … تصوير: سلوى بن يوسف، © مرآة الجنوب)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from warraq.arabic.gazetteer import Gazetteer
from warraq.arabic.words import word_key
from warraq.attribute.house import house_of
from warraq.attribute.line_words import Sort, of_sort
from warraq.attribute.photos import (
    PhotoWord,
    announced,
    photo_credit,
    photo_label,
    says_nobody,
    signed,
    unlabelled,
)
from warraq.attribute.pieces import Piece, What
from warraq.attribute.reading import read, to_parts
from warraq.letters import fold
from warraq.model import LineParts, Role

_REACH = 90
_BRACKETED = re.compile(
    r"[(\[]\s{0,3}(?P<inside>[^()\[\]]{1,60}?)\s{0,3}[)\]][\s.]{0,3}$|/\s{0,3}(?P<between>[^/]{2,40}?)\s{0,3}/[\s.]{0,3}$"
)
_APART = re.compile(r"\s[-–—|/]{1,2}\s|(?<=[^\s.]{2})[.…]\s{1,3}|\n")
_WORD = re.compile(r"\w+")
_BEFORE_LABEL = frozenset('.،,:;؛)]»”"|/-–—\n…')
_ENDS = " \t\n.،,-–—|/:؛;"


def caption_credit(text: str, own: Sequence[str] = ()) -> LineParts | None:
    """Find the credit that ends a caption or is the whole of it.

    Args:
        text: the caption, clean.
        own: the names of the site, as the page declares them.

    Returns:
        The credit with its place, of kind photo; what is before ``start`` is the caption. A credit that names
        nobody (أرشيف) has neither names nor outlets.

    >>> credit = caption_credit("جانب من السوق القديم (تصوير: سلوى بن يوسف)")
    >>> credit.names, credit.text, credit.start
    (('سلوى بن يوسف',), '(تصوير: سلوى بن يوسف)', 21)
    >>> caption_credit("سلوى بن يوسف أثناء تصوير فيلم جديد") is None
    True
    """
    text = text.rstrip()
    if len(text) < 2:
        return None
    house = house_of(tuple(own))
    tail = max(0, len(text) - _REACH)
    found = chain(
        _copyrighted(text, house),
        _in_brackets(text, tail, house),
        _behind_label(text, tail, house),
        _apart(text, tail, house),
    )
    parts = next(found, None) or _whole(text, house)
    if parts is None:
        return None
    parts = replace(parts, text=text[parts.start :].strip(" \t\n-–—|.،,"))
    return parts if credited(parts) else None


def credited(parts: LineParts) -> str:
    """Return what a credit says, as printed, without its label, © and brackets.

    >>> credited(caption_credit("جانب من السوق. تصوير: سلوى بن يوسف"))
    'سلوى بن يوسف'
    """
    return unlabelled(parts.text)


def _placed(parts: LineParts | None, start: int, end: int) -> Iterator[LineParts]:
    if parts is not None:
        yield replace(parts, start=start, end=end)


def _whole(text: str, house: Gazetteer) -> LineParts | None:
    parts = photo_credit(text, house, in_caption=True)
    return replace(parts, start=0, end=len(text)) if parts else None


def _copyrighted(text: str, house: Gazetteer) -> Iterator[LineParts]:
    at = text.rfind("©")
    if at >= 0:
        yield from _placed(signed(text[at:].rstrip(" )]."), house), _opening(text, at), len(text))


def _in_brackets(text: str, tail: int, house: Gazetteer) -> Iterator[LineParts]:
    """Read what stands in brackets or between slashes at the end."""
    match = _BRACKETED.search(text, tail)
    if match is None:
        return
    inside = match[match.lastgroup or 0]
    before = text[: match.start()].rstrip()
    if before and fold(before[-30:]).split()[-1] in of_sort(Sort.OF_AN_OUTLET):
        return  # the brackets explain the name before them: وكالة الأنباء الألمانية (د ب أ)
    ended = bool(before) and before[-1] in '.!؟»”"'
    parts = announced(inside, house) or _pure(inside, house, bracketed=True, persons=ended)
    yield from _placed(parts, match.start(), len(text))


def _behind_label(text: str, tail: int, house: Gazetteer) -> Iterator[LineParts]:
    """Read a label and what it announces: anywhere with a colon, else only where a sentence or the caption begins."""
    starts = [
        word.start() for word in _WORD.finditer(text, tail) if word.start() == 0 or not text[word.start() - 1].isalnum()
    ]
    for start in starts:
        label = photo_label(text, start)
        if label is None:
            continue
        kind, at, mark = label
        before = text[:start].rstrip(" \t")
        cut = not before or before[-1] in _BEFORE_LABEL
        if not cut and (mark not in (":", "/") or kind is PhotoWord.PICTURE or len(word_key(text[start:at])) < 2):
            continue
        if not before and kind is PhotoWord.PICTURE and not mark:
            continue
        parts = announced(text[start:].rstrip(" )]"), house)
        if parts and (cut or _is_known(text[at:], house)):
            yield from _placed(parts, _opening(text, start), len(text))
            return


def _is_known(text: str, house: Gazetteer) -> bool:
    """Say whether a text by itself names a certain person or outlet."""
    return any(piece.sure and piece.what in (What.PERSON, What.OUTLET) for piece in read(text, house).pieces)


def _apart(text: str, tail: int, house: Gazetteer) -> Iterator[LineParts]:
    """Read the agencies behind the last dash, bar, comma or full stop; the longest tail that is nothing else."""
    for match in _APART.finditer(text, tail):
        parts = _pure(text[match.end() :], house, bracketed=False, persons=match[0].strip() in (".", "…"))
        if parts and text[: match.start()].strip(_ENDS):
            yield from _placed(parts, match.start() if match[0].strip() not in (".", "…") else match.end(), len(text))
            return


def _pure(text: str, house: Gazetteer, *, bracketed: bool, persons: bool) -> LineParts | None:
    """Read a text that is nothing but agencies, their photographers, and words such as أرشيف."""
    text = text.strip(_ENDS)
    if says_nobody(text):
        return LineParts(text, Role.PHOTO, end=len(text)) if bracketed else None
    reading = read(text, house)
    left = [piece for piece in reading.pieces if not says_nobody(piece.text)]
    named = [piece for piece in left if _is_outlet(piece, bracketed=bracketed)]
    people = [piece for piece in left if piece not in named and _may_be_photographer(piece, bracketed and bool(named))]
    if not left or len(named) + len(people) != len(left):
        return None
    if people and not persons and not (bracketed and named):
        return None
    return to_parts(text, reading, kind=Role.PHOTO)


def _may_be_photographer(piece: Piece, beside_outlet: bool) -> bool:
    """Say whether a piece is a person; beside an outlet in brackets any two words that no gazetteer has."""
    if piece.what is What.PERSON and piece.sure:
        return True
    return (
        beside_outlet
        and piece.what in (What.PERSON, What.UNKNOWN, What.PLACE)
        and not piece.known
        and " " in piece.text
    )


def _is_outlet(piece: Piece, *, bracketed: bool) -> bool:
    """Say whether a piece is an outlet: in brackets also one that has the name of a thing."""
    return piece.what is What.OUTLET and (piece.sure or piece.is_agency or piece.is_generic or bracketed)


def _opening(text: str, at: int) -> int:
    """Return where an opening bracket right before a credit stands."""
    head = text[:at].rstrip(" \t")
    return len(head) - 1 if head[-1:] in ("(", "[") else at
