"""Every type that crosses a floor. All are frozen; texts are ``str``, offsets are code points, half-open.

From bytes to the record: ``RawPage`` → ``DecodedPage`` → ``ParsedPage`` → ``Block`` … → ``Verdict`` → ``Line`` →
``Article`` or ``Rejected``. The shapes of the last two are those of the record (``data/article.schema.json``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from lxml.etree import _Element

T = TypeVar("T")


# --- states ---


class Stage(StrEnum):
    """Where in the pipeline something was noticed."""

    READ = "read"
    DECODE = "decode"
    PARSE = "parse"
    DESCRIBE = "describe"
    LOCATE = "locate"
    STRIP = "strip"
    SEGMENT = "segment"
    ATTRIBUTE = "attribute"
    JUDGE = "judge"
    WRITE = "write"


class Reason(StrEnum):
    """Why a page was rejected: the closed list of the record."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    UNSUPPORTED_FORMAT = "unsupported_format"
    ENCRYPTED = "encrypted"
    DAMAGED_CONTAINER = "damaged_container"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too_large"
    LIMIT = "limit"
    EMPTY = "empty"
    NO_TEXT = "no_text"
    NOT_AN_ARTICLE = "not_an_article"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"


ANSWERS = frozenset((Reason.NOT_AN_ARTICLE, Reason.EMPTY, Reason.NO_TEXT))
"""Reasons for which a page was read all the same: they are answers, and no errors."""


class Profile(StrEnum):
    """A normalization profile: what may be changed in the text (see ``arabic.normalize``)."""

    CLEAN = "clean"
    NLP = "nlp"
    SEARCH = "search"


class Kind(StrEnum):
    """What a block of the page is by its markup."""

    LINE = "line"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    CAPTION = "caption"
    EMBED = "embed"
    IMAGE = "image"


class Role(StrEnum):
    """What a line of the article is."""

    BODY = "body"
    HEADLINE = "headline"
    KICKER = "kicker"
    DECK = "deck"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    PHOTO = "photo"
    TRANSLATION = "translation"
    EDITOR_NOTE = "editor_note"
    DATE = "date"
    HEADER = "header"
    HEADLINE_REPEATED = "headline_repeated"


class Person(StrEnum):
    """What a named person did for the article."""

    AUTHOR = "author"
    REPORTER = "reporter"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    PHOTOGRAPHER = "photographer"


