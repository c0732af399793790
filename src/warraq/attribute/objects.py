"""Knows where an object begins: what is reported (أعلن الجيش مقتل …), and the one who is addressed or described."""

from __future__ import annotations

from warraq.arabic.names import first_name
from warraq.attribute.conjugate import Tense
from warraq.attribute.cues import Follows
from warraq.attribute.events import is_event, is_present
from warraq.attribute.scope import COMMAS, PREPOSITIONS, Scope
from warraq.attribute.tokens import QUOTE_MARKS
from warraq.attribute.vocabulary import WordKind
from warraq.model import SourceType

_LETTERS_OF_A_NAME = 6  # "ال…ين" up to this length may be a name (الأمين); longer ones are plurals in the accusative
_RESPONSIBILITY = frozenset({"المسووليه", "مسووليه", "مسووليته", "مسووليتها"})
_SAYING = frozenset({"التاكيد", "الدعوه", "المطالبه", "التشديد", "الترحيب", "التحذير", "التذكير", "دعوته", "دعوتها"})
_POINTING = frozenset({"هذه", "هذا", "ذلك", "تلك"})
_AS_BEING = frozenset({"بانه", "بانها", "بانهم", "بانهما"})
_LONGEST_DESCRIBED = 3
_NAMING = (["الكشف"], ["كشف"], ["ذكر"], ["نشر"], ["الافصاح"], ["التعريف"], ["عدم"])


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
    if (word.startswith("ال") or word in _SAYING) and _is_definite_event(scope, at, ended=ended):
        return True
    if Follows.OBJECT not in scope.follows:
        return False
    if word in _POINTING and scope.text.words[at - 1] not in PREPOSITIONS:
        return at + 1 < scope.limit and scope.text.words[at + 1] not in scope.words.nouns
    if word == "ما":
        return at + 1 < scope.limit and scope.text.words[at - 1] not in PREPOSITIONS
    alone = at == scope.start or (ended and scope.text.words[at - 1] in COMMAS)
    if alone and scope.form is not None and scope.form.tense is Tense.PARTICIPLE:
        noun = word[0].isalpha() and not word.startswith("لل") and word not in PREPOSITIONS
        return noun and word not in scope.words.source_ends
    if at == scope.start:
        return _is_first(scope)
    if not _may_begin(scope, at):
        return False
    before = scope.text.words[at - 1]
    if before in scope.words.frames:
        return before in kinds[WordKind.TIME] and before not in kinds[WordKind.FRAME]
    return ended or (before not in kinds[WordKind.CONSTRUCT] and before not in PREPOSITIONS)


def _may_begin(scope: Scope, at: int) -> bool:
    """Tell whether a word can begin an object: an event noun or أي, but not رفض in رفض الكشف عن هويته."""
    word, kinds = scope.text.words[at], scope.words.kinds
    if word in kinds[WordKind.ANONYMITY] and scope.text.words[at + 1 : at + 2] in _NAMING:
        return False
    return is_event(word, scope.words) or word in kinds[WordKind.DETERMINER]


def _is_first(scope: Scope) -> bool:
    """Tell whether the object begins right behind the cue, so that the word there is no source."""
    word = scope.text.words[scope.start]
    heads = scope.words.nouns.get(word)
    if word.startswith("ال") or not is_event(word, scope.words):
        return False
    return heads is None or heads.type is SourceType.ROLE or _has_subject(scope)


def _has_subject(scope: Scope) -> bool:
    """Tell whether a verb of the present has its subject before it, as in headlines: مصادر طبية تنفي تسجيل إصابات."""
    text, words, cue = scope.text, scope.words, scope.start - 1
    if scope.form is None or scope.form.joined or scope.form.tense is not Tense.PRESENT:
        return False
    start = text.sentence(cue)[0]
    return start < cue and (text.words[start] in words.nouns or text.words[start] in words.names)


def _is_definite_event(scope: Scope, at: int, *, ended: bool) -> bool:
    """Tell whether an event with article is what is said: جدد الملك التأكيد على, ناشدت الأسرة المسؤولين التدخل."""
    word = scope.text.words[at]
    if word in _SAYING:
        return at > scope.start and Follows.CLAUSE in scope.follows
    asked = ended and Follows.OBJECT in scope.follows and Follows.SOMEBODY in scope.follows
    return asked and word.startswith("ال") and is_event(word[2:], scope.words)


