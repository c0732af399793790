"""What holds for the record of every composed page: schema, offsets, NFC, and that explaining changes nothing."""

from __future__ import annotations

import json
import unicodedata
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from warraq import Options, Profile, extract, to_record

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted(path for folder in ("samples", "tests/pages") for path in (ROOT / folder).rglob("page.*"))
SCHEMA = Draft202012Validator(json.loads((files("warraq") / "data" / "article.schema.json").read_text("utf-8")))


def _plain(block: dict[str, Any]) -> str:
    if "items" in block:
        return "\n".join(block["items"])
    if "rows" in block:
        return "\n".join(" ".join(row) for row in block["rows"])
    return str(block["text"])


def _wrong_spans(record: dict[str, Any]) -> list[str]:
    """Spans that do not say what stands at their place."""
    texts: dict[int | None, str] = dict(enumerate(map(_plain, record["body"])))
    texts[None] = record["headline"] or ""
    wrong = []
    for line in record["attributions"]:
        if line["kind"] != "statement":
            if line["block"] is not None and line["text"] not in texts[line["block"]]:
                wrong.append(f"{line['kind']} {line['text']}")
            continue
        spans = [(line["block"], span) for span in (*line["cue"], *line["content"], *line["direct_spans"])]
        spans += [(line["source_block"], line["source"])] if line["source"] else []
        spans += [(line["block"], line["outlet"])] if line["outlet"] else []
        for block, span in spans:
            text = texts[block]
            at = text[span["start"] : span["end"]]
            if span["start"] > span["end"] or span["end"] > len(text) or span.get("text", at) != at:
                wrong.append(f"{line['id']} {span} is {at!r}")
    return wrong


def _empty_spans(record: dict[str, Any]) -> list[str]:
    """Cues and contents without a letter; profile search may leave some, as it drops the colon of a cue."""
    statements = [line for line in record["attributions"] if line["kind"] == "statement"]
    return [s["id"] for s in statements if not all(p["end"] > p["start"] for p in (*s["cue"], *s["content"]))]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_record(path: Path) -> None:
    media_type = "text/plain" if path.suffix == ".txt" else None
    plain = to_record(extract(path.read_bytes(), media_type=media_type))
    explained = to_record(extract(path.read_bytes(), media_type=media_type, options=Options(explain=True)))
    SCHEMA.validate(plain)
    SCHEMA.validate(explained)
    trace, _ = explained.pop("trace"), explained.pop("candidates")
    assert trace or plain["schema"] == "warraq.rejected.v1"
    assert explained == plain
    printed = json.dumps({**plain, "source": None}, ensure_ascii=False)
    assert unicodedata.is_normalized("NFC", printed)
    if plain["schema"] == "warraq.article.v1":
        assert _wrong_spans(plain) == []
        assert _empty_spans(plain) == []


@pytest.mark.parametrize("profile", [Profile.NLP, Profile.SEARCH])
def test_offsets_hold_in_every_profile(profile: Profile) -> None:
    wrong = {}
    for path in PAGES:
        record = to_record(extract(path.read_bytes(), options=Options(profile=profile)))
        SCHEMA.validate(record)
        if record["schema"] == "warraq.article.v1":
            wrong |= {str(path.relative_to(ROOT)): spans for spans in [_wrong_spans(record)] if spans}
    assert wrong == {}
