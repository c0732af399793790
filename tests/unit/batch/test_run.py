"""What a batch writes, and what it does when it is run again."""

from __future__ import annotations

import csv
import gzip
import json
import os
import sqlite3
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.batch.conftest import HOME, article, leftovers, paths, put, records

from warraq.batch.manifest import Manifest
from warraq.batch.names import name_of
from warraq.batch.plan import Account, Plan
from warraq.batch.rows import Key, Place
from warraq.batch.run import run_batch
from warraq.batch.task import Result
from warraq.errors import ManifestError, UsageError
from warraq.model import Article, Limits, Options, Origin, Profile, RawPage, Reason, Rejected
from warraq.pipeline import extract_page

Batch = Callable[..., Account]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_every_page_is_an_article_or_a_rejection(batch: Batch, pages: Path, out: Path) -> None:
    account = batch(pages)
    assert (account.pages, account.articles, dict(account.rejected)) == (6, 5, {Reason.NOT_AN_ARTICLE: 1})
    assert paths(out) == ["0.html", "1.html", "2.html", "3.html", "4.html"]  # in the order of the input
    (rejected,) = records(out, "rejected.jsonl")
    assert rejected["reason"] == "not_an_article" and rejected["source"]["path"].endswith("home.html")
    assert not leftovers(out)


def test_shards_have_as_many_articles_as_asked(batch: Batch, pages: Path, out: Path) -> None:
    batch(pages, shard=2)
    assert [len(path.read_bytes().splitlines()) for path in sorted(out.glob("articles*"))] == [2, 2, 1]


@pytest.mark.parametrize(("form", "ending"), [("json", "json"), ("markdown", "md"), ("text", "txt")])
def test_a_file_a_page_mirrors_the_input(batch: Batch, pages: Path, out: Path, form: str, ending: str) -> None:
    batch(pages, form=form)
    assert sorted(str(path.relative_to(out)) for path in out.rglob(f"articles/**/*.{ending}")) == [
        f"articles/{name}.html.{ending}" for name in ("0", "1", "2", "2004/3", "2004/4")
    ]
    assert not leftovers(out)


def test_csv_has_a_head_and_a_row_an_article(batch: Batch, pages: Path, out: Path) -> None:
    batch(pages, form="csv", shard=3)
    for path, rows in zip(sorted(out.glob("articles*.csv")), (3, 2), strict=True):
        with open(path, encoding="utf-8-sig", newline="") as lines:
            table = list(csv.DictReader(lines))
        assert len(table) == rows
        assert all(row["headline"].startswith("افتتاح") for row in table)


