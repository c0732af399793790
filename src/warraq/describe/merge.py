"""Merges what a page declares with what it shows, field by field, by evidence; each winner keeps its source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields

from warraq.arabic.words import word_key
from warraq.describe.collect import HOME, combine
from warraq.describe.subject import decide_section, decide_tags
from warraq.describe.titles import clean_title, keys_of, section_names, site_names, title_parts
from warraq.describe.urls import absolute, host_of, is_front
from warraq.describe.when import decide_times
from warraq.describe.who import decide_authors
from warraq.letters import count_arabic
from warraq.model import Candidates, Context, Found, Metadata

_NO_PICTURE = re.compile(r"(?i)logo|default|placeholder|no-?image|blank|spacer|avatar|favicon|sprite")
_LANGUAGE = re.compile(r"(?i)^\s*([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*\s*$")


def merge(declared: Candidates, visible: Candidates, context: Context) -> Metadata:
    """Decide every field of the metadata, or leave it out where nothing true can be said.

    Args:
        declared: what the markup declares.
        visible: what the page shows.
        context: what other stages know.
    """
    names = (*site_names(declared), *tail_of_title(declared, context.headline))
    sites = keys_of(names)
    canonical = _address(declared.canonical_url, context.url)
    url = _url(declared, canonical, context)
    headline = _headline(declared, names, context)
    addresses = [f.value for f in (url, canonical, *declared.url) if f and not f.source.startswith(HOME)]
    title = headline.value if headline else ""
    times = decide_times(declared, visible, addresses, context.captured)
    section = decide_section(declared, visible, title, sites)
    return Metadata(
        headline=headline,
        section=section,
        tags=decide_tags(declared, visible, title, sites),
        authors=decide_authors(declared, visible, context.lines, sites, title),
        published=times.published,
        modified=times.modified,
        site_name=_site_name(declared, names),
        host=_host(url, canonical, declared),
        url=url,
        canonical_url=canonical,
        lead_image=lead_image(declared, url or canonical),
        language=_language(declared),
    )


def candidates_of(declared: Candidates, visible: Candidates) -> Mapping[str, tuple[Found[str], ...]]:
    """Return all candidates by field, as ``--explain`` shows them; fields without any are left out."""
    both = combine(declared, visible)
    named = {f.name: getattr(both, f.name) for f in fields(Candidates) if f.name != "body"}
    return {name: found for name, found in named.items() if found}


def _headline(declared: Candidates, names: Sequence[str], context: Context) -> Found[str] | None:
    """The headline as the page shows it; else the surest declared title without the site's name."""
    if context.headline:
        return Found(context.headline, "visible", context.headline)
    known = (*names, *section_names(declared))
    for f in declared.headline:
        if not f.source.startswith(HOME):
            return Found(clean_title(f.value, known), f.source, f.raw)
    return None


def tail_of_title(declared: Candidates, headline: str | None) -> tuple[str, ...]:
    """Return what stands behind or before the shown headline in a title: the name of the site, and of its sections."""
    key = word_key(headline or "")
    found: list[str] = []
    for f in declared.headline:
        title = word_key(f.value)
        if len(key) > 8 and not f.source.startswith(HOME) and key in title and key != title:
            parts = title_parts(f.value)
            ends = parts[-1:] if title.startswith(key) else parts[:1] if len(parts) == 2 else ()
            found.extend(
                part for part in ends if len(part) <= 40 and word_key(part) not in key and key not in word_key(part)
            )
    return tuple(found)


def _address(candidates: Sequence[Found[str]], base: str | None) -> Found[str] | None:
    for f in candidates:
        address = absolute(f.value, base)
        if address and host_of(address) and not f.source.startswith(HOME):
            return Found(address, f.source, f.raw)
    return None


def _url(declared: Candidates, canonical: Found[str] | None, context: Context) -> Found[str] | None:
    """The page's address: as its container states it, else as the page does, where that is no other host's."""
    if context.url:
        return Found(context.url, "container", context.url)
    own = [f for f in declared.url if "amphtml" not in f.source and not f.source.startswith(HOME)]
    hosts = [host_of(f.value) for f in (*([canonical] if canonical else ()), *own) if "jsonld" not in f.source]
    for f in sorted(own, key=lambda f: "jsonld" in f.source):
        host = host_of(f.value)
        if host and not is_front(f.value) and (not hosts or host == hosts[0]):
            return f
    return canonical


def _host(url: Found[str] | None, canonical: Found[str] | None, declared: Candidates) -> Found[str] | None:
    for f in (url, canonical, *declared.url, *declared.canonical_url):
        host = host_of(f.value) if f else None
        if f and host:
            return Found(host, f.source, f.raw)
    return None


def _site_name(declared: Candidates, names: Sequence[str]) -> Found[str] | None:
    """The site's name; an Arabic one where the page gives several."""
    named = [f for f in declared.site_name if not host_of(f.value) and "/" not in f.value]
    native = [f for f in named if count_arabic(f.value)]
    if native or named:
        return (native or named)[0]
    shown = [name for name in names if "." not in name]
    return Found(shown[0], "title", shown[0]) if shown else None


def lead_image(declared: Candidates, page: Found[str] | None = None) -> Found[str] | None:
    """The picture that a page declares for its article, its address completed by the page's."""
    for f in declared.images:
        address = absolute(f.value, page.value if page else None)
        if address and not f.source.startswith(HOME) and not _NO_PICTURE.search(f.value):
            return Found(address, f.source, f.raw)
    return None


def _language(declared: Candidates) -> Found[str] | None:
    """The language that the page declares; whether it is so, the text tells."""
    order = ("html:lang", "jsonld:inLanguage", "meta:content-language", "og:locale")
    for f in sorted(declared.language, key=lambda f: order.index(f.source) if f.source in order else len(order)):
        if found := _LANGUAGE.match(f.value):
            return Found(found[1].lower(), f.source, f.raw)
    return None
