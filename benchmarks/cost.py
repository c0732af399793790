"""What a record costs: ratios within one run, because seconds say nothing on another machine.

    python benchmarks/cost.py [--rounds N] [--json]

warraq's whole record (with and without statements) against a bare lxml parse of the same bytes and against trafilatura
with metadata. Pages: ``samples/``, and ``../shared/pages/html`` where it is. Start-up: ``warraq --version`` against
``trafilatura --version``.

Every round is a process of its own, in which every contender sees every page once. Trafilatura remembers texts and
whole pages that it has seen, and warraq the names and labels of a site; a second look at a page would measure these
memories, and no archive's next page is the page before. Before the clock runs, each contender reads other pages, those
of ``tests/pages``, so that code and lexicons are loaded and Python has specialized what it runs. The contenders take
turns page by page, so that a busy moment of the machine hits all of them; warraq without statements takes warraq's turn
in processes of its own, since it would profit from the look that the other has had at the page. Time is the
processor's (``process_time``), as the machine may do other work; of a page's rounds the best counts, and the pages are
summed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time

import lxml.html
from trafilatura import bare_extraction

from warraq import Article, Options, extract, to_record

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "samples", ROOT.parent / "shared" / "pages" / "html")
OTHERS = ROOT / "tests" / "pages"
WARM_UP = 40
"""Pages read before the clock runs."""

BARE = Options(statements=False)


def parse_only(page: bytes) -> None:
    lxml.html.document_fromstring(page)


def peer(page: bytes) -> None:
    bare_extraction(page, with_metadata=True, include_comments=False)


def whole(page: bytes) -> None:
    to_record(extract(page))


def without_statements(page: bytes) -> None:
    to_record(extract(page, options=BARE))


CONTENDERS: dict[str, Callable[[bytes], None]] = {
    "parse": parse_only,
    "trafilatura": peer,
    "warraq": whole,
    "without_statements": without_statements,
}

TEAMS = (("parse", "trafilatura", "warraq"), ("parse", "trafilatura", "without_statements"))
"""Who takes turns in one process."""


def pages_of(folder: Path) -> list[bytes]:
    """The pages of a folder, in order."""
    return [path.read_bytes() for path in sorted(folder.rglob("*.html"))]


def one_round(folder: Path, names: Sequence[str]) -> dict[str, list[float]]:
    """Seconds of some contenders for each page, each page seen once."""
    for page in pages_of(OTHERS)[:WARM_UP]:
        for name in names:
            CONTENDERS[name](page)
    times: dict[str, list[float]] = {name: [] for name in names}
    for page in pages_of(folder):
        for name in names:
            start = process_time()
            CONTENDERS[name](page)
            times[name].append(process_time() - start)
    return times


def seconds(folder: Path, rounds: int) -> dict[str, float]:
    """The best time of each page by each contender, summed."""
    total: dict[str, float] = {}
    for team in TEAMS:
        command = [sys.executable, __file__, "--one-round", str(folder), *team]
        found = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(rounds)]
        best = {name: sum(map(min, zip(*(times[name] for times in found), strict=True))) for name in team}
        total = best | total  # of those that are in both teams the first one's, next to which warraq stood
    return total


def startup(module: str, rounds: int) -> float:
    """The best time of ``--version`` of a command."""
    times = []
    for _ in range(max(rounds, 5)):
        start = perf_counter()
        subprocess.run([sys.executable, "-m", module, "--version"], capture_output=True, check=True)
        times.append(perf_counter() - start)
    return min(times)


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """The ratios over the pages of one folder."""
    times = seconds(folder, rounds)
    answers = [extract(page) for page in pages_of(folder)]
    return {
        "pages": len(answers),
        "milliseconds_a_page": 1000 * times["warraq"] / len(answers),
        "times_a_bare_parse": times["warraq"] / times["parse"],
        "times_trafilatura": times["warraq"] / times["trafilatura"],
        "times_faster_than_trafilatura": times["trafilatura"] / times["warraq"],
        "statements_add": times["warraq"] / times["without_statements"] - 1,
        "rescued_pages": sum(isinstance(a, Article) and "rescued" in a.quality.flags for a in answers),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one-round", nargs="+", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one_round:
        print(json.dumps(one_round(Path(chosen.one_round[0]), chosen.one_round[1:])))
        return 0
    found = {
        folder.parent.name + "/" + folder.name: measure(folder, chosen.rounds) for folder in FOLDERS if folder.is_dir()
    }
    found["start"] = {"times_trafilatura": startup("warraq", chosen.rounds) / startup("trafilatura.cli", chosen.rounds)}
    if chosen.json:
        print(json.dumps(found))
        return 0
    for name, figures in found.items():
        print(name)
        for figure, value in figures.items():
            print(f"  {figure:30}{value:10.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
