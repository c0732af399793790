"""Three hundred saved pages in a folder, as an archive of twenty years has them: good, doubled, packed and broken.

All of them come from samples/ and tests/pages. Each article is another one: its sentences are followed by sentences of
its own, which hold a number that stands on no other page, so that it can be found in whatever a tool writes.
"""

from __future__ import annotations

import gzip
import io
import os
import quopri
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import SMTP
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ROOT = Path(__file__).resolve().parent.parent
MARK = re.compile(rb"(?<!\d)(7\d{4}|7\d\.\d{3})(?!\d)")
"""What tells one page from all others; with a point where a page is to differ from the next in figures alone."""

_END = re.compile(r"(?<=[\u0600-\u06ff])\.(?=\s*(?:<|\n|\Z))")
_CHARSET = re.compile(r"""<meta[^>]+charset=["']?[\w-]+[^>]*>""", re.IGNORECASE)
_WORDS = (
    "المدينة القرية الوادي الجسر السوق الميناء المدرسة المكتبة المسرح الحديقة المصنع المزرعة القلعة المتحف الملعب "
    "الطريق النهر البحر الجبل السهل المطار المحطة المرصد البرج السد القناة البئر الحقل الغابة الجزيرة"
).split()
_HARVEST = "الطماطم الخيار الباذنجان البطاطا الجزر الملفوف البصل الثوم الليمون البرتقال العنب الرمان".split()
_LISTS = (
    "sanabel-news.example/home",
    "rassad.example/category-ports",
    "bahrmedia.example/tag-theatre",
    "bawabat-aljanoub.example/sitemap",
    "muntada-alhadath.example/thread-list",
    "ufuq.example/search",
    "nawafidh.example/author-joud",
    "malaeb.example/scores",
    "furas.example/jobs",
    "qanat-alrahba.example/videos",
)


@dataclass(frozen=True, slots=True)
class Input:
    """One of the three hundred.

    Attributes:
        kind: which row of the table it is in.
        path: below the folder.
        articles: the marks of the articles in it; none where it holds no article.
        marks: of all pages in it that have one, also those that are no article.
    """

    kind: str
    path: str
    articles: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


def make(folder: Path) -> list[Input]:
    """Write the inputs; the same bytes every time."""
    return _Maker(folder).all()


def _sentence(number: int, at: int) -> str:
    one, two, three = (_WORDS[(number * step + at * (step + 2)) % len(_WORDS)] for step in (1, 7, 11))
    sentences = (
        f"وافتتحت البلدية في الأسبوع الماضي مشروع {one} رقم {number} قرب {two} بحضور سكان الحي المجاور {three}.",
        f"ويأمل أصحاب المتاجر حول {two} أن يعود الزوار بعد انتهاء أعمال {one} التي تحمل الرقم {number} في السجل.",
        f"وشارك عشرات العمال من {three} في أعمال {two}، وسجلت اللجنة الملف تحت الرقم {number} قبل افتتاح {one}.",
    )
    return sentences[at % len(sentences)]


def varied(page: str, number: int) -> str:
    """The page with a sentence of its own behind each of its paragraphs."""
    ends = 0

    def more(match: re.Match[str]) -> str:
        nonlocal ends
        ends += 1
        return f". {_sentence(number, ends)}"

    return _END.sub(more, page)


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1256")


