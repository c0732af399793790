"""Finds the article in a page saved as plain text: what a browser's select-all and copy gives.

No markup says where the article stands, only lines: menus and teasers are short lines without the punctuation of
sentences, furniture is known by its words, the text is a run of long lines. The run that is worth most is the
article; its headline is the line above it that shares most words with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from warraq.arabic.furniture import FurnitureMatch, FurnitureRole, Scope, furniture_of
from warraq.arabic.words import content_words, shared
from warraq.letters import count_letters, fold
from warraq.locate.above import Above, headline_above, is_date, words_of_text
from warraq.model import Block, Kind, Method, Selection

_CELLS = re.compile(r"\t")
_FULL_STOP = re.compile(r"(?<![.…])\.[\s»”\"')\]]{0,3}$")
_OTHER_STOP = re.compile(r"(?:[؟!؛:…]|\.\.)[\s»”\"')\]]{0,3}$")
_INNER_STOP = re.compile(r"(?<![.…])[.؟!][\s»”\"]{1,3}[^.\s].{25}")
_COMMA = re.compile("[،,]")
_LONG = 120
_SENTENCE = 30
_TITLE = 60
"""Letters up to which a line that ends in a question or an ellipsis is a title."""

_MOST = 900
_REPEATED = 20
"""Letters from which a line that stands twice on a page is a teaser."""

_LABEL = -14.0
_APART = -4.0
_OF_SCOPE = {
    Scope.LINE: -30.0,
    Scope.PREFIX: -30.0,
    Scope.INLINE: -10.0,
    Scope.LABEL: -14.0,
    Scope.HEADING: -150.0,
    Scope.TAIL: -600.0,
}
_UNSURE = -25.0
_SHADOW = 8
"""Lines below the heading of a list of other pieces that count only where they end in a full stop."""

_HEADER_REACH = 30
_LONGEST_LABEL = 90
_OVERLINE = 3
_COMPARED = 30
_COHERENT = 0.15
"""Cohesion of a text; teasers have less than half of it (measured: texts .11 to .58, teasers 0 to .08)."""

_APART_SHARE = 0.3
_OPENING = 3
_SAME_MATTER = 0.12
"""Share of its words that a line has in common with the opening of the text it belongs to."""

_TEASERS = 2
_QUESTION = re.compile('[؟?:][\\s»”"]{0,3}$|^[*•-]')
"""A line that a paragraph answers: an interview alternates as teasers do."""

_CLEARLY = 0.8
_RUNS = 8
_PART = 0.12
"""Share of the largest run's letters from which another run may be the article."""

_WITHOUT_HEADLINE = 0.5
"""What a run without a headline above counts, against one whose headline scores about 1 to 5."""

_BEHIND_TAIL = 0.2
_ENOUGH = 250
"""Letters of prose after which a phrase that ends articles is believed to end this one."""


def blocks_of(text: str, most: int = 8_000_000) -> tuple[Block, ...]:
    """The lines of a text as blocks; ``breaks`` counts the empty lines before one. Only line feeds cut."""
    blocks: list[Block] = []
    breaks = 0
    for raw in re.split(r"\r\n|\r|\n", text[:most]):
        line = " ".join(raw.split())
        if not line:
            breaks += 1
            continue
        kind = Kind.CELL if len(_CELLS.findall(raw.strip())) >= 2 else Kind.LINE
        blocks.append(Block(line, kind, order=len(blocks), breaks=breaks))
        breaks = 0
    return tuple(blocks)


def locate_text(blocks: Sequence[Block]) -> Selection | None:
    """The article among the lines of a text, or None where no line is prose."""
    values = _values(blocks)
    runs = [_headed(blocks, values, run) for run in _best_runs(values)]
    if not runs:
        return None
    run, above = max(runs, key=lambda found: _worth(blocks, values, *found))
    run = _without_teasers(blocks, values, run)
    headline = above.place if above else None
    start, first = run[0], run[0]
    if headline is not None:
        start = headline - 1 if _is_label(blocks, headline - 1, run) else headline
        first = next((n for n in run if n > headline and values[n] > 0), run[0])
    return Selection(
        blocks=tuple(blocks[start : run[-1] + 1]),
        outside=(*blocks[:start], *blocks[run[-1] + 1 :]),
        images=(),
        first=first,
        method=Method.TEXT,
        rule="lines",
        headline=headline,
    )


