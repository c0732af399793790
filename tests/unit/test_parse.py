"""What the parser makes of markup that is broken or hostile."""

from __future__ import annotations

import pytest

from warraq.errors import PageFault
from warraq.model import DecodedPage, Reason, Source, Stage
from warraq.parse import parse


def text_of(markup: str) -> str:
    return "".join(parse(DecodedPage(Source(), markup)).root.itertext())


def fault_of(markup: str) -> PageFault:
    with pytest.raises(PageFault) as fault:
        parse(DecodedPage(Source(), markup))
    assert fault.value.stage is Stage.PARSE
    return fault.value


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "p><font"])
def test_elements_nested_without_end_are_refused_as_text_would_be_lost(tag: str) -> None:
    assert fault_of(f"<p>قبل</p>{f'<{tag}>' * 3000}<p>بعد</p>").reason is Reason.LIMIT


@pytest.mark.parametrize("tag", ["div", "b", "span"])
def test_elements_nested_deep_but_not_without_end_keep_their_text(tag: str) -> None:
    deep = f"<p>قبل</p>{f'<{tag}>' * 1500}وسط{f'</{tag}>' * 1500}<p>بعد</p>"
    assert text_of(deep) == "قبلوسطبعد"


def test_a_tag_with_attributes_without_end_is_refused() -> None:
    names = " ".join(f"a{n}=1" for n in range(5000))
    assert fault_of(f"<p {names}>خبر</p>").reason is Reason.LIMIT
    assert fault_of(f"<p {names.replace('=1', '')}>خبر</p>").reason is Reason.LIMIT


@pytest.mark.parametrize(
    "tag",
    [
        f'<img alt="" src="data:image/png;base64,{"QUFB" * 10_000}==">',
        f"<img src=data:image/png;base64,{'QUFB' * 10_000}==>",
        f"<input type=hidden value='{'a = b, ' * 5000}'>",
        f'<div data-post="{"&quot;نص&quot;: 1, " * 3000}">',
    ],
)
def test_a_tag_with_one_long_value_is_none(tag: str) -> None:
    assert text_of(f"<p>قبل</p>{tag}<p>بعد</p>") == "قبلبعد"


@pytest.mark.parametrize("control", ["\x00", "\x01", "\x0b", "\x1b", "\x1f"])
def test_control_characters_end_nothing(control: str) -> None:
    assert text_of(f"<p>وصل{control} الوفد</p><p>بعد</p>") == "وصل الوفدبعد"


def test_entities_of_a_document_are_not_expanded() -> None:
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    markup = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "ضحك">{names}]><html><body><p>خبر &l9;</p></body></html>'
    )
    assert len(text_of(markup)) < 100


def test_an_xml_declaration_in_characters_is_no_matter() -> None:
    declaration = '<?xml version="1.0" encoding="windows-1256"?>\n'
    assert text_of(declaration + '<html xmlns="http://www.w3.org/1999/xhtml"><p>وصل الوفد</p></html>') == "وصل الوفد"


@pytest.mark.parametrize("markup", ["", " \n", "\x00", "<!-- تعليق -->"])
def test_nothing_is_empty(markup: str) -> None:
    assert fault_of(markup).reason is Reason.EMPTY


def test_lone_surrogates_do_no_harm() -> None:
    assert text_of("<p>قبل\ud800بعد</p>") in ("قبل?بعد", "قبل\ufffdبعد")
