"""The time of day beside a date, and the zone it is told in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from warraq.arabic.dates import words
from warraq.arabic.dates.words import Label, LabelEntry, Part, PartEntry, WordKind, ZoneEntry

_LONE_LETTER = re.compile("\\s?[ء-ي](?![^\\W\\d_])")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    Attributes:
        start, end: its place in the tagged text.
        hour, minute: of 24 hours.
        offset: ``+03:00``, ``Z`` or "" where none is stated or the zone does not fix it.
        zone: whether a zone is stated.
        label: of the words between the date and the time, if any.
        since: the first year in which the zone has this offset.
    """

    start: int
    end: int
    hour: int
    minute: int
    offset: str = ""
    zone: bool = False
    label: Label | None = None
    since: int = 0


@dataclass(frozen=True, slots=True)
class _Zone:
    """A stated zone and where it ends."""

    end: int
    offset: str = ""
    stated: bool = True
    since: int = 0


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The patterns, made once."""

    time: re.Pattern[str]
    zone: re.Pattern[str]
    filler: re.Pattern[str]
    before: re.Pattern[str]
    parts: re.Pattern[str]
    labels: re.Pattern[str]
    zones: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    """Build the patterns from the tags."""
    clock, zone_word = f"{words.tag_of(WordKind.CLOCK)}+", f"{words.tag_of(WordKind.ZONE)}+"
    parts, zones, labels = words.any_of("day_parts"), words.any_of("zones"), words.any_of("date_labels")
    time = (
        rf"(?:(?<![\d:.,])(?:{clock}\s?:?\s?(?P<h2>\d\d?)\.(?P<mi2>\d\d)|(?P<h>\d\d?)\s?(?::|h)\s?(?P<mi>\d\d))"
        rf"(?::\d\d(?:[.,]\d{{1,9}})?)?(?!\d|:\d)(?:\s?\(?\s?(?P<part>{parts})\)?)?"
        # the full hour alone: only with the word before it and the part of the day behind it
        rf"|(?<![\d:.,]){clock}\s?:?\s?(?P<h3>\d\d?)\s?\(?(?P<part3>{parts})\)?)"
    )
    zone = (
        r"(?:(?P<off>\s?\(?[+\-]\d\d:\d\d(?!\d)|\s?\(?[+\-]\d{4}(?!\d|[\-/.]\d)|(?<=\d)[+\-]\d\d(?![\d:/.\-]))"
        r"|[\s,،\-(\[]{0,4}(?:(?P<z>z)(?![^\W\d_])"
        rf"|(?P<told>{zone_word}\s|\(\s?)?(?P<name>{zones})\s?(?P<plus>[+\-]\d\d?(?::?\d\d)?(?![\d/.\-]))?"
        rf"|(?P<local>{words.tag_of(WordKind.LOCAL)}+)|(?P<some>{zone_word}))\)?)"
    )
    fillers = "".join(
        (
            *(words.tag_of(kind) for kind in (WordKind.CLOCK, WordKind.FILL, WordKind.ZONE, WordKind.TODAY)),
            *(words.any_of(name)[1:-2] for name in ("weekdays", "date_labels", "day_parts", "zones", "time_units")),
        )
    )
    filler = rf"[\s,،|()\[\]•·\-:;/*.@{fillers}]{{0,80}}+"
    return _Grammar(
        time=re.compile(time),
        zone=re.compile(zone),
        filler=re.compile(filler),
        before=re.compile(rf"{time}(?P<zone>{re.sub(r'P<[a-z]+>', ':', zone)})?{filler}\Z"),
        parts=re.compile(parts),
        labels=re.compile(labels),
        zones=re.compile(rf"{zone_word}\s{zones}|{zones}"),
    )


def after(text: str, place: int) -> Clock | None:
    """The time that stands behind a date, with nothing but small words and signs between."""
    grammar = _grammar()
    filler = grammar.filler.match(text, place)
    start = filler.end() if filler else place
    told = words.tag_of(WordKind.CLOCK)
    worded = text.rfind(told, place, start)  # "الساعة 10.30" is read with its word, which may be filler too
    while worded > place and text[worded - 1] == told:
        worded -= 1
    match = grammar.time.match(text, worded) if worded >= 0 else None
    match = match or grammar.time.match(text, start)
    clock = _read(text, match, text[place : match.start()]) if match else None
    if clock is None or clock.offset != "Z":
        return clock
    other = after(text, clock.end)  # "11:05 (غرينتش) 14:05 (مكة)": the page's local time wins
    return other if other and other.zone and other.offset not in ("", "Z") else clock


def before(text: str, floor: int, place: int) -> Clock | None:
    """The time that stands before a date and behind ``floor``."""
    window = max(floor, place - 80)
    match = _grammar().before.search(text, window, place)
    if match is None:
        return None
    time = _grammar().time.match(text, match.start())
    opening = "" if floor else "\n"  # behind the start of a line "م" cannot say AD
    return _read(text, time, opening + text[max(floor, match.start() - 12) : match.start()]) if time else None


def evening(text: str, floor: int, place: int) -> bool:
    """Whether a word for the later half of the day stands before a date, without a time of its own."""
    near = text[max(floor, place - 40) : place]
    found = _grammar().parts.findall(near)
    return bool(found) and _part(found[-1]) in (Part.PM, Part.NIGHT) and not _is_short(found[-1])


def first(text: str) -> Clock | None:
    """The first time of a text."""
    match = _grammar().time.search(text)
    return _read(text, match, text[: match.start()]) if match else None


def at(text: str, place: int) -> Clock | None:
    """The time that begins at a place."""
    match = _grammar().time.match(text, place)
    return _read(text, match, "") if match else None


def _read(text: str, match: re.Match[str], filler: str) -> Clock | None:
    """Make the time of a match; what stands before it may name the part of the day, the zone or a label."""
    grammar = _grammar()
    hour, minute = int(match["h"] or match["h2"] or match["h3"]), int(match["mi"] or match["mi2"] or 0)
    part = _part(match["part"] or match["part3"])
    if part is None and hour <= 12:
        part = _part_before(filler)
        if part is None and _LONE_LETTER.match(text, match.end()):
            return None  # a sign for a part of the day that nobody knows
    hour24 = _of_24(hour, part)
    if hour24 is None or minute > 59:
        return None
    labels = grammar.labels.findall(filler)
    label = cast(LabelEntry, words.entry(labels[-1])).label if labels else None
    zone = _zone(text, match.end(), filler)
    return Clock(match.start(), zone.end, hour24, minute, zone.offset, zone.stated, label, zone.since)


def _part(tag: str | None) -> Part | None:
    return cast(PartEntry, words.entry(tag)).part if tag else None


def _part_before(filler: str) -> Part | None:
    """The part of the day named before a time; a "م" behind a number says AD."""
    found = list(_grammar().parts.finditer(filler))
    if not found or (_is_short(found[-1][0]) and filler[: found[-1].start()].rstrip(" ")[-1:] in ("", *"0123456789")):
        return None
    return _part(found[-1][0])


def _is_short(tag: str) -> bool:
    return cast(PartEntry, words.entry(tag)).short


def _of_24(hour: int, part: Part | None) -> int | None:
    """The hour of 24, or None where hour and word contradict each other.

    >>> _of_24(12, Part.AM), _of_24(1, Part.NOON), _of_24(1, Part.NIGHT), _of_24(14, Part.AM)
    (0, 13, 1, None)
    """
    if hour > 23:
        return None
    if part is None:
        return hour
    if hour > 12:
        return hour if part is not Part.AM else None
    if part is Part.AM:
        return hour % 12
    if hour == 0:
        return 0 if part is Part.NIGHT else None
    if part is Part.PM:
        return hour % 12 + 12
    if part is Part.NOON:
        return hour if hour >= 10 else hour + 12
    return hour % 12 if hour in (12, 1, 2, 3, 4, 5) else hour + 12


def _zone(text: str, place: int, filler: str) -> _Zone:
    """The zone that stands behind a time, or in what stands before it."""
    match = _grammar().zone.match(text, place)
    if match and match["off"]:
        offset = _offset(match["off"])
        return _Zone(match.end(), offset) if offset else _Zone(place, stated=False)
    if match and match["z"]:
        return _Zone(match.end(), "Z")
    if match and match["name"]:
        entry = cast(ZoneEntry, words.entry(match["name"]))
        if not (entry.bare or match["told"] or "(" in match[0]):
            return _Zone(place, stated=False)
        if match["plus"]:
            return _Zone(match.end(), _offset(match["plus"]) if entry.offset == "Z" else "")
        return _Zone(match.end(), entry.offset, since=entry.since)
    if match and match["some"]:
        return _Zone(match.end())
    told = _grammar().zones.search(filler)
    if told:
        entry = cast(ZoneEntry, words.entry(told[0][-1]))
        if entry.bare or told[0][0] == words.tag_of(WordKind.ZONE):
            return _Zone(place, entry.offset, since=entry.since)
    return _Zone(place, stated=False)


def _offset(printed: str) -> str:
    """``+0300``, ``+3`` or ``+03:00`` as ``+03:00``; "" where no zone has such an offset."""
    sign, digits = printed.lstrip(" (")[0], re.sub(r"\D", "", printed)
    hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
    if hours > 14 or minutes not in (0, 30, 45):
        return ""
    return f"{sign}{hours:02}:{minutes:02}" if hours or minutes else "Z"
