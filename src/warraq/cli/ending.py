"""How a command ends: every way out of it becomes one of the exit codes, and one line on standard error.

Used by the group around each command, so a command just raises.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from warraq.cli.diagnostics import complain
from warraq.errors import WarraqError

INTERRUPTED = 130


@contextmanager
def ends_well() -> Iterator[None]:
    """Turn what a command raises into ``SystemExit`` with its code; what click raises is left to click."""
    try:
        with _termination_interrupts():
            yield
            sys.stdout.flush()
    except KeyboardInterrupt:
        complain("interrupted; what was being written is taken back")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
        sys.exit(0)
    except WarraqError as error:
        complain(str(error))
        sys.exit(error.exit_code)


def speak_utf8() -> None:
    """Standard output is UTF-8 with plain line feeds whatever the locale; nothing printed can fail to be encoded."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # missing where a caller put its own stream in place
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


@contextmanager
def _termination_interrupts() -> Iterator[None]:
    """End on SIGTERM as on Ctrl-C, so that no half file stays behind."""

    def interrupt(number: int, frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, interrupt)
    except ValueError:  # called from another thread than the main one: its owner handles signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _drop_output() -> None:
    """Whoever read our output has closed it (``| head``): let the rest go nowhere, without a message at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
