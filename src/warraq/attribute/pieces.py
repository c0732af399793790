"""Cuts an attribution line into pieces: places, outlets, labels, persons, and what cannot be told yet.

The line is cut at its punctuation into segments; a segment is read word by word against the gazetteers, since
words of several kinds may follow each other with nothing between them (الرياض الوئام محمد السويهري).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from warraq.arabic.gazetteer import Known, OutletKind, outlets, places
from warraq.arabic.names import attached, first_name, forbidden, is_person, name_like, title
from warraq.letters import fold
from warraq.lexicon import load
from warraq.model import Person, Role


class What(StrEnum):
    """What a piece is."""

    PERSON = "person"
    PLACE = "place"
    OUTLET = "outlet"
    EITHER = "either"
    LABEL = "label"
    FROM = "from"
    UNKNOWN = "unknown"
    TITLE = "title"
    INITIALS = "initials"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Label:
    """An entry of ``labels.toml``; see there."""

    words: tuple[str, ...]
    kind: Role
    example: str
    person: tuple[Person, ...] = ()
    bare: bool = False


class Piece(NamedTuple):
    """One piece of a line.

    Attributes:
        what: what it is, as far as it alone tells.
        text: as printed.
        start, end: its place in the line.
        sure: nothing else has this spelling.
        before: the punctuation before its segment: one of ``- : ( , / "`` or "" (start of the line, or a bare space).
        after: the punctuation after its segment.
        label: of a label.
        known: of a place or an outlet.
    """

    what: What
    text: str
    start: int
    end: int
    sure: bool = True
    before: str = ""
    after: str = ""
    label: Label | None = None
    known: Known | None = None


class _Word(NamedTuple):
    text: str
    key: str
    start: int
    end: int


_SEPARATOR = re.compile(
    r"\s+[-–—ـ−_]+\s*|\s*[-–—ـ−_]{1,3}(?:\s+|$)|^[-–—ـ_]+|(?<=[ء-ي٠-٩»)])[-–—](?=[ء-ي«(])|[-–—]{2,}"
    r"|\s*[:：/\\|،,؛;()\[\]{}«»\"“”„<>•·*+●▪■…]\s*|[\s\u00a0]{2,}|[\t\r\n]+"
)
_WORD = re.compile(r"[^\s.\-]+\.?|[.\-]")
_MARKS = str.maketrans("–—ـ−_،؛;|\\[{]}«»“”„", "-----,,,//(())" + '"' * 5)
_OUTLET_HEADS = frozenset("مكتب صحيفه جريده وكاله قناه موقع شبكه مجله بوابه اذاعه راديو تلفزيون خدمه".split())
_OFFICES = _OUTLET_HEADS | frozenset("فريق هييه اسره قسم وحده".split())
_OUTLET_TAILS = frozenset(
    "نيوز نت اونلاين لاين برس تايمز بوست ميديا الاخباريه الاخباري للانباء news press times post tv media".split()
)
_PLACE_HEADS = frozenset("ولايه محافظه مقاطعه اقليم مديريه قضاء ريف مخيم جزيره جزر بلده قريه شمال جنوب شرق غرب".split())
_COUNTRY_PAPER = re.compile(
    "ال(?:سعودي|اماراتي|كويتي|قطري|بحريني|عماني|يمني|عراقي|سوري|لبناني|اردني|فلسطيني|مصري|سوداني|ليبي"
    "|تونسي|جزايري|مغربي|موريتاني|تركي|ايراني|اسراييلي|عبري|امريكي|اميركي|بريطاني|فرنسي|الماني|ايطالي|اسباني|روسي"
    "|صيني|هندي|لندني)ه?"
)
_TITLES = frozenset("د ا م الدكتور الدكتوره الاستاذ المهندس".split())
_MIDWAY = frozenset("تصوير عدسه بعدسه ترجمه ترجمها بقلم كتب كتبت اعداد تحرير هاتفيا بواسطه للنشره".split())


@lru_cache(maxsize=1)
def labels() -> dict[str, Label]:
    """Return the labels by folded words."""
    return {fold(words): entry for entry in load("labels", Label) for words in entry.words}


@lru_cache(maxsize=1)
def _longest_label() -> int:
    return max(key.count(" ") + 1 for key in labels())


@lru_cache(maxsize=1)
def _label_openers() -> frozenset[str]:
    return frozenset(key.partition(" ")[0] for key in labels()) | _TITLES


def label_opens(key: str) -> bool:
    """Say whether a label or a title begins with this folded word."""
    return key in _label_openers()


def cut(text: str) -> tuple[Piece, ...]:
    """Cut a line into pieces, in reading order.

    >>> [(p.what.value, p.text) for p in cut("جدة - الوئام - سمير الحربي تصوير: د. علي باصالح")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('place', 'جدة'), ('outlet', 'الوئام'), ('person', 'سمير الحربي'), ('label', 'تصوير'), ('person', 'د. علي باصالح')]
    """
    pieces: list[Piece] = []
    at, before = 0, ""
    for match in _SEPARATOR.finditer(text):
        mark = _mark(match[0])
        pieces += _segment(text, at, match.start(), before, mark)
        at, before = match.end(), mark
    pieces += _segment(text, at, len(text), before, "")
    return tuple(pieces)


def _mark(separator: str) -> str:
    """Name the class of a separator."""
    return separator.strip()[:1].translate(_MARKS) or " "


def _segment(text: str, start: int, end: int, before: str, after: str) -> list[Piece]:
    """Read the words of one segment."""
    words = [
        _Word(m[0], fold(m[0]).strip(".'’"), m.start(), m.end())
        for m in _WORD.finditer(text, start, end)
        if m[0] not in ".-"
    ]
    words = [word for word in words if word.key]
    out: list[Piece] = []
    at = 0
    while at < len(words):
        piece, at = _next(text, words, at)
        out.append(piece._replace(before=before if len(out) == 0 else "", after=after))
    return out


def _next(text: str, words: Sequence[_Word], at: int) -> tuple[Piece, int]:
    """Read the next piece of a segment."""
    keys = [word.key for word in words]
    for what in (_label, _whole_outlet, _from, _known):
        found = what(text, words, keys, at)
        if found:
            return found
    end = _chunk_end(keys, at)
    return _chunk(text, words, at, end), end


def _piece(what: What, text: str, words: Sequence[_Word], start: int, end: int) -> Piece:
    first, last = words[start].start, words[end - 1].end
    return Piece(
        what,
        text[first:last].rstrip(".").strip() if what is not What.OUTLET else text[first:last],
        first,
        last,
    )


def _whole_outlet(text: str, words: Sequence[_Word], keys: Sequence[str], at: int) -> tuple[Piece, int] | None:
    """Read an outlet or place that no gazetteer has but that says so itself: مكتب …، … نيوز، ولاية …."""
    rest = len(keys) - at
    if not 2 <= rest <= 5 or outlets().whole(" ".join(keys[at:])) or any(map(attached, keys[at:])):
        return None
    if keys[at] in (_OFFICES if at == 0 else _OUTLET_HEADS) or (at == 0 and keys[-1] in _OUTLET_TAILS and rest <= 3):
        return _piece(What.OUTLET, text, words, at, len(keys))._replace(sure=False), len(keys)
    if at == 0 and keys[0] in _PLACE_HEADS and rest <= 3:
        return _piece(What.PLACE, text, words, at, len(keys))._replace(sure=False), len(keys)
    return None


def _label(text: str, words: Sequence[_Word], keys: Sequence[str], at: int) -> tuple[Piece, int] | None:
    """Read a label, also two joined by و (إعداد وتصوير)."""
    if at and keys[at] not in _MIDWAY:
        return None
    label, end = _label_at(keys, at)
    if label is None:
        return None
    if end < len(keys) and keys[end].startswith("و"):
        more, more_end = _label_at([*keys[:end], keys[end][1:], *keys[end + 1 :]], end)
        end = more_end if more else end
    if end < len(keys) and not (label.bare or keys[at] in _MIDWAY or _announced(words, keys, end, label)):
        return None
    return _piece(What.LABEL, text, words, at, end)._replace(label=label), end


def _announced(words: Sequence[_Word], keys: Sequence[str], at: int, label: Label) -> bool:
    """Say whether what follows a label directly is what it announces: a person, or an outlet."""
    if keys[at] in _OUTLET_HEADS or (not label.person and outlets().at(keys, at)):
        return True
    return is_person(_rest(words[: _chunk_end(keys, at)], at))


def _label_at(keys: Sequence[str], at: int) -> tuple[Label | None, int]:
    for end in range(min(len(keys), at + _longest_label()), at, -1):
        label = labels().get(" ".join(keys[at:end]))
        if label:
            return label, end
    return None, at


def _rest(words: Sequence[_Word], at: int) -> str:
    return " ".join(word.text for word in words[at:])


def _from(text: str, words: Sequence[_Word], keys: Sequence[str], at: int) -> tuple[Piece, int] | None:
    """Read من before a place: whatever follows it up to the end is one."""
    if keys[at] == "من" and at + 1 < len(keys):
        return _piece(What.FROM, text, words, at, at + 1), at + 1
    return None


def _known(text: str, words: Sequence[_Word], keys: Sequence[str], at: int) -> tuple[Piece, int] | None:
    """Read a place or outlet at the start of what is left, if what follows can stand behind one."""
    outlet, place = outlets().at(keys, at), places().at(keys, at)
    found = outlet if outlet and (place is None or outlet.words > place.words) else place
    if found is None:
        return None
    end = at + found.words
    if found is outlet and end == len(keys) - 1 and _COUNTRY_PAPER.fullmatch(keys[end]):
        return _piece(What.OUTLET, text, words, at, len(keys))._replace(known=found), len(keys)
    alone = at == 0 and end == len(keys)
    if not alone and not (found.sure or (place and place.sure) or keys[at - 1] == "من"):
        return None
    if end < len(keys) and not _may_follow(words, keys, at, end, found):
        return None
    what = What.OUTLET if found is outlet else What.PLACE
    if outlet and place and outlet.words == place.words:
        what, found = What.EITHER, outlet
    piece = _piece(what, text, words, at, end)
    return piece._replace(sure=found.sure and what is not What.EITHER, known=found), end


def _may_follow(words: Sequence[_Word], keys: Sequence[str], at: int, end: int, found: Known) -> bool:
    """Say whether the words after a place or outlet allow it: a person, a place, an outlet, a label."""
    if keys[end] == "من" or keys[end] in _MIDWAY or forbidden(keys[end]):
        return found.sure
    if first_name(keys[at]) and found.words == 1:
        return False
    return bool(
        outlets().at(keys, end) or places().at(keys, end) or is_person(_rest(words, end)) or _label_at(keys, end)[0]
    )


def _chunk_end(keys: Sequence[str], at: int) -> int:
    """Return where a run of name words ends: before a label, من, a word of prose, or a place at the segment's end."""
    end = at + 1
    while end < len(keys) and not _ends_chunk(keys, at, end):
        end += 1
    if end < len(keys) and keys[end] not in _MIDWAY and keys[end] != "من":
        return len(keys) if forbidden(keys[at]) else end
    for gazetteer in (outlets(), places()):
        tail = gazetteer.ending(keys, end)
        if tail and tail.sure and end - tail.words - at >= 2 and not _is_surname(keys, end - tail.words):
            return end - tail.words
    return end


def _ends_chunk(keys: Sequence[str], at: int, end: int) -> bool:
    """Say whether word ``end`` cannot belong to the run of name words that begins at ``at``."""
    key = keys[end]
    return key in _MIDWAY or key == "من" or forbidden(key) or attached(key) or (end >= at + 2 and title(key))


def _is_surname(keys: Sequence[str], at: int) -> bool:
    """Say whether a place's name at the end of a person's is a surname: one word with ال, and no surname before it."""
    return (
        at == len(keys) - 1
        and keys[at].startswith("ال")
        and (keys[at - 2] == "عبد" or not keys[at - 1].startswith("ال"))
    )


def _chunk(text: str, words: Sequence[_Word], at: int, end: int) -> Piece:
    """Judge a run of words that no gazetteer has."""
    keys = [word.key for word in words[at:end]]
    piece = _piece(What.UNKNOWN, text, words, at, end)._replace(sure=False)
    if all(len(key) == 1 and not key.isdigit() for key in keys) and piece.text[1:2] in (".", ""):
        return piece._replace(what=What.TITLE if len(keys) == 1 else What.INITIALS)
    if all(title(key) for key in keys) or (len(keys) == 1 and keys[0] in _OUTLET_HEADS):
        return piece._replace(what=What.TITLE)
    if not name_like(keys) or piece.text.isdigit():
        return piece._replace(what=What.NOISE)
    if is_person(piece.text):
        return piece._replace(what=What.PERSON, sure=not piece.text.isascii() or first_name(keys[0]))
    if len(keys) == 1 and (first_name(keys[0]) or _glued(keys[0])):
        return piece._replace(what=What.PERSON)
    return piece


def _glued(key: str) -> bool:
    """Say whether a word is a first name and a surname with no space between them (خالدالمرشود)."""
    at = key.find("ال", 3)
    return at > 0 and first_name(key[:at])


def is_agency(piece: Piece) -> bool:
    """Say whether a piece is an agency's name, even one that is also a word or a city (قنا، وفا)."""
    return piece.known is not None and piece.known.kind is OutletKind.AGENCY


def is_generic(piece: Piece) -> bool:
    """Say whether an outlet is وكالات or the like."""
    return piece.known is not None and piece.known.kind is OutletKind.GENERIC
