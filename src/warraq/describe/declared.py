"""All that the markup declares of a page, each source in order of trust."""

from __future__ import annotations

from warraq.describe.collect import HOME, combine, home_last
from warraq.describe.jsonld import Head, read_jsonld
from warraq.describe.microdata import read_microdata
from warraq.describe.state import read_state
from warraq.describe.tags import read_tags, sort_tags
from warraq.letters import fold
from warraq.model import Candidates, ParsedPage


def declared(page: ParsedPage) -> Candidates:
    """Read everything that the markup of a page declares; nothing is judged, parsed or merged here.

    JSON-LD comes first in each field, then the tags of the head, then properties in the body. What a head
    says of the site's front page, on whatever page it stands, has a source that starts with ``home:`` and
    comes last.
    """
    tags = sort_tags(page.root)
    head = read_tags(tags).result()
    hints = Head(
        titles=tuple(fold(f.value) for f in head.headline if not f.source.startswith(HOME)),
        urls=tuple(f.value for f in (*head.canonical_url, *head.url) if not f.source.startswith(HOME)),
    )
    linked = read_jsonld(tags.scripts, hints)
    stated = linked.published or any(not f.source.startswith(HOME) for f in head.published)
    state = Candidates() if stated or not tags.states else read_state(tags.states)
    return home_last(combine(linked, head, read_microdata(page.root), state))
