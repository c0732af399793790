"""Finds reported speech in an article: who says what, and by which words.

Block by block: cut into tokens, read every cue (verbs, phrases, the colon of a headline), bound the content, then link
the sources that are not named to those that are. Only blocks in which a cue word stands are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from warraq.attribute.conjugate import Tense
from warraq.attribute.content import Content, Neighbours, content_of
from warraq.attribute.cues import Cues, Form, cues
from warraq.attribute.drafts import Draft, Opening
from warraq.attribute.frames import read_frame
from warraq.attribute.headings import read_colon
from warraq.attribute.mentions import Hit, Place, mentions_of
from warraq.attribute.resolve import Link, Mention, resolve
from warraq.attribute.spans import outlet_of, source_of, with_l
from warraq.attribute.tokens import Text, cut
from warraq.attribute.verbs import read_verb
from warraq.attribute.vocabulary import Vocabulary, WordKind, vocabulary
from warraq.letters import OPENING_QUOTES
from warraq.model import BlockType, BodyBlock, Statement, StatementType

_BY_TONGUE = "على لسان"


def find_statements(blocks: Sequence[BodyBlock], headline: str | None = None) -> tuple[Statement, ...]:
    """Find all statements of an article, in reading order, the headline's first.

    Args:
        blocks: the body, in profile clean; offsets count code points of each block's ``plain``.
        headline: the headline, if any; its statements have no block.

    Returns:
        The statements. One that a colon at the end of its block announces has no content: it stands in the next block.

    >>> found = find_statements([BodyBlock(BlockType.PARAGRAPH, "وقال وزير النقل سامي حداد إن الجسر سيفتح غدا.")])
    >>> found[0].cue[0].text, found[0].source.text, found[0].source_type.value
    ('وقال', 'وزير النقل سامي حداد', 'person')
    """
    table, words = cues(), vocabulary()
    hits: list[Hit] = []
    if headline:
        hits += _hits(headline, Place(None, -1, -100), True, table, words)
    section = sentence = 0
    for number, block in enumerate(blocks):
        if block.type is BlockType.HEADING:
            section += 1
        plain = block.plain
        heading = block.type is BlockType.HEADING or _like_heading(plain)
        announced = _announced(blocks[number + 1] if number + 1 < len(blocks) else None)
        hits += _hits(plain, Place(number, section, sentence, announced), heading, table, words)
        sentence += 1 + min(plain.count(". "), 1000)
    mentions = mentions_of(hits, words)
    links = resolve(mentions)
    return tuple(_statement(hits, mentions, links, at, words) for at in range(len(hits)))


def _like_heading(plain: str) -> bool:
    """Tell whether a paragraph is short and unstopped like a heading."""
    return len(plain) < 120 and not plain.rstrip().endswith((".", "؟", "!", "»", "”", '"', ":", "،"))


def _hits(plain: str, place: Place, heading: bool, table: Cues, words: Vocabulary) -> list[Hit]:
    """Find the statements of one text."""
    text = cut(plain, table.needed_in_headings if heading else table.needed)
    if text is None:
        return []
    drafts = _drafts(text, heading, table, words)
    hits = []
    for at, draft in enumerate(drafts):
        content = content_of(text, draft, Neighbours(drafts, at), words)
        if content is None and _is_announced(text, draft) and place.announces is not None:
            content = Content((), (), place.announces)
        if content is not None:
            hits.append(Hit(text, place, draft, content))
    return hits


def _is_announced(text: Text, draft: Draft) -> bool:
    """Tell whether a colon ends the block, so that the words stand in the next one (وكتب على حسابه:)."""
    return draft.opening is Opening.COLON and not draft.before and draft.content >= len(text.words)


def _announced(behind: BodyBlock | None) -> StatementType | None:
    """Return of what type the words in the next block are, None where there are none."""
    if behind is None or behind.type is BlockType.HEADING:
        return None
    quoted = behind.type in (BlockType.QUOTE, BlockType.EMBED) or behind.plain[:1] in OPENING_QUOTES
    return StatementType.DIRECT if quoted else StatementType.INDIRECT


def _drafts(text: Text, heading: bool, table: Cues, words: Vocabulary) -> list[Draft]:
    """Read all cues of a text in order; a cue within what another one has read is not read again."""
    drafts: list[Draft] = []
    colon = read_colon(text, words) if heading else None
    if colon is not None:
        drafts.append(colon)
    taken = -1
    for at, word in enumerate(text.words):
        if word not in table.needed or word in words.kinds[WordKind.NOT_A_CUE]:
            continue
        if at and word == text.words[at - 1]:
            continue  # a word repeated without end would cost a walk each time
        if at <= taken and (text.words[at - 1] not in "،," or drafts[-1].before):
            continue
        draft = read_frame(text, at, table.frames[word], words) if word in table.frames else None
        form = table.forms.get(word)
        if draft is None and form is not None and at > taken and not _quoted(text, at, form, words):
            draft = read_verb(text, at, form, words)
        if draft is None or (draft.before and _told(text, draft, drafts)):
            continue
        if colon is not None and draft.cue.first < colon.cue.last:
            continue
        drafts.append(draft)
        taken = max(taken, draft.cue.last if draft.before else draft.content - 1)
    return drafts


def _quoted(text: Text, at: int, form: Form, words: Vocabulary) -> bool:
    """Tell whether a verb stands within a closed quotation of some length: the speaker's own words.

    A participle is the writer's also there; papers let a quotation run on over it («…، مشيرا إلى أن …»).
    """
    runs_on = form.tense is Tense.PARTICIPLE and at > 0 and text.words[at - 1] in "،,"
    if runs_on and not words.clauses.isdisjoint(text.words[at + 1 : at + 4]):
        return False
    quote = text.quote_around(at)
    return quote is not None and quote.closed and quote.closing - quote.opening > 3


def _told(text: Text, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a phrase like على حد قوله only repeats what an earlier cue of the sentence says."""
    again = draft.cue.last > draft.cue.first and (draft.source is None or draft.lemma == _BY_TONGUE)
    return again and bool(drafts) and drafts[-1].cue.first >= text.sentence(draft.cue.first)[0]


def _statement(
    hits: Sequence[Hit], mentions: Sequence[Mention], links: Sequence[Link], at: int, words: Vocabulary
) -> Statement:
    """Write one statement of the record."""
    text, place, draft, content = hits[at]
    link = links[at]
    cue = [text.span(draft.cue.first, draft.cue.last)]
    if draft.source_skip and draft.source is not None:
        cue = [with_l(text, draft)]
    if draft.extra is not None:
        cue.append(text.span(draft.extra, draft.extra))
    source = source_of(text, draft)
    confidence = None if link.target is None else ("high" if link.high else "low")
    return Statement(
        id=f"s{at + 1}",
        block=place.block,
        type=content.type,
        cue=tuple(cue),
        cue_lemma=draft.lemma,
        cue_class=draft.cue_class,
        stance=draft.stance,
        source=source,
        source_block=place.block if source else None,
        source_type=link.kind,
        implicit=source is None,
        resolves_to=None if link.target is None else f"s{link.target + 1}",
        resolve_confidence=confidence,
        outlet=outlet_of(text, draft),
        content=tuple(text.span(*part, draft.skip if part.first == draft.content else 0) for part in content.parts),
        direct_spans=tuple(text.span(*part) for part in content.quoted),
        rule=draft.rule,
        confidence=draft.confidence,
    )
