"""Persons' names: whether a text is one, and where one name ends and the next begins.

A person is told by first names (``data/lexicons/names.toml``), by the words inside Arab names (بن، آل، أبو، عبد) and
by the shape of surnames (الزهراني); never by exclusion, since a short heading looks like an unknown name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from warraq.arabic.gazetteer import outlet_of, outlets, place_of, places
from warraq.arabic.labels import strip_role
from warraq.letters import fold
from warraq.lexicon import load

__all__ = [
    "attached", "family", "first_name", "forbidden", "is_person", "name_like",
    "office", "outlet_of", "particle", "place_of", "split_persons", "strip_role", "strip_titles", "title",
]  # fmt: skip


class _Kind(StrEnum):
    GIVEN = "given"
    FOREIGN = "foreign"
    WORD = "word"
    LATIN = "latin"
    PARTICLE = "particle"
    TITLE = "title"
    RANK = "rank"
    OFFICE = "office"
    NEVER = "never"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class _Words:
    """An entry of ``names.toml``."""

    kind: _Kind
    words: tuple[str, ...]


_ARABIC_WORD = re.compile(r"[\u0621-\u065f\u0670-\u06d3]+\.?")
_LATIN_WORD = re.compile(r"(?:[A-ZÀ-Þ][\w'’]*(?:-[A-ZÀ-Þ][\w'’]*)?\.?|al-?|el-?|bin|ben|van|von|der?|d[aeiou]s?|la|le)")
_ALA = "على"  # Egyptian print writes the name علي like the preposition
_SURNAME = re.compile(r"ال\w{2,}ي$|(?:بو|بن|بل)\w{3,}")
_SERVANT = re.compile(r"عبد(?:ال\w+|رب\w+)|\w{2,}(?:الله|الدين)$|ا?بوال\w+$")
_VERB = re.compile(r"(?:ي|ت|س[يتن])\w{3,}")
_ATTACHED = re.compile(r"(?:و|ف|ب|ك|ل)?(?:بال|وال|فال|كال|لل)\w{2,}")


@cache
def _words(kind: _Kind) -> frozenset[str]:
    """Return the folded words of one kind."""
    return frozenset(fold(word) for entry in load("names", _Words) if entry.kind is kind for word in entry.words)


@cache
def _first_names() -> frozenset[str]:
    """Return all that may be a first name."""
    return frozenset().union(*map(_words, (_Kind.GIVEN, _Kind.FOREIGN, _Kind.WORD, _Kind.LATIN)))


def first_name(key: str) -> bool:
    """Say whether a folded word is a known first name, or made like one (عبدالرحمن، نورالدين)."""
    return key in _first_names() or bool(_SERVANT.match(key))


def forbidden(key: str) -> bool:
    """Say whether no person's name holds this folded word."""
    return key in _words(_Kind.NEVER) or (not key.isalpha() and any(map(str.isdigit, key)))


def family(keys: Sequence[str], at: int) -> bool:
    """Say whether word ``at`` is a trade that is a family's name: the only one behind a first name (هبة الكاتب)."""
    return at == 1 == len(keys) - 1 and keys[1] in _words(_Kind.FAMILY) and first_name(keys[0])


def attached(key: str) -> bool:
    """Say whether a folded word begins with a preposition and article (بالجائزة), as no later word of a name does."""
    if not _ATTACHED.fullmatch(key) or first_name(key) or places().opens(key):
        return False
    return not (key.startswith("و") and first_name(key[1:]))


def particle(key: str) -> bool:
    """Say whether a folded word stands inside names, before or between their parts (بن، آل، أبو)."""
    return key in _words(_Kind.PARTICLE)


def office(key: str) -> bool:
    """Say whether a folded word is a rank of those the news is about, seldom of those who write (الأمير، اللواء)."""
    return key in _words(_Kind.OFFICE)


def title(key: str) -> bool:
    """Say whether a folded word is a title that is left off names."""
    return key in _words(_Kind.TITLE)


def strip_titles(words: Sequence[str]) -> tuple[str, ...]:
    """Leave off the titles before a name (د.، الأستاذ، م.); ranks such as الشيخ belong to it.

    >>> strip_titles(("أ.", "د.", "سمير", "الحداد"))
    ('سمير', 'الحداد')
    """
    start = 0
    while start < len(words) - 1 and fold(words[start]).strip(".") in _words(_Kind.TITLE):
        start += 1
    return tuple(words[start:])


def is_person(text: str) -> bool:
    """Say whether a text by itself is a plausible person's name: 2 to 6 words, Arabic or Latin.

    No outlet, place, desk, login or "admin" is one, nor a single word.

    >>> [is_person(t) for t in ("سمير بن علي الحداد", "د. رنا القاضي", "John M. Carter")]
    [True, True, True]
    >>> [is_person(t) for t in ("فريق التحرير", "شرم الشيخ", "samir.haddad", "أمل جديد", "محمد")]
    [False, False, False, False, False]
    """
    words = text.split()
    if not 2 <= len(words) <= 12 or len(text) > 70:
        return False
    words = list(strip_titles([piece for word in words for piece in _apart(word)]))
    if text.isascii() or _LATIN_WORD.match(words[0]):
        return _latin_person(words)
    if not all(_ARABIC_WORD.fullmatch(word) for word in words):
        return False
    keys = [fold(word).strip(".") for word in words]
    whole = " ".join(keys)
    if outlets().whole(whole) or places().whole(whole):
        return False
    if words[0] == _ALA and not _surname(keys[1]):
        return False
    return _person_keys(keys)


