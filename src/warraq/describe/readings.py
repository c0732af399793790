"""Reads the date strings that a page states: each with its source, and apart from one another where a line has two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum

from warraq.arabic.dates import find_dates, parse_date
from warraq.describe.order import settled
from warraq.describe.relative import is_relative
from warraq.describe.words import WordRole, anywhere, open_label
from warraq.letters import fold, fold_aligned
from warraq.model import ArabicDate, Calendar, Found, Precision

_FARTHEST, _FEW_WORDS = 25, 9
"""Characters before a date in a line of more words than that: a longer line is a sentence that mentions a day, unless
it states the time too and a dash or a bar sets that off from writer and place; captions have days but no times."""

EARLIEST, LATEST = 1990, 2100
"""Years that a page of news can be of; systems write 1970 or 0001 where they know nothing."""

_MIDNIGHT = re.compile(r"^(\d{4}-\d\d-\d\d)T00:00(?:Z|[+-]\d\d:?\d\d)?$")
_ISO = re.compile(
    r"\s*(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)?\s?([Zz]|[+-]\d\d:?\d\d)?)?\s*$", re.ASCII
)
_SET_OFF = re.compile(r"\s[-–—|•·/]\s|\|")
_SECONDS = re.compile(r"\d:\d\d:([0-5]\d)(?!\d)")
_GLUED = re.compile(r"(\d:\d\d\s?(?:مساء|صباحا?)[ًا]{0,2})(?=[^\W\d_])")
"""A time of day whose last word has run into the next part of the line."""

_MIDNIGHT_RAW = re.compile(r"00:00:00|\b12:00:00\s?(?:ص\b|صباحا|AM\b)|^\s*\d{4}-\d\d-\d\d[ T]00:00\s*$")


class Trust(IntEnum):
    """How sure it is that a source speaks of the article's own publication; the lower the surer."""

    STATED = 0
    SHOWN = 1
    ADDRESS = 2
    WEAK = 3


_WEAK_PREFIXES = ("jsonld.", "time:", "visible:foot", "visible:issue")
_WEAK_META = ("meta:date", "meta:dc.date", "meta:dcterms.date", "meta:datecreated", "meta:last-modified")


@dataclass(frozen=True, slots=True)
class Reading:
    """A date that the page states.

    Attributes:
        date: as parsed.
        source: where it stood.
        trust: how sure it is that it is the article's.
    """

    date: ArabicDate
    source: str
    trust: Trust

    @property
    def day(self) -> str:
        """The day as written, in its own zone; shorter where no day is stated."""
        return self.date.value[:10]

    @property
    def minute(self) -> bool:
        """Whether a time of day is stated."""
        return self.date.precision is Precision.MINUTE

    @property
    def utc(self) -> bool:
        """Whether it is written in UTC, which is the clock of machines and seldom that of the page."""
        return self.date.value.endswith(("Z", "+00:00"))

    @property
    def clock(self) -> datetime:
        """The time as written, to the second, without zone; midnight where none is stated."""
        return self._moment().replace(tzinfo=None)

    @property
    def instant(self) -> datetime | None:
        """The moment, where a zone is stated."""
        found = self._moment()
        return found if found.tzinfo is not None else None

    def _moment(self) -> datetime:
        seconds = _SECONDS.search(self.date.raw) if self.minute else None
        return datetime.fromisoformat(_padded(self.date.value)).replace(second=int(seconds[1]) if seconds else 0)


def _padded(value: str) -> str:
    return value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value


def trust_of(source: str) -> Trust:
    """Tell how far a source of dates is to be trusted."""
    if source.startswith(_WEAK_PREFIXES) or source in _WEAK_META:
        return Trust.WEAK
    if source == "url":
        return Trust.ADDRESS
    return Trust.SHOWN if source.startswith("visible") else Trust.STATED


def read_all(
    found: Iterable[Found[str]],
    captured: datetime | None,
    reference: datetime | None,
    out_of_box: bool = False,
) -> tuple[Reading, ...]:
    """Read all dates of candidates, in order.

    Args:
        found: candidates with their sources.
        captured: when the page was captured; relative times are resolved against it alone.
        reference: a time that the page states, for dates without a year.
        out_of_box: whether the system that made the page writes the month first where nobody changed that.
    """
    readings: list[Reading] = []
    known: dict[tuple[str, bool], list[Reading]] = {}  # the same string often stands in three places
    for f in found:
        key = (f.value, f.source.startswith("visible"))
        if key not in known:
            known[key] = list(_read(f, captured, reference, out_of_box))
        readings.extend(Reading(r.date, f.source, trust_of(f.source)) for r in known[key])
    return tuple(readings)


