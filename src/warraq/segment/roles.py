"""What each kept block is: the header's parts by place and markup, the rest body, captions and lines.

The header reaches to the first paragraph of prose. In it stand, in any order, a label or overline above the headline
(kicker), a deck under it, dates, bylines and captions. What is none of these is text only if it stands in the element
in which the first paragraph stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warraq.arabic.dates import parse_date
from warraq.arabic.words import word_key
from warraq.letters import count_letters, fold
from warraq.model import Block, Claim, Kind, Line, LineParts, Precision, Role, Selection
from warraq.segment.images import shown
from warraq.segment.places import captioned, frames, has_names, home

_CAPTION_NAMES = re.compile(
    r"caption|l[eé]gende|(?:^|\s)cap(?:$|\s)|(?:img|image|photo|pic|picture|thumb)[-_]{0,2}(?:title|desc|text|info|legend|cap\b)"
)
_SECTION_NAMES = re.compile(r"section|categor|rubri")
_DECK_NAMES = frozenset("deck subtitle subheadline standfirst subhead chapo chapeau soustitre subline".split())
_WEAK_DECK_NAMES = frozenset("teaser summary excerpt intro lead lede brief abstract sapo synopsis".split())
_OVERLINE_NAMES = frozenset("overline kicker overtitle surtitle surtitre supertitle uptitle pretitle eyebrow".split())
_WRITER_NAMES = frozenset("author writer byline columnist reporter by".split())
_PROSE = 35
"""Letters from which a line outside all header elements is a paragraph."""

_LONG_LINE = 90
"""Letters from which a line of plain text is no caption or deck."""

_LONGEST_DECK = 400
_LONGEST_KICKER = 90
_LONGEST_SUBJECT = 30
_MOST_KICKER_LINKS = 2
_LONGEST_DATE_LINE = 150
_MOST_BESIDE_DATE = 60
_ENDS = (".", "؟", "!", "،", ":")
_CLAIMED = frozenset((Role.BYLINE, Role.DATELINE, Role.CREDIT, Role.PHOTO, Role.TRANSLATION, Role.EDITOR_NOTE))


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of the article while its blocks get their roles.

    Attributes:
        headline: order of the headline's block, or None.
        head: the elements right around the headline.
        home: the element in which the text stands (0 in plain text).
        lead: order of the first paragraph.
        titles: the headline by its words, as printed and as declared.
        claims: the attribution lines by order.
        captions: orders of the blocks that are captions by their place.
        alts: folded alternative texts of the images.
    """

    headline: int | None
    head: frozenset[int]
    home: int
    lead: int
    titles: frozenset[str]
    claims: Mapping[int, LineParts]
    captions: frozenset[int]
    alts: frozenset[str]

    def repeats_title(self, text: str) -> bool:
        """Whether a line is the headline once more; the letters of a paragraph are too many for that."""
        return count_letters(text) <= max(map(len, self.titles), default=-1) and word_key(text) in self.titles

    @classmethod
    def of(cls, selection: Selection, blocks: Sequence[Block], claims: Sequence[Claim], title: str | None) -> Scene:
        """Gather it from the stages before."""
        claimed = {c.order: c.parts for c in claims}
        head = next((b for b in blocks if b.order == selection.headline), None)
        captions = captioned(shown(selection.images), blocks, selection.headline)
        lead = _lead(selection, blocks, claimed, captions)
        if lead is None and captions:
            captions = frozenset()  # the only paragraphs of the article stand beside a picture
            lead = _lead(selection, blocks, claimed, captions)
        return cls(
            headline=selection.headline,
            head=frozenset(step.node for step in frames(head)[-2:-1]) if head else frozenset(),
            home=home(lead) if lead else 0,
            lead=lead.order if lead else selection.first,
            titles=frozenset(word_key(t) for t in (title, head.text if head else None) if t) - {""},
            claims=claimed,
            captions=captions,
            alts=frozenset(fold(i.alt) for i in selection.images if len(i.alt) > 3),
        )


