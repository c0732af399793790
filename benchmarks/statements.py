"""Find statements in gold texts and time it, without the rest of the pipeline.

    python benchmarks/statements.py GOLD_DIR [OUT.jsonl]

GOLD_DIR holds <doc>.json files with "doc", "headline" and "blocks" (plain strings). With OUT, article records that
hold body and statements alone are written, ready for the scorer of the same folder. The time is processor time, the
best of five runs over all texts, after one to load the lexicons.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import time
from dataclasses import asdict

from warraq.attribute.speech import find_statements
from warraq.model import BlockType, BodyBlock


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path, nargs="?")
    arguments = parser.parse_args()
    docs = [json.loads(f.read_text("utf-8")) for f in sorted(arguments.gold.glob("*.json"))]
    articles = [[BodyBlock(BlockType.PARAGRAPH, text) for text in doc["blocks"]] for doc in docs]
    found = [find_statements(blocks) for blocks in articles]
    if arguments.out:
        lines = [json.dumps(record(*each), ensure_ascii=False) for each in zip(docs, articles, found, strict=True)]
        arguments.out.write_text("\n".join(lines) + "\n", "utf-8")
    best = min(timed(articles) for _ in range(5))
    size = sum(len(text.encode()) for doc in docs for text in doc["blocks"])
    print(f"{len(docs)} texts, {size} bytes, {sum(map(len, found))} statements, {best * 1000:.2f} ms:", end=" ")
    print(f"{best * 1000 / len(docs):.2f} ms a text, {best * 1000 / size * 5120:.2f} ms per 5 KB")


def record(doc, blocks, statements):
    body = [{"type": block.type, "text": block.text} for block in blocks]
    kinds = [{"kind": "statement", **asdict(statement)} for statement in statements]
    return {"source": {"path": doc["doc"] + ".txt"}, "body": body, "attributions": kinds}


def timed(articles) -> float:
    begin = time.process_time()
    for blocks in articles:
        find_statements(blocks)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