# --- options ---


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may cost. Sizes in bytes unless said otherwise; times in seconds.

    Attributes:
        page_bytes: largest single page.
        text_chars: most characters of visible text taken from one page (code points).
        members: most members of one container.
        unpacked_bytes: most bytes that one input may unpack to, all levels together.
        ratio: largest ratio of unpacked to packed size, applied above one megabyte unpacked.
        depth: containers inside containers.
        page_seconds: time for one page, enforced by the batch runner.
        tree_depth: most elements nested in each other on one page; 2,000 is the parser's own bound.
    """

    page_bytes: int = 64 * 2**20
    text_chars: int = 8_000_000
    members: int = 1_000_000
    unpacked_bytes: int = 64 * 2**30
    ratio: int = 1000
    depth: int = 3
    page_seconds: float = 10.0
    tree_depth: int = 2000


@dataclass(frozen=True, slots=True)
class Options:
    """How pages are processed; passed whole.

    Attributes:
        profile: the normalization profile of every text in the record.
        statements: find reported speech.
        rescue: allow trafilatura where our own finding is unsure.
        explain: put the trace of all blocks and the candidates of all fields into the answer.
        html_field: the field of JSON Lines input that holds the page.
        limits: what one input may cost.
    """

    profile: Profile = Profile.CLEAN
    statements: bool = True
    rescue: bool = True
    explain: bool = False
    html_field: str = "html"
    limits: Limits = field(default_factory=Limits)


# --- from bytes to a tree ---


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page came from.

    Attributes:
        path: as given by the caller; None for text handed to the API.
        member: name inside an archive (levels joined by "!"), WARC record id, or None.
        offset: byte offset of the member in its container, if known.
    """

    path: str | None = None
    member: str | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a page before its text is read; goes with it to the end, also into a ``Rejected``.

    Attributes:
        origin: where it came from.
        media_type: such as ``text/html``; told from content where nothing states it.
        encoding: the name that decoded it (WHATWG name, lower case), None before decoding.
        encoding_evidence: which rule decided, and how many characters were replaced.
        sha256: of the page's own bytes, hexadecimal.
        captured: ISO 8601 time from WARC or a Wayback address.
        url: the page's address as its container states it.
    """

    origin: Origin = Origin()
    media_type: str | None = None
    encoding: str | None = None
    encoding_evidence: str | None = None
    sha256: str | None = None
    captured: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class RawPage:
    """The bytes of one page and what its container says of them.

    Attributes:
        source: see ``Source``.
        body: the page's own bytes.
        charset_hint: charset that the container or HTTP header states.
    """

    source: Source
    body: bytes
    charset_hint: str | None = None


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """The text of one page.

    Attributes:
        source: with ``encoding`` and ``encoding_evidence`` filled in.
        text: the markup (or the plain text) as characters.
        repairs: what was mended on the way, such as ``mojibake:cp1256``.
        utf8: the same in UTF-8, where the page was saved so and nothing was mended, as most are; else b"".
    """

    source: Source
    text: str
    repairs: tuple[str, ...] = ()
    utf8: bytes = b""


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """The tree of one page; never leaves one call of the pipeline."""

    source: Source
    root: _Element


# --- dates ---


class Precision(StrEnum):
    """How much of a date is stated."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


class Calendar(StrEnum):
    """In which calendar a date is stated."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


@dataclass(frozen=True, slots=True)
class Date:
    """A date of the record.

    Attributes:
        value: ISO 8601, as precise as what is stated and no more.
        precision: how much is stated.
        calendar: hijri when only a Hijri date is stated; the value is then converted by Umm al-Qura.
        raw: the string it was read from.
        source: where that string stood, such as ``jsonld:datePublished`` or ``visible``.
    """

    value: str
    precision: Precision
    calendar: Calendar
    raw: str
    source: str


@dataclass(frozen=True, slots=True)
class ArabicDate:
    """What ``arabic.dates.parse_date`` reads from a string.

    Attributes:
        value, precision, calendar, raw: as in ``Date``.
        start, end: the place of the date in the string (code points).
        hijri: (year, month, day) where a full Hijri date is stated.
        label: ``published`` or ``modified`` where the string has such a label.
        zone: whether the string states a time zone.
        warnings: such as ``weekday_mismatch`` or ``calendars_differ``.
    """

    value: str
    precision: Precision
    calendar: Calendar
    raw: str
    start: int
    end: int
    hijri: tuple[int, int, int] | None = None
    label: str | None = None
    zone: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file of a folder, or a member of a container, that is no page and was not asked for by name.

    Attributes:
        origin: where it stood.
        what: what it is: ``a picture``, ``a style sheet or a font`` ...
    """

    origin: Origin
    what: str


