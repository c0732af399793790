"""The grammar of cues that are phrases: بحسب المصدر، وفق ما أعلنت الوزارة، على حد تعبيره."""

from __future__ import annotations

from warraq.attribute.cues import Frame, cues
from warraq.attribute.drafts import Draft, Opening, Range, Reading
from warraq.attribute.sources import Walk
from warraq.attribute.tokens import QUOTE_MARKS, Text
from warraq.attribute.vocabulary import Vocabulary, WordKind
from warraq.model import CueClass, Stance

_STOPS = frozenset("،,؛;:.\n)(!؟?-") | QUOTE_MARKS
_ON_WHAT = ("علي", "ما")
_NOTE = 15
_PARTICLES = ("به", "بها", "عنه", "عنها", "اليه")
_CAME = frozenset({"جاء", "ورد", "جاءت", "وردت", "يرد"})


def read_frame(text: Text, at: int, frames: tuple[Frame, ...], words: Vocabulary) -> Draft | None:
    """Read a phrase of saying whose telling word stands at ``at``, or return None where none does."""
    for frame in frames:
        found = _match(text, at, frame)
        if found is None:
            continue
        cue, possessive = found
        if possessive:
            return _draft(text, frame, cue, Reading(Opening.NONE, cue.last + 1), None, 0, words)
        if frame.words == _ON_WHAT and not (cue.first == text.sentence(at)[0] or text.words[cue.first - 1] in _STOPS):
            continue
        draft = _with_source(text, frame, cue, words)
        if draft is not None:
            return draft
    return None


def _match(text: Text, at: int, frame: Frame) -> tuple[Range, bool] | None:
    """Match a phrase around its telling word; also say whether it ends in a pronoun."""
    first = at
    if text.words[at] != frame.words[0] and text.words[at][1:] != frame.words[0]:
        first = at - 1
        if first < 0 or text.words[first] not in (frame.words[0], "و" + frame.words[0], "ف" + frame.words[0]):
            return None
    last = first + len(frame.words) - 1
    if last >= len(text.words) or text.words[first + 1 : last] != list(frame.words[1:-1]):
        return None
    word = text.words[last]
    if word in frame.endings:
        return Range(first, last), True
    same = word == frame.words[-1] or first == last
    return (Range(first, last), False) if same else None


def _with_source(text: Text, frame: Frame, cue: Range, words: Vocabulary) -> Draft | None:
    """Read the source behind a phrase."""
    end = text.sentence(cue.first)[1]
    at = cue.last + 1
    skip = 0
    if frame.phrase.l and at < end:
        if text.words[at] == "ل" and at + 1 < end:
            at += 1
        elif text.words[at].startswith("ل") and len(text.words[at]) > 1:
            skip = 1
        else:
            return None
    telling = _verb_behind(text, frame, at, end)
    if telling is not None:
        cue, at, skip = Range(cue.first, telling), telling + 1, 0
        came = text.words[telling] in _CAME
        while at < end and (text.words[at] in _PARTICLES or came and text.words[at] == "في"):
            at += 1
    elif frame.words[-1].endswith("ما") and frame.words[-1] != "كما":
        return None
    reading = Walk(text, at, None, words).read()
    source = _clip(text, reading.source)
    if source is not None and telling is not None and "عن" in text.words[source.first + 1 : source.last]:
        source = Range(text.words.index("عن", source.first) + 1, source.last)
    if source is None or not _may_speak(text, cue, source, skip, words, sure=telling is not None):
        return None
    return _draft(text, frame, cue, reading, source, skip, words)


def _verb_behind(text: Text, frame: Frame, at: int, end: int) -> int | None:
    """Return the token of the verb in وفق ما أعلنت, حسبما نقلته."""
    if not frame.phrase.verb:
        return None
    if text.words[at : at + 1] in (["ما"], ["لما"]):
        at += 1
    elif not frame.words[-1].endswith("ما"):
        return None
    if at >= end:
        return None
    word = text.words[at]
    for form in (word, word[:-1] if word.endswith("ه") else word, word[:-2] if word.endswith("ها") else word):
        if form in cues().forms:
            return at
    return at if word in _CAME else None


def _clip(text: Text, source: Range | None) -> Range | None:
    """Cut a source at a bracket, a dash or a second clause."""
    if source is None:
        return None
    for at in range(source.first, source.last + 1):
        if text.words[at] in "،,)؛":
            return Range(source.first, at - 1) if at > source.first else None
    return source


def _may_speak(text: Text, cue: Range, source: Range, skip: int, words: Vocabulary, *, sure: bool) -> bool:
    """Tell whether بحسب X names a voice and not a manner (وفق القانون)."""
    head = text.words[source.first]
    bare = head[1:] if skip else head
    if bare.startswith("ل") and skip:
        bare = "ا" + bare
    if bare in words.kinds[WordKind.NOT_A_SOURCE] or bare[0].isdigit():
        return False
    if sure or head in words.nouns or bare in words.names or bare in words.kinds[WordKind.TITLE]:
        return True
    if source.first in text.opened or bare.isascii():
        return True
    start = text.sentence(cue.first)[0]
    apart = cue.first == start or text.words[cue.first - 1] in _STOPS
    return apart and bare not in words.kinds[WordKind.CANT_BE_NAME] and source.last - source.first < 6


def _draft(
    text: Text, frame: Frame, cue: Range, reading: Reading, source: Range | None, skip: int, words: Vocabulary
) -> Draft | None:
    """Decide whether the content stands behind or before the phrase."""
    start, end = text.sentence(cue.first)
    behind = (reading.outlet or source or cue).last + 1
    if behind < end and text.words[behind] in words.source_ends:
        notes = range(behind, min(end, behind + _NOTE))
        behind = next((at for at in notes if text.words[at] in "،,"), behind)
    while behind < end and text.words[behind] in ("،", ",", "فان"):
        behind += 1
    leads = _leads(text, start, cue.first, words)
    if leads and behind >= end or source is None and leads:
        return None
    distancing = Stance.DISTANCING if "زعم" in frame.phrase.words else Stance.NEUTRAL
    return Draft(
        cue=cue, extra=None, lemma=frame.phrase.words, cue_class=CueClass.PREPOSITION, stance=distancing, form=None,
        source=source, source_skip=skip, outlet=reading.outlet, content=behind if leads else start, skip=0,
        before=not leads, opening=Opening.WORD, medium="", rule="phrase-before" if leads else "phrase-behind",
        confidence=0.85,
    )  # fmt: skip


def _leads(text: Text, start: int, cue: int, words: Vocabulary) -> bool:
    """Tell whether the phrase opens its clause, only small words standing before it."""
    return all(text.words[t] in words.kinds[WordKind.CONNECTIVE] or text.words[t] in _STOPS for t in range(start, cue))
