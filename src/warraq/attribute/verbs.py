"""The grammar of a verb of saying: whether the word at hand is one here, who speaks and what is said."""

from __future__ import annotations

from warraq.attribute.conjugate import Tense
from warraq.attribute.cues import Follows, Form, Strength
from warraq.attribute.drafts import Draft, Opening, Range, Reading
from warraq.attribute.participles import read_masdar, read_participle
from warraq.attribute.relays import read_behind, read_document, read_relay
from warraq.attribute.scope import is_receipt
from warraq.attribute.sources import Walk
from warraq.attribute.spots import POINTING, Spot, opens_openly
from warraq.attribute.subjects import subject_before
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import Vocabulary, WordKind
from warraq.letters import MARKS

_NOUNS_BEFORE = frozenset({"في", "من", "عن", "علي", "الي", "بين", "اي", "ثمه", "هناك", "دون", "بدون", "كل", "حول"})
_BACKGROUND = frozenset({"بعد", "منذ", "وبعد"})
_NOT = frozenset({"لا", "ولا"})
_LONG_BEFORE = 8
_BETWEEN_REACH = 20
_CASES = "\N{ARABIC DAMMA}\N{ARABIC KASRA}"
_TANWEEN = "\N{ARABIC FATHATAN}\N{ARABIC DAMMATAN}\N{ARABIC KASRATAN}"


def read_verb(text: Text, at: int, form: Form, words: Vocabulary) -> Draft | None:
    """Read the verb form at a token as a cue, or return None where it is none.

    Args:
        text: the block.
        at: token of the form.
        form: what the form is.
        words: the vocabulary.
    """
    spot = Spot(text, at, text.sentence(at)[0], form, words)
    if form.tense is Tense.PARTICIPLE:
        return read_participle(spot)
    if form.tense is Tense.MASDAR:
        return read_masdar(spot)
    if _is_no_report(spot):
        return None
    if Follows.THROUGH in form.verb.complements:
        return read_relay(spot)
    if Follows.DOCUMENT in form.verb.complements:
        in_document = read_document(spot)
        if in_document is not None or len(form.verb.complements) == 1:
            return in_document
    return _finite(spot)


def _finite(spot: Spot) -> Draft | None:
    """Read a verb with its subject behind it, before it or dropped."""
    reading = Walk(spot.text, spot.at + 1, spot.form, spot.words).read()
    if reading.second is not None and spot.behind in spot.words.kinds[WordKind.SPEECH_OBJECT]:
        return None  # اختتم حديثه قائلا: the second word is the cue
    if reading.opening is Opening.NONE:
        return read_behind(spot, reading)
    source, order = reading.source, "verb-source"
    addresses = Follows.SOMEBODY in spot.form.verb.complements
    if source is None or (addresses and spot.before and not spot.form.joined):
        subject = subject_before(spot.text, spot.at, spot.words) if _may_follow_subject(spot) else None
        source = subject or source
        order = "source-verb" if subject else ("verb-source" if source else "verb")
    if source is not None and addresses and spot.cannot_speak(source):
        source = None  # what stands there is the object: وصف الوضع بأنه
    if spot.form.verb.passive:
        source = None  # للطفل الذي قيل إنه: nobody says who said it
    if not (_is_cue(spot, reading, source) and _agrees(spot, reading, source)):
        return None
    return spot.draft(reading, source, f"{order}-{reading.opening}", _confidence(spot.form, reading))


def _is_no_report(spot: Spot) -> bool:
    """Tell whether the word is a noun here, or a verb that reports nothing, by what stands before it."""
    form, before = spot.form, spot.before
    if before and is_receipt(spot.text, spot.at, spot.words):
        return True
    if form.tense is Tense.PAST and any(mark in spot.printed for mark in _TANWEEN):
        return True  # طالباً
    if form.tense is Tense.PAST and form.plain and (spot.printed[-1] in _CASES or _CASES[0] in spot.printed[3:]):
        return True  # تخوُّف, تخوفِ: a verb of the past has a fatha there
    if form.plural and spot.printed.rstrip(MARKS).endswith("أ"):
        return True  # أنا أقرأ, which has the letters of أقرّا
    if form.tense is Tense.PRESENT and _is_passive(spot):
        return True
    if not before or form.joined:
        return False
    earlier = spot.text.words[spot.at - 2] if spot.at - 1 > spot.start else ""
    if before in POINTING:
        return earlier not in spot.words.kinds[WordKind.PREPOSITION]
    if before in ("ان", "بان"):
        return form.tense is Tense.PRESENT or earlier not in _BACKGROUND
    if before in _NOUNS_BEFORE or _is_denied(spot, before, earlier):
        return True
    doubled = "\N{ARABIC SHADDA}" in spot.printed
    return form.plain and form.verb.strength is Strength.WEAK and not (doubled or spot.clause_starts())


