"""Finds a source that stands before its verb: كان الرئيس قد قال, أوبك تتوقع, المؤتمر الذي خلص إلى."""

from __future__ import annotations

from warraq.arabic.names import first_name
from warraq.attribute.cues import cues
from warraq.attribute.drafts import Range
from warraq.attribute.events import is_event, is_present
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import Vocabulary, WordKind

_REACH = 24
_LONGEST = 14
_SHORT = 4
_BRACKET = 6
_LEAST_VERB = 4
_NO_HEADS = (
    WordKind.QUESTION, WordKind.PREPOSITION, WordKind.TIME, WordKind.FRAME, WordKind.NEGATION, WordKind.PRONOUN_SUBJECT,
)  # fmt: skip
_AS_FOR = frozenset({"اما", "واما"})
_WITH_VERB = frozenset({"منذ", "بعد", "قبل"})
_BOUNDS = frozenset("،,؛;:.-()\n*")


_NO_HEADS = (
    WordKind.QUESTION,
    WordKind.PREPOSITION,
    WordKind.TIME,
    WordKind.FRAME,
    WordKind.NEGATION,
    WordKind.PRONOUN_SUBJECT,
)


def subject_before(text: Text, cue: int, words: Vocabulary) -> Range | None:
    """Return the tokens of a subject that stands directly before the verb at ``cue``, or None."""
    found = _subject(text, cue, words)
    if found is None:
        return None
    found = _without_clause(text, found, words)
    last = found.last if text.words[found.last] not in words.kinds[WordKind.TIME] else found.first
    for at in (found.first, last):
        if "\N{ARABIC FATHATAN}" in text.span(at, at).text:
            return None  # an accusative: بياناً دعا فيه
    return found


def _without_clause(text: Text, found: Range, words: Vocabulary) -> Range:
    """Cut a subject before a comma and الذي or a note that it is not named: مسؤول، طلب عدم الكشف عن هويته،."""
    clauses = words.kinds[WordKind.ANONYMITY] | words.kinds[WordKind.RELATIVE]
    for at in range(found.first + 1, found.last):
        if text.words[at] in "،," and text.words[at + 1] in clauses:
            return Range(found.first, at - 1)
    return found


def _subject(text: Text, cue: int, words: Vocabulary) -> Range | None:
    """Return what stands where a subject may stand."""
    start = text.sentence(cue)[0]
    before = cue - 1
    if before < start:
        return None
    word = text.words[before]
    if word in ("قد", "لقد", "فقد", "وقد"):
        if text.words[start] in _AS_FOR and text.words[before - 1] in "،,":
            return Range(start + 1, before - 2) if before - 2 > start else None
        return _after_auxiliary(text, start, before - 1, words, past_perfect=True)
    if word in words.kinds[WordKind.CIRCUMSTANCE]:
        return None
    if word in words.kinds[WordKind.RELATIVE]:
        comma = before - 1 > start and text.words[before - 1] in "،,"
        return _antecedent(text, start, before - 2 if comma else before - 1, words)
    if word == ")":
        return _with_bracket(text, start, before, words)
    if word in _BOUNDS:
        return _before_aside(text, start, before, words) or _with_appositions(text, start, before, words)
    found = _with_appositions(text, start, before, words)
    if found is not None:
        return found
    return _after_auxiliary(text, start, before, words) or _phrase(text, start, before, words)


def _after_auxiliary(
    text: Text, start: int, last: int, words: Vocabulary, *, past_perfect: bool = False
) -> Range | None:
    """Return what stands between كان and the verb: وكان الرئيس (قد) قال."""
    for at in range(last, max(start, last - _REACH) - 1, -1):
        word = text.words[at]
        if word in words.kinds[WordKind.AUXILIARY]:
            first = at + 1
            if first > last and past_perfect and at > start:
                return _with_appositions(text, start, at - 1, words) or _phrase(text, start, at - 1, words)
            if first > last or text.words[first] in words.kinds[WordKind.PREPOSITION]:
                return None
            if not past_perfect and not _is_head(text, first, words):
                return None
            while last > first and text.words[last] in words.kinds[WordKind.TIME] | _BOUNDS:
                if text.words[last] == ")" and "(" in text.words[first:last]:
                    break
                last -= 1
            return Range(first, last)
        if word in words.clauses or word in cues().forms and cues().forms[word].joined:
            return None
        if word in "،," and not past_perfect:
            return None
    return None


def _with_bracket(text: Text, start: int, closing: int, words: Vocabulary) -> Range | None:
    """Return a subject with the short name in brackets that ends it: المنظمة (أوبك) قالت."""
    for at in range(closing - 1, max(start, closing - _BRACKET), -1):
        if text.words[at] == "(":
            found = _phrase(text, start, at - 1, words)
            return Range(found.first, closing) if found is not None else None
    return None