# --- describing ---


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One candidate for a field.

    Attributes:
        value: what was read.
        source: where it stood: ``jsonld:headline``, ``og:title``, ``meta:author``, ``microdata``, ``visible``, …
        raw: the string as it stood there.
    """

    value: T
    source: str
    raw: str


@dataclass(frozen=True, slots=True)
class Author:
    """A person named as having made the article."""

    name: str
    role: Person = Person.AUTHOR
    source: str = ""


@dataclass(frozen=True, slots=True)
class Candidates:
    """All that a page says of itself, per field, in page order within one source.

    Before merging: nothing is judged here, so a login name may stand among the authors.
    Dates are unparsed strings, authors raw names (one string may hold several).
    """

    headline: tuple[Found[str], ...] = ()
    kicker: tuple[Found[str], ...] = ()
    subheadline: tuple[Found[str], ...] = ()
    description: tuple[Found[str], ...] = ()
    section: tuple[Found[str], ...] = ()
    tags: tuple[Found[str], ...] = ()
    authors: tuple[Found[str], ...] = ()
    published: tuple[Found[str], ...] = ()
    modified: tuple[Found[str], ...] = ()
    site_name: tuple[Found[str], ...] = ()
    url: tuple[Found[str], ...] = ()
    canonical_url: tuple[Found[str], ...] = ()
    language: tuple[Found[str], ...] = ()
    images: tuple[Found[str], ...] = ()
    body: tuple[Found[str], ...] = ()
    page_type: tuple[Found[str], ...] = ()
    generator: tuple[Found[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What other stages know when metadata are merged.

    Attributes:
        headline: text of the block that holds the headline, None if none was found.
        lines: the article's attribution lines.
        url: the page's address as its container states it.
        captured: ISO 8601 time of the capture; relative times are resolved against it.
    """

    headline: str | None = None
    lines: tuple[LineParts, ...] = ()
    url: str | None = None
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """The winner of each field, or None or () where nothing true can be said."""

    headline: Found[str] | None = None
    kicker: Found[str] | None = None
    subheadline: Found[str] | None = None
    section: Found[str] | None = None
    tags: tuple[Found[str], ...] = ()
    authors: tuple[Found[Author], ...] = ()
    published: Found[Date] | None = None
    modified: Found[Date] | None = None
    site_name: Found[str] | None = None
    host: Found[str] | None = None
    url: Found[str] | None = None
    canonical_url: Found[str] | None = None
    lead_image: Found[str] | None = None
    language: Found[str] | None = None


# --- blocks ---


class Step(NamedTuple):
    """One element on the way from the root to a block.

    Attributes:
        node: number of the element in document order; equal numbers are the same element.
        tag: its tag, lower case.
        names: its id and class names and role, lower case, space-separated ("" if none).
    """

    node: int
    tag: str
    names: str


class Block(NamedTuple):
    """A run of visible text that the page sets apart, or an image. A plain-text save's line is a block too.

    Attributes:
        text: as printed, white space collapsed, not normalized.
        kind: what it is by its markup.
        level: 1 to 6 of a heading, row number of a cell, depth of an item; else 0.
        path: the elements around it, outermost first, the block's own last; () in plain text.
        link_letters: letters of the text that stand inside links.
        hrefs: addresses of these links, as written.
        links: texts of these links, one for each address.
        group: number of the list, table, quote or figure element it belongs to, or None.
        order: place in the page, 0-based.
        bold: whether all of its letters are bold.
        hidden: whether its markup says that a reader does not see it.
        breaks: how many line breaks or empty paragraphs stand before it inside its element (0 at its start).
        time: value of a ``datetime`` attribute or date ``title`` inside it, "" if none.
    """

    text: str
    kind: Kind
    level: int = 0
    path: tuple[Step, ...] = ()
    link_letters: int = 0
    hrefs: tuple[str, ...] = ()
    group: int | None = None
    order: int = 0
    bold: bool = False
    hidden: bool = False
    breaks: int = 0
    time: str = ""
    links: tuple[str, ...] = ()

    @property
    def names_linked(self) -> bool:
        """Whether its links are several names in a sentence, as encyclopedic outlets set them, and no title."""
        links, size = self.links, len(self.text)
        return len(links) > 1 and self.text[-1:] in ".؟!»”" and max(map(len, links)) < 0.3 * size > 20


