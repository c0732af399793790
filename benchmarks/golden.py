"""Rewrite the expected files of the composed pages from the current output, and print a field diff.

    python benchmarks/golden.py [--only WORD] [--write]

For use by hand only: the truth of a page is what its writer meant, not what the program says. Read the diff
as a reader of the page, and keep only what is right. Without ``--write`` nothing is changed. Keys that an
expected file does not hold are not added.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

import composed

from warraq.model import Article


def _kept(key: str, value: Any) -> Any:
    """Keep what a truth file holds of a field: no addresses, offsets or sources."""
    names = {"authors": ("name", "role"), "images": ("caption", "credit")}.get(key)
    names = ("kind", "text", "names", "places", "outlets") if key == "attributions" else names
    return [{n: item[n] for n in names} for item in value] if names else value


def main() -> int:
    """Print, and with ``--write`` store, what the current output would change in the truth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="only pages whose path contains this")
    parser.add_argument("--write", action="store_true", help="rewrite the expected files")
    options = parser.parse_args()
    changed = 0
    for case in composed.cases():
        if options.only not in case.name or case.rejected is not None:
            continue
        answer = composed.run(case)
        if not isinstance(answer, Article):
            print(f"=== {case.name}: rejected, left as it is")
            continue
        record = composed.as_record(answer)
        found = composed.differences(case.truth, record)
        if not found:
            continue
        changed += 1
        print(f"=== {case.name}")
        for key, lines in found.items():
            print(f"  {key}:\n" + "\n".join(f"    {line}" for line in lines))
        if options.write:
            truth = {key: _kept(key, record[key]) if key in found else value for key, value in case.truth.items()}
            path = case.page.parent / "expected.json"
            path.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{changed} pages differ" + (", rewritten" if options.write else ", nothing written (--write rewrites)"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
