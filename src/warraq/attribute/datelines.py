"""Attributions inside a paragraph: the dateline that opens it and the credit that closes it.

Both stay in the paragraph; these functions say where they are. A dateline is read segment by segment from the start
(دمشق، سوريا (CNN) -- …) and ends at the last punctuation up to which every word is a place, an outlet, a date, a label
or a person behind one of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.arabic.gazetteer import Gazetteer, OutletKind, outlets, places
from warraq.arabic.names import first_name
from warraq.attribute.house import house_of
from warraq.attribute.line_words import Sort, dated, of_sort, sourced
from warraq.attribute.pieces import Piece, What
from warraq.attribute.reading import Reading, read, to_parts
from warraq.letters import fold
from warraq.model import LineParts, Role

_REACH = 110
_TAIL = 130
_SIGNATURE = 40
_LEAST_REST = 30
_END = re.compile(
    r"(?<=\w)[»”\"](?=\s+\w)|\s*[-–—ـ−]{1,3}(?=\s|[ء-ي«\"“])|\s*:|\s*[)\]](?=\s*[^\s:–—\-ـ/،,(])|\s*/(?=\s)|[\t ]{3,}"
)
_FIRST = re.compile(r"[\s(\[«\"“*•]*([^\s.،,:()\[\]/«»\"“”–—\-]{1,30}\.?)")
_UNKNOWN_CITY = re.compile(r"[^()،.:]{2,30}\([^()]{2,25}\)\s*[-–—ـ:]")
_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|\d+[\w/.-]*")
_GAP = re.compile(r"[\s\W_]*[-–—ـ/(|][\s\W_]*")
_CLOSE = re.compile(r"\s?[)\]/](?!\w)|(?=\s?[-–—:])")
_BRACKETED = re.compile(r"[(\[]\s*(?P<inside>[^()\[\]]{2,110}?)\s*[)\]]\s*\.?\s*$|/\s*(?P<between>[^/]{2,40}?)\s*/\s*$")
_PLAIN = re.compile(r"(?<=[^\s.]{2}[.!?؟…])[»”\"\s\-–—ـ+]*(?P<plain>\S.{1,30}?)\.?\s*$")
_INSERTED = re.compile(r"\s[-–—ـ]\s")
_CLOSING = frozenset(')]»”"')
_SENTENCE_END = '.!?؟»”"…'


def dateline(text: str, own: Sequence[str] = ()) -> LineParts | None:
    """Find the attribution that opens a paragraph.

    Args:
        text: the paragraph, clean.
        own: the names of the site, as the page declares them.

    Returns:
        Its parts, ``text`` being the attribution without the punctuation behind it, ``start`` and ``end`` its place.

    >>> dateline("مسقط، 3 ديسمبر (رويترز) - قالت وزارة النقل إن الميناء سيعود إلى العمل خلال أسبوع.").text
    'مسقط، 3 ديسمبر (رويترز)'
    >>> dateline("قالت وزارة النقل - في بيان - إن الميناء سيعود إلى العمل خلال أسبوع.") is None
    True
    """
    opening = _FIRST.match(text)
    house = house_of(tuple(own))
    if opening is None or not _may_open(text[:_REACH], fold(opening[1]).strip("."), house):
        return None
    best = _wire(text)
    for match in _END.finditer(text, best.end if best else 2, _REACH):
        end = match.end() if match[0].strip()[:1] in _CLOSING else match.start()
        if len(text) - match.end() < _LEAST_REST:
            break
        reading = read(text[:end], house)
        if not _pure(reading.pieces):
            break
        if _attributes(reading, match[0].strip()[:1], text[match.end() :]):
            best = _parts(text, 0, end, reading, Role.DATELINE)
    return best


def _wire(text: str) -> LineParts | None:
    """Find the dateline of agencies that put nothing between it and the text (دمشق-سانا قال …).

    It is a city, then a dash or a date, then the agency, or the agency, a slash, and the city.
    """
    tokens = list(_TOKEN.finditer(text, 0, _REACH))
    keys = [fold(token[0]) for token in tokens]
    city = places().at(keys, 0)
    first = city or outlets().at(keys, 0)
    if first is None or not first.sure or first.words >= len(tokens):
        return None
    at = first.words
    while at < len(tokens) and dated(keys[at]):
        at += 1
    if at == len(tokens):
        return None
    apart = at > first.words or _GAP.fullmatch(text, tokens[at - 1].end(), tokens[at].start())
    second = outlets().at(keys, at) if city else places().at(keys, at)
    if second is None or not apart or (city and second.kind is not OutletKind.AGENCY):
        return None
    inside = (tokens[at].start(), tokens[at + second.words - 1].end())
    end = inside[1]
    close = _CLOSE.match(text, end)
    if not (close or second.sure) or len(text) - end < _LEAST_REST:
        return None
    opening, closing = text[tokens[0].start() : tokens[first.words - 1].end()], text[slice(*inside)]
    city_text, agency = (opening, closing) if city else (closing, opening)
    end = close.end() if close else end
    return LineParts(text[:end], Role.DATELINE, (), (city_text,), (agency,), None, 0, end)


def _may_open(head: str, key: str, house: Gazetteer) -> bool:
    """Say quickly whether a paragraph's first word can open a dateline: most paragraphs end here."""
    if key in of_sort(Sort.OPENER) or key.isdigit() or places().opens(key) or outlets().opens(key):
        return True
    if house.opens(key):
        return True
    if first_name(key):
        return any(mark in head[:60] for mark in "(/:–—-")
    return "(" in head[:34] and _UNKNOWN_CITY.match(head) is not None


