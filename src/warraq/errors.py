"""What can go wrong, and the exit code that each error carries.

::

    WarraqError                 1
    ├── UsageError              2   the caller asked for something that cannot be done
    │   ├── OptionError         2   an option has a value that it cannot take
    │   └── NameClash           2   two inputs would be written under one name
    ├── NoInputError            3   nothing to read was found
    ├── OutputError             1   the output cannot be written
    ├── ManifestError       1   the manifest of a batch is missing, damaged, or untrue
    ├── LexiconError            1   a data file is wrong; names the file and the key
    └── PageFault               1   one page cannot be read or processed; becomes a ``Rejected``

A ``PageFault`` never leaves the pipeline: it is the way a stage says "this page, for this reason",
and the pipeline turns it into a :class:`warraq.model.Rejected`. A programming error is no ``WarraqError``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warraq.model import Reason, Stage


class WarraqError(Exception):
    """Base of all errors that warraq raises on purpose; its text says what to do."""

    exit_code = 1


class UsageError(WarraqError):
    """The caller asked for something that cannot be done."""

    exit_code = 2


class OptionError(UsageError):
    """An option has a value that it cannot take."""


class NameClash(UsageError):
    """Two inputs would be written under one name."""


class NoInputError(WarraqError):
    """Nothing to read was found."""

    exit_code = 3


class OutputError(WarraqError):
    """The output cannot be written."""


class ManifestError(WarraqError):
    """The manifest of a batch is missing, damaged, or does not agree with its output."""


class LexiconError(WarraqError):
    """A data file is wrong. Names the file and the key."""


class PageFault(WarraqError):
    """One page cannot be read or processed.

    Args:
        stage: where it was noticed.
        reason: one of the closed list of record.md.
        detail: one line for a person: what was found and what to do.
    """

    def __init__(self, stage: Stage, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.stage = stage
        self.reason = reason
        self.detail = detail