def _before_aside(text: Text, start: int, comma: int, words: Vocabulary) -> Range | None:
    """Return the subject before a short aside that opens the sentence: الوزير، من جهته، أكد."""
    if text.words[comma] not in "،,":
        return None
    for at in range(comma - 1, max(start, comma - 7), -1):
        if text.words[at] in "،,":
            opens = text.words[at + 1] in words.frames
            return _phrase(text, start, at - 1, words) if opens else None
    return None


def _with_appositions(text: Text, start: int, last: int, words: Vocabulary) -> Range | None:
    """Return a subject that opens the sentence and is cut by commas: النائب، سامي حداد، المنتمي إلى الحزب، أكد."""
    clauses = [at + 1 for at in range(max(start, last - _REACH), last) if text.words[at] in words.clauses]
    start = clauses[-1] if clauses else start
    if text.words[start] in words.kinds[WordKind.AUXILIARY]:
        start += 1
    head = text.words[start]
    if last - start >= _REACH or not any(word in "،," for word in text.words[start:last]):
        return None
    if head not in words.nouns and head not in words.names and head not in words.kinds[WordKind.TITLE]:
        return None
    related = False
    for at in range(start, last + 1):
        word = text.words[at]
        related = (related or word in words.kinds[WordKind.RELATIVE]) and word not in "،,"
        if related:
            continue
        if word in cues().forms and word not in words.nouns or word in words.clauses or word in words.clause_openers:
            return None
        if is_present(word, words) or word in words.frames and text.words[at - 1] in "،,":
            return None
    return Range(start, last - 1 if text.words[last] in "،," else last)


def _is_head(text: Text, first: int, words: Vocabulary) -> bool:
    """Tell whether a word may head a long subject."""
    word = text.words[first]
    if first in text.opened:
        return True
    return word in words.nouns or word in words.names or word.startswith("ال") or first_name(word)


def _antecedent(text: Text, start: int, last: int, words: Vocabulary) -> Range | None:
    """Return the noun phrase before الذي, back to a preposition or the clause's start."""
    for at in range(last, max(start, last - _LONGEST) - 1, -1):
        word = text.words[at]
        if word in words.kinds[WordKind.PREPOSITION] and at < last:
            return Range(at + 1, last)
        if word[0] in "بل" and word not in words.nouns and words.noun(word) is not None:
            return Range(at, last)
        if text.words[at] in _BOUNDS:
            break
    return _phrase(text, start, last, words)


def _phrase(text: Text, start: int, last: int, words: Vocabulary) -> Range | None:
    """Return the noun phrase that ends at ``last`` and begins where its clause begins."""
    first = _first_of(text, start, last, words)
    if first > last or last - first >= _LONGEST:
        return None
    if first - start > 1 and text.words[first - 1] in words.clauses:
        if text.words[first - 2] in _WITH_VERB:
            return None  # منذ أن شنت إسرائيل عمليات تقول إنها: a verb stands there
    if _holds_verb(text, first, last, words):
        return None
    head = text.words[first]
    if (head in _AS_FOR or head in ("لكن", "ولكن", "غير")) and first < last:
        first += 1
        head = text.words[first]
    longest = 1 if text.words[last][-1] == "ا" else _SHORT  # تداول الناس مقطعا يزعمون: a verb and its object
    if is_present(head, words) or (last - first > longest and not _is_head(text, first, words)):
        return None
    if any(head in words.kinds[kind] for kind in _NO_HEADS) or not head[0].isalnum() and first not in text.opened:
        return None
    return Range(first, last)


def _first_of(text: Text, start: int, last: int, words: Vocabulary) -> int:
    """Return the first token of the words before a verb that no particle, mark or other verb of saying parts."""
    first = last + 1
    while first > start and last - first < _REACH:
        word = text.words[first - 1]
        if word in _BOUNDS or word in words.kinds[WordKind.CONNECTIVE]:
            break
        if word in words.clauses or (word[0] == "و" and word[1:] in words.clauses):
            break
        if word in cues().forms and not cues().forms[word].plain and word not in words.nouns:
            break
        first -= 1
    return first


def _holds_verb(text: Text, first: int, last: int, words: Vocabulary) -> bool:
    """Tell whether another verb stands in a phrase, so that it is more than a subject."""
    phrase = text.words[first : last + 1]
    if words.kinds[WordKind.RELATIVE].isdisjoint(phrase) and any(is_present(word, words) for word in phrase[1:]):
        return True
    return any(_is_other_verb(text, at, words) for at in range(first + 1, last))


def _is_other_verb(text: Text, at: int, words: Vocabulary) -> bool:
    """Tell whether a feminine verb with its object stands at a token: ترفض نشر إحصائية."""
    word = text.words[at]
    if word[0] != "ت" or len(word) < _LEAST_VERB or word in words.nouns or word in words.names:
        return False
    return not is_event(word, words) and is_event(text.words[at + 1], words)
