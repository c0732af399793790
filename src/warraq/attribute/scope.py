"""What one walk from a cue may look at, and the looks ahead that it takes."""

from __future__ import annotations

from dataclasses import dataclass

from warraq.arabic.names import first_name
from warraq.attribute.conjugate import Tense
from warraq.attribute.cues import Follows, Form, cues
from warraq.attribute.events import is_event, is_present
from warraq.attribute.naming import is_entitled, is_named, is_person, is_subject, sentence_end
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import Vocabulary, WordKind
from warraq.model import SourceType

COMMAS = frozenset("،,")
HARD = frozenset("؛;")
PREPOSITIONS = {
    "الي": Follows.TO, "علي": Follows.ON, "عن": Follows.ABOUT, "من": Follows.FROM, "في": Follows.IN,
}  # fmt: skip
# How far one looks, in tokens; longer than any source in the news texts read for this, and a bound for hostile ones.
_REACH = 60
_AHEAD = 30
_NEAR = 16
_BEHIND_NAME = 10
# How long a name in quotation marks is, in tokens: behind صحيفة and the like, of anything.
_NAMED = 5
_NAME = 4
_RESPONSIBILITY = frozenset({"المسووليه", "مسووليه", "مسووليته", "مسووليتها"})
POINTING = frozenset({"هذه", "هذا", "ذلك", "تلك"})


@dataclass(frozen=True, slots=True)
class Scope:
    """One walk's bounds.

    Attributes:
        text: the block.
        start: the token behind the cue.
        limit: one past the last token to look at.
        form: the cue's form, None for a phrase such as بحسب.
        follows: what may follow the verb.
        words: the vocabulary.
    """

    text: Text
    start: int
    limit: int
    form: Form | None
    follows: frozenset[Follows]
    words: Vocabulary


def scope(text: Text, start: int, form: Form | None, words: Vocabulary) -> Scope:
    """Set the bounds of a walk that begins behind a cue."""
    follows = frozenset(form.verb.complements) if form else frozenset()
    return Scope(text, start, min(sentence_end(text, start - 1), start + _REACH), form, follows, words)


def is_new_cue(scope: Scope, at: int) -> bool:
    """Tell whether a verb form in the walk is a new cue and not a part of the source (دراسة نشرت أمس)."""
    word = scope.text.words[at]
    form = cues().forms.get(word)
    if form is None or word in scope.words.nouns or word in scope.words.kinds[WordKind.NOT_A_CUE]:
        return False
    before = scope.text.words[at - 1]
    if form.tense in (Tense.PARTICIPLE, Tense.MASDAR):
        behind = scope.text.words[at + 1 : at + 3] if form.tense is Tense.PARTICIPLE else ()
        return before in COMMAS or any(word in scope.words.clauses for word in behind)
    return form.joined or before in COMMAS


def is_held(scope: Scope, at: int) -> bool:
    """Tell whether a clause with أن belongs to the word before it and not to the cue: يمكن أن، بعد أن، علما أن."""
    return scope.text.words[at - 1] in scope.words.kinds[WordKind.CLAUSE_HOLDER] and at > scope.start


def is_object(scope: Scope, at: int, *, ended: bool) -> bool:
    """Tell whether a bare event noun begins the content here (أعلن الجيش مقتل …).

    Args:
        scope: the walk.
        at: the token.
        ended: whether the source has ended before it.
    """
    word, kinds = scope.text.words[at], scope.words.kinds
    if Follows.RESPONSIBILITY in scope.follows:
        return word in _RESPONSIBILITY
    if Follows.OBJECT not in scope.follows:
        return False
    if word in POINTING and scope.text.words[at - 1] not in PREPOSITIONS:
        return at + 1 < scope.limit and scope.text.words[at + 1] not in scope.words.nouns
    alone = at == scope.start or (ended and scope.text.words[at - 1] in COMMAS)
    if alone and scope.form is not None and scope.form.tense is Tense.PARTICIPLE:
        noun = word[0].isalpha() and not word.startswith("لل") and word not in PREPOSITIONS
        return noun and word not in scope.words.source_ends
    if at == scope.start:
        heads = scope.words.nouns.get(word)
        bare = not word.startswith("ال") and (heads is None or heads.type is SourceType.ROLE)
        return bare and is_event(word, scope.words)
    if not is_event(word, scope.words) and word not in kinds[WordKind.DETERMINER]:
        return False
    before = scope.text.words[at - 1]
    if before in scope.words.frames:
        return before in kinds[WordKind.TIME] and before not in kinds[WordKind.FRAME]
    return ended or (before not in kinds[WordKind.CONSTRUCT] and before not in PREPOSITIONS)


def is_ali(scope: Scope, at: int) -> bool:
    """Tell the name علي from على: by its last letter, where the text tells the two letters apart."""
    text = scope.text
    if text.words[at] != "علي" or text.plain[text.end(at) - 1] != "ي":
        return False
    before = text.words[at - 1]
    if before in scope.words.kinds[WordKind.TITLE] or first_name(before):
        return True
    return text.words[at + 1 : at + 2] == ["بن"] or "على" in text.plain


def _has_own_preposition(scope: Scope, at: int, comma: int) -> bool:
    """Tell whether the verb's preposition stands right behind a comma: حذرت اللجنة، أمس، من رسائل مزورة.

    Where somebody is addressed in between, it may stand later: دعا الحزب، الحكومة إلى ….
    """
    word = scope.text.words[at]
    if scope.text.words[at - 1] not in COMMAS:
        addressed = (
            Follows.SOMEBODY in scope.follows and at > comma + 1 and COMMAS.isdisjoint(scope.text.words[comma + 1 : at])
        )
        return addressed and PREPOSITIONS.get(word) in scope.follows
    if PREPOSITIONS.get(word) in scope.follows:
        return True
    return Follows.BI in scope.follows and word[0] == "ب" and is_event(word[1:], scope.words)


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
    if words.names_a_body(inside) or is_person(inside, before, words):
        return True
    finite = scope.form is not None and scope.form.tense in (Tense.PAST, Tense.PRESENT)
    if finite and (at == scope.start or Follows.SOMEBODY in scope.follows) and is_subject(text, at, words):
        return True
    accused = Follows.SOMEBODY in scope.follows and quote.closing + 1 < scope.limit
    if accused and text.words[quote.closing + 1].startswith("ب"):
        return True
    return length <= _NAME and not is_present(inside[0], words) and _goes_on(scope, quote.closing)


def _goes_on(scope: Scope, closing: int) -> bool:
    """Tell whether the content opens only behind a short quotation, so that it was a name: الوزير «سامي حداد» أن."""
    text = scope.text
    if scope.form is None:
        return True
    for at in range(closing + 1, min(closing + _BEHIND_NAME, scope.limit)):
        word = text.words[at]
        if is_new_cue(scope, at):
            return False
        if word in scope.words.clauses or word == ":" or at in text.opened:
            return True
        if PREPOSITIONS.get(word) in scope.follows or (at == closing + 1 and is_object(scope, at, ended=True)):
            return True
    return False
