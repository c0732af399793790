"""Which encoding, on what evidence, and what is mended."""

from __future__ import annotations

import html

import pytest

from warraq.decode import decode
from warraq.errors import PageFault
from warraq.model import DecodedPage, Limits, RawPage, Reason, Source, Stage

TEXT = (
    "افتتح المحافظ سالم الهاشمي صباح اليوم الجسر الجديد على النهر، وقال إن العمل فيه استغرق ثلاث سنوات. "
    "وأضاف «أن الجسر سيخفف الازدحام في وسط المدينة»، مشيرا إلى أن كلفته بلغت 12 مليون دينار. "
    "ومن جهتها أكدت مديرة الأشغال هدى الكعبي أن المشروع أنجز قبل موعده، وأن مشاريع أخرى ستبدأ خلال العام المقبل؛ "
    "فهل تكفي هذه الطرق لحل المشكلة؟"
)
ENCODINGS = {"windows-1256": "cp1256", "iso-8859-6": "iso8859-6", "x-mac-arabic": "mac_arabic", "utf-8": "utf-8"}


def markup(declared: str | None, text: str = TEXT) -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    return f'<html dir="rtl"><head>{meta}<title>خبر</title></head><body class="news"><p>{text}</p></body></html>'


def encoded(text: str, encoding: str) -> bytes:
    """Bytes of an encoding; what it lacks as numeric references; ASCII always as ASCII."""
    codec = ENCODINGS.get(encoding, encoding)
    return b"".join(c.encode("ascii" if c.isascii() else codec, "xmlcharrefreplace") for c in text)


def read(body: bytes, hint: str | None = None) -> DecodedPage:
    return decode(RawPage(Source(), body, hint), Limits())


@pytest.mark.parametrize(
    "declared", [None, "utf-8", "windows-1256", "iso-8859-1", "windows-1252", "iso-8859-6", "koi8-r"]
)
@pytest.mark.parametrize("actual", ["windows-1256", "iso-8859-6", "utf-8", "cp720"])
def test_a_declaration_wins_only_if_it_is_right(actual: str, declared: str | None) -> None:
    page = markup(declared)
    result = read(encoded(page, actual))
    assert html.unescape(result.text) == page
    assert result.source.encoding == actual
    evidence = result.source.encoding_evidence or ""
    assert evidence.endswith(", 0 replaced")
    if declared == actual:
        assert evidence == f"meta {actual}, 0 replaced"
    elif declared and not (actual == "utf-8" and declared is None):
        assert "refused" in evidence


def test_the_bytes_in_utf8_are_those_of_the_text_or_none() -> None:
    page = markup("utf-8")
    body = page.encode()
    assert read(body).utf8 == read(b"\xef\xbb\xbf" + body).utf8 == body
    damaged = "<p>" + "وقال المتحدث إن الوفد وصل إلى المدينة ".encode().decode("cp1256") * 9
    for other in (damaged.encode(), body + b"\x00", body + b"\xff", encoded(page, "windows-1256"), b"<p>ascii"):
        assert read(other).utf8 == b""


def test_the_container_is_believed_before_the_page_and_only_if_right() -> None:
    body = encoded(markup("windows-1252"), "windows-1256")
    assert read(body, "windows-1256").source.encoding_evidence == "container windows-1256, 0 replaced"
    assert read(body, "utf-8").source.encoding == "windows-1256"
    wrong = read(encoded(markup("windows-1256"), "windows-1256"), "iso-8859-6").source.encoding_evidence
    assert wrong == "meta windows-1256 (container iso-8859-6 refused), 0 replaced"


@pytest.mark.parametrize(
    ("encoding", "evidence"),
    [
        ("utf-8-sig", "BOM utf-8, 0 replaced"),
        ("utf-16", "BOM utf-16le, 0 replaced"),
        ("utf-32", "BOM utf-32le, 0 replaced"),
        ("utf-16-le", "statistics utf-16le, 0 replaced"),
        ("utf-16-be", "statistics utf-16be, 0 replaced"),
    ],
)
def test_byte_order_marks_and_wide_encodings(encoding: str, evidence: str) -> None:
    page = markup(None)
    result = read(page.encode(encoding))
    assert (result.text, result.source.encoding_evidence) == (page, evidence)


