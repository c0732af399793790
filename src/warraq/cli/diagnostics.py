"""What is said on standard error: one line an input, and nothing that could steer the terminal."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from warraq.model import Origin, Rejected

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"))
_JOINERS = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")


def complain(text: str) -> None:
    """Say one line on standard error."""
    click.echo(f"warraq: {printable(text)}", err=True)


def report(rejected: Rejected) -> None:
    """Say why an input gave no article: path, reason, what to do. A traceback stays in the record."""
    detail = rejected.detail.partition("\n")[0]
    complain(f"{name_of(rejected.source.origin)}: {rejected.reason.value}: {detail}")


def name_of(origin: Origin) -> str:
    """How an input is named to a person.

    >>> from warraq.model import Origin
    >>> name_of(Origin("a.zip", "b/c.html"))
    'a.zip!b/c.html'
    """
    return "!".join(part for part in (origin.path, origin.member) if part) or "(text)"


def printable(text: str) -> str:
    r"""Return text as one line without controls, direction marks or broken characters, these as escapes.

    >>> print(printable("خبر\n\x1b[2J\N{RIGHT-TO-LEFT OVERRIDE}.html"))
    خبر\n\x1b[2J\u202e.html
    """
    if text.isprintable():
        return text
    return "".join(char if _shown(char) else _escape(char) for char in text)


def _shown(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char) not in _HIDDEN


def _escape(char: str) -> str:
    if "\udc80" <= char <= "\udcff":  # a byte of a file name that is no UTF-8
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")
