"""Work that goes wrong as a page says; a worker process imports it by name."""

from __future__ import annotations

import os
import signal
import time

from warraq.model import Article, Options, RawPage, Reason, Rejected, Stage
from warraq.pipeline import extract_page

_seen = 0


def work(page: RawPage, options: Options) -> Article | Rejected:  # noqa: C901  a list of faults
    """Does what the page says; extracts it if it says nothing."""
    global _seen
    _seen += 1
    order = page.body.strip()
    if order == b"hang":
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])  # as code that never comes back to Python
        time.sleep(600)
    if order == b"grow":
        held = bytearray(8 * 2**30)
        held[:: 2**12] = b"x" * len(held[:: 2**12])
    if order == b"grow slowly":
        pieces = []
        while True:
            pieces.append(b"x" * 2**20)
            time.sleep(0.001)
    if order == b"die":
        os.kill(os.getpid(), signal.SIGKILL)
    if order == b"die unless alone" and _seen > 1:
        os._exit(3)
    if order == b"short unless alone" and _seen > 1:
        raise MemoryError
    if order == b"late unless alone" and _seen > 1:
        time.sleep(60)
    if order.startswith(b"count"):
        return Rejected(page.source, Stage.JUDGE, Reason.NOT_AN_ARTICLE, f"{os.getpid()} {_seen}")
    if order.startswith(b"<"):
        return extract_page(page, options)
    return Rejected(page.source, Stage.JUDGE, Reason.NOT_AN_ARTICLE, "done")
