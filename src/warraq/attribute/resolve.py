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
_AGREEING = ("verb-source", "source-verb")
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
        block: number of its block, None for the headline.
        turned: whether its block turns to another speaker before it (من جهته، بدوره).
    """

    draft: Draft
    section: int
    sentence: int
    nested: bool
    head: Noun | None
    kind: SourceType | None
    known: bool
    words: frozenset[str]
    block: int | None = None
    turned: bool = False


class Link(NamedTuple):
    """What a statement goes back to: the place of the earlier one, how sure, and the kind of source at the root."""

    target: int | None
    high: bool
    kind: SourceType


class Chain:
    """The links made so far, with the ends of their chains kept, so that none is walked twice."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        """Begin without links."""
        self.mentions = mentions
        self.links: list[Link] = []
        self._roots: list[int] = []
        self._printed: list[int] = []

    def add(self, link: Link) -> None:
        """Take the link of the next mention."""
        place, target = len(self.links), link.target
        self.links.append(link)
        self._roots.append(place if target is None else self._roots[target])
        here = target is None or self.mentions[place].kind is not None
        self._printed.append(place if target is None or here else self._printed[target])

    def root(self, at: int) -> SourceType:
        """Return the kind of source at the beginning of a chain."""
        printed = self.printed(at).kind
        return printed if printed is SourceType.ORGANIZATION else self.links[self._roots[at]].kind

    def printed(self, at: int) -> Mention:
        """Return the nearest mention of a chain whose source is printed, or its first."""
        return self.mentions[self._printed[at]]


def resolve(mentions: Sequence[Mention]) -> list[Link]:
    """Link every statement without a named source to an earlier one.

    Returns:
        One link a mention; its target is None where the source is named, or where nothing fits.
    """
    chain = Chain(mentions)
    for place, mention in enumerate(mentions):
        if mention.draft.cue_class is CueClass.PASSIVE:
            chain.add(Link(None, False, mention.kind or SourceType.UNKNOWN))
        elif mention.kind is None:
            chain.add(_implicit(chain, place))
        elif mention.known:
            chain.add(_definite(mentions, place))
        else:
            chain.add(Link(None, True, mention.kind))
    return chain.links


def _implicit(chain: Chain, place: int) -> Link:
    """Link a verb without subject to the nearest earlier statement that agrees with it."""
    mention = chain.mentions[place]
    fallback: int | None = None
    for back in range(place - 1, max(-1, place - 1 - _REACH), -1):
        other = chain.mentions[back]
        if not _within(mention, other) or (mention.turned and other.block != mention.block):
            break
        if other.draft.cue_class is CueClass.PASSIVE or not _agrees(mention, chain.printed(back)):
            continue
        if (other.nested and other.sentence != mention.sentence) or _relays(other):
            fallback = back if fallback is None else fallback
            continue
        return Link(back, mention.sentence - other.sentence <= 1, chain.root(back))
    if fallback is not None:
        return Link(fallback, False, chain.root(fallback))
    return Link(None, False, SourceType.UNKNOWN)


def _relays(other: Mention) -> bool:
    """Tell whether a statement only says where it was read (وفق ما نقلت الوكالة); few go on with that voice."""
    phrase = other.draft.cue_class is CueClass.PREPOSITION and other.draft.cue.last > other.draft.cue.first
    return phrase and other.draft.before and other.kind is SourceType.ORGANIZATION


def _within(mention: Mention, other: Mention) -> bool:
    """Tell whether two statements are near enough: one section, and at most a few sentences between."""
    return other.section == mention.section and mention.sentence - other.sentence <= _NEAR + 1


def _agrees(mention: Mention, printed: Mention) -> bool:
    """Tell whether the gender of a verb allows the source of an earlier statement."""
    form, theirs = mention.draft.form, printed.draft.form
    if form is None or form.tense == "masdar":
        return True
    if theirs is not None and printed.kind is not None and printed.draft.rule.startswith(_AGREEING):
        return form.feminine == theirs.feminine or _either(printed.head)
    if printed.head is not None and not _either(printed.head):
        return form.feminine == printed.head.feminine
    return printed.kind is not None or form.feminine == bool(theirs and theirs.feminine)


def _either(head: Noun | None) -> bool:
    """Tell whether a noun may take either gender: a plural."""
    return head is not None and head.plural


def _definite(mentions: Sequence[Mention], place: int) -> Link:
    """Link المصدر, البيان, المتحدث ذاته to the nearest earlier source that it can mean."""
    mention = mentions[place]
    kind = mention.kind or SourceType.UNKNOWN
    issuer: int | None = None
    for back in range(place - 1, max(-1, place - 1 - 2 * _REACH), -1):
        other = mentions[back]
        if other.section != mention.section:
            break
        if issuer is None and _issued(mention, other):
            issuer = back
        if other.known or other.kind is None:
            continue
        same = _same_noun(mention, other)
        if same is not None:
            return Link(back, same, kind if kind is not SourceType.ANONYMOUS else SourceType.ROLE)
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
    if mention.kind is SourceType.ORGANIZATION and other.kind is SourceType.DOCUMENT:
        return None  # المعهد behind a study of his
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
        number = mentions[place].head, other.head
        one = number[0] is None or number[1] is None or number[0].plural == number[1].plural
        if other.kind in fitting and one and not other.known and not other.nested:
            return Link(back, False, kind)
    return Link(None, False, kind)
