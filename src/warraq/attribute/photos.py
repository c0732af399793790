"""Credits of photographs: a label with a name, © with an agency, in a caption also an agency or capitals alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice

from warraq.arabic.gazetteer import Gazetteer
from warraq.arabic.words import word_key
from warraq.attribute.pieces import What
from warraq.attribute.reading import Reading, read, to_parts
from warraq.attribute.shapes import accounted, labelled
from warraq.lexicon import load
from warraq.model import LineParts, Role

_UPPER = re.compile(r"[A-Z][A-Z0-9 .,'&/-]{3,60}")
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|copyright)\s*", re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d\d\s+|\s+(?:19|20)\d\d$")
_COLON = re.compile(r"\s{0,3}[:：،,/|\-–—]{1,2}\s{0,3}|\s{1,3}")
_SENTENCE = re.compile(r"\w{3}[.…]\s+\S{3}|[!?؟]")
_SLASHED = re.compile(r"[A-Z][\w .&'-]{1,30}/[A-Z][\w .&'/-]{1,40}", re.ASCII)
_WORD = re.compile(r"\w+")
_MOST_WORDS, _LONGEST, _LONGEST_LABEL = 6, 60, 3


class PhotoWord(StrEnum):
    """What a word of ``photo_words.toml`` does; see there."""

    SOURCE = "source"
    CAMERA = "camera"
    PICTURE = "picture"
    ARCHIVE = "archive"
    ILLUSTRATION = "illustration"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class PhotoEntry:
    """An entry of ``photo_words.toml``."""

    kind: PhotoWord
    words: tuple[str, ...]
    example: str


@cache
def photo_words(kind: PhotoWord) -> frozenset[str]:
    """Return the words of one kind, folded, without punctuation."""
    return frozenset(
        word_key(word) for entry in load("photo_words", PhotoEntry) if entry.kind is kind for word in entry.words
    )


def says_nobody(text: str) -> bool:
    """Say whether a text is a credit that names nobody (أرشيف، DR، مواقع التواصل).

    >>> says_nobody("(أرشيفية)"), says_nobody("DR"), says_nobody("ميناء")
    (True, True, False)
    """
    key = word_key(text)
    return any(key in photo_words(kind) for kind in (PhotoWord.ARCHIVE, PhotoWord.ILLUSTRATION, PhotoWord.MARK))


def photo_label(text: str, start: int = 0) -> tuple[PhotoWord, int, str] | None:
    """Read a photo label at a place of a text: its kind, where what it announces begins, and the mark between."""
    words = list(islice(_WORD.finditer(text, start, start + _LONGEST), _LONGEST_LABEL))
    if not words or text[start : words[0].start()].strip() or not _may_open(text[start : words[-1].end()]):
        return None
    for count in range(len(words), 0, -1):
        end = words[count - 1].end()
        key = word_key(text[start:end])
        kind = next((k for k in _LABELS if key in photo_words(k)), None)
        gap = _COLON.match(text, end)
        if kind and gap:
            return kind, gap.end(), gap[0].strip()[:1]
    return None


_PERSONS_LABEL = "تصوير"
_LABELS = (PhotoWord.SOURCE, PhotoWord.CAMERA, PhotoWord.PICTURE)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(label.partition(" ")[0] for kind in _LABELS for label in photo_words(kind))


def _may_open(text: str) -> bool:
    """Say quickly whether the first word of a text is that of a photo label."""
    return word_key(text).partition(" ")[0] in _first_words()


def announced(text: str, house: Gazetteer) -> LineParts | None:
    """Read a text that begins with a photo label; who is neither person nor outlet is in its text only.

    >>> from warraq.attribute.house import NO_HOUSE
    >>> announced("تصوير: سلوى بن يوسف", NO_HOUSE).names, announced("صدر الصورة، REUTERS", NO_HOUSE).outlets
    (('سلوى بن يوسف',), ('REUTERS',))
    >>> announced("تصوير فيلم جديد", NO_HOUSE) is None
    True
    """
    found = photo_label(text)
    if found is None:
        return None
    kind, at, mark = found
    rest = text[at:].strip(" .\t\n")
    if not rest or len(rest) > _LONGEST or rest.count(" ") >= _MOST_WORDS or _SENTENCE.search(rest):
        return None
    reading = read(rest, house)
    if rest.isascii() and rest.isupper() and not reading.count(What.OUTLET):
        return LineParts(text, Role.PHOTO, end=len(text))
    if accounted(reading) and _names(reading, sure=not mark or kind is PhotoWord.PICTURE):
        return to_parts(text, reading, kind=Role.PHOTO)
    if kind is PhotoWord.SOURCE or (kind is PhotoWord.CAMERA and mark in (":", "/")):
        return _unknown(text, rest, house, person=kind is PhotoWord.CAMERA and " " in rest)
    return None


def _unknown(text: str, rest: str, house: Gazetteer, *, person: bool) -> LineParts:
    """Take what no list knows for what its label announces: a photographer, or whoever owns the picture."""
    parts = to_parts(text, read(f"{_PERSONS_LABEL}: {rest}", house), kind=Role.PHOTO) if person else None
    if parts and parts.names:
        return parts
    return LineParts(text, Role.PHOTO, end=len(text))


def _names(reading: Reading, *, sure: bool) -> bool:
    """Say whether a reading names an outlet or a person, certain ones where nothing else tells."""
    named = [piece for piece in reading.pieces if piece.what in (What.OUTLET, What.PERSON)]
    return any(piece.sure or piece.is_agency for piece in named) if sure else bool(named)


def unlabelled(text: str) -> str:
    """Return a credit without its label or ©.

    >>> unlabelled("صدر الصورة، HILL CLUB"), unlabelled("© مدى 24")
    ('HILL CLUB', 'مدى 24')
    """
    text = text.strip("()[]/ .")
    if says_nobody(text):
        return text
    label = photo_label(text)
    return _COPYRIGHT.sub("", text[label[1] :] if label else text).strip("()[] .")


def signed(text: str, house: Gazetteer) -> LineParts | None:
    """Read a text that begins with ©: the owner behind it, whoever it is, without the year."""
    bare = _COPYRIGHT.sub("", text)
    owner = _YEAR.sub("", bare.strip(" ./"))
    if bare == text or not owner or len(owner) > _LONGEST or owner.count(" ") >= _MOST_WORDS or _SENTENCE.search(owner):
        return None
    reading = read(owner, house)
    if reading.count(What.OUTLET, What.PERSON) and accounted(reading):
        return to_parts(text, reading, kind=Role.PHOTO)
    return LineParts(text, Role.PHOTO, end=len(text))


def photo_credit(line: str, house: Gazetteer, *, in_caption: bool) -> LineParts | None:
    """Read a whole line as a photo's credit.

    Outside a caption only a label or © with a known name tells; in a caption also an agency or capitals alone.
    """
    bare = _COPYRIGHT.sub("", line)
    marked = bare != line
    label = photo_label(line)
    if not (in_caption or marked or (label and label[0] is PhotoWord.SOURCE)):
        return None
    reading = read(bare, house)
    if not in_caption:
        agencies = bool(reading.pieces) and all(piece.is_agency for piece in reading.pieces)
        if accounted(reading) and (labelled(reading) if not marked else agencies):
            return to_parts(line, reading, kind=Role.PHOTO)
        return announced(line, house) if label and not marked else None
    return announced(line, house) or signed(line, house) or _plain(line, reading)


def _plain(line: str, reading: Reading) -> LineParts | None:
    """Read a credit without label or ©, as the whole of a caption."""
    if says_nobody(line):
        return LineParts(line, Role.PHOTO, end=len(line))
    illustrations = photo_words(PhotoWord.ILLUSTRATION)
    if any(word_key(piece.text) in illustrations for piece in reading.pieces):
        return None  # the caption says so, and the credit stands behind it
    pieces = [piece for piece in reading.pieces if not says_nobody(piece.text) and piece.what is not What.NOISE]
    sure = any(piece.what is What.OUTLET and piece.sure for piece in pieces)
    if accounted(reading) and (labelled(reading) or (sure and all(piece.sure for piece in pieces))):
        return to_parts(line, reading, kind=Role.PHOTO)
    latin = _UPPER.fullmatch(line) or _SLASHED.fullmatch(line)
    return LineParts(line, Role.PHOTO, end=len(line)) if latin else None
