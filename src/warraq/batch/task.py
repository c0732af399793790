"""What a worker does with a page of a batch: extract it, write it down, and keep what duplicates are told by.

The record is rendered here and not in the parent, so that the parent only moves bytes and many workers can be fed.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass

from warraq.batch.likeness import signature_of
from warraq.batch.one import Work, answer
from warraq.model import Article, Options, RawPage, Reason, Rejected, Stage
from warraq.write import WRITERS


@dataclass(frozen=True, slots=True)
class Kept:
    """An article, ready to be stored.

    Attributes:
        text: in the output's format, without a line feed at its end.
        score: of its quality, 0 to 1.
        length: of its body, in code points.
        published: as in the record, or None.
        key: the same for articles with the same headline and body.
        signature: its words in short, for near duplicates; None where they are not asked for.
    """

    text: bytes
    score: float
    length: int
    published: str | None
    key: bytes
    signature: bytes | None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a page: one of ``kept`` and ``rejected`` is there.

    Attributes:
        sha256: of the page's bytes, None where they could not be read.
        kept: the article.
        rejected: why there is none.
        seconds: that it took.
    """

    sha256: str | None
    kept: Kept | None
    rejected: Rejected | None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class PageTask:
    """Makes the result of a page.

    Attributes:
        work: as in ``batch.one``.
        options: for ``work``.
        form: name of the output's format.
        near: whether signatures are needed.
    """

    work: Work
    options: Options
    form: str
    near: bool

    def __call__(self, page: RawPage) -> Result:
        """Return the result of one page, whatever goes wrong with it."""
        begun = time.perf_counter()
        made: list[Kept] = []

        def work(page: RawPage, options: Options) -> Article | Rejected:
            found = self.work(page, options)
            if isinstance(found, Article):
                made.append(self._kept(found))
            return found

        found = answer(page, work, self.options)
        seconds = time.perf_counter() - begun
        if isinstance(found, Rejected):
            return Result(page.source.sha256, None, found, seconds)
        return Result(page.source.sha256, made[0], None, seconds)

    def _kept(self, article: Article) -> Kept:
        body = "\n".join(block.plain for block in article.body)
        text = f"{article.headline or ''}\n{body}"
        return Kept(
            text=WRITERS[self.form].render(article).encode(),
            score=article.quality.score,
            length=len(body),
            published=article.published.value if article.published else None,
            key=hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest(),
            signature=signature_of(text) if self.near else None,
        )


def refused(rejected: Rejected) -> Result:
    """The result of an input that could not be read."""
    return Result(rejected.source.sha256, None, rejected)


def fault(page: RawPage, reason: Reason, detail: str) -> Result:
    """The result of a page that took its worker down."""
    return Result(page.source.sha256, None, Rejected(page.source, Stage.READ, reason, detail))


def doubtful(result: Result) -> bool:
    """Whether a page may have got no result only for the state of its worker or of the machine."""
    return result.rejected is not None and result.rejected.reason in (Reason.MEMORY, Reason.TIMEOUT)
