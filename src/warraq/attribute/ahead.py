"""The looks ahead that a walk takes at a comma, a preposition or a quotation mark."""

from __future__ import annotations

from warraq.arabic.names import first_name
from warraq.attribute.conjugate import Tense
from warraq.attribute.cues import Follows
from warraq.attribute.events import is_event, is_present
from warraq.attribute.naming import is_entitled, is_named, is_person, is_subject
from warraq.attribute.objects import is_object
from warraq.attribute.scope import COMMAS, HARD, PREPOSITIONS, SAID, SECOND, Scope, is_held, is_new_cue
from warraq.attribute.tokens import QUOTE_MARKS
from warraq.attribute.vocabulary import Vocabulary, WordKind

# How far one looks, in tokens.
_AHEAD = 30
_NEAR = 16
_BEHIND_NAME = 10
# How long a name in quotation marks is, in tokens: behind صحيفة and the like, of anything.
_APPOSED = 5
_LEAST_WITH_B = 4
_NAMED = 5
_NAME = 4


def _has_own_preposition(scope: Scope, at: int, comma: int) -> bool:
    """Tell whether the verb's preposition stands right behind a comma: حذرت اللجنة، أمس، من رسائل مزورة.

    Where somebody is addressed in between, it may stand later: دعا الحزب، الحكومة إلى ….
    """
    word = scope.text.words[at]
    if scope.text.words[at - 1] not in COMMAS:
        addressed = Follows.SOMEBODY in scope.follows and PREPOSITIONS.get(word) in scope.follows
        marks = [token for token in range(comma, at) if scope.text.words[token] in COMMAS] if addressed else []
        return addressed and len(marks) <= 2 and at > marks[-1] + 1
    if PREPOSITIONS.get(word) in scope.follows:
        return True
    if Follows.BI not in scope.follows or word[0] != "ب":
        return False
    return is_event(word[1:], scope.words) or _names_before(scope, at)


def _names_before(scope: Scope, at: int) -> bool:
    """Tell whether nothing but a name, or how it was said, stands between two commas before ب.

    رحب رئيس الجمعية، سالم العودة، بالخطوة; رحب المجلس، في بيان، بالقرار.
    """
    text, words = scope.text, scope.words
    comma = next((n for n in range(at - 2, scope.start, -1) if text.words[n] in COMMAS), scope.start)
    first, last = comma + 1, at - 2
    if comma == scope.start or not first <= last <= first + _APPOSED or len(text.words[at]) < _LEAST_WITH_B:
        return False
    between = text.words[first : last + 1]
    if between[0] == "في" and len(between) > 1:
        return between[1] in words.kinds[WordKind.MEDIUM]
    if any(not word[0].isalpha() or word in PREPOSITIONS for word in between):
        return False
    named = first_name(text.words[first]) or text.words[first] in words.kinds[WordKind.TITLE]
    return named and text.words[at] not in words.source_ends


def _is_purpose(word: str, words: Vocabulary) -> bool:
    """Tell ل with a verb (ليضمن) from a name with ل."""
    return len(word) > 4 and word[:2] in ("لي", "لت") and word not in words.names and words.noun(word) is None


def leads_on(scope: Scope, comma: int) -> bool:
    """Tell whether behind a comma, with no other verb of saying between, something opens the content."""
    text, words = scope.text, scope.words
    for at in range(comma + 1, min(comma + _AHEAD, scope.limit)):
        word = text.words[at]
        if word in words.clauses and not is_held(scope, at):
            return scope.form is not None or text.words[at - 1] in COMMAS
        if word == ":" or (at in text.opened and not is_name(scope, at)):
            return scope.form is not None
        if text.words[at - 1] in COMMAS and at > comma + 1 and is_object(scope, at, ended=True):
            return True
        if _has_own_preposition(scope, at, comma):
            return True
        if at == comma + 1 and (word in words.clause_openers or _is_purpose(word, words)):
            return False
        if word in (SAID if Follows.THROUGH in scope.follows else SECOND) and Follows.SOMEBODY not in scope.follows:
            return scope.form is not None
        if word in HARD or is_new_cue(scope, at):
            return False
    return False


def clause_behind(scope: Scope, at: int, own: str) -> bool:
    """Tell whether a clause with أن follows, so that the preposition at hand is in the source (مصدر من الشرطة … أن).

    Args:
        scope: the walk.
        at: token of the preposition, or of the word with an attached ب.
        own: the preposition; "ب" for the attached one.
    """
    text, words = scope.text, scope.words
    noun = text.words[at][1:] if own == "ب" else text.words[at + 1]
    if is_event(noun, words) or text.words[at - 1] in COMMAS:
        return False
    for behind in range(at + 1, min(at + _NEAR, scope.limit)):
        word, before = text.words[behind], text.words[behind - 1]
        if is_new_cue(scope, behind):
            return False
        if before == own and behind > at + 1 and is_event(word, words):
            return True
        if word in words.clauses and not is_held(scope, behind):
            if before == own or (own == "ب" and word.startswith("ب")):
                return True
            open_clause = Follows.CLAUSE in scope.follows and before not in words.kinds[WordKind.FRAME]
            return open_clause and before not in PREPOSITIONS and not is_event(before, words)
        if (word in COMMAS and not leads_on(scope, behind)) or word in HARD:
            return False
    return False


def is_name(scope: Scope, at: int) -> bool:
    """Tell whether the quotation that opens here is the name of something: صحيفة «نيويورك تايمز»."""
    text, words = scope.text, scope.words
    quote = text.opened[at]
    length = quote.closing - at - 1
    before = text.words[at - 1]
    if not quote.closed or length > _NAMED:
        return quote.closed and is_entitled(before, words)
    if before == "ل" or is_named(before, words) or is_entitled(before, words):
        return True
    inside = text.words[at + 1 : quote.closing] or [""]
    if words.names_a_body(inside) or (is_person(inside, before, words) and not _is_all(scope, quote.closing)):
        return True
    finite = scope.form is not None and scope.form.tense in (Tense.PAST, Tense.PRESENT)
    if finite and (at == scope.start or Follows.SOMEBODY in scope.follows) and is_subject(text, at, words):
        return True
    accused = Follows.SOMEBODY in scope.follows and quote.closing + 1 < scope.limit
    if accused and text.words[quote.closing + 1].startswith("ب"):
        return True
    return length <= _NAME and not is_present(inside[0], words) and _goes_on(scope, quote.closing)


def _is_all(scope: Scope, closing: int) -> bool:
    """Tell whether a quotation ends the sentence, so that it must be what was said: وأضاف الكاتب «محمد الغائب»."""
    before = scope.text.words[scope.start - 2] if scope.start > 1 else ""
    return scope.form is not None and closing + 1 >= scope.limit and before not in COMMAS | QUOTE_MARKS


def _goes_on(scope: Scope, closing: int) -> bool:
    """Tell whether the content opens only behind a short quotation, so that it was a name: الوزير «سامي حداد» أن."""
    text, kinds = scope.text, scope.words.kinds
    if scope.form is None:
        return True
    late = closing + 1
    while late < scope.limit and text.words[late] in kinds[WordKind.TIME]:
        late += 1
    for at in range(closing + 1, min(closing + _BEHIND_NAME, scope.limit)):
        word = text.words[at]
        if is_new_cue(scope, at):
            return False
        if word in scope.words.clauses or word == ":" or at in text.opened:
            return True
        if PREPOSITIONS.get(word) in scope.follows or (at in (closing + 1, late) and is_object(scope, at, ended=True)):
            return True
    return False
