"""Takes apart a line that holds several links: the names of tags or sections, one a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from warraq.letters import TATWEEL, fold

_SEPARATORS = re.compile(r"\s*(?:[،,|•·;؛\n]|\s/\s|\s-\s|#)\s*")
_SLUG_BREAK = re.compile(r"[-_+\s./=?&]+")


def split_links(text: str, hrefs: Sequence[str]) -> tuple[str, ...]:
    """Split a line into the names it holds: at its separators, else by the slugs of its links.

    Gives () where there are several links and nothing tells where one ends.

    >>> split_links("ابها, المهر, زواج", ["/tag/1", "/tag/2", "/tag/3"])
    ('ابها', 'المهر', 'زواج')
    >>> split_links("زين الدين زيدان كرة", ["/tag/زين-الدين-زيدان", "/tag/كرة"])
    ('زين الدين زيدان', 'كرة')
    """
    parts = tuple(p for p in (part.strip(" .:") for part in _SEPARATORS.split(text)) if p)
    if len(parts) > 1 or len(hrefs) <= 1:
        return parts
    return _by_slugs(text.split(), hrefs)


def linked_part(text: str, letters: int) -> str:
    """Return the words at the start of a line, else at its end, that have as many letters as its only link.

    >>> linked_part("لمياء الزين 22/04/2022", 10)
    'لمياء الزين'
    """
    for line in (text, text[::-1]):
        count, end = 0, 0
        while end < len(line) and count < letters:
            count += line[end].isalpha() and line[end] != TATWEEL
            end += 1
        if count == letters and not line[end : end + 1].isalpha():
            return (line[:end] if line is text else line[:end][::-1]).strip()
    return ""


def _by_slugs(words: Sequence[str], hrefs: Sequence[str]) -> tuple[str, ...]:
    """Cut words where the slugs of the links say; each name is the longest end of its slug."""
    keys = [fold(w) for w in words]
    found: list[str] = []
    at = 0
    for href in hrefs:
        slug = [fold(w) for w in _SLUG_BREAK.split(unquote(href)) if w]
        size = next((n for n in range(min(len(slug), len(keys) - at), 0, -1) if slug[-n:] == keys[at : at + n]), 0)
        if not size:
            return ()
        found.append(" ".join(words[at : at + size]))
        at += size
    return tuple(found) if at == len(words) else ()