def starts_object(scope: Scope, at: int) -> bool:
    """Tell whether here begins the one addressed or accused, behind the source: اتهمت المعارضة الحكومة بـ …."""
    text, words = scope.text, scope.words
    word, before = text.words[at], text.words[at - 1]
    if word in words.kinds[WordKind.ADDRESSEE]:
        return not _addresses(scope, at)
    if _is_described(scope, at) or _is_accusative(scope, at):
        return True
    if at == scope.start:
        return False
    if before in COMMAS and at - scope.start > 1:
        before = text.words[at - 2]
    if before in words.kinds[WordKind.CONSTRUCT] or before in PREPOSITIONS:
        return False
    if at in text.opened:
        return before[0].isalpha() and before not in words.kinds[WordKind.MEDIA_NOUN]
    quoted = before in QUOTE_MARKS
    if not (quoted or before[0].isalpha()):
        return False
    abstract = word in words.kinds[WordKind.ABSTRACT] and (word.startswith("ال") or before.startswith("ال"))
    if word in _POINTING or word == "ما" or abstract:
        return True
    head = words.nouns.get(text.words[scope.start])
    if head is not None and head.type is SourceType.ANONYMOUS and not head.definite and word.startswith("ال"):
        return not before.startswith(("ال", "بال", "لل"))
    return _is_another(scope, at, before, quoted=quoted)


def _addresses(scope: Scope, at: int) -> bool:
    """Tell whether people right behind the verb speak to others: طالب السكان الجهات المختصة."""
    words, behind = scope.words, scope.text.words[at + 1 : at + 3]
    if at != scope.start or len(behind) < 2 or scope.text.words[at].endswith("ين"):
        return False
    if behind[0] == "من":
        return not is_present(behind[1], words)
    noun = words.nouns.get(behind[0])
    return behind[0] in words.kinds[WordKind.ADDRESSEE] or (noun is not None and noun.definite)


def _is_accusative(scope: Scope, at: int) -> bool:
    """Tell whether the word is a plural in the accusative, where the one who speaks cannot be: المسؤولين."""
    word = scope.text.words[at]
    if not (word.startswith("ال") and word.endswith("ين")) or len(word) <= _LETTERS_OF_A_NAME or first_name(word):
        return False
    return at == scope.start or scope.text.words[at - 1].startswith("ال")


def _is_another(scope: Scope, at: int, before: str, *, quoted: bool) -> bool:
    """Tell whether a body or several people begin here, other than those who speak or a name in quotation marks."""
    word, words = scope.text.words[at], scope.words
    noun = words.nouns.get(word)
    if noun is None and word not in words.names:
        return False
    if first_name(word) or (word[0] == "و" and words.nouns.get(word[1:]) is not None):
        return False  # رئيسة الجمعية نادية، منظمات دولية وسياسيون
    if noun is not None and (noun.plural or noun.type is SourceType.ORGANIZATION):
        named = first_name(before) or first_name(scope.text.words[at - 2])
        return quoted or named or before.startswith("ال") or not noun.definite
    return word in words.names


def _is_described(scope: Scope, at: int) -> bool:
    """Tell whether here begins what is described: وصف الرئيس التركي العملية العسكرية بأنها.

    Of the words with article before بأنها it is the last that is no adjective.
    """
    first = scope.text.words[at]
    if at == scope.start or not first.startswith("ال") or first.endswith("ي"):
        return False
    if not {Follows.SOMEBODY, Follows.BI, Follows.CLAUSE} <= scope.follows:
        return False
    for behind in range(at + 1, min(at + 1 + _LONGEST_DESCRIBED, scope.limit)):
        word = scope.text.words[behind]
        if word in _AS_BEING or (word == "ب" and behind + 1 in scope.text.opened):
            return scope.text.words[at - 1] not in PREPOSITIONS
        if not (word.startswith("ال") and word.endswith(("ي", "يه")) and not is_event(word[2:], scope.words)):
            return False
    return False