def _worth(blocks: Sequence[Block], values: Sequence[float], run: range, above: Above | None) -> float:
    """What speaks for a run: its letters, its headline, and that its lines are about one matter."""
    total = sum(values[n] for n in run) * (_WITHOUT_HEADLINE + _score(above))
    return total * (_APART_SHARE + (1 - _APART_SHARE) * min(1.0, _cohesion(blocks, values, run) / _COHERENT))


def _cohesion(blocks: Sequence[Block], values: Sequence[float], run: range) -> float:
    """The mean share of the longer words of a line that stand in another line too; 1 where few lines are."""
    prose = [blocks[n].text for n in run if values[n] > 0][:_COMPARED]
    if len(prose) < 3:
        return 1.0
    lines = [{w for w in content_words(text) if len(w) > 3} for text in prose]
    often = Counter(w for words in lines for w in words)
    shares = [sum(often[w] > 1 for w in words) / len(words) for words in lines if words]
    return sum(shares) / len(shares) if shares else 1.0


def _score(above: Above | None) -> float:
    return above.score if above else 0.0


def _is_label(blocks: Sequence[Block], at: int, run: range) -> bool:
    """Whether the line above a headline belongs to it, and is not the last of a menu or another piece's title.

    An overline has some words and shares some with the text; a label opens the file, stands right behind a path, or
    stands again beside the text.
    """
    if at < 0 or len(blocks[at].text) > _LONGEST_LABEL or is_date(blocks[at].text):
        return False
    words = content_words(blocks[at].text)
    if len(words) >= _OVERLINE:
        return shared(blocks[at].text, words_of_text(blocks, run[0], run[-1])) >= 0.3
    if at == 0 or _is_path(blocks[at - 1].text):
        return True
    key = fold(blocks[at].text)
    return any(fold(b.text) == key for b in blocks[at + 2 : run[0] + 1])


def _is_path(text: str) -> bool:
    match = furniture_of(text)
    return match is not None and match.role is FurnitureRole.NAVIGATION


def _headed(blocks: Sequence[Block], values: Sequence[float], run: range) -> tuple[range, Above | None]:
    """A run and the headline above it; or above a later part of it, where the run began with teasers."""
    best = headline_above(blocks, run[0], run[-1], _HEADER_REACH)
    part = run
    for at in run[1:-1]:
        if values[at] > 0 and values[at - 1] <= 0 and any(is_date(b.text) for b in blocks[max(0, at - 4) : at]):
            inner = headline_above(blocks, at, run[-1], 5)
            if inner is not None and inner.place >= run[0] and inner.score > _score(best) + _CLEARLY:
                best, part = inner, range(at, run.stop)
    return part, best


def _without_teasers(blocks: Sequence[Block], values: Sequence[float], run: range) -> range:
    """A run without the teasers at its end: single lines of prose between titles, on other matters than its opening."""
    prose = [n for n in run if values[n] > 0]
    opening = frozenset(w for n in prose[:_OPENING] for w in content_words(blocks[n].text))
    end, found = run.stop, 0
    for at in reversed(prose[_OPENING:]):
        single = values[at - 1] <= 0 and (at + 1 >= end or values[at + 1] <= 0)
        if not single or _QUESTION.search(blocks[at - 1].text) or shared(blocks[at].text, opening) >= _SAME_MATTER:
            break
        end, found = at, found + 1
    return range(run.start, end) if found >= _TEASERS else run


