r"""Reads JSON as people and templates write it: what a strict parser refuses, as far as it can be decided.

Mended: HTML comments and CDATA around it, entities instead of quotation marks, tags and raw controls inside,
comments, trailing commas and semicolons, missing commas and values, single and curly quotes, quotation marks
inside a string that are not escaped, several values in a row, an end that is missing. A quotation mark ends a
string only where what follows can follow a string there; so ``"قال "نعم" ثم مضى"`` is one string.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "None | bool | int | float | str | Sequence[Json] | Mapping[str, Json]"

LONGEST = 2_000_000
"""Code points of one script that are looked at."""

DEEPEST = 64
"""Objects inside objects that are followed."""

_BEFORE = ("<!--", "<![CDATA[", "//", "/*", "*/")
_BEHIND = ("-->", "]]>", "//", "/*", "*/", ";")
_SPACE = re.compile(r"(?:[\s\xa0\ufeff]|&nbsp;|<br ?/?>|</?p>|<!--|-->|/\*[^*]{0,2000}\*/)+")
_BREAK_TAGS = re.compile(r"([,{}\[\]])\s{0,9}(?:</?(?:p|br)\s?/?>\s{0,9}){1,5}", re.IGNORECASE)
_SCALAR = re.compile(r"[^\s,:{}\[\]\"']{1,200}")
_AFTER_KEY = re.compile(r"\s{0,99}:")
_AFTER_MEMBER = re.compile(
    r"\s{0,99}(?:$|\}|;|,\s{0,99}(?:$|[}\]]|[\"'][^\"'\n]{1,99}[\"']\s{0,99}:)|[\"'][@\w-]{1,40}[\"']\s{0,99}:)"
)
_AFTER_ITEM = re.compile(r"\s{0,99}(?:$|\]|,\s{0,99}(?:$|[\"'{\[\]\-\d]|true|false|null))")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.)|$)", re.DOTALL)
_BLANK = " \t\r\n\f\v\xa0\ufeff"
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
_WORDS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}


def read_json(text: str) -> tuple[Json, ...]:
    """Read the JSON values of a script; () if there is nothing to read.

    >>> read_json('<!-- {"headline": "قال "نعم" ثم مضى", "tags": ["أ", "ب",],}; -->')
    ({'headline': 'قال "نعم" ثم مضى', 'tags': ['أ', 'ب']},)
    """
    text = _unwrap(text[:LONGEST])
    if not text:
        return ()
    try:
        return (json.loads(text, strict=False),)
    except (ValueError, RecursionError):
        pass  # not strict JSON: mended below
    if '"' not in text:
        text = html.unescape(text)
        if '"' not in text:
            text = text.translate({0x201C: '"', 0x201D: '"', 0x201E: '"', 0x2033: '"'})
    return _Reader(_BREAK_TAGS.sub(r"\1", text)).values()


def _unwrap(text: str) -> str:
    """Take off comment and CDATA marks around the script."""
    text = text.strip(_BLANK)
    for _ in range(8):
        before = next((mark for mark in _BEFORE if text.startswith(mark)), "")
        behind = next((mark for mark in _BEHIND if text.endswith(mark)), "")
        text = text.removeprefix(before).removesuffix(behind).strip(_BLANK)
    return text


class _Reader:
    """A cursor over the text; each method reads one thing and leaves the cursor behind it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.nodes = 50_000

    def values(self) -> tuple[Json, ...]:
        """Read all objects and arrays that stand in a row."""
        found: list[Json] = []
        while len(found) < 200:
            starts = [p for p in (self.text.find(c, self.at) for c in "{[") if p >= 0]
            if not starts or self.nodes <= 0:
                break
            self.at = min(starts)
            found.append(self.value(0, _AFTER_ITEM))
        return tuple(found)

    def value(self, depth: int, after: re.Pattern[str]) -> Json:
        """Read one value; ``after`` is what may follow a string here."""
        self.nodes -= 1
        head = self.peek()
        if self.nodes <= 0 or depth > DEEPEST:
            self.at = len(self.text)
            return None
        if head == "{":
            return self.members(depth)
        if head == "[":
            return self.items(depth)
        if head and head in "\"'":
            return self.string(after)
        if head and head in ",}]":
            return None
        return self.scalar()

    def members(self, depth: int) -> Mapping[str, Json]:
        """Read an object."""
        self.at += 1
        found: dict[str, Json] = {}
        while head := self.peek():
            if head == "}":
                self.at += 1
                break
            if head in ",;:":
                self.at += 1
                continue
            if head in "]{[":  # no key can stand here: the object was not closed
                if head == "]":
                    break
                self.value(depth + 1, _AFTER_ITEM)
                continue
            key = self.string(_AFTER_KEY) if head in "\"'" else str(self.scalar())
            if self.peek() == ":":
                self.at += 1
                found.setdefault(key, self.value(depth + 1, _AFTER_MEMBER))
        return found

    def items(self, depth: int) -> Sequence[Json]:
        """Read an array."""
        self.at += 1
        found: list[Json] = []
        while head := self.peek():
            if head == "]":
                self.at += 1
                break
            if head == "}":  # the array was not closed
                break
            if head in ",;:":
                self.at += 1
                continue
            found.append(self.value(depth + 1, _AFTER_ITEM))
        return found

    def string(self, after: re.Pattern[str]) -> str:
        """Read a string up to a quotation mark that what follows lets end it."""
        quote, start = self.text[self.at], self.at + 1
        end, first = self.text.find(quote, start), -1
        while end >= 0 and self.nodes > 0:
            self.nodes -= 1
            if not self.escaped(end):
                if after.match(self.text, end + 1):
                    break
                if first < 0:
                    first = end
            end = self.text.find(quote, end + 1)
        if end < 0:
            end = first if first >= 0 else len(self.text)
        self.at = min(end + 1, len(self.text))
        raw = self.text[start:end]
        return _unescape(raw) if "\\" in raw else raw

    def escaped(self, place: int) -> bool:
        """Tell whether an odd number of backslashes stands before a place."""
        before = place
        while self.text[before - 1] == "\\":
            before -= 1
        return (place - before) % 2 == 1

    def scalar(self) -> Json:
        """Read a number or a bare word."""
        found = _SCALAR.match(self.text, self.at)
        if not found:
            self.at += 1
            return None
        self.at = found.end()
        word = found.group()
        if word in _WORDS:
            return _WORDS[word]
        return word

    def peek(self) -> str:
        """Skip white space and comments; return the next character, "" at the end."""
        while True:
            space = _SPACE.match(self.text, self.at)
            if space:
                self.at = space.end()
            if not self.text.startswith("//", self.at):
                return self.text[self.at : self.at + 1]
            line_end = self.text.find("\n", self.at)
            self.at = line_end if line_end >= 0 else len(self.text)


def _unescape(raw: str) -> str:
    """Resolve backslash escapes, also those that JSON does not know; surrogates become their character."""
    text = _ESCAPE.sub(_character, raw)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(match: re.Match[str]) -> str:
    code, char = match.groups()
    if code:
        return chr(int(code, 16))
    return _ESCAPES.get(char, char) if char else ""
