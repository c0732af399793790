"""How alike two texts are: MinHash signatures of their words (Broder 1997), by rensa (extra ``dedupe``)."""

from __future__ import annotations

import sys
from array import array

from warraq.arabic.words import word_key
from warraq.errors import UsageError

NUMBERS = 128
"""Of a signature; the standard error of a likeness of 0.8 is then 0.035."""

_RUN = 3
"""Words of one feature: fewer, and texts of one topic are alike; more, and one changed word weighs too much."""

_LOWEST = int.from_bytes(b"\1\0\0\0" * NUMBERS, "little")
_SEED = 1
_MISSING = "near duplicates need rensa, which is not installed; run: pip install 'warraq[dedupe]'"


def check_installed() -> None:
    """Make sure that signatures can be made.

    Raises:
        UsageError: rensa is missing.
    """
    try:
        import rensa  # noqa: F401
    except ImportError as error:
        raise UsageError(_MISSING) from error


def signature_of(text: str) -> bytes:
    """Return ``NUMBERS`` little-endian numbers of 32 bits, alike for alike texts.

    Words are folded first, so marks, tatweel, kinds of digits and punctuation make no difference.

    >>> one = signature_of("وصل الوفد إلى العاصمة صباح اليوم بعد رحلة طويلة")
    >>> two = signature_of("وصَل الوفد الى العاصمة، صباح اليوم، بعد رحلة طويلة!")
    >>> likeness(one, two)
    1.0
    """
    from rensa import RMinHash

    words = word_key(text).split()
    hashed = RMinHash(num_perm=NUMBERS, seed=_SEED)
    hashed.update([" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))])
    numbers = array("I", hashed.digest())
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def likeness(one: bytes, two: bytes) -> float:
    """Return the estimated share of features that two signatures have in common (Jaccard), 0 to 1."""
    differing = int.from_bytes(one, "little") ^ int.from_bytes(two, "little")
    for shift in (16, 8, 4, 2, 1):  # the lowest bit of each number comes to tell whether any of its bits differs
        differing |= differing >> shift
    return 1 - (differing & _LOWEST).bit_count() / NUMBERS
