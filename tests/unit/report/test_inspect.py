from __future__ import annotations

from dataclasses import replace

from warraq.model import Article, Explanation, Found, Rejected, TraceEntry
from warraq.report.inspect import inspect

TRACE = (
    TraceEntry(0, "الرئيسية", False, "link_list", "nav"),
    TraceEntry(1, "بَلَغت المياه حافة السد", True, "prose", ""),
    TraceEntry(2, "شارك\x1b[31m الخبر", False, "furniture:share", "share.ar"),
)


def _bare(text: str) -> str:
    """Without the isolates that keep right-to-left text in its column."""
    return text.replace("\N{FIRST STRONG ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")


def _explained(article: Article) -> Article:
    return replace(article, explanation=Explanation(TRACE, {"headline": (Found("سد", "og:title", "سد"),)}))


def test_kept_and_dropped_stand_side_by_side_in_page_order(article: Article) -> None:
    lines = _bare(inspect(_explained(article), width=80)).split("\n")
    rows = lines[lines.index("-" * 38 + "-+-" + "-" * 38) + 1 :]
    assert rows[0] == " " * 38 + " | 0 [link list] الرئيسية"
    assert rows[1].startswith("1 [prose] بَلَغت المياه حافة السد")
    assert rows[1].endswith(" |")
    assert rows[2].startswith(" " * 38 + " | 2 [share] شارك")
    assert any("kept (1)" in line and "dropped (2)" in line for line in lines)


def test_marks_take_no_column(article: Article) -> None:
    rows = [line for line in _bare(inspect(_explained(article), width=80)).split("\n") if "[prose]" in line]
    unmarked = rows[0].replace("\N{ARABIC FATHA}", "")
    assert unmarked.index("|") == 39


def test_a_page_cannot_steer_the_terminal(article: Article) -> None:
    steering = "\x1b[2J\N{RIGHT-TO-LEFT OVERRIDE}\N{POP DIRECTIONAL ISOLATE}"
    evil = Explanation((TraceEntry(0, f"نص{steering}نص", True, "prose", ""),))
    text = inspect(replace(article, headline=f"خبر{steering}", explanation=evil))
    assert "\x1b" not in text
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text
    assert text.count("\N{POP DIRECTIONAL ISOLATE}") == text.count("\N{FIRST STRONG ISOLATE}") == 1


def test_candidates_are_listed_with_their_source(article: Article) -> None:
    assert "  headline <- og:title: سد" in _bare(inspect(_explained(article))).split("\n")


def test_long_texts_are_cut_to_the_column(article: Article) -> None:
    long = Explanation((TraceEntry(0, "كلمة " * 90, True, "prose", ""),))
    row = next(
        line for line in _bare(inspect(replace(article, explanation=long), width=60)).split("\n") if "prose" in line
    )
    assert "…" in row
    assert len(row) <= 60


def test_whole_texts_go_on_in_their_column(article: Article) -> None:
    words = [f"كلمة{n}" for n in range(40)]
    for keep in (True, False):
        long = Explanation((TraceEntry(0, " ".join(words), keep, "furniture:related", ""),))
        lines = _bare(inspect(replace(article, explanation=long), width=60, whole=True)).split("\n")
        rows = lines[
            next(n for n, line in enumerate(lines) if set(line) == {"-", "+"}) + 1 : lines.index("candidates") - 1
        ]
        cells = [row.partition(" | ")[0 if keep else 2].rstrip(" |") for row in rows]
        assert " ".join(cells).split() == ["0", "[related]", *words]
        assert max(map(len, rows)) <= 60


def test_a_reason_leaves_room_for_the_text(article: Article) -> None:
    long = Explanation((TraceEntry(0, "الرئيسية", False, "furniture:navigation", "x" * 90),))
    for rules in (False, True):
        text = _bare(inspect(replace(article, explanation=long), width=80, rules=rules))
        assert "الرئيسية" in text
        assert ("xxx" in text) is rules


def test_a_rejection_says_why(rejected: Rejected) -> None:
    lines = inspect(rejected).split("\n")
    assert lines[0] == "pages/home.html ! a.html"
    assert lines[1] == "rejected by judge: not_an_article: a list of links; give the article's own page"
    assert any("[link list]" in line for line in lines)


def test_without_an_explanation_the_fields_are_shown(article: Article) -> None:
    text = inspect(article)
    assert "headline: سدّ الوادي يمتلئ للمرة الأولى" in text
    assert "modified: -" in text
    assert "kept" not in text
