"""JSON-LD: finds the node that describes the article, and reads its fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from warraq.describe.collect import Collector, Field
from warraq.describe.loose_json import DEEPEST, Json, read_json
from warraq.describe.urls import is_front, unwrap
from warraq.letters import fold
from warraq.model import Candidates, Found

MOST_SCRIPTS = 50
MOST_NODES = 500

_RANKS = {
    name: rank
    for rank, names in enumerate(
        (
            "newsarticle reportagenewsarticle opinionnewsarticle analysisnewsarticle backgroundnewsarticle "
            "reviewnewsarticle askpublicnewsarticle liveblogposting satiricalarticle report "
            "advertisercontentarticle",
            "article blogposting scholarlyarticle techarticle medicalscholarlyarticle socialmediaposting",
            "review interview creativework claimreview",
            "videoobject audioobject podcastepisode episode radioepisode tvepisode imagegallery mediaobject",
            "webpage itempage aboutpage",
        )
    )
    for name in names.split()
}
"""How well a type describes an article, 0 best. A video stands beside its article, so it comes late."""
WEAKEST_ARTICLE = 2
_INWARD = ("@graph", "mainentity", "mainentityofpage", "itemreviewed")
_NO_ARTICLES = frozenset("collectionpage searchresultspage profilepage contactpage aboutpage qapage faqpage".split())
_SITES = frozenset({"website", "organization", "newsmediaorganization", "corporation", "localbusiness"})


@dataclass(frozen=True, slots=True)
class Node:
    """One JSON-LD object with lower-case keys, and its types by their bare lower-case names."""

    types: tuple[str, ...]
    values: Mapping[str, Json]

    @property
    def rank(self) -> int:
        """How well it describes an article: 0 best; more than all ranks if it does not."""
        return min((_RANKS[t] for t in self.types if t in _RANKS), default=len(_RANKS))


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says, by which one of several articles is told to be the page's own.

    Attributes:
        titles: folded titles of the head.
        urls: addresses that the head gives for the page.
    """

    titles: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()


def read_jsonld(scripts: Iterable[str], head: Head) -> Candidates:
    """Read what JSON-LD says of the page's article.

    Where several articles are described, the one that the head also names is taken, else the first of the
    best type.
    """
    nodes: list[Node] = []
    for number, script in enumerate(scripts):
        if number == MOST_SCRIPTS:
            break
        for value in read_json(script):
            nodes.extend(_nodes(value, 0))
        if len(nodes) > MOST_NODES:
            break
    names = _named(nodes[:MOST_NODES])
    collector = Collector()
    article = _choose(nodes[:MOST_NODES], head)
    if article:
        _read_article(article, names, collector)
    for node in nodes[:MOST_NODES]:
        for name in sorted(_NO_ARTICLES & set(node.types)):
            collector.add(Field.PAGE_TYPE, name, "jsonld:@type")
        if "breadcrumblist" in node.types:
            _read_crumbs(node, collector)
        elif _SITES & set(node.types):
            collector.add_all(
                Field.SITE_NAME, _names(node.values.get("name"), names)[:1], f"jsonld:{node.types[0]}.name"
            )
    return collector.result()


