"""What one walk from a cue may look at."""

from __future__ import annotations

from dataclasses import dataclass

from warraq.arabic.names import first_name
from warraq.attribute.conjugate import Tense
from warraq.attribute.cues import Follows, Form, cues
from warraq.attribute.naming import sentence_end
from warraq.attribute.tokens import Text
from warraq.attribute.vocabulary import Vocabulary, WordKind

COMMAS = frozenset("،,")
HARD = frozenset("؛;")
PREPOSITIONS = {
    "الي": Follows.TO, "علي": Follows.ON, "عن": Follows.ABOUT, "من": Follows.FROM, "في": Follows.IN,
}  # fmt: skip
SAID = frozenset({"قوله", "قولها", "قولهم", "قولهما", "تاكيده", "تاكيدها", "تاكيدهم", "ادعاءه", "ادعاءها"})
SECOND = frozenset({"قايلا", "قايله", "قايلين", "بالقول", "بقوله", "بقولها", "بقولهم"})
_REACH = 60  # tokens; longer than any source in the news texts read for this, and a bound for hostile ones


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
    if word in cues().frames or is_receipt(scope.text, at, scope.words):
        return False  # نقلا عن, which has the letters of a dual
    before = scope.text.words[at - 1]
    if form.tense in (Tense.PARTICIPLE, Tense.MASDAR):
        behind = scope.text.words[at + 1 : at + 3] if form.tense is Tense.PARTICIPLE else ()
        return before in COMMAS or any(word in scope.words.clauses for word in behind)
    return form.joined or before in COMMAS


def is_receipt(text: Text, at: int, words: Vocabulary) -> bool:
    """Tell whether a word only says how a statement came to the paper: في بيان ورد للوكالة."""
    return text.words[at] in ("ورد", "وردت", "وصل") and text.words[at - 1] in words.kinds[WordKind.MEDIUM]


def is_held(scope: Scope, at: int) -> bool:
    """Tell whether a clause with أن belongs to the word before it and not to the cue: يمكن أن، بعد أن، علما أن."""
    return at > scope.start and scope.text.words[at - 1] in scope.words.kinds[WordKind.BEFORE_CLAUSE]


def is_ali(scope: Scope, at: int) -> bool:
    """Tell the name علي from على: by its last letter, where the text tells the two letters apart."""
    text = scope.text
    if text.words[at] != "علي" or text.plain[text.end(at) - 1] != "ي":
        return False
    before = text.words[at - 1]
    if before in scope.words.kinds[WordKind.TITLE] or first_name(before):
        return True
    behind = text.words[at + 1 : at + 2]
    if behind == ["بن"] or "على" in text.plain:
        return True
    other = Follows.ON in scope.follows or "الي " in text.plain or not behind
    return not other and before.startswith("ال") and not (behind[0].startswith("ال") or behind[0] in scope.words.frames)
