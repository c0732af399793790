"""``warraq byline``: the parts of attribution lines."""

from __future__ import annotations

import json
import re
from typing import TextIO

import click

from warraq.attribute.reading import read_line

_BREAKS = re.compile("[\u0085\u2028\u2029]")


@click.command(name="byline")
@click.argument("lines", type=click.File("r", encoding="utf-8"), default="-")
def command(lines: TextIO) -> None:
    """Tell persons, places and outlets in attribution lines.

    Reads the file LINES (standard input by default), one attribution a line, and prints one JSON object a line:
    {"text", "names", "places", "outlets"}. Lines end at a line feed only.

    \b
    Example:
        echo "القاهرة - وكالات - سمير الحربي" | warraq byline
    """
    content = lines.read()
    for line in content.removesuffix("\n").split("\n") if content else ():
        parts = read_line(line)
        answer = {"text": line, "names": parts.names, "places": parts.places, "outlets": parts.outlets}
        click.echo(_escape(json.dumps(answer, ensure_ascii=False)))


def _escape(text: str) -> str:
    r"""Escape the characters that some readers take for the end of a line.

    >>> _escape("\N{LINE SEPARATOR}")
    '\\u2028'
    """
    return _BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
