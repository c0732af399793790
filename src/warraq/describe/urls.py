"""What an address says: its host, whether it is a site's front page, the day in its path."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

_WAYBACK = re.compile(r"^(?:https?://[\w.-]{1,80})?/?web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:|//)", re.IGNORECASE)
_FRONT = re.compile(
    r"^/*(?:(?:ar|ara|arabic|en|fr|fa|ku|web|site|home|main|default|index|portal|www|الرئيسية)(?:\.\w{3,5})?/*){0,2}$",
    re.IGNORECASE,
)
_HOST = re.compile(r"^[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}$")
_TRACKING = re.compile(r"^(?:(?:utm_|fb|gclid|ref|lang|_ga)[\w.%=+-]{0,200}&?)*$", re.IGNORECASE)
_YEAR = r"((?:199|20[0-4])\d)"
_ANY_YEAR = re.compile(rf"(?:/|%2f){_YEAR}", re.IGNORECASE)
_SLASHED = re.compile(rf"/{_YEAR}/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=/|$)")
_DASHED = re.compile(rf"/{_YEAR}([-_.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_GLUED = re.compile(rf"/{_YEAR}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=/|$)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMED = re.compile(rf"/{_YEAR}/({'|'.join(_MONTHS)})[a-z]{{0,6}}/(0?[1-9]|[12]\d|3[01])(?=/|$)", re.IGNORECASE)


def unwrap(url: str) -> str:
    """Take an archive's prefix off an address.

    >>> unwrap("https://archive.example/web/20230201145611/https://news.example/a/1")
    'https://news.example/a/1'
    """
    while found := _WAYBACK.match(url):
        url = url[found.end() :]
    return "https:" + url if url.startswith("//") else url


@lru_cache(maxsize=512)
def readable(url: str) -> str:
    """Return an address with its letters as such; kept, as those near the text are asked for by several finders.

    >>> readable("/tag/%D9%86%D9%81%D8%B7")
    '/tag/نفط'
    """
    return unquote(url) if "%" in url else url


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        if ":" in parts.netloc:
            parts.port  # noqa: B018 - raises ValueError where the port is none
    except ValueError:
        return None
    return parts


@lru_cache(maxsize=64)
def host_of(url: str) -> str | None:
    """Return the host of an absolute address, lower case, or None.

    >>> host_of("https://www.News.example:8080/a")
    'www.news.example'
    """
    parts = _split(unwrap(url))
    host = (parts.hostname or "") if parts and parts.scheme in ("http", "https") else ""
    return host if _HOST.match(host) else None


@lru_cache(maxsize=64)
def is_front(url: str) -> bool:
    """Tell whether an address is that of a site's front page, in one of its usual spellings.

    >>> is_front("https://news.example/ar/index.php"), is_front("/"), is_front("https://news.example/?p=12")
    (True, True, False)
    """
    parts = _split(unwrap(url.strip()))
    if parts is None or not (parts.netloc or parts.path):
        return False
    return bool(_FRONT.match(unquote(parts.path)) and _TRACKING.match(parts.query))


def absolute(url: str, base: str | None) -> str | None:
    """Make an address absolute; None if it is none that a reader could open.

    >>> absolute("uploads/1.jpg", "https://news.example/a/1")
    'https://news.example/a/uploads/1.jpg'
    >>> absolute("javascript:void(0)", None) is None
    True
    """
    url = unwrap(url.strip())
    try:
        joined = urljoin(base, url) if base else url
    except ValueError:
        return None
    parts = _split(joined)
    if parts is None or (parts.scheme and parts.scheme not in ("http", "https")):
        return None
    return joined if len(joined.split()) == 1 else joined.replace(" ", "%20") or None


def day_of(url: str) -> str | None:
    """Return the day that the path of an address states, as ISO 8601, or None.

    A month and a number (``/2021/04/92713``) is no day, nor is a day inside a slug.

    >>> day_of("https://news.example/2016/2/8/article_1.html"), day_of("https://news.example/2021/04/92713")
    ('2016-02-08', None)
    """
    parts = _split(unwrap(url)) if _ANY_YEAR.search(url) else None
    if parts is None:
        return None
    path = unquote(parts.path)
    for pattern in (_SLASHED, _GLUED):
        if found := pattern.search(path):
            return _iso(*found.groups())
    if found := _DASHED.search(path):
        return _iso(found[1], found[3], found[4])
    if found := _NAMED.search(path):
        return _iso(found[1], str(_MONTHS.index(found[2].lower()) + 1), found[3])
    return None


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"
