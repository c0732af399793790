"""Dates composed from every name and style that the lexicons know: what is read must be what was composed."""

from datetime import date, timedelta

from hijridate import Gregorian
from hypothesis import assume, given
from hypothesis import strategies as st

from warraq.arabic.dates import find_dates, parse_date
from warraq.arabic.dates.words import LabelEntry, MonthEntry, WeekdayEntry, load
from warraq.model import Calendar

MONTHS = [entry for entry in load("months") if isinstance(entry, MonthEntry)]
PLAIN = [entry for entry in MONTHS if entry.calendar is Calendar.GREGORIAN and not entry.day_first]
HIJRI = [entry for entry in MONTHS if entry.calendar is Calendar.HIJRI]
WEEKDAYS = {
    entry.day: [name for name in entry.names if not name.isascii()]
    for entry in load("weekdays")
    if isinstance(entry, WeekdayEntry)
}
LABELS = [(name, entry.label) for entry in load("date_labels") if isinstance(entry, LabelEntry) for name in entry.names]
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

days = st.dates(date(1998, 1, 1), date(2026, 12, 31))
gaps = st.sampled_from([" ", "، ", ", ", " - ", " | ", "  ", " – ", "\N{NO-BREAK SPACE}", " / "])


def names_of(entries, month):
    return [name for entry in entries if entry.month == month for name in entry.names]


@st.composite
def day_in_words(draw, day):
    names = names_of(PLAIN, day.month)
    name = draw(st.sampled_from(names))
    if draw(st.booleans()):
        arabic = [other for other in names if not other.isascii() and not other[-1].isdigit()]
        second = draw(st.sampled_from(arabic))
        name = draw(st.sampled_from(["{}/{}", "{} / {}", "{} ({})", "{} - {}", "{}/ {}"])).format(name, second)
    shapes = [
        "{d} {m} {y}", "{d} {m}، {y}", "{d} {m}, {y}", "{m} {d}, {y}", "{d} من {m} {y}", "{d} {m} من عام {y}",
        "{d}-{m}-{y}", "{d}/{m}/{y}", "{d:02} {m} {y}", "{d} {m} {y} م", "{d} {m} {y}م", "{y} {m} {d}",
    ]  # fmt: skip
    return draw(st.sampled_from(shapes)).format(d=day.day, m=name, y=day.year)


def day_in_figures(day):
    shapes = [
        "{d}/{m}/{y}",
        "{d:02}-{m:02}-{y}",
        "{y}-{m:02}-{d:02}",
        "{y}/{m}/{d}",
        "{d:02}.{m:02}.{y}",
        "{d} / {m} / {y}",
    ]
    return st.sampled_from(shapes).map(lambda shape: shape.format(d=day.day, m=day.month, y=day.year))


@st.composite
def day_in_hijri(draw, day):
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    name = draw(st.sampled_from(names_of(HIJRI, hijri.month)))
    shapes = [
        "{d} {m} {y} هـ",
        "{d} {m} {y}هـ",
        "{d} {m} {y}",
        "{d}/{n}/{y}هـ",
        "{y}/{n:02}/{d:02} هـ",
        "{d} من {m} {y} هـ",
    ]
    return draw(st.sampled_from(shapes)).format(d=hijri.day, m=name, n=hijri.month, y=hijri.year)


@st.composite
def times(draw):
    hour, minute = draw(st.integers(0, 23)), draw(st.integers(0, 59))
    half = (hour - 1) % 12 + 1
    shapes = [f"{hour:02}:{minute:02}", f"الساعة {hour:02}:{minute:02}", f"{hour}:{minute:02}:07"]
    marks = ("ص", "صباحا", "صباحاً", "AM", "am") if hour < 12 else ("م", "مساء", "مساءً", "PM", "p.m.")
    shapes += [f"{half}:{minute:02} {mark}" for mark in marks]
    return f"{hour:02}:{minute:02}", draw(st.sampled_from(shapes))


@st.composite
def lines(draw):
    """A date line and what it states."""
    day = draw(days)
    stated = draw(st.one_of(day_in_words(day), day_in_figures(day)))
    pieces = []
    label = draw(st.sampled_from([None, *LABELS]))
    weekday = draw(st.sampled_from([None, *WEEKDAYS[day.isoweekday()]]))
    if weekday:
        pieces.append(weekday)
    if draw(st.booleans()):
        twin = draw(day_in_hijri(day))
        stated = draw(st.sampled_from(["{h} الموافق {g}", "{h} - {g}", "{g} | {h}", "{g} ({h})", "{h} {g}"])).format(
            h=twin, g=stated
        )
    pieces.append(stated)
    clock, printed = draw(st.one_of(st.just((None, "")), times()))
    if printed:
        pieces.append(printed)
    text = draw(gaps).join(pieces)
    if label:
        text = label[0] + draw(st.sampled_from([": ", " ", " : "])) + text
    return draw(st.sampled_from([text, text.translate(INDIC)])), day, clock, label


@given(lines())
def test_a_composed_line_is_read_as_composed(line):
    text, day, clock, label = line
    found = parse_date(text)
    assert found is not None
    assert found.value[:10] == day.isoformat()
    assert found.value[11:16] == (clock or "")
    assert "weekday_mismatch" not in found.warnings
    if label:
        assert found.label == label[1]


@given(days.flatmap(lambda day: st.tuples(st.just(day), day_in_hijri(day))))
def test_a_hijri_date_alone_is_converted(pair):
    day, text = pair
    found = parse_date(text)
    assert found is not None
    assert (found.value, found.calendar) == (day.isoformat(), Calendar.HIJRI)


@given(lines(), lines())
def test_two_lines_joined_keep_their_labels(one, two):
    assume(one[3] and two[3])
    found = find_dates(f"{one[0]} | {two[0]}")
    assert [(date.value[:10], date.label) for date in found] == [(x[1].isoformat(), x[3][1]) for x in (one, two)]


@given(st.text(alphabet="0123456789٠١٥/-.: \N{NO-BREAK SPACE}ماهرسTZ+،", max_size=40))
def test_any_string_gives_a_day_that_exists_or_nothing(text):
    found = parse_date(text, "2024-03-25T12:00:00")
    if found and len(found.value) >= 10:
        assert date.fromisoformat(found.value[:10]) + timedelta(0)
        assert text[found.start : found.end] == found.raw