class _Maker:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._samples = [_text(path) for path in sorted(ROOT.glob("samples/*/page.html"))]
        self._plain = _text(ROOT / "samples/text-fishermen/page.txt")
        self._inputs: list[Input] = []
        self._number = 70_000
        self._random = random.Random(1)

    def all(self) -> list[Input]:
        for step in (
            self._nested, self._same_names, self._windows_1256, self._mhtml, self._gzip, self._text_files,
            self._copies, self._bulletins, self._lists, self._broken,
        ):  # fmt: skip
            step()
        assert len(self._inputs) == 300, len(self._inputs)
        return self._inputs

    def _page(self) -> tuple[str, str]:
        """Another article, and its mark."""
        self._number += 1
        page = varied(self._samples[self._number % len(self._samples)], self._number)
        return re.sub(r"charset=(['\"]?)windows-1256", r"charset=\1utf-8", page), str(self._number)

    def _put(self, kind: str, path: str | bytes, data: bytes, *marks: str, article: bool = True) -> None:
        where = os.path.join(os.fsencode(self._folder), os.fsencode(path))
        os.makedirs(os.path.dirname(where), exist_ok=True)
        with open(where, "wb") as stream:
            stream.write(data)
        self._note(kind, os.fsdecode(path), *marks, article=article)

    def _note(self, kind: str, path: str, *marks: str, article: bool = True) -> None:
        self._inputs.append(Input(kind, path, marks if article else (), marks))

    def _nested(self) -> None:
        for number in range(140):
            page, mark = self._page()
            path = f"news/{2004 + number % 9}/{number % 12 + 1:02}/{_WORDS[number % 30]}/story-{number}.html"
            self._put("HTML in nested folders", path, page.encode(), mark)

    def _same_names(self) -> None:
        kind = "same names: 2004/index.html, 2005/index.html; a.html, a.htm, A.html, a.xhtml"
        names = [f"years/{year}/index.html" for year in range(2004, 2024)]
        names += [f"beside/{folder}/{name}" for folder in range(5) for name in ("a.html", "a.htm", "A.html", "a.xhtml")]
        for name in names:
            page, mark = self._page()
            self._put(kind, name, page.encode(), mark)

    def _windows_1256(self) -> None:
        for number in range(20):
            page, mark = self._page()
            declared = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
            page = _CHARSET.sub(declared if number % 2 else "", page, count=1)
            raw = page.encode("cp1256", "xmlcharrefreplace")
            self._put("windows-1256, half of them without a declaration", f"old/{number}.htm", raw, mark)

    def _mhtml(self) -> None:
        for number in range(20):
            page, mark = self._page()
            self._put("MHTML", f"mhtml/{number}.{'mht' if number % 2 else 'mhtml'}", _saved_by_browser(page), mark)

    def _gzip(self) -> None:
        for number in range(20):
            page, mark = self._page()
            self._put(".html.gz", f"packed/{number}.html.gz", gzip.compress(page.encode(), mtime=0), mark)

    def _text_files(self) -> None:
        for number in range(15):
            self._number += 1
            page = varied(self._plain, self._number)
            self._put("plain text", f"text/{number}.txt", page.encode(), str(self._number))

    def _copies(self) -> None:
        for original in self._inputs[:10]:
            raw = (self._folder / original.path).read_bytes()
            self._put("same bytes under another name", f"copies/{Path(original.path).name}", raw, *original.articles)

    def _bulletins(self) -> None:
        for number in range(10):
            mark = f"71.{number:03}"
            prices = [f"<p>وبلغ سعر {kind} {(number * 7 + at * 13) % 90 + 10}.5 ليرة للكيلو.</p>"
                      for at, kind in enumerate(_HARVEST)]  # fmt: skip
            page = (
                '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
                "<title>أسعار الخضار والفاكهة في سوق الهال</title></head><body><article>"
                f"<h1>أسعار الخضار والفاكهة في سوق الهال</h1><p>سجلت أسعار الخضار والفاكهة صباح اليوم في سوق الهال "
                f"المركزي تفاوتا بين الأصناف بعد وصول {mark} طن من المزارع المحيطة بالمدينة.</p>{''.join(prices)}"
                "</article></body></html>"
            )
            self._put("price bulletins: same words, other figures", f"prices/{number}.html", page.encode(), mark)

    def _lists(self) -> None:
        for name in _LISTS:
            page = (ROOT / f"tests/pages/{name}/page.html").read_bytes()
            self._put("no article: home, category, search, jobs …", f"lists/{name.replace('/', '-')}.html", page)

    def _broken(self) -> None:
        for name, spoil in _SPOILT.items():
            page, mark = self._page()
            raw, whole = spoil(page.encode(), self._random)
            self._put(f"broken: {name}", f"broken/{re.sub('[ ,]+', '-', name)}.html", raw, mark, article=whole)
        page, mark = self._page()
        cut = gzip.compress(page.encode(), mtime=0)
        self._put("broken: gzip cut off", "broken/cut.html.gz", cut[: len(cut) // 2], mark, article=False)
        odd = (b"broken/invalid-\xff\xfe.html", "broken/line\nfeed.html", f"broken/{'ط' * 122}x.html")
        for kind, path in zip(("name is not UTF-8", "line feed in its name", "name of 250 bytes"), odd, strict=True):
            page, mark = self._page()
            self._put(f"broken: {kind}", path, page.encode(), mark)
        (self._folder / "broken/dangling.html").symlink_to("nowhere.html")
        self._note("broken: link that leads nowhere", "broken/dangling.html")
        (self._folder / "broken/loop").symlink_to("../broken")
        self._note("broken: folder linked into itself", "broken/loop")
        self._containers()

    def _containers(self) -> None:
        pages = [self._page() for _ in range(3)]
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for at, (page, _) in enumerate(pages):
                archive.writestr(zipfile.ZipInfo(f"pages/{at}.html"), page.encode(), zipfile.ZIP_DEFLATED)
        self._put("zip with 3 pages", "containers/pages.zip", packed.getvalue(), *(mark for _, mark in pages))
        pages = [self._page() for _ in range(3)]
        raw = io.BytesIO()
        writer = WARCWriter(raw, gzip=True)
        for at, (page, _) in enumerate(pages):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    f"http://warraq.example/{at}.html",
                    "response",
                    payload=io.BytesIO(page.encode()),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2011-05-01T00:00:00Z", "WARC-Record-ID": f"<urn:uuid:{at}>"},
                )
            )
        self._put("WARC with 3 pages", "containers/crawl.warc.gz", raw.getvalue(), *(mark for _, mark in pages))


