from __future__ import annotations

import subprocess
import sys

import pytest

import warraq

NAMES = {
    "extract", "read_pages", "to_record", "__version__",
    "Article", "AttributionLine", "Author", "BodyBlock", "Date", "Explanation", "Image", "Limits", "Options", "Origin",
    "Profile", "Provenance", "Quality", "RawPage", "Reason", "Rejected", "Site", "Source", "Span", "Stage",
    "Statement", "TraceEntry",
    "LexiconError", "NameClash", "NoInputError", "OptionError", "OutputError", "PageFault", "UsageError", "WarraqError",
}  # fmt: skip


def test_the_public_names_are_these() -> None:
    assert set(warraq.__all__) == NAMES
    assert set(dir(warraq)) == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(warraq, name) is not None


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        warraq.extrakt  # noqa: B018


def test_import_alone_loads_nothing() -> None:
    code = "import sys, warraq; print(*[m for m in sys.modules if m.startswith('warraq') or m in ('lxml', 'click')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) == {"warraq", "warraq._version"}
