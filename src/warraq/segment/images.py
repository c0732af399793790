"""Pairs the article's images with their captions and credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warraq.model import Image, ImageRef, Line, Role

_LABEL = re.compile(
    r"^(?:التعليق على الصورة|مصدر الصورة|صدر الصورة|تعليق الصورة|شرح الصورة|الصورة|Image caption|Image source"
    r"|Image copyright|Media caption|Caption|Photo)\s{0,3}[،,:：]?\s{0,3}",
    re.IGNORECASE,
)
_REACH = 3
"""Blocks between an image and a caption that stands outside every figure."""


def unlabelled(text: str) -> str:
    """A caption without the label that screen readers are given.

    >>> unlabelled("التعليق على الصورة، جانب من الافتتاح")
    'جانب من الافتتاح'
    """
    return _LABEL.sub("", text, count=1).strip() or text


def pair(images: Sequence[ImageRef], lines: Sequence[Line], lead: str | None) -> tuple[Image, ...]:
    """The images of the article in page order; the declared lead image first if no block of the page shows it."""
    captions = {n: line for n, line in enumerate(lines) if line.role is Role.CAPTION}
    photos = {n: line for n, line in enumerate(lines) if line.role is Role.PHOTO}
    result: list[Image] = []
    for image in images:
        caption = _take(captions, image)
        credit = _take(photos, image)
        result.append(
            Image(
                url=image.url,
                alt=image.alt or None,
                caption=unlabelled(caption.text) if caption else None,
                credit=credit.text if credit else None,
                lead=lead is not None and _same(image.url, lead),
            )
        )
    if lead is not None and not any(i.lead for i in result):
        result.insert(0, Image(url=lead, lead=True))
    return _without_strays(result, captions)


def _take(lines: dict[int, Line], image: ImageRef) -> Line | None:
    """The line that belongs to an image: of its figure, or the nearest behind it; each is taken once."""
    for n, line in lines.items():
        if image.group is not None and line.block.group == image.group:
            return lines.pop(n)
    for n, line in lines.items():
        loose = line.block.group is None or line.block.group != image.group
        if loose and 0 <= line.block.order - image.order < _REACH and line.block.group is None:
            return lines.pop(n)
    return None


def _without_strays(images: list[Image], captions: dict[int, Line]) -> tuple[Image, ...]:
    """Captions of pictures that are no ``img`` (videos, galleries) keep an image without address."""
    return (*images, *(Image(url="", caption=unlabelled(line.text)) for line in captions.values()))


def _same(one: str, other: str) -> bool:
    """Whether two addresses are of one file, whatever the host and the size in its name."""
    return _stem(one) == _stem(other)


def _stem(url: str) -> str:
    name = url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    return re.sub(r"-\d{2,4}x\d{2,4}(?=\.\w+$)", "", name)
