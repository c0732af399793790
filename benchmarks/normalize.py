"""Speed of the profiles against ``ftfy.fix_text``, all in one run: ``python benchmarks/normalize.py``.

The 5 MB are made of the project's own samples where they are, else of the sentences below, with every fifth paragraph
vocalised, stretched, shaped or full of direction marks, as old pages are.
"""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import ftfy

from warraq.arabic.normalize import apply, normalize
from warraq.model import Profile

SIZE = 5_000_000
SENTENCES = (
    "قالت وزيرة المياه إن السد الجديد سيبدأ التخزين في الخامس عشر من الشهر المقبل، وإن كلفته بلغت 3.5 مليون دينار.",
    "وأضافت في تصريح لـ«وكالة الضفاف»: «لم نسجل أي تسرب منذ بدء التجارب، ونسبة الإنجاز 98%».",
    "من جهته، أكّد رئيس البلدية أنّ الطريق الساحلي سيفتح أمام السير عند الساعة 10:30 صباحا.",
    "وبحسب بيان صدر أمس، شملت الحملة 1,250 شخصا في 12 قرية ؛ ولم تسجل إصابات .",
    "وكانت اللجنة (التي تضم خبراء من الجامعة) قد أوصت بتأجيل الأعمال إلى ما بعد موسم الأمطار…",
)
WORN = (
    "سُمِعَتْ أصواتٌ بَعيدةٌ عِندَ مُنتصفِ اللَّيلِ ، ثُمَّ عادَ الهُدوءُ .",
    "\N{RIGHT-TO-LEFT MARK}العـــربية تبث من بـ15 مدينة – 1445هـــ \N{LEFT-TO-RIGHT MARK}+3.5%\N{LEFT-TO-RIGHT MARK}",
    "ﺃﻛﺪ ﻣﺼﺪﺭ ﻣﺤﻠﻲ ﺃﻥ ﺍﻷﻋﻤﺎﻝ ﺗﻮﻗﻔﺖ",
    "زار الوزیر المدینة علی رأس وفد کبیر\N{NO-BREAK SPACE}،\N{NO-BREAK SPACE}في ٢٥/٣/٢٠٢٤",
)


def paragraphs() -> Iterator[str]:
    """Paragraphs without end."""
    samples = sorted(Path(__file__).parents[1].glob("samples/**/*.html"))
    plain = [text for page in samples for text in _lines(page)] or list(SENTENCES)
    number = 0
    while True:
        yield WORN[number // 5 % len(WORN)] if number % 5 == 4 else plain[number % len(plain)]
        number += 1


def _lines(page: Path) -> list[str]:
    """The Arabic lines of a page, without its markup."""
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", "\n", page.read_bytes().decode("utf-8", "ignore"), flags=re.S)
    return [line.strip() for line in text.split("\n") if len(line) > 60 and re.search("[ء-ي]", line)]


def corpus() -> list[str]:
    """Texts of the size of an article, 5 MB of UTF-8 in all."""
    source, texts, size = paragraphs(), [], 0
    while size < SIZE:
        text = "\n\n".join(next(source) for _ in range(20))
        texts.append(text)
        size += len(text.encode())
    return texts


def megabytes_per_second(work: Callable[[str], object], texts: list[str]) -> float:
    """The best of three runs over all texts."""
    size, best = sum(len(text.encode()) for text in texts), float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for text in texts:
            work(text)
        best = min(best, time.perf_counter() - start)
    return size / best / 1e6


def main() -> None:
    """Print a line for every way, with its ratio to ftfy."""
    texts = corpus()
    ways: dict[str, tuple[Callable[[str], object], float]] = {
        "clean": (lambda text: apply(text, Profile.CLEAN), 3),
        "clean with offsets": (lambda text: normalize(text, Profile.CLEAN), 1.5),
        "clean, all offsets listed": (lambda text: list(normalize(text, Profile.CLEAN).offsets), 0),
        "nlp": (lambda text: apply(text, Profile.NLP), 1),
        "search": (lambda text: apply(text, Profile.SEARCH), 1),
        "search with offsets": (lambda text: normalize(text, Profile.SEARCH), 0),
    }
    base = megabytes_per_second(ftfy.fix_text, texts)
    print(f"{len(texts)} texts, {sum(len(text.encode()) for text in texts) / 1e6:.1f} MB")
    print(f"{'ftfy.fix_text':28}{base:7.1f} MB/s")
    for name, (work, least) in ways.items():
        speed = megabytes_per_second(work, texts)
        goal = f"(at least {least})" if least else ""
        print(f"{name:28}{speed:7.1f} MB/s  {speed / base:5.1f} times {goal}")


if __name__ == "__main__":
    main()
