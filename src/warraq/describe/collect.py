"""Gathers candidates field by field; the one place that cleans and bounds what a page says of itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import fields
from enum import StrEnum
from itertools import chain
from operator import attrgetter

from warraq.letters import INVISIBLE
from warraq.model import Candidates, Found


class Field(StrEnum):
    """The fields of ``Candidates``."""

    HEADLINE = "headline"
    KICKER = "kicker"
    SUBHEADLINE = "subheadline"
    DESCRIPTION = "description"
    SECTION = "section"
    TAGS = "tags"
    AUTHORS = "authors"
    PUBLISHED = "published"
    MODIFIED = "modified"
    SITE_NAME = "site_name"
    URL = "url"
    CANONICAL_URL = "canonical_url"
    LANGUAGE = "language"
    IMAGES = "images"
    BODY = "body"
    PAGE_TYPE = "page_type"
    GENERATOR = "generator"


MOST_VALUES = 60
"""Candidates kept of one field from one source; the longest tag list seen on a news page had 31."""

LONGEST_VALUE = 2000
"""Code points of one value; a longer "headline" or "author" is a text or an attack."""

_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\ud800-\udfff]+")
"""Direction marks, soft hyphens and halves of characters."""
_MARKUP = re.compile(r"</?[a-zA-Z!][^<>]{0,500}>")
_TAG_BREAK = re.compile(r"[,،;؛|\n\r]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_PLACEHOLDERS = frozenset(
    {"null", "undefined", "none", "n/a", "nan", "false", "true", "[object object]", "-", "--", "."}
)
_LONGEST_PLACEHOLDER = max(map(len, _PLACEHOLDERS))
_UNFILLED = re.compile(r"^(?:\{\{.{0,80}\}\}|\[\[.{0,80}\]\]|%%?[\w.]{1,40}%%?|<%.{0,80}%>|\$\{.{0,80}\})$")


def clean_value(text: str) -> str:
    r"""Make one line of a declared value: entities and tags resolved, no direction marks, single spaces.

    Gives "" for what a template left unfilled.

    >>> clean_value("  &quot;من كان&quot;\n مع صفي الدين؟ ")
    '"من كان" مع صفي الدين؟'
    >>> clean_value("{{ post.title }}")
    ''
    """
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _MARKUP.sub(" ", text)
    text = " ".join(_UNSEEN.sub("", text).split())
    if len(text) <= _LONGEST_PLACEHOLDER and text.casefold() in _PLACEHOLDERS:
        return ""
    return "" if _UNFILLED.match(text) else text


def clean_body(text: str) -> str:
    """Make the text of a declared body: entities resolved; its line breaks are wanted."""
    if "&" in text:
        text = html.unescape(text)
    return _SURROGATES.sub("", text).strip()


class Collector:
    """Candidates in the making: in the order added, no value twice from one source."""

    def __init__(self) -> None:
        self._found: dict[Field, list[Found[str]]] = {}
        self._known: set[tuple[Field, str, str]] = set()

    def add(self, field: Field, value: str | None, source: str, raw: str | None = None) -> None:
        """Add one value, cleaned; an empty, unfilled or overlong one is left out.

        Args:
            field: whose candidate it is.
            value: what the page says.
            source: where it says so.
            raw: how the page prints it, where that is not the value.
        """
        if not value:
            return
        if field is Field.TAGS and (parts := _TAG_BREAK.split(value))[1:]:
            for part in parts:
                self.add(field, part, source)
            return
        cleaned = clean_body(value) if field is Field.BODY else clean_value(value)
        if not cleaned or not cleaned.strip(INVISIBLE) or (field is not Field.BODY and len(cleaned) > LONGEST_VALUE):
            return
        found = self._found.setdefault(field, [])
        if len(found) >= MOST_VALUES or (field, cleaned, source) in self._known:
            return
        self._known.add((field, cleaned, source))
        found.append(Found(cleaned, source, (raw or value) if field is not Field.BODY else ""))

    def add_all(self, field: Field, values: Iterable[str], source: str) -> None:
        """Add several values."""
        for value in values:
            self.add(field, value, source)

    def has(self, field: Field) -> bool:
        """Tell whether anything was added to a field."""
        return bool(self._found.get(field))

    def result(self) -> Candidates:
        """Return what was gathered."""
        return Candidates(**{str(k): tuple(v) for k, v in self._found.items()})


def combine(*parts: Candidates) -> Candidates:
    """Join candidates field by field, in the order given."""
    return Candidates(*(tuple(chain.from_iterable(values)) for values in zip(*map(_values, parts), strict=True)))


_values = attrgetter(*(f.name for f in fields(Candidates)))
"""The values of all fields of ``Candidates``, in their order."""


HOME = "home:"
"""Source prefix of what a head says of the site's front page on a page that is another."""


def home_last(found: Candidates) -> Candidates:
    """Put what speaks of the front page behind all else."""
    if not any(map(_is_home, chain.from_iterable(_values(found)))):
        return found
    return Candidates(*(tuple(sorted(values, key=_is_home)) for values in _values(found)))


def _is_home(found: Found[str]) -> bool:
    return found.source.startswith(HOME)
