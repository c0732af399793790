"""Names of a batch's files: after the page's path below the input, safe on every file system, and never two alike.

A name keeps the ending of its page (``a.html`` becomes ``a.html.json``), because ``a.htm`` may stand beside it, and
then which of them is ``a.json`` would depend on their order. What some file system does not take is replaced, and the
name then ends in a hash of the page's origin; so does a name that differs from another in case or in its Unicode form
alone, which is one and the same on macOS and Windows.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from warraq.model import Origin
from warraq.write.record import printable_path

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\/\u2028\u2029\ud800-\udfff]')
_AT_END = re.compile(r"[. ]+\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|\Z)", re.IGNORECASE)
_RECORD = re.compile(r"(?:[^!]*!)*(?:urn:|\d+\Z)")
"""The member of a WARC: the id of its record, or the place where it begins."""

_LONGEST = 200
"""Bytes of a name without what is added to it; most file systems hold 255."""

_DEEPEST = 60
_LONGEST_PATH = 1500
_MARK = 12


@dataclass(frozen=True, slots=True)
class Name:
    """A file's name, relative to the output folder and without the ending of its format.

    Attributes:
        plain: parts joined by "/".
        mark: a hash of the origin.
        changed: whether the name is not the path itself, so that it needs the mark to be the only one.
    """

    plain: str
    mark: str
    changed: bool

    def file(self, suffix: str, *, marked: bool = False) -> str:
        """Return the file's name with its ending."""
        return f"{self.plain}~{self.mark}{suffix}" if marked or self.changed else self.plain + suffix


def base_of(inputs: Sequence[str]) -> str:
    """Return the folder that names are relative to: the one INPUT that is a folder, or the one that holds all of them.

    >>> base_of(["/news/2004/a.html", "/news/2005/a.html"])
    '/news'
    """
    files = [os.path.abspath(path) for path in inputs if path != "-"]
    if len(files) == 1 and os.path.isdir(files[0]):
        return files[0]
    try:
        return os.path.commonpath([os.path.dirname(path) for path in files])
    except ValueError:  # none, or on several drives
        return os.getcwd()


def name_of(origin: Origin, copy: int, base: str, *, suffix: str, url: str | None = None) -> Name:
    """Return the name of a page's file.

    Args:
        origin: where the page came from.
        copy: 0, or which of several answers of this origin it is.
        base: the folder that the name is relative to.
        suffix: of the files; no folder may end like that.
        url: its address; names a page of a WARC, where the member is a number that nobody knows a page by.

    >>> name_of(Origin("/news/2004/a.html"), 0, "/news", suffix=".json").file(".json")
    '2004/a.html.json'
    >>> name_of(Origin("/news/x.zip", "b/c?.html"), 0, "/news", suffix=".json").file(".json")
    'x.zip/b/c_.html~64deb4726d85.json'
    """
    path = printable_path(origin.path) or "-"
    below = "stdin" if path == "-" else os.path.relpath(os.path.abspath(path), printable_path(base))
    parts = _named(below.replace(os.sep, "/").split("/"))
    member = printable_path(origin.member)
    by_address = bool(url) and member is not None and _RECORD.match(member) is not None
    if member is not None:
        parts += parts_of(_address(url) if url and by_address else member)
    safe = [_safe(part) for part in parts]
    folders = [part + "_" if part.lower().endswith(suffix) else part for part in safe[:-1]][:_DEEPEST]
    plain = "/".join([*folders, safe[-1]])
    if len(plain.encode()) > _LONGEST_PATH:
        plain = safe[-1]
    whole = f"{path}\0{member or ''}\0{copy}"
    mark = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]
    return Name(plain, mark, by_address or plain != "/".join(parts) or copy > 0)


def parts_of(member: str) -> list[str]:
    r"""Return the folders and the name of a member of an archive, whichever way its levels are written; never none.

    >>> parts_of("a.tar!b\\c/../d.html"), parts_of("/")
    (['a.tar', 'b', 'c', 'd.html'], ['page'])
    """
    return _named(re.split(r"[/!\\]", member))


def _named(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if part not in ("", ".", "..")] or ["page"]


def _address(url: str) -> str:
    """An address as a path: host, folders, and what follows a question mark.

    >>> _address("https://difaf.example/2004/%D8%AE%D8%A8%D8%B1?id=7#top")
    'difaf.example/2004/خبر?id=7'
    """
    whole = unquote(url.partition("#")[0].partition("://")[2] or url)
    return whole.rstrip("/") or "page"


def folded(name: str) -> str:
    """Return what is the same for names that some file system takes for one.

    >>> folded("A/caf\N{LATIN SMALL LETTER E WITH ACUTE}") == folded("a/cafe\N{COMBINING ACUTE ACCENT}")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _safe(part: str) -> str:
    """A part of a path that every file system takes."""
    part = _UNSAFE.sub("_", part)
    part = _AT_END.sub("_", part)
    if _RESERVED.match(part):
        part = "_" + part
    raw = part.encode()
    return part if len(raw) <= _LONGEST else raw[:_LONGEST].decode("utf-8", "ignore")
