"""What the words of a kept block show that its markup does not: captions, paragraphs, a link at the end."""

from __future__ import annotations

import re

from warraq.arabic.furniture import Carries, Scope, furniture_of
from warraq.letters import count_letters
from warraq.model import Block, Kind
from warraq.strip.scene import View

_PARAGRAPH = 90
_LINK_LENGTH = 260
_LABEL = 10
_END_LENGTH = 24
_END_MARK = re.compile(
    r"(?:(?<=[.؟!»\"”])\s?[/#*–-]?\s?(?:[اإ]نته[ىي]|النهاية)\s?[/\d٠-٩]{0,4}"
    r"|\s?[(\[]\s?(?:[اإ]نته[ىي]|النهاية)\s?[/\d٠-٩]{0,4}\s?[)\]])[\s.*#]{0,3}$"
)
_SENTENCE_END = re.compile(r"[.؟!…][\"”»)]?\s+")


def without_link(view: View) -> str:
    """The text of a paragraph without the "read also" link that its last line is, "" if it has none."""
    text = view.block.text
    start = max(0, len(text) - _LINK_LENGTH)
    for end in _SENTENCE_END.finditer(text, start):
        match = furniture_of(text[end.end() :])
        if match is not None and match.scope is Scope.INLINE and match.rest:
            title = count_letters(match.rest)
            if 0.8 * title <= view.block.link_letters <= 1.3 * title + _LABEL:
                return text[: end.end()].rstrip()
    return ""


def without_end_mark(text: str) -> str:
    """A last paragraph without the word by which agencies end a dispatch, "" if it has none.

    >>> without_end_mark("ويفتتح الجسر الشهر المقبل. (النهاية)"), without_end_mark("ويفتتح الجسر غدا. انتهى2")
    ('ويفتتح الجسر الشهر المقبل.', 'ويفتتح الجسر غدا.')
    >>> without_end_mark("وقال إن العمل في الجسر قد انتهى")
    ''
    """
    mark = _END_MARK.search(text, max(0, len(text) - _END_LENGTH))
    return text[: mark.start()].rstrip() if mark and mark.start() > _END_LENGTH // 2 else ""


def labels(above: View, view: View) -> bool:
    """Whether a block is the bare label of a caption, and the next one stands beside it."""
    match = above.match
    bare = match is not None and match.carries is Carries.CAPTION and not match.rest
    return bare and above.parent == view.parent


def as_seen(view: View, labelled: bool) -> Block:
    """The block, with the kind that its words show where its markup does not.

    A caption's label makes it a caption, and so does a bare label the line beside it; a heading that is a
    paragraph stands in an element that nobody closed.
    """
    block, match = view.block, view.match
    captioned = match is not None and match.carries is Carries.CAPTION and match.rest
    if captioned or labelled:
        return block._replace(kind=Kind.CAPTION)
    if block.kind is Kind.HEADING and view.paragraph and view.letters >= _PARAGRAPH:
        return block._replace(kind=Kind.LINE, level=0)
    return block
