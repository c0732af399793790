"""Tells where the reported words open: at أن, a preposition, a colon, a quotation, an event noun, قائلا."""

from __future__ import annotations

from typing import NamedTuple

from warraq.arabic.gazetteer import places
from warraq.arabic.names import first_name
from warraq.attribute.ahead import clause_behind, is_name
from warraq.attribute.cues import Follows
from warraq.attribute.drafts import Opening
from warraq.attribute.events import is_event
from warraq.attribute.objects import is_object
from warraq.attribute.scope import COMMAS, PREPOSITIONS, SAID, SECOND, Scope, is_ali, is_held
from warraq.attribute.vocabulary import WordKind
from warraq.model import SourceType

_HOW = "كيف"
_CLOSING = frozenset({"بالتاكيد", "بالاشاره", "بالدعوه", "بالتشديد"})
_WITH_WHAT = {"عما": Follows.ABOUT, "عمن": Follows.ABOUT, "مما": Follows.FROM}
_BY_WORD = SECOND | SAID | _CLOSING | PREPOSITIONS.keys() | _WITH_WHAT.keys()
_BEFORE_WORDS = frozenset("\"'-:.`")
_LEAST_WITH_B = 4


class Opened(NamedTuple):
    """Where and how the content opens.

    Attributes:
        opening: by what.
        content: first token of the content.
        stop: one past the last token that may be source.
        skip: letters of the first content token that are no content.
        preposition: token of the verb's detached preposition.
        second: token of a second word of saying.
    """

    opening: Opening
    content: int
    stop: int
    skip: int = 0
    preposition: int | None = None
    second: int | None = None


def opens(scope: Scope, at: int, *, ended: bool, away: bool) -> Opened | None:
    """Tell whether the content opens at a token.

    Args:
        scope: the walk.
        at: the token.
        ended: whether the source has ended before it.
        away: whether it stands in a clause or phrase of its own, where an event noun is no object.
    """
    text, word, words = scope.text, scope.text.words[at], scope.words
    if word in words.clauses or (word == _HOW and at > scope.start and Follows.CLAUSE in scope.follows):
        return None if is_held(scope, at) else _clause(scope, at)
    if word == ":":
        return Opened(Opening.COLON, _after_colon(scope, at), at)
    if at in text.opened and not is_name(scope, at):
        return Opened(Opening.QUOTE, at + 1, at)
    if scope.form is None:
        return None
    found = _by_word(scope, at) if word in _BY_WORD else None
    if found is None and word[0] in "بل":
        found = _attached(scope, at, ended=ended)
    if found is not None or (word in _BY_WORD and (word in PREPOSITIONS or _is_second(scope, at))):
        return found
    if not away and is_object(scope, at, ended=ended):
        return Opened(Opening.OBJECT, at, at)
    direct = at == scope.start and Follows.CLAUSE in scope.follows and word in words.kinds[WordKind.DIRECT_START]
    return Opened(Opening.WORD, at, at) if direct else None


def _by_word(scope: Scope, at: int) -> Opened | None:
    """Tell whether a word by itself opens the content: قائلا, a preposition, عما, بـ before a quotation."""
    word = scope.text.words[at]
    if _is_second(scope, at):
        return _second(scope, at)
    if word in _CLOSING and Follows.CLAUSE in scope.follows and at + 2 < scope.limit:
        return _closing(scope, at)
    if word in PREPOSITIONS:
        return _preposition(scope, at)
    if word in _WITH_WHAT and _WITH_WHAT[word] in scope.follows:
        return Opened(Opening.PREPOSITION, at, at)
    return None


def _clause(scope: Scope, at: int) -> Opened:
    """Content behind a complementizer: after a detached أن, from an attached أنه on."""
    word = scope.text.words[at]
    content, skip = (at + 1, 0) if word in ("ان", "بان") else (at, int(word[0] == "ب"))
    if content in scope.text.opened:
        content += 1
    return Opened(Opening.CLAUSE, content, at, skip=skip)


def _after_colon(scope: Scope, at: int) -> int:
    """Content behind a colon, past a complementizer, a dash and an opening quotation mark."""
    words = scope.text.words
    content, last = at + 1, len(words) - 1
    if content < last and words[content] == "ان":
        content += 1
    while content < last and (words[content] in _BEFORE_WORDS or content in scope.text.opened):
        content += 1
    return content


def _is_second(scope: Scope, at: int) -> bool:
    """Tell whether a second word of saying stands here; a masdar may be the object itself: جدد الوزير تأكيده على."""
    word = scope.text.words[at]
    if word in SAID and Follows.OBJECT in scope.follows and scope.text.words[at + 1 : at + 2] == ["علي"]:
        return False
    return word in SECOND or word in SAID