def _values(blocks: Sequence[Block]) -> list[float]:
    """What each line is worth to the run it stands in."""
    often = Counter(fold(b.text) for b in blocks)
    shadow, before, behind, prose_before = 0, 0.0, False, False
    values: list[float] = []
    for at, block in enumerate(blocks):
        match = furniture_of(block.text)
        if match is not None:
            values.append(_of_furniture(match))
            behind = behind or (match.scope is Scope.TAIL and match.sure and before >= _ENOUGH)
            if match.scope is Scope.HEADING and match.sure and not match.rest:
                shadow = _SHADOW
            continue
        after = blocks[at + 1].breaks if at + 1 < len(blocks) else 1
        value = _value(block, bool(after))
        if (
            value > 0
            and shadow
            and (not _FULL_STOP.search(block.text) or not (prose_before or _prose_at(blocks, at + 1)))
        ):
            # Below "related" a line of prose between two titles is a teaser; two such lines in a row are text again.
            values.append(_LABEL)
            shadow = _SHADOW
            continue
        prose_before = value > 0
        if value > 0 and often[fold(block.text)] > 1 and count_letters(block.text) >= _REPEATED:
            value = _LABEL
        if value > 0:
            value *= _BEHIND_TAIL if behind else 1
            before += value
        shadow = 0 if value > 0 else max(0, shadow - 1)
        values.append(value)
    return values


def _prose_at(blocks: Sequence[Block], at: int) -> bool:
    """Whether the line at a place is a sentence that ends in a full stop."""
    return at < len(blocks) and count_letters(blocks[at].text) >= _SENTENCE and bool(_FULL_STOP.search(blocks[at].text))


def _of_furniture(match: FurnitureMatch) -> float:
    """What furniture is worth; a label that carries words of its own, or one in doubt, parts nothing."""
    if match.scope is Scope.HEADING and match.rest:
        return _LABEL
    if not match.sure:
        return max(_UNSURE, _OF_SCOPE[match.scope])
    return _OF_SCOPE[match.scope]


def _value(block: Block, followed_by_gap: bool) -> float:
    """What a line that is no furniture is worth."""
    if block.kind is Kind.CELL:
        return _LABEL
    letters = count_letters(block.text)
    apart = bool(block.breaks) and followed_by_gap
    prose = _prose(block.text, letters, apart)
    return prose or (_APART if apart else _LABEL)


def _prose(text: str, letters: int, apart: bool) -> float:
    """Letters of a line that is a sentence or more; a title has no full stop, a teaser breaks off."""
    if letters >= _LONG or (letters >= _SENTENCE and (_FULL_STOP.search(text) or _INNER_STOP.search(text))):
        return min(letters, _MOST)
    if letters >= _TITLE and _OTHER_STOP.search(text):
        return letters
    if apart and letters >= _SENTENCE:
        return 0.7 * letters
    return 0.4 * letters if letters >= _TITLE and _COMMA.search(text) else 0.0


def _best_runs(values: Sequence[float]) -> list[range]:
    """The run of lines with the largest sum, and what is left beside it that is worth a part of that.

    Teasers and comments are runs of prose too, and on a page with a short article the largest ones: the headline
    above decides.
    """
    found: list[tuple[float, range]] = []
    parts = [range(len(values))]
    while parts and len(found) < _RUNS:
        part = parts.pop(0)
        total, run = _best_run(values, part)
        if run is not None and total >= _PART * max((t for t, _ in found), default=total):
            found.append((total, run))
            parts += [p for p in (range(part.start, run.start), range(run.stop, part.stop)) if p]
    return [run for _, run in found]


def _best_run(values: Sequence[float], part: range) -> tuple[float, range | None]:
    """The run with the largest sum in a part of the lines (Kadane)."""
    best, best_run = 0.0, None
    total, start = 0.0, part.start
    for at in part:
        if total <= 0:
            total, start = 0.0, at
        total += values[at]
        if total > best:
            best, best_run = total, range(start, at + 1)
    return best, best_run
