"""Places and outlets by name: the gazetteers of ``data/lexicons``, looked up word by word.

Keys are folded (``letters.fold``) without quotes, and a full stop counts as a space, so that «أ.ف.ب», «أ. ف. ب»
and «ا ف ب» are one. Which string is output is the caller's: a look-up gives the usual spelling and how many words
of the text it took.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from warraq.letters import fold
from warraq.lexicon import load

_NUMBERED = re.compile(r" (?=\d+$)")
_STOPS = re.compile(r"[.\-_\"'`*]+")
_DESCRIBED = re.compile(
    r"(?:صحيفه|جريده|وكاله|قناه|موقع|شبكه|مجله|بوابه|اذاعه|راديو|تلفزيون|خدمه)(?: انباء| الانباء)? "
)
_CLITICS = re.compile(r"(?:و|ف)?(?:(?:ب|ل|ك)?(?=ال)|لل|[بل](?=\w{4}))")


class OutletKind(StrEnum):
    """What sort of outlet a name is; ``house`` is the site that the page is of, which no gazetteer has."""

    AGENCY = "agency"
    GENERIC = "generic"
    PAPER = "paper"
    CHANNEL = "channel"
    SITE = "site"
    DESK = "desk"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class _Country:
    """An entry of ``places.toml``."""

    country: tuple[str, ...]
    cities: tuple[tuple[str, ...], ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Outlets:
    """An entry of ``outlets.toml``."""

    kind: OutletKind
    names: tuple[tuple[str, ...], ...]
    words: tuple[str, ...] = ()


class Known(NamedTuple):
    """A name found in a gazetteer.

    Attributes:
        name: its usual spelling.
        words: how many words of the text it took.
        sure: False where the spelling is also an ordinary word or another name.
        kind: of an outlet; None of a place.
        country: whether a place is a country.
    """

    name: str
    words: int
    sure: bool
    kind: OutletKind | None = None
    country: bool = False

    def of_words(self, words: int) -> Known:
        """The name, found in so many words of a text."""
        return self if words == self.words else self._replace(words=words)


class Gazetteer:
    """Names by their folded words."""

    def __init__(self, names: Iterable[tuple[str, Known]]) -> None:
        """Keep the first of equal keys, unless a later one is surer."""
        self._by_key: dict[str, Known] = {}
        for key, known in names:
            if key not in self._by_key or (known.sure and not self._by_key[key].sure):
                self._by_key[key] = known
        self.longest = max((known.words for known in self._by_key.values()), default=0)
        self._first_words = frozenset(key.partition(" ")[0] for key in self._by_key)

    def opens(self, key: str) -> bool:
        """Say whether a name begins with this folded word."""
        return key in self._first_words

    def whole(self, text_key: str) -> Known | None:
        """Return what a whole key names."""
        return self._by_key.get(text_key)

    def at(self, keys: Sequence[str], start: int) -> Known | None:
        """Return the longest name that begins with word ``start``."""
        if keys[start] not in self._first_words:
            return None
        for end in range(min(len(keys), start + self.longest), start, -1):
            found = self._by_key.get(" ".join(keys[start:end]))
            if found:
                return found.of_words(end - start)
        return None

    def ending(self, keys: Sequence[str], end: int) -> Known | None:
        """Return the longest name that ends before word ``end``."""
        for start in range(max(0, end - self.longest), end):
            found = self._by_key.get(" ".join(keys[start:end]))
            if found:
                return found.of_words(end - start)
        return None


def name_key(text: str) -> str:
    """Fold a name for look-up: no quotes, a full stop or hyphen is a space.

    >>> name_key("«أ.ف.ب»") == name_key("ا ف ب")
    True
    """
    return " ".join(_STOPS.sub(" ", fold(text)).split())


@lru_cache(maxsize=1)
def places() -> Gazetteer:
    """Return the gazetteer of places."""
    return Gazetteer(
        _known(spellings, entry.words, None, country=place is entry.country)
        for entry in load("places", _Country)
        for place in (entry.country, *entry.cities)
        for spellings in _each(place)
    )


@lru_cache(maxsize=1)
def outlets() -> Gazetteer:
    """Return the gazetteer of outlets."""
    return Gazetteer(
        _known(spellings, entry.words, entry.kind)
        for entry in load("outlets", _Outlets)
        for outlet in entry.names
        for spellings in _each(outlet)
    )


def _each(spellings: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    """Pair every spelling with the usual one; a number at its end may be glued to it (عربي21)."""
    for spelling in spellings:
        yield spelling, spellings[0]
        if _NUMBERED.search(spelling):
            yield _NUMBERED.sub("", spelling), spellings[0]


def _known(
    pair: tuple[str, str], words: tuple[str, ...], kind: OutletKind | None, *, country: bool = False
) -> tuple[str, Known]:
    spelling, usual = pair
    key = name_key(spelling)
    return key, Known(usual, key.count(" ") + 1, spelling not in words, kind, country)


def outlet_of(text: str) -> str | None:
    """Return the usual name of the agency, paper, channel, site or desk that the whole text names, or None.

    Quotes, a word such as صحيفة before the name, and attached و، ف، ب، ل are tolerated.

    >>> outlet_of("أ.ف.ب"), outlet_of("لوكالة رويترز"), outlet_of("«الشرق الأوسط»")
    ('فرانس برس', 'رويترز', 'الشرق الأوسط')
    >>> outlet_of("اليوم الأول") is None
    True
    """
    found = _look_up(outlets(), text)
    return found.name if found else None


def place_of(text: str) -> str | None:
    """Return the usual name of the country or city that the whole text names, or None.

    >>> place_of("بالقاهرة"), place_of("«جدة»"), place_of("اسطنبول")
    ('القاهرة', 'جدة', 'إسطنبول')
    """
    found = _look_up(places(), text)
    return found.name if found else None


def _look_up(gazetteer: Gazetteer, text: str) -> Known | None:
    """Look a text up as it is, then without what may be attached or stand before it."""
    key = name_key(text)
    found = gazetteer.whole(key)
    for pattern in (_CLITICS, _DESCRIBED):
        if found is None and (cut := pattern.match(key)):
            rest = key[cut.end() :]
            if cut[0].endswith("لل"):
                rest = "ال" + rest
            found = gazetteer.whole(rest)
            key = rest if pattern is _CLITICS and _DESCRIBED.match(rest) else key
    return found
