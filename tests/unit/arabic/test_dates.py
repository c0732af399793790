"""Dates, case by case, and what holds for all of them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from warraq.arabic.dates import find_dates, parse_date
from warraq.arabic.dates.words import (
    LabelEntry,
    MonthEntry,
    PartEntry,
    UnitEntry,
    WordEntry,
    ZoneEntry,
    load,
)
from warraq.errors import OptionError
from warraq.model import Calendar, Precision

CASES = json.loads(Path(__file__).parents[2].joinpath("cases", "dates.json").read_text("utf-8"))
VECTORS = Path(__file__).parents[4] / "shared" / "vectors" / "dates.jsonl"
NOON = "2024-03-25T12:00:00"


@pytest.mark.parametrize("case", CASES["strings"], ids=lambda case: case["text"])
def test_string(case):
    found = parse_date(case["text"], case.get("reference"))
    assert (found.value if found else None) == case["value"], case["why"]
    if found:
        assert case["text"][found.start : found.end] == found.raw


@pytest.mark.parametrize(
    "text", ["15 رمضان 1445 هـ", "١٥ رمضان ١٤٤٥هـــ", "25 مارسٍ", "شهر رمضان المبارك 1445 هـ", "25 مارس ٢٠٢٤مـ"]
)
def test_what_is_drawn_on_the_last_letter_belongs_to_the_date(text):
    found = parse_date(text, NOON)
    assert (found.raw, found.start, found.end) == (text, 0, len(text))


@pytest.mark.parametrize("case", CASES["lines"], ids=lambda case: case["text"])
def test_line(case):
    assert [[date.value, date.label] for date in find_dates(case["text"])] == case["dates"]


def test_shared_vectors():
    if not VECTORS.exists():
        pytest.skip("the shared vectors are not here")
    wrong = []
    for line in VECTORS.read_text("utf-8").splitlines():
        vector = json.loads(line)
        found = parse_date(vector["text"], vector["ref"])
        if found is None or not found.value.startswith(vector["expect"]):
            wrong.append((vector["text"], vector["expect"], found))
    assert not wrong


@pytest.mark.parametrize("entry", load("months"), ids=lambda entry: entry.names[0])
def test_example_of_a_month_is_read_by_it(entry):
    assert isinstance(entry, MonthEntry)
    found = parse_date(entry.example)
    assert found is not None
    month = found.hijri[1] if found.hijri else int(found.value[5:7])
    assert month == entry.month


@pytest.mark.parametrize("entry", load("months"), ids=lambda entry: entry.names[0])
def test_every_name_of_a_month_is_read(entry):
    year = 1445 if entry.calendar is Calendar.HIJRI else 2004
    for name in entry.names:
        found = parse_date(f"12 {name} {year}")
        assert found is not None, name
        assert (found.hijri[1] if found.hijri else int(found.value[5:7])) == entry.month, name


@pytest.mark.parametrize("entry", load("date_labels"), ids=lambda entry: entry.names[0])
def test_example_of_a_label_has_it(entry):
    assert isinstance(entry, LabelEntry)
    assert parse_date(entry.example).label == entry.label


@pytest.mark.parametrize("entry", load("zones"), ids=lambda entry: entry.names[0])
def test_example_of_a_zone_has_its_offset(entry):
    assert isinstance(entry, ZoneEntry)
    found = parse_date(entry.example)
    assert found.zone
    assert found.value[16:] == entry.offset


@pytest.mark.parametrize(
    "entry", [*load("day_parts"), *load("date_words"), *load("time_units")], ids=lambda e: e.names[0]
)
def test_example_of_a_word_is_read(entry):
    assert isinstance(entry, PartEntry | WordEntry | UnitEntry)
    found = parse_date(entry.example, NOON)
    if isinstance(entry, WordEntry) and entry.kind == "range":
        assert found is None
    else:
        assert found is not None
    if isinstance(entry, PartEntry):
        assert found.precision is Precision.MINUTE


def test_hijri_alone_keeps_its_own_numbers():
    found = parse_date("الاثنين 15 رمضان 1445هـ")
    assert (found.calendar, found.hijri, found.warnings) == (Calendar.HIJRI, (1445, 9, 15), ())


def test_both_calendars_are_gregorian_and_keep_the_hijri_one():
    found = parse_date("15 رمضان 1445هـ الموافق 25 مارس 2024م")
    assert (found.value, found.calendar, found.hijri) == ("2024-03-25", Calendar.GREGORIAN, (1445, 9, 15))
    assert found.raw == "15 رمضان 1445هـ الموافق 25 مارس 2024م"


def test_calendars_one_day_apart_are_usual():
    assert parse_date("14 رمضان 1445هـ الموافق 25 مارس 2024م").warnings == ()


def test_calendars_that_differ_more_are_told():
    found = parse_date("1 رمضان 1445هـ الموافق 25 مارس 2024م")
    assert (found.value, found.warnings) == ("2024-03-25", ("calendars_differ",))


def test_wrong_weekday_is_told():
    assert parse_date("السبت 25 مارس 2024").warnings == ("weekday_mismatch",)
    assert parse_date("الاثنين 25 مارس 2024").warnings == ()


def test_month_first_is_told():
    assert parse_date("03/25/2024").warnings == ("month_first",)


def test_places_are_those_of_the_source():
    text = "كتب: محمد — ‏٢٥ مـارس ٢٠٢٤‏ (القاهرة)"
    found = parse_date(text)
    assert text[found.start : found.end] == found.raw == "٢٥ مـارس ٢٠٢٤"


def test_reference_may_be_a_datetime():
    moment = datetime(2024, 3, 25, 12, tzinfo=UTC)
    assert parse_date("منذ ساعة", moment).value == "2024-03-25T11:00Z"


def test_reference_must_be_a_time():
    with pytest.raises(OptionError, match="ISO 8601"):
        parse_date("منذ ساعة", "أمس")


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "1/" * 50_000, "25 " * 40_000, "مارس " * 30_000, "ـ" * 100_000, " " * 100_000]
)
def test_long_strings_without_a_date(text):
    assert parse_date(text, NOON) is None
    assert find_dates(text) == ()


def test_private_use_characters_are_no_tags():
    assert parse_date("25 \ue002 2024") is None
