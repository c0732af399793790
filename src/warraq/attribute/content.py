"""Says where reported words end, which of them are quoted, and so of what type the statement is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from warraq.attribute.conjugate import Tense
from warraq.attribute.cues import cues
from warraq.attribute.drafts import Draft, Opening, Range
from warraq.attribute.quotes import Quote
from warraq.attribute.tokens import QUOTE_MARKS, Text
from warraq.attribute.vocabulary import Vocabulary, WordKind
from warraq.model import StatementType

_MARKS = frozenset(".،,؛;:!؟?-()\n") | QUOTE_MARKS
_JOINS = frozenset({"و"})
_BESIDE = frozenset({"فيما", "بينما", "كما", "وقد"})
_BUT = frozenset({"لكن", "ولكن", "غير"})
_NOTES = frozenset({"علما"})
_FEW_QUOTED = 4
_NOTE_REACH = 120
_BRACKET = 30
_OVER = 8


@dataclass(frozen=True, slots=True)
class Content:
    """The reported words: one or more runs of tokens, the quotations among them, and the type."""

    parts: tuple[Range, ...]
    quoted: tuple[Range, ...]
    type: StatementType


class Neighbours(NamedTuple):
    """The statements of a block, and which of them is at hand."""

    drafts: Sequence[Draft]
    at: int

    @property
    def following(self) -> Draft | None:
        """The next statement."""
        return self.drafts[self.at + 1] if self.at + 1 < len(self.drafts) else None

    @property
    def first(self) -> int:
        """The earliest token that the content may hold: it reaches over a few statements, not over hundreds."""
        return self.drafts[self.at - _OVER].cue.first if self.at >= _OVER else 0

    def last(self, end: int) -> int:
        """One past the latest token that the content may hold."""
        later = self.at + _OVER
        return min(end, self.drafts[later].cue.first) if later < len(self.drafts) else end


def content_of(text: Text, draft: Draft, near: Neighbours, words: Vocabulary) -> Content | None:
    """Return the content of a draft, or None where no word is left for it.

    Args:
        text: the block.
        draft: the statement.
        near: the statements around it, which may cut this one short.
        words: the vocabulary.
    """
    if draft.before:
        first, last = _behind(text, draft, words)
        first = max(first, near.first)
    else:
        first, last = _ahead(text, draft, near.following)
        last = near.last(last + 1) - 1
    while last >= first and text.words[last] in _MARKS and not _closes(text, last, first):
        last -= 1
    while first <= last and text.words[first] in "،,":
        first += 1
    if first > last or not any(text.words[t][0].isalnum() for t in range(first, last + 1)):
        return None
    quoted = _quotations(text, first, last, words)
    kind = _type(text, draft, first, last, quoted)
    parts = (Range(first, last), *_rest(text, draft, near.following))
    return Content(parts, tuple(_inside(q, len(text.words)) for q in quoted), kind)


def _rest(text: Text, draft: Draft, following: Draft | None) -> tuple[Range, ...]:
    """Return what is said behind a cue set into the words: …، يتابع الخبير، إلا أن …."""
    if draft.rule != "behind-clause" or draft.source is None or draft.form is None or draft.form.tense is Tense.PAST:
        return ()
    first = (draft.outlet or draft.source).last + 2
    end = text.sentence(draft.cue.first)[1]
    if first >= end or text.words[first - 1] not in "،,":
        return ()
    if following is not None and following.cue.first < end:
        end = _clause_end(text, first, following) if following.cue.first > first + 1 else first
    while end > first and text.words[end - 1] in _MARKS and not _closes(text, end - 1, first):
        end -= 1
    return (Range(first, end - 1),) if end > first else ()


def _inside(quote: Quote, tokens: int) -> Range:
    """Return the tokens within a quotation."""
    return Range(quote.opening + 1, min(quote.closing, tokens) - 1)


def _closes(text: Text, last: int, first: int) -> bool:
    """Tell whether a mark is the closing mark of a quotation or a bracket within the content."""
    if text.words[last] == ")":
        return "(" in text.words[max(first, last - _BRACKET) : last]
    return any(q.closing == last and q.opening >= first for q in text.quotes)


def _ahead(text: Text, draft: Draft, following: Draft | None) -> tuple[int, int]:
    """Return first and last token of content that follows its cue."""
    first = draft.content
    quote = text.opened.get(first - 1)
    bare = draft.opening in (Opening.QUOTE, Opening.COLON)
    if quote is not None and bare and not _runs_on(text, draft, quote):
        return first, min(quote.closing, len(text.words)) - 1
    if quote is not None and bare:
        first = quote.opening
    end = text.sentence(first)[1] if first < len(text.words) else len(text.words)
    held = text.quote_around(end) if end < len(text.words) else None
    while held is not None and held.opening >= first - 1:
        end = text.sentence(held.closing)[1] if held.closing < len(text.words) else len(text.words)
        held = text.quote_around(end) if end < len(text.words) else None
    if following is not None and first < following.cue.first < end and _separate(text, draft, following):
        end = _clause_end(text, first, following)
    return first, _before_note(text, first, end) - 1


def _runs_on(text: Text, draft: Draft, quote: Quote) -> bool:
    """Tell whether a few quoted words behind a colon only begin what was said: حداد: «سالم» أبلغني أنه سيرحل."""
    behind = text.words[quote.closing + 1 : quote.closing + 2]
    short = draft.opening is Opening.COLON and quote.closed and quote.closing - quote.opening <= _FEW_QUOTED
    if not short or not behind or not behind[0][0].isalpha():
        return False
    return behind[0][0] not in "وف" and behind[0] not in cues().forms


def _before_note(text: Text, first: int, end: int) -> int:
    """Return where the writer's own note behind the words begins (…، علما أن), or the end where none does."""
    for at in range(first + 1, min(end - 1, first + _NOTE_REACH)):
        if text.words[at] in _NOTES and text.words[at - 1] in "،," and text.quote_around(at) is None:
            return at - 1
    return end


