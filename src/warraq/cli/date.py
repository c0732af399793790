"""``warraq date``: what date a string states."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from warraq.arabic.dates import parse_date


@click.command()
@click.argument("text")
@click.option("--reference", help="Time from which 'منذ 3 ساعات' counts, ISO 8601.")
def command(text: str, reference: str | None) -> None:
    """Print as JSON the date that TEXT states, or null.

    Nothing is guessed: a string that states no day, month or year gives null.

    \b
    Examples:
      warraq date "الاثنين 25 آذار 2024"
      warraq date "15 رمضان 1445 هـ"
    """
    found = parse_date(text, reference)
    click.echo(json.dumps(asdict(found) if found else None, ensure_ascii=False))
