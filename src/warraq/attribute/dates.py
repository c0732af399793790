"""Words of dates, times and counters, which may share a line with a byline and belong to no name."""

from __future__ import annotations

import re

from warraq.letters import fold

_WORDS = (
    "الموافق صباحا مساء ص م ه هـ منذ قبل يناير فبراير مارس ابريل مايو يونيو يونيه يوليو يوليه اغسطس سبتمبر اكتوبر "
    "نوفمبر ديسمبر كانون شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين الاول الثاني جانفي فيفري افريل "
    "ماي جوان جويليه اوت محرم صفر ربيع الاخر جمادي رجب شعبان رمضان شوال ذو ذي القعده الحجه الاحد الاثنين "
    "الثلاثاء الاربعاء الخميس الجمعه السبت ساعه ساعات دقيقه دقايق دقائق يوم ايام اليوم اسبوع اسابيع شهر "
    "اشهر سنه تعليق تعليقات التعليقات مشاهده مشاهدات زياره قراءه قراءات اخر تحديث نشر في تاريخ النشر "
    "بتاريخ الساعه بتوقيت غرينتش جرينتش القدس المحتله gmt am pm utc january february march april may june "
    "july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun منتصف الليل لا "
    "يوجد وقت القراءه"
)
_KNOWN = frozenset(_WORDS.split())
_NUMBER = re.compile(r"\d+[مه]?")
_CUT = re.compile(r"[^\w]+")


def counted(text: str) -> bool:
    """Say whether a text is only a date, a time or a counter.

    >>> counted("25 مارس 2024"), counted("3 تعليقات"), counted("25 قتيلا")
    (True, True, False)
    """
    words = [word for word in _CUT.split(fold(text)) if word]
    return all(word in _KNOWN or _NUMBER.fullmatch(word) for word in words)
