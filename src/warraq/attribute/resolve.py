"""Finds whom a source goes back to that is not named where it stands: وأضاف, المصدر نفسه, البيان."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from warraq.attribute.drafts import Draft
from warraq.attribute.vocabulary import Noun
from warraq.model import CueClass, SourceType

_REACH = 12
_NEAR = 3
_SAME = {"مصدر": "مصدر", "مصادر": "مصدر"}


@dataclass(frozen=True, slots=True)
class Mention:
    """What resolution knows of one statement.

    Attributes:
        draft: the statement.
        section: number of the section (a subheading begins a new one).
        sentence: number of the sentence in the whole body.
        nested: whether it stands within the words of another statement.
        head: the known noun at the head of its source.
        kind: the kind of its printed source, None where none is printed.
        known: whether the source can be one named before (المصدر, المتحدث ذاته, هذه المصادر).
        words: folded words of its source.
    """

    draft: Draft
    section: int
    sentence: int
    nested: bool
    head: Noun | None
    kind: SourceType | None
    known: bool
    words: frozenset[str]


class Link(NamedTuple):
    """What a statement goes back to: the place of the earlier one, how sure, and the kind of source at the root."""

    target: int | None
    high: bool
    kind: SourceType


def resolve(mentions: Sequence[Mention]) -> list[Link]:
    """Link every statement without a named source to an earlier one.

    Returns:
        One link a mention; its target is None where the source is named, or where nothing fits.
    """
    links: list[Link] = []
    for place, mention in enumerate(mentions):
        if mention.draft.cue_class is CueClass.PASSIVE:
            links.append(Link(None, False, mention.kind or SourceType.UNKNOWN))
        elif mention.kind is None:
            links.append(_implicit(mentions, links, place))
        elif mention.known:
            links.append(_definite(mentions, links, place))
        else:
            links.append(Link(None, True, mention.kind))
    return links


def _implicit(mentions: Sequence[Mention], links: Sequence[Link], place: int) -> Link:
    """Link a verb without subject to the nearest earlier statement that agrees with it."""
    mention = mentions[place]
    fallback: int | None = None
    for back in range(place - 1, max(-1, place - 1 - _REACH), -1):
        other = mentions[back]
        if not _within(mention, other):
            break
        if not _agrees(mention, other, mentions, links, back):
            continue
        if other.nested and other.sentence != mention.sentence:
            fallback = back if fallback is None else fallback
            continue
        return Link(back, mention.sentence - other.sentence <= 1, _root(links, back))
    if fallback is not None:
        return Link(fallback, False, _root(links, fallback))
    return Link(None, False, SourceType.UNKNOWN)


def _root(links: Sequence[Link], at: int) -> SourceType:
    """Return the kind of the first source of a chain of links; each link points back, so the chain ends."""
    while True:
        target = links[at].target
        if target is None:
            return links[at].kind
        at = target


def _within(mention: Mention, other: Mention) -> bool:
    """Tell whether two statements are near enough: one section, and at most a few sentences between."""
    return other.section == mention.section and mention.sentence - other.sentence <= _NEAR + 1


def _agrees(mention: Mention, other: Mention, mentions: Sequence[Mention], links: Sequence[Link], at: int) -> bool:
    """Tell whether the gender of a verb allows the source of an earlier statement."""
    form = mention.draft.form
    if form is None or form.tense == "masdar":
        return True
    while mentions[at].kind is None and links[at].target is not None:
        at = links[at].target or 0
    head, kind, theirs = mentions[at].head, mentions[at].kind, mentions[at].draft.form
    if theirs is not None and mentions[at].kind is not None and mentions[at].draft.rule.startswith("verb-source"):
        return form.feminine == theirs.feminine or _either(head)
    if head is not None and not _either(head):
        return form.feminine == head.feminine
    return kind is not None or form.feminine == bool(theirs and theirs.feminine)


def _either(head: Noun | None) -> bool:
    """Tell whether a noun may take either gender: a plural."""
    return head is not None and head.plural


def _definite(mentions: Sequence[Mention], links: Sequence[Link], place: int) -> Link:
    """Link المصدر, البيان, المتحدث ذاته to the nearest earlier source that it can mean."""
    mention = mentions[place]
    kind = mention.kind or SourceType.UNKNOWN
    issuer: int | None = None
    for back in range(place - 1, max(-1, place - 1 - 2 * _REACH), -1):
        other = mentions[back]
        if other.section != mention.section:
            break
        if other.known or other.kind is None:
            continue
        same = _same_noun(mention, other)
        if same is not None:
            return Link(back, same, kind if kind is not SourceType.ANONYMOUS else SourceType.ROLE)
        if issuer is None and _issued(mention, other):
            issuer = back
    if issuer is not None:
        return Link(issuer, True, kind)
    return _any_speaker(mentions, place, kind)


def _same_noun(mention: Mention, other: Mention) -> bool | None:
    """Tell whether two sources share their head noun: surely, less surely (another number), or None for no."""
    if mention.head is None:
        return None
    stem = _SAME.get(mention.head.stem, mention.head.stem)
    if other.head is not None and _SAME.get(other.head.stem, other.head.stem) == stem:
        return other.head.plural == mention.head.plural
    return True if stem in other.words or "ال" + stem in other.words else None


def _issued(mention: Mention, other: Mention) -> bool:
    """Tell whether the earlier statement was made in the document now meant."""
    if mention.head is None or mention.kind is not SourceType.DOCUMENT:
        return False
    return other.draft.medium.removeprefix("ال").startswith(mention.head.stem)


def _any_speaker(mentions: Sequence[Mention], place: int, kind: SourceType) -> Link:
    """Link to the nearest speaker of a fitting kind, unsurely: المحلل after a name with خبير."""
    fitting = {
        SourceType.ROLE: (SourceType.PERSON, SourceType.ROLE, SourceType.ANONYMOUS),
        SourceType.ANONYMOUS: (SourceType.ANONYMOUS,),
        SourceType.DOCUMENT: (SourceType.ORGANIZATION, SourceType.PERSON),
        SourceType.ORGANIZATION: (),
    }.get(kind, ())
    for back in range(place - 1, max(-1, place - 1 - _REACH), -1):
        other = mentions[back]
        if not _within(mentions[place], other):
            break
        if other.kind in fitting and not other.known and not other.nested:
            return Link(back, False, kind)
    return Link(None, False, kind)