def _saved_by_browser(page: str) -> bytes:
    """MHTML, with the page's text as quoted-printable and a picture."""
    whole = MIMEMultipart("related", type="text/html", boundary="----MultipartBoundary--warraq----")
    whole["From"] = "<Saved by Blink>"
    whole["Subject"] = "saved"
    whole["Snapshot-Content-Location"] = "https://warraq.example/story.html"
    html = MIMENonMultipart("text", "html", charset="utf-8")
    html["Content-Location"] = "https://warraq.example/story.html"
    html["Content-Transfer-Encoding"] = "quoted-printable"
    html.set_payload(quopri.encodestring(page.encode()).decode("ascii"))
    picture = MIMEImage(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "gif")
    picture["Content-Location"] = "https://warraq.example/1.gif"
    whole.attach(html)
    whole.attach(picture)
    return whole.as_bytes(policy=SMTP)


Spoil = Callable[[bytes, random.Random], tuple[bytes, bool]]
_SPOILT: dict[str, Spoil] = {
    "empty file": lambda raw, chance: (b"", False),
    "picture called html": lambda raw, chance: (b"\x89PNG\r\n\x1a\n" + chance.randbytes(40_000), False),
    "html cut off": lambda raw, chance: (raw[: len(raw) * 2 // 3], True),
    "1 MB of garbage": lambda raw, chance: (chance.randbytes(2**20), False),
    "elements 100000 deep": lambda raw, chance: (
        raw.replace(b"<body", b"<body>" + b"<div>" * 100_000 + b"<p", 1), False
    ),
    "declared UTF-8, is windows-1256": lambda raw, chance: (raw.decode().encode("cp1256", "xmlcharrefreplace"), True),
    "NUL bytes in the text": lambda raw, chance: (raw.replace(" و".encode(), " \0و".encode()), True),
}  # fmt: skip
"""What is done to a page, and whether an article is left in it."""
