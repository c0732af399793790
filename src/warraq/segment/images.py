"""The article's images: which are of the article, and what is printed with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from warraq.model import Image, ImageRef, Line, Role, Step, Verdict
from warraq.segment.words import unlabelled

_REACH = 3
"""Blocks between an image and a caption that stands outside every figure."""

_CUT = re.compile(r"[^a-z]+")
_NO_PICTURE = frozenset(
    "avatar gravatar author icon icons logo emoji spacer blank dot dots bullet pixel tracker share social print btn "
    "button arrow loading loader badge banner ads ad sprite placeholder flag weather writer profile favicon stats "
    "close font zoom sms back menu play rss whatsapp facebook twitter telegram youtube instagram email mail captcha "
    "rating star".split()
)
_WAITING = frozenset({"placeholder"})
"""Said of a box around a true picture as well, which stands in it until the picture has come."""
_PICTURE_LINK = re.compile(
    r"\.(?:jpe?g|png|webp|gif|avif|bmp)(?:\?|$)|/attachment|/photo|/gallery|^#|^javascript:|^$", re.I
)
_SIZE = re.compile(r"[-_]\d{2,4}x\d{2,4}(?=\.\w{3,4}$)|@\dx(?=\.\w{3,4}$)")


def pictures(images: Iterable[ImageRef], verdicts: Sequence[Verdict]) -> tuple[ImageRef, ...]:
    """The images of the article: no icons, portraits of writers, pictures of teasers, none twice."""
    kept = {step.node for v in verdicts if v.keep for step in v.block.path}
    dropped = {step.node for v in verdicts if not v.keep for step in v.block.path} - kept
    found: dict[str, ImageRef] = {}
    for image in images:
        if _is_no_picture(image) or any(step.node in dropped for step in image.path):
            continue
        if not _PICTURE_LINK.search(image.href) and image.group is None:
            continue
        found.setdefault(_stem(image.url), image)
    return tuple(found.values())


def shown(images: Iterable[ImageRef]) -> tuple[ImageRef, ...]:
    """The images that are pictures by their names: no icons, no portraits of writers."""
    return tuple(image for image in images if not _is_no_picture(image))


def _is_no_picture(image: ImageRef) -> bool:
    """Whether the names of the image, of its file or of the elements right around it say what else it is."""
    name = image.url.split("?")[0].rsplit("/", 1)[-1].lower()
    tokens = {*_CUT.split(image.names), *_CUT.split(name), *(_names(image.path[-3:]) - _WAITING)}
    return not _NO_PICTURE.isdisjoint(tokens) or name.endswith(".svg")


def _names(path: Sequence[Step]) -> set[str]:
    return {token for step in path for token in _CUT.split(step.names)}


def pair(images: Sequence[ImageRef], lines: Sequence[Line], lead: str | None) -> tuple[Image, ...]:
    """The images with their captions and credits, in page order.

    Args:
        images: the article's, as :func:`pictures` gives them.
        lines: all kept blocks with their roles.
        lead: address of the image that the page declares; given first where the article shows no image.
    """
    captions = {n: line for n, line in enumerate(lines) if line.role is Role.CAPTION and unlabelled(line.text)}
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
                credit=unlabelled(credit.text) if credit else None,
                lead=lead is not None and _stem(image.url) == _stem(lead),
            )
        )
    if lead is not None and not result:
        result.append(Image(url=lead, lead=True))
    elif result and not any(image.lead for image in result):
        result[0] = replace(result[0], lead=True)
    return _with_strays(result, [unlabelled(line.text) for line in captions.values()])


def _with_strays(images: list[Image], captions: list[str]) -> tuple[Image, ...]:
    """Place the captions that stand by no image.

    The only image without one takes the only one; else they are of pictures that are no ``img`` (videos, galleries),
    and keep an image without address.
    """
    bare = [n for n, image in enumerate(images) if image.caption is None]
    if len(captions) == 1 and len(bare) == 1:
        images[bare[0]] = replace(images[bare[0]], caption=captions.pop())
    return (*images, *(Image(url=None, caption=caption) for caption in captions))


def _take(lines: dict[int, Line], image: ImageRef) -> Line | None:
    """The line that belongs to an image: of its figure, or the nearest behind it; each is taken once."""
    for n, line in lines.items():
        if image.group is not None and _in_figure(line, image.group):
            return lines.pop(n)
    for n, line in lines.items():
        if -1 <= line.block.order - image.order < _REACH and not _in_other_figure(line, image.group):
            return lines.pop(n)
    return None


def _in_figure(line: Line, figure: int) -> bool:
    return line.block.group == figure or any(step.node == figure for step in line.block.path)


def _in_other_figure(line: Line, figure: int | None) -> bool:
    return any(step.tag == "figure" and step.node != figure for step in line.block.path)


def _stem(url: str) -> str:
    """The file of an address, whatever the host and the size in its name."""
    name = url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    return _SIZE.sub("", name)
