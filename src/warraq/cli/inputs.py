"""The inputs of a batch: each read once, and under one name from run to run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import chain

from warraq.batch.manifest import Run
from warraq.cli.diagnostics import complain
from warraq.errors import NoInputError, UsageError
from warraq.read.files import walk
from warraq.read.formats import is_no_page


def given_inputs(inputs: Sequence[str]) -> tuple[str, ...]:
    """Return the inputs in their plainest spelling, without those that lie in a folder that is given too.

    Raises:
        UsageError: there are none, or one is empty.
        NoInputError: not one of them is there.
    """
    if not inputs:
        raise UsageError("Missing argument 'INPUT': give a file or folder, or - for standard input")
    if "" in inputs:
        raise UsageError("INPUT is empty; give a file or folder, or - for standard input")
    plain = tuple(dict.fromkeys(path if path == "-" else os.path.normpath(path) for path in inputs))
    if not any(path == "-" or os.path.lexists(path) for path in plain):
        raise NoInputError(f"no such file or folder: {', '.join(plain)}; check the path")
    return _apart(plain)


def _apart(inputs: tuple[str, ...]) -> tuple[str, ...]:
    """The inputs without those inside others: their pages would be read twice."""
    places = {path: os.path.realpath(path) for path in inputs if path != "-"}
    folders = {os.path.join(place, "") for place in places.values() if os.path.isdir(place)}
    inside = {path: at for path, at in places.items() if any(at.startswith(folder) for folder in folders)}
    reached = _reached({*inside.values()}, folders) if inside else set()
    kept: dict[str, str] = {}
    for path in inputs:
        place = places.get(path, path)
        if place in kept or (path in inside and place in reached):
            complain(f"{path} is given twice, by itself or with its folder; it is read once")
        else:
            kept[place] = path
    return tuple(kept.values())


def _reached(wanted: set[str], folders: Iterable[str]) -> set[str]:
    """Which of some files and folders are read with a folder, and not passed over as hidden or part of a page."""
    found: set[str] = set()
    for entry in chain.from_iterable(map(walk, folders)):
        if entry.passed or is_no_page(os.path.basename(entry.path)):
            continue
        place = os.path.realpath(entry.path)
        while place not in found and place != os.path.dirname(place):
            if place in wanted:
                found.add(place)
            place = os.path.dirname(place)
    return found


def check_spelling(inputs: Iterable[str], runs: Iterable[Run]) -> None:
    """Make sure that no page goes by another name than in the runs before: it would stand in the output twice.

    Raises:
        UsageError: an input is another spelling of one before, or the same spelling of another place.
    """
    given = {(run.folder, path) for run in runs for path in run.inputs if path != "-"}
    known = [(folder, path, os.path.realpath(os.path.join(folder, path))) for folder, path in sorted(given)]
    gone = {there for _, _, there in known if not os.path.lexists(there)}
    for path in inputs:
        if path == "-":
            continue
        place = os.path.realpath(path)
        for folder, before, there in known:
            if path == before and place != there and there not in gone:
                raise UsageError(f"{path} was {there} in a run before and is {place} now; give it another spelling")
            moved = there in gone and os.path.basename(path) == os.path.basename(before)
            if moved and path != before:
                complain(f"{there}, read in a run before, is gone; if {path} is the same, its pages are written twice")
            if _spelled(before, there, place) not in (None, path) or _spelled(path, place, there) not in (None, before):
                raise UsageError(f"{path} was given as {before} in {folder} before; go there and give it like that")


def _spelled(path: str, place: str, inner: str) -> str | None:
    """How something in the folder of a path is spelled, None if it is not in it."""
    if inner != place and not inner.startswith(os.path.join(place, "")):
        return None
    return os.path.normpath(os.path.join(path, os.path.relpath(inner, place)))
