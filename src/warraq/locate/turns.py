"""Lists of other pieces in a page saved as text: titles by turns with single excerpts.

Articles alternate too: interviews by question and answer, advice by heading and paragraph, a text with "read also"
links between its paragraphs. Their paragraphs share words with each other and with the text before them; those of a
list share next to none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from warraq.arabic.words import SAME_MATTER, in_common, long_words
from warraq.letters import count_letters
from warraq.model import Block

FULL_STOP = re.compile(r"(?<![.…])\.[\s»”\"')\]]{0,3}$")
_SENTENCE_END = re.compile(r"[.؟!…][\s»”\"')\]]{0,3}$")
ANSWERED = re.compile(r"[؟?:][\s»”\"]{0,3}$|^[*•–-]|^[(\[]?[\d٠-٩]{1,2}\s?[.)\]/–-]")
"""A line that a paragraph answers or explains: a question, a numbered or bulleted heading."""

CONTINUES = re.compile(
    r"(?:و(?:[يتأ]|س[يت]|ال|بين|شدد|قال|ذكر|لفت|كان|كشف|نقل|رأى|بلغ)|(?:ولم|ولن|ولا|وقد|وفق|ووفق|وبحسب|وفي|ومن|وعن|وعلى|وإلى|وهو|وهي"
    r"|وهذا|وهذه|وذلك|وبعد|وقبل|وحول|وما|ومع|وعند|كما|لكن|ولكن|فيما|بينما|بدوره|بدورها|وبذلك|وهكذا)\b"
    r"|غير أن|من (?:جهته|جانبه|جهتها|جانبها|ناحيته|ناحيتها)\b|في (?:المقابل|السياق|الوقت نفسه)\b|إلى ذلك)"
)
"""Begins a paragraph that goes on with a text: a lead, which teasers print, says "and" to nothing. Nouns that begin
with the letter (وزير، وفد) are none of these; those with the article behind it (والد) seldom open a lead."""

_CLOCK = re.compile(r"\d{1,2}:\d{2}(?:\s?[صم])?")
_EXCERPT, _LONG = 45, 110
_SENTENCE, _INTRODUCTION = 30, 40
"""Letters of a line that ends as a sentence, and of one that goes on in the next."""

_TITLE, _LONGEST_TITLE, _TITLE_WORDS = 12, 90, 4
_UNITS = 3
_GAP = 4
"""Lines from one excerpt to the next: title, day, section, "read more"."""

_APART = 0.08
"""Share of words that lines have in common below which each is about another matter (texts .11 and more)."""

_NEAR, _BEFORE = 14, 3


class _Unit(NamedTuple):
    """One piece of a list: where its title and its excerpt stand."""

    title: int
    excerpt: int


def is_solid(text: str) -> bool:
    """Whether a line is a paragraph by its shape: ended as a sentence, or longer than any title.

    >>> is_solid("ويستمر المعرض حتى نهاية الشهر في قاعة البلدية."), is_solid("المعرض يستمر حتى نهاية الشهر")
    (True, False)
    """
    letters = count_letters(text)
    if letters >= _LONG or (letters >= _SENTENCE and _SENTENCE_END.search(text)):
        return True
    return letters >= _INTRODUCTION and text.endswith((":", "؛", "،"))


def cohesion(texts: Sequence[str]) -> float:
    """The mean share of the longer words of a line that stand in another line too."""
    lines = [long_words(text) for text in texts]
    often = Counter(w for words in lines for w in words)
    shares = [sum(often[w] > 1 for w in words) / len(words) for words in lines if words]
    return sum(shares) / len(shares) if shares else 1.0


def listed(blocks: Sequence[Block], furniture: Sequence[bool]) -> frozenset[int]:
    """The lines of lists of other pieces, their titles and excerpts.

    Args:
        blocks: all lines of the page.
        furniture: whether each of them is furniture by its words.
    """
    found: set[int] = set()
    for stretch in _stretches(blocks, furniture):
        units = _alike(blocks, stretch)
        if len(units) >= _UNITS and _of_other_matters(blocks, units):
            for unit in units:
                found.update(range(unit.title, unit.excerpt + 1))
    return frozenset(found)


def _alike(blocks: Sequence[Block], units: list[_Unit]) -> list[_Unit]:
    """Units without the headline and first paragraph of an article before or behind a list.

    A writer and a day stand under a headline, not under the titles of a list; the next paragraph is of its matter.
    """
    answered = [_is_told(blocks, u) for u in units]
    while answered and (answered[0] or answered[-1]):
        cut = slice(1, None) if answered[0] else slice(None, -1)
        units, answered = units[cut], answered[cut]
    far = [u.excerpt - u.title for u in units]
    if len(units) > 2 and far[0] > max(far[1:]):
        units, far = units[1:], far[1:]
    if len(units) > 2:
        last = units[-1].excerpt
        behind = [b.text for b in blocks[last + 1 : last + _NEAR // 2] if is_solid(b.text)]
        goes_on = behind and in_common(behind[0], long_words(blocks[last].text)) >= SAME_MATTER
        if far[-1] > max(far[:-1]) or goes_on:
            units = units[:-1]
    return units


def _stretches(blocks: Sequence[Block], furniture: Sequence[bool]) -> Iterator[list[_Unit]]:
    """Runs of single paragraphs, each under a title."""
    prose = [
        n for n, b in enumerate(blocks) if not furniture[n] and is_solid(b.text) and count_letters(b.text) >= _EXCERPT
    ]
    units: list[_Unit] = []
    for at, place in enumerate(prose):
        before = prose[at - 1] if at else -1
        single = before < place - 1 and (at + 1 == len(prose) or prose[at + 1] > place + 1)
        single = single and not CONTINUES.match(blocks[place].text)
        title = next((n for n in range(max(before + 1, place - _GAP), place) if is_title(blocks[n], furniture[n])), -1)
        if not single or title < 0 or (units and place - before > _GAP + 1):
            yield units
            units = []
        if single and title >= 0:
            units.append(_Unit(title, place))
    yield units


def is_title(block: Block, furniture: bool) -> bool:
    """Whether a line that is no furniture may be the title of another piece."""
    if furniture or not _TITLE <= count_letters(block.text) <= _LONGEST_TITLE:
        return False
    return len(block.text.split()) >= _TITLE_WORDS and not FULL_STOP.search(block.text)


def _is_told(blocks: Sequence[Block], unit: _Unit) -> bool:
    """Whether a paragraph answers a question, explains a numbered heading, or tells what happened at a bare clock."""
    return ANSWERED.search(blocks[unit.title].text) is not None or any(
        _CLOCK.fullmatch(b.text) for b in blocks[max(0, unit.title - 1) : unit.excerpt]
    )


def _of_other_matters(blocks: Sequence[Block], units: Sequence[_Unit]) -> bool:
    """Whether paragraphs are about as many matters, and not about that of the text before them."""
    if 2 * sum(_is_told(blocks, u) for u in units) >= len(units):
        return False
    excerpts = [blocks[u.excerpt].text for u in units]
    if cohesion(excerpts) >= _APART:
        return False
    start = units[0].title
    above = [b.text for b in blocks[max(0, start - _NEAR) : start] if is_solid(b.text)][-_BEFORE:]
    opening = {w for text in above for w in long_words(text)}
    return not opening or sum(in_common(text, opening) for text in excerpts) / len(excerpts) < SAME_MATTER
