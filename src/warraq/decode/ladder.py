"""Which encoding the bytes of a page are in.

The first candidate that gives plausible text wins: byte order mark, the container's or HTTP's charset, meta, UTF-8,
statistics. Bytes that are valid UTF-8 throughout and hold Arabic are nothing else, so that question is asked once,
before the ladder, and settles most pages in one step.
"""

from __future__ import annotations

import codecs
import re

from warraq.decode.labels import codec, declared_encoding, name_of
from warraq.decode.plausible import Shape, sample, shape
from warraq.decode.reading import Claim, Reading, lossy
from warraq.decode.utf8 import mostly_utf8
from warraq.errors import PageFault
from warraq.model import Reason, Stage

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_ARABIC_ENCODINGS = ("windows-1256", "iso-8859-6", "x-mac-arabic", "cp720")
"""What statistics choose from, the more frequent first: on equal scores the first wins."""

_CONTROLS = bytes(n for n in range(32) if n not in b"\t\n\v\f\r\x1a\x1b\x00") + b"\x7f"
_ODD = re.compile("[\ufffd\u0080-\u009f]")
_BEYOND_DOUBT, _FEW = 1.6, 30
"""A score that no wrong reading of many words has: on re-encoded pages they stay below 1.3, right ones at 2."""

_CLEARLY = 0.35
"""By how much a declared encoding's score must lie below the best one's to lose although it looks plausible."""


def choose(body: bytes, hint: str | None) -> Reading:
    """Read the bytes of a page in the encoding that they are in.

    Args:
        body: not empty.
        hint: the charset label that the container or the HTTP header states.

    Raises:
        PageFault: these bytes are no text (``undecodable``).
    """
    mark = next(((mark, name) for mark, name in _MARKS if body.startswith(mark)), None)
    if mark and mark[1] != "utf-8":
        wide = _wide(body[len(mark[0]) :], mark[1], "BOM")
        if wide is not None:
            return wide
    elif mark:
        body = body[len(mark[0]) :]
    claims = _claims(body, hint, bool(mark and mark[1] == "utf-8"))
    if body.find(b"\x00") >= 0:
        for name in ("utf-16le", "utf-16be"):
            wide = _wide(body, name, "statistics")
            if wide is not None:
                return wide
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _ladder(body, claims)
    if text.isascii():
        _refuse_binary(body)
        claim = claims[0] if claims else Claim("ascii", "utf-8")
        return lossy(
            body, claim if body.decode(codec(claim.encoding), "replace") == text else Claim("ascii", "utf-8"), ()
        )
    return _valid_utf8(body, text, claims)


def _claims(body: bytes, hint: str | None, marked: bool) -> tuple[Claim, ...]:
    """What is declared, in the order in which it is believed; unknown labels are passed over."""
    labels = (("BOM", "utf-8" if marked else None), ("container", hint), ("meta", declared_encoding(body)))
    found: list[Claim] = []
    for rule, label in labels:
        name = name_of(label) if label else None
        if name and all(name != claim.encoding for claim in found):
            found.append(Claim(rule, name))
    return tuple(found)


def _wide(body: bytes, name: str, rule: str) -> Reading | None:
    """Read as UTF-16 or UTF-32, if that gives ASCII or Arabic and not the ideographs of a wrong reading."""
    head = body[:4096].decode(name, "replace")
    likely = sum(c.isascii() and c != "\x00" or "\u0600" <= c <= "\u06ff" for c in head)
    if likely < 0.7 * len(head):
        return None
    text = body.decode(name, "replace")
    return Reading(text, name, rule, text.count("\ufffd"))


def _valid_utf8(body: bytes, text: str, claims: tuple[Claim, ...]) -> Reading:
    """Strict UTF-8; only where a few sequences could be chance does another declared encoding get a hearing."""
    others = tuple(claim for claim in claims if claim.encoding != "utf-8")
    if others and len(text) > len(body) - 16:
        words = sample(body)
        if not shape(words.decode("utf-8", "replace")).is_arabic:
            for claim in others:
                if shape(words.decode(codec(claim.encoding), "replace")).is_arabic:
                    return lossy(body, claim, ())
    agreed = next((claim for claim in claims if claim.encoding == "utf-8"), None)
    refused = tuple(str(claim) for claim in others if agreed is None or claims.index(claim) < claims.index(agreed))
    return Reading(text, "utf-8", agreed.rule if agreed else "valid", 0, refused, utf8=body)


