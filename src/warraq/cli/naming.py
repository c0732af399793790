"""Names of output files: after the page's path below the input, and no two pages under one name."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence

from warraq.batch.names import parts_of
from warraq.errors import NameClash
from warraq.model import Origin
from warraq.read.files import walk
from warraq.read.formats import is_no_page

_PACKED = (".gz", ".bz2", ".xz", ".zst")
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".webarchive", ".txt", ".php", ".asp", ".aspx", ".jsp")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_LONGEST = 200
"""Bytes of a name without its ending; most file systems hold 255."""


def stem_of(origin: Origin, root: str) -> str:
    """Return the output's path below the output folder, without its ending.

    Args:
        origin: where the page came from.
        root: the PATH of the command line that it was found by.

    >>> stem_of(Origin("news/2004/a.html"), "news"), stem_of(Origin("news/x.zip", "b/../c.html"), "news")
    ('2004/a', 'x.zip/b/c')
    """
    parts = _below(origin.path or "-", root).split("/")
    if origin.member is not None:
        parts += [_UNSAFE.sub("_", part) for part in parts_of(origin.member)]
    return "/".join([*map(_shorten, parts[:-1]), _shorten(_without_ending(parts[-1]))])


def _below(path: str, root: str) -> str:
    if path == "-":
        return "stdin"
    if os.path.normpath(path) == os.path.normpath(root):
        return os.path.basename(os.path.normpath(path))
    return os.path.relpath(path, root).replace(os.sep, "/")


def _without_ending(name: str) -> str:
    """The name without the ending that says what kind of page it is; any other ending belongs to the name.

    >>> _without_ending("page.html.gz"), _without_ending("index.php.2004"), _without_ending(".html")
    ('page', 'index.php.2004', '.html')
    """
    for endings in (_PACKED, _PAGES):
        stem, dot, ending = name.rpartition(".")
        if stem and f"{dot}{ending}".lower() in endings:
            name = stem
    return name


def _shorten(part: str) -> str:
    """A name that a file system takes; what is cut off is replaced by its hash."""
    raw = part.encode("utf-8", "surrogateescape")
    if len(raw) <= _LONGEST:
        return part
    mark = hashlib.sha256(raw).hexdigest()[:16]
    return raw[: _LONGEST - len(mark) - 1].decode("utf-8", "ignore") + "~" + mark


def check_names(paths: Sequence[str], folder: str = "", suffix: str = "") -> None:
    """Make sure that no two files would be written under one name.

    Only names are looked at, nothing is opened. Pages of one archive have a folder of their own.

    Args:
        paths: of the command line.
        folder: that of the output, and
        suffix: the ending of its files, to name the file that two would be written as.

    Raises:
        NameClash: two would.
    """
    # digests instead of names: a folder of a million pages must fit
    taken: set[bytes] = set()
    for path, stem in _named(paths):
        key = digest(stem)
        if key in taken:
            other = next(path for path, same in _named(paths) if same == stem)
            if os.path.realpath(other) == os.path.realpath(path):
                raise NameClash(f"{path} is given twice, as itself and with its folder; give it once")
            raise NameClash(
                f"{other} and {path} would both be written as {os.path.join(folder, stem)}{suffix}; "
                "give each an output folder of its own, or write one file: -o NAME.jsonl"
            )
        taken.add(key)


def digest(stem: str) -> bytes:
    """Return a short key of a name."""
    return hashlib.blake2b(stem.encode("utf-8", "surrogateescape"), digest_size=12).digest()


def _named(paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    for root in dict.fromkeys(paths):
        for path in _files(root):
            yield path, stem_of(Origin(path), root)


def _files(root: str) -> Iterator[str]:
    if os.path.isdir(root):
        for entry in walk(root):
            if entry.reason is None and not entry.passed and not is_no_page(os.path.basename(entry.path)):
                yield entry.path
    else:
        yield root


class Roots:
    """Which PATH of the command line a page was found by."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._roots = {os.path.normpath(path): path for path in paths}

    def of(self, path: str | None) -> str:
        """Return the PATH; the page's own path where none fits."""
        place = os.path.normpath(path or "-")
        while place not in self._roots:
            above = os.path.dirname(place)
            if above == place:
                return path or "-"
            place = above or "."
        return self._roots[place]