def _read(
    found: Found[str], captured: datetime | None, reference: datetime | None, out_of_box: bool
) -> Iterator[Reading]:
    shown = found.source.startswith("visible")
    text = _GLUED.sub(r"\1 ", found.value[:300])
    if out_of_box or not shown:
        text = settled(text, None, out_of_box)
    day = ""
    for piece in _pieces(text) if shown else (text,):
        machine = _machine_time(piece)
        change = not machine and _is_update(piece)
        dates = machine or find_dates(piece)
        if not dates and day and change:
            # "28 March 2013, last updated 14:00": the day stands before the label
            dates = find_dates(f"{day} {anywhere(WordRole.UPDATED_LABEL).sub(' ', fold(piece), count=1)}")
        elif not dates:
            date = _parse(piece, captured, reference)
            dates = (date,) if date else ()
        for date in dates:
            if shown and _is_mentioned(piece, date):
                continue
            if EARLIEST <= int(date.value[:4]) < LATEST:
                day = day or date.value[:10]
                date = replace(date, label=date.label or ("modified" if change else None), raw=found.raw)
                yield Reading(_without_midnight(date), found.source, trust_of(found.source))


def _is_mentioned(line: str, date: ArabicDate) -> bool:
    """Tell whether a line is a sentence that mentions a day."""
    if date.start <= _FARTHEST or len(line.split()) <= _FEW_WORDS:
        return False
    before = line[: date.start]
    if "|" in before or "»" in before:  # no sentence has them: the way to a page, and the day behind it
        return False
    if date.precision is not Precision.MINUTE:
        return True
    return not _SET_OFF.search(before) and open_label(WordRole.AUTHOR_LABEL, line) is None


def _machine_time(text: str) -> tuple[ArabicDate, ...]:
    """Read ISO 8601, in which nearly all markup is written; the parser of printed dates takes twenty times as long."""
    found = _ISO.match(text)
    if not found:
        return ()
    day, clock, zone = found.groups()
    zone = zone and ("Z" if len(zone) == 1 or not zone.strip("+-0:") else f"{zone[:3]}:{zone[-2:]}")
    value = f"{day}T{clock}{zone or ''}" if clock else day
    if moment(value) is None:
        return ()
    precision = Precision.MINUTE if clock else Precision.DAY
    return (ArabicDate(value, precision, Calendar.GREGORIAN, text, 0, len(text), zone=bool(zone)),)


def _pieces(text: str) -> tuple[str, ...]:
    """Cut a line before a label of change that stands inside it."""
    folded = fold_aligned(text)
    label = anywhere(WordRole.UPDATED_LABEL).search(folded.text)
    place = folded.places[label.start()] if label else 0
    return (text[:place], text[place:]) if any(c.isdigit() for c in text[:place]) else (text,)


def _is_update(text: str) -> bool:
    label = anywhere(WordRole.UPDATED_LABEL).search(fold(text))
    return label is not None and label.start() <= 3


def _parse(text: str, captured: datetime | None, reference: datetime | None) -> ArabicDate | None:
    """Parse with the capture as reference; only a date without a year may take it from another date of the page."""
    date = parse_date(text, captured)
    if date is None and reference and not is_relative(text):
        date = parse_date(text, reference)
    return date


def moment(value: str | None) -> datetime | None:
    """Read an ISO 8601 time, also one cut short; None where it is none."""
    try:
        return datetime.fromisoformat(_padded(value)) if value else None
    except ValueError:
        return None


def _without_midnight(date: ArabicDate) -> ArabicDate:
    """Take a midnight to the second for a time that is not known: systems write it where they keep days only."""
    found = _MIDNIGHT.match(date.value)
    if found and _MIDNIGHT_RAW.search(date.raw):
        return replace(date, value=found[1], precision=Precision.DAY, zone=False)
    return date


def from_address(day: str) -> Reading:
    """Make a reading of the day in an address."""
    date = ArabicDate(day, Precision.DAY, Calendar.GREGORIAN, day, 0, len(day))
    return Reading(date, "url", Trust.ADDRESS)


def hours_apart(one: Reading, other: Reading) -> float:
    """Return how far two clock times are from each other, by their instants where both have a zone."""
    if one.instant and other.instant:
        return abs((one.instant - other.instant) / timedelta(hours=1))
    return abs((one.clock - other.clock) / timedelta(hours=1))
