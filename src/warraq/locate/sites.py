"""Site rules: what is known of one host, for pages on which neither themes nor density serve.

A rule is a file ``data/sites/<host>.toml``: the names of the element that holds the text, of the headline's, and of
what is to be dropped inside the text, written as in themes (see ``selectors``). Sites are rebuilt while archives are
not, so a rule says until when it holds: a page that is dated later is not read by it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files

from warraq.errors import LexiconError
from warraq.locate.selectors import Index, within
from warraq.model import Block


@dataclass(frozen=True, slots=True)
class SiteRule:
    """One file of ``data/sites``.

    Attributes:
        host: the file's name; also serves the hosts below it.
        valid_until: last day of the pages that it serves, ISO 8601.
        source: who wrote it, from what.
        why: what makes it needed.
        body: names of the element of the text.
        headline: names of the headline's element; may be empty.
        drop: names of elements inside the text that are not of the article.
    """

    host: str
    valid_until: str
    source: str
    why: str
    body: tuple[str, ...]
    headline: tuple[str, ...]
    drop: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SiteMatch:
    """What a rule finds on a page: orders of the text's blocks, of the headline (or None), and of what is dropped."""

    rule: SiteRule
    blocks: range
    headline: int | None
    dropped: frozenset[int]


def rule_for(host: str | None, day: str | None = None) -> SiteRule | None:
    """The rule of a host, or of the nearest one above it, that serves pages of a day.

    Args:
        host: of the page, None if unknown.
        day: ISO 8601 day of the page, None if unknown (the rule then serves).

    Raises:
        LexiconError: the rule's file is wrong.
    """
    name = (host or "").lower().removeprefix("www.")
    while name:
        if name in _hosts():
            rule = _load(name)
            return rule if day is None or day[:10] <= rule.valid_until else None
        name = name.partition(".")[2]
    return None


def apply(rule: SiteRule, blocks: Sequence[Block]) -> SiteMatch | None:
    """Find what the rule names on a page, or None where its text element does not stand."""
    inside = _orders(rule.body, blocks)
    if not inside:
        return None
    headline = min(_orders(rule.headline, blocks), default=None)
    span = range(min(inside), max(inside) + 1)
    return SiteMatch(rule, span, headline, frozenset(_orders(rule.drop, blocks)) & frozenset(span))


def _orders(names: Sequence[str], blocks: Sequence[Block]) -> list[int]:
    """The orders of the blocks inside elements of the given names."""
    index = Index([(0, names)])
    return [
        block.order
        for block in blocks
        if any(
            within(selector, block.path[:depth])
            for depth, step in enumerate(block.path)
            if step.names
            for selector in index.of(step.tag, step.names)
        )
    ]


@lru_cache(maxsize=1)
def _hosts() -> frozenset[str]:
    """The hosts that have a rule; to look for a file by the name that a page gives is neither safe nor fast."""
    folder = files("warraq") / "data" / "sites"
    return frozenset(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))


@lru_cache(maxsize=256)
def _load(host: str) -> SiteRule:
    """Read the rule of a host."""
    where = f"data/sites/{host}.toml"
    file = files("warraq") / "data" / "sites" / f"{host}.toml"
    try:
        raw = tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"{where}: {fault}") from None
    known = {f.name for f in fields(SiteRule)} - {"host"}
    if wrong := set(raw) ^ known:
        raise LexiconError(f"{where}: unknown or missing key {', '.join(sorted(wrong))}")
    body, headline, drop = (tuple(map(str, raw[key])) for key in ("body", "headline", "drop"))
    return SiteRule(host, str(raw["valid_until"]), str(raw["source"]), str(raw["why"]), body, headline, drop)
