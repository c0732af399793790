"""Lines told by their signs and shape alone: addresses, marks by which agencies end a dispatch, lines of data."""

from __future__ import annotations

import re

from warraq.arabic.dates import parse_date
from warraq.letters import count_letters
from warraq.model import Kind, Precision
from warraq.strip.scene import View

_ONE = (
    r"(?:https?://|www\.|(?:twitter|facebook|instagram|t|x)\.(?:com|me)/)[^\s|,،]+"
    r"|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}|@ ?[A-Za-z0-9_.]{2,40}|[A-Za-z0-9_.]{2,40} ?@"
)
_ADDRESS = re.compile(rf"(?:[^@:\n]{{1,30}} ?: ?)?(?:{_ONE})(?:[\s|,،–-]{{1,4}}(?:{_ONE})){{0,3}}", re.IGNORECASE)
_DESK = r"[ء-ي]{1,2}(?:[ .ـ][ء-ي]{1,2}){0,4}"
_INITIALS = re.compile(rf"\W{{0,4}}{_DESK} ?[/\\] ?{_DESK}(?: ?[/\\] ?{_DESK}){{0,2}}[\W\d]{{0,6}}")
_NAME_AND_INITIALS = re.compile(r"[ء-ي]{3,9} ?[/\\] ?[ء-ي](?:[ .ـ][ء-ي]){1,3}[\W\d]{0,6}")
_SIGNED = re.compile(
    r"[\s/\\(\[*–-]{0,4}(?:[ء-ي]ـ?\. ?){1,3}[ء-ي]ـ?[\s.)\]/*–-]{0,4}|\W{0,4}[ء-ي] [ء-ي](?: [ء-ي])?\W{0,4}"
)
_WIRE_CLOCK = re.compile(r"\d{1,2}[:.]\d{2} ?ت ?[مغ]\W{0,3}")
_DAY_SIGNS = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}|(?<!\d)(?:19|20)\d{2}(?!\d)|[١٢][٠-٩]{3}")
_SET_APART = re.compile(r"[|/•·]|: ?\d|(?:\s|^)[-–—](?:\s|$)")
_META_REST = 70
_META_LETTERS = 150
_DAYS = (Precision.DAY, Precision.MINUTE)


def is_address(text: str) -> bool:
    """Whether a line is an address and nothing else: of a page, of a mailbox, of an account.

    >>> is_address("@sami_writes"), is_address("sami_writes @"), is_address("بريد: sami@paper.example")
    (True, True, True)
    >>> is_address("كتب على @sami_writes أمس")
    False
    """
    if " " in text and "@" not in text:
        return False
    return _ADDRESS.fullmatch(text) is not None


def ends_dispatch(text: str) -> bool:
    """Whether a line is the initials of a desk or the clock of an agency, as stand below dispatches.

    >>> ends_dispatch("س ب/ن ع"), ends_dispatch("16:42ت م"), ends_dispatch("ليلى/م ع"), ends_dispatch("(ق.م)")
    (True, True, True, True)
    >>> ends_dispatch("صيف / شتاء"), ends_dispatch("في ما")
    (False, False)
    """
    return any(mark.fullmatch(text) for mark in (_INITIALS, _NAME_AND_INITIALS, _SIGNED, _WIRE_CLOCK))


def states_meta(view: View) -> bool:
    """Whether a line states when the piece appeared: a day with a label or set apart from few other words by signs.

    A day alone proves nothing: "في 5 يونيو 1967 اندلعت الحرب" may open a text.
    """
    text = view.block.text
    if view.letters > _META_LETTERS or view.sentence or view.block.kind is Kind.HEADING or not _DAY_SIGNS.search(text):
        return False
    date = parse_date(text)
    if date is None or date.precision not in _DAYS:
        return False
    rest = f"{text[: date.start]} {text[date.end :]}"
    return count_letters(rest) <= _META_REST and (date.label is not None or _SET_APART.search(rest) is not None)
