"""JSON of one page, indented for reading."""

from __future__ import annotations

import json

from warraq.model import Article, Format, Rejected
from warraq.write.record import to_record


def render(answer: Article | Rejected) -> str:
    """Return the record as indented JSON."""
    return json.dumps(to_record(answer), ensure_ascii=False, allow_nan=False, indent=2)


FORMAT = Format("json", ".json", render)
