"""Tells lines that count back from now, which state no day by themselves."""

from __future__ import annotations

import re

from warraq.letters import fold

RELATIVE = re.compile(
    r"\b(?:منذ|قبل|من)\s.{0,12}(?:ثاني|ثوان|دقيق|دقائق|دقايق|ساع|يوم|ايام|اسبوع|اسابيع|شهر|اشهر|شهور|سنه|سنوات|عام|اعوام)"
    r"|\b(?:امس|البارحه|yesterday|today)\b|\bago\b|\bil y a\b"
    r"|^\W{0,3}(?:\d{1,3}\s)?(?:ايام|ساعات|دقايق|يوم|ساعه|دقيقه|اسبوع|اسابيع)\sمض"
)
"""Matches folded text."""


def is_relative(text: str) -> bool:
    """Tell whether a line counts back from now.

    >>> is_relative("منذ 3 ساعات"), is_relative("24 أغسطس, 12:53")
    (True, False)
    """
    return bool(RELATIVE.search(fold(text)))
