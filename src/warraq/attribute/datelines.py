"""Attributions inside a paragraph: the dateline that opens it and the credit that closes it.

Both stay in the paragraph; these functions say where they are. A dateline is read segment by segment from the start
(دمشق، سوريا (CNN) -- …) and ends at the last punctuation up to which every word is a place, an outlet, a date, a label
or a person behind one of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.arabic.gazetteer import outlets, places
from warraq.arabic.names import first_name
from warraq.attribute.dates import counted
from warraq.attribute.pieces import Piece, What, is_generic
from warraq.attribute.reading import Reading, read, to_parts
from warraq.letters import fold
from warraq.model import LineParts, Role

_REACH = 110
_LEAST_REST = 30
_END = re.compile(r"\s*[-–—ـ−]{1,3}(?=\s|[ء-ي«\"“])|\s*:|\s*[)\]](?=\s*[^\s:–—\-ـ/،,(])|\s*/(?=\s)|[\t ]{3,}")
_FIRST = re.compile(r"[\s(\[«\"“*•]*([^\s.،,:()\[\]/«»\"“”–—\-]+\.?)")
_TRAILING = re.compile(
    r"(?:(?P<open>[(\[])\s*(?P<inside>[^()\[\]]{2,60}?)\s*[)\]]|(?P<bar>/)\s*(?P<between>[^/]{2,40}?)\s*/"
    r"|(?P<label>(?:المصدر|المصادر|مصدر الخبر)\s*:\s*)(?P<source>[^.:]{2,60}))\s*\.?\s*$"
)
_DASHED = re.compile(r"[.!؟»”\"]\s*[-–—ـ+]\s*(?P<plain>[^.:–—\-]{2,30}?)\s*\.?\s*$")
_MARKS = re.compile(r"[)\]/]\s*\.?\s*$|مصدر|المصادر")
_DASH = re.compile(r"[-–—ـ+]")
_SENTENCE_END = '.!?؟»”"…'
_OF_AN_OUTLET = frozenset(
    "وكاله لوكاله بوكاله وكالات الانباء للانباء صحيفه لصحيفه قناه لقناه شبكه لشبكه موقع لموقع جريده مجله الرسميه"
    " الالمانيه الفرنسيه السعوديه الكويتيه القطريه البحرين الامارات الاردنيه السوريه الفلسطينيه الصينيه برس".split()
)


def dateline(text: str) -> LineParts | None:
    """Find the attribution that opens a paragraph.

    Args:
        text: the paragraph, clean.

    Returns:
        Its parts, ``text`` being the attribution without the punctuation behind it, ``start`` and ``end`` its place.

    >>> dateline("مسقط، 3 ديسمبر (رويترز) - قالت وزارة النقل إن الميناء سيعود إلى العمل خلال أسبوع.").text
    'مسقط، 3 ديسمبر (رويترز)'
    >>> dateline("قالت وزارة النقل - في بيان - إن الميناء سيعود إلى العمل خلال أسبوع.") is None
    True
    """
    opening = _FIRST.match(text)
    if opening is None or not _may_open(text[:_REACH], fold(opening[1]).strip(".")):
        return None
    best: LineParts | None = None
    for match in _END.finditer(text, 2, _REACH):
        end = match.end() if match[0].strip()[:1] in (")", "]") else match.start()
        if len(text) - match.end() < _LEAST_REST:
            break
        reading = read(text[:end])
        if not _pure(reading.pieces):
            break
        if _dated(reading, match[0].strip()[:1], text[match.end() :]):
            best = _parts(text, 0, end, reading, Role.DATELINE)
    return best


def _may_open(head: str, key: str) -> bool:
    """Say quickly whether a paragraph's first word can open a dateline: most paragraphs end here."""
    if key in _OPENERS or key.isdigit() or places().opens(key) or outlets().opens(key):
        return True
    return first_name(key) and any(mark in head[:60] for mark in "(/:–—-")


_OPENERS = frozenset("كتب كتبت خاص بقلم متابعه متابعات اعداد تقرير ا د و مراسل مراسلنا".split())


def _pure(pieces: Sequence[Piece]) -> bool:
    """Say whether every piece belongs in a dateline."""
    return all(
        piece.what in (What.PLACE, What.OUTLET, What.LABEL)
        or (piece.what is What.PERSON and piece.sure)
        or (piece.what in (What.NOISE, What.UNKNOWN) and counted(piece.text))
        for piece in pieces
    )


def _dated(reading: Reading, mark: str, rest: str) -> bool:
    """Say whether the pieces make a dateline: an outlet, a labelled person, or a city and a dash."""
    outlets_sure = any(piece.what is What.OUTLET and piece.sure for piece in reading.pieces)
    places_sure = any(piece.what is What.PLACE and piece.sure for piece in reading.pieces)
    persons = reading.count(What.PERSON)
    if outlets_sure:
        return bool(mark != ":" or places_sure or persons or reading.label or reading.pieces[-1].after == ")")
    if reading.guessed or (reading.count(What.OUTLET) and not places_sure):
        return False
    if reading.label and persons:
        return True
    if persons and places_sure:
        return mark != ":" or rest.lstrip()[:1] not in "«\"“”'"
    return places_sure and mark in "-–—ـ" and len(reading.pieces) <= 3 and len(rest) >= 2 * _LEAST_REST


def trailing_credit(text: str) -> LineParts | None:
    """Find the credit that closes a paragraph: an agency in brackets, between slashes, or behind المصدر.

    >>> credit = trailing_credit("وعاد الهدوء إلى المدينة مساء. (د ب أ)")
    >>> credit.outlets, credit.start
    (('د ب أ',), 30)
    >>> trailing_credit("وذلك بحسب وكالة الأنباء الألمانية (د ب أ).") is None
    True
    """
    tail_start = max(0, len(text) - 90)
    match = _TRAILING.search(text, tail_start) if _MARKS.search(text, tail_start) else None
    if match is None and (dash := _DASH.search(text, max(0, len(text) - 40))):
        match = _DASHED.search(text, max(0, dash.start() - 2))
    if match is None:
        return None
    groups = match.groupdict()
    inner = groups.get("inside") or groups.get("between") or groups.get("source") or groups.get("plain") or ""
    start = match.start() + (match[0].index(inner) if "plain" in groups else 0)
    before = text[:start].rstrip()
    if not before or not _closes(before, groups):
        return None
    reading = read(inner.strip())
    named = [piece for piece in reading.pieces if piece.what in (What.OUTLET, What.PERSON, What.PLACE)]
    if len(named) != len(reading.pieces) or reading.guessed:
        return None
    if not any(piece.what is What.OUTLET and (piece.sure or is_generic(piece)) for piece in named):
        return None
    return _parts(
        text, start, len(text.rstrip().rstrip(".") if "plain" in groups else text.rstrip()), reading, Role.CREDIT
    )


def _closes(before: str, groups: dict[str, str | None]) -> bool:
    """Say whether what stands before allows a credit: a sentence's end, and no word that the brackets explain."""
    if groups.get("label"):
        return before[-1] in _SENTENCE_END + ")\n-"
    if before[-1] in _SENTENCE_END:
        return True
    if "plain" in groups:
        return False
    last = fold(before[-30:]).split()[-2:]
    return not any(word.strip("\"'") in _OF_AN_OUTLET for word in last)


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
