"""Knows by their shape the nouns of events (masdars), with which an object begins, and verbs of the present."""

from __future__ import annotations

import re

from warraq.arabic.names import first_name
from warraq.attribute.vocabulary import Vocabulary, WordKind

_PATTERN = re.compile(r"(?:است\w\wا\w|انت?\w\wا[\wء]|ا\wت\wا[\wء]|ت\w\wي\w|تا\w\wي\w)(?:ه|ها|هم|هما|نا|ا)?")
"""The shapes استفعال, انفعال, افتعال and تفعيل in folded letters, also with a pronoun or the ending of tanween."""


def is_event(word: str, words: Vocabulary) -> bool:
    """Tell whether a folded word is an event noun without article.

    >>> from warraq.attribute.vocabulary import vocabulary
    >>> [is_event(word, vocabulary()) for word in ("استهدافها", "مقتل", "الوزير", "محمد")]
    [True, True, False, False]
    """
    events = words.kinds[WordKind.EVENT]
    if word in events:
        return True
    if word.startswith("ال") or word in words.nouns or word in words.names:
        return False
    if _PATTERN.fullmatch(word):
        return not first_name(word)
    for pronoun in ("هما", "ها", "هم", "ه", "ا"):
        if word.endswith(pronoun) and len(word) - len(pronoun) >= 3:
            stem = word[: -len(pronoun)]
            return stem in events or (stem.endswith("ت") and stem[:-1] + "ه" in events)
    return False


def is_present(word: str, words: Vocabulary) -> bool:
    """Tell whether a folded word looks like a verb of the present (يرتبط), which no source begins with or holds.

    >>> from warraq.attribute.vocabulary import vocabulary
    >>> [is_present(word, vocabulary()) for word in ("يرتبط", "يوسف")]
    [True, False]
    """
    if len(word) < 4 or word[0] != "ي" or word in words.nouns or word in words.names:
        return False
    return word not in words.kinds[WordKind.NAME_NOT_VERB] and not first_name(word)
