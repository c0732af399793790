"""Attribution lines that name several persons with several tasks (كتب … - تصوير …): one answer for each task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warraq.attribute.house import house_of
from warraq.attribute.pieces import Piece, What
from warraq.attribute.reading import Reading, read, tidy, to_parts
from warraq.model import LineParts, Person


def read_lines(text: str, own: Sequence[str] = ()) -> tuple[LineParts, ...]:
    """Read an attribution in which persons did different things: one answer for each of them, in reading order.

    Returns:
        A single answer, the same as ``read_line`` gives, where nobody else did anything else.

    >>> [(p.text, p.names, str(p.role)) for p in read_lines("كتب سمير الحداد للنشرة العربية - تحرير ليلى قاسم")]
    [('كتب سمير الحداد للنشرة العربية', ('سمير الحداد',), 'author'), ('تحرير ليلى قاسم', ('ليلى قاسم',), 'editor')]
    """
    line = tidy(text)
    reading = read(line, house_of(tuple(own)))
    groups = _by_role(reading.pieces)
    if len(groups) < 2:
        return (to_parts(line, reading),)
    answers = []
    for group in groups:
        start, end = group[0].start, group[-1].end
        parts = to_parts(line[start:end], Reading(group, 0))
        answers.append(replace(parts, start=start, end=end))
    return tuple(answers)


def _by_role(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """Part pieces before each label that gives a person another role than the persons before it have."""
    groups: list[list[Piece]] = [[]]
    role: Person | None = None
    for at, piece in enumerate(pieces):
        new = piece.label.person[0] if piece.label and piece.label.person else None
        persons = any(p.what is What.PERSON for p in groups[-1])
        if new and persons and new is not (role or Person.AUTHOR) and any(p.what is What.PERSON for p in pieces[at:]):
            groups.append([])
        groups[-1].append(piece)
        role = new or role
    return [tuple(group) for group in groups]