def _pure(pieces: Sequence[Piece]) -> bool:
    """Say whether every piece belongs in a dateline."""
    return all(
        piece.what in (What.PLACE, What.OUTLET, What.LABEL)
        or (piece.what is What.PERSON and piece.sure)
        or piece.what is What.TITLE
        or (piece.what in (What.NOISE, What.UNKNOWN) and dated(piece.text))
        for piece in pieces
    )


def _attributes(reading: Reading, mark: str, rest: str) -> bool:
    """Say whether the pieces make a dateline: an outlet, a labelled person, or a city and a dash."""
    outlets_sure = any(piece.what is What.OUTLET and piece.sure for piece in reading.pieces)
    places_sure = any(piece.what is What.PLACE and piece.sure for piece in reading.pieces)
    persons = reading.count(What.PERSON)
    papers = reading.count(What.OUTLET)
    wire = papers > 1 and any(piece.is_agency or piece.is_generic for piece in reading.pieces)
    if mark and mark in '»”"' and not places_sure:
        return False
    if outlets_sure:
        last = reading.pieces[-1]
        return bool(mark != ":" or places_sure or persons or wire or reading.label or last.after == ")")
    if reading.guessed or (papers and not places_sure):
        return False
    if reading.label and persons:
        return True
    if persons and places_sure:
        return mark != ":" or rest.lstrip()[:1] not in "«\"“”'"
    return places_sure and mark in "-–—ـ" and len(reading.pieces) <= 3 and _begins_a_sentence(rest)


def _begins_a_sentence(rest: str) -> bool:
    """Say whether the text behind a city and a dash is a sentence of its own.

    Not one that goes on with the city (مصر - التي فازت - …) or names the next one (سوريا - العراق: …).
    """
    opening = _FIRST.match(rest)
    if opening is None or len(rest) < 2 * _LEAST_REST or _INSERTED.search(rest, 0, _REACH):
        return False
    key = fold(opening[1])
    return not (places().opens(key) or key.startswith(("الت", "الذ", "و")))


def trailing_credit(text: str, own: Sequence[str] = ()) -> LineParts | None:
    """Find the credit that closes a paragraph: an agency in brackets, between slashes, or behind المصدر.

    >>> credit = trailing_credit("وعاد الهدوء إلى المدينة مساء. (د ب أ)")
    >>> credit.outlets, credit.start
    (('د ب أ',), 30)
    >>> trailing_credit("وذلك بحسب وكالة الأنباء الألمانية (د ب أ).") is None
    True
    """
    end = text[-4:].rstrip(" .")[-1:]
    tail = max(0, len(text) - _TAIL)
    if end and end in ")]/":
        match = _BRACKETED.search(text, tail)
    elif text.find(":", tail) >= 0 and (found := sourced().search(text, tail)):
        match = found
    else:
        match = _PLAIN.search(text, max(0, len(text) - _SIGNATURE))
    return _credit(text, match, house_of(tuple(own))) if match else None


def _credit(text: str, match: re.Match[str], house: Gazetteer) -> LineParts | None:
    """Judge what stands in the place of a credit."""
    group = match.lastgroup or ""
    before = text[: match.start()].rstrip()
    if not before or (group != "plain" and not _closes(before, at_sentence_end=group == "source")):
        return None
    reading = read(match[group], house)
    named = [piece for piece in reading.pieces if piece.what in (What.OUTLET, What.PERSON, What.PLACE)]
    label = reading.pieces[0].label if reading.pieces else None
    if group == "inside" and label and label.person:
        pure = all(piece.label or (piece.what is What.PERSON and piece.sure) for piece in reading.pieces)
        kind = label.kind
    else:
        agencies = any(piece.is_agency or piece.is_generic for piece in named)
        sure = any(piece.what is What.OUTLET and piece.sure for piece in named) or (agencies and group == "inside")
        pure = len(named) == len(reading.pieces) and sure and not reading.guessed and (agencies or group != "plain")
        kind = Role.CREDIT
    start, end = (match.start(group), match.end(group)) if group == "plain" else (match.start(), match.end())
    return _parts(text, start, end, reading, kind) if pure and named else None


def _closes(before: str, *, at_sentence_end: bool) -> bool:
    """Say whether what stands before allows a credit: a sentence's end, or no word that the brackets explain."""
    if before[-1] in _SENTENCE_END:
        return True
    if at_sentence_end:
        return before[-1] in ")\n"
    last = fold(before[-30:]).split()[-2:]
    return not any(word.strip("\"'") in of_sort(Sort.OF_AN_OUTLET) for word in last)


def _parts(text: str, start: int, end: int, reading: Reading, kind: Role) -> LineParts:
    """Make the answer, with its place in the paragraph."""
    parts = to_parts(text[start:end].strip(), reading, kind=kind)
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    return LineParts(
        parts.text,
        kind,
        parts.names,
        parts.places,
        parts.outlets,
        parts.role,
        start + lead,
        start + lead + len(parts.text),
    )
