"""schema.org: a ``NewsArticle`` as JSON-LD, one line a page, safe inside a ``script`` element."""

from __future__ import annotations

import json

from warraq.model import Article, Format, Image, Person, Rejected, Role
from warraq.write.jsonl import escape_breaks
from warraq.write.record import Plain, writable

_PROPERTY = {
    Person.AUTHOR: "author",
    Person.REPORTER: "author",
    Person.EDITOR: "editor",
    Person.TRANSLATOR: "translator",
    Person.PHOTOGRAPHER: "contributor",
}


def render(answer: Article | Rejected) -> str:
    """Return the article as JSON-LD without absent properties; "" for a rejection, for which there is no type."""
    if isinstance(answer, Rejected):
        return ""
    line = json.dumps(_news_article(answer), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # "</script>" in a text would end the element that holds the data
    return escape_breaks(writable(line)).replace("<", "\\u003c")


def _news_article(article: Article) -> dict[str, Plain]:
    url = article.canonical_url or article.url
    data: dict[str, Plain] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": url,
        "mainEntityOfPage": url,
        "headline": article.headline,
        "alternativeHeadline": article.kicker,
        "description": article.subheadline,
        "articleSection": article.section,
        "keywords": list(article.tags),
        **_persons(article),
        "datePublished": article.published.value if article.published else None,
        "dateModified": article.modified.value if article.modified else None,
        "dateline": next((line.text for line in article.lines if line.kind is Role.DATELINE), None),
        "inLanguage": article.language,
        "publisher": _publisher(article),
        "image": [_image(image) for image in article.images],
        "articleBody": "\n\n".join(block.plain for block in article.body),
    }
    return _present(data)


def _persons(article: Article) -> dict[str, Plain]:
    named: dict[str, list[Plain]] = {}
    for author in article.authors:
        named.setdefault(_PROPERTY[author.role], []).append({"@type": "Person", "name": author.name})
    return {**named}


def _publisher(article: Article) -> Plain:
    site = article.site
    if not site.name and not site.host:
        return None
    return _present(
        {
            "@type": "NewsMediaOrganization",
            "name": site.name or site.host,
            "url": f"https://{site.host}/" if site.host else None,
        }
    )


def _image(image: Image) -> Plain:
    return _present(
        {
            "@type": "ImageObject",
            "url": image.url,
            "caption": image.caption,
            "creditText": image.credit,
            "representativeOfPage": True if image.lead else None,
        }
    )


def _present(data: dict[str, Plain]) -> dict[str, Plain]:
    return {key: value for key, value in data.items() if value not in (None, "", [])}


FORMAT = Format("schema-org", ".jsonld", render)
