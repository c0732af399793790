"""Reads the colon of a headline: الجيش: مقتل جنديين شمال المدينة."""

from __future__ import annotations

from warraq.arabic.gazetteer import places
from warraq.arabic.names import first_name
from warraq.attribute.cues import cues
from warraq.attribute.drafts import Draft, Opening, Range
from warraq.attribute.tokens import QUOTE_MARKS, Text
from warraq.attribute.vocabulary import Vocabulary, WordKind
from warraq.model import CueClass, Stance

_LATEST = 10
_LONGEST_NAME = 4
_LEAST_SAID = 4
"""Fewest tokens behind the colon; less is a name or a place (بيروت: سعاد حمدان)."""
_STOPS = frozenset("،,؛;.\n)(!؟?-") | QUOTE_MARKS


def read_colon(text: Text, words: Vocabulary) -> Draft | None:
    """Read the first colon of a headline, or of a line like one, as a cue; return None where it is none."""
    at = text.words.index(":") if ":" in text.words[:_LATEST] else 0
    if not 0 < at <= len(text.words) - 1 - _LEAST_SAID:
        return None
    known = _is_known(text.words[0], words)
    if not known and not (at <= _LONGEST_NAME and _is_speaker(text, at, words)):
        return None
    if any(_cannot_be_in_source(text, token, words) for token in range(at)):
        return None
    content = at + 2 if at + 1 in text.opened else at + 1
    return Draft(
        cue=Range(at, at), extra=None, lemma=":", cue_class=CueClass.COLON, stance=Stance.NEUTRAL, form=None,
        source=Range(0, at - 1), source_skip=0, outlet=None, content=content, skip=0, before=False,
        opening=Opening.COLON, medium="", rule="colon", confidence=0.8 if known else 0.55,
    )  # fmt: skip


def _is_known(head: str, words: Vocabulary) -> bool:
    """Tell whether the head of a phrase is surely one of a source."""
    return head in words.nouns or head in words.names or head in words.kinds[WordKind.TITLE]


def _is_speaker(text: Text, colon: int, words: Vocabulary) -> bool:
    """Tell whether an unknown phrase before a colon is a person's name, not a place or a topic (صفاقس: …)."""
    if any(first_name(word) for word in text.words[:colon]):
        return True
    if colon == 1 and places().whole(text.words[0]) is None and not text.words[0].startswith("ال"):
        return True
    return _says(text, colon + 1, words)


def _says(text: Text, at: int, words: Vocabulary) -> bool:
    """Tell whether words are plainly somebody's speech."""
    word = text.words[at]
    return at in text.opened or word in words.clauses or word in words.kinds[WordKind.DIRECT_START]


def _cannot_be_in_source(text: Text, token: int, words: Vocabulary) -> bool:
    """Tell whether a word before the colon shows that no source stands there."""
    word = text.words[token]
    if word in words.clauses or word[0].isdigit() or word in _STOPS:
        return True
    if token == 0 and (word in words.kinds[WordKind.PREPOSITION] or word in words.frames):
        return True
    if word in words.kinds[WordKind.LABEL]:
        return True
    if token == 0 and word in words.kinds[WordKind.NOT_A_SOURCE] and word not in words.nouns:
        return True
    return word in cues().forms and word not in words.nouns
