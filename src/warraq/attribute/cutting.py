"""Cuts an attribution line into pieces: places, outlets, labels, persons, and what cannot be told yet.

The line is cut at its punctuation into segments; a segment is read word by word against the gazetteers, since
words of several kinds may follow each other with nothing between them (الرياض الوئام محمد السويهري).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from warraq.arabic.gazetteer import Gazetteer, outlets, places
from warraq.arabic.labels import Label, label_at, may_spell
from warraq.arabic.names import (
    attached,
    family,
    first_name,
    forbidden,
    is_person,
    name_like,
    outlet_of,
    place_of,
    split_persons,
    title,
)
from warraq.attribute.house import NO_HOUSE
from warraq.attribute.line_words import Sort, dated, of_sort
from warraq.attribute.pieces import Piece, What
from warraq.attribute.segments import Segment, segments

_FROM, _ON = "من", "على"


class _Read(NamedTuple):
    """A piece and the number of the word after it."""

    piece: Piece
    end: int


def cut(line: str, house: Gazetteer = NO_HOUSE) -> tuple[Piece, ...]:
    """Cut a line into pieces, in reading order; ``house`` has the names of the site itself.

    >>> [(p.what.value, p.text) for p in cut("جدة - الوئام - سمير الحربي تصوير: د. علي باصالح")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('place', 'جدة'), ('outlet', 'الوئام'), ('person', 'سمير الحربي'), ('label', 'تصوير'), ('person', 'د. علي باصالح')]
    """
    return tuple(piece for segment in segments(line, house) for piece in _pieces(segment))


def _pieces(segment: Segment) -> Iterator[Piece]:
    """Read the words of one segment."""
    at = 0
    while at < len(segment.words):
        piece, end = _next(segment, at)
        yield piece._replace(before="" if at else segment.before, after=segment.after)
        at = end


def _next(segment: Segment, at: int) -> _Read:
    """Read the next piece of a segment."""
    for reader in (_date, _label, _self_named, _from, _known, _initials):
        found = reader(segment, at)
        if found:
            return found
    end = _run_end(segment, at)
    return _Read(_run(segment, at, end), end)


def _date(segment: Segment, at: int) -> _Read | None:
    """Read the words of a date or a counter, from its number on (26 شوال 1436 هـ)."""
    keys = segment.keys
    if not keys[at][0].isdigit() or segment.outlet_at(at) or places().at(keys, at):
        return None
    end = next((n for n in range(at + 1, len(keys)) if not dated(keys[n])), len(keys))
    return _Read(segment.piece(What.NOISE, at, end), end) if dated(segment.text(at, end)) else None


def _label(segment: Segment, at: int) -> _Read | None:
    """Read a label, also two joined by و (إعداد وتصوير)."""
    keys = segment.keys
    midway = keys[at] in of_sort(Sort.MIDWAY)
    found = label_at(keys, at) if midway or not at else None
    if found is None or not may_spell(found.label, segment.text(at, found.end)):
        return None
    end = found.end
    if end < len(keys) and keys[end].startswith("و"):
        more = label_at([*keys[:end], keys[end][1:], *keys[end + 1 :]], end)
        end = more.end if more else end
    if end < len(keys) and not (midway or found.label.bare or _announces(found.label, segment, end)):
        return None
    return _Read(segment.piece(What.LABEL, at, end)._replace(label=found.label), end)


def _announces(label: Label, segment: Segment, at: int) -> bool:
    """Say whether what follows a label directly is what it announces: a person, or an outlet."""
    keys = segment.keys
    if keys[at] in of_sort(Sort.OUTLET_HEAD) or (not label.person and segment.outlet_at(at)):
        return True
    return is_person(segment.text(at, _run_end(segment, at)))


def _self_named(segment: Segment, at: int) -> _Read | None:
    """Read an outlet or place that no gazetteer has but that says so itself: مكتب …، … نيوز، ولاية …."""
    keys = segment.keys
    rest = len(keys) - at
    whole = " ".join(keys[at:])
    if not 2 <= rest <= 5 or outlets().whole(whole) or places().whole(whole) or any(map(attached, keys[at:])):
        return None
    outlet = keys[at] in of_sort(Sort.OUTLET_HEAD)
    if at == 0 and not outlet:
        outlet = keys[0] in of_sort(Sort.OFFICE) or (rest <= 3 and keys[-1] in of_sort(Sort.OUTLET_TAIL))
    place = at == 0 and rest <= 3 and keys[0] in of_sort(Sort.PLACE_HEAD)
    if not outlet and not place:
        return None
    return _Read(segment.piece(What.OUTLET if outlet else What.PLACE, at, len(keys))._replace(sure=False), len(keys))


def _from(segment: Segment, at: int) -> _Read | None:
    """Read من before a place or, as agencies write, before the reporter."""
    if segment.keys[at] == _FROM and at + 1 < len(segment.keys):
        return _Read(segment.piece(What.FROM, at, at + 1), at + 1)
    return None


def _known(segment: Segment, at: int) -> _Read | None:
    """Read a place or outlet at the start of what is left, if what follows can stand behind one."""
    keys = segment.keys
    outlet, place = segment.outlet_at(at), places().at(keys, at)
    found = outlet if outlet and (place is None or outlet.words >= place.words) else place
    if found is None:
        return None
    end = at + found.words
    if found is outlet and end == len(keys) - 1 and keys[end] in of_sort(Sort.PAPER_COUNTRY):
        # A feminine country behind a masculine word goes with the paper, not with the word (الرأي الكويتية).
        sure = found.sure or (keys[end].endswith("ه") and not keys[end - 1].endswith("ه"))
        return _Read(segment.piece(What.OUTLET, at, len(keys))._replace(sure=sure, known=found), len(keys))
    either = outlet is not None and place is not None and outlet.words == place.words
    sure = found.sure or (place is not None and place.sure)
    alone = at == 0 and all(map(dated, keys[end:]))
    if not alone and not (sure or keys[at - 1] == _FROM or _beside_known(keys, at, end)):
        return None
    if end < len(keys) and not _may_follow(segment, at, end, sure=sure):
        return None
    what = What.EITHER if either else What.OUTLET if found is outlet else What.PLACE
    return _Read(segment.piece(what, at, end)._replace(sure=found.sure and not either, known=found), end)


def _beside_known(keys: Sequence[str], at: int, end: int) -> bool:
    """Say whether a name that is also a word shares its segment with nothing but a place or an outlet (المدينة جدة)."""
    other = " ".join(keys[end:] if at == 0 else keys[:at])
    known = outlets().whole(other) or places().whole(other)
    return (at == 0 or end == len(keys)) and known is not None and known.sure


def _joined(key: str) -> bool:
    """Say whether a word is a first name with و before it."""
    return key.startswith("و") and first_name(key[1:]) and not first_name(key)


def _initials(segment: Segment, at: int) -> _Read | None:
    """Read a signature of single letters (م.ل), or a title set apart from its name (د/)."""
    keys = segment.keys
    if any(len(key) > 1 or key.isdigit() for key in keys[at:]):
        return None
    if len(keys) - at == 1 and not title(keys[at]):
        return None
    return _Read(segment.piece(What.INITIALS if len(keys) - at > 1 else What.TITLE, at, len(keys)), len(keys))


def _may_follow(segment: Segment, at: int, end: int, *, sure: bool) -> bool:
    """Say whether the words after a place or outlet allow it: a person, a place, an outlet, a label, prose."""
    keys = segment.keys
    if dated(keys[end]) and not first_name(keys[end]):
        return True
    if keys[end] == _FROM or keys[end] in of_sort(Sort.MIDWAY) or forbidden(keys[end]):
        return sure
    if at and keys[at - 1] == _FROM and _joined(keys[end]):
        return True
    if first_name(keys[at]) and end - at == 1:
        return False
    return bool(segment.outlet_at(end) or places().at(keys, end) or is_person(segment.text(end)) or label_at(keys, end))


def _run_end(segment: Segment, at: int) -> int:
    """Return where a run of name words ends: before a label, من, a word of prose, or a place at the segment's end."""
    keys = segment.keys
    if forbidden(keys[at]):
        return next((n for n in range(at + 1, len(keys)) if keys[n] in of_sort(Sort.MIDWAY)), len(keys))
    end = at + 1
    while end < len(keys) and not _ends_run(keys, at, end):
        end += 1
    if end < len(keys) and keys[end][0].isdigit() and keys[end - 1] in of_sort(Sort.WEEKDAY) and end - at > 1:
        return end - 1
    if end < len(keys) and keys[end] not in of_sort(Sort.MIDWAY) and keys[end] != _FROM:
        return end
    if segment.after == "," and end - at > 2 and dated(keys[end - 1]):
        return end - 1
    for gazetteer in (segment.house, outlets(), places()):
        tail = gazetteer.ending(keys, end)
        start = end - tail.words if tail else end
        if tail and tail.sure and start - at >= 2 and (segment.after == ":" or not _is_surname(keys, start)):
            return start
    return end


