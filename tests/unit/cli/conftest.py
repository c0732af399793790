"""Saved pages made for the test, and ways to run the command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from warraq.cli import main

NUMBERS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
SENTENCES = (
    "بلغت المياه حافة سد الوادي {n} فجر اليوم بعد ليلة من الأمطار الغزيرة التي لم تتوقف إلا عند الصباح.",
    "وفتح المهندسون بوابات السد {n} واحدة بعد أخرى حتى لا يزيد الضغط على الجدار القديم في طرفه الشرقي.",
    "وقال مدير السد {n} سالم الهاشمي إن المنسوب لم يصل إلى هذا الحد منذ اكتمل البناء قبل ثلاثين عاما.",
    "وأضاف أن الفرق تراقب القرى الواقعة أسفل الوادي، وأن المدارس فيها ستبقى مغلقة حتى نهاية الأسبوع.",
    "وينتظر المزارعون حول السد {n} أن تكفي المياه حقولهم صيفا كاملا بعد ثلاث سنوات من الجفاف الشديد.",
)


def html(number: int) -> str:
    """A page of an article, each number another text."""
    name = NUMBERS[number % len(NUMBERS)]
    headline = f"سد الوادي {name} يمتلئ للمرة الأولى منذ ثلاثين عاما"
    text = "".join(f"<p>{sentence.format(n=name)}</p>" for sentence in SENTENCES)
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{headline}</title></head><body>'
        f'<nav><a href="/">الرئيسية</a><a href="/a">محليات</a></nav><article><h1>{headline}</h1>{text}</article>'
        "<footer>جميع الحقوق محفوظة</footer></body></html>"
    )


HOME = (
    '<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>الضفاف - الرئيسية</title></head>'
    '<body class="home blog">'
    + "".join(
        f'<div class="card"><h3><a href="/{n}">افتتاح الجسر رقم {n} بعد أعوام من العمل</a></h3>'
        f"<p>عبرت السيارات الجسر رقم {n} للمرة الأولى، وينتظر السكان افتتاح الطريق المؤدي إليه.</p></div>"
        for n in range(30)
    )
    + "</body></html>"
)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with three articles, one of them in a folder of its own."""
    folder = tmp_path / "pages"
    (folder / "2004").mkdir(parents=True)
    (folder / "a.html").write_text(html(0), "utf-8")
    (folder / "b.html").write_text(html(1), "utf-8")
    (folder / "2004" / "c.html").write_text(html(2), "utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A page that is no article."""
    path = tmp_path / "home.html"
    path.write_text(HOME, "utf-8")
    return path


@pytest.fixture
def warraq() -> Callable[..., Result]:
    """Runs ``warraq`` in this process; takes its arguments and ``input``."""

    def run(*args: object, input: bytes | None = None) -> Result:
        result = CliRunner().invoke(main, [str(arg) for arg in args], input=input)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def process() -> Callable[..., subprocess.Popen[bytes]]:
    """Starts ``warraq`` as a process of its own; takes its arguments and what Popen takes."""

    def start(*args: object, env: dict[str, str] | None = None, **options: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "warraq", *map(str, args)]
        streams = {name: options.pop(name, subprocess.PIPE) for name in ("stdin", "stdout", "stderr")}
        return subprocess.Popen(command, env={**os.environ, **(env or {})}, **streams, **options)  # type: ignore[call-overload,no-any-return]

    return start
