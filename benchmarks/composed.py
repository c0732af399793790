"""How warraq does on the project's own composed pages: what differs per page, and the figures over all.

    python benchmarks/composed.py [--quiet] [--only WORD] [--json OUT] [--known]

The pages are those of ``samples/`` and ``tests/pages/``; their truth was written by hand with the page. The
same comparison serves ``tests/test_pages.py``, so a figure here and a failed test there mean the same thing.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warraq.model import Article, Rejected

ROOT = Path(__file__).resolve().parent.parent
Record = dict[str, Any]
ROWS = {
    "authors": ("name", "role"),
    "attributions": ("kind", "text"),
    "images": ("caption", "credit"),
    "statements": ("type", "cue", "source"),
}
DATES = ("published", "modified")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Case:
    """One composed page and its truth; ``rejected`` is the reason where the page must give no article."""

    name: str
    page: Path
    truth: Record
    rejected: str | None
    about: Record


def cases(root: Path = ROOT) -> Iterator[Case]:
    """Yield every page that has an ``expected.json`` or a ``rejected.json`` beside it, in a fixed order."""
    folders = [*sorted((root / "samples").glob("*")), *sorted((root / "tests" / "pages").glob("*/*"))]
    for folder in folders:
        truth, rejected = folder / "expected.json", folder / "rejected.json"
        if not (truth.exists() or rejected.exists()):
            continue
        about = folder / "about.toml"
        yield Case(
            name=folder.relative_to(root).as_posix(),
            page=next(p for p in sorted(folder.iterdir()) if p.stem == "page"),
            truth=json.loads(truth.read_text("utf-8")) if truth.exists() else {},
            rejected=json.loads(rejected.read_text("utf-8"))["reason"] if rejected.exists() else None,
            about=tomllib.loads(about.read_text("utf-8")) if about.exists() else {},
        )


def as_record(answer: Article) -> Record:
    """Give the record in the shape of the truth files: dates by value, statements apart from the other lines."""
    from warraq import to_record

    record: Record = dict(to_record(answer))
    statements = [line for line in record["attributions"] if line["kind"] == "statement"]
    record["attributions"] = [line for line in record["attributions"] if line["kind"] != "statement"]
    record["statements"] = [
        {
            "type": line["type"],
            "cue": " … ".join(part["text"] for part in line["cue"]),
            "source": line["source"] and line["source"]["text"],
        }
        for line in statements
    ]
    return record | {key: record[key] and record[key]["value"] for key in DATES}


def differences(truth: Record, got: Record) -> dict[str, list[str]]:
    """Compare every key the truth has; give readable lines per key that differs."""
    out: dict[str, list[str]] = {}
    for key, want in truth.items():
        have = got[key]
        if key == "body":
            lines = _diff([_show(b) for b in want], [_show(b, like) for b, like in _paired(have, want)])
        elif key in DATES:
            lines = [] if _instant(want) == _instant(have) else [f"- {want}", f"+ {have}"]
        elif key in ROWS:
            rows = [[" | ".join(str(x.get(k)) for k in ROWS[key]) for x in side] for side in (want, have)]
            lines = _diff(*rows)
        elif key == "tags":
            lines = _diff(want, have)
        else:
            lines = [] if want == have else [f"- {want}", f"+ {have}"]
        if lines:
            out[key] = lines
    return out


def _instant(value: str | None) -> str | None:
    return value.replace("Z", "+00:00") if value else value


def _paired(have: list[Record], want: list[Record]) -> Iterator[tuple[Record, Record | None]]:
    """Pair our blocks with the truth's of the same text: a level counts only where the truth states one."""
    by_text = {w.get("text"): w for w in want if w.get("text")}
    for block in have:
        yield block, by_text.get(block.get("text"))


def _show(block: Record, like: Record | None = None) -> str:
    level = block.get("level")
    if like is not None and like.get("level") is None:
        level = None
    head = block["type"] + (str(level) if block["type"] == "heading" and level else "")
    text = (
        block.get("text")
        or "\n".join(block.get("items") or [])
        or "\n".join(" | ".join(r) for r in block.get("rows") or [])
    )
    return f"[{head}] {text}"


