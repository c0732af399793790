r"""JSON Lines: one record a line, the lines split at U+000A and nowhere else.

Many programs also split at U+0085, U+2028 and U+2029 (Python's ``str.splitlines``, JavaScript before 2019), so all
that Unicode or any of these programs takes for a line break is written as ``\uNNNN``; JSON reads it back unchanged.
"""

from __future__ import annotations

import json
import re

from warraq.model import Article, Format, Rejected
from warraq.write.record import to_record

_BREAKS = re.compile("[\u007f\u0085\u2028\u2029]")


def render(answer: Article | Rejected) -> str:
    """Return the record as one line of JSON."""
    return escape_breaks(json.dumps(to_record(answer), ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def escape_breaks(line: str) -> str:
    r"""Return a line of JSON without characters that some program takes for a line break.

    >>> escape_breaks('"سطر\N{LINE SEPARATOR}سطر"')
    '"سطر\\u2028سطر"'
    """
    return _BREAKS.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


FORMAT = Format("jsonl", ".jsonl", render, many=True)
