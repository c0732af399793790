"""Decides when an article was published and changed; a value has to be true, so in doubt there is none.

The rules, and why (docs/adr/0005-dates-and-authors.md):

* What is stated beside the headline and what is stated in the markup confirm each other; of two that agree, the page's
  local time is taken, then the more precise.
* A day shown on the page holds against a UTC day beside it.
* Where they disagree by more, the earlier is the publication: republishing and moving to another system write new
  times into the markup, and a date above a text that is later than its publication is that of a change.
* A weak source (issue line, footer, ``meta date``) speaks only where nothing better does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from warraq.describe.collect import HOME
from warraq.describe.order import generated_month_first
from warraq.describe.readings import Reading, Trust, from_address, hours_apart, moment, read_all
from warraq.describe.urls import day_of
from warraq.model import ArabicDate, Calendar, Candidates, Date, Found, Precision

_ZONE_HOURS = 15
"""Hours by which a local clock may differ from UTC, with one to spare."""

_SAVED_AGAIN = timedelta(minutes=1)
"""Systems write a text once more within seconds of publishing it; nobody changed it then."""


@dataclass(frozen=True, slots=True)
class Times:
    """When an article was published and changed, as far as that is true."""

    published: Found[Date] | None = None
    modified: Found[Date] | None = None


def decide_times(declared: Candidates, visible: Candidates, addresses: Iterable[str], captured: str | None) -> Times:
    """Decide by all that is stated.

    Args:
        declared: what the markup states.
        visible: what the page shows.
        addresses: of the page, the surest first.
        captured: when the page was captured.
    """
    seen = moment(captured)
    out_of_box = generated_month_first(f.value for f in declared.generator)
    first = read_all(_not_home(declared.published), seen, None, out_of_box)
    reference = moment(first[0].date.value) if first else None
    shown = read_all(visible.published, seen, reference, out_of_box)
    own_days = tuple(from_address(day) for day in map(day_of, addresses) if day)[:1]
    readings = [r for r in (*first, *shown, *own_days) if r.date.label != "modified" and not _after_capture(r, seen)]
    published = _published(readings)
    changes = [
        *(
            r
            for r in read_all(visible.modified, seen, reference, out_of_box)
            if r.date.label == "modified" or r.source.endswith(":updated")
        ),
        *read_all(_not_home(declared.modified), seen, reference, out_of_box),
    ]
    modified = _modified([r for r in changes if not _after_capture(r, seen)], published, readings)
    return Times(_found(published), _found(modified))


def _not_home(found: Sequence[Found[str]]) -> tuple[Found[str], ...]:
    return tuple(f for f in found if not f.source.startswith(HOME))


def _after_capture(reading: Reading, seen: datetime | None) -> bool:
    """Tell whether a date lies more than a day after the page was captured: a typing error, or an event's."""
    return seen is not None and reading.day > (seen + timedelta(days=1)).isoformat()[:10]


def _published(readings: Sequence[Reading]) -> Reading | None:
    """Choose the publication among the readings."""
    stated = [r for r in readings if r.trust is Trust.STATED]
    shown = sorted((r for r in readings if r.trust is Trust.SHOWN), key=_shown_rank)
    chosen = _agree(stated[0], shown, readings) if stated and shown else None
    if chosen is None:
        rest = (stated, shown, *([r for r in readings if r.trust is t] for t in (Trust.ADDRESS, Trust.WEAK)))
        chosen = next((group[0] for group in rest if group), None)
    return _best_of_same(chosen, readings) if chosen else None


def _agree(stated: Reading, shown: Sequence[Reading], readings: Sequence[Reading]) -> Reading:
    """Weigh the first stated date against the shown ones that state a day."""
    days = [s for s in shown if s.date.calendar is Calendar.GREGORIAN and len(s.day) == 10 and _is_date_line(s)]
    if any(s.day == stated.day for s in days):
        return stated
    beside = next((s for s in days if _other_side_of_midnight(stated, s)), None)
    if beside is not None:
        return beside
    confirmed = any(r.trust is Trust.ADDRESS and r.day == stated.day for r in readings)
    earlier = next((s for s in days[:1] if s.clock < stated.clock and "hidden" not in s.source), None)
    return earlier if earlier is not None and not confirmed else stated


def _shown_rank(reading: Reading) -> tuple[bool, bool]:
    """Order shown dates: what the reader sees first, and lines that are about their date before others."""
    return "hidden" in reading.source, not (reading.date.label or reading.minute or _is_date_line(reading))


