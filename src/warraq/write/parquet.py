"""Parquet: one row an article, with the record's nesting as nested columns (extra ``parquet``: pyarrow).

The columns come from the record's JSON Schema, so they follow it. Where an entry has one of several shapes (an
attribution line or a statement; a paragraph, list or table) the column has the fields of all of them, null where a
shape lacks one. Texts, numbers, structs and lists only: pandas, DuckDB and Spark read them as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from itertools import islice
from os import PathLike
from typing import TYPE_CHECKING, Any, BinaryIO

from warraq.errors import UsageError
from warraq.model import Format
from warraq.write import jsonl

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 1000
"""Of a row group: what is held in memory at a time."""

_LEFT_OUT = frozenset(("trace", "candidates"))
"""Of ``--explain``; their shape differs from page to page."""

_MISSING = "Parquet needs pyarrow, which is not installed; run: pip install 'warraq[parquet]'"


def check_installed() -> None:
    """Make sure that Parquet can be written.

    Raises:
        UsageError: pyarrow is missing.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise UsageError(_MISSING) from error


@lru_cache(1)
def columns() -> pa.Schema:
    """Return the Arrow schema of an article's record."""
    import pyarrow as pa

    text = resources.files("warraq").joinpath("data/article.schema.json").read_text("utf-8")
    shapes = json.loads(text)["$defs"]
    return pa.schema([*_fields(shapes["article"], shapes)])


def _fields(shape: Mapping[str, Any], shapes: Mapping[str, Any]) -> Iterator[pa.Field]:
    import pyarrow as pa

    for name, inner in shape["properties"].items():
        if name not in _LEFT_OUT:
            yield pa.field(name, _type(inner, shapes))


def _type(shape: Mapping[str, Any], shapes: Mapping[str, Any]) -> pa.DataType:
    """The Arrow type of a JSON Schema; the schema of records uses no more of that language than this."""
    import pyarrow as pa

    if "$ref" in shape:
        return _type(shapes[shape["$ref"].rpartition("/")[2]], shapes)
    if "oneOf" in shape:
        return _merged([_type(one, shapes) for one in shape["oneOf"] if one.get("type") != "null"])
    if "enum" in shape or "const" in shape:
        return pa.string()
    kinds = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    (kind,) = [kind for kind in kinds if kind != "null"]
    if kind == "array":
        return pa.list_(_type(shape["items"], shapes))
    if kind == "object":
        return pa.struct([*_fields(shape, shapes)])
    return {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}[kind]


def _merged(types: Sequence[pa.DataType]) -> pa.DataType:
    """One type for values of several."""
    import pyarrow as pa

    if len(types) == 1:
        return types[0]
    fields: dict[str, pa.Field] = {}
    for one in types:
        for place in range(one.num_fields):
            fields.setdefault(one.field(place).name, one.field(place))
    return pa.struct([*fields.values()])


def write(lines: Iterable[bytes], path: str | PathLike[str] | BinaryIO) -> None:
    """Write records as one Parquet file.

    Args:
        lines: records as JSON Lines.
        path: of the file, or an open one.

    Raises:
        OSError: it cannot be written.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    source = iter(lines)
    with pq.ParquetWriter(path, columns(), compression="zstd") as writer:
        while group := [json.loads(line) for line in islice(source, _ROWS)]:
            writer.write_table(pa.Table.from_pylist(group, columns()))


def rows_of(path: str | PathLike[str]) -> int:
    """Return how many rows a file has.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no Parquet.
    """
    import pyarrow.parquet as pq

    return int(pq.read_metadata(path).num_rows)


def select(path: str | PathLike[str], to: str | PathLike[str], wanted: Sequence[int]) -> None:
    """Write some of the rows of a file, by their numbers in rising order, as another file.

    Raises:
        OSError: one cannot be read or the other cannot be written.
    """
    import pyarrow.parquet as pq

    with pq.ParquetWriter(to, columns(), compression="zstd") as new:
        for table in _chosen(path, wanted):
            new.write_table(table)


def lines_of(path: str | PathLike[str], wanted: Sequence[int]) -> Iterator[bytes]:
    """Yield some of the rows of a file as JSON Lines, by their numbers in rising order.

    Raises:
        OSError: it cannot be read.
    """
    for table in _chosen(path, wanted):
        for row in table.to_pylist():
            yield json.dumps(row, ensure_ascii=False).encode()


def _chosen(path: str | PathLike[str], wanted: Sequence[int]) -> Iterator[pa.Table]:
    """The rows, one table for each group that has any of them."""
    import pyarrow.parquet as pq

    left = iter(wanted)
    following = next(left, None)
    begin = 0
    with pq.ParquetFile(path) as old:
        for group in range(old.num_row_groups):
            table = old.read_row_group(group)
            rows: list[int] = []
            while following is not None and following < begin + table.num_rows:
                rows.append(following - begin)
                following = next(left, None)
            begin += table.num_rows
            if rows:
                yield table.take(rows)


FORMAT = Format("parquet", ".parquet", jsonl.render, many=True)
"""Answers are rendered as JSON Lines, and become Parquet when there are enough of them for a file."""
