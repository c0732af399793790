"""Who said what in an article, one row a statement: for people who want nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from warraq.model import Article, Statement, StatementType
from warraq.report.terminal import isolate, pad, visible, wrap

_GAP = "  "
_SHARES = (0.25, 0.15)
_LEAST = 10
_HEADS = ("source", "type", "cue", "quote")


class Said(NamedTuple):
    """One statement in words.

    Attributes:
        article: the headline, or the path of a page without one.
        source: who speaks; where the text does not name him, the earlier source he goes back to; "" if unknown.
        type: direct, indirect or mixed.
        cue: the words that announce it.
        quote: what is said, as printed.
        path: the page.
        member: the page's name inside an archive, "" if none.
    """

    article: str
    source: str
    type: StatementType
    cue: str
    quote: str
    path: str
    member: str


def said_in(article: Article) -> Iterator[Said]:
    """Yield the statements of an article in reading order."""
    by_id = {statement.id: statement for statement in article.statements}
    origin = article.source.origin
    name = article.headline or origin.path or ""
    for statement in article.statements:
        text = article.headline if statement.block is None else article.body[statement.block].plain
        quote = " … ".join((text or "")[part.start : part.end] for part in statement.content)
        cue = " ".join(span.text for span in statement.cue)
        source = _named(statement, by_id)
        yield Said(name, source, statement.type, cue, quote, origin.path or "", origin.member or "")


def _named(statement: Statement, by_id: dict[str, Statement]) -> str:
    """Return the source, or the one that an unnamed source goes back to; links only lead back."""
    while statement.source is None and statement.resolves_to is not None:
        statement = by_id[statement.resolves_to]
    source = statement.source
    return "" if source is None else source.name or source.text


def table(rows: Sequence[Said], *, width: int) -> str:
    """Return the statements of one article as columns of a terminal (source, type, cue, quote) under its name.

    Nothing is cut: what is longer than its column goes on in the next line.
    """
    source, cue = (int(width * share) for share in _SHARES)
    kind = max(len(each) for each in StatementType)
    widths = (source, kind, cue, max(width - source - cue - kind - 3 * len(_GAP), _LEAST))
    lines = [isolate(line) for said in rows[:1] for line in wrap(visible(said.article), width)]
    lines.append(_GAP.join(map(pad, _HEADS, widths)).rstrip())
    lines.append(_GAP.join("-" * columns for columns in widths))
    for said in rows:
        lines += _row((said.source or "?", said.type.value, said.cue, said.quote), widths)
    return "\n".join(lines)


def _row(texts: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """One statement, in as many lines as its longest cell needs."""
    cells = [wrap(visible(text), columns) for text, columns in zip(texts, widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        yield _GAP.join(pad(isolate(part), columns) for part, columns in zip(parts, widths, strict=True)).rstrip()
