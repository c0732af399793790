"""What the open elements of a walk make of the text in them: its path, whether it is hidden, its kind.

An element is looked at when text stands inside it, once, and its answer handed down to the elements inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from lxml import etree

from warraq.model import Kind, Step

HEADINGS = {f"h{n}": n for n in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_ITEMS = frozenset(("li", "dd", "dt"))
_TELLING_TAGS = frozenset(("blockquote", "figure", "figcaption", *HEADINGS, *_LISTS, *_ITEMS))
_TELLING_ATTRIBUTES = frozenset(("class", "id", "role", "itemprop", "rel"))
_HIDDEN_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_HIDDEN_NAMES = frozenset(
    "hidden d-none hide invisible screen-reader-text sr-only visually-hidden visuallyhidden element-invisible "
    "screen-reader-only a11y-hidden assistive-text off-screen offscreen".split()
)
_EMBED_NAMES = frozenset(
    "twitter-tweet twitter-video instagram-media fb-post fb-video tiktok-embed reddit-card telegram-post "
    "twitter-quote bluesky-embed text-post-media".split()
)
_LONGEST_NAMES = 400
_WHOLE = frozenset((Kind.EMBED, Kind.CAPTION))
_QUOTE, _ITEM = Kind.QUOTE, Kind.ITEM


class Setting(NamedTuple):
    """What the tags around a text make of it.

    Attributes:
        kind, level, group: as in ``Block``.
        listing, figure: number of the list and of the figure around it, or None.
    """

    kind: Kind = Kind.LINE
    level: int = 0
    group: int | None = None
    listing: int | None = None
    figure: int | None = None


_PLAIN = Setting()


class Frame:
    """One open element. ``path`` is empty, ``hidden`` and ``setting`` not yet there, until it is first looked at."""

    __slots__ = ("element", "tag", "node", "children", "block", "path", "hidden", "setting")
    children: Iterator[etree._Element]
    path: tuple[Step, ...]
    hidden: bool
    setting: Setting

    def __init__(self, element: etree._Element, tag: str, node: int, block: bool) -> None:
        self.element = element
        self.tag = tag
        self.node = node
        self.children = iter(element)
        self.block = block
        self.path = ()


def look(frames: Sequence[Frame], depth: int) -> Frame:
    """Look at the open elements down to ``depth``, each once, outermost first; return the last."""
    first = depth
    while first and not frames[first - 1].path:
        first -= 1
    path: tuple[Step, ...] = ()
    hidden, setting = False, _PLAIN
    if first:
        around = frames[first - 1]
        path, hidden, setting = around.path, around.hidden, around.setting
    for frame in frames[first:depth]:
        names, conceals = _said(frame.element)
        step = Step(frame.node, frame.tag, names)
        path = (*path, step)
        hidden = hidden or conceals
        if frame.tag in _TELLING_TAGS:
            setting = _setting_in(step, setting)
        frame.path, frame.hidden, frame.setting = path, hidden, setting
    return frames[depth - 1]


def names_of(element: etree._Element) -> str:
    """The names that an element gives itself: class, id, role, itemprop and rel."""
    return _said(element)[0]


def _said(element: etree._Element) -> tuple[str, bool]:
    """The names of an element, and whether its attributes hide it."""
    names, hidden = "", False
    for key, value in cast("list[tuple[str, str]]", element.items()):
        if key in _TELLING_ATTRIBUTES:
            names = f"{names} {value}" if names else value
        elif key == "hidden" or (key == "style" and _HIDDEN_STYLE.search(value)):
            hidden = True
    if names:
        names = names[:_LONGEST_NAMES].lower()
        hidden = hidden or _conceal(names)
    return names, hidden


@lru_cache(maxsize=4096)
def _conceal(names: str) -> bool:
    """Whether the names are those of elements that a reader does not see."""
    return not _HIDDEN_NAMES.isdisjoint(names.split())


def _setting_in(step: Step, around: Setting) -> Setting:
    """What an element's tag makes of the text in it, where it says anything."""
    tag, node = step.tag, step.node
    kind, level, group, listing, figure = around
    if tag == "blockquote":
        embed = not _EMBED_NAMES.isdisjoint(step.names.split())
        return Setting(Kind.EMBED if embed else Kind.QUOTE, 0, node, listing, figure)
    if tag == "figure":
        return Setting(kind, level, group, listing, node)
    if tag == "figcaption":
        return Setting(Kind.CAPTION, 0, figure, listing, figure)
    if tag in _LISTS:
        return Setting(kind, level, group, node, figure)
    if kind in _WHOLE:
        return around
    if tag in HEADINGS:
        return Setting(Kind.HEADING, HEADINGS[tag], None, listing, figure)
    if tag in _ITEMS and kind is not _QUOTE:
        return Setting(_ITEM, level + 1 if kind is _ITEM else 1, listing, listing, figure)
    return around
