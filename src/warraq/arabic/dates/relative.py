"""Dates that need another date to be understood: "منذ 3 ساعات", "أمس", "25 فبراير"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import cast

from warraq.arabic.dates import clock, days, words
from warraq.arabic.dates.calendars import gregorian
from warraq.arabic.dates.words import NumeralEntry, UnitEntry, WeekdayEntry, WordKind
from warraq.model import Calendar

_DAY_SECONDS = 86400


@dataclass(frozen=True, slots=True)
class Moment:
    """What a string says, seen from a reference.

    Attributes:
        start, end: its place in the tagged text.
        value: ISO 8601, as precise as the words.
        day: the day alone.
        minute: whether the minute is known.
    """

    start: int
    end: int
    day: date
    value: str
    minute: bool


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The patterns, made once."""

    noise: re.Pattern[str]
    ago: re.Pattern[str]
    named_day: re.Pattern[str]
    now: str
    time: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    """Build the patterns from the tags."""
    kinds = (WordKind.CLOCK, WordKind.FILL, WordKind.ZONE, WordKind.LOCAL)
    lexicons = ("weekdays", "date_labels", "day_parts", "zones")
    noise = "".join((*map(words.tag_of, kinds), *(words.any_of(name)[1:-2] for name in lexicons)))
    days_named = "".join(map(words.tag_of, (WordKind.TODAY, WordKind.YESTERDAY, WordKind.BEFORE_YESTERDAY)))
    units, numerals = words.any_of("time_units"), words.any_of("numerals")
    return _Grammar(
        noise=re.compile(f"[{noise}]"),
        ago=re.compile(
            rf"{words.tag_of(WordKind.AGO)}+\s+(?:(?P<n>\d{{1,3}})\s+|(?P<w>{numerals})\s+)?(?P<unit>{units})"
            rf"(?:\s+(?P<one>{numerals}))?"
        ),
        named_day=re.compile(f"[{days_named}]+"),
        now=words.tag_of(WordKind.NOW),
        time=re.compile(r"(?<!\d)\d\d?:\d\d(?::\d\d)?(?!\d)"),
    )


def bare(text: str) -> tuple[int, str]:
    """What is left of a text without times, labels, weekdays and small words, and where it begins."""
    grammar = _grammar()
    rest = grammar.noise.sub(" ", grammar.time.sub(lambda match: " " * len(match[0]), text))
    edge = " \t\n\r،,.:;|()[]-/•·\N{NO-BREAK SPACE}"
    return len(rest) - len(rest.lstrip(edge)), rest.strip(edge)


def resolve(text: str, reference: datetime) -> Moment | None:
    """Read a tagged text that says nothing but a relative time, or a day without its year."""
    start, rest = bare(text)
    if not rest:
        return None
    end = start + len(rest)
    if set(rest) == {_grammar().now}:
        return Moment(start, end, reference.date(), _minute(reference), True)
    ago = _grammar().ago.fullmatch(rest)
    if ago:
        return _ago(ago, start, end, reference)
    if _grammar().named_day.fullmatch(rest):
        kind = cast(words.WordEntry, words.entry(rest)).kind
        back = {WordKind.TODAY: 0, WordKind.YESTERDAY: 1, WordKind.BEFORE_YESTERDAY: 2}[kind]
        return _with_clock(text, start, end, reference.date() - timedelta(days=back))
    dayed = days.without_year(rest)
    if dayed:
        found = _in_year_of(dayed, text, reference.date())
        return _with_clock(text, start, end, found) if found else None
    return None


def _ago(match: re.Match[str], start: int, end: int, reference: datetime) -> Moment | None:
    """So many units before the reference; a bare plural says no number."""
    unit = cast(UnitEntry, words.entry(match["unit"]))
    count = unit.count
    if match["n"]:
        count = int(match["n"])
    elif match["w"]:
        count = cast(NumeralEntry, words.entry(match["w"])).value
    elif match["one"] and cast(NumeralEntry, words.entry(match["one"])).value != unit.count:
        return None
    if count == 0:
        return None
    try:
        then = reference - timedelta(seconds=unit.seconds * count)
    except OverflowError:
        return None
    minute = unit.seconds < _DAY_SECONDS
    return Moment(start, end, then.date(), _minute(then) if minute else then.date().isoformat(), minute)


def _in_year_of(match: re.Match[str], text: str, reference: date) -> date | None:
    """The day in the year of the reference, in the year before only where the weekday says so; never the future."""
    month = days.agreed(match)
    if month is None or month.calendar is Calendar.HIJRI or month.day_first:
        return None
    number = days.day_number(match)
    years = (gregorian(year, month.month, number) for year in (reference.year, reference.year - 1))
    found = [day for day in years if day and (day - reference).days <= 1]
    weekday = re.search(words.any_of("weekdays"), text)
    if weekday:
        stated = cast(WeekdayEntry, words.entry(weekday[0])).day
        return next((day for day in found if day.isoweekday() == stated), None)
    return found[0] if found and found[0].year == reference.year else None


def _with_clock(text: str, start: int, end: int, day: date) -> Moment:
    """The day, with the time that the text states."""
    time = clock.first(text)
    if time is None:
        return Moment(start, end, day, day.isoformat(), False)
    value = f"{day.isoformat()}T{time.hour:02}:{time.minute:02}{time.offset}"
    return Moment(min(start, time.start), max(end, time.end), day, value, True)


def _minute(moment: datetime) -> str:
    """ISO 8601 to the minute, with the offset if there is one."""
    stated = moment.isoformat(timespec="minutes")
    return stated.removesuffix("+00:00") + "Z" if stated.endswith("+00:00") else stated
