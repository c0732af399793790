"""The tags of the head: title, link, meta (OpenGraph, Twitter, Dublin Core, and what systems invented)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warraq.describe.collect import HOME, Collector, Field
from warraq.describe.urls import is_front
from warraq.letters import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_TAGS = 2000

_META: Mapping[Field, str] = {
    Field.HEADLINE: """og:title twitter:title headline dc.title dcterms.title sailthru.title parsely-title
        title""",
    Field.DESCRIPTION: "og:description twitter:description description dc.description dcterms.description",
    Field.SECTION: """article:section og:article:section articlesection section parsely-section
        sailthru.section cxenseparse:category article:category category""",
    Field.TAGS: """article:tag og:article:tag news_keywords keywords parsely-tags sailthru.tags dc.subject
        dcterms.subject shareaholic:keywords""",
    Field.AUTHORS: """article:author author og:article:author dc.creator dcterms.creator parsely-author
        sailthru.author cxenseparse:author byl article:author_name""",
    Field.PUBLISHED: """article:published_time og:article:published_time og:published_time datepublished
        article:published parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date
        publication_date publicationdate cxenseparse:recs:publishtime dc.date.issued dcterms.issued dc.date
        dcterms.date dcterms.created dc.date.created datecreated originalpublicationdate article.published
        shareaholic:article_published_time citation_publication_date bt:pubdate date""",
    Field.MODIFIED: """article:modified_time og:article:modified_time og:updated_time og:modified_time
        datemodified dcterms.modified dc.date.modified lastmod article.updated
        shareaholic:article_modified_time last-modified""",
    Field.SITE_NAME: """og:site_name shareaholic:site_name dc.publisher dcterms.publisher publisher
        application-name apple-mobile-web-app-title""",
    Field.URL: "og:url twitter:url url parsely-link",
    Field.LANGUAGE: "og:locale dc.language dcterms.language content-language inlanguage language",
    Field.IMAGES: """og:image og:image:url og:image:secure_url twitter:image twitter:image:src thumbnailurl
        thumbnail""",
    Field.PAGE_TYPE: "og:type pagetype",
    Field.GENERATOR: "generator",
}
"""Meta names in order of trust, as read from heads of Arabic news sites and the systems that they run on."""

_FIELDS = {name: kind for kind, names in _META.items() for name in names.split()}
_PLACES = {name: place for names in _META.values() for place, name in enumerate(names.split())}
_ABOUT_PAGE = (
    Field.HEADLINE,
    Field.DESCRIPTION,
    Field.URL,
    Field.PAGE_TYPE,
    Field.IMAGES,
    Field.PUBLISHED,
    Field.MODIFIED,
)
_STATE = re.compile(r"\s{0,99}(?:window|self|globalThis|var\s|let\s|const\s)[\w.\[\]\"']{0,20}__[A-Z]")
_SOCIAL = ("og:", "twitter:", "article:")
_WRITTEN_BY = frozenset(
    fold(label)
    for label in (
        "كُتب بواسطة", "كتبه", "كتب بواسطة", "بواسطة", "بقلم", "الكاتب", "written by", "écrit par", "author",
        "نوشته شده توسط", "yazan",
    )
)  # fmt: skip


@dataclass(slots=True)
class Tags:
    """The tags of a page that speak of it, sorted out in one pass.

    Attributes:
        metas: (name, content) pairs of the metas outside any microdata item, in page order.
        titles: texts of the title elements.
        links: (rel, href) pairs.
        scripts: texts of JSON-LD scripts.
        states: texts of scripts that hold the state of an application.
        language: of the root element.
    """

    metas: list[tuple[str, str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    language: str = ""


def sort_tags(root: _Element) -> Tags:
    """Sort out the tags of a page."""
    found = Tags(language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    for number, element in enumerate(root.iter("meta", "title", "link", "script")):
        tag = element.tag
        if tag == "script":
            _sort_script(element, found)
        elif number > MOST_TAGS:
            continue
        elif tag == "meta":
            _sort_meta(element, found)
        elif tag == "link":
            rel, href = element.get("rel"), element.get("href")
            if rel and href and rel.lower() != "stylesheet":
                found.links.append((rel.lower(), href))
        elif not found.titles:
            title = "".join(map(str, element.itertext()))
            found.titles.extend([title] if title.strip() else ())
    return found


def _sort_meta(element: _Element, found: Tags) -> None:
    """Keep what a meta states, under each of its names."""
    get = element.get
    content = get("content") or get("value")
    if content:
        names = get("property") or get("name") or get("http-equiv") or _head_item(element) or ""
        found.metas.extend((name, content) for name in names.lower().split()[:5])


def _sort_script(element: _Element, found: Tags) -> None:
    """Keep a script that holds data, as JSON-LD or as the state of an application."""
    text = element.text
    if not text:
        return
    if "ld+json" in (element.get("type") or "").lower():
        found.scripts.append(text)
    elif (element.get("id") or "").startswith("__") or _STATE.match(text):
        found.states.append(text)


def _head_item(element: _Element) -> str | None:
    """Return the itemprop of a meta of the head, which speaks of the page; in the body microdata reads it."""
    parent = element.getparent()
    return element.get("itemprop") if parent is not None and parent.tag in ("head", "html") else None


def read_tags(tags: Tags) -> Collector:
    """Read the fields that the head states, each kind of tag in order of trust.

    What it says of the front page, on whatever page it stands, gets a source that starts with ``home:``.
    """
    collector = Collector()
    front = _fronts(tags)
    known = [(name, content) for name, content in tags.metas if name in _FIELDS]
    for name, content in sorted(known, key=lambda pair: _PLACES[pair[0]]):
        kind = _FIELDS[name]
        source = name if ":" in name else f"meta:{name}"
        home = kind in _ABOUT_PAGE and (front.social if name.startswith(_SOCIAL) else front.all)
        collector.add(kind, content, HOME + source if home else source)
    for title in tags.titles:
        collector.add(Field.HEADLINE, title, HOME + "title" if front.all else "title")
    for rel, href in tags.links:
        _read_link(rel, href, front, collector)
    collector.add(Field.LANGUAGE, tags.language, "html:lang")
    for name in _written_by(tags.metas):
        collector.add(Field.AUTHORS, name, "twitter:data")
    return collector


@dataclass(frozen=True, slots=True)
class _Fronts:
    """Which parts of a head describe the site's front page: social tags, canonical address, or all."""

    social: bool
    canonical: bool
    all: bool


