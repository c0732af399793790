"""Finds days in a tagged text: day, month and year, in words or in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from warraq.arabic.dates import words
from warraq.arabic.dates.calendars import Year, gregorian, hijri, year_of
from warraq.arabic.dates.words import MonthEntry, NumeralEntry, WordKind
from warraq.model import Calendar


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text states in full.

    Attributes:
        start, end: its place in the tagged text.
        day: the Gregorian day.
        hijri: (year, month, day) where it is stated so.
        clock: place of the time of day where that stands inside the date ("Mar 25 14:05 2024"), else None.
        warnings: what is odd about it.
    """

    start: int
    end: int
    day: date
    hijri: tuple[int, int, int] | None = None
    clock: int | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The patterns, made once."""

    month: re.Pattern[str]
    named: tuple[re.Pattern[str], ...]
    figures: Mapping[str, re.Pattern[str]]
    range_before: re.Pattern[str]
    without_year: re.Pattern[str]
    month_and_year: re.Pattern[str]


def _kind(kind: WordKind) -> str:
    return f"{words.tag_of(kind)}+"


@cache
def _grammar() -> _Grammar:
    """Build the patterns from the tags.

    Every pattern opens with a digit or a tag and bounds what it repeats, so none can wander through a long text.
    """
    name, weekday = words.any_of("months"), words.any_of("weekdays")
    of, month_word, year_word = _kind(WordKind.OF), _kind(WordKind.MONTH), _kind(WordKind.YEAR)
    month = rf"(?P<m>{name})(?:\s*{_kind(WordKind.EPITHET)})?(?:\s?[/(\-]?\s?(?P<m2>{name})\s?\)?)?"
    day = r"(?<!\d)(?<!\d[:.,/])(?P<d>\d{1,2})(?!\d)(?:st|nd|rd|th|er)?"
    ordinal = rf"(?P<o>{words.any_of('numerals')})\s+{of}\s+(?:{month_word}\s+)?"
    to_month = rf"[\s,،.\-/]{{0,3}}(?:{of}\s*)?(?:{month_word}\s*)?"
    to_year = rf"[\s,،.\-/']{{0,4}}(?:{of}\s*)?(?:{year_word}\s*)?"
    year = r"(?P<y>\d{4})(?!\d)"
    hijri_sign = _kind(WordKind.HIJRI)
    era = rf"(?:\s?(?P<era>{hijri_sign}|{_kind(WordKind.GREGORIAN)}|{words.tag_of_name('م')}))?"
    short = rf"(?:(?<=[\-/])(?P<y2>\d\d)(?![\d:])|(?P<y3>\d\d)(?=\s?{hijri_sign}))"
    clock = r"(?P<clock>\d{1,2}:\d\d)(?::\d\d)?"
    gap = r"(?:\s?[,،\-/.]\s?|\s)"
    sign = r"[\s/\-،,]"
    no_day = "".join(rf"(?<!{edge}{number}{sign})" for edge in ("^", r"\D") for number in (r"\d", r"\d\d"))
    named = (
        rf"(?:{day}{to_month}|{ordinal}){month}{to_year}(?:{year}|{short}){era}",
        rf"{no_day}{month}[\s.]{{0,2}}{day}{gap}{{1,2}}{year}{era}",
        rf"{month}\s{day}\s{clock}\s(?:(?:[^\W\d_]{{2,5}}|{words.any_of('zones')})(?:[+\-]\d\d:?\d\d)?\s)?{year}",
        rf"(?<![\d\-/.]){year}[\s,،]{{1,3}}{weekday}[\s,،]{{1,3}}{day}{to_month}{month}(?!{to_year}\d)",
        rf"(?<![\d\-/.]){year}{gap}{month}{gap}{day}(?![\d:])",
    )
    return _Grammar(
        month=re.compile(name),
        named=tuple(re.compile(order) for order in named),
        figures={separator: _figures(separator, era) for separator in "/-.\\"},
        range_before=re.compile(
            rf"(?:(?<![\d:/.\-])(?P<n>\d{{1,2}})|\d{{1,2}}\s?(?:{of}\s?)?{name})\s?(?:-|{_kind(WordKind.RANGE)})\s?\Z"
        ),
        without_year=re.compile(rf"(?:{day}{to_month}|{ordinal}){month}"),
        month_and_year=re.compile(rf"(?:{month_word}\s)?{month}{to_year}{year}{era}"),
    )


def _figures(sep: str, era: str) -> re.Pattern[str]:
    """Dates in figures with one separator: the year first, or last.

    A fourth number behind the same separator makes it something else, unless it is a time. But more may follow a date
    that opens with the year and has slashes or two digits a part, for it may stand in an address.
    """
    s = re.escape(sep)
    after = "" if sep == "/" else rf"(?:(?<={s}\d\d{s}\d\d)|(?!{s}\d{{1,2}}(?![\d:])|{s}\d{{3}}))"
    year = r"\d{4}|\d\d(?!:)" if sep in "/-" else r"\d{4}"
    return re.compile(
        rf"(?<!\d)(?<!\d{s})(?:(?P<y>\d{{4}})\s?{s}\s?(?P<ym>\d\d?)\s?{s}\s?(?P<yd>\d\d?)(?!\d){after}"
        rf"|(?P<d>\d\d?)\s?{s}\s?(?P<m>\d\d?)\s?{s}\s?(?P<dy>{year})(?!\d)(?!{s}\d\d?(?![\d:])|{s}\d{{3}})){era}"
    )


_COMPACT = re.compile(r"\s*(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?:t\d{4,6}z?|[\ue000-\uf8ff]\d{4,6}z?)?\s*")


def find(text: str) -> list[Day]:
    """Return the days of a tagged text in order; none overlap."""
    if len(text) < 20:
        whole = _COMPACT.fullmatch(text)
        if whole:
            stated = gregorian(int(whole["y"]), int(whole["m"]), int(whole["d"]))
            return [Day(whole.start("y"), whole.end("d"), stated)] if stated else []
    found = sorted((*_in_figures(text), *_in_words(text)), key=lambda day: (day.start, -day.end))
    kept: list[Day] = []
    for day in found:
        if not kept or day.start >= kept[-1].end:
            kept.append(day)
    return kept


def agreed(match: re.Match[str]) -> MonthEntry | None:
    """The month of one name or of two that agree."""
    first = cast(MonthEntry, words.entry(match["m"]))
    second = cast(MonthEntry, words.entry(match["m2"])) if match["m2"] else first
    same = first.month == second.month and first.calendar is second.calendar
    return first if same else None


def day_number(match: re.Match[str]) -> int:
    """The day of the month, in figures or in words."""
    group = match.groupdict()
    return cast(NumeralEntry, words.entry(group["o"])).value if group.get("o") else int(group["d"])


def _in_words(text: str) -> Iterator[Day]:
    """Dates with a month's name."""
    grammar = _grammar()
    if not grammar.month.search(text):
        return
    for order, pattern in enumerate(grammar.named):
        for match in pattern.finditer(text):
            month, number = agreed(match), day_number(match)
            before = (
                grammar.range_before.search(text, max(0, match.start() - 40), match.start()) if order == 0 else None
            )
            in_range = before is not None and (before["n"] is None or int(before["n"]) < number)
            if month is None or in_range or (month.day_first and order != 0):
                continue
            group = match.groupdict()
            year = _named_year(next(group[y] for y in ("y", "y2", "y3") if group.get(y)), group.get("era"), month)
            clock = match.start("clock") if group.get("clock") else None
            made = _made(match, year, month.month, number, clock)
            if made:
                yield made