@dataclass(frozen=True, slots=True)
class ImageRef:
    """An image of the page; icons are none.

    Attributes:
        url: its address as written; the one that a lazy loader would fetch.
        alt: its alternative text.
        group: number of the figure that it stands in, or None.
        order: order of the block that comes after it.
        path: the elements around it.
        names: its own class names.
        href: address of the link that it stands in, "" if none.
    """

    url: str
    alt: str
    group: int | None
    order: int
    path: tuple[Step, ...] = ()
    names: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Hints:
    """What a page's declarations tell ``locate`` to look for.

    Attributes:
        titles: declared titles, with and without the site's name.
        descriptions: declared summaries, often the deck or the first paragraph.
        bodies: declared texts of the article (``articleBody``).
        lead_image: address of the declared picture, or None.
        host: of the page, None if unknown.
        day: ISO 8601 day that the page declares or was captured on, None if unknown.
    """

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    lead_image: str | None = None
    host: str | None = None
    day: str | None = None


class Method(StrEnum):
    """Which means found the text."""

    SITE = "site"
    THEME = "theme"
    DENSITY = "density"
    DATA = "data"
    TEXT = "text"
    RESCUE = "rescue"


@dataclass(frozen=True, slots=True)
class Selection:
    """Where the article stands.

    Attributes:
        blocks: the blocks between its start and end, furniture included.
        outside: the other blocks of the page.
        images: images of the same region.
        first: order of the first block of the text itself, after the header.
        method: which means found it.
        rule: the name of the site rule, theme or density rule.
        headline: order of the block that holds the headline, or None.
        notes: what spoke against it, such as ``short`` or ``evidence_disagrees``.
    """

    blocks: tuple[Block, ...]
    outside: tuple[Block, ...]
    images: tuple[ImageRef, ...]
    first: int
    method: Method
    rule: str
    headline: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a block belongs to the article.

    Attributes:
        block: the block judged.
        keep: True to keep.
        reason: why, one word or two: ``prose``, ``furniture:related``, ``outside``, ``link_list``, ``hidden`` …
        entry: the lexicon entry or rule that decided, "" if none.
    """

    block: Block
    keep: bool
    reason: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class LineParts:
    """What an attribution line names.

    Attributes:
        text: the line, clean.
        kind: byline, dateline, credit, photo, translation or editor_note.
        names: persons.
        places: cities and countries.
        outlets: papers, agencies, desks.
        role: what the persons did.
        start, end: the part of the text that is the attribution; a dateline may open a paragraph.
    """

    text: str
    kind: Role
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    role: Person | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """A block that ``attribute.lines`` says is an attribution line; ``strip`` keeps it, ``segment`` places it."""

    order: int
    parts: LineParts


@dataclass(frozen=True, slots=True)
class Line:
    """A kept block, its clean text and what it is.

    Attributes:
        block: the block.
        role: its role in the article.
        text: its text in profile clean.
        parts: what it names, for attribution lines.
    """

    block: Block
    role: Role
    text: str
    parts: LineParts | None = None


# --- the answer ---


class BlockType(StrEnum):
    """Type of a body block."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    EMBED = "embed"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """One block of the body: ``text`` for most types, ``items`` for a list, ``rows`` for a table."""

    type: BlockType
    text: str = ""
    level: int | None = None
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def plain(self) -> str:
        """The text that offsets point into: items joined by a line feed, cells by a space."""
        if self.type is BlockType.LIST:
            return "\n".join(self.items)
        if self.type is BlockType.TABLE:
            return "\n".join(" ".join(row) for row in self.rows)
        return self.text


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the article; ``url`` is None for a picture that is known by its caption alone."""

    url: str | None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a block's text; ``name`` only where the text is an inflected or prefixed form of a name."""

    start: int
    end: int
    text: str = ""
    name: str | None = None


