"""What a rule says against a block."""

from __future__ import annotations

from typing import NamedTuple

from warraq.arabic.furniture import Carries, FurnitureMatch, FurnitureRole

_DATA = frozenset((Carries.TAGS, Carries.SECTION, Carries.SOURCE, Carries.AUTHOR, Carries.DATE))


class Finding(NamedTuple):
    """A block that a rule drops.

    Attributes:
        place: of the block among those of the selection.
        reason, entry: as in ``Verdict``.
        role: what it is; None where no role is known.
    """

    place: int
    reason: str
    entry: str
    role: FurnitureRole | None = None


def reason_of(match: FurnitureMatch) -> str:
    """Why a line with this phrase is dropped; one that carries data of the article says so."""
    if match.carries in _DATA:
        return f"data:{match.carries}"
    return f"furniture:{match.role}"
