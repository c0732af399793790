"""Cuts the kept blocks of an article into headline, kicker, deck, body, captions and attribution lines."""

from __future__ import annotations

from collections.abc import Sequence

from warraq.model import AttributionLine, Claim, Layout, Line, Role, Selection, Verdict
from warraq.segment.body import compose
from warraq.segment.images import pair, pictures
from warraq.segment.places import captioned
from warraq.segment.roles import Scene, assign
from warraq.segment.words import parted_as

_LONGEST_POPUP = 200


def segment(
    selection: Selection,
    verdicts: Sequence[Verdict],
    claims: Sequence[Claim],
    *,
    headline: str | None = None,
    lead_image: str | None = None,
) -> Layout:
    """Give every kept block its role, and compose the article's parts.

    Args:
        selection: where the article stands; its blocks hold clean text.
        verdicts: one for each of these blocks.
        claims: the blocks that are attribution lines.
        headline: the headline by metadata, for pages that do not show one.
        lead_image: address of the image that the page declares.
    """
    kept = [v.block for v in verdicts if v.keep or _in_popup(v, selection)]
    roles = assign(kept, Scene.of(selection, kept, claims, headline))
    printed = next((r.text for r in roles if r.role is Role.HEADLINE), None)
    kicker = next((r.text for r in roles if r.role is Role.KICKER), None)
    label, title = parted_as(printed or headline or "", headline)
    deck = next((r.text for r in roles if r.role is Role.DECK), None)
    lines = tuple(_attribution(r) for r in roles if r.parts is not None)
    images = pair(pictures(selection.images, verdicts), roles, lead_image)
    return Layout(title or None, kicker or label, deck, compose(roles), images, lines, tuple(roles))


def _in_popup(verdict: Verdict, selection: Selection) -> bool:
    """Whether a hidden line stands in a hidden box with a picture: the caption that a click on the picture shows."""
    block = verdict.block
    if not block.hidden or verdict.reason != "hidden" or len(block.text) > _LONGEST_POPUP:
        return False
    if any("screen-reader" in step.names or "sr-only" in step.names for step in block.path[-2:]):
        return False
    return block.order in captioned(selection.images, [block], None)


def _attribution(line: Line) -> AttributionLine:
    """The record's line for a block that is one."""
    parts = line.parts
    assert parts is not None
    return AttributionLine(parts.kind, parts.text, parts.names, parts.places, parts.outlets, parts.role)
