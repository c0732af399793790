"""From an answer to text: one module a format and one line each in ``WRITERS``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from warraq.model import Format
from warraq.write import csv, json, jsonl, markdown, parquet, schema_org, text

WRITERS: Mapping[str, Format] = MappingProxyType(
    {
        form.name: form
        for form in (
            json.FORMAT,
            jsonl.FORMAT,
            markdown.FORMAT,
            text.FORMAT,
            csv.FORMAT,
            parquet.FORMAT,
            schema_org.FORMAT,
        )
    }
)
"""Every format by the name that ``--format`` takes."""
