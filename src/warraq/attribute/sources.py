"""Reads from a cue to the reported words: source, outlet, occasion, and what opens the words.

Arabic puts the source between the verb and its complement (قال الوزير أمس إن …), so no name need be known: the walk
goes from token to token until something opens the content, and the source ends at the first word that cannot be in it.
"""

from __future__ import annotations

from warraq.attribute.conjugate import Tense
from warraq.attribute.cues import Follows, Form, cues
from warraq.attribute.drafts import Opening, Range, Reading
from warraq.attribute.events import is_event
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import Vocabulary, WordKind

_REACH = 60
_SOURCE_REACH = 40
_PREPOSITIONS = {
    "الي": Follows.TO, "علي": Follows.ON, "عن": Follows.ABOUT, "من": Follows.FROM, "في": Follows.IN,
}  # fmt: skip
_ANSWERING = frozenset({"قايلا", "قايله", "قايلين", "بالقول", "بقوله", "بقولها", "قوله", "قولها", "قولهم", "مضيفا"})
_COMMAS = frozenset("،,")
_DASHES = frozenset("-(")
_HARD = frozenset("؛;")


class Walk:
    """One walk from a cue towards the reported words; made for one cue and thrown away."""

    def __init__(self, text: Text, start: int, form: Form | None, words: Vocabulary) -> None:
        """Take the token behind the cue and the cue's form (None for a phrase such as بحسب)."""
        self.text = text
        self.start = start
        self.form = form
        self.words = words
        self.follows = frozenset(form.verb.complements) if form else frozenset()
        self.limit = min(text.sentence(start - 1)[1], start + _REACH)
        self.ended: int | None = None
        self.outlet: Range | None = None
        self.medium = ""

    def read(self) -> Reading:
        """Walk, and say what was found."""
        at = self.start
        while at < self.limit:
            found = self._opens(at)
            if found is not None:
                return found
            step = self._step(at)
            if step is None:
                break
            at = step
        return self._reading(Opening.NONE, at, at)

    # --- what opens the content ---

    def _opens(self, at: int) -> Reading | None:
        """Return the reading if the content opens at this token."""
        text, word = self.text, self.text.words[at]
        if word in self.words.clauses:
            return self._clause(at)
        if word == ":":
            return self._reading(Opening.COLON, self._after_colon(at), at)
        if at in text.opened and not self._is_name(at):
            return self._reading(Opening.QUOTE, at + 1, at)
        if self.form is None:
            return None
        if word in _ANSWERING and at + 1 < len(text.words):
            return self._answering(at)
        if word in _PREPOSITIONS:
            return self._preposition(at)
        if word.startswith("ب") and Follows.BI in self.follows and self._is_bi(at):
            return self._reading(Opening.PREPOSITION, at, at, skip=1)
        if self._is_object(at):
            return self._reading(Opening.OBJECT, at, at)
        return None

    def _clause(self, at: int) -> Reading:
        """Content behind a complementizer: after a detached أن, from an attached أنه on."""
        word = self.text.words[at]
        content, skip = (at + 1, 0) if word in ("ان", "بان") else (at, int(word[0] == "ب"))
        if content in self.text.opened:
            content += 1
        return self._reading(Opening.CLAUSE, content, at, skip=skip)

    def _after_colon(self, at: int) -> int:
        """Content behind a colon, past an opening quotation mark or a dash."""
        content = at + 1
        while content < len(self.text.words) - 1 and self.text.words[content] in "\"'-:.":
            content += 1
        return content

    def _answering(self, at: int) -> Reading | None:
        """Content behind a second word of saying: تابع قائلا …, عن المصدر قوله إن …."""
        behind = at + 1
        word = self.text.words[behind]
        if word in self.words.clauses:
            return self._clause_from(behind, at)
        if word == ":" or behind in self.text.opened:
            content = self._after_colon(behind) if word == ":" else behind + 1
            return self._reading(Opening.COLON, content, at)
        if self.text.words[at] in ("قوله", "قولها", "قولهم", "مضيفا"):
            return None
        return self._reading(Opening.WORD, behind, at)

    def _clause_from(self, at: int, source_end: int) -> Reading:
        """Read a clause whose source ended earlier."""
        if self.ended is None:
            self.ended = source_end
        return self._clause(at)

    def _preposition(self, at: int) -> Reading | None:
        """Content behind the verb's own preposition, with أن or with a noun."""
        text = self.text
        behind = at + 1
        if behind >= len(text.words):
            return None
        if text.words[behind] in self.words.clauses:
            reading = self._clause(behind)
            return self._reading(reading.opening, reading.content, at, skip=reading.skip, preposition=at)
        if _PREPOSITIONS[text.words[at]] not in self.follows or (self.form and self.form.verb.lemma == "نقل"):
            return None
        if self.ended is None and self._better_behind(at):
            return None
        content = behind + 1 if behind in text.opened else behind
        return self._reading(Opening.PREPOSITION, content, at, preposition=at)

    def _better_behind(self, at: int) -> bool:
        """Tell whether a clause with أن follows so that this preposition is in the source (مصدر من الشرطة من أن)."""
        own = self.text.words[at]
        if at + 1 < len(self.text.words) and is_event(self.text.words[at + 1], self.words):
            return False
        for behind in range(at + 2, min(at + 16, self.limit)):
            word, before = self.text.words[behind], self.text.words[behind - 1]
            if word in self.words.clauses:
                return before == own or (
                    Follows.CLAUSE in self.follows
                    and before not in self.words.kinds[WordKind.FRAME]
                    and before not in _PREPOSITIONS
                    and not is_event(before, self.words)
                )
            if word in _COMMAS and not self._leads_on(behind) or word in _HARD:
                return False
        return False

    def _is_bi(self, at: int) -> bool:
        """Tell whether the token is the verb's attached ب with a noun, and not a part of the source."""
        word = self.text.words[at]
        if word in self.words.kinds[WordKind.INNER_B] or word in self.words.kinds[WordKind.TIME]:
            return False
        if len(word) < 4 or word in self.words.kinds[WordKind.FRAME]:
            return False
        return not (at == self.start and self.form is not None and not self._event_after_b(word))

    def _event_after_b(self, word: str) -> bool:
        """Tell whether ب stands before an article or an event noun; else a name may begin with that letter."""
        return word.startswith("بال") or is_event(word[1:], self.words)

    def _is_object(self, at: int) -> bool:
        """Tell whether a bare event noun begins the content here (أعلن الجيش مقتل …)."""
        word = self.text.words[at]
        if Follows.RESPONSIBILITY in self.follows:
            return word in ("المسووليه", "مسووليه", "مسووليته", "مسووليتها")
        if Follows.OBJECT not in self.follows or at == self.start and self._starts_source(at):
            return False
        if not is_event(word, self.words) and word not in self.words.kinds[WordKind.DETERMINER]:
            return False
        before = self.text.words[at - 1]
        if at > self.start and self.ended is None:
            return before not in self.words.kinds[WordKind.CONSTRUCT] and before not in _PREPOSITIONS
        return True

    def _starts_source(self, at: int) -> bool:
        """Tell whether a word right behind the cue heads a source although it may also be an event."""
        word = self.text.words[at]
        return word in self.words.nouns and word not in self.words.kinds[WordKind.EVENT]

    # --- what belongs to the source, and what ends it ---

    def _step(self, at: int) -> int | None:
        """Pass a token that opens nothing; return the next one, or None where the walk must stop."""
        text, word, kinds = self.text, self.text.words[at], self.words.kinds
        if at in text.opened:
            return text.opened[at].closing + 1 if text.opened[at].closed else None
        if word in _COMMAS:
            return self._comma(at)
        if word in _HARD or self.ended is None and at - self.start > _SOURCE_REACH:
            return None
        if word in _DASHES:
            return self._aside(at)
        if word in cues().forms and at > self.start and self._is_cue(at):
            return None
        if word == "في" and at + 1 < len(text.words) and self._is_medium(at + 1):
            self._end(at)
            self.medium = self.medium or text.words[at + 1]
            return at + 2
        if word in kinds[WordKind.TIME] or word in kinds[WordKind.FRAME] or word in kinds[WordKind.ANONYMITY]:
            if not (word in kinds[WordKind.TIME] and at > self.start and text.words[at - 1] in cues().forms):
                self._end(at)
            return at + 1
        if at == self.start and word in _PREPOSITIONS:
            self._end(at)
        if word == "لدي" and at + 1 < len(text.words) and is_event(text.words[at + 1], self.words):
            self._end(at)
        if self._is_outlet(at):
            return self._take_outlet(at)
        if word in ("في", "وفي", "يوم") and at + 1 < len(text.words) and text.words[at + 1][0].isdigit():
            self._end(at)
        return at + 1

    def _end(self, at: int) -> None:
        """Let the source end before this token, if it has not ended yet."""
        if self.ended is None:
            self.ended = at

    def _is_cue(self, at: int) -> bool:
        """Tell whether a verb form in the walk is a new cue and not a noun of the source."""
        word, before = self.text.words[at], self.text.words[at - 1]
        if word in self.words.nouns or word in self.words.kinds[WordKind.NOT_A_CUE]:
            return False
        form = cues().forms[word]
        if form.tense in (Tense.PARTICIPLE, Tense.MASDAR):
            return before in _COMMAS
        return form.joined or before in _COMMAS

    def _is_medium(self, at: int) -> bool:
        """Tell whether the noun after في is the occasion of saying, not the speaker's place."""
        word = self.text.words[at]
        return word in self.words.kinds[WordKind.MEDIUM] or word in self.words.kinds[WordKind.TIME] or word[0].isdigit()

    def _aside(self, at: int) -> int | None:
        """Cross an aside in dashes or brackets: -في بيان-, (أوبك)."""
        closing = ")" if self.text.words[at] == "(" else "-"
        for end in range(at + 1, min(at + 14, self.limit)):
            if self.text.words[end] == closing:
                inside = self.text.words[at + 1]
                if inside == "في" or inside in self.words.kinds[WordKind.TIME]:
                    self._end(at)
                return end + 1
        return at + 1 if at - self.start < 12 and closing == "-" and at > self.start else None

    def _comma(self, at: int) -> int | None:
        """Cross a comma where the words it sets off lead on to the content; else stop."""
        if at == self.start:
            return at + 1 if self._leads_on(at) else None
        if self.form is not None and at + 1 < self.limit and self._is_object(at + 1):
            self._end(at)
            return at + 1
        if not self._leads_on(at):
            return None
        behind = self.text.words[at + 1]
        if behind in self.words.kinds[WordKind.TIME] or behind in self.words.kinds[WordKind.FRAME]:
            self._end(at)
        return at + 1

    def _leads_on(self, comma: int) -> bool:
        """Tell whether behind this comma, with no other verb of saying between, something opens the content."""
        text, kinds = self.text, self.words.kinds
        connectives = kinds[WordKind.CONNECTIVE]
        for at in range(comma + 1, min(comma + 30, self.limit)):
            word = text.words[at]
            if word in self.words.clauses:
                before = text.words[at - 1]
                return self.form is not None or before in _COMMAS
            if word == ":" or (at in text.opened and not self._is_name(at)):
                return self.form is not None
            if text.words[at - 1] in _COMMAS and at > comma + 1 and self._is_object(at):
                return True
            if at == comma + 1 and word in connectives and word not in kinds[WordKind.TIME] and word != "و":
                return False
            if word in _HARD or word in cues().forms and self._is_cue(at):
                return False
        return False

    def _is_name(self, at: int) -> bool:
        """Tell whether the quotation that opens here is the name of something: صحيفة «نيويورك تايمز»."""
        text = self.text
        quote = text.opened[at]
        length = quote.closing - at - 1
        if not quote.closed or length > 5:
            return False
        before = text.words[at - 1]
        if before == "ل" or before in self.words.kinds[WordKind.MEDIA_NOUN]:
            return True
        inside = " ".join(text.words[at + 1 : quote.closing])
        known = inside in self.words.names or "ال" + inside in self.words.names
        noun = self.words.nouns.get(before)
        return (
            length <= 3
            and (known or at == self.start or (noun is not None and not noun.plural))
            and self._goes_on(quote.closing)
        )

    def _goes_on(self, closing: int) -> bool:
        """Tell whether more of the walk's business follows a short quotation, so that it was a name."""
        text = self.text
        for at in range(closing + 1, min(closing + 12, self.limit)):
            if text.words[at] in self.words.clauses or text.words[at] == ":" or at in text.opened:
                return True
            if text.words[at] in _COMMAS and self.form is None:
                return True
        return self.form is None

    def _is_outlet(self, at: int) -> bool:
        """Tell whether the token begins the outlet: لقناة، لـ«…»، للميادين."""
        text, word = self.text, self.text.words[at]
        if self.outlet is not None or not word.startswith("ل"):
            return False
        if word == "ل":
            return at + 1 < len(text.words) and (at + 1 in text.opened or text.words[at + 1].isascii())
        if len(word) < 3:
            return False
        stem, definite = (word[2:], "ال" + word[2:]) if word.startswith("لل") else (word[1:], word[1:])
        outlet_noun = stem in self.words.kinds[WordKind.OUTLET_NOUN]
        inner = at > self.start and text.words[at - 1] in self.words.kinds[WordKind.INNER_ADJECTIVE]
        if outlet_noun and not (inner and word.startswith("لل")):
            return True
        if inner:
            return False
        following = definite + " " + text.words[at + 1] if at + 1 < len(text.words) else definite
        if definite in self.words.outlets or following in self.words.outlets:
            return True
        return False

    def _take_outlet(self, at: int) -> int:
        """Note the outlet and return the token behind it."""
        text = self.text
        self._end(at)
        last = at
        if at + 1 in text.opened and text.opened[at + 1].closed:
            last = text.opened[at + 1].closing
        else:
            while last + 1 < self.limit and last - at < 4 and self._in_outlet(last + 1):
                last += 1
            if last + 1 in text.opened and text.opened[last + 1].closed and self._is_name(last + 1):
                last = text.opened[last + 1].closing
        self.outlet = Range(at, last)
        return last + 1

    def _in_outlet(self, at: int) -> bool:
        """Tell whether a token goes on naming the outlet."""
        word = self.text.words[at]
        if not word[0].isalnum() or word in self.words.clauses or word in _PREPOSITIONS:
            return False
        if word.startswith("ب") and Follows.BI in self.follows and self._event_after_b(word):
            return False
        stopping = self.words.any(WordKind.TIME, WordKind.FRAME, WordKind.CONNECTIVE)
        return word not in stopping and not self._is_object(at)

    # --- the result ---

    def _reading(
        self, opening: Opening, content: int, stop: int, *, skip: int = 0, preposition: int | None = None
    ) -> Reading:
        """Put the reading together; the source is what stood before it ended or before ``stop``."""
        end = self.ended if self.ended is not None else stop
        while end > self.start and self.text.words[end - 1] in "،,-:؛.و":
            end -= 1
        source = Range(self.start, end - 1) if end > self.start else None
        return Reading(opening, content, source, self.outlet, skip, preposition, self.medium)