def test_pages_that_would_take_one_name_have_two(batch: Batch, tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "in"
    long = "ط" * 120
    names = "a.html A.html a.htm x/CON.html x/b?.html x/b:.html x/\u00e9.html x/e\u0301.html".split()
    for number, name in enumerate([*names, f"y/{long}.html", f"y/{long}ع.html"]):
        put(folder / name, article(number))
    account = batch(folder, form="json")
    files = [path for path in out.rglob("articles/**/*.json")]
    assert account.articles == len(files) == 10
    assert len({json.loads(path.read_text("utf-8"))["headline"] for path in files}) == 10
    names = [path.relative_to(out / "articles").as_posix() for path in files]
    assert len({name.casefold() for name in names}) == 10
    assert not [name for name in names if set(name) & set('<>:"|?*\\')]
    assert all(len(part.encode()) <= 255 for name in names for part in name.split("/"))


def test_a_member_that_stands_twice_in_an_archive_is_kept_twice(batch: Batch, tmp_path: Path, out: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for number in range(4):
            if number == 1:
                file.writestr("other.html", article(9))
            with pytest.warns(UserWarning) if number else _Nothing():
                file.writestr("page.html", article(number))
    first = batch(archive, form="json")
    assert first.articles == 5 == len(list(out.rglob("articles/**/*.json")))
    again = batch(archive, form="json", resume=True)
    assert (again.articles, again.done, again.unchanged) == (5, 0, 5)


class _Nothing:
    def __enter__(self) -> None: ...
    def __exit__(self, *of: object) -> None: ...


def test_only_what_is_new_or_changed_is_done_again(batch: Batch, pages: Path, out: Path) -> None:
    batch(pages, shard=2)
    put(pages / "1.html", article(70))
    put(pages / "new.html", article(71))
    account = batch(pages, shard=2, resume=True)
    assert (account.done, account.unchanged, account.articles) == (2, 5, 6)
    found = {Path(r["source"]["path"]).name: r["headline"] for r in records(out)}
    assert len(records(out)) == 6 == len(found)
    assert "رقم 70 " in found["1.html"] and "رقم 71 " in found["new.html"]
    assert not leftovers(out)


def test_a_page_that_is_none_any_more_leaves_the_output(batch: Batch, pages: Path, out: Path, tmp_path: Path) -> None:
    for form in ("jsonl", "json"):
        place = tmp_path / form
        put(pages / "1.html", article(1))
        batch(pages, form=form, out=place)
        put(pages / "1.html", HOME)
        account = batch(pages, form=form, out=place, resume=True)
        assert (account.articles, sum(account.rejected.values())) == (4, 2)
        assert len(records(place) if form == "jsonl" else [*place.rglob("articles/**/*.json")]) == 4


def test_what_is_gone_from_the_input_stays_in_the_output(batch: Batch, pages: Path, out: Path) -> None:
    batch(pages)
    (pages / "0.html").unlink()
    account = batch(pages, resume=True)
    assert (account.articles, account.unseen) == (5, 1)
    assert "0.html" in paths(out)


def test_a_path_that_was_not_there_is_no_error_for_ever(batch: Batch, tmp_path: Path) -> None:
    assert batch(tmp_path / "late").rejected == {Reason.NOT_FOUND: 1}
    put(tmp_path / "late" / "a.html", article(1))
    account = batch(tmp_path / "late", resume=True)
    assert (account.pages, account.articles, dict(account.rejected)) == (1, 1, {})


def test_other_options_do_all_again(batch: Batch, pages: Path, out: Path) -> None:
    batch(pages)
    account = batch(pages, options=Options(profile=Profile.SEARCH), resume=True)
    assert (account.done, account.articles) == (6, 5)
    assert {record["provenance"]["profile"] for record in records(out)} == {"search"}
    assert [path.name for path in out.glob("articles*")] == ["articles-00002.jsonl"]  # and no empty one
    assert len(records(out)) == 5


def test_a_reason_can_be_tried_again(batch: Batch, pages: Path) -> None:
    def stumbles(page: RawPage, options: Options) -> Article | Rejected:
        raise MemoryError

    assert batch(pages, work=stumbles).rejected == {Reason.MEMORY: 6}
    assert batch(pages, resume=True).done == 0
    account = batch(pages, resume=True, retry=frozenset([Reason.MEMORY]))
    assert (account.done, account.articles) == (6, 5)


def test_the_record_of_a_page_that_was_taken_out_comes_back(batch: Batch, pages: Path, out: Path) -> None:
    batch(pages, form="json")
    (out / "articles" / "2004" / "3.html.json").unlink()
    account = batch(pages, form="json", resume=True)
    assert account.done == 1 and (out / "articles" / "2004" / "3.html.json").is_file()


def test_a_shard_that_was_changed_is_an_error_and_one_that_is_gone_is_made_again(
    batch: Batch, pages: Path, out: Path
) -> None:
    batch(pages, shard=2)
    (out / "articles-00001.jsonl").write_text("{}\n")
    with pytest.raises(ManifestError, match="not what the manifest says"):
        batch(pages, shard=2, resume=True)
    (out / "articles-00001.jsonl").unlink()
    account = batch(pages, shard=2, resume=True)
    assert (account.done, account.articles) == (2, 5)
    assert sorted(paths(out)) == [f"{number}.html" for number in range(5)]


def test_an_output_is_not_mixed_with_anything(batch: Batch, pages: Path, out: Path) -> None:
    put(out / "mine.txt", "x")
    with pytest.raises(UsageError, match="not empty"):
        batch(pages)
    (out / "mine.txt").unlink()
    batch(pages)
    with pytest.raises(UsageError, match="--resume"):
        batch(pages)
    with pytest.raises(UsageError, match="holds jsonl"):
        batch(pages, form="csv", resume=True)
    with pytest.raises(UsageError, match="is a file"):
        batch(pages, out=pages / "0.html")


def test_all_that_is_no_page_is_counted(batch: Batch, pages: Path) -> None:
    put(pages / "style.css", "p {}")
    (pages / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (pages / "broken.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (pages / "cut.html.gz").write_bytes(gzip.compress(article(7).encode())[:200])
    account = batch(pages)
    assert dict(account.passed_over) == {"a picture": 1, "a style sheet or a font": 1}
    (pages / "a.png").rename(pages / ".a.png")
    assert dict(batch(pages, resume=True).passed_over) == {"a hidden file": 1, "a style sheet or a font": 1}
    assert account.rejected[Reason.UNSUPPORTED_FORMAT] == 1
    assert account.rejected[Reason.DAMAGED_CONTAINER] == 1
    assert account.pages == account.articles + sum(account.rejected.values())


def test_a_fault_of_a_reader_costs_one_file(batch: Batch, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from warraq.read import page

    inner = page.raw_page

    def breaks(item: object, body: bytes, media_type: str) -> RawPage:
        if "رقم 1 بعد أعوام من العمل</h1>".encode() in body:
            raise ZeroDivisionError("a fault")
        return inner(item, body, media_type)  # type: ignore[arg-type]

    monkeypatch.setattr("warraq.read.page.raw_page", breaks)
    account = batch(pages)
    assert (account.articles, account.rejected[Reason.CRASH]) == (4, 1)


def test_the_manifest_has_a_row_for_every_page(batch: Batch, pages: Path, out: Path) -> None:
    batch(pages)
    with sqlite3.connect(out / "manifest.sqlite") as db:
        rows = db.execute("SELECT path, sha256, outcome, reason, version, options FROM account").fetchall()
    db.close()
    assert len(rows) == 6
    assert all(len(row[1]) == 64 and row[4] and json.loads(row[5])["profile"] == "clean" for row in rows)
    assert [row[3] for row in rows if row[2] == "rejected"] == ["not_an_article"]


def test_a_manifest_of_something_else_is_refused(batch: Batch, pages: Path, out: Path) -> None:
    out.mkdir()
    (out / "manifest.sqlite").write_bytes(b"no database at all, " * 50)
    with pytest.raises(ManifestError, match="manifest.sqlite"):
        batch(pages, resume=True)


def test_two_runs_do_not_write_into_one_folder(batch: Batch, pages: Path, out: Path) -> None:
    def second(page: RawPage, options: Options) -> Article | Rejected:
        with pytest.raises(UsageError, match="another run is at work"):
            batch(pages, resume=True)
        return extract_page(page, options)

    assert batch(pages, work=second).articles == 5


def test_the_number_of_workers_makes_no_difference(pages: Path, tmp_path: Path) -> None:
    found = []
    for jobs in (1, 3):
        out = tmp_path / f"out{jobs}"
        run_batch(Plan(str(out), (str(pages),), jobs=jobs, shard=2))
        found.append({path.name: path.read_bytes() for path in out.glob("*.jsonl")})
    assert found[0] == found[1] and len(found[0]) == 5


def test_a_mismatch_is_an_error(batch: Batch, pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = Manifest.put

    def forgets(self: Manifest, key: Key, root: str, result: Result, place: Place | None) -> None:
        if "1.html" not in key.path:
            inner(self, key, root, result, place)

    monkeypatch.setattr(Manifest, "put", forgets)
    with pytest.raises(ManifestError, match="6 pages were read and 5 are in the manifest"):
        batch(pages)


def test_a_file_of_the_output_that_was_cut_is_written_again(batch: Batch, pages: Path, out: Path) -> None:
    batch(pages, form="json")
    (out / "articles" / "0.html.json").write_text("")
    assert batch(pages, form="json", resume=True).done == 1
    assert json.loads((out / "articles" / "0.html.json").read_text("utf-8"))["headline"]


def test_what_cannot_be_read_now_keeps_its_article_and_is_told(batch: Batch, pages: Path, out: Path) -> None:
    batch(pages)
    (pages / "0.html").write_bytes(b"")  # as after a fault of the disk
    account = batch(pages, resume=True, options=Options(limits=Limits(page_bytes=1500)))
    assert account.articles == 5 and len(records(out)) == 5
    assert account.rejected[Reason.EMPTY] == 1 and account.rejected[Reason.TOO_LARGE] >= 1
    put(pages / "0.html", article(0))
    assert dict(batch(pages, resume=True).rejected) == {Reason.NOT_AN_ARTICLE: 1}  # and forgotten when it can


def test_a_name_that_looks_like_another_ones_hash_is_taken_by_nobody_else(
    batch: Batch, tmp_path: Path, out: Path
) -> None:
    archive = str(tmp_path / "a.zip")
    mark = name_of(Origin(archive, "a.html"), 0, str(tmp_path), suffix=".json").mark
    with zipfile.ZipFile(archive, "w") as file:
        for number, name in enumerate(("A.html", f"a.html~{mark}", "a.html", "a.html.json.part/b.html")):
            file.writestr(name, article(number))
    assert batch(archive, form="json").articles == 4 == len(list(out.rglob("articles/**/*.json")))


def test_an_article_that_comes_back_has_the_name_that_it_had(batch: Batch, pages: Path, out: Path) -> None:
    for text in (article(0), HOME, article(0)):
        put(pages / "0.html", text)
        batch(pages, form="json", resume=True)
    assert (out / "articles" / "0.html.json").is_file()
    assert not list((out / "articles").glob("0.html~*"))


def test_links_in_a_tar_are_counted(batch: Batch, pages: Path, tmp_path: Path) -> None:
    os.link(pages / "0.html", pages / "hard.html")
    (pages / "soft.html").symlink_to("0.html")
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        archive.add(pages, "pages")
    account = batch(tmp_path / "a.tar")
    assert (account.articles, dict(account.passed_over)) == (5, {"a link to another member": 2})


def test_a_signature_that_is_missing_is_made_when_near_ones_are_asked_for(batch: Batch, pages: Path) -> None:
    batch(pages)
    assert batch(pages, resume=True, near=0.8).done == 5
    assert batch(pages, resume=True, near=0.8).done == 0


def test_a_path_that_is_no_utf_8(batch: Batch, tmp_path: Path, out: Path) -> None:
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")
    try:
        os.mkdir(folder)
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    put(Path(folder) / "a.html", article(1))
    assert batch(folder, form="json").articles == 1
    assert batch(folder, form="json", resume=True).unchanged == 1
