"""Writes the tokens of a draft as spans of the text."""

from __future__ import annotations

from warraq.attribute.drafts import Draft
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import vocabulary
from warraq.model import SourceType, Span


def with_l(text: Text, draft: Draft) -> Span:
    """Return the span of a phrase and the ل attached to its source: وفقا ل."""
    assert draft.source is not None
    start = text.span(draft.cue.first, draft.cue.last).start
    end = text.span(draft.source.first, draft.source.first, draft.source_skip).start
    return Span(start, end, text.plain[start:end])


def source_of(text: Text, draft: Draft) -> Span | None:
    """Return the source, without quotation marks around the whole of it."""
    if draft.source is None:
        return None
    first, last = draft.source
    quote = text.opened.get(first)
    if quote is not None and quote.closing == last and last - first > 1:
        first, last = first + 1, last - 1
    span = text.span(first, last, draft.source_skip)
    return Span(span.start, span.end, span.text, _without_particle(text, first, span.text, draft.source_skip))


def _without_particle(text: Text, first: int, printed: str, skip: int) -> str | None:
    """Return a source as it is named where a particle is attached to it: وفقا للتقرير، تصريحا لرئيس النادي."""
    word = text.words[first]
    if skip:
        return "ا" + printed if word.startswith("لل") else None
    words = vocabulary()
    noun = words.noun(word)
    if word in words.nouns or noun is None or noun.type is SourceType.DOCUMENT:
        return None
    return "ال" + printed[2:] if word.startswith("لل") else printed[1:]


def outlet_of(text: Text, draft: Draft) -> Span | None:
    """Return the outlet, with its name where the text has it with an attached ل."""
    if draft.outlet is None:
        return None
    span = text.span(draft.outlet.first, draft.outlet.last)
    name = None
    if span.text.startswith("لل"):
        name = "ال" + span.text[2:]
    elif span.text.startswith("ل"):
        name = span.text[1:].lstrip("\N{ARABIC TATWEEL} ").strip('«»“”"')
    return Span(span.start, span.end, span.text, name)
