"""Where answers go: standard output, one file, or a folder with a file a page. Files appear whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import BinaryIO, Self

from warraq.cli.naming import Roots, digest, stem_of
from warraq.errors import OutputError, UsageError
from warraq.model import Article, Format, Rejected
from warraq.write import parquet
from warraq.write.whole import whole_file


class Output(ABC):
    """Takes answers one by one; used as a context, it finishes what it wrote or, after an error, takes it back."""

    def __enter__(self) -> Self:
        """Begin; nothing is opened before the first answer."""
        return self

    @abstractmethod
    def add(self, answer: Article | Rejected) -> None:
        """Write one answer.

        Raises:
            OutputError: a file cannot be written.
        """

    def pass_over(self) -> None:
        """Take note of a page that was read and gave no answer to write; most outputs need not know."""
        return

    @abstractmethod
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Finish, or take back what is not whole."""


class _Joined:
    """Answers one behind the other in one stream of bytes."""

    def __init__(self, stream: BinaryIO, form: Format) -> None:
        self._stream = stream
        self._form = form
        self._begun = False

    def add(self, answer: Article | Rejected) -> None:
        text = self._form.render(answer)
        if text:
            self._stream.write(((self._form.separator if self._begun else self._form.header) + text).encode())
            self._stream.flush()
            self._begun = True

    def end(self) -> None:
        if self._begun:
            self._stream.write(b"\n")
            self._stream.flush()


class ToStream(Output):
    """Standard output; each answer is there for the next program as soon as it is made."""

    def __init__(self, form: Format) -> None:
        self._joined = _Joined(sys.stdout.buffer, form)

    def add(self, answer: Article | Rejected) -> None:
        """Write one answer."""
        with _said("standard output"):
            self._joined.add(answer)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the last line."""
        if not isinstance(error, BrokenPipeError | OutputError):
            self._joined.end()


class ToFile(Output):
    """One file; without an answer there is none, but for JSON Lines: no line is what an archive without articles holds.

    So a program that reads the file finds it, and never the records of an earlier run.
    """

    def __init__(self, path: str, form: Format) -> None:
        self._path = path
        self._form = form
        self._stack = ExitStack()
        self._joined: _Joined | None = None

    def add(self, answer: Article | Rejected) -> None:
        """Write one answer."""
        with _said(self._path):
            self._begin().add(answer)

    def pass_over(self) -> None:
        """Make the file, where it may be empty."""
        if self._form.name == "jsonl":
            with _said(self._path):
                self._begin()

    def _begin(self) -> _Joined:
        if self._joined is None:
            self._joined = _Joined(self._stack.enter_context(whole_file(self._path)), self._form)
        return self._joined

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the file in its place, or take it back."""
        with _said(self._path):
            if error is None and self._joined is not None:
                self._joined.end()
            self._stack.__exit__(kind, error, trace)


class ToParquet(Output):
    """One Parquet file; the records wait in a temporary file until all are there."""

    def __init__(self, path: str) -> None:
        parquet.check_installed()
        self._path = path
        self._lines = tempfile.TemporaryFile()
        self._any = False

    def add(self, answer: Article | Rejected) -> None:
        """Keep one answer."""
        with _said(self._path):
            self._lines.write(parquet.FORMAT.render(answer).encode() + b"\n")
        self._any = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the file, if there is anything to write."""
        with self._lines:
            if error is None and self._any:
                self._lines.seek(0)
                with _said(self._path), whole_file(self._path) as stream:
                    parquet.write(self._lines, stream)


class ToFolder(Output):
    """A folder with a file a page, named after the page's path below the input."""

    def __init__(self, folder: str, form: Format, paths: Sequence[str]) -> None:
        self._folder = folder
        self._form = form
        self._roots = Roots(paths)
        self._taken: set[bytes] = set()

    def add(self, answer: Article | Rejected) -> None:
        """Write one answer."""
        path = os.path.join(self._folder, *self._name(answer).split("/")) + self._form.suffix
        with _said(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with whole_file(path) as stream:
                joined = _Joined(stream, self._form)
                joined.add(answer)
                joined.end()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is left to do: each file was finished when its page was."""

    def _name(self, answer: Article | Rejected) -> str:
        """The page's name; an archive may hold one name twice, then the second is ``name~2``."""
        origin = answer.source.origin
        stem = name = stem_of(origin, self._roots.of(origin.path))
        number = 1
        while digest(name) in self._taken:
            number += 1
            name = f"{stem}~{number}"
        self._taken.add(digest(name))
        return name


@contextmanager
def _said(path: str) -> Iterator[None]:
    """Name the file in what the system says of it."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write {path}: {reason}; make room or choose another -o") from error


def is_folder(output: str) -> bool:
    """Whether -o names a folder: one that exists, or a name that ends in a slash."""
    return os.path.isdir(output) or output.endswith(("/", os.sep))


def check_place(output: str, paths: Sequence[str]) -> None:
    """Make sure that -o can be written and does not touch what is read.

    Raises:
        UsageError: its folder does not exist, it is one of the inputs, or it is a folder inside one.
    """
    target = os.path.realpath(output)
    if not is_folder(output) and not os.path.isdir(os.path.dirname(target)):
        raise UsageError(f"-o {output}: the folder {os.path.dirname(target)} does not exist; make it first")
    for path in paths:
        source = os.path.realpath(path)
        if path == "-" or not os.path.exists(source):
            continue
        if source == target:
            raise UsageError(f"-o {output} is itself an input; choose another name")
        if is_folder(output) and target.startswith(os.path.join(source, "")):
            raise UsageError(f"-o {output} lies inside the input {path} and would be read as well; choose another")
