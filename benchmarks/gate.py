"""Runs warraq over the shared material, scores it and compares with the floors.

    python benchmarks/gate.py            exit code 1 when a figure is under its floor
    python benchmarks/gate.py --update   the same, and raise the floors that are exceeded; none is ever lowered

The material is ``../shared``, beside the project; where it is not, there is nothing to measure and the code is 0.
The records are kept in ``.gate/`` to be looked at.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
WORK = ROOT / ".gate"
FLOORS = Path(__file__).with_name("floors.json")
FEWER = (
    "pages_without_record",
    "pages_with_leak",
    "leaked_pieces",
    "misplaced_pieces",
    "lost_runs",
    "extra_lines",
)
FIGURE = re.compile(r"(F1|[a-z][a-z, ()]{1,60}?):? (-?[0-9]+\.[0-9]+|nan)(?: of ([0-9]+))?")


@dataclass(frozen=True)
class Figure:
    """One measured value; ``lower`` when less is better, ``of`` the most there could be, for the table."""

    name: str
    value: float
    lower: bool = False
    of: int | None = None


@dataclass(frozen=True)
class Floors:
    """What must be reached, and what must not be exceeded."""

    at_least: dict[str, float]
    at_most: dict[str, float]

    def bound(self, figure: Figure) -> float | None:
        return (self.at_most if figure.lower else self.at_least).get(figure.name)

    def holds(self, figure: Figure) -> bool:
        bound = self.bound(figure)
        if bound is None:
            return True
        return figure.value <= bound if figure.lower else figure.value >= bound

    def raised(self, figures: list[Figure]) -> Floors:
        """The floors with what is better now; a floor that does not hold stays."""
        least, most = dict(self.at_least), dict(self.at_most)
        for figure in figures:
            if figure.value != figure.value:  # nothing to measure
                continue
            if figure.lower:
                most[figure.name] = min(figure.value, most.get(figure.name, figure.value))
            else:
                rounded = int(figure.value * 1000) / 1000
                least[figure.name] = max(rounded, least.get(figure.name, rounded))
        return Floors(least, most)


def run_warraq(source: Path, name: str, *options: str) -> Path:
    """The records of a file or folder as JSON Lines; the paths in them are below the shared folder."""
    out = WORK / f"{name}.jsonl"
    out.unlink(missing_ok=True)
    command = [sys.executable, "-m", "warraq", "extract", str(source), "-o", str(out), "--fail-on", "never", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    (WORK / f"{name}.log").write_text(done.stderr, "utf-8")
    if done.returncode:
        raise SystemExit(f"gate: warraq ended with {done.returncode} on {source}:\n{done.stderr}")
    if not out.exists():
        out.write_text("", "utf-8")
    return out


def score(script: str, *args: Path | str) -> str:
    """What a scorer prints."""
    command = [sys.executable, str(SHARED / "eval" / script), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pages(kind: str, *options: Path | str) -> Iterator[Figure]:
    """Body, header and attribution figures of one kind of save."""
    records = run_warraq(SHARED / "pages" / kind, kind)
    found = json.loads(score("score.py", records, SHARED / "pages" / "gold", *options, "--json"))
    for name in ("body_f1", "body_precision", "body_recall", "authors_precision", "authors_recall"):
        if found[name] is not None:
            yield Figure(f"{kind} {name}", found[name])
    for name in (
        "pages_without_record",
        "pages_with_leak",
        "leaked_pieces",
        "misplaced_pieces",
        "lost_runs",
        "extra_lines",
    ):
        yield Figure(f"{kind} {name}", found[name], lower=True)
    for name in ("headline", "subheadline", "kicker", "section", "tags", "modified", "blocks_exact", "captions_found"):
        yield Figure(f"{kind} {name}", found[name][0], of=found[name][1])
    yield Figure(f"{kind} credits_found", found["credits_found"][0], of=found["credits_found"][1])
    for state in ("right", "wrong", "missing"):
        yield Figure(f"{kind} date_{state}", found["date"].get(state, 0), lower=state != "right")


def same_as_html() -> Figure:
    """How many MHTML saves give the headline and body of the same page saved as HTML."""

    def by_stem(kind: str) -> dict[str, tuple[object, object]]:
        lines = (WORK / f"{kind}.jsonl").read_text("utf-8").split("\n")
        records = [json.loads(line) for line in lines if line]
        return {Path(r["source"]["path"]).stem: (r["headline"], r["body"]) for r in records}

    html, mhtml = by_stem("html"), by_stem("mhtml")
    return Figure("mhtml same_as_html", sum(html.get(stem) == found for stem, found in mhtml.items()), of=len(mhtml))


def negatives() -> Iterator[Figure]:
    """How many pages that are no article came out as one, and of how many it was said that they are none."""
    folder = SHARED / "pages" / "negative"
    said = score("score.py", run_warraq(folder, "negative"), "--negatives", folder)
    passed, total = re.match(r"(\d+) of (\d+)", said).groups()  # type: ignore[union-attr]
    yield Figure("negative came_out_as_article", int(passed), lower=True, of=int(total))
    refused = (WORK / "negative.log").read_text("utf-8").count(": not_an_article: ")
    yield Figure("negative said_not_an_article", refused, of=int(total))


def statements(name: str, source: Path, gold: Path) -> Iterator[Figure]:
    """Reported speech: the figures that the scorer prints."""
    said = score("statements.py", run_warraq(source, name.replace(" ", "-")), gold)
    for label, value, of in FIGURE.findall(said):
        key = re.sub(r"\W+", "_", label.strip())
        yield Figure(f"{name} {key}", float(value), of=int(of) if of else None)


def bylines() -> Iterator[Figure]:
    """The parts of byline lines."""
    gold = SHARED / "vectors" / "bylines.jsonl"
    lines = [json.loads(line)["text"] for line in gold.read_text("utf-8").split("\n") if line]
    command = [sys.executable, "-m", "warraq", "byline"]
    text = "\n".join(" ".join(line.split()) for line in lines) + "\n"
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    out = WORK / "bylines.jsonl"
    out.write_bytes(done.stdout)
    said = score("bylines.py", out, gold)
    whole = re.search(r"wholly right ([0-9.]+)", said)
    yield Figure("bylines wholly_right", float(whole[1]) if whole else 0.0)


def seed() -> Iterator[Figure]:
    """The document that the project started from, to the letter."""
    gold = json.loads((SHARED / "seed" / "gold.json").read_text("utf-8"))
    lines = run_warraq(SHARED / "seed" / "page.txt", "seed").read_text("utf-8").split("\n")
    record = json.loads(lines[0]) if lines[0] else {"headline": None, "kicker": None, "body": []}

    def of_role(role: str) -> list[str]:
        return [block["text"] for block in gold["blocks"] if block["role"] == role]

    body = [block.get("text") for block in record["body"]]
    yield Figure("seed headline", record["headline"] == of_role("headline")[0], of=1)
    yield Figure("seed kicker", record["kicker"] == of_role("section")[0], of=1)
    wanted = of_role("body")
    exact = sum(a == b for a, b in zip(body, wanted, strict=False)) if len(body) == len(wanted) else 0
    yield Figure("seed body", exact, of=len(wanted))
    furniture = sum(text in body for text in of_role("furniture"))
    yield Figure("seed furniture_kept", furniture, lower=True, of=len(of_role("furniture")))


def measure() -> Iterator[Figure]:
    """Every figure of the gate."""
    yield from seed()
    yield from pages("html")
    yield from pages("text", "--of", SHARED / "pages" / "text")
    yield from pages("mhtml", "--of", SHARED / "pages" / "mhtml")
    yield same_as_html()
    yield from negatives()
    yield from statements("statements", SHARED / "statements" / "text", SHARED / "statements" / "gold")
    yield from statements("seed-statements", SHARED / "seed" / "page.txt", SHARED / "seed" / "statements")
    vectors = SHARED / "vectors" / "sentences"
    yield from statements("sentences", vectors / "text", vectors / "gold")
    yield from bylines()


def table(figures: list[Figure], floors: Floors) -> Iterator[str]:
    """One line a figure: value, what there could be, floor, and whether it holds."""
    yield f"{'figure':44}{'value':>9}{'of':>6}{'floor':>11}"
    for figure in figures:
        bound = floors.bound(figure)
        floor = "-" if bound is None else f"{'<=' if figure.lower else '>='} {bound:g}"
        mark = "" if floors.holds(figure) else "  UNDER THE FLOOR"
        value = f"{figure.value:.4f}" if isinstance(figure.value, float) else f"{int(figure.value)}"
        yield f"{figure.name:44}{value:>9}{'' if figure.of is None else figure.of:>6}{floor:>11}{mark}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="raise the floors that are exceeded")
    chosen = parser.parse_args()
    if not (SHARED / "eval").is_dir():
        print(f"gate: there is no {SHARED.name}/eval beside the project, so nothing is measured")
        return 0
    WORK.mkdir(exist_ok=True)
    floors = Floors(**json.loads(FLOORS.read_text("utf-8")))
    figures = list(measure())
    print("\n".join(table(figures, floors)))
    under = [figure.name for figure in figures if not floors.holds(figure)]
    known = {figure.name for figure in figures}
    unmeasured = sorted((floors.at_least.keys() | floors.at_most.keys()) - known)
    if chosen.update:
        raised = floors.raised(figures)
        content = {"at_least": raised.at_least, "at_most": raised.at_most}
        FLOORS.write_text(json.dumps(content, indent=2) + "\n", "utf-8")
    if unmeasured:
        print(f"gate: not measured: {', '.join(unmeasured)}")
    print(f"gate: {len(under)} figures under their floor" + (f": {', '.join(under)}" if under else ""))
    return 1 if under or unmeasured else 0


if __name__ == "__main__":
    sys.exit(main())
