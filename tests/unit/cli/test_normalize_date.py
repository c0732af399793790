"""The commands ``normalize`` and ``date``."""

import json

import pytest
from click.testing import CliRunner

from warraq.cli.date import command as date
from warraq.cli.normalize import command as normalize
from warraq.errors import OptionError


def run(command, *args, text=""):
    return CliRunner().invoke(command, args, input=text.encode(), catch_exceptions=False)


@pytest.mark.parametrize(
    ("args", "made"),
    [
        ((), "قال، «نعم» ١٢\n"),
        (("--profile", "nlp"), 'قال، "نعم" 12\n'),
        (("--profile", "search"), "قال نعم 12\n"),
        (("--steps", "digits"), "قال ، «نعم» 12\n"),
        (("--steps", "tatweel, digits"), "قال ، «نعم» 12\n"),
    ],
)
def test_normalize(args, made):
    assert run(normalize, *args, text="قال ، «نعم» ١٢\n").output == made


def test_normalize_joins_waw_when_asked():
    assert run(normalize, text="و في").output == "و في\n"
    assert run(normalize, "--join-waw", text="و في").output == "وفي\n"


def test_normalize_in_persian_keeps_its_letters():
    assert run(normalize, "--language", "fa", text="کتاب").output == "کتاب\n"


def test_normalize_of_nothing_is_nothing():
    assert run(normalize).output == ""


def test_normalize_reads_bytes_that_are_no_text():
    result = CliRunner().invoke(normalize, input=b"\xff\xd9\x86\xd8\xb5")
    assert result.output == "\N{REPLACEMENT CHARACTER}نص\n"


def test_normalize_with_an_unknown_step_says_which_there_are():
    with pytest.raises(OptionError, match="known are"):
        run(normalize, "--steps", "nfkc", text="نص")


def test_date():
    found = json.loads(run(date, "نشر في ١٥ رمضان ١٤٤٥هـ").output)
    assert list(found) == [
        "value", "precision", "calendar", "raw", "start", "end", "hijri", "label", "zone", "warnings",
    ]  # fmt: skip
    assert (found["value"], found["calendar"], found["hijri"], found["label"]) == (
        "2024-03-25", "hijri", [1445, 9, 15], "published",
    )  # fmt: skip


def test_date_with_a_reference():
    assert json.loads(run(date, "منذ ساعة", "--reference", "2024-03-25T12:00").output)["value"] == "2024-03-25T11:00"


def test_no_date_is_null():
    assert run(date, "عام 1948").output == "null\n"


def test_date_of_every_line_of_standard_input():
    lines = run(date, text="25 مارس 2024\n\nعام 1948\n").output.splitlines()
    assert [found and found["value"] for found in map(json.loads, lines)] == ["2024-03-25", None, None]
    assert run(date).output == ""


def test_normalize_reads_a_file(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("مقـــال", "utf-8")
    assert run(normalize, str(path)).output == "مقال\n"
