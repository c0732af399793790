"""Finds the article in a page saved as plain text: what a browser's select-all and copy gives.

The runs of lines that are worth most (see ``lines``) are compared: by their letters, by the headline above, which
shares words with its text, and by whether their lines are about one matter, which those of teasers are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from warraq.arabic.furniture import FurnitureRole, furniture_of
from warraq.arabic.words import SAME_MATTER, content_words, in_common, long_words, shared
from warraq.letters import count_letters, fold
from warraq.locate.above import Above, headline_above, is_date, words_of_text
from warraq.locate.extent import extent, opening_of
from warraq.locate.lines import weigh
from warraq.locate.turns import ANSWERED, is_solid, is_title
from warraq.locate.whole import whole
from warraq.model import Block, Method, Selection

_HEADER_REACH = 30
_LONGEST_LABEL = 90
_OVERLINE = 3
_COMPARED = 30
_COHERENT = 0.15
"""Cohesion of a text; teasers have less than half of it (measured: texts .11 to .58, teasers 0 to .08)."""

_APART_MATTERS = 0.08
_LISTED = 5
_TEASED, _FED = 3, 3
"""Paragraphs that a teaser has at most, and teasers that make a feed at least."""

_APART_SHARE = 0.3
_DECK_REACH = 5
_NOT_SHORTER, _SHARED = 0.75, 0.35
"""How long a headline is beside its deck, and the share of its words that the text has."""

_CLEARLY = 0.8
_RUNS = 8
_PART = 0.12
"""Share of the largest run's letters from which another run may be the article."""

_WITHOUT_HEADLINE = 0.5
"""What a run without a headline above counts, against one whose headline scores about 1 to 5."""
_BODY = 12
_INNER = 200
"""Lines of a run among which a later beginning is looked for."""


def locate_text(blocks: Sequence[Block]) -> Selection | None:
    """The article among the lines of a text, or None where no line is prose."""
    worth = weigh(blocks)
    values = worth.values
    runs = [_headed(blocks, values, run) for run in _best_runs(values)]
    alone = whole(blocks) if worth.clean else None
    if not runs:
        return alone
    run, above = max(runs, key=lambda found: _worth(blocks, values, *found))
    headline = above.place if above else None
    opening = opening_of(blocks, values, run, headline)
    run = extent(blocks, values, run, opening)
    start, first = run[0], run[0]
    if headline is not None:
        start = headline - 1 if _is_label(blocks, headline - 1, run) else headline
        first = _first(blocks, values, range(headline + 1, run.stop), run, opening)
    foreign = {
        n for n in worth.teasers if is_solid(blocks[n].text) and in_common(blocks[n].text, opening) < SAME_MATTER
    }
    inside = set(range(start, run[-1] + 1)) - foreign
    if alone is not None and (headline is None or alone.headline == headline):
        return alone
    return Selection(
        blocks=tuple(b for b in blocks if b.order in inside),
        outside=tuple(b for b in blocks if b.order not in inside),
        images=(),
        first=first,
        method=Method.TEXT,
        rule="lines",
        headline=headline,
        notes=("many_matters",) if _is_list(blocks, values, run) or _is_feed(blocks, run) else (),
    )


def _first(blocks: Sequence[Block], values: Sequence[float], below: range, run: range, opening: Set[str]) -> int:
    """The first paragraph below the headline; one of its matter may stand before a box of links and the run."""
    prose = [n for n in below if values[n] > 0]
    for n in prose:
        if is_solid(blocks[n].text) and (n in run or in_common(blocks[n].text, opening) >= SAME_MATTER):
            return n
    return next((n for n in prose if n in run), run[0])


def _worth(blocks: Sequence[Block], values: Sequence[float], run: range, above: Above | None) -> float:
    """What speaks for a run: its letters, its headline, and that its lines are about one matter."""
    total = sum(values[n] for n in run) * (_WITHOUT_HEADLINE + _score(above))
    return total * (_APART_SHARE + (1 - _APART_SHARE) * min(1.0, _cohesion(blocks, values, run) / _COHERENT))


def _cohesion(blocks: Sequence[Block], values: Sequence[float], run: range) -> float:
    """The mean share of the longer words of a line that stand in another line too; 1 where few lines are."""
    prose = [blocks[n].text for n in run if values[n] > 0][:_COMPARED]
    if len(prose) < 3:
        return 1.0
    lines = [long_words(text) for text in prose]
    often = Counter(w for words in lines for w in words)
    shares = [sum(often[w] > 1 for w in words) / len(words) for words in lines if words]
    return sum(shares) / len(shares) if shares else 1.0


def _score(above: Above | None) -> float:
    return above.score if above else 0.0


def _is_list(blocks: Sequence[Block], values: Sequence[float], run: range) -> bool:
    """Whether a run is a list of other pieces: many lines of prose, each under a title, on as many matters."""
    prose = [n for n in run if values[n] > 0]
    under = sum(n > 0 and values[n - 1] <= 0 and not ANSWERED.search(blocks[n - 1].text) for n in prose)
    return len(prose) >= _LISTED and under >= 0.7 * len(prose) and _cohesion(blocks, values, run) < _APART_MATTERS


def _is_feed(blocks: Sequence[Block], run: range) -> bool:
    """Whether a run begins with one of several alike: title, day, some lines of prose, "read more"."""
    places: list[int] = []
    for at, block in enumerate(blocks):
        match = furniture_of(block.text)
        if match is None or match.role is not FurnitureRole.READ_MORE or match.rest:
            continue
        first = at
        while first > 0 and at - first < _TEASED and is_solid(blocks[first - 1].text):
            first -= 1
        if 1 < first < at and is_date(blocks[first - 1].text) and is_title(blocks[first - 2], furniture=False):
            places.append(first)
    return len(places) >= _FED and any(place in run for place in places)


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
    solid = [n for n in run if values[n] > 0 and is_solid(blocks[n].text)]
    begin = solid[0] if solid else run[0]
    body = frozenset(content_words(" ".join(blocks[n].text for n in solid[:_BODY]))) if solid else None
    best = headline_above(blocks, begin, run[-1], _HEADER_REACH + begin - run[0], body)
    if best is not None and body:
        best = _over(blocks, best, body) or best
    part = run
    for at in run[1:_INNER]:
        if values[at] > 0 and values[at - 1] <= 0 and any(is_date(b.text) for b in blocks[max(0, at - 4) : at]):
            inner = headline_above(blocks, at, run[-1], 5)
            if inner is not None and inner.place >= run[0] and inner.score > _score(best) + _CLEARLY:
                best, part = inner, range(at, run.stop)
    return part, best


def _over(blocks: Sequence[Block], found: Above, body: frozenset[str]) -> Above | None:
    """The headline above the day, where a deck or the caption of a picture below it shares more words with the text.

    Without a day or a label between them the upper line may be an overline, as long as its headline.
    """
    least = _NOT_SHORTER * count_letters(blocks[found.place].text)
    between = False
    for at in range(found.place - 1, max(-1, found.place - 1 - _DECK_REACH), -1):
        line = blocks[at]
        furniture = furniture_of(line.text) is not None
        if furniture or is_date(line.text):
            between = True
        elif is_title(line, furniture) and count_letters(line.text) >= least:
            alike = between and shared(line.text, body) >= _SHARED
            return Above(at, found.score) if alike else None
    return None


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
