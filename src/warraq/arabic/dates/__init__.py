r"""Dates as Arabic pages print them, from Morocco to Oman, Hijri and Gregorian; also ISO 8601 and RFC 2822.

A day is never guessed: what is ambiguous, impossible or a range gives nothing. Names of months, weekdays, labels and
zones are in ``data/lexicons``; the Hijri calendar is Umm al-Qura.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, lru_cache
from typing import NamedTuple, cast

from warraq.arabic.dates import clock, days, relative, words
from warraq.arabic.dates.calendars import hijri, year_of
from warraq.arabic.dates.clock import Clock
from warraq.arabic.dates.days import Day
from warraq.arabic.dates.words import Label, LabelEntry, WeekdayEntry, WordKind
from warraq.arabic.steps.codepoints import letters_of
from warraq.errors import OptionError
from warraq.letters import MARKS, TATWEEL, Folded, fold, fold_aligned
from warraq.model import ArabicDate, Calendar, Precision

__all__ = ["find_dates", "parse_date"]

_LONGEST = 4000
"""Characters that are looked at: a line with a date is short, and what comes from a page may be anything."""

_LABEL_REACH = 60
_BOTH = "both_calendars"
_D = "[0-9\u0660-\u0669\u06f0-\u06f9]"
_NUMBERS = re.compile(rf"{_D}{{4}}|[/\-][ \u200e\u200f]{{0,2}}{_D}{_D}|{_D}{_D}\s?ه")
"""What every full date holds: a year of four digits, or of two behind a sign or before هـ. Told before anything else is
done, for most lines of a page have no date."""

_TO = re.compile(r"-|الي|حتي|to|لغاية|و")
_YEAR_ALONE = re.compile(r"\s*(?P<y>(?:19|20)\d\d)(?:-(?P<m>0[1-9]|1[0-2]))?\s*")


def parse_date(text: str, reference: str | datetime | None = None) -> ArabicDate | None:
    r"""Read the date that a string states.

    Args:
        text: a date line, a metadata value, an address.
        reference: the time from which "منذ 3 ساعات" counts and whose year a date without one has, ISO 8601 or a
            datetime. Without it such strings state no date.

    Returns:
        The date, of two that labelled published, else the first; None where the string states no day, month or year.

    Raises:
        OptionError: the reference is no ISO 8601 time.

    >>> parse_date("نُشر الإثنين ٢٥ مارس ٢٠٢٤ الساعة ١٠:٣٠ م بتوقيت مكة المكرمة").value
    '2024-03-25T22:30+03:00'
    >>> parse_date("١٥ رمضان ١٤٤٥هـ").value, parse_date("منذ 3 ساعات"), parse_date("عام 1948")
    ('2024-03-25', None, None)
    """
    seen_from = _moment(reference)
    if seen_from is None and not _NUMBERS.search(text[:_LONGEST]):
        return None
    read, found = _stated(text[:_LONGEST])
    if _is_period(read.text, found):
        return None
    if found:
        return next((date for date in found if date.label == Label.PUBLISHED), _fullest(found))
    return _weak(read, seen_from)


def find_dates(text: str) -> tuple[ArabicDate, ...]:
    r"""Find every full date in a line, each with its label.

    >>> line = "نشر في: الأحد 24 مارس 2024 - 14:05 | آخر تحديث: 26/3/2024"
    >>> [(date.value, date.label) for date in find_dates(line)]
    [('2024-03-24T14:05', 'published'), ('2024-03-26', 'modified')]
    """
    if not _NUMBERS.search(text[:_LONGEST]):
        return ()
    return _stated(text[:_LONGEST]).found


_SHAPED = re.compile("[\ufe80-\ufef4]")
_DRAWN_ON = re.compile(f"[{MARKS}{TATWEEL}]{{0,80}}+")
"""What is written on the last letter or lengthens it, and goes with it: the sign of a Hijri year is ه and a tatweel."""


def _letter_of(match: re.Match[str]) -> str:
    """The letter that a shaped one shows; old pages print the Hijri sign so."""
    return letters_of(match[0])


class _Read(NamedTuple):
    """A string, its folded form with the way back, and its tagged form."""

    text: str
    folded: Folded
    tagged: str

    @classmethod
    def of(cls, text: str) -> _Read:
        """Prepare a string."""
        folded = fold_aligned(_SHAPED.sub(_letter_of, text))
        return cls(text, folded, words.tag(folded.text))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the tagged form to the string; what is drawn on its last letter belongs to it."""
        last = _DRAWN_ON.match(self.text, self.folded.places[end - 1] + 1)
        return self.folded.places[start], last.end() if last else self.folded.places[end - 1] + 1


