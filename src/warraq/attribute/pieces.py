"""The pieces of an attribution line: what each is, and how sure that is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from warraq.arabic.gazetteer import Known, OutletKind
from warraq.arabic.labels import Label


class What(StrEnum):
    """What a piece is: ``either`` a place or the paper named after it, ``noise`` words of prose or numbers."""

    PERSON = "person"
    PLACE = "place"
    OUTLET = "outlet"
    EITHER = "either"
    LABEL = "label"
    FROM = "from"
    TITLE = "title"
    INITIALS = "initials"
    UNKNOWN = "unknown"
    NOISE = "noise"


class Piece(NamedTuple):
    """One piece of a line.

    Attributes:
        what: what it is, as far as it alone tells.
        text: as printed.
        start, end: its place in the line.
        sure: nothing else has this spelling.
        before: the punctuation before it: one of ``- : ( ) , / "``, a space for two or more, or "" for none.
        after: the punctuation after its segment, likewise.
        label: of a label.
        known: of a place or an outlet that a gazetteer has.
    """

    what: What
    text: str
    start: int
    end: int
    sure: bool = True
    before: str = ""
    after: str = ""
    label: Label | None = None
    known: Known | None = None

    @property
    def is_agency(self) -> bool:
        """Whether it is an agency's name, even one that is also a word or a city (قنا، وفا)."""
        return self.known is not None and self.known.kind is OutletKind.AGENCY

    @property
    def is_generic(self) -> bool:
        """Whether it is وكالات or the like."""
        return self.known is not None and self.known.kind is OutletKind.GENERIC