def test_a_mark_for_utf8_before_other_bytes_loses() -> None:
    page = markup(None)
    result = read(b"\xef\xbb\xbf" + page.encode("cp1256"))
    assert (result.text, result.source.encoding) == (page, "windows-1256")


def test_utf8_with_bad_bytes_stays_utf8_and_says_how_many() -> None:
    body = markup("utf-8").encode().replace("سنوات".encode(), "سنوات".encode()[:-1]).replace("؟".encode(), b"\xff")
    result = read(body)
    assert result.source.encoding_evidence == "meta utf-8, 2 replaced"
    assert result.text.count("\ufffd") == 2
    assert "افتتح المحافظ سالم الهاشمي" in result.text


def test_a_bare_no_break_space_in_utf8_is_one() -> None:
    result = read(
        markup("utf-8").encode().replace("الجسر الجديد".encode(), "الجسر".encode() + b"\xa0" + "الجديد".encode())
    )
    assert "الجسر\N{NO-BREAK SPACE}الجديد" in result.text
    assert result.source.encoding_evidence == "meta utf-8, 0 replaced"


def test_a_byte_that_a_browser_wrote_as_a_reference_is_joined_again() -> None:
    body = markup("utf-8", TEXT + " سنة ٢٠٠٥ تشرين\N{NO-BREAK SPACE}الأول").encode().replace(b"\xa0", b"&nbsp;")
    result = read(body)
    assert "سنة ٢٠٠٥ تشرين\N{NO-BREAK SPACE}الأول" in result.text
    assert result.source.encoding_evidence == "meta utf-8, 0 replaced"


def test_replacement_characters_of_the_page_itself_are_not_counted() -> None:
    result = read(markup("utf-8", TEXT + "\ufffd").encode())
    assert result.source.encoding_evidence == "meta utf-8, 0 replaced"


def test_words_of_another_encoding_inside_utf8_are_read() -> None:
    body = markup("utf-8", TEXT + "<b>#</b>").encode().replace(b"#", "حقوق النشر محفوظة".encode("cp1256"))
    result = read(body)
    assert "<b>حقوق النشر محفوظة</b>" in result.text
    assert result.repairs == ("mixed:windows-1256",)


def test_numeric_references_are_left_to_the_parser() -> None:
    body = encoded(markup(None), "ascii")
    assert read(body).text == body.decode()


def test_a_page_of_ascii_and_a_latin_page() -> None:
    assert read(b"<p>hello</p>").source.encoding_evidence == "ascii utf-8, 0 replaced"
    latin = read("<p>Le président a été reçu à l'hôtel de ville, où siège l'assemblée élue.</p>".encode("cp1252"))
    assert "président a été" in latin.text
    assert latin.source.encoding == "windows-1252"


@pytest.mark.parametrize("label", ["undefined", "charmap", "unicode_escape", "base64", "cp037", "x" * 5000, "é", ""])
def test_labels_that_are_no_encoding_of_a_page(label: str) -> None:
    page = f'<meta charset="{label}"><p>{TEXT}</p>'
    assert read(encoded(page, "windows-1256"), label).text.endswith(f"<p>{TEXT}</p>")
    assert read(b"<p>a", label).text == "<p>a"


def test_text_in_windows_1256_with_few_words() -> None:
    assert read("<title>عاجل</title><p>مقتل شخصين</p>".encode("cp1256")).text == "<title>عاجل</title><p>مقتل شخصين</p>"


