"""What a record costs: ratios within one run, because seconds say nothing on another machine.

    python benchmarks/cost.py [--rounds N] [--json]

Per page the best of N rounds is taken, then all pages are summed: warraq's whole record (with and without statements)
against a bare lxml parse of the same bytes and against trafilatura with metadata. Pages: ``samples/``, and
``../shared/pages/html`` where it is. Start-up: ``warraq --version`` against ``trafilatura --version``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import lxml.html
from trafilatura import bare_extraction
from trafilatura.meta import reset_caches

from warraq import Article, Options, extract, to_record

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "samples", ROOT.parent / "shared" / "pages" / "html")
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


def seconds(work: Callable[[bytes], None], pages: list[bytes], rounds: int) -> float:
    """The best time of each page, summed."""
    total = 0.0
    for page in pages:
        times = []
        for _ in range(rounds):
            if work is peer:
                reset_caches()  # it remembers pages that it has seen, and no archive's next page is one
            start = perf_counter()
            work(page)
            times.append(perf_counter() - start)
        total += min(times)
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
    pages = [path.read_bytes() for path in sorted(folder.rglob("*.html"))]
    for work in CONTENDERS.values():  # everything loaded and compiled before the clock runs
        work(pages[0])
    times = {name: seconds(work, pages, rounds) for name, work in CONTENDERS.items()}
    answers = [extract(page) for page in pages]
    return {
        "pages": len(pages),
        "milliseconds_a_page": 1000 * times["warraq"] / len(pages),
        "times_a_bare_parse": times["warraq"] / times["parse"],
        "times_trafilatura": times["warraq"] / times["trafilatura"],
        "statements_add": times["warraq"] / times["without_statements"] - 1,
        "rescued_pages": sum(isinstance(a, Article) and "rescued" in a.quality.flags for a in answers),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
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
            print(f"  {figure:24}{value:10.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
