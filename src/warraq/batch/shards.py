"""Many articles in a file: JSON Lines, CSV, Parquet. A shard grows under the name ``….part`` until it is full.

What is appended counts only when the manifest has the shard's new size; whatever stands behind that, left by a run that
was killed, is cut off. A full shard is given its name after the commit that says that it is full. A shard that holds
articles which are no longer wanted is written anew beside the old one, committed, and then put in its place. Each of
these steps can be done again, so it does not matter where a run is killed.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from warraq.batch.manifest import Manifest
from warraq.batch.rows import Key, Place
from warraq.batch.store import ARTICLES, PART, Store, saying
from warraq.errors import ManifestError
from warraq.model import Format, Source

RENEWED = ".new"


class Packing(ABC):
    """How the lines that are appended become a shard of the format, and how articles are taken out of one."""

    @abstractmethod
    def pack(self, part: Path, shard: Path) -> None:
        """Give the lines of ``part`` their final form and name; ``part`` is then gone."""

    @abstractmethod
    def select(self, shard: Path, to: Path, wanted: Sequence[Place]) -> list[Place]:
        """Write a shard that holds only some of the articles, in their order; return where they now stand."""

    @abstractmethod
    def texts(self, shard: Path, places: Sequence[Place]) -> Iterator[bytes]:
        """Read articles of one shard, in their order."""

    @abstractmethod
    def place(self, name: str, start: int, length: int, row: int) -> Place:
        """Where an article stands, told by its bytes or by its row."""

    @abstractmethod
    def agrees(self, shard: Path, size: int, articles: int) -> bool:
        """Whether a shard holds what the manifest says."""


class Lines(Packing):
    """The lines are the shard."""

    def __init__(self, form: Format) -> None:
        self._header = form.header.encode()

    def pack(self, part: Path, shard: Path) -> None:
        """Rename it."""
        os.replace(part, shard)

    def select(self, shard: Path, to: Path, wanted: Sequence[Place]) -> list[Place]:
        """Copy the bytes of each."""
        places: list[Place] = []
        with open(shard, "rb") as old, open(to, "wb") as new:
            new.write(self._header)
            for place in wanted:
                places.append(Place(place.name, new.tell(), place.length))
                old.seek(place.start)
                new.write(old.read(place.length))
        return places

    def texts(self, shard: Path, places: Sequence[Place]) -> Iterator[bytes]:
        """Read the bytes of each."""
        with open(shard, "rb") as lines:
            for place in places:
                lines.seek(place.start)
                yield lines.read(place.length)[:-1]

    def place(self, name: str, start: int, length: int, row: int) -> Place:
        """By bytes."""
        return Place(name, start, length)

    def agrees(self, shard: Path, size: int, articles: int) -> bool:
        """Compare the size."""
        return shard.is_file() and shard.stat().st_size == size


class Shards(Store):
    """Many articles a file.

    Args:
        folder: the output folder.
        manifest: of the batch.
        form: how pages are written.
        packing: how its shards are made.
        most: articles in one of them.

    Raises:
        ManifestError: a shard is not as the manifest says.
    """

    def __init__(self, folder: Path, manifest: Manifest, form: Format, packing: Packing, *, most: int) -> None:
        self._folder = folder
        self._manifest = manifest
        self._form = form
        self._packing = packing
        self._most = most
        self._part: BinaryIO | None = None
        self._name = ""
        self._size = 0
        self._articles = 0
        self.settle()
        self._forget_removed()
        wrong = next(self.missing(), None)
        if wrong is not None:
            raise ManifestError(
                f"{folder / wrong} is not what the manifest says, it was changed since; put it back, "
                "or remove it: its pages are then done again"
            )
        self._cut_off()

    def _forget_removed(self) -> None:
        """The pages of shards that are gone are to be done again."""
        db = self._manifest.db
        for name, state in db.execute("SELECT name, state FROM shards WHERE size").fetchall():
            if not (self._folder / (name + PART if state == "open" else name)).exists():
                db.execute("UPDATE pages SET place = NULL, sha256 = NULL WHERE place = ?", (name,))
                db.execute("DELETE FROM shards WHERE name = ?", (name,))
        self._manifest.commit()

    def _cut_off(self) -> None:
        """What a killed run wrote after its last commit: files of their own, or the end of the shard that grows."""
        growing = {name + PART for (name,) in self._manifest.db.execute("SELECT name FROM shards WHERE state = 'open'")}
        for path in self._folder.glob(f"{ARTICLES}-*"):
            if path.name.endswith((PART, RENEWED)) and path.name not in growing:
                with saying(path):
                    path.unlink()
        for name, size in self._manifest.db.execute("SELECT name, size FROM shards WHERE state = 'open' AND size"):
            with saying(self._folder / name):
                os.truncate(self._folder / (name + PART), size)

    @property
    def due(self) -> bool:
        """Whether the shard is full."""
        return self._articles >= self._most

    def put(self, key: Key, source: Source, text: bytes, old: Place | None) -> Place:
        """Append an article; where it stood so far it is taken out at the end."""
        part = self._open()
        line = text + b"\n"
        with saying(self._folder / self._name):
            part.write(line)
        place = self._packing.place(self._name, self._size, len(line), self._articles)
        self._size += len(line)
        self._articles += 1
        return place

    def _open(self) -> BinaryIO:
        """The shard that grows: the one that an earlier run left open, or a new one."""
        if self._part is not None:
            return self._part
        found = self._manifest.db.execute("SELECT name, size, articles FROM shards WHERE state = 'open'").fetchone()
        if found is None:
            number = self._manifest.db.execute("SELECT coalesce(max(number), 0) + 1 FROM shards").fetchone()[0]
            self._name, self._size, self._articles = f"{ARTICLES}-{number:05}{self._form.suffix}", 0, 0
            self._manifest.db.execute("INSERT INTO shards (name, number) VALUES (?, ?)", (self._name, number))
        else:
            self._name, self._size, self._articles = found
        path = self._folder / (self._name + PART)
        with saying(path):
            self._part = open(path, "r+b" if self._size else "wb")
            self._part.seek(self._size)
            if not self._size:
                header = self._form.header.encode()
                self._part.write(header)
                self._size = len(header)
        return self._part

    def texts(self, places: Sequence[Place]) -> Iterator[bytes]:
        """Read articles of shards that are whole; all of one shard together."""
        for name, group in groupby(places, lambda place: place.name):
            with saying(self._folder / name):
                yield from self._packing.texts(self._folder / name, [*group])

    def take_out(self, place: Place) -> None:
        """Nothing is noted: a shard with more articles than its rows is written anew at the end."""

    def flush(self) -> None:
        """Write all that was appended to the disk, and say in the manifest how far the shard goes."""
        if self._part is None:
            return
        with saying(self._folder / self._name):
            self._part.flush()
            os.fsync(self._part.fileno())
        self._manifest.db.execute(
            "UPDATE shards SET size = ?, articles = ?, state = ? WHERE name = ?",
            (self._size, self._articles, "full" if self.due else "open", self._name),
        )
        if self.due:
            self._close()

    def _close(self) -> None:
        if self._part is not None:
            self._part.close()
        self._part, self._name, self._size, self._articles = None, "", 0, 0

    def settle(self) -> None:
        """Give full shards their names, put the renewed ones in the place of the old, remove those that are empty."""
        db = self._manifest.db
        waiting = db.execute("SELECT name, state FROM shards WHERE state IN ('full', 'renewed', 'empty')")
        for name, state in waiting.fetchall():
            shard = self._folder / name
            with saying(shard):
                self._put_in_place(shard, state)
            if state == "empty":
                db.execute("DELETE FROM shards WHERE name = ?", (name,))
            else:
                db.execute("UPDATE shards SET state = 'done' WHERE name = ?", (name,))
            self._manifest.commit()

    def _put_in_place(self, shard: Path, state: str) -> None:
        """What a state asks for; nothing, if it was done and only not yet noted."""
        part, renewed = (shard.with_name(shard.name + ending) for ending in (PART, RENEWED))
        if state == "full" and part.exists():
            self._packing.pack(part, shard)
        elif state == "renewed" and renewed.exists():
            os.replace(renewed, shard)
        elif state == "empty":
            shard.unlink(missing_ok=True)

    def holds(self, place: Place) -> bool:
        """Always: shards were looked at when they were opened."""
        return True

    def finish(self) -> None:
        """Close the shard that grows, and write those anew that hold more than they should."""
        self.flush()
        self._close()
        self._manifest.db.execute("UPDATE shards SET state = 'full' WHERE state = 'open'")
        self._manifest.commit()
        self.settle()
        for name in self._stale():
            self._renew(name)
        self._manifest.commit()  # all of them or none: from here on the old ones are as good as gone
        self.settle()

    def _stale(self) -> list[str]:
        found = self._manifest.db.execute(
            "SELECT name FROM shards WHERE articles > (SELECT count(*) FROM pages WHERE place = name) ORDER BY number"
        )
        return [name for (name,) in found]

    def _renew(self, name: str) -> None:
        """Write what is wanted of a shard beside it; it takes its place after the commit."""
        db = self._manifest.db
        rows = db.execute("SELECT id, start, length FROM pages WHERE place = ? ORDER BY start", (name,)).fetchall()
        if not rows:
            db.execute("UPDATE shards SET articles = 0, state = 'empty' WHERE name = ?", (name,))
            return
        ready = self._folder / (name + RENEWED)
        wanted = [Place(name, start, length) for _, start, length in rows]
        with saying(ready):
            places = self._packing.select(self._folder / name, ready, wanted)
            size = ready.stat().st_size
        starts = [(place.start, number) for (number, _, _), place in zip(rows, places, strict=True)]
        db.executemany("UPDATE pages SET start = ? WHERE id = ?", starts)
        db.execute(
            "UPDATE shards SET size = ?, articles = ?, state = 'renewed' WHERE name = ?", (size, len(places), name)
        )

    def missing(self) -> Iterator[str]:
        """Name shards that are not as the manifest says."""
        for name, size, articles, state in self._manifest.db.execute("SELECT name, size, articles, state FROM shards"):
            if state == "done" and not self._packing.agrees(self._folder / name, size, articles):
                yield name
            elif state == "open" and size:
                part = self._folder / (name + PART)
                if not part.is_file() or part.stat().st_size < size:
                    yield part.name
