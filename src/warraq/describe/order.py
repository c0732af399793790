"""Which part of "07-02-2013 10:41 PM" is the month: no date of its own says so, the page's other dates may.

Arabic pages write the day first, but for those whose system was never told to: ASP.NET prints ``M/d/yyyy h:mm:ss tt``,
Dimofinf and vBulletin ``MM-dd-yyyy hh:mm tt`` as they come out of the box. The latter is written day first by others,
so that it needs another stamp of the page to say so, or the system's own name in the page; seconds beside AM or PM
nobody sets on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

_STAMP = re.compile(
    r"(?<![\d/.-])(\d{1,2})([-/])(\d{1,2})\2((?:13|14|19|20)\d\d)([\s,،]{1,3}\d{1,2}:\d\d(:\d\d)?)"
    r"(\s?(?:[AaPp]\.?[Mm]\b)|(?=\s?(?:صباح|مساء|[صم]\b)))"
)
_LAST_MONTH = 12
_MONTH_FIRST = re.compile(r"dimofinf|vbulletin", re.IGNORECASE)


def month_first(texts: Iterable[str]) -> bool | None:
    """Tell from all stamps of a page whether they begin with the month; None if none of them decides.

    >>> month_first(["07-02-2013 10:41 PM", "06-28-2013 09:00 AM"]), month_first(["14-05-2012 01:11 PM"])
    (True, False)
    >>> month_first(["07-02-2013 10:41 PM", "07-03-2013 01:12 AM"])
    True
    """
    decided, stamps = None, set[tuple[str, str]]()
    for text in texts:
        for found in _STAMP.finditer(text):
            if int(found[1]) > _LAST_MONTH:
                return False
            if int(found[3]) > _LAST_MONTH:
                decided = True
            stamps.add((found[1], found[3]))
    return _by_order(stamps) if decided is None else decided


def _by_order(stamps: Set[tuple[str, str]]) -> bool | None:
    """Tell by which part changes: the comments of a page are of the days after it, seldom of the months."""
    first, second = ({stamp[n] for stamp in stamps} for n in (0, 1))
    if len(first) == len(second) or min(len(first), len(second)) > 1:
        return None
    return len(first) == 1


def settled(text: str, first: bool | None = None, out_of_box: bool = False) -> str:
    """Write an undecided stamp the year first, so that it can be read in one way only.

    Args:
        text: a line.
        first: whether the page's other stamps begin with the month. Where none decides, those with seconds are
            taken to.
        out_of_box: whether the system that made the page is one that begins with the month where nobody changed it.

    >>> settled("5/6/2013 1:22:45 PM"), settled("نشر: 07-02-2013 10:41 PM"), settled("07-02-2013 10:41 PM", first=True)
    ('2013-05-06 1:22:45 PM', 'نشر: 07-02-2013 10:41 PM', '2013-07-02 10:41 PM')
    """
    found = _STAMP.search(text)
    if found is None or max(int(found[1]), int(found[3])) > _LAST_MONTH:
        return text
    if first is None and found[7] and (found[6] or out_of_box):
        first = True
    if first is None:
        return text
    month, day = (found[1], found[3]) if first else (found[3], found[1])
    return f"{text[: found.start()]}{found[4]}-{int(month):02}-{int(day):02}{text[found.start(5) :]}"


def generated_month_first(generators: Iterable[str]) -> bool:
    """Whether the system that made a page writes the month first out of the box.

    One that writes "مساء" for PM was told how Arabic pages write a day too: :func:`settled` asks for Latin letters.
    """
    return any(_MONTH_FIRST.search(g) for g in generators)
