"""Which part of "07-02-2013 10:41 PM" is the month: no date of its own says so, the page's other dates may.

Arabic pages write the day first, but for those whose system was never told to: ASP.NET prints ``M/d/yyyy h:mm:ss tt``,
Dimofinf and vBulletin ``MM-dd-yyyy hh:mm tt`` as they come out of the box. The latter is written day first by others,
so that it needs another stamp of the page to say so; seconds beside AM or PM nobody sets on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_STAMP = re.compile(
    r"(?<![\d/.-])(\d{1,2})([-/])(\d{1,2})\2((?:13|14|19|20)\d\d)([\s,،]{1,3}\d{1,2}:\d\d(:\d\d)?)"
    r"(\s?(?:[AaPp]\.?[Mm]\b)|(?=\s?(?:صباح|مساء|[صم]\b)))"
)
_LAST_MONTH = 12


def month_first(texts: Iterable[str]) -> bool | None:
    """Tell from all stamps of a page whether they begin with the month; None if none of them decides.

    >>> month_first(["07-02-2013 10:41 PM", "06-28-2013 09:00 AM"]), month_first(["14-05-2012 01:11 PM"])
    (True, False)
    """
    decided = None
    for text in texts:
        for found in _STAMP.finditer(text):
            if int(found[1]) > _LAST_MONTH:
                return False
            if int(found[3]) > _LAST_MONTH:
                decided = True
    return decided


def settled(text: str, first: bool | None = None) -> str:
    """Write an undecided stamp the year first, so that it can be read in one way only.

    Args:
        text: a line.
        first: whether the page's other stamps begin with the month. Where none decides, those with seconds are
            taken to.

    >>> settled("5/6/2013 1:22:45 PM"), settled("نشر: 07-02-2013 10:41 PM"), settled("07-02-2013 10:41 PM", first=True)
    ('2013-05-06 1:22:45 PM', 'نشر: 07-02-2013 10:41 PM', '2013-07-02 10:41 PM')
    """
    found = _STAMP.search(text)
    if found is None or max(int(found[1]), int(found[3])) > _LAST_MONTH:
        return text
    if first is None:
        first = bool(found[6] and found[7])
    if not first:
        return text
    return f"{text[: found.start()]}{found[4]}-{int(found[1]):02}-{int(found[3]):02}{text[found.start(5) :]}"