def _fronts(tags: Tags) -> _Fronts:
    """Tell by the addresses in the head; a fixed og:url beside ``og:type`` article says nothing."""
    metas = dict(reversed(tags.metas))
    canonical = next((href for rel, href in tags.links if "canonical" in rel.split()), None)
    og_front = "og:url" in metas and is_front(metas["og:url"]) and metas.get("og:type", "").lower() != "article"
    link_front = canonical is not None and is_front(canonical)
    everything = og_front and (link_front or canonical is None) or link_front and "og:url" not in metas
    return _Fronts(og_front, link_front, everything)


def _read_link(rel: str, href: str, front: _Fronts, collector: Collector) -> None:
    prefix = HOME if (front.canonical if "canonical" in rel else front.all) else ""
    if "canonical" in rel.split():
        collector.add(Field.CANONICAL_URL, href, f"{prefix}link:canonical")
    elif rel == "amphtml":
        collector.add(Field.URL, href, f"{prefix}link:amphtml")
    elif rel == "image_src":
        collector.add(Field.IMAGES, href, f"{prefix}link:image_src")


def _written_by(metas: Iterable[tuple[str, str]]) -> list[str]:
    """Return the data of Twitter cards whose label says that they name the writer."""
    values = dict(metas)
    return [
        values[f"twitter:data{n}"]
        for n in "123"
        if fold(values.get(f"twitter:label{n}", "")) in _WRITTEN_BY and f"twitter:data{n}" in values
    ]
