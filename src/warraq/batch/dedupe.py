"""Which articles of a batch are the same, or nearly: found in the manifest when all pages are done.

The best of several is kept: best score, longest body, earliest date, then smallest origin. So the order of the pages
makes no difference. Near duplicates are gathered around an article that is kept: each is as like it as was asked, so
none is given up for the sake of a chain of others. Candidates share a band of their signatures (locality sensitive
hashing), then the whole signatures are compared. Only what is kept is in the table of bands, which stays on disk.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from warraq.batch.likeness import NUMBERS, likeness
from warraq.batch.manifest import Manifest
from warraq.batch.store import finished_file, saying
from warraq.write.jsonl import escape_breaks

NAME = "duplicates.jsonl"
_BEST_FIRST = "score DESC, letters DESC, published IS NULL, published, path, member, copy"
_RECALL = 0.9
"""Of pairs that are just as alike as is asked, so many are looked at; of those a little more alike, all but a few."""

_EXACT = f"""
WITH ranked AS (
  SELECT id, sha256, first_value(id) OVER best AS keep, first_value(sha256) OVER best AS keep_sha256
  FROM pages WHERE outcome = 'article' WINDOW best AS (PARTITION BY text_key ORDER BY {_BEST_FIRST})
)
UPDATE pages SET keeper = ranked.keep, how = iif(ranked.sha256 = ranked.keep_sha256, 'bytes', 'text'), likeness = 1.0
FROM ranked WHERE ranked.id = pages.id AND ranked.id != ranked.keep
"""
_FOLLOW = """
UPDATE pages SET keeper = kept.keeper, how = 'near', likeness = kept.likeness
FROM pages AS kept WHERE kept.id = pages.keeper AND kept.keeper IS NOT NULL
"""


def group(manifest: Manifest, near: float | None) -> None:
    """Say in the manifest of each duplicate which article is kept, how they are the same, and how alike.

    Args:
        manifest: of the batch.
        near: how alike near duplicates are at least, 0 to 1; None looks for exact ones only.
    """
    manifest.db.execute("UPDATE pages SET keeper = NULL, how = NULL, likeness = NULL WHERE keeper IS NOT NULL")
    manifest.db.execute(_EXACT)
    if near is not None:
        _group_near(manifest, near)
        manifest.db.execute(_FOLLOW)


def _group_near(manifest: Manifest, near: float) -> None:
    rows = bands(near)
    db = manifest.db
    db.execute("CREATE TEMP TABLE bands (band INTEGER, page INTEGER, PRIMARY KEY (band, page)) WITHOUT ROWID")
    unique = db.execute(
        f"SELECT id, signature FROM pages WHERE outcome = 'article' AND keeper IS NULL AND signature IS NOT NULL "
        f"ORDER BY {_BEST_FIRST}"
    )
    found: list[tuple[int, float, int]] = []
    for page, signature in unique:
        keys = [*_keys(signature, rows)]
        marks = ",".join("?" * len(keys))
        like = db.execute(
            f"SELECT signature, id FROM pages WHERE id IN (SELECT page FROM bands WHERE band IN ({marks}))", keys
        )
        best = max(((likeness(signature, other), -number) for other, number in like), default=(0.0, 0))
        if best[0] >= near:
            found.append((-best[1], best[0], page))
        else:
            db.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(key, page) for key in keys])
    db.executemany("UPDATE pages SET keeper = ?, how = 'near', likeness = ? WHERE id = ?", found)
    db.execute("DROP TABLE bands")


def bands(near: float) -> int:
    """Return how many numbers of a signature make a band, so that of texts just as alike most pairs are looked at.

    >>> bands(0.7), bands(0.8), bands(0.95)
    (4, 8, 16)
    """
    fitting = [rows for rows in (2, 4, 8, 16, 32) if 1 - (1 - near**rows) ** (NUMBERS // rows) >= _RECALL]
    return max(fitting, default=1)


def _keys(signature: bytes, rows: int) -> Iterator[int]:
    """One key a band: which it is, and its numbers."""
    width = rows * 4
    for at in range(0, len(signature), width):
        digest = hashlib.blake2b(signature[at : at + width], digest_size=8, salt=at.to_bytes(2, "big")).digest()
        yield int.from_bytes(digest, "big", signed=True)


def write(manifest: Manifest, folder: Path) -> None:
    """Write ``duplicates.jsonl``: one line for each article that is kept and has duplicates.

    Raises:
        OutputError: it cannot be written.
    """
    rows = manifest.db.execute(
        "SELECT kept.id, kept.path, kept.member, kept.place, kept.score, pages.path, pages.member, pages.place, "
        "pages.score, pages.how, pages.likeness, pages.dropped FROM pages JOIN pages AS kept ON kept.id = pages.keeper "
        "ORDER BY kept.path, kept.member, kept.copy, pages.path, pages.member, pages.copy"
    )
    with saying(folder / NAME), finished_file(folder / NAME) as stream:
        for _, group in groupby(rows, lambda row: row[0]):
            members = list(group)
            record = {
                "keep": _named(*members[0][1:5]),
                "duplicates": [
                    _named(*row[5:9]) | {"how": row[9], "likeness": round(row[10], 3), "dropped": bool(row[11])}
                    for row in members
                ],
            }
            stream.write(escape_breaks(json.dumps(record, ensure_ascii=False)).encode() + b"\n")


def _named(path: str, member: str, place: str | None, score: float) -> dict[str, object]:
    return {"path": path, "member": member or None, "output": place, "score": score}
