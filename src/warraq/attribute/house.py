"""The names of the site that a page is of, as outlets: what the page declares itself needs no gazetteer.

Most local papers stand in no list, yet sign with their own name (زمان الغوطة – هبة الكاتب). A name that is a person's
(a writer's own site) or a place's is left to the readers of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from warraq.arabic.gazetteer import Gazetteer, Known, OutletKind, name_key, outlets, place_of
from warraq.arabic.names import first_name, forbidden, is_person
from warraq.attribute.line_words import Sort, dated, of_sort
from warraq.letters import fold

NO_HOUSE = Gazetteer(())
_MOST_WORDS, _LEAST_LETTERS = 5, 3


@lru_cache(maxsize=256)
def house_of(own: tuple[str, ...]) -> Gazetteer:
    """Return the gazetteer of a site's own names.

    >>> house_of(("صحيفة زمان الغوطة",)).whole("زمان الغوطه").name
    'زمان الغوطة'
    >>> house_of(("سمير الحداد", "sd.example")).longest
    0
    """
    return Gazetteer((name_key(known.name), known) for name in own for known in _known(name)) if own else NO_HOUSE


def _known(name: str) -> Iterator[Known]:
    """Yield what a declared name and its core (without صحيفة، موقع) are known as; nothing for hosts and mottos."""
    words = [word for word in name.split() if any(ch.isalnum() for ch in word)]
    if not words or len(words) > _MOST_WORDS or (len(words) == 1 and "." in words[0]):
        return
    headed = len(words) > 1 and fold(words[0]) in of_sort(Sort.OUTLET_HEAD)
    bare = words[1:-1] if len(words) > 2 and fold(words[-1]) in of_sort(Sort.OUTLET_ADJECTIVE) else []
    for core in (words, words[1:], bare) if headed and bare else (words, words[1:]) if headed else (words,):
        text = " ".join(core)
        key = name_key(text)
        if len(key) < _LEAST_LETTERS or outlets().whole(key) or place_of(text) or is_person(text) or dated(text):
            continue
        common = len(core) == 1 and (first_name(key) or forbidden(key))
        yield Known(text, len(core), not common, OutletKind.HOUSE)
        if core[-1].isdigit() and len(core) > 1:
            glued = "".join((" ".join(core[:-1]), core[-1]))
            yield Known(glued, len(core) - 1, True, OutletKind.HOUSE)
