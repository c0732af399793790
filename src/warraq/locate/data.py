"""Bodies that stand in a page's data and not in its markup.

Pages rendered by scripts carry their text in JSON (``__NEXT_DATA__`` and its kin), in script variables, or only in
JSON-LD ``articleBody``. Scripts are read as text and never run. Strings are grouped by the way to them
(``article.blocks[].text``), because a body may be one string of markup or a list of paragraphs; the group that holds
most prose wins, one that stands beside the page's own title before all others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from warraq.letters import count_letters
from warraq.locate.blocks import walk
from warraq.locate.headline import likeness, words_of
from warraq.model import Block, Kind

_MOST_SCRIPT = 4_000_000
_MOST_VALUES = 60_000
_DEEPEST = 40
_LEAST = 30
"""Letters from which a string may be a paragraph."""

_JSON_START = re.compile(r"(?:=|^)\s{0,20}(?=[{\[])")
_VARIABLE = re.compile(
    r"""\b([A-Za-z_$][\w$]{0,80})\s{0,9}[=:]\s{0,9}(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')"""
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\n", "t": " ", "b": "", "f": "", "v": ""}
_MARKUP = re.compile(r"<(?:p|br|div|span|strong|b|a|h\d|ul|figure|img)\b[^>]{0,2000}>", re.IGNORECASE)
_NEIGHBOUR = re.compile(r"(?:header|byline|source|author|writer|credit)$", re.IGNORECASE)
_BODY_KEYS = re.compile(r"article|story|post|news|content|detail|body|text|paragraph|html", re.IGNORECASE)
_OTHER_KEYS = re.compile(
    r"related|latest|most|similar|menu|footer|comment|list|feed|recommend|sidebar|trending|excerpt|summary|description"
    r"|seo|meta|caption|alt|message|translation|label|i18n|policy|cookie",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Group:
    """Strings that stand at one place of the data."""

    way: str
    texts: list[str] = field(default_factory=list)
    beside_title: bool = False

    def worth(self) -> float:
        """Letters of prose, weighed by what the keys and the neighbours say."""
        letters = float(sum(count_letters(t) for t in self.texts))
        if _BODY_KEYS.search(self.way):
            letters *= 2
        if _OTHER_KEYS.search(self.way):
            letters *= 0.2
        return letters * (4 if self.beside_title else 1)


@dataclass(frozen=True, slots=True)
class DataBody:
    """A text found in a page's data, as blocks, and where."""

    blocks: tuple[Block, ...]
    rule: str


def from_bodies(bodies: Sequence[str]) -> DataBody | None:
    """Blocks of the longest ``articleBody`` that the page declares."""
    longest = max(bodies, key=len, default="")
    blocks = _blocks(longest)
    return DataBody(blocks, "articleBody") if blocks else None


def from_scripts(root: etree._Element, titles: Sequence[str]) -> DataBody | None:
    """Blocks of the text that the page's scripts hold, or None.

    Args:
        root: the page.
        titles: the page's declared titles, to know the article among others.
    """
    known = [w for w in map(words_of, titles) if w]
    groups: dict[str, _Group] = {}
    short: list[tuple[str, str]] = []
    room = _MOST_SCRIPT
    for number, script in enumerate(root.iter("script")):
        text = script.text or ""
        if len(text) < 120 or script.get("type") == "application/ld+json" or len(text) > room:
            continue
        room -= len(text)
        for way, value, beside in _strings(text, number, known):
            if _wordy(value):
                group = groups.setdefault(way, _Group(way))
                group.texts.append(value)
                group.beside_title = group.beside_title or beside
            elif "#" in way and len(value) < 300 and _NEIGHBOUR.search(way.split("#")[0]):
                short.append((way, value))
    best = max(groups.values(), key=_Group.worth, default=None)
    if best is None:
        return None
    stem = re.split(r"[_A-Z]", best.way)[0]
    header = [value for way, value in short if way.startswith(stem) and way.split("#")[1:] == best.way.split("#")[1:]]
    markup = any(map(_MARKUP.search, best.texts))
    blocks = _blocks(("<br>" if markup else "\n").join([*header, *best.texts]))
    return DataBody(blocks, f"script:{best.way.split('#')[0]}") if blocks else None


def _strings(text: str, number: int, titles: Sequence[Sequence[str]]) -> Iterator[tuple[str, str, bool]]:
    """The strings of one script: way to it, text, whether the page's title stands beside it."""
    value = _json(text)
    if value is not None:
        yield from _walk_json(value, titles)
        return
    for name, double, single in _VARIABLE.findall(text):
        literal = double or single
        if literal:
            yield f"{name}#{number}", _unescape(literal), False


def _wordy(value: str) -> bool:
    """Whether a string is made of words: no address, no code, no list of names of classes."""
    return len(value) >= _LEAST and value.count(" ") * 14 >= len(value) and count_letters(value) * 2 >= len(value)


def _json(text: str) -> object | None:
    """The JSON value that a script is, or assigns first."""
    start = _JSON_START.search(text)
    if start is None:
        return None
    try:
        value, _ = json.JSONDecoder().raw_decode(text, start.end())
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) else None


def _walk_json(value: object, titles: Sequence[Sequence[str]]) -> Iterator[tuple[str, str, bool]]:
    """All strings of a JSON value in order, with the keys on the way to them; bounded."""
    stack: list[tuple[object, str, int, bool]] = [(value, "", 0, False)]
    seen = 0
    while stack and seen < _MOST_VALUES:
        item, way, depth, beside = stack.pop()
        seen += 1
        if isinstance(item, str):
            yield way, item, beside
        elif depth < _DEEPEST and isinstance(item, dict):
            beside = beside or _has_title(item, titles)
            stack.extend((v, f"{way}.{k}"[:300], depth + 1, beside) for k, v in reversed(item.items()))
        elif depth < _DEEPEST and isinstance(item, list):
            stack.extend((v, f"{way}[]"[:300], depth + 1, beside) for v in reversed(item))


def _has_title(item: dict[str, object], titles: Sequence[Sequence[str]]) -> bool:
    """Whether a JSON object names the page's own title."""
    own = [v for k, v in item.items() if isinstance(v, str) and "tit" in k.lower() or k.lower() in ("headline", "name")]
    words = [words_of(v[:300]) for v in own if isinstance(v, str)]
    return any(likeness(w, title) >= 0.8 for w in words for title in titles)


def _unescape(literal: str) -> str:
    """Read the escapes of a script's string literal."""

    def one(match: re.Match[str]) -> str:
        code = match[1]
        if len(code) > 1:
            return chr(int(code[1:], 16))
        return _ESCAPED.get(code, code)

    joined = _ESCAPE.sub(one, literal)
    return joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _blocks(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks: as markup where it is markup, else at its line feeds."""
    if not text.strip():
        return ()
    if _MARKUP.search(text) or re.search(r"&(?:nbsp|quot|amp|#\d{2,5});", text):
        paragraphs = text if _MARKUP.search(text) else text.replace("\n", "<br>")
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True)
        try:
            root = etree.fromstring(f"<div>{paragraphs}</div>".encode("utf-8", "replace"), parser)
        except etree.ParserError:
            return ()
        return walk(root).blocks
    lines = [" ".join(line.split()) for line in re.split(r"[\r\n]+", text)]
    return tuple(Block(line, Kind.LINE, order=n) for n, line in enumerate(filter(None, lines)))
