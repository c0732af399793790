"""Reads from a cue to the reported words: source, outlet, occasion, and what opens the words.

Arabic puts the source between the verb and its complement (قال الوزير أمس إن …), so no name need be known: the walk
goes from token to token until something opens the content, and the source ends at the first word that cannot be in it.
"""

from __future__ import annotations

from dataclasses import replace

from warraq.arabic.names import first_name
from warraq.attribute.ahead import leads_on
from warraq.attribute.conjugate import Tense
from warraq.attribute.cues import Follows, Form, cues
from warraq.attribute.drafts import Opening, Range, Reading
from warraq.attribute.events import is_event, is_present
from warraq.attribute.objects import is_object, starts_object
from warraq.attribute.openings import Opened, opens
from warraq.attribute.outlets import is_outlet, take_outlet
from warraq.attribute.scope import COMMAS, HARD, PREPOSITIONS, Scope, is_ali, is_new_cue, is_receipt, scope
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import Vocabulary, WordKind
from warraq.model import SourceType

_SOURCE_REACH = 40
_ASIDE = 14
_VERBS_PASSED = 3
"""Verbs of saying within one source; more is no sentence."""
_NO_MORE = frozenset({"علي", "الي"})
_OFTEN = frozenset({"اكثر", "غير", "عده"})
_LEAST_WITH_L = 4
_BEARERS = frozenset("اهءي")  # the last letters, folded, that bear the tanween of an accusative
_GOVERNING = frozenset({"المشرف", "المشرفه", "القايم", "المطلع", "مطلع", "المشرفون", "القايمون", "القايمين", "المنتمي"})


