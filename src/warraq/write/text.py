"""Plain text: what a reader would copy by hand, with one empty line between paragraphs."""

from __future__ import annotations

from warraq.model import Article, BlockType, BodyBlock, Format, Rejected
from warraq.write.header import byline_and_date, captions, closing_lines, one_line
from warraq.write.record import writable


def render(answer: Article | Rejected) -> str:
    """Return kicker, headline, deck, byline and date, body, credits and captions; of a rejection one line."""
    if isinstance(answer, Rejected):
        return writable(f"[{answer.reason.value}] {one_line(answer.detail)}")
    parts = [answer.kicker, answer.headline, answer.subheadline, byline_and_date(answer)]
    parts += [_block(block) for block in answer.body]
    parts += closing_lines(answer)
    parts += [f"[{caption}]" for caption in captions(answer)]
    # a form feed separates pages, so none may stand inside one
    return writable("\n\n".join(part.replace("\f", "\n") for part in parts if part))


def _block(block: BodyBlock) -> str:
    if block.type is BlockType.LIST:
        return "\n".join(f"- {one_line(item)}" for item in block.items)
    if block.type is BlockType.TABLE:
        return "\n".join("\t".join(one_line(cell) for cell in row) for row in block.rows)
    return block.text


FORMAT = Format("text", ".txt", render, separator="\n\f\n")
