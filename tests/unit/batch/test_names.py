from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.batch.names import folded, name_of
from warraq.model import Origin


def name(path: str, member: str | None = None, *, root: str = "in", alone: bool = True, copy: int = 0) -> str:
    return name_of(Origin(path, member), copy, root, alone=alone, suffix=".json").file(".json")


@pytest.mark.parametrize(
    ("path", "member", "expected"),
    [
        ("in/a.html", None, "a.html.json"),
        ("in/2004/خبر.htm", None, "2004/خبر.htm.json"),
        ("in/x.zip", "b/c.html", "x.zip/b/c.html.json"),
        ("in/x.zip", "y.tar!b/c.html", "x.zip/y.tar/b/c.html.json"),
        ("in", None, "in.json"),
        ("-", None, "stdin.json"),
    ],
)
def test_a_name_is_the_path_below_the_input(path: str, member: str | None, expected: str) -> None:
    assert name(path, member) == expected


def test_of_several_inputs_each_has_its_folder() -> None:
    assert name("a/in/x.html", root="a/in", alone=False) == "in/x.html.json"


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
        assert not part.removesuffix(".json").endswith((" ", ".")) or part.endswith(".json")
    if one != two:
        marked = [name_of(Origin("in/x.zip", m), 0, "in", alone=True, suffix=".json") for m in (one, two)]
        assert marked[0].file("", marked=True) != marked[1].file("", marked=True)
    assert folded(first) == folded(folded(first))