def _nodes(value: Json, depth: int) -> Iterator[Node]:
    """Walk to all objects that may describe the page; lists of other articles are not entered."""
    if depth > DEEPEST:
        return
    if isinstance(value, Mapping):
        lowered = {key.lower(): item for key, item in value.items()}
        types = tuple(_bare(t) for t in _strings(lowered.get("@type")))
        yield Node(types, lowered)
        for key in _INWARD:
            yield from _nodes(lowered.get(key), depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value[:MOST_NODES]:
            yield from _nodes(item, depth + 1)


def _bare(name: str) -> str:
    return name.rpartition("/")[2].rpartition(":")[2].lower()


def _named(nodes: Iterable[Node]) -> Mapping[str, Json]:
    """Map the ``@id`` of each node that has a name to that name, for those who only refer to it."""
    found: dict[str, Json] = {}
    for node in nodes:
        name = node.values.get("name")
        for identity in _strings(node.values.get("@id")):
            if name:
                found.setdefault(identity, node.values)
    return found


def _choose(nodes: Sequence[Node], head: Head) -> Node | None:
    """Choose the node that describes the page's article."""
    known = [n for n in nodes if n.rank < len(_RANKS) and not any(is_front(u) for u in _urls(n))]
    if not known:
        return None
    best = min(n.rank for n in known)
    if best > WEAKEST_ARTICLE:
        return next(n for n in known if n.rank == best)
    articles = [n for n in known if n.rank <= WEAKEST_ARTICLE]
    matching = [n for n in articles if _is_named(n, head)]
    return min(matching or articles, key=lambda n: n.rank)


def _urls(node: Node) -> list[str]:
    """Return the addresses that a node gives for itself."""
    page = node.values.get("mainentityofpage")
    found = [
        *_strings(node.values.get("url"), "url"),
        *_strings(page, "@id"),
        *_strings(node.values.get("@id")),
    ]
    return [unwrap(u.strip()) for u in found if "/" in u]


def _is_named(node: Node, head: Head) -> bool:
    """Tell whether the head names this article, by its headline or its address."""
    title = fold(next(iter(_headlines(node)), ""))
    if title and any(title in t or (len(t) > 15 and t in title) for t in head.titles):
        return True
    return bool({u.rstrip("/") for u in _urls(node)} & {u.rstrip("/") for u in head.urls})


def _headlines(node: Node) -> list[str]:
    return [*_strings(node.values.get("headline")), *_strings(node.values.get("name"))]


def _read_article(node: Node, names: Mapping[str, Json], collector: Collector) -> None:
    """Read the fields of the article's node."""
    values = node.values
    prefix = "jsonld" if node.rank <= WEAKEST_ARTICLE else f"jsonld.{node.types[0]}"

    def add(field: Field, *keys: str) -> None:
        for key in keys:
            collector.add_all(field, _strings(values.get(key.lower())), f"{prefix}:{key}")

    add(Field.HEADLINE, "headline", "name")
    add(Field.KICKER, "alternativeHeadline")
    add(Field.SUBHEADLINE, "alternativeHeadline")
    add(Field.DESCRIPTION, "description")
    add(Field.SECTION, "articleSection")
    add(Field.PUBLISHED, "datePublished", "uploadDate", "dateCreated")
    add(Field.MODIFIED, "dateModified")
    add(Field.LANGUAGE, "inLanguage")
    add(Field.BODY, "articleBody", "text")
    add(Field.TAGS, "keywords")
    for image in (*_strings(values.get("image"), "url"), *_strings(values.get("thumbnailurl"), "url")):
        collector.add(Field.IMAGES, image, f"{prefix}:image")
    for url in _urls(node):
        collector.add(Field.URL, url, f"{prefix}:url")
    for name in node.types:
        collector.add(Field.PAGE_TYPE, name, "jsonld:@type")
    for key in ("publisher", "sourceOrganization"):
        collector.add_all(Field.SITE_NAME, _names(values.get(key.lower()), names), f"{prefix}:{key}")
    for key in ("author", "creator", "contributor", "editor", "translator"):
        for person in _people(values.get(key), names):
            collector.add(Field.AUTHORS, person.value, f"{prefix}:{key}{person.source}")


def _read_crumbs(node: Node, collector: Collector) -> None:
    """Read a BreadcrumbList, the deepest step first."""
    steps = node.values.get("itemlistelement")
    found: list[str] = []
    for step in steps if isinstance(steps, Sequence) and not isinstance(steps, str) else ():
        if isinstance(step, Mapping):
            item = step.get("item")
            target = item.get("@id") or item.get("url") if isinstance(item, Mapping) else item
            name = step.get("name") or (item.get("name") if isinstance(item, Mapping) else None)
            if isinstance(name, str) and not (isinstance(target, str) and is_front(target)):
                found.append(name)
    collector.add_all(Field.SECTION, reversed(found), "jsonld:breadcrumb")


def _strings(value: Json, *keys: str) -> list[str]:
    """Return the strings of a value: itself, those of a list, or one of an object's members."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        for key in (*keys, "@value", "name", "headline", "@id", "url"):
            inner = value.get(key)
            if isinstance(inner, str) and inner.strip():
                return [inner]
        return []
    if isinstance(value, Sequence):
        return [
            s
            for item in value[:100]
            if not isinstance(item, Sequence) or isinstance(item, str)
            for s in _strings(item, *keys)
        ]
    return []


def _names(value: Json, names: Mapping[str, Json]) -> list[str]:
    """Return names of organizations: strings, objects, or references to objects elsewhere on the page."""
    return [p.value for p in _people(value, names)]


def _people(value: Json, names: Mapping[str, Json], depth: int = 0) -> list[Found[str]]:
    """Return names with what the markup says they are: source ``""`` or such as ``/organization``."""
    if depth > 6:
        return []
    if isinstance(value, str):
        return [] if value.startswith(("http:", "https:", "//", "#")) else [Found(value, "", value)]
    if isinstance(value, Mapping):
        lowered = {key.lower(): item for key, item in value.items()}
        identity = lowered.get("@id")
        if "name" not in lowered and isinstance(identity, str) and identity in names:
            return _people(names[identity], {}, depth + 1)
        kinds = [_bare(t) for t in _strings(lowered.get("@type"))]
        kind = "" if not kinds or "person" in kinds else f"/{kinds[0]}"
        name = lowered.get("name") or lowered.get("@value")
        if not name:
            parts = [s for key in ("givenname", "familyname") for s in _strings(lowered.get(key))]
            name = " ".join(parts) or lowered.get("author")
        return [Found(p.value, p.source or kind, p.raw) for p in _people(name, names, depth + 1)]
    if isinstance(value, Sequence):
        return [p for item in value[:50] for p in _people(item, names, depth + 1)]
    return []
