from __future__ import annotations

import pytest

from warraq.learn import learn
from warraq.model import Block, Kind, Step

MENU = Block("الرئيسية", Kind.ITEM, path=(Step(1, "nav", "menu"), Step(2, "li", "")))


def _paragraph(text: str, node: int = 9) -> Block:
    return Block(text, Kind.LINE, path=(Step(node, "div", "entry"), Step(node + 1, "p", "")))


def test_what_repeats_is_learned_and_the_articles_are_not() -> None:
    pages = [[MENU, _paragraph(f"خبر رقم {n}")] for n in range(5)]
    model = learn("difaf.example", pages)
    assert (model.host, model.pages) == ("difaf.example", 5)
    assert [(r.key, r.place, r.pages) for r in model.repeated] == [("الرييسيه", "nav.menu/li", 5)]


def test_the_place_counts_and_the_number_of_the_element_does_not() -> None:
    inside = _paragraph("الرئيسية")
    pages = [[MENU], [MENU], [inside], [_paragraph("الرئيسية", node=40)]]
    assert [(r.place, r.pages) for r in learn("x", pages, least=2).repeated] == [("div.entry/p", 2), ("nav.menu/li", 2)]


def test_a_text_counts_once_a_page() -> None:
    assert learn("x", [[MENU, MENU, MENU], [MENU]]).repeated == ()


def test_the_spelling_of_a_save_does_not_matter() -> None:
    pages = [[_paragraph("مقالات ذات صلة")], [_paragraph("مقـالات  ذات صلة")], [_paragraph("مقالات ذات صله")]]
    assert learn("x", pages).repeated[0].pages == 3


def test_the_order_of_the_pages_does_not_matter() -> None:
    pages = [[MENU, _paragraph(f"تابعونا {n % 2}")] for n in range(8)]
    assert learn("x", pages) == learn("x", pages[::-1])


def test_one_page_teaches_nothing() -> None:
    assert learn("x", [[MENU]]).repeated == ()
    with pytest.raises(ValueError, match="least must be 2"):
        learn("x", [[MENU]], least=1)
