"""Which texts a site repeats from page to page: its menus, its boxes, its boilerplate.

A text counts once a page, and only together with its place in the markup, so that a word of the menu that also
stands in an article is not taken for furniture there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from warraq.letters import fold
from warraq.model import Block, Repeated, SiteModel


def learn(host: str, pages: Iterable[Sequence[Block]], *, least: int = 3) -> SiteModel:
    """Return what repeats on the pages of one site.

    Args:
        host: the site.
        pages: all blocks of each page, as ``locate`` gives them before anything is stripped; read once, one by one.
        least: on how many pages a text must stand, at least 2.

    Returns:
        The model; the same for any order of the pages.

    Raises:
        ValueError: ``least`` is less than 2, for which every text would repeat.

    >>> from warraq.model import Kind, Step
    >>> menu = Block("الرئيسية", Kind.ITEM, path=(Step(0, "nav", "menu"),))
    >>> [r.key for r in learn("x.example", [[menu], [menu], [menu]]).repeated]
    ['الرييسيه']
    """
    if least < 2:
        raise ValueError(f"least must be 2 or more, not {least}")
    counts: Counter[Repeated] = Counter()
    seen = 0
    for blocks in pages:
        seen += 1
        counts.update({_where(block) for block in blocks if block.text})
    repeated = [Repeated(r.key, r.place, n) for r, n in counts.items() if n >= least and r.key]
    repeated.sort(key=lambda r: (-r.pages, r.place, r.key))
    return SiteModel(host, seen, tuple(repeated))


def place(block: Block) -> str:
    """Return where a block stands, the same on every page of a template: tags with their names, no numbers.

    >>> from warraq.model import Kind, Step
    >>> place(Block("س", Kind.LINE, path=(Step(4, "div", "side box"), Step(9, "p", ""))))
    'div.side.box/p'
    """
    return "/".join(".".join((step.tag, *step.names.split())) for step in block.path)


def _where(block: Block) -> Repeated:
    """The text and its place, not yet counted."""
    return Repeated(fold(block.text), place(block), 0)
