from __future__ import annotations

from pathlib import Path

import pytest

from warraq.adapters.dask import extract_bag, extract_paths
from warraq.model import Article, Options, Reason, Rejected

PAGE = (
    '<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>افتتاح مكتبة المرفأ القديم</title></head><body>'
    "<article><h1>افتتاح مكتبة المرفأ القديم</h1>"
    "<p>افتتحت صباح اليوم مكتبة المرفأ القديم بعد ترميم استغرق أربع سنوات شارك فيه مهندسون وبناؤون من أهل المدينة.</p>"
    "<p>وتضم المكتبة عشرين ألف كتاب جمعها بحارة وتجار على مدى قرنين، وبينها خرائط لم تعرض على الجمهور من قبل.</p>"
    "<p>وقالت أمينة المكتبة هند الساعدي إن القاعات ستبقى مفتوحة حتى منتصف الليل في أيام العطل طوال الصيف.</p>"
    "</article></body></html>"
)


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Two files and one that is missing."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(PAGE, "utf-8")
    return [str(tmp_path / name) for name in ("a.html", "no.html", "b.html")]


def test_one_partition_gives_an_answer_a_page(paths: list[str]) -> None:
    first, missing, last = extract_paths(paths, Options())
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(missing, Rejected)
    assert missing.reason is Reason.NOT_FOUND


def test_a_bag_gives_the_same_in_the_same_order(paths: list[str]) -> None:
    pytest.importorskip("dask.bag", reason="needs the extra 'dask'")
    bag = extract_bag(paths, Options(), partitions=2)
    assert bag.npartitions == 2
    assert bag.compute(scheduler="sync") == list(extract_paths(paths, Options()))
