"""Pages of a batch, and ways to run one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from warraq.batch.plan import Account, Plan, Watch
from warraq.batch.pool import Done, Fault, Fence, Job
from warraq.batch.run import run_batch
from warraq.batch.worker import Task

WORDS = (
    "المدينة القرية الوادي الجسر السوق الميناء المدرسة المكتبة المسرح الحديقة المصنع المزرعة القلعة المتحف الملعب "
    "الطريق النهر البحر الجبل السهل المطار المحطة المرصد البرج السد القناة البئر الحقل الغابة الجزيرة"
).split()


def article(number: int) -> str:
    """A page of an article; each number another text."""
    one, two, three = (WORDS[(number * step + step) % len(WORDS)] for step in (1, 7, 11))
    headline = f"افتتاح {one} رقم {number} بعد أعوام من العمل"
    sentences = (
        f"افتتحت البلدية صباح اليوم {one} رقم {number} قرب {two} بحضور مئات من السكان الذين انتظروه طويلا.",
        f"وقالت المهندسة سلمى الراوي إن العمل في {one} استغرق {number + 3} شهرا، وإن {three} سيأتي بعده.",
        f"ويأمل أصحاب المتاجر حول {two} أن يعود الزوار إلى الحي بعد أن انقطعوا عنه منذ بدأت أعمال الحفر في {three}.",
        f"وأضافت أن {number} عاملا شاركوا في البناء، وأن تكلفته بلغت {number * 7 + 11} ألف دينار دفعتها صناديق محلية.",
    )
    text = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{headline}</title></head><body>'
        f'<nav><a href="/">الرئيسية</a></nav><article><h1>{headline}</h1>{text}</article></body></html>'
    )


HOME = (
    '<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>الضفاف - الرئيسية</title></head><body>'
    + "".join(f'<h3><a href="/{n}">افتتاح الجسر رقم {n} بعد أعوام من العمل</a></h3>' for n in range(30))
    + "</body></html>"
)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def records(out: Path, pattern: str = "articles*.jsonl") -> list[dict[str, Any]]:
    """The records of all shards, in their order."""
    lines = b"".join(path.read_bytes() for path in sorted(out.glob(pattern))).split(b"\n")
    return [json.loads(line) for line in lines if line]


def paths(out: Path) -> list[str]:
    return [Path(record["source"]["path"]).name for record in records(out)]


def leftovers(out: Path) -> list[str]:
    """What is not finished."""
    return [str(path) for path in out.rglob("*") if path.name.endswith((".part", ".new"))]


class HerePool:
    """Does the work in this process: as ``batch.pool.Pool``, without its fences and its seconds."""

    def __init__(
        self, task: Task[Any], fault: Fault[Any], doubtful: Callable[[Any], bool], *, jobs: int, fence: Fence
    ) -> None:
        self._task = task

    def __class_getitem__(cls, item: object) -> type[HerePool]:
        return cls

    def run(self, jobs: Iterable[Job[Any, Any]]) -> Iterator[Done[Any, Any]]:
        for job in jobs:
            yield Done(job.tag, self._task(job.page) if job.page is not None else job.answer)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches do their work in this process."""
    monkeypatch.setattr("warraq.batch.run.Pool", HerePool)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with five articles and a home page."""
    folder = tmp_path / "pages"
    for number in range(5):
        put(folder / ("2004" if number > 2 else "") / f"{number}.html", article(number))
    put(folder / "home.html", HOME)
    return folder


@pytest.fixture
def batch(here: None, tmp_path: Path) -> Callable[..., Account]:
    """Runs a batch; takes inputs and the fields of the plan."""

    def run(*inputs: Path | str, watch: Watch | None = None, **fields: Any) -> Account:
        plan = Plan(out=str(fields.pop("out", tmp_path / "out")), inputs=tuple(map(str, inputs)), **fields)
        return run_batch(plan, watch)

    return run
