"""The small words and the nouns that the grammar of reported speech looks at, folded and ready for look-up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from warraq.letters import fold
from warraq.lexicon import load
from warraq.model import SourceType

_LONGEST_NAME = 6


class WordKind(StrEnum):
    """What the words of a group do; the lexicon says it in full."""

    NOT_A_CUE = "not_a_cue"
    TIME = "time"
    FRAME = "frame"
    MEDIUM = "medium"
    CONNECTIVE = "connective"
    PRONOUN_SUBJECT = "pronoun_subject"
    NEGATION = "negation"
    RELATIVE = "relative"
    AUXILIARY = "auxiliary"
    DETERMINER = "determiner"
    CONSTRUCT = "construct"
    NOT_A_SOURCE = "not_a_source"
    ABSTRACT = "abstract"
    MEDIA_NOUN = "media_noun"
    ENTITLED = "entitled"
    OUTLET_NOUN = "outlet_noun"
    INNER_ADJECTIVE = "inner_adjective"
    INNER_B = "inner_b"
    CANT_BE_NAME = "cant_be_name"
    TITLE = "title"
    EVENT = "event"
    ANONYMITY = "anonymity"
    PREPOSITION = "preposition"
    DIRECT_START = "direct_start"
    SPEECH_OBJECT = "speech_object"
    NAME_NOT_VERB = "name_not_verb"
    SAYING_NOUN = "saying_noun"
    LABEL = "label"
    CLAUSE_ONLY = "clause_only"
    NEEDS_SOURCE = "needs_source"
    TIME_AT_START = "time_at_start"
    QUESTION = "question"
    SPAN_OF_TIME = "span_of_time"
    RESUMPTION = "resumption"
    ADDRESSEE = "addressee"
    PRONOUN_PREPOSITION = "pronoun_preposition"
    CIRCUMSTANCE = "circumstance"
    BEFORE_CLAUSE = "before_clause"
    TURN = "turn"


class Number(StrEnum):
    """Grammatical number of the nouns of a group."""

    SINGULAR = "singular"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class WordGroup:
    """An entry of ``speech_words.toml``."""

    kind: WordKind
    use: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NounGroup:
    """An entry of ``source_nouns.toml``."""

    type: SourceType
    number: Number
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameGroup:
    """An entry of ``source_names.toml``."""

    outlet: bool
    words: tuple[str, ...]


class Noun(NamedTuple):
    """A noun that heads a source, as one form of it stands in the text.

    Attributes:
        stem: the folded noun without article and particles.
        type: the kind of source where no name stands beside it.
        plural: whether it is a plural.
        definite: whether this form has the article.
        feminine: whether it is a feminine singular.
    """

    stem: str
    type: SourceType
    plural: bool
    definite: bool
    feminine: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Look-up tables, all folded.

    Attributes:
        kinds: the words of each kind.
        nouns: the forms of all source nouns.
        names: proper names of states, bodies and outlets.
        outlets: those of outlets alone.
        clauses: all forms of the complementizer, أن to بأنهم.
        source_ends: words before which a source ends.
        clause_openers: words that open another clause behind a comma.
        aways: words that open a phrase of occasion, to whose noun an event noun may belong.
        frames: words that open a phrase of time, place or occasion before a verb.
    """

    kinds: dict[WordKind, frozenset[str]]
    nouns: dict[str, Noun]
    names: frozenset[str]
    outlets: frozenset[str]
    clauses: frozenset[str]
    source_ends: frozenset[str]
    clause_openers: frozenset[str]
    aways: frozenset[str]
    frames: frozenset[str]

    def noun(self, word: str) -> Noun | None:
        """Return the source noun that a word is, also with ب or ل attached."""
        found = self.nouns.get(word)
        if found is None and word[:1] in ("ب", "ل"):
            found = self.nouns.get("ا" + word[1:] if word.startswith("لل") else word[1:])
        return found

    def names_a_body(self, phrase: Sequence[str]) -> bool:
        """Tell whether a short quoted phrase is a name and no speech: «حزب الله», ''حركة تحرير أزواد''."""
        if self.is_name(" ".join(phrase)):
            return True
        head = self.nouns.get(phrase[0]) if phrase else None
        if head is None or len(phrase) > _LONGEST_NAME or any(word in self.clauses for word in phrase):
            return False
        if head.type is not SourceType.ORGANIZATION:
            return len(phrase) <= 2 and not head.definite
        return not head.definite or all(word.startswith(("ال", "ل")) for word in phrase[1:3])

    def is_name(self, phrase: str) -> bool:
        """Tell whether a phrase, with or without the article, is a known name."""
        return phrase in self.names or "ال" + phrase in self.names


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read the lexicons, once."""
    kinds: dict[WordKind, set[str]] = {kind: set() for kind in WordKind}
    for words in load("speech_words", WordGroup):
        kinds[words.kind].update(fold(word) for word in words.words)
    for kind in (WordKind.NOT_A_SOURCE, WordKind.ABSTRACT):
        kinds[kind].update(["ال" + w for w in kinds[kind] if not w.startswith("ال")])
    for kind in (WordKind.TIME, WordKind.FRAME, WordKind.RELATIVE, WordKind.QUESTION):
        kinds[kind].update(["و" + w for w in kinds[kind]])
    nouns: dict[str, Noun] = {}
    for group in load("source_nouns", NounGroup):
        for word in group.words:
            for form in _forms(fold(word), group.number):
                _enter(nouns, form, group.type, group.number is Number.PLURAL)
    names = load("source_names", NameGroup)
    suffixes = ("", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "نه", "نها", "ك", "كم")
    times, frames, small = kinds[WordKind.TIME], kinds[WordKind.FRAME], kinds[WordKind.PREPOSITION]
    return Vocabulary(
        kinds={kind: frozenset(found) for kind, found in kinds.items()},
        nouns=nouns,
        names=frozenset(fold(word) for group in names for word in group.words),
        outlets=frozenset(fold(word) for group in names if group.outlet for word in group.words),
        clauses=frozenset(prefix + "ان" + suffix for prefix in ("", "ب") for suffix in suffixes),
        source_ends=frozenset(times | frames | kinds[WordKind.ANONYMITY] | kinds[WordKind.CIRCUMSTANCE]),
        clause_openers=frozenset(kinds[WordKind.CONNECTIVE] - times - {"و"}),
        aways=frozenset(frames | {"لدي"}),
        frames=frozenset(times | frames | small),
    )


def _forms(word: str, number: Number) -> tuple[str, ...]:
    """Return a noun with the other case of a sound plural: محللون، محللين."""
    plural = number is Number.PLURAL and word.endswith("ون")
    return (word, word[:-2] + "ين", word[:-1]) if plural else (word,)


def _enter(nouns: dict[str, Noun], stem: str, kind: SourceType, plural: bool) -> None:
    """Enter the forms of one noun; the first group that has a form keeps it."""
    feminine = stem.endswith("ه") and not plural
    bare = Noun(stem, kind, plural, False, feminine)
    definite = Noun(stem, kind, plural, True, feminine)
    for prefix in ("", "و"):
        nouns.setdefault(prefix + stem, bare)
        nouns.setdefault(prefix + "ال" + stem, definite)
    for joined in _before_pronoun(stem, feminine):
        for pronoun in ("ه", "ها", "هم", "نا"):
            nouns.setdefault(joined + pronoun, definite)


def _before_pronoun(stem: str, feminine: bool) -> tuple[str, ...]:
    """Return what a noun becomes before a pronoun: صحيفته، أصدقاؤه، لاعبيه."""
    if feminine:
        return (stem[:-1] + "ت",)
    if stem.endswith("اء"):
        return stem, stem[:-1] + "و", stem[:-1] + "ي"
    if stem.endswith("ون"):
        return stem[:-2] + "ي", stem[:-2] + "و"
    return (stem,)
