"""Parquet as other programs read it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warraq.batch.plan import Account
from warraq.model import Article
from warraq.write import parquet
from warraq.write.jsonl import render

pq = pytest.importorskip("pyarrow.parquet")


def filled(record: Any, like: Any) -> Any:
    """A record with null for each field that only other shapes have, as columns have it."""
    if isinstance(like, dict):
        return None if record is None else {key: filled(record.get(key), value) for key, value in like.items()}
    if isinstance(like, list) and isinstance(record, list):
        return [filled(one, other) for one, other in zip(record, like, strict=True)]
    return record


def test_the_columns_hold_the_record(article: Article, tmp_path: Path) -> None:
    line = render(article)
    parquet.write([line.encode()] * 3, tmp_path / "a.parquet")
    rows = pq.read_table(tmp_path / "a.parquet").to_pylist()
    assert len(rows) == 3 == parquet.rows_of(tmp_path / "a.parquet")
    record = {key: value for key, value in json.loads(line).items() if key not in ("trace", "candidates")}
    assert filled(record, rows[0]) == rows[0]
    assert rows[0].keys() == record.keys()
    statement = next(one for one in rows[0]["attributions"] if one["kind"] == "statement")
    assert statement["cue"][0]["text"] == "وقال" and statement["names"] is None


def test_rows_can_be_chosen_over_row_groups(article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_ROWS", 2)
    records = [{**json.loads(render(article)), "url": f"http://a.example/{n}"} for n in range(7)]
    parquet.write([json.dumps(record).encode() for record in records], tmp_path / "a.parquet")
    parquet.select(tmp_path / "a.parquet", tmp_path / "b.parquet", [0, 3, 6])
    found = pq.read_table(tmp_path / "b.parquet").to_pylist()
    assert [row["url"] for row in found] == [f"http://a.example/{n}" for n in (0, 3, 6)]


def test_a_batch_writes_them_in_shards(batch: Callable[..., Account], pages: Path, tmp_path: Path) -> None:
    account = batch(pages, form="parquet", shard=2)
    shards = sorted((tmp_path / "out").glob("articles-*.parquet"))
    assert [pq.read_table(path).num_rows for path in shards] == [2, 2, 1]
    assert account.articles == 5
    assert not [*(tmp_path / "out").glob("*.part")]


def test_duckdb_reads_them(batch: Callable[..., Account], pages: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    batch(pages, form="parquet", shard=2)
    found = duckdb.sql(
        f"SELECT count(*), count(DISTINCT headline), sum(len(body)), "
        f"sum(len(list_filter(attributions, lambda one: one.kind = 'statement'))) "
        f"FROM '{tmp_path / 'out'}/articles-*.parquet' WHERE source.path LIKE '%.html'"
    ).fetchall()
    assert found[0][:3] == (5, 5, 20) and found[0][3] > 0
