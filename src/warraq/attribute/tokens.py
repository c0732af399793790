"""A block's text cut into words, sentences and quotations, for the grammar of reported speech."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from warraq.attribute.quotes import Mark, Quote, pair
from warraq.letters import MARKS, TATWEEL, Folded, fold_aligned
from warraq.model import Span

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W_]+|\n|''|``|[^\w\s]|_")
_STOPS = frozenset(".!؟?\n")
_ABBREVIATIONS = frozenset("ادمجصبفس")
QUOTE_MARKS = frozenset({'"', "'", "''", "``", "\N{DOUBLE PRIME}"})
_TRAILING = re.compile(f"[{MARKS}{TATWEEL}]+")


@dataclass(frozen=True, slots=True)
class Text:
    """One block. Places are counted in tokens unless said otherwise; a token is a word, a number or one mark.

    Attributes:
        plain: the text as printed.
        folded: its folded form, with the way back.
        words: the tokens, folded.
        starts: where each token starts in the folded text.
        stops: the tokens that end a sentence, in order.
        quotes: the outermost quotations.
        opened: the quotation that each opening mark begins.
    """

    plain: str
    folded: Folded
    words: list[str]
    starts: list[int]
    stops: list[int]
    quotes: tuple[Quote, ...]
    opened: dict[int, Quote]

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the first token of the sentence around a token, and the token of its stop (or one past the last)."""
        before = bisect_left(self.stops, token)
        after = self.stops[before] if before < len(self.stops) else len(self.words)
        return (self.stops[before - 1] + 1 if before else 0), after

    def quote_around(self, token: int) -> Quote | None:
        """Return the quotation that holds a token, its marks excluded."""
        place = bisect_right(self.quotes, token, key=lambda q: q.opening) - 1
        for quote in self.quotes[max(0, place - 1) : place + 1][::-1]:
            if quote.opening < token < quote.closing:
                return quote
        return None

    def span(self, first: int, last: int, skip: int = 0) -> Span:
        """Return the span of the tokens ``first`` to ``last``, ``last`` included.

        Args:
            first: the first token.
            last: the last token.
            skip: letters of the first token to leave out (an attached ب).
        """
        start = self.folded.places[self.starts[first] + skip]
        end = self.end(last)
        return Span(start, end, self.plain[start:end])

    def end(self, token: int) -> int:
        """Return the offset in the plain text one past a token, its marks included."""
        end = self.folded.places[self.starts[token] + len(self.words[token]) - 1] + 1
        marks = _TRAILING.match(self.plain, end)
        return marks.end() if marks else end


def cut(plain: str, needed: frozenset[str]) -> Text | None:
    """Cut a text into tokens, or return None where none of the needed words stands in it.

    >>> text = cut("قال: «نعم». ثم خرج.", frozenset({"قال"}))
    >>> text.words
    ['قال', ':', '"', 'نعم', '"', '.', 'ثم', 'خرج', '.']
    >>> text.sentence(6)
    (6, 8)
    """
    folded = fold_aligned(plain)
    words = _TOKEN.findall(folded.text)
    if needed.isdisjoint(words):
        return None
    starts = _starts(folded.text, words)
    stops = [t for t, word in enumerate(words) if word in _STOPS and _stops(words, starts, folded.text, t)]
    marks = [_mark(t, starts[t], w, plain, folded) for t, w in enumerate(words) if w in QUOTE_MARKS]
    quotes = pair(marks, folded.text, len(words)) if marks else ()
    quotes = tuple(sorted(quotes))
    return Text(plain, folded, words, starts, stops, quotes, {q.opening: q for q in quotes})


def _starts(folded: str, words: Sequence[str]) -> list[int]:
    """Find where each token starts: nothing but white space stands between two."""
    starts: list[int] = []
    end = 0
    for word in words:
        start = folded.index(word, end)
        starts.append(start)
        end = start + len(word)
    return starts


def _mark(token: int, start: int, word: str, plain: str, folded: Folded) -> Mark:
    """Describe one mark; two single marks in a row (`` and '') are one double mark."""
    return Mark(token, start, plain[folded.places[start]] if len(word) == 1 else '"', len(word))


def _stops(words: list[str], starts: list[int], folded: str, token: int) -> bool:
    """Tell whether a stop ends a sentence: not after an initial (د. سمير), not two dots in a row, not inside a word."""
    word = words[token]
    if word != ".":
        return True
    if token and words[token - 1] in _ABBREVIATIONS and starts[token - 1] + 1 == starts[token]:
        return False
    end = starts[token] + 1
    if folded[end : end + 1] == "." or (token and words[token - 1] == "." and starts[token - 1] + 1 == starts[token]):
        return False
    return end >= len(folded) or not folded[end].isalnum() or not folded[starts[token] - 1 : starts[token]].isascii()
