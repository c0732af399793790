"""What trafilatura and warraq make of the same folder of three hundred saved pages: good, doubled, packed and broken.

    python benchmarks/folders.py

Prints the tables of docs/batch.md. Both run as a user runs them, from the command line, each time on a folder made anew
(benchmarks/folder_inputs.py). A page counts as found when a sentence that stands on it alone can be read in the output,
in one output file (or line) for each page; as refused when it is named on standard error or, by warraq, in
rejected.jsonl. Runs that are killed are killed with all their processes, and begun again.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path

from folder_inputs import MARK, ROOT, Input, make

from warraq._version import __version__
from warraq.write.record import printable_path

PAGES, OUT = "pages", "out"
LIMIT = 300
KILLED = 0.7
"""Share of its time after which a run is killed."""


class Fate(StrEnum):
    """What became of a page."""

    FOUND = "articles"
    GARBLED = "garbled"
    TAKEN = "taken for articles"
    TOLD = "refused by name"
    SILENT = "without a word"


@dataclass(frozen=True, slots=True)
class Tool:
    """A way to run one of the two.

    Attributes:
        name: as in the table.
        command: without the program; {pages} and {out} are filled in.
        outputs: reads what it wrote, an article a piece.
        told: reads the paths that it names as refused; given the folder and standard error.
        again: what goes on with an interrupted run.
        clean: whether the two links are taken out of the input first.
    """

    name: str
    command: tuple[str, ...]
    outputs: Callable[[Path], list[bytes]]
    told: Callable[[Path, str], set[str]]
    again: tuple[str, ...]
    clean: bool = False


@dataclass(slots=True)
class Ran:
    """A run: how it ended, and what became of each page."""

    code: int
    seconds: float
    lines: int
    outputs: list[bytes]
    fates: dict[str, Counter[Fate]] = field(default_factory=lambda: defaultdict(Counter))

    def total(self, fate: Fate) -> int:
        return sum(counts[fate] for counts in self.fates.values())


def _files(folder: Path) -> list[bytes]:
    """Everything called .json, also where it was not to be."""
    return [path.read_bytes() for path in sorted(folder.rglob("*.json"))]


def _shards(folder: Path) -> list[bytes]:
    lines = b"".join(path.read_bytes() for path in sorted(folder.glob(f"{OUT}/articles-*.jsonl"))).split(b"\n")
    return [line for line in lines if line]


def _named(folder: Path, said: str) -> set[str]:
    """Paths in what was said on standard error."""
    return set(re.findall(rf"{PAGES}/(\S[^\n:]*)", said))


def _rejected(folder: Path, said: str) -> set[str]:
    path = folder / OUT / "rejected.jsonl"
    records = [json.loads(line) for line in path.read_bytes().split(b"\n") if line] if path.exists() else []
    return {record["source"]["path"].removeprefix(f"{PAGES}/") for record in records}


_TRAFILATURA = (os.fspath(Path(sys.executable).with_name("trafilatura")), "--output-dir", OUT, "--json")
_RELATIVE = (*_TRAFILATURA, "--input-dir", PAGES)
_ABSOLUTE = ("--input-dir", f"{{here}}/{PAGES}")
_WARRAQ = (sys.executable, "-m", "warraq", "batch", "-o", OUT)
_RESUME = (*_WARRAQ, "--resume")
TOOLS = (
    Tool("`trafilatura --input-dir pages --output-dir out --json`", _RELATIVE, _files, _named, _RELATIVE),
    Tool("the same, without the two links in the input", _RELATIVE, _files, _named, (), clean=True),
    Tool("with `--keep-dirs`, relative path", (*_RELATIVE, "--keep-dirs"), _files, _named, ()),
    Tool("with `--keep-dirs`, absolute path", (*_TRAFILATURA, "--keep-dirs", *_ABSOLUTE), _files, _named, ()),
    Tool(
        "with `--keep-dirs`, absolute path, without the two links",
        (*_TRAFILATURA, "--keep-dirs", *_ABSOLUTE),
        _files,
        _named,
        (),
        clean=True,
    ),
    Tool("`warraq batch pages -o out`", (*_WARRAQ, PAGES), _shards, _rejected, _RESUME),
    Tool("`warraq batch pages -o out --format json`", (*_WARRAQ, PAGES, "-f", "json"), _files, _rejected, _RESUME),
)
SHOWN = {"trafilatura": 0, "trafilatura, `--keep-dirs`, absolute path": 3, "warraq": 5}
"""What stands in the table of kinds."""


def _inputs(folder: Path, tool: Tool) -> list[Input]:
    """A folder made anew."""
    for name in (PAGES, OUT):
        shutil.rmtree(folder / name, ignore_errors=True)
    (folder / PAGES).mkdir()
    made = make(folder / PAGES)
    if not tool.clean:
        return made
    links = [one for one in made if (folder / PAGES / one.path).is_symlink()]
    for one in links:
        (folder / PAGES / one.path).unlink()
    return [one for one in made if one not in links]


def _start(folder: Path, command: Sequence[str]) -> subprocess.Popen[bytes]:
    """In a session of its own, so that its workers can be killed with it."""
    paths = os.pathsep.join(filter(None, (os.fspath(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    with open(folder / "said", "wb") as said:
        return subprocess.Popen(
            [part.replace("{here}", os.fspath(folder)) for part in command],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": paths},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,
        )


def _run(folder: Path, command: Sequence[str]) -> tuple[int, float, str]:
    """Exit code, seconds, standard error."""
    begun = time.monotonic()
    process = _start(folder, command)
    try:
        code = process.wait(LIMIT)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
    return code, time.monotonic() - begun, os.fsdecode((folder / "said").read_bytes())


def measure(folder: Path, tool: Tool) -> Ran:
    """Run a tool once, and find out what became of each page."""
    inputs = _inputs(folder, tool)
    code, seconds, said = _run(folder, tool.command)
    outputs = tool.outputs(folder)
    ran = Ran(code, seconds, said.count("\n"), outputs)
    _trace(ran, folder, inputs, tool.told(folder, said))
    return ran


def _trace(ran: Ran, folder: Path, inputs: Iterable[Input], told: set[str]) -> None:
    """Find each page in the outputs; an output stands for one page only."""
    by_mark: dict[str, list[bytes]] = defaultdict(list)
    for output in ran.outputs:
        for mark in {found.decode() for found in MARK.findall(output)} or {""}:
            by_mark[mark].append(output)
    for one in inputs:
        named = (printable_path(one.path) or "") in told or one.path in told
        for mark in one.marks or ("",):
            output = _of_mark(by_mark, mark) if mark else _of_words(by_mark, folder / PAGES / one.path)
            if output is None:
                fate = Fate.TOLD if named else Fate.SILENT
            elif not one.articles:
                fate = Fate.TAKEN
            else:
                fate = Fate.FOUND if re.search(f"(?:رقم|وصول) {re.escape(mark)} ".encode(), output) else Fate.GARBLED
            ran.fates[one.kind][fate] += 1


def _of_mark(by_mark: dict[str, list[bytes]], mark: str) -> bytes | None:
    """The first output with the mark; it is used up, also where it holds other marks."""
    found = next(iter(by_mark[mark]), None)
    for outputs in by_mark.values() if found is not None else ():
        outputs[:] = [output for output in outputs if output is not found]
    return found


def _of_words(by_mark: dict[str, list[bytes]], path: Path) -> bytes | None:
    """The output without a mark whose words are those of the page."""
    page = path.read_bytes() if path.is_file() else b""
    for output in by_mark[""]:
        words = set(re.findall("[ء-ي]{4,}", str(json.loads(output).get("text") or json.loads(output).get("body"))))
        if words and sum(word.encode() in page for word in words) > 0.9 * len(words):
            by_mark[""].remove(output)
            return output
    return None


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _head(*cells: str) -> list[str]:
    return [_row(*cells), f"|{'|'.join(['---'] + ['--:'] * (len(cells) - 1))}|"]


def runs(ran: dict[str, Ran]) -> list[str]:
    """A row a way to run."""
    lines = _head("run", "outputs", *Fate, "exit code", "lines on standard error", "seconds")
    for name, run in ran.items():
        fates = [run.total(fate) for fate in Fate]
        lines.append(_row(name, len(run.outputs), *fates, run.code, run.lines, f"{run.seconds:.1f}"))
    return lines


def kinds(inputs: Sequence[Input], ran: dict[str, Ran]) -> list[str]:
    """A row a kind of input."""
    lines = _head("kind", "inputs", *ran)
    for kind in dict.fromkeys(one.kind for one in inputs):
        cells = [
            ", ".join(f"{fate} {run.fates[kind][fate]}" for fate in Fate if run.fates[kind][fate])
            for run in ran.values()
        ]
        lines.append(_row(kind, sum(one.kind == kind for one in inputs), *cells))
    return lines


def killed(folder: Path, tool: Tool, whole: Ran) -> list[object]:
    """Kill a run with all its processes, begin again, and compare with one that was left alone."""
    _inputs(folder, tool)
    process = _start(folder, tool.command)
    time.sleep(whole.seconds * KILLED)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    left = {path: path.stat().st_mtime_ns for path in (folder / OUT).rglob("*.json")}
    half = sum(not _is_json(path) for path in left)
    code, seconds, said = _run(folder, tool.again)
    again = sum(path.stat().st_mtime_ns != then for path, then in left.items())
    account = re.search(r"this run: (\d+) pages done, (\d+) had not changed", said)
    kept = int(account[2]) if account else len(left) - again
    same = sorted(tool.outputs(folder)) == sorted(whole.outputs)
    return [tool.name, f"{whole.seconds * KILLED:.1f}", half, kept, code, f"{seconds:.1f}", "yes" if same else "no"]


def _is_json(path: Path) -> bool:
    try:
        json.loads(path.read_bytes())
    except ValueError:
        return False
    return True


def main() -> int:
    """Print the tables."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ran = {tool.name: measure(folder, tool) for tool in TOOLS}
        inputs = _inputs(folder, TOOLS[-1])
        print(f"trafilatura {version('trafilatura')}, warraq {__version__}, {os.cpu_count()} processors\n")
        print("\n".join(runs(ran)), "\n")
        shown = dict(zip(SHOWN, (ran[TOOLS[at].name] for at in SHOWN.values()), strict=True))
        print("\n".join(kinds(inputs, shown)), "\n")
        head = (
            "run",
            "killed after",
            "broken files",
            "pages not done again",
            "exit code",
            "seconds",
            "as if never killed",
        )
        print("\n".join(_head(*head)))
        for tool in TOOLS:
            if tool.again:
                print(_row(*killed(folder, tool, ran[tool.name])), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
