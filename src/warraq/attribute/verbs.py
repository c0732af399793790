"""The grammar of a verb of saying: whether the word at hand is one here, who speaks and what is said."""

from __future__ import annotations

from dataclasses import replace

from warraq.attribute.conjugate import Tense
from warraq.attribute.cues import Follows, Form, Strength
from warraq.attribute.drafts import Draft, Opening, Range, Reading
from warraq.attribute.sources import Walk
from warraq.attribute.subjects import subject_before
from warraq.attribute.tokens import QUOTE_MARKS, Text
from warraq.attribute.vocabulary import Vocabulary, WordKind
from warraq.model import SourceType

_NOUNS_BEFORE = frozenset({"في", "من", "عن", "علي", "الي", "بين", "اي", "ثمه", "هناك", "دون", "بدون", "كل", "حول"})
_POINTING = frozenset({"ذلك", "هذا", "هذه", "تلك"})
_BETWEEN = frozenset("،,؛;:.-()\n*!؟?") | QUOTE_MARKS
_BEFORE_CUE = frozenset("،,-") | QUOTE_MARKS
_NEARBY = 8
_SAY = "قال"
_LONG_BEFORE = 8
_VIA_REACH = 14
_BETWEEN_REACH = 20
_TANWEEN = "\N{ARABIC FATHATAN}\N{ARABIC DAMMATAN}\N{ARABIC KASRATAN}"


def read_verb(text: Text, at: int, form: Form, words: Vocabulary) -> Draft | None:
    """Read the verb form at a token as a cue, or return None where it is none.

    Args:
        text: the block.
        at: token of the form.
        form: what the form is.
        words: the vocabulary.
    """
    start, _ = text.sentence(at)
    if form.tense is Tense.PAST and _is_noun(text, at):
        return None
    if _ruled_out(text, at, start, form, words):
        return None
    if form.tense is Tense.PARTICIPLE:
        return _participle(text, at, form, words)
    if form.tense is Tense.MASDAR:
        return _masdar(text, at, form, words)
    if form.verb.lemma == "نقل":
        return _relay(text, at, form, words)
    if Follows.DOCUMENT in form.verb.complements:
        return _in_document(text, at, form, words)
    reading = Walk(text, at + 1, form, words).read()
    if reading.second is not None and text.words[at + 1] in words.kinds[WordKind.SPEECH_OBJECT]:
        return None  # اختتم حديثه قائلا: the second word is the cue
    if reading.opening is Opening.NONE:
        return _behind_content(text, at, start, form, reading, words)
    source, order = reading.source, "verb-source"
    if source is None or (Follows.SOMEBODY in form.verb.complements and at > start and not form.joined):
        subject = subject_before(text, at, words) if _may_follow_subject(text, at, start, form) else None
        source = subject or source
        order = "source-verb" if subject else ("verb-source" if source else "verb")
    if source is not None and Follows.SOMEBODY in form.verb.complements and _cannot_speak(text, source, words):
        source = None  # what stands there is the object: وصف الوضع بأنه
    if not _plausible(text, at, start, form, reading, source, words):
        return None
    return _draft(form, Range(at, at), reading, source, f"{order}-{reading.opening}", _confidence(form, reading))


def _is_noun(text: Text, at: int) -> bool:
    """Tell a noun by its tanween: طالباً is no verb."""
    printed = text.plain[text.folded.places[text.starts[at]] : text.end(at)]
    return any(mark in printed for mark in _TANWEEN)


def _ruled_out(text: Text, at: int, start: int, form: Form, words: Vocabulary) -> bool:
    """Tell whether what stands before the word makes it a noun, or a verb that reports nothing."""
    if at == start:
        return False
    before = text.words[at - 1]
    earlier = text.words[at - 2] if at - 1 > start else ""
    if form.tense in (Tense.PARTICIPLE, Tense.MASDAR):
        return False
    if form.joined:
        return False
    if before in _POINTING:
        return earlier not in words.kinds[WordKind.PREPOSITION]
    if before in words.kinds[WordKind.NEGATION] or (before == "احد" and earlier in ("لا", "ولا")):
        return True
    if before in ("ان", "بان"):
        return form.tense is Tense.PRESENT or earlier not in ("بعد", "منذ", "وبعد")
    if before in ("قد", "وقد") and form.tense is Tense.PRESENT:
        return True
    if before in _NOUNS_BEFORE:
        return True
    return form.plain and form.verb.strength is Strength.WEAK and not _clause_start(text, at, words)


def _clause_start(text: Text, at: int, words: Vocabulary) -> bool:
    """Tell whether a clause may begin at a token, given that something stands before it in the sentence."""
    before = text.words[at - 1]
    kinds = (WordKind.CONNECTIVE, WordKind.AUXILIARY, WordKind.TIME, WordKind.RELATIVE)
    return before in _BETWEEN or any(before in words.kinds[kind] for kind in kinds)


