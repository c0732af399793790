"""Compares the records of pages saved as MHTML with those of the same pages saved as HTML.

Usage: python benchmarks/mhtml.py MHTML_FOLDER HTML_FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from warraq.model import Article, RawPage, Rejected
from warraq.pipeline import extract_page
from warraq.read import read_pages


def record(path: Path) -> tuple[str, ...]:
    """Headline and body blocks of the only page of a file."""
    (page,) = read_pages(path)
    answer = extract_page(page) if isinstance(page, RawPage) else page
    if isinstance(answer, Rejected):
        return (f"({answer.stage} {answer.reason}: {answer.detail})",)
    assert isinstance(answer, Article)
    return (str(answer.headline), *(f"{block.type}: {block.plain}" for block in answer.body))


def main() -> int:
    """Print a line for each page, and what differs."""
    folder, originals = Path(sys.argv[1]), Path(sys.argv[2])
    equal = 0
    paths = sorted(folder.glob("*.mht*"))
    for path in paths:
        saved, original = record(path), record(originals / f"{path.stem}.html")
        equal += saved == original
        print(f"{'equal ' if saved == original else 'DIFFER'} {path.stem}")
        if saved != original:
            for name, one, other in (("only mhtml", saved, original), ("only html", original, saved)):
                for text in one:
                    if text not in other:
                        print(f"    {name}: {text[:150]}")
    print(f"{equal} of {len(paths)} equal")
    return int(equal < len(paths) - 1)


if __name__ == "__main__":
    sys.exit(main())
