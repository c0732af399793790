"""Tells a quotation that names somebody or something from one that holds speech: the minister «سامي حداد» said that.

Many papers put names in quotation marks. What stands within them, and the word before them, tells a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from warraq.arabic.names import first_name, name_like
from warraq.attribute.events import is_present
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import Vocabulary, WordKind

_PERSON = 4
_FUTURE = ("سي", "ست")
_LEAST_FUTURE = 5
_PROSE = (WordKind.PREPOSITION, WordKind.TIME, WordKind.NEGATION, WordKind.AUXILIARY, WordKind.RELATIVE)
_ATTACHED = frozenset("بلوف")


def is_entitled(before: str, words: Vocabulary) -> bool:
    """Tell whether a quotation of any length behind a word is a title or a motto: في مقال بعنوان «…».

    >>> from warraq.attribute.vocabulary import vocabulary
    >>> [is_entitled(word, vocabulary()) for word in ("بعنوان", "الوزير")]
    [True, False]
    """
    return _among(before, words.kinds[WordKind.ENTITLED])


def is_named(before: str, words: Vocabulary) -> bool:
    """Tell whether a short quotation behind a word is the name of what the word says: بصحيفة «النور»، بلدة «السدر»."""
    return _among(before, words.kinds[WordKind.MEDIA_NOUN])


def is_person(inside: Sequence[str], before: str, words: Vocabulary) -> bool:
    """Tell whether quoted words are a person's name, also by the office or trade that stands before it.

    Args:
        inside: the folded words within the marks.
        before: the folded word before them.
        words: the vocabulary.
    """
    if not 1 <= len(inside) <= _PERSON or not all(word[:1].isalpha() for word in inside):
        return False
    if any(_is_of_prose(word, words) for word in inside[1:]):
        return False
    if first_name(inside[0]) and (len(inside) > 1 or before in words.nouns) and name_like(inside):
        return True
    if before in words.nouns and any(first_name(word) for word in inside):
        return True
    return inside[0] in words.kinds[WordKind.TITLE] and any(first_name(word) for word in inside[1:])


def _is_of_prose(word: str, words: Vocabulary) -> bool:
    """Tell whether a word shows a sentence where a name might be: «أحمد سيلعب غدا»."""
    if is_present(word, words) or (word.startswith(_FUTURE) and len(word) >= _LEAST_FUTURE and not first_name(word)):
        return True
    return any(word in words.kinds[kind] for kind in _PROSE)


def is_subject(text: Text, opening: int, words: Vocabulary) -> bool:
    """Tell whether one quoted word right behind a verb of saying is its subject: وأشار «قلعجي» إلى.

    Speech of one word ends its clause (قال «مستحيل» وخرج); behind a name the clause goes on.
    """
    quote = text.opened[opening]
    if quote.closing - opening != 2:
        return False
    word, behind = text.words[opening + 1], text.words[quote.closing + 1 : quote.closing + 2]
    if not behind or not behind[0][0].isalpha() or behind[0].startswith("و") or not word[0].isalpha():
        return False
    return word not in words.kinds[WordKind.DIRECT_START] and word not in words.kinds[WordKind.NEGATION]


def sentence_end(text: Text, token: int) -> int:
    """Return the end of the sentence around a token; the stop of a quoted title is none (بعنوان «إلى أين؟»)."""
    end = text.sentence(token)[1]
    quote = text.quote_around(end) if end < len(text.words) else None
    if quote is None or not quote.closed or quote.opening < token or end != quote.closing - 1:
        return end
    return text.sentence(quote.closing)[1]


def _among(word: str, nouns: frozenset[str]) -> bool:
    """Tell whether a word, also with a particle attached or in the accusative, is one of some nouns."""
    if word in nouns:
        return True
    bare = word[1:] if word[:1] in _ATTACHED else word
    return bare in nouns or (bare.endswith("ا") and bare[:-1] in nouns)
