"""From bytes to characters: which encoding, on what evidence, and what had to be mended.

Candidates are tried in the order byte order mark, container or HTTP charset, meta, UTF-8, statistics; the first that
gives plausible text wins, so a wrong declaration loses. The text is then freed of mojibake (only on strong evidence)
and of what the Wayback Machine put in.
"""

from __future__ import annotations

from dataclasses import replace

from warraq.decode.ladder import choose
from warraq.decode.mojibake import mend
from warraq.decode.reading import Reading
from warraq.decode.wayback import unwrap
from warraq.errors import PageFault
from warraq.model import DecodedPage, Limits, RawPage, Reason, Stage

__all__ = ["decode"]

_DEFAULTS = Limits()
_SPACE = b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xfe\xff"


def decode(page: RawPage, limits: Limits = _DEFAULTS) -> DecodedPage:
    r"""Decode one page.

    Args:
        page: its bytes, and the charset that its container states, if any.
        limits: ``page_bytes`` is the most that is decoded.

    Returns:
        The text, with ``source.encoding`` (WHATWG name, lower case), ``source.encoding_evidence`` (which rule decided
        and how many characters were replaced) and ``repairs``: ``mojibake:…`` (the wrong reading undone),
        ``mixed:windows-1256`` (pieces in another encoding), ``nul`` (NUL characters dropped), ``wayback:toolbar``,
        ``wayback:links``.

    Raises:
        PageFault: nothing to decode (``empty``), no text (``undecodable``), or too many bytes (``too_large``).

    >>> from warraq.model import Source
    >>> page = decode(RawPage(Source(), '<meta charset="utf-8"><p>وصل الوفد إلى المدينة</p>'.encode("cp1256")))
    >>> page.text[22:], page.source.encoding, page.source.encoding_evidence
    ('<p>وصل الوفد إلى المدينة</p>', 'windows-1256', 'statistics windows-1256 (meta utf-8 refused), 0 replaced')
    """
    if len(page.body) > limits.page_bytes:
        raise PageFault(
            Stage.DECODE,
            Reason.TOO_LARGE,
            f"the page has {len(page.body)} bytes, more than the {limits.page_bytes} allowed; raise the limit",
        )
    if not page.body.strip(_SPACE):
        raise PageFault(Stage.DECODE, Reason.EMPTY, "the page has no bytes but white space; save it again")
    reading = choose(page.body, page.charset_hint)
    text, repairs = reading.text, list(reading.repairs)
    if b"\x00" in page.body and "\x00" in text:
        text = text.replace("\x00", "")
        repairs.append("nul")
    mended = mend(text)
    text = mended.text
    repairs += mended.repairs
    if b"/web/" in page.body or "16" in reading.encoding:  # bytes are searched twice as fast as characters
        unwrapped = unwrap(text)
        text = unwrapped.text
        repairs += unwrapped.repairs
    source = replace(page.source, encoding=reading.encoding, encoding_evidence=_evidence(reading))
    return DecodedPage(source, text, tuple(repairs), reading.utf8 if text is reading.text else b"")


def _evidence(reading: Reading) -> str:
    refused = f" ({', '.join(reading.refused)} refused)" if reading.refused else ""
    return f"{reading.rule} {reading.encoding}{refused}, {reading.replaced} replaced"
