"""A verb form at its place, and what the grammar asks about the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from warraq.attribute.cues import Form
from warraq.attribute.drafts import Draft, Opening, Range, Reading
from warraq.attribute.events import is_event
from warraq.attribute.tokens import QUOTE_MARKS, Text
from warraq.attribute.vocabulary import Vocabulary, WordKind

BETWEEN = frozenset("،,؛;:.-()\n*!؟?") | QUOTE_MARKS
"""Marks that stand between clauses."""
SAY = "قال"
"""The verb that needs nothing behind it but the words."""
POINTING = frozenset({"ذلك", "هذا", "هذه", "تلك"})
_OPEN = (Opening.CLAUSE, Opening.COLON, Opening.QUOTE)
_BUT_HE = frozenset({"لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم"})
_CLAUSE_STARTS = (WordKind.CONNECTIVE, WordKind.AUXILIARY, WordKind.TIME, WordKind.RELATIVE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A form of a verb of saying where it stands.

    Attributes:
        text: the block.
        at: its token.
        start: the first token of its sentence.
        form: what the form is.
        words: the vocabulary.
    """

    text: Text
    at: int
    start: int
    form: Form
    words: Vocabulary

    @property
    def word(self) -> str:
        """The folded form."""
        return self.text.words[self.at]

    @property
    def before(self) -> str:
        """The token before it in its sentence, "" if none."""
        return self.text.words[self.at - 1] if self.at > self.start else ""

    @property
    def behind(self) -> str:
        """The token behind it, "" if none."""
        return self.text.words[self.at + 1] if self.at + 1 < len(self.text.words) else ""

    @property
    def printed(self) -> str:
        """The form as printed, with its marks."""
        return self.text.plain[self.text.folded.places[self.text.starts[self.at]] : self.text.end(self.at)]

    def clause_starts(self) -> bool:
        """Tell whether a clause may begin here."""
        before = self.before
        if not before or before in BETWEEN or before in _BUT_HE:
            return True
        return any(before in self.words.kinds[kind] for kind in _CLAUSE_STARTS)

    def is_known(self, source: Range) -> bool:
        """Tell whether a known noun, name or title heads a source."""
        head = self.text.words[source.first]
        return head in self.words.nouns or head in self.words.names or head in self.words.kinds[WordKind.TITLE]

    def cannot_speak(self, source: Range) -> bool:
        """Tell whether the head of a source is a thing that shows but does not say."""
        head = self.text.words[source.first]
        if head in self.words.kinds[WordKind.ABSTRACT] or (head not in self.words.nouns and is_event(head, self.words)):
            return True
        alone = source.first == source.last or self.text.words[source.first + 1] not in self.words.nouns
        return head in POINTING and alone

    def draft(self, reading: Reading, source: Range | None, rule: str, sure: float, *, before: bool = False) -> Draft:
        """Make a draft with this form as its cue."""
        verb = self.form.verb
        return Draft(
            cue=Range(self.at, self.at), extra=reading.preposition, lemma=verb.lemma, cue_class=self.form.cue_class,
            stance=verb.stance, form=self.form, source=source, source_skip=0, outlet=reading.outlet,
            content=reading.content, skip=reading.skip, before=before, opening=reading.opening,
            medium=reading.medium, rule=rule, confidence=round(sure, 2),
        )  # fmt: skip


def opens_openly(reading: Reading) -> bool:
    """Tell whether a clause, a colon or a quotation opens the content, which no other verb would have."""
    return reading.opening in _OPEN
