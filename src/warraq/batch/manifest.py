"""The manifest: an SQLite database beside the output, with a row for every page.

It is the truth of a batch. A page counts as done when its row is committed, and that happens only after what it gave
has been written; what an interrupted run wrote beyond that is cut off or written again. Readers such as ``warraq
status`` can look into it while a run writes (write-ahead log).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from warraq.batch.task import Kept, Result
from warraq.errors import ManifestError, OutputError
from warraq.model import PassedOver, Rejected
from warraq.write import WRITERS
from warraq.write.record import printable_path

NAME = "manifest.sqlite"
_VERSION = "1"
_SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE settings (id INTEGER PRIMARY KEY, version TEXT NOT NULL, options TEXT NOT NULL, UNIQUE (version, options));
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, begun TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ended TEXT,
  folder TEXT NOT NULL, inputs TEXT NOT NULL, command TEXT NOT NULL
);
CREATE TABLE pages (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, member TEXT NOT NULL, copy INTEGER NOT NULL,
  root TEXT NOT NULL, run INTEGER NOT NULL, sha256 TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('article', 'rejected')),
  stage TEXT, reason TEXT, detail TEXT, record TEXT, seconds REAL NOT NULL, setting INTEGER NOT NULL,
  place TEXT, start INTEGER, length INTEGER,
  score REAL, letters INTEGER, published TEXT, text_key BLOB, signature BLOB,
  keeper INTEGER, how TEXT, likeness REAL, dropped INTEGER NOT NULL DEFAULT 0,
  UNIQUE (path, member, copy)
);
CREATE INDEX pages_place ON pages (place, start);
CREATE TABLE shards (
  name TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, size INTEGER NOT NULL DEFAULT 0,
  articles INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL DEFAULT 'open'
) WITHOUT ROWID;
CREATE TABLE names (folded TEXT PRIMARY KEY, owner TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE arrivals (name TEXT PRIMARY KEY, waits TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE left_out (page INTEGER PRIMARY KEY, name TEXT NOT NULL, text BLOB NOT NULL);
CREATE TABLE leftovers (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE passed_over (
  path TEXT NOT NULL, member TEXT NOT NULL, what TEXT NOT NULL, root TEXT NOT NULL, run INTEGER NOT NULL,
  PRIMARY KEY (path, member)
) WITHOUT ROWID;
CREATE VIEW account AS
  SELECT path, nullif(member, '') AS member, sha256, outcome, reason, detail, seconds, version, options, place, dropped
  FROM pages JOIN settings ON settings.id = pages.setting ORDER BY pages.id;
"""
"""``pages.copy`` numbers the answers of one origin, of which there are several where an archive holds one name twice.
``shards.state``: open (being written), full (written, not yet under its name), done, renewed (a new one waits to take
its place), empty (to be removed). ``left_out`` holds the texts of duplicates that are not in the output, packed."""

_PUT = """
INSERT INTO pages (path, member, copy, root, run, sha256, outcome, stage, reason, detail, record, seconds, setting,
  place, start, length, score, letters, published, text_key, signature)
VALUES (:path, :member, :copy, :root, :run, :sha256, :outcome, :stage, :reason, :detail, :record, :seconds, :setting,
  :place, :start, :length, :score, :letters, :published, :text_key, :signature)
ON CONFLICT (path, member, copy) DO UPDATE SET root = :root, run = :run, sha256 = :sha256, outcome = :outcome,
  stage = :stage, reason = :reason, detail = :detail, record = :record, seconds = :seconds, setting = :setting,
  place = :place, start = :start, length = :length, score = :score, letters = :letters, published = :published,
  text_key = :text_key, signature = :signature, keeper = NULL, how = NULL, likeness = NULL, dropped = 0
"""


class Key(NamedTuple):
    """What a page is known by, from run to run.

    Attributes:
        path: as in the record.
        member: as in the record, "" if there is none.
        copy: 0 for the first answer of this origin, 1 for the second ...
    """

    path: str
    member: str
    copy: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands in the output.

    Attributes:
        name: of the shard, or of the file, relative to the output folder.
        start: of a shard: the byte where the record begins as it was written.
        length: in bytes.
    """

    name: str
    start: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a page that an earlier run has seen."""

    id: int
    run: int
    sha256: str | None
    reason: str | None
    setting: int
    place: Place | None
    signed: bool
    dropped: bool


