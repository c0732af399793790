"""What a batch came to: counted from its manifest, checked against what was read and what was written."""

from __future__ import annotations

from pathlib import Path

from warraq.batch.manifest import Manifest
from warraq.batch.plan import Account
from warraq.batch.store import Store, finished_file, saying
from warraq.errors import ManifestError
from warraq.model import Reason

REJECTED = "rejected.jsonl"


def account(manifest: Manifest, *, done: int = 0, unchanged: int = 0) -> Account:
    """Count the rows of a manifest."""
    db = manifest.db
    last = db.execute("SELECT id, ended, count(*) OVER () FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    last = last or (0, None, 0)
    articles, dropped, duplicates, unseen = db.execute(
        "SELECT count(*), coalesce(sum(dropped), 0), count(keeper), coalesce(sum(run != ?), 0) "
        "FROM pages WHERE outcome = 'article'",
        (last[0],),
    ).fetchone()
    reasons = db.execute("SELECT reason, count(*) FROM pages WHERE outcome = 'rejected' GROUP BY 1 ORDER BY 2 DESC, 1")
    passed = db.execute("SELECT what, count(*) FROM passed_over GROUP BY 1 ORDER BY 2 DESC, 1")
    pages, seconds = db.execute("SELECT count(*), coalesce(sum(seconds), 0.0) FROM pages").fetchone()
    return Account(
        pages=pages,
        articles=articles,
        rejected={Reason(reason): count for reason, count in reasons},
        dropped=dropped,
        duplicates=duplicates,
        passed_over=dict(passed.fetchall()),
        unseen=unseen if last[1] is not None else 0,
        seconds=seconds,
        done=done,
        unchanged=unchanged,
        runs=last[2],
        ended=last[1] is not None,
    )


def check(manifest: Manifest, store: Store, *, read: int) -> None:
    """Make sure that each page that was read is an article of the output or a rejection with its reason.

    Args:
        manifest: of the batch.
        store: of its articles.
        read: pages and refusals that this run has read.

    Raises:
        ManifestError: the numbers differ; with the numbers.
    """
    seen = manifest.db.execute("SELECT count(*) FROM pages WHERE run = ?", (manifest.run,)).fetchone()[0]
    found = account(manifest)
    rejected = sum(found.rejected.values())
    homeless = manifest.db.execute(
        "SELECT count(*) FROM pages WHERE (outcome = 'article') != (place IS NOT NULL OR dropped)"
    )
    faults = [
        *([f"{read} pages were read and {seen} are in the manifest"] if read != seen else []),
        *(
            [f"{found.pages} pages are not {found.articles} articles and {rejected} rejections"]
            if found.pages != found.articles + rejected
            else []
        ),
        *([f"{count} articles have no place in the output"] if (count := homeless.fetchone()[0]) else []),
        *(f"{name} is missing, or not as it was written" for name in store.missing()),
    ]
    if faults:
        raise ManifestError(f"the account does not come out: {'; '.join(faults[:5])}; please report this")


def write_rejected(manifest: Manifest, folder: Path) -> None:
    """Write ``rejected.jsonl``: the record of every page that gave no article.

    Raises:
        OutputError: it cannot be written.
    """
    rows = manifest.db.execute("SELECT record FROM pages WHERE outcome = 'rejected' ORDER BY id")
    with saying(folder / REJECTED), finished_file(folder / REJECTED) as stream:
        for (record,) in rows:
            stream.write(record.encode() + b"\n")