def _plausible(
    text: Text, at: int, start: int, form: Form, reading: Reading, source: Range | None, words: Vocabulary
) -> bool:
    """Tell whether verb, source and complement go together."""
    verb = form.verb
    if source is not None and _cannot_speak(text, source, words):
        return False
    if verb.lemma == "بين" and form.plain and not _says(text, at, reading):
        return False
    if at > start and text.words[at - 1] in words.kinds[WordKind.RELATIVE]:
        if reading.opening is Opening.OBJECT or _nothing_said(text, at, words):
            return False
    if source is None and (reading.opening is Opening.OBJECT and verb.strength is Strength.WEAK):
        return False
    if not _allowed(text.words[at], reading, source, words):
        return False
    if verb.lemma == "ذكر" and source is None and form.tense is Tense.PRESENT:
        return False
    clause = reading.opening in (Opening.CLAUSE, Opening.COLON, Opening.QUOTE)
    if clause:
        return True
    if at > start and not form.joined and not _clause_start(text, at, words) and source is None:
        return False
    doubtful = source is not None and reading.source is None and verb.strength is Strength.WEAK
    if doubtful and at - start > _LONG_BEFORE and source is not None and not _known(text, source, words):
        return False
    return reading.opening in (Opening.PREPOSITION, Opening.OBJECT, Opening.WORD)


def _may_follow_subject(text: Text, at: int, start: int, form: Form) -> bool:
    """Tell whether the subject may stand before the verb: no particle joins it, or أما … فيرى."""
    return not form.joined or (text.words[at][0] == "ف" and text.words[start] in ("اما", "واما"))


def _allowed(word: str, reading: Reading, source: Range | None, words: Vocabulary) -> bool:
    """Tell whether an ambiguous form has what makes it a cue."""
    bare = word[1:] if word[0] in "وف" else word
    if reading.opening is not Opening.CLAUSE and not words.kinds[WordKind.CLAUSE_ONLY].isdisjoint((word, bare)):
        return False
    return source is not None or words.kinds[WordKind.NEEDS_SOURCE].isdisjoint((word, bare))


def _nothing_said(text: Text, at: int, words: Vocabulary) -> bool:
    """Tell whether a relative clause says what was said in a pronoun alone: الخطة التي أعلن عنها."""
    behind = text.words[at + 1] if at + 1 < len(text.words) else ""
    return behind in words.kinds[WordKind.PRONOUN_PREPOSITION]


def _says(text: Text, at: int, reading: Reading) -> bool:
    """Tell بيّن from بين: its shadda is printed, or a clause with أن and no imperfect verb follows."""
    if "\N{ARABIC SHADDA}" in text.plain[text.folded.places[text.starts[at]] : text.end(at)]:
        return True
    if "بين" in text.words[max(0, at - _BETWEEN_REACH) : at] or reading.second is not None:
        return False
    if reading.opening is not Opening.CLAUSE or reading.content >= len(text.words):
        return reading.opening is Opening.COLON
    follows = text.words[reading.content]
    return not (len(follows) > 3 and follows[0] in "يتن" and follows[-1] != "ه")


def _cannot_speak(text: Text, source: Range, words: Vocabulary) -> bool:
    """Tell whether the head of the source is a thing that shows but does not say."""
    head = text.words[source.first]
    if head in words.kinds[WordKind.ABSTRACT]:
        return True
    return head in _POINTING and (source.first == source.last or text.words[source.first + 1] not in words.nouns)


def _participle(text: Text, at: int, form: Form, words: Vocabulary) -> Draft | None:
    """Read مشيرا إلى أن and its like: nothing but an occasion may stand before the content."""
    reading = Walk(text, at + 1, form, words).read()
    if reading.opening is Opening.NONE and form.verb.lemma == _SAY and at + 1 < text.sentence(at)[1]:
        reading = Reading(Opening.WORD, at + 1)
    if reading.opening is Opening.NONE or reading.source is not None or reading.content - at > _NEARBY:
        return None
    start = text.sentence(at)[0]
    apart = at == start or form.joined or text.words[at - 1] in _BETWEEN
    clause = reading.opening in (Opening.CLAUSE, Opening.QUOTE, Opening.COLON)
    with_clause = clause or reading.preposition is not None and text.words[reading.content - 1] in words.clauses
    if not (apart or with_clause and not form.feminine):
        return None
    return _draft(form, Range(at, at), reading, None, f"participle-{reading.opening}", 0.85)


