"""The order of the stages, and the only importer of all of them.

Reads as the README's sentence: decode, parse, describe, locate, normalize, strip, segment, attribute, judge. One page
in, one answer out; what a page does wrong is a ``PageFault`` inside and a ``Rejected`` outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from warraq import describe
from warraq._version import __version__
from warraq.arabic.language import detect, direction
from warraq.arabic.normalize import clean
from warraq.arabic.records import in_profile
from warraq.attribute.claims import claims
from warraq.attribute.inner import behind, by_role, with_credits, with_inner_lines
from warraq.attribute.speech import find_statements
from warraq.decode import decode
from warraq.errors import PageFault
from warraq.judge import Case, judge
from warraq.judge.refusal import without_text
from warraq.locate import locate
from warraq.locate.lines import blocks_of
from warraq.locate.text import locate_text
from warraq.model import (
    Article,
    AttributionLine,
    Block,
    Candidates,
    Context,
    DecodedPage,
    Explanation,
    Found,
    Hints,
    Layout,
    LineParts,
    Metadata,
    Method,
    Options,
    Provenance,
    RawPage,
    Reason,
    Rejected,
    Role,
    Selection,
    Site,
    Source,
    Stage,
    TraceEntry,
    Verdict,
)
from warraq.parse import parse
from warraq.read import page_of
from warraq.segment import segment
from warraq.strip import strip

_SHOWN = "visible:author"


@dataclass(frozen=True, slots=True)
class _Found:
    """What the first half of the pipeline knows of a page."""

    source: Source
    blocks: tuple[Block, ...]
    selection: Selection
    declared: Candidates
    hints: Hints = Hints()


@dataclass(slots=True)
class _Account:
    """What is known of the blocks once ``strip`` has judged them; it is put into words only where someone asks."""

    verdicts: Sequence[Verdict] = ()
    outside: Sequence[Block] = ()
    rule: str = ""

    def trace(self) -> tuple[TraceEntry, ...]:
        """Why each block of the page stayed or went, in page order."""
        judged = {v.block.order: v for v in self.verdicts}
        entries = [TraceEntry(v.block.order, v.block.text, v.keep, v.reason, v.entry) for v in judged.values()]
        outside = {b.order: b for b in self.outside if b.order not in judged}
        entries += [TraceEntry(n, b.text, False, "outside", self.rule) for n, b in outside.items()]
        return tuple(sorted(entries, key=lambda e: e.block))


def extract(
    data_or_text: bytes | str,
    *,
    url: str | None = None,
    media_type: str | None = None,
    options: Options | None = None,
) -> Article | Rejected:
    """Turn one saved page into a record.

    Args:
        data_or_text: the page's bytes as saved, or its text already decoded (markup or plain text).
        url: the page's address, if known.
        media_type: ``text/html`` or ``text/plain``; told from the content if None.
        options: how to process it; the defaults if None.

    Returns:
        The article, or why there is none. Nothing that a page contains raises an exception.

    >>> answer = extract("<html><body><p>لا شيء.</p></body></html>")
    >>> str(answer.reason)
    'no_text'
    """
    options = options or Options()
    text = isinstance(data_or_text, str)
    body = data_or_text.encode("utf-8", "surrogatepass") if isinstance(data_or_text, str) else data_or_text
    return extract_page(page_of(body, url=url, media_type=media_type, charset="utf-8" if text else None), options)


def extract_page(page: RawPage, options: Options | None = None) -> Article | Rejected:
    """Turn one page, as ``read_pages`` yields it, into a record."""
    options = options or Options()
    source = page.source
    account = _Account()
    try:
        decoded = decode(page, options.limits)
        source = decoded.source
        found = _find(decoded, options)
        return _compose(found, options, account)
    except PageFault as fault:
        explanation = Explanation(account.trace()) if options.explain else None
        return Rejected(source, fault.stage, fault.reason, fault.detail, explanation)


def _find(page: DecodedPage, options: Options) -> _Found:
    """Read what the page declares and find where its article stands."""
    if page.source.media_type == "text/plain":
        blocks = blocks_of(page.text, options.limits.text_chars)
        selected = locate_text(blocks)
        if selected is None:
            raise without_text(Stage.LOCATE, blocks, Candidates())
        return _Found(page.source, blocks, selected, Candidates())
    tree = parse(page, options.limits.tree_depth)
    declared = describe.declared(tree)
    hints = describe.hints(declared, page.source)
    located = locate(tree, hints, options.limits, options.rescue)
    blocks = located.walk.blocks
    if located.selection is None:
        raise without_text(Stage.LOCATE, blocks, declared, hints.titles)
    return _Found(page.source, blocks, located.selection, declared, hints)


def _compose(found: _Found, options: Options, account: _Account) -> Article:
    """Normalize, strip, segment, attribute and judge what was found."""
    selection = found.selection
    language = detect(" ".join(b.text for b in selection.blocks if b.order >= selection.first))
    selection = replace(selection, blocks=_clean_blocks(selection.blocks, language))
    if not selection.blocks:
        raise PageFault(Stage.LOCATE, Reason.NO_TEXT, "what stands for its text has not one printable character")
    own = _own_names(found)
    claimed = claims(selection, own, found.hints.titles)
    verdicts = strip(selection, claimed)
    account.verdicts, account.outside, account.rule = verdicts, selection.outside, selection.rule
    title = next(iter(found.hints.titles), None)
    layout = segment(selection, verdicts, claimed, headline=title, lead_image=found.hints.lead_image)
    tail = behind(found.blocks[selection.blocks[-1].order + 1 :], own, found.hints.titles)
    layout = by_role(with_credits(with_inner_lines(layout, tail, own), own), own)
    visible = _visible(found)
    metadata = describe.merge(found.declared, visible, _context(found, layout))
    layout = _with_shown_authors(layout, metadata)
    quality = judge(Case(found.blocks, selection, layout, found.declared, metadata))
    statements = find_statements(layout.body, layout.headline) if options.statements else ()
    article = Article(
        source=found.source,
        url=_value(metadata.url) or found.source.url,
        canonical_url=_value(metadata.canonical_url),
        site=Site(_value(metadata.site_name), _value(metadata.host)),
        language=language,
        direction=direction(language),
        headline=layout.headline,
        kicker=layout.kicker,
        subheadline=layout.subheadline,
        section=_value(metadata.section),
        tags=tuple(f.value for f in metadata.tags),
        authors=tuple(f.value for f in metadata.authors),
        published=metadata.published.value if metadata.published else None,
        modified=metadata.modified.value if metadata.modified else None,
        body=layout.body,
        images=layout.images,
        lines=layout.lines,
        statements=statements,
        quality=quality,
        provenance=Provenance(__version__, options.profile, selection.method, selection.rule),
        explanation=Explanation(account.trace(), describe.candidates_of(found.declared, visible))
        if options.explain
        else None,
    )
    return in_profile(article, options.profile)


def _context(found: _Found, layout: Layout) -> Context:
    """What the metadata are merged with: the headline as shown, and the article's own attribution lines."""
    shown = next((r.text for r in layout.roles if r.role is Role.HEADLINE), None)
    lines = tuple(LineParts(a.text, a.kind, a.names, a.places, a.outlets, a.role) for a in layout.lines)
    return Context(shown, lines, found.source.url, found.source.captured)


