"""Decides who made an article: persons only. A name printed as a byline counts first, then what the markup says.

No author is better than an account: "admin", a login (``sami.k``), the outlet, a desk or a place are none. Markup may
name a person by one word (the account of a writer who is called محمد); then two sources have to say so, or the word be
a known first name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from warraq.arabic.names import first_name, is_person, name_like, outlet_of, place_of, split_persons
from warraq.describe.titles import name_keys
from warraq.describe.words import WordRole, open_label, words
from warraq.letters import fold
from warraq.model import Author, Candidates, Found, LineParts, Person, Role

_LOGIN = re.compile(r"[@_\d]|\w\.\w{2,}|^\W*https?:")
_PARTS = re.compile(r"\s+[-–—|/•·]\s+|\s*[|]\s*|\s*:\s+|[\n\t]+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{0,60})[)\]]")
_GLUED_DAY = re.compile(r"(?<=\w{3})(?:السبت|ال[أا]حد|ال[إا]ثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة)$")
_QUOTED = re.compile(r"[«\"“][^»\"”]{0,60}[»\"”]")
_PLAIN_NAME = re.compile(r"[A-Z][a-z]{2,14}")
_ROLES = {
    "editor": Person.EDITOR,
    "translator": Person.TRANSLATOR,
}
_MADE_BY = (Role.BYLINE, Role.TRANSLATION, Role.EDITOR_NOTE)
_EXPECTING = ("jsonld:author", "microdata:author", "visible:author", "rdfa:author")
_MOST_AUTHORS = 12


def decide_authors(
    declared: Candidates, visible: Candidates, lines: Sequence[LineParts], sites: frozenset[str], headline: str = ""
) -> tuple[Found[Author], ...]:
    """Decide by the attribution lines, then by what stands beside the headline, then by the markup, then by a box.

    Args:
        declared: what the markup states.
        visible: what the page shows.
        lines: attribution lines of the article.
        sites: keys of the site's names, which are no persons.
        headline: whom it names stands in a caption, if in a line alone.
    """
    counts = _supporters(declared, visible)
    beside = [f for f in visible.authors if f.source == "visible:author"]
    boxes = [f for f in visible.authors if f.source != "visible:author"]
    stated = [f for f in declared.authors if "/" not in f.source]
    groups = [[a for f in group for a in _persons(f, sites, counts)] for group in (beside, stated, boxes)]
    marked = frozenset(fold(f.value) for f in beside)
    printed = _credible(_unglued(_from_lines(lines, sites), groups), lines, marked, groups)
    printed = [f for f in printed if not _is_subject(f, headline, groups)]
    if any(f.value.role in (Person.AUTHOR, Person.REPORTER) for f in printed):
        return _distinct(printed)
    found = next((group for group in groups if group), [])
    return _distinct([*found, *printed])


def _from_lines(lines: Sequence[LineParts], sites: frozenset[str]) -> Iterator[Found[Author]]:
    """Yield the persons of attribution lines with their roles; a photographer made a picture, not the article."""
    for line in lines:
        role = line.role or (Person.TRANSLATOR if line.kind is Role.TRANSLATION else Person.AUTHOR)
        if line.kind not in _MADE_BY or role is Person.PHOTOGRAPHER:
            continue
        for name in line.names:
            if not _is_site(name, sites):
                yield Found(Author(name, role, str(line.kind)), str(line.kind), line.text)


def _unglued(printed: Iterator[Found[Author]], groups: Sequence[Sequence[Found[Author]]]) -> list[Found[Author]]:
    """Cut a name off what a page without space sets behind it, where the markup knows the name or a weekday begins."""
    known = [a.value.name for group in groups for a in group]
    found = []
    for f in printed:
        name = next((k for k in known if f.value.name.startswith(k) and f.value.name != k), f.value.name)
        name = _GLUED_DAY.sub("", name)
        found.append(Found(replace(f.value, name=name), f.source, f.raw))
    return found


def _is_subject(found: Found[Author], headline: str, groups: Sequence[Sequence[Found[Author]]]) -> bool:
    """Tell whether a bare name that no markup gives is that of the one whom the headline is about."""
    key = fold(found.value.name)
    if fold(found.raw) not in (key, f"{key}.") and not fold(found.raw).endswith(f" {key}"):
        return False
    bare = len(found.raw.split()) <= 5 and ":" not in found.raw
    return bare and key in fold(headline) and key not in {fold(a.value.name) for group in groups for a in group}


def _credible(
    printed: list[Found[Author]],
    lines: Sequence[LineParts],
    marked: frozenset[str],
    groups: Sequence[Sequence[Found[Author]]],
) -> list[Found[Author]]:
    """Leave out bare names, which may be captions, where the markup says that another line is the byline."""
    named = {fold(a.value.name) for group in groups for a in group}
    confirmed = any(fold(f.value.name) in named for f in printed)
    impersonal = any(not line.names and fold(line.text) in marked for line in lines)
    if not confirmed and not impersonal:
        return printed
    return [f for f in printed if fold(f.value.name) in named or fold(f.raw) != fold(f.value.name)]


def _persons(found: Found[str], sites: frozenset[str], counts: dict[str, int]) -> Iterator[Found[Author]]:
    """Yield the persons that one string names."""
    if _is_maker(found.value):
        return
    role = _ROLES.get(found.source.rpartition(":")[2], Person.AUTHOR)
    opened = open_label(WordRole.AUTHOR_LABEL, found.value)
    text = opened.rest if opened and opened.rest and (opened.marked or len(opened.rest.split()) > 1) else found.value
    for part in _parts(text):
        for name in split_persons(part):
            if _is_site(name, sites) or fold(name) in words(WordRole.NOBODY) or _LOGIN.search(name):
                continue
            if is_person(name) or _is_expected(name, found.source) or _is_single(name, found.source, counts):
                yield Found(Author(name, role, found.source), found.source, found.raw)


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a string that may be names: without bracketed or quoted outlets, without places."""
    bare = _QUOTED.sub(" ", _BRACKETS.sub(_keep_nickname, text))
    for part in _PARTS.split(bare):
        part = part.strip(" +:،,.-–|*#")
        if part and not place_of(part) and not outlet_of(part):
            yield part


