"""What a page shows about its article, beside the article's text."""

from __future__ import annotations

from collections.abc import Sequence

from warraq.describe.bylinks import find_authors
from warraq.describe.collect import Collector
from warraq.describe.datelines import find_dates
from warraq.describe.sections import find_section
from warraq.describe.surroundings import look_around
from warraq.describe.taglists import find_tags
from warraq.model import Block, Candidates


def visible(blocks: Sequence[Block], headline: int | None, region: range) -> Candidates:
    """Read date lines, section, tags and writers from the blocks around an article.

    Args:
        blocks: all blocks of the page, in order.
        headline: order of the headline's block, or None.
        region: orders of the article's blocks.
    """
    if not blocks or not region:
        return Candidates()
    collector = Collector()
    around = look_around(blocks, headline, region)
    find_dates(blocks, around, headline, collector)
    find_section(blocks, around, headline, region, collector)
    find_tags(around, collector)
    find_authors(around, collector)
    return collector.result()
