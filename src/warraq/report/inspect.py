"""One page seen from inside: what was kept and what was dropped, side by side, and what every field was chosen from.

Made from the explanation that the pipeline gave with the answer; nothing is judged again here.
"""

from __future__ import annotations

from collections.abc import Iterator

from warraq.model import Article, Explanation, Found, Rejected, TraceEntry
from warraq.report.terminal import cut, isolate, pad, visible

_GAP = " | "


def inspect(answer: Article | Rejected, *, width: int = 100) -> str:
    """Return the page's account as lines without a line feed at the end.

    Args:
        answer: made with ``Options(explain=True)``; without an explanation only the first lines are given.
        width: columns of the terminal, at least 40.
    """
    lines = [*_opening(answer)]
    if answer.explanation is not None:
        lines += ["", *_blocks(answer.explanation, max(width, 40)), "", *_fields(answer.explanation, max(width, 40))]
    return "\n".join(lines)


def _opening(answer: Article | Rejected) -> Iterator[str]:
    origin = answer.source.origin
    yield " ! ".join(part for part in (origin.path, origin.member) if part) or "(text)"
    if isinstance(answer, Rejected):
        yield f"rejected by {answer.stage.value}: {answer.reason.value}: {visible(answer.detail)}"
        return
    made = answer.provenance
    yield f"article, score {answer.quality.score:.2f}, found by {made.method.value} ({made.rule})"
    if answer.quality.flags:
        yield f"flags: {', '.join(answer.quality.flags)}"
    day = answer.published.value if answer.published else None
    authors = ", ".join(author.name for author in answer.authors)
    fields = (
        ("kicker", answer.kicker),
        ("headline", answer.headline),
        ("subheadline", answer.subheadline),
        ("section", answer.section),
        ("authors", authors or None),
        ("published", day),
        ("modified", answer.modified.value if answer.modified else None),
    )
    for name, value in fields:
        yield f"{name}: {visible(value) if value else '-'}"
    yield f"body: {len(answer.body)} blocks, {sum(len(block.plain) for block in answer.body)} characters"


def _blocks(explanation: Explanation, width: int) -> Iterator[str]:
    """Two columns, kept and dropped; a block stands in its own and leaves the other empty."""
    column = (width - len(_GAP)) // 2
    kept = sum(entry.keep for entry in explanation.trace)
    yield pad(f"kept ({kept})", column) + _GAP + f"dropped ({len(explanation.trace) - kept})"
    yield "-" * column + "-+-" + "-" * column
    for entry in explanation.trace:
        cell = _cell(entry, column)
        yield (pad(cell, column) + _GAP if entry.keep else " " * column + _GAP + cell).rstrip()


def _cell(entry: TraceEntry, column: int) -> str:
    """The start of the text, and why: the reason and, where a lexicon decided, its entry."""
    why = cut(f"{entry.block} [{entry.reason}{' ' + entry.entry if entry.entry else ''}] ", column)
    return why + isolate(cut(visible(entry.text), column - len(why)))


def _fields(explanation: Explanation, width: int) -> Iterator[str]:
    yield "candidates"
    for name, candidates in explanation.candidates.items():
        for candidate in candidates:
            where = cut(f"  {name} <- {candidate.source}: ", width)
            yield where + isolate(cut(_value(candidate), width - len(where)))


def _value(candidate: Found[str]) -> str:
    return visible(str(candidate.value))