def _diff(want: list[str], have: list[str]) -> list[str]:
    if want == have:
        return []
    return [line for line in difflib.ndiff(want, have) if line[:1] in "+-"]


def body_words(record: Record) -> Counter[str]:
    """Count the words of a body."""
    text = " ".join(_show(b).split("] ", 1)[1] for b in record.get("body") or [])
    return Counter(_WORD.findall(text))


def body_f1(truth: Record, got: Record) -> float:
    """F1 of the body's words as a multiset; 1.0 for two empty bodies."""
    want, have = body_words(truth), body_words(got)
    if not want and not have:
        return 1.0
    return 2 * (want & have).total() / (want.total() + have.total())


def run(case: Case) -> Article | Rejected:
    """Extract one page as a user would from its file."""
    from warraq import read_pages
    from warraq.pipeline import extract_page

    page = next(iter(read_pages(case.page)))
    return page if isinstance(page, Rejected) else extract_page(page)


def judge(case: Case, answer: Article | Rejected) -> dict[str, list[str]]:
    """Say what is wrong with an answer, by field; ``outcome`` where article and rejection are confused."""
    if case.rejected is not None:
        if isinstance(answer, Article):
            head = [f"{b.text[:90]}" for b in answer.body[:3]]
            return {"outcome": [f"- rejected: {case.rejected}", f"+ article: {answer.headline}", *head]}
        wrong = str(answer.reason) != case.rejected
        return {"reason": [f"- {case.rejected}", f"+ {answer.reason} ({answer.detail})"]} if wrong else {}
    if isinstance(answer, Rejected):
        return {"outcome": ["- article", f"+ rejected at {answer.stage}: {answer.reason} ({answer.detail})"]}
    return differences(case.truth, as_record(answer))


def known(failed: dict[str, dict[str, list[str]]]) -> str:
    """Give ``tests/known_failures.toml`` for these failures: per page, what is wrong in each field."""
    out = [
        "# Pages that warraq does not get right yet, run as strict expected failures so that a gain is noticed.",
        "# Written by `python benchmarks/composed.py --known`: - is what should be there, + what is.",
    ]
    for name, found in sorted(failed.items()):
        why = "; ".join(f"{key} {' '.join(_short(line) for line in lines[:4])}" for key, lines in found.items())
        out += ["", "[[page]]", f"path = {json.dumps(name)}", f"why = {json.dumps(why, ensure_ascii=False)}"]
    return "\n".join(out)


def _short(line: str) -> str:
    line = " ".join(line.split())
    return line if len(line) < 60 else line[:57] + "…"


def main() -> int:
    """Print what differs per page and the figures over all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quiet", action="store_true", help="figures only")
    parser.add_argument("--only", default="", help="only pages whose path contains this")
    parser.add_argument("--known", action="store_true", help="print the list of known failures instead")
    parser.add_argument("--json", type=Path, help="write the figures and the failed fields here")
    options = parser.parse_args()
    wrong: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    scores: list[float] = []
    failed: dict[str, dict[str, list[str]]] = {}
    total = 0
    for case in cases():
        if options.only not in case.name:
            continue
        total += 1
        answer = run(case)
        found = judge(case, answer)
        asked.update(["outcome", "reason"] if case.rejected else ["outcome", *case.truth])
        wrong.update(found.keys())
        if "body" in case.truth:
            scores.append(body_f1(case.truth, as_record(answer)) if isinstance(answer, Article) else 0.0)
        if found:
            failed[case.name] = found
            if not (options.quiet or options.known):
                print(f"\n=== {case.name}  ({case.about.get('trap', '')})")
                for key, lines in found.items():
                    print(f"  {key}:")
                    print("\n".join(f"    {line}" for line in lines))
    if options.known:
        print(known(failed))
        return 0
    print(
        f"\npages {total}  exact {total - len(failed)}  "
        f"body F1 {sum(scores) / max(1, len(scores)):.4f} over {len(scores)} articles"
    )
    for key in asked:
        print(f"  {key:13} {asked[key] - wrong[key]:3} / {asked[key]}")
    if options.json:
        figures = {
            "pages": total,
            "exact": total - len(failed),
            "failed": {name: sorted(found) for name, found in failed.items()},
            "wrong": dict(wrong),
        }
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
