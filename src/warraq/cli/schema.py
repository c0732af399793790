"""``warraq schema``."""

from __future__ import annotations

from importlib.resources import files

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of the records, of articles and of rejections.

    \b
    Example:
      warraq schema > record.schema.json
    """
    click.echo((files("warraq") / "data" / "article.schema.json").read_text("utf-8"), nl=False)