@dataclass(frozen=True, slots=True)
class Run:
    """How a run was started.

    Attributes:
        folder: the working directory, which the inputs are relative to.
        inputs: as given.
        command: as kept by whoever made the plan.
    """

    folder: str
    inputs: tuple[str, ...]
    command: Mapping[str, object]


class Manifest:
    """One open manifest. Nothing is kept before ``commit``.

    Args:
        folder: the output folder.
        new: whether it may be made; otherwise it must be there.
        read_only: whether to look into it only, also where nothing may be written.

    Raises:
        ManifestError: there is none, or it is damaged, or of another version.
        OutputError: it cannot be written.
    """

    def __init__(self, folder: Path, *, new: bool = False, read_only: bool = False) -> None:
        self.path = folder / NAME
        if not new and not self.path.is_file():
            raise ManifestError(f"{folder} holds no batch (no {NAME}); give the folder that was -o of warraq batch")
        with self.said():
            self.db = self._look() if read_only else self._open()
            self._check()
        self.run = 0
        self.setting = 0

    def _open(self) -> sqlite3.Connection:
        """The database, to be written; made, if there is nothing in it."""
        db = self.db = sqlite3.connect(self.path, isolation_level=None)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")  # a name given after a commit must not outlive it in a power cut
        db.execute("BEGIN")
        if not db.execute("SELECT 1 FROM sqlite_master").fetchone():
            self._make()  # also one that a killed run had not come to make
        return db

    def _look(self) -> sqlite3.Connection:
        """The database, to be read; on a disk that cannot be written it is taken as it stands."""
        for how in ("mode=ro", "immutable=1"):
            db = sqlite3.connect(f"{self.path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
            try:
                db.execute("SELECT 1 FROM sqlite_master").fetchone()
                break
            except sqlite3.OperationalError:
                db.close()
        else:
            db = sqlite3.connect(self.path, isolation_level=None)
        return db

    def _make(self) -> None:
        for statement in _SCHEMA.split(";"):
            self.db.execute(statement)
        self.note("manifest", _VERSION)
        self.commit()

    def _check(self) -> None:
        version = self.about("manifest")
        if version != _VERSION:
            raise ManifestError(f"{self.path} is of another version ({version}, not {_VERSION}); begin a new output")

    @contextmanager
    def said(self) -> Iterator[None]:
        """Name the database in what SQLite says of it, whichever method was called.

        Raises:
            ManifestError: it is damaged.
            OutputError: it cannot be read or written.
        """
        try:
            yield
        except sqlite3.DatabaseError as error:
            kind = ManifestError if "malformed" in str(error) or "not a database" in str(error) else OutputError
            raise kind(f"{self.path}: {error}; make room or repair it, then go on with --resume") from error

    def commit(self) -> None:
        """Keep what was put since the last time."""
        self.db.execute("COMMIT")
        self.db.execute("BEGIN")

    def close(self) -> None:
        """Forget what was not committed."""
        self.db.close()

    def about(self, name: str) -> str | None:
        """A fact of the whole batch, such as its format."""
        try:
            found = self.db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        except sqlite3.OperationalError:  # no such table: a database of something else
            return None
        return str(found[0]) if found else None

    def note(self, name: str, value: str) -> None:
        """Set such a fact."""
        self.db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    def begin_run(self, folder: str, inputs: Sequence[str], command: Mapping[str, object]) -> None:
        """Number the run that begins."""
        values = (printable_path(folder), json.dumps(inputs), json.dumps(command))
        made = self.db.execute("INSERT INTO runs (folder, inputs, command) VALUES (?, ?, ?) RETURNING id", values)
        self.run = made.fetchone()[0]

    def end_run(self) -> None:
        """Note that all inputs of this run were read to their end."""
        self.db.execute("UPDATE runs SET ended = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?", (self.run,))

    def use_setting(self, version: str, options: str) -> None:
        """Say with which options and version the pages to come are processed."""
        self.db.execute("INSERT OR IGNORE INTO settings (version, options) VALUES (?, ?)", (version, options))
        found = self.db.execute("SELECT id FROM settings WHERE version = ? AND options = ?", (version, options))
        self.setting = found.fetchone()[0]

    def find(self, key: Key) -> Row | None:
        """What is known of a page, with what this run has put."""
        found = self.db.execute(
            "SELECT id, run, sha256, reason, setting, place, start, length, signature IS NOT NULL, dropped FROM pages "
            "WHERE path = ? AND member = ? AND copy = ?",
            key,
        ).fetchone()
        if found is None:
            return None
        number, run, sha256, reason, setting, name, start, length, signed, dropped = found
        place = Place(name, start or 0, length or 0) if name is not None else None
        return Row(number, run, sha256, reason, setting, place, bool(signed), bool(dropped))

    def keep(self, row: Row) -> None:
        """Note that a page was seen again and has not changed."""
        self.db.execute("UPDATE pages SET run = ? WHERE id = ?", (self.run, row.id))

    def put(self, key: Key, root: str, result: Result, place: Place | None) -> None:
        """Put the row of a page, in the place of one that is there."""
        self.db.execute(
            _PUT,
            {
                "path": key.path, "member": key.member, "copy": key.copy, "root": printable_path(root), "run": self.run,
                "sha256": result.sha256, "seconds": round(result.seconds, 4), "setting": self.setting,
                "place": place.name if place else None, "start": place.start if place else None,
                "length": place.length if place else None,
                **_of_rejected(result.rejected), **_of_kept(result.kept),
            },
        )  # fmt: skip

    def forget_left_out(self, row: Row) -> None:
        """Forget the text of a duplicate whose page has another now."""
        self.db.execute("DELETE FROM left_out WHERE page = ?", (row.id,))

    def pass_over(self, passed: PassedOver, root: str) -> None:
        """Note a file that is no page."""
        where = (printable_path(passed.origin.path) or "", printable_path(passed.origin.member) or "")
        self.db.execute(
            "INSERT OR REPLACE INTO passed_over VALUES (?, ?, ?, ?, ?)",
            (*where, passed.what, printable_path(root), self.run),
        )

    def forget(self, roots: Sequence[str]) -> None:
        """Forget rejections, and what was passed over, that this run has not met again in inputs that it has read.

        So with an INPUT of an earlier run that was not there: a mistake then, that would stay in the account for ever.
        """
        given = json.dumps([*map(printable_path, roots)])
        self.db.execute(
            "DELETE FROM pages WHERE outcome = 'rejected' AND run < ? AND "
            "(root IN (SELECT value FROM json_each(?)) OR (reason = 'not_found' AND path = root))",
            (self.run, given),
        )
        self.db.execute(
            "DELETE FROM passed_over WHERE run < ? AND root IN (SELECT value FROM json_each(?))", (self.run, given)
        )

    def roots(self) -> frozenset[str]:
        """The inputs that gave articles."""
        return frozenset(
            root for (root,) in self.db.execute("SELECT DISTINCT root FROM pages WHERE outcome = 'article'")
        )

    def runs(self) -> list[Run]:
        """All runs so far, the last one first."""
        rows = self.db.execute("SELECT folder, inputs, command FROM runs ORDER BY id DESC")
        return [Run(folder, tuple(json.loads(inputs)), json.loads(command)) for folder, inputs, command in rows]


def _of_rejected(rejected: Rejected | None) -> dict[str, object]:
    if rejected is None:
        return {"outcome": "article", **dict.fromkeys(("stage", "reason", "detail", "record"))}
    return {
        "outcome": "rejected",
        "stage": rejected.stage.value,
        "reason": rejected.reason.value,
        "detail": rejected.detail.encode("utf-8", "replace").decode(),
        "record": WRITERS["jsonl"].render(rejected),
    }


def _of_kept(kept: Kept | None) -> dict[str, object]:
    if kept is None:
        return dict.fromkeys(("score", "letters", "published", "text_key", "signature"))
    return {
        "score": kept.score,
        "letters": kept.length,
        "published": kept.published,
        "text_key": kept.key,
        "signature": kept.signature,
    }
