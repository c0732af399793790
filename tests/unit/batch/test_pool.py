"""Workers that hang, grow and die; see also test_runner.py."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil
import pytest
from tests.unit.batch import faults

from warraq.batch.one import Answer, answer
from warraq.batch.pool import Done, Fence, Job, Pool
from warraq.errors import WarraqError
from warraq.model import Limits, Options, Origin, RawPage, Reason, Rejected, Source, Stage


def fault(page: RawPage, reason: Reason, detail: str) -> Answer:
    return Rejected(page.source, Stage.READ, reason, detail)


def doubtful(found: Answer) -> bool:
    return isinstance(found, Rejected) and found.reason in (Reason.MEMORY, Reason.TIMEOUT)


def run(
    orders: list[bytes],
    *,
    jobs: int = 2,
    fence: Fence = Fence(),  # noqa: B008
    task: Callable[[RawPage], Answer] | None = None,
) -> list[Rejected]:
    options = Options(limits=Limits(page_seconds=fence.seconds))
    pool = Pool[int, Answer](
        task or partial(answer, work=faults.work, options=options), fault, doubtful, jobs=jobs, fence=fence
    )
    todo = [Job[int, Answer].__origin__(n, RawPage(Source(Origin(str(n))), o)) for n, o in enumerate(orders)]  # type: ignore[attr-defined]
    done: list[Done[int, Answer]] = list(pool.run(todo))
    assert [each.tag for each in done] == list(range(len(orders)))
    return [each.answer for each in done if isinstance(each.answer, Rejected)]


def reasons(orders: list[bytes], **options: object) -> list[str]:
    return [rejected.reason.value for rejected in run(orders, **options)]  # type: ignore[arg-type]


def test_one_that_hangs_where_no_signal_arrives_is_killed() -> None:
    found = run([b"", b"hang", b"", b""], fence=Fence(seconds=0.5))
    assert [r.reason.value for r in found] == ["not_an_article", "timeout", "not_an_article", "not_an_article"]
    assert "longer than 0.5 seconds" in found[1].detail


@pytest.mark.parametrize("order", [b"grow", b"grow slowly"])
def test_one_that_grows_is_stopped(order: bytes) -> None:
    expected = ["not_an_article", "memory", "not_an_article"]
    assert reasons([b"", order, b""], fence=Fence(memory=600 * 2**20)) == expected


def test_one_that_dies_is_named() -> None:
    found = run([b"", b"die", b""])
    assert [r.reason.value for r in found] == ["not_an_article", "crash", "not_an_article"]
    assert "SIGKILL" in found[1].detail


@pytest.mark.parametrize("order", [b"die unless alone", b"short unless alone", b"late unless alone"])
def test_a_page_is_blamed_only_for_what_it_does_in_a_fresh_worker(order: bytes) -> None:
    assert reasons([b"", b"", order, b"", order], jobs=1, fence=Fence(seconds=0.5)) == ["not_an_article"] * 5


def test_workers_are_renewed() -> None:
    found = run([b"count"] * 7, jobs=1, fence=Fence(pages=3))
    counted = [tuple(map(int, rejected.detail.split())) for rejected in found]
    assert [number for _, number in counted] == [1, 2, 3, 1, 2, 3, 1]
    assert len({process for process, _ in counted}) == 3


def test_workers_that_cannot_begin_are_an_error_and_no_endless_loop() -> None:
    with pytest.raises(WarraqError, match="end before they begin"):
        run([b""], task=_Unloadable())


class _Unloadable:
    """Cannot be made again in another process."""

    def __call__(self, page: RawPage) -> Answer:
        raise AssertionError

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (5,)


def test_the_answers_do_not_depend_on_how_many_work() -> None:
    orders = [b"", b"die", b"short unless alone", b"", b"hang", b""]
    fence = Fence(seconds=0.5)
    assert reasons(orders, jobs=1, fence=fence) == reasons(orders, jobs=3, fence=fence)


@pytest.mark.skipif(sys.platform != "linux", reason="the system ends workers with their parent on Linux only")
def test_a_worker_that_hangs_does_not_outlive_its_parent(tmp_path: Path) -> None:
    code = (
        "import sys; from functools import partial; from tests.unit.batch.test_pool import run\n"
        "if __name__ == '__main__': run([b'hang'], jobs=1)"
    )
    script = tmp_path / "hangs.py"
    script.write_text(code)
    root = Path(__file__).resolve().parents[3]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), *sys.path])}
    parent = subprocess.Popen([sys.executable, str(script)], env=env)
    deadline = time.monotonic() + 30
    workers: list[psutil.Process] = []
    while time.monotonic() < deadline and not workers:
        time.sleep(0.2)
        workers = [p for p in psutil.Process(parent.pid).children() if "spawn_main" in " ".join(p.cmdline())]
    time.sleep(1)
    parent.kill()
    parent.wait()
    gone, alive = psutil.wait_procs(workers, timeout=10)
    assert gone and not alive
