"""Properties written into the body: microdata, the RDFa of old Drupal, ``<time>``, hAtom classes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from lxml import etree

from warraq.describe.collect import Collector, Field
from warraq.model import Candidates

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ELEMENTS = 1500
LONGEST_TEXT = 300

_ITEMS = etree.XPath("//@itemprop/..")
_PROPERTIES = etree.XPath("//@property/..")
_ARTICLES = (
    "article",
    "newsarticle",
    "blogposting",
    "reportagenewsarticle",
    "opinionnewsarticle",
    "report",
    "creativework",
)
_NEUTRAL = ("", "webpage", "itempage", "blog", "review", "thing", "videoobject")
_FIELDS = {
    "headline": Field.HEADLINE,
    "alternativeheadline": Field.SUBHEADLINE,
    "description": Field.DESCRIPTION,
    "articlesection": Field.SECTION,
    "keywords": Field.TAGS,
    "author": Field.AUTHORS,
    "creator": Field.AUTHORS,
    "datepublished": Field.PUBLISHED,
    "datecreated": Field.PUBLISHED,
    "datemodified": Field.MODIFIED,
    "dateupdated": Field.MODIFIED,
    "publisher": Field.SITE_NAME,
    "inlanguage": Field.LANGUAGE,
}
_RDFA_FIELDS = {
    "dc:date": Field.PUBLISHED,
    "dc:created": Field.PUBLISHED,
    "dcterms:created": Field.PUBLISHED,
    "schema:datepublished": Field.PUBLISHED,
    "dc:modified": Field.MODIFIED,
    "schema:datemodified": Field.MODIFIED,
    "datepublished": Field.PUBLISHED,
    "datemodified": Field.MODIFIED,
}
_TIME_NAMES = frozenset(("published", "entry-date", "updated"))
_COMMENTS = ("comment", "related", "sidebar", "widget", "recent", "latest")


def read_microdata(root: _Element) -> Candidates:
    """Read the properties of the page's article; those of comments and of listed articles are left out."""
    collector = Collector()
    properties = _properties(_found(_ITEMS, root)[:MOST_ELEMENTS])
    main = _main_item(properties)
    for one in properties:
        _read_property(one, main, collector)
    if _speaks_rdfa(root):
        for element in _found(_PROPERTIES, root)[:MOST_ELEMENTS]:
            if element.tag != "meta" and element.get("content"):
                for name in (element.get("property") or "").lower().split()[:5]:
                    if name in _RDFA_FIELDS:
                        collector.add(_RDFA_FIELDS[name], element.get("content"), f"rdfa:{name}")
    _read_times(root, collector)
    return collector.result()


def _found(path: etree.XPath, root: _Element) -> list[_Element]:
    return cast("list[_Element]", path(root))


def _speaks_rdfa(root: _Element) -> bool:
    """Tell whether the page declares RDFa, as Drupal 7 does on its root element."""
    return (
        "rdfa" in (root.get("version") or "").lower()
        or "dc:" in (root.get("prefix") or "")
        or "xmlns:dc" in root.attrib
    )


class _Item(NamedTuple):
    """An item: the element that opens it, None outside of all, and its type in lower case."""

    element: _Element | None
    kind: str


class _Property(NamedTuple):
    """A property: its element, its names, and the item that it belongs to."""

    element: _Element
    names: list[str]
    item: _Item


def _properties(elements: Sequence[_Element]) -> list[_Property]:
    """Find the item of every property; elements side by side have the same."""
    items: dict[_Element | None, _Item] = {}
    found: list[_Property] = []
    for element in elements:
        parent = element.getparent()
        if parent not in items:
            items[parent] = _item(parent)
        found.append(_Property(element, (element.get("itemprop") or "").lower().split(), items[parent]))
    return found


def _item(element: _Element | None) -> _Item:
    """Return the nearest item around what stands in an element."""
    while element is not None:
        kind = element.get("itemtype")
        if kind or element.get("itemscope") is not None:
            return _Item(element, (kind or "").rstrip("/").rpartition("/")[2].lower())
        element = element.getparent()
    return _Item(None, "")


def _main_item(properties: Sequence[_Property]) -> _Element | None:
    """Choose the article item that holds a body or a headline of the first rank, else the first."""
    first: _Element | None = None
    for element, names, item in properties:
        if item.kind not in _ARTICLES:
            continue
        if first is None:
            first = item.element
        if "articlebody" in names or (element.tag == "h1" and "headline" in names):
            return item.element
    return first


def _read_property(one: _Property, main: _Element | None, collector: Collector) -> None:
    """Read one property of the article, or of the page where no article is marked."""
    element, item = one.element, one.item
    if item.kind in _ARTICLES and main is not None and item.element is not main:
        return
    if item.kind not in _ARTICLES and item.kind not in _NEUTRAL:
        return
    parent = element.getparent()
    if main is None and item.element is None and element.tag == "meta" and parent is not None and parent.tag == "head":
        return  # the tags of the head are read elsewhere
    for name in one.names[:5]:
        if name in _FIELDS:
            collector.add(_FIELDS[name], _value(element, _FIELDS[name]), f"microdata:{name}")


def _value(element: _Element, field: Field) -> str:
    """Return what a property states: an attribute, the name of the item inside, or its text."""
    for attribute in ("content", "datetime"):
        if element.get(attribute):
            return str(element.get(attribute))
    if element.tag == "abbr" and element.get("title"):
        return str(element.get("title"))
    if field in (Field.AUTHORS, Field.SITE_NAME):
        for inner in element.iterdescendants():
            if "name" in (inner.get("itemprop") or "").split():
                return str(inner.get("content") or "".join(map(str, inner.itertext()))[:LONGEST_TEXT])
    if element.tag in ("meta", "link", "img"):
        return ""
    text = "".join(map(str, element.itertext()))
    return text if len(text) <= LONGEST_TEXT else ""


def _read_times(root: _Element, collector: Collector) -> None:
    """Read the first ``<time>`` or ``<abbr>`` that says by its class or attribute whose time it is."""
    published = False
    updated: list[str] = []
    for number, element in enumerate(root.iter("time", "abbr")):
        if number > 200:
            break
        names = (element.get("class") or "").lower().split(" ")
        own = _TIME_NAMES.intersection(names)
        pubdate = element.get("pubdate") is not None
        stated = element.get("datetime") or (element.get("title") if element.tag == "abbr" else None)
        if not stated or not (own or pubdate) or any(map(_in_list, element.iterancestors())):
            continue
        if pubdate:
            collector.add(Field.PUBLISHED, stated, "time:pubdate")
        for name in ("published", "entry-date"):
            if name in own:
                published = True
                collector.add(Field.PUBLISHED, stated, f"time:{name}")
        if "updated" in own and "published" not in own:
            updated.append(str(stated))
    # hAtom wants an "updated" on every post, so themes give that name to the only date they show
    for stated in updated[:1]:
        collector.add(Field.MODIFIED if published else Field.PUBLISHED, stated, "time:updated")


def _in_list(around: _Element) -> bool:
    names = f"{around.get('class') or ''} {around.get('id') or ''}".lower()
    own = around.tag == "footer" and ("entry" in names or "post" in names)
    return (around.tag in ("aside", "footer", "nav", "li") and not own) or (
        around.tag not in ("body", "html") and any(word in names for word in _COMMENTS)
    )
