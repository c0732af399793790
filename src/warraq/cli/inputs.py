"""The inputs of a batch: each read once, and under one name from run to run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from warraq.batch.rows import Run
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
    given = sorted({(run.folder, path) for run in runs for path in run.inputs if path != "-"})
    before = [_Before(folder, path, os.path.realpath(os.path.join(folder, path))) for folder, path in given]
    at = {known.place: known for known in before}
    spelled = {known.path: known for known in before}
    below: dict[str, list[_Before]] = {}
    for known in before:
        for place in _above(known.place):
            below.setdefault(place, []).append(known)
    for path in inputs:
        if path == "-":
            continue
        place = os.path.realpath(path)
        same = spelled.get(path)
        if same is not None and same.place != place and os.path.lexists(same.place):
            raise UsageError(f"{path} was {same.place} in a run before and is {place} now; give it another spelling")
        around = next((at[above] for above in _above(place) if above in at), None)
        if around is not None and _inside(around.path, around.place, place) != path:
            raise _misspelt(path, around)
        for known in below.get(place, ()):
            if _inside(path, place, known.place) != known.path:
                raise _misspelt(path, known)
    _warn_of_moves(inputs, before)


@dataclass(frozen=True, slots=True)
class _Before:
    """An input of a run before: where the run was started, how it was spelled, and where it really is."""

    folder: str
    path: str
    place: str


def _above(place: str) -> Iterator[str]:
    """A place and the folders around it."""
    while True:
        yield place
        around = os.path.dirname(place)
        if around == place:
            return
        place = around


def _inside(path: str, place: str, inner: str) -> str:
    """How something in the folder of a path is spelled."""
    return os.path.normpath(os.path.join(path, os.path.relpath(inner, place)))


def _misspelt(path: str, before: _Before) -> UsageError:
    return UsageError(f"{path} was given as {before.path} in {before.folder} before; go there and give it like that")


def _warn_of_moves(inputs: Iterable[str], before: Iterable[_Before]) -> None:
    gone = {os.path.basename(known.place): known for known in before if not os.path.lexists(known.place)}
    for path in inputs:
        known = gone.get(os.path.basename(path))
        if known is not None and known.path != path:
            complain(f"{known.place}, read in a run before, is gone; if {path} is the same, its pages come twice")
