"""Hand-made answers that use every field of the record."""

from __future__ import annotations

import pytest

from warraq.model import (
    Article,
    AttributionLine,
    Author,
    BlockType,
    BodyBlock,
    Calendar,
    CueClass,
    Date,
    Explanation,
    Found,
    Image,
    Method,
    Origin,
    Person,
    Precision,
    Profile,
    Provenance,
    Quality,
    Reason,
    Rejected,
    Role,
    Site,
    Source,
    SourceType,
    Span,
    Stage,
    Stance,
    Statement,
    StatementType,
    TraceEntry,
)

SENTENCE = "وقال الوزير سالم الهاشمي إن السد امتلأ"


def _statement() -> Statement:
    return Statement(
        id="s1",
        block=1,
        type=StatementType.INDIRECT,
        cue=(Span(0, 4, "وقال"),),
        cue_lemma="قال",
        cue_class=CueClass.VERB,
        stance=Stance.NEUTRAL,
        source=Span(5, 24, "الوزير سالم الهاشمي"),
        source_block=1,
        source_type=SourceType.PERSON,
        implicit=False,
        resolves_to=None,
        resolve_confidence=None,
        outlet=Span(0, 4, "وقال", "وكالة الضفاف"),
        content=(Span(28, 38),),
        direct_spans=(),
        rule="verb.en",
        confidence=0.93,
    )


@pytest.fixture
def article() -> Article:
    """An article that uses every field and every type of block."""
    return Article(
        source=Source(
            Origin("pages/sadd.html"),
            media_type="text/html",
            encoding="windows-1256",
            encoding_evidence="meta",
            sha256="0" * 64,
        ),
        url="https://difaf.example/akhbar/123",
        canonical_url=None,
        site=Site("وكالة الضفاف", "difaf.example"),
        language="ar",
        direction="rtl",
        headline="سدّ الوادي يمتلئ للمرة الأولى",
        kicker="عاجل",
        subheadline="المياه بلغت حافة السد فجر اليوم",
        section="محليات",
        tags=("سد_الوادي", "أمطار"),
        authors=(Author("ريم القاضي", Person.AUTHOR, "visible"),),
        published=Date("2024-03-25T14:05", Precision.MINUTE, Calendar.GREGORIAN, "25 مارس 2024 14:05", "visible"),
        modified=None,
        body=(
            BodyBlock(BlockType.PARAGRAPH, "عدن - بلغت المياه حافة السد.\nوفتحت البوابات."),
            BodyBlock(BlockType.PARAGRAPH, SENTENCE),
            BodyBlock(BlockType.HEADING, "أرقام #1", level=3),
            BodyBlock(BlockType.LIST, items=("1. مليون متر", "* مليونان")),
            BodyBlock(BlockType.TABLE, rows=(("السنة", "المنسوب|متر"), ("2023", "12", "تقدير"))),
            BodyBlock(BlockType.QUOTE, "لم نر مثل هذا <b>قط</b>"),
            BodyBlock(BlockType.EMBED, "@difaf: صور من السد"),
        ),
        images=(Image("https://difaf.example/s.jpg", "سد", "السد صباح اليوم", "أرشيف الضفاف", lead=True),),
        lines=(
            AttributionLine(Role.BYLINE, "كتبت: ريم القاضي", names=("ريم القاضي",), role=Person.AUTHOR),
            AttributionLine(Role.DATELINE, "عدن -", places=("عدن",), block=0, start=0, end=5),
            AttributionLine(Role.CREDIT, "المصدر: وكالات", outlets=("وكالات",)),
        ),
        statements=(_statement(),),
        quality=Quality(0.91, ("short",)),
        provenance=Provenance("0.1.0", Profile.CLEAN, Method.DENSITY, "density"),
    )


@pytest.fixture
def rejected() -> Rejected:
    """A rejection with an explanation."""
    return Rejected(
        Source(Origin("pages/home.html", member="a.html")),
        Stage.JUDGE,
        Reason.NOT_AN_ARTICLE,
        "a list of links; give the article's own page",
        Explanation(
            (TraceEntry(0, "الرئيسية", False, "link_list", "nav"),),
            {"headline": (Found("الرئيسية", "og:title", "الرئيسية"),)},
        ),
    )
