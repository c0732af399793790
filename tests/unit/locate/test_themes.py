"""Every theme by its own example; the most particular wins; cards and empty elements are no text."""

from __future__ import annotations

import pytest

from warraq.errors import LexiconError
from warraq.locate.themes import Part, Theme, _theme, load_themes, theme_of
from warraq.locate.tree import Tree
from warraq.model import Block, Kind, Step

THEMES = load_themes()
TEXT = "قالت اللجنة إن الدورة المقبلة ستقام في موعدها، وإن الضيوف أكدوا حضورهم رغم بعد المسافة وضيق الوقت."


def block(path: str, text: str = TEXT, order: int = 0, base: int = 0) -> Block:
    """A block in elements written as ``tag.name/name tag.name``; ``base`` numbers the elements."""
    steps = []
    for n, part in enumerate(f"html body {path}".split()):
        tag, _, names = part.partition(".")
        number = n if n < 2 else base + n
        steps.append(Step(number, tag, names.replace("/", " ")))
    return Block(text, Kind.LINE, path=(*steps, Step(base + 90, "p", "")), order=order)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_example_of_a_theme(theme: Theme) -> None:
    blocks = [block("div.header", "بحث", 0, 500), block(theme.example, TEXT, 1), block(theme.example, TEXT, 2)]
    match = theme_of(Tree(blocks))
    assert match is not None
    assert match.theme == theme.name
    last = theme.example.split()[-1]
    tag, _, names = last.partition(".")
    assert (match.body.tag, match.body.names) == (tag, names.replace("/", " "))


def test_names_are_unique_and_every_theme_says_why() -> None:
    assert len({t.name for t in THEMES}) == len(THEMES)
    assert all(t.why and t.detect and t.body for t in THEMES)


def test_no_theme_where_nothing_is_named() -> None:
    assert theme_of(Tree([block("div.x9 div.y"), block("div.x9 div.z", order=1, base=200)])) is None
    assert theme_of(Tree([])) is None


def test_a_particular_theme_is_believed_before_wordpress() -> None:
    path = "div.td-main-content-wrap article.hentry/type-post div.td-post-content/entry-content"
    match = theme_of(Tree([block(path)]))
    assert match is not None and match.theme.startswith("tagDiv")


def test_cards_with_the_same_name_are_no_text() -> None:
    cards = [block("div.entry-content", TEXT, n, 100 * n) for n in range(4)]
    assert theme_of(Tree(cards)) is None


def test_the_element_with_the_text_is_taken_not_the_empty_one() -> None:
    blocks = [block("div.entry-content", "سطر", 0, 100)] + [block("div.entry-content", TEXT, n, 200) for n in (1, 2, 3)]
    match = theme_of(Tree(blocks))
    assert match is not None and match.body.node == 202


def test_links_are_no_text() -> None:
    linked = block("div.entry-content")._replace(link_letters=200)
    assert theme_of(Tree([linked])) is None


def test_tag_and_ending_of_a_name() -> None:
    assert theme_of(Tree([block("table tr td.story")])) is not None
    assert theme_of(Tree([block("table tr th.story")])) is None
    server = theme_of(Tree([block("form.aspnetform span.ctl00_main_lblbody")]))
    assert server is not None and server.selector == "*_lblbody"
    assert theme_of(Tree([block("form.aspnetform span._lblbody")])) is None


def test_the_name_of_an_outer_element() -> None:
    path = "div.elementor-widget-theme-post-content div.elementor-widget-container"
    match = theme_of(Tree([block("div.elementor " + path)]))
    assert match is not None and match.body.names == "elementor-widget-container"


def test_other_parts_are_named() -> None:
    blocks = [
        block("div.post-wrap h1.entry-title", "عنوان", 0, 100),
        block("div.post-wrap span.entry-date", "1 مايو 2020", 1, 200),
        block("div.post-wrap div.entry-content", TEXT, 2, 300),
        block("div.post-wrap div.related-posts", "عنوان آخر", 3, 400),
    ]
    match = theme_of(Tree(blocks))
    assert match is not None
    assert [named.part for named in match.parts] == [Part.HEADLINE, Part.DATE, Part.RELATED]


@pytest.mark.parametrize(
    "text", ["name = 'x'", "rank = ", "\n".join(f"{key} = 1" for key in Theme.__slots__), "more = []"]
)
def test_a_slip_of_the_pen_is_an_error_that_names_the_file(text: str) -> None:
    with pytest.raises(LexiconError, match="data/themes/x.toml"):
        _theme("x.toml", text)
