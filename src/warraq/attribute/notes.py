"""Editor's and writer's notes: who the writer is, whose view this is, what the editor adds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from warraq.letters import fold
from warraq.lexicon import load
from warraq.model import LineParts, Role

_LONGEST = 400
_OPENING = 40
_STAR = re.compile(r"\s*(?:\*+|\(\*+\))\s*")
_VERB = re.compile(r"\bي\w{2,}[^\Wي]\b")
_LONGEST_TRADE = 140


@dataclass(frozen=True, slots=True)
class _Opening:
    """An entry of ``notes.toml``: ``marked`` openings count only behind a star."""

    words: tuple[str, ...]
    marked: bool
    example: str


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the openings that need a mark, and those that need none."""
    marked, plain = (
        "|".join(re.escape(fold(w)) for entry in load("notes", _Opening) if entry.marked is m for w in entry.words)
        for m in (True, False)
    )
    return re.compile(rf"(?:{marked})(?!\w)"), re.compile(rf"(?:{plain})(?!\w)")


def editor_note(text: str) -> LineParts | None:
    """Read a note at the end of an article, or return None.

    >>> editor_note("* باحث في الشؤون الإقليمية").kind.value
    'editor_note'
    >>> editor_note("باحث في الشؤون الإقليمية يتحدث") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    star = _STAR.match(text)
    start = star.end() if star else 0
    key = fold(text[start : start + _OPENING])
    marked, plain = _patterns()
    trade = bool(star and marked.match(key)) and len(text) <= _LONGEST_TRADE and ":" not in text
    if plain.match(key) or (trade and not _VERB.search(text)):
        return LineParts(text=text.strip(), kind=Role.EDITOR_NOTE, start=0, end=len(text))
    return None
