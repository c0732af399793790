"""What the declarations tell ``locate`` to look for."""

from __future__ import annotations

import re

from warraq.describe.collect import HOME
from warraq.describe.merge import lead_image
from warraq.describe.titles import clean_title, section_names, site_names
from warraq.describe.urls import host_of
from warraq.model import Candidates, Hints, Source

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def hints(declared: Candidates, source: Source) -> Hints:
    """What the page declares of its article; what describes the site's home page is left out.

    Args:
        declared: the declarations.
        source: what the page's container says of it.
    """
    names = (*site_names(declared), *section_names(declared))
    raw = [f.value for f in declared.headline if not f.source.startswith(HOME)]
    titles = dict.fromkeys([*(clean_title(title, names) for title in raw), *raw])
    image = lead_image(declared)
    addresses = [source.url, *(f.value for f in (*declared.canonical_url, *declared.url))]
    days = (_DAY.match(value) for value in (*(f.value for f in declared.published), source.captured or ""))
    return Hints(
        titles=tuple(titles),
        descriptions=tuple(f.value for f in declared.description if not f.source.startswith(HOME)),
        bodies=tuple(f.value for f in declared.body),
        lead_image=image.value if image else None,
        host=next((host for address in addresses if address and (host := host_of(address))), None),
        day=next((day.group() for day in days if day), None),
    )