def _lead(
    selection: Selection, blocks: Sequence[Block], claimed: Mapping[int, LineParts], captions: frozenset[int]
) -> Block | None:
    """The first paragraph: prose behind the headline that is no caption and no deck."""
    free = [b for b in blocks if b.order not in captions and _may_lead(b, selection, claimed)]
    for n, block in enumerate(free):
        follower = free[n + 1] if n + 1 < len(free) else None
        named = has_names(block, _WEAK_DECK_NAMES) and follower is not None and home(follower) != home(block)
        if not named and not _stands_as_deck(block, selection, blocks):
            return block
    return None


def _may_lead(block: Block, selection: Selection, claimed: Mapping[int, LineParts]) -> bool:
    """Whether a block by itself may be the first paragraph."""
    after = selection.headline is None or block.order > selection.headline
    if not block.path and block.order < selection.first:
        return False
    if not after or block.order in claimed or block.kind not in (Kind.LINE, Kind.QUOTE, Kind.ITEM):
        return False
    if count_letters(block.text) < _PROSE or is_caption(block) or is_meta_line(block.text):
        return False
    return not has_names(block, _DECK_NAMES)


def _stands_as_deck(block: Block, selection: Selection, blocks: Sequence[Block]) -> bool:
    """Whether a block stands in the headline's element while longer text stands in others."""
    head = next((b for b in blocks if b.order == selection.headline), None)
    if head is None or not block.path or len(block.text) > _LONGEST_DECK:
        return False
    around = frames(head)[-2:-1]
    if not around or around[0].node not in {step.node for step in block.path}:
        return False
    outside = sum(count_letters(b.text) for b in blocks if all(s.node != around[0].node for s in b.path))
    inside = [b for b in blocks if b.order > head.order and any(s.node == around[0].node for s in b.path)]
    prose = [b for b in inside if count_letters(b.text) >= _PROSE]
    return len(prose) == 1 and outside > count_letters(block.text)


def assign(blocks: Sequence[Block], scene: Scene) -> list[Line]:
    """Give every block its role, in page order."""
    lines: list[Line] = []
    last = max((b.order for b in blocks if _is_paragraph(b)), default=scene.lead)
    for block in blocks:
        role = _role(block, scene)
        if role is Role.BODY and block.order < scene.lead:
            role = _header_role(block, scene)
        elif role is Role.BODY and block.order > last and is_meta_line(block.text):
            role = Role.DATE
        lines.append(Line(block, role, block.text, scene.claims.get(block.order) if role in _CLAIMED else None))
    return _one_of_each(lines, scene)


def _role(block: Block, scene: Scene) -> Role:
    """The role of a block that its place in the header does not decide."""
    if block.order == scene.headline:
        return Role.HEADLINE
    parts = scene.claims.get(block.order)
    if parts is not None and not _names_the_pictured(block, parts, scene):
        return parts.kind
    if scene.repeats_title(block.text):
        return Role.HEADLINE_REPEATED
    if is_caption(block):
        return Role.CAPTION
    if is_date_line(block.text):
        return Role.DATE
    if block.order in scene.captions or _repeats_an_alt(block, scene):
        return Role.CAPTION
    return Role.HEADLINE_REPEATED if _names_the_subject(block, scene) else Role.BODY


def _repeats_an_alt(block: Block, scene: Scene) -> bool:
    """Whether a line says what a picture's alternative text says; one word above the headline is its label (عاجل)."""
    if not scene.alts or len(block.text) >= 200 or fold(block.text) not in scene.alts:
        return False
    return " " in block.text or scene.headline is None or block.order > scene.headline


def _names_the_pictured(block: Block, parts: LineParts, scene: Scene) -> bool:
    """Whether a bare name under a picture is that of the person shown: no label, no box of a writer around it."""
    bare = parts.kind is Role.BYLINE and len(parts.names) == 1 and word_key(parts.names[0]) == word_key(block.text)
    return bare and block.order in scene.captions and not has_names(block, _WRITER_NAMES)


def _names_the_subject(block: Block, scene: Scene) -> bool:
    """Whether a line between headline and text says a few words of the headline once more: whom it is about."""
    if scene.headline is None or not scene.headline < block.order < scene.lead or len(block.text) > _LONGEST_SUBJECT:
        return False
    return any(f" {word_key(block.text)} " in f" {title} " for title in scene.titles)


