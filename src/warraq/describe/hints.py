"""What the declarations tell ``locate`` to look for."""

from __future__ import annotations

from warraq.describe.collect import HOME
from warraq.describe.merge import lead_image
from warraq.describe.titles import clean_title, section_names, site_names
from warraq.model import Candidates, Hints


def hints(declared: Candidates) -> Hints:
    """The titles of the page, with and without the site's name, its summaries and its declared texts.

    What describes the site's home page is left out.
    """
    names = (*site_names(declared), *section_names(declared))
    raw = [f.value for f in declared.headline if not f.source.startswith(HOME)]
    titles = dict.fromkeys([*(clean_title(title, names) for title in raw), *raw])
    descriptions = tuple(f.value for f in declared.description if not f.source.startswith(HOME))
    image = lead_image(declared)
    return Hints(tuple(titles), descriptions, tuple(f.value for f in declared.body), image.value if image else None)