def _clean_blocks(blocks: Sequence[Block], language: str) -> tuple[Block, ...]:
    """The blocks with clean texts; they are cleaned in one go, each being one line."""
    texts = [b.text for b in blocks]
    cleaned = clean("\n".join(texts), language).split("\n")
    if len(cleaned) != len(texts) or not all(cleaned):
        cleaned = [clean(text, language).replace("\n", " ") for text in texts]
    return tuple(b if b.text == t else b._replace(text=t) for b, t in zip(blocks, cleaned, strict=True) if t)


def _own_names(found: _Found) -> tuple[str, ...]:
    """The names of the site as the page declares them, also behind its headline in the title; no hosts, no sections."""
    sections = describe.section_names(found.declared)
    headline = next((b.text for b in found.selection.blocks if b.order == found.selection.headline), None)
    names = (*describe.site_names(found.declared), *describe.tail_of_title(found.declared, headline))
    return tuple(dict.fromkeys(name for name in names if name not in sections and not name.isascii()))


def _with_shown_authors(layout: Layout, metadata: Metadata) -> Layout:
    """Add the authors who are named in a row of the header that is furniture else: a link between date and counters."""
    lines = list(layout.lines)
    for author in metadata.authors:
        name = author.value.name
        if author.source == _SHOWN and not any(name in line.text for line in lines):
            lines.append(AttributionLine(Role.BYLINE, name, (name,)))
    return replace(layout, lines=tuple(lines))


def _visible(found: _Found) -> Candidates:
    """What the page shows about its article; a text from the page's data is not on the page."""
    selection = found.selection
    if selection.method is Method.DATA:
        return describe.visible(found.blocks, None, range(len(found.blocks)))
    first = min(selection.first, *(b.order for b in selection.blocks))
    return describe.visible(found.blocks, selection.headline, range(first, selection.blocks[-1].order + 1))


def _value(found: Found[str] | None) -> str | None:
    """The value of a field, None where nothing was found."""
    return found.value if found else None
