"""Turns saved Arabic news pages into clean records, offline.

>>> from warraq import Article, Options, extract
>>> page = open("page.html", "rb").read()                                           # doctest: +SKIP
>>> answer = extract(page, url="https://difaf.example/1", options=Options())        # doctest: +SKIP
>>> answer.headline if isinstance(answer, Article) else answer.reason               # doctest: +SKIP

Everything named in ``__all__`` is loaded when it is first asked for, so that ``import warraq`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from warraq._version import __version__

if TYPE_CHECKING:
    from warraq.errors import (
        LexiconError,
        NameClash,
        NoInputError,
        OptionError,
        OutputError,
        PageFault,
        UsageError,
        WarraqError,
    )
    from warraq.model import (
        Article,
        AttributionLine,
        Author,
        BodyBlock,
        Date,
        Explanation,
        Image,
        Limits,
        Options,
        Origin,
        Profile,
        Provenance,
        Quality,
        RawPage,
        Reason,
        Rejected,
        Site,
        Source,
        Span,
        Stage,
        Statement,
        TraceEntry,
    )
    from warraq.pipeline import extract
    from warraq.read import read_pages
    from warraq.write.record import to_record

__all__ = [
    "Article",
    "AttributionLine",
    "Author",
    "BodyBlock",
    "Date",
    "Explanation",
    "Image",
    "LexiconError",
    "Limits",
    "NameClash",
    "NoInputError",
    "OptionError",
    "Options",
    "Origin",
    "OutputError",
    "PageFault",
    "Profile",
    "Provenance",
    "Quality",
    "RawPage",
    "Reason",
    "Rejected",
    "Site",
    "Source",
    "Span",
    "Stage",
    "Statement",
    "TraceEntry",
    "UsageError",
    "WarraqError",
    "__version__",
    "extract",
    "read_pages",
    "to_record",
]

_ELSEWHERE = {"extract": "warraq.pipeline", "read_pages": "warraq.read", "to_record": "warraq.write.record"}
_ERRORS = frozenset(name for name in __all__ if name.endswith(("Error", "Fault", "Clash")))


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name not in __all__:
        raise AttributeError(f"module 'warraq' has no attribute {name!r}")
    home = _ELSEWHERE.get(name, "warraq.errors" if name in _ERRORS else "warraq.model")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
