r"""The furniture of Arabic sites told by its words: "اقرأ أيضاً", "شارك على فيسبوك", "3 دقائق للقراءة".

The phrases are data (``furniture.toml``); this module knows only how a phrase may stand in a line (its
scope). It says what a line looks like, not what is to be done with it: ``strip`` and ``locate`` decide that,
with the markup and the neighbours before their eyes.

"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from warraq.arabic.phrases import NUMBER, Found, PhraseBook, after, keys_of
from warraq.letters import fold
from warraq.lexicon import load


class FurnitureRole(StrEnum):
    """What a piece of furniture is there for."""

    RELATED = "related"
    READ_ALSO = "read_also"
    READ_MORE = "read_more"
    SHARE = "share"
    FOLLOW = "follow"
    SUBSCRIBE = "subscribe"
    NEWSLETTER = "newsletter"
    APP = "app"
    COMMENT = "comment"
    PRINT = "print"
    FONT_SIZE = "font_size"
    BACK_TO_TOP = "back_to_top"
    POLL = "poll"
    AD = "ad"
    COPYRIGHT = "copyright"
    COUNTER = "counter"
    READING_TIME = "reading_time"
    TAGS = "tags"
    SOURCE = "source"
    SECTION = "section"
    NAVIGATION = "navigation"
    SEARCH = "search"
    LOGIN = "login"
    ERROR = "error"
    COOKIE = "cookie"
    DONATE = "donate"
    PLAYER = "player"
    WEATHER = "weather"
    PRAYER = "prayer"
    TICKER = "ticker"
    MOST_READ = "most_read"
    LATEST = "latest"
    AUTHOR_BOX = "author_box"
    REPORT_ERROR = "report_error"
    COPY_LINK = "copy_link"
    RATING = "rating"
    CAPTION_LABEL = "caption_label"
    DATE_LABEL = "date_label"
    BYLINE_LABEL = "byline_label"
    DISCLAIMER = "disclaimer"
    CONTENTS = "contents"
    END_MARK = "end_mark"


class Scope(StrEnum):
    """How far a phrase reaches.

    ``line``: the whole line is the phrase. ``prefix``: a short line that begins so. ``heading``: the line
    and the list below it. ``inline``: the phrase and, in the same line, the title of another piece.
    ``tail``: from this line on nothing of the article comes. ``label``: the phrase goes and the rest stays
    (of a caption).
    """

    LINE = "line"
    PREFIX = "prefix"
    HEADING = "heading"
    INLINE = "inline"
    TAIL = "tail"
    LABEL = "label"


class Carries(StrEnum):
    """What the rest of a line, or the line below, tells of the article."""

    NOTHING = "nothing"
    TAGS = "tags"
    SECTION = "section"
    SOURCE = "source"
    AUTHOR = "author"
    DATE = "date"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class FurnitureEntry:
    """One entry of ``furniture.toml``.

    Attributes:
        name: names the entry in verdicts and traces.
        role: what it is there for.
        scope: how far it reaches.
        phrases: ``{a|b}`` stands for either, ``<set>`` for a set of furniture_sets.toml, ``#`` for a number,
            ``…`` for some words between the beginning and the end of the line.
        why: where it is seen and why it is no part of an article.
        example: a line it matches, its test.
        carries: what the remainder tells.
        sure: False where an article may well have such a line, so that a second sign is needed.
        words: longest line, in words.
        broken: whether a sign must set the rest of the line apart.
        spares: lines that it must leave alone, its test too.
    """

    name: str
    role: FurnitureRole
    scope: Scope
    phrases: tuple[str, ...]
    why: str
    example: str
    carries: Carries = Carries.NOTHING
    sure: bool = True
    words: int = 24
    broken: bool = False
    spares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FurnitureMatch:
    """What a line looks like.

    Attributes:
        role, scope, carries, sure: those of the entry.
        entry: its name.
        rest: what follows the phrase in the line, as printed; "" if the phrase is the whole line.
    """

    role: FurnitureRole
    scope: Scope
    entry: str
    rest: str = ""
    carries: Carries = Carries.NOTHING
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Set:
    name: str
    words: tuple[str, ...]


LONGEST = 700
"""No furniture line is longer (characters); longer lines are not looked at."""

_MOST_WORDS = 100
_MANY = 4
"""Phrases from which a line of doubtful ones is a menu all the same."""

_BREAK = re.compile(r"\s*[:：؛|/\\<>«»•!؟?…=+*\"“”()\[\]{}.،,–—→←↓›▶►◄✦■◀-]")
_SENTENCE_END = re.compile(r"[.؟!۔][\"”»)\s]*$")
_EDGE = " \t:：؛|/\\<>•!…=–—→←›▶►◄.،,\N{NO-BREAK SPACE}\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT MARK}-"

_RUN_ROLES = frozenset(
    {
        FurnitureRole.SHARE, FurnitureRole.PRINT, FurnitureRole.FOLLOW, FurnitureRole.NAVIGATION,
        FurnitureRole.APP, FurnitureRole.COMMENT, FurnitureRole.FONT_SIZE, FurnitureRole.SEARCH,
        FurnitureRole.LOGIN, FurnitureRole.RATING, FurnitureRole.COUNTER, FurnitureRole.COPY_LINK,
        FurnitureRole.BACK_TO_TOP, FurnitureRole.SUBSCRIBE, FurnitureRole.MOST_READ, FurnitureRole.LATEST,
        FurnitureRole.COPYRIGHT, FurnitureRole.PLAYER, FurnitureRole.RELATED,
        FurnitureRole.SECTION,
    }
)  # fmt: skip
"""Roles whose phrases stand side by side in one line: "حفظ طباعة إرسال", "من نحن | اتصل بنا"."""


def furniture_of(text: str) -> FurnitureMatch | None:
    """Say which furniture a line looks like, or None.

    Args:
        text: one line as printed, white space collapsed.

    >>> match = furniture_of("إقــرأ أيضاً : انخفاض أسعار القمح")
    >>> match.role.value, match.scope.value, match.rest
    ('read_also', 'inline', 'انخفاض أسعار القمح')
    >>> furniture_of("٣ دقائق للقراءة").role.value
    'reading_time'
    >>> furniture_of("اقرأ باسم ربك الذي خلق") is None
    True
    """
    if len(text) > LONGEST:
        return None
    book = _book()
    key = fold(text)
    begins, ends = book.may_begin(key), book.may_end(key)
    if not begins and not ends:
        return None
    words = keys_of(key)
    if len(words) > _MOST_WORDS:
        return None
    heads = book.at_head(words) if begins else []
    best = _begun(heads, words, text) if heads else None
    if best is not None and not best.rest:
        return best
    if ends:
        for entry in book.by_end(words):
            if len(words) <= entry.words:
                return _match(entry)
    may_run = begins and (heads or words[0] == NUMBER) and (best is None or not best.sure)
    return (_run(book, words) if may_run else None) or best


def _begun(heads: Sequence[Found[FurnitureEntry]], words: Sequence[str], text: str) -> FurnitureMatch | None:
    """The longest phrase at the head of the line that may stand so, a sure one before one that is not."""
    found = sorted(heads, key=lambda one: (-one.length, not one.entry.sure))
    return next((match for one in found if (match := _standing(one, words, text)) is not None), None)


def _standing(found: Found[FurnitureEntry], words: Sequence[str], text: str) -> FurnitureMatch | None:
    """The match, if the phrase may stand in the line as it does; a number behind it is no word."""
    entry = found.entry
    if len(words) > entry.words and entry.scope is not Scope.LABEL:
        return None
    whole = all(word == NUMBER for word in words[found.length :])
    if entry.scope is Scope.LINE:
        return _match(entry) if whole else None
    rest = after(text, found.length)
    broken = _BREAK.match(rest) is not None
    if entry.scope is Scope.LABEL and (broken or not entry.broken or not rest):
        return _match(entry, rest.strip(_EDGE))
    if whole and len(words) <= entry.words:
        return _match(entry)
    match entry.scope:
        case Scope.PREFIX:
            may = broken or not entry.broken
        case Scope.HEADING:
            may = broken and entry.carries is not Carries.NOTHING
        case Scope.INLINE:
            may = broken or not (entry.broken or _SENTENCE_END.search(text))
        case Scope.TAIL:
            may = found.length > (1 if broken else 2)
        case _:
            may = False
    return _match(entry, rest.strip(_EDGE)) if may else None


def _run(book: PhraseBook[FurnitureEntry], words: Sequence[str]) -> FurnitureMatch | None:
    """Several phrases side by side that fill the line: "فيسبوك تويتر واتساب طباعة"."""
    at, parts, numbers = 0, [], 0
    while at < len(words):
        if words[at] == NUMBER:
            at, numbers = at + 1, numbers + 1
            continue
        fitting = [one for one in book.at_head(words, at) if one.entry.role in _RUN_ROLES]
        if not fitting:
            return None
        parts.append(fitting[-1].entry)
        at += fitting[-1].length
    sure = next((part for part in parts if part.sure), None)
    if len(parts) + (numbers > 1) < 2 or (sure is None and len(parts) < _MANY):
        return None
    return _match(sure or parts[0], sure=True)


def _match(entry: FurnitureEntry, rest: str = "", sure: bool | None = None) -> FurnitureMatch:
    return FurnitureMatch(
        entry.role, entry.scope, entry.name, rest, entry.carries, entry.sure if sure is None else sure
    )


@lru_cache(maxsize=1)
def _book() -> PhraseBook[FurnitureEntry]:
    """All phrases of the lexicon."""
    return PhraseBook(
        {one.name: one.words for one in load("furniture_sets", _Set)},
        ((phrase, entry) for entry in load("furniture", FurnitureEntry) for phrase in entry.phrases),
    )
