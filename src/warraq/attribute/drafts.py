"""What is read behind a cue: who speaks, to whom, and where the words begin. Places are tokens of one block."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from warraq.attribute.cues import Form
from warraq.model import CueClass, Stance


class Opening(StrEnum):
    """What opens the reported words."""

    CLAUSE = "clause"
    PREPOSITION = "preposition"
    COLON = "colon"
    QUOTE = "quote"
    OBJECT = "object"
    WORD = "word"
    NONE = "none"


class Range(NamedTuple):
    """Tokens from ``first`` to ``last``, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens between a cue and the reported words.

    Attributes:
        opening: what opens the reported words; NONE where nothing does.
        content: their first token, or where reading stopped.
        source: the source, None where nothing stands there.
        outlet: to whom it was said.
        skip: letters of the first content token that are not content (an attached ب).
        preposition: the token of a detached preposition that belongs to the cue.
        medium: the folded noun of the means (بيان in في بيان), "" if none.
        second: the token of a second word of saying (قائلا) that opens the content.
    """

    opening: Opening
    content: int
    source: Range | None = None
    outlet: Range | None = None
    skip: int = 0
    preposition: int | None = None
    medium: str = ""
    second: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement within its block, before the blocks are put together.

    Attributes:
        cue: tokens of the cue; extra: the detached preposition, if any.
        lemma, cue_class, stance: of the cue.
        form: the verb form, None for phrases and colons.
        source: tokens; source_skip: letters of its first token that belong to the cue (an attached ل).
        outlet: tokens.
        content: first token; skip: letters of it that are no content.
        before: whether the content stands before the cue and ends there.
        opening: what opens the content.
        medium: see ``Reading``.
        rule: name of the rule that found it.
        confidence: 0 to 1.
    """

    cue: Range
    extra: int | None
    lemma: str
    cue_class: CueClass
    stance: Stance
    form: Form | None
    source: Range | None
    source_skip: int
    outlet: Range | None
    content: int
    skip: int
    before: bool
    opening: Opening
    medium: str
    rule: str
    confidence: float