def as_1252(body: bytes) -> str:
    """As browsers read it: the bytes that it lacks are control characters."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in body)


@pytest.mark.parametrize(
    ("damaged", "repair"),
    [
        (markup("utf-8").encode().decode("cp1256"), "mojibake:cp1256"),
        (as_1252(markup("utf-8").encode()), "mojibake:cp1252"),
        (markup("utf-8").encode().decode("latin-1"), "mojibake:cp1252"),
        (as_1252(markup("utf-8").encode("cp1256")), "mojibake:1256-as-1252"),
    ],
)
def test_mojibake_of_a_whole_page_is_undone(damaged: str, repair: str) -> None:
    result = read(damaged.encode())
    assert result.text == markup("utf-8")
    assert result.repairs == (repair,)


def test_mojibake_saved_twice_is_undone() -> None:
    page = markup("utf-8")
    once = page.encode().decode("latin-1")
    result = read(once.encode().decode("latin-1").encode())
    assert result.text == page
    assert result.repairs == ("mojibake:cp1252", "mojibake:cp1252")


def test_right_letters_in_a_damaged_page_stay() -> None:
    page = markup("utf-8", TEXT.encode().decode("cp1256") + " — تصوير: ليلى")
    result = read(page.encode())
    assert TEXT in result.text
    assert "تصوير: ليلى" in result.text


@pytest.mark.parametrize("line", [TEXT.encode().decode("cp1256"), TEXT.encode().decode("latin-1")])
def test_one_damaged_line_of_a_good_page_is_left_alone(line: str) -> None:
    page = markup("utf-8", TEXT * 4 + "<br>" + line)
    result = read(page.encode())
    assert result.text == page
    assert result.repairs == ()


def test_text_full_of_the_letters_that_mark_damage_is_not_touched() -> None:
    page = markup("utf-8", "طلب ظافر عطية غلظ الظن عطّل الخطط، «طغى» العطش وعظّم الغيظ " * 20)
    assert read(page.encode()).text == page


def test_a_page_in_a_latin_script_with_such_letters_is_not_touched() -> None:
    page = "<p>" + "Ångström Übermaß Çelik Ñandú Åse Øystein Éire Ísland Úlfur " * 30 + "</p>"
    assert read(page.encode()).text == page


def test_nul_characters_are_dropped() -> None:
    result = read(markup("utf-8", "وصل\x00 الوفد " + TEXT).encode())
    assert "وصل الوفد" in result.text
    assert result.repairs == ("nul",)


def test_the_wayback_machines_toolbar_and_links_are_taken_out() -> None:
    page = markup(
        "utf-8",
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>53 captures</div><!-- END WAYBACK TOOLBAR INSERT -->"
        '<a href="/web/20160301123456/http://example.com/a">أ</a><img src="https://web.archive.org/web/20160301123456im_/'
        'http://example.com/b.png">' + TEXT + "<!-- FILE ARCHIVED ON 12:34:56 Mar 01, 2016 -->",
    )
    result = read(page.encode())
    assert "captures" not in result.text
    assert 'href="http://example.com/a"' in result.text
    assert 'src="http://example.com/b.png"' in result.text
    assert result.repairs == ("wayback:toolbar", "wayback:links")


def test_a_link_to_the_archive_on_a_page_of_today_stays() -> None:
    page = markup("utf-8", '<a href="https://web.archive.org/web/20160301123456/http://example.com/a">نسخة</a>' + TEXT)
    assert read(page.encode()).text == page


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\t\x00", Reason.EMPTY),
        (b"\xef\xbb\xbf  \n", Reason.EMPTY),
        (bytes(range(256)) * 40, Reason.UNDECODABLE),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 250)) * 40, Reason.UNDECODABLE),
        (b"x" * 2000, Reason.TOO_LARGE),
    ],
)
def test_what_cannot_be_decoded_is_a_fault_with_a_reason(body: bytes, reason: Reason) -> None:
    with pytest.raises(PageFault) as fault:
        decode(RawPage(Source(), body), Limits(page_bytes=1000 if reason is Reason.TOO_LARGE else 10**6))
    assert (fault.value.stage, fault.value.reason) == (Stage.DECODE, reason)