def _ends_run(keys: Sequence[str], at: int, end: int) -> bool:
    """Say whether word ``end`` cannot belong to the run of name words that begins at ``at``."""
    key = keys[end]
    if family(keys[at:], end - at):
        return False
    if key == _FROM or key in of_sort(Sort.MIDWAY) or forbidden(key):
        return True
    if attached(key) and (
        end < len(keys) - 1 or not key.startswith(("بال", "كال", "فال")) or place_of(key) or outlet_of(key)
    ):
        return True
    return end >= at + 2 and len(key) > 2 and title(key)


def _is_surname(keys: Sequence[str], at: int) -> bool:
    """Say whether a place's name at the end of a person's is a surname: one word with ال, and no surname before it."""
    if at != len(keys) - 1 or not keys[at].startswith("ال"):
        return False
    return keys[at - 2] == "عبد" or not keys[at - 1].startswith("ال")


def _run(segment: Segment, at: int, end: int) -> Piece:
    """Judge a run of words that no gazetteer has."""
    keys = segment.keys[at:end]
    piece = segment.piece(What.UNKNOWN, at, end)._replace(sure=False)
    if all(map(title, keys)) or (len(keys) == 1 and keys[0] in of_sort(Sort.OUTLET_HEAD)):
        return piece._replace(what=What.TITLE)
    if at and _joined(keys[0]):
        piece = piece._replace(text=piece.text[1:], start=piece.start + 1)
    months = len(keys) > 1 and all(map(first_name, keys))  # رجب رمضان is a man
    if not name_like(keys) or (dated(piece.text) and not months):
        return piece._replace(what=What.NOISE)
    if is_person(piece.text):
        return piece._replace(what=What.PERSON, sure=not piece.text.isascii() or first_name(keys[0]))
    if " و" in piece.text:
        names = split_persons(piece.text)
        if len(names) > 1 and all(map(is_person, names)):
            return piece._replace(what=What.PERSON, sure=True)
    if segment.words[at].text == _ON:
        return piece._replace(what=What.NOISE)
    if len(keys) == 1 and (first_name(keys[0]) or _glued(keys[0])):
        return piece._replace(what=What.PERSON)
    return piece


def _glued(key: str) -> bool:
    """Say whether a word is a first name and a surname with no space between them (خالدالمرشود)."""
    at = key.find("ال", 3)
    return at > 0 and first_name(key[:at])
