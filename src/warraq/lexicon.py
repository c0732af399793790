"""Loads, checks and keeps the data files of ``data/lexicons``.

A lexicon is a TOML file: ``about`` (what it holds, and for whom) and a list of ``[[entry]]`` tables. Each entry has
the fields of a frozen dataclass that its reader hands in; nothing may be missing and nothing may be unknown, so a
slip of an editor's pen is an error that names the file, the entry and the key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, get_args, get_type_hints

from warraq.errors import LexiconError

E = TypeVar("E")


@cache
def load(name: str, entry_type: type[E]) -> tuple[E, ...]:
    """Read ``data/lexicons/<name>.toml`` as entries of a dataclass.

    Args:
        name: file name without ending.
        entry_type: a frozen dataclass whose fields are ``str``, ``int``, ``bool``, a ``StrEnum``, or a tuple of these.

    Raises:
        LexiconError: the file is missing or no TOML, or an entry has a wrong, missing or unknown key.
    """
    where = f"data/lexicons/{name}.toml"
    path = files("warraq") / "data" / "lexicons" / f"{name}.toml"
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"{where}: no such file in the package; reinstall warraq") from None
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"{where}: {fault}") from None
    unknown = set(content) - {"about", "entry"}
    if unknown or not isinstance(content.get("about"), str):
        raise LexiconError(f"{where}: needs 'about' and [[entry]] tables, found {', '.join(sorted(content))}")
    hints = get_type_hints(entry_type)
    return tuple(
        _entry(f"{where}: entry {n}", raw, entry_type, hints) for n, raw in enumerate(content.get("entry", []), start=1)
    )


def _entry(where: str, raw: Mapping[str, Any], entry_type: type[E], hints: Mapping[str, Any]) -> E:
    """Make one entry, or say which key is wrong."""
    known = {f.name: f for f in fields(entry_type)}  # type: ignore[arg-type]
    for key in raw:
        if key not in known:
            raise LexiconError(f"{where}: unknown key '{key}'; known are {', '.join(known)}")
    values = {}
    for key, f in known.items():
        if key in raw:
            values[key] = _value(f"{where}: key '{key}'", raw[key], hints[key])
        elif f.default is MISSING and f.default_factory is MISSING:
            raise LexiconError(f"{where}: key '{key}' is missing")
    return entry_type(**values)


def _value(where: str, raw: Any, hint: Any) -> Any:
    """Check one value against its type; a list becomes a tuple."""
    args = get_args(hint)
    if args:
        if not isinstance(raw, list):
            raise LexiconError(f"{where} must be a list")
        return tuple(_value(where, item, args[0]) for item in raw)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        if raw not in set(hint):
            raise LexiconError(f"{where}: '{raw}' is not one of {', '.join(hint)}")
        return hint(raw)
    if not isinstance(raw, hint) or (hint is int and isinstance(raw, bool)):
        raise LexiconError(f"{where} must be {hint.__name__}, not {type(raw).__name__}")
    if isinstance(raw, str) and not raw.strip():
        raise LexiconError(f"{where} is empty")
    return raw
