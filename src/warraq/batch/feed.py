"""Reads the inputs of a batch, and lets through what has to be done.

A page is known by where it stands (path, member) and, where an archive holds one name twice, by which of them it is. It
is done again when its bytes, the options or the version have changed, or when its reason is to be tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from warraq.batch.manifest import Manifest
from warraq.batch.one import report_of
from warraq.batch.plan import Plan, Watch
from warraq.batch.pool import Job
from warraq.batch.rows import Key, Row
from warraq.batch.store import Store
from warraq.batch.task import Result, refused
from warraq.model import Origin, PassedOver, RawPage, Reason, Rejected, Source, Stage
from warraq.read import read_entry
from warraq.read.files import Entry, entries
from warraq.write.record import printable_path


@dataclass(frozen=True, slots=True)
class Tag:
    """What goes with a page through the pool.

    Attributes:
        key: of its row.
        source: what is known of it before it is read.
        root: the INPUT that it was found by.
        before: what an earlier run made of it.
    """

    key: Key
    source: Source
    root: str
    before: Row | None


class Feed:
    """The jobs of a run, one after the other.

    Attributes:
        read: pages and refusals so far.
        unchanged: those of them that need not be done again.
    """

    def __init__(self, plan: Plan, manifest: Manifest, store: Store, watch: Watch) -> None:
        self.read = 0
        self.unchanged = 0
        self._plan = plan
        self._manifest = manifest
        self._store = store
        self._watch = watch
        self._under_way: set[Key] = set()
        self._repeated: dict[Key, int] = {}

    def jobs(self) -> Iterator[Job[Tag, Result]]:
        """Yield what is to be done, in the order of the inputs."""
        for root in self._plan.inputs:
            for entry in entries(root):
                self._watch.reading(entry.path)
                for answer in self._answers(entry):
                    job = self._job(answer, root)
                    if job is not None:
                        yield job

    def stored(self, tag: Tag) -> None:
        """Note that a page has its row."""
        self._under_way.discard(tag.key)

    def _answers(self, entry: Entry) -> Iterator[RawPage | Rejected | PassedOver]:
        """What a file gives; a fault of a reader costs the rest of that file alone."""
        try:
            yield from read_entry(entry, options=self._plan.options)
        except MemoryError:
            detail = "reading it needs more memory than there is; what came before was read"
            yield Rejected(Source(Origin(entry.path)), Stage.READ, Reason.MEMORY, detail)
        except Exception as error:  # noqa: BLE001  a programming error: for this input alone, and on record
            yield Rejected(Source(Origin(entry.path)), Stage.READ, Reason.CRASH, report_of(error))

    def _job(self, answer: RawPage | Rejected | PassedOver, root: str) -> Job[Tag, Result] | None:
        if isinstance(answer, PassedOver):
            self._manifest.pass_over(answer, root)
            return None
        self.read += 1
        origin = answer.source.origin
        key = self._key(origin, answer.source.sha256)
        if isinstance(answer, Rejected) and answer.source.sha256 is None:
            # not even read: the article that an earlier run made stays, the refusal stands beside it
            key = self._free(key, lambda row: row.reason is None)
        row = self._manifest.find(key)
        if row is not None and isinstance(answer, RawPage) and self._stays(row, answer):
            self._manifest.keep(row)
            self.unchanged += 1
            self._watch.unchanged(origin)
            return None
        self._under_way.add(key)
        tag = Tag(key, answer.source, root, row)
        return Job(tag, answer) if isinstance(answer, RawPage) else Job(tag, None, refused(answer))

    def _key(self, origin: Origin, sha256: str | None) -> Key:
        """The page's key: the first of its origin that this run has not met yet."""
        first = Key(printable_path(origin.path) or "-", printable_path(origin.member) or "")
        if first.path == "-":  # other bytes are another page, not a new state of the one before
            return self._free(first, lambda row: row.sha256 != sha256)
        copy = self._repeated.get(first, 0)
        if not copy:
            row = self._manifest.find(first)
            if first not in self._under_way and (row is None or row.run != self._manifest.run):
                return first
            copy = 1
        self._repeated[first] = copy + 1
        return first._replace(copy=copy)

    def _free(self, key: Key, taken: Callable[[Row], bool]) -> Key:
        """The key, or the next copy of it that is neither under way, nor met in this run, nor taken."""
        while key in self._under_way or (
            (row := self._manifest.find(key)) is not None and (row.run == self._manifest.run or taken(row))
        ):
            key = key._replace(copy=key.copy + 1)
        return key

    def _stays(self, row: Row, page: RawPage) -> bool:
        """Whether what an earlier run made of a page still holds."""
        return (
            row.sha256 == page.source.sha256
            and row.setting == self._manifest.setting
            and (row.reason is None or row.reason not in self._plan.retry)
            and (row.place is None or self._store.holds(row.place))
            and (row.reason is not None or row.signed or self._plan.near is None)
        )
