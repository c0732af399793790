"""What a batch is to do, and what it came to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from warraq.batch.one import Work
from warraq.batch.pool import Fence
from warraq.batch.task import Result
from warraq.model import Options, Origin, Reason
from warraq.pipeline import extract_page


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch is to do.

    Attributes:
        out: the output folder.
        inputs: files, folders and ``-`` (standard input).
        form: name of the output's format.
        options: of the pipeline.
        jobs: worker processes.
        fence: what each of them may cost.
        shard: articles in one file, where a format has many in a file.
        near: how alike two texts are that count as duplicates, 0 to 1; None finds exact duplicates only.
        drop: whether to leave duplicates out of the output at the end.
        resume: whether to go on with what stands in ``out``.
        retry: reasons of rejections that are tried again.
        command: kept in the manifest as it is, for whoever made the plan.
        work: what is done with a page.
    """

    out: str
    inputs: tuple[str, ...]
    form: str = "jsonl"
    options: Options = field(default_factory=Options)
    jobs: int = 1
    fence: Fence = Fence()
    shard: int = 10_000
    near: float | None = None
    drop: bool = False
    resume: bool = False
    retry: frozenset[Reason] = frozenset()
    command: Mapping[str, object] = field(default_factory=dict)
    work: Work = extract_page

    def setting(self) -> str:
        """What decides what a record looks like; where it changes, pages are done again. Limits are no part of it."""
        options = self.options
        return json.dumps(
            {
                "format": self.form,
                "profile": options.profile.value,
                "statements": options.statements,
                "rescue": options.rescue,
                "explain": options.explain,
                "html_field": options.html_field,
            }
        )


@dataclass(frozen=True, slots=True)
class Account:
    """What a batch came to, all its runs together, but for ``done`` and ``unchanged``.

    Attributes:
        pages: all that was read: articles and rejections.
        articles: of them; those that were left out as duplicates are among them.
        rejected: how many pages were refused, by reason.
        dropped: articles that are not in the output because another is kept.
        duplicates: articles that are like another one that is kept, dropped or not.
        passed_over: files that are no pages, by what they are.
        unseen: articles whose input was not there in the last run; they stay in the output.
        seconds: that the pages took, all workers together.
        done: pages processed in this run.
        unchanged: pages that this run had not to do again.
        runs: how many there were.
        ended: whether the last one came to its end.
    """

    pages: int
    articles: int
    rejected: Mapping[Reason, int]
    dropped: int = 0
    duplicates: int = 0
    passed_over: Mapping[str, int] = field(default_factory=dict)
    unseen: int = 0
    seconds: float = 0.0
    done: int = 0
    unchanged: int = 0
    runs: int = 1
    ended: bool = True


class Watch:
    """Hears how a batch gets on; this one makes nothing of it."""

    def begun(self, inputs: tuple[str, ...]) -> None:
        """The inputs are about to be read."""

    def reading(self, path: str) -> None:
        """A file is about to be read; the one before it is done with."""

    def page(self, origin: Origin, result: Result) -> None:
        """A page is done and stored."""

    def unchanged(self, origin: Origin) -> None:
        """A page had not to be done again."""

    def stage(self, what: str) -> None:
        """All pages are read; something else begins."""

    def ended(self) -> None:
        """Nothing more will be told."""
