"""Duplicates are told apart after the run, in the same way whatever the order."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.batch.conftest import article, paths, put, records

from warraq.batch.likeness import likeness, signature_of
from warraq.batch.plan import Account

Batch = Callable[..., Account]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """Three articles: one saved three times (twice the same bytes), one taken over with a changed word, one alone."""
    folder = tmp_path / "in"
    put(folder / "b.html", article(1))
    put(folder / "a.html", article(1))
    put(folder / "c.html", article(1).replace("الرئيسية", "البداية"))
    put(folder / "d.html", article(2))
    put(folder / "e.html", article(2).replace("ويأمل", "ويرجو"))
    put(folder / "f.html", article(3))
    return folder


def groups(out: Path) -> dict[str, dict[str, str]]:
    """The article that is kept: the others, and how they are the same."""
    lines = (out / "duplicates.jsonl").read_text("utf-8").splitlines()
    return {
        Path(record["keep"]["path"]).name: {Path(d["path"]).name: d["how"] for d in record["duplicates"]}
        for record in map(json.loads, lines)
    }


def test_equal_ones_are_named_and_written_all_the_same(batch: Batch, copies: Path, out: Path) -> None:
    account = batch(copies)
    assert groups(out) == {"a.html": {"b.html": "bytes", "c.html": "text"}}
    assert (account.articles, account.duplicates, account.dropped) == (6, 2, 0)
    assert len(records(out)) == 6


def test_near_ones_are_found_when_asked(batch: Batch, copies: Path, out: Path) -> None:
    batch(copies, near=0.8)
    assert groups(out) == {"a.html": {"b.html": "bytes", "c.html": "text"}, "d.html": {"e.html": "near"}}


def test_how_alike_they_must_be_can_be_said(batch: Batch, copies: Path, out: Path) -> None:
    batch(copies, near=0.99)
    assert groups(out) == {"a.html": {"b.html": "bytes", "c.html": "text"}}


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "parquet"])
def test_they_are_left_out_at_the_end_when_asked(batch: Batch, copies: Path, out: Path, form: str) -> None:
    account = batch(copies, near=0.8, drop=True, form=form, shard=2)
    assert (account.pages, account.articles, account.dropped) == (6, 6, 3)
    if form == "jsonl":
        assert paths(out) == ["a.html", "d.html", "f.html"]
    if form == "json":
        assert sorted(p.name for p in out.rglob("articles/*.json")) == ["a.html.json", "d.html.json", "f.html.json"]
    if form == "csv":
        text = b"".join(path.read_bytes() for path in out.glob("articles*.csv")).decode()
        assert [text.count(f"{name}.html,") for name in "abcdef"] == [1, 0, 0, 1, 0, 1]
    if form == "parquet":
        tables = [pytest.importorskip("pyarrow.parquet").read_table(path) for path in sorted(out.glob("*.parquet"))]
        found = [row["source"]["path"] for table in tables for row in table.to_pylist()]
        assert [Path(path).name for path in found] == ["a.html", "d.html", "f.html"]
    again = batch(copies, near=0.8, drop=True, form=form, shard=2, resume=True)
    assert (again.done, again.articles, again.dropped) == (0, 6, 3)


def test_one_that_was_left_out_comes_back_when_the_other_is_gone(batch: Batch, copies: Path, out: Path) -> None:
    batch(copies, drop=True)
    put(copies / "a.html", article(8))
    account = batch(copies, drop=True, resume=True)
    assert groups(out) == {"b.html": {"c.html": "text"}}
    assert sorted(paths(out)) == ["a.html", "b.html", "d.html", "e.html", "f.html"]
    assert (account.pages, account.articles, account.dropped) == (6, 6, 1)
    batch(copies, resume=True)  # and all when duplicates are no longer left out
    assert sorted(paths(out)) == ["a.html", "b.html", "c.html", "d.html", "e.html", "f.html"]


def test_the_last_copy_of_a_text_is_never_lost(batch: Batch, copies: Path, out: Path) -> None:
    """Of a, b and c with one text a is kept; then b is gone, and a has another text."""
    batch(copies, drop=True)
    (copies / "b.html").unlink()
    (copies / "c.html").unlink()
    put(copies / "a.html", article(8))
    account = batch(copies, drop=True, resume=True)
    assert sorted(paths(out)) == ["a.html", "b.html", "d.html", "e.html", "f.html"]
    assert account.dropped == 1
    batch(copies, resume=True)
    assert sorted(paths(out)) == ["a.html", "b.html", "c.html", "d.html", "e.html", "f.html"]
    assert records(out)[-1]["body"] == records(out)[-2]["body"]  # brought back as they were


def test_the_order_of_the_pages_makes_no_difference(batch: Batch, tmp_path: Path) -> None:
    names = [f"{name}.html" for name in "abcdefghijkl"]
    texts = [article(n % 4).replace("ويأمل", ("ويأمل", "ويرجو", "ويتمنى")[n // 4]) for n in range(12)]
    found: list[dict[str, set[str]]] = []
    for turn in range(4):
        folder = tmp_path / f"in{turn}"
        inputs = [put(folder / name, text) for name, text in zip(names, texts, strict=True)]
        random.Random(turn).shuffle(inputs)
        batch(*inputs, near=0.7, out=tmp_path / f"out{turn}")
        found.append({keep: {*others} for keep, others in groups(tmp_path / f"out{turn}").items()})
    assert found[0] and all(one == found[0] for one in found)


def test_no_chain_of_likenesses_makes_unlike_texts_one(batch: Batch, tmp_path: Path, out: Path) -> None:
    """One text is changed step by step: what is dropped is always near what is kept."""
    head, tail = article(6).split("<p>", 1)[0], "</article></body></html>"
    for step in range(12):
        numbers = [1000 * step + n if n < 2 * step else n for n in range(50)]
        text = "".join(
            f"<p>وقال مدير الجسر {n} إن العمل في الطريق {n + 1} انتهى، ووصل {n + 2} زائرا.</p>" for n in numbers
        )
        put(tmp_path / "in" / f"{step:02}.html", head + text + tail)
    account = batch(tmp_path / "in", near=0.6)
    assert account.articles == 12 and account.duplicates
    for record in map(json.loads, (out / "duplicates.jsonl").read_text("utf-8").splitlines()):
        assert all(duplicate["likeness"] >= 0.6 for duplicate in record["duplicates"])
    assert len(groups(out)) > 1


@pytest.mark.parametrize(("share", "least", "most"), [(1.0, 1.0, 1.0), (0.9, 0.75, 0.95), (0.0, 0.0, 0.05)])
def test_likeness_is_near_the_share_of_words_in_common(share: float, least: float, most: float) -> None:
    chosen = random.Random(1)
    words = [f"كلمة{chosen.randrange(10**6)}" for _ in range(500)]
    kept = int(len(words) * share)
    others = words[:kept] + [f"غيرها{n}" for n in range(len(words) - kept)]
    assert least <= likeness(signature_of(" ".join(words)), signature_of(" ".join(others))) <= most


def test_a_text_without_words_has_a_signature() -> None:
    assert likeness(signature_of(""), signature_of("")) == 1.0
