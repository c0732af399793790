"""The sentences of ``tests/cases/statements.json``, and what holds of every text."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.attribute.cues import Phrase, Verb, cues
from warraq.attribute.speech import find_statements
from warraq.lexicon import load
from warraq.model import BlockType, BodyBlock, CueClass, Stance, StatementType

FOLDER = Path(__file__).parents[2] / "cases"
CASES = json.loads((FOLDER / "statements.json").read_text("utf-8"))
STYLES = json.loads((FOLDER / "statement_styles.json").read_text("utf-8"))


def body_of(texts):
    return [
        BodyBlock(BlockType.HEADING, text[2:], level=2)
        if text.startswith("# ")
        else BodyBlock(BlockType.PARAGRAPH, text)
        for text in texts
    ]


def describe(found, body, headline, keys):
    """Say of a statement what a case says of it."""
    plain = headline if found.block is None else body[found.block].plain
    content = plain[found.content[0].start : found.content[0].end]
    said = {
        "cue": found.cue[0].text,
        "source": found.source.text if found.source else None,
        "kind": found.source_type.value,
        "type": found.type.value,
        "class": found.cue_class.value,
        "stance": found.stance.value,
        "content": content,
        "content_end": content.rpartition(" ")[2],
        "outlet": found.outlet.text if found.outlet else None,
        "outlet_name": found.outlet.name if found.outlet else None,
        "implicit": found.implicit,
        "block": found.block,
        "back": int(found.resolves_to[1:]) - 1 if found.resolves_to else None,
        "sure": found.resolve_confidence,
    }
    return {key: said[key] for key in keys}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_text_is_read(case):
    body = body_of(case["blocks"])
    found = find_statements(body, case.get("headline"))
    assert [statement.cue[0].text for statement in found] == [wanted["cue"] for wanted in case["statements"]]
    for statement, wanted in zip(found, case["statements"], strict=True):
        assert describe(statement, body, case.get("headline"), wanted) == wanted


@pytest.mark.parametrize("case", STYLES, ids=lambda case: case["text"][:40])
def test_a_sentence_of_some_style_is_read(case):
    """Wire, Gulf, Maghreb, opinion, sports, interviews, headlines: each judged by a reader, also those with nothing."""
    found = find_statements(body_of([case["text"]]))
    said = [[s.cue[0].text, s.source.text if s.source else None, s.type.value, s.source_type.value] for s in found]
    assert said == case["statements"]


@pytest.mark.parametrize("verb", load("speech_verbs", Verb), ids=lambda verb: verb.lemma)
def test_the_example_of_a_verb_reports(verb):
    found = find_statements(body_of([verb.example]))
    assert verb.lemma in [statement.cue_lemma for statement in found]


@pytest.mark.parametrize("phrase", load("speech_frames", Phrase), ids=lambda phrase: phrase.words)
def test_the_example_of_a_phrase_reports(phrase):
    found = find_statements(body_of([phrase.example]))
    assert [statement.cue_lemma for statement in found] == [phrase.words]
    assert found[0].cue_class is CueClass.PREPOSITION


def test_a_detached_preposition_is_part_of_the_cue():
    (found,) = find_statements(body_of(["وشدد الوزير على أن الوقت مناسب."]))
    assert [span.text for span in found.cue] == ["وشدد", "على"]


def test_quotations_are_given_without_their_marks():
    (found,) = find_statements(body_of(["وقال الوزير إن الخطة «واضحة ومعلنة للجميع» منذ عام."]))
    assert found.type is StatementType.MIXED
    assert [span.text for span in found.direct_spans] == ["واضحة ومعلنة للجميع"]


def test_the_headline_has_no_block_and_comes_first():
    found = find_statements(body_of(["وقال الوزير إن الخطة جاهزة."]), "وزير المالية: الخطة جاهزة بعد شهر")
    assert [(s.id, s.block, s.source_block) for s in found] == [("s1", None, None), ("s2", 0, 0)]


def test_a_list_is_one_text():
    body = [BodyBlock(BlockType.LIST, items=("مقدمة", "أكد المدير أن العمل بدأ"))]
    (found,) = find_statements(body)
    assert body[0].plain[found.cue[0].start : found.cue[0].end] == found.cue[0].text == "أكد"


def test_no_form_is_an_everyday_word():
    everyday = ["الذي", "كان", "هذا", "على", "إلى", "بعد", "مع", "هو", "التي", "كل"]
    assert cues().needed.isdisjoint(everyday)


WORDS = st.sampled_from(
    "قال وأضاف الوزير إن أنه بحسب مصدر على عن مشيرا إلى نقلت وكالة قوله في بيان للميادين ل باستهداف وفقا لمصدر ما"
    " كان قد الذي بين شدّد قـال 3.5 مقتل أمس علي İ ، . : « » \" ” '' ( ) -".split(" ")
    + ["\n", "\N{RIGHT-TO-LEFT MARK}"]
)


@given(st.lists(st.lists(WORDS, max_size=40), max_size=4), st.lists(WORDS, max_size=8))
def test_what_holds_of_every_text(blocks, headline):
    body = [BodyBlock(BlockType.PARAGRAPH, " ".join(words)) for words in blocks]
    found = find_statements(body, " ".join(headline))
    assert [statement.id for statement in found] == [f"s{n}" for n in range(1, len(found) + 1)]
    for number, statement in enumerate(found):
        plain = " ".join(headline) if statement.block is None else body[statement.block].plain
        spans = [*statement.cue, *statement.content, *statement.direct_spans, statement.source, statement.outlet]
        for span in spans:
            if span is not None:
                assert 0 <= span.start < span.end <= len(plain)
                assert span.text == plain[span.start : span.end]
        assert statement.content or not plain.rstrip()[-1:].isalnum()
        assert statement.implicit is (statement.source is None)
        assert statement.source_block == (statement.block if statement.source else None)
        assert 0 < statement.confidence <= 1
        assert (statement.resolves_to is None) == (statement.resolve_confidence is None)
        if statement.resolves_to is not None:
            assert int(statement.resolves_to[1:]) <= number


@given(st.text(alphabet="قالونأض «»\"'،.:\N{ARABIC TATWEEL}\N{ARABIC SHADDA}", max_size=300))
def test_any_text_is_read_without_a_fault(text):
    find_statements([BodyBlock(BlockType.PARAGRAPH, text)], text)


@pytest.mark.parametrize(
    "unit", ["ق", "قال ", "قال: ", '"', "وقال «", "بحسب مصدر، ", "(", "أن ", "قال الوزير إن ", "نقلت عن "], ids=repr
)
def test_a_hostile_text_ends(unit):
    found = find_statements([BodyBlock(BlockType.PARAGRAPH, unit * (200_000 // len(unit)))])
    assert len({statement.id for statement in found}) == len(found)


def test_words_in_the_next_block_are_announced():
    body = [
        BodyBlock(BlockType.PARAGRAPH, "وكتب اللاعب على حسابه:"),
        BodyBlock(BlockType.QUOTE, "شكرا لكم جميعا"),
        BodyBlock(BlockType.PARAGRAPH, "وأضاف المدرب:"),
    ]
    (found,) = find_statements(body)
    assert (found.cue[0].text, found.type, found.content) == ("وكتب", StatementType.DIRECT, ())


def test_stances_are_those_of_the_lexicon():
    (found,) = find_statements(body_of(["ادعت الشركة أن منتجها آمن."]))
    assert found.stance is Stance.DISTANCING


def test_words_on_both_sides_of_a_cue_are_content():
    """Without the second part the meaning turns round."""
    text = "الحمية ترهق الجسم، يتابع الخبير ذاته، إلا أنها تقدم نتائج جيدة."
    (found,) = find_statements(body_of([text]))
    assert [text[part.start : part.end] for part in found.content] == ["الحمية ترهق الجسم", "إلا أنها تقدم نتائج جيدة"]


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("وفقاً للتقرير، تراجع الإنتاج.", "لتقرير", "التقرير"),
        ("وأصدر النادي بياناً لرئيس مجلس إدارته كريم بدران، الذي أعلن عن رحيله.", None, "رئيس مجلس إدارته كريم بدران"),
        ("وقال رئيس النادي إن الملعب جاهز.", "رئيس النادي", None),
    ],
)
def test_a_source_is_named_without_the_particle_attached_to_it(text, printed, name):
    (found,) = find_statements(body_of([text]))
    assert found.source.name == name
    assert printed is None or found.source.text == printed


def test_a_paragraph_that_turns_to_another_speaker_does_not_go_back_to_the_last_one():
    body = body_of(
        [
            "وأوضح المدير رائد الشمري أن الأعمال ستنتهي غدا.",
            "من جهته، شكر رئيس الجمعية سالم العودة المشاركين، لكنه طالب بتوزيع عادل للحصص، وأضاف أن الوقت يمر.",
        ]
    )
    first, demanded, added = find_statements(body)
    assert demanded.resolves_to is None
    assert added.resolves_to == demanded.id != first.id