def _separate(text: Text, draft: Draft, following: Draft) -> bool:
    """Tell whether the next statement stands beside this one and not within it."""
    if following.before or following.rule.startswith("phrase"):
        return following.before and following.cue.first > draft.content
    joined = following.form is not None and (following.form.joined or following.form.tense == "participle")
    beside = joined or _is_new_clause(text, following)
    return beside and text.quote_around(following.cue.first) is None


def _is_new_clause(text: Text, following: Draft) -> bool:
    """Tell whether a comma and فيما or the like stand before a cue, or before its subject: …، لكن مصادر أخرى تكشف."""
    first = following.cue.first
    if following.source is not None and following.source.last < first:
        first = following.source.first
        if first > 1 and text.words[first - 1] in _BUT and text.words[first - 2] in "،,":
            return True
    if first > 2 and text.words[first - 2 : first] == ["في", "حين"]:
        return text.words[first - 3] in "،,"
    return first > 1 and text.words[first - 1] in _BESIDE and text.words[first - 2] in "،,"


def _clause_end(text: Text, first: int, following: Draft) -> int:
    """Return one past the last token before the next statement, its connective words left out."""
    end = following.cue.first
    for back in range(end - 1, max(first, end - 8), -1):
        if text.words[back] in "،,؛":
            return back
    return end


def _behind(text: Text, draft: Draft, words: Vocabulary) -> tuple[int, int]:
    """Return first and last token of content that stands before its cue, back to the sentence's start."""
    last = draft.cue.first - 1
    while last > 0 and text.words[last] in ("،", ",", "-", "كما", "مثلما", "هكذا", "وذلك"):
        last -= 1
    if text.words[last] in QUOTE_MARKS:
        quote = next((q for q in text.quotes if q.closing == last), None)
        if quote is not None and (draft.form is not None or text.words[quote.opening - 1] in _MARKS):
            return quote.opening + 1, last - 1
    first = text.sentence(draft.cue.first)[0]
    skipped = words.kinds[WordKind.CONNECTIVE]
    while first < last and (
        text.words[first] in skipped and text.words[first][0] != "و" or text.words[first] in "،,-*"
    ):
        first += 1
    if first in text.opened and text.opened[first].closing >= last:
        first += 1
    return first, last


def _quotations(text: Text, first: int, last: int, words: Vocabulary) -> list[Quote]:
    """Return the quotations that touch the content and count as speech: two words or more, and no name."""
    found = []
    for quote in text.quotes:
        if quote.closing < first or quote.opening > last or (not quote.closed and quote.opening < first - 1):
            continue  # one that never closes quotes nothing behind the next cue
        inside = [w for w in text.words[quote.opening + 1 : quote.closing] if w[0].isalpha()]
        if len(inside) < 2 or len(inside) == 2 and all(w.startswith("ال") for w in inside):
            continue
        before = text.words[quote.opening - 1] if quote.opening else ""
        named = len(inside) <= 4 and (before in words.kinds[WordKind.MEDIA_NOUN] or before == "ل")
        if named or words.names_a_body(inside):
            continue
        found.append(quote)
    return found


def _type(text: Text, draft: Draft, first: int, last: int, quoted: Sequence[Quote]) -> StatementType:
    """Say whether all, some or none of the content is quoted."""
    if not quoted:
        return StatementType.INDIRECT
    covered: set[int] = set()
    for quote in quoted:
        covered.update(range(quote.opening, quote.closing + 1))
    leading = draft.content == first and draft.opening in (Opening.CLAUSE, Opening.PREPOSITION)
    for at in range(first, last + 1):
        word = text.words[at]
        if at in covered or word in _MARKS or word in _JOINS:
            continue
        if at == first and leading and word.endswith(("انه", "انها", "انهم", "اننا")):
            continue
        return StatementType.MIXED
    return StatementType.DIRECT
