"""Shards of Parquet: grown as JSON Lines, turned into columns when they are full."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from warraq.batch.rows import Place
from warraq.batch.shards import Packing
from warraq.batch.store import PART
from warraq.write import parquet


class Columns(Packing):
    """Parquet files; an article's place in one is its row."""

    def pack(self, part: Path, shard: Path) -> None:
        """Write the lines as columns under another name, then rename."""
        ready = shard.with_name(shard.name + ".columns" + PART)
        with open(part, "rb") as lines:
            parquet.write(lines, ready)
        os.replace(ready, shard)
        part.unlink()

    def select(self, shard: Path, to: Path, wanted: Sequence[Place]) -> list[Place]:
        """Take the rows."""
        parquet.select(shard, to, [place.start for place in wanted])
        return [Place(place.name, row, place.length) for row, place in enumerate(wanted)]

    def texts(self, shard: Path, places: Sequence[Place]) -> Iterator[bytes]:
        """Read the rows as records."""
        return parquet.lines_of(shard, [place.start for place in places])

    def place(self, name: str, start: int, length: int, row: int) -> Place:
        """By row."""
        return Place(name, row, length)

    def agrees(self, shard: Path, size: int, articles: int) -> bool:
        """Compare the number of rows."""
        if not shard.is_file():
            return False
        try:
            return parquet.rows_of(shard) == articles
        except (OSError, ValueError):
            return False
