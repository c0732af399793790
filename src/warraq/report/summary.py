"""The account of one batch: how many articles, how many rejections and why, which flags."""

from __future__ import annotations

from collections import Counter

from warraq.model import Article, Method, Reason, Rejected


class Summary:
    """Counts answers as they come.

    >>> Summary().text()
    '0 pages: 0 articles, 0 rejected'
    """

    def __init__(self) -> None:
        self.articles = 0
        self.reasons: Counter[Reason] = Counter()
        self.flags: Counter[str] = Counter()
        self.methods: Counter[Method] = Counter()

    @property
    def rejected(self) -> int:
        """How many pages gave no article."""
        return self.reasons.total()

    def add(self, answer: Article | Rejected) -> None:
        """Count one answer."""
        if isinstance(answer, Rejected):
            self.reasons[answer.reason] += 1
            return
        self.articles += 1
        self.flags.update(answer.quality.flags)
        self.methods[answer.provenance.method] += 1

    def text(self) -> str:
        """Return the account as lines without a line feed at the end, the most frequent first."""
        lines = [f"{self.articles + self.rejected} pages: {self.articles} articles, {self.rejected} rejected"]
        for title, counts in (("rejected", self.reasons), ("flags", self.flags), ("found by", self.methods)):
            ranked = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
            lines += [f"  {title} {name!s}: {count}" for name, count in ranked]
        return "\n".join(lines)