def _apart(word: str) -> Sequence[str]:
    """Part a title glued to its name: د.سمير is two words."""
    head, dot, rest = word.partition(".")
    return (head + dot, *_apart(rest)) if dot and rest and len(head) <= 2 else (word,)


def _latin_person(words: Sequence[str]) -> bool:
    if not 2 <= len(words) <= 5 or len(words) != len(set(words)):
        return False
    if not all(_LATIN_WORD.fullmatch(word) for word in words) or any(len(w) > 2 and w.isupper() for w in words[1:-1]):
        return False
    if any(fold(word).strip(".") in _words(_Kind.NEVER) for word in words):
        return False
    return not outlet_of(" ".join(words))


def _person_keys(keys: Sequence[str]) -> bool:
    """Judge folded Arabic words."""
    particles = _words(_Kind.PARTICLE)
    counted = [key for key in keys if key not in particles]
    if not 1 <= len(counted) <= 6 or len(keys) < 2 or keys[-1] in particles - {"الدين", "الله"}:
        return False
    if family(keys, 1):
        return True
    foreign = keys[0] in _words(_Kind.FOREIGN)
    if forbidden(counted[0]) or any(
        forbidden(key) or (not foreign and (_verb(key) or attached(key))) for key in counted[1:]
    ):
        return False
    ranked = keys[0] in _words(_Kind.RANK) or office(keys[0])
    at = 1 if ranked and len(keys) > 2 and keys[1] not in particles else 0
    if keys[at] in ("عبد", "ابو", "ام", "بو"):
        return True
    if keys[at] in _words(_Kind.WORD):
        second = keys[at + 1]
        named = _surname(second) and (second.startswith("ال") or second not in _words(_Kind.WORD))
        return named or (len(keys) > at + 2 and second in particles)
    return first_name(keys[at]) or (len(keys) > at + 2 and keys[at + 1] in ("بن", "ابن", "بنت", "ولد"))


def _verb(key: str) -> bool:
    """Say whether a word looks like an imperfect verb, as headlines have after a name."""
    return bool(_VERB.fullmatch(key)) and not first_name(key) and not key.endswith("ي")


def _surname(key: str) -> bool:
    """Say whether a word is a name, or of the shape of a surname."""
    return first_name(key) or bool(_SURNAME.match(key)) or key in _words(_Kind.PARTICLE)


def name_like(keys: Sequence[str]) -> bool:
    """Say whether folded words look like a person's name where one is expected: anything but words of prose.

    >>> name_like(["دلشاد", "كوران"]), name_like(["مساحه", "زمنيه"])
    (True, False)
    """
    return 1 <= len(keys) <= 12 and (family(keys, 1) or not any(forbidden(key) for key in keys))


def split_persons(text: str) -> tuple[str, ...]:
    """Split a list of names at commas, slashes and و; a name that begins with و is left whole.

    >>> split_persons("كايلا إبستين وأنجليكا كاساس")
    ('كايلا إبستين', 'أنجليكا كاساس')
    >>> split_persons("وليد جابر ووائل واصف")
    ('وليد جابر', 'وائل واصف')
    >>> split_persons("د. سوزان والي")
    ('سوزان والي',)
    """
    persons = []
    for part in re.split(r"\s*[،,؛;/|&]\s*|\s+and\s+", text):
        persons += _split_and([piece for word in part.split() for piece in _apart(word)])
    return tuple(person for person in persons if person)


def _split_and(words: Sequence[str]) -> list[str]:
    """Split one run of words at و."""
    starts = [0]
    for at in range(1, len(words)):
        if _joins(words, starts[-1], at):
            starts.append(at)
    groups = [list(words[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    for group in groups[1:]:
        group[0] = group[0][1:]
    return [" ".join(strip_titles([word for word in group if word])) for group in groups]


def _joins(words: Sequence[str], start: int, at: int) -> bool:
    """Say whether the و of word ``at`` joins two names that begin at ``start`` and here."""
    key = fold(words[at])
    if not key.startswith("و"):
        return False
    if key == "و":
        return at + 1 < len(words)
    rest = key[1:].strip(".")
    if first_name(key) or len(rest) < 2 and rest not in _words(_Kind.TITLE):
        return False
    if rest in _words(_Kind.TITLE) or rest in _words(_Kind.RANK) or office(rest):
        return True
    before, after = at - start, len(words) - at
    if first_name(rest) or rest in ("عبد", "ابو", "ام"):
        return before >= 2 or after >= 2 or len(words) == 2
    return before >= 2 and after >= 2 and len(rest) >= 3
