"""What the names of the elements around a block say of it: ``class_tokens.toml`` read and matched.

A name (one class, or the id) is cut into words at every sign and digit, and a word that is none of the lexicon is
cut where two or three of its words stand together (``newsletterbox``). A name that says what an element has or lacks
(``has-sidebar``, ``no-share``, ``category-ads``) says nothing of what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from warraq.arabic.furniture import FurnitureRole
from warraq.lexicon import load


class Strength(StrEnum):
    """How much a name says."""

    STRONG = "strong"
    WEAK = "weak"
    TEXT = "text"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One entry of ``class_tokens.toml``; ``spares`` are names that it must not match."""

    name: str
    role: FurnitureRole
    strength: Strength
    tokens: tuple[str, ...]
    why: str
    example: str
    spares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What an element says of itself: furniture of which role, how surely, and by which word."""

    role: FurnitureRole
    strength: Strength
    word: str


_CUT = re.compile(r"[^a-z\u0600-\u06ff]+")
_OTHER = frozenset(
    "no not hide has with without is show js before after disable enable enabled disabled category tag format type "
    "status lang supports sd anti un less free closed open opened col span md lg sm xs".split()
)
_ENDS_OTHER = frozenset("open opened closed enabled disabled free less affairs tweet".split())
_GENERATED = re.compile(r"^ctl\d+_.*_")
"""ASP.NET puts the names of all elements around before an id; only the last is its own."""

_HASHED = re.compile(r"(?<=\d\d)[a-z]{1,3}(?![a-z])")
"""Letters right behind several digits: of a hash that a build tool has made (css-x4789ad), no word."""

_LONGEST_WORD = 24
_TAGS = {
    "nav": FurnitureRole.NAVIGATION,
    "footer": FurnitureRole.NAVIGATION,
    "form": FurnitureRole.COMMENT,
    "button": FurnitureRole.SHARE,
    "label": FurnitureRole.COMMENT,
    "fieldset": FurnitureRole.COMMENT,
    "legend": FurnitureRole.COMMENT,
    "dialog": FurnitureRole.COOKIE,
    "menu": FurnitureRole.NAVIGATION,
}


@lru_cache(maxsize=8192)
def said_by(tag: str, names: str) -> Said | None:
    """What one element says of itself, by its tag and its names; the surest word.

    Args:
        tag: lower case.
        names: id, class names and role, space-separated, lower case.

    >>> said_by("div", "td-related-posts block-12").role.value
    'related'
    >>> said_by("div", "shared-content") is None
    True
    """
    if tag in _TAGS:
        return Said(_TAGS[tag], Strength.STRONG, f"<{tag}>")
    said = [one for one in map(_name, names.split()) if one is not None]
    if said:
        return max(said, key=_weight)
    return Said(FurnitureRole.RELATED, Strength.WEAK, "<aside>") if tag == "aside" else None


def _weight(said: Said) -> int:
    """A name of several words for the text is believed before all, one of a single word after furniture."""
    if said.strength is Strength.TEXT:
        return 3 if len(words_of(said.word)) > 1 else 1
    return 2 if said.strength is Strength.STRONG else 0


def words_of(name: str) -> tuple[str, ...]:
    """Cut one name into words.

    >>> words_of("newsletterbox_12"), words_of("heading")
    (('newsletter', 'box'), ('heading',))
    """
    known = _tokens()
    words: list[str] = []
    for word in _CUT.split(name):
        if word:
            words.extend((word,) if word in known or len(word) > _LONGEST_WORD else _joined(word))
    return tuple(words)


@lru_cache(maxsize=8192)
def _name(name: str) -> Said | None:
    """What one class name or id says: a text name first, then the longest token of the lexicon in it.

    >>> _name("css-4789ad") is None, _name("ad1").role.value
    (True, 'ad')
    """
    words = words_of(_HASHED.sub("", _GENERATED.sub("", name)))
    if not words or (words[0] in _OTHER and len(words) > 1 and words[1] not in ("links", "list", "cloud", "sharing")):
        return None
    if words[-1] in _ENDS_OTHER:
        return None
    found: Said | None = None
    covered: set[int] = set()
    for length in (4, 3, 2, 1):
        for at in range(len(words) - length + 1):
            entry = _entry(words[at : at + length])
            if entry is None or not covered.isdisjoint(range(at, at + length)):
                continue
            if entry.strength is Strength.NEUTRAL:
                covered.update(range(at, at + length) if length > 1 else ())
                continue
            if entry.strength is Strength.TEXT and length == 1 < len(words):
                continue
            said = Said(entry.role, entry.strength, name[:60])
            if entry.strength is Strength.STRONG:
                return said
            covered.update(range(at, at + length))
            found = found or said
    return found


def _entry(words: tuple[str, ...]) -> NameEntry | None:
    """The entry that these words name, apart or joined."""
    known = _tokens()
    return known.get(" ".join(words)) or known.get("".join(words))


@lru_cache(maxsize=4096)
def _joined(word: str) -> tuple[str, ...]:
    """The words of the lexicon that make up a joined one, or the word itself."""
    known = _tokens()
    for first in range(len(word) - 2, 1, -1):
        if word[:first] not in known:
            continue
        if word[first:] in known:
            return word[:first], word[first:]
        for second in range(len(word) - 2, first + 1, -1):
            if word[first:second] in known and word[second:] in known:
                return word[:first], word[first:second], word[second:]
    return (word,)


@lru_cache(maxsize=1)
def _tokens() -> dict[str, NameEntry]:
    """Every token with its entry; the first entry of the file wins."""
    tokens: dict[str, NameEntry] = {}
    for entry in load("class_tokens", NameEntry):
        for token in entry.tokens:
            tokens.setdefault(token, entry)
    return tokens