def _keep_nickname(match: re.Match[str]) -> str:
    """Drop what stands in brackets behind a name: a place, a paper, a mail address."""
    return " | " + match[1] + " | " if is_person(match[1]) else " "


def _is_expected(name: str, source: str) -> bool:
    """Tell whether a name that begins like one (هدى، أمل: also words of prose) stands where a person is expected."""
    keys = [fold(word).strip(".") for word in name.split()]
    return (
        source in _EXPECTING
        and 2 <= len(keys) <= 4
        and first_name(keys[0])
        and name_like(keys)
        and not any(key in words(WordRole.SITE_KIND) for key in keys)
        and not outlet_of(name)
        and not place_of(name)
    )


def _is_single(name: str, source: str, counts: dict[str, int]) -> bool:
    """Tell whether one word that the markup gives as author is a person's name."""
    if " " in name or source.startswith("visible:author_box"):
        return False
    if name.isascii():
        return bool(_PLAIN_NAME.fullmatch(name)) and counts.get(fold(name), 0) > 1 and not outlet_of(name)
    return first_name(fold(name)) and not source.startswith("meta:dc")


def _supporters(declared: Candidates, visible: Candidates) -> dict[str, int]:
    """Count the sources that give each string as author."""
    counts: dict[str, int] = {}
    for key in {(fold(f.value), f.source) for f in (*declared.authors, *visible.authors)}:
        counts[key[0]] = counts.get(key[0], 0) + 1
    return counts


def _is_site(name: str, sites: frozenset[str]) -> bool:
    return not name_keys(name).isdisjoint(sites)


def _is_maker(text: str) -> bool:
    return fold(text).startswith(tuple(words(WordRole.MAKER)))


def _distinct(found: Sequence[Found[Author]]) -> tuple[Found[Author], ...]:
    """Leave out who was named before, in whole or as part of a longer name."""
    kept: list[Found[Author]] = []
    for author in found[: 4 * _MOST_AUTHORS]:
        key = fold(author.value.name).split()
        if not any(_is_part(key, fold(k.value.name).split()) for k in kept):
            kept.append(author)
    return tuple(_in_one_script(kept)[:_MOST_AUTHORS])


def _in_one_script(authors: list[Found[Author]]) -> list[Found[Author]]:
    """Leave out the Latin spellings, where as many names stand in Arabic letters: سامر الدليمي, Samer Al-Dulaimi."""
    native = [a for a in authors if not a.value.name.isascii()]
    return native if native and 2 * len(native) == len(authors) else authors


def _is_part(one: Sequence[str], other: Sequence[str]) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)
