"""The state that a page carries for its scripts (``__NEXT_DATA__``, ``__INITIAL_STATE__``): its article's fields.

Such a page may show nothing but a skeleton, and have neither JSON-LD nor meta. The article is the object that has both
a title and the longest text; keys are told by the words in them (``NEWS_DATE``, ``publishedAt``, ``categoryName``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from warraq.describe.collect import Collector, Field
from warraq.describe.loose_json import Json, read_json
from warraq.model import Candidates

MOST_OBJECTS = 20_000
_LEAST_TEXT = 150
"""Characters of the text of an article; a teaser has fewer."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_TITLE = frozenset(("title", "headline", "heading", "subject"))
_TEXT = frozenset(("body", "content", "text", "html", "article", "details", "description", "blocks"))
_FIELDS: Mapping[Field, tuple[frozenset[str], ...]] = {
    Field.PUBLISHED: tuple(
        map(frozenset, (("published",), ("publish",), ("publication",), ("date",), ("created",), ("pub",)))
    ),
    Field.MODIFIED: tuple(map(frozenset, (("modified",), ("updated",), ("update",)))),
    Field.AUTHORS: tuple(map(frozenset, (("author",), ("authors",), ("writer",), ("byline",), ("reporter",)))),
    Field.SECTION: tuple(map(frozenset, (("section",), ("category",), ("categories",), ("sections",)))),
    Field.TAGS: tuple(map(frozenset, (("tags",), ("keywords",), ("topics",)))),
}
_NO_VALUE = frozenset("id ids url slug link image img count type color alt".split())
_NOT_PUBLISHED = frozenset(("modified", "updated", "update", "expire", "end", "start"))


def read_state(scripts: Iterable[str]) -> Candidates:
    """Read the fields of the article in the states of a page."""
    collector = Collector()
    articles = [a for script in scripts for value in read_json(_assigned(script)) for a in _articles(value)]
    if articles:
        _read(max(articles, key=_text_length), collector)
    return collector.result()


def _assigned(script: str) -> str:
    """Return what a script assigns, from its first bracket on."""
    starts = [place for place in (script.find("{"), script.find("[")) if place >= 0]
    return script[min(starts) :] if starts else ""


def _articles(value: Json) -> Iterator[Mapping[str, Json]]:
    """Yield the objects that have a title and a text, without recursion, as states nest deeply."""
    stack: list[Json] = [value]
    for _ in range(MOST_OBJECTS):
        if not stack:
            return
        item = stack.pop()
        if isinstance(item, Mapping):
            if _text_length(item) >= _LEAST_TEXT and any(_words(key) & _TITLE for key in item):
                yield item
            stack.extend(item.values())
        elif isinstance(item, Sequence) and not isinstance(item, str):
            stack.extend(item)


def _text_length(item: Mapping[str, Json]) -> int:
    """Return the length of the longest text of an object."""
    return max((len(v) for k, v in item.items() if isinstance(v, str) and _words(k) & _TEXT), default=0)


def _words(key: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORDS.findall(key[:60]))


def _read(article: Mapping[str, Json], collector: Collector) -> None:
    """Read the fields of the article, the surest keys first."""
    for field, wanted in _FIELDS.items():
        for names in wanted:
            for key, value in article.items():
                own = _words(key)
                if not names <= own or own & _NO_VALUE or (field is Field.PUBLISHED and own & _NOT_PUBLISHED):
                    continue
                collector.add_all(field, _names_in(value), f"data:{key}")


def _names_in(value: Json) -> list[str]:
    """Return the strings of a value: itself, its names, or those of its members."""
    if isinstance(value, str):
        return [value] if len(value) <= 200 else []
    if isinstance(value, Mapping):
        for key in ("name", "title", "label", "text", "value"):
            found = next((v for k, v in value.items() if k.lower() == key), None)
            if isinstance(found, str):
                return [found]
        return []
    if isinstance(value, Sequence):
        return [name for item in value[:40] if not isinstance(item, list) for name in _names_in(item)]
    return []
