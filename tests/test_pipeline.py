"""What must hold of every page: nothing lost without a reason, one path with and without explaining, no order."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.model import Article, Options, Profile, RawPage, Rejected
from warraq.pipeline import extract, extract_page
from warraq.read import read_pages

ROOT = Path(__file__).parent
PAGES = sorted([*(ROOT.parent / "samples").glob("*/page.*"), *(ROOT / "pages").glob("*/*/page.html")])
EXPLAINED = Options(explain=True)


def raw(path: Path) -> RawPage | None:
    answer = next(iter(read_pages(path)))
    return answer if isinstance(answer, RawPage) else None


def bare(answer: Article | Rejected) -> object:
    """An answer without its explanation."""
    from dataclasses import replace

    return replace(answer, explanation=None)


@pytest.mark.parametrize("path", PAGES[::7], ids=lambda p: p.parent.name)
def test_explaining_changes_nothing_and_tells_of_every_block_once(path: Path):
    page = raw(path)
    if page is None:
        return
    plain, told = extract_page(page), extract_page(page, EXPLAINED)
    assert bare(plain) == bare(told)
    if isinstance(told, Article) and told.explanation is not None:
        orders = [entry.block for entry in told.explanation.trace]
        assert orders == sorted(set(orders))
        assert all(entry.reason for entry in told.explanation.trace)


def test_a_page_does_not_depend_on_the_pages_before_it():
    pages = [p for p in map(raw, PAGES[::11]) if p is not None]
    forward = [extract_page(p) for p in pages]
    backward = [extract_page(p) for p in reversed(pages)]
    assert forward == backward[::-1]


@pytest.mark.parametrize("profile", [Profile.NLP, Profile.SEARCH])
@pytest.mark.parametrize("path", PAGES[::9], ids=lambda p: p.parent.name)
def test_offsets_point_into_the_text_of_their_profile(path: Path, profile: Profile):
    page = raw(path)
    answer = extract_page(page, Options(profile=profile)) if page else None
    if not isinstance(answer, Article):
        return
    for line in answer.lines:
        if line.block is not None and line.start is not None and line.end is not None:
            assert 0 <= line.start <= line.end <= len(answer.body[line.block].plain)
    for statement in answer.statements:
        where = answer.headline if statement.block is None else answer.body[statement.block].plain
        for span in (*statement.cue, *statement.content):
            assert 0 <= span.start <= span.end <= len(where or "")
            assert not span.text or (where or "")[span.start : span.end] == span.text


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes):
    assert isinstance(extract(data), Article | Rejected)


TAGS = st.sampled_from(
    ["p", "div", "span", "a", "b", "br", "table", "tr", "td", "ul", "li", "h1", "h4", "figure", "img"]
)
WORDS = st.sampled_from(
    ["قال", "الوزير", "إن", "المشروع", "سيبدأ", "غدا،", "شارك", "المزيد", "12:30", "2024", "\N{ARABIC TATWEEL}", "."]
)


@given(st.lists(st.one_of(TAGS.map(lambda t: f"<{t}>"), TAGS.map(lambda t: f"</{t}>"), WORDS), max_size=120))
def test_no_markup_raises(pieces: list[str]):
    assert isinstance(extract(" ".join(pieces), options=EXPLAINED), Article | Rejected)
