"""The words by which a page's own lines tell what they state (``data/lexicons/page_words.toml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from warraq.letters import fold, fold_aligned
from warraq.lexicon import load


class WordRole(StrEnum):
    """What a word does on a page."""

    SECTION_LABEL = "section_label"
    TAGS_LABEL = "tags_label"
    TOPICS_LABEL = "topics_label"
    MORE = "more"
    HOME = "home"
    HERE = "here"
    OTHER_LABEL = "other_label"
    COMMON_SECTION = "common_section"
    UNSORTED = "unsorted"
    AUTHOR_LABEL = "author_label"
    NOBODY = "nobody"
    MAKER = "maker"
    UPDATED_LABEL = "updated_label"
    ISSUE_LABEL = "issue_label"
    SITE_KIND = "site_kind"
    TITLE_KIND = "title_kind"


@dataclass(frozen=True, slots=True)
class PageWords:
    """An entry of the lexicon.

    Attributes:
        role: what the word does.
        texts: the words, in the spellings of sites from Morocco to Oman.
        why: why they are here.
        example: a line in which the first of them stands.
    """

    role: WordRole
    texts: tuple[str, ...]
    why: str
    example: str


@cache
def words(role: WordRole) -> frozenset[str]:
    """Return the folded words of a role."""
    return frozenset(fold(t) for word in load("page_words", PageWords) if word.role is role for t in word.texts)


_EDGES = " \t\xa0|،,;؛-–—•·/"
_LABELS = (
    WordRole.SECTION_LABEL,
    WordRole.TAGS_LABEL,
    WordRole.AUTHOR_LABEL,
    WordRole.UPDATED_LABEL,
    WordRole.ISSUE_LABEL,
    WordRole.MORE,
    WordRole.HERE,
    WordRole.OTHER_LABEL,
)


@cache
def _role_of() -> Mapping[str, WordRole]:
    """Map every label to its role; a word that two roles claim would be an error of the lexicon."""
    return {word: role for role in reversed(_LABELS) for word in words(role)}


@cache
def _opening() -> re.Pattern[str]:
    """Compile one pattern for the labels of all roles, as most lines have none."""
    longest_first = sorted(_role_of(), key=len, reverse=True)
    return re.compile(rf"\W{{0,3}}({'|'.join(map(re.escape, longest_first))})(?!\w)\s{{0,3}}([:：;|\-]?)\s{{0,3}}")


_WORD = re.compile(r"\w+")
_FIRST_WORD = re.compile(r"\W{0,3}(\w+)")
_COLON_WORD = re.compile(r"(\w+)\s{0,2}[:：]")


@cache
def _first_words() -> frozenset[str]:
    """The words that begin labels: of most lines the first word is none, and no pattern need be tried."""
    return frozenset(first[1] for label in _role_of() if (first := _FIRST_WORD.match(label)))


@cache
def _last_words() -> frozenset[str]:
    """The words that end labels."""
    return frozenset(_WORD.findall(label)[-1] for label in _role_of())


def _may_open(key: str) -> bool:
    """Tell whether the first word of a folded line begins a label."""
    first = _FIRST_WORD.match(key)
    return first is not None and first[1] in _first_words()


def may_have_label(key: str) -> bool:
    """Tell cheaply whether a folded line may hold a label: by its first word, and the words before its colons."""
    return _may_open(key) or not _last_words().isdisjoint(_COLON_WORD.findall(key))


def _opened(key: str) -> re.Match[str] | None:
    """Find the label that opens a folded line."""
    return _opening().match(key) if _may_open(key) else None


def is_word(role: WordRole, text: str) -> bool:
    """Tell whether a text is a word of a role and nothing else but punctuation.

    >>> is_word(WordRole.HOME, "الرئيسيّة »")
    True
    """
    return bare(fold(text)) in words(role)


def bare(key: str) -> str:
    """Take punctuation off both ends of a folded line."""
    return key.strip(" :：.،,-|/\\»«\"'>‹›•#()[]…")


@dataclass(frozen=True, slots=True)
class Opened:
    """A line behind its label.

    Attributes:
        role: what the label announces.
        rest: what stands behind the label, "" if nothing does.
        marked: whether a colon or dash sets the label off.
    """

    role: WordRole
    rest: str
    marked: bool


@cache
def anywhere(role: WordRole) -> re.Pattern[str]:
    """Compile what finds a word of a role anywhere in a folded line."""
    longest_first = sorted(words(role), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@cache
def _set_off() -> re.Pattern[str]:
    """Compile what finds a label that a colon sets off, anywhere in a folded line."""
    longest_first = sorted(_role_of(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})\s{{0,2}}[:：]\s{{0,3}}")


def labels_in(text: str) -> tuple[Opened, ...]:
    """Take a line apart at the label that opens it and those that colons set off in it.

    >>> [(o.role.value, o.rest) for o in labels_in("القسم: محليات | بقلم: سعاد العلي")]
    [('section_label', 'محليات'), ('author_label', 'سعاد العلي')]
    """
    folded = fold_aligned(text)
    found = list(_set_off().finditer(folded.text))
    opening = _opened(folded.text)
    if opening and (not found or opening.end() <= found[0].start()):
        found.insert(0, opening)
    ends = [m.start() for m in found[1:]] + [len(folded.text)] * bool(found)
    return tuple(
        Opened(_role_of()[m[1]], text[folded.places[m.end()] : folded.places[end]].strip(_EDGES), m is not opening)
        for m, end in zip(found, ends, strict=True)
    )


_ENDS = re.compile(r"\s*[|»•]\s*|\s{3,}")


def first_part(rest: str) -> str:
    """Return what stands behind a label up to the next separator."""
    return _ENDS.split(rest, maxsplit=1)[0].strip(_EDGES)


def label_of(text: str, key: str) -> Opened | None:
    """Take a label off the start of a line; None if none stands there.

    Args:
        text: the line.
        key: the line folded.
    """
    found = _opened(key)
    if not found:
        return None
    return Opened(_role_of()[found[1]], tail_of(text, key[found.end() :]), bool(found[2]))


def open_label(role: WordRole, text: str) -> Opened | None:
    """Take a label of a role off the start of a line; None if none stands there.

    >>> open_label(WordRole.SECTION_LABEL, "التصنيف: منوعات").rest
    'منوعات'
    """
    opened = label_of(text, fold(text))
    return opened if opened and opened.role is role else None


def tail_of(text: str, folded_rest: str) -> str:
    """Return the end of a text that folds to the given key."""
    count = len(folded_rest.split())
    words_of_text = text.split()
    for size in (count, count + 1):  # a colon may be glued to what follows it
        tail = " ".join(words_of_text[len(words_of_text) - size :]) if size else ""
        if fold(tail) == folded_rest:
            return tail
        at = tail.find(":") + 1
        if at and fold(tail[at:]) == folded_rest:
            return tail[at:].strip()
    return folded_rest
