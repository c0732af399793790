"""``warraq normalize``: a text, normalized, to standard output."""

from __future__ import annotations

import sys
from typing import BinaryIO

import click

from warraq.arabic.normalize import STEPS, apply
from warraq.model import Profile


@click.command()
@click.argument("text", type=click.File("rb"), default="-")
@click.option(
    "--profile",
    type=click.Choice([profile.value for profile in Profile]),
    default=Profile.CLEAN.value,
    show_default=True,
    help="clean: what a reader sees stays; nlp: one spelling of all but the letters; search: folded words.",
)
@click.option("--steps", help=f"Steps to run instead of a profile, by name and comma: {', '.join(STEPS)}.")
@click.option("--join-waw", is_flag=True, help="Join a detached و to its word, in any profile.")
@click.option("--language", default="ar", show_default=True, help="Language of the text (BCP 47).")
def command(text: BinaryIO, profile: str, steps: str | None, join_waw: bool, language: str) -> None:
    """Normalize the Arabic text of a file.

    Reads the file TEXT (standard input by default). Input and output are UTF-8; bytes that are not become U+FFFD.

    \b
    Examples:
      warraq normalize text.txt > clean.txt
      echo "مقـــال" | warraq normalize --profile search
    """
    given = text.read().decode("utf-8", "replace")
    chain = [name.strip() for name in steps.split(",")] if steps is not None else Profile(profile)
    made = apply(given, chain, language)
    if join_waw:
        made = apply(made, ("waw",), language)
    end = "\n" if made and not made.endswith("\n") else ""
    sys.stdout.buffer.write((made + end).encode("utf-8", "replace"))
