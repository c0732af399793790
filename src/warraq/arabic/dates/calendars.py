"""Which calendar a year belongs to, and whether a day exists."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from hijridate import Hijri

from warraq.model import Calendar

# A bare number of 1416 or more is a Hijri year of the web's time (1995 on); Persian years of that time are lower
# (1374 to 1405), so they are never taken for Hijri. With its sign any year that the tables know is good.
_HIJRI_SIGNED = range(1343, 1501)
_HIJRI_BARE = range(1416, 1461)
_GREGORIAN = range(1900, 2101)
_EMPTY = {date(1970, 1, 1), date(1969, 12, 31), date(1900, 1, 1)}
"""What systems print where no date was set."""

_SHORT_GREGORIAN = {**{n: 2000 + n for n in range(28)}, **{n: 1900 + n for n in range(90, 100)}}
_SHORT_HIJRI = range(30, 51)


class Year(NamedTuple):
    """A year and its calendar."""

    number: int
    calendar: Calendar


def year_of(digits: str, sign: str) -> Year | None:
    """Read a year of two or four digits.

    Two digits without a sign are 1990 to 2027, or Hijri 1430 to 1450, which no Gregorian year of the web can be.

    Args:
        digits: the year as printed.
        sign: ``h`` for هـ, ``g`` for م, "" for none.

    >>> year_of("40", ""), year_of("1445", ""), year_of("1403", "")
    (Year(number=1440, calendar=<Calendar.HIJRI: 'hijri'>), Year(number=1445, calendar=<Calendar.HIJRI: 'hijri'>), None)
    """
    number = int(digits)
    if len(digits) == 2:
        if sign == "h":
            return Year(1400 + number, Calendar.HIJRI)
        if number in _SHORT_GREGORIAN:
            return Year(_SHORT_GREGORIAN[number], Calendar.GREGORIAN)
        return Year(1400 + number, Calendar.HIJRI) if number in _SHORT_HIJRI and not sign else None
    if number in _GREGORIAN:
        return Year(number, Calendar.GREGORIAN) if sign != "h" else None
    known = _HIJRI_SIGNED if sign == "h" else _HIJRI_BARE
    return Year(number, Calendar.HIJRI) if number in known and sign != "g" else None


def gregorian(year: int, month: int, day: int) -> date | None:
    """The day, if there is one and it is not the mark of an empty field."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return None if found in _EMPTY else found


def hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one by Umm al-Qura, if there is one.

    >>> hijri(1445, 9, 15)
    datetime.date(2024, 3, 25)
    """
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)
