"""Where the articles of a batch are kept: a file a page. ``batch.shards`` holds the other way, many in a file.

Files are written aside, their rows are committed, and then they get their names. A file of a page that has become none
is removed after the commit that says so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from warraq.batch.manifest import Manifest
from warraq.batch.names import folded, name_of
from warraq.batch.rows import Key, Place
from warraq.errors import OutputError
from warraq.model import Format, Source

ARTICLES = "articles"
"""The folder of the files, or how the names of shards begin."""

WAITING = "articles.new"
"""The folder of files that wait for the commit of their rows."""

PART = ".part"
"""Ending of what is not finished."""


class Store(ABC):
    """Keeps the articles of a batch."""

    @abstractmethod
    def put(self, key: Key, source: Source, text: bytes, old: Place | None) -> Place:
        """Write an article; ``old`` is where its page stood so far.

        Raises:
            OutputError: it cannot be written.
        """

    @abstractmethod
    def texts(self, places: Sequence[Place]) -> Iterator[bytes]:
        """Read articles again as they were put.

        Raises:
            OutputError: they cannot be read.
        """

    @abstractmethod
    def take_out(self, place: Place) -> None:
        """Note that an article is to be removed when the rest is committed."""

    @abstractmethod
    def flush(self) -> None:
        """Make what was put durable, before its rows are committed."""

    @abstractmethod
    def settle(self) -> None:
        """Do what had to wait for the commit."""

    @abstractmethod
    def holds(self, place: Place) -> bool:
        """Whether the article is still there, as far as can be told at a glance."""

    @abstractmethod
    def finish(self) -> None:
        """Leave nothing open: only whole files under their names, each with the articles that the manifest says."""

    @abstractmethod
    def missing(self) -> Iterator[str]:
        """Name what is not as the manifest says."""

    @property
    def due(self) -> bool:
        """Whether a commit is needed at once."""
        return False


class Files(Store):
    """A file a page, named after the page's path below the input.

    Args:
        folder: the output folder.
        manifest: of the batch.
        form: how pages are written.
        base: the folder that names are relative to.
    """

    def __init__(self, folder: Path, manifest: Manifest, form: Format, base: str) -> None:
        self._folder = folder
        self._manifest = manifest
        self._form = form
        self._base = base
        self._waiting = folder / WAITING
        self._written = 0
        self.settle()
        with saying(self._waiting):
            shutil.rmtree(self._waiting, ignore_errors=True)  # what a killed run had not committed

    def put(self, key: Key, source: Source, text: bytes, old: Place | None) -> Place:
        """Write an article's file; a page that had one keeps its name."""
        name = old.name if old is not None else self._name(key, source)
        whole = self._form.header.encode() + text + b"\n"
        if not self._written:
            with saying(self._waiting):
                self._waiting.mkdir(exist_ok=True)
        self._written += 1
        waits = f"{WAITING}/{self._written}"
        with saying(self._folder / name), open(self._folder / waits, "wb") as stream:
            stream.write(whole)  # not synced: one that a power cut left short is not as long as its row says
        self._manifest.db.execute("INSERT OR REPLACE INTO arrivals VALUES (?, ?)", (name, waits))
        return Place(name, 0, len(whole))

    def _name(self, key: Key, source: Source) -> str:
        name = name_of(source.origin, key.copy, self._base, suffix=self._form.suffix, url=source.url)
        owner = name.mark
        chosen = f"{ARTICLES}/{name.file(self._form.suffix)}"
        while not self._claim(chosen, owner):
            chosen = f"{ARTICLES}/{name.file(self._form.suffix, marked=True)}"
            name = replace(name, mark=hashlib.sha256(name.mark.encode()).hexdigest()[: len(name.mark)])
        return chosen

    def _claim(self, name: str, owner: str) -> bool:
        """Take a name; False if another page has it."""
        key = folded(name)
        self._manifest.db.execute("INSERT OR IGNORE INTO names VALUES (?, ?)", (key, owner))
        (found,) = self._manifest.db.execute("SELECT owner FROM names WHERE folded = ?", (key,)).fetchone()
        return bool(found == owner)

    def texts(self, places: Sequence[Place]) -> Iterator[bytes]:
        """Read files."""
        for place in places:
            with saying(self._folder / place.name):
                whole = (self._folder / place.name).read_bytes()
            yield whole[len(self._form.header.encode()) : -1]

    def take_out(self, place: Place) -> None:
        """Note that the file is to be removed."""
        self._manifest.db.execute("INSERT OR IGNORE INTO leftovers VALUES (?)", (place.name,))

    def flush(self) -> None:
        """Nothing is open: each file was closed when it was put."""

    def settle(self) -> None:
        """Give what was committed its name, and remove what the manifest no longer has."""
        arrivals = self._manifest.db.execute("SELECT name, waits FROM arrivals").fetchall()
        for name, waits in arrivals:
            with saying(self._folder / name):
                if (self._folder / waits).exists():
                    (self._folder / name).parent.mkdir(parents=True, exist_ok=True)
                    os.replace(self._folder / waits, self._folder / name)
        leftovers = [name for (name,) in self._manifest.db.execute("SELECT name FROM leftovers")]
        for name in leftovers:
            wanted = self._manifest.db.execute("SELECT 1 FROM pages WHERE place = ?", (name,)).fetchone()
            if wanted is None:
                with saying(self._folder / name):
                    (self._folder / name).unlink(missing_ok=True)
        if leftovers or arrivals:
            self._manifest.db.execute("DELETE FROM leftovers")
            self._manifest.db.execute("DELETE FROM arrivals")
            self._manifest.commit()

    def holds(self, place: Place) -> bool:
        """Whether the file is there, and whole."""
        return self._agrees(place.name, place.length)

    def _agrees(self, name: str, length: int) -> bool:
        try:
            found = os.lstat(self._folder / name)
        except OSError:
            return False
        return stat.S_ISREG(found.st_mode) and found.st_size == length

    def finish(self) -> None:
        """Nothing is open."""
        self.settle()
        with suppress(OSError):
            self._waiting.rmdir()
        self._written = 0  # so that it is made again when something is brought back

    def missing(self) -> Iterator[str]:
        """Name files that are not there."""
        rows = self._manifest.db.execute("SELECT place, length FROM pages WHERE place IS NOT NULL")
        for name, length in rows:
            if not self._agrees(name, length):
                yield str(name)


@contextmanager
def finished_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that appears under its name when the block ends well.

    Until then its name is always the same, so that what a killed run left is written over by the next.

    Raises:
        OSError: it cannot be written.
    """
    part = path.with_name(path.name + PART)
    try:
        with open(part, "wb") as stream:
            yield stream
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def saying(path: str | os.PathLike[str]) -> Iterator[None]:
    """Name the file in what the system says of it.

    Raises:
        OutputError: the system says something.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write {path}: {reason}; then go on with --resume") from error
