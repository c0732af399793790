"""What each kept block is: the header's parts by place and markup, the rest body, captions and lines.

The header reaches to the first paragraph of prose. In it stand, in any order, a label or overline above the headline
(kicker), a deck under it, dates, bylines and captions; what is none of these is left to the body only if it is prose.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warraq.arabic.dates import parse_date
from warraq.letters import count_letters, fold
from warraq.model import Block, Claim, Kind, Line, LineParts, Role, Selection

_WORD = re.compile(r"\w+")
_CUT = re.compile(r"[^a-z]+")
_CAPTION_TOKENS = frozenset("caption captions figcaption wpcaption imgcaption imagecaption photocaption".split())
_DECK_TOKENS = frozenset("deck subtitle subheadline standfirst subhead chapo sousTitre".lower().split())
_WEAK_DECK_TOKENS = frozenset("summary excerpt intro lead brief abstract teaser description sapo".split())
_PROSE = 35
"""Letters from which a line outside all header elements is a paragraph."""

_LONGEST_DATE_LINE = 110
_BREAKING = re.compile(r"^\W{0,3}(عاجل|خبر عاجل|حصري|خاص|بالفيديو|فيديو|صور|بالصور|تحديث|مباشر)\W{0,3}$")


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of the article while its blocks get their roles."""

    headline: int | None
    first: int
    title: str
    claims: Mapping[int, LineParts]
    captions: frozenset[str]

    @classmethod
    def of(cls, selection: Selection, claims: Sequence[Claim], title: str | None) -> Scene:
        """Gather it from the stages before."""
        alts = frozenset(fold(i.alt) for i in selection.images if len(i.alt) > 3)
        return cls(selection.headline, selection.first, title or "", {c.order: c.parts for c in claims}, alts)


def assign(blocks: Sequence[Block], scene: Scene) -> list[Line]:
    """Give every block its role, in page order."""
    titles = {_key(scene.title)} - {""}
    titles.update(_key(b.text) for b in blocks if b.order == scene.headline)
    begun = False
    lines: list[Line] = []
    for block in blocks:
        role = _role(block, scene, titles, begun)
        if role is Role.BODY and not begun:
            begun = _is_text(block)
            if not begun:
                role = _header_role(block, scene)
        lines.append(Line(block, role, block.text, scene.claims.get(block.order) if role in _CLAIMED else None))
    return _one_kicker(lines, scene)


_CLAIMED = frozenset((Role.BYLINE, Role.DATELINE, Role.CREDIT, Role.PHOTO, Role.TRANSLATION, Role.EDITOR_NOTE))


def _role(block: Block, scene: Scene, titles: set[str], begun: bool) -> Role:
    """The role of a block that its place in the header does not decide."""
    if block.order == scene.headline:
        return Role.HEADLINE
    parts = scene.claims.get(block.order)
    if parts is not None:
        return parts.kind
    if _key(block.text) in titles:
        return Role.HEADLINE_REPEATED
    if is_caption(block) or (fold(block.text) in scene.captions and len(block.text) < 200):
        return Role.CAPTION
    if is_date_line(block.text):
        return Role.DATE
    return Role.BODY


def _header_role(block: Block, scene: Scene) -> Role:
    """The role of a block between the top of the header and the first paragraph."""
    if is_date_line(block.text, most_else=60) and not block.text.endswith("."):
        return Role.DATE
    if scene.headline is not None and block.order < scene.headline:
        return Role.KICKER if _may_be_kicker(block) else Role.HEADER
    if _has_tokens(block, _DECK_TOKENS) or (block.order < scene.first and _has_tokens(block, _WEAK_DECK_TOKENS)):
        return Role.DECK
    if block.kind is Kind.HEADING and count_letters(block.text) >= 15 and scene.headline is not None:
        return Role.DECK
    if _BREAKING.match(block.text):
        return Role.KICKER
    return Role.BODY if block.order >= scene.first and block.kind is not Kind.ITEM else Role.HEADER


def _may_be_kicker(block: Block) -> bool:
    """Whether a block above the headline is a label or overline, not a crumb, a counter or a menu."""
    return 2 <= count_letters(block.text) <= 90 and block.kind is not Kind.ITEM and not re.search("[>|/»]", block.text)


def _one_kicker(lines: list[Line], scene: Scene) -> list[Line]:
    """Only the kicker nearest to the headline is one."""
    places = [n for n, line in enumerate(lines) if line.role is Role.KICKER]
    if len(places) < 2:
        return lines
    at = scene.headline if scene.headline is not None else lines[places[0]].block.order
    best = min(places, key=lambda n: abs(lines[n].block.order - at))
    return [
        Line(line.block, Role.HEADER, line.text) if n in places and n != best else line for n, line in enumerate(lines)
    ]


def _is_text(block: Block) -> bool:
    """Whether the text of the article begins here."""
    if block.kind not in (Kind.LINE, Kind.QUOTE, Kind.ITEM):
        return False
    deck = _has_tokens(block, _DECK_TOKENS)
    return not deck and count_letters(block.text) >= _PROSE


def is_caption(block: Block) -> bool:
    """Whether the markup calls a block a caption."""
    return block.kind is Kind.CAPTION or (len(block.text) < 400 and _has_tokens(block, _CAPTION_TOKENS))


def is_date_line(text: str, most_else: int = 22) -> bool:
    """Whether a short line holds a date and little else, at most ``most_else`` letters.

    >>> is_date_line("نشر في: الأحد 25 مارس 2024 - 14:05"), is_date_line("افتتح المتحف في 25 مارس 2024 بحضور الوزير")
    (True, False)
    """
    if len(text) > _LONGEST_DATE_LINE or not re.search(r"\d", text):
        return False
    date = parse_date(text)
    if date is None:
        return False
    return count_letters(text[: date.start] + text[date.end :]) <= most_else


def _has_tokens(block: Block, tokens: frozenset[str]) -> bool:
    """Whether one of the two innermost elements has one of the names."""
    return any(not tokens.isdisjoint(_CUT.split(step.names)) for step in block.path[-2:] if step.names)


def _key(text: str) -> str:
    """A text by its words only."""
    return " ".join(_WORD.findall(fold(text)))
