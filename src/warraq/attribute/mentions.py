"""Gathers of each statement what resolution needs to know, in reading order."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from warraq.attribute.content import Content
from warraq.attribute.drafts import Draft
from warraq.attribute.kinds import AGAIN, Beside, head_of, kind_of
from warraq.attribute.resolve import Mention
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import Vocabulary, WordKind
from warraq.model import SourceType, StatementType

_TURN = 4
"""Tokens at the start of a block in which it turns to another speaker."""


class Place(NamedTuple):
    """Where a text stands.

    Attributes:
        block: number of the block, None for the headline.
        section: number of the section; a subheading begins a new one.
        sentence: number of its first sentence in the body.
        announces: type of what a colon at the text's end announces, None where nothing follows.
    """

    block: int | None
    section: int
    sentence: int
    announces: StatementType | None = None


class Hit(NamedTuple):
    """A draft with its text, content and place."""

    text: Text
    place: Place
    draft: Draft
    content: Content


def mentions_of(hits: Sequence[Hit], words: Vocabulary) -> list[Mention]:
    """Gather what resolution needs to know of all statements; who spoke before tells a surname in quotation marks."""
    mentions: list[Mention] = []
    persons: set[str] = set()
    for at, hit in enumerate(hits):
        mentions.append(_mention(hit, hits[max(0, at - 4) : at], persons, words))
        if mentions[-1].kind is SourceType.PERSON:
            persons |= mentions[-1].words
    return mentions


def _mention(hit: Hit, earlier: Sequence[Hit], persons: Set[str], words: Vocabulary) -> Mention:
    """Gather what resolution needs to know of a statement."""
    text, draft = hit.text, hit.draft
    nested = any(
        other.text is text and not other.draft.before and _holds(other.content, draft.cue.first) for other in earlier
    )
    sentence = hit.place.sentence + sum(1 for stop in text.stops if stop < draft.cue.first)
    if draft.source is None:
        turned = not words.kinds[WordKind.TURN].isdisjoint(text.words[: min(_TURN, draft.cue.first)])
        block = hit.place.block
        return Mention(draft, hit.place.section, sentence, nested, None, None, False, frozenset(), block, turned)
    _, noun = head_of(text, draft.source, draft.source_skip, words)
    kind = kind_of(text, draft.source, draft.source_skip, words, Beside(draft.form, persons))
    phrase = text.words[draft.source.first : draft.source.last + 1]
    again = not AGAIN.isdisjoint(phrase)
    known = noun is not None and kind is not SourceType.PERSON and (again or noun.definite and len(phrase) <= 4)
    return Mention(draft, hit.place.section, sentence, nested, noun, kind, known, frozenset(phrase), hit.place.block)


def _holds(content: Content, token: int) -> bool:
    """Tell whether a token stands within a content."""
    return any(part.first <= token <= part.last for part in content.parts)
