"""Reads to whom something was said: لقناة الميادين، لـ«الشرق الأوسط»، لشبكة CNN."""

from __future__ import annotations

from warraq.arabic.gazetteer import OutletKind, outlets
from warraq.attribute.ahead import is_name
from warraq.attribute.cues import Follows
from warraq.attribute.drafts import Range
from warraq.attribute.events import is_event
from warraq.attribute.objects import is_object
from warraq.attribute.scope import PREPOSITIONS, Scope
from warraq.attribute.vocabulary import WordKind

_LONGEST = 4


def is_outlet(scope: Scope, at: int) -> bool:
    """Tell whether a token begins an outlet and not a part of the source (الأمين العام للأمم المتحدة)."""
    text, word, words = scope.text, scope.text.words[at], scope.words
    if not word.startswith("ل"):
        return False
    if word == "ل":
        return at + 1 < len(text.words) and (at + 1 in text.opened or text.words[at + 1].isascii())
    if len(word) < 3:
        return False
    article = word.startswith("لل")
    stem = word[2:] if article else word[1:]
    inner = at > scope.start and text.words[at - 1] in words.kinds[WordKind.INNER_ADJECTIVE]
    if stem in words.kinds[WordKind.OUTLET_NOUN] and not (inner and article):
        return True
    if inner:
        return False
    if at > scope.start and text.words[at - 1] in words.kinds[WordKind.SAYING_NOUN]:
        return True
    return bool(_known(scope, at))


def _known(scope: Scope, at: int) -> int:
    """Return how many tokens a known outlet with an attached ل takes; 0 if none begins here."""
    word = scope.text.words[at]
    name = "ا" + word[1:] if word.startswith("لل") else word[1:]
    behind = scope.text.words[at + 1 : at + _LONGEST]
    for length in range(min(3, len(behind) + 1), 0, -1):
        if " ".join((name, *behind[: length - 1])) in scope.words.outlets:
            return length
    known = outlets().at([name, *behind], 0)
    return known.words if known is not None and known.sure and known.kind is not OutletKind.GENERIC else 0


def take_outlet(scope: Scope, at: int) -> Range:
    """Return the tokens of the outlet that begins at a token."""
    text = scope.text
    if at + 1 in text.opened and text.opened[at + 1].closed:
        return Range(at, _with_adjective(scope, text.opened[at + 1].closing))
    known = _known(scope, at)
    if known:
        return Range(at, at + known - 1)
    last = at
    while last + 1 < scope.limit and last - at < _LONGEST and _goes_on(scope, last + 1):
        last += 1
    if last + 1 in text.opened and text.opened[last + 1].closed and is_name(scope, last + 1):
        last = _with_adjective(scope, text.opened[last + 1].closing)
    return Range(at, last)


def _with_adjective(scope: Scope, closing: int) -> int:
    """Return the last token of an outlet with the adjective behind its quoted name: «لوموند» الفرنسية."""
    behind = scope.text.words[closing + 1 : closing + 2]
    return closing + 1 if behind and behind[0].startswith("ال") and behind[0].endswith(("يه", "ي")) else closing


def _goes_on(scope: Scope, at: int) -> bool:
    """Tell whether a token goes on naming the outlet."""
    word, words = scope.text.words[at], scope.words
    if not word[0].isalnum() or word in words.clauses or word in PREPOSITIONS:
        return False
    if word.startswith("ب") and Follows.BI in scope.follows and (word.startswith("بال") or is_event(word[1:], words)):
        return False
    if word in words.nouns and not words.nouns[word].definite:
        return False
    return word not in words.source_ends and not is_object(scope, at, ended=True)
