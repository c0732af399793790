from __future__ import annotations

from dataclasses import replace

from warraq.model import Article, Quality, Reason, Rejected
from warraq.report.summary import Summary


def test_counts_by_reason_and_flag(article: Article, rejected: Rejected) -> None:
    summary = Summary()
    for answer in (
        article,
        replace(article, quality=Quality(0.5, ("short", "no_date"))),
        rejected,
        rejected,
        replace(rejected, reason=Reason.EMPTY),
    ):
        summary.add(answer)
    assert summary.text().split("\n") == [
        "5 pages: 2 articles, 3 rejected",
        "  rejected not_an_article: 2",
        "  rejected empty: 1",
        "  flags short: 2",
        "  flags no_date: 1",
        "  found by density: 2",
    ]
