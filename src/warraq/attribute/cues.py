"""The verbs and phrases that announce speech: their lexicons, and every form of them that news uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from warraq.attribute.conjugate import Inflected, Tense, masdar, participle, past, present, with_object
from warraq.letters import fold
from warraq.lexicon import load
from warraq.model import CueClass, Stance

_NONE = "-"


class Strength(StrEnum):
    """How sure a verb is a cue where its plain form stands."""

    STRONG = "strong"
    WEAK = "weak"


class Follows(StrEnum):
    """What may follow a verb of saying, besides a colon and quotation marks."""

    CLAUSE = "أن"
    TO = "إلى"
    ON = "على"
    ABOUT = "عن"
    FROM = "من"
    IN = "في"
    BI = "بـ"
    OBJECT = "مفعول"
    SOMEBODY = "أحدا"
    DOCUMENT = "وثيقة"
    THROUGH = "وسيط"
    RESPONSIBILITY = "مسؤولية"


@dataclass(frozen=True, slots=True)
class Verb:
    """An entry of ``speech_verbs.toml``; see there."""

    lemma: str
    present: str
    participle: str
    masdar: str
    complements: tuple[Follows, ...]
    stance: Stance
    strength: Strength
    example: str
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of ``speech_frames.toml``; see there."""

    words: str
    l: bool  # noqa: E741 - the letter ل
    possessive: bool
    verb: bool
    example: str


class Form(NamedTuple):
    """A form of a verb as it stands in folded text.

    Attributes:
        verb: the verb.
        tense: which part of it.
        feminine, plural: what it agrees with.
        joined: whether و or ف is attached to it.
        plain: whether it is the bare 3rd person singular, often also another word.
    """

    verb: Verb
    tense: Tense
    feminine: bool
    plural: bool
    joined: bool
    plain: bool

    @property
    def cue_class(self) -> CueClass:
        """The class that the record gives a cue of this form."""
        if self.verb.passive:
            return CueClass.PASSIVE
        return {Tense.PARTICIPLE: CueClass.PARTICIPLE, Tense.MASDAR: CueClass.NOUN}.get(self.tense, CueClass.VERB)


@dataclass(frozen=True, slots=True)
class Frame:
    """A phrase ready for matching.

    Attributes:
        phrase: its entry.
        words: its folded words; the first may have و or ف attached in the text.
        endings: what may stand in place of the last word: with a pronoun, in place of a source.
    """

    phrase: Phrase
    words: tuple[str, ...]
    endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues by the folded words that betray them.

    Attributes:
        forms: verbs.
        frames: phrases, by their first word, or by the second where the first is على, في or بحد.
        needed: every word of which at least one must stand in a text that has a cue.
        needed_in_headings: the same for a headline.
    """

    forms: dict[str, Form]
    frames: dict[str, tuple[Frame, ...]]
    needed: frozenset[str]
    needed_in_headings: frozenset[str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Make the tables of cues from the lexicons, once."""
    forms: dict[str, Form] = {}
    for verb in load("speech_verbs", Verb):
        for inflected in _inflect(verb):
            _add(forms, verb, inflected)
    frames: dict[str, list[Frame]] = {}
    for phrase in load("speech_frames", Phrase):
        frame = _frame(phrase)
        if len(frame.words) == 1 or frame.words[0] not in _LIGHT:
            for prefix in _JOINED:
                frames.setdefault(prefix + frame.words[0], []).append(frame)
        elif len(frame.words) > 2 or not phrase.possessive:
            frames.setdefault(frame.words[1], []).append(frame)
        else:
            for ending in (frame.words[1], *frame.endings):
                frames.setdefault(ending, []).append(frame)
        if len(frame.words) == 1:
            for ending in frame.endings:
                frames.setdefault(ending, []).append(frame)
    longest_first = {word: tuple(sorted(found, key=lambda f: -len(f.words))) for word, found in frames.items()}
    needed = frozenset(forms) | frozenset(longest_first)
    return Cues(forms, longest_first, needed, needed | {":"})


_BY_SAYING = "بالقول"  # the one masdar that reports with the article: وختم بالقول إن
_JOINED = ("", "و", "ف")
_LIGHT = frozenset({"علي", "في"})


def _inflect(verb: Verb) -> Iterator[Inflected]:
    """Yield all forms of a verb."""
    now = () if verb.present == _NONE else present(verb.present)
    for inflected in (*past(verb.lemma), *now):
        yield inflected
        if Follows.SOMEBODY in verb.complements and not inflected.plural:
            yield from with_object(inflected)
    if verb.participle != _NONE:
        yield from participle(verb.participle)
    if verb.masdar != _NONE:
        yield from masdar(verb.masdar)
        if _BY_SAYING.endswith(verb.masdar):
            yield Inflected(_BY_SAYING, Tense.MASDAR)


def _add(forms: dict[str, Form], verb: Verb, inflected: Inflected) -> None:
    """Enter one form with and without its particles; the earlier entry keeps a form that two verbs share."""
    word = fold(inflected.word)
    plain = word == fold(verb.lemma)
    for prefix in (*_JOINED, "ب") if inflected.tense is Tense.MASDAR else _JOINED:
        form = Form(verb, inflected.tense, inflected.feminine, inflected.plural, prefix in ("و", "ف"), plain)
        forms.setdefault(prefix + word, form)


def _frame(phrase: Phrase) -> Frame:
    """Fold a phrase and make its forms with a pronoun."""
    words = tuple(fold(phrase.words).split(" "))
    pronouns = ("ه", "ها", "هم", "هما") if phrase.possessive else ()
    return Frame(phrase, words, frozenset(words[-1] + pronoun for pronoun in pronouns))