def _header_role(block: Block, scene: Scene) -> Role:
    """The role of a block between the top of the header and the first paragraph."""
    if is_meta_line(block.text):
        return Role.DATE
    if scene.headline is not None and block.order < scene.headline:
        return Role.KICKER if _may_be_kicker(block) else Role.HEADER
    if has_names(block, _OVERLINE_NAMES):
        return Role.KICKER
    letters = count_letters(block.text)
    in_head = any(step.node in scene.head for step in block.path)
    if has_names(block, _WEAK_DECK_NAMES) and letters >= _PROSE:
        return Role.DECK
    if has_names(block, _DECK_NAMES) or (block.kind is Kind.HEADING and letters >= 15 and scene.headline is not None):
        return Role.DECK
    if in_head and _PROSE <= letters and len(block.text) <= _LONGEST_DECK and block.kind is Kind.LINE:
        return Role.DECK
    if block.path and home(block) != scene.home:
        return Role.HEADER
    if not block.path and letters < _LONG_LINE and not block.text.endswith(_ENDS):
        return Role.HEADER  # in plain text, between headline and text: caption, deck, or what menus left
    return Role.BODY if block.kind is not Kind.ITEM else Role.HEADER


def _may_be_kicker(block: Block) -> bool:
    """Whether a block above the headline is a label or overline, not a crumb, a counter or a menu."""
    if has_names(block, _OVERLINE_NAMES):
        return True
    letters = count_letters(block.text)
    if len(block.links) > _MOST_KICKER_LINKS:
        return False
    return 2 <= letters <= _LONGEST_KICKER and block.kind is not Kind.ITEM and not re.search("[>|/»]", block.text)


def _one_of_each(lines: list[Line], scene: Scene) -> list[Line]:
    """Only the kicker and the deck nearest to the headline are ones; further decks are headings of the text."""
    at = scene.headline if scene.headline is not None else scene.lead
    for role, instead in ((Role.KICKER, Role.HEADER), (Role.DECK, Role.HEADER)):
        places = [n for n, line in enumerate(lines) if line.role is role]
        if len(places) > 1:
            best = min(places, key=lambda n: abs(lines[n].block.order - at))
            lines = [
                Line(line.block, instead, line.text) if n in places and n != best else line
                for n, line in enumerate(lines)
            ]
    return lines


def is_caption(block: Block) -> bool:
    """Whether the markup calls a block a caption."""
    named = len(block.text) < 400 and any(
        _CAPTION_NAMES.search(step.names) and not _SECTION_NAMES.search(step.names)
        for step in block.path[-2:]
        if step.names
    )
    return named or block.kind is Kind.CAPTION


def is_meta_line(text: str) -> bool:
    """Whether a line holds a date and, at most, names and counters beside it; no sentence.

    >>> is_meta_line("الخميس 06 مايو 2010 الساعة 07 مساء / مأرب - سالم الهادي")
    True
    >>> is_meta_line("افتتح الوزير في 6 مايو 2010 المستشفى الجديد في المدينة، وحضر الحفل جمع من الأهالي.")
    False
    """
    return not text.endswith(_ENDS) and is_date_line(text, most_else=_MOST_BESIDE_DATE)


def _is_paragraph(block: Block) -> bool:
    """Whether a block is a sentence or more."""
    return count_letters(block.text) >= _PROSE and not is_meta_line(block.text)


def is_date_line(text: str, most_else: int = 22) -> bool:
    """Whether a short line holds a date and little else, at most ``most_else`` letters.

    >>> is_date_line("نشر في: الأحد 25 مارس 2024 - 14:05"), is_date_line("افتتح المتحف في 25 مارس 2024 بحضور الوزير")
    (True, False)
    """
    if len(text) > _LONGEST_DATE_LINE or not re.search(r"\d", text):
        return False
    date = parse_date(text)
    if date is None or date.precision not in (Precision.DAY, Precision.MINUTE):
        return False
    return count_letters(text[: date.start] + text[date.end :]) <= most_else
