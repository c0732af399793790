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
from pathlib import Path

from warraq.batch.rows import Key, Place, Row, Run
from warraq.batch.tables import PUT, SCHEMA
from warraq.batch.task import Kept, Result
from warraq.errors import ManifestError, OutputError
from warraq.model import PassedOver, Rejected
from warraq.write import WRITERS
from warraq.write.record import printable_path

NAME = "manifest.sqlite"
_VERSION = "1"


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
        for statement in SCHEMA.split(";"):
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
            PUT,
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