def _second(scope: Scope, at: int) -> Opened | None:
    """Content behind a second word of saying: تابع قائلا …, عن المصدر قوله إن …."""
    text, behind = scope.text, at + 1
    while behind < scope.limit and text.words[behind] in COMMAS:
        behind += 1
    if behind >= scope.limit:
        return None
    if text.words[behind] in scope.words.clauses:
        return _clause(scope, behind)._replace(stop=at, second=at)
    if text.words[behind] == ":":
        return Opened(Opening.COLON, _after_colon(scope, behind), at, second=at)
    if behind in text.opened:
        return Opened(Opening.COLON, behind + 1, at, second=at)
    return None if text.words[at] in SAID else Opened(Opening.WORD, behind, at, second=at)


def _closing(scope: Scope, at: int) -> Opened | None:
    """Content behind a closing word of saying: ختم البيان بالتأكيد على أن …."""
    words = scope.text.words
    if words[at + 1] not in PREPOSITIONS:
        return None
    if words[at + 2] in scope.words.clauses:
        return _clause(scope, at + 2)._replace(stop=at, second=at)
    return Opened(Opening.PREPOSITION, at + 2, at, second=at)


def _preposition(scope: Scope, at: int) -> Opened | None:
    """Content behind the verb's own preposition, with أن or with a noun."""
    text, behind = scope.text, at + 1
    if behind >= len(text.words):
        return None
    if text.words[behind] in scope.words.clauses:
        return _clause(scope, behind)._replace(stop=at, preposition=at)
    if PREPOSITIONS[text.words[at]] not in scope.follows or is_ali(scope, at):
        return None
    if clause_behind(scope, at, text.words[at]):
        return None
    return Opened(Opening.PREPOSITION, behind + 1 if behind in text.opened else behind, at, preposition=at)


def _attached(scope: Scope, at: int, *, ended: bool) -> Opened | None:
    """Content behind the verb's attached ب or ل: a noun, or a quotation (أشاد بـ«…»)."""
    word = scope.text.words[at]
    if word[0] == "ل":
        to = Follows.TO in scope.follows and at > scope.start and is_event(word[1:], scope.words)
        return Opened(Opening.PREPOSITION, at, at, skip=1) if to else None
    if Follows.BI not in scope.follows:
        return None
    if word == "ب":
        quoted = at + 1 in scope.text.opened
        return Opened(Opening.PREPOSITION, at + 2, at, preposition=at) if quoted else None
    return Opened(Opening.PREPOSITION, at, at, skip=1) if _is_bi(scope, at, ended=ended) else None


def _is_bi(scope: Scope, at: int, *, ended: bool) -> bool:
    """Tell whether the token is the verb's attached ب with a noun, and not a part of the source."""
    word, words = scope.text.words[at], scope.words
    if word == "بما":
        return True
    if word == "بذلك" and at == scope.start:
        return False  # صرح بذلك المتحدث: the words stand before it
    if word == "باشد":
        return scope.text.words[at + 1 : at + 2] != ["العبارات"]
    if len(word) < _LEAST_WITH_B or word in words.source_ends or word in words.kinds[WordKind.INNER_B]:
        return False
    if is_event(word[1:], words):
        return True
    if at > scope.start and _is_place(word[1:], scope.text.words[at + 1 : at + 2]):
        return False  # مصادر طبية في مستشفى بخان يونس
    noun = words.noun(word)
    if at > scope.start and noun is not None and noun.type is SourceType.ORGANIZATION:
        return False
    if at > scope.start and not ended and scope.text.words[at - 1] in words.kinds[WordKind.TITLE]:
        return False
    if at > scope.start and first_name(scope.text.words[at - 1]) and _ends_name(scope, at):
        return False  # ندد المتحدث فوزي برهوم، باستمرار الحصار
    return not clause_behind(scope, at, "ب")


def _ends_name(scope: Scope, at: int) -> bool:
    """Tell whether a word with ب behind a first name is a family name: a comma or another ب follows it."""
    behind = scope.text.words[at + 1 : at + 2]
    return bool(behind) and (behind[0] in COMMAS or (behind[0][0] == "ب" and len(behind[0]) >= _LEAST_WITH_B))


def _is_place(name: str, behind: list[str]) -> bool:
    """Tell whether a place stands behind ب, of one word or two."""
    known = places().whole(" ".join([name, *behind])) or places().whole(name)
    return known is not None and known.sure
