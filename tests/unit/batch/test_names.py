from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.batch.names import base_of, name_of
from warraq.model import Origin


def name(path: str, member: str | None = None, *, base: str = "in", copy: int = 0) -> str:
    return name_of(Origin(path, member), copy, os.path.abspath(base), suffix=".json").file(".json")


@pytest.mark.parametrize(
    ("path", "member", "expected"),
    [
        ("in/a.html", None, "a.html.json"),
        ("in/2004/خبر.htm", None, "2004/خبر.htm.json"),
        ("in/x.zip", "b/c.html", "x.zip/b/c.html.json"),
        ("in/x.zip", "y.tar!b/c.html", "x.zip/y.tar/b/c.html.json"),
        ("-", None, "stdin.json"),
    ],
)
def test_a_name_is_the_path_below_the_input(path: str, member: str | None, expected: str) -> None:
    assert name(path, member) == expected


def test_of_several_inputs_each_keeps_its_folder(tmp_path: Path) -> None:
    inputs = [tmp_path / year / "index.html" for year in ("2004", "2005")]
    base = base_of([str(path) for path in inputs])
    assert [name(str(path), base=base) for path in inputs] == ["2004/index.html.json", "2005/index.html.json"]


def test_one_folder_is_not_named_again(tmp_path: Path) -> None:
    assert name(str(tmp_path / "a" / "b.html"), base=base_of([str(tmp_path)])) == "a/b.html.json"
    assert base_of(["-"]) == os.getcwd()


@pytest.mark.parametrize("member", ["../../etc/passwd", "/etc/passwd", "..\\..\\x.html", "a/./b", "//", "..", "C:\\x"])
def test_nothing_leads_out_of_the_folder(member: str) -> None:
    parts = name("in/x.zip", member).split("/")
    assert parts[0] == "x.zip" and ".." not in parts and "" not in parts


def test_a_folder_never_takes_the_name_of_a_file() -> None:
    assert name("in/b.json/c") != name("in/b") and not name("in/b.json/c").startswith("b.json/")


def test_copies_of_one_origin_have_names_of_their_own() -> None:
    assert len({name("in/x.zip", "a.html", copy=copy) for copy in range(5)}) == 5


_PATHS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=300)


@given(_PATHS, _PATHS)
def test_any_name_is_one_that_every_file_system_takes(one: str, two: str) -> None:
    first = name("in/x.zip", one)
    for part in first.split("/"):
        assert part not in ("", ".", "..")
        assert len(part.encode()) <= 255
        assert not set(part) & {*'<>:"|?*\\', *map(chr, range(32))}
    if one != two:
        marked = [name_of(Origin("in/x.zip", m), 0, os.path.abspath("in"), suffix=".json") for m in (one, two)]
        assert marked[0].file("", marked=True) != marked[1].file("", marked=True)


@pytest.mark.parametrize("part", ["con", "CON.html", "con .html", "Aux", "lpt1.x", "CONIN$"])
def test_names_that_windows_keeps_for_itself_are_changed(part: str) -> None:
    assert name(f"in/{part}/x").startswith("_")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://difaf.example/2004/%D8%AE%D8%A8%D8%B1.html", "crawl.warc.gz/difaf.example/2004/خبر.html~"),
        ("http://difaf.example/", "crawl.warc.gz/difaf.example~"),
        ("http://difaf.example/../../etc?id=7&x=/", "crawl.warc.gz/difaf.example/etc_id=7&x=~"),
        (None, "crawl.warc.gz/urn_uuid_1~"),
    ],
)
def test_a_page_of_a_warc_is_named_after_its_address(url: str | None, expected: str) -> None:
    found = name_of(Origin("in/crawl.warc.gz", "urn:uuid:1"), 0, os.path.abspath("in"), suffix=".json", url=url)
    assert found.file(".json").startswith(expected)
    assert (
        name_of(Origin("in/x.zip", "a.html"), 0, os.path.abspath("in"), suffix=".json", url=url).plain == "x.zip/a.html"
    )
