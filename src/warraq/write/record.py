r"""The record: an answer as ordered plain data, ready for JSON (record.md, version 1).

Every text is NFC and can be written as UTF-8: a lone surrogate becomes U+FFFD, and a byte of a file name that is no
UTF-8 is written as ``\xNN``. The path itself is kept as given, because a file is found by it.
"""

from __future__ import annotations

import unicodedata

from warraq.model import (
    Article,
    AttributionLine,
    BlockType,
    BodyBlock,
    Date,
    Explanation,
    Rejected,
    Source,
    Span,
    Statement,
)

ARTICLE_SCHEMA = "warraq.article.v1"
REJECTED_SCHEMA = "warraq.rejected.v1"

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What JSON can hold."""


def to_record(answer: Article | Rejected) -> dict[str, Plain]:
    """Return the record of an answer: all keys in the order of record.md, absent values ``None`` or ``[]``."""
    if isinstance(answer, Rejected):
        record = _rejected(answer)
    else:
        record = _article(answer)
    if answer.explanation is not None:
        record |= _explanation(answer.explanation)
    return record


def _rejected(answer: Rejected) -> dict[str, Plain]:
    return {
        "schema": REJECTED_SCHEMA,
        "source": _source(answer.source),
        "stage": answer.stage.value,
        "reason": answer.reason.value,
        "detail": _clean(answer.detail),
    }


def _article(article: Article) -> dict[str, Plain]:
    return {
        "schema": ARTICLE_SCHEMA,
        "source": _source(article.source),
        "url": _clean(article.url),
        "canonical_url": _clean(article.canonical_url),
        "site": {"name": _clean(article.site.name), "host": _clean(article.site.host)},
        "language": article.language,
        "direction": article.direction,
        "headline": _clean(article.headline),
        "kicker": _clean(article.kicker),
        "subheadline": _clean(article.subheadline),
        "section": _clean(article.section),
        "tags": [_clean(tag) for tag in article.tags],
        "authors": [
            {"name": _clean(a.name), "role": a.role.value, "source": _clean(a.source)} for a in article.authors
        ],
        "published": _date(article.published),
        "modified": _date(article.modified),
        "body": [_block(block) for block in article.body],
        "images": [
            {
                "url": _clean(image.url),
                "alt": _clean(image.alt),
                "caption": _clean(image.caption),
                "credit": _clean(image.credit),
                "lead": image.lead,
            }
            for image in article.images
        ],
        "attributions": _attributions(article),
        "quality": {"score": round(article.quality.score, 4), "flags": list(article.quality.flags)},
        "provenance": {
            "version": article.provenance.version,
            "profile": article.provenance.profile.value,
            "method": article.provenance.method.value,
            "rule": article.provenance.rule,
        },
    }


def _source(source: Source) -> dict[str, Plain]:
    return {
        "path": printable_path(source.origin.path),
        "member": printable_path(source.origin.member),
        "media_type": _clean(source.media_type),
        "encoding": _clean(source.encoding),
        "encoding_evidence": _clean(source.encoding_evidence),
        "sha256": source.sha256,
        "captured": source.captured,
    }


def _date(date: Date | None) -> Plain:
    if date is None:
        return None
    return {
        "value": date.value,
        "precision": date.precision.value,
        "calendar": date.calendar.value,
        "raw": _clean(date.raw),
        "source": _clean(date.source),
    }


def _block(block: BodyBlock) -> dict[str, Plain]:
    """Texts are only made writable here: NFC is the profile's work, and a change would move the offsets."""
    kind = block.type.value
    if block.type is BlockType.LIST:
        return {"type": kind, "items": [writable(item) for item in block.items]}
    if block.type is BlockType.TABLE:
        return {"type": kind, "rows": [[writable(cell) for cell in row] for row in block.rows]}
    if block.type is BlockType.HEADING:
        return {"type": kind, "text": writable(block.text), "level": block.level}
    return {"type": kind, "text": writable(block.text)}


def _attributions(article: Article) -> list[Plain]:
    """Lines and statements as one list in reading order.

    A line outside the body has no place of its own: it stays behind the line before it. A statement of the headline
    comes before those of the body.
    """
    placed: list[tuple[tuple[int, int], dict[str, Plain]]] = []
    place = (-2, 0)
    for line in article.lines:
        if line.block is not None:
            place = (line.block, line.start or 0)
        placed.append((place, _line(line)))
    for statement in article.statements:
        first = min((span.start for span in (*statement.cue, *statement.content)), default=0)
        placed.append(((-1 if statement.block is None else statement.block, first), _statement(statement)))
    placed.sort(key=lambda pair: pair[0])
    return [plain for _, plain in placed]


def _line(line: AttributionLine) -> dict[str, Plain]:
    return {
        "kind": line.kind.value,
        "text": writable(line.text),
        "names": [_clean(name) for name in line.names],
        "places": [_clean(place) for place in line.places],
        "outlets": [_clean(outlet) for outlet in line.outlets],
        "role": line.role.value if line.role is not None else None,
        "block": line.block,
        "start": line.start,
        "end": line.end,
    }


def _statement(statement: Statement) -> dict[str, Plain]:
    return {
        "kind": "statement",
        "id": statement.id,
        "block": statement.block,
        "type": statement.type.value,
        "cue": [_span(span) for span in statement.cue],
        "cue_lemma": statement.cue_lemma,
        "cue_class": statement.cue_class.value,
        "stance": statement.stance.value,
        "source": _span(statement.source) if statement.source is not None else None,
        "source_block": statement.source_block,
        "source_type": statement.source_type.value,
        "implicit": statement.implicit,
        "resolves_to": statement.resolves_to,
        "resolve_confidence": statement.resolve_confidence,
        "outlet": _span(statement.outlet) | {"name": _clean(statement.outlet.name)} if statement.outlet else None,
        "content": [{"start": span.start, "end": span.end} for span in statement.content],
        "direct_spans": [{"start": span.start, "end": span.end} for span in statement.direct_spans],
        "rule": statement.rule,
        "confidence": round(statement.confidence, 4),
    }


def _span(span: Span) -> dict[str, Plain]:
    return {"start": span.start, "end": span.end, "text": writable(span.text)}


def _explanation(explanation: Explanation) -> dict[str, Plain]:
    return {
        "trace": [
            {
                "block": entry.block,
                "text": _clean(entry.text),
                "keep": entry.keep,
                "reason": entry.reason,
                "entry": _clean(entry.entry),
            }
            for entry in explanation.trace
        ],
        "candidates": {
            name: [
                {"value": _clean(str(found.value)), "source": _clean(found.source), "raw": _clean(found.raw)}
                for found in candidates
            ]
            for name, candidates in explanation.candidates.items()
        },
    }


def _clean(text: str | None) -> str | None:
    """NFC, and writable as UTF-8."""
    if text is None or text.isascii():
        return text
    return unicodedata.normalize("NFC", writable(text))


def writable(text: str) -> str:
    """The text without lone surrogates, which UTF-8 cannot hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def printable_path(path: str | None) -> str | None:
    r"""A file name as given; bytes that are no UTF-8 (which Python reads as surrogates) as ``\xNN``."""
    if path is None or path.isascii():
        return path
    try:
        path.encode()
    except UnicodeEncodeError:
        return writable(path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))
    return path
