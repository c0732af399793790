from __future__ import annotations

from pathlib import Path

import pytest

from warraq.cli.naming import Roots, check_names, stem_of
from warraq.errors import NameClash
from warraq.model import Origin


@pytest.mark.parametrize(
    ("path", "member", "root", "stem"),
    [
        ("news/2004/a.html", None, "news", "2004/a"),
        ("news/2004/a.html", None, "news/", "2004/a"),
        ("./news/a.htm", None, "news", "a"),
        ("/data/a.mhtml", None, "/data/a.mhtml", "a"),
        ("خبر عاجل.html", None, "خبر عاجل.html", "خبر عاجل"),
        ("news/index.html?id=5", None, "news", "index.html?id=5"),
        ("news/a.2004", None, "news", "a.2004"),
        ("-", None, "-", "stdin"),
        ("x.zip", "a/b.html", "x.zip", "x.zip/a/b"),
        ("x.zip", "../../etc/passwd", "x.zip", "x.zip/etc/passwd"),
        ("x.zip", "/../..", "x.zip", "x.zip/page"),
        ("x.zip", "y.zip!c\\d.html", "x.zip", "x.zip/y.zip/c/d"),
        ("x.warc.gz", "<urn:uuid:1-2>", "x.warc.gz", "x.warc.gz/_urn_uuid_1-2_"),
    ],
)
def test_names(path: str, member: str | None, root: str, stem: str) -> None:
    assert stem_of(Origin(path, member), root) == stem


def test_long_names_fit_and_stay_different() -> None:
    names = [stem_of(Origin("x.zip", "ا" * 300 + tail), "x.zip") for tail in ("1.html", "2.html")]
    assert len(set(names)) == 2
    assert all(len(name.split("/")[1].encode()) <= 200 for name in names)


def test_pages_find_the_path_that_they_came_by() -> None:
    roots = Roots(["news/", "news/2004", "./b.html", "-"])
    assert roots.of("news/x/a.html") == "news/"
    assert roots.of("news/2004/a.html") == "news/2004"
    assert roots.of("b.html") == "./b.html"
    assert roots.of("-") == "-"
    assert roots.of(None) == "-"


def _touch(folder: Path, *names: str) -> str:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    return str(folder)


def test_two_kinds_of_save_of_one_page_clash(tmp_path: Path) -> None:
    root = _touch(tmp_path, "a.html", "a.mhtml")
    with pytest.raises(NameClash, match=r"a\.html and .*a\.mhtml would both be written as a"):
        check_names([root])


def test_the_clash_names_the_file_that_would_be_written(tmp_path: Path) -> None:
    root = _touch(tmp_path, "a.html", "a.mhtml")
    with pytest.raises(NameClash, match=r"would both be written as clean/a\.md;"):
        check_names([root], "clean/", ".md")


def test_a_file_given_by_itself_and_with_its_folder_is_named_so(tmp_path: Path) -> None:
    root = _touch(tmp_path, "a.html")
    with pytest.raises(NameClash, match=r"a\.html is given twice"):
        check_names([root, f"{root}/a.html"])


def test_two_folders_with_one_name_in_each_clash(tmp_path: Path) -> None:
    with pytest.raises(NameClash):
        check_names([_touch(tmp_path / "x", "a.html"), _touch(tmp_path / "y", "a.html")])


def test_what_is_no_page_takes_no_name(tmp_path: Path) -> None:
    check_names([_touch(tmp_path, "a.html", "a.css", "a.png", "sub/a.html")])


def test_one_path_given_twice_is_no_clash(tmp_path: Path) -> None:
    root = _touch(tmp_path, "a.html")
    check_names([root, root])