class _Stated(NamedTuple):
    """A string that was read, and all full dates in it."""

    read: _Read
    found: tuple[ArabicDate, ...]


@lru_cache(maxsize=32)
def _stated(text: str) -> _Stated:
    """Read a string; the last ones are kept, as the date line of a page is read for several fields and rooms."""
    read = _Read.of(text)
    return _Stated(read, tuple(_find(read)))


def _moment(reference: str | datetime | None) -> datetime | None:
    """The reference as a time."""
    if reference is None or isinstance(reference, datetime):
        return reference
    try:
        return datetime.fromisoformat(reference)
    except ValueError:
        raise OptionError(f"'{reference}' is no ISO 8601 time; write it as 2024-03-25T12:00:00") from None


@cache
def _between() -> re.Pattern[str]:
    """What may stand between the two calendars of one date."""
    kinds = (WordKind.MATCH, WordKind.FILL, WordKind.HIJRI, WordKind.GREGORIAN, WordKind.OF, WordKind.RANGE)
    tags = "".join((*map(words.tag_of, kinds[:5]), words.tag_of_name("م"), words.any_of("weekdays")[1:-2]))
    units = words.any_of("time_units")[1:-2]
    return re.compile(rf"(?:[^\w\ue000-\uf8ff]|[{tags}{units}]){{0,50}}")


def _is_period(text: str, found: Sequence[ArabicDate]) -> bool:
    """Whether two bare days are joined to a period: no article is published on two days."""
    bare = [date for date in found if date.precision is Precision.DAY and date.label is None]
    return len(found) == len(bare) == 2 and bool(_TO.fullmatch(fold(text[found[0].end : found[1].start])))


def _fullest(found: Sequence[ArabicDate]) -> ArabicDate:
    """The first date, with its time where the second only adds that."""
    adds = len(found) > 1 and found[1].start == found[0].start
    return found[1] if adds else found[0]


def _find(read: _Read) -> list[ArabicDate]:
    """All full dates in order, the two calendars of one day as one."""
    found: list[ArabicDate] = []
    floor = 0
    for day in _paired(read.tagged, days.find(read.tagged)):
        label = _label(read.tagged, floor, day.start)
        time = _time(read.tagged, day, floor, label)
        weekday = _weekday(read.tagged, floor, day)
        if time and time.label is Label.MODIFIED and label is None:
            # "28 آب 2013، آخر تحديث 14:00": the day is the page's, the time that of its last change
            found.append(_dated(read, day, weekday, None, None))
            label = time.label
        found.append(_dated(read, day, weekday, time, label or (time.label if time else None)))
        floor = max(day.end, time.end) if time else day.end
    return found


def _paired(text: str, found: list[Day]) -> list[Day]:
    """Join a Hijri date with the Gregorian one beside it: the Gregorian holds."""
    joined: list[Day] = []
    for day in found:
        last = joined[-1] if joined else None
        one_each = last is not None and (last.hijri is None) != (day.hijri is None)
        if last and one_each and not _is_pair(last) and _between().fullmatch(text, last.end, day.start):
            printed, stated = (last, day) if day.hijri else (day, last)
            apart = abs((printed.day - stated.day).days)
            warnings = ("calendars_differ",) if apart > 1 else ()
            joined[-1] = Day(
                last.start, day.end, printed.day, stated.hijri, printed.clock or stated.clock,
                (*printed.warnings, *warnings, _BOTH),
            )  # fmt: skip
        else:
            joined.append(day)
    return joined


def _is_pair(day: Day) -> bool:
    return _BOTH in day.warnings


