"""Says what kind of source a noun phrase is: person, organization, document, office, or nobody one could name."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import NamedTuple

from warraq.arabic.gazetteer import outlets, places
from warraq.arabic.names import first_name
from warraq.attribute.cues import Form
from warraq.attribute.drafts import Range
from warraq.attribute.naming import is_named
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import Noun, Vocabulary, WordKind
from warraq.model import SourceType

_DEMONSTRATIVES = frozenset(
    {"هذا", "هذه", "هولاء", "ذلك", "تلك", "نفس", "ذات", "احد", "احدي", "بعض", "عدد", "اغلب", "معظم", "كل", "من"}
    | {"غالبيه", "الكثير", "كثير", "العديد"}
    | {"ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره", "عشرات", "مييات", "عده", "ايضا"}
)
AGAIN = frozenset(
    {"نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها", "انفسهم", "هذا", "هذه", "ذات", "نفس", "ذلك", "تلك"}
)
"""Words by which a source is one named before."""
_PLURAL = re.compile(r"(?:ال|وال)\w{3,}(?:ون|ين|ات)")
_ARTICLE = ("ال", "وال", "بال", "لل", "كال")
_PREPOSITIONS = frozenset({"في", "من", "الي", "علي", "عن", "لدي", "باسم", "مع", "بين", "ضد", "نحو", "و"})


def head_of(text: Text, source: Range, skip: int, words: Vocabulary) -> tuple[int, Noun | None]:
    """Return the token of the head of a source, past a demonstrative, and its noun if it is a known one."""
    at = source.first
    while at < source.last and (text.words[at] in _DEMONSTRATIVES or not text.words[at][0].isalnum()):
        at += 1
    word = text.words[at]
    if skip and at == source.first:
        return at, words.noun(word)
    found = words.nouns.get(word) or words.noun(word)
    if found is not None and found.type is SourceType.DOCUMENT and word not in words.nouns:
        return at, None  # a name: لصور
    return at, found


class Beside(NamedTuple):
    """What stands beside a source and tells of what kind it is.

    Attributes:
        form: the verb form it is the subject of, if any.
        persons: the folded words of the persons who spoke before.
    """

    form: Form | None = None
    persons: Set[str] = frozenset()


def kind_of(text: Text, source: Range, skip: int, words: Vocabulary, beside: Beside) -> SourceType:
    """Return the kind of a printed source."""
    phrase = [w for w in text.words[source.first : source.last + 1] if w[0].isalnum()]
    if not phrase:
        return SourceType.UNKNOWN
    if skip:
        phrase[0] = "ا" + phrase[0][1:] if phrase[0].startswith("لل") else phrase[0][1:]
    led = next((n for n, w in enumerate(phrase) if w not in _DEMONSTRATIVES), 0)
    if _is_named_body(phrase[led:], words):
        return SourceType.ORGANIZATION  # also كل من فرنسا وألمانيا
    at, noun = head_of(text, source, skip, words)
    if noun is not None and noun.type in (SourceType.ORGANIZATION, SourceType.DOCUMENT):
        return noun.type
    if source.first in text.opened:
        return _of_quoted(phrase, noun, beside)
    if noun is None:
        return _of_unknown(phrase, words)
    titled = phrase[0] in words.kinds[WordKind.TITLE] and len(phrase) > 1
    titled = titled and (phrase[1] == "علي" or not _is_adjective(phrase[1], words))
    if titled or _has_name(text, range(at + 1, source.last + 1), noun, words):
        return SourceType.PERSON
    if noun.type is SourceType.ANONYMOUS:
        pointing = not AGAIN.isdisjoint(text.words[source.first : source.last + 1])
        return SourceType.ROLE if pointing or (noun.definite and not noun.plural) else SourceType.ANONYMOUS
    return SourceType.ROLE


def _of_quoted(phrase: list[str], noun: Noun | None, beside: Beside) -> SourceType:
    """Return the kind of a source that begins in quotation marks, which stand around names of persons and of bodies.

    One word is the surname of somebody who spoke before, or of the subject of a masculine verb: bodies are feminine
    (قالت «عزم») or have a noun at their head (قال «المرصد»).
    """
    if all(word in beside.persons for word in phrase) or any(first_name(word) for word in phrase):
        return SourceType.PERSON
    if len(phrase) > 1 or (beside.form is not None and beside.form.feminine):
        return SourceType.ORGANIZATION
    if noun is not None:
        return noun.type
    return SourceType.ORGANIZATION if beside.form is None else SourceType.PERSON


def _of_unknown(phrase: list[str], words: Vocabulary) -> SourceType:
    """Return the kind of a source whose head is no known noun: a person, unless its shape says another thing."""
    if phrase[0].startswith("ال") and len(phrase) > 1 and phrase[1].startswith("ال") and phrase[1].endswith("يه"):
        return SourceType.ORGANIZATION  # الخطوط الجوية
    if _PLURAL.fullmatch(phrase[0]) and len(phrase) < 4 and phrase[0] not in words.kinds[WordKind.TITLE]:
        return SourceType.ANONYMOUS
    return SourceType.PERSON


def _is_named_body(phrase: list[str], words: Vocabulary) -> bool:
    """Tell whether a phrase begins with the name of a state, body or outlet, and not with a longer personal name."""
    for length in (3, 2, 1):
        if length == 1 and phrase[0] in words.nouns:
            return False
        name = " ".join(phrase[:length])
        if len(phrase) >= length and (name in words.names or _is_in_gazetteer(name)):
            behind = phrase[length] if len(phrase) > length else ""
            joined = behind.startswith("و") and (behind[1:] in words.names or _is_in_gazetteer(behind[1:]))
            return len(phrase) - length < 2 or behind in _PREPOSITIONS or joined
    return False


def _is_in_gazetteer(name: str) -> bool:
    """Tell whether a folded name is surely an outlet or a country, which stands for its government."""
    outlet, place = outlets().whole(name), places().whole(name)
    return (outlet is not None and outlet.sure) or (place is not None and place.sure and place.country)


def _is_adjective(word: str, words: Vocabulary) -> bool:
    """Tell whether a word is an adjective of office or an office itself (سعادة السفير), and no surname."""
    bare = word[2:] if word.startswith("ال") else word
    return (
        word in words.kinds[WordKind.INNER_ADJECTIVE]
        or (bare != word and word in words.nouns)
        or bare in words.kinds[WordKind.CANT_BE_NAME]
        or word in _PREPOSITIONS
    )


def _has_name(text: Text, rest: range, noun: Noun, words: Vocabulary) -> bool:
    """Tell whether a personal name stands in the phrase: a bare word where grammar has no place for a common noun.

    Behind a word with article, and behind a name, a bare word cannot belong to what stands before it: it is set
    beside it (الوزير سامح، وزير خارجية مصر سامح). A title makes sure.
    """
    if noun.type is SourceType.ANONYMOUS and not noun.definite:
        rest = _behind_comma(text, rest)
    free = noun.definite
    for at in _without_names_of_bodies(text, rest, words):
        word = text.words[at]
        if word in words.kinds[WordKind.RELATIVE]:
            return False
        if word in words.kinds[WordKind.TITLE] and at < rest[-1]:
            return True
        if free and first_name(word) and word not in _PREPOSITIONS:
            return True  # also a name that is a noun: ناجي، شيخة
        if word in _PREPOSITIONS or words.noun(word) is not None or word in words.kinds[WordKind.CANT_BE_NAME]:
            free = False
        elif word[0].isdigit():
            free = False  # المهاجم البالغ 27 عاما
        elif not word[0].isalpha() or (word.startswith(_ARTICLE) and word != "الله"):
            free = True
        elif free or (first_name(word) and text.words[at - 1] not in _PREPOSITIONS):
            return True
        else:
            free = True
    return False


def _without_names_of_bodies(text: Text, rest: range, words: Vocabulary) -> list[int]:
    """Return the tokens of a phrase without quotations that name a body: متحدث باسم شركة «نورث ووتر»."""
    quotes = [text.opened[at] for at in rest if at in text.opened and _is_of_body(text.words[at - 1], words)]
    return [at for at in rest if not any(quote.opening <= at <= quote.closing for quote in quotes)]


def _is_of_body(word: str, words: Vocabulary) -> bool:
    """Tell whether a quotation behind a word names what the word says; not behind one that the article closes."""
    return is_named(word, words) and not word.startswith(_ARTICLE)


def _behind_comma(text: Text, rest: range) -> range:
    """Return the part of a phrase behind its first comma, where the name of a nameless source would stand."""
    comma = next((at for at in rest if text.words[at] in "،,"), rest.stop)
    return range(comma, rest.stop)