@dataclass(frozen=True, slots=True)
class AttributionLine:
    """A byline, dateline, credit, photo, translation or editor's note of the record.

    ``block``, ``start`` and ``end`` are None when the line stood outside the body.
    """

    kind: Role
    text: str
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    role: Person | None = None
    block: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The article cut into its parts, clean, before metadata and statements are added.

    Attributes:
        headline, kicker, subheadline: as printed, None where nothing is.
        body: the blocks of the text.
        images: with captions and credits.
        lines: bylines, datelines, credits and notes, in reading order.
        roles: every kept block and what became of it.
    """

    headline: str | None
    kicker: str | None
    subheadline: str | None
    body: tuple[BodyBlock, ...]
    images: tuple[Image, ...]
    lines: tuple[AttributionLine, ...]
    roles: tuple[Line, ...] = ()


class StatementType(StrEnum):
    """How words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class CueClass(StrEnum):
    """What kind of word announces the statement."""

    VERB = "verb"
    PARTICIPLE = "participle"
    NOUN = "noun"
    PREPOSITION = "preposition"
    PASSIVE = "passive"
    COLON = "colon"


class Stance(StrEnum):
    """How the writer stands to what is reported."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    SUPPORTING = "supporting"


class SourceType(StrEnum):
    """What kind of source speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    ANONYMOUS = "anonymous"
    ROLE = "role"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Statement:
    """Reported speech: who says what, and by which words. Offsets point into body[block]'s plain text.

    ``block`` is None for a statement in the headline. See the record for each field.
    """

    id: str
    block: int | None
    type: StatementType
    cue: tuple[Span, ...]
    cue_lemma: str
    cue_class: CueClass
    stance: Stance
    source: Span | None
    source_block: int | None
    source_type: SourceType
    implicit: bool
    resolves_to: str | None
    resolve_confidence: str | None
    outlet: Span | None
    content: tuple[Span, ...]
    direct_spans: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Site:
    """Name and host of the site."""

    name: str | None = None
    host: str | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """How likely this is the article, whole and clean (0 to 1), and what speaks against it."""

    score: float
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which version and which means made the record."""

    version: str
    profile: Profile
    method: Method
    rule: str


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """Why one block of the page stayed or went."""

    block: int
    text: str
    keep: bool
    reason: str
    entry: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Every block's verdict, and every field's candidates; made by the same code that made the record."""

    trace: tuple[TraceEntry, ...] = ()
    candidates: Mapping[str, tuple[Found[str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    """The record of an article (``warraq.article.v1``)."""

    source: Source
    url: str | None
    canonical_url: str | None
    site: Site
    language: str
    direction: str
    headline: str | None
    kicker: str | None
    subheadline: str | None
    section: str | None
    tags: tuple[str, ...]
    authors: tuple[Author, ...]
    published: Date | None
    modified: Date | None
    body: tuple[BodyBlock, ...]
    images: tuple[Image, ...]
    lines: tuple[AttributionLine, ...]
    statements: tuple[Statement, ...]
    quality: Quality
    provenance: Provenance
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A page that gave no article, and why (``warraq.rejected.v1``)."""

    source: Source
    stage: Stage
    reason: Reason
    detail: str
    explanation: Explanation | None = None


# --- writing ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Format:
    """How answers are written: one entry of ``warraq.write.WRITERS``.

    Attributes:
        name: as given to ``--format``.
        suffix: of a file that holds one page, with its dot.
        render: one answer as text without a line feed at its end; "" where the format has no place for it.
        separator: stands between two answers of one file or stream.
        header: stands once before the first answer.
        many: whether a batch puts many pages into one file.
    """

    name: str
    suffix: str
    render: Callable[[Article | Rejected], str]
    separator: str = "\n"
    header: str = ""
    many: bool = False


# --- learning ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Repeated:
    """A text that stands on several pages of one site at the same place.

    Attributes:
        key: the text, folded by ``letters.fold``.
        place: tags and names of the elements around it, outermost first, as ``learn`` writes them.
        pages: on how many pages it stood.
    """

    key: str
    place: str
    pages: int


@dataclass(frozen=True, slots=True)
class SiteModel:
    """What a site repeats from page to page.

    Attributes:
        host: the site.
        pages: how many of its pages were seen.
        repeated: most frequent first, then by place and key.
    """

    host: str
    pages: int
    repeated: tuple[Repeated, ...] = ()
