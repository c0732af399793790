"""One worker process, seen from both sides: what it does, and what the parent knows of it.

Processes and never threads: lxml's trees are not made for them. A worker is spawned, because a fork of a process that
has threads may hang. It takes a page, gives its answer, and waits for the next; when the parent is gone it ends.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread
from typing import Generic, NoReturn, TypeVar

import psutil

from warraq.model import RawPage

A = TypeVar("A")
Task = Callable[[RawPage], A]
"""What a worker does with a page; importable by name, and so is its answer."""

_READY = b"ready"
NO_MEMORY = 78
"""Exit code of a worker that has no room for the page itself."""

_FIRST_TO_GO = Path("/proc/self/oom_score_adj")


class Worker(Generic[A]):
    """A worker process and what it has in work.

    Args:
        task: what it does with a page.
        memory: bytes that it may take besides what it starts with; 0 for no limit.
    """

    def __init__(self, task: Task[A], memory: int) -> None:
        context = get_context("spawn")
        self.connection, far = context.Pipe()
        self._process = context.Process(target=_serve, args=(far, task, memory), daemon=True)
        with _uninterrupted():
            self._process.start()
        far.close()
        self._measured: psutil.Process | None = None
        self._memory = memory
        self.ready = False
        self.since: float | None = None
        self.pages = 0

    @property
    def fresh(self) -> bool:
        """Whether the page in work is its first."""
        return self.pages <= 1

    @property
    def idle(self) -> bool:
        """Whether it waits for a page."""
        return self.ready and self.since is None

    def give(self, page: RawPage) -> None:
        """Put a page into work.

        Raises:
            OSError: the worker has died.
        """
        self.pages += 1
        self.since = time.monotonic()
        self.connection.send(page)

    def take(self) -> A | None:
        """Return the answer that waits; None where it was only the word that the worker is ready.

        Raises:
            EOFError, OSError: the worker has died.
        """
        if not self.ready:
            self.ready = self.connection.recv_bytes() == _READY
            return None
        answer: A = self.connection.recv()
        self.since = None
        return answer

    def grown(self) -> bool:
        """Whether it holds more memory than it may."""
        if not self._memory:
            return False
        try:
            self._measured = self._measured or psutil.Process(self._process.pid)
            return bool(self._measured.memory_info().rss > self._memory)
        except psutil.Error:  # it is gone, which the connection will tell
            return False

    def kill(self) -> str:
        """End the process, whatever it does; return how it ended, for a person."""
        self._process.kill()
        self._process.join()
        self.connection.close()
        code = self._process.exitcode or 0
        self._process.close()
        if code < 0:
            with suppress(ValueError):
                return f"signal {signal.Signals(-code).name}"
        return f"exit code {code}"

    def how_it_died(self) -> str:
        """Wait for a process that has closed its end, and say how it ended."""
        self._process.join(1)
        return self.kill()

    def dismiss(self) -> None:
        """Let an idle process end by itself."""
        self.connection.close()
        self._process.join(2)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


def _serve(connection: Connection, task: Task[A], memory: int) -> None:
    """The worker's life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair: it ends the workers
    with suppress(OSError):  # where the machine runs out of memory, a worker goes first and not the parent
        _FIRST_TO_GO.write_text("1000")
    _end_with_parent()
    if memory:
        _fence(memory)
    with suppress(EOFError, OSError):  # the parent is gone
        connection.send_bytes(_READY)
        while True:
            try:
                page = connection.recv()
            except MemoryError:
                os._exit(NO_MEMORY)
            connection.send(task(page))
    connection.close()
    os._exit(0)  # nothing is left to tidy up, and freeing all memory piece by piece takes time


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep Ctrl-C from a process that is being started, until it has said that it does not want it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # or it is begun with the process, and lets signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """End when the parent is gone, also in the middle of a page that never ends."""
    parent = parent_process()
    assert parent is not None
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        if not parent.is_alive():  # it was gone before
            os._exit(0)
    else:
        Thread(target=_outlive, args=(parent.sentinel,), daemon=True).start()


def _outlive(parent: int) -> NoReturn:
    """Wait for the parent's end; a page that never lets go of the interpreter can keep even this from its turn."""
    wait([parent])
    os._exit(0)


def _fence(memory: int) -> None:
    """Let the system refuse memory at once, where it can, so that no burst outruns the parent's measuring."""
    try:
        import resource
    except ImportError:  # Windows
        return
    held = psutil.Process().memory_info().vms
    with suppress(ValueError, OSError):  # a lower limit is in force already
        resource.setrlimit(resource.RLIMIT_AS, (held + memory, resource.RLIM_INFINITY))