def _dated(read: _Read, day: Day, weekday: int | None, time: Clock | None, label: Label | None) -> ArabicDate:
    """Put a day and what stands beside it together, mapped to the string."""
    start, end = day.start, day.end
    value, precision = day.day.isoformat(), Precision.DAY
    if time:
        start, end = min(start, time.start), max(end, time.end)
        offset = time.offset if day.day.year >= time.since else ""
        value, precision = f"{value}T{time.hour:02}:{time.minute:02}{offset}", Precision.MINUTE
    warnings = tuple(warning for warning in day.warnings if warning != _BOTH)
    if weekday and weekday != day.day.isoweekday():
        warnings = (*warnings, "weekday_mismatch")
    first, last = read.place(start, end)
    return ArabicDate(
        value=value,
        precision=precision,
        calendar=Calendar.HIJRI if day.hijri and not _is_pair(day) else Calendar.GREGORIAN,
        raw=read.text[first:last],
        start=first,
        end=last,
        hijri=day.hijri,
        label=label.value if label else None,
        zone=bool(time and time.zone),
        warnings=warnings,
    )


def _label(text: str, floor: int, start: int) -> Label | None:
    """The last label before a date."""
    found = re.findall(words.any_of("date_labels"), text[max(floor, start - _LABEL_REACH) : start])
    return cast(LabelEntry, words.entry(found[-1])).label if found else None


def _time(text: str, day: Day, floor: int, label: Label | None) -> Clock | None:
    """The time inside, behind or before a date; not the time of an update of a published date."""
    if day.clock is not None:
        return clock.at(text, day.clock)
    found = clock.after(text, day.end)
    if found and found.label and label and found.label is not label:
        found = None
    if found and found.hour < 12 and clock.evening(text, floor, day.start):
        return None  # "مساء الاثنين 25 مارس 10:30" may mean either half of the day
    return found or clock.before(text, floor, day.start)


def _weekday(text: str, floor: int, day: Day) -> int | None:
    """ISO number of the weekday printed beside a date."""
    name = words.any_of("weekdays")
    filler = "".join(map(words.tag_of, (WordKind.FILL, WordKind.MATCH)))
    match = re.compile(rf"({name})[\s,،\-/|.():{filler}]{{0,20}}\Z").search(text, max(floor, day.start - 40), day.start)
    match = match or re.compile(rf"[\s,،\-/|(]{{0,4}}({name})").match(text, day.end)
    inside = re.search(name, text[day.start : day.end])
    tag = match[1] if match else inside[0] if inside else None
    return cast(WeekdayEntry, words.entry(tag)).day if tag else None


def _weak(read: _Read, seen_from: datetime | None) -> ArabicDate | None:
    """What says less than a day, or needs a reference: only where the string says nothing else."""
    alone = _YEAR_ALONE.fullmatch(read.folded.text)
    if alone and alone["m"] and int(alone["m"]) == (int(alone["y"]) + 1) % 100:
        return None  # 2011-12 may be a season
    if alone:
        precision = Precision.MONTH if alone["m"] else Precision.YEAR
        return _plain(read, alone.start("y"), len(alone[0].rstrip()), alone[0].strip(), precision)
    start, rest = relative.bare(read.tagged)
    match = days.month_and_year(rest) if rest else None
    if match:
        return _of_month(read, match, start, start + len(rest))
    moment = relative.resolve(read.tagged, seen_from) if seen_from else None
    if moment is None:
        return None
    made = _plain(read, moment.start, moment.end, moment.value, Precision.MINUTE if moment.minute else Precision.DAY)
    return replace(made, zone="Z" in made.value or "+" in made.value)


def _of_month(read: _Read, match: re.Match[str], start: int, end: int) -> ArabicDate | None:
    """A month with its year; of a Hijri one, which lies in two Gregorian months, the year, where that is one."""
    month = days.agreed(match)
    if month is None or month.day_first:
        return None
    if month.calendar is Calendar.GREGORIAN:
        if not 1900 <= int(match["y"]) <= 2100 or words.is_hijri(match["era"]):
            return None
        return _plain(read, start, end, f"{match['y']}-{month.month:02}", Precision.MONTH)
    year = year_of(match["y"], "h")
    edges = [hijri(year.number, month.month, day) for day in (1, 29)] if year else []
    first, last = edges or (None, None)
    if first is None or last is None or first.year != last.year:
        return None
    made = _plain(read, start, end, str(first.year), Precision.YEAR)
    return replace(made, calendar=Calendar.HIJRI)


def _plain(read: _Read, start: int, end: int, value: str, precision: Precision) -> ArabicDate:
    """A date without a label or a time of its own."""
    first, last = read.place(start, end)
    label = _label(read.tagged, 0, start)
    return ArabicDate(
        value, precision, Calendar.GREGORIAN, read.text[first:last], first, last, label=label.value if label else None
    )
