"""Decides the section that an article stands in, and its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from warraq.arabic.words import word_key
from warraq.describe.collect import HOME
from warraq.describe.titles import name_keys, title_parts
from warraq.describe.words import WordRole, is_word, open_label, words
from warraq.letters import count_arabic, fold
from warraq.model import Candidates, Found

LONGEST_SECTION = 45
_LIST_BREAK = re.compile(r"\s*[,،;؛|>»]\s*")
_TRUSTED_SHOWN = ("visible:label", "visible:breadcrumb", "visible:category")
_STATED = (
    "jsonld:articleSection",
    "article:section",
    "og:article:section",
    "meta:articlesection",
    "microdata:articlesection",
)
_LAST = ("meta:category", "visible:bar", "visible:above", "visible:named")
_SITE_WIDE = frozenset(
    map(
        fold,
        "أخبار|الأخبار|أخبار اليوم|أخبار عاجلة|آخر الأخبار|صحيفة|جريدة|news|breaking news|arabic news|newspaper"
        "|newspapers|arab|arabic".split("|"),
    )
)
_FUNCTION_WORDS = frozenset(
    map(
        fold,
        "في من على إلى عن مع أن إن بعد قبل أثناء هذا هذه التي الذي كان كانت بين حتى ما لا لم لن هو هي ثم أو".split(),
    )
)
_MOST_TAGS = 40


def decide_section(
    declared: Candidates, visible: Candidates, headline: str, sites: frozenset[str]
) -> Found[str] | None:
    """Decide the section: one that the markup states and the page shows, else a label, the markup, a breadcrumb."""
    shown = [f for f in visible.section if _is_section(f.value, headline, sites)]
    stated = [f for f in _split(declared.section) if _is_section(f.value, headline, sites)]
    sure = [f for f in shown if f.source in _TRUSTED_SHOWN]
    known = {fold(f.value) for f in (*shown, *visible.tags)}
    confirmed = {fold(f.value) for f in stated}
    for found in sure:  # the deepest step of a breadcrumb first
        if fold(found.value) in confirmed:
            return found
    labels = [f for f in sure if f.source == "visible:label"]
    fields = [f for f in stated if f.source in _STATED]
    rest = [f for f in stated if f.source not in _STATED and f.source not in _LAST]
    last = [f for f in (*shown, *stated) if f.source in _LAST]
    groups = (labels, _native_first(fields), sure, rest, _from_title(declared, headline, sites), last)
    chosen = next((group[0] for group in groups if group), None)
    return _trimmed(chosen, known) if chosen else None


def _split(found: Sequence[Found[str]]) -> Iterator[Found[str]]:
    """Yield the names of lists such as "رياضة, مقالات"."""
    for f in found:
        for part in _LIST_BREAK.split(f.value):
            yield Found(part.strip(" -–:/#"), f.source, f.raw)


def _is_section(name: str, headline: str, sites: frozenset[str]) -> bool:
    """Tell whether a name may be a section's: no front page, no drawer for what nobody sorted, no headline, no site."""
    if not 2 <= len(name) <= LONGEST_SECTION or not any(c.isalpha() for c in name):
        return False
    if is_word(WordRole.HOME, name) or is_word(WordRole.UNSORTED, name) or name.startswith(("http:", "https:", "/")):
        return False
    title, words_of_name = word_key(headline), word_key(name)
    if title and (words_of_name == title or (len(words_of_name) > 15 and title.startswith(words_of_name))):
        return False
    return fold(name) not in sites


def _native_first(found: Sequence[Found[str]]) -> list[Found[str]]:
    """Put Arabic names before names that are only a system's keys."""
    return sorted(found, key=lambda f: count_arabic(f.value) == 0)


def _from_title(declared: Candidates, headline: str, sites: frozenset[str]) -> list[Found[str]]:
    """Take what a title of three parts has beside the headline and the site's name."""
    title = word_key(headline)
    for f in declared.headline:
        parts = title_parts(f.value)
        if f.source.startswith(HOME) or len(parts) != 3 or not title:
            continue
        rest = [p for p in parts if word_key(p) != title]
        other = [p for p in rest if not _names_site(p, sites)]
        if len(rest) == 2 and len(other) == 1 and len(other[0].split()) <= 3:
            return [Found(other[0], f.source, f.raw)]
    return []


def _names_site(part: str, sites: frozenset[str]) -> bool:
    keys = name_keys(part)
    return not keys.isdisjoint(sites) or any(
        site.startswith(k) or k.startswith(site) for k in keys for site in sites if len(site) > 2
    )


def _trimmed(found: Found[str], known: set[str]) -> Found[str]:
    """Take off a stray last letter where the rest is a name that the page knows."""
    if fold(found.value) not in known and fold(found.value[:-1]) in known:
        return Found(found.value[:-1].strip(), found.source, found.raw)
    return found


def decide_tags(
    declared: Candidates, visible: Candidates, headline: str, sites: frozenset[str]
) -> tuple[Found[str], ...]:
    """Decide the tags: as shown for the article, else as stated, unless a system cut the headline into words."""
    groups: dict[str, list[Found[str]]] = {}
    for f in declared.tags:
        groups.setdefault(f.source, []).append(f)
    for group in (list(visible.tags), *groups.values()):
        kept = [f for f in _cleaned(group) if fold(f.value) not in sites and not open_label(WordRole.MORE, f.value)]
        if kept and not _machine_made(kept, headline) and not _of_the_site(kept):
            return tuple(kept[:_MOST_TAGS])
    return ()


def _cleaned(found: Sequence[Found[str]]) -> list[Found[str]]:
    """Leave out repetitions, marks, and what is no word."""
    kept: dict[str, Found[str]] = {}
    for f in found:
        value = f.value.strip(" #.:-–\"'«»").replace("_", " ")
        if 2 <= len(value) <= 60 and any(c.isalpha() for c in value):
            kept.setdefault(fold(value), Found(value, f.source, f.raw))
    return list(kept.values())


def _machine_made(tags: Sequence[Found[str]], headline: str) -> bool:
    """Tell whether a system cut a text into words: function words among them, or most words of the headline."""
    keys = [fold(f.value) for f in tags]
    single = [k for k in keys if " " not in k]
    if len(single) < max(3, 0.8 * len(keys)):
        return False
    if any(k in _FUNCTION_WORDS for k in single):
        return True
    title = set(re.findall(r"\w+", fold(headline)))
    return sum(k in title for k in single) >= 0.7 * len(keys)


def _of_the_site(tags: Sequence[Found[str]]) -> bool:
    """Tell whether keywords describe the site and not the article."""
    keys = {fold(f.value) for f in tags}
    common = len(keys & words(WordRole.COMMON_SECTION))
    return (
        len(keys & _SITE_WIDE) >= 2
        or (common >= 3 and common >= 0.5 * len(keys))
        or len(keys) > 30
        or (len(keys) < 3 and bool(keys & _SITE_WIDE))
    )
