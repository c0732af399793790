"""What a page says of itself: gathered from the markup and from what is shown, then merged by evidence."""

from warraq.describe.declared import declared
from warraq.describe.hints import hints
from warraq.describe.merge import candidates_of, merge, tail_of_title
from warraq.describe.titles import clean_title, section_names, site_names
from warraq.describe.visible import visible

__all__ = [
    "candidates_of",
    "clean_title",
    "declared",
    "hints",
    "merge",
    "section_names",
    "site_names",
    "tail_of_title",
    "visible",
]
