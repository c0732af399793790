"""A batch: folders, archives and WARCs in, articles out, and every page accounted for.

The order of things is what keeps it true: an article is written, then its row is committed; shards get their names
when the manifest says that they are full; duplicates are told apart when all pages are done; then all is counted.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from warraq._version import __version__
from warraq.batch import dedupe, likeness
from warraq.batch.account import account, check, write_rejected
from warraq.batch.feed import Feed, Tag
from warraq.batch.left_out import bring_back, leave_out
from warraq.batch.manifest import NAME, Manifest
from warraq.batch.names import base_of
from warraq.batch.plan import Account, Plan, Watch
from warraq.batch.pool import Done, Pool
from warraq.batch.shards import Lines, Shards
from warraq.batch.store import Files, Store, saying
from warraq.batch.task import PageTask, Result, doubtful, fault
from warraq.errors import UsageError, WarraqError
from warraq.write import WRITERS, parquet

_COMMIT_PAGES = 200
_COMMIT_SECONDS = 1.0
_LOCK = ".warraq-lock"
"""Stays where it is: to remove a lock that another run may just be taking would give it to two."""

_OUR_OWN = frozenset((_LOCK, "lost+found"))


def run_batch(plan: Plan, watch: Watch | None = None) -> Account:
    """Do what a plan says; return what all runs of the batch came to.

    Raises:
        UsageError: the output folder holds something else, or a run without ``resume``, or is in use; a format differs
            from that of the run before; an extra is not installed.
        OutputError: something cannot be written. What is done is kept; ``resume`` goes on from there.
        ManifestError: the manifest is missing, damaged, or does not agree with the output.
        KeyboardInterrupt: as it came; what is done is kept.
    """
    watch = watch or Watch()
    if plan.near is not None:
        likeness.check_installed()
    if plan.form == "parquet":
        parquet.check_installed()
    folder = Path(plan.out)
    with _folder(folder, resume=plan.resume):
        manifest = Manifest(folder, new=not (folder / NAME).exists())
        try:
            with manifest.said():
                batch = _Batch(plan, folder, manifest, watch)
                batch.run()
                return account(manifest, done=batch.done, unchanged=batch.unchanged)
        finally:
            watch.ended()
            manifest.close()


def at_work(folder: Path) -> bool:
    """Whether a run is at work in an output folder."""
    if not (folder / _LOCK).exists():
        return False
    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:  # a lock that may not be opened for writing says nothing
        return False
    lock.release()
    return False


@contextmanager
def _folder(folder: Path, *, resume: bool) -> Iterator[None]:
    """Make the output folder, or make sure that it is one to go on with; hold it against other runs."""
    if not (folder / NAME).exists() and folder.exists() and not _empty(folder):
        if resume:
            raise UsageError(f"-o {folder} holds no batch to go on with (no {NAME}); choose another folder")
        raise UsageError(f"-o {folder} is not empty; choose a new folder, so that nothing is mixed or overwritten")
    lock = FileLock(folder / _LOCK)
    with saying(folder):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise UsageError(f"another run is at work in {folder}; wait for it, or choose another folder") from None
    try:
        if not resume and (folder / NAME).exists():
            raise UsageError(f"-o {folder} holds a batch already; go on with --resume, or choose another folder")
        yield
    finally:
        lock.release()


def _empty(folder: Path) -> bool:
    if not folder.is_dir():
        raise UsageError(f"-o {folder} is a file; a batch needs a folder")
    with saying(folder):
        return all(name in _OUR_OWN for name in os.listdir(folder))


class _Batch:
    """One run.

    Attributes:
        done: pages that it processed.
        unchanged: pages that it had not to do again.
    """

    def __init__(self, plan: Plan, folder: Path, manifest: Manifest, watch: Watch) -> None:
        self.done = 0
        self.unchanged = 0
        self._read = 0
        self._plan = plan
        self._folder = folder
        self._manifest = manifest
        self._watch = watch
        self._uncommitted = 0
        self._committed = time.monotonic()
        self._begin()
        self._store = _store(plan, folder, manifest)

    def _begin(self) -> None:
        manifest, plan = self._manifest, self._plan
        form = manifest.about("format")
        if form is not None and form != plan.form:
            raise UsageError(f"{plan.out} holds {form}; go on with that, or choose another folder for {plan.form}")
        manifest.note("format", plan.form)
        manifest.begin_run(os.getcwd(), plan.inputs, plan.command)
        manifest.use_setting(__version__, plan.setting())
        manifest.commit()

    def run(self) -> None:
        """Read all, then find duplicates, then count."""
        self._watch.begun(self._plan.inputs)
        try:
            self._pages()
            self._store.finish()
            self._duplicates()
        except BaseException:
            with suppress(WarraqError, sqlite3.DatabaseError):  # what is done is kept, if it can be
                self._commit()
            raise
        self._watch.stage("counting")
        write_rejected(self._manifest, self._folder)
        check(self._manifest, self._store, read=self._read)
        self._manifest.end_run()
        self._manifest.commit()

    def _pages(self) -> None:
        """Do all pages that have to be done."""
        plan = self._plan
        feed = Feed(plan, self._manifest, self._store, self._watch)
        task = PageTask(plan.work, plan.options, plan.form, plan.near is not None)
        pool = Pool[Tag, Result](task, fault, doubtful, jobs=plan.jobs, fence=plan.fence)
        for done in pool.run(feed.jobs()):
            self._keep(done)
            feed.stored(done.tag)
            if self._is_due():
                self._commit()
        self._read = feed.read
        self.unchanged = feed.unchanged
        self._manifest.forget(plan.inputs)
        self._commit()

    def _keep(self, done: Done[Tag, Result]) -> None:
        """Write an article, and put the row of its page."""
        tag, result = done.tag, done.answer
        old = tag.before.place if tag.before is not None else None
        if tag.before is not None and tag.before.dropped:
            self._manifest.forget_left_out(tag.before)
        place = None
        if result.kept is not None:
            place = self._store.put(tag.key, tag.source, result.kept.text, old)
        elif old is not None:
            self._store.take_out(old)
        self._manifest.put(tag.key, tag.root, result, place)
        self.done += 1
        self._uncommitted += 1
        self._watch.page(tag.source.origin, result)

    def _is_due(self) -> bool:
        return (
            self._store.due
            or self._uncommitted >= _COMMIT_PAGES
            or time.monotonic() - self._committed > _COMMIT_SECONDS
        )

    def _commit(self) -> None:
        self._store.flush()
        self._manifest.commit()
        self._store.settle()
        self._uncommitted = 0
        self._committed = time.monotonic()

    def _duplicates(self) -> None:
        """Tell duplicates apart, and leave them out or bring them back."""
        self._watch.stage("looking for duplicates")
        dedupe.group(self._manifest, self._plan.near)
        bring_back(self._manifest, self._store, self._commit, all_of_them=not self._plan.drop)
        if self._plan.drop:
            self._watch.stage("leaving duplicates out")
            leave_out(self._manifest, self._store)
        self._commit()
        self._store.finish()
        dedupe.write(self._manifest, self._folder)


def _store(plan: Plan, folder: Path, manifest: Manifest) -> Store:
    """Where a format keeps its articles."""
    form = WRITERS[plan.form]
    if plan.form == "parquet":
        from warraq.batch.columns import Columns

        return Shards(folder, manifest, form, Columns(), most=plan.shard)
    if form.many:
        return Shards(folder, manifest, form, Lines(form), most=plan.shard)
    return Files(folder, manifest, form, base_of(plan.inputs))
