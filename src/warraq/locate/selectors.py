"""Names of elements as themes and site rules write them.

A name is a class, id, role or itemprop, compared whole; ``td.story`` asks for the tag too, ``outer inner`` for an
element around it, ``*_body`` for an ending, ``tnt-*`` for a beginning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, NamedTuple, TypeVar

from warraq.model import Step

Owner = TypeVar("Owner")

_CUT_NAMES = 400


@dataclass(frozen=True, slots=True)
class Selector(Generic[Owner]):
    """One name: whose it is, how telling, and what it asks for."""

    owner: Owner
    place: int
    text: str
    tag: str
    name: str
    outer: str


def within(selector: Selector[Owner], outer: Iterable[Step]) -> bool:
    """Whether an element around has the outer name that the selector asks for."""
    name = selector.outer
    return not name or any(name in step.names and name in step.names.split() for step in outer)


class _Starred(NamedTuple, Generic[Owner]):
    """A selector whose name has a star, and what stands before and after it."""

    selector: Selector[Owner]
    before: str
    after: str


class Index(Generic[Owner]):
    """Selectors by name; those with a star apart. What an element satisfies is remembered by its names."""

    def __init__(self, selectors: Iterable[tuple[Owner, Sequence[str]]]) -> None:
        self._whole: dict[str, list[Selector[Owner]]] = defaultdict(list)
        self._starred: dict[str, list[_Starred[Owner]]] = defaultdict(list)
        for owner, texts in selectors:
            for place, text in enumerate(texts):
                selector = _read(owner, place, text)
                before, star, after = selector.name.partition("*")
                if star:
                    self._starred[selector.tag].append(_Starred(selector, before, after))
                else:
                    self._whole[selector.name].append(selector)
        self.of = lru_cache(maxsize=4096)(self._of)

    def _of(self, tag: str, names: str) -> tuple[Selector[Owner], ...]:
        names = names[:_CUT_NAMES]
        own = names.split()
        fitting = [s for name in own if name in self._whole for s in self._whole[name]]
        starred = self._starred.get(tag, []) if tag else []
        if self._any_star.search(names):
            starred = starred + self._starred[""]
        if starred:
            fitting += [
                selector
                for selector, before, after in starred
                for name in own
                if name.startswith(before) and name.endswith(after) and len(name) > len(before) + len(after)
            ]
        return tuple([s for s in fitting if not s.tag or s.tag == tag]) if fitting else ()

    @cached_property
    def _any_star(self) -> re.Pattern[str]:
        """All names with a star and no tag at once: nearly no element has one of them, and there are dozens."""
        endings: dict[str, set[str]] = defaultdict(set)
        for starred in self._starred[""]:
            endings[re.escape(starred.before)].add(re.escape(starred.after))
        names = [rf"{before}\S+(?:{'|'.join(sorted(after))})" for before, after in sorted(endings.items())]
        return re.compile(rf"(?<!\S)(?:{'|'.join(names)})(?!\S)" if names else "(?!)")


def _read(owner: Owner, place: int, text: str) -> Selector[Owner]:
    """Read ``outer tag.name``."""
    outer, _, inner = text.rpartition(" ")
    tag, dot, name = inner.partition(".")
    return Selector(owner, place, text, tag if dot else "", name if dot else inner, outer)
