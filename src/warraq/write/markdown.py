r"""Markdown as a reader would like it (CommonMark, tables as GitHub has them).

What could be read as markup is escaped, so the text comes back as printed; an underscore between two word
characters (``#سوريا_الآن``) is no markup and stays.
"""

from __future__ import annotations

import re

from warraq.model import Article, BlockType, BodyBlock, Format, Rejected
from warraq.write.header import byline_and_date, captions, closing_lines, one_line
from warraq.write.record import writable

_INLINE = re.compile(r"[\\`*\[\]~]|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]{1,32};)|(?<!\w)_|_(?!\w)")
_AT_START = re.compile(r"#|>|[-+](?=\s|$|-)|=|\|")
_NUMBERED = re.compile(r"([0-9]{1,9})(?=[.)](?:\s|$))")


def render(answer: Article | Rejected) -> str:
    """Return headline, kicker, deck, byline and date, body, credits and captions; of a rejection one line."""
    if isinstance(answer, Rejected):
        return writable(escape(f"[{answer.reason.value}] {one_line(answer.detail)}"))
    parts = [
        escape(one_line(answer.kicker or "")),
        _heading(answer.headline or "", 1),
        _bold(answer.subheadline or ""),
    ]
    parts.append(escape(byline_and_date(answer)))
    parts += [_block(block) for block in answer.body]
    parts += [escape(line) for line in closing_lines(answer)]
    parts += [f"*{escape(caption)}*" for caption in captions(answer)]
    return writable("\n\n".join(part for part in parts if part))


def escape(text: str) -> str:
    r"""Return one line of text such that Markdown prints it as it stands.

    >>> escape("*عاجل* #سوريا_الآن")
    '\\*عاجل\\* #سوريا_الآن'
    >>> escape("1. قال"), escape("- قال"), escape("-5 درجات")
    ('1\\. قال', '\\- قال', '-5 درجات')
    """
    text = _INLINE.sub(lambda match: "\\" + match.group(), text.strip())
    if _AT_START.match(text):
        return "\\" + text
    numbered = _NUMBERED.match(text)
    return f"{numbered[1]}\\{text[numbered.end() :]}" if numbered else text


def _lines(text: str) -> list[str]:
    return [escape(line) for line in re.split(r"[\n\r\f]+", text) if line.strip()]


def _heading(text: str, level: int) -> str:
    # a run of "#" at the end would be taken for the heading's closing sequence
    return f"{'#' * level} {escape(one_line(text)).replace('#', chr(92) + '#')}" if text.strip() else ""


def _bold(text: str) -> str:
    return f"**{escape(one_line(text))}**" if text.strip() else ""


def _block(block: BodyBlock) -> str:
    match block.type:
        case BlockType.HEADING:
            return _heading(block.text, min(max(block.level or 2, 2), 6))
        case BlockType.QUOTE | BlockType.EMBED:
            return "  \n".join(f"> {line}" for line in _lines(block.text))
        case BlockType.LIST:
            return "\n".join(f"- {escape(one_line(item))}" for item in block.items)
        case BlockType.TABLE:
            return _table(block.rows)
        case BlockType.PARAGRAPH:
            return "  \n".join(_lines(block.text))


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    """The first row is the head, as Markdown knows no table without one; short rows are filled up."""
    width = max((len(row) for row in rows), default=0)
    if not width:
        return ""
    filled = [[_cell(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in filled]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _cell(text: str) -> str:
    text = _INLINE.sub(lambda match: "\\" + match.group(), one_line(text))
    return text.replace("|", "\\|")


FORMAT = Format("markdown", ".md", render, separator="\n\n\f\n")
