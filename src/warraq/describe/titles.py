"""Takes the name of the site and of the section off a title, and tells what a title says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from warraq.describe.collect import HOME
from warraq.describe.urls import host_of
from warraq.describe.words import WordRole, words
from warraq.letters import fold
from warraq.model import Candidates

_SEPARATOR = re.compile(r"\s+[|\-–—:»«⋆~•·/›>*]+\s+|\s*(?:\|{1,3}|::|⋆)\s*|\s+[:»]\s*")
_LONGEST_OWN_NAME = 3
_LATIN_KEY = re.compile(r"[^a-z0-9]+")
_DOMAIN = re.compile(r"\.(?:com|net|org|info|tv|news|co|ae|sa|eg|lb|jo|ma|dz|tn|ly|sd|ye|om|qa|kw|bh|iq|sy|ps)\b.*$")


def clean_title(title: str, site_names: Sequence[str]) -> str:
    """Take the names of the site and its sections off both ends of a title.

    A separator inside a headline stays: only a head or tail that is a known name goes.

    Args:
        title: as declared.
        site_names: names of the site, of its sections, and its host, as far as known.

    >>> clean_title("إيران - قراءة أولى | صحيفة الأفق", ["الأفق"])
    'إيران - قراءة أولى'
    >>> clean_title("الأفق : افتتاح الجسر", ["صحيفة الأفق"])
    'افتتاح الجسر'
    """
    start, end = 0, len(title)
    cuts = list(_SEPARATOR.finditer(title)) if site_names else []
    if not cuts:
        return title.strip()
    keys = keys_of(site_names)
    for cut in reversed(cuts):
        if not _is_known(title[cut.end() : end], keys):
            break
        end = cut.start()
    for cut in cuts:
        if cut.end() >= end or not _is_known(title[start : cut.start()], keys):
            break
        start = cut.end()
    return title[start:end].strip() or title.strip()


def _is_known(segment: str, keys: frozenset[str]) -> bool:
    return not name_keys(segment).isdisjoint(keys)


def keys_of(names: Iterable[str]) -> frozenset[str]:
    """Return the keys of all names."""
    return frozenset(key for name in dict.fromkeys(names) for key in name_keys(name))


@lru_cache(maxsize=512)
def name_keys(name: str) -> frozenset[str]:
    """Return the keys under which a site's name may be met: without its kind, as Latin letters, the labels of a host.

    >>> sorted(name_keys("صحيفة الأفق الإلكترونية"))
    ['الافق', 'صحيفه الافق الالكترونيه']
    """
    folded = " ".join(re.findall(r"[\w'.&+-]+", fold(name)))
    if not folded:
        return frozenset()
    bare = " ".join(w for w in folded.split() if w not in words(WordRole.SITE_KIND))
    keys = {folded, bare or folded}
    if folded.isascii():
        host = host_of(name) or (folded if "." in folded else "")
        labels = [label for label in host.removeprefix("www.").split(".") if len(label) > 3]
        keys.update(labels[:1] if host else ())
        keys.add(_LATIN_KEY.sub("", _DOMAIN.sub("", folded)))
    return frozenset(key for key in keys if len(key) > 1)


def site_names(declared: Candidates) -> tuple[str, ...]:
    """Return all names of the site that a page declares, its host, and the sections that a title may end in."""
    names = [f.value for f in declared.site_name]
    hosts = {host_of(f.value) for f in (*declared.canonical_url, *declared.url[:3]) if "jsonld" not in f.source} - {
        None
    }
    homes = [part for f in declared.headline if f.source.startswith(HOME) for part in _SEPARATOR.split(f.value)]
    known = [*names, *homes, *(h for h in sorted(map(str, hosts))), *_shared_tails(declared), *_self_named(declared)]
    return tuple(dict.fromkeys(known))


def _self_named(declared: Candidates) -> Iterable[str]:
    """Yield the part at either end of a title that says of itself that it is a newspaper: "جريدة المرسى - …".

    A paper that a headline speaks of is not named so: "صحيفة أمريكية : …".
    """
    kinds = words(WordRole.TITLE_KIND)
    for f in declared.headline:
        parts = title_parts(f.value)
        for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
            first, *rest = fold(part).split()
            described = bool(rest) and not rest[0].startswith("ال") and rest[0].endswith(("يه", "ي"))
            if first in kinds and 1 <= len(rest) <= _LONGEST_OWN_NAME and not described:
                yield part


def section_names(declared: Candidates) -> tuple[str, ...]:
    """Return the names of sections that a page declares."""
    return tuple(dict.fromkeys(f.value for f in declared.section))


def _shared_tails(declared: Candidates) -> Iterable[str]:
    """Yield what a longer title has beyond a shorter one: the name of the site, if it is short."""
    titles = [f.value for f in declared.headline if not f.source.startswith(HOME)]
    shortest = min(titles, key=len, default="")
    if len(shortest) < 15:
        return
    for title in titles:
        for part in title.split(shortest) if title != shortest and shortest in title else ():
            separated = [p for p in _SEPARATOR.split(f" {part} ") if p and p.strip()]
            if separated and len(separated[-1]) <= 40 and _SEPARATOR.search(f" {part} "):
                yield separated[-1].strip()


@lru_cache(maxsize=64)
def title_parts(title: str) -> tuple[str, ...]:
    """Split a title at all its separators."""
    return tuple(p.strip() for p in _SEPARATOR.split(title) if p and p.strip())
