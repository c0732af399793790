"""Themes and content systems, told by the names of the elements around the blocks.

A theme is a file of ``data/themes``: names by which it is known, and for each part of an article the names of the
element that holds it, the most telling first (see ``selectors`` for how a name is written).
Themes are habits of hundreds of sites, never of one host.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from warraq.errors import LexiconError
from warraq.letters import count_letters
from warraq.locate.selectors import Index, Selector, within
from warraq.locate.tree import Tree
from warraq.model import Kind, Step

_LEAST = 60
"""Letters outside of links that a body holds at least: below, a name says nothing."""

_SINGLE = 0.6
"""The part of all text in elements of one name that the largest must hold: home pages repeat the name in cards."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One file of ``data/themes``.

    Attributes:
        name, why: for the trace and for the editor.
        rank: which theme is believed where several fit; the more particular the higher.
        detect: names of which one must stand on the page.
        body: names of the element that holds the text.
        headline, kicker, deck, date, byline, section, tags, related, comments: names of the other parts.
        example: the elements around the text, as ``tag.name/name``, its test.
    """

    name: str
    why: str
    rank: int
    detect: tuple[str, ...]
    body: tuple[str, ...]
    headline: tuple[str, ...]
    kicker: tuple[str, ...]
    deck: tuple[str, ...]
    date: tuple[str, ...]
    byline: tuple[str, ...]
    section: tuple[str, ...]
    tags: tuple[str, ...]
    related: tuple[str, ...]
    comments: tuple[str, ...]
    example: str


class Part(StrEnum):
    """A part of an article's page that a theme names."""

    HEADLINE = "headline"
    KICKER = "kicker"
    DECK = "deck"
    DATE = "date"
    BYLINE = "byline"
    SECTION = "section"
    TAGS = "tags"
    RELATED = "related"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Named:
    """An element that a theme names as a part."""

    part: Part
    step: Step


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """The theme of a page and the element of its text.

    Attributes:
        theme: its name.
        body: the element that holds the text.
        selector: the name by which it was found.
        letters: letters outside of links in it.
        rank: of the theme.
        number: of the theme among all.
        steps: the elements of the page by their number.
    """

    theme: str
    body: Step
    selector: str
    letters: int
    rank: int
    number: int
    steps: Mapping[int, Step]

    @property
    def parts(self) -> tuple[Named, ...]:
        """The other parts that the theme names, in page order."""
        return tuple(_book().parts(self.number, self.steps))


def theme_of(tree: Tree) -> ThemeMatch | None:
    """Find the theme of a page and the element that holds its text.

    Args:
        tree: the elements around the blocks of the page.

    Returns:
        The match of the most particular theme whose text element holds some text, or None.
    """
    book = _book()
    found: list[_Body] = []
    detected: set[int] = set()
    for node, tag, names in tree.steps.values():
        for selector in book.of(tag, names) if names else ():
            theme, detects = selector.owner
            if detects:
                detected.add(theme)
            elif within(selector, tree.around(node)):
                found.append(_Body(node, selector))
    return _best(book, tree, [body for body in found if body.selector.owner.theme in detected])


class _Use(NamedTuple):
    """Whose name it is, and whether it makes the theme known or is that of its text."""

    theme: int
    detects: bool


class _Body(NamedTuple):
    """An element that may hold the text, by one of the names for it."""

    node: int
    selector: Selector[_Use]


def _letters(tree: Tree, node: int) -> int:
    """The letters outside links in an element."""
    return sum(
        max(0, count_letters(block.text) - block.link_letters)
        for block in tree.blocks[tree.first[node] : tree.last(node) + 1]
        if not block.hidden and block.kind is not Kind.CAPTION
    )


def _best(book: _Book, tree: Tree, bodies: Sequence[_Body]) -> ThemeMatch | None:
    """The most particular theme, in it the most telling name; of several such elements the one with the text."""
    groups: dict[tuple[int, int, int], list[_Body]] = defaultdict(list)
    for body in bodies:
        theme = body.selector.owner.theme
        groups[-book.themes[theme].rank, body.selector.place, theme].append(body)
    for (rank, _, theme), members in sorted(groups.items()):
        letters = [_letters(tree, body.node) for body in members]
        most = max(letters)
        if most >= _LEAST and most >= _SINGLE * sum(letters):
            node, selector = members[letters.index(most)]
            name = book.themes[theme].name
            return ThemeMatch(name, tree.steps[node], selector.text, most, -rank, theme, tree.steps)
    return None


class _Book:
    """All themes, with their names indexed by the last of them."""

    def __init__(self, themes: tuple[Theme, ...]) -> None:
        self.themes = themes
        # What text elements an element may be, but for what is asked of those around it; which themes it makes known.
        bodies = [(_Use(n, detects=False), theme.body) for n, theme in enumerate(themes)]
        self.of = Index([*bodies, *((_Use(n, detects=True), theme.detect) for n, theme in enumerate(themes))]).of
        self._parts = [Index([(n, getattr(theme, part)) for n, part in enumerate(Part)]) for theme in themes]

    def parts(self, theme: int, steps: Mapping[int, Step]) -> Iterator[Named]:
        """The elements that a theme names as other parts."""
        for node in sorted(steps):
            step = steps[node]
            for selector in self._parts[theme].of(step.tag, step.names):
                yield Named(tuple(Part)[selector.owner], step)


@lru_cache(maxsize=1)
def _book() -> _Book:
    return _Book(load_themes())


def load_themes() -> tuple[Theme, ...]:
    """Read all files of ``data/themes``.

    Raises:
        LexiconError: a file is no TOML, or has a wrong, missing or unknown key.
    """
    folder = files("warraq") / "data" / "themes"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(_theme(f.name, f.read_text("utf-8")) for f in found)


def _theme(file: str, text: str) -> Theme:
    """Make one theme, or say which key is wrong."""
    where = f"data/themes/{file}"
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"{where}: {fault}") from None
    known = {f.name: f.type for f in fields(Theme)}
    wrong = set(raw) ^ set(known)
    if wrong:
        raise LexiconError(f"{where}: unknown or missing key {', '.join(sorted(wrong))}")
    values = {}
    for key, kind in known.items():
        value = raw[key]
        if kind == "tuple[str, ...]":
            if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
                raise LexiconError(f"{where}: key '{key}' must be a list of names")
            value = tuple(value)
        elif type(value).__name__ != kind or value == "":
            raise LexiconError(f"{where}: key '{key}' must be {kind}")
        values[key] = value
    return Theme(**values)
