"""Metadata against gold, page by page, before the pipeline is asked: describe with locate and lines alone.

describe.py PAGES_DIR GOLD_DIR [--times]: prints each field that differs, then the counts.
"""

from __future__ import annotations

import argparse
import gc
import json
import pathlib
import re
import time
import unicodedata
from collections import Counter

from warraq.attribute.lines import line_role
from warraq.decode import decode
from warraq.describe import declared, hints, merge, visible
from warraq.locate import Located, locate
from warraq.model import Candidates, Context, Limits, LineParts, Metadata, ParsedPage, RawPage, Source
from warraq.parse import parse

_WORD = re.compile(r"\w+")
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")


def key(text: str | None) -> str:
    """Compare like the scorer does: letters and digits only."""
    return " ".join(_WORD.findall(_MARKS.sub("", unicodedata.normalize("NFKC", text or "")))).casefold()


def lines_of(located: Located) -> tuple[LineParts, ...]:
    """Attribution lines between headline and text, and among the last lines."""
    selection = located.selection
    if selection is None:
        return ()
    blocks = selection.blocks
    head = selection.headline if selection.headline is not None else blocks[0].order - 1
    found = []
    for block in blocks:
        near = head < block.order <= max(selection.first + 2, head + 4)
        parts = line_role(block.text, near_headline=near, near_end=block.order > blocks[-1].order - 4)
        if parts is not None:
            found.append(parts)
    return tuple(found)


def describe_page(page: ParsedPage) -> tuple[Metadata, float]:
    """Describe one page; also the seconds that describe itself took."""
    start = time.process_time()
    found = declared(page)
    wanted = hints(found, page.source)
    spent = time.process_time() - start
    located = locate(page, wanted, Limits(), rescue=False)
    lines = lines_of(located)
    start = time.process_time()
    selection = located.selection
    shown, headline = Candidates(), None
    if selection is not None:
        region = range(selection.blocks[0].order, selection.blocks[-1].order + 1)
        shown = visible(located.walk.blocks, selection.headline, region)
        headline = located.walk.blocks[selection.headline].text if selection.headline is not None else None
    metadata = merge(found, shown, Context(headline, lines, page.source.url, page.source.captured))
    return metadata, spent + time.process_time() - start


def main() -> None:
    """Print what differs, and the counts."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("pages", type=pathlib.Path)
    arguments.add_argument("gold", type=pathlib.Path)
    options = arguments.parse_args()
    counts: Counter[str] = Counter()
    seconds = []
    for file in sorted(options.pages.iterdir()):
        gold_file = options.gold / f"{file.name}.json"
        gold = json.loads(gold_file.read_text("utf-8"))
        page = parse(decode(RawPage(Source(), file.read_bytes())))
        gc.collect()
        gc.disable()
        found, spent = describe_page(page)
        gc.enable()
        seconds.append(spent)
        compare(file.name, found, gold, counts)
    for name, count in sorted(counts.items()):
        print(f"{name:28}{count}")
    print(f"milliseconds a page: median {sorted(seconds)[len(seconds) // 2] * 1000:.2f}, mean", end=" ")
    print(f"{sum(seconds) / len(seconds) * 1000:.2f}")


def compare(name: str, found: Metadata, gold: dict, counts: Counter[str]) -> None:
    """Count and print the differences of one page."""
    for field in ("published", "modified"):
        want = gold[field]
        date = getattr(found, field)
        have = date.value.value if date else None
        verdict = "none" if not want and not have else "missing" if not have else "extra" if not want else ""
        verdict = verdict or ("right" if have[:10] == want[:10] else "wrong")
        counts[f"{field} {verdict}"] += 1
        minute = (have or "")[:16] == (want or "")[:16]
        counts[f"{field} to the minute"] += bool(want) and minute
        if verdict not in ("right", "none") or not minute:
            print(f"{name[:30]:32}{field} {verdict}: {have} ({date.source if date else ''}) gold {want}")
    section = found.section.value if found.section else None
    if gold["section"] or section:
        same = key(section) == key(gold["section"])
        counts[f"section {'right' if same else 'wrong' if gold['section'] else 'extra'}"] += 1
        if not same:
            print(
                f"{name[:30]:32}section {section!r} {found.section and found.section.source} gold {gold['section']!r}"
            )
    tags = [t.value for t in found.tags]
    if gold["tags"] or tags:
        right = {key(t) for t in gold["tags"]} <= {key(t) for t in tags}
        verdict = "extra" if not gold["tags"] else "right" if right else "wrong"
        counts[f"tags {verdict}"] += 1
        if not gold["tags"] or {key(t) for t in tags} != {key(t) for t in gold["tags"]}:
            print(f"{name[:30]:32}tags {tags} gold {gold['tags']}")
    names, want = {key(a.value.name) for a in found.authors}, {key(a) for a in gold["authors"]}
    counts["authors given"] += len(names)
    counts["authors right"] += len(names & want)
    counts["authors gold"] += len(want)
    if names != want:
        sources = [(a.value.name, a.value.role.value, a.source) for a in found.authors]
        print(f"{name[:30]:32}authors {sources} gold {gold['authors']}")
    right = key(found.headline.value if found.headline else None) == key(gold["headline"])
    counts["headline right"] += right
    if not right:
        print(f"{name[:30]:32}headline {found.headline and found.headline.value!r}")


if __name__ == "__main__":
    main()
