"""Reads the colon of a headline: الجيش: مقتل جنديين شمال المدينة."""

from __future__ import annotations

from warraq.arabic.gazetteer import places
from warraq.arabic.names import first_name
from warraq.attribute.cues import cues
from warraq.attribute.drafts import Draft, Opening, Range
from warraq.attribute.sources import Walk
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import Vocabulary, WordKind
from warraq.model import CueClass, Stance

_LATEST = 12
_LONGEST_NAME = 4
_LEAST_SAID = 4
"""Fewest tokens behind the colon; less is a name or a place (بيروت: سعاد حمدان)."""
_STOPS = frozenset("،,؛;.\n)(!؟?-")
_RULES = frozenset("|-/:")


def read_colon(text: Text, words: Vocabulary) -> Draft | None:
    """Read the first colon of a headline, or of a line like one, as a cue; return None where it is none."""
    first = 2 if text.words[0] in words.kinds[WordKind.LABEL] and text.words[1:2] and text.words[1] in _RULES else 0
    at = next((at for at in range(first + 1, min(first + _LATEST, len(text.words))) if text.words[at] == ":"), 0)
    if not 0 < at <= len(text.words) - 1 - _LEAST_SAID:
        return None
    reading = Walk(text, first, None, words).read()
    source = reading.source
    if reading.opening is not Opening.COLON or source is None or source.first != first:
        return None
    known = _is_known(text.words[first], words)
    if not known and not (source.last - first < _LONGEST_NAME and _is_speaker(text, source, reading.content, words)):
        return None
    if any(_cannot_be_in_source(text, token, first, words) for token in range(first, at)):
        return None
    return Draft(
        cue=Range(at, at), extra=None, lemma=":", cue_class=CueClass.COLON, stance=Stance.NEUTRAL, form=None,
        source=source, source_skip=0, outlet=reading.outlet, content=reading.content, skip=0, before=False,
        opening=Opening.COLON, medium="", rule="colon", confidence=0.8 if known else 0.55,
    )  # fmt: skip


def _is_known(head: str, words: Vocabulary) -> bool:
    """Tell whether the head of a phrase is surely one of a source."""
    return head in words.nouns or head in words.names or head in words.kinds[WordKind.TITLE]


def _is_speaker(text: Text, source: Range, content: int, words: Vocabulary) -> bool:
    """Tell whether an unknown phrase before a colon is a person's name, not a place or a topic (صفاقس: …)."""
    phrase = text.words[source.first : source.last + 1]
    if any(first_name(word) for word in phrase):
        return True
    if len(phrase) == 1 and places().whole(phrase[0]) is None and not phrase[0].startswith("ال"):
        return True
    word = text.words[content]
    return content - 1 in text.opened or word in words.clauses or word in words.kinds[WordKind.DIRECT_START]


def _cannot_be_in_source(text: Text, token: int, first: int, words: Vocabulary) -> bool:
    """Tell whether a word before the colon shows that no source stands there."""
    word = text.words[token]
    if word in words.clauses or word[0].isdigit() or word in _STOPS or word in words.kinds[WordKind.LABEL]:
        return True
    if token == first and (
        word in words.frames or (word in words.kinds[WordKind.NOT_A_SOURCE] and word not in words.nouns)
    ):
        return True
    return word in cues().forms and word not in words.nouns