def _masdar(text: Text, at: int, form: Form, words: Vocabulary) -> Draft | None:
    """Read قوله إن where no verb before it has taken it."""
    if form.verb.lemma != _SAY or text.words[at] == "القول":
        return None
    reading = Walk(text, at + 1, form, words).read()
    clause = reading.opening in (Opening.CLAUSE, Opening.QUOTE, Opening.COLON)
    if not clause or reading.source is not None:
        return None
    return _draft(form, Range(at, at), reading, None, f"masdar-{reading.opening}", 0.6)


def _relay(text: Text, at: int, form: Form, words: Vocabulary) -> Draft | None:
    """Read نقلت X عن Y قوله: the source is Y, the outlet X."""
    end = min(text.sentence(at)[1], at + _VIA_REACH)
    via = next((t for t in range(at + 1, end) if text.words[t] == "عن"), None)
    reading = Walk(text, (via or at) + 1, form, words).read()
    if reading.opening is Opening.NONE or reading.source is None:
        return None
    if via is None:
        clause = reading.opening is Opening.CLAUSE
        return _draft(form, Range(at, at), reading, reading.source, "relay-clause", 0.7) if clause else None
    outlet = Range(at + 1, via - 1) if via > at + 1 else reading.outlet
    taken = replace(reading, outlet=outlet, preposition=None)
    return _draft(form, Range(at, at), taken, reading.source, f"relay-{reading.opening}", 0.95)


def _in_document(text: Text, at: int, form: Form, words: Vocabulary) -> Draft | None:
    """Read جاء في بيان للنقابة أن …: the source is the document."""
    if text.words[at + 1 : at + 2] != ["في"] or at + 2 >= len(text.words):
        return None
    noun = words.nouns.get(text.words[at + 2])
    reading = Walk(text, at + 2, None, words).read()
    if noun is None or noun.type is not SourceType.DOCUMENT or reading.source is None:
        return None
    if reading.opening not in (Opening.CLAUSE, Opening.COLON, Opening.QUOTE):
        return None
    taken = replace(reading, preposition=at + 1)
    return _draft(form, Range(at, at), taken, reading.source, f"document-{reading.opening}", 0.9)


def _behind_content(text: Text, at: int, start: int, form: Form, reading: Reading, words: Vocabulary) -> Draft | None:
    """Read a verb behind what was said: «…»، قال الوزير. / …، يضيف المتحدث، …."""
    source = reading.source
    if form.joined or at == start or source is None or source.last - source.first > 12:
        return None
    stop = source.last + 1
    if stop < len(text.words) and text.words[stop] not in _BETWEEN and not reading.outlet and not reading.medium:
        return None
    before = text.words[at - 1]
    as_said = before in ("كما", "مثلما")
    place = at - 2 if as_said else at - 1
    if place < start or text.words[place] not in _BEFORE_CUE:
        return None
    quoted = text.words[place] in QUOTE_MARKS or (place > start and text.words[place - 1] in QUOTE_MARKS)
    says = form.verb.strength is Strength.STRONG or form.tense is Tense.PRESENT or quoted
    if not (says and "أن" in form.verb.complements) or _cannot_speak(text, source, words):
        return None
    if not (quoted or _speaker(text, source, words)):
        return None
    reading = Reading(Opening.QUOTE if quoted else Opening.WORD, at, source, reading.outlet)
    return _draft(form, Range(at, at), reading, source, "behind-quote" if quoted else "behind-clause", 0.8, before=True)


def _known(text: Text, source: Range, words: Vocabulary) -> bool:
    """Tell whether a known noun, name or title heads a source."""
    head = text.words[source.first]
    return head in words.nouns or head in words.names or head in words.kinds[WordKind.TITLE]


def _speaker(text: Text, source: Range, words: Vocabulary) -> bool:
    """Tell whether a source is surely one: a known noun, name or title at its head, or a short proper name."""
    if _known(text, source, words):
        return True
    head = text.words[source.first]
    return source.last - source.first < 3 and head not in words.kinds[WordKind.CANT_BE_NAME]


def _confidence(form: Form, reading: Reading) -> float:
    """Say how sure a reading is, by how openly the words are marked as reported."""
    base = 0.95 if form.verb.strength is Strength.STRONG else 0.85
    return base - (0.15 if reading.opening in (Opening.OBJECT, Opening.PREPOSITION, Opening.WORD) else 0.0)


def _draft(
    form: Form,
    cue: Range,
    reading: Reading,
    source: Range | None,
    rule: str,
    confidence: float,
    *,
    before: bool = False,
) -> Draft:
    """Put a draft together from a reading."""
    return Draft(
        cue=cue, extra=reading.preposition, lemma=form.verb.lemma, cue_class=form.cue_class, stance=form.verb.stance,
        form=form, source=source, source_skip=0, outlet=reading.outlet, content=reading.content, skip=reading.skip,
        before=before, opening=reading.opening, medium=reading.medium, rule=rule, confidence=round(confidence, 2),
    )  # fmt: skip