class Walk:
    """One walk from a cue towards the reported words; made for one cue and thrown away."""

    def __init__(self, text: Text, start: int, form: Form | None, words: Vocabulary) -> None:
        """Take the token behind the cue and the cue's form (None for a phrase such as بحسب)."""
        self.text = text
        self.scope: Scope = scope(text, start, form, words)
        self.words = words
        self.form = form
        self.start = start
        plural = form is not None and form.plural and form.tense is not Tense.PARTICIPLE
        self.ended: int | None = start if plural else None
        self.outlet: Range | None = None
        self.medium = ""
        self.passed = 0
        self.away = False  # in a relative clause, where an event noun is no object
        self.framed = False  # in a phrase of occasion, where it may belong to the noun before it

    def read(self) -> Reading:
        """Walk, and say what was found."""
        at = self.start
        while at < self.scope.limit:
            framed = self.framed and not self.text.words[at - 1].startswith("ال")
            found = opens(self.scope, at, ended=self.ended is not None, away=self.away or framed)
            if found is not None:
                return self._reading(found)
            step = self._step(at)
            if step is None:
                break
            at = step
        return self._reading(Opened(Opening.NONE, at, at))

    # --- what belongs to the source, and what ends it ---

    def _step(self, at: int) -> int | None:
        """Pass a token that opens nothing; return the next one, or None where the walk must stop."""
        text, word = self.text, self.text.words[at]
        if self.ended is None and Follows.SOMEBODY in self.scope.follows and starts_object(self.scope, at):
            self._end(at)
        if at in text.opened:
            return text.opened[at].closing + 1 if text.opened[at].closed else None
        if not word[0].isalnum():
            return self._mark(at)
        if word in self.words.clauses:
            self._end(at - 1)
        if self._begins_anew(at) or (self.ended is None and at - self.start > _SOURCE_REACH):
            return None
        if self.outlet is None and is_outlet(self.scope, at):
            self.outlet = take_outlet(self.scope, at)
            behind = self.outlet.last + 1
            self._end(at, late=behind if self._heads_source(behind) else None)
            return behind
        self.away = self.away or word in self.words.kinds[WordKind.RELATIVE]
        self.framed = self.framed or word in self.words.aways
        if at == self.start and word in self.words.kinds[WordKind.TIME_AT_START]:
            if not self._names_again(at):
                self._end(at)
        elif self._ends_source(at):
            self._end(at, late=self._late(at))
        return at + 1

    def _names_again(self, at: int) -> bool:
        """Tell ذات before the source that it repeats (ذات المصادر) from a time (ذات مرة)."""
        noun = self.words.nouns.get(self.text.words[at + 1]) if at + 1 < self.scope.limit else None
        return self.text.words[at] == "ذات" and noun is not None and noun.definite

    def _late(self, at: int) -> int | None:
        """Return where the source may still begin behind a time or an addressee (قالت له والدته)."""
        kinds, word = self.words.kinds, self.text.words[at]
        addressed = word in kinds[WordKind.PRONOUN_PREPOSITION] and self._heads_source(at + 1)
        return at + 1 if addressed or word in kinds[WordKind.TIME] else None

    def _mark(self, at: int) -> int | None:
        """Pass a punctuation mark, or stop there."""
        word = self.text.words[at]
        if word in COMMAS:
            return self._comma(at)
        if word in ("-", "("):
            return self._aside(at)
        return None if word in HARD else at + 1

    def _begins_anew(self, at: int) -> bool:
        """Tell whether another verb of saying begins here, so that this cue has nothing behind it."""
        if at == self.start or self.text.words[at] not in cues().forms or self._came(at):
            return False
        self.passed += 1
        return self.passed > _VERBS_PASSED or is_new_cue(self.scope, at)

    def _came(self, at: int) -> bool:
        """Tell how a document came to the paper, not a new cue: ذكر بيان للوزارة ورد لوكالة … أن."""
        if at > self.start and is_receipt(self.text, at, self.words):
            return True
        head = self.words.nouns.get(self.text.words[self.start])
        came = self.text.words[at] in ("ورد", "وردت") and head is not None and head.type is SourceType.DOCUMENT
        if came:
            self._end(at)
        return came

    def _ends_source(self, at: int) -> bool:
        """Tell whether a word cannot belong to the source: a time, an occasion, a means of saying."""
        word, kinds = self.text.words[at], self.words.kinds
        before = self.text.words[at - 1]
        behind = self.text.words[at + 1] if at + 1 < self.scope.limit else ""
        if word == "في" and behind and self._is_medium(behind):
            self.medium = self.medium or behind
            return True
        if word in kinds[WordKind.TIME]:
            return not (at > self.start and (before in cues().forms or self._is_construct(at)))
        if self.form is None and at > self.start and (word in kinds[WordKind.RESUMPTION] or self._is_present(at)):
            return True
        if word in self.words.source_ends:
            return True
        if word in kinds[WordKind.SPEECH_OBJECT] and word != "ذلك":
            return True
        if word in _NO_MORE and before not in _GOVERNING and not is_ali(self.scope, at):
            return True
        if word in ("لدي", "يوم") and behind and (is_event(behind, self.words) or word == "يوم"):
            return True
        if at > self.start:
            return self._is_accusative(at)
        if self._is_adverb(at):
            return True
        begun = (WordKind.SPEECH_OBJECT, WordKind.PRONOUN_PREPOSITION, WordKind.PREPOSITION)
        return any(word in kinds[kind] for kind in begun)

    def _is_accusative(self, at: int) -> bool:
        """Tell whether a tanween shows that a word is the object or says how it was said: نشرت الهيئة دليلاً."""
        counted = self.text.words[at - 1][0].isdigit()
        bears = self.text.words[at][-1] in _BEARERS and not (self.away or counted)
        return bears and "\N{ARABIC FATHATAN}" in self.text.span(at, at).text

    def _is_adverb(self, at: int) -> bool:
        """Tell whether where the source may begin stands whom or how often it was said: للوفد، لسنوات، أكثر من مرة."""
        text, word, words = self.text, self.text.words[at], self.words
        spans = words.kinds[WordKind.SPAN_OF_TIME]
        if word in _OFTEN:
            return not spans.isdisjoint(text.words[at + 1 : at + 3])
        if self.form is None or word[0] != "ل" or len(word) < _LEAST_WITH_L or word in words.nouns:
            return False
        noun = words.noun(word)
        addressed = noun is not None and noun.type is not SourceType.DOCUMENT
        return word[1:] in spans or word.startswith("لل") or addressed

    def _heads_source(self, at: int) -> bool:
        """Tell whether a source may begin behind an outlet: قال لرويترز مسؤول."""
        if at >= self.scope.limit:
            return False
        word = self.text.words[at]
        return word in self.words.nouns or word in self.words.kinds[WordKind.TITLE] or first_name(word)

    def _is_present(self, at: int) -> bool:
        """Tell whether a verb begins here, not in a relative clause, so that بحسب X ends before it."""
        return not self.away and is_present(self.text.words[at], self.words)

    def _is_construct(self, at: int) -> bool:
        """Tell whether a day belongs to the noun before it: خطيب الجمعة."""
        noun = self.words.nouns.get(self.text.words[at - 1])
        return at - 1 == self.start and noun is not None and not noun.definite

    def _is_medium(self, noun: str) -> bool:
        """Tell whether the noun behind في is the occasion of saying, not the speaker's place."""
        kinds = self.words.kinds
        if noun in kinds[WordKind.MEDIUM] or noun in kinds[WordKind.TIME] or noun[0].isdigit():
            return True
        own = self.words.nouns.get(noun)
        return own is not None and own.type is SourceType.DOCUMENT and own.definite and not noun.startswith("ال")

    def _end(self, at: int, late: int | None = None) -> None:
        """Let the source end before this token, if it has not ended yet; or begin at ``late``, if it has not begun."""
        if late is not None and (self.ended or at) == self.start:
            self.start, self.ended = late, None
            self.scope = replace(self.scope, start=late)
        elif self.ended is None:
            self.ended = at

    def _aside(self, at: int) -> int | None:
        """Cross an aside in dashes or brackets: -في بيان-, (أوبك)."""
        bracket = self.text.words[at] == "("
        for end in range(at + 1, min(at + _ASIDE, self.scope.limit)):
            if self.text.words[end] == (")" if bracket else "-"):
                inside = self.text.words[at + 1]
                if inside in PREPOSITIONS or inside in self.words.source_ends:
                    self._end(at)
                return end + 1
        return at + 1 if not bracket and at > self.start else None

    def _comma(self, at: int) -> int | None:
        """Cross a comma where the words it sets off lead on to the content; else stop."""
        self.away = self.framed = False
        if self.form is not None and at + 1 < self.scope.limit and is_object(self.scope, at + 1, ended=True):
            self._end(at)
            return at + 1
        if not leads_on(self.scope, at):
            return None
        behind = self.text.words[at + 1]
        if behind in self.words.source_ends or behind in self.words.kinds[WordKind.RELATIVE]:
            self._end(at)
        return at + 1

    # --- the result ---

    def _reading(self, found: Opened) -> Reading:
        """Put the reading together; the source is what stood before it ended or before the content opened."""
        end = self.ended if self.ended is not None else found.stop
        while end > self.start and self.text.words[end - 1] in "،,-:؛.و":
            end -= 1
        source = Range(self.start, end - 1) if end > self.start else None
        return Reading(
            found.opening, found.content, source, self.outlet, found.skip, found.preposition, self.medium, found.second
        )
