"""Makes the forms of a verb of saying from its principal parts.

Only the third person is made, for news is written in it: he, she, they two, they; past and present; the participle
as it follows a clause (مشيرا، مشيرة، مشيرين); the masdar with a pronoun (قوله، قولها).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Tense(StrEnum):
    """Which part of the verb a form is."""

    PAST = "past"
    PRESENT = "present"
    PARTICIPLE = "participle"
    MASDAR = "masdar"


class Inflected(NamedTuple):
    """One form, unfolded, and what it agrees with."""

    word: str
    tense: Tense
    feminine: bool = False
    plural: bool = False


def past(base: str) -> Iterator[Inflected]:
    """Yield the third person forms of the past.

    >>> [form.word for form in past("نفى")]
    ['نفى', 'نفت', 'نفيا', 'نفتا', 'نفوا']
    """
    stem = base[:-1] if base[-1] in "ىا" else base
    dual = {"ى": stem + "يا", "ا": stem + "وا"}.get(base[-1], base + "ا")
    yield Inflected(base, Tense.PAST)
    yield Inflected(stem + "ت", Tense.PAST, feminine=True)
    yield Inflected(dual, Tense.PAST, plural=True)
    yield Inflected(stem + "تا", Tense.PAST, feminine=True, plural=True)
    yield Inflected(stem + "وا", Tense.PAST, plural=True)


def present(base: str) -> Iterator[Inflected]:
    """Yield the third person forms of the present.

    >>> [form.word for form in present("يدعو")]
    ['يدعو', 'تدعو', 'يدعوان', 'تدعوان', 'يدعون']
    """
    hers = "ت" + base[1:]
    weak = base[-1] in "يوى"
    dual = base[:-1] + "يان" if base[-1] == "ى" else base + "ان"
    yield Inflected(base, Tense.PRESENT)
    yield Inflected(hers, Tense.PRESENT, feminine=True)
    yield Inflected(dual, Tense.PRESENT, plural=True)
    yield Inflected("ت" + dual[1:], Tense.PRESENT, feminine=True, plural=True)
    yield Inflected((base[:-1] if weak else base) + "ون", Tense.PRESENT, plural=True)


def participle(base: str) -> Iterator[Inflected]:
    """Yield the accusative forms of the participle.

    >>> [form.word for form in participle("نافي")]
    ['نافيا', 'نافية', 'نافين']
    """
    yield Inflected(base + "ا", Tense.PARTICIPLE)
    yield Inflected(base + "ة", Tense.PARTICIPLE, feminine=True)
    yield Inflected((base[:-1] if base[-1] == "ي" else base) + "ين", Tense.PARTICIPLE, plural=True)


def masdar(base: str) -> Iterator[Inflected]:
    """Yield the masdar with the pronouns of the third person.

    >>> [form.word for form in masdar("إشارة")]
    ['إشارته', 'إشارتها', 'إشارتهم']
    """
    stem = base[:-1] + "ت" if base[-1] == "ة" else base
    yield Inflected(stem + "ه", Tense.MASDAR)
    yield Inflected(stem + "ها", Tense.MASDAR, feminine=True)
    yield Inflected(stem + "هم", Tense.MASDAR, plural=True)


def with_object(form: Inflected) -> Iterator[Inflected]:
    """Yield a verb form with a pronoun as object.

    >>> [form.word for form in with_object(Inflected("دعا", Tense.PAST))]
    ['دعاه', 'دعاها', 'دعاهم']
    """
    stem = form.word[:-1] + "ا" if form.word.endswith("ى") else form.word
    for pronoun in ("ه", "ها", "هم"):
        yield form._replace(word=stem + pronoun)
