"""Tells where the one addressed or spoken of begins behind the source: اتهمت المعارضة الحكومة بـ …."""

from __future__ import annotations

from warraq.arabic.names import first_name
from warraq.attribute.scope import COMMAS, POINTING, PREPOSITIONS, Scope
from warraq.attribute.tokens import QUOTE_MARKS
from warraq.attribute.vocabulary import WordKind
from warraq.model import SourceType

_LETTERS_OF_A_NAME = 6  # "ال…ين" up to this length may be a name (الأمين); longer ones are plurals in the accusative


def starts_object(scope: Scope, at: int) -> bool:
    """Tell whether the object of a verb that takes somebody begins here.

    Args:
        scope: the walk.
        at: the token.
    """
    text, words = scope.text, scope.words
    word, before = text.words[at], text.words[at - 1]
    if word in words.kinds[WordKind.ADDRESSEE] or _is_accusative(scope, at):
        return True
    if at == scope.start:
        return False
    if before in COMMAS and at - scope.start > 1:
        before = text.words[at - 2]
    if before in words.kinds[WordKind.CONSTRUCT] or before in PREPOSITIONS:
        return False
    if at in text.opened:
        return before[0].isalpha() and before not in words.kinds[WordKind.MEDIA_NOUN]
    if before in QUOTE_MARKS:
        return _is_other(scope, at, before, quoted=True)
    return before[0].isalpha() and _is_other(scope, at, before, quoted=False)


def _is_accusative(scope: Scope, at: int) -> bool:
    """Tell whether a plural in ين stands where no genitive can: حث المواطنين."""
    word = scope.text.words[at]
    if not (word.startswith("ال") and word.endswith("ين") and len(word) > _LETTERS_OF_A_NAME):
        return False
    return not first_name(word) and (at == scope.start or scope.text.words[at - 1].startswith("ال"))


def _is_other(scope: Scope, at: int, before: str, *, quoted: bool) -> bool:
    """Tell whether another noun than the source begins here, behind a word of it or a name in quotation marks."""
    words, word = scope.words, scope.text.words[at]
    if word in POINTING or word == "ما" or (word.startswith("ال") and word in words.kinds[WordKind.ABSTRACT]):
        return True
    head = words.nouns.get(scope.text.words[scope.start])
    if head is not None and head.type is SourceType.ANONYMOUS and not head.definite and word.startswith("ال"):
        return not before.startswith(("ال", "بال", "لل"))
    noun = words.nouns.get(word)
    if noun is not None and (noun.plural or noun.type is SourceType.ORGANIZATION):
        return quoted or before.startswith("ال") or not noun.definite
    return word in words.names
