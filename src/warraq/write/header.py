"""The lines around a body, shared by the formats that people read."""

from __future__ import annotations

from warraq.model import Article, Role

_ABOVE = (Role.BYLINE, Role.DATELINE, Role.TRANSLATION)
_BELOW = (Role.CREDIT, Role.EDITOR_NOTE)


def byline_and_date(article: Article) -> str:
    """Return who made the article and where, its site and its day, joined by ``" | "``; "" where nothing is known.

    A line that stands inside the body is not repeated. Authors stand in where the page prints no byline.
    """
    parts = _outside(article, _ABOVE) or [one_line(author.name) for author in article.authors]
    if article.site.name:
        parts.append(one_line(article.site.name))
    if article.published is not None:
        parts.append(article.published.value.replace("T", " "))
    return " | ".join(part for part in dict.fromkeys(parts) if part)


def closing_lines(article: Article) -> list[str]:
    """Return the credits and editor's notes that stood outside the body."""
    return _outside(article, _BELOW)


def captions(article: Article) -> list[str]:
    """Return one line an image that has a caption, its credit in brackets behind it."""
    lines = []
    for image in article.images:
        if image.caption:
            credit = f" ({one_line(image.credit)})" if image.credit and image.credit not in image.caption else ""
            lines.append(one_line(image.caption) + credit)
    return [*dict.fromkeys(lines)]


def one_line(text: str) -> str:
    r"""Return the text with each run of white space as one space.

    >>> one_line(" قال\n الوزير ")
    'قال الوزير'
    """
    return " ".join(text.split())


def _outside(article: Article, kinds: tuple[Role, ...]) -> list[str]:
    return [one_line(line.text) for line in article.lines if line.kind in kinds and line.block is None]
