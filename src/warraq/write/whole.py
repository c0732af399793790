"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO


@contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file that appears under its name when the block ends well, and leaves nothing behind when not.

    It is written under another name in the same folder and then renamed. What is no file (a pipe, a device) is
    written directly.

    Raises:
        OSError: it cannot be written.
    """
    target = os.path.realpath(path)
    if os.path.exists(target) and not stat.S_ISREG(os.stat(target).st_mode):
        with open(target, "wb") as stream:
            yield stream
        return
    hidden = os.path.join(os.path.dirname(target), f".warraq-{secrets.token_hex(8)}.part")
    try:
        with open(hidden, "xb") as stream:
            yield stream
        os.replace(hidden, target)
    except BaseException:
        if os.path.exists(hidden):
            os.unlink(hidden)
        raise
