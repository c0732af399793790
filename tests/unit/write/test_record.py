from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from warraq.model import Article, AttributionLine, BlockType, BodyBlock, Found, Origin, Rejected, Role, Source
from warraq.write import WRITERS
from warraq.write.record import to_record

KEYS = [
    "schema", "source", "url", "canonical_url", "site", "language", "direction", "headline", "kicker", "subheadline",
    "section", "tags", "authors", "published", "modified", "body", "images", "attributions", "quality", "provenance",
]  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    content = json.loads((files("warraq") / "data" / "article.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content)


def test_keys_stand_in_the_order_of_the_record(article: Article) -> None:
    assert list(to_record(article)) == KEYS


def test_a_full_article_keeps_the_schema(article: Article, schema: Draft202012Validator) -> None:
    schema.validate(to_record(article))


def test_an_empty_article_has_every_key(article: Article, schema: Draft202012Validator) -> None:
    bare = replace(
        article,
        source=Source(),
        url=None,
        headline=None,
        kicker=None,
        subheadline=None,
        section=None,
        tags=(),
        authors=(),
        published=None,
        body=(),
        images=(),
        lines=(),
        statements=(),
    )
    record = to_record(bare)
    schema.validate(record)
    assert list(record) == KEYS
    assert record["tags"] == record["body"] == record["attributions"] == []
    assert record["published"] is None


def test_a_rejection_keeps_the_schema(rejected: Rejected, schema: Draft202012Validator) -> None:
    record = to_record(rejected)
    schema.validate(record)
    assert list(record) == ["schema", "source", "stage", "reason", "detail", "trace", "candidates"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("extra", 1),
        ("headline", 5),
        ("published", "2024-03-25"),
        ("body", [{"type": "list", "text": "x"}]),
        ("attributions", [{"kind": "statement"}]),
        ("quality", {"score": 1.5, "flags": []}),
    ],
)
def test_the_schema_is_strict(article: Article, schema: Draft202012Validator, key: str, value: object) -> None:
    assert not schema.is_valid({**to_record(article), key: value})


def test_blocks_have_the_keys_of_their_type(article: Article) -> None:
    record = to_record(article)
    assert [list(block) for block in record["body"]] == [  # type: ignore[union-attr,arg-type]
        ["type", "text"],
        ["type", "text"],
        ["type", "text", "level"],
        ["type", "items"],
        ["type", "rows"],
        ["type", "text"],
        ["type", "text"],
    ]


def test_attributions_are_one_list_in_reading_order(article: Article) -> None:
    late = AttributionLine(Role.EDITOR_NOTE, "تحرير", block=6, start=0, end=3)
    record = to_record(replace(article, lines=(*article.lines, late)))
    kinds = [line["kind"] for line in record["attributions"]]  # type: ignore[union-attr,index,call-overload]
    assert kinds == ["byline", "dateline", "credit", "statement", "editor_note"]


def test_a_statement_of_the_headline_comes_before_the_body(article: Article) -> None:
    headline = replace(article.statements[0], id="s0", block=None, source_block=None)
    record = to_record(replace(article, lines=(), statements=(*article.statements, headline)))
    assert [line["id"] for line in record["attributions"]] == ["s0", "s1"]  # type: ignore[union-attr,index,call-overload]


def test_content_has_no_text_and_cue_has(article: Article) -> None:
    statement = to_record(article)["attributions"][-1]  # type: ignore[index]
    assert statement["content"] == [{"start": 28, "end": 38}]  # type: ignore[index,call-overload]
    assert statement["cue"] == [{"start": 0, "end": 4, "text": "وقال"}]  # type: ignore[index,call-overload]


def test_texts_are_nfc_but_the_path_is_as_given(article: Article) -> None:
    decomposed = unicodedata.normalize("NFD", "أحمد")
    source = replace(article.source, origin=Origin(f"{decomposed}.html"))
    record = to_record(replace(article, source=source, section=decomposed))
    assert record["section"] == "أحمد"
    assert record["source"]["path"] == f"{decomposed}.html"  # type: ignore[index,call-overload]


def test_what_utf8_cannot_hold_is_written_all_the_same(article: Article) -> None:
    broken = replace(
        article,
        source=replace(article.source, origin=Origin("pages/\udce3.html")),
        headline="خبر \ud800",
        body=(BodyBlock(BlockType.PARAGRAPH, "نص\udfff"),),
    )
    for form in WRITERS.values():
        form.render(broken).encode()
    record = to_record(broken)
    assert record["headline"] == "خبر \N{REPLACEMENT CHARACTER}"
    assert record["source"]["path"] == "pages/\\xe3.html"  # type: ignore[index,call-overload]


def test_candidates_that_are_no_text_are_printed(rejected: Rejected, schema: Draft202012Validator) -> None:
    assert rejected.explanation is not None
    explained = replace(rejected.explanation, candidates={"body": (Found("س", "jsonld:articleBody", "س"),), "tags": ()})
    record = to_record(replace(rejected, explanation=explained))
    schema.validate(record)
    assert record["candidates"] == {
        "body": [{"value": "س", "source": "jsonld:articleBody", "raw": "س"}],
        "tags": [],
    }
