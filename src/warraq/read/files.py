"""Files and folders: which of them are inputs, and in which order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from dataclasses import dataclass

from warraq.model import Reason

_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp", ".cfm", "")
_SAVED_FOLDERS = tuple(
    "_files .files _fichiers -Dateien _bestanden _archivos _ficheiros _arquivos -filer _dosyalar _pliki _soubory "
    "_ملفات -ملفات".split()
)
"""How browsers name the folder of a page's images and frames, by the language of the browser or of Windows."""

_FOLDERS_DEEP = 200

NO_PAGES = ("__MACOSX", "hts-cache")
"""Folders that archivers and mirroring programs keep for themselves."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to be read, or something in a folder that cannot be followed.

    Attributes:
        path: where it is; ``-`` is standard input.
        reason: why it cannot be read, or None.
        detail: the same for a person.
        named: whether it was asked for by its own name; if not, it may be passed over.
        passed: what it is, where it is passed over without being opened.
    """

    path: str
    reason: Reason | None = None
    detail: str = ""
    named: bool = False
    passed: str = ""


def entries(path: str) -> Iterator[Entry]:
    """The files that a path stands for: those of a folder, or itself."""
    if path != "-" and os.path.isdir(path):
        yield from walk(path)
    else:
        yield Entry(path, named=True)


def walk(folder: str) -> Iterator[Entry]:
    """The files of a folder and of the folders in it, sorted, without what belongs to a saved page or is hidden."""
    above = [_identity(folder)]
    stack = [iter(_entries(folder))]
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
            above.pop()
        elif entry.reason is not None or entry.passed or not os.path.isdir(entry.path):
            yield entry
        elif (identity := _identity(entry.path)) in above:
            yield Entry(entry.path, Reason.LIMIT, "a link that leads back to a folder around it; remove it")
        elif len(stack) >= _FOLDERS_DEEP:
            yield Entry(entry.path, Reason.LIMIT, f"stands in more than {_FOLDERS_DEEP} folders; move it up")
        else:
            stack.append(iter(_entries(entry.path)))
            above.append(identity)


def _identity(path: str) -> tuple[int, int]:
    try:
        stat = os.stat(path)
    except OSError:
        return (-1, -1)
    return (stat.st_dev, stat.st_ino)


def _entries(folder: str) -> list[Entry]:
    """What stands in one folder, sorted by name; links that lead nowhere are named."""
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as fault:
        return [Entry(folder, Reason.UNREADABLE, f"the folder cannot be listed: {fault.strerror}")]
    names = frozenset(entry.name for entry in found)
    entries: list[Entry] = []
    for entry in found:
        if entry.name.startswith(".") or entry.name in NO_PAGES:
            entries.append(Entry(entry.path, passed="a hidden file"))
            continue
        try:
            is_folder, is_file = entry.is_dir(), entry.is_file()
        except OSError as fault:
            entries.append(Entry(entry.path, Reason.LIMIT, f"a link that leads nowhere: {fault.strerror}"))
            continue
        if is_folder and belongs_to_a_page(entry.name, names):
            entries.append(Entry(entry.path, passed="part of a saved page"))
        elif is_file or is_folder:
            entries.append(Entry(entry.path))
        elif entry.is_symlink() and not is_folder:
            entries.append(Entry(entry.path, Reason.NOT_FOUND, "a link to something that does not exist"))
        else:
            entries.append(Entry(entry.path, passed="a pipe, socket or device"))
    return entries


def belongs_to_a_page(folder: str, beside: Set[str]) -> bool:
    """Whether a folder is the one that a browser put beside a page that it saved.

    Args:
        folder: its name, or its whole path if ``beside`` holds paths.
        beside: what else there is.

    >>> belongs_to_a_page("خبر_files", frozenset({"خبر.html"})), belongs_to_a_page("old_files", frozenset())
    (True, False)
    """
    stem = next((folder[: -len(ending)] for ending in _SAVED_FOLDERS if folder.endswith(ending)), None)
    return stem is not None and any(stem + ending in beside for ending in _PAGE_ENDINGS)


def is_in_saved_folder(member: str, names: Set[str]) -> bool:
    """Whether a member of an archive stands in such a folder.

    >>> is_in_saved_folder("a/خبر_files/ad.html", frozenset({"a/خبر.htm", "a/خبر_files/ad.html"}))
    True
    """
    if not any(ending + "/" in member for ending in _SAVED_FOLDERS):
        return False
    parts = member.split("/")
    return any(belongs_to_a_page("/".join(parts[:depth]), names) for depth in range(1, min(len(parts), 50)))
