"""One page seen from inside: what was kept and what was dropped, side by side, and what every field was chosen from.

Made from the explanation that the pipeline gave with the answer; nothing is judged again here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from warraq.model import Article, Explanation, Found, Rejected, TraceEntry
from warraq.report.terminal import cut, isolate, pad, visible, wrap

_GAP = " | "
_LABEL = 0.6
"""The most of a column that a reason may take from the text behind it."""


class _Look(NamedTuple):
    """How the account is laid out."""

    width: int
    whole: bool
    rules: bool

    def lines(self, label: str, text: str, columns: int) -> Iterator[str]:
        """A label and a text behind it: one line, or the whole text in lines."""
        if not self.whole:
            label = cut(label, int(columns * _LABEL))
            yield label + isolate(cut(text, columns - len(label)))
            return
        label = cut(label, columns)
        first, *rest = wrap(text, columns, indent=len(label))
        yield label + isolate(first)
        yield from map(isolate, rest)


def inspect(answer: Article | Rejected, *, width: int = 100, whole: bool = False, rules: bool = False) -> str:
    """Return the page's account as lines without a line feed at the end.

    Args:
        answer: made with ``Options(explain=True)``; without an explanation only the first lines are given.
        width: columns of the terminal, at least 40.
        whole: give every text whole, in as many lines as it needs, instead of its beginning.
        rules: name with each reason the rule or the lexicon's entry that decided.
    """
    look = _Look(max(width, 40), whole, rules)
    lines = [*_opening(answer)]
    if answer.explanation is not None:
        lines += ["", *_blocks(answer.explanation, look), "", *_fields(answer.explanation, look)]
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


def _blocks(explanation: Explanation, look: _Look) -> Iterator[str]:
    """Two columns, kept and dropped; a block stands in its own and leaves the other empty."""
    column = (look.width - len(_GAP)) // 2
    kept = sum(entry.keep for entry in explanation.trace)
    yield pad(f"kept ({kept})", column) + _GAP + f"dropped ({len(explanation.trace) - kept})"
    yield "-" * column + "-+-" + "-" * column
    for entry in explanation.trace:
        for cell in look.lines(f"{entry.block} [{_why(entry, rules=look.rules)}] ", visible(entry.text), column):
            yield (pad(cell, column) + _GAP if entry.keep else " " * column + _GAP + cell).rstrip()


def _why(entry: TraceEntry, *, rules: bool) -> str:
    """The reason in words and, where it is wanted, what decided."""
    reason = entry.reason.removeprefix("furniture:").replace("_", " ")
    reason = "outside the article" if reason == "outside" else reason
    return f"{reason}: {entry.entry}" if rules and entry.entry else reason


def _fields(explanation: Explanation, look: _Look) -> Iterator[str]:
    yield "candidates"
    for name, candidates in explanation.candidates.items():
        for candidate in candidates:
            yield from look.lines(f"  {name} <- {candidate.source}: ", _value(candidate), look.width)


def _value(candidate: Found[str]) -> str:
    return visible(str(candidate.value))
