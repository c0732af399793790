"""CSV: one row an article, safe to open in a spreadsheet.

A cell that a spreadsheet would take for a formula (it begins with ``=``, ``+``, ``-``, ``@`` or their wide forms)
gets an apostrophe in front. The file begins with a byte order mark, without which Excel reads Arabic as windows-1252.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from warraq.model import Article, Date, Format, Rejected
from warraq.write.record import ARTICLE_SCHEMA, REJECTED_SCHEMA, printable_path, writable

COLUMNS = (
    "schema", "path", "member", "reason", "detail", "url", "site", "language", "section", "kicker", "headline",
    "subheadline", "authors", "published", "modified", "tags", "text", "score", "flags",
)  # fmt: skip
_FORMULA = re.compile("[\\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+@\uff1d\uff0b\uff0d\uff20-]")
_RETURNS = re.compile("\r\n?")


def render(answer: Article | Rejected) -> str:
    """Return one row; lists are joined by ``" | "`` and the blocks of the body by an empty line."""
    origin = answer.source.origin
    where = [printable_path(origin.path), printable_path(origin.member)]
    if isinstance(answer, Rejected):
        cells = [REJECTED_SCHEMA, *where, answer.reason.value, answer.detail]
        return row(cells + [None] * (len(COLUMNS) - len(cells)))
    return row(
        [
            ARTICLE_SCHEMA,
            *where,
            None,
            None,
            answer.url,
            answer.site.name or answer.site.host,
            answer.language,
            answer.section,
            answer.kicker,
            answer.headline,
            answer.subheadline,
            " | ".join(author.name for author in answer.authors),
            _day(answer.published),
            _day(answer.modified),
            " | ".join(answer.tags),
            "\n\n".join(block.plain for block in answer.body),
            f"{answer.quality.score:.4g}",
            " | ".join(answer.quality.flags),
        ]
    )


def _day(date: Date | None) -> str:
    return date.value if date is not None else ""


def row(cells: Sequence[str | None]) -> str:
    """Return one line of CSV, without its line end, in which no cell is a formula.

    >>> row(["=1+1", None, "نعم، قال"])
    "'=1+1,,نعم، قال"
    """
    line = io.StringIO()
    # only characters of the line terminator make the writer put a cell into quotes
    csv.writer(line, lineterminator="\n").writerow([_safe(cell or "") for cell in cells])
    return line.getvalue().removesuffix("\n")


def _safe(cell: str) -> str:
    cell = _RETURNS.sub("\n", writable(cell)).replace("\x00", "")
    return f"'{cell}" if _FORMULA.match(cell) else cell


FORMAT = Format("csv", ".csv", render, header="\ufeff" + ",".join(COLUMNS) + "\n", many=True)