def _is_passive(spot: Spot) -> bool:
    """Tell a passive by its printed damma, in a verb that has none as active: يُعتقد, يُتوقع."""
    bare = spot.word[1:] if spot.form.joined else spot.word
    if bare not in spot.words.kinds[WordKind.NEEDS_SOURCE] or spot.form.verb.lemma.startswith("أ"):
        return False
    return spot.printed[1 + spot.form.joined :][:1] == "\N{ARABIC DAMMA}"


def _is_denied(spot: Spot, before: str, earlier: str) -> bool:
    """Tell whether it was not said, or may never be: لم يقل، إذا قال، قد يقول، لا أحد يقول."""
    if before in spot.words.kinds[WordKind.NEGATION] or (before == "احد" and earlier in _NOT):
        return True
    return before in ("قد", "وقد") and spot.form.tense is Tense.PRESENT


def _is_cue(spot: Spot, reading: Reading, source: Range | None) -> bool:
    """Tell whether the form, ambiguous or not, is a verb of saying with this reading."""
    words, verb = spot.words, spot.form.verb
    forms = (spot.word, spot.word[1:] if spot.form.joined else spot.word)
    if reading.opening is not Opening.CLAUSE and not words.kinds[WordKind.CLAUSE_ONLY].isdisjoint(forms):
        return False
    if spot.form.plain and verb.strength is Strength.WEAK and reading.opening is Opening.COLON:
        if not {"،", ","}.isdisjoint(spot.text.words[spot.at : reading.content]):
            return False  # كشف حساب …، بيان: …
    if source is None and not words.kinds[WordKind.NEEDS_SOURCE].isdisjoint(forms):
        return False
    if "بين" in forms and not _makes_clear(spot, reading):
        return False
    if spot.before in words.kinds[WordKind.RELATIVE] and "الوقت" not in spot.text.words[spot.at - 2 : spot.at - 1]:
        if reading.opening is Opening.OBJECT or spot.behind in words.kinds[WordKind.PRONOUN_PREPOSITION]:
            return False  # الخطة التي أعلن عنها
    return not (source is None and reading.opening is Opening.OBJECT and verb.strength is Strength.WEAK)


def _agrees(spot: Spot, reading: Reading, source: Range | None) -> bool:
    """Tell whether the source can say this, and the verb stands where it can have one."""
    if source is not None and spot.cannot_speak(source):
        return False
    if opens_openly(reading):
        return True
    if source is None:
        return spot.form.joined or spot.clause_starts()
    weak = spot.form.verb.strength is Strength.WEAK
    if weak and source == reading.source and not (spot.form.joined or spot.clause_starts() or spot.is_known(source)):
        return False  # أنابيب تقلل الفاقد من الماء
    before_verb = reading.source is None and weak
    return not (before_verb and spot.at - spot.start > _LONG_BEFORE and not spot.is_known(source))


def _may_follow_subject(spot: Spot) -> bool:
    """Tell whether the subject may stand before the verb: no particle joins it, or أما … فيرى."""
    if spot.behind in ("فيه", "فيها", "خلاله", "خلالها"):
        return False  # بتصريح قال فيه
    return not spot.form.joined or (spot.word[0] == "ف" and spot.text.words[spot.start] in ("اما", "واما"))


def _makes_clear(spot: Spot, reading: Reading) -> bool:
    """Tell بيّن from بين: its shadda is printed, or a clause with أن and no imperfect verb follows."""
    if "\N{ARABIC SHADDA}" in spot.printed:
        return True
    if reading.opening not in (Opening.CLAUSE, Opening.COLON):
        return False
    earlier = spot.text.words[max(0, spot.at - _BETWEEN_REACH) : spot.at]
    if "بين" in earlier or reading.second is not None or reading.content >= len(spot.text.words):
        return False
    follows = spot.text.words[reading.content]
    return not (len(follows) > 3 and follows[0] in "يتن" and follows[-1] != "ه")


def _confidence(form: Form, reading: Reading) -> float:
    """Say how sure a reading is, by how openly the words are marked as reported."""
    base = 0.95 if form.verb.strength is Strength.STRONG else 0.85
    return base - (0.0 if opens_openly(reading) else 0.15)
