"""Strips the furniture: one verdict a block. First form: the phrases of the lexicon, hidden blocks, lines of links."""

from __future__ import annotations

from collections.abc import Sequence

from warraq.arabic.furniture import furniture_of
from warraq.letters import count_letters
from warraq.model import Block, Claim, Selection, Verdict


def strip(selection: Selection, claims: Sequence[Claim]) -> tuple[Verdict, ...]:
    """Judge every block of a selection.

    Args:
        selection: where the article stands.
        claims: its attribution lines, which stay.
    """
    kept = {c.order for c in claims} | {selection.headline}
    return tuple(_verdict(block, block.order in kept) for block in selection.blocks)


def _verdict(block: Block, claimed: bool) -> Verdict:
    if claimed:
        return Verdict(block, True, "claimed")
    match = furniture_of(block.text)
    if match is not None:
        return Verdict(block, False, f"furniture:{match.role}", match.entry)
    if block.hidden:
        return Verdict(block, False, "hidden")
    if block.link_letters and block.link_letters > 0.6 * count_letters(block.text):
        return Verdict(block, False, "link_list")
    return Verdict(block, True, "prose")