def _named_year(digits: str, era: str | None, month: MonthEntry) -> Year | None:
    """The year behind a month's name, whose calendar is known."""
    if month.calendar is Calendar.HIJRI:
        return year_of(digits, "h")
    year = year_of(digits, "")
    known = year is not None and year.calendar is Calendar.GREGORIAN and month.since <= year.number <= month.until
    return year if known else None


def _in_figures(text: str) -> Iterator[Day]:
    """Dates of three numbers."""
    signs = {words.tag_of(WordKind.HIJRI): "h", words.tag_of(WordKind.GREGORIAN): "g", words.tag_of_name("م"): "g"}
    for separator, pattern in _grammar().figures.items():
        if text.count(separator) < 2:
            continue
        for match in pattern.finditer(text):
            year_first = match["y"] is not None
            month, day = (int(match["ym"]), int(match["yd"])) if year_first else (int(match["m"]), int(match["d"]))
            sign = signs[match["era"][0]] if match["era"] else ""
            year = year_of(match["y"] or match["dy"], sign)
            if not year_first and "-" in match[0] and _may_open_with_year(match, sign):
                continue
            warnings: tuple[str, ...] = ()
            if not year_first and month > 12 >= day and year and year.calendar is Calendar.GREGORIAN:
                month, day, warnings = day, month, ("month_first",)
            made = _made(match, year, month, day, None, warnings)
            if made:
                yield made


def _may_open_with_year(match: re.Match[str], sign: str) -> bool:
    """Whether 24-03-25 could as well be the year 24: then nobody knows the day."""
    short = len(match["dy"]) == 2 and not sign
    return short and int(match["d"]) < 28 and 0 < int(match["dy"]) < 28


def _made(
    match: re.Match[str], year: Year | None, month: int, day: int, clock: int | None, warnings: tuple[str, ...] = ()
) -> Day | None:
    """The day, if it exists."""
    if year is None:
        return None
    stated = None
    if year.calendar is Calendar.HIJRI:
        found, stated = hijri(year.number, month, day), (year.number, month, day)
    else:
        found = gregorian(year.number, month, day)
    return Day(match.start(), match.end(), found, stated, clock, warnings) if found else None


def without_year(text: str) -> re.Match[str] | None:
    """A day and a month that are all of the text."""
    return _grammar().without_year.fullmatch(text)


def month_and_year(text: str) -> re.Match[str] | None:
    """A month and a year that are all of the text."""
    return _grammar().month_and_year.fullmatch(text)
