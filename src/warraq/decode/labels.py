"""Names of encodings: the labels that pages declare, and what they stand for.

WHATWG Encoding Standard, section 4.2, for the encodings in which Arabic pages come, and for Latin ones; other labels
are looked up among Python's codecs. As browsers do, a declared ISO-8859-1 is windows-1252 and a declared UTF-16 in
bytes that can be read as ASCII is UTF-8.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from bs4.dammit import EncodingDetector

_HEAD = 8192
"""Where a declaration is looked for: browsers look in 1024 bytes, saved pages often have scripts before it."""

_WHATWG = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig utf-16 utf-16le "
    "utf-16be unicode utf8mb4",
    "windows-1256": "windows-1256 cp1256 x-cp1256 cp-1256 win-1256 win1256 windows1256 1256 arabic-windows",
    "iso-8859-6": "iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 iso-8859-6-e iso-8859-6-i arabic asmo-708 "
    "asmo708 ecma-114 csiso88596e csiso88596i csisolatinarabic iso-ir-127",
    "windows-1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 latin1 l1 "
    "ascii us-ascii ansi_x3.4-1968 cp819 ibm819 csisolatin1 iso-ir-100 windows-1252-1 ansi",
    "windows-1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 latin5 l5",
    "windows-1250": "windows-1250 cp1250 x-cp1250",
    "windows-1251": "windows-1251 cp1251 x-cp1251",
    "x-mac-arabic": "x-mac-arabic macarabic mac-arabic",
    "cp720": "cp720 ibm720 dos-720",
}  # fmt: skip
_LABELS = {label: name for name, labels in _WHATWG.items() for label in labels.split()}
_NO_ENCODINGS = ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "charmap", "undefined", "oem")
"""Codecs of Python that no page is in; scripts that forget to set a variable declare ``charset=undefined``."""

_CODECS = {"x-mac-arabic": "mac_arabic"}


def declared_encoding(body: bytes) -> str | None:
    """The label that the page itself declares, as written, or None.

    Only the head is searched: the search is quadratic on ``<meta<meta<meta…``.
    """
    return EncodingDetector.find_declared_encoding(body[:_HEAD], is_html=True, search_entire_document=True)


@lru_cache(maxsize=256)
def name_of(label: str) -> str | None:
    """The encoding that a label stands for (lower case, WHATWG name where there is one), or None if unknown.

    >>> name_of(" ISO-8859-1 "), name_of("x-cp1256"), name_of("utf8"), name_of("nonsense")
    ('windows-1252', 'windows-1256', 'utf-8', None)
    >>> name_of("latin2"), name_of("cp1253")
    ('iso-8859-2', 'windows-1253')
    """
    key = label.strip(" \t\r\n\"';").lower()
    if key in _LABELS:
        return _LABELS[key]
    try:
        info = codecs.lookup(key)
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding or info.name.replace("_", "-") in _NO_ENCODINGS:
        return None
    name = re.sub(r"^cp(?=125\d$)", "windows-", info.name)
    return _LABELS.get(name, re.sub(r"^iso8859-", "iso-8859-", name))


def codec(name: str) -> str:
    """The Python codec of an encoding named by ``name_of``."""
    return _CODECS.get(name, name)