def _is_date_line(reading: Reading) -> bool:
    """Tell whether a shown line is about its date, and does not merely hold one."""
    date = reading.date
    return date.end - date.start >= 0.35 * len(date.raw) or len(date.raw) <= 50


def _other_side_of_midnight(stated: Reading, shown: Reading) -> bool:
    """Tell whether a shown day and a UTC time may be the same moment."""
    if not (stated.utc and stated.minute) or shown.date.calendar is Calendar.HIJRI:
        return False
    if shown.minute:
        return hours_apart(stated, shown) <= _ZONE_HOURS
    gap = stated.clock - shown.clock
    return timedelta(hours=-_ZONE_HOURS) <= gap <= timedelta(hours=24 + _ZONE_HOURS)


def _best_of_same(chosen: Reading, readings: Sequence[Reading]) -> Reading:
    """Among readings that say the same day and moment, return that of the page's own clock, then the most precise."""
    same = [r for r in readings if r is chosen or _same(chosen, r)]
    return min(same, key=lambda r: (_clock_rank(r), r.trust, same.index(r)))


def _same(one: Reading, other: Reading) -> bool:
    if other.trust is Trust.WEAK and not other.minute:
        return False
    if one.minute and other.minute:
        if one.instant and other.instant:
            return abs(one.instant - other.instant) < _SAVED_AGAIN
        if one.utc or other.utc:
            return hours_apart(one, other) <= _ZONE_HOURS and _whole_quarter(one, other)
        return abs(one.clock - other.clock) < _SAVED_AGAIN
    return one.day[: len(other.day)] == other.day or other.day[: len(one.day)] == one.day


def _whole_quarter(one: Reading, other: Reading) -> bool:
    """Tell whether two clocks differ by a time zone, which is whole quarters of an hour, give or take a minute."""
    minutes = abs(one.clock - other.clock) / timedelta(minutes=1) % 15
    return minutes <= 1.5 or minutes >= 13.5


def _clock_rank(reading: Reading) -> int:
    """Order by how well a reading states the time: with local zone, local without, UTC, day, less."""
    if reading.date.calendar is Calendar.HIJRI:
        return 9
    if reading.minute:
        return 2 if reading.utc else 0 if reading.instant else 1
    return {Precision.DAY: 3, Precision.MONTH: 4}.get(reading.date.precision, 5)


def _modified(changes: Sequence[Reading], published: Reading | None, readings: Sequence[Reading]) -> Reading | None:
    """Choose the last change: stated, and not before the publication."""
    for change in changes:
        if published is None or _follows(change, published, readings):
            local = _best_of_same(change, changes)
            return _to_local(local, published, readings) if published else local
    return None


def _follows(change: Reading, published: Reading, readings: Sequence[Reading]) -> bool:
    """Tell whether a change is stated to the same moment as the publication, or clearly after it."""
    if not change.minute or not published.minute:
        if change.day == published.day:
            return change.minute
        return change.day > published.day
    twin = next((r for r in readings if _family(r) == _family(change) and r.minute), published)
    if change.instant and twin.instant:
        gap = change.instant - twin.instant
    elif change.utc == twin.utc:
        gap = change.clock - twin.clock
    else:
        return change.day > twin.day
    return gap == timedelta(0) or gap >= _SAVED_AGAIN


def _family(reading: Reading) -> str:
    return reading.source.partition(":")[0]


def _to_local(change: Reading, published: Reading, readings: Sequence[Reading]) -> Reading:
    """Write a UTC change in the zone that the page states for its publication, if it states one."""
    offset = published.instant.utcoffset() if published.instant else None
    if not change.utc or published.utc or not offset or not change.instant:
        return change
    if not any(r.utc and r.instant == published.instant for r in readings) or abs(
        change.clock - published.clock
    ) > timedelta(days=60):  # the clocks may have been changed since
        return change
    local = change.instant.astimezone(published.instant.tzinfo) if published.instant else change.instant
    date = change.date
    moved = ArabicDate(
        local.isoformat(timespec="minutes"), date.precision, date.calendar, date.raw, date.start, date.end, zone=True
    )
    return Reading(moved, change.source, change.trust)


def _found(reading: Reading | None) -> Found[Date] | None:
    if reading is None:
        return None
    date = reading.date
    return Found(Date(date.value, date.precision, date.calendar, date.raw, reading.source), reading.source, date.raw)
