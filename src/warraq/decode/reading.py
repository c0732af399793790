"""What passes between the parts of the ladder: a claim of an encoding, and a reading in it."""

from __future__ import annotations

from dataclasses import dataclass

from warraq.decode.labels import codec


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the bytes.

    Attributes:
        text: the characters.
        encoding: name of the encoding.
        rule: what spoke for it: ``BOM``, ``container``, ``meta``, ``valid``, ``mostly``, ``statistics`` or ``ascii``.
        replaced: characters that could not be decoded and became U+FFFD.
        refused: declarations that lost, such as ``meta utf-8``.
        repairs: see ``decode``.
        utf8: the same characters in UTF-8, where the page was saved so; else b"".
    """

    text: str
    encoding: str
    rule: str
    replaced: int = 0
    refused: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    utf8: bytes = b""


@dataclass(frozen=True, slots=True)
class Claim:
    """An encoding that something declares."""

    rule: str
    encoding: str

    def __str__(self) -> str:
        return f"{self.rule} {self.encoding}"


def lossy(body: bytes, claim: Claim, refused: tuple[str, ...]) -> Reading:
    """Read in an encoding that has won; what it lacks becomes U+FFFD."""
    text = body.decode(codec(claim.encoding), "replace")
    return Reading(text, claim.encoding, claim.rule, text.count("\ufffd"), refused)
