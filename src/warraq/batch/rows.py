"""What the manifest knows of a page and of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Key(NamedTuple):
    """What a page is known by, from run to run.

    Attributes:
        path: as in the record.
        member: as in the record, "" if there is none.
        copy: 0 for the first answer of this origin, 1 for the second ...
    """

    path: str
    member: str
    copy: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands in the output.

    Attributes:
        name: of the shard, or of the file, relative to the output folder.
        start: of a shard: the byte where the record begins as it was written.
        length: in bytes.
    """

    name: str
    start: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a page that an earlier run has seen."""

    id: int
    run: int
    sha256: str | None
    reason: str | None
    setting: int
    place: Place | None
    signed: bool
    dropped: bool


@dataclass(frozen=True, slots=True)
class Run:
    """How a run was started.

    Attributes:
        folder: the working directory, which the inputs are relative to.
        inputs: as given.
        command: as kept by whoever made the plan.
    """

    folder: str
    inputs: tuple[str, ...]
    command: Mapping[str, object]