def _ladder(body: bytes, claims: tuple[Claim, ...]) -> Reading:
    """Bytes that are not strict UTF-8: declarations, UTF-8 with damage, statistics."""
    _refuse_binary(body)
    words = sample(body)
    shapes = _shapes(words)
    best = max(shapes, key=lambda name: shapes[name].score)
    refused: list[str] = []
    for claim in claims:
        if claim.encoding == "utf-8":
            reading = mostly_utf8(body, words, claim.rule)
        elif _holds(body, words, claim, shapes, best):
            reading = lossy(body, claim, tuple(refused))
        else:
            reading = None
        if reading is not None:
            return reading
        refused.append(str(claim))
    reading = mostly_utf8(body, words, "mostly")
    if reading is not None:
        return reading
    if shapes[best].is_arabic:
        return lossy(body, Claim("statistics", _apple_or_iso(body, best)), tuple(refused))
    if shape(words.decode("cp1252", "replace")).is_latin:
        return lossy(body, Claim("statistics", "windows-1252"), tuple(refused))
    return _last_resort(body, words, shapes[best], best, tuple(refused))


def _shapes(words: bytes) -> dict[str, Shape]:
    """What the words look like in each Arabic encoding, up to one in which they are beyond doubt."""
    shapes: dict[str, Shape] = {}
    for name in _ARABIC_ENCODINGS:
        shapes[name] = shape(words.decode(codec(name), "replace"))
        if shapes[name].score > _BEYOND_DOUBT and shapes[name].words > _FEW:
            break
    return shapes


def _apple_or_iso(body: bytes, best: str) -> str:
    """Tell MacArabic from ISO-8859-6: same letters, other signs, and what one lacks or has as a control is seen."""
    pair = ("iso-8859-6", "x-mac-arabic")
    if best not in pair:
        return best
    return min(pair, key=lambda name: len(_ODD.findall(body.decode(codec(name), "replace"))))


def _holds(body: bytes, words: bytes, claim: Claim, shapes: dict[str, Shape], rival: str) -> bool:
    """Whether a declared encoding gives plausible text, and no other clearly better text."""
    read, best = words.decode(codec(claim.encoding), "replace"), shapes[rival]
    seen = shapes.get(claim.encoding) or shape(read)
    if seen.words == 0:
        return "\ufffd" not in read
    if best.is_arabic and best.score - seen.score > _CLEARLY:
        return False
    if seen.is_arabic or seen.is_latin:
        return True
    return not best.is_arabic and claim.encoding != "windows-1252" and _decodes(body, claim.encoding)


def _decodes(body: bytes, name: str) -> bool:
    """Whether bytes are valid throughout: all that can be asked of a script that is not Arabic or Latin."""
    try:
        body.decode(codec(name))
    except UnicodeError:
        return False
    return True


def _last_resort(body: bytes, words: bytes, best: Shape, name: str, refused: tuple[str, ...]) -> Reading:
    """No candidate is plausible: a page of ASCII with some odd bytes is still read, anything else is refused."""
    if len(words) * 50 < len(body):
        text = body.decode("utf-8", "replace")
        return Reading(text, "utf-8", "mostly", text.count("\ufffd"), refused)
    raise PageFault(
        Stage.DECODE,
        Reason.UNDECODABLE,
        f"no encoding gives plausible text (best: {name}, {best.arabic:.0%} Arabic words); "
        "save the page again as UTF-8",
    )


def _refuse_binary(body: bytes) -> None:
    """Many control characters are no text."""
    head = body[:65536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls * 20 > len(head):
        raise PageFault(
            Stage.DECODE,
            Reason.UNDECODABLE,
            f"binary data: {controls} control characters in {len(head)} bytes",
        )
