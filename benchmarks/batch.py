"""What a batch costs: memory after 2,000 pages and after 20,000, and the rate of two workers against one.

    python benchmarks/batch.py                 # takes about ten minutes on two processors that do nothing else
    python benchmarks/batch.py --pages 4000    # less of it

The pages are those of samples/, each with its text varied: some words of every paragraph are others, by a number, so
that no two pages are the same and no cache helps more than it would on an archive. Rates are of the middle of a run,
without the start of the workers; all figures are of this one process and its children.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

import psutil

from warraq.batch.plan import Plan, Watch
from warraq.batch.pool import Fence
from warraq.batch.run import run_batch
from warraq.batch.task import Result
from warraq.model import Origin

ROOT = Path(__file__).resolve().parents[1]
WORDS = (
    "الجديد القديم الشرقي الغربي الكبير الصغير الأول الثاني الأخير القريب البعيد الواسع الهادئ الطويل القصير".split()
)
_WORD = re.compile(r"(?<=[ء-ي]) (?=[ء-ي]{4,} [ء-ي]{4,})")


def varied(markup: str, number: int) -> str:
    """The page with every twentieth space between long words replaced by a word, chosen by the number."""
    chosen = random.Random(number)
    return _WORD.sub(lambda found: f" {chosen.choice(WORDS)}{number} " if not chosen.randrange(20) else " ", markup)


def make(folder: Path, count: int) -> None:
    sources = [path.read_text("utf-8") for path in sorted(ROOT.glob("samples/*/page.html")) if _is_utf8(path)]
    for number in range(count):
        path = folder / f"{number // 500:03}" / f"{number:05}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(varied(sources[number % len(sources)], number), "utf-8")


def _is_utf8(path: Path) -> bool:
    try:
        path.read_text("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@dataclass
class Gauge(Watch):
    """Measures while a batch runs: times of pages, and memory around some of them."""

    at: tuple[int, ...] = ()
    around: int = 400
    times: list[float] = field(default_factory=list)
    parent: dict[int, list[int]] = field(default_factory=dict)
    workers: dict[int, list[int]] = field(default_factory=dict)

    def page(self, origin: Origin, result: Result) -> None:
        self.times.append(time.perf_counter())
        count = len(self.times)
        for mark in self.at:
            if mark - self.around < count <= mark and not count % 20:
                self._measure(mark)

    def _measure(self, mark: int) -> None:
        own = psutil.Process()
        self.parent.setdefault(mark, []).append(own.memory_info().rss)
        for child in own.children():
            try:
                if "spawn_main" in " ".join(child.cmdline()):
                    self.workers.setdefault(mark, []).append(child.memory_info().rss)
            except psutil.Error:
                continue

    def rate(self) -> float:
        """Pages a second, between the first and the last tenth."""
        first, last = len(self.times) // 10, len(self.times) * 9 // 10
        return (last - first) / (self.times[last] - self.times[first])


def run(folder: Path, out: Path, *, jobs: int, gauge: Gauge, renewed: int) -> str:
    account = run_batch(Plan(str(out), (str(folder),), jobs=jobs, fence=Fence(pages=renewed), near=0.8), gauge)
    return f"{account.pages} pages, {account.articles} articles"


def report(pages: int) -> Iterator[str]:
    early, late = pages // 10, pages
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "in"
        folder.mkdir()
        make(folder, pages)
        for renewed in (5000, 10**9):
            gauge = Gauge(at=(early, late))
            what = run(folder, Path(name) / f"out{renewed}", jobs=2, gauge=gauge, renewed=renewed)
            yield f"{what}, {'workers renewed after 5,000' if renewed == 5000 else 'workers never renewed'}:"
            for who, measured in (("parent", gauge.parent), ("a worker", gauge.workers)):
                before, after = (mean(measured[mark]) for mark in (early, late))
                yield (
                    f"  {who}: {before / 2**20:.0f} MB around page {early}, {after / 2**20:.0f} MB around page {late}: "
                    f"{after / before - 1:+.1%}"
                )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "in"
        folder.mkdir()
        make(folder, min(pages, 3000))
        rates = {1: 0.0, 2: 0.0}
        for turn, jobs in enumerate((1, 2, 2, 1)):
            gauge = Gauge()
            run(folder, Path(name) / f"out{turn}", jobs=jobs, gauge=gauge, renewed=5000)
            rates[jobs] += gauge.rate() / 2
        yield f"rate: {rates[1]:.1f} pages/s with one worker, {rates[2]:.1f} with two: x{rates[2] / rates[1]:.2f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=20_000)
    for line in report(parser.parse_args().pages):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
