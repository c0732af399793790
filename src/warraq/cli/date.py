"""``warraq date``: what date a string states."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

import click

from warraq.arabic.dates import parse_date
from warraq.write.jsonl import escape_breaks


@click.command()
@click.argument("text", required=False)
@click.option("--reference", help="Time from which 'منذ 3 ساعات' counts, ISO 8601.")
def command(text: str | None, reference: str | None) -> None:
    """Print as JSON the date that TEXT states, or null; without TEXT, of each line of standard input.

    Nothing is guessed: a string that states no day, month or year gives null. "value" is always Gregorian. A Hijri
    month without a day gives the year that it lies in, and null where it lies in two.

    \b
    Examples:
      warraq date "الاثنين 25 آذار 2024 الساعة 3 مساء"
      warraq date "15 رمضان 1445 هـ"
      warraq date < dates.txt
    """
    if text is None:
        given = sys.stdin.buffer.read().decode("utf-8", "replace")
        lines = given.removesuffix("\n").split("\n") if given else []
    else:
        lines = [text]
    for line in lines:
        found = parse_date(line, reference)
        click.echo(escape_breaks(json.dumps(asdict(found) if found else None, ensure_ascii=False)))
